"""Cards over several columns: how many they cover, also when columns come, go and move."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from journeymapper.document import fragment
from journeymapper.document.document import Document
from journeymapper.document.indexes import Indexes
from journeymapper.document.records import Card
from journeymapper.editing import cards, deleting, duplicating, lanes, moving, pasting, spans, stages
from journeymapper.editing.moving import Direction
from journeymapper.files.native import read, written
from tests.maps import counting_identifiers

ONE, TWO, THREE, FOUR, FIVE, SIX = (f"step-{number}" for number in range(1, 7))
A, B, C = (f"stage-{number}" for number in range(1, 4))


@pytest.fixture
def document() -> Document:
    """Three stages of two steps; one card in each column of a lane, the second over columns two to four."""
    document = Document(identify=counting_identifiers())
    with document.edit("Build") as edit:
        for name in "ABC":
            stage = stages.add(edit, name).id
            stages.add_step(edit, stage)
        lane = lanes.add(edit, "Actions", role="actions").id
        for step in edit.indexes.columns():
            cards.add(edit, lane, step, step)
        cards.set_fields(edit, ["card-2"], span=3)
    return document


def span(document: Document, card: str = "card-2") -> int:
    return document.get(card, Card).span


def covered(document: Document, card: str = "card-2") -> list[str]:
    """What a bar covers, told from its record and the columns alone."""
    record, columns = document.get(card, Card), document.indexes.all_columns()
    first = columns.index(record.step)
    return columns[first : first + record.span]


def test_a_card_covers_as_many_columns_as_there_are_and_at_least_its_own(document: Document) -> None:
    for wanted, kept in ((5, 5), (6, 5), (999, 5), (1, 1), (0, 1), (-3, 1)):
        with document.edit("Span") as edit:
            spans.set_span(edit, ["card-2"], wanted)
        assert span(document) == kept
    with document.edit("Span") as edit:
        spans.set_span(edit, ["card-1", "card-4", "card-6"], 3)
    assert [span(document, f"card-{number}") for number in (1, 4, 6)] == [3, 3, 1]


def test_cards_get_wider_and_narrower_by_one_each_from_where_it_ends(document: Document) -> None:
    with document.edit("Widen") as edit:
        spans.widen(edit, ["card-1", "card-2", "card-6"], 1)
    assert [span(document, f"card-{number}") for number in (1, 2, 6)] == [2, 4, 1]
    with document.edit("Narrow") as edit:
        spans.widen(edit, ["card-1", "card-2", "card-6"], -2)
    assert [span(document, f"card-{number}") for number in (1, 2, 6)] == [1, 2, 1]


def test_a_span_past_the_last_step_stays_until_somebody_changes_it(document: Document) -> None:
    with document.edit("From a file") as edit:
        cards.set_fields(edit, ["card-5"], span=999)
    assert spans.covered(document, document.get("card-5", Card)) == 2
    with document.edit("Widen") as edit:
        spans.widen(edit, ["card-5"], 1)
    assert edit.change.is_empty, "it cannot be seen to get any wider"
    with document.edit("Narrow") as edit:
        spans.widen(edit, ["card-5"], -1)
    assert span(document, "card-5") == 1


def test_a_span_past_the_last_step_survives_the_file(document: Document) -> None:
    with document.edit("Span") as edit:
        cards.set_fields(edit, ["card-5"], span=999)
    again = read(written(document), "map.journey")
    assert span(again, "card-5") == 999
    assert again.indexes.spanning == {"card-2", "card-5"}


def test_the_beginning_moves_and_the_end_stays(document: Document) -> None:
    with document.edit("Left edge") as edit:
        spans.move_beginnings(edit, ["card-2"], -1)
    assert covered(document) == [ONE, TWO, THREE, FOUR]
    with document.edit("Left edge") as edit:
        spans.move_beginnings(edit, ["card-2"], 2)
    assert covered(document) == [THREE, FOUR]
    assert document.indexes.cards("lane-1", THREE) == ["card-2", "card-3"], "as far up as it stood"
    with document.edit("Left edge") as edit:
        spans.move_beginnings(edit, ["card-2"], 9)
    assert covered(document) == [FOUR]
    with document.edit("Left edge") as edit:
        spans.move_beginnings(edit, ["card-2", "card-6"], -9)
    assert covered(document) == [ONE, TWO, THREE, FOUR]
    assert covered(document, "card-6") == [ONE, TWO, THREE, FOUR, FIVE, SIX]


def test_no_card_begins_in_an_empty_stage_but_it_is_covered(document: Document) -> None:
    with document.edit("Empty stage") as edit:
        empty = stages.add_bare(edit, "Empty", 1).id
    assert covered(document) == [TWO, empty, THREE, FOUR]
    with document.edit("Left edge") as edit:
        spans.move_beginnings(edit, ["card-2"], 1)
    assert covered(document) == [TWO, empty, THREE, FOUR]
    with document.edit("Left edge") as edit:
        spans.move_beginnings(edit, ["card-3"], -1)
    assert covered(document, "card-3") == [THREE]
    with document.edit("Left edge") as edit:
        spans.move_beginnings(edit, ["card-3"], -2)
    assert covered(document, "card-3") == [TWO, empty, THREE]


def test_a_step_or_stage_put_inside_a_bar_is_covered_and_one_beside_it_is_not(document: Document) -> None:
    with document.edit("Inside") as edit:
        inside = stages.add_step(edit, B, place=1).id
    assert covered(document) == [TWO, THREE, inside, FOUR]
    with document.edit("Right after the end") as edit:
        stages.add_step(edit, B)
        stages.add_step(edit, A, place=1)
    assert covered(document) == [TWO, THREE, inside, FOUR]
    with document.edit("A stage") as edit:
        stage = stages.add(edit, "Inside", 1).id
        second = stages.add_step(edit, stage).id
    assert covered(document) == [TWO, edit.indexes.steps(stage)[0], second, THREE, inside, FOUR]


def test_a_covered_step_that_is_deleted_is_covered_no_more(document: Document) -> None:
    with document.edit("Delete") as edit:
        stages.delete_step(edit, THREE)
    assert covered(document) == [TWO, FOUR]
    with document.edit("Delete the last") as edit:
        stages.delete_step(edit, FOUR)
    assert covered(document) == [TWO], "not the empty stage that is left"
    with document.edit("Delete others") as edit:
        deleting.delete(edit, [ONE, FIVE, C])
    assert (span(document), document.indexes.columns()) == (1, [TWO])


def test_a_stage_deleted_with_all_that_was_in_it_takes_its_bars_along(document: Document) -> None:
    with document.edit("Delete") as edit:
        stages.delete(edit, B)
    assert covered(document) == [TWO]
    with document.edit("Delete") as edit:
        stages.delete(edit, A)
    assert "card-2" not in document
    assert document.indexes.spanning == set()


def test_a_bar_over_columns_that_are_deleted_down_to_one(document: Document) -> None:
    with document.edit("All") as edit:
        spans.set_span(edit, ["card-1"], 6)
    for left, step in ((5, THREE), (4, TWO), (3, SIX), (2, FIVE), (1, FOUR)):
        with document.edit("Delete") as edit:
            deleting.delete(edit, [step])
        with document.edit("Tidy") as edit:
            deleting.delete(edit, [s for _o, s in list(edit.indexes.stages) if not edit.indexes.steps(s)])
        assert spans.covered(document, document.get("card-1", Card)) == left


def test_what_moves_into_a_bar_is_covered_and_what_moves_out_is_not(document: Document) -> None:
    with document.edit("Into it") as edit:
        stages.move_step(edit, SIX, B, 1)
    assert covered(document) == [TWO, THREE, SIX, FOUR]
    with document.edit("Out of it") as edit:
        stages.move_step(edit, THREE, A, 0)
    assert covered(document) == [TWO, SIX, FOUR]


def test_a_bar_keeps_its_end_wherever_that_goes(document: Document) -> None:
    for by, now in (
        *((1, [TWO, THREE, FOUR]), (1, [TWO, THREE, FIVE, FOUR]), (1, [TWO, THREE, FIVE, SIX, FOUR])),
        *((-1, [TWO, THREE, FIVE, FOUR]), (-1, [TWO, THREE, FOUR])),
    ):
        with document.edit("Move the end") as edit:
            moving.move_steps(edit, [FOUR], by)
        assert covered(document) == now


def test_and_its_beginning(document: Document) -> None:
    for by, now in (
        *((-1, [TWO, ONE, THREE, FOUR]), (1, [TWO, THREE, FOUR])),
        *((1, [TWO, THREE, FOUR]), (1, [TWO, FOUR]), (-1, [TWO, THREE, FOUR])),
    ):  # one of these only takes it over into the next stage
        with document.edit("Move the beginning") as edit:
            moving.move_steps(edit, [TWO], by)
        assert covered(document) == now


def test_past_its_end_only_its_own_step_is_left(document: Document) -> None:
    with document.edit("Move") as edit:
        stages.move_step(edit, TWO, C, 1)
    assert covered(document) == [TWO]


def test_stages_that_move_together_keep_their_bar(document: Document) -> None:
    with document.edit("Move") as edit:
        stages.move(edit, [A, B], 1)
    assert covered(document) == [TWO, THREE, FOUR]
    with document.edit("Between them") as edit:
        stages.move(edit, [C], 1)
    assert covered(document) == [TWO, FIVE, SIX, THREE, FOUR]
    with document.edit("The end before the beginning") as edit:
        stages.move(edit, [B], 0)
    assert covered(document) == [TWO, FIVE, SIX], "the rest is left of it now"


def test_a_stage_border_changes_nothing_that_is_covered(document: Document) -> None:
    with document.edit("Border") as edit:
        stages.move_border(edit, A, 1)
    assert covered(document) == [TWO, THREE, FOUR]
    assert set(edit.change.ids()) == {THREE}


def test_a_step_added_to_an_empty_stage_at_the_end_of_a_bar_is_covered(document: Document) -> None:
    with document.edit("Empty") as edit:
        empty = stages.add_bare(edit, "Empty", 2).id
        spans.set_span(edit, ["card-2"], 4)
    assert covered(document) == [TWO, THREE, FOUR, empty]
    with document.edit("Fill") as edit:
        step = stages.add_step(edit, empty).id
    assert covered(document) == [TWO, THREE, FOUR, step]


def test_a_bar_that_reaches_past_the_end_goes_on_to_do_so(document: Document) -> None:
    with document.edit("Past the end") as edit:
        cards.set_fields(edit, ["card-5"], span=3)
    with document.edit("Another") as edit:
        added = stages.add_step(edit, C).id
    assert covered(document, "card-5") == [FIVE, SIX, added]


def test_a_bar_moves_by_key_and_keeps_its_span(document: Document) -> None:
    for _time in range(9):
        with document.edit("Move") as edit:
            moving.move_cards(edit, ["card-2"], Direction.RIGHT)
    assert (covered(document), span(document)) == ([SIX], 3)
    with document.edit("Move") as edit:
        moving.move_cards(edit, ["card-2"], Direction.LEFT)
        moving.move_cards(edit, ["card-2"], Direction.LEFT)
    assert covered(document) == [FOUR, FIVE, SIX]


def test_a_bar_that_is_moved_in_an_edit_that_adds_steps_is_left_alone(document: Document) -> None:
    with document.edit("Both") as edit:
        spans.set_span(edit, ["card-2"], 2)
        cards.move(edit, ["card-2"], "lane-1", FOUR, 0)
        stages.add_step(edit, C, place=0)
        spans.set_span(edit, ["card-2"], 3)
    assert span(document) == 3


def test_spans_travel_with_copies(document: Document) -> None:
    carried = fragment.from_json(fragment.to_json(fragment.of_cards(document, {"card-2"})))
    assert carried is not None
    with document.edit("Paste and duplicate") as edit:
        [pasted] = pasting.paste_cards(edit, carried, "lane-1", FIVE).ids
        [copy] = duplicating.duplicate_cards(edit, ["card-2"])
    assert [span(document, id_) for id_ in (pasted, copy)] == [3, 3]
    assert spans.covered(document, document.get(pasted, Card)) == 2


def test_steps_pasted_inside_a_bar_are_covered(document: Document) -> None:
    carried = fragment.of_steps(document, {FIVE, SIX})
    with document.edit("Paste") as edit:
        pasted = pasting.paste_steps(edit, carried, B, THREE).ids
    assert covered(document) == [TWO, THREE, *pasted, FOUR]


def test_a_renamed_step_writes_no_bar(document: Document) -> None:
    with document.edit("Rename") as edit:
        stages.rename_step(edit, THREE, "Another")
        stages.set_step_width(edit, [THREE], 200)
        stages.rename(edit, B, "Another")
    assert edit.change.ids() == {THREE, B}


def test_an_edit_that_fails_leaves_bars_as_they_were(document: Document) -> None:
    before = written(document)
    with pytest.raises(ZeroDivisionError), document.edit("Fail") as edit:
        stages.delete_step(edit, THREE)
        raise ZeroDivisionError
    assert written(document) == before
    assert document.indexes == Indexes.rebuilt(document)


@given(data=st.data())
@settings(max_examples=80, deadline=None)
def test_a_bar_always_covers_its_own_step_and_what_is_between_its_ends(data: DataObject) -> None:
    document = Document(identify=counting_identifiers())
    with document.edit("Build") as edit:
        for _ in range(3):
            stage = stages.add(edit, "Stage").id
            stages.add_step(edit, stage)
        lane = lanes.add(edit, "Lane").id
        cards.add(edit, lane, TWO, span=data.draw(st.integers(2, 4)))
    for _ in range(data.draw(st.integers(1, 5))):
        before, places = covered(document, "card-1"), st.integers(0, 5)
        with document.edit("Edit") as edit:
            steps = [step for step in edit.indexes.columns() if step != TWO]
            order = [stage for _order, stage in edit.indexes.stages]
            step, stage = data.draw(st.sampled_from(steps or [TWO])), data.draw(st.sampled_from(order))
            match data.draw(places):
                case 0:
                    stages.move_step(edit, step, stage, data.draw(places))
                case 1:
                    stages.move(edit, [stage], data.draw(places))
                case 2:
                    stages.add_step(edit, stage, "", data.draw(places))
                case 3 if step != TWO:
                    stages.delete_step(edit, step)
                case 4:
                    stages.add_bare(edit, "", data.draw(places))
                case _:
                    stages.move_step(edit, TWO, stage, data.draw(places))
        after, columns = covered(document, "card-1"), document.indexes.all_columns()
        now = [first_of(document, column) for column in before]
        right = [id_ for id_ in now if id_ in columns and columns.index(id_) >= columns.index(TWO)]
        assert (after[0], after[-1]) == (TWO, right[-1])
        assert document.indexes == Indexes.rebuilt(document)


def first_of(document: Document, column: str) -> str:
    """The first step of a stage that had none, or the column itself."""
    return next(iter(document.indexes.steps(column)), column)
