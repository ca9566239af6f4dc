"""What can be made wider by hand: the borders between stages, of steps, and of the lane heads."""

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from journeymapper.document.records import MAP_ID
from journeymapper.editing.stages import border_room
from journeymapper.layout.columns import Columns
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import LANE_HEAD_GAP, STAGE_TIP, STEP_GAP

#: A border takes at most this share of the narrower column beside it, so that the column can still be met.
_MOST_OF_A_COLUMN = 0.2


class BorderKind(Enum):
    """What a border belongs to."""

    STAGE = "stage"
    STEP = "step"
    LANE_HEADS = "lane_heads"


@dataclass(frozen=True, slots=True)
class Border:
    """A border: the stage or step to the left of it (the map, of the lane heads), and its x in points."""

    kind: BorderKind
    id: str
    x: float


def border_at(layout: MapLayout, x: float, y: float, reach: float) -> Border | None:
    """Return the border within ``reach`` points of a point of the map, or None."""
    if y < layout.headings_top:
        return None
    if y < layout.lanes_top or layout.lane_at(y) is not None:
        heads = _lane_heads(layout.columns, x, reach)
        if heads is not None or y >= layout.lanes_top:
            return heads
    if y >= layout.lanes_top or not layout.columns.steps:
        return None
    steps_top = layout.headings_top + layout.headings.stage_height + STEP_GAP / 2
    if y < steps_top:
        return _stage_border(layout, x, y, reach)
    return _step_border(layout.columns, x, reach)


def _lane_heads(columns: Columns, x: float, reach: float) -> Border | None:
    """Return the lane heads' right edge where the gap beside it is near."""
    edge = columns.left - LANE_HEAD_GAP
    near = min(reach, columns.left * _MOST_OF_A_COLUMN)
    return Border(BorderKind.LANE_HEADS, MAP_ID, edge) if edge - near <= x < columns.left else None


def _stage_border(layout: MapLayout, x: float, y: float, reach: float) -> Border | None:
    """Return the border between two stages, which has the form of a chevron's tip, if it can go anywhere."""
    columns = layout.columns
    column = columns.at(x)
    if column is None:
        return None
    height = layout.headings.stage_height
    inward = STAGE_TIP * abs(y - layout.headings_top - height / 2) / (height / 2)
    around = range(max(0, column - 1), min(len(columns.steps), column + 2))
    for left, right in pairwise(columns.spans_between(around)):
        near = min(reach, _MOST_OF_A_COLUMN * min(left.width, right.width))
        if abs(x - (right.x - inward)) <= near:
            can_go = len(border_room(layout.document.indexes, left.stage)) > 1
            return Border(BorderKind.STAGE, left.stage, right.x) if can_go else None
    return None


def _step_border(columns: Columns, x: float, reach: float) -> Border | None:
    """Return the right end of a step's column."""
    for column in columns.between(x - reach, x + reach):
        edge = columns.x(column) + columns.width_of(column)
        near = min(reach, _MOST_OF_A_COLUMN * columns.width_of(column))
        if (step := columns.steps[column]) is not None and abs(x - edge) <= near:
            return Border(BorderKind.STEP, step, edge)
    return None


def border_line(layout: MapLayout, border: Border, thickness: float) -> Rect | None:
    """Return where a line on a border stands, so many points thick; None when what it is of is gone."""
    top, headings = layout.headings_top, layout.headings
    columns = layout.columns
    match border.kind:
        case BorderKind.LANE_HEADS:
            last = layout.shown_lanes[-1] if layout.shown_lanes else None
            bottom = layout.lane_top(last) + layout.lanes[last].height if last else layout.lanes_top
            return _line(columns.left - LANE_HEAD_GAP / 2, top, bottom - top, thickness)
        case BorderKind.STEP if border.id in columns.of_step:
            column = columns.of_step[border.id]
            x = columns.x(column) + columns.width_of(column)
            return _line(x, top + headings.stage_height + STEP_GAP, headings.step_height, thickness)
        case BorderKind.STAGE:
            for span in columns.spans:
                if span.stage == border.id:
                    right = span.x + span.width
                    return _line(right, top - STEP_GAP / 2, headings.stage_height + STEP_GAP, thickness)
    return None


def _line(x: float, top: float, height: float, thickness: float) -> Rect:
    return Rect(x - thickness / 2, top, thickness, height)
