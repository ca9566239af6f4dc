"""A keyboard on a window: what it types goes to whatever has the focus there."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeymapper.ui.main_window import MainWindow
from tests.ui.canvas.driver import Driver


class Keyboard:
    """Types in a window that shows a map; ``driver`` is for what is done on the canvas."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        assert window.canvas is not None
        self.driver = Driver(window.canvas)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press and release a key."""
        widget = self.window.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, held)
        QApplication.processEvents()

    def type(self, words: str) -> None:
        """Type letter by letter: each may open or close a field."""
        for letter in words:
            widget = self.window.focusWidget()
            assert widget is not None
            QTest.keyClicks(widget, letter)
