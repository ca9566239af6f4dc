"""The action table, and its views."""

from collections import Counter
from collections.abc import Iterator, ValuesView
from gettext import NullTranslations
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from journeymapper import i18n
from journeymapper.document import links, roles
from journeymapper.document.records import Record, Stage
from journeymapper.layout.places import Hit, Part
from journeymapper.session.session import Session
from journeymapper.ui import actions, appearance, hues
from journeymapper.ui.actions.action_set import ActionSet
from journeymapper.ui.actions.every import ALL_ACTIONS
from journeymapper.ui.actions.menus import CONTEXT, LINE, MENU_BAR, TEXT, TOOLBAR, Menu
from journeymapper.ui.actions.names import listed
from journeymapper.ui.actions.shortcuts import refusal
from journeymapper.ui.actions.table import Action
from journeymapper.ui.dialogs.shortcut_list import ShortcutList
from journeymapper.ui.icons import tinted
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.open_map import OpenMap
from tests.maps import large_map
from tests.ui.conftest import Answers


def ids(entries: tuple[str | Menu, ...]) -> list[str]:
    return Menu("", entries).ids()


def test_ids_and_default_keys_are_unique(qapp: object) -> None:
    assert qapp
    assert len({row.id for row in ALL_ACTIONS}) == len(ALL_ACTIONS)
    keys = Counter(keys.toString() for row in ALL_ACTIONS for keys in row.sequences())
    assert [name for name, count in keys.items() if count > 1] == []
    assert len(keys) > 30


#: What Qt's own keys are elsewhere, after its documentation of QKeySequence; here they are one system's.
_STANDARD_KEYS = {
    "Windows": {
        QKeySequence.StandardKey.FindNext: ("F3", "Ctrl+G"),
        QKeySequence.StandardKey.FindPrevious: ("Shift+F3", "Ctrl+Shift+G"),
        QKeySequence.StandardKey.Replace: ("Ctrl+H",),
        QKeySequence.StandardKey.Redo: ("Ctrl+Y", "Ctrl+Shift+Z", "Alt+Shift+Backspace"),
    },
    "macOS": {
        QKeySequence.StandardKey.FindNext: ("Ctrl+G",),
        QKeySequence.StandardKey.FindPrevious: ("Ctrl+Shift+G",),
        QKeySequence.StandardKey.Replace: (),
        QKeySequence.StandardKey.Redo: ("Ctrl+Shift+Z",),
    },
    "KDE": {
        QKeySequence.StandardKey.FindNext: ("F3",),
        QKeySequence.StandardKey.FindPrevious: ("Shift+F3",),
        QKeySequence.StandardKey.Replace: ("Ctrl+R",),
        QKeySequence.StandardKey.Redo: ("Ctrl+Shift+Z",),
    },
}

#: macOS hides programs, quits them and shows their settings by these, whatever they want.
_TAKEN_BY_MACOS = {"Ctrl+H", "Ctrl+Alt+H", "Ctrl+M", "Ctrl+,"}


@pytest.mark.parametrize("system", _STANDARD_KEYS)
def test_default_keys_are_unique_and_work_on_other_systems_too(qapp: QApplication, system: str) -> None:
    assert qapp

    def keys_of(row: Action) -> set[str]:
        found: set[str] = set()
        for keys in row.keys:
            if isinstance(keys, str):
                found.add(keys)
            else:
                usual = [each.toString() for each in QKeySequence.keyBindings(keys)]
                found.update(_STANDARD_KEYS[system].get(keys, usual))
        return found

    count = Counter(keys for row in ALL_ACTIONS for keys in keys_of(row))
    assert [keys for keys, users in count.items() if users > 1] == []
    if system == "macOS":
        assert not _TAKEN_BY_MACOS & count.keys()
    for row in ALL_ACTIONS:
        assert not row.keys or keys_of(row), row.id


