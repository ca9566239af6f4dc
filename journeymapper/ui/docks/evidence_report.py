"""How much of the map is known, in words and bars: of all cards, by stage and by lane."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from journeymapper.document.change import Change
from journeymapper.document.document import Document
from journeymapper.document.evidence_words import assumed_words, part_words, share_words, whole_words
from journeymapper.document.records import Card, Lane, Stage, Step
from journeymapper.document.roles import role_of
from journeymapper.document.shares import LEVELS, Share, Shares
from journeymapper.i18n import _
from journeymapper.layout.display import Placed
from journeymapper.layout.evidence_strip import ON_PAPER, BarColours, parts_of, swatch
from journeymapper.layout.geometry import Rect
from journeymapper.painters.qt import QtPainter
from journeymapper.style import colours
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.plain_words import as_tip

#: Sizes in pixels: round a row's words, of the bars and swatches, between the columns.
_ROW_PADDING = 3
_BAR = 8.0
_SWATCH = 18.0
_GAP = 8

#: How much of the width names take, and how much bars do; the rest is for the percent.
_NAMES, _BARS = 0.36, 0.46

#: So many rows are told to a screen reader.
_MOST_TOLD = 40

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Row(NamedTuple):
    """A row of the report: the name of those below, an evidence level, or the bar of a stage or lane."""

    words: str
    share: Share = Share()
    level: str | None = None
    is_heading: bool = False


class EvidenceReport(QWidget):
    """The report of one map; nothing is counted before it is first shown, nor told while it is not."""

    def __init__(self, open_map: OpenMap, parent: QWidget | None = None) -> None:
        """Make an empty report."""
        super().__init__(parent)
        self._document = open_map.session.document
        self._shares: Shares | None = None
        self._is_stale = True
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.bars = ShareBars(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(self.bars)
        open_map.changed.connect(self._follow)

    def begin(self) -> None:
        """Tell what there is now; the first time it is counted."""
        if self._shares is None:
            self._shares = Shares(self._document)
        if self._is_stale:
            self._tell(self._shares)

    def _follow(self, change: Change, _damage: object) -> None:
        if self._shares is None:
            return
        self._shares.apply(change)
        if any(isinstance(new or old, Card | Lane | Stage | Step) for old, new in change.pairs()):
            self._is_stale = True
            if self.isVisible():
                self._tell(self._shares)

    def _tell(self, shares: Shares) -> None:
        self._is_stale = False
        self.summary.setText("\n".join(_sentences(shares)))
        self.bars.show_rows(list(_rows(self._document, shares)))


def _sentences(shares: Shares) -> Iterator[str]:
    """Yield what is said of the whole map, and of its pain points."""
    whole, pains = shares.whole, shares.of_role("pain_points")
    if not whole.total:
        yield _("No card of the map asks for evidence yet.")
        return
    yield _("{sentence}.").format(sentence=whole_words(whole))
    if pains.total:
        yield _("{sentence}.").format(sentence=assumed_words("pain_points", pains))


def _rows(document: Document, shares: Shares) -> Iterator[Row]:
    if not shares.whole.total:
        return
    for level in LEVELS:
        yield Row(part_words(shares.whole, level), shares.whole, level)
    yield Row(_("By stage"), is_heading=True)
    for number, (_order, stage) in enumerate(document.indexes.stages, 1):
        name = document.get(stage, Stage).name or _("Stage {number}").format(number=number)
        yield Row(name, shares.of_stage(stage))
    yield Row(_("By lane"), is_heading=True)
    for lane in shares.lanes():
        record = document.get(lane, Lane)
        yield Row(record.name or role_of(record.role).shown_name(), shares.of_lane(lane))


class ShareBars(QWidget):
    """Rows of names with bars; what is in view is painted, and no more."""

    def __init__(self, parent: QWidget) -> None:
        """Show no rows."""
        super().__init__(parent)
        self.rows: list[Row] = []
        self._painter = QtPainter(kept=0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("How much of the map is known"))
        self.installEventFilter(self)

    def show_rows(self, rows: list[Row]) -> None:
        """Show these rows."""
        if rows == self.rows:
            return
        is_other_height = len(rows) != len(self.rows)
        self.rows = rows
        self.setAccessibleDescription("; ".join(_told(row) for row in rows[:_MOST_TOLD]))
        if is_other_height:
            self.updateGeometry()
        self.update()

    @property
    def _pitch(self) -> int:
        return self.fontMetrics().height() + 2 * _ROW_PADDING

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be as high as all rows."""
        return QSize(0, self._pitch * len(self.rows))

    def eventFilter(self, _self: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Say the numbers of the row that the pointer rests on."""
        if not isinstance(event, QHelpEvent) or event.type() is not QEvent.Type.ToolTip:
            return False
        number = event.pos().y() // self._pitch
        if 0 <= number < len(self.rows) and not self.rows[number].is_heading:
            QToolTip.showText(event.globalPos(), as_tip(_told(self.rows[number])), self, self._box(number))
        return True

    def _box(self, number: int) -> QRect:
        return QRect(0, number * self._pitch, self.width(), self._pitch)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the rows that are exposed."""
        painter = QPainter(self)
        try:
            first, last = event.rect().top() // self._pitch, event.rect().bottom() // self._pitch
            for number in range(max(0, first), min(len(self.rows), last + 1)):
                self._paint_row(painter, self.rows[number], self._box(number))
        finally:
            painter.end()

    def _paint_row(self, painter: QPainter, row: Row, box: QRect) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        if row.is_heading:
            font = QFont(self.font())
            font.setBold(True)
            painter.setFont(font)
            painter.drawText(box, _LEFT, row.words)
            painter.setFont(self.font())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(box, _RIGHT, _("assumed or not known"))
        elif row.level is not None:
            self._paint_swatch(painter, row.level, Rect(0, self._bar_top(box), _SWATCH, _BAR))
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(box.adjusted(int(_SWATCH) + _GAP, 0, 0, 0), _LEFT, row.words)
        else:
            self._paint_bar(painter, row, box)

    def _paint_bar(self, painter: QPainter, row: Row, box: QRect) -> None:
        names, bars = int(box.width() * _NAMES), int(box.width() * _BARS)
        words = self.fontMetrics().elidedText(row.words, Qt.TextElideMode.ElideRight, names - _GAP)
        painter.drawText(box.adjusted(0, 0, names - box.width(), 0), _LEFT, words)
        for part in parts_of(row.share, bars):
            left = names + part.left
            self._paint_swatch(
                painter, part.level, Rect(left, self._bar_top(box), part.right - part.left, _BAR)
            )
        if row.share.total:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            percent = _("{percent} %").format(percent=row.share.percent("assumption", ""))
            painter.drawText(box, _RIGHT, percent)

    @staticmethod
    def _bar_top(box: QRect) -> float:
        return box.y() + (box.height() - _BAR) / 2

    def _paint_swatch(self, painter: QPainter, level: str, rect: Rect) -> None:
        self._painter.paint(painter, [Placed(0, 0, tuple(swatch(level, rect, self._looks())))])

    def _looks(self) -> BarColours:
        """Return colours that suit the window."""
        ground = self.palette().color(QPalette.ColorRole.Window)
        if ground.lightnessF() > 0.5:
            return ON_PAPER
        return BarColours(
            colours.MEASURED_ON_DARK,
            colours.OBSERVED_ON_DARK,
            ground.name(),
            colours.ASSUMED_ON_DARK,
            colours.EDGE_ON_DARK,
        )


def _told(row: Row) -> str:
    """Return a row in words."""
    if row.is_heading or row.level is not None:
        return row.words
    return _("{name}: {share}").format(name=row.words, share=share_words(row.share))
