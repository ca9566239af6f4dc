"""Priorities: touchpoints and opportunities on a field of two ratings, and what of them comes first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListView,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from journeymapper.document.change import Change
from journeymapper.document.priorities import BOARDS, standings
from journeymapper.i18n import _, ngettext
from journeymapper.layout.places import Hit, Part
from journeymapper.layout.priorities.words import words_of
from journeymapper.ui.docks.priorities.chart_view import ChartView
from journeymapper.ui.docks.priorities.first_list import ICON_SIZE, FirstCards
from journeymapper.ui.docks.priorities.shown_board import ShownBoard
from journeymapper.ui.docks.side_dock import SideDock
from journeymapper.ui.open_map import OpenMap

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow

_LEAST_CHART = 380, 250
_LEAST_LIST = 64
_LIST_SPACING = 2
_MARGIN = 10

#: How chart and list share what room there is.
_CHART_SHARE, _LIST_SHARE = 4, 1


class _ChartArea(QScrollArea):
    """Scrolls the chart, which is as wide as it."""

    def __init__(self, chart: ChartView) -> None:
        super().__init__()
        self._chart = chart
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(*_LEAST_CHART)
        self.setWidget(chart)
        chart.seen.connect(self._reveal)

    def _reveal(self, pixels: QRect) -> None:
        middle = pixels.center()
        self.ensureVisible(middle.x(), middle.y(), 0, pixels.height() // 2 + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the chart out for another width."""
        super().resizeEvent(event)
        self._chart.lay_out(self.viewport().size())