def test_every_action_is_in_the_menu_bar_once_and_menus_name_no_other() -> None:
    listed = Counter(id_ for menu in MENU_BAR for id_ in menu.ids())
    assert set(listed) == {row.id for row in ALL_ACTIONS}
    assert set(listed.values()) == {1}
    for entries in (TOOLBAR, TEXT, *CONTEXT.values()):
        assert set(ids(entries)) <= set(listed)
    assert set(CONTEXT) == set(Part)


class Bracketing(NullTranslations):
    """A language in which every message stands in brackets."""

    def gettext(self, message: str) -> str:
        return f"<{message}>"


def test_words_and_hints_are_translated_when_they_are_shown(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "_catalogue", Bracketing)
    made = ActionSet(window.action_set._context, ALL_ACTIONS, window)
    for row in ALL_ACTIONS:
        action = made.by_id[row.id]
        assert action.text() == f"<{row.words}>"
        assert action.statusTip() == (f"<{row.hint}>" if row.hint else "")
        assert action.toolTip().startswith("<")
    assert [made.menu(menu, window).title() for menu in MENU_BAR] == [f"<{menu.words}>" for menu in MENU_BAR]


def test_the_words_of_the_table_are_marked_for_the_translators() -> None:
    tables = map(Path, (links.__file__, roles.__file__, hues.__file__))
    places = [*Path(actions.__file__).parent.glob("*.py"), *tables]
    marked = {
        message
        for place in [*places, Path(appearance.__file__)]
        for _line, message, _comments, _context in extract_from_file(
            "python", place, keywords={"_": None, "mark": None}
        )
    }
    words = {row.words for row in ALL_ACTIONS} | {row.hint for row in ALL_ACTIONS if row.hint}
    assert words | {menu.words for menu in MENU_BAR} <= marked


def test_every_icon_of_the_table_is_in_the_font(qapp: QApplication) -> None:
    for row in ALL_ACTIONS:
        if row.icon:
            picture = tinted(row.icon, qapp.palette()).pixmap(24).toImage()
            inked = [picture.pixelColor(x, y).alpha() for x in range(24) for y in range(24)]
            assert max(inked) > 200, row.icon
            assert min(inked) == 0, row.icon


def test_words_of_the_table_are_english_sentences_without_markup() -> None:
    for row in ALL_ACTIONS:
        assert row.words == row.words.strip()
        assert row.words[0].isupper()
        assert "&" not in row.words
        assert not row.hint.endswith(".")


def test_nothing_that_needs_a_map_can_be_done_on_the_start_page(window: MainWindow) -> None:
    enabled = {id_ for id_, action in window.action_set.by_id.items() if action.isEnabled()}
    assert enabled == {
        *("new", "new_by_questions", "open", "examples", "manage_templates", "close", "quit"),
        *("full_screen", "palette", "shortcuts", "about"),
        *("appearance.system", "appearance.light", "appearance.dark"),
    }


def test_undo_names_its_step(map_window: MainWindow) -> None:
    undo = map_window.action_set.by_id["undo"]
    assert (undo.text(), undo.isEnabled()) == ("Undo", False)
    map_window.open_map.select({"card-1"}, "card-1")
    map_window.action_set.by_id["duplicate"].trigger()
    assert undo.text() == "Undo “Duplicate card”"
    undo.trigger()
    assert map_window.action_set.by_id["redo"].text() == "Redo “Duplicate card”"


class Counting(dict[str, Record]):
    """Records that note which of them are read, and how; reading them all is noted as "*"."""

    def __init__(self, records: dict[str, Record]) -> None:
        super().__init__(records)
        self.read: list[str] = []

    def __getitem__(self, id_: str) -> Record:
        self.read.append(id_)
        return super().__getitem__(id_)

    def get(self, id_: str, default: Record | None = None) -> Record | None:  # type: ignore[override]
        self.read.append(id_)
        return super().get(id_, default)

    def __iter__(self) -> Iterator[str]:
        self.read.append("*")
        return super().__iter__()

    def values(self) -> ValuesView[Record]:  # type: ignore[override]
        self.read.append("*")
        return super().values()


