"""Wheel, touchpad and fingers: what they ask the view for."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

#: The sizes at which zooming by key or button rests, in per cent.
_RESTS = (
    *(5, 7, 10, 15, 20, 25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400),
    *(500, 600, 800),
)

#: One notch of a wheel, as Qt counts it.
_NOTCH = 120

#: How much larger one notch with Ctrl makes the map.
_NOTCH_ZOOM = 1.2

#: Pixels of a touchpad that count as one notch when it zooms.
_NOTCH_PIXELS = 80

#: How far one notch scrolls, in pixels.
_NOTCH_SCROLL = 64


def larger(zoom: float) -> float:
    """Return the next larger resting size than a zoom (1.0 is 100 %), the largest where there is none."""
    shown = round(100 * zoom)
    return next((rest for rest in _RESTS if rest > shown), _RESTS[-1]) / 100


def smaller(zoom: float) -> float:
    """Return the next smaller resting size than a zoom; below the smallest there is half of it, and so on."""
    shown = round(100 * zoom)
    return next((rest / 100 for rest in reversed(_RESTS) if rest < shown), zoom / 2)


def wheel_zoom(event: QWheelEvent) -> float | None:
    """Return the factor that a wheel event zooms by, or None when it scrolls."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return None
    if not event.pixelDelta().isNull():
        return float(_NOTCH_ZOOM ** (event.pixelDelta().y() / _NOTCH_PIXELS))
    return float(_NOTCH_ZOOM ** (event.angleDelta().y() / _NOTCH))


def wheel_scroll(event: QWheelEvent) -> QPoint:
    """Return by how many pixels a wheel event moves the map; Shift turns a wheel sideways."""
    if not event.pixelDelta().isNull():
        return event.pixelDelta()
    turn = event.angleDelta()
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not turn.x():
        turn = turn.transposed()
    return QPoint(round(turn.x() * _NOTCH_SCROLL / _NOTCH), round(turn.y() * _NOTCH_SCROLL / _NOTCH))


def pinch(event: QEvent, viewport: QWidget) -> tuple[float, QPointF] | None:
    """Return the factor of a pinch on a touchpad or a screen and its point of the viewport, or None."""
    if isinstance(event, QNativeGestureEvent):
        if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            return 1 + event.value(), event.position()
        return None
    if isinstance(event, QGestureEvent):
        gesture = event.gesture(Qt.GestureType.PinchGesture)
        if isinstance(gesture, QPinchGesture):
            event.accept(gesture)
            return gesture.scaleFactor(), QPointF(viewport.mapFromGlobal(gesture.hotSpot()))
    return None
