"""A small picture of the whole map, painted bit by bit while nothing else is to be done.

A change only notes which parts of the picture are out of date. They are painted when the map has been left
alone for a moment, one part at a time, so that no edit ever waits for them, however large the map is.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from journeymapper.layout.damage import Damage
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.painters.qt import QtPainter
from journeymapper.style import colours
from journeymapper.ui.canvas.sheet import Drawing

#: The picture is painted in so many parts across and down.
_ACROSS, _DOWN = 8, 4
_PARTS = frozenset(range(_ACROSS * _DOWN))

#: The map is left alone for so long before the picture follows it, in milliseconds.
_REST = 300

#: Antialiased edges reach so many pixels into the part beside their own.
_BLEED = 2


class OverviewPicture(QObject):
    """The picture, ``shown`` as it was last whole. It is out of date from a change until ``painted``."""

    #: All of the picture is as the map is.
    painted = Signal()

    def __init__(self, layout: MapLayout, parent: QObject) -> None:
        """Begin with nothing; ``resize`` must follow."""
        super().__init__(parent)
        self.shown = QImage()
        self._image = QImage()
        self._layout = layout
        self._drawing = Drawing(layout, QtPainter(kept=0), kept=0)
        self._stale: set[int] = set()
        self._wanted = QSize()
        self._rest = self._timer(_REST, self._begin)
        self._work = self._timer(0, self._paint_part)

    def _timer(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer

    @property
    def is_painted(self) -> bool:
        """Tell whether the picture is as the map is."""
        return not self._stale and self._image.size() == self._wanted

    def resize(self, size: QSize) -> None:
        """Take another size, in pixels of the screen."""
        if size != self._wanted:
            self._wanted = size
            self._stale = set(_PARTS)

    def follow(self, damage: Damage) -> None:
        """Note what a change damaged."""
        if damage.resized:
            self._stale = set(_PARTS)
        for rect in damage.rects:
            if len(self._stale) < len(_PARTS):
                self._stale |= self._parts_of(rect)

    def _parts_of(self, rect: Rect) -> set[int]:
        """Return the parts that show any of a part of the map."""
        scale = self._scale()
        across = _shares(rect.x * scale, rect.right * scale, self._wanted.width(), _ACROSS)
        down = _shares(rect.y * scale, rect.bottom * scale, self._wanted.height(), _DOWN)
        return {row * _ACROSS + column for row in down for column in across}

    def rest(self) -> None:
        """Begin to paint after another moment of quiet, if there is anything to paint."""
        self._work.stop()
        if not self.is_painted:
            self._rest.start()

    def stop(self) -> None:
        """Paint nothing until the next ``rest``."""
        self._rest.stop()
        self._work.stop()

    def _begin(self) -> None:
        if self._image.size() != self._wanted:
            self._image = self._resized()
        self._work.start()

    def _resized(self) -> QImage:
        """Return the picture in its new size: the old one, as long as there is no better one."""
        if not self._image.isNull():
            return self._image.scaled(
                self._wanted, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        blank = QImage(self._wanted, QImage.Format.Format_RGB32)
        blank.fill(QColor(colours.PAPER))
        return blank

    def _paint_part(self) -> None:
        if self._stale:
            self._paint(self._stale.pop())
        if self._stale:
            self._work.start()
        else:
            self.shown = self._image.copy()
            self.painted.emit()

    def _paint(self, part: int) -> None:
        pixels, scale = self._pixels(part), self._scale()
        painter = QPainter(self._image)
        try:
            painter.setClipRect(pixels)
            painter.fillRect(pixels, QColor(colours.PAPER))
            painter.scale(scale, scale)
            self._drawing.paint(painter, self._layout.visible(self._area(part)), scale)
        finally:
            painter.end()

    def _scale(self) -> float:
        """Return pixels of the picture a point."""
        return self._wanted.width() / self._layout.width

    def _pixels(self, part: int) -> QRect:
        """Return a part of the picture in pixels."""
        down, across = divmod(part, _ACROSS)
        width, height = self._wanted.width(), self._wanted.height()
        left, right = width * across // _ACROSS, width * (across + 1) // _ACROSS
        top, bottom = height * down // _DOWN, height * (down + 1) // _DOWN
        return QRect(left, top, right - left, bottom - top)

    def _area(self, part: int) -> Rect:
        """Return the part of the map that can be seen in a part of the picture."""
        pixels, scale = QRectF(self._pixels(part)), max(self._scale(), 1e-6)
        grown = pixels.adjusted(-_BLEED, -_BLEED, _BLEED, _BLEED)
        return Rect(grown.x() / scale, grown.y() / scale, grown.width() / scale, grown.height() / scale)


def _shares(start: float, end: float, length: int, count: int) -> range:
    """Return which of ``count`` shares of a length lie between two pixels, or near enough to touch them."""
    first = max(0.0, start - _BLEED) * count // max(1, length)
    last = min(float(length - 1), max(0.0, end + _BLEED)) * count // max(1, length)
    return range(int(first), int(last) + 1)
