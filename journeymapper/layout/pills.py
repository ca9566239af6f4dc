"""Numbers in pills: the pieces of evidence behind a card, and the dots that people gave it.

Evidence is a number on white within a line; votes are a dot and a number on a dark ground, which is seen
from the other end of a room and in greyscale.
"""

from dataclasses import dataclass

from journeymapper.layout.display import DisplayList, Fill, Item, Paragraph, Stroke
from journeymapper.layout.shapes import box, circle
from journeymapper.style import colours, typography
from journeymapper.text.shaped import Shaper

PILL_HEIGHT = 11.0
PILL_GAP = 3.0

_PADDING = 4.5
_DOT = 2.4
_DOT_ROOM = 2 * _DOT + 2.6


@dataclass(frozen=True, slots=True)
class Pill:
    """A pill ``width`` points wide: a number, placed from the pill's corner, and a dot before it or none."""

    width: float
    ground: str
    edge: str
    ink: str
    number: Paragraph
    has_dot: bool

    def at(self, x: float, y: float) -> DisplayList:
        """Return the pill with its top left corner at (x, y)."""
        outline = box(x, y, self.width, PILL_HEIGHT, PILL_HEIGHT / 2)
        items: list[Item] = [Fill(outline, self.ground)]
        if self.edge:
            items.append(Stroke(outline, self.edge, 0.75))
        if self.has_dot:
            items.append(Fill(circle(x + _PADDING + _DOT, y + PILL_HEIGHT / 2, _DOT), self.ink))
        number = self.number
        items.append(Paragraph(x + number.x, y + number.y, number.text, number.colour))
        return tuple(items)


@dataclass(frozen=True, slots=True)
class Blank:
    """Room in a row of pills, ``width`` points wide, for what is painted by somebody else."""

    width: float

    def at(self, _x: float, _y: float) -> DisplayList:
        """Return nothing."""
        return ()


def count_pill(count: int, edge: str, ink: str, shaper: Shaper) -> Pill:
    """Return a number on white."""
    text = shaper.shape(str(count), typography.COUNT)
    width = max(text.width + 2 * _PADDING, PILL_HEIGHT + 3)
    number = Paragraph((width - text.width) / 2, (PILL_HEIGHT - text.height) / 2, text, ink)
    return Pill(width, colours.PAPER, edge, ink, number, has_dot=False)


def votes_pill(votes: int, shaper: Shaper) -> Pill:
    """Return a dot and a number on a dark ground."""
    text = shaper.shape(str(votes), typography.COUNT)
    width = text.width + 2 * _PADDING + _DOT_ROOM
    number = Paragraph(_PADDING + _DOT_ROOM, (PILL_HEIGHT - text.height) / 2, text, colours.PAPER)
    return Pill(width, colours.VOTES, "", colours.PAPER, number, has_dot=True)
