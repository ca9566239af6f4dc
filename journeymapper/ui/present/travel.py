"""The short way of the view from one part of the map to another. It can be interrupted at any time."""

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation

from journeymapper.ui.canvas.map_view import MapView
from journeymapper.ui.canvas.view import Sight

#: In milliseconds.
_TIME = 120


class Travel(QObject):
    """Brings a view from how it sees the map to another sight of it."""

    def __init__(self, map_view: MapView, parent: QObject) -> None:
        """Move this view."""
        super().__init__(parent)
        self.is_allowed = True
        self._map_view = map_view
        self._start = self._goal = map_view.sight
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(_TIME)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._show)

    @property
    def is_under_way(self) -> bool:
        """Tell whether the view is moving."""
        return self._animation.state() is QVariantAnimation.State.Running

    def go(self, goal: Sight, glides: bool = True) -> None:
        """Show a sight: gliding there, or at once where that is not wanted or nobody could see it."""
        self.stop()
        self._start, self._goal = self._map_view.sight, goal
        if glides and self.is_allowed and self._map_view.isVisible():
            self._animation.start()
        else:
            self._map_view.show_sight(goal)

    def stop(self) -> None:
        """Stay where the view is now."""
        self._animation.stop()

    def arrive(self) -> None:
        """Be there at once."""
        if self.is_under_way:
            self.stop()
            self._map_view.show_sight(self._goal)

    def _show(self, share: float) -> None:
        self._map_view.show_sight(self._goal if share >= 1 else self._between(share))

    def _between(self, share: float) -> Sight:
        """Return the sight at a share of the way; the middle of the view goes straight there."""
        view = self._map_view.view
        middle = QPointF(view.size.width() / 2, view.size.height() / 2)
        start, goal = self._start, self._goal
        zoom = start.zoom * (goal.zoom / start.zoom) ** share
        if goal.zoom != start.zoom:
            share = (1 / start.zoom - 1 / zoom) / (1 / start.zoom - 1 / goal.zoom)
        begun = (middle - QPointF(start.place)) / start.zoom
        wanted = (middle - QPointF(goal.place)) / goal.zoom
        at = begun + (wanted - begun) * share
        return Sight(zoom, (middle - at * zoom).toPoint())
