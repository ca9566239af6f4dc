"""A session under any sequence of edits: what is derived equals its from-scratch twin after every step."""

from datetime import date
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from journeymapper.document import fragment
from journeymapper.document.indexes import Indexes
from journeymapper.document.lens import Lens, Suited
from journeymapper.document.links import LINK_KINDS
from journeymapper.document.priorities import BOARDS, UNRATED, Board, Place, Standing
from journeymapper.document.records import (
    NOBODY,
    OUTSIDE,
    Card,
    Curve,
    Dismissal,
    EmotionPoint,
    Lane,
    Link,
    Parked,
    Persona,
    Picture,
    Record,
    Snapshot,
    Source,
    Stage,
    Step,
)
from journeymapper.document.roles import DIVIDER, LINES, ROLES, holds_cards
from journeymapper.document.searching import Matches, Query
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
from journeymapper.files.native import read, written
from journeymapper.guide.health import fixes
from journeymapper.guide.health.checkup import Checkup
from journeymapper.guide.health.rule import rules
from journeymapper.guide.library import people as library_people
from journeymapper.guide.library import putting as library_putting
from journeymapper.guide.library.block import Block
from journeymapper.guide.library.people import KeptPersona
from journeymapper.guide.library.putting import goal_of
from journeymapper.guide.review import snapshots
from journeymapper.guide.review.agenda import Agenda
from journeymapper.guide.review.cycle import standing
from journeymapper.guide.review.finishing import finish
from journeymapper.layout.map_layout import MapLayout
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from journeymapper.ui.lane_roles import give_role
from tests import photos
from tests.maps import crowd, small_map

PLACES = st.integers(0, 6)
WORDS = st.sampled_from(
    ["", "Pays", "Gaida čeku", "เปรียบเทียบราคาสินค้า", "A much longer text that needs several lines"]
)
SCORES = st.sampled_from([-2.0, -0.5, 0.0, 1.25, 2.0])
#: Copies are made no more on maps of so many records: all else is slower there.
LARGE = 120
NUMBERS = st.sampled_from([None, 0.0, -4.5, 3.2, 5.0, 1234567.0, 1e308])
FIGURES = st.sampled_from(["Rate: 3.2 % / 5 %", "NPS 42 / 50", "Top 10", "Rate", "Gaida čeku: 4,5 stundas"])
BOARD_PLACES = st.builds(Place, st.integers(1, 3), st.integers(1, 3)) | st.just(UNRATED)
PICTURES = st.sampled_from([photos.record(), photos.record(24, 90, "green"), photos.broken()])
BLOCKS = (
    Block(text="Live chat", role="touchpoints", channel="Chat", online=True, note="With people behind it"),
    Block(text="Conversion rate", role="metrics", unit="%", value=3.0, tags=("figures",)),
)
PEOPLE = tuple(
    KeptPersona(Path("kept.json"), Persona(id="persona", order="a0", name=name, colour="violet"), picture)
    for name, picture in (("Maya", photos.record()), ("ราคา", None))
)
TODAY = date(2026, 11, 22)
DAYS = st.sampled_from([None, date.min, date(2025, 11, 21), TODAY, date(2027, 2, 28), date.max])
WIDTHS = st.sampled_from([20.0, 80.3, 131.0, 200.7, 500.0])
CHECKS = rules()[0]


