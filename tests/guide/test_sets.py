"""Stage sets and lane sets put into maps."""

import pytest

from journeymapper.document.document import Document
from journeymapper.document.records import Lane, Stage, Step
from journeymapper.editing import lanes, prompts, stages
from journeymapper.editing.beginning import new_map
from journeymapper.guide.lane_sets import LaneSet, lane_set_for, lane_sets
from journeymapper.guide.sets import add_lanes, add_stages, missing_lanes
from journeymapper.guide.stage_sets import stage_sets
from journeymapper.layout.prompts import prompt_of
from tests.maps import small_map


def names(document: Document) -> list[str]:
    return [document.get(id_, Lane).name for _order, id_ in document.indexes.lanes]


def set_of(kind: str) -> LaneSet:
    found = lane_set_for(lane_sets()[0], kind)
    assert found is not None
    return found


@pytest.mark.parametrize("lane_set", lane_sets()[0], ids=lambda one: one.id)
def test_a_map_without_lanes_gets_those_of_the_set_in_their_order(lane_set: LaneSet) -> None:
    document = Document()
    with document.edit("Add") as edit:
        added = add_lanes(edit, lane_set)
    assert names(document) == [lane.shown_name() for lane in lane_set.lanes]
    assert added == [id_ for _order, id_ in document.indexes.lanes]
    assert missing_lanes(document, lane_set) == []
    with document.edit("Again") as edit:
        assert add_lanes(edit, lane_set) == []


def test_only_what_is_missing_comes_and_where_it_belongs() -> None:
    document = new_map()
    with document.edit("Kind") as edit:
        added = add_lanes(edit, set_of("service_blueprint"))
    found = names(document)
    assert len(added) == 10, "Actions is there"
    assert found.index("Physical evidence") == found.index("Actions") - 1
    theirs = names(new_map())
    assert [name for name in found if name in theirs] == theirs, "the others stay in order"
    lines = ("Line of interaction", "Line of visibility", "Line of internal interaction")
    ours = found[found.index(theirs[-1]) + 1 :]
    assert ours[:5] == [lines[0], "Frontstage", lines[1], "Backstage", lines[2]]


def test_what_tells_of_the_customer_stays_above_what_delivers() -> None:
    document = Document()
    with document.edit("Blueprint, then more") as edit:
        add_lanes(edit, set_of("service_blueprint"))
        add_lanes(edit, set_of("current_state"))
    found = names(document)
    assert found.index("Goals") < found.index("Actions") < found.index("Thoughts")
    assert found.index("Opportunities") < found.index("Line of interaction") < found.index("Frontstage")


def test_a_hidden_lane_and_one_of_another_name_are_there() -> None:
    document = new_map()
    with document.edit("Change") as edit:
        actions = next(r.id for r in document if isinstance(r, Lane) and r.role == "actions")
        lanes.rename(edit, actions, "What she does")
        lanes.set_hidden(edit, [actions], True)
    assert "actions" not in {lane.role for lane in missing_lanes(document, set_of("current_state"))}


def test_a_stage_set_comes_with_its_steps_at_a_place() -> None:
    for one in stage_sets()[0]:
        document = small_map()
        before = [id_ for _order, id_ in document.indexes.stages]
        with document.edit("Add") as edit:
            added = add_stages(edit, one, 1)
        assert [id_ for _order, id_ in document.indexes.stages] == [before[0], *added, *before[1:]]
        for stage, wanted in zip(added, one.stages, strict=True):
            steps = [document.get(id_, Step).name for id_ in document.indexes.steps(stage)]
            assert (document.get(stage, Stage).name, steps) == (wanted.name, list(wanted.steps or ("",)))


def test_no_set_of_a_kind_that_nobody_knows() -> None:
    assert lane_set_for(lane_sets()[0], "no_such_kind") is None
    document = small_map()
    with document.edit("Add") as edit:
        stages.add(edit, "More")
    assert missing_lanes(document, set_of("future_state"))


def test_added_lanes_have_hints_where_the_map_has_some() -> None:
    document = small_map()
    with document.edit("Without") as edit:
        add_lanes(edit, set_of("future_state"))
    assert not document.indexes.prompts
    with document.edit("With") as edit:
        prompts.put(edit, "lane-1", "step-1", "What do they do?")
        added = add_lanes(edit, set_of("service_blueprint"))
    [frontstage] = [id_ for id_ in added if document.get(id_, Lane).role == "frontstage"]
    hints = [prompt_of(document, frontstage, step) for step in document.indexes.columns()]
    assert all(hints)
    assert hints[0] != hints[1]