@pytest.mark.parametrize("cards", [40, 4000])
def test_refreshing_the_actions_reads_the_same_few_records_whatever_the_size_of_the_map(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, cards: int
) -> None:
    document = large_map(cards)
    window.show_map(OpenMap(Session(document, window.windows.shaper)))
    window.open_map.select({"card-1"}, "card-1")
    records = Counting(document._records)
    monkeypatch.setattr(document, "_records", records)
    window.refresh_actions()
    assert 0 < len(records.read) < 400
    assert set(records.read) <= {"card-1", "lane-1", "step-1", "stage-1", "map"}


def test_a_context_menu_offers_what_fits_the_place_and_selects_what_is_under_the_pointer(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    stage = next(record.id for record in map_window.open_map.session.document if isinstance(record, Stage))
    place = map_window.mapToGlobal(map_window.rect().center())
    map_window.canvas.menu_asked.emit(Hit(Part.STAGE, stage), place)
    assert map_window.open_map.selection == {stage}
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts[0] == "Rename stage"
    assert "Delete stage" in texts
    assert len(texts) == len([entry for entry in CONTEXT[Part.STAGE] if entry != LINE])
    menu.close()


def test_context_menus_are_gone_when_they_are_closed(map_window: MainWindow) -> None:
    before = len(map_window.findChildren(QMenu))
    for _time in range(3):
        map_window.canvas.menu_asked.emit(Hit(Part.LANE, "lane-1"), map_window.pos())
        menu = QApplication.activePopupWidget()
        assert menu is not None
        menu.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(map_window.findChildren(QMenu)) == before


def test_the_list_of_keys_names_every_action(window: MainWindow, answers: Answers) -> None:
    answers.prepare(ShortcutList, None)
    window.action_set.by_id["shortcuts"].trigger()
    assert answers.names == ["ShortcutList"]
    listed = dict(ShortcutList(window.action_set, window.windows.appearance, window).lines)
    assert listed["Add card"].startswith("Ctrl+Return")
    for row in ALL_ACTIONS:
        words = row.words.rstrip("…")
        assert row.choices is not None or any(name.endswith(words) for name in listed)


def test_default_keys_leave_typing_and_the_map_their_own(qapp: QApplication) -> None:
    assert qapp
    refused = {row.id: [refusal(row, keys) for keys in row.sequences()] for row in ALL_ACTIONS}
    assert {id_: found for id_, found in refused.items() if any(found)} == {}


def test_the_map_menu_is_short_and_its_submenus_name_no_action_twice(window: MainWindow) -> None:
    [entries] = [menu.entries for menu in MENU_BAR if "Map" in menu.words]
    assert len(entries) <= 12
    found = dict(listed(entries))
    assert found["rename_stage"] == found["edit_persona"] == found["moment_of_truth"] == ""
    assert found["stage_colour.blue"] == "Stage colour"
    lines = dict(ShortcutList(window.action_set, window.windows.appearance, window).lines)
    assert {"Rename stage", "Move lane up", "Wider lane names", "Stage colour: Blue"} <= set(lines)
    for entries in CONTEXT.values():
        assert all(menu.names_actions for menu in entries if isinstance(menu, Menu)), "these stay flat"


def test_ctrl_y_does_again_what_was_undone(map_window: MainWindow, qtbot: QtBot) -> None:
    map_window.open_map.select({"card-6"}, "card-6")
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Z, Qt.Key.Key_Y):
        assert ("card-6" in map_window.open_map.session.document) == (key is not Qt.Key.Key_Z)
        held = (
            Qt.KeyboardModifier.NoModifier
            if key is Qt.Key.Key_Delete
            else Qt.KeyboardModifier.ControlModifier
        )
        qtbot.keyClick(map_window.canvas, key, held)
    assert "card-6" not in map_window.open_map.session.document
