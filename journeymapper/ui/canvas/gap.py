"""The line between the cards of a cell that shows where a new one would go."""

from journeymapper.layout.finding import rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import CARD_GAP
from journeymapper.ui.canvas.gestures.landing import Place

#: How thick the line is, in points.
_LINE = 2.5


def gap_line(layout: MapLayout, place: Place) -> Rect | None:
    """Return the line at a place among the cards of a cell; an empty cell has none."""
    ids = layout.document.indexes.cards(place.lane, place.step)
    if not ids:
        return None
    is_last = place.above == len(ids)
    rect = rect_of(layout, ids[-1] if is_last else ids[place.above])
    if rect is None:
        return None
    y = rect.bottom + CARD_GAP / 2 if is_last else rect.y - CARD_GAP / 2
    width = layout.columns.card_width(layout.columns.of_step[place.step])
    return Rect(rect.x, y - _LINE / 2, width, _LINE)
