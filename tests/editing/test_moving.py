import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from journeymapper.document.document import Document
from journeymapper.document.records import Card, Stage
from journeymapper.editing import lanes as lane_edits
from journeymapper.editing import moving
from journeymapper.editing import stages as stage_edits
from journeymapper.editing.moving import Direction
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from tests.maps import large_map, small_map

ACTIONS, TOUCHPOINTS, EMOTIONS, LINE, PAINS = (f"lane-{number}" for number in range(1, 6))
SEES, SEARCHES, PAYS = "step-1", "step-2", "step-3"


def texts(document: Document, lane: str, step: str) -> list[str]:
    return [document.get(id_, Card).text for id_ in document.indexes.cards(lane, step)]


def move(document: Document, cards: list[str], direction: Direction) -> frozenset[str]:
    with document.edit("Move") as edit:
        moving.move_cards(edit, cards, direction)
    return frozenset(edit.change.ids())


def test_a_card_changes_places_with_the_one_above_or_below_it_and_no_other_is_written() -> None:
    document = small_map()
    assert move(document, ["card-2"], Direction.UP) == {"card-2"}
    assert texts(document, ACTIONS, SEES) == ["Asks a friend", "Sees a poster"]
    assert move(document, ["card-2"], Direction.DOWN) == {"card-2"}
    assert texts(document, ACTIONS, SEES) == ["Sees a poster", "Asks a friend"]


def test_past_the_cell_a_card_goes_into_the_nearest_lane_of_cards() -> None:
    document = small_map()
    move(document, ["card-6"], Direction.UP)
    assert texts(document, TOUCHPOINTS, PAYS) == ["Shop", "Queues"], "over the line and the emotions"
    move(document, ["card-5"], Direction.DOWN)
    move(document, ["card-5"], Direction.DOWN)
    assert texts(document, PAINS, PAYS) == ["Shop"]
    assert move(document, ["card-5"], Direction.DOWN) == frozenset(), "there is no lane below"


def test_several_cards_of_a_cell_move_as_one() -> None:
    document = small_map()
    with document.edit("Add") as edit:
        moving.card_edits.add(edit, ACTIONS, SEES, "Forgets it")
    third = document.indexes.cards(ACTIONS, SEES)[-1]
    move(document, ["card-1", "card-2"], Direction.DOWN)
    assert texts(document, ACTIONS, SEES) == ["Forgets it", "Sees a poster", "Asks a friend"]
    move(document, ["card-1", third], Direction.UP)
    assert texts(document, ACTIONS, SEES) == ["Forgets it", "Sees a poster", "Asks a friend"]
    move(document, ["card-1", "card-2"], Direction.DOWN)
    assert texts(document, TOUCHPOINTS, SEES) == ["Sees a poster", "Asks a friend"]


def test_cards_go_to_the_neighbouring_step_only_when_all_of_them_can() -> None:
    document = small_map()
    move(document, ["card-1", "card-4"], Direction.RIGHT)
    assert texts(document, ACTIONS, SEARCHES) == ["Sees a poster"]
    assert texts(document, TOUCHPOINTS, PAYS) == ["Web search", "Shop"]
    assert move(document, ["card-1", "card-4"], Direction.RIGHT) == frozenset()
    move(document, ["card-2", "card-1"], Direction.RIGHT)
    assert (texts(document, ACTIONS, SEARCHES), texts(document, ACTIONS, PAYS)[0]) == (
        ["Asks a friend"],
        "Sees a poster",
    ), "one behind the other, none passes the other"


@pytest.mark.parametrize("direction", list(Direction))
def test_there_and_back_again(direction: Direction) -> None:
    document = small_map()
    before = {card: document.get(card, Card).step for card in ("card-4",)}
    back = {
        Direction.UP: Direction.DOWN,
        Direction.DOWN: Direction.UP,
        Direction.LEFT: Direction.RIGHT,
        Direction.RIGHT: Direction.LEFT,
    }
    move(document, ["card-4"], direction)
    card = document.get("card-4", Card)
    assert (card.lane, card.step) != (TOUCHPOINTS, SEARCHES)
    move(document, ["card-4"], back[direction])
    card = document.get("card-4", Card)
    assert (card.lane, card.step) == (TOUCHPOINTS, before["card-4"])


def test_a_step_goes_over_into_the_next_stage_and_back() -> None:
    document = small_map()
    with document.edit("Move") as edit:
        moving.move_steps(edit, [SEARCHES], 1)
    assert document.indexes.steps("stage-2") == [SEARCHES, PAYS]
    with document.edit("Move") as edit:
        moving.move_steps(edit, [SEARCHES], -1)
    assert document.indexes.steps("stage-1") == [SEES, SEARCHES]
    with document.edit("Move") as edit:
        moving.move_steps(edit, [SEES], -1)
        moving.move_steps(edit, [PAYS], 1)
    assert edit.change.is_empty, "there is no stage beyond the ends"


def test_stages_and_lanes_move_a_place_and_stop_at_the_ends() -> None:
    document = small_map()
    with document.edit("Move") as edit:
        moving.move_stages(edit, ["stage-1"], 1)
        moving.move_lanes(edit, [PAINS], -1)
    assert [id_ for _order, id_ in document.indexes.stages] == ["stage-2", "stage-1"]
    assert [id_ for _order, id_ in document.indexes.lanes] == [ACTIONS, TOUCHPOINTS, EMOTIONS, PAINS, LINE]
    with document.edit("Move") as edit:
        moving.move_stages(edit, ["stage-1"], 1)
        moving.move_lanes(edit, [ACTIONS], -1)
    assert edit.change.is_empty


