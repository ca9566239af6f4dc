"""Pictures that are seen for the first time: they are decoded between the frames, never in one.

So a map opens and scrolls as if it had none, and they come as fast as they can be decoded.
"""

from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, QTimer

from journeymapper.layout.geometry import Rect
from journeymapper.painters.qt_pictures import Late, PictureCache
from journeymapper.ui.canvas.view import View

#: Seconds that are spent at once before everything else has its turn.
_TURN = 0.02


class _Waiting(NamedTuple):
    """A late picture, and its place on the map in points, which scrolling does not change."""

    place: Rect
    late: Late


class LatePictures(QObject):
    """Fetches the pictures that are late, in the order in which they were missed, and has them painted."""

    def __init__(
        self, cache: PictureCache, view: View, repaint: Callable[[QRect], None], parent: QObject
    ) -> None:
        """Fetch into a cache for a view; ``repaint`` has pixels of the view painted again."""
        super().__init__(parent)
        self._cache = cache
        self._view = view
        self._repaint = repaint
        self._waiting: deque[_Waiting] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_done(self) -> bool:
        """Tell whether all pictures are there."""
        return not self._waiting

    def take_in(self) -> None:
        """Take in what the last frame missed."""
        for late in self._cache.late:
            place = self._view.rect_to_map(late.place.toAlignedRect())
            self._waiting.append(_Waiting(place, late))
        self._cache.late = []
        if self._waiting:
            self._timer.start(0)

    def _go_on(self) -> None:
        """Fetch pictures for a while; those that are no more in view come when they are seen again."""
        until = monotonic() + _TURN
        while self._waiting and monotonic() < until:
            place, late = self._waiting.popleft()
            pixels = self._view.pixels_of(place)
            if pixels.intersects(QRect(0, 0, self._view.size.width(), self._view.size.height())):
                self._cache.fetch(late.picture, late.width)
                self._repaint(pixels)
        if self._waiting:
            self._timer.start(0)
