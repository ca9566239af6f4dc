"""The list of the palette: its lines, and how they are painted."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journeymapper.ui.appearance import Appearance
from journeymapper.ui.palette.entries import Entry

_Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole

#: Pixels: beside a line, between its parts, above and below its words, and of the bar at the current one.
_PADDING = 12
_GAP = 10
_AIR = 6
_BAR = 3

#: What a line's context may take of its width at most.
_CONTEXT_SHARE = 0.4

#: Where the first match stands further on than this, the words before it are left out.
_FAR_ON = 40
_BEFORE_MATCH = 16

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: an entry with the spans of its words that match, or just ``words`` to be read."""

    words: str
    entry: Entry | None = None
    spans: Spans = ()
    is_heading: bool = False

    @property
    def can_be_chosen(self) -> bool:
        """Tell whether Enter does something on it."""
        return self.entry is not None and not self.entry.is_off

    @property
    def spoken(self) -> str:
        """The whole of it for screen readers."""
        return self.entry.spoken if self.entry is not None else self.words


def entry_line(entry: Entry, spans: Spans) -> Line:
    """Return the line of an entry, with the first match near its beginning."""
    first = spans[0][0] if spans else 0
    if first <= _FAR_ON:
        return Line(entry.words, entry, tuple(spans))
    cut = entry.words.find(" ", first - _BEFORE_MATCH, first) + 1 or first - _BEFORE_MATCH
    moved = tuple((start - cut + 1, end - cut + 1) for start, end in spans)
    return Line("…" + entry.words[cut:], entry, moved)


class Lines(QAbstractListModel):
    """The lines as Qt's list has them; only entries can be chosen."""

    def __init__(self, parent: QObject) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - as Qt has it
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line, or its words."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.spoken
            case _ if role == _LINE:
                return line
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let entries be chosen that do something, and nothing else."""
        if not index.isValid() or not self.lines[index.row()].can_be_chosen:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class LinePainter(QStyledItemDelegate):
    """Paints a line: icon, words with what matches in bold, context, keys."""

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        """Paint for a light or a dark window."""
        super().__init__(parent)
        self.appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a line."""
        return QSize(0, QFontMetrics(option.font).height() + 2 * _AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a line."""
        line: Line = index.data(_LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        if line.entry is None:
            self._paint_reading(painter, option, line, room)
        else:
            self._paint_ground(painter, option)
            self._paint_entry(painter, option, line, line.entry, room)
        painter.restore()

    def _paint_reading(
        self, painter: QPainter, option: QStyleOptionViewItem, line: Line, room: QRect
    ) -> None:
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.9)
        painter.setFont(font)
        painter.setPen(QColor(self.appearance.muted))
        below = Qt.AlignmentFlag.AlignBottom if line.is_heading else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room.adjusted(0, 0, 0, -3), below | Qt.AlignmentFlag.AlignLeading, line.words)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        ground = QColor(self.appearance.accent)
        if option.state & QStyle.StateFlag.State_Selected:
            ground.setAlphaF(0.34 if self.appearance.is_dark else 0.14)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            ground.setAlphaF(0.12 if self.appearance.is_dark else 0.06)
        else:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), 5, 5)
        if option.state & QStyle.StateFlag.State_Selected:
            bar = QRect(option.rect.x() + 4, option.rect.y() + 5, _BAR, option.rect.height() - 10)
            painter.setBrush(QColor(self.appearance.accent))
            painter.drawRoundedRect(_mirrored(option, bar), 1.5, 1.5)

    def _paint_entry(
        self, painter: QPainter, option: QStyleOptionViewItem, line: Line, entry: Entry, room: QRect
    ) -> None:
        metrics = QFontMetrics(option.font)
        side = metrics.height()
        icon = QRect(room.x(), room.center().y() - side // 2, side, side)
        if entry.icon is not None:
            mode = QIcon.Mode.Disabled if entry.is_off else QIcon.Mode.Normal
            entry.icon.paint(painter, _mirrored(option, icon), Qt.AlignmentFlag.AlignCenter, mode)
        room = room.adjusted(side + _GAP, 0, 0, 0)
        muted = QColor(self.appearance.muted)
        if entry.keys:
            width = ceil(_width(_laid(entry.keys, option.font, ())))
            keys = QRect(room.right() + 1 - width, room.y(), width, room.height())
            _paint_words(painter, option, entry.keys, keys, muted)
            room.setRight(keys.left() - _GAP)
        words = line.words
        context_width = min(metrics.horizontalAdvance(entry.context), int(room.width() * _CONTEXT_SHARE))
        text = room.adjusted(0, 0, -(context_width + _GAP) if entry.context else 0, 0)
        ink = muted if entry.is_off else option.palette.text().color()
        used = _paint_words(painter, option, words, text, ink, line.spans)
        context = room.adjusted(used + _GAP, 0, 0, 0)
        _paint_words(painter, option, entry.context, context, muted)


def _mirrored(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    return QStyle.visualRect(option.direction, option.rect, rect)


def _paint_words(
    painter: QPainter,
    option: QStyleOptionViewItem,
    words: str,
    room: QRect,
    colour: QColor,
    spans: Spans = (),
) -> int:
    """Paint words on one line from the beginning of their room, cut where that ends; return their width."""
    if room.width() <= 0 or not words:
        return 0
    laid = _laid(words, option.font, spans)
    if (width := _width(laid)) > room.width():
        metrics = QFontMetrics(option.font)
        spare = max(0, int(width) - metrics.horizontalAdvance(words))
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width() - spare)
        laid = _laid(words, option.font, [span for span in spans if span[1] < len(words)])
    used = min(room.width(), ceil(_width(laid)))
    place = _mirrored(option, QRect(room.x(), room.y(), used, room.height()))
    painter.setPen(colour)
    laid.draw(painter, QPointF(place.x(), place.y() + (place.height() - laid.boundingRect().height()) / 2))
    return used


def _laid(words: str, font: QFont, spans: Spans) -> QTextLayout:
    """Return words on one line, with spans of them in bold; the words themselves say which way they run."""
    laid = QTextLayout(words, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    laid.setTextOption(option)
    laid.setFormats([_bold(words, *span) for span in spans])
    laid.beginLayout()
    line = laid.createLine()
    line.setLineWidth(1)
    laid.endLayout()
    return laid


def _width(laid: QTextLayout) -> float:
    line = laid.lineAt(0)
    return line.naturalTextWidth()


def _bold(words: str, start: int, end: int) -> QTextLayout.FormatRange:
    """Return the format of a span, which Qt counts in UTF-16."""
    made = QTextLayout.FormatRange()
    made.start = _units(words[:start])
    made.length = _units(words[start:end])
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    made.format = form
    return made


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
