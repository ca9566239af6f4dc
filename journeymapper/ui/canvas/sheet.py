"""Painting the map into the view: the desk, the paper, the map's own drawing and the marks over it."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from journeymapper.layout.display import Item, Paragraph, Placed
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import MARGIN
from journeymapper.layout.prompts import Prompts
from journeymapper.painters.qt import QtPainter
from journeymapper.painters.qt_pictures import PictureCache
from journeymapper.style import colours, typography
from journeymapper.ui.canvas.far import FarCards
from journeymapper.ui.canvas.far_lines import FarLines
from journeymapper.ui.canvas.overlay import REACH, Overlay
from journeymapper.ui.canvas.view import View
from journeymapper.ui.canvas.words import Words

#: Text smaller than this many pixels is left out.
_LEAST_TEXT = 4.0

#: At fewer pixels a point than this a card's corners and signs are smaller than a pixel.
_SPECKS = 0.25

#: At fewer still nothing can be seen in a picture, nor of the evidence strip.
_PICTURES = 0.1

#: A region of more rectangles than this is painted as the one round them all.
_MOST_RECTANGLES = 4

#: A region that covers this share of the rectangle round it is painted as that, once.
_NEARLY_WHOLE = 0.8

#: How near two places must be to count as the same, in points.
_SAME = 0.05

_SHADOW = ((3, 10), (2, 14), (1, 20))


def has_words(scale: float) -> bool:
    """Tell whether cards' words can be read at so many pixels a point."""
    return typography.CARD.size * scale >= _LEAST_TEXT


class Drawing:
    """The map's own drawing, with as much of it as can be told apart at a scale."""

    def __init__(self, layout: MapLayout, painter: QtPainter, kept: int = 16_384) -> None:
        """Draw a layout; what so many cards look like from far off is remembered."""
        self._layout = layout
        self._painter = painter
        self._far_cards, self._far_lines = FarCards(kept), FarLines(kept)

    def paint(self, painter: QPainter, placed: Iterable[Placed], scale: float) -> None:
        """Paint lists at their places, with a painter that has so many pixels a point."""
        if has_words(scale):
            self._painter.paint(painter, placed)
        else:
            self._paint_far(painter, list(placed), scale)

    def _paint_far(self, painter: QPainter, placed: list[Placed], scale: float) -> None:
        """Paint from far off: cards without words, title, stages and lane names with theirs while legible."""
        has_names = typography.LANE.size * scale >= _LEAST_TEXT
        top = self._layout.lanes_top
        names = [one for one in placed if one.y < top or one.x == MARGIN]
        cards = [one for one in placed if not (one.y < top or one.x == MARGIN)]
        if scale < _PICTURES:
            strip = self._layout.headings_top + self._layout.headings.steps_bottom
            names = [one for one in names if one.y != strip]
        self._painter.paint(painter, names, text=has_names)
        if scale < _SPECKS:
            cards = self._far_cards.paint(painter, cards, has_pictures=scale >= _PICTURES)
            cards = self._far_lines.paint(painter, cards)
        self._painter.paint(painter, cards, text=False)


class Sheet:
    """Paints what is exposed, and nothing else."""

    def __init__(self, layout: MapLayout, view: View, overlay: Overlay) -> None:
        """Paint a layout as a view shows it, with an overlay on it."""
        self._layout = layout
        self._view = view
        self._overlay = overlay
        self.pictures = PictureCache(waits=True)
        self._painter = QtPainter(pictures=self.pictures)
        self._drawing = Drawing(layout, self._painter)
        self._prompts = Prompts(layout)
        #: Hints are shown in empty cells.
        self.shows_prompts = True

    def paint(self, painter: QPainter, region: QRegion, written: Words | None) -> None:
        """Paint a region of the view; ``written`` words are left to the text box that lies on them.

        Pictures that were not painted before are late then (see ``PictureCache``).
        """
        size, ratio = self._view.size, painter.device().devicePixelRatioF()
        self.pictures.begin(size.width() * size.height() * ratio * ratio)
        for rect in _few_rectangles(region):
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
        self._drawing.paint(painter, placed, self._view.scale)
        if self.shows_prompts and has_words(self._view.scale):
            self._painter.paint(painter, self._prompts.visible(area))
        painter.restore()
        self._overlay.paint_over(painter, rect, self._painter, has_words(self._view.scale))

    def _paint_desk(self, painter: QPainter, rect: QRect) -> None:
        """Paint the paper, and what of the desk and of the paper's shadow is beside it."""
        paper = self._view.paper()
        painter.fillRect(paper & rect, QColor(colours.PAPER))
        if paper.contains(rect):
            return
        _fill_beside(painter, paper, rect, QColor(self._overlay.appearance.desk))
        for spread, alpha in _SHADOW:
            shade = paper.adjusted(-spread, -spread + 1, spread, spread + 2)
            _fill_beside(painter, paper, shade & rect, QColor(0, 0, 0, alpha))
        painter.setPen(QPen(QColor(self._overlay.appearance.paper_edge), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(paper.adjusted(-1, -1, 0, 0))


def _few_rectangles(region: QRegion) -> list[QRect]:
    """Return what to paint for a region: its rectangles, or the one round them all where that is cheaper."""
    rects, whole = list(cast(Iterable[QRect], region)), region.boundingRect()  # the stubs know no iteration
    covered = sum(rect.width() * rect.height() for rect in rects)
    is_nearly_whole = covered >= _NEARLY_WHOLE * whole.width() * whole.height()
    return [whole] if is_nearly_whole or len(rects) > _MOST_RECTANGLES else rects


def _fill_beside(painter: QPainter, paper: QRect, rect: QRect, colour: QColor) -> None:
    """Fill what of a rectangle is beside the paper: large fills are what a frame's time goes into."""
    for part in cast(Iterable[QRect], QRegion(rect).subtracted(paper)):
        painter.fillRect(part, colour)


def _without(placed: Placed, written: Words) -> Placed:
    """Return a display list without the paragraph that stands where words are being written."""
    x, y = written.box.x - placed.x, written.box.y - placed.y

    def is_written(item: Item) -> bool:
        return isinstance(item, Paragraph) and abs(item.x - x) < _SAME and abs(item.y - y) < _SAME

    if not any(is_written(item) for item in placed.items):
        return placed
    return Placed(placed.x, placed.y, tuple(item for item in placed.items if not is_written(item)))
