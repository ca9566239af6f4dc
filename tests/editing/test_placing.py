"""Places among siblings never run out: whoever places records, however often, and in whosever file."""

import random
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.document.document import Document, Transaction
from journeymapper.document.indexes import Entry, Indexes
from journeymapper.document.records import Card
from journeymapper.editing import cards, cells, duplicating, lanes, moving, placing, stages
from journeymapper.editing.moving import Direction
from journeymapper.files.native import read, written
from tests.maps import counting_identifiers, crowd, small_map

LANE, STEP = "lane-1", "step-1"


def cell_of(count: int) -> Document:
    """Return a map of two cells: one of so many cards, one of two."""
    document = Document(identify=counting_identifiers())
    with document.edit("Build") as edit:
        stages.add(edit, "Stage")
        stages.add_step(edit, "stage-1")
        lanes.add(edit, "Lane")
        for number in range(count):
            cards.add(edit, LANE, STEP, f"Card {number}")
        cards.add(edit, LANE, "step-2", "First")
        cards.add(edit, LANE, "step-2", "Last")
    return document


def longest_key(siblings: Iterable[Entry]) -> int:
    return max(len(order) for order, _id in siblings)


def assert_sound(document: Document) -> None:
    """Check that no key is long, and that the file gives the map back."""
    indexes = document.indexes
    every = [indexes.lanes, indexes.stages, *indexes.steps_of.values(), *indexes.cards_in.values()]
    assert max(map(longest_key, every)) <= placing.LONGEST_NEW_KEY
    assert indexes == Indexes.rebuilt(document)
    assert written(read(written(document), "map.journey")) == written(document)


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_any_number_of_cards_can_be_added_at_one_place(place: int) -> None:
    document = cell_of(3)
    order = document.indexes.cards(LANE, STEP)
    for _number in range(2000):
        with document.edit("Add") as edit:
            order.insert(place, cards.add(edit, LANE, STEP, "New", place).id)
    assert document.indexes.cards(LANE, STEP) == order
    assert_sound(document)


def test_a_card_can_be_moved_back_and_forth_any_number_of_times() -> None:
    document = cell_of(4)
    order = document.indexes.cards(LANE, STEP)
    for number in range(2000):
        with document.edit("Move") as edit:
            moving.move_cards(edit, order[1:2], (Direction.DOWN, Direction.UP)[number % 2])
    assert document.indexes.cards(LANE, STEP) == order
    assert_sound(document)


def test_lanes_stages_and_steps_can_be_moved_past_each_other_any_number_of_times() -> None:
    document = cell_of(1)
    with document.edit("Build") as edit:
        for _number in range(3):
            lanes.add(edit, "Lane")
            stages.add_bare(edit, "Stage")
            stages.add_step(edit, "stage-1")
    indexes = document.indexes
    wanted = [[id_ for _order, id_ in indexes.lanes], [id_ for _order, id_ in indexes.stages]]
    wanted.append(indexes.steps("stage-1"))
    for _number in range(2000):
        with document.edit("Move") as edit:
            lanes.move(edit, [indexes.lanes[1][1]], 2)
            stages.move(edit, [indexes.stages[1][1]], 2)
            stages.move_step(edit, indexes.steps("stage-1")[1], "stage-1", 2)
    found = [[id_ for _order, id_ in indexes.lanes], [id_ for _order, id_ in indexes.stages]]
    assert [*found, indexes.steps("stage-1")] == wanted, "an even number of times: all is as before"
    assert_sound(document)


def test_any_number_of_cards_can_be_moved_between_two() -> None:
    document = cell_of(5000)
    going, (first, last) = document.indexes.cards(LANE, STEP), document.indexes.cards(LANE, "step-2")
    with document.edit("Move") as edit:
        cards.move(edit, going, LANE, "step-2", 1)
    assert document.indexes.cards(LANE, "step-2") == [first, *going, last]
    assert set(edit.change.updated) == set(going), "nothing is numbered anew for that"
    assert_sound(document)


def test_any_number_of_lines_can_change_places() -> None:
    document = cell_of(1200)
    standing = document.indexes.cards(LANE, STEP)
    with document.edit("Reverse") as edit:
        cells.set_lines(edit, LANE, STEP, cells.card_lines(document, LANE, STEP)[::-1])
    assert document.indexes.cards(LANE, STEP) == standing[::-1]
    assert_sound(document)


