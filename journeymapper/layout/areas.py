"""What of the map belongs to records, with all they hold: a lane's whole row, a stage's whole columns.

A link holds its ends.
"""

from collections.abc import Iterable
from functools import reduce

from journeymapper.document.records import Lane, Link, Stage, Step
from journeymapper.layout.finding import rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import MARGIN


def area_of(layout: MapLayout, ids: Iterable[str]) -> Rect | None:
    """Return the smallest box round records and all that they hold, or None when none is to be seen."""
    areas = [area for id_ in ids if (area := _area(layout, id_)) is not None]
    return reduce(Rect.united, areas) if areas else None


def _area(layout: MapLayout, id_: str) -> Rect | None:
    box, record = rect_of(layout, id_), layout.document.find(id_)
    if box is None:
        return None
    if isinstance(record, Lane):
        right = layout.columns.left + layout.columns.width
        return Rect(MARGIN, box.y, right - MARGIN, box.height)
    if isinstance(record, Stage | Step):
        last = layout.shown_lanes[-1] if layout.shown_lanes else None
        bottom = layout.lane_top(last) + layout.lanes[last].height if last is not None else box.bottom
        return Rect(box.x, box.y, box.width, bottom - box.y)
    if isinstance(record, Link):
        ends = (rect_of(layout, end) for end in (record.source, record.target))
        return reduce(Rect.united, (end for end in ends if end is not None), box)
    return box
