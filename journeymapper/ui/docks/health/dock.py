"""The health check beside the map: what was found, where, why it matters, and what can be done about it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from journeymapper.guide.health.finding import Finding
from journeymapper.i18n import _
from journeymapper.ui.checking import Checking
from journeymapper.ui.docks.health.details import Details
from journeymapper.ui.docks.health.doing import Doing
from journeymapper.ui.docks.health.entries import Entry, Key, entries, key_of
from journeymapper.ui.docks.health.summary import Summary, summary
from journeymapper.ui.docks.health.tree import FindingsTree
from journeymapper.ui.docks.side_dock import SideDock
from journeymapper.ui.icons import tinted
from journeymapper.ui.open_map import OpenMap

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow

_MARGIN = 10
_ICON = 18

#: How wide the dock is at first, and at least, in pixels.
_WIDTH, _LEAST_WIDTH = 280, 200

#: What the context menu of a finding offers, as far as it can be done.
_MENU = ("fix_finding", "dismiss_finding", "readmit_finding", "", "next_finding")


class _Inside(QWidget):
    """What is in the dock, as wide at first whatever it says."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size that it has at first."""
        return QSize(_WIDTH, super().sizeHint().height())


class HealthDock(SideDock):
    """A list of findings that keeps its place while they come and go, and below it the details of one.

    It follows the map while it is seen.
    """

    #: The keyboard or the mouse is on another finding than before, or on none.
    stood = Signal()
    #: There may be other things to say of the map's health: ``summary`` does.
    summed_up = Signal()

    def __init__(self, window: "MainWindow") -> None:
        """Make a dock without a map."""
        super().__init__("health", _("Health check"), window)
        self._main_window = window
        self._is_stale = False
        self._lit: frozenset[str] = frozenset()
        self._stood_on: Entry | None = None
        self._listed: list[Entry] = []
        self.sign = QLabel()
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setMinimumWidth(1)
        inside = _Inside(self)
        inside.setMinimumWidth(_LEAST_WIDTH)
        self.tree = FindingsTree(window.windows.appearance, inside)
        self.details = Details(inside)
        self.doing = Doing(self, window)
        self._lay_out(inside)
        self.tree.pointed.connect(self._light)
        self.tree.stood.connect(self._stand)
        self.tree.wanted.connect(self.doing.show_places)
        self.tree.rated.connect(lambda rating: self._run(f"rate.{rating}"))
        self.tree.menu_asked.connect(self._show_menu)
        self.details.asked.connect(self._run)
        self.visibilityChanged.connect(self._wake)

    def _lay_out(self, inside: QWidget) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 4)
        head.setSpacing(8)
        head.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.words, 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.tree, 1)
        column.addWidget(self.details)
        column.addStretch(0)
        self.setWidget(inside)

    # The map.

    @property
    def checking(self) -> Checking | None:
        """What looks over the map that is shown."""
        return self.open_map.checking if self.open_map is not None else None

    @property
    def summary(self) -> Summary | None:
        """How the map does, in a few words; None without a map."""
        return summary(self.checking) if self.checking is not None else None

    def show_map(self, open_map: OpenMap | None) -> None:
        """Show another map; None: there is none."""
        self._light(None)
        if self.checking is not None:
            self.checking.changed.disconnect(self._outdate)
            self.checking.finished.disconnect(self._sum_up)
        self.open_map = open_map
        self.doing.forget()
        self._listed = []
        self.tree.findings.show_entries(())
        self._is_stale = True
        if self.checking is not None:
            self.checking.changed.connect(self._outdate)
            self.checking.finished.connect(self._sum_up)
        self._wake(self.isVisible())
        self.summed_up.emit()

    def _outdate(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.catch_up()
        self.summed_up.emit()

    def _wake(self, is_seen: bool) -> None:
        """List what there is once somebody looks here; light nothing once nobody does."""
        if is_seen:
            self.catch_up()
            self._sum_up()
        else:
            self._light(None)

    def catch_up(self) -> None:
        """List what was found by now. Who stands on a finding stays there, or on what takes its place."""
        if not self._is_stale:
            return
        self._is_stale = False
        before = self.tree.current
        self._listed = entries(self.checking, self._listed) if self.checking is not None else []
        self.tree.show_entries(self._listed)
        if before is not None:
            self._stay(before)
        self._stand(self.tree.current)
        self._sum_up()

    def _stay(self, before: Entry) -> None:
        """Stand where one stood; the last of several findings is where they all were."""
        rules = {finding.rule for finding in before.findings}
        keys: list[Key] = [before.key, *(("rule", rule) for rule in rules)]
        for key in keys if not before.is_dismissed else keys[:1]:
            index = self.tree.findings.index_of(key)
            if index.isValid():
                if index != self.tree.currentIndex():
                    self.tree.setCurrentIndex(index)
                return

    def _sum_up(self) -> None:
        """Say how the map does; the list takes room only where there is one."""
        found = self.summary
        if found is None or not self.isVisible():
            return
        self.words.setText(found.words)
        icon = tinted(found.icon, self.palette())
        self.sign.setPixmap(icon.pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
        self._show_tree(self.tree.findings.rowCount() > 0)

    def _show_tree(self, is_shown: bool) -> None:
        """Show the list or not; the keyboard in it goes over to the words, which are all there is then."""
        had_keyboard = self.has_keyboard
        self.words.setFocusPolicy(Qt.FocusPolicy.NoFocus if is_shown else Qt.FocusPolicy.TabFocus)
        self.tree.setVisible(is_shown)
        if had_keyboard and not self.has_keyboard:
            self.first_field().setFocus()

    def stand_on(self, finding: Finding) -> None:
        """Stand on a finding in the list, or on all those of its rule where it is not listed by itself."""
        if not self.tree.stand_on(key_of(finding)):
            self.tree.stand_on(("rule", finding.rule))

    def _stand(self, entry: Entry | None) -> None:
        self.details.show_entry(entry)
        if entry != self._stood_on:
            self._stood_on = entry
            self.stood.emit()

    def _light(self, entry: Entry | None) -> None:
        """Light on the map what an entry is about; None lights nothing."""
        lit = entry.places if entry is not None else frozenset()
        if lit != self._lit and self.open_map is not None:
            self._lit = lit
            self.open_map.pointed_at.emit(lit)

    def _run(self, action: str) -> None:
        self._main_window.action_set.run(action)

    def _show_menu(self, place: QPoint) -> None:
        self._main_window.refresh_actions()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for id_ in _MENU:
            if not id_:
                menu.addSeparator()
            elif (action := self._main_window.action_set.by_id[id_]).isEnabled():
                menu.addAction(action)
        menu.popup(place)

    # What docks do.

    def first_field(self) -> QWidget:
        """Return the list, or the words where there is none."""
        return self.tree if self.tree.isVisible() else self.words

    def take_focus(self) -> None:
        """Show the dock with the keyboard on a finding."""
        super().take_focus()
        self.tree.stand_on_first()

    def wear(self, palette: QPalette) -> None:
        """Take on a palette."""
        super().wear(palette)
        self.tree.painter.appearance = self._main_window.windows.appearance
        self.tree.viewport().update()
        self._sum_up()
        self.summed_up.emit()
