"""The sheet of shortcuts on paper: three columns, on one page where they fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageLayout, QPainter, QPen
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from journeymapper.i18n import _
from journeymapper.style.colours import HAIRLINE, INK, SECONDARY
from journeymapper.ui.dialogs.shortcut_lines import ShortcutGroup

#: Points: the margins of the page, the room between its columns, between words and their keys, before a
#: group, above and below words.
_MARGIN = 42
_GUTTER = 20
_BESIDE = 8
_BEFORE_GROUP = 9
_AIR = 1.6
_TITLE = 17.0
_BELOW_TITLE = 14

#: Type sizes to be tried, in points; with the last the sheet goes on to further pages.
_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5)
_COLUMNS = 3

#: Keys take at most this share of a column.
_MOST_FOR_KEYS = 0.6
_LEFT = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_RIGHT = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class SheetPrintDialog:
    """Asks for a printer and its paper."""

    @classmethod
    def ask(cls, parent: QWidget) -> QPrinter | None:
        """Ask, and return the printer, or None when the user gives up."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(_("Print keyboard shortcuts"))
        try:
            return printer if dialog.exec() else None
        finally:
            dialog.deleteLater()


def print_sheet(printer: QPrinter, groups: Sequence[ShortcutGroup]) -> bool:
    """Print all groups; tell whether the printer took them."""
    printer.setDocName(_("Keyboard shortcuts"))
    printer.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Point)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    room = QRectF(painter.viewport())
    sheet = _best_sheet(groups, room.width(), room.height(), printer.resolution() / 72)
    for number, columns in enumerate(sheet.pages):
        if number:
            printer.newPage()
        sheet.paint(painter, columns)
    return painter.end()


@dataclass(frozen=True, slots=True)
class _Block:
    """A line of the sheet, and its height; one without keys is the name of a group."""

    words: str
    keys: str
    height: float

    @property
    def is_name(self) -> bool:
        return not self.keys


_Column = list[_Block]


class _Sheet:
    """The sheet set in one size of type; lengths are the printer's own, ``point`` of them a point."""

    def __init__(
        self, groups: Sequence[ShortcutGroup], width: float, height: float, point: float, size: float
    ) -> None:
        self._width, self._height, self._point = width, height, point
        self._font = _font(size * point)
        self._name_font = _font(size * 1.06 * point, bold=True)
        self._title_font = _font(_TITLE * point, bold=True)
        self._column_width = (width - (_COLUMNS - 1) * _GUTTER * point) / _COLUMNS
        self._top = QFontMetricsF(self._title_font).height() + _BELOW_TITLE * point
        self._blocks = [block for group in groups for block in self._blocks_of(group)]
        self.pages = self._flowed(self._balanced())

    def _blocks_of(self, group: ShortcutGroup) -> Iterator[_Block]:
        name = QFontMetricsF(self._name_font).height() + (_BEFORE_GROUP + 2 * _AIR) * self._point
        yield _Block(group.name, "", name)
        for line in group.lines:
            words = self._height_of(line.words, self._words_width(line.keys))
            keys = self._height_of(line.keys, self._keys_width(line.keys))
            yield _Block(line.words, line.keys, max(words, keys) + 2 * _AIR * self._point)

    def _keys_width(self, keys: str) -> float:
        wanted = QFontMetricsF(self._font).horizontalAdvance(keys) + self._point
        return min(wanted, self._column_width * _MOST_FOR_KEYS)

    def _words_width(self, keys: str) -> float:
        return self._column_width - self._keys_width(keys) - _BESIDE * self._point

    def _height_of(self, words: str, width: float) -> float:
        room = QRectF(0, 0, width, self._height)
        return QFontMetricsF(self._font).boundingRect(room, int(_LEFT), words).height()

    def _balanced(self) -> float:
        """Return how high columns are: as low as one page allows, else as high as the page is."""
        room = self._height - self._top
        height = sum(block.height for block in self._blocks) / _COLUMNS
        while height < room:
            pages = self._flowed(height)
            if len(pages) == 1 and not any(column[-1].is_name for column in pages[0]):
                return height
            height += self._point
        return room

    def _flowed(self, height: float) -> list[list[_Column]]:
        """Return the pages' columns, none higher than that; no name of a group stands last in one."""
        columns: list[_Column] = [[]]
        used = 0.0
        for number, block in enumerate(self._blocks):
            following = self._blocks[number + 1].height if block.is_name else 0.0
            if columns[-1] and used + block.height + following > height:
                columns.append([])
                used = 0.0
            columns[-1].append(block)
            used += block.height
        return [columns[at : at + _COLUMNS] for at in range(0, len(columns), _COLUMNS)]

    def paint(self, painter: QPainter, columns: Sequence[_Column]) -> None:
        """Paint a page."""
        painter.setFont(self._title_font)
        painter.setPen(QColor(INK))
        title = QRectF(0, 0, self._width, self._top)
        painter.drawText(title, _LEFT, _("Keyboard shortcuts"))
        for number, column in enumerate(columns):
            x = number * (self._column_width + _GUTTER * self._point)
            if QApplication.isRightToLeft():
                x = self._width - self._column_width - x
            self._paint_column(painter, column, x)

    def _paint_column(self, painter: QPainter, column: _Column, x: float) -> None:
        y = self._top
        for number, block in enumerate(column):
            if number == 0 and block.is_name:
                y -= _BEFORE_GROUP * self._point
            room = QRectF(x, y, self._column_width, block.height)
            if block.is_name:
                self._paint_name(painter, block, room)
            else:
                self._paint_line(painter, block, room)
            y += block.height

    def _paint_name(self, painter: QPainter, block: _Block, room: QRectF) -> None:
        painter.setFont(self._name_font)
        painter.setPen(QColor(INK))
        painter.drawText(room.adjusted(0, _BEFORE_GROUP * self._point, 0, 0), _LEFT, block.words)
        painter.setPen(QPen(QColor(HAIRLINE), 0.8 * self._point))
        painter.drawLine(room.bottomLeft(), room.bottomRight())

    def _paint_line(self, painter: QPainter, block: _Block, room: QRectF) -> None:
        inner = room.adjusted(0, _AIR * self._point, 0, 0)
        keys, words = QRectF(inner), QRectF(inner)
        keys.setWidth(self._keys_width(block.keys))
        words.setWidth(self._words_width(block.keys))
        if QApplication.isRightToLeft():
            words.moveRight(room.right())
        else:
            keys.moveRight(room.right())
        painter.setFont(self._font)
        painter.setPen(QColor(INK))
        painter.drawText(words, _LEFT, block.words)
        painter.setPen(QColor(SECONDARY))
        painter.drawText(keys, _RIGHT, block.keys)


def _best_sheet(groups: Sequence[ShortcutGroup], width: float, height: float, point: float) -> _Sheet:
    """Return the sheet in the largest type with which it fits one page, else in the smallest."""
    sheet = _Sheet(groups, width, height, point, _SIZES[0])
    for size in _SIZES[1:]:
        if len(sheet.pages) == 1:
            break
        sheet = _Sheet(groups, width, height, point, size)
    return sheet


def _font(pixels: float, bold: bool = False) -> QFont:
    font = QFont(QApplication.font())
    font.setPixelSize(max(1, round(pixels)))
    font.setBold(bold)
    return font
