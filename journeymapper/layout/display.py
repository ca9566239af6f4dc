"""The display list: what there is to paint, as immutable values in points.

Screen, PNG, printer and PDF paint the same lists, so they cannot disagree. A list is in its owner's own
coordinates; ``Placed`` says where on the map it stands.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from journeymapper.document.records import Picture
from journeymapper.layout.geometry import Rect
from journeymapper.text.shaped import ShapedText

#: ("M", x, y) move, ("L", x, y) line, ("C", x1, y1, x2, y2, x, y) Bézier curve, ("Z",) close.
Segment = (
    tuple[Literal["M", "L"], float, float]
    | tuple[Literal["C"], float, float, float, float, float, float]
    | tuple[Literal["Z"]]
)


@dataclass(frozen=True, slots=True)
class Path:
    """An outline of lines and Bézier curves."""

    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class RoundedRect:
    """A rectangle with corners of ``radius`` points; a circle when the radius is half its side."""

    rect: Rect
    radius: float = 0


Shape = Path | RoundedRect


@dataclass(frozen=True, slots=True)
class VerticalGradient:
    """Colours by height: ``stops`` are (offset 0…1, "#rrggbb") from y ``top`` to y ``bottom``."""

    top: float
    bottom: float
    stops: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled shape; ``paint`` is "#rrggbb" or a gradient, ``opacity`` 0…1 counts for the whole of it."""

    shape: Shape
    paint: str | VerticalGradient
    opacity: float = 1


@dataclass(frozen=True, slots=True)
class Stroke:
    """An outlined shape: ``width`` and ``dash`` (on, off) lengths in points; round caps on request."""

    shape: Shape
    colour: str
    width: float = 0.75
    dash: tuple[float, ...] = ()
    round: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Shaped text with the top left corner of its box at (x, y)."""

    x: float
    y: float
    text: ShapedText
    colour: str


@dataclass(frozen=True, slots=True)
class PictureBox:
    """A picture that fills ``rect``, with corners of ``radius`` points.

    Where it has other proportions, what is too much of it on two opposite sides is left out.
    """

    rect: Rect
    picture: Picture
    radius: float = 0


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A place a reader can jump to: an entry of the PDF's outline. Paints nothing."""

    title: str
    rect: Rect


Item = Fill | Stroke | Paragraph | PictureBox | OutlineEntry
DisplayList = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A display list at its place: the list's origin is at (x, y) on the map."""

    x: float
    y: float
    items: DisplayList


def missing_in(shown: Iterable[Placed]) -> frozenset[str]:
    """Return the characters of all words in display lists that no installed font has."""
    return frozenset().union(
        *(item.text.missing for placed in shown for item in placed.items if isinstance(item, Paragraph))
    )
