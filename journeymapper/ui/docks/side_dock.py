"""What docks have in common that are no view of the map's own records, such as the library."""

from abc import abstractmethod

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QDockWidget, QWidget

from journeymapper.ui.docks.title_bar import TitleBar
from journeymapper.ui.open_map import OpenMap


class SideDock(QDockWidget):
    """A dock beside the map; Esc leads back to that."""

    #: The keyboard is to go back to the map.
    left = Signal()
    #: One line for the user.
    said = Signal(str)
    #: This record is to be brought into view.
    revealed = Signal(str)

    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        """Make a hidden dock without a map; ``name`` is the one it is remembered by."""
        super().__init__(title, parent)
        self.setObjectName(name)
        self.open_map: OpenMap | None = None
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self.title_bar = TitleBar(self)
        self.title_bar.left.connect(self.left)
        leaving = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leaving.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leaving.activated.connect(self.leave)
        self.hide()

    @abstractmethod
    def show_map(self, open_map: OpenMap | None) -> None:
        """Show what belongs to another map; None: there is none."""

    @abstractmethod
    def first_field(self) -> QWidget:
        """Return what gets the keyboard when the dock does."""

    def leave(self) -> None:
        """Do what Esc does: give the keyboard back to the map."""
        self.left.emit()

    def let_go(self) -> None:
        """Keep what is being written."""

    def wear(self, palette: QPalette) -> None:
        """Take on a palette."""
        self.title_bar.wear(palette)

    def take_focus(self) -> None:
        """Show the dock with the keyboard in it."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.first_field().setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def has_keyboard(self) -> bool:
        """Tell whether the keyboard is in the dock."""
        widget = self.window().focusWidget()
        return widget is not None and self.isVisible() and self.isAncestorOf(widget)
