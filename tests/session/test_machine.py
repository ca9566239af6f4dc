"""A session under any sequence of edits: what is derived equals its from-scratch twin after every step."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from journeymapper.document import fragment
from journeymapper.document.indexes import Indexes
from journeymapper.document.lens import Lens, Suited
from journeymapper.document.records import NOBODY, Card, EmotionPoint, Lane, Persona, Record, Stage, Step
from journeymapper.document.roles import ROLES, holds_cards
from journeymapper.document.searching import Matches, Query
from journeymapper.editing import (
    blocks,
    cards,
    cells,
    duplicating,
    evidence,
    lanes,
    moving,
    pasting,
    personas,
    points,
    replacing,
    stages,
)
from journeymapper.editing.moving import Direction
from journeymapper.files.native import read, written
from journeymapper.layout.map_layout import MapLayout
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from tests.maps import crowd, small_map

PLACES = st.integers(0, 6)
WORDS = st.sampled_from(
    ["", "Pays", "Gaida čeku", "เปรียบเทียบราคาสินค้า", "A much longer text that needs several lines"]
)
SCORES = st.sampled_from([-2.0, -0.5, 0.0, 1.25, 2.0])
#: Copies are made no more on maps of so many records: all else is slower there.
LARGE = 120
WIDTHS = st.sampled_from([20.0, 80.3, 131.0, 200.7, 500.0])


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

    @rule(number=PLACES, words=WORDS, rating=st.integers(0, 3))
    def add_card(self, number: int, words: str, rating: int) -> None:
        if cell := self.cell(number):
            with self.session.edit("Add card") as edit:
                cards.add(edit, *cell, words, number % 3, importance=rating, online=bool(rating))

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
            evidence.set_fields(
                edit, self.ids(Card)[number : number + 2], level=level, count=number, quote=words
            )

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

    @rule(number=PLACES, score=SCORES, words=WORDS)
    def put_point(self, number: int, score: float, words: str) -> None:
        cell, persona = self.cell(number, False), self.one(Persona, number)
        if cell and self.session.document.get(cell[0], Lane).lane_kind == "emotion":
            with self.session.edit("Feel") as edit:
                point = points.put(edit, *cell, score, persona or "")
                points.set_text(edit, point, words)

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
        fresh = MapLayout(document, self.shaper)
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
            assert written(self.session.document) == self.first


def test_any_sequence_of_edits(qapp: object) -> None:
    assert qapp is not None
    SessionMachine.shaper = QtShaper()
    SessionMachine.TestCase.settings = settings(
        max_examples=100, stateful_step_count=30, deadline=None, derandomize=True
    )
    SessionMachine.TestCase().runTest()
