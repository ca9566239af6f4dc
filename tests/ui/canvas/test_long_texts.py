"""Large and strange texts in the editor."""

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from journeymapper.document.records import Stage
from journeymapper.editing import cards
from journeymapper.ui.canvas.text_box import LONGEST_TEXT, TextBox
from tests.ui.canvas.driver import CTRL, NONE, SHIFT, Driver

WORDS = ["The", "customer", "waits", "for", "an", "answer", "and", "looks", "at", "the", "clock,"]
THAI = ["เปรียบเทียบ", "ราคา", "สินค้า", "ลูกค้า", "รอ", "คำตอบ"]

LATIN_WORDS = " ".join(WORDS[number % len(WORDS)] for number in range(5000))
THAI_WORDS = "".join(THAI[number * number % len(THAI)] for number in range(5000))


def write(driver: Driver, card: str, text: str) -> None:
    with driver.open_map.edit("Long text") as edit:
        cards.set_text(edit, card, text)


def box_of(driver: Driver) -> TextBox:
    box = driver.canvas.text_box
    assert box is not None
    return box


def caret_is_seen(driver: Driver) -> bool:
    return driver.canvas.viewport().rect().contains(box_of(driver).caret().toAlignedRect())


@pytest.mark.parametrize("text", [LATIN_WORDS, THAI_WORDS], ids=["latin", "thai"])
def test_a_card_of_five_thousand_words_is_edited_with_the_caret_in_view(driver: Driver, text: str) -> None:
    card = driver.card("Queues")
    write(driver, card, text)
    assert driver.rect(card).height * driver.canvas.view.scale > 5 * driver.canvas.viewport().height()
    driver.canvas.edit_text(card)
    assert caret_is_seen(driver), "at its end"
    driver.type("xy")
    assert driver.text(card) == text + "xy"
    driver.key(Qt.Key.Key_Home, CTRL)
    assert caret_is_seen(driver), "at its beginning"
    place = box_of(driver).caret().y()
    driver.key(Qt.Key.Key_PageDown)
    driver.key(Qt.Key.Key_PageDown, SHIFT)
    assert caret_is_seen(driver)
    assert box_of(driver).textCursor().hasSelection()
    assert box_of(driver).textCursor().position() > 500
    driver.key(Qt.Key.Key_PageUp)
    driver.key(Qt.Key.Key_PageUp)
    driver.key(Qt.Key.Key_PageUp)
    assert box_of(driver).caret().y() == pytest.approx(place, abs=2)
    driver.type("z")
    driver.key(Qt.Key.Key_Return)
    assert driver.text(card).endswith("xy")
    assert len(driver.text(card)) == len(text) + 3


