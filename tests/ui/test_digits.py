"""Digits on a card that can be rated: ratings, unless the next key makes words of them."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeymapper.document.records import Card
from journeymapper.editing import lanes
from journeymapper.ui.main_window import MainWindow
from tests.ui.canvas.driver import Driver

QUEUES = "card-6"  # in the pain points, where severity is rated; it is 2


@pytest.fixture
def driver(map_window: MainWindow) -> Driver:
    """The keyboard on the card in the pain points, as saved."""
    map_window.canvas.setFocus()
    map_window.canvas.set_motion(False)
    map_window.open_map.select({QUEUES}, QUEUES)
    return Driver(map_window.canvas)


def severity(driver: Driver) -> int:
    return driver.document.get(QUEUES, Card).severity


def pains(driver: Driver) -> list[str]:
    return driver.cards("Pain points", "Pays")


@pytest.mark.parametrize(
    "words",
    ["2 hours on hold", "20 people", "3% fee", "24/7", "1.5 h", "1:1 talk", "3-step", "0 × 3", "33 calls"],
)
def test_digits_that_words_follow_begin_a_card_and_rate_nothing(
    map_window: MainWindow, driver: Driver, words: str
) -> None:
    before = driver.bytes
    driver.type(words)
    driver.canvas.finish_editing()
    assert pains(driver) == ["Queues", words]
    assert severity(driver) == 2
    assert driver.steps_done == 1
    assert map_window.action_set.by_id["undo"].text() == "Undo “Add card”"
    driver.session.undo()
    assert driver.bytes == before
    driver.session.redo()
    assert pains(driver) == ["Queues", words]


def later(driver: Driver, kind: QEvent.Type, milliseconds: int) -> None:
    """Press Space so long after whatever was typed."""
    event = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
    event.setTimestamp(milliseconds)
    QApplication.sendEvent(driver.canvas, event)


def test_a_digit_that_nothing_follows_for_a_while_is_a_rating(driver: Driver) -> None:
    driver.type("3")
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        later(driver, kind, 1_000_000)
    assert not driver.canvas.is_editing
    assert severity(driver) == 3


def test_undo_of_the_card_leaves_the_rating_as_it_was_before_the_digits(driver: Driver) -> None:
    driver.type("3 ")
    assert driver.canvas.is_editing
    driver.session.undo()
    assert severity(driver) == 2


def test_what_was_undone_before_can_be_redone_when_the_words_are_given_up(driver: Driver) -> None:
    driver.type("1")
    driver.session.undo()
    driver.type("3 ")
    driver.key(Qt.Key.Key_Backspace)
    driver.key(Qt.Key.Key_Backspace)
    driver.canvas.finish_editing()
    assert pains(driver) == ["Queues"]
    driver.session.redo()
    assert severity(driver) == 1


def test_a_letter_after_a_digit_keeps_the_rating(driver: Driver) -> None:
    driver.type("3Pays")
    driver.canvas.finish_editing()
    assert severity(driver) == 3
    assert pains(driver) == ["Queues", "Pays"]
    assert driver.steps_done == 2


def test_shift_alone_is_no_key_between(driver: Driver) -> None:
    driver.type("3")
    QTest.keyPress(driver.canvas, Qt.Key.Key_Shift)
    QTest.keyClick(driver.canvas, Qt.Key.Key_Percent, Qt.KeyboardModifier.ShiftModifier)
    driver.canvas.finish_editing()
    assert pains(driver) == ["Queues", "3%"]


def test_an_input_method_may_bring_the_blank(driver: Driver) -> None:
    driver.type("3")
    driver.compose("", " ")
    driver.type("calls")
    driver.canvas.finish_editing()
    assert pains(driver) == ["Queues", "3 calls"]
    assert severity(driver) == 2


@pytest.mark.parametrize("between", ["arrow", "click", "selection", "edit", "menu", "Esc", "focus"])
def test_after_anything_else_the_digit_is_a_rating_and_space_pans(
    map_window: MainWindow, driver: Driver, between: str
) -> None:
    driver.type("3")
    match between:
        case "arrow":
            driver.key(Qt.Key.Key_Up)
        case "click":
            driver.click(driver.at(QUEUES))
        case "selection":
            map_window.open_map.select({"card-4"}, "card-4")
        case "edit":
            with map_window.open_map.edit("Rename") as edit:
                lanes.rename(edit, "lane-1", "Doings")
        case "menu":
            map_window.action_set.by_id["rate.3"].trigger()
        case "Esc":
            driver.key(Qt.Key.Key_Escape)
        case "focus":
            map_window.status_line.zoom_button.setFocus()
            driver.canvas.setFocus()
    before = pains(driver)
    QTest.keyPress(driver.canvas, Qt.Key.Key_Space)
    assert not driver.canvas.is_editing
    driver.canvas.zoom_to(4.0)
    start = driver.canvas.viewport().rect().center()
    place = driver.canvas.view.place
    driver.drag(start, start + QPoint(30, 0))
    assert driver.canvas.view.place != place
    QTest.keyRelease(driver.canvas, Qt.Key.Key_Space)
    assert severity(driver) == 3
    assert pains(driver) == before == ["Queues"]


def test_a_rating_by_menu_is_no_word(map_window: MainWindow, driver: Driver) -> None:
    map_window.action_set.by_id["rate.1"].trigger()
    driver.type(" ")
    driver.type("%")
    driver.canvas.finish_editing()
    assert severity(driver) == 1
    assert pains(driver) == ["Queues", "%"]
