"""Kept states: keeping, opening, renaming and deleting them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymapper.document.records import Card, Snapshot
from journeymapper.guide.review import snapshots
from journeymapper.ui.dialogs.keep_state import KeepStateDialog
from journeymapper.ui.docks.review.dock import Review
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.windows import Windows
from tests.ui.conftest import Answers


@pytest.fixture
def dock(changed_window: MainWindow, qtbot: QtBot) -> Review:
    """The dock, with the keyboard on the only kept state."""
    changed_window.action_set.run("show_review")
    dock = changed_window.docks.review
    dock.kept.list.setFocus()
    dock.kept.list.setCurrentIndex(dock.kept.list.model().index(0, 0))
    qtbot.waitUntil(dock.kept.list.hasFocus)
    return dock


def names(dock: Review) -> list[str]:
    states = dock.kept.states
    assert states is not None
    return [states.index(row).data() for row in range(states.rowCount())]


def test_the_newest_stands_first(dock: Review, answers: Answers) -> None:
    answers.prepare(KeepStateDialog, "Before the sale")
    QTest.mouseClick(dock.kept.keep, Qt.MouseButton.LeftButton)
    assert names(dock) == ["Before the sale", "Autumn"]
    [(_name, (proposed,))] = answers.asked
    assert str(proposed).startswith("Version of ")
    assert dock.open_map is not None
    dock.open_map.session.undo()
    assert names(dock) == ["Autumn"]


def test_one_opens_as_a_map_without_a_file_that_says_what_it_is(
    dock: Review, changed_window: MainWindow, windows: Windows
) -> None:
    QTest.keyClick(dock.kept.list, Qt.Key.Key_Return)
    [opened] = [window for window in windows.shown if window is not changed_window]
    assert opened.windowTitle() == "Buying a bicycle – Autumn[*] – journeymapper"
    assert opened.open_map is not None
    session = opened.open_map.session
    assert session.document.get("card-6", Card).text == "Queues"
    assert (session.path, session.is_modified) == (None, False)
    with opened.open_map.edit("Edit") as edit:
        edit.update("card-6", Card, text="Other")
    assert opened.isWindowModified()


def test_the_menu_offers_them_too(dock: Review, changed_window: MainWindow, windows: Windows) -> None:
    assert dock.isVisible()
    menu = changed_window.action_set.by_id["kept_states"].menu()
    menu.aboutToShow.emit()
    [action] = menu.actions()
    assert action.text() == "Autumn"
    action.trigger()
    assert len(windows.shown) == 2


def test_saving_keeps_the_name_that_is_being_written(dock: Review, changed_window: MainWindow) -> None:
    open_map = changed_window.open_map
    assert open_map is not None
    path = open_map.session.path
    assert path is not None
    open_map.session.save(path)
    changed_window.refresh_actions()
    save = changed_window.action_set.by_id["save"]
    assert not save.isEnabled()
    QTest.keyClick(dock.kept.list, Qt.Key.Key_F2)
    editor = dock.kept.painter.editor
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "Last autumn")
    assert save.isEnabled()
    save.trigger()
    assert names(dock) == ["Last autumn"]
    assert "Last autumn" in path.read_text("utf-8")
    assert not save.isEnabled()


def test_it_is_renamed_in_place(dock: Review, changed_window: MainWindow) -> None:
    QTest.keyClick(dock.kept.list, Qt.Key.Key_F2)
    editor = dock.kept.painter.editor
    assert editor is not None
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert "needs a name" in changed_window.status_line.currentMessage()
    QTest.keyClicks(editor, "Winter")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert names(dock) == ["Winter"]
    assert dock.open_map is not None
    dock.open_map.session.undo()
    assert names(dock) == ["Autumn"]


def test_it_is_deleted_and_brought_back(dock: Review) -> None:
    QTest.keyClick(dock.kept.list, Qt.Key.Key_Delete)
    assert names(dock) == []
    assert dock.kept.none.isVisible()
    assert dock.open_map is not None
    dock.open_map.session.undo()
    assert names(dock) == ["Autumn"]
    assert not dock.kept.none.isVisible()


def test_a_damaged_one_says_so_in_a_line(dock: Review, changed_window: MainWindow, windows: Windows) -> None:
    assert dock.open_map is not None
    kept = snapshots.last(dock.open_map.session.document)
    assert kept is not None
    with dock.open_map.edit("Damage") as edit:
        edit.update(kept.id, Snapshot, data="!")
    QTest.keyClick(dock.kept.list, Qt.Key.Key_Return)
    message = changed_window.status_line.currentMessage()
    assert message == "“Autumn” is damaged and cannot be opened."
    assert windows.shown == [changed_window]
