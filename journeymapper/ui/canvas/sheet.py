"""Painting the map into the view: the desk, the paper, the map's own drawing and the marks over it."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from journeymapper.layout.display import Item, Paragraph, Placed
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import MARGIN
from journeymapper.painters.qt import QtPainter
from journeymapper.style import colours, typography
from journeymapper.ui.canvas.far import FarCards
from journeymapper.ui.canvas.overlay import REACH, Overlay
from journeymapper.ui.canvas.view import View
from journeymapper.ui.canvas.words import Words

#: Text smaller than this many pixels is left out.
_LEAST_TEXT = 4.0

#: At fewer pixels a point than this a card's corners and signs are smaller than a pixel.
_SPECKS = 0.25

#: A region of more rectangles than this is painted as the one round them all.
_MOST_RECTANGLES = 4

#: How near two places must be to count as the same, in points.
_SAME = 0.05

_SHADOW = ((3, 10), (2, 14), (1, 20))


class Sheet:
    """Paints what is exposed, and nothing else."""

    def __init__(self, layout: MapLayout, view: View, overlay: Overlay) -> None:
        """Paint a layout as a view shows it, with an overlay on it."""
        self._layout = layout
        self._view = view
        self._overlay = overlay
        self._painter = QtPainter()
        self._far_cards = FarCards()

    def paint(self, painter: QPainter, region: QRegion, written: Words | None) -> None:
        """Paint a region of the view; ``written`` words are left to the text box that lies on them."""
        rects = list(cast(Iterable[QRect], region))  # iterable, though the stubs do not say so
        for rect in rects if len(rects) <= _MOST_RECTANGLES else [region.boundingRect()]:
            painter.setClipRect(rect)
            self._paint_rect(painter, rect, written)

    def _paint_rect(self, painter: QPainter, rect: QRect, written: Words | None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_desk(painter, rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._overlay.paint_under(painter, rect)
        area = self._view.rect_to_map(rect.adjusted(-REACH, -REACH, REACH, REACH))
        placed: Iterable[Placed] = self._layout.visible(area)
        if written is not None:
            placed = (_without(one, written) for one in placed)
        painter.save()
        painter.translate(self._view.place)
        painter.scale(self._view.scale, self._view.scale)
        has_text = typography.CARD.size * self._view.scale >= _LEAST_TEXT
        if has_text:
            self._painter.paint(painter, placed)
        else:
            self._paint_far(painter, list(placed))
        painter.restore()
        self._overlay.paint_over(painter, rect, self._painter, has_text)

    def _paint_far(self, painter: QPainter, placed: list[Placed]) -> None:
        """Paint from far off: cards without words, title, stages and lane names with theirs while legible."""
        has_names = typography.LANE.size * self._view.scale >= _LEAST_TEXT
        top = self._layout.lanes_top
        names = [one for one in placed if one.y < top or one.x == MARGIN]
        cards = [one for one in placed if not (one.y < top or one.x == MARGIN)]
        self._painter.paint(painter, names, text=has_names)
        if self._view.scale < _SPECKS:
            cards = self._far_cards.paint(painter, cards)
        self._painter.paint(painter, cards, text=False)

    def _paint_desk(self, painter: QPainter, rect: QRect) -> None:
        paper = self._view.paper()
        if not paper.contains(rect):
            painter.fillRect(rect, QColor(self._overlay.appearance.desk))
            for spread, alpha in _SHADOW:
                shade = paper.adjusted(-spread, -spread + 1, spread, spread + 2)
                painter.fillRect(shade & rect, QColor(0, 0, 0, alpha))
            painter.setPen(QPen(QColor(self._overlay.appearance.paper_edge), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(paper.adjusted(-1, -1, 0, 0))
        painter.fillRect(paper & rect, QColor(colours.PAPER))


def _without(placed: Placed, written: Words) -> Placed:
    """Return a display list without the paragraph that stands where words are being written."""
    x, y = written.box.x - placed.x, written.box.y - placed.y

    def is_written(item: Item) -> bool:
        return isinstance(item, Paragraph) and abs(item.x - x) < _SAME and abs(item.y - y) < _SAME

    if not any(is_written(item) for item in placed.items):
        return placed
    return Placed(placed.x, placed.y, tuple(item for item in placed.items if not is_written(item)))
