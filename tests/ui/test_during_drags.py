"""What the window does while something is in the hand: it lets go of it first."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from pytestqt.qtbot import QtBot

from journeymapper.files import native
from journeymapper.ui.dialogs.shortcut_list import ShortcutList
from journeymapper.ui.main_window import MainWindow
from tests.ui.canvas.driver import Driver
from tests.ui.conftest import Answers

CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def drag(map_window: MainWindow) -> Callable[[], Driver]:
    """Takes a card over another cell and holds it there."""
    map_window.canvas.actual_size()
    driver = Driver(map_window.canvas)

    def drag() -> Driver:
        map_window.canvas.setFocus()
        driver.drag(
            driver.at(driver.card("Asks a friend")), driver.in_cell("Touchpoints", "Sees"), drops=False
        )
        assert driver.canvas.is_dragging
        assert driver.session.history.undo_label == "Move card"
        return driver

    return drag


def test_saving_saves_what_stood_before_the_drag(
    map_window: MainWindow, drag: Callable[[], Driver], qtbot: QtBot
) -> None:
    before = native.written(map_window.open_map.session.document)
    driver = drag()
    qtbot.keyClick(driver.canvas, Qt.Key.Key_S, CONTROL)
    assert not driver.canvas.is_dragging
    driver.key(Qt.Key.Key_Escape)
    driver.release(driver.in_cell("Touchpoints", "Sees"))
    assert driver.bytes == before == driver.session.path.read_bytes()
    assert not map_window.isWindowModified()


@pytest.mark.parametrize(
    ("key", "held"), [(Qt.Key.Key_Z, CONTROL), (Qt.Key.Key_F2, NONE), (Qt.Key.Key_C, CONTROL)]
)
def test_a_key_of_the_window_puts_the_card_back_and_the_drag_is_over(
    drag: Callable[[], Driver], qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    driver = drag()
    qtbot.keyClick(driver.canvas, key, held)
    assert not driver.canvas.is_dragging
    assert driver.cards("Actions", "Sees") == ["Sees a poster", "Asks a friend"]
    driver.canvas.finish_editing()
    driver.move(driver.in_cell("Touchpoints", "Pays"))
    driver.release(driver.in_cell("Touchpoints", "Pays"))
    assert driver.cards("Actions", "Sees") == ["Sees a poster", "Asks a friend"]
    assert driver.session.history.undo_label is None


def test_a_card_deleted_while_it_is_dragged_is_gone_for_good(
    drag: Callable[[], Driver], qtbot: QtBot
) -> None:
    driver = drag()
    qtbot.keyClick(driver.canvas, Qt.Key.Key_Delete)
    driver.move(driver.in_cell("Touchpoints", "Pays"))
    driver.release(driver.in_cell("Touchpoints", "Pays"))
    assert driver.cards("Actions", "Sees") == ["Sees a poster"]
    assert driver.cards("Touchpoints", "Pays") == ["Shop"]
    assert driver.session.history.undo_label == "Delete card"
    driver.session.undo()
    assert driver.cards("Actions", "Sees") == ["Sees a poster", "Asks a friend"]


def test_a_card_pressed_and_deleted_cannot_be_dragged_any_more(map_window: MainWindow, qtbot: QtBot) -> None:
    map_window.canvas.actual_size()
    driver = Driver(map_window.canvas)
    at = driver.at(driver.card("Asks a friend"))
    driver.press(at)
    qtbot.keyClick(driver.canvas, Qt.Key.Key_Delete)
    driver.move(at + QPoint(60, 60))
    assert not driver.canvas.is_dragging
    driver.release(at + QPoint(60, 60))
    assert driver.session.history.undo_label == "Delete card"


def test_a_dialog_opens_with_nothing_in_the_hand(
    drag: Callable[[], Driver], qtbot: QtBot, answers: Answers
) -> None:
    answers.prepare(ShortcutList, None)
    driver = drag()
    qtbot.keyClick(driver.canvas, Qt.Key.Key_F1)
    assert answers.names == ["ShortcutList"]
    assert not driver.canvas.is_dragging
    assert driver.session.history.undo_label is None


def test_closing_during_a_drag_asks_nothing_where_nothing_was_changed(
    map_window: MainWindow, drag: Callable[[], Driver], answers: Answers
) -> None:
    driver = drag()
    before = native.written(driver.document)
    assert map_window.close()
    assert answers.names == []
    assert native.written(driver.document) != before
    assert driver.session.path.read_bytes() == native.written(driver.document)


def test_the_start_page_comes_with_nothing_in_the_hand(
    map_window: MainWindow, drag: Callable[[], Driver]
) -> None:
    session = drag().session
    map_window.show_start_page()
    assert session.path.read_bytes() == native.written(session.document)


@pytest.mark.parametrize("kind", [QEvent.Type.WindowDeactivate, QEvent.Type.FocusOut])
def test_the_card_goes_back_when_the_window_or_the_keyboard_goes_elsewhere(
    map_window: MainWindow, drag: Callable[[], Driver], kind: QEvent.Type
) -> None:
    driver = drag()
    if kind is QEvent.Type.FocusOut:
        map_window.inspector.take_focus()
    else:
        map_window.windows.new_window().come_forward()
        driver.settle()
    assert not driver.canvas.is_dragging
    assert driver.session.history.undo_label is None
