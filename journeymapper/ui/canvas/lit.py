"""Records lit on the map because they are pointed at in a dock: a halo and a ring round each."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journeymapper.layout.finding import rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import CARD_RADIUS
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.canvas.view import View
from journeymapper.ui.open_map import OpenMap

#: How wide the ring and the halo round it are, in pixels, and how strong the halo is, 0 … 255.
_RING, _HALO = 2.0, 4.5
_HALO_ALPHA = 60

#: More records than this are not lit: there would be nothing else.
_MOST = 400


class Lit:
    """What is lit on one map. ``changed`` is called with the pixels that must be painted again."""

    def __init__(self, open_map: OpenMap, view: View, changed: Callable[[QRect], None]) -> None:
        """Follow what is pointed at."""
        self._open_map = open_map
        self._view = view
        self._changed = changed
        self.ids: frozenset[str] = frozenset()
        open_map.pointed_at.connect(self._show)

    def _show(self, ids: frozenset[str]) -> None:
        wanted = ids if len(ids) <= _MOST else frozenset()
        before, self.ids = self.ids, wanted
        for id_ in before ^ wanted:
            if (box := self._box(id_)) is not None:
                self._changed(self._view.pixels_of(box, round(_RING + _HALO) + 1))

    def _box(self, id_: str) -> Rect | None:
        return rect_of(self._open_map.session.layout, id_)

    def paint(self, painter: QPainter, exposed: QRect, appearance: Appearance) -> None:
        """Paint halos and rings in a part of the view."""
        halo = QColor(appearance.accent)
        halo.setAlpha(_HALO_ALPHA)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for id_ in self.ids:
            box = self._box(id_)
            if box is None or not self._view.pixels_of(box, round(_RING + _HALO)).intersects(exposed):
                continue
            lies = self._view.to_view(box)
            for pen, away in (
                (QPen(halo, _HALO), _RING + _HALO / 2),
                (QPen(QColor(appearance.accent), _RING), _RING / 2),
            ):
                radius = min(CARD_RADIUS * self._view.scale + away, lies.height() / 2 + away)
                painter.setPen(pen)
                painter.drawRoundedRect(lies.adjusted(-away, -away, away, away), radius, radius)
