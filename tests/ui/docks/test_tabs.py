"""Docks that share a place as tabs: which is in front, and how wide the place is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.windows import Windows


@pytest.fixture
def wide(map_window: MainWindow, qtbot: QtBot) -> MainWindow:
    qtbot.waitUntil(map_window.isActiveWindow)
    map_window.resize(1400, 800)
    QApplication.processEvents()
    return map_window


def run(window: MainWindow, action: str) -> None:
    window.action_set.run(action)
    QApplication.processEvents()


@pytest.mark.parametrize("width", [330, 460])
def test_the_inspector_gets_back_the_width_it_had_before_the_chart(wide: MainWindow, width: int) -> None:
    docks = wide.docks
    wide.resizeDocks([docks.inspector], [width], Qt.Orientation.Horizontal)
    QApplication.processEvents()
    map_width = wide.bars.width()
    for _time in range(2):
        run(wide, "show_priorities")
        assert docks.priorities.width() == max(380, width)
        assert wide.bars.width() == map_width - max(0, 380 - width), (
            "the map gives no more than the chart needs"
        )
        run(wide, "show_priorities")
        assert docks.inspector.width() == width
        assert wide.bars.width() == map_width
    run(wide, "show_priorities")
    docks.inspector.hide()
    docks.priorities.title_bar.close_button.click()
    run(wide, "show_inspector")
    assert docks.inspector.width() == width, "it has it back once it is there to have it"


def test_what_is_behind_another_tab_comes_to_the_front(wide: MainWindow) -> None:
    docks, actions = wide.docks, wide.action_set
    run(wide, "show_priorities")
    assert docks.shows(docks.priorities)
    assert not docks.shows(docks.inspector)
    assert not actions.by_id["show_inspector"].isChecked()
    run(wide, "show_inspector")
    assert docks.shows(docks.inspector)
    assert (actions.by_id["show_inspector"].isChecked(), actions.by_id["show_priorities"].isChecked()) == (
        True,
        False,
    )
    run(wide, "show_priorities")
    assert docks.shows(docks.priorities), "it was there, and nobody saw it"
    assert docks.priorities.has_keyboard
    run(wide, "show_priorities")
    assert docks.priorities.isHidden()
    assert docks.shows(docks.inspector)


def test_tabs_and_widths_are_as_they_were_when_the_program_starts_again(
    make_windows: Callable[[], Windows], map_file: Path, qtbot: QtBot
) -> None:
    def started() -> MainWindow:
        windows = make_windows()
        window = windows.new_window()
        qtbot.waitUntil(window.isActiveWindow)
        assert windows.open_file(map_file, window)
        QApplication.processEvents()
        return window

    before = started()
    before.resize(1400, 800)
    run(before, "show_priorities")
    before.close()
    after = started()
    docks = after.docks
    assert docks.shows(docks.priorities)
    assert docks.priorities.width() == 380
    run(after, "show_inspector")
    assert docks.shows(docks.inspector)
    run(after, "show_priorities")
    run(after, "show_priorities")
    assert docks.inspector.width() == 300


def test_an_arrangement_that_knows_nothing_of_a_dock_gets_it_as_a_tab(wide: MainWindow) -> None:
    docks = wide.docks
    wide.splitDockWidget(docks.inspector, docks.priorities, Qt.Orientation.Vertical)
    wide.splitDockWidget(docks.library, docks.health, Qt.Orientation.Vertical)
    docks.gather()
    run(wide, "show_priorities")
    assert docks.inspector in wide.tabifiedDockWidgets(docks.priorities)
    run(wide, "show_library")
    run(wide, "show_health")
    assert docks.library in wide.tabifiedDockWidgets(docks.health)
    wide.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, docks.priorities)
    docks.gather()
    QApplication.processEvents()
    assert docks.shows(docks.inspector), "what the user put elsewhere, and sees, stays there"
    assert docks.shows(docks.priorities)


def test_nothing_is_given_back_to_a_dock_that_is_not_in_the_window_yet(map_window: MainWindow) -> None:
    lender, borrower = map_window.inspector, map_window.docks.priorities
    borrower.show()
    QApplication.processEvents()
    lender.hide()
    borrower.hide()
    map_window.removeDockWidget(lender)
    lender.show()  # Qt would complain
    map_window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, lender)
    assert lender.isVisible()
