"""A poor map in the real window, and a hand for the dock of the health check."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.document.document import Document
from journeymapper.editing import cards, lanes, personas, stages
from journeymapper.guide.health.rule import SEVERITIES
from journeymapper.ui.checking import Checking
from journeymapper.ui.docks.health.dock import HealthDock
from journeymapper.ui.docks.health.entries import Entry, entries
from journeymapper.ui.docks.health.model import ENTRY
from journeymapper.ui.health_button import HealthButton
from journeymapper.ui.main_window import MainWindow
from tests.maps import counting_identifiers


def poor_map() -> Document:
    """Return a map of four steps without a persona, scenario or kind; the third and last steps are empty.

    Cards 1 and 2 are touchpoints without ratings, 3 and 4 pain points that nothing answers.
    """
    document = Document(identify=counting_identifiers())
    with document.edit("Build") as edit:
        personas.set_title_block(edit, title="Buying a bicycle")
        for stage, steps in (("Awareness", ("Sees", "Searches")), ("Purchase", ("Waits", "Pays"))):
            made = stages.add(edit, stage, step_name=steps[0])
            stages.add_step(edit, made.id, steps[1])
        lanes.add(edit, "Actions", role="actions")
        touchpoints = lanes.add(edit, "Touchpoints", role="touchpoints").id
        pains = lanes.add(edit, "Pain points", role="pain_points").id
        sees, searches, _waits, _pays = edit.indexes.columns()
        cards.add(edit, touchpoints, sees, "Poster")
        cards.add(edit, touchpoints, searches, "Web site")
        cards.add(edit, pains, sees, "Too small", severity=1)
        cards.add(edit, pains, searches, "Too slow", severity=2)
    return document


class HealthHand:
    """Looks at the findings of a window as a user does, and does something about them."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        assert window.open_map is not None
        self.window = window
        self.open_map = window.open_map
        self._qtbot = qtbot
        self.lit: list[frozenset[str]] = []
        window.open_map.pointed_at.connect(self.lit.append)
        self.settle()

    @property
    def dock(self) -> HealthDock:
        return self.window.docks.health

    @property
    def checking(self) -> Checking:
        return self.open_map.checking

    @property
    def button(self) -> HealthButton:
        [button] = self.window.status_line.findChildren(HealthButton)
        return button

    def settle(self) -> None:
        """Wait until everything was looked at, and is shown."""
        with self._qtbot.waitSignal(self.checking.finished):
            pass

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, held)

    def index(self, words: str) -> QModelIndex:
        """Return where a line stands: of the findings the only one with these words in it."""
        model = self.dock.tree.findings
        tops = [model.index(row, 0) for row in range(model.rowCount())]
        under = [model.index(row, 0, top) for top in tops for row in range(model.rowCount(top))]
        [found] = [index for index in (*tops, *under) if words in index.data()]
        return found

    def place(self, words: str) -> QPoint:
        """Return the middle of a line in the view."""
        self.dock.tree.scrollTo(self.index(words))
        return self.dock.tree.visualRect(self.index(words)).center()

    def hover(self, words: str) -> None:
        QTest.mouseMove(self.dock.tree.viewport(), self.place(words))

    def click(self, words: str) -> None:
        QTest.mouseClick(self.dock.tree.viewport(), Qt.MouseButton.LeftButton, pos=self.place(words))

    def stand_on(self, words: str) -> None:
        self.dock.tree.setCurrentIndex(self.index(words))

    @property
    def current(self) -> str:
        entry = self.dock.tree.current
        return entry.words if entry is not None else ""

    def listed(self) -> list[str]:
        """Return the lines as they are shown, headings left out, each that is folded with its count.

        They are the same as if they were listed anew.
        """
        model = self.dock.tree.findings
        lines: list[str] = []
        shown: list[Entry] = []
        for row in range(model.rowCount()):
            top = model.index(row, 0)
            entry: Entry = top.data(ENTRY)
            shown.append(entry)
            under = [model.index(child, 0, top).data(ENTRY) for child in range(model.rowCount(top))]
            assert under == list(entry.children)
            if entry.findings:
                lines.append(f"{entry.words} ({len(entry.findings)})" if under else entry.words)
            else:
                assert entry.severity in SEVERITIES
        assert shown == entries(self.checking)
        return lines


@pytest.fixture
def health(window: MainWindow, qtbot: QtBot) -> HealthHand:
    """The poor map, looked at, with the dock shown and the keyboard in it."""
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton)  # another test may have held it
    window.windows.show_new(poor_map(), window)
    hand = HealthHand(window, qtbot)
    assert window.canvas is not None
    QTest.mouseMove(window.canvas.viewport())
    hand.press(Qt.Key.Key_F7)
    return hand
