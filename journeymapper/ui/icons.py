"""Icons in the colour of the words they stand by.

They are glyphs of Material Design Icons, whose font comes with QtAwesome. QtAwesome itself is not imported:
that takes a fifth of the program's start, and makes all its fonts known to the text engine, where they could
stand in for missing characters of a map. The font file is enough to draw from.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPalette,
    QPixmap,
    QRawFont,
    QTransform,
)

_PACKAGE = "qtawesome"
_FONT = "materialdesignicons6-*.ttf"
_NAMES = "materialdesignicons6-*.json"

#: The size at which outlines are taken from the font, in pixels; they are scaled from there.
_TAKEN_AT = 256


def tinted(name: str, palette: QPalette) -> QIcon:
    """Return the icon of that name in a palette's colours; greyed where it cannot be used.

    Raises:
        KeyError: there is no icon of that name.
    """
    role = QPalette.ColorRole.ButtonText
    colour = palette.color(QPalette.ColorGroup.Active, role)
    return _icon(name, colour.rgba(), palette.color(QPalette.ColorGroup.Disabled, role).rgba())


@cache
def _icon(name: str, colour: int, disabled: int) -> QIcon:
    """Return an icon in two colours, always the same one.

    None is ever let go: an icon that Python's collector finds in a cycle loses its engine first, and then the
    process ends (seen in PySide6 6.11 on Python 3.11).
    """
    return QIcon(_OutlineIcon(_outline(name), QColor.fromRgba(colour), QColor.fromRgba(disabled)))


@cache
def _outline(name: str) -> QPainterPath:
    """Return an icon's outline in a square of side 1."""
    font, names = _font()
    [glyph] = font.glyphIndexesForString(chr(int(names[name], 16)))
    side = font.ascent() + font.descent()
    place = QTransform.fromScale(1 / side, 1 / side).translate(0, font.ascent())
    return place.map(font.pathForGlyph(glyph))


@cache
def _font() -> tuple[QRawFont, Mapping[str, str]]:
    """Return the font, and its code points in base 16 by name."""
    spec = find_spec(_PACKAGE)
    assert spec is not None
    assert spec.submodule_search_locations is not None
    folder = Path(spec.submodule_search_locations[0]) / "fonts"
    names: dict[str, str] = json.loads(next(folder.glob(_NAMES)).read_text("utf-8"))
    return QRawFont(str(next(folder.glob(_FONT))), _TAKEN_AT), names


class _OutlineIcon(QIconEngine):
    """Fills an outline with one colour where it can be used, and another where not; sharp at any size."""

    def __init__(self, outline: QPainterPath, colour: QColor, disabled: QColor) -> None:
        super().__init__()
        self._outline, self._colour, self._disabled = outline, colour, disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.x(), rect.y())
        side = min(rect.width(), rect.height())
        painter.translate((rect.width() - side) / 2, (rect.height() - side) / 2)
        painter.scale(side, side)
        painter.fillPath(self._outline, self._disabled if mode is QIcon.Mode.Disabled else self._colour)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _OutlineIcon(self._outline, self._colour, self._disabled)
