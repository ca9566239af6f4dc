"""A typical edit reads as many records on a map of 10,000 cards as on one of 100: no stopwatch, no flake."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from journeymapper.document import fragment
from journeymapper.document.change import Change
from journeymapper.document.document import Document, Transaction
from journeymapper.document.lens import Lens, Suited
from journeymapper.document.links import LEAVES
from journeymapper.document.priorities import TOUCHPOINTS, Place
from journeymapper.document.records import Curve, Dismissal, Persona, Record, Source
from journeymapper.document.searching import Match, Matches, Query
from journeymapper.document.shares import Shares
from journeymapper.editing import (
    belonging,
    blocks,
    blueprint,
    cards,
    cells,
    deleting,
    duplicating,
    evidence,
    figures,
    lanes,
    links,
    moving,
    parking,
    pasting,
    personas,
    pictures,
    points,
    priorities,
    prompts,
    replacing,
    spans,
    stages,
    votes,
)
from journeymapper.editing.moving import Direction
from journeymapper.guide.health import fixes
from journeymapper.guide.health.checkup import Checkup
from journeymapper.guide.health.finding import Finding
from journeymapper.guide.health.rule import rules
from journeymapper.guide.library import people as library_people
from journeymapper.guide.library import putting as library_putting
from journeymapper.guide.library.block import Block
from journeymapper.guide.library.people import KeptPersona
from journeymapper.guide.review import snapshots
from journeymapper.guide.review.agenda import Agenda
from journeymapper.layout.damage import Damage
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from journeymapper.text.shaped import ShapedText
from journeymapper.ui.lane_roles import give_role
from tests import photos
from tests.maps import crowd, large_map, small_map

SIZES = (100, 1000, 10_000)


def give_two_stages_steps_and_move_the_border(edit: Transaction) -> None:
    stages.add_step(edit, "stage-2", "Another")
    stages.move_border(edit, "stage-1", 1)


def vote_and_sort_a_cell(edit: Transaction) -> None:
    votes.give(edit, edit.indexes.cards("lane-2", "step-2")[-1:], 3)
    votes.sort_cell(edit, "lane-2", "step-2")


def park_a_thought_and_put_it_on_the_map(edit: Transaction) -> None:
    thought = parking.add(edit, "Another")
    parking.put_on_map(edit, [thought], "lane-2", "step-2", 0)


def add_a_card_where_there_is_no_room(edit: Transaction) -> None:
    crowd(edit, edit.indexes.cards_in["lane-2", "step-2"])
    cards.add(edit, "lane-2", "step-2", "New", 1)


def rewrite_the_personas(edit: Transaction) -> None:
    tom = edit.get("persona-2", Persona)
    new = Persona(id="new", order="a0", name="Anna", values="time")
    personas.rewrite(edit, [new, tom.model_copy(update={"work": "baker"}), edit.get("persona-1", Persona)])


def type_in_a_bar(edit: Transaction) -> None:
    """In a bar over the first two columns, above nine cards of the second that it does not cover."""
    spans.set_span(edit, ["card-5"], 2)
    cards.set_text(edit, "card-5", "A longer text, on several lines of its card")


def add_a_card_under_a_bar(edit: Transaction) -> None:
    spans.set_span(edit, ["card-5"], 2)
    cards.add(edit, "lane-1", "step-2", "New")


def add_a_step_inside_a_bar(edit: Transaction) -> None:
    spans.set_span(edit, ["card-5"], 2)
    stages.add_step(edit, "stage-1", "Another")


def say_a_metric(edit: Transaction) -> None:
    cards.set_text(edit, "card-25", "Conversion rate: 3.2 % / 5 %")
    figures.take(edit, "card-25")


def note_a_value_twice(edit: Transaction) -> None:
    figures.note(edit, ["card-25"], 3.0)
    figures.note(edit, ["card-25"], 3.2)


def add_blueprint_lines_and_make_one_another(edit: Transaction) -> None:
    first, *_others = blueprint.add_lines(edit)
    give_role(edit, first, "")


def show_a_picture_and_take_it_from_one(edit: Transaction) -> None:
    pictures.show(edit, ["card-15", "card-55", "persona-1"], photos.record())
    pictures.take_away(edit, ["card-55"])


def take_the_last_picture_away(edit: Transaction) -> None:
    pictures.show(edit, ["card-15"], photos.record())
    pictures.take_away(edit, ["card-15"])
    cards.set_text(edit, "card-15", "The picture is gone")


def label_a_link(edit: Transaction) -> None:
    links.set_text(edit, links.add(edit, "card-15", "card-55"), "Often")


def lead_a_link_elsewhere(edit: Transaction) -> None:
    links.lead_to(edit, links.add(edit, "card-15", "card-55"), "step-1")


def let_a_link_leave(edit: Transaction) -> None:
    links.set_kind(edit, [links.add(edit, "card-15", "step-1")], "leaves")


def wish_for_a_curve_of_two_points(edit: Transaction) -> None:
    for step in ("step-1", "step-2"):
        points.put(edit, "lane-5", step, -1, "persona-2", "Lost")
    points.wish(edit, "lane-5", "persona-2")


def add_a_source_and_remove_it(edit: Transaction) -> None:
    for name in ("October", "November"):
        evidence.add_source(edit, ["card-15"], Source(name=name))
    evidence.remove_source(edit, ["card-15"], 0)


def mend(fix: str, told: str = "", place: str = "") -> Callable[[Transaction], object]:
    finding = Finding("rule", "hint", "Message", "Why", (), fix, told, place)
    return lambda edit: fixes.fix(edit, finding, date(2026, 11, 22))


def dismiss_and_readmit(edit: Transaction) -> None:
    for place in ("card-15", "card-16"):
        fixes.dismiss(edit, Finding("rule", "hint", "Message", "Why", (), place=place), "One")
    fixes.readmit(edit, "rule", "card-15")


def put_a_block_in(edit: Transaction) -> None:
    block = Block(text="Live chat", role="actions", channel="Chat", online=True)
    goal = library_putting.goal_of(edit.document, block, "lane-2", "step-2")
    assert goal is not None
    library_putting.put(edit, block, *goal)


def put_a_block_in_with_its_lane(edit: Transaction) -> None:
    library_putting.put_with_lane(edit, Block(text="Live chat", role="touchpoints"), "step-2")


def put_a_persona_in(edit: Transaction) -> None:
    persona = Persona(id="persona", order="a0", name="Anna", colour="violet")
    library_people.put(edit, KeptPersona(Path("anna.json"), persona, photos.record()))


CARRIED_CARDS = fragment.of_cards(small_map(), {"card-1", "card-4"})
CARRIED_STEP = fragment.of_steps(small_map(), {"step-1"})

EDITS: dict[str, Callable[[Transaction], object]] = {
    "put a block in": put_a_block_in,
    "put a block in with its lane": put_a_block_in_with_its_lane,
    "put a persona in": put_a_persona_in,
    "type in a card": lambda edit: cards.set_text(
        edit, "card-15", "A longer text, on several lines of its card"
    ),
    "add a card": lambda edit: cards.add(edit, "lane-2", "step-2", "New"),
    "add a card where there is no room": add_a_card_where_there_is_no_room,
    "move a card": lambda edit: cards.move(edit, ["card-15"], "lane-3", "step-2", 3),
    "delete a card": lambda edit: cards.delete(edit, ["card-15"]),
    "duplicate a card": lambda edit: cards.duplicate(edit, ["card-15"]),
    "paste two cards": lambda edit: pasting.paste_cards(edit, CARRIED_CARDS, "lane-2", "step-1"),
    "paste a table": lambda edit: blocks.paste_block(
        edit, (("a", "b"), ("c", ""), ("d", "e")), "lane-2", "step-1", grows=False
    ),
    "paste a step": lambda edit: pasting.paste_steps(edit, CARRIED_STEP, "stage-2", "step-2"),
    "duplicate a step": lambda edit: duplicating.duplicate(edit, ["step-2"]),
    "write a cell as lines": lambda edit: cells.set_lines(
        edit, "lane-2", "step-2", ["First", *cells.card_lines(edit.document, "lane-2", "step-2")[2:]]
    ),
    "write feelings as lines": lambda edit: cells.set_feelings(edit, "lane-5", "step-2", ["+1.5 Curious"]),
    "drag a point": lambda edit: points.set_score(edit, "point-2", -1.5),
    "nudge two points": lambda edit: points.nudge(edit, ["point-1", "point-2"], 0.5),
    "add a wished-for point": lambda edit: points.put(edit, "lane-5", "step-2", 1, "persona-1", wished=True),
    "wish for a curve of two points": wish_for_a_curve_of_two_points,
    "give a point to another": lambda edit: points.set_curve(edit, ["point-2"], Curve("persona-2")),
    "show plain dots": lambda edit: lanes.set_faces(edit, ["lane-5"], False),
    "label a point": lambda edit: points.set_text(edit, "point-2", "Curious"),
    "rename a lane": lambda edit: lanes.rename(edit, "lane-2", "Another"),
    "move a lane": lambda edit: lanes.move(edit, ["lane-2"], 3),
    "add a lane": lambda edit: lanes.add(edit, "Another", role="goals", place=1),
    "rename a stage": lambda edit: stages.rename(edit, "stage-2", "Another"),
    "rename a step": lambda edit: stages.rename_step(edit, "step-2", "Another"),
    "colour a stage": lambda edit: stages.set_colour(edit, "stage-2", "teal"),
    "widen a step": lambda edit: stages.set_step_width(edit, ["step-2"], 200),
    "widen the lane heads": lambda edit: personas.set_lane_width(edit, 150),
    "collapse a lane": lambda edit: lanes.set_collapsed(edit, ["lane-2"], True),
    "hide a lane": lambda edit: lanes.set_hidden(edit, ["lane-2"], True),
    "rate a card": lambda edit: cards.rate(edit, ["card-15"], 2),
    "put a card on a board": lambda edit: priorities.put(edit, TOUCHPOINTS, ["card-15"], Place(1, 3)),
    "shift a card on a board": lambda edit: priorities.shift(edit, TOUCHPOINTS, ["card-15"], 1, 0),
    "widen a card": lambda edit: spans.set_span(edit, ["card-15"], 2),
    "widen cards by key": lambda edit: spans.widen(edit, ["card-5", "card-15"], 1),
    "drag a card's left edge": lambda edit: spans.move_beginnings(edit, ["card-55"], -1),
    "type in a bar": type_in_a_bar,
    "add a card under a bar": add_a_card_under_a_bar,
    "add a step inside a bar": add_a_step_inside_a_bar,
    "set a number": lambda edit: cards.set_fields(
        edit, ["card-25"], value=3.2, unit="%", target=5.0, trend=(2.1, 2.8)
    ),
    "say a metric": say_a_metric,
    "note a value twice": note_a_value_twice,
    "write a metric as a line": lambda edit: figures.write(edit, "card-25", "Rate: 4 %"),
    "paste metrics": lambda edit: blocks.paste_texts(edit, ["NPS 42 / 50", "Top 10"], "lane-3", "step-1"),
    "add blueprint lines": add_blueprint_lines_and_make_one_another,
    "show a picture": lambda edit: pictures.show(edit, ["card-15"], photos.record()),
    "show a picture and take it from one": show_a_picture_and_take_it_from_one,
    "take the last picture away": take_the_last_picture_away,
    "write a note": lambda edit: cards.set_fields(edit, ["card-15"], note="What they told us"),
    "mark a moment of truth": lambda edit: stages.set_moment_of_truth(edit, ["step-2"], True),
    "give a card a persona": lambda edit: cards.set_fields(edit, ["card-15"], persona="persona-1"),
    "delete a persona of three cards": lambda edit: personas.delete(edit, "persona-2"),
    "replace in a card": lambda edit: replacing.replace(edit, Match("card-15", "text", 0, 4), "Another"),
    "replace all in a card": lambda edit: replacing.replace_all(edit, Query("c"), "k", ["card-15"]),
    "give a card to a persona": lambda edit: belonging.give(edit, ["card-15"], "persona-2"),
    "give a point to a persona": lambda edit: belonging.give(edit, ["point-2"], "persona-2"),
    "move a persona": lambda edit: personas.move(edit, ["persona-2"], 0),
    "move a persona by key": lambda edit: moving.move_personas(edit, ["persona-1"], 1),
    "duplicate a persona": lambda edit: personas.duplicate(edit, ["persona-1"]),
    "rewrite the personas": rewrite_the_personas,
    "rename a persona": lambda edit: personas.set_fields(edit, "persona-1", name="Another"),
    "vote for a card": lambda edit: votes.give(edit, ["card-15"]),
    "sort a cell by votes": vote_and_sort_a_cell,
    "park a thought": lambda edit: parking.add(edit, "Another"),
    "park a card": lambda edit: parking.take_off_map(edit, ["card-15"]),
    "put a thought on the map": park_a_thought_and_put_it_on_the_map,
    "retitle": lambda edit: personas.set_title_block(edit, title="Another"),
    "add a stage": lambda edit: stages.add(edit, "Another", 1),
    "add a step": lambda edit: stages.add_step(edit, "stage-1", "Another", 0),
    "move two lanes": lambda edit: lanes.move(edit, ["lane-1", "lane-2"], 3),
    "move a stage": lambda edit: stages.move(edit, ["stage-2"], 0),
    "move a stage border": give_two_stages_steps_and_move_the_border,
    "move a step": lambda edit: stages.move_step(edit, "step-2", "stage-1", 0),
    "move cards down by key": lambda edit: moving.move_cards(edit, ["card-55", "card-60"], Direction.DOWN),
    "move cards left by key": lambda edit: moving.move_cards(edit, ["card-55", "card-56"], Direction.LEFT),
    "move lanes by key": lambda edit: moving.move_lanes(edit, ["lane-2", "lane-3"], 1),
    "move stages by key": lambda edit: moving.move_stages(edit, ["stage-1"], 1),
    "move steps by key": lambda edit: moving.move_steps(edit, ["step-1"], 1),
    "add a link": lambda edit: links.add(edit, "card-7", "step-2"),
    "label a link": label_a_link,
    "label a link that stands": lambda edit: links.set_text(edit, "link-1", "Sometimes"),
    "remove a link": lambda edit: deleting.delete(edit, ["link-1"]),
    "move a linked card": lambda edit: cards.move(edit, ["card-7"], "lane-2", "step-2", 0),
    "type in a linked card": lambda edit: cards.set_text(edit, "card-9", "A longer text, on several lines"),
    "delete a linked card": lambda edit: cards.delete(edit, ["card-7"]),
    "lead a link elsewhere": lead_a_link_elsewhere,
    "let a link leave": let_a_link_leave,
    "say how sure a card is": lambda edit: evidence.set_level(edit, ["card-15"], "observed"),
    "say what a card rests on": lambda edit: evidence.set_source(edit, ["card-15"], count=3),
    "remove a source": add_a_source_and_remove_it,
    "add a source": lambda edit: evidence.add_source(edit, ["card-15"], Source(name="Interviews", count=3)),
    "dismiss a finding": lambda edit: edit.put(Dismissal(id="dismissal-1", rule="no-persona", reason="One")),
    "dismiss a finding at a card": lambda edit: edit.put(
        Dismissal(id="dismissal-1", rule="unrated-pain", place="card-15")
    ),
    "dismiss two findings and readmit one": dismiss_and_readmit,
    "answer a pain": mend("answer", "opportunities, ideas", "card-15"),
    "add a lacking lane": mend("add_lane", "touchpoints"),
    "add the last stages": mend("add_last_stages"),
    "add the missing lines": mend("add_lines"),
    "plan a review": mend("plan_review"),
    "begin a persona": mend("begin_persona"),
    "mark a plan done": lambda edit: cards.set_fields(edit, ["card-15"], done=True),
    "rename a kept state": lambda edit: snapshots.rename(edit, "snapshot-1", "Another"),
    "put a hint into a cell": lambda edit: prompts.put(edit, "lane-1", "step-1", "What do they do?"),
}

#: Edits after which each card of one column is set anew: 40 in maps of every size.
WHOLE_COLUMNS = {"widen a step"}
#: Edits that copy each card of one column: it is read, written, checked with its lane and step, laid out.
COPIED_COLUMNS = {"duplicate a step"}
CARDS_IN_A_COLUMN = 40
#: Edits that write each of the ten cards of one cell twice: it is read for each, checked, laid out.
REORDERED_CELLS = {"add a card where there is no room": 6 * 10}


class Reads:
    """The document's record table, counting every read of a record."""

    def __init__(self, records: dict[str, Record]) -> None:
        self._records = records
        self.count = 0

    def __getitem__(self, id_: str) -> Record:
        self.count += 1
        return self._records[id_]

    def get(self, id_: str) -> Record | None:
        self.count += 1
        return self._records.get(id_)

    def __iter__(self) -> Any:
        self.count += len(self._records)
        return iter(self._records)

    def values(self) -> Any:
        self.count += len(self._records)
        return self._records.values()

    def __contains__(self, id_: str) -> bool:
        return id_ in self._records

    def __setitem__(self, id_: str, record: Record) -> None:
        self._records[id_] = record

    def __delitem__(self, id_: str) -> None:
        del self._records[id_]


