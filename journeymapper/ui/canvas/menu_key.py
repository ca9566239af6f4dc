"""The context menu by keyboard: which key asks for it, and what it is a menu of."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent

from journeymapper.document.records import MAP_ID, Card, EmotionPoint, Lane, Link, Persona, Stage, Step
from journeymapper.layout.places import Hit, Part
from journeymapper.ui.open_map import OpenMap

if TYPE_CHECKING:
    from journeymapper.ui.canvas.canvas import Canvas

_PARTS: dict[type, Part] = {
    Card: Part.CARD,
    EmotionPoint: Part.POINT,
    Link: Part.LINK,
    Lane: Part.LANE,
    Stage: Part.STAGE,
    Step: Part.STEP,
    Persona: Part.PERSONA,
}


def asks_for_menu(event: QKeyEvent) -> bool:
    """Tell whether the key asks for the context menu; on Windows the system itself does that."""
    is_chord = event.key() == Qt.Key.Key_F10 and bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return is_chord and sys.platform != "win32"


def hit_at_cursor(open_map: OpenMap) -> Hit:
    """Return what the keyboard stands on as if it were under the pointer."""
    current, (lane, step) = open_map.current, open_map.cell or ("", "")
    if current == MAP_ID:
        return Hit(Part.TITLE, current)
    record = open_map.session.document.find(current) if current else None
    if record is not None:
        return Hit(_PARTS.get(type(record), Part.NOTHING), current, lane, step)
    return Hit(Part.CELL, "", lane, step) if lane else Hit(Part.NOTHING)


def place_at_cursor(canvas: "Canvas") -> QPoint:
    """Return where on the screen a menu of what the keyboard stands on opens: below it, and in sight."""
    canvas.reveal_cursor()
    rect, viewport = canvas.cursor_rect(), canvas.viewport()
    seen = QRectF(viewport.rect())
    if rect is None:
        return viewport.mapToGlobal(seen.center().toPoint())
    place = canvas.view.to_view(rect).intersected(seen)
    return viewport.mapToGlobal(QPointF(place.left(), place.bottom()).toPoint())
