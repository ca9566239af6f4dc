"""The health check of an open map: in slices, when all is quiet, by today's date."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.document.document import Document
from journeymapper.editing import cards, personas
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from journeymapper.ui.checking import Checking
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.open_map import OpenMap
from tests.guide.health.maps import sound_map
from tests.maps import large_map


@pytest.fixture
def opened(window: MainWindow) -> Iterator[list[OpenMap]]:
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton)  # another test may have held it
    opened: list[OpenMap] = []
    yield opened
    for open_map in opened:
        open_map.deleteLater()


def check(opened: list[OpenMap], document: Document) -> Checking:
    opened.append(OpenMap(Session(document, QtShaper())))
    return opened[-1].checking


def test_a_large_map_is_looked_at_in_slices_and_all_else_gets_its_turn_between(
    opened: list[OpenMap], qtbot: QtBot
) -> None:
    checking = check(opened, large_map(10_000))
    turns: list[str] = []
    checking._slices.timeout.connect(lambda: turns.append("slice"))
    other = QTimer()
    other.timeout.connect(lambda: turns.append("other"))
    other.start(0)
    with qtbot.waitSignal(checking.finished, timeout=60_000):
        assert checking.checked_at is None
    other.stop()
    slices = turns.count("slice")
    assert slices > 20
    assert " ".join(turns).count("other slice") >= slices - 1
    assert checking.count == checking._checkup.rebuilt().count if checking._checkup else False


def test_nothing_is_said_before_everything_was_looked_at(opened: list[OpenMap], qtbot: QtBot) -> None:
    checking = check(opened, large_map(1000))
    told: list[int] = []
    checking.changed.connect(lambda: told.append(checking.count))
    assert not checking.settle()
    qtbot.waitUntil(checking._slices.isActive)
    checking._work()
    assert told == []
    with opened[0].edit("Type") as edit:
        cards.set_text(edit, "card-1", "Other")
    assert not checking._slices.isActive(), "first all must be quiet again"
    assert checking._quiet.isActive()
    with qtbot.waitSignal(checking.finished):
        pass
    assert told == [checking.count]


def test_what_is_settled_on_the_spot_counts_on_the_spot(opened: list[OpenMap], qtbot: QtBot) -> None:
    checking = check(opened, sound_map())
    with qtbot.waitSignal(checking.finished):
        pass
    assert checking.count == 0
    with opened[0].edit("Break") as edit:
        personas.set_title_block(edit, scenario="")
    assert checking.count == 0
    assert checking.settle()
    assert [finding.rule for finding in checking.findings()] == ["no-scenario"]
    assert not checking._quiet.isActive()


def test_another_day_is_noticed_when_the_program_comes_to_the_fore(
    opened: list[OpenMap], qtbot: QtBot, qapp: QApplication
) -> None:
    checking = check(opened, sound_map())
    with qtbot.waitSignal(checking.finished):
        pass
    assert checking._checkup is not None
    checking._checkup.at(date(2031, 1, 1))
    assert checking.settle()
    assert "review-overdue" in {finding.rule for finding in checking.findings()}
    with qtbot.waitSignal(checking.finished):
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert checking.today == date.today()
    expected = check(opened, sound_map())
    with qtbot.waitSignal(expected.finished):
        pass
    assert checking.findings() == expected.findings()
