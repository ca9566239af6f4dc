"""Bad input by clipboard: a line at the foot of the window, and the map stays as it was."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.document.fragment import MIME_TYPE
from journeymapper.editing import cards
from journeymapper.files import native
from journeymapper.ui.main_window import MainWindow
from tests.ui.clipboard_hands import (
    CONTROL,
    NO_TEXT,
    SHIFT,
    file_of,
    offer,
    press,
    said,
    select,
    stand,
    texts,
)
from tests.ui.conftest import Answers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("line\n" * 100_000, "100,000 cards are too many at once: at most 5,000 can be pasted."),
        ("line\n" * 5_001, "5,001 cards are too many at once: at most 5,000 can be pasted."),
        ("x" * 1_000_000, "A card holds at most 100,000 characters. Nothing was pasted."),
        ("x" * 11_000_000, "This text is far too long for a map. Nothing was pasted."),
        ("a\tb\n" * 100_000, "This table is far too large for a map. Nothing was pasted."),
        ("a\tb\n" * 2_501, "5,002 cards are too many at once: at most 5,000 can be pasted."),
        ("a\t" + "x" * 100_001, "A card holds at most 100,000 characters. Nothing was pasted."),
        ("\x00\x01\x02\x00" * 50, "What is on the clipboard is no text that can be read."),
        (
            "PNG\x00\x00\x1a\x00\ufffd\ufffd\x00\x00x" * 50,
            "What is on the clipboard is no text that can be read.",
        ),
        ("\ufffd" * 20, "What is on the clipboard is no text that can be read."),
        ("", NO_TEXT),
        (" \n\t\n ", NO_TEXT),
    ],
)
def test_what_is_too_much_or_no_text_gets_a_line_and_changes_nothing(
    map_window: MainWindow, qtbot: QtBot, answers: Answers, text: str, words: str
) -> None:
    file = file_of(map_window)
    QApplication.clipboard().setText(text)
    stand(map_window, "lane-2", "step-1")
    for held in (CONTROL,) if "a\t" in text else (CONTROL, CONTROL | SHIFT):
        map_window.say("")
        press(qtbot, map_window, Qt.Key.Key_V, held)
        assert said(map_window).startswith(words)
    assert not answers.asked
    assert file_of(map_window) == file
    assert map_window.isVisible()


def test_bytes_that_are_no_text(map_window: MainWindow, qtbot: QtBot) -> None:
    file = file_of(map_window)
    offer(text_plain=bytes(range(256)) * 40)
    stand(map_window, "lane-2", "step-1")
    press(qtbot, map_window, Qt.Key.Key_V)
    assert said(map_window).startswith("What is on the clipboard is no text")
    assert file_of(map_window) == file


def test_marks_of_direction_are_text_and_control_characters_are_not(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    offer("\u200fשלום\u202c\nAb\x00\x07c and more words\n\x01\x02\n")
    stand(map_window, "lane-2", "step-1")
    press(qtbot, map_window, Qt.Key.Key_V)
    assert texts(map_window, "lane-2", "step-1") == ["\u200fשלום\u202c", "Abc and more words"]


def test_lone_surrogates_do_no_harm(map_window: MainWindow, qtbot: QtBot) -> None:
    offer("half \ud83d emoji\tand\nmore\tof it")
    stand(map_window, "lane-2", "step-1")
    press(qtbot, map_window, Qt.Key.Key_V)
    native.read(file_of(map_window), "map.journey")
    assert len(map_window.open_map.selection) == 4


def test_files_of_other_kinds_are_no_text(map_window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "letter.odt"))])
    data.setText(str(tmp_path / "letter.odt"))
    QApplication.clipboard().setMimeData(data)
    file = file_of(map_window)
    stand(map_window, "lane-2", "step-1")
    press(qtbot, map_window, Qt.Key.Key_V)
    assert said(map_window) == NO_TEXT
    assert file_of(map_window) == file


def test_a_hostile_fragment_is_cleaned(map_window: MainWindow, qtbot: QtBot) -> None:
    data = QMimeData()
    card = '{"id": "card-1", "order": "a0", "lane": "no", "step": "no", "text": "a\\u0000b", "persona": "no"}'
    data.setData(MIME_TYPE, f'{{"cards": [{{"row": 9, "column": 99, "card": {card}}}]}}'.encode())
    QApplication.clipboard().setMimeData(data)
    stand(map_window, "lane-2", "step-1")
    press(qtbot, map_window, Qt.Key.Key_V)
    assert texts(map_window, "lane-5", "step-3") == ["Queues", "ab"]


def test_a_fragment_of_too_many_cards_is_neither_cut_nor_pasted(map_window: MainWindow, qtbot: QtBot) -> None:
    with map_window.open_map.edit("Fill") as edit:
        ids = [cards.add(edit, "lane-2", "step-1", "x").id for _number in range(5_001)]
    file = file_of(map_window)
    select(map_window, *ids)
    press(qtbot, map_window, Qt.Key.Key_X)
    assert said(map_window).startswith("5,001 cards are too many at once")
    press(qtbot, map_window, Qt.Key.Key_C)
    press(qtbot, map_window, Qt.Key.Key_V)
    assert said(map_window).startswith("5,001 cards are too many at once")
    assert file_of(map_window) == file


@pytest.mark.parametrize("name", ["note", "tags"])
def test_a_very_long_text_is_not_pasted_into_a_field(map_window: MainWindow, qtbot: QtBot, name: str) -> None:
    file = file_of(map_window)
    QApplication.clipboard().setText("x" * 1_000_000)
    select(map_window, "card-1")
    field = map_window.inspector.panel.fields[name]
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    for paste in (
        map_window.action_set.by_id["paste"].trigger,
        map_window.action_set.by_id["paste_text"].trigger,
        lambda: qtbot.keyClick(field, Qt.Key.Key_V, CONTROL),
    ):
        map_window.say("")
        paste()
        assert said(map_window).startswith("A card holds at most 100,000 characters.")
    assert file_of(map_window) == file
    QApplication.clipboard().setText("short")
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    assert b"short" in file_of(map_window)


def test_a_very_long_text_is_not_pasted_into_a_card_that_is_written(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    file = file_of(map_window)
    QApplication.clipboard().setText("x" * 1_000_000)
    map_window.canvas.edit_text("card-1")
    for paste in (
        map_window.action_set.by_id["paste"].trigger,
        lambda: qtbot.keyClick(map_window.canvas.text_box, Qt.Key.Key_V, CONTROL),
    ):
        map_window.say("")
        paste()
        assert "100" in said(map_window)
        assert "most" in said(map_window)
    map_window.canvas.finish_editing()
    assert file_of(map_window) == file


def test_spans_beyond_all_measure_are_refused(map_window: MainWindow, qtbot: QtBot) -> None:
    file = file_of(map_window)
    offer(html="<table>" + "<tr><td colspan=10000 rowspan=10000>x</td><td>y</td></tr>" * 10_000 + "</table>")
    stand(map_window, "lane-2", "step-1")
    press(qtbot, map_window, Qt.Key.Key_V)
    assert said(map_window) == "This table is far too large for a map. Nothing was pasted."
    assert file_of(map_window) == file