class SessionMachine(RuleBasedStateMachine):
    shaper: QtShaper

    @initialize()
    def begin(self) -> None:
        self.session = Session(small_map(), self.shaper)
        self.first = written(self.session.document)
        self.carried = fragment.Fragment()
        self.whole = fragment.Fragment(what="lanes")
        self.matches = Matches(self.session.document, Query("e"))
        lens = Lens(personas=frozenset({"", "persona-1"}), roles=frozenset({"actions", "goals", "emotion"}))
        self.suited = Suited(self.session.document, lens)
        self.session.listen(lambda change, _damage: self.matches.apply(change))
        self.session.listen(lambda change, _damage: self.suited.apply(change))
        self.boards = [Standing(self.session.document, board) for board in BOARDS]
        self.session.listen(lambda change, _damage: [board.apply(change) for board in self.boards])
        self.checkup = Checkup(self.session.document, date(2026, 11, 22), CHECKS)
        self.session.listen(lambda change, _damage: self.checkup.touch(change))
        self.slices: int | None = None
        self.agenda = Agenda(self.session.document, TODAY)
        self.session.listen(lambda change, _damage: self.agenda.apply(change))
        self.shares = Shares(self.session.document)
        self.session.listen(lambda change, _damage: self.shares.apply(change))

    def ids(self, kind: type[Record]) -> list[str]:
        return sorted(record.id for record in self.session.document if isinstance(record, kind))

    def one(self, kind: type[Record], number: int) -> str | None:
        found = self.ids(kind)
        return found[number % len(found)] if found else None

    def cell(self, number: int, with_cards: bool = True) -> tuple[str, str] | None:
        document = self.session.document
        rows = [id_ for id_ in self.ids(Lane) if holds_cards(document.get(id_, Lane).lane_kind) == with_cards]
        steps = self.ids(Step)
        return (rows[number % len(rows)], steps[number // 2 % len(steps)]) if rows and steps else None

    def end(self, number: int) -> str | None:
        """What a link can begin or end at."""
        return self.one(Card if number % 3 else Step, number)

    @rule(number=PLACES, words=WORDS, rating=st.integers(0, 3))
    def add_card(self, number: int, words: str, rating: int) -> None:
        if cell := self.cell(number):
            with self.session.edit("Add card") as edit:
                cards.add(edit, *cell, words, number % 3, importance=rating, online=bool(rating))

    @rule(number=PLACES, goal=PLACES, adds=st.booleans())
    def put_a_block_in(self, number: int, goal: int, adds: bool) -> None:
        block, cell = BLOCKS[number % len(BLOCKS)], self.cell(goal) or ("", "")
        wanted = goal_of(self.session.document, block, *cell)
        if wanted is not None and (wanted.lane or adds):
            with self.session.edit("Put block") as edit:
                if wanted.lane:
                    library_putting.put(edit, block, *wanted, number)
                else:
                    library_putting.put_with_lane(edit, block, wanted.step)

    @rule(number=PLACES)
    def put_a_persona_in(self, number: int) -> None:
        if len(self.ids(Persona)) < 6:
            with self.session.edit("Put persona") as edit:
                library_people.put(edit, PEOPLE[number % len(PEOPLE)])

    @rule(number=PLACES, words=WORDS)
    def type_text(self, number: int, words: str) -> None:
        if card := self.one(Card, number):
            with self.session.edit("Type", merge_key=("text", card)) as edit:
                cards.set_text(edit, card, words)

    @rule(number=PLACES)
    def leave_no_room_between_siblings(self, number: int) -> None:
        indexes, cell, stage = self.session.document.indexes, self.cell(number), self.one(Stage, number)
        with self.session.edit("Crowd") as edit:
            crowd(edit, indexes.lanes)
            crowd(edit, indexes.stages)
            crowd(edit, indexes.steps_of.get(stage or "", []))
            crowd(edit, indexes.cards_in.get(cell or ("", ""), []))

    @rule(number=PLACES, goal=PLACES, place=PLACES)
    def move_cards(self, number: int, goal: int, place: int) -> None:
        cell, chosen = self.cell(goal), self.ids(Card)[number : number + 2]
        if cell and chosen:
            with self.session.edit("Move") as edit:
                cards.move(edit, chosen, *cell, place)

    @rule(number=PLACES, keep=st.booleans())
    def drag_and_drop_or_give_up(self, number: int, keep: bool) -> None:
        before, mark = written(self.session.document), self.session.mark()
        self.session.hold({self.session.document.get(card, Card).lane for card in self.ids(Card)[:3]})
        for target in (number, number + 1, number + 2):
            cell, card = self.cell(target), self.one(Card, number)
            if cell and card:
                with self.session.edit("Drag", merge_key="drag") as edit:
                    cards.move(edit, [card], *cell, target)
        if keep:
            self.session.end_step()
        else:
            self.session.bail(mark)
            assert written(self.session.document) == before
        self.session.release()

    @rule(number=PLACES, several=st.integers(1, 3), direction=st.sampled_from(Direction))
    def move_by_key(self, number: int, several: int, direction: Direction) -> None:
        def chosen(kind: type[Record]) -> list[str]:
            return self.ids(kind)[number : number + several]

        with self.session.edit("Move") as edit:
            moving.move_cards(edit, chosen(Card), direction)
            moving.move_lanes(edit, chosen(Lane), direction.by)
            moving.move_stages(edit, chosen(Stage), direction.by)
            moving.move_steps(edit, chosen(Step), direction.by)

    @rule(number=PLACES, level=st.sampled_from(["", "assumption", "measured"]), words=WORDS)
    def say_what_cards_rest_on(self, number: int, level: str, words: str) -> None:
        with self.session.edit("Evidence") as edit:
            chosen = self.ids(Card)[number : number + 2]
            evidence.set_level(edit, chosen, level)
            evidence.set_source(edit, chosen, number % 3, count=number, name=words, quote=words)
            if number % 5 == 0:
                evidence.add_source(edit, chosen, Source(name=words, link=words))
                evidence.remove_source(edit, chosen, -1 - number % 2)

    @rule(shown=st.booleans())
    def show_the_evidence_strip_or_hide_it(self, shown: bool) -> None:
        with self.session.edit("Strip") as edit:
            evidence.show_strip(edit, shown)

    @rule(number=PLACES, column=PLACES, words=WORDS)
    def put_a_hint_into_a_cell(self, number: int, column: int, words: str) -> None:
        lanes, steps = self.ids(Lane), self.ids(Step)
        if not lanes or not steps:
            return
        lane, step = lanes[number % len(lanes)], steps[column % len(steps)]
        with self.session.edit("Hint") as edit:
            prompts.put(edit, lane, step, words)

    @rule(number=PLACES, words=WORDS)
    def dismiss_a_finding(self, number: int, words: str) -> None:
        places = [*self.ids(Card), *self.ids(Step), *self.ids(Lane), ""]
        place = places[number % len(places)]
        if self.session.document.indexes.dismissal("rule", place) is None:
            with self.session.edit("Not for this map") as edit:
                edit.put(Dismissal(id=edit.new_id(Dismissal.kind), rule="rule", place=place, reason=words))

    @rule(number=PLACES)
    def mend_what_is_found(self, number: int) -> None:
        self.checkup.work()
        found = [finding for finding in self.checkup.findings() if fixes.is_edit(finding)]
        for finding in found[number : number + 1]:
            with self.session.edit(fixes.fix_words(finding)) as edit:
                chosen = fixes.fix(edit, finding, self.checkup.today)
            assert all(id_ in self.session.document for id_ in chosen)
            self.checkup.work()
            assert (finding.rule, finding.place) not in {(f.rule, f.place) for f in self.checkup.findings()}

    @rule(number=PLACES, words=WORDS)
    def say_that_findings_are_none_and_that_they_are(self, number: int, words: str) -> None:
        self.checkup.work()
        with self.session.edit("Not for this map") as edit:
            for finding in self.checkup.findings()[number : number + 2]:
                fixes.dismiss(edit, finding, words)
            for finding, _reason in self.checkup.dismissed()[: number // 2]:
                fixes.readmit(edit, finding.rule, finding.place)

    @rule(day=st.sampled_from([date(2026, 11, 22), date(2027, 2, 1)]))
    def check_on_another_day(self, day: date) -> None:
        self.checkup.at(day)

    @rule(slices=st.sampled_from([0, 1, 5, 20, None]))
    def give_the_checkup_so_many_slices_of_time(self, slices: int | None) -> None:
        self.slices = slices

    @rule(number=PLACES)
    def change_kind_and_audience(self, number: int) -> None:
        kinds = ["", "current_state", "day_in_the_life", "future_state", "service_blueprint"]
        with self.session.edit("Kind") as edit:
            audience = ("", "consumers", "businesses")[number % 3]
            personas.set_title_block(edit, map_kind=kinds[number % 5], audience=audience)

    @rule(number=PLACES, day=st.sampled_from([None, "2026-11-21", "2027-01-15"]))
    def date_and_rate_cards(self, number: int, day: str | None) -> None:
        chosen = self.ids(Card)[number : number + 2]
        with self.session.edit("Date") as edit:
            cards.set_fields(edit, chosen, due=day, owner="Tom", severity=number % 4, effort=number % 3)
            evidence.add_source(edit, chosen, Source(day=day))
            personas.set_title_block(edit, next_review=day)

    @rule(number=PLACES)
    def duplicate_or_delete_cards(self, number: int) -> None:
        chosen = self.ids(Card)[number : number + 3]
        with self.session.edit("Change cards") as edit:
            if number % 2:
                cards.duplicate(edit, chosen)
            else:
                cards.delete(edit, chosen)

    @rule(number=PLACES, rating=st.integers(0, 3))
    def rate_cards(self, number: int, rating: int) -> None:
        with self.session.edit("Rate") as edit:
            cards.rate(edit, self.ids(Card)[number : number + 3], rating)

    @rule(number=PLACES, board=st.sampled_from(BOARDS), place=BOARD_PLACES)
    def put_cards_on_a_board(self, number: int, board: Board, place: Place) -> None:
        chosen = self.ids(Card)[number : number + 3]
        with self.session.edit("Priority", merge_key="priority") as edit:
            priorities.put(edit, board, chosen, place)
            priorities.shift(edit, board, chosen[:1], number % 3 - 1, number % 2)
            if number == 0:
                priorities.clear(edit, board, chosen[1:])

    @rule(number=PLACES, span=st.sampled_from([1, 2, 3, 999]))
    def let_cards_cover_columns(self, number: int, span: int) -> None:
        with self.session.edit("Span") as edit:
            spans.set_span(edit, self.ids(Card)[number : number + 2], span)

    @rule(number=PLACES, by=st.sampled_from([-9, -1, 1, 2]), at_the_left=st.booleans())
    def drag_edges_of_cards(self, number: int, by: int, at_the_left: bool) -> None:
        with self.session.edit("Edge", merge_key="edge") as edit:
            change = spans.move_beginnings if at_the_left else spans.widen
            change(edit, self.ids(Card)[number : number + 2], by)

    @rule(number=PLACES, picture=PICTURES, by_persona=st.booleans())
    def show_pictures(self, number: int, picture: Picture, by_persona: bool) -> None:
        with self.session.edit("Show") as edit:
            chosen = [*self.ids(Card)[number : number + 2], *self.ids(Persona)[: int(by_persona)]]
            pictures.show(edit, chosen, picture)

    @rule(number=PLACES)
    def take_pictures_away(self, number: int) -> None:
        with self.session.edit("Take away") as edit:
            pictures.take_away(edit, [*self.ids(Card)[number : number + 3], *self.ids(Persona)[number:]])

    @rule(number=PLACES, words=WORDS)
    def write_notes_and_tags(self, number: int, words: str) -> None:
        chosen = self.ids(Card)[number : number + 2]
        with self.session.edit("Note") as edit:
            cards.set_fields(edit, chosen, note=words, tags=(words, "tag") if words else ())

    @rule(number=PLACES, whose=PLACES)
    def give_cards_a_persona(self, number: int, whose: int) -> None:
        chosen, persona = self.ids(Card)[number : number + 3], self.one(Persona, whose)
        with self.session.edit("Persona") as edit:
            cards.set_fields(edit, chosen, persona=(persona or NOBODY) if whose % 3 else NOBODY)

    @rule(number=PLACES, is_one=st.booleans())
    def mark_moments_of_truth(self, number: int, is_one: bool) -> None:
        with self.session.edit("Moment of truth") as edit:
            stages.set_moment_of_truth(edit, self.ids(Step)[number : number + 2], is_one)

    @rule(number=PLACES)
    def copy(self, number: int) -> None:
        self.carried = fragment.of_cards(self.session.document, set(self.ids(Card)[number : number + 3]))

    @rule(number=PLACES)
    def paste(self, number: int) -> None:
        if cell := self.cell(number):
            with self.session.edit("Paste") as edit:
                pasting.paste_cards(edit, self.carried, *cell)

    @rule(number=PLACES, kind=st.sampled_from([Lane, Stage, Step]))
    def copy_whole(self, number: int, kind: type[Record]) -> None:
        carry = {Lane: fragment.of_lanes, Stage: fragment.of_stages, Step: fragment.of_steps}[kind]
        carried = carry(self.session.document, set(self.ids(kind)[number : number + 2]))
        again = fragment.from_json(fragment.to_json(carried))
        assert again is not None
        self.whole = again

    @rule(number=PLACES)
    def paste_whole(self, number: int) -> None:
        if len(self.session.document) > LARGE:
            return
        stage, step = self.one(Stage, number) or "", self.one(Step, number) or ""
        if step:
            stage = self.session.document.get(step, Step).stage
        with self.session.edit("Paste whole") as edit:
            match self.whole.what:
                case "lanes":
                    pasting.paste_lanes(edit, self.whole, self.one(Lane, number) or "")
                case "stages":
                    pasting.paste_stages(edit, self.whole, stage)
                case _:
                    pasting.paste_steps(edit, self.whole, stage, step)

    @rule(number=PLACES, width=st.integers(1, 3), words=WORDS, grows=st.booleans())
    def paste_block(self, number: int, width: int, words: str, grows: bool) -> None:
        block = tuple((words, *("cell",) * (width - 1)) for _row in range(2))
        lane, step = self.one(Lane, number) or "", self.one(Step, number) or ""
        with self.session.edit("Paste block") as edit:
            pasted = blocks.paste_block(edit, block, lane, step, grows)
            if grows:
                assert pasted.left_out == 0

    @rule(number=PLACES, kind=st.sampled_from([Lane, Stage, Step, Card]))
    def duplicate(self, number: int, kind: type[Record]) -> None:
        if len(self.session.document) <= LARGE:
            with self.session.edit("Duplicate") as edit:
                duplicating.duplicate(edit, self.ids(kind)[number : number + 2])

    @rule(number=PLACES, score=SCORES, words=WORDS, wished=st.booleans())
    def put_point(self, number: int, score: float, words: str, wished: bool) -> None:
        cell, persona = self.cell(number, False), self.one(Persona, number)
        if cell and self.session.document.get(cell[0], Lane).lane_kind == "emotion":
            with self.session.edit("Feel") as edit:
                point = points.put(edit, *cell, score, persona or "", wished=wished)
                points.set_text(edit, point, words)

    @rule(number=PLACES, whose=PLACES)
    def wish_for_a_curve(self, number: int, whose: int) -> None:
        lane, persona = self.one(Lane, number), self.one(Persona, whose)
        if lane and self.session.document.get(lane, Lane).lane_kind == "emotion":
            with self.session.edit("Wish") as edit:
                points.wish(edit, lane, (persona or NOBODY) if whose % 3 else NOBODY)

    @rule(number=PLACES, whose=PLACES, by=st.sampled_from([0.5, -0.5, 0.1, 3.0]))
    def nudge_scores_and_give_points_to_others(self, number: int, whose: int, by: float) -> None:
        chosen, persona = self.ids(EmotionPoint)[number : number + 3], self.one(Persona, whose)
        with self.session.edit("Nudge") as edit:
            points.nudge(edit, chosen, by)
            points.set_curve(edit, chosen[:whose], Curve(persona or NOBODY, wished=bool(whose % 2)))

    @rule(number=PLACES, faces=st.booleans())
    def show_faces_or_dots(self, number: int, faces: bool) -> None:
        with self.session.edit("Faces") as edit:
            lanes.set_faces(edit, self.ids(Lane)[number : number + 2], faces)

    @rule(number=PLACES, words=st.lists(WORDS, max_size=4))
    def write_a_cell_as_lines(self, number: int, words: list[str]) -> None:
        if cell := self.cell(number):
            with self.session.edit("Edit cell") as edit:
                standing = cells.card_lines(edit.document, *cell)
                lines = [*standing[number % 2 :], *words, *standing[: number % 3]]
                cells.set_lines(edit, *cell, lines)
                texts = [cells.text_of(line) for line in cells.card_lines(edit.document, *cell)]
                wanted = [cells.text_of(line) for line in lines]
                assert [text for text in texts if text] == [text for text in wanted if text]

    @rule(number=PLACES, scores=st.lists(SCORES, max_size=2), words=WORDS)
    def write_feelings_as_lines(self, number: int, scores: list[float], words: str) -> None:
        cell = self.cell(number, False)
        if cell and self.session.document.get(cell[0], Lane).lane_kind == "emotion":
            lines = [f"{score:+g} {words}" for score in scores]
            before = written(self.session.document)
            try:
                with self.session.edit("Edit cell") as edit:
                    cells.set_feelings(edit, *cell, lines)
            except cells.FeelingError:
                assert written(self.session.document) == before
            else:
                assert len(self.session.document.indexes.points(*cell)) == len(lines)

    @rule(number=PLACES)
    def make_a_lane_one_of_metrics(self, number: int) -> None:
        if lane := self.one(Lane, number):
            with self.session.edit("Role") as edit:
                lanes.set_role(edit, lane, "metrics")

    @rule(number=PLACES, value=NUMBERS, goal=NUMBERS, trend=st.lists(NUMBERS, max_size=3), words=WORDS)
    def measure(
        self, number: int, value: float | None, goal: float | None, trend: list[float | None], words: str
    ) -> None:
        earlier = [past for past in trend if past is not None]
        with self.session.edit("Measure") as edit:
            chosen = self.ids(Card)[number : number + 2]
            cards.set_fields(edit, chosen, value=value, unit=words, target=goal, trend=earlier)
            if value is not None:
                figures.note(edit, chosen[:1], value)

    @rule(number=PLACES, words=FIGURES)
    def say_metrics(self, number: int, words: str) -> None:
        chosen = self.ids(Card)[number : number + 2]
        with self.session.edit("Metric", merge_key="metric") as edit:
            for card in chosen:
                cards.set_text(edit, card, words)
                figures.take(edit, card)
            for card in chosen[1:]:
                figures.write(edit, card, words)

    @rule(number=PLACES, role=st.sampled_from(list(LINES)))
    def draw_blueprint_lines(self, number: int, role: str) -> None:
        if len(self.ids(Lane)) < 12:
            with self.session.edit("Blueprint") as edit:
                blueprint.add_lines(edit)
        found = [lane for lane in self.ids(Lane) if self.is_divider(lane)]
        with self.session.edit("Line") as edit:
            for lane in found[number : number + 2]:
                give_role(edit, lane, role)

    def is_divider(self, lane: str) -> bool:
        return self.session.document.get(lane, Lane).lane_kind == DIVIDER

    @rule(number=PLACES)
    def delete_point(self, number: int) -> None:
        if point := self.one(EmotionPoint, number):
            with self.session.edit("Delete point") as edit:
                points.delete(edit, point)

    @rule(
        number=PLACES, words=WORDS, kind=st.sampled_from(["cards", "emotion", "divider", "from the future"])
    )
    def add_lane(self, number: int, words: str, kind: str) -> None:
        with self.session.edit("Add lane") as edit:
            lanes.add(edit, words, kind, list(ROLES)[number], words, number)

    @rule(number=PLACES, place=PLACES, words=WORDS)
    def change_lane(self, number: int, place: int, words: str) -> None:
        if lane := self.one(Lane, number):
            with self.session.edit("Change lane") as edit:
                lanes.move(edit, [lane], place)
                lanes.rename(edit, lane, words)
                lanes.set_role(edit, lane, list(ROLES)[place])

    @rule(number=PLACES, collapsed=st.booleans())
    def collapse_or_expand_lanes(self, number: int, collapsed: bool) -> None:
        with self.session.edit("Collapse") as edit:
            lanes.set_collapsed(edit, self.ids(Lane)[number : number + 2], collapsed)

    @rule(number=PLACES, hidden=st.booleans())
    def hide_or_show_lanes(self, number: int, hidden: bool) -> None:
        with self.session.edit("Hide") as edit:
            lanes.set_hidden(edit, self.ids(Lane)[number : number + 2], hidden)

    @rule(number=PLACES, width=WIDTHS)
    def widen_steps(self, number: int, width: float) -> None:
        with self.session.edit("Widen") as edit:
            stages.set_step_width(edit, self.ids(Step)[number : number + 2], width)

    @rule(width=WIDTHS)
    def widen_lane_heads(self, width: float) -> None:
        with self.session.edit("Widen lane heads") as edit:
            personas.set_lane_width(edit, width)

    @rule(number=PLACES, goal=PLACES, words=WORDS)
    def link_up(self, number: int, goal: int, words: str) -> None:
        source, target = self.end(number), self.end(goal)
        if source and target and source != target:
            with self.session.edit("Link") as edit:
                links.add(edit, source, target if goal else OUTSIDE, text=words)

    @rule(number=PLACES, goal=PLACES, words=WORDS, kind=st.sampled_from([*LINK_KINDS, "haunts"]))
    def change_links(self, number: int, goal: int, words: str, kind: str) -> None:
        target = self.end(goal)
        with self.session.edit("Change links") as edit:
            links.set_kind(edit, self.ids(Link)[number : number + 2], kind)
            if link := self.one(Link, number):
                links.set_text(edit, link, words)
                if target and target != edit.get(link, Link).source:
                    links.lead_to(edit, link, target)

    @rule(number=PLACES)
    def delete_links(self, number: int) -> None:
        with self.session.edit("Delete links") as edit:
            deleting.delete(edit, self.ids(Link)[number : number + 2])

    @rule(number=PLACES)
    def delete_lane(self, number: int) -> None:
        if lane := self.one(Lane, number):
            with self.session.edit("Delete lane") as edit:
                lanes.delete(edit, lane)

    @rule(number=PLACES, words=WORDS, bare=st.booleans())
    def add_stage(self, number: int, words: str, bare: bool) -> None:
        with self.session.edit("Add stage") as edit:
            if bare:
                stages.add_bare(edit, words, number)
            else:
                stages.add(edit, words, number, words)

    @rule(number=PLACES, place=PLACES, words=WORDS)
    def change_stage(self, number: int, place: int, words: str) -> None:
        if stage := self.one(Stage, number):
            with self.session.edit("Change stage") as edit:
                stages.move(edit, [stage], place)
                stages.rename(edit, stage, words)
                stages.set_colour(edit, stage, "teal")

    @rule(number=PLACES, by=st.integers(-3, 3))
    def move_stage_border(self, number: int, by: int) -> None:
        if stage := self.one(Stage, number):
            columns = list(self.session.document.indexes.columns())
            with self.session.edit("Move border") as edit:
                stages.move_border(edit, stage, by)
            assert self.session.document.indexes.columns() == columns

    @rule(number=PLACES, by=st.sampled_from([-60.0, 20.0, 333.3]), place=PLACES)
    def move_and_widen_several(self, number: int, by: float, place: int) -> None:
        goal = self.one(Stage, place)
        with self.session.edit("Move several") as edit:
            stages.widen_steps(edit, self.ids(Step)[number : number + 2], by)
            lanes.move(edit, self.ids(Lane)[number : number + 2], place)
            stages.move(edit, self.ids(Stage)[number : number + 2], place)
            if goal:
                stages.move_steps(edit, self.ids(Step)[number : number + 2], goal, place)

    @rule(number=PLACES, goal=PLACES, place=PLACES)
    def move_step(self, number: int, goal: int, place: int) -> None:
        step, stage = self.one(Step, number), self.one(Stage, goal)
        if step and stage:
            with self.session.edit("Move step") as edit:
                stages.move_step(edit, step, stage, place)
                stages.rename_step(edit, step, "Moved")

    @rule(number=PLACES)
    def delete_step_or_stage(self, number: int) -> None:
        step, stage = self.one(Step, number), self.one(Stage, number)
        with self.session.edit("Delete") as edit:
            if number % 2 and step:
                stages.delete_step(edit, step)
            elif stage:
                stages.delete(edit, stage)

    @rule(number=PLACES, words=WORDS)
    def change_personas(self, number: int, words: str) -> None:
        persona = self.one(Persona, number)
        with self.session.edit("Change personas") as edit:
            if persona and number % 3 == 0:
                personas.delete(edit, persona)
            elif persona and number % 3 == 1:
                personas.set_fields(edit, persona, name=words, quote=words)
            else:
                personas.add(edit, words)

    @rule(number=PLACES, place=PLACES, by=st.sampled_from([-1, 1]))
    def move_and_duplicate_personas(self, number: int, place: int, by: int) -> None:
        chosen = self.ids(Persona)[number : number + 2]
        with self.session.edit("Move personas") as edit:
            personas.move(edit, chosen, place)
            moving.move_personas(edit, chosen[:1], by)
            if len(self.ids(Persona)) < 6:
                personas.duplicate(edit, chosen[:1])

    @rule(number=PLACES, words=WORDS, colour=st.sampled_from(["", "teal", "mauve"]))
    def rewrite_personas(self, number: int, words: str, colour: str) -> None:
        known = [self.session.document.get(id_, Persona) for id_ in self.ids(Persona)]
        new = Persona(id="new", order="a0", name=words, family=words, colour=colour)
        kept = known[number % 3 :][:5]
        wanted = [*kept[1:], new, *kept[:1]]
        with self.session.edit("Edit personas") as edit:
            ids, _gone = personas.rewrite(edit, wanted)
        assert ids == [id_ for _order, id_ in self.session.document.indexes.personas]

    @rule(number=PLACES, whose=PLACES)
    def give_to_a_persona(self, number: int, whose: int) -> None:
        ids = [*self.ids(Card)[number : number + 2], *self.ids(EmotionPoint)[number : number + 2]]
        persona = (self.one(Persona, whose) or NOBODY) if whose % 3 else NOBODY
        with self.session.edit("Give") as edit:
            given = belonging.give(edit, ids, persona)
        assert given.cards + given.points + given.refused == len(ids)

    @rule(sought=st.sampled_from(["", "a", "pays", "ราคา", "E", "zzz"]), words=WORDS, whole=st.booleans())
    def replace_all(self, sought: str, words: str, whole: bool) -> None:
        document = self.session.document
        found = Matches(document, Query(sought, whole_words=whole))
        with self.session.edit("Replace all") as edit:
            assert replacing.replace_all(edit, found.query, words, found.records()) == found.count

    @rule(words=WORDS)
    def replace_one(self, words: str) -> None:
        if match := next(iter(self.matches), None):
            with self.session.edit("Replace") as edit:
                replacing.replace(edit, match, words)

    @rule(words=WORDS)
    def change_title(self, words: str) -> None:
        with self.session.edit("Change title") as edit:
            personas.set_title_block(edit, title=words, business=words, reviewed="2026-11-01")

    @rule(number=PLACES)
    def fail(self, number: int) -> None:
        before = written(self.session.document)
        try:
            with self.session.edit("Fail") as edit:
                if lane := self.one(Lane, number):
                    lanes.delete(edit, lane)
                raise ZeroDivisionError
        except ZeroDivisionError:
            assert written(self.session.document) == before

    @rule(number=PLACES, due=DAYS, done=st.booleans(), day=DAYS, role=st.sampled_from(["ideas", "actions"]))
    def plan(self, number: int, due: date | None, done: bool, day: date | None, role: str) -> None:
        chosen = self.ids(Card)[number : number + 2]
        with self.session.edit("Plan") as edit:
            cards.set_fields(edit, chosen, due=due, done=done)
            evidence.add_source(edit, chosen, Source(name="Found", day=day))
            if lane := self.one(Lane, number):
                lanes.set_role(edit, lane, role)

    @rule(number=PLACES, next_review=DAYS, words=WORDS)
    def keep_the_map_as_it_is(self, number: int, next_review: date | None, words: str) -> None:
        kept = self.ids(Snapshot)
        with self.session.edit("Keep") as edit:
            if number == 0:
                finish(edit, TODAY, next_review, words)
            else:
                snapshots.take(edit, words, next_review)
            for snapshot in kept[-1:]:
                snapshots.rename(edit, snapshot, words)
            for snapshot in kept[:-2]:
                snapshots.delete(edit, snapshot)

    @rule(number=PLACES)
    def let_go_of_what_is_kept(self, number: int) -> None:
        if snapshot := self.one(Snapshot, number):
            with self.session.edit("Let go") as edit:
                snapshots.delete(edit, snapshot)

    @rule(number=PLACES, dots=st.integers(-2, 3))
    def vote(self, number: int, dots: int) -> None:
        with self.session.edit("Vote") as edit:
            votes.give(edit, self.ids(Card)[number : number + 3], dots)

    @rule(number=PLACES)
    def sort_by_votes_or_clear_them(self, number: int) -> None:
        with self.session.edit("Sort") as edit:
            if number % 3:
                votes.sort_lanes(edit, self.ids(Lane)[number : number + 2])
            else:
                votes.clear(edit, votes.cards_with_dots(edit.document))

    @rule(number=PLACES, words=WORDS)
    def park_thoughts(self, number: int, words: str) -> None:
        with self.session.edit("Park") as edit:
            thought = parking.add(edit, words, number)
            parking.move(edit, self.ids(Parked)[: number % 3], number)
            parking.shift(edit, [thought], number - 3)
            parking.set_text(edit, self.ids(Parked)[0], words)

    @rule(number=PLACES, place=PLACES)
    def take_off_the_map_and_put_on_it(self, number: int, place: int) -> None:
        cell, thoughts = self.cell(number), self.ids(Parked)[number : number + 2]
        with self.session.edit("Park cards") as edit:
            parking.take_off_map(edit, self.ids(Card)[number : number + 2], place)
            if cell:
                parking.put_on_map(edit, thoughts, *cell, place)

    @rule(number=PLACES, several=st.integers(0, 4))
    def conceal_or_reveal_lanes(self, number: int, several: int) -> None:
        before, done = written(self.session.document), self.session.mark()
        self.session.conceal(self.ids(Lane)[number : number + several])
        assert (written(self.session.document), self.session.mark()) == (before, done)

    @rule()
    def undo(self) -> None:
        self.session.undo()

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @rule()
    def undo_and_redo(self) -> None:
        before = written(self.session.document)
        if self.session.undo():
            self.session.redo()
        assert written(self.session.document) == before

    @invariant()
    def twins_are_equal(self) -> None:
        document, layout = self.session.document, self.session.layout
        assert document.indexes == Indexes.rebuilt(document)
        assert document.indexes.pictures == document.indexes.shows.keys()
        fresh = MapLayout(document, self.shaper)
        fresh.conceal(layout.concealed)
        assert layout.bounds == fresh.bounds
        assert (layout.shown_lanes, layout.missing()) == (fresh.shown_lanes, fresh.missing())
        assert list(layout.visible(layout.bounds)) == list(fresh.visible(fresh.bounds))

    @invariant()
    def what_is_found_and_what_suits_is_as_if_asked_anew(self) -> None:
        document, suited = self.session.document, self.suited
        assert self.matches == Matches(document, self.matches.query)
        assert self.matches.count == len(list(self.matches))
        fresh = Suited(document, suited.lens)
        assert suited.unsuited == fresh.unsuited
        assert (suited.suited_count, suited.cards_count) == (fresh.suited_count, fresh.cards_count)
        assert self.shares == Shares(document)

    @invariant()
    def what_there_is_to_look_at_is_as_if_read_anew(self) -> None:
        anew, next_review = Agenda(self.session.document, TODAY), self.session.document.map.next_review
        assert (self.agenda.since, self.agenda.differences) == (anew.since, anew.differences)
        assert (self.agenda.plans, self.agenda.stale) == (anew.plans, anew.stale)
        assert next_review is None or standing(self.session.document.map, TODAY).next_review == next_review

    @invariant()
    def the_checkup_finds_what_one_made_from_scratch_does(self) -> None:
        if self.slices is not None:
            for _number in range(self.slices):
                self.checkup.work(0)
            return
        self.checkup.work()
        fresh = self.checkup.rebuilt()
        assert self.checkup.findings() == fresh.findings()
        assert self.checkup.dismissed() == fresh.dismissed()
        assert self.checkup.count == fresh.count == len(fresh.findings())

    @invariant()
    def cards_stand_on_boards_as_if_looked_at_anew(self) -> None:
        assert self.boards == [Standing(self.session.document, board) for board in BOARDS]

    @invariant()
    def the_file_holds_the_map(self) -> None:
        data = written(self.session.document)
        again = read(data, "map.journey")
        assert written(again) == data
        assert again.indexes == self.session.document.indexes

    def teardown(self) -> None:
        if hasattr(self, "session"):
            while self.session.undo():
                pass
            self.slices = None
            self.the_checkup_finds_what_one_made_from_scratch_does()
            assert written(self.session.document) == self.first


def test_any_sequence_of_edits(qapp: object) -> None:
    assert qapp is not None
    SessionMachine.shaper = QtShaper()
    SessionMachine.TestCase.settings = settings(
        max_examples=100, stateful_step_count=30, deadline=None, derandomize=True
    )
    SessionMachine.TestCase().runTest()
