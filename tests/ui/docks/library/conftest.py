"""A window with the library, on a shelf where the user has put some blocks of their own."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.ui.docks.library.dock import LibraryDock
from journeymapper.ui.library import Library
from journeymapper.ui.main_window import MainWindow
from tests.ui.canvas.driver import CTRL, LEFT, NONE, SHIFT
from tests.ui.keyboard import Keyboard

OWN: list[dict[str, Any]] = [
    {
        "text": "Quizzical lamp",
        "role": "touchpoints",
        "stages": ["purchase"],
        "channel": "Light",
        "online": True,
    },
    {"text": "Quizzical bell", "role": "touchpoints", "stages": ["advocacy"], "note": "Rings for advice"},
    {"text": "Quizzical gauge", "role": "metrics", "unit": "%", "stages": ["purchase"], "tags": ["quiz"]},
    {"text": "Quizzical queue", "role": "pain_points", "note": "Slower than it looks"},
]


class Hands(Keyboard):
    """A keyboard on the library of a window, and eyes on what came of it."""

    @property
    def dock(self) -> LibraryDock:
        return self.window.docks.library

    @property
    def library(self) -> Library:
        return self.window.windows.library

    def open(self, lane: str = "", step: str = "") -> None:
        """Stand in a cell of the map, and open the library with its key."""
        if lane:
            self.window.open_map.select((), cell=(self.driver.lane(lane), self.driver.step(step)))
        self.key(Qt.Key.Key_K, CTRL | SHIFT)
        self.dock.catch_up()

    def search(self, words: str) -> list[str]:
        self.dock.line.setFocus()
        self.dock.line.selectAll()
        self.type(words)
        return self.listed

    @property
    def listed(self) -> list[str]:
        """The words of all rows; headings stand in brackets, and what is ticked ends with a plus."""
        return [
            f"[{row.words}]" if row.is_heading else row.words + ("+" if row.is_ticked else "")
            for row in self.dock.rows.rows
        ]

    @property
    def current(self) -> str:
        return self.dock.current.words if self.dock.current is not None else ""

    def stand_on(self, words: str) -> None:
        place = [row.words for row in self.dock.rows.rows].index(words)
        self.dock.list.setFocus()
        self.dock.list.setCurrentIndex(self.dock.rows.index(place))

    def drop(self, words: str, at: QPoint) -> bool:
        """Drag a row onto a point of the canvas and let it go; tell whether it was taken."""
        rows = self.dock.rows
        data = rows.mimeData([rows.index([row.words for row in rows.rows].index(words))])
        action = Qt.DropAction.CopyAction
        events: list[QDropEvent] = [
            QDragEnterEvent(at, action, data, LEFT, NONE),
            QDragMoveEvent(at, action, data, LEFT, NONE),
            QDropEvent(QPointF(at), action, data, LEFT, NONE),
        ]
        for event in events:
            event.ignore()
            QApplication.sendEvent(self.window.canvas.viewport(), event)
        return events[-1].isAccepted()

    @property
    def said(self) -> str:
        return self.window.status_line.currentMessage()


@pytest.fixture
def own_file(tmp_path: Path) -> Path:
    path = tmp_path / "user" / "blocks" / "own.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"blocks": OWN}), "utf-8")
    return path


@pytest.fixture
def hands(own_file: Path, map_window: MainWindow, qtbot: QtBot) -> Hands:
    assert own_file.exists()
    qtbot.waitUntil(map_window.isActiveWindow)
    return Hands(map_window)
