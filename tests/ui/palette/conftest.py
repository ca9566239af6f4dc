"""The palette of the real window, opened and used by keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.palette.palette import Palette

CTRL = Qt.KeyboardModifier.ControlModifier


class Hands:
    """Hands on the keyboard of a window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def palette(self) -> Palette:
        found = self.window.findChild(Palette)
        assert found is not None
        return found

    @property
    def is_up(self) -> bool:
        found = self.window.findChild(Palette)
        return found is not None and found.isVisible()

    def call(self, typed: str = "") -> Palette:
        """Open the palette from where the keyboard is, and type."""
        QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_K, CTRL)
        assert self.is_up
        self.type(typed)
        return self.palette

    def type(self, typed: str) -> None:
        for letter in typed:
            QTest.keyClicks(QApplication.focusWidget(), letter)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget(), key)

    def enter(self) -> None:
        self.key(Qt.Key.Key_Return)

    @property
    def listed(self) -> list[str]:
        return [line.words for line in self.palette.lines.lines]

    @property
    def current(self) -> str:
        return str(self.palette.list.currentIndex().data())


@pytest.fixture
def hands_on() -> Callable[[MainWindow], Hands]:
    return Hands


@pytest.fixture
def hands(map_window: MainWindow) -> Hands:
    return Hands(map_window)
