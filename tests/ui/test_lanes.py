"""Collapsing and hiding lanes by menu, keys and the inspector."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeymapper.document.records import Lane, Step
from journeymapper.exchange.options import ExportOptions
from journeymapper.ui.actions.menus import CONTEXT, MENU_BAR
from journeymapper.ui.dialogs.export_dialog import PdfDialog
from journeymapper.ui.dialogs.file_dialogs import SaveDialog
from journeymapper.ui.main_window import MainWindow
from tests.ui.conftest import Answers
from tests.ui.test_structure import run

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def lanes_with(window: MainWindow, field: str) -> list[str]:
    document = window.open_map.session.document
    found = [document.get(id_, Lane) for _order, id_ in document.indexes.lanes]
    return [lane.name for lane in found if getattr(lane, field)]


def test_a_key_collapses_the_lane_of_the_cursor_and_undo_expands_it(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    map_window.open_map.select({"card-1"}, "card-1")
    map_window.canvas.setFocus()
    qtbot.keyClick(map_window.canvas, Qt.Key.Key_C, CTRL_SHIFT)
    assert lanes_with(map_window, "collapsed") == ["Actions"]
    assert map_window.open_map.selection == {"lane-1"}
    assert map_window.action_set.by_id["collapse_lane"].isChecked()
    assert map_window.status_line.currentMessage() == "Lane collapsed: Actions"
    assert "collapse lane" in map_window.action_set.by_id["undo"].text().lower()
    qtbot.keyClick(map_window.canvas, Qt.Key.Key_C, CTRL_SHIFT)
    assert lanes_with(map_window, "collapsed") == []
    qtbot.keyClick(map_window.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(map_window.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert lanes_with(map_window, "collapsed") == []
    assert not map_window.isWindowModified()


def test_all_selected_lanes_are_collapsed_in_one_step_and_dividing_lines_stay(map_window: MainWindow) -> None:
    map_window.open_map.select({"lane-4"}, "lane-4")
    assert not map_window.action_set.by_id["collapse_lane"].isEnabled()
    map_window.open_map.select({"lane-1", "lane-3", "lane-4"}, "lane-4")
    run(map_window, "collapse_lane")
    assert lanes_with(map_window, "collapsed") == ["Actions", "Emotions"]
    run(map_window, "collapse_all_lanes")
    assert len(lanes_with(map_window, "collapsed")) == 4
    assert not map_window.action_set.by_id["collapse_all_lanes"].isEnabled()
    run(map_window, "undo")
    run(map_window, "expand_all_lanes")
    assert lanes_with(map_window, "collapsed") == []
    assert not map_window.action_set.by_id["expand_all_lanes"].isEnabled()
    for _step in range(2):
        run(map_window, "undo")
    assert not map_window.isWindowModified()


def test_lanes_are_hidden_and_shown_again(map_window: MainWindow) -> None:
    shows = map_window.action_set.by_id["show_hidden_lanes"]
    assert not shows.isEnabled()
    map_window.open_map.select({"lane-1", "lane-4"}, "lane-1")
    run(map_window, "hide_lane")
    assert lanes_with(map_window, "hidden") == ["Actions", "Line of visibility"]
    assert map_window.open_map.selection == frozenset()
    assert "2 lanes are hidden" in map_window.status_line.currentMessage()
    assert shows.text() == "Show hidden lanes (2)"
    run(map_window, "show_hidden_lanes")
    assert lanes_with(map_window, "hidden") == []
    assert not map_window.status_line.currentMessage(), "they are hidden no more"
    assert map_window.open_map.selection == {"lane-1", "lane-4"}
    assert shows.text() == "Show hidden lanes"
    for _step in range(2):
        run(map_window, "undo")
    assert not map_window.isWindowModified()


def test_new_cards_go_into_no_lane_that_cannot_be_seen(map_window: MainWindow) -> None:
    document = map_window.open_map.session.document
    map_window.open_map.select({"lane-1"}, "lane-1")
    run(map_window, "collapse_lane")
    run(map_window, "add_card")
    assert map_window.open_map.cell == ("lane-2", "step-1")
    map_window.canvas.finish_editing()
    map_window.open_map.select(())
    for lane in ("lane-2", "lane-5"):
        map_window.open_map.select({lane}, lane)
        run(map_window, "hide_lane")
    assert not map_window.action_set.by_id["add_card"].isEnabled()
    assert len(document.indexes.cards("lane-2", "step-1")) == 0


def test_an_exported_map_has_nothing_of_a_hidden_lane(
    map_window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    for lane in ("lane-2", "lane-3"):
        map_window.open_map.select({lane}, lane)
        run(map_window, "hide_lane")
    answers.prepare(PdfDialog, ExportOptions())
    answers.prepare(SaveDialog, tmp_path / "out.pdf")
    run(map_window, "export_pdf")
    told = subprocess.run(
        ["pdftotext", tmp_path / "out.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    for words in ("Touchpoints", "Web search", "Shop", "Emotions", "Curious", "online"):
        assert words not in told
    for words in ("Actions", "Sees a poster", "Pain points", "Queues"):
        assert words in told


def test_the_inspector_collapses_hides_and_widens(map_window: MainWindow, qtbot: QtBot) -> None:
    map_window.open_map.select({"lane-1", "lane-3"}, "lane-1")
    run(map_window, "collapse_lane")
    map_window.open_map.select({"lane-1", "lane-2"}, "lane-1")
    panel = map_window.inspector.panel
    assert panel.fields["collapsed"].checkState() is Qt.CheckState.PartiallyChecked
    panel.fields["collapsed"].click()
    assert lanes_with(map_window, "collapsed") == ["Actions", "Touchpoints", "Emotions"]
    panel.fields["hidden"].click()
    assert lanes_with(map_window, "hidden") == ["Actions", "Touchpoints"]
    map_window.open_map.select({"step-1", "step-2"}, "step-1")
    field = map_window.inspector.panel.fields["width"]
    field.selectAll()
    qtbot.keyClicks(field, "200")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    document = map_window.open_map.session.document
    assert [document.get(id_, Step).width for id_ in document.indexes.columns()] == [200, 200, 131]
    run(map_window, "undo")
    assert field.value() == 131
    map_window.open_map.select({"lane-4"}, "lane-4")
    assert map_window.inspector.panel.fields["collapsed"].isHidden(), "there is nothing to collapse"


@pytest.mark.parametrize("id_", ["collapse_lane", "hide_lane", "show_hidden_lanes"])
def test_the_lanes_own_menu_shows_less_and_more_of_it(id_: str) -> None:
    in_bar = {entry for menu in MENU_BAR for entry in menu.ids()}
    assert id_ in in_bar
    assert any(id_ in entries for part, entries in CONTEXT.items() if part.value == "lane")
