"""What surrounds the map in a window: put away for a room to see the map alone, and brought back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QToolBar, QWidget

from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.canvas.view import Sight

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow

#: The window is given so many milliseconds to have its former size again.
RETURNING = 1500

_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
_AS_NEEDED = Qt.ScrollBarPolicy.ScrollBarAsNeeded

#: What somebody does to the view by hand.
_BY_HAND = {QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.KeyPress}


class Chrome:
    """The bars and docks of a window, its size, and how it shows the map, from the moment of the making.

    ``geometry`` and ``docks`` are what the window should be remembered by while its chrome is away.
    """

    def __init__(self, window: "MainWindow", canvas: Canvas) -> None:
        """Note how everything is, put the chrome away and fill the screen that the window is on."""
        for returning in canvas.findChildren(Returning):
            returning.end()  # the map was shown just now: nothing of that must come back in the midst of this
        self._window = window
        self._canvas = canvas
        self._state = window.windowState()
        self._sight, self._size = canvas.sight, canvas.size()
        self.geometry: QByteArray = window.saveGeometry()
        self.docks: QByteArray = window.saveState()
        window.bars.find_bar.close_bar()
        bars: tuple[QWidget, ...] = (window.menuBar(), window.statusBar(), window.bars.filter_bar)
        toolbars = window.findChildren(QToolBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self._bars = [bar for bar in (*bars, *toolbars) if not bar.isHidden()]
        for bar in self._bars:
            bar.hide()
        window.docks.hide()
        canvas.setHorizontalScrollBarPolicy(_NEVER)
        canvas.setVerticalScrollBarPolicy(_NEVER)
        canvas.overview.want(False)
        canvas.view.is_free = True
        window.setWindowState(self._state | Qt.WindowState.WindowFullScreen)

    def bring_back(self) -> "Returning":
        """Have everything as it was: the map too, as soon as the window has its size again.

        Returns what waits for that, unless the map is let go before.
        """
        window, canvas = self._window, self._canvas
        canvas.view.is_free = False
        canvas.setHorizontalScrollBarPolicy(_AS_NEEDED)
        canvas.setVerticalScrollBarPolicy(_AS_NEEDED)
        window.setWindowState(self._state)
        for bar in self._bars:
            bar.show()
        window.docks.hide()
        window.restoreState(self.docks)
        canvas.overview.want(window.windows.settings.show_overview)
        return Returning(canvas, self._sight, self._size)


class Returning(QObject):
    """Waits until a canvas has its former size, which the desktop may give it a little later."""

    #: Everything is as it was, or will not be.
    done = Signal()

    def __init__(self, canvas: Canvas, sight: Sight, size: QSize) -> None:
        """Show the map on a canvas of that size so, as soon as it has the size."""
        super().__init__(canvas)
        self._canvas, self._sight, self._size = canvas, sight, size
        self._is_over = False
        canvas.installEventFilter(self)
        canvas.viewport().installEventFilter(self)
        QTimer.singleShot(RETURNING, self, self.end)
        QTimer.singleShot(0, self, self._settle)
        canvas.show_sight(sight)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Settle after every other size; give way to whoever takes the view by hand."""
        if event.type() is QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._settle)
        elif event.type() in _BY_HAND:
            self.end()
        return False

    def _settle(self) -> None:
        if self._is_over:
            return
        self._canvas.show_sight(self._sight)
        if self._canvas.size() == self._size:
            self.end()

    def end(self) -> None:
        """Wait no longer: the view stays as it is."""
        if self._is_over:
            return
        self._is_over = True
        self.done.emit()
        self._canvas.removeEventFilter(self)
        self._canvas.viewport().removeEventFilter(self)
        self.deleteLater()
