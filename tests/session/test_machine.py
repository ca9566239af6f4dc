"""A session under any sequence of edits: what is derived equals its from-scratch twin after every step."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from journeymapper.document import fragment
from journeymapper.document.indexes import Indexes
from journeymapper.document.records import Card, EmotionPoint, Lane, Persona, Record, Stage, Step
from journeymapper.document.roles import ROLES, holds_cards
from journeymapper.editing import cards, lanes, personas, points, stages
from journeymapper.files.native import read, written
from journeymapper.layout.map_layout import MapLayout
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from tests.maps import small_map

PLACES = st.integers(0, 6)
WORDS = st.sampled_from(
    ["", "Pays", "Gaida čeku", "เปรียบเทียบราคาสินค้า", "A much longer text that needs several lines"]
)
SCORES = st.sampled_from([-2.0, -0.5, 0.0, 1.25, 2.0])


class SessionMachine(RuleBasedStateMachine):
    shaper: QtShaper

    @initialize()
    def begin(self) -> None:
        self.session = Session(small_map(), self.shaper)
        self.first = written(self.session.document)
        self.carried = fragment.Fragment()

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

    @rule(number=PLACES, goal=PLACES, place=PLACES)
    def move_cards(self, number: int, goal: int, place: int) -> None:
        cell, chosen = self.cell(goal), self.ids(Card)[number : number + 2]
        if cell and chosen:
            with self.session.edit("Move") as edit:
                cards.move(edit, chosen, *cell, place)

    @rule(number=PLACES, keep=st.booleans())
    def drag_and_drop_or_give_up(self, number: int, keep: bool) -> None:
        before, mark = written(self.session.document), self.session.mark()
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

    @rule(number=PLACES)
    def duplicate_or_delete_cards(self, number: int) -> None:
        chosen = self.ids(Card)[number : number + 3]
        with self.session.edit("Change cards") as edit:
            if number % 2:
                cards.duplicate(edit, chosen)
            else:
                cards.delete(edit, chosen)

    @rule(number=PLACES)
    def copy(self, number: int) -> None:
        self.carried = fragment.of_cards(self.session.document, set(self.ids(Card)[number : number + 3]))

    @rule(number=PLACES)
    def paste(self, number: int) -> None:
        if cell := self.cell(number):
            with self.session.edit("Paste") as edit:
                cards.paste(edit, self.carried, *cell)

    @rule(number=PLACES, score=SCORES, words=WORDS)
    def put_point(self, number: int, score: float, words: str) -> None:
        cell, persona = self.cell(number, False), self.one(Persona, number)
        if cell and self.session.document.get(cell[0], Lane).lane_kind == "emotion":
            with self.session.edit("Feel") as edit:
                point = points.put(edit, *cell, score, persona or "")
                points.set_text(edit, point, words)

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
                lanes.move(edit, lane, place)
                lanes.rename(edit, lane, words)
                lanes.set_role(edit, lane, list(ROLES)[place])

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
                stages.move(edit, stage, place)
                stages.rename(edit, stage, words)
                stages.set_colour(edit, stage, "teal")

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
        assert list(layout.visible(layout.bounds)) == list(fresh.visible(fresh.bounds))

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
