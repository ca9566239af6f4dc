"""How the rows of the library are painted: an icon, words that wrap, and a quieter line below them."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from journeymapper.guide.library.people import KeptPersona
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.docks.library.rows import ROW, Row
from journeymapper.ui.docks.line_editing import Index, LineDelegate
from journeymapper.ui.docks.painted_rows import draw, heading, paint_ground, smaller
from journeymapper.ui.icons import tinted
from journeymapper.ui.laid_words import laid

#: Pixels: beside a row, between its icon and words, above and below its words, and above a heading.
_PADDING = 10
_GAP = 8
_AIR = 5
_ABOVE_HEADING = 12

#: How large an icon and a face are, as shares of the letters' height.
_ICON, _FACE = 1.15, 2.0

#: No more lines than these are shown of the words of a row and of the line below them.
_MOST_WORDS = 3
_MOST_LINE = 2
_MOST_HEADING = 4


class RowPainter(LineDelegate):
    """Paints rows, and renames them in place."""

    def __init__(
        self,
        view: QListView,
        appearance: Appearance,
        name: Callable[[Index], str],
        problem: Callable[[Index, str], str],
    ) -> None:
        """Paint in a view of a light or a dark window (see ``LineDelegate``)."""
        super().__init__(view, name, problem)
        self._view = view
        self.appearance = appearance
        self._heights: dict[tuple[object, ...], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a row, which depends on how wide the list is."""
        row, width = index.data(ROW), self._view.viewport().width()
        key = (row.words, row.line, row.is_heading, row.is_ticked, width, option.font.key())
        if key not in self._heights:
            self._heights[key] = self._height(row, option.font, width)
        return QSize(0, self._heights[key])

    def _height(self, row: Row, font: QFont, width: int) -> int:
        if row.is_heading:
            return ceil(
                laid(row.words, heading(font), width - 2 * _PADDING, _MOST_HEADING).boundingRect().height()
            ) + (_ABOVE_HEADING + _AIR)
        room = _room(row, QRect(0, 0, width, 0), font)
        words = laid(row.words, font, room.width(), _MOST_WORDS)
        height = words.boundingRect().height() + 2 * _AIR
        if row.line:
            height += laid(row.line, smaller(font), room.width(), _MOST_LINE).boundingRect().height()
        return max(ceil(height), _side(row, font) + 2 * _AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.is_heading:
            room = option.rect.adjusted(_PADDING, _ABOVE_HEADING, -_PADDING, 0)
            painter.setPen(QColor(self.appearance.muted))
            draw(painter, option, laid(row.words, heading(option.font), room.width(), _MOST_HEADING), room)
        else:
            paint_ground(painter, option, self.appearance, self._view.hasFocus())
            self._paint_row(painter, option, row)
        painter.restore()

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        side, whole = _side(row, option.font), option.rect
        high = QFontMetrics(option.font).height()
        middle = whole.y() + _AIR + high // 2
        if row.icon is not None:
            top = max(whole.y() + _AIR, middle - side // 2)
            icon = QRect(whole.x() + _PADDING, top, side, side)
            row.icon().paint(painter, QStyle.visualRect(option.direction, whole, icon))
        if row.is_ticked:
            tick = QRect(whole.right() - _PADDING - high, middle - high // 2, high, high)
            tinted("check", option.palette).paint(painter, QStyle.visualRect(option.direction, whole, tick))
        room = _room(row, whole, option.font)
        words = laid(row.words, option.font, room.width(), _MOST_WORDS)
        painter.setPen(option.palette.text().color())
        draw(painter, option, words, room)
        if row.line:
            below = room.adjusted(0, ceil(words.boundingRect().height()), 0, 0)
            painter.setPen(QColor(self.appearance.muted))
            draw(painter, option, laid(row.line, smaller(option.font), room.width(), _MOST_LINE), below)


def _side(row: Row, font: QFont) -> int:
    """Return how large a row's icon is beside letters of a font; faces are larger."""
    return round(QFontMetrics(font).height() * (_FACE if isinstance(row.thing, KeptPersona) else _ICON))


def _room(row: Row, whole: QRect, font: QFont) -> QRect:
    """Return the room for a row's words, beside its icon and its tick."""
    left = _PADDING + _side(row, font) + _GAP
    right = _PADDING + (QFontMetrics(font).height() + _GAP if row.is_ticked else 0)
    return whole.adjusted(left, _AIR, -right, -_AIR)
