"""The docks of a window, and the way of the keyboard through them."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDockWidget, QTabWidget

from journeymapper.ui.actions.action_set import ActionSet
from journeymapper.ui.actions.table import Action
from journeymapper.ui.bars.parts import tint
from journeymapper.ui.docks.health.dock import HealthDock
from journeymapper.ui.docks.inspector import Inspector
from journeymapper.ui.docks.library.dock import LibraryDock
from journeymapper.ui.docks.outline.dock import Outline
from journeymapper.ui.docks.parking_lot import ParkingLot
from journeymapper.ui.docks.priorities.dock import Priorities
from journeymapper.ui.docks.review.dock import Review
from journeymapper.ui.docks.side_dock import SideDock
from journeymapper.ui.docks.side_view import SideView
from journeymapper.ui.docks.table.dock import Table
from journeymapper.ui.docks.tabs import LentWidth, tabify
from journeymapper.ui.docks.votes import Votes
from journeymapper.ui.open_map import OpenMap

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow


class Docks(QObject):
    """The docks of a window: the inspector, those that are views of the map, and those that are not."""

    #: A dock was shown or hidden, or something is being written in one, or no more.
    seen = Signal()
    #: The keyboard is to go back to the map.
    left = Signal()
    #: One line for the user.
    said = Signal(str)
    #: The keyboard stands on this record now, in the outline or the table.
    revealed = Signal(str)
    #: The context menu was asked for: (Hit, global position).
    menu_asked = Signal(object, QPoint)

    def __init__(self, window: "MainWindow") -> None:
        """Put the docks into a window; only the inspector is shown unless the user wants more."""
        super().__init__(window)
        self._window = window
        self._rows: Mapping[str, Action] = {}
        self.inspector: Inspector = Inspector(window)
        self.outline: Outline = Outline(window)
        self.table: Table = Table(window)
        self.parking_lot: ParkingLot = ParkingLot(window)
        self.votes: Votes = Votes(window)
        self.priorities: Priorities = Priorities(window)
        self.review: Review = Review(window)
        self.library: LibraryDock = LibraryDock(window.windows.library, window)
        self.health: HealthDock = HealthDock(window)
        #: What else the keyboard goes through after the docks: widgets that can ``take_focus``.
        self.others: tuple[Any, ...] = ()
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.library)
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.outline)
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.review)
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.health)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.inspector)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.table)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.parking_lot)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.votes)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.priorities)
        for area in (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea):
            window.setTabPosition(area, QTabWidget.TabPosition.North)
        self.gather()
        LentWidth(window, self.inspector, self.priorities)
        self.side_views: tuple[SideView, ...] = (self.outline, self.table, self.parking_lot, self.votes)
        #: The docks that are no views of the map's records.
        self.side_docks: tuple[SideDock, ...] = (self.library, self.priorities, self.health, self.review)
        #: All of them but the inspector.
        self.beside: tuple[SideView | SideDock, ...] = (*self.side_views, *self.side_docks)
        self._in_front: set[QDockWidget] = set()
        for dock in (self.inspector, *self.beside):
            dock.visibilityChanged.connect(partial(self._note, dock))
            dock.visibilityChanged.connect(self.seen)
            dock.left.connect(self.left)
        self.inspector.said.connect(self.said)
        for side_dock in self.side_docks:
            side_dock.said.connect(self.said)
            side_dock.revealed.connect(self.revealed)
        for view in self.side_views:
            view.said.connect(self.said)
            view.begun.connect(self.seen)
            view.ended.connect(self.seen)
            view.revealed.connect(self.revealed)
            view.menu_asked.connect(self.menu_asked)
        self.priorities.menu_asked.connect(self.menu_asked)
        self.health.stood.connect(self.seen)
        for signal in (self.review.kept.painter.begun, self.review.kept.painter.released):
            signal.connect(self.seen)

    def gather(self) -> None:
        """Put docks behind others as tabs, after an arrangement of an older version too."""
        tabify(self._window, self.inspector, self.priorities)
        tabify(self._window, self.library, self.review, self.health)

    def _note(self, dock: QDockWidget, is_seen: bool) -> None:
        (self._in_front.add if is_seen else self._in_front.discard)(dock)

    def shows(self, dock: QDockWidget) -> bool:
        """Tell whether a dock is seen: it is shown, and no other tab is in front of it."""
        return dock in self._in_front

    def take_actions(self, action_set: ActionSet) -> None:
        """Let the window's actions work in the docks, and those that the docks ask for be run."""
        self._rows = action_set.rows
        action_set.running.connect(self._end_typing)
        self.inspector.asked.connect(action_set.run)
        for view in self.side_views:
            action_set.put_on_canvas(view.view)

    def show_map(self, open_map: OpenMap | None) -> None:
        """Show another map; None: there is none."""
        if open_map is not None:
            open_map.parked_asked.connect(self.parking_lot.show_thought)
        self.inspector.show_map(open_map)
        for view in self.beside:
            view.show_map(open_map)

    def hide(self) -> None:
        """Hide all docks."""
        for dock in (self.inspector, *self.beside):
            dock.hide()

    def suit_room(self, height: int | None) -> None:
        """Have lists that can be read all over a room shown a window of that height; None: as usual."""
        for dock in (self.parking_lot, self.votes):
            dock.suit_room(height)

    def wear(self, palette: QPalette) -> None:
        """Take on a palette."""
        tint(self.inspector, palette)
        for dock in self.side_views:
            dock.title_bar.wear(palette)
        for view in self.beside:
            view.wear(palette)

    @property
    def writer(self) -> SideView | None:
        """The side view that the keyboard is in, where names and cards are then written, or None."""
        return next((view for view in self.side_views if view.has_keyboard), None)

    def go_on(self, by: int) -> None:
        """Put the keyboard into the next (1) or previous (-1) of the map and the docks that are shown."""
        docks: tuple[Inspector | SideView | SideDock, ...]
        docks = (*self.side_docks, *self.side_views, self.inspector)
        places = [None, *(dock for dock in docks if dock.isVisible()), *self.others]
        if len(places) == 1:
            places.append(self.inspector)
        here = next((dock for dock in places if dock is not None and self._is_in(dock)), None)
        first = places.index(here)
        for step in range(1, len(places)):
            dock = places[(first + by * step) % len(places)]
            if dock is None:
                self.left.emit()
                return
            dock.take_focus()
            if self._is_in(dock):
                return

    def _is_in(self, dock: QDockWidget) -> bool:
        """Tell whether the keyboard is in a dock."""
        widget = self._window.focusWidget()
        return widget is not None and dock.isAncestorOf(widget)

    def toggle(self, view: SideView | SideDock) -> None:
        """Show a view and give it the keyboard, in front of other tabs; or hide it where it is seen."""
        if self.shows(view):
            had_keyboard = view.has_keyboard
            view.let_go()
            view.hide()
            if had_keyboard:
                self.left.emit()
        else:
            view.take_focus()

    def reach(self, view: SideView | SideDock) -> None:
        """Show a view with the keyboard in it; hide it where the keyboard is in it already."""
        if view.has_keyboard:
            self.toggle(view)
        else:
            view.take_focus()

    def _end_typing(self, id_: str) -> None:
        """Keep what is being written before an action is run, where it wants that."""
        if self._rows[id_].ends_typing:
            self.let_go()

    def let_go(self) -> None:
        """Keep what is being written in the docks."""
        for view in self.beside:
            view.let_go()

    @property
    def is_writing(self) -> bool:
        """Tell whether words stand in a text field that are not yet in the map."""
        return self.review.kept.is_writing or any(view.is_writing for view in self.side_views)
