"""Emotion points by keyboard and menu."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeymapper.document.records import EmotionPoint, Lane
from journeymapper.editing import personas
from journeymapper.layout.places import Part
from journeymapper.ui.actions.menus import CONTEXT, MENU_BAR
from journeymapper.ui.main_window import MainWindow
from tests.ui.canvas.driver import ALT, Driver


def test_alt_and_arrows_move_a_point_by_halves_within_the_scale(map_window: MainWindow, qtbot: QtBot) -> None:
    driver = Driver(map_window.canvas)
    point = driver.point("Searches")
    driver.open_map.select((point.id,), point.id)
    map_window.canvas.setFocus()
    qtbot.keyClick(map_window.canvas, Qt.Key.Key_Up, ALT)
    assert driver.point("Searches").score == 1.0
    assert driver.session.history.undo_label == "Move emotion point"
    for _press in range(8):
        qtbot.keyClick(map_window.canvas, Qt.Key.Key_Down, ALT)
    assert driver.point("Searches").score == -2.0
    assert not map_window.action_set.by_id["move_left"].isEnabled()
    map_window.action_set.by_id["undo"].trigger()
    assert driver.point("Searches").score == -1.5


def test_a_point_is_added_for_the_first_persona_that_has_none_in_the_cell(map_window: MainWindow) -> None:
    driver = Driver(map_window.canvas)
    add = map_window.action_set.by_id["add_point"]
    cell = driver.lane("Emotions"), driver.step("Pays")
    driver.open_map.select((), cell=cell)
    assert not add.isEnabled(), "everybody has a point there"
    with driver.open_map.edit("Add persona") as edit:
        other = personas.add(edit, "Oto").id
    assert add.isEnabled()
    add.trigger()
    point = driver.document.get(driver.open_map.current, EmotionPoint)
    assert (point.lane, point.step, point.persona, point.score) == (*cell, other, 0.0)
    assert not add.isEnabled()
    lane = next(record.id for record in driver.document if isinstance(record, Lane) and record.role)
    driver.open_map.select((), cell=(lane, cell[1]))
    assert not add.isEnabled(), "a lane of cards has no points"


def test_adding_a_point_stands_in_the_insert_menu_and_the_menu_of_a_cell() -> None:
    assert "add_point" in CONTEXT[Part.CELL]
    assert any("add_point" in menu.ids() for menu in MENU_BAR if menu.words == "&Insert")