@pytest.mark.parametrize(
    "copy",
    [
        lambda edit: cards.duplicate(edit, ["card-1"]),
        lambda edit: duplicating.duplicate(edit, ["step-2"]),
        lambda edit: duplicating.duplicate(edit, ["lane-2"]),
        lambda edit: duplicating.duplicate(edit, ["stage-2"]),
    ],
)
def test_one_record_can_be_duplicated_any_number_of_times(
    copy: Callable[[Transaction], list[str]],
) -> None:
    document = cell_of(2)
    with document.edit("Build") as edit:
        for _number in range(2):
            stages.add_bare(edit, "Stage")
            lanes.add(edit, "Lane")
    for _number in range(400):
        with document.edit("Duplicate") as edit:
            copy(edit)
    assert_sound(document)


def test_a_copy_of_a_copy_can_be_written_in() -> None:
    document = cell_of(2)
    for _number in range(1500):
        with document.edit("Duplicate") as edit:
            [copy] = cards.duplicate(edit, ["card-1"])
    with document.edit("Type") as edit:
        cards.set_text(edit, copy, "Another")
    assert document.indexes.cards(LANE, STEP)[1] == copy
    assert document.get(copy, Card).text == "Another"


def test_siblings_keep_their_keys_until_there_is_no_room_and_undo_gives_them_back() -> None:
    document = small_map()
    with document.edit("As in a file of others") as edit:
        cards.add(edit, LANE, STEP, "Third")
        crowd(edit, edit.indexes.cards_in[LANE, STEP])
    before = written(document)
    with document.edit("Add at the end") as edit:
        cards.add(edit, LANE, STEP, "Fourth")
    assert not edit.change.updated
    document.apply(edit.change.inverted())
    with document.edit("Add between") as edit:
        cards.add(edit, LANE, STEP, "Between", 1)
    assert len(edit.change.updated) == 3
    assert longest_key(document.indexes.cards_in[LANE, STEP]) == 2
    document.apply(edit.change.inverted())
    assert written(document) == before


def test_there_is_a_place_between_siblings_of_one_key() -> None:
    document = Document(
        [
            *(record for record in cell_of(0) if not isinstance(record, Card)),
            *(Card(id=id_, order="a0", lane=LANE, step=STEP) for id_ in "abc"),
        ],
        identify=counting_identifiers(),
    )
    with document.edit("Add") as edit:
        new = cards.add(edit, LANE, STEP, "New", 2).id
    assert document.indexes.cards(LANE, STEP) == ["a", "b", new, "c"]
    with document.edit("Move") as edit:
        cards.move(edit, ["c"], LANE, STEP, 1)
    assert document.indexes.cards(LANE, STEP) == ["a", "c", "b", new]


@given(st.integers(0, 12), st.randoms(use_true_random=False))
def test_the_fewest_move_that_have_to(count: int, chance: random.Random) -> None:
    standing = [str(number) for number in range(count)]
    wanted = chance.sample(standing, count)
    moved = placing.out_of_order(standing, wanted)
    stay = [id_ for id_ in wanted if id_ not in moved]
    assert stay == [id_ for id_ in standing if id_ not in moved]
    rising = [0] * count
    for place, id_ in enumerate(wanted):
        rising[place] = 1 + max((rising[p] for p in range(place) if int(wanted[p]) < int(id_)), default=0)
    assert len(stay) == max(rising, default=0)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 3), st.booleans()), max_size=20))
def test_cards_stand_where_they_are_put_in_a_crowd_too(steps: list[tuple[int, int, bool]]) -> None:
    document = cell_of(5)
    order = document.indexes.cards(LANE, STEP)
    for place, several, is_crowded in steps:
        going = order[::2][:several]
        with document.edit("Move") as edit:
            if is_crowded:
                crowd(edit, edit.indexes.cards_in[LANE, STEP])
            cards.move(edit, going, LANE, STEP, place)
        others = [id_ for id_ in order if id_ not in going]
        order = [*others[:place], *going, *others[place:]]
        assert document.indexes.cards(LANE, STEP) == order
