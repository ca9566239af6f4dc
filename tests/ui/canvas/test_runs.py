"""Writing one card after another without the mouse."""

import pytest
from PySide6.QtCore import Qt

from journeymapper.document.records import Card, EmotionPoint, Stage
from tests.ui.canvas.driver import CTRL, SHIFT, Driver

ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
LEFT, RIGHT, UP, DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down


def stand_in(driver: Driver, lane: str, step: str) -> None:
    driver.open_map.select((), cell=(driver.lane(lane), driver.step(step)))


def standing_on(driver: Driver) -> str:
    record = driver.document.find(driver.open_map.current) if driver.open_map.current else None
    return record.text if isinstance(record, Card | EmotionPoint) else ""


def test_enter_opens_the_next_card_right_below(driver: Driver) -> None:
    driver.click(driver.at(driver.card("Sees a poster")))
    for words in ("Reads it", "Smiles"):
        driver.type(words)
        driver.key(ENTER)
        assert driver.canvas.is_editing
    assert driver.cards("Actions", "Sees") == ["Sees a poster", "Reads it", "Smiles", "", "Asks a friend"]
    driver.key(ENTER)
    assert not driver.canvas.is_editing
    assert driver.cards("Actions", "Sees") == ["Sees a poster", "Reads it", "Smiles", "Asks a friend"]
    assert driver.steps_done == 2, "each card is a step to undo, the empty one none"
    driver.session.undo()
    assert driver.cards("Actions", "Sees") == ["Sees a poster", "Reads it", "Asks a friend"]
    driver.session.undo()
    assert not driver.session.is_modified


def test_after_a_run_the_keyboard_is_on_its_last_card_and_goes_on_from_there(driver: Driver) -> None:
    stand_in(driver, "Actions", "Sees")
    driver.type("Waits")
    driver.key(ENTER)
    driver.key(ENTER)
    assert standing_on(driver) == "Waits"
    assert driver.open_map.cell == (driver.lane("Actions"), driver.step("Sees"))
    driver.key(DOWN)
    assert driver.open_map.cell == (driver.lane("Touchpoints"), driver.step("Sees"))


@pytest.mark.parametrize(
    ("key", "lane", "step", "text"),
    [
        (DOWN, "Emotions", "Searches", "Curious"),
        (UP, "Touchpoints", "Searches", "Slow"),
        (RIGHT, "Touchpoints", "Pays", "Shop"),
        (LEFT, "Touchpoints", "Sees", ""),
        (TAB, "Touchpoints", "Pays", "Shop"),
        (Qt.Key.Key_Backtab, "Touchpoints", "Sees", ""),
    ],
)
def test_an_empty_card_is_left_by_the_keys_that_lead_on(
    driver: Driver, key: Qt.Key, lane: str, step: str, text: str
) -> None:
    driver.click(driver.at(driver.card("Web search")))
    driver.type("Slow")
    driver.key(ENTER)
    driver.key(key)
    assert not driver.canvas.is_editing
    assert driver.cards("Touchpoints", "Searches") == ["Web search", "Slow"]
    assert driver.open_map.cell == (driver.lane(lane), driver.step(step))
    assert standing_on(driver) == text


@pytest.mark.parametrize("key", [UP, DOWN, LEFT, RIGHT])
def test_arrows_stay_in_a_text_and_in_one_that_was_emptied(driver: Driver, key: Qt.Key) -> None:
    stand_in(driver, "Pain points", "Sees")
    driver.type("Words")
    for _time in range(8):
        driver.key(key)
    assert driver.canvas.is_editing
    driver.canvas.edit_text(driver.card("Queues"))
    driver.key(Qt.Key.Key_A, CTRL)
    driver.key(Qt.Key.Key_Delete)
    driver.key(key)
    assert driver.canvas.is_editing
    assert driver.cards("Pain points", "Pays") == [""]


def test_an_arrow_in_the_first_empty_card_of_a_cell_leads_out_of_the_cell(driver: Driver) -> None:
    stand_in(driver, "Touchpoints", "Sees")
    driver.key(ENTER)
    assert driver.canvas.is_editing
    driver.key(UP)
    assert standing_on(driver) == "Asks a friend"
    assert driver.session.history.undo_label is None


def test_ctrl_enter_ends_a_card_and_stays_on_it(driver: Driver) -> None:
    stand_in(driver, "Pain points", "Sees")
    driver.type("Dark")
    driver.key(ENTER, CTRL)
    assert not driver.canvas.is_editing
    assert standing_on(driver) == "Dark"
    assert driver.cards("Pain points", "Sees") == ["Dark"]