class CountingShaper:
    """A shaper that counts what it is asked to shape."""

    def __init__(self) -> None:
        self._shaper = QtShaper()
        self.count = 0

    def shape(self, *arguments: Any, **options: Any) -> ShapedText:
        self.count += 1
        return self._shaper.shape(*arguments, **options)


def map_to_edit(size: int) -> Document:
    """Return a map with what the edits change."""
    document = large_map(size)
    with document.edit("Tom") as edit:
        personas.add(edit, "Tom")
        cards.set_fields(edit, ["card-1", "card-11", "card-21"], persona="persona-2")
        lanes.set_role(edit, "lane-2", "touchpoints")  # card-15 can be rated
        lanes.set_role(edit, "lane-3", "metrics")  # card-25 can have a number
        links.add(edit, "card-7", "card-48", text="then")
        links.add(edit, "card-9", kind=LEAVES, text="gives up")
        snapshots.take(edit, "Then")
    return document


@pytest.fixture(scope="module")
def sessions(qapp: object) -> dict[int, tuple[Session, Reads, CountingShaper]]:
    assert qapp is not None
    made = {}
    for size in SIZES:
        document = map_to_edit(size)
        shaper = CountingShaper()
        session, counter = Session(document, shaper), Reads(document._records)
        document._records = counter  # type: ignore[assignment]
        made[size] = session, counter, shaper
    return made


