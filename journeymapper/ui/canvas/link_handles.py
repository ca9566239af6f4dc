"""Where a link is drawn from with the pointer: the lower edge of a card or step, and the end of a link."""

from dataclasses import dataclass

from journeymapper.document.records import Link
from journeymapper.layout.finding import hit, rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import CARD_GAP
from journeymapper.layout.places import Hit, Part
from journeymapper.ui.canvas.link_marks import HANDLE, points_of
from journeymapper.ui.canvas.view import View
from journeymapper.ui.open_map import OpenMap

#: So many pixels to both sides of a lower edge belong to it, but no more of the box than this share.
_EDGE = 4.0
_SHARE = 0.25

#: What is left of a lower edge for the corners, which belong to the edges beside it, in pixels.
_CORNER = 7.0

#: Boxes that are seen lower than this, in pixels, are too small for edges of their own.
_LEAST = 12.0

_LINKED = (Part.CARD, Part.STEP)


@dataclass(frozen=True, slots=True)
class Handle:
    """Where a link can be drawn from: the card or step, and the handle's middle on the map.

    For the end of a link that is there, ``link`` is that.
    """

    hit: Hit
    x: float
    y: float
    link: str = ""


def handle_at(open_map: OpenMap, view: View, x: float, y: float) -> Handle | None:
    """Return the handle under a point of the map, or None: that of a selected link's end goes first."""
    return _end_handle(open_map, view, x, y) or _edge_handle(open_map.session.layout, view, x, y)


def _end_handle(open_map: OpenMap, view: View, x: float, y: float) -> Handle | None:
    """Return the handle at the end of the link that alone is selected, where the point is on it."""
    chosen = open_map.chosen.of(Link)
    way = open_map.session.layout.links.path_of(chosen[0]) if len(chosen) == 1 else None
    if way is None:
        return None
    (end_x, end_y), reach = points_of(way)[-1], (HANDLE + 2) / view.scale
    if (x - end_x) ** 2 + (y - end_y) ** 2 > reach**2:
        return None
    return Handle(Hit(Part.LINK, chosen[0]), end_x, end_y, chosen[0])


def _edge_handle(layout: MapLayout, view: View, x: float, y: float) -> Handle | None:
    above = min(_EDGE / view.scale, CARD_GAP / 2)
    for probe in (y, y - above):
        found = hit(layout, x, probe)
        box = rect_of(layout, found.id) if found.part in _LINKED else None
        if box is not None and _is_on_edge(box, view.scale, x, y):
            return Handle(found, x, box.bottom)
    return None


def _is_on_edge(box: Rect, scale: float, x: float, y: float) -> bool:
    if box.height * scale < _LEAST:
        return False
    inside, outside = min(_EDGE / scale, _SHARE * box.height), min(_EDGE / scale, CARD_GAP / 2)
    corner = min(_CORNER / scale, _SHARE * box.width)
    return -inside <= y - box.bottom <= outside and box.x + corner <= x <= box.right - corner


def end_under(layout: MapLayout, x: float, y: float) -> str:
    """Return the card or step under a point of the map, or ""."""
    found = hit(layout, x, y)
    return found.id if found.part in _LINKED else ""


def is_outside(layout: MapLayout, x: float, y: float) -> bool:
    """Tell whether a point is where the journey leaves the map: right of all columns or below all lanes."""
    columns = layout.columns
    is_right = x > columns.x(len(columns.steps)) and y > layout.headings_top
    return is_right or y > layout.stack.bottom
