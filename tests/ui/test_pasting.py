"""What other programs offer: tables from the cursor on, and files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.document.records import Lane, Step
from journeymapper.editing import lanes, personas, stages
from journeymapper.files import native
from journeymapper.ui.dialogs.questions import Growth, PasteQuestion, TableQuestion
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.windows import Windows
from tests.maps import small_map
from tests.ui.clipboard_hands import CONTROL, SHIFT, file_of, names, offer, press, said, select, stand, texts
from tests.ui.conftest import Answers

SHEET = "<table><tr><td>One</td><td>Two<br>lines</td></tr><tr><td></td><td>Four</td></tr></table>"


@pytest.mark.parametrize("form", ["html", "text"])
def test_a_block_of_a_spreadsheet_fills_cells_from_the_cursor_on(
    map_window: MainWindow, qtbot: QtBot, form: str
) -> None:
    file = file_of(map_window)
    if form == "html":
        offer("One\tTwo lines\n\tFour", SHEET)
    else:
        offer('One\t"Two\nlines"\r\n\tFour\r\n')
    stand(map_window, "lane-2", "step-1")
    press(qtbot, map_window, Qt.Key.Key_V)
    assert texts(map_window, "lane-2", "step-1") == ["One"]
    assert texts(map_window, "lane-2", "step-2") == ["Web search", "Two\nlines"]
    assert texts(map_window, "lane-5", "step-2") == ["Four"]
    assert len(map_window.open_map.selection) == 3
    press(qtbot, map_window, Qt.Key.Key_Z)
    assert file_of(map_window) == file


def test_a_block_skips_lanes_that_are_collapsed(map_window: MainWindow, qtbot: QtBot) -> None:
    with map_window.open_map.edit("Fold") as edit:
        lanes.set_collapsed(edit, ["lane-2"], True)
    offer(html=SHEET)
    stand(map_window, "lane-1", "step-1")
    press(qtbot, map_window, Qt.Key.Key_V)
    assert texts(map_window, "lane-5", "step-2") == ["Four"]


@pytest.mark.parametrize("less", [lanes.set_collapsed, lanes.set_hidden])
def test_what_is_pasted_goes_where_one_stands_in_the_outline_seen_on_the_map_or_not(
    map_window: MainWindow, qtbot: QtBot, less: Callable[..., None]
) -> None:
    with map_window.open_map.edit("Less") as edit:
        less(edit, ["lane-2"], True)
    stand(map_window, "lane-2", "step-1")
    offer("A line")
    press(qtbot, map_window, Qt.Key.Key_V)
    assert texts(map_window, "lane-2", "step-1") == ["A line"]
    select(map_window, "card-1")
    press(qtbot, map_window, Qt.Key.Key_C)
    stand(map_window, "lane-2", "step-1")
    press(qtbot, map_window, Qt.Key.Key_V)
    assert texts(map_window, "lane-2", "step-1") == ["A line", "Sees a poster"]
    stand(map_window, "lane-2", "step-1")
    offer(html=SHEET)
    press(qtbot, map_window, Qt.Key.Key_V)
    assert texts(map_window, "lane-2", "step-1") == ["A line", "Sees a poster", "One"]
    assert texts(map_window, "lane-5", "step-2") == ["Four"]


def test_lanes_pasted_into_a_map_without_steps_bring_some_and_say_so(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    select(map_window, "lane-1")
    press(qtbot, map_window, Qt.Key.Key_C)
    with map_window.open_map.edit("Empty") as edit:
        for stage in ("stage-1", "stage-2"):
            stages.delete(edit, stage)
    press(qtbot, map_window, Qt.Key.Key_V)
    assert names(map_window, Step) == ["", "", ""]
    assert said(map_window) == "3 steps were added: this map had none."


def test_a_block_in_the_emotion_lane_begins_in_the_next_lane_of_cards_and_says_so(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    offer("One\tTwo")
    stand(map_window, "lane-3", "step-2")
    press(qtbot, map_window, Qt.Key.Key_V)
    assert texts(map_window, "lane-5", "step-2") == ["One"]
    assert said(map_window) == "The table begins in “Pain points”: no cards can be put into “Emotions” now."


def test_where_steps_and_lanes_are_lacking_it_asks_once_and_adds_them(
    map_window: MainWindow, qtbot: QtBot, answers: Answers
) -> None:
    file = file_of(map_window)
    offer("a\tb\tc\nd\te\tf")
    stand(map_window, "lane-5", "step-3")
    answers.prepare(TableQuestion, Growth.ADD)
    press(qtbot, map_window, Qt.Key.Key_V)
    assert answers.asked == [("TableQuestion", (2, 1, 6))]
    assert names(map_window, Lane)[-1] == "Free text"
    document = map_window.open_map.session.document
    assert len(document.indexes.steps("stage-2")) == 3
    assert texts(map_window, document.indexes.lanes[-1][1], document.indexes.columns()[-1]) == ["f"]
    press(qtbot, map_window, Qt.Key.Key_Z)
    assert file_of(map_window) == file, "one step"


def test_what_fits_is_pasted_and_the_rest_counted(
    map_window: MainWindow, qtbot: QtBot, answers: Answers
) -> None:
    offer("a\tb\tc\nd\te\tf")
    stand(map_window, "lane-5", "step-3")
    answers.prepare(TableQuestion, Growth.FIT)
    press(qtbot, map_window, Qt.Key.Key_V)
    assert texts(map_window, "lane-5", "step-3") == ["Queues", "a"]
    assert said(map_window) == "5 cells were left out."


def test_a_table_can_be_given_up(map_window: MainWindow, qtbot: QtBot, answers: Answers) -> None:
    file = file_of(map_window)
    offer("a\tb\tc\nd\te\tf")
    stand(map_window, "lane-5", "step-3")
    answers.prepare(TableQuestion, Growth.CANCEL)
    press(qtbot, map_window, Qt.Key.Key_V)
    assert file_of(map_window) == file


@pytest.mark.parametrize(
    ("steps", "lanes_", "words"),
    [
        (2, 1, "This table needs 2 more steps and 1 more lane. Add them?"),
        (1, 0, "This table needs 1 more step. Add it?"),
        (0, 3, "This table needs 3 more lanes. Add them?"),
    ],
)
def test_the_question_says_what_is_lacking(steps: int, lanes_: int, words: str) -> None:
    assert TableQuestion.words(steps, lanes_) == words


def test_one_column_is_several_cards_of_one_cell(map_window: MainWindow, qtbot: QtBot) -> None:
    offer(html="<table><tr><td>One</td></tr><tr><td>Two<br>lines</td></tr></table>")
    stand(map_window, "lane-2", "step-1")
    press(qtbot, map_window, Qt.Key.Key_V)
    assert texts(map_window, "lane-2", "step-1") == ["One", "Two\nlines"]


def test_a_table_pasted_as_plain_text_is_lines(map_window: MainWindow, qtbot: QtBot) -> None:
    offer("One\tTwo\nThree\tFour", SHEET)
    stand(map_window, "lane-2", "step-1")
    press(qtbot, map_window, Qt.Key.Key_V, CONTROL | SHIFT)
    assert texts(map_window, "lane-2", "step-1") == ["One\tTwo", "Three\tFour"]


def test_a_lane_pasted_as_plain_text_is_its_cards(map_window: MainWindow, qtbot: QtBot) -> None:
    select(map_window, "lane-1")
    press(qtbot, map_window, Qt.Key.Key_C)
    stand(map_window, "lane-2", "step-1")
    press(qtbot, map_window, Qt.Key.Key_V, CONTROL | SHIFT)
    assert len(texts(map_window, "lane-2", "step-1")) == 3


def test_a_large_table_asks_first(map_window: MainWindow, qtbot: QtBot, answers: Answers) -> None:
    with map_window.open_map.edit("Grow") as edit:
        for number in range(110):
            stages.add_step(edit, "stage-2", str(number))
    offer("\n".join("\t".join(["x"] * 110) for _row in range(2)))
    stand(map_window, "lane-1", "step-1")
    answers.prepare(PasteQuestion, False)
    press(qtbot, map_window, Qt.Key.Key_V)
    assert answers.asked == [("PasteQuestion", (220, 220))]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    journey, mermaid = tmp_path / "other.journey", tmp_path / "day.mmd"
    document = small_map()
    with document.edit("Title") as edit:
        personas.set_title_block(edit, title="Other")
    native.save(document, journey)
    mermaid.write_text("journey\n  title Day\n  section Morning\n    Wake up: 3: Me\n", encoding="utf-8")
    return [journey, mermaid]


def titles(windows: Windows) -> list[str]:
    return sorted(window.open_map.session.document.map.title for window in windows.shown if window.open_map)


def test_pasted_files_open(
    map_window: MainWindow, windows: Windows, qtbot: QtBot, files: list[Path], answers: Answers
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    QApplication.clipboard().setMimeData(data)
    stand(map_window, "lane-2", "step-1")
    press(qtbot, map_window, Qt.Key.Key_V)
    assert titles(windows) == ["Buying a bicycle", "Day", "Other"]
    assert not map_window.isWindowModified()
    assert not answers.asked


@pytest.mark.parametrize("writing", [False, True])
def test_files_dropped_on_the_canvas_open(
    map_window: MainWindow, windows: Windows, files: list[Path], writing: bool
) -> None:
    """The events go the way the system's go: to the native window, which finds what is under the pointer."""
    canvas = map_window.canvas
    if writing:
        canvas.edit_text("card-1")
        widget = canvas.text_box
    else:
        widget = canvas.viewport()
    at = widget.mapTo(map_window, widget.rect().center())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    held = (actions, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    native_window = map_window.windowHandle()
    enter = QDragEnterEvent(at, *held)
    QApplication.sendEvent(native_window, enter)
    assert enter.isAccepted()
    move = QDragMoveEvent(at + QPoint(3, 3), *held)
    move.setDropAction(enter.dropAction())
    move.accept()  # as Qt does where the entry was accepted
    QApplication.sendEvent(native_window, move)
    assert move.isAccepted()
    drop = QDropEvent(QPointF(at), *held)
    QApplication.sendEvent(native_window, drop)
    assert drop.isAccepted()
    assert titles(windows) == ["Buying a bicycle", "Day", "Other"]
    assert not map_window.isWindowModified()


def test_files_of_other_kinds_are_not_taken(map_window: MainWindow, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "letter.odt"))])
    at = map_window.canvas.viewport().mapTo(map_window, map_window.canvas.viewport().rect().center())
    enter = QDragEnterEvent(
        at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(map_window.windowHandle(), enter)
    assert not enter.isAccepted()


@pytest.mark.parametrize("held", [CONTROL, CONTROL | SHIFT])
@pytest.mark.parametrize(
    "lines", ["* one\n• two\n  - [x] three", "1. one\n2. two\n3) three", "•\tone\n•\ttwo\n\n•\tthree\n"]
)
def test_lines_of_a_list_become_cards_without_their_bullets(
    map_window: MainWindow, qtbot: QtBot, lines: str, held: Qt.KeyboardModifier
) -> None:
    file = file_of(map_window)
    offer(lines)
    stand(map_window, "lane-2", "step-1")
    press(qtbot, map_window, Qt.Key.Key_V, held)
    assert texts(map_window, "lane-2", "step-1") == ["one", "two", "three"]
    assert said(map_window) == "3 cards pasted"
    press(qtbot, map_window, Qt.Key.Key_Z)
    assert file_of(map_window) == file


def test_a_single_line_keeps_its_bullet_and_bullets_alone_are_no_text(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    stand(map_window, "lane-2", "step-1")
    offer("- Looks at the map\n")
    press(qtbot, map_window, Qt.Key.Key_V)
    assert texts(map_window, "lane-2", "step-1") == ["- Looks at the map"]
    offer("- \n* \n")
    press(qtbot, map_window, Qt.Key.Key_V)
    assert said(map_window) == "There is no text on the clipboard."
    assert len(texts(map_window, "lane-2", "step-1")) == 1


def test_a_table_says_how_far_it_went(map_window: MainWindow, qtbot: QtBot) -> None:
    offer("a\tb\tc\nd\t\tf\ng\th\ti")
    stand(map_window, "lane-1", "step-1")
    press(qtbot, map_window, Qt.Key.Key_V)
    assert said(map_window) == "8 cards pasted into 3 lanes and 3 steps, from “Actions” to “Pain points”"
    offer("a\tb")
    stand(map_window, "lane-5", "step-2")
    press(qtbot, map_window, Qt.Key.Key_V)
    assert said(map_window) == "2 cards pasted into 2 steps"
