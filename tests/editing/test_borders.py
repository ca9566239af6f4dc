"""Stage borders, step widths, and moving several lanes, stages and steps at once."""

import pytest

from journeymapper.document.document import Document
from journeymapper.document.records import STEP_WIDTHS, Step
from journeymapper.editing import lanes, stages
from tests.maps import counting_identifiers, small_map


def by_stage(document: Document) -> list[list[str]]:
    return [document.indexes.steps(stage) for _order, stage in document.indexes.stages]


@pytest.mark.parametrize(
    ("by", "left", "right"),
    [
        (0, ["step-1", "step-2", "step-3"], ["step-4", "step-5"]),
        (1, ["step-1", "step-2", "step-3", "step-4"], ["step-5"]),
        (9, ["step-1", "step-2", "step-3", "step-4"], ["step-5"]),
        (-1, ["step-1", "step-2"], ["step-3", "step-4", "step-5"]),
        (-9, ["step-1"], ["step-2", "step-3", "step-4", "step-5"]),
    ],
)
def test_a_border_moves_steps_between_neighbours_and_leaves_each_one(
    by: int, left: list[str], right: list[str]
) -> None:
    document = Document(identify=counting_identifiers())
    with document.edit("Build") as edit:
        for name, count in (("A", 3), ("B", 2), ("C", 1)):
            stage = stages.add_bare(edit, name)
            for _number in range(count):
                stages.add_step(edit, stage.id)
    columns = list(document.indexes.columns())
    with document.edit("Move border") as edit:
        stages.move_border(edit, document.indexes.stages[0][1], by)
    assert by_stage(document) == [left, right, ["step-6"]]
    assert document.indexes.columns() == columns


def test_a_stage_without_steps_is_given_some_and_the_last_border_stays() -> None:
    document = small_map()
    with document.edit("Add") as edit:
        empty = stages.add_bare(edit, "Empty", 1)
        stages.move_border(edit, "stage-1", 1)
    assert by_stage(document) == [["step-1", "step-2"], [], ["step-3"]]
    with document.edit("Move border") as edit:
        stages.move_border(edit, "stage-1", -1)
        stages.move_border(edit, "stage-2", 1)
    assert by_stage(document) == [["step-1"], ["step-2"], ["step-3"]]
    assert list(stages.border_room(document.indexes, empty.id)) == [0]


def test_steps_get_wider_each_from_its_own_width_within_limits() -> None:
    document = small_map()
    with document.edit("Widen") as edit:
        stages.set_step_width(edit, ("step-1",), 590)
        stages.widen_steps(edit, ("step-1", "step-2"), 20)
    widths = [document.get(step, Step).width for step in document.indexes.columns()]
    assert widths == [STEP_WIDTHS[1], 151, 131]


def test_several_lanes_move_together_in_their_own_order() -> None:
    document = small_map()
    with document.edit("Move") as edit:
        lanes.move(edit, {"lane-5", "lane-2"}, 1)
    order = [lane for _order, lane in document.indexes.lanes]
    assert order == ["lane-1", "lane-2", "lane-5", "lane-3", "lane-4"]


def test_several_stages_and_steps_move_together() -> None:
    document = small_map()
    with document.edit("Move") as edit:
        third = stages.add(edit, "Use").id
        stages.move(edit, [third, "stage-2"], 0)
        stages.move_steps(edit, ["step-1", "step-2"], third, 0)
    assert [stage for _order, stage in document.indexes.stages] == ["stage-2", third, "stage-1"]
    assert by_stage(document) == [["step-3"], ["step-1", "step-2", "step-4"], []]