def test_typing_in_the_middle_of_a_long_text_shows_what_stands_in_the_map(driver: Driver) -> None:
    card = driver.card("Queues")
    write(driver, card, LATIN_WORDS)
    driver.canvas.edit_text(card)
    cursor = box_of(driver).textCursor()
    cursor.setPosition(len(LATIN_WORDS) // 2)
    box_of(driver)._item.setTextCursor(cursor)
    driver.type("one two three ")
    words = driver.canvas.written_words()
    assert words is not None
    block = box_of(driver).textCursor().document().firstBlock().layout()
    starts = [block.lineAt(number).textStart() for number in range(block.lineCount())]
    assert starts == [line.start for line in words.shaped.lines]


def test_a_text_that_is_too_long_is_not_pasted(driver: Driver) -> None:
    said: list[str] = []
    driver.canvas.said.connect(said.append)
    card = driver.card("Queues")
    driver.canvas.edit_text(card)
    QGuiApplication.clipboard().setText(("ab " * LONGEST_TEXT)[: LONGEST_TEXT - 5])
    driver.key(Qt.Key.Key_V, CTRL)
    assert driver.text(card) == "Queues"
    assert driver.canvas.is_editing
    assert "at most 100000 characters" in said[0]
    driver.key(Qt.Key.Key_A, CTRL)
    driver.key(Qt.Key.Key_V, CTRL)
    assert len(driver.text(card)) == LONGEST_TEXT - 5, "in place of what was selected"
    assert len(said) == 1
    assert caret_is_seen(driver)


def test_strange_characters_are_left_out_of_what_is_pasted(driver: Driver) -> None:
    card = driver.card("Queues")
    driver.canvas.edit_text(card)
    QGuiApplication.clipboard().setText("\x00\x01PNG\x89\x1b[0m\ufffe \u200fשלום\u200e\r\nb\x85c\u2028d")
    driver.key(Qt.Key.Key_V, CTRL)
    driver.key(Qt.Key.Key_Return)
    assert driver.text(card) == "QueuesPNG\x89[0m \u200fשלום\u200e\nb\nc\nd"
    assert len(driver.document.indexes.cards(driver.lane("Pain points"), driver.step("Pays"))) == 1


def test_several_lines_pasted_into_an_open_card_stay_in_it(driver: Driver) -> None:
    driver.open_map.select((), cell=(driver.lane("Pain points"), driver.step("Sees")))
    driver.key(Qt.Key.Key_Return)
    QGuiApplication.clipboard().setText("one\r\n\r\ntwo\n")
    driver.key(Qt.Key.Key_V, CTRL)
    driver.key(Qt.Key.Key_Return, CTRL)
    assert driver.cards("Pain points", "Sees") == ["one\n\ntwo"]


def test_what_an_input_method_or_a_key_sends_is_cleaned(driver: Driver) -> None:
    card = driver.card("Queues")
    driver.canvas.edit_text(card)
    driver.compose("", commit="a\x07\x00b\u2029c")
    event = QInputMethodEvent()
    event.setCommitString("\ud83d", 0, 0)
    QApplication.sendEvent(box_of(driver), event)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(box_of(driver), QKeyEvent(kind, 0, NONE, "\ud83d"))
        QApplication.sendEvent(box_of(driver), QKeyEvent(kind, 0, NONE, "\x07"))
    assert box_of(driver).text == driver.text(card) == "Queuesab\nc"
    stage = driver.document.indexes.stages[0][1]
    driver.canvas.edit_text(stage)
    driver.compose("", commit="a\nb")
    driver.key(Qt.Key.Key_Return)
    assert driver.document.get(stage, Stage).name == "a b"


def test_what_an_input_method_begins_a_card_with_is_cleaned(driver: Driver) -> None:
    driver.open_map.select((), cell=(driver.lane("Pain points"), driver.step("Sees")))
    driver.compose("", commit="a\x07\u200fb")
    assert box_of(driver).text == "a\u200fb"
    driver.key(Qt.Key.Key_Return, CTRL)
    assert driver.cards("Pain points", "Sees") == ["a\u200fb"]


def test_a_card_of_a_megabyte_is_shown_scrolled_moved_and_deleted_but_not_edited(driver: Driver) -> None:
    said: list[str] = []
    driver.canvas.said.connect(said.append)
    card, text = driver.card("Queues"), "\n".join([" ".join(WORDS)] * 18_000)
    assert len(text) > 1_000_000
    write(driver, card, text)
    driver.settle()
    driver.click(driver.at(driver.card("Shop")))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        driver.key(key)
    driver.settle()
    assert driver.open_map.current == card
    driver.key(Qt.Key.Key_Return)
    assert not driver.canvas.is_editing
    assert str(len(text)) in said[0]
    driver.key(Qt.Key.Key_PageDown)
    driver.settle()
    image = driver.canvas.viewport().grab(QRect(0, 0, 400, 400)).toImage()
    assert not image.isNull()
    with driver.open_map.edit("Delete") as edit:
        cards.delete(edit, [card])
    driver.settle()
    driver.session.undo()
    assert driver.text(card) == text