def touches(
    session: Session, counter: Reads, shaper: CountingShaper, change: Callable[[Transaction], object]
) -> list[tuple[int, int]]:
    """Return the records read and texts shaped by an edit, its undo, its redo and its undo again."""
    counts = []
    for act in (lambda: edit(session, change), session.undo, session.redo, session.undo):
        counter.count = shaper.count = 0
        act()
        counts.append((counter.count, shaper.count))
    return counts


def edit(session: Session, change: Callable[[Transaction], object]) -> None:
    with session.edit("Edit") as transaction:
        change(transaction)


@pytest.mark.parametrize("name", EDITS)
def test_touches_do_not_grow_with_the_map(
    name: str, sessions: dict[int, tuple[Session, Reads, CountingShaper]]
) -> None:
    counts = {size: touches(*sessions[size], EDITS[name]) for size in SIZES}
    assert counts[100] == counts[1000] == counts[10_000]
    assert 0 < sum(counts[100][0]) < most_touches(name)


def most_touches(name: str) -> int:
    a_card = 2 if name in WHOLE_COLUMNS else 8 if name in COPIED_COLUMNS else 0
    return 60 + a_card * CARDS_IN_A_COLUMN + REORDERED_CELLS.get(name, 0)


class Following:
    """What is found in a session's map and what suits a lens, while the find bar and a filter are open.

    The evidence strip is shown meanwhile, the shares of the map are told elsewhere too, and the health check
    marks what it will look at again.
    """

    def __init__(self, session: Session) -> None:
        document = session.document
        with session.edit("Show") as edit:
            evidence.show_strip(edit, True)
        self.agenda = Agenda(document, date(2026, 11, 22))
        self.shares = Shares(document)
        self.matches = Matches(document, Query("c"))
        self.suited = Suited(document, Lens(personas=frozenset({""}), roles=frozenset({"actions"})))
        self.checkup = Checkup(document, date(2026, 11, 22), rules()[0])
        list(self.matches)

    def follow(self, change: Change, _damage: Damage) -> None:
        self.matches.apply(change)
        self.suited.apply(change)
        self.shares.apply(change)
        self.agenda.apply(change)
        self.checkup.touch(change)
        assert self.matches.after("card-20") is not None


@pytest.fixture(scope="module")
def following(sessions: dict[int, tuple[Session, Reads, CountingShaper]]) -> dict[int, Following]:
    return {size: Following(session) for size, (session, _reads, _shaper) in sessions.items()}


@pytest.mark.parametrize("name", EDITS)
def test_nor_do_they_while_something_is_sought_and_the_map_is_filtered(
    name: str,
    sessions: dict[int, tuple[Session, Reads, CountingShaper]],
    following: dict[int, Following],
) -> None:
    counts = {}
    for size in SIZES:
        session, follow = sessions[size][0], following[size].follow
        session.listen(follow)
        counts[size] = touches(*sessions[size], EDITS[name])
        session._listeners.remove(follow)
    assert counts[100] == counts[1000] == counts[10_000]
    assert 0 < sum(counts[100][0]) < 2 * most_touches(name)
