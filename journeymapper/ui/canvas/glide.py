"""A short motion that shows where a dropped card went. It can be interrupted at any time."""

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation

from journeymapper.layout.geometry import Rect
from journeymapper.ui.canvas.overlay import Lifted, Overlay

#: In milliseconds.
_TIME = 110

#: Shorter ways than this are not worth showing, in points.
_SHORT = 4.0


class Glide(QObject):
    """Lets a lifted card slide to its place."""

    def __init__(self, overlay: Overlay, parent: QObject) -> None:
        """Show the motion on an overlay."""
        super().__init__(parent)
        self.is_allowed = True
        self._overlay = overlay
        self._lifted: Lifted | None = None
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(_TIME)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._show)
        self._animation.finished.connect(self.stop)

    def start(self, lifted: Lifted, goal: Rect) -> None:
        """Let a card slide from where it is held to its place on the map."""
        way = abs(goal.x - lifted.box.x) + abs(goal.y - lifted.box.y)
        if not self.is_allowed or way < _SHORT:
            return
        self._lifted = lifted
        self._animation.setStartValue(QPointF(lifted.box.x, lifted.box.y))
        self._animation.setEndValue(QPointF(goal.x, goal.y))
        self._animation.start()

    def stop(self) -> None:
        """Be there at once."""
        if self._lifted is not None:
            self._lifted = None
            self._animation.stop()
            self._overlay.show_lifted(None)

    def _show(self, at: QPointF) -> None:
        if self._lifted is not None:
            self._overlay.show_lifted(self._lifted.at(at.x(), at.y()))
