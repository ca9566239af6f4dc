"""How the lines of the health check are painted: a sign, words that wrap, and how many there are."""

from collections.abc import Mapping
from math import ceil
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from journeymapper.i18n import number
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.docks.health.entries import Entry
from journeymapper.ui.docks.health.model import ENTRY
from journeymapper.ui.docks.painted_rows import draw, heading, paint_ground, sign_side, smaller
from journeymapper.ui.icons import tinted
from journeymapper.ui.laid_words import in_lines

#: Pixels: beside a line, between its sign and words, above and below its words, and above a heading.
_PADDING = 10
_GAP = 8
_AIR = 5
_ABOVE_HEADING = 12

#: The signs of severities, with their colours on light and on dark.
_SIGNS: Final[Mapping[str, tuple[str, str, str]]] = {
    "serious": ("alert-octagon", "#b3332d", "#ff9d96"),
    "warning": ("alert-outline", "#8a5a00", "#f0bf6b"),
    "hint": ("lightbulb-on-outline", "#2f5fbf", "#8fb3ff"),
}
_NOT_FOR_THIS_MAP = "cancel"

#: So many heights of lines are kept, until they are found anew.
_KEPT = 4096

Index = QModelIndex | QPersistentModelIndex


def sign(severity: str, palette: QPalette, appearance: Appearance) -> QIcon:
    """Return the sign of a severity, or of what is none for this map."""
    name, *colours = _SIGNS.get(severity, (_NOT_FOR_THIS_MAP, appearance.muted, appearance.muted))
    coloured = QPalette(palette)
    coloured.setColor(QPalette.ColorRole.ButtonText, QColor(colours[appearance.is_dark]))
    return tinted(name, coloured)


class LinePainter(QStyledItemDelegate):
    """Paints the lines of a tree without asking its style, which would cut the words."""

    def __init__(self, tree: QTreeView, appearance: Appearance) -> None:
        """Paint in the tree of a light or a dark window."""
        super().__init__(tree)
        self._tree = tree
        self._heights: dict[tuple[object, ...], int] = {}
        self.appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a line, which depends on how wide the tree is."""
        entry: Entry = index.data(ENTRY)
        width = _room(entry, QRect(0, 0, self._tree.viewport().width(), 0), option.font).width()
        key = entry.words, entry.line, _is_heading(entry), width, option.font.key()
        if key not in self._heights:
            if len(self._heights) >= _KEPT:
                self._heights.clear()
            self._heights[key] = _height(entry, option.font, width)
        return QSize(0, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a line."""
        entry: Entry = index.data(ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.findings:
            paint_ground(painter, option, self.appearance, self._tree.hasFocus())
        if _is_heading(entry) or entry.children or _is_whole_rule(entry):
            self._paint_sign(painter, option, entry)
        if entry.children:
            is_unfolded = self._tree.isExpanded(index.sibling(index.row(), 0))
            self._paint_count(painter, option, entry, is_unfolded)
        self._paint_words(painter, option, entry)
        painter.restore()

    def _paint_sign(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        if _is_heading(entry):
            return
        side, whole = sign_side(option.font), option.rect
        middle = whole.y() + _AIR + QFontMetrics(option.font).height() // 2
        place = QRect(whole.x() + _PADDING, middle - side // 2, side, side)
        icon = sign(entry.severity, option.palette, self.appearance)
        icon.paint(painter, QStyle.visualRect(option.direction, whole, place))

    def _paint_count(
        self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, is_unfolded: bool
    ) -> None:
        """Paint how many findings there are, and that they can be unfolded."""
        side, whole = sign_side(option.font), option.rect
        right = whole.right() - _PADDING
        middle = whole.y() + _AIR + QFontMetrics(option.font).height() // 2
        fold = QRect(right - side, middle - side // 2, side, side)
        is_mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        name = "chevron-down" if is_unfolded else "chevron-left" if is_mirrored else "chevron-right"
        tinted(name, option.palette).paint(painter, QStyle.visualRect(option.direction, whole, fold))
        words = number(len(entry.findings))
        wide = QFontMetrics(option.font).horizontalAdvance(words)
        place = QRect(fold.x() - wide - 2, whole.y() + _AIR, wide + 2, QFontMetrics(option.font).height())
        painter.setPen(QColor(self.appearance.muted))
        painter.setFont(option.font)
        painter.drawText(
            QStyle.visualRect(option.direction, whole, place), Qt.AlignmentFlag.AlignCenter, words
        )

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        room = _room(entry, option.rect, option.font)
        laid = in_lines(entry.words, _font(entry, option.font), room.width())
        is_quiet = not entry.findings or entry.is_dismissed
        painter.setPen(QColor(self.appearance.muted) if is_quiet else option.palette.text().color())
        draw(painter, option, laid, room)
        if entry.line:
            below = room.adjusted(0, ceil(laid.boundingRect().height()), 0, 0)
            painter.setPen(QColor(self.appearance.muted))
            draw(painter, option, in_lines(entry.line, smaller(option.font), room.width()), below)


def _height(entry: Entry, font: QFont, width: int) -> int:
    height = in_lines(entry.words, _font(entry, font), width).boundingRect().height()
    if entry.line:
        height += in_lines(entry.line, smaller(font), width).boundingRect().height()
    return ceil(height) + _AIR + (_ABOVE_HEADING if _is_heading(entry) else _AIR)


def _is_heading(entry: Entry) -> bool:
    return not entry.findings and bool(entry.severity)


def _is_whole_rule(entry: Entry) -> bool:
    """Tell whether an entry stands on its own, and below no other."""
    return bool(entry.findings) and entry.key[0] == "rule"


def _room(entry: Entry, whole: QRect, font: QFont) -> QRect:
    """Return the room for an entry's words: beside its sign, and beside how many there are."""
    if _is_heading(entry):
        return whole.adjusted(_PADDING, _ABOVE_HEADING, -_PADDING, 0)
    right = _PADDING
    if entry.children:
        words = number(len(entry.findings))
        right += sign_side(font) + QFontMetrics(font).horizontalAdvance(words) + 4 + _GAP
    return whole.adjusted(_PADDING + sign_side(font) + _GAP, _AIR, -right, -_AIR)


def _font(entry: Entry, font: QFont) -> QFont:
    return heading(font) if _is_heading(entry) else font
