"""Moving the map in the window with the hand."""

from PySide6.QtCore import QPoint, Qt

from journeymapper.ui.canvas.gestures.gesture import Gesture, Pointer, Surface


class Pan(Gesture):
    """The map goes with the pointer: middle button, or Space held."""

    shape = Qt.CursorShape.ClosedHandCursor

    def __init__(self, surface: Surface) -> None:
        """Begin where the map is."""
        super().__init__(surface)
        self._place = QPoint(surface.view.place)
        self._from = QPoint()

    def start(self, pointer: Pointer) -> None:
        """Take hold."""
        self._from = pointer.position.toPoint()

    def move(self, pointer: Pointer) -> None:
        """Move the map."""
        self.surface.scroll_to(self._place + pointer.position.toPoint() - self._from)

    def finish(self, pointer: Pointer) -> None:
        """Let go."""
        self.move(pointer)

    def cancel(self) -> None:
        """Put the map back."""
        self.surface.scroll_to(self._place)
