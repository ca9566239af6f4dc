"""Dragging an emotion point up and down its column."""

from PySide6.QtCore import Qt

from journeymapper.document.records import EmotionPoint
from journeymapper.editing import points
from journeymapper.i18n import _
from journeymapper.layout.metrics import CURVE_SCORE
from journeymapper.ui.canvas.gestures.gesture import Gesture, Pointer, Surface


class DragPoint(Gesture):
    """The point follows by halves, with Alt freely; the curve and the face change under the hand."""

    shape = Qt.CursorShape.SizeVerCursor

    def __init__(self, surface: Surface, point: str) -> None:
        """Drag a point."""
        super().__init__(surface)
        self._point = point
        self._score = surface.open_map.session.document.get(point, EmotionPoint).score
        self._mark = surface.open_map.session.mark()
        self._key = ("drag", object())
        self._from = 0.0

    def start(self, pointer: Pointer) -> None:
        """Take hold of the point."""
        self._from = pointer.y

    def move(self, pointer: Pointer) -> None:
        """Give the point the score of its height."""
        score = points.within_scale(self._score + (self._from - pointer.y) / CURVE_SCORE)
        if not pointer.is_free:
            score = points.within_scale(round(score * 2) / 2)
        with self.surface.open_map.edit(_("Move emotion point"), merge_key=self._key, origin=self) as edit:
            points.set_score(edit, self._point, score)

    def finish(self, pointer: Pointer) -> None:
        """Keep the score."""
        self.move(pointer)
        self.surface.open_map.session.end_step()

    def cancel(self) -> None:
        """Put the point back."""
        self.surface.open_map.session.bail(self._mark)
