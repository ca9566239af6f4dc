"""The borders that can be dragged, and where they lie."""

from itertools import pairwise

import pytest

from journeymapper.document.document import Document
from journeymapper.editing import personas, stages
from journeymapper.layout.borders import Border, BorderKind, border_at, border_line
from journeymapper.layout.finding import hit, rect_of
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.places import Part
from journeymapper.text.engine import QtShaper
from tests.maps import small_map

REACH = 4.0


@pytest.fixture
def layout(shaper: QtShaper) -> MapLayout:
    document = small_map()
    with document.edit("Widen") as edit:
        stages.set_step_width(edit, ("step-2",), 200)
        personas.set_lane_width(edit, 150)
    return MapLayout(document, shaper)


def in_stages(layout: MapLayout, share: float = 0.5) -> float:
    return layout.headings_top + share * layout.headings.stage_height


def in_steps(layout: MapLayout) -> float:
    rect = rect_of(layout, "step-1")
    assert rect is not None
    return rect.centre[1]


def test_the_border_between_two_stages_is_met_along_the_chevron_s_tip(layout: MapLayout) -> None:
    [first, second] = layout.columns.spans
    border = Border(BorderKind.STAGE, "stage-1", second.x)
    for share, inward in ((0.5, 0.0), (0.02, 7.6), (0.98, 7.6)):
        y = in_stages(layout, share)
        assert border_at(layout, second.x - inward, y, 1.0) == border
        assert border_at(layout, second.x - inward + 5, y, 1.0) is None
    end = second.x + second.width
    assert border_at(layout, end - 1, in_stages(layout), REACH) is None, "no stage is beyond the last"
    assert border_at(layout, first.x + first.width / 2, in_stages(layout), REACH) is None


def test_a_border_that_can_go_nowhere_is_none(shaper: QtShaper) -> None:
    document = small_map()
    with document.edit("Build") as edit:
        stages.delete_step(edit, "step-2")
        stages.add_bare(edit, "Empty")
        stages.add_bare(edit, "Empty too")
        stages.add_step(edit, stages.add(edit, "Two", step_name="One").id, "Other")
    layout = MapLayout(document, shaper)
    found = [border_at(layout, span.x, in_stages(layout), REACH) for span in layout.columns.spans[1:]]
    assert [border is not None for border in found] == [False, False, False, True]


def test_every_step_has_a_border_at_its_right_end(layout: MapLayout) -> None:
    for step, column in layout.columns.of_step.items():
        right = layout.columns.x(column + 1)
        for x in (right - 3, right, right + 3):
            assert border_at(layout, x, in_steps(layout), REACH) == Border(BorderKind.STEP, step, right)
        assert border_at(layout, right - 5, in_steps(layout), REACH) is None
    assert [layout.columns.x(column) for column in range(4)] == [186, 317, 517, 648]


def test_the_lane_heads_have_one_border_beside_all_lanes_and_headings(layout: MapLayout) -> None:
    border = Border(BorderKind.LANE_HEADS, "map", 178)
    middles = [layout.cell_rect(lane, "step-1").centre[1] for lane in layout.shown_lanes]
    for y in (in_stages(layout), in_steps(layout), *middles):
        assert border_at(layout, 180, y, REACH) == border
        assert border_at(layout, 175, y, REACH) == border
        assert border_at(layout, 170, y, REACH) is None
    assert border_at(layout, 180, layout.height - 2, REACH) is None
    assert border_at(layout, 180, layout.headings_top - 2, REACH) is None


@pytest.mark.parametrize("reach", [4.0, 40.0, 400.0])
def test_from_however_far_off_stages_and_steps_can_still_be_met(layout: MapLayout, reach: float) -> None:
    """A border a fixed number of pixels wide takes a share of the columns beside it at most."""
    for row in (in_stages(layout), in_steps(layout)):
        for left, right in pairwise(layout.columns.x(column) for column in range(4)):
            assert border_at(layout, (left + right) / 2, row, reach) is None
    head = rect_of(layout, "lane-1")
    assert head is not None
    assert border_at(layout, *head.centre, reach) is None


def test_a_line_stands_on_each_border(layout: MapLayout) -> None:
    for border, y in (
        (Border(BorderKind.STAGE, "stage-1", 0), in_stages(layout)),
        (Border(BorderKind.STEP, "step-2", 0), in_steps(layout)),
        (Border(BorderKind.LANE_HEADS, "map", 0), in_steps(layout)),
    ):
        line = border_line(layout, border, 2)
        assert line is not None
        assert line.width == 2
        assert line.y < y < line.bottom
        found = border_at(layout, line.centre[0], y, REACH)
        assert found is not None
        assert (found.kind, found.id) == (border.kind, border.id)
    line = border_line(layout, Border(BorderKind.STAGE, "stage-1", 0), 2)
    assert line is not None
    assert line.bottom < in_steps(layout), "that of a stage is no line of a step"
    assert border_line(layout, Border(BorderKind.STEP, "gone", 0), 2) is None
    assert border_line(layout, Border(BorderKind.STAGE, "gone", 0), 2) is None


def test_a_map_without_anything_has_only_the_lane_heads_border(shaper: QtShaper) -> None:
    layout = MapLayout(Document(), shaper)
    assert border_at(layout, layout.columns.left - 2, layout.headings_top + 2, REACH) is not None
    assert border_at(layout, layout.columns.left + 60, layout.headings_top + 2, REACH) is None
    assert hit(layout, layout.columns.left + 60, layout.headings_top + 2).part is Part.NOTHING
    assert border_line(layout, Border(BorderKind.LANE_HEADS, "map", 0), 2) is not None
