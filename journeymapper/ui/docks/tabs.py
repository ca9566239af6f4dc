"""Docks that stand in one place as tabs: put there, and none leaves the others wider than they were."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow


def tabify(window: QMainWindow, first: QDockWidget, *others: QDockWidget) -> None:
    """Put docks behind the first as tabs; those that are seen elsewhere, or float, stay there.

    An arrangement that an older version kept knows nothing of newer docks: those stand alone after it.
    """
    known = window.tabifiedDockWidgets(first)
    area = window.dockWidgetArea(first)
    for dock in others:
        is_near = window.dockWidgetArea(dock) == area and not dock.isFloating()
        if dock not in known and dock.isHidden() and is_near and not first.isFloating():
            window.tabifyDockWidget(first, dock)


class LentWidth(QObject):
    """Gives a dock the width back that it had before another, which needs more, was shown in its place."""

    def __init__(self, window: QMainWindow, lender: QDockWidget, borrower: QDockWidget) -> None:
        """Watch two docks of a window."""
        super().__init__(lender)
        self._window, self._lender, self._borrower = window, lender, borrower
        self._width = 0
        self._is_lent = self._is_owed = False
        lender.installEventFilter(self)
        borrower.toggleViewAction().toggled.connect(self._follow)
        lender.toggleViewAction().toggled.connect(self._pay)

    def eventFilter(self, _lender: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note how wide the lender was when the borrower comes, which is told after it was given room."""
        if isinstance(event, QResizeEvent) and not self._is_lent:
            are_shown = not (self._borrower.isHidden() or self._lender.isHidden())
            if are_shown and event.oldSize().isValid():
                self._width = event.oldSize().width()
        return False

    def _follow(self, is_shown: bool) -> None:
        """Give the width back when the borrower goes, but not when the whole window does."""
        if not (is_shown or self._borrower.isHidden()):
            return
        self._is_lent = is_shown
        self._is_owed = not is_shown and self._shares_place()
        self._pay(not self._lender.isHidden())

    def _shares_place(self) -> bool:
        area = self._window.dockWidgetArea
        are_docked = not (self._lender.isFloating() or self._borrower.isFloating())
        return are_docked and area(self._lender) == area(self._borrower)

    def _pay(self, is_shown: bool) -> None:
        """Give back what is owed, as soon as the lender is there to have it.

        While an arrangement is restored it may not be in the window yet; its width is restored with it then.
        """
        if is_shown and self._is_owed and self._borrower.isHidden() and self._is_in_place():
            width = self._width or self._own_width()
            self._is_owed, self._width = False, 0
            self._window.resizeDocks([self._lender], [width], Qt.Orientation.Horizontal)

    def _is_in_place(self) -> bool:
        return self._window.dockWidgetArea(self._lender) != Qt.DockWidgetArea.NoDockWidgetArea

    def _own_width(self) -> int:
        """Return the lender's width where nothing was lent: that of both, or else its least."""
        width = self._borrower.width()
        least = self._borrower.minimumSizeHint().width()
        return width if width > least else self._lender.minimumSizeHint().width()
