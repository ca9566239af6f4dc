"""Rings round what is selected, in the form of what they are round."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from journeymapper.layout.finding import stage_corners
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import CARD_RADIUS
from journeymapper.ui.canvas.view import View

#: How thick a ring is, in pixels.
RING = 2.0

#: From the edge of what is ringed to the middle of the ring, in pixels.
_AWAY = 1.5 + RING / 2


def ring(painter: QPainter, view: View, rect: Rect, pen: QPen) -> None:
    """Paint a ring round a box of the map."""
    lies = view.to_view(rect).adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY)
    radius = lies.height() / 2
    if rect.width != rect.height:  # only the faces of emotion points are as wide as high, and round
        radius = min(CARD_RADIUS * view.scale + _AWAY, radius)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(lies, radius, radius)


def ring_stage(painter: QPainter, view: View, layout: MapLayout, stage: str, pen: QPen) -> None:
    """Paint a ring along a stage's chevron, clear of those beside it."""
    corners = stage_corners(layout, stage, _AWAY / view.scale)
    round_pen = QPen(pen)
    round_pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(round_pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon([_seen(view, x, y) for x, y in corners])


def frame_all(painter: QPainter, view: View, rects: list[Rect], pen: QPen) -> None:
    """Paint plain frames, all at once: so many rings are seen from too far off to be round."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRects([_framed(view.to_view(rect)) for rect in rects])
    painter.restore()


def _framed(lies: QRectF) -> QRectF:
    return lies.adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY)


def _seen(view: View, x: float, y: float) -> QPointF:
    return view.to_view(Rect(x, y, 0, 0)).topLeft()