class Priorities(SideDock):
    """The chart of a board, and below it what comes first. It follows the map while it is seen."""

    #: The context menu was asked for: (Hit, global position).
    menu_asked = Signal(object, QPoint)

    def __init__(self, window: "MainWindow") -> None:
        """Make a dock without a map."""
        super().__init__("priorities", _("Priorities"), window)
        self._main_window = window
        self.board: ShownBoard | None = None
        self._is_stale = self._is_new = True
        self.switch = QTabBar()
        self.switch.setDrawBase(False)
        self.switch.setDocumentMode(True)
        self.switch.setExpanding(True)
        self.switch.setAccessibleName(_("What is shown"))
        for board in BOARDS:
            self.switch.addTab(_(words_of(board).name))
        self.chart = ChartView()
        self.none = self._label()
        self.none.setEnabled(False)
        self.heading = self._label()
        self.first = QListView()
        self.first.setFrameShape(QFrame.Shape.NoFrame)
        self.first.setWordWrap(True)
        self.first.setMouseTracking(True)
        self.first.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.first.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.first.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.first.setMinimumHeight(_LEAST_LIST)
        self.first.setSpacing(_LIST_SPACING)
        self.first.setResizeMode(QListView.ResizeMode.Adjust)
        self.first.setIconSize(ICON_SIZE)
        self.first.viewport().installEventFilter(self)
        self.none_first = self._label()
        self.none_first.setEnabled(False)
        self.none_first.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.list_room = QStackedWidget()
        self.area = _ChartArea(self.chart)
        self._put_together()
        self.switch.currentChanged.connect(self._turn)
        self.chart.chosen.connect(self.revealed)
        self.chart.said.connect(self.said)
        self.chart.menu_asked.connect(lambda card, at: self.menu_asked.emit(Hit(Part.CARD, card), at))
        self.first.entered.connect(self._light)
        self.first.clicked.connect(self._go)
        self.first.activated.connect(self._go)
        self.visibilityChanged.connect(self._wake)

    def _label(self) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _put_together(self) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, _MARGIN)
        column.setSpacing(0)
        column.addWidget(self.switch)
        column.addWidget(self.none)
        column.addWidget(self.area, _CHART_SHARE)
        column.addWidget(self.heading)
        column.addWidget(self.list_room, _LIST_SHARE)
        for label in (self.none, self.heading):
            label.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 4)
        self.none_first.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        for widget in (self.first, self.none_first):
            self.list_room.addWidget(widget)
        column.addStretch(0)
        self.setWidget(inside)

    # The map.

    def show_map(self, open_map: OpenMap | None) -> None:
        """Show another map; None: there is none."""
        self.let_go()
        if self.open_map is not None:
            self.open_map.changed.disconnect(self._follow)
            self.open_map.selected.disconnect(self._follow_selection)
        self.open_map, self._is_stale, self._is_new = open_map, True, True
        if open_map is not None:
            open_map.changed.connect(self._follow)
            open_map.selected.connect(self._follow_selection)
        self._wake(self.isVisible())

    def _wake(self, is_seen: bool) -> None:
        """Look at the map anew once somebody looks here; nobody does while the dock is hidden."""
        if not is_seen:
            self.let_go()
            self.chart.hover("")
        if not (self._is_stale and (is_seen or self.open_map is None)):
            return
        if self._is_new and self.open_map is not None:
            self._begin(self.open_map)
        self._turn()

    def _begin(self, open_map: OpenMap) -> None:
        """Show of a map that was not seen here before a board that has cards."""
        self._is_new = False
        filled = [standing.board for standing in standings(open_map.session.document)]
        if filled and BOARDS[self.switch.currentIndex()] not in filled:
            with QSignalBlocker(self.switch):
                self.switch.setCurrentIndex(BOARDS.index(filled[0]))

    def _turn(self) -> None:
        """Show the board that the switch stands at, as it is now."""
        self._is_stale = False
        before = self.first.model()
        board = BOARDS[self.switch.currentIndex()]
        self.board = ShownBoard(self.open_map, board) if self.open_map is not None else None
        self.chart.show_board(self.board)
        self.first.setModel(FirstCards(self.board) if self.board is not None else None)
        if before is not None:
            before.deleteLater()
        self.none.setText(_(words_of(board).none))
        self.first.setAccessibleName(_(words_of(board).first))
        self._sum_up()

    def _follow(self, change: Change) -> None:
        if not self.isVisible():
            self._is_stale = True
        elif self.board is not None and self.board.follow(change):
            drag = self.chart.drag
            if drag is not None and drag.card not in self.board.standing.numbers:
                self.chart.let_go()
            model = self.first.model()
            if isinstance(model, FirstCards):
                model.follow(change)
            self.chart.lay_out(self.area.viewport().size())
            self.chart.tell()
            self._sum_up()

    def _sum_up(self) -> None:
        """Say what comes first, or that nothing does, in the same room, so that no card moves for it."""
        has_any = self.board is not None and bool(self.board.standing.numbers)
        count = len(self.board.standing.first()) if self.board is not None else 0
        words = words_of(BOARDS[self.switch.currentIndex()])
        shown = ngettext("{name}: {count} card", "{name}: {count} cards", count)
        self.heading.setText(shown.format(name=_(words.first), count=count))
        self.none_first.setText(_(words.none_first))
        self.list_room.setCurrentWidget(self.first if count else self.none_first)
        self.none.setVisible(not has_any)
        for part in (self.area, self.heading, self.list_room):
            part.setVisible(has_any)

    def _follow_selection(self) -> None:
        if self.isVisible():
            self.chart.tell()

    # The list.

    def _card_at(self, index: QModelIndex) -> str:
        model = self.first.model()
        return model.record_at(index) if isinstance(model, FirstCards) else ""

    def _light(self, index: QModelIndex) -> None:
        self.chart.hover(self._card_at(index))

    def _go(self, index: QModelIndex) -> None:
        if card := self._card_at(index):
            self.chart.choose(card)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Light nothing once the pointer has left the list."""
        if event.type() is QEvent.Type.Leave:
            self.chart.hover("")
        return False

    # What docks do.

    def first_field(self) -> QWidget:
        """Return the chart, or the switch where there is nothing on it."""
        return self.chart if self.area.isVisible() else self.switch

    def leave(self) -> None:
        """Put back what is in the hand; without anything there, give the keyboard back to the map."""
        if self.chart.drag is not None:
            self.chart.let_go()
        else:
            super().leave()

    def let_go(self) -> None:
        """Put back what is in the hand."""
        self.chart.let_go()

    def wear(self, palette: QPalette) -> None:
        """Take on a palette; the paper stays white."""
        super().wear(palette)
        self.chart.appearance = self._main_window.windows.appearance
        self.chart.update()
