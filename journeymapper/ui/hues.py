"""The hues of stages and personas as words and little squares."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from journeymapper.i18n import mark
from journeymapper.style.colours import STAGE_HUES

#: What the hues are called; the empty one is given by the place among siblings.
HUE_WORDS: dict[str, str] = {
    "": mark("Automatic"),
    "blue": mark("Blue"),
    "violet": mark("Violet"),
    "magenta": mark("Magenta"),
    "orange": mark("Orange"),
    "green": mark("Green"),
    "teal": mark("Teal"),
    "red": mark("Red"),
    "slate": mark("Slate"),
}

_SIDE = 32


def swatch(hue: str) -> QIcon:
    """Return a small rounded square of a hue, or nothing to see for none."""
    picture = QPixmap(_SIDE, _SIDE)
    picture.fill(Qt.GlobalColor.transparent)
    if hue in STAGE_HUES:
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(STAGE_HUES[hue]))
        painter.drawRoundedRect(QRectF(3, 3, _SIDE - 6, _SIDE - 6), 6, 6)
        painter.end()
    return QIcon(picture)
