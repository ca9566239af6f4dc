"""Emotion points by keyboard and menu."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeymapper.document.records import EmotionPoint, Lane
from journeymapper.editing import personas
from journeymapper.layout.places import Part
from journeymapper.ui.actions.menus import CONTEXT, MENU_BAR
from journeymapper.ui.main_window import MainWindow
from tests.ui.canvas.curve_hand import clear, hand_on, score
from tests.ui.canvas.driver import ALT, NONE, Driver


@pytest.fixture
def hand(map_window: MainWindow) -> Driver:
    return hand_on(map_window)


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


@pytest.mark.parametrize(
    ("key", "held", "then"),
    [
        (Qt.Key.Key_Plus, NONE, 1.0),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.KeypadModifier, 1.0),
        (Qt.Key.Key_Equal, NONE, 1.0),
        (Qt.Key.Key_Minus, NONE, 0.0),
        (Qt.Key.Key_Minus, Qt.KeyboardModifier.KeypadModifier, 0.0),
        (Qt.Key.Key_Plus, ALT, 0.6),
        (Qt.Key.Key_Equal, ALT, 0.6),
        (Qt.Key.Key_Minus, ALT, 0.4),
    ],
)
def test_plus_and_minus_change_the_score(
    map_window: MainWindow, hand: Driver, key: Qt.Key, held: Qt.KeyboardModifier, then: float
) -> None:
    hand.click(hand.at(hand.point("Searches").id))
    hand.key(key, held)
    assert score(hand, "Searches") == then
    assert not hand.canvas.is_editing
    assert hand.session.history.undo_label == "Change score"
    assert map_window.status_line.currentMessage().startswith("Score: ")


def test_scores_stop_at_the_ends_of_the_scale(hand: Driver) -> None:
    hand.open_map.select(["point-1", "point-2", "point-3"], "point-1")
    for _press in range(20):
        hand.key(Qt.Key.Key_Minus)
    assert [score(hand, step) for step in ("Sees", "Searches", "Pays")] == [-2, -2, -2]
    for _press in range(20):
        hand.key(Qt.Key.Key_Plus)
    assert [score(hand, step) for step in ("Sees", "Searches", "Pays")] == [2, 2, 2]
    hand.session.undo()
    assert [score(hand, step) for step in ("Sees", "Searches", "Pays")] == [-1, 0.5, 2]


def test_in_a_cell_plus_and_minus_add_a_point_or_move_the_one_there(hand: Driver) -> None:
    clear(hand, "Searches")
    hand.open_map.select((), cell=("lane-3", "step-2"))
    hand.key(Qt.Key.Key_Minus)
    assert score(hand, "Searches") == -0.5
    hand.key(Qt.Key.Key_Minus)
    assert score(hand, "Searches") == -1
    hand.open_map.select((), cell=("lane-3", "step-1"))
    hand.key(Qt.Key.Key_Plus)
    assert score(hand, "Sees") == -0.5
    assert hand.open_map.current == "point-1"
    hand.open_map.select((), cell=("lane-1", "step-2"))
    hand.type("+1 more")
    hand.key(Qt.Key.Key_Escape)
    assert hand.cards("Actions", "Searches") == ["+1 more"], "in a lane of cards they are words"
