"""The context menu of the text that is being written on the map: actions like all others."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from journeymapper.document.records import Card
from journeymapper.ui.main_window import MainWindow


@pytest.fixture
def writing(map_window: MainWindow) -> MainWindow:
    """A window in which a card's words are being written."""
    map_window.canvas.edit_text("card-1")
    QTest.keyClicks(map_window.canvas.text_box, "!")
    return map_window


def text(window: MainWindow) -> str:
    return window.open_map.session.document.get("card-1", Card).text


def menu_of(window: MainWindow) -> QMenu:
    """Ask for the menu as the mouse does."""
    box = window.canvas.text_box
    at = QPoint(4, 4)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, box.viewport().mapToGlobal(at))
    QApplication.sendEvent(box.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def offered(menu: QMenu) -> dict[str, bool]:
    return {action.text(): action.isEnabled() for action in menu.actions() if not action.isSeparator()}


def choose(menu: QMenu, words: str) -> None:
    """Click on an entry."""
    [action] = [action for action in menu.actions() if action.text() == words]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def test_it_is_made_of_actions_and_gone_when_it_is_closed(writing: MainWindow) -> None:
    before = len(writing.findChildren(QMenu))
    menu = menu_of(writing)
    assert offered(menu) == {
        **{"Undo typing": True, "Redo typing": False},
        **{"Cut": True, "Copy": True, "Paste": True, "Paste as plain text": True, "Delete": True},
        "Select all": True,
    }
    assert set(menu.actions()) - set(writing.action_set.by_id.values()) == {
        action for action in menu.actions() if action.isSeparator()
    }
    menu.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(writing.findChildren(QMenu)) == before
    assert writing.canvas.is_editing


def test_what_is_chosen_is_done_to_the_text(writing: MainWindow) -> None:
    choose(menu_of(writing), "Undo typing")
    assert text(writing) == "Sees a poster"
    choose(menu_of(writing), "Redo typing")
    assert text(writing) == "Sees a poster!"
    choose(menu_of(writing), "Select all")
    choose(menu_of(writing), "Copy")
    assert QApplication.clipboard().text() == "Sees a poster!"
    choose(menu_of(writing), "Select all")
    choose(menu_of(writing), "Delete")
    assert text(writing) == ""
    choose(menu_of(writing), "Paste")
    assert text(writing) == "Sees a poster!"
    assert writing.canvas.is_editing
    assert writing.open_map.session.history.mark() == 1


def test_the_menu_bar_undoes_typing_too_while_one_writes_and_steps_afterwards(writing: MainWindow) -> None:
    undo = writing.action_set.by_id["undo"]
    assert undo.text() == "Undo typing"
    undo.trigger()
    assert (text(writing), writing.canvas.is_editing) == ("Sees a poster", True)
    writing.canvas.finish_editing()
    with writing.open_map.edit("Rename") as edit:
        edit.update("card-1", Card, text="Sees a sign")
    assert undo.text() == "Undo “Rename”"
    undo.trigger()
    assert text(writing) == "Sees a poster"
