"""New, open, save, close: what the user does with files."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from journeymapper.editing import personas
from journeymapper.files import native
from journeymapper.ui.dialogs.file_dialogs import OpenDialog, SaveDialog
from journeymapper.ui.dialogs.import_report import ImportReport
from journeymapper.ui.dialogs.questions import Answer, SaveQuestion
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.windows import Windows
from tests.maps import small_map
from tests.ui.conftest import Answers


def retitle(window: MainWindow, title: str) -> None:
    assert window.open_map is not None
    with window.open_map.edit("Retitle") as edit:
        personas.set_title_block(edit, title=title)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.ControlModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(window.focusWidget() or window, key, held)


def test_a_new_map_is_made_named_saved_and_opened_again(
    qtbot: QtBot, window: MainWindow, windows: Windows, answers: Answers, tmp_path: Path
) -> None:
    press(qtbot, window, Qt.Key.Key_N)
    assert window.status_line.counts_label.text() == "5 stages · 5 steps · 0 cards"
    assert window.windowTitle() == "Untitled map[*] – journeymapper"
    retitle(window, "A bank: account / card?")
    assert window.isWindowModified()
    answers.prepare(SaveDialog, tmp_path / "bank.journey")
    press(qtbot, window, Qt.Key.Key_S)
    [_new, (_name, (_title, proposed, _kind))] = answers.asked
    assert proposed.name == "A bank account card.journey"
    assert not window.isWindowModified()
    assert window.windowFilePath() == str(tmp_path / "bank.journey")
    assert native.load(tmp_path / "bank.journey").map.title == "A bank: account / card?"
    press(qtbot, window, Qt.Key.Key_W)
    assert window.open_map is None
    answers.prepare(OpenDialog, [tmp_path / "bank.journey"])
    press(qtbot, window, Qt.Key.Key_O)
    assert window.windowTitle() == "A bank: account / card?[*] – journeymapper"
    assert windows.shown == [window]


def test_save_as_makes_another_file_and_leaves_the_first_as_it_was(
    map_window: MainWindow, map_file: Path, answers: Answers, tmp_path: Path
) -> None:
    before = map_file.read_bytes()
    retitle(map_window, "Second")
    answers.prepare(SaveDialog, tmp_path / "second.journey")
    map_window.action_set.by_id["save_as"].trigger()
    assert map_file.read_bytes() == before
    assert native.load(tmp_path / "second.journey").map.title == "Second"
    assert map_window.windowFilePath() == str(tmp_path / "second.journey")


def test_the_unsaved_mark_goes_when_the_change_is_undone(map_window: MainWindow) -> None:
    assert not map_window.isWindowModified()
    assert not map_window.action_set.by_id["save"].isEnabled()
    retitle(map_window, "Other")
    assert map_window.isWindowModified()
    assert map_window.action_set.by_id["save"].isEnabled()
    map_window.action_set.by_id["undo"].trigger()
    assert not map_window.isWindowModified()


def test_closing_asks_only_when_there_are_changes(
    map_window: MainWindow, answers: Answers, windows: Windows, map_file: Path
) -> None:
    map_window.action_set.by_id["close"].trigger()
    assert not answers.asked
    assert windows.open_file(map_file, map_window)
    retitle(map_window, "Kept")
    answers.prepare(SaveQuestion, Answer.CANCEL, Answer.SAVE)
    assert not map_window.close()
    assert map_window.open_map is not None
    map_window.action_set.by_id["close"].trigger()
    assert answers.asked == [("SaveQuestion", ("Kept",)), ("SaveQuestion", ("Kept",))]
    assert native.load(map_file).map.title == "Kept"
    assert map_window.open_map is None


def test_changes_can_be_given_up(map_window: MainWindow, answers: Answers, map_file: Path) -> None:
    before = map_file.read_bytes()
    retitle(map_window, "Given up")
    answers.prepare(SaveQuestion, Answer.DISCARD)
    assert map_window.close()
    assert map_file.read_bytes() == before


def test_giving_up_the_save_dialog_keeps_the_window_open(window: MainWindow, answers: Answers) -> None:
    window.action_set.by_id["new"].trigger()
    retitle(window, "Precious")
    answers.prepare(SaveQuestion, Answer.SAVE)
    answers.prepare(SaveDialog, None)
    assert not window.close()
    assert window.isVisible()


def test_quit_stops_at_the_first_window_that_is_to_stay(
    map_window: MainWindow, windows: Windows, answers: Answers
) -> None:
    retitle(map_window, "First")
    map_window.action_set.by_id["new"].trigger()
    assert len(windows.shown) == 2, "the changed map keeps its window, the new one gets another"
    answers.prepare(SaveQuestion, Answer.CANCEL)
    assert not windows.quit()
    assert windows.shown[0] is map_window
    answers.prepare(SaveQuestion, Answer.DISCARD)
    assert windows.quit()
    assert windows.shown == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights of their own there")
def test_a_file_opened_twice_shows_the_window_it_is_in(
    map_window: MainWindow, windows: Windows, map_file: Path
) -> None:
    assert map_window.open_map is not None
    second = windows.new_window()
    assert windows.open_file(map_file, second)
    assert second.open_map is None
    (map_file.parent / "folder").mkdir()
    (map_file.parent / "link.journey").symlink_to(map_file)
    for same in (map_file.parent / "folder" / ".." / map_file.name, map_file.parent / "link.journey"):
        assert windows.open_file(same, second)
        assert second.open_map is None


@pytest.mark.skipif(os.name == "nt", reason="links need rights of their own there")
def test_a_map_is_not_saved_over_one_in_another_window(
    map_window: MainWindow, windows: Windows, map_file: Path, answers: Answers
) -> None:
    before = map_file.read_bytes()
    link = map_file.with_name("link.journey")
    link.symlink_to(map_file)
    second = windows.new_window()
    windows.new_map(second)
    answers.prepare(SaveDialog, link, link.with_name("other.journey"))
    second.action_set.by_id["save_as"].trigger()
    assert "open in another window" in answers.message
    assert map_file.read_bytes() == before
    second.action_set.by_id["save_as"].trigger()
    assert link.with_name("other.journey").exists()
    answers.prepare(SaveDialog, link)
    map_window.action_set.by_id["save_as"].trigger()
    assert "Message" not in answers.names[-1:], "a map may be saved to its own file by another name"


def test_an_interrupt_gives_up_an_open_dialog_and_then_quits(
    map_window: MainWindow, windows: Windows, qtbot: QtBot
) -> None:
    dialog = QDialog(map_window)
    dialog.setModal(True)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog)
    left: list[tuple[int, bool]] = []
    dialog.finished.connect(lambda result: left.append((result, map_window in windows.shown)))
    windows.end_soon()
    qtbot.waitUntil(lambda: not windows.shown)
    assert left == [(QDialog.DialogCode.Rejected.value, True)], "the dialog goes before its window"
    assert not windows.is_ending


def test_a_mermaid_file_is_imported_unsaved_and_says_what_was_left_out(
    window: MainWindow, windows: Windows, answers: Answers, tmp_path: Path
) -> None:
    path = tmp_path / "day.mmd"
    path.write_text("journey\n  title My day\n  section Work\n    Tea: 5: Me\n    Do: 9: Me\n", "utf-8")
    answers.prepare(ImportReport, None)
    assert windows.open_file(path, window)
    assert answers.asked[0][1][0] == "day.mmd"
    assert window.windowTitle() == "My day[*] – journeymapper"
    assert window.isWindowModified()
    answers.prepare(SaveDialog, tmp_path / "day.journey")
    window.action_set.by_id["save"].trigger()
    assert answers.asked[-1][0] == "SaveDialog", "an imported map is never written over its source"
    assert (tmp_path / "day.journey").exists()


def test_a_map_that_was_put_right_says_so_and_its_file_stays_until_it_is_saved(
    window: MainWindow, windows: Windows, answers: Answers, tmp_path: Path
) -> None:
    path = tmp_path / "map.journey"
    link = b'"links": [{"id": "link-1", "source": "card-1", "target": "gone"}],'
    path.write_bytes(native.written(small_map()).replace(b'"links": [],', link))
    before = path.read_bytes()
    answers.prepare(ImportReport, None)
    assert windows.open_file(path, window)
    [(_dialog, (name, [note], is_ours))] = answers.asked
    assert (name, is_ours) == ("map.journey", True)
    assert "a link whose end is not in the file was left out" in note
    assert path.read_bytes() == before
    window.action_set.by_id["save"].trigger()
    assert b"gone" not in path.read_bytes()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("cut.journey", '{"format": "journeymapper",', "not valid JSON"),
        ("later.journey", '{"format": "journeymapper", "version": 99}', "needs a newer journeymapper"),
        ("other.journey", '{"a": 1}', "not a journeymapper file"),
        ("notes.txt", "hello", "cannot open files of this kind"),
        ("pie.mmd", "pie\n  a: 1\n", ""),
        ("missing.journey", None, "no such file"),
    ],
)
def test_what_cannot_be_opened_is_told_plainly_and_nothing_else_happens(
    map_window: MainWindow,
    windows: Windows,
    answers: Answers,
    tmp_path: Path,
    name: str,
    content: str | None,
    reason: str,
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, "utf-8")
    before = map_window.open_map
    assert not windows.open_file(tmp_path / name, map_window)
    assert name in answers.message
    assert reason in answers.message
    assert "as it was" in answers.message
    assert map_window.open_map is before


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be written to by their owner there too")
def test_a_save_that_fails_says_that_nothing_is_lost(
    map_window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    retitle(map_window, "Still here")
    answers.prepare(SaveDialog, tmp_path / "no such folder" / "map.journey")
    map_window.action_set.by_id["save_as"].trigger()
    assert "Nothing is lost" in answers.message
    assert map_window.isWindowModified()


def test_a_file_dropped_on_the_window_is_opened(window: MainWindow, map_file: Path) -> None:
    for path, taken in ((map_file, True), (map_file.with_suffix(".txt"), False)):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        enter = QDragEnterEvent(QPoint(50, 50), action, data, button, Qt.KeyboardModifier.NoModifier)
        enter.ignore()
        QApplication.sendEvent(window, enter)
        assert enter.isAccepted() is taken
        if taken:
            drop = QDropEvent(QPointF(50, 50), action, data, button, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(window, drop)
    assert window.windowFilePath() == str(map_file)


def test_recent_files_are_remembered_from_one_start_to_the_next(
    make_windows: Callable[[], Windows], tmp_path: Path
) -> None:
    first = make_windows()
    window = first.new_window()
    for name in ("one.journey", "two.journey"):
        native.save(small_map(), tmp_path / name)
        first.open_file(tmp_path / name, window)
    assert first.quit()
    second = make_windows()
    window = second.new_window()
    menu = window.action_set.by_id["open_recent"].menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["two.journey", "one.journey"]
    menu.actions()[1].trigger()
    assert window.windowFilePath() == str(tmp_path / "one.journey")


def test_the_example_opens_as_a_map_without_a_file(window: MainWindow, windows: Windows) -> None:
    menu = window.action_set.by_id["examples"].menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "Buying a laptop online").trigger()
    assert window.windowTitle() == "Buying a laptop online[*] – journeymapper"
    assert window.windowFilePath() == ""
    assert not window.isWindowModified()
    assert windows.settings.recent == []
