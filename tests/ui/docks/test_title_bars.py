"""The heads of the docks: buttons that can be seen, named, and reached."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton
from pytestqt.qtbot import QtBot

from journeymapper.ui.appearance import Choice
from journeymapper.ui.main_window import MainWindow


@pytest.fixture
def docked(map_window: MainWindow) -> MainWindow:
    for action in ("show_outline", "show_table"):
        map_window.action_set.run(action)
    return map_window


def test_each_dock_can_be_closed_and_detached_by_a_named_button(docked: MainWindow) -> None:
    docks = docked.docks
    for dock, name in ((docks.outline, "Outline"), (docks.table, "Table"), (docks.inspector, "Inspector")):
        bar = dock.title_bar
        assert dock.titleBarWidget() is bar
        assert bar.float_button.accessibleName() == bar.float_button.toolTip() == f"Detach {name}"
        assert bar.close_button.accessibleName() == f"Close {name}"
        QTest.mouseClick(bar.float_button, Qt.MouseButton.LeftButton)
        assert dock.isFloating()
        assert bar.float_button.accessibleName() == f"Attach {name}"
        QTest.mouseClick(bar.float_button, Qt.MouseButton.LeftButton)
        assert not dock.isFloating()
        QTest.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
        assert not dock.isVisible()


def test_closing_by_keyboard_leads_back_to_the_map(docked: MainWindow) -> None:
    button = docked.docks.table.title_bar.close_button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert not docked.docks.table.isVisible()
    assert docked.canvas is not None
    assert docked.canvas.hasFocus()
    assert not docked.action_set.by_id["show_table"].isChecked()


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK])
def test_the_icons_stand_out_from_the_bar(docked: MainWindow, choice: Choice) -> None:
    docked.action_set.run(f"appearance.{choice.value}")
    for button in docked.docks.outline.title_bar.findChildren(QToolButton):
        QApplication.processEvents()
        assert button.width() >= 22
        assert button.height() >= 22
        picture = button.grab().toImage()
        shades = [
            QColor(picture.pixel(x, y)).lightness()
            for x in range(picture.width())
            for y in range(picture.height())
        ]
        assert max(shades) - min(shades) > 120, choice


def status_buttons(window: MainWindow) -> list[QAbstractButton]:
    return window.status_line.findChildren(QAbstractButton)


def test_icons_in_the_inspector_and_the_status_line_follow_light_and_dark(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    map_window.action_set.run("appearance.light")
    map_window.open_map.select(["card-6"], "card-6")
    qtbot.waitUntil(lambda: any("finding" in button.text() for button in status_buttons(map_window)))
    map_window.action_set.run("appearance.dark")
    QApplication.processEvents()
    parts = (map_window.inspector, map_window.status_line)
    found = [button for part in parts for button in part.findChildren(QAbstractButton)]
    with_icons = [button for button in found if button.isVisible() and not button.icon().isNull()]
    assert len(with_icons) > 4
    for button in with_icons:
        picture = button.icon().pixmap(20, 20).toImage()
        shades = [
            QColor(picture.pixelColor(x, y)).lightness()
            for x in range(picture.width())
            for y in range(picture.height())
            if picture.pixelColor(x, y).alpha() > 200
        ]
        assert shades, button.toolTip()
        assert max(shades) > 150, f"dark on dark: {button.toolTip() or button.text()}"