def lanes_after(document: Document, lanes: list[str], by: int) -> list[str]:
    with document.edit("Move") as edit:
        moving.move_lanes(edit, lanes, by)
    return [id_ for _order, id_ in document.indexes.lanes]


def test_several_lanes_keep_their_order_and_stop_where_the_first_of_them_does() -> None:
    document = small_map()
    expected = [LINE, ACTIONS, TOUCHPOINTS, EMOTIONS, PAINS]
    assert lanes_after(document, [TOUCHPOINTS, ACTIONS, EMOTIONS], 1) == expected
    assert lanes_after(document, [PAINS, ACTIONS], 1) == [LINE, TOUCHPOINTS, ACTIONS, EMOTIONS, PAINS]
    assert lanes_after(document, [LINE, TOUCHPOINTS], -1) == [LINE, TOUCHPOINTS, ACTIONS, EMOTIONS, PAINS]
    assert lanes_after(document, [PAINS, ACTIONS], -1) == [LINE, ACTIONS, TOUCHPOINTS, PAINS, EMOTIONS]


def test_lanes_pass_those_that_are_hidden_with_one_key() -> None:
    document = small_map()
    with document.edit("Hide") as edit:
        lane_edits.set_hidden(edit, [ACTIONS, EMOTIONS, LINE], True)
    assert lanes_after(document, [TOUCHPOINTS], 1) == [ACTIONS, EMOTIONS, LINE, PAINS, TOUCHPOINTS]
    assert lanes_after(document, [TOUCHPOINTS], 1) == [ACTIONS, EMOTIONS, LINE, PAINS, TOUCHPOINTS]
    assert lanes_after(document, [TOUCHPOINTS], -1) == [ACTIONS, EMOTIONS, LINE, TOUCHPOINTS, PAINS]
    assert lanes_after(document, [TOUCHPOINTS], -1) == [ACTIONS, EMOTIONS, LINE, TOUCHPOINTS, PAINS]


@settings(deadline=None)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=4), st.data())
def test_steps_move_like_beads_past_each_other_and_past_the_borders(
    counts: list[int], data: DataObject
) -> None:
    """Steps and the borders of stages as one row, in which each moved step passes what is beside it."""
    document = Document()
    with document.edit("Build") as edit:
        made = [stage_edits.add_bare(edit, f"Stage {number}").id for number in range(len(counts))]
        for stage, count in zip(made, counts, strict=True):
            for number in range(count):
                stage_edits.add_step(edit, stage, str(number))
    columns = list(document.indexes.columns())
    moved = data.draw(st.sets(st.sampled_from(columns)) if columns else st.just(set()))
    by = data.draw(st.sampled_from([-1, 1]))
    row = [id_ for stage in made for id_ in (stage, *document.indexes.steps(stage))][1:][::-by]
    for place in range(1, len(row)):
        if row[place] in moved and row[place - 1] not in moved:
            row[place - 1], row[place] = row[place], row[place - 1]
    with document.edit("Move") as edit:
        moving.move_steps(edit, moved, by)
    assert [id_ for stage in made for id_ in (stage, *document.indexes.steps(stage))][1:] == row[::-by]
    assert set(edit.change.ids()) <= moved, "no other step is written"


def colours_seen(session: Session) -> dict[str, str]:
    """The colour that each stage is painted in."""
    order = [id_ for _order, id_ in session.document.indexes.stages]
    return {stage: session.layout.headings.hue(place, stage) for place, stage in enumerate(order)}


@pytest.mark.parametrize("count", [3, 11])
def test_stages_keep_the_colours_they_were_seen_in(shaper: QtShaper, count: int) -> None:
    """Eleven stages are more than there are hues."""
    session = Session(small_map(), shaper)
    with session.edit("Build") as edit:
        stage_edits.set_colour(edit, "stage-2", "red")
        for number in range(count - 2):
            stage_edits.add(edit, f"More {number}")
    seen, order = colours_seen(session), [id_ for _order, id_ in session.document.indexes.stages]
    with session.edit("Drag") as edit:
        stage_edits.move(edit, order[:2], count - 2)
    assert colours_seen(session) == seen
    with session.edit("Key") as edit:
        moving.move_stages(edit, order[1:], -1)
    assert colours_seen(session) == seen
    with session.edit("By place") as edit:
        stage_edits.set_colour(edit, order[0], "")
    assert colours_seen(session) != seen, "the colour of the place can be had again"
    for _step in range(3):
        assert session.undo()
    assert colours_seen(session) == seen
    assert [session.document.get(id_, Stage).colour for id_ in order] == ["", "red", *[""] * (count - 2)]


def test_only_stages_that_stand_elsewhere_now_get_their_colour_written() -> None:
    document = large_map(400)
    order = [id_ for _order, id_ in document.indexes.stages]
    with document.edit("Move") as edit:
        stage_edits.move(edit, [order[1]], 3)
    assert set(edit.change.updated) == set(order[1:4])
    with document.edit("Move") as edit:
        stage_edits.move(edit, [order[1]], 3)
    assert edit.change.is_empty
