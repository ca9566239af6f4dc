"""The foot of the window: what it says, for how long, and where the keyboard is."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeymapper.document.records import MAP_ID
from journeymapper.editing import lanes, stages
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.status_line import StatusLine


@pytest.fixture
def line(map_window: MainWindow) -> StatusLine:
    map_window.canvas.setFocus()
    return map_window.status_line


def let_the_event_end() -> None:
    QApplication.processEvents()


def test_what_was_said_of_one_card_is_not_said_of_the_next(map_window: MainWindow, line: StatusLine) -> None:
    map_window.open_map.select({"card-6"}, "card-6")
    QTest.keyClicks(map_window.canvas, "3")
    assert line.currentMessage() == "Severity 3"
    let_the_event_end()
    assert line.currentMessage() == "Severity 3"
    QTest.keyClick(map_window.canvas, Qt.Key.Key_Left)
    assert line.currentMessage() == ""


def test_what_was_said_goes_when_the_map_changes(map_window: MainWindow, line: StatusLine) -> None:
    map_window.say("Something")
    with map_window.open_map.edit("Rename") as edit:
        lanes.rename(edit, "lane-1", "Doings")
    assert line.currentMessage() == "Something", "what changes in the same event is what was told of"
    let_the_event_end()
    map_window.open_map.session.undo()
    assert line.currentMessage() == ""


def test_what_was_said_goes_when_another_action_runs(map_window: MainWindow, line: StatusLine) -> None:
    map_window.say("Something")
    map_window.action_set.by_id["zoom_in"].trigger()
    assert line.currentMessage() == ""


@pytest.mark.parametrize(
    ("chosen", "cell", "words"),
    [
        ("card-6", None, "Purchase · Pays · Pain points"),
        ("point-1", None, "Awareness · Sees · Emotions"),
        ("", ("lane-5", "step-2"), "Awareness · Searches · Pain points"),
        ("lane-4", None, "Line of visibility"),
        ("stage-2", None, "Purchase"),
        ("step-3", None, "Purchase · Pays"),
        ("persona-1", None, "Ilze Bērziņa"),
        (MAP_ID, None, "Buying a bicycle"),
        ("", None, ""),
    ],
)
def test_it_tells_where_the_keyboard_is(
    map_window: MainWindow, line: StatusLine, chosen: str, cell: tuple[str, str] | None, words: str
) -> None:
    map_window.open_map.select({chosen} - {""}, chosen, cell)
    assert line.place_label.text() == words
    assert line.place_label.isVisible() == bool(words)


def test_the_place_has_the_names_of_now(map_window: MainWindow, line: StatusLine) -> None:
    map_window.open_map.select({"card-6"}, "card-6")
    with map_window.open_map.edit("Rename") as edit:
        lanes.rename(edit, "lane-5", "Troubles & <b>tears</b>")
        stages.rename_step(edit, "step-3", "")
    let_the_event_end()
    assert line.place_label.text() == line.place_label.shown == "Purchase · step 3 · Troubles & <b>tears</b>"
    map_window.show_start_page()
    assert not line.place_label.isVisible()


def shown_at(line: StatusLine, width: int) -> str:
    line.window().resize(width, 700)
    let_the_event_end()
    return line.place_label.shown if line.place_label.isVisible() else ""


def test_a_long_place_is_shortened_in_the_middle_and_makes_way_for_what_is_said(
    map_window: MainWindow, line: StatusLine
) -> None:
    with map_window.open_map.edit("Rename") as edit:
        stages.rename(
            edit, "stage-2", "The long way to the till of the shop, and then all the way back again"
        )
        lanes.rename(
            edit, "lane-5", "Pains that she told us of when asked a second time, and some others too"
        )
    map_window.open_map.select({"card-6"}, "card-6")
    shown = shown_at(line, 1100)
    assert shown.startswith("The long way")
    assert shown.endswith("too")
    assert "…" in shown
    assert line.place_label.toolTip() == line.place_label.text()
    right = line.place_label.geometry()
    assert not right.intersects(line.counts_label.geometry())
    map_window.say(
        "Something that takes rather more room than there would be beside so many words of a place"
    )
    let_the_event_end()
    told = line.fontMetrics().horizontalAdvance(line.currentMessage())
    assert not line.place_label.isVisible() or not line.place_label.geometry().intersects(
        QRect(0, 0, told, line.height())
    )
    line.clearMessage()
    assert shown_at(line, 1100) == shown
