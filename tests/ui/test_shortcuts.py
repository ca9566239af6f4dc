"""Shortcuts that the user changes: live in all windows, kept for the next run, each for one action."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.settings import Settings, load_settings, save_settings
from journeymapper.ui.actions.every import ALL_ACTIONS
from journeymapper.ui.actions.shortcuts import Shortcuts, shown
from journeymapper.ui.dialogs.shortcut_list import ShortcutList
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.windows import Windows

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def shortcuts_with(kept: Mapping[str, list[str]]) -> Shortcuts:
    return Shortcuts(ALL_ACTIONS, kept, lambda _kept: None)


def keys_of(shortcuts: Shortcuts, id_: str) -> str:
    return shown(shortcuts.of(id_))


@pytest.fixture
def dialog(map_window: MainWindow, qtbot: QtBot) -> ShortcutList:
    made = ShortcutList(map_window.action_set, map_window.windows.appearance, map_window)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def press(dialog: ShortcutList, id_: str, key: Qt.Key, held: Qt.KeyboardModifier = CTRL) -> None:
    """Choose an action and press keys in the field."""
    dialog.choose(id_)
    dialog.field.take_focus()
    QTest.keyClick(dialog.field.keys, key, held)


def test_given_keys_work_at_once_in_all_windows_and_are_shown_everywhere(
    dialog: ShortcutList, map_window: MainWindow, qtbot: QtBot
) -> None:
    windows = map_window.windows
    other = windows.new_window()
    press(dialog, "zoom_actual", Qt.Key.Key_J)
    assert dialog.field.message.text() == ""
    dialog.field.set_button.click()
    for window in (map_window, other):
        action = window.action_set.by_id["zoom_actual"]
        assert action.shortcuts() == [QKeySequence("Ctrl+J")]
        assert action.toolTip() == "Show the map at 100 % (Ctrl+J)"
    assert dict(dialog.lines)["Actual size"] == "Ctrl+J"
    assert map_window.status_line.zoom_button.toolTip() == "Show the map at 100 % (Ctrl+J)"
    dialog.close()
    map_window.come_forward()
    qtbot.waitUntil(map_window.isActiveWindow)
    map_window.canvas.zoom_in()
    QTest.keyClick(map_window.canvas, Qt.Key.Key_0, CTRL)
    assert map_window.canvas.zoom != 1
    QTest.keyClick(map_window.canvas, Qt.Key.Key_J, CTRL)
    assert map_window.canvas.zoom == 1


def test_the_next_run_of_the_program_has_them(
    make_windows: Callable[[], Windows], map_file: Path, qtbot: QtBot
) -> None:
    first = make_windows()
    first.shortcuts.give("zoom_actual", QKeySequence("Ctrl+J"))
    first.shortcuts.give("zoom_fit", None)
    second = make_windows()
    window = second.new_window()
    qtbot.waitUntil(window.isActiveWindow)
    assert second.open_file(map_file, window)
    window.canvas.zoom_in()
    QTest.keyClick(window.canvas, Qt.Key.Key_J, CTRL)
    assert window.canvas.zoom == 1
    assert window.action_set.by_id["zoom_fit"].shortcuts() == []
    assert second.settings.shortcuts == {"zoom_actual": ["Ctrl+J"], "zoom_fit": []}


def test_keys_that_another_action_has_are_taken_over_only_when_asked_for(dialog: ShortcutList) -> None:
    press(dialog, "export_png", Qt.Key.Key_D)
    assert dialog.field.message.text() == "Ctrl+D is used by “Duplicate”."
    assert dialog.field.set_button.text() == "Take over"
    assert dict(dialog.lines)["Duplicate"] == "Ctrl+D", "nothing has happened yet"
    dialog.field.set_button.click()
    assert dict(dialog.lines)["Duplicate"] == ""
    assert dict(dialog.lines)["Export picture"] == "Ctrl+D"
    dialog.choose("export_png")
    dialog.field.reset_button.click()
    assert dict(dialog.lines)["Duplicate"] == "Ctrl+D"
    assert dict(dialog.lines)["Export picture"] == "Ctrl+Shift+E"


def test_keys_taken_over_again_leave_the_one_who_had_them_the_rest() -> None:
    shortcuts = shortcuts_with({"duplicate": ["Ctrl+J", "Ctrl+F2"]})
    shortcuts.give("zoom_in", QKeySequence("Ctrl+J"))
    assert keys_of(shortcuts, "duplicate") == "Ctrl+F2"
    assert keys_of(shortcuts, "zoom_in") == "Ctrl+J"


@pytest.mark.parametrize(
    ("id_", "key", "held"),
    [
        ("duplicate", Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier),
        ("duplicate", Qt.Key.Key_A, SHIFT),
        ("duplicate", Qt.Key.Key_F, ALT),
        ("duplicate", Qt.Key.Key_Q, CTRL | ALT),
        ("duplicate", Qt.Key.Key_5, Qt.KeyboardModifier.NoModifier),
        ("duplicate", Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
        ("delete", Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier),
        ("duplicate", Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier),
        ("duplicate", Qt.Key.Key_Left, SHIFT),
        ("duplicate", Qt.Key.Key_Home, CTRL),
        ("duplicate", Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        ("duplicate", Qt.Key.Key_Enter, SHIFT),
        ("duplicate", Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        ("duplicate", Qt.Key.Key_Escape, CTRL),
    ],
)
def test_keys_that_type_or_that_the_map_needs_are_refused(
    dialog: ShortcutList, id_: str, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    press(dialog, id_, key, held)
    assert dialog.field.message.text() in {
        "These keys type text. Hold Ctrl with them.",
        "Ctrl+Alt types characters on some keyboards; take other keys.",
        "Alt opens menus, or types characters; take other keys.",
        "The map itself needs these keys.",
    }
    assert not dialog.field.set_button.isEnabled()
    assert dialog.isVisible()


@pytest.mark.parametrize(
    ("id_", "key", "held"),
    [
        ("duplicate", Qt.Key.Key_F10, Qt.KeyboardModifier.ControlModifier),
        ("duplicate", Qt.Key.Key_J, CTRL),
        ("duplicate", Qt.Key.Key_J, CTRL | SHIFT),
        ("duplicate", Qt.Key.Key_Return, ALT),
        ("duplicate", Qt.Key.Key_F7, CTRL | ALT),
        ("delete", Qt.Key.Key_9, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_other_keys_are_taken(dialog: ShortcutList, id_: str, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    press(dialog, id_, key, held)
    assert dialog.field.message.text() == ""
    assert dialog.field.set_button.isEnabled()


def test_an_action_can_do_without_keys_and_get_its_own_back(dialog: ShortcutList) -> None:
    field = dialog.field
    dialog.choose("duplicate")
    assert not field.reset_button.isEnabled()
    assert not dialog.reset_button.isEnabled()
    field.clear_button.click()
    assert dict(dialog.lines)["Duplicate"] == ""
    assert not field.clear_button.isEnabled()
    field.reset_button.click()
    assert dict(dialog.lines)["Duplicate"] == "Ctrl+D"
    press(dialog, "duplicate", Qt.Key.Key_J)
    field.set_button.click()
    press(dialog, "zoom_in", Qt.Key.Key_B)
    field.set_button.click()
    before = [line for line in dialog.lines if line[0] in {"Duplicate", "Zoom in"}]
    assert before == [("Duplicate", "Ctrl+J"), ("Zoom in", "Ctrl+B")]
    dialog.reset_button.click()
    assert dict(dialog.lines)["Duplicate"] == "Ctrl+D"
    assert dict(dialog.lines)["Zoom in"].startswith("Ctrl++")
    assert not dialog.reset_button.isEnabled()


def test_giving_an_action_its_own_keys_is_no_change() -> None:
    kept: list[dict[str, list[str]]] = []
    shortcuts = Shortcuts(ALL_ACTIONS, {}, kept.append)
    shortcuts.give("duplicate", QKeySequence("Ctrl+J"))
    shortcuts.give("duplicate", QKeySequence("Ctrl+D"))
    assert kept == [{"duplicate": ["Ctrl+J"]}, {}]


def test_the_list_is_sifted_by_words_menus_and_keys(dialog: ShortcutList) -> None:
    dialog.search.setText("ctrl+d")
    assert "Duplicate" in dialog.shown
    assert "Zoom in" not in dialog.shown
    dialog.search.setText("view ZOOM")
    assert {"Zoom in", "Zoom out"} <= set(dialog.shown)
    assert "Duplicate" not in dialog.shown
    dialog.search.setText("zzz")
    assert dialog.shown == []
    dialog.search.setText("")
    assert len(dialog.shown) == len(dialog.lines)


def test_keys_of_the_map_are_listed_but_cannot_be_changed(dialog: ShortcutList) -> None:
    dialog.search.setText("double-click")
    assert len(dialog.shown) == 1
    group = next(group for group in dialog._groups() if not group.isHidden())
    item = next(child for child in dialog._items() if not child.isHidden())
    assert group.text(0) == "With the mouse"
    dialog.list.setCurrentItem(item)
    assert not dialog.field.keys.isEnabled()
    assert not dialog.field.set_button.isEnabled()


def test_the_dialog_is_used_without_the_mouse(dialog: ShortcutList) -> None:
    QTest.keyClicks(dialog.search, "duplicate")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter in the search does not close it"
    assert dialog.list.hasFocus()
    assert dialog.field.name.text() == "New keys for “Duplicate”"
    dialog.search.setFocus()
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.list.hasFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert QApplication.focusWidget() in (dialog.field.keys, *dialog.field.keys.children())
    QTest.keyClick(dialog.field.keys, Qt.Key.Key_J, CTRL)
    QTest.keyClick(dialog.field.set_button, Qt.Key.Key_Space)
    assert dict(dialog.lines)["Duplicate"] == "Ctrl+J"
    assert dialog.list.hasFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    "kept",
    [
        {"no such action": ["Ctrl+J"]},
        {"duplicate": ["Nonsense"]},
        {"duplicate": ["Ctrl+"]},
        {"duplicate": ["A"]},
        {"duplicate": ["Up"]},
        {"duplicate": ["Ctrl+K, Ctrl+D"]},
        {"duplicate": ["", "\x00", "é"]},
    ],
)
def test_kept_keys_that_are_no_good_are_passed_over(kept: dict[str, list[str]]) -> None:
    shortcuts = shortcuts_with(kept)
    assert keys_of(shortcuts, "duplicate") == ("" if "duplicate" in kept else "Ctrl+D")
    assert keys_of(shortcuts, "zoom_fit") == "Ctrl+9"


def test_of_two_with_the_same_kept_keys_the_first_has_them_and_defaults_give_way() -> None:
    shortcuts = shortcuts_with({"zoom_in": ["Ctrl+J"], "zoom_out": ["Ctrl+J"], "zoom_fit": ["Ctrl+D"]})
    assert keys_of(shortcuts, "zoom_in") == "Ctrl+J"
    assert keys_of(shortcuts, "zoom_out") == ""
    assert keys_of(shortcuts, "zoom_fit") == "Ctrl+D"
    assert keys_of(shortcuts, "duplicate") == ""


@pytest.mark.parametrize(
    "broken",
    ["7", '["Ctrl+J"]', '{"zoom_in": "Ctrl+J"}', '{"zoom_in": [7]}', '{"zoom_in": null}', "null"],
)
def test_broken_shortcuts_leave_the_rest_of_the_settings_alone(
    make_windows: Callable[[], Windows], tmp_path: Path, broken: str
) -> None:
    (tmp_path / "settings").mkdir()
    text = f'{{"appearance": "dark", "shortcuts": {broken}}}'
    (tmp_path / "settings" / "settings.json").write_text(text, "utf-8")
    windows = make_windows()
    assert windows.settings.appearance == "dark"
    assert keys_of(windows.shortcuts, "zoom_in").startswith("Ctrl++")


def test_keys_of_actions_that_another_version_knows_stay_in_the_file(tmp_path: Path) -> None:
    save_settings(Settings(shortcuts={"teleport": ["Ctrl+J"]}), tmp_path / "settings.json")
    settings = load_settings(tmp_path / "settings.json")
    kept: list[dict[str, list[str]]] = []
    Shortcuts(ALL_ACTIONS, settings.shortcuts, kept.append).give("duplicate", None)
    assert kept == [{"teleport": ["Ctrl+J"], "duplicate": []}]


def test_keys_of_the_canvas_can_be_changed_too(map_window: MainWindow, qtbot: QtBot) -> None:
    map_window.windows.shortcuts.give("delete", QKeySequence("9"))
    map_window.open_map.select({"card-1"}, "card-1")
    canvas = map_window.canvas
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert "card-1" in map_window.open_map.session.document
    QTest.keyClick(canvas, Qt.Key.Key_9)
    assert "card-1" not in map_window.open_map.session.document
    assert not canvas.is_editing
    map_window.open_map.select({"card-2"}, "card-2")
    assert canvas.edit_text("card-2")
    qtbot.keyClick(canvas.text_box, Qt.Key.Key_9)
    assert canvas.text_box.text.endswith("9"), "while writing, keys write"


def test_keys_are_refused_with_words_that_suit_them(dialog: ShortcutList) -> None:
    for held, words in [
        (Qt.KeyboardModifier.NoModifier, "These keys type text. Hold Ctrl with them."),
        (CTRL | ALT, "Ctrl+Alt types characters on some keyboards; take other keys."),
        (ALT, "Alt opens menus, or types characters; take other keys."),
    ]:
        press(dialog, "duplicate", Qt.Key.Key_J, held)
        assert dialog.field.message.text() == words


def test_keys_are_only_given_to_a_line_that_is_shown(dialog: ShortcutList) -> None:
    QTest.keyClicks(dialog.search, "zoom")
    current = dialog.list.currentItem()
    assert current is not None
    assert current.text(0) == dialog.shown[0] == "Zoom in"
    assert current.isSelected()
    assert dialog.field.name.text() == "New keys for “Zoom in”"
    dialog.search.setText("table")
    assert dialog.field.name.text() == "New keys for “Copy as: Table”", "there is another “Table”"
    dialog.search.setText("zzz")
    assert dialog.list.currentItem() is None
    assert not dialog.list.selectedItems()
    field = dialog.field
    for part in (field.keys, field.set_button, field.clear_button, field.reset_button):
        assert not part.isEnabled()
    dialog.search.setText("")
    dialog.search.setText("ctrl+d")
    assert field.name.text() == "New keys for “Duplicate”"
    field.take_focus()
    QTest.keyClick(field.keys, Qt.Key.Key_J, CTRL)
    field.set_button.click()
    assert dialog.shown == ["Duplicate"], "what one has just changed stays in sight"
    dialog.search.setText("")
    assert field.name.text() == "New keys for “Duplicate”"
    assert len(dialog.shown) == len(dialog.lines)
