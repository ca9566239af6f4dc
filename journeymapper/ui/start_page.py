"""What a window shows while no map is open: ways to begin, and the recent maps."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeymapper.i18n import _
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.bars.flow import Flow
from journeymapper.ui.examples import bicycle_repair, laptop_shop
from journeymapper.ui.icons import tinted
from journeymapper.ui.recent_list import MapList, RecentList

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow

_WIDEST = 1140

#: So much of the page is kept in view beside the card that the keyboard stands on, in pixels.
_BESIDE = 8

_WAYS = ("new", "open", "open_example")


class StartPage(QScrollArea):
    """New map, open, the example, and recent maps as cards; scrolled as a whole where the window is small."""

    def __init__(self, window: "MainWindow") -> None:
        """Make the page; its buttons run the window's actions."""
        super().__init__(window)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._window = window
        self._title = QLabel("journeymapper", self)
        self._line = QLabel(_("Draw what your customers go through, step by step."), self)
        self._recent_title = QLabel(_("Recent maps"), self)
        self._nothing = QLabel(_("Maps that you open or save appear here."), self)
        self.buttons = {id_: self._button(id_) for id_ in _WAYS}
        self.recent = RecentList(window.windows.thumbnails, self)
        self.recent.asked.connect(self._open)
        self._examples_title = QLabel(_("Examples to look at"), self)
        self.examples = MapList(_("Examples"), window.windows.thumbnails, self)
        opens = _("Opens as a map of your own")
        self.examples.add(str(laptop_shop()), _("Buying a laptop online"), opens)
        self.examples.add(str(bicycle_repair()), _("A bicycle in for repair"), opens)
        self.examples.asked.connect(self._open)
        self.recent.unwanted.connect(self._forget)
        for cards in (self.recent, self.examples):
            cards.stood_on.connect(self._bring_into_view)
        self._lay_out()

    def _button(self, id_: str) -> QPushButton:
        action = self._window.action_set.by_id[id_]
        button = QPushButton(action.text(), self)
        button.setMinimumHeight(44)
        button.setIconSize(QSize(20, 20))
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        button.setAutoDefault(True)
        return button

    def _lay_out(self) -> None:
        _enlarge(self._title, 2.2, bold=True)
        _enlarge(self._line, 1.1)
        self._line.setWordWrap(True)
        self._nothing.setWordWrap(True)
        for title in (self._recent_title, self._examples_title):
            _enlarge(title, 1.15, bold=True)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._line)
        column.addSpacing(18)
        ways = Flow(spacing=12)
        for button in self.buttons.values():
            ways.addWidget(button)
        column.addLayout(ways)
        column.addSpacing(26)
        column.addWidget(self._recent_title)
        column.addWidget(self._nothing)
        column.addWidget(self.recent)
        column.addSpacing(18)
        column.addWidget(self._examples_title)
        column.addWidget(self.examples)
        column.addStretch(1)
        page = QWidget(self)
        middle = QWidget(page)
        middle.setMaximumWidth(_WIDEST)
        middle.setLayout(column)
        row = QHBoxLayout(page)
        row.setContentsMargins(32, 48, 32, 16)
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        self.setWidget(page)
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def refresh(self) -> None:
        """Show the recent maps as they now are."""
        names = self._window.windows.settings.recent
        self.recent.fill(names)
        self.recent.setVisible(bool(names))
        self._nothing.setVisible(not names)
        if self.isVisible() or not self._window.isVisible():
            (self.recent if names else self.buttons["new"]).setFocus()

    def wear(self, appearance: Appearance) -> None:
        """Take on a light or a dark look."""
        self.recent.wear(appearance)
        self.examples.wear(appearance)
        for label in (self._line, self._nothing):
            palette = label.palette()
            palette.setColor(label.foregroundRole(), appearance.muted)
            label.setPalette(palette)
        for id_, button in self.buttons.items():
            icon = self._window.action_set.rows[id_].icon
            button.setIcon(tinted(icon, QApplication.palette()))

    def _bring_into_view(self, card: QRect) -> None:
        """Scroll to a card of a list, which is given in the list's coordinates."""
        cards, page = self.sender(), self.widget()
        if isinstance(cards, MapList) and page is not None:
            place = cards.mapTo(page, card.center())
            beside = QSize(_BESIDE, _BESIDE) + card.size() / 2
            self.ensureVisible(place.x(), place.y(), beside.width(), beside.height())

    def _open(self, name: str) -> None:
        if not self._window.windows.open_file(Path(name), self._window):
            self.refresh()

    def _forget(self, name: str) -> None:
        self._window.windows.forget(name)
        self.refresh()


def _enlarge(label: QLabel, factor: float, bold: bool = False) -> None:
    font = QFont(label.font())
    font.setPointSizeF(factor * font.pointSizeF())
    font.setBold(bold)
    label.setFont(font)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