def test_enter_in_a_card_that_was_there_ends_the_correction(driver: Driver) -> None:
    driver.click(driver.at(driver.card("Queues")))
    driver.key(ENTER)
    driver.type("!")
    driver.key(ENTER)
    assert not driver.canvas.is_editing
    assert driver.cards("Pain points", "Pays") == ["Queues!"]


def test_enter_in_a_name_opens_nothing(driver: Driver) -> None:
    stage = driver.document.indexes.stages[0][1]
    driver.open_map.select([stage])
    driver.key(ENTER)
    driver.type("Need")
    driver.key(ENTER)
    assert not driver.canvas.is_editing
    assert driver.open_map.current == stage
    assert driver.document.get(stage, Stage).name == "Need"


def test_esc_keeps_the_words_of_a_new_card(driver: Driver) -> None:
    stand_in(driver, "Pain points", "Sees")
    driver.type("Rain")
    driver.key(ESC)
    assert not driver.canvas.is_editing
    assert driver.cards("Pain points", "Sees") == ["Rain"]
    assert standing_on(driver) == "Rain"
    driver.session.undo()
    assert driver.cards("Pain points", "Sees") == []
    assert not driver.session.undo()


def test_esc_puts_words_back_that_were_there_and_redo_brings_back_what_was_written(driver: Driver) -> None:
    said: list[str] = []
    driver.canvas.said.connect(said.append)
    card = driver.card("Queues")
    driver.canvas.edit_text(card)
    driver.type(" for hours")
    driver.key(ESC)
    assert (driver.text(card), driver.session.is_modified) == ("Queues", False)
    assert said == ["The text is as it was. Redo brings back what was written."]
    driver.session.redo()
    assert driver.text(card) == "Queues for hours"
    driver.session.undo()
    driver.canvas.edit_text(card)
    driver.key(ESC)
    assert len(said) == 1, "nothing was written, nothing is said"


def test_undo_in_the_empty_card_of_a_run_takes_the_card_before_it_back(driver: Driver) -> None:
    stand_in(driver, "Pain points", "Sees")
    driver.type("One")
    driver.key(ENTER)
    driver.key(Qt.Key.Key_Z, CTRL)
    assert not driver.canvas.is_editing
    assert driver.cards("Pain points", "Sees") == []
    driver.session.redo()
    assert driver.cards("Pain points", "Sees") == ["One"]


def test_shift_enter_is_a_line_break_and_the_run_goes_on(driver: Driver) -> None:
    stand_in(driver, "Pain points", "Sees")
    driver.type("a")
    driver.key(ENTER, SHIFT)
    driver.type("b")
    driver.key(ENTER)
    driver.type("c")
    driver.key(TAB)
    assert driver.cards("Pain points", "Sees") == ["a\nb", "c"]


def test_from_the_empty_part_of_a_cell_up_leads_to_its_last_card_and_down_out_of_it(driver: Driver) -> None:
    driver.click(driver.in_cell("Touchpoints", "Searches", 0.95))
    assert driver.open_map.current == ""
    driver.key(UP)
    assert standing_on(driver) == "Web search"
    driver.click(driver.in_cell("Touchpoints", "Searches", 0.95))
    driver.key(DOWN)
    assert standing_on(driver) == "Curious"


def test_composing_chinese_in_an_empty_cell_begins_a_card(driver: Driver) -> None:
    stand_in(driver, "Pain points", "Sees")
    driver.compose("ni")
    assert driver.canvas.is_editing
    assert driver.cards("Pain points", "Sees") == [""]
    box = driver.canvas.text_box
    assert box is not None
    assert box.textCursor().block().layout().preeditAreaText() == "ni"
    driver.compose("nihao")
    driver.compose("", commit="你好")
    driver.key(ENTER)
    driver.compose("zai")
    driver.compose("", commit="再见")
    driver.key(ENTER, CTRL)
    assert driver.cards("Pain points", "Sees") == ["你好", "再见"]


def test_a_composition_given_up_in_an_empty_cell_leaves_nothing_behind(driver: Driver) -> None:
    stand_in(driver, "Pain points", "Sees")
    before = driver.bytes
    driver.compose("ni")
    driver.compose("")
    driver.key(ESC)
    assert driver.bytes == before


def test_page_keys_scroll_by_a_page(driver: Driver) -> None:
    driver.canvas.zoom_to(4.0)
    driver.key(Qt.Key.Key_Home, CTRL)
    bar = driver.canvas.verticalScrollBar()
    start, selection = bar.value(), driver.open_map.selection
    driver.key(Qt.Key.Key_PageDown)
    assert bar.value() - start == bar.pageStep()
    driver.key(Qt.Key.Key_PageUp)
    assert bar.value() == start
    assert driver.open_map.selection == selection
