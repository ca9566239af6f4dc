"""Cards from so far off that they are specks: plain rectangles, painted many at a time.

One call of Qt for all cards of a colour is what keeps a map of ten thousand cards moving when the whole of
it is in view.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journeymapper.layout.display import (
    DisplayList,
    Fill,
    Item,
    Paragraph,
    PictureBox,
    Placed,
    RoundedRect,
    Stroke,
)
from journeymapper.style import colours

#: Details lower than this, in points, cannot be seen from far off: dots, rings, counts.
_LEAST_HEIGHT = 12.0

#: How wide cards' edges are, in points.
_EDGE = 0.75

#: A rectangle of a list: its colour, whether only its edge, its place in the list's coordinates.
_Patch = tuple[str, bool, float, float, float, float]

#: What is painted with one call: edges after fills, what lies higher in a list after what lies below it.
_Layer = tuple[bool, int, str]


@dataclass(slots=True)
class _Speck:
    """A list as it was painted last: its place on the map and its rectangles there."""

    items: DisplayList
    patches: tuple[_Patch, ...] | None
    pictures: DisplayList = ()
    x: float = 0.0
    y: float = 0.0
    rects: tuple[tuple[_Layer, QRectF], ...] = ()

    def put(self, x: float, y: float) -> None:
        """Stand at another place."""
        self.x, self.y = x, y
        self.rects = tuple(
            ((is_edge, depth, colour), QRectF(x + left, y + top, width, height))
            for depth, (colour, is_edge, left, top, width, height) in enumerate(self.patches or ())
        )


class FarCards:
    """Paints lists that are made of rectangles, and hands back those that are more than that."""

    def __init__(self, kept: int = 16_384) -> None:
        """Remember what so many lists are made of, and where they stood."""
        self._kept = kept
        self._known: dict[int, _Speck] = {}

    def paint(self, painter: QPainter, placed: Iterable[Placed], has_pictures: bool) -> list[Placed]:
        """Paint the lists at their places, without their words and details; return those left to paint.

        These are the lists that are more than rectangles, and the pictures of the others if that is wanted.
        """
        left: list[Placed] = []
        layers: defaultdict[_Layer, list[QRectF]] = defaultdict(list)
        known = self._known
        for one in placed:
            speck = known.get(id(one.items))
            if speck is None or speck.items is not one.items:
                speck = self._learn(one.items)
            if speck.patches is None:
                left.append(one)
                continue
            if speck.x != one.x or speck.y != one.y or not speck.rects:
                speck.put(one.x, one.y)
            if has_pictures and speck.pictures:
                left.append(Placed(one.x, one.y, speck.pictures))
            for layer, rect in speck.rects:
                layers[layer].append(rect)
        for layer in sorted(layers):
            _set_colour(painter, layer)
            painter.drawRects(layers[layer])
        return left

    def _learn(self, items: DisplayList) -> _Speck:
        if len(self._known) >= self._kept:
            self._known.clear()
        pictures = tuple(item for item in items if isinstance(item, PictureBox))
        speck = self._known[id(items)] = _Speck(items, _patches(items), pictures)
        return speck


def _set_colour(painter: QPainter, layer: _Layer) -> None:
    is_edge, _depth, colour = layer
    painter.setPen(QPen(QColor(colour), _EDGE) if is_edge else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if is_edge else QColor(colour))


def _patches(items: DisplayList) -> tuple[_Patch, ...] | None:
    """Return the rectangles that a list is made of, or None when it is made of more."""
    found = []
    for item in items:
        if isinstance(item, Paragraph):
            continue
        patch = _patch(item)
        if patch is None:
            return None
        if patch[-1] >= _LEAST_HEIGHT:
            found.append(patch)
    return tuple(found)


def _patch(item: Item) -> _Patch | None:
    """Return an item as a rectangle, or None when it is none; a picture is a grey one."""
    if isinstance(item, PictureBox):
        return colours.CARD_EDGE, False, item.rect.x, item.rect.y, item.rect.width, item.rect.height
    if not isinstance(item, Fill | Stroke) or not isinstance(item.shape, RoundedRect):
        return None
    rect = item.shape.rect
    if isinstance(item, Stroke):
        return item.colour, True, rect.x, rect.y, rect.width, rect.height
    if not isinstance(item.paint, str) or item.opacity < 1:
        return None
    return item.paint, False, rect.x, rect.y, rect.width, rect.height
