"""Cards by menu and keys: add, edit, move, duplicate, delete, copy and paste between windows and programs."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from journeymapper.document.fragment import MIME_TYPE
from journeymapper.document.records import Card, EmotionPoint
from journeymapper.ui.dialogs.questions import PasteQuestion
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.windows import Windows
from tests.ui.conftest import Answers

CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def texts(window: MainWindow, lane: str, step: str) -> list[str]:
    document = window.open_map.session.document
    return [document.get(id_, Card).text for id_ in document.indexes.cards(lane, step)]


def select(window: MainWindow, *cards: str) -> None:
    card = window.open_map.session.document.get(cards[0], Card)
    window.open_map.select(cards, cards[0], (card.lane, card.step))
    window.canvas.setFocus()


def press(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(window.focusWidget(), key, held)


def test_a_card_is_added_below_the_current_one_and_written(map_window: MainWindow, qtbot: QtBot) -> None:
    select(map_window, "card-1")
    press(qtbot, map_window, Qt.Key.Key_Return, CONTROL)
    assert map_window.canvas.is_editing
    qtbot.keyClicks(map_window.focusWidget(), "Takes a leaflet")
    press(qtbot, map_window, Qt.Key.Key_S, CONTROL)
    assert not map_window.canvas.is_editing, "saving takes what is being written"
    assert texts(map_window, "lane-1", "step-1") == ["Sees a poster", "Takes a leaflet", "Asks a friend"]
    map_window.action_set.by_id["undo"].trigger()
    assert texts(map_window, "lane-1", "step-1") == ["Sees a poster", "Asks a friend"]


def test_f2_edits_the_words_in_place(map_window: MainWindow, qtbot: QtBot) -> None:
    select(map_window, "card-1")
    press(qtbot, map_window, Qt.Key.Key_F2)
    press(qtbot, map_window, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(map_window.focusWidget(), "Sees an ad")
    map_window.canvas.finish_editing()
    assert texts(map_window, "lane-1", "step-1")[0] == "Sees an ad"
    assert map_window.action_set.by_id["undo"].isEnabled()


def test_alt_and_arrows_move_cards_on_the_canvas(map_window: MainWindow, qtbot: QtBot) -> None:
    select(map_window, "card-1")
    press(qtbot, map_window, Qt.Key.Key_Down, ALT)
    assert texts(map_window, "lane-1", "step-1") == ["Asks a friend", "Sees a poster"]
    press(qtbot, map_window, Qt.Key.Key_Down, ALT)
    press(qtbot, map_window, Qt.Key.Key_Right, ALT)
    assert texts(map_window, "lane-2", "step-2") == ["Sees a poster", "Web search"]
    assert map_window.open_map.cell == ("lane-2", "step-2"), "the cursor goes along"
    press(qtbot, map_window, Qt.Key.Key_Left, ALT)
    press(qtbot, map_window, Qt.Key.Key_Up, ALT)
    assert texts(map_window, "lane-1", "step-1") == ["Asks a friend", "Sees a poster"]
    for _step in range(5):
        press(qtbot, map_window, Qt.Key.Key_Z, CONTROL)
    assert not map_window.isWindowModified()


def test_keys_of_the_canvas_are_left_alone_while_a_field_has_the_keyboard(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    select(map_window, "card-1")
    field = map_window.inspector.panel.fields["text"]
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert len(texts(map_window, "lane-1", "step-1")) == 2
    assert field.toPlainText() == "ees a poster"


def test_delete_and_duplicate_are_each_one_step(map_window: MainWindow, qtbot: QtBot) -> None:
    select(map_window, "card-1", "card-2", "card-6")
    press(qtbot, map_window, Qt.Key.Key_D, CONTROL)
    assert texts(map_window, "lane-1", "step-1") == [
        *("Sees a poster", "Sees a poster", "Asks a friend", "Asks a friend")
    ]
    assert len(map_window.open_map.selection) == 3
    press(qtbot, map_window, Qt.Key.Key_Delete)
    assert len(texts(map_window, "lane-1", "step-1")) == 2
    assert map_window.status_line.counts_label.text().endswith("6 cards")
    press(qtbot, map_window, Qt.Key.Key_Z, CONTROL)
    assert map_window.status_line.counts_label.text().endswith("9 cards")
    press(qtbot, map_window, Qt.Key.Key_Z, CONTROL)
    assert not map_window.isWindowModified()


def test_delete_takes_emotion_points_too(map_window: MainWindow, qtbot: QtBot) -> None:
    document = map_window.open_map.session.document
    point = next(record.id for record in document if isinstance(record, EmotionPoint))
    map_window.open_map.select({point, "card-1"}, point)
    map_window.canvas.setFocus()
    press(qtbot, map_window, Qt.Key.Key_Backspace)
    assert point not in document
    assert "card-1" not in document


def test_cards_go_from_one_window_to_another_with_all_their_fields(
    map_window: MainWindow, windows: Windows, qtbot: QtBot
) -> None:
    select(map_window, "card-5", "card-6")
    press(qtbot, map_window, Qt.Key.Key_C, CONTROL)
    assert map_window.status_line.currentMessage() == "2 cards copied"
    assert [line.strip() for line in QApplication.clipboard().text().split("\n")] == [
        *("Purchase", "Pays", "Touchpoints", "Shop", "Pain points", "Queues")
    ]
    other = windows.new_window()
    windows.new_map(other)
    document = other.open_map.session.document
    lanes = [id_ for _order, id_ in document.indexes.lanes]
    steps = document.indexes.columns()
    other.open_map.select((), "", (lanes[3], steps[2]))
    other.action_set.by_id["paste"].trigger()
    [shop_id] = document.indexes.cards(lanes[3], steps[2])
    [queues_id] = document.indexes.cards(lanes[5], steps[2])
    shop, queues = document.get(shop_id, Card), document.get(queues_id, Card)
    assert (shop.text, shop.online, shop.importance) == ("Shop", False, 1)
    assert (queues.text, queues.severity, queues.evidence.count) == ("Queues", 2, 12)
    assert other.open_map.selection == {shop.id, queues.id}


def test_cut_removes_and_paste_brings_back(map_window: MainWindow, qtbot: QtBot) -> None:
    select(map_window, "card-1", "card-2")
    press(qtbot, map_window, Qt.Key.Key_X, CONTROL)
    assert texts(map_window, "lane-1", "step-1") == []
    map_window.open_map.select((), "", ("lane-5", "step-2"))
    press(qtbot, map_window, Qt.Key.Key_V, CONTROL)
    assert texts(map_window, "lane-5", "step-2") == ["Sees a poster", "Asks a friend"]


def test_text_of_other_programs_becomes_a_card_a_line(map_window: MainWindow, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("Hears of it\r\n\r\n  Rides past the shop  \n")
    select(map_window, "card-4")
    press(qtbot, map_window, Qt.Key.Key_V, CONTROL)
    assert texts(map_window, "lane-2", "step-2") == ["Web search", "Hears of it", "Rides past the shop"]
    press(qtbot, map_window, Qt.Key.Key_Z, CONTROL)
    assert texts(map_window, "lane-2", "step-2") == ["Web search"]


def test_paste_as_plain_text_takes_the_words_alone(map_window: MainWindow, qtbot: QtBot) -> None:
    select(map_window, "card-6")
    press(qtbot, map_window, Qt.Key.Key_C, CONTROL)
    press(qtbot, map_window, Qt.Key.Key_V, CONTROL | SHIFT)
    document = map_window.open_map.session.document
    pasted = document.get(document.indexes.cards("lane-5", "step-3")[-1], Card)
    assert (pasted.text, pasted.severity) == ("Queues", 0)


@pytest.mark.parametrize("goes_on", [False, True])
def test_very_many_lines_ask_first(
    map_window: MainWindow, qtbot: QtBot, answers: Answers, goes_on: bool
) -> None:
    text = "\n".join(f"line {number}" for number in range(201))
    QApplication.clipboard().setText(text)
    select(map_window, "card-4")
    answers.prepare(PasteQuestion, goes_on)
    press(qtbot, map_window, Qt.Key.Key_V, CONTROL)
    assert answers.asked == [("PasteQuestion", (201, len(text)))]
    assert len(texts(map_window, "lane-2", "step-2")) == (202 if goes_on else 1)


def test_very_many_letters_ask_first(map_window: MainWindow, qtbot: QtBot, answers: Answers) -> None:
    select(map_window, "card-4")
    QApplication.clipboard().setText("a" * 20_000)
    press(qtbot, map_window, Qt.Key.Key_V, CONTROL)
    assert not answers.asked
    QApplication.clipboard().setText("a" * 20_001)
    answers.prepare(PasteQuestion, False)
    press(qtbot, map_window, Qt.Key.Key_V, CONTROL)
    assert answers.asked == [("PasteQuestion", (1, 20_001))]
    assert len(texts(map_window, "lane-2", "step-2")) == 2


def test_a_damaged_fragment_counts_as_the_text_beside_it(map_window: MainWindow, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setData(MIME_TYPE, b'{"cards": 3}')
    data.setText("Words")
    QApplication.clipboard().setMimeData(data)
    select(map_window, "card-4")
    press(qtbot, map_window, Qt.Key.Key_V, CONTROL)
    assert texts(map_window, "lane-2", "step-2") == ["Web search", "Words"]


def test_select_all_takes_cards_and_points(map_window: MainWindow, qtbot: QtBot) -> None:
    map_window.canvas.setFocus()
    press(qtbot, map_window, Qt.Key.Key_A, CONTROL)
    kinds = {type(map_window.open_map.session.document.find(id_)) for id_ in map_window.open_map.selection}
    assert kinds == {Card, EmotionPoint}
    assert len(map_window.open_map.selection) == 9
    assert map_window.inspector.summary.text() == "9 items"


def test_menu_entries_of_the_clipboard_serve_the_field_that_is_written_in(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    select(map_window, "card-1")
    field = map_window.inspector.panel.fields["note"]
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QApplication.clipboard().setText("seen twice")
    map_window.action_set.by_id["paste"].trigger()
    assert map_window.open_map.session.document.get("card-1", Card).note == "seen twice"
    assert len(texts(map_window, "lane-1", "step-1")) == 2
    map_window.action_set.by_id["select_all"].trigger()
    map_window.action_set.by_id["cut"].trigger()
    assert QApplication.clipboard().text() == "seen twice"
    assert map_window.open_map.session.document.get("card-1", Card).note == ""


@pytest.mark.parametrize(("card", "name"), [("card-4", "channel"), ("card-6", "span")])
def test_menu_entries_of_the_clipboard_serve_the_line_in_a_compound_field(
    map_window: MainWindow, qtbot: QtBot, card: str, name: str
) -> None:
    select(map_window, card)
    field = map_window.inspector.panel.fields[name]
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.findChild(QLineEdit).setText("12")
    map_window.action_set.by_id["select_all"].trigger()
    map_window.action_set.by_id["cut"].trigger()
    assert QApplication.clipboard().text() == "12"
    assert field.findChild(QLineEdit).text() == ""
    assert card in map_window.open_map.session.document


@pytest.mark.parametrize(
    ("card", "name"),
    [("card-1", "text"), ("card-1", "tags"), ("card-4", "channel"), ("card-6", "span")],
)
def test_insert_in_a_field_adds_no_card_and_undo_there_is_the_maps(
    map_window: MainWindow, qtbot: QtBot, card: str, name: str
) -> None:
    select(map_window, card)
    map_window.action_set.by_id["duplicate"].trigger()
    select(map_window, card)
    field = map_window.inspector.panel.fields[name]
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_Insert)
    assert not map_window.canvas.is_editing
    press(qtbot, map_window, Qt.Key.Key_Z, CONTROL)
    assert not map_window.isWindowModified()


def test_menu_entries_of_the_clipboard_serve_the_editor_on_the_map(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    QApplication.clipboard().setText("a sign")
    select(map_window, "card-1")
    press(qtbot, map_window, Qt.Key.Key_F2)
    run = {
        id_: map_window.action_set.by_id[id_].trigger for id_ in ("select_all", "cut", "paste", "paste_text")
    }
    run["select_all"]()
    run["cut"]()
    assert QApplication.clipboard().text() == "Sees a poster"
    run["paste"]()
    run["paste_text"]()
    assert map_window.canvas.is_editing
    map_window.canvas.finish_editing()
    assert texts(map_window, "lane-1", "step-1") == ["Sees a posterSees a poster", "Asks a friend"]


def test_ctrl_enter_begins_a_card_and_ends_it(map_window: MainWindow, qtbot: QtBot) -> None:
    map_window.open_map.select((), "", ("lane-5", "step-1"))
    for words in ("One", "Two", "Three"):
        press(qtbot, map_window, Qt.Key.Key_Return, CONTROL)
        qtbot.keyClicks(map_window.focusWidget(), words)
        press(qtbot, map_window, Qt.Key.Key_Return, CONTROL)
        assert not map_window.canvas.is_editing
    assert texts(map_window, "lane-5", "step-1") == ["One", "Two", "Three"]
