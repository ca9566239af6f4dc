"""A map that is shown to a room, without motion, with a clock that is turned by hand."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.document.document import Document
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.present.presenting import Presenting
from journeymapper.ui.present.show import Show
from tests.ui.canvas.driver import NONE, Driver


@dataclass
class HandClock:
    """Milliseconds that pass when they are told to."""

    now: int = 0

    def __call__(self) -> int:
        return self.now


@dataclass
class Room:
    """A window that shows its map to a room, and those in the room."""

    window: MainWindow
    clock: HandClock = field(default_factory=HandClock)

    def __post_init__(self) -> None:
        self.presenting.timing.clock = self.clock

    @property
    def presenting(self) -> Presenting:
        return self.window.presenting

    @property
    def show(self) -> Show:
        show = self.presenting.show
        assert show is not None
        return show

    @property
    def canvas(self) -> Canvas:
        canvas = self.window.canvas
        assert canvas is not None
        return canvas

    @property
    def document(self) -> Document:
        return self.canvas.open_map.session.document

    @property
    def driver(self) -> Driver:
        return Driver(self.canvas)

    @property
    def place(self) -> str:
        """What the strip says is shown."""
        return self.presenting.parts.strip.place.text()

    @property
    def lit(self) -> str:
        """The stage or lane that is lit, or ""."""
        focus = self.canvas.overlay.spotlight.focus
        return focus.id if focus is not None else ""

    @property
    def notice(self) -> str:
        """What is said over the map."""
        return self.presenting.parts.notice.text()

    @property
    def shown_lanes(self) -> list[str]:
        return self.canvas.map_layout.shown_lanes

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)
        self.settle()

    def run(self, id_: str) -> None:
        """Run an action, as its menu does."""
        self.window.refresh_actions()
        assert self.window.action_set.by_id[id_].isEnabled(), id_
        self.window.action_set.by_id[id_].trigger()
        self.settle()

    def begin(self, with_lanes: bool = True) -> None:
        """Begin to present, and stop all motion."""
        self.run("present" if with_lanes else "present_without_lanes")
        self.show.travel.is_allowed = False
        self.show.travel.arrive()
        self.presenting.parts.strip.fades = self.presenting.parts.face.blinks = False
        self.settle()

    def settle(self) -> None:
        for _round in range(3):
            QApplication.processEvents()

    def edit(self, act: Callable[..., object], *arguments: object) -> None:
        """Edit the map by another way than the window's own."""
        with self.canvas.open_map.edit("Edit") as edit:
            act(edit, *arguments)
        self.settle()


@pytest.fixture
def quiet_room(map_window: MainWindow, qtbot: QtBot) -> Room:
    """The small map in its window, not yet shown to the room."""
    room = Room(map_window)
    room.settle()
    qtbot.waitUntil(map_window.isActiveWindow)
    return room


@pytest.fixture
def room(quiet_room: Room) -> Room:
    """The small map, shown to the room."""
    quiet_room.begin()
    return quiet_room
