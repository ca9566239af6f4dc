"""Personas as little circles in their colours with their letters, as on the map."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap

from journeymapper.layout.personas import PersonaLooks
from journeymapper.style.colours import PAPER

#: The side of the picture and of the letters in it, in pixels; it is made smaller where it is shown.
_SIDE = 64
_LETTERS = 26
_LEAST_LETTERS = 12
_EDGE = 2


def persona_icon(looks: PersonaLooks, persona: str) -> QIcon:
    """Return a persona's circle, or nothing to see for nobody."""
    picture = QPixmap(_SIDE, _SIDE)
    picture.fill(Qt.GlobalColor.transparent)
    letters = looks.letters(persona)
    if letters:
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(looks.colour(persona)))
        circle = QRectF(_EDGE, _EDGE, _SIDE - 2 * _EDGE, _SIDE - 2 * _EDGE)
        painter.drawEllipse(circle)
        painter.setPen(QColor(PAPER))
        painter.setFont(_fitting(painter, letters, circle.width() * 0.82))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, letters)
        painter.end()
    return QIcon(picture)


def _fitting(painter: QPainter, letters: str, room: float) -> QFont:
    """Return the font in which letters fit into ``room`` pixels."""
    font = QFont(painter.font())
    font.setBold(True)
    font.setPixelSize(_LETTERS)
    painter.setFont(font)
    wide = painter.fontMetrics().horizontalAdvance(letters)
    if wide > room:
        font.setPixelSize(max(_LEAST_LETTERS, int(_LETTERS * room / wide)))
    return font
