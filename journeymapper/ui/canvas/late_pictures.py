"""Pictures that a frame had no time to decode: they come a few at a time, while everything else goes on."""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

from journeymapper.layout.geometry import Rect

#: So many are painted with one frame, as far as there is time.
_AT_ONCE = 3


class LatePictures(QObject):
    """Has the places of late pictures painted again, in the order in which they were noted."""

    def __init__(self, repaint: Callable[[Rect], None], parent: QObject) -> None:
        """Begin with none; ``repaint`` has a part of the map (points) painted, if it is in view."""
        super().__init__(parent)
        self._repaint = repaint
        self._waiting: deque[Rect] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_done(self) -> bool:
        """Tell whether all pictures are there."""
        return not self._waiting

    def add(self, places: Iterable[Rect]) -> None:
        """Note the places of pictures that are late, in points on the map."""
        self._waiting.extend(place for place in places if place not in self._waiting)
        if self._waiting:
            self._timer.start(0)

    def _go_on(self) -> None:
        for _ in range(min(_AT_ONCE, len(self._waiting))):
            self._repaint(self._waiting.popleft())
        if self._waiting:
            self._timer.start(0)
