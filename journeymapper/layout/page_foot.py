"""The foot of the pages after the map: the map's title, and which page it is."""

from journeymapper.i18n import _
from journeymapper.layout.display import Item, Paragraph
from journeymapper.layout.geometry import Rect
from journeymapper.layout.shortening import shortened
from journeymapper.style import colours, typography
from journeymapper.text.shaped import Shaper

#: What stays blank between the foot and what stands above it, in points.
FOOT_GAP = 8.0

_BESIDE_TITLE = 28.0


def foot_height(shaper: Shaper) -> float:
    """Return how high the foot is, in points."""
    return shaper.shape("8", typography.HINT).height


def page_foot(room: Rect, title: str, number: int, count: int, shaper: Shaper) -> list[Item]:
    """Return the foot of page ``number`` of ``count``, at the lower edge of a room inside the margins."""
    words = _("Page {number} of {count}").format(number=number, count=count)
    page = shaper.shape(words, typography.HINT)
    y = room.bottom - foot_height(shaper)
    beside = max(0.0, room.width - page.width - _BESIDE_TITLE)
    return [
        Paragraph(room.x, y, shortened(title, typography.HINT, beside, shaper), colours.SECONDARY),
        Paragraph(room.right - page.width, y, page, colours.SECONDARY),
    ]
