"""The editor in place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from journeymapper.document.records import MAP_ID, EmotionPoint, Lane, Stage, Step
from journeymapper.editing import cards, personas, points
from journeymapper.layout.display import Paragraph
from journeymapper.ui.canvas.words import words_of
from tests.ui.canvas.driver import CTRL, SHIFT, Driver


def test_a_double_click_edits_a_card_and_enter_keeps_it(driver: Driver) -> None:
    card = driver.card("Queues")
    driver.double_click(driver.at(card))
    assert driver.canvas.is_editing
    driver.type(" in the morning")
    assert driver.text(card) == "Queues in the morning"
    driver.key(Qt.Key.Key_Return)
    assert not driver.canvas.is_editing
    assert driver.canvas.hasFocus()
    assert driver.text(card) == "Queues in the morning"
    assert driver.session.history.undo_label == "Edit card"
    driver.session.undo()
    assert driver.text(card) == "Queues"
    assert not driver.session.undo()


def test_every_keystroke_reflows_the_map(driver: Driver) -> None:
    card, below = driver.card("Sees a poster"), driver.card("Asks a friend")
    top = driver.rect(below).y
    driver.canvas.edit_text(card)
    driver.type(" that hangs at the corner of the market hall")
    assert driver.rect(below).y > top


def test_shift_enter_makes_a_line_break_in_a_card(driver: Driver) -> None:
    card = driver.card("Queues")
    driver.canvas.edit_text(card)
    driver.key(Qt.Key.Key_Return, SHIFT)
    driver.type("x")
    driver.key(Qt.Key.Key_Return)
    assert driver.text(card) == "Queues\nx"


def test_esc_restores_the_words_without_a_trace(driver: Driver) -> None:
    before, card = driver.bytes, driver.card("Queues")
    driver.canvas.edit_text(card)
    driver.type("!!!")
    assert driver.bytes != before
    driver.key(Qt.Key.Key_Escape)
    assert driver.bytes == before
    assert driver.session.history.undo_label is None
    assert not driver.session.is_modified


def test_a_double_click_on_an_empty_cell_begins_a_card(driver: Driver) -> None:
    driver.double_click(driver.in_cell("Pain points", "Sees", 0.8))
    assert driver.canvas.is_editing
    driver.type("No sign")
    driver.key(Qt.Key.Key_Return, CTRL)
    assert driver.cards("Pain points", "Sees") == ["No sign"]
    assert driver.open_map.selection == {driver.card("No sign")}
    assert driver.session.history.undo_label == "Add card"
    driver.session.undo()
    assert driver.cards("Pain points", "Sees") == []
    assert not driver.session.undo()


@pytest.mark.parametrize("ending", ["Esc", "Enter", "click elsewhere", "focus elsewhere", "finish"])
def test_a_new_card_left_empty_vanishes_without_an_undo_step(driver: Driver, ending: str) -> None:
    before = driver.bytes
    driver.canvas.begin_card(driver.lane("Pain points"), driver.step("Sees"))
    assert driver.cards("Pain points", "Sees") == [""]
    if ending == "Esc":
        driver.key(Qt.Key.Key_Escape)
    elif ending == "Enter":
        driver.key(Qt.Key.Key_Return)
    elif ending == "click elsewhere":
        driver.click(driver.in_cell("Touchpoints", "Sees", 0.9))
    elif ending == "focus elsewhere":
        driver.canvas.setFocus()
    else:
        driver.canvas.finish_editing()
    assert not driver.canvas.is_editing
    assert driver.bytes == before
    assert driver.session.history.undo_label is None
    assert not driver.session.is_modified


def test_a_card_that_only_holds_blanks_vanishes_too(driver: Driver) -> None:
    before = driver.bytes
    driver.canvas.begin_card(driver.lane("Pain points"), driver.step("Sees"))
    driver.type("   ")
    driver.key(Qt.Key.Key_Return)
    assert driver.bytes == before


def test_after_an_empty_card_vanished_the_cursor_is_in_its_cell(driver: Driver) -> None:
    cell = (driver.lane("Pain points"), driver.step("Sees"))
    driver.canvas.begin_card(*cell)
    driver.key(Qt.Key.Key_Escape)
    assert driver.open_map.cell == cell
    driver.type("y")
    driver.key(Qt.Key.Key_Return, CTRL)
    assert driver.cards("Pain points", "Sees") == ["y"]


def test_losing_the_keyboard_keeps_what_was_written(driver: Driver) -> None:
    card = driver.card("Queues")
    driver.canvas.edit_text(card)
    driver.type("!")
    driver.canvas.setFocus()
    assert not driver.canvas.is_editing
    assert driver.text(card) == "Queues!"
    assert driver.session.history.undo_label == "Edit card"


def test_composed_words_are_written_only_when_they_are_committed(driver: Driver) -> None:
    card = driver.card("Queues")
    driver.canvas.edit_text(card)
    driver.compose("ก")
    driver.compose("กา")
    assert driver.text(card) == "Queues"
    driver.compose("", commit="การ")
    assert driver.text(card) == "Queuesการ"
    driver.compose("˝")
    driver.compose("", commit="ā")
    driver.key(Qt.Key.Key_Return)
    assert driver.text(card) == "Queuesการā"


def test_composing_in_an_empty_cell_begins_a_card(driver: Driver) -> None:
    driver.click(driver.in_cell("Pain points", "Sees", 0.9))
    driver.compose("", commit="ā")
    driver.type("bols")
    driver.key(Qt.Key.Key_Return, CTRL)
    assert driver.cards("Pain points", "Sees") == ["ābols"]


def test_pasted_text_is_cleaned_and_plain(driver: Driver) -> None:
    card = driver.card("Queues")
    driver.canvas.edit_text(card)
    QGuiApplication.clipboard().setText(" a\x07b\x00\r\nc")
    driver.key(Qt.Key.Key_V, CTRL)
    driver.key(Qt.Key.Key_Return)
    assert driver.text(card) == "Queues ab\nc"


def test_a_name_is_one_line(driver: Driver) -> None:
    stage = driver.document.indexes.stages[0][1]
    driver.canvas.edit_text(stage)
    QGuiApplication.clipboard().setText("First\nneed")
    driver.key(Qt.Key.Key_V, CTRL)
    driver.key(Qt.Key.Key_Return, SHIFT)
    assert driver.document.get(stage, Stage).name == "First need"
    driver.key(Qt.Key.Key_Tab)
    assert not driver.canvas.is_editing
    assert driver.document.get(stage, Stage).name == "First need"
    assert driver.open_map.selection == {driver.document.indexes.stages[1][1]}


def test_copying_in_the_editor_gives_plain_text(driver: Driver) -> None:
    driver.canvas.edit_text(driver.card("Queues"))
    driver.key(Qt.Key.Key_A, CTRL)
    driver.key(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Queues"
    assert not QGuiApplication.clipboard().mimeData().hasHtml()
    driver.key(Qt.Key.Key_X, CTRL)
    assert driver.text(driver.open_map.current) == ""


def test_undo_in_the_editor_takes_typing_back_first_and_then_the_map(driver: Driver) -> None:
    driver.canvas.begin_card(driver.lane("Pain points"), driver.step("Sees"))
    driver.type("first")
    driver.key(Qt.Key.Key_Return, CTRL)
    card = driver.card("Queues")
    driver.canvas.edit_text(card)
    driver.type("!")
    driver.key(Qt.Key.Key_Z, CTRL)
    assert driver.canvas.is_editing
    assert driver.text(card) == "Queues"
    driver.key(Qt.Key.Key_Z, CTRL)
    assert not driver.canvas.is_editing
    assert driver.cards("Pain points", "Sees") == []


def test_redo_in_the_editor_types_again(driver: Driver) -> None:
    card = driver.card("Queues")
    driver.canvas.edit_text(card)
    driver.type("!")
    driver.key(Qt.Key.Key_Z, CTRL)
    driver.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert driver.text(card) == "Queues!"


def test_names_labels_and_the_title_block_are_written_in_place(driver: Driver) -> None:
    document = driver.document
    stage, lane, step = document.indexes.stages[0][1], driver.lane("Actions"), driver.step("Sees")
    point = driver.point("Sees").id
    for id_, field in (
        (stage, ""),
        (step, ""),
        (lane, ""),
        (lane, "hint"),
        (point, ""),
        (MAP_ID, ""),
        (MAP_ID, "subtitle"),
    ):
        assert driver.canvas.edit_text(id_, field)
        driver.key(Qt.Key.Key_A, CTRL)
        driver.type(f"New {field or 'name'}")
        driver.key(Qt.Key.Key_Return)
    assert document.get(stage, Stage).name == "New name"
    assert document.get(step, Step).name == "New name"
    assert document.get(lane, Lane).name == "New name"
    assert document.get(lane, Lane).hint == "New hint"
    assert document.get(point, EmotionPoint).text == "New name"
    assert document.map.title == "New name"
    assert document.map.scenario == "New subtitle"


def test_a_double_click_on_the_subtitle_edits_the_scenario_and_on_a_hint_the_hint(driver: Driver) -> None:
    subtitle = driver.session.layout.header.subtitle
    driver.double_click(driver.on_map(subtitle.x + 30, subtitle.centre[1]))
    driver.type("Second ride")
    driver.key(Qt.Key.Key_Return)
    assert driver.document.map.scenario == "Second ride"
    lane = driver.lane("Actions")
    hint = words_of(driver.session.layout, lane, "hint")
    assert hint is not None
    driver.double_click(driver.on_map(hint.box.x + 10, hint.box.centre[1]))
    driver.type("what they do")
    driver.key(Qt.Key.Key_Return)
    assert driver.document.get(lane, Lane).hint == "what they do"


def test_nothing_is_written_where_there_are_no_words(driver: Driver) -> None:
    persona = driver.document.indexes.personas[0][1]
    assert not driver.canvas.edit_text(persona)
    assert not driver.canvas.edit_text("nobody")
    assert not driver.canvas.edit_text(driver.card("Queues"), "note")
    assert not driver.canvas.is_editing


def test_the_words_under_the_editor_are_those_the_map_paints(driver: Driver) -> None:
    layout, document = driver.session.layout, driver.document
    painted = {
        (round(placed.x + item.x, 2), round(placed.y + item.y, 2)): item.text
        for placed in layout.visible(layout.bounds)
        for item in placed.items
        if isinstance(item, Paragraph)
    }
    fields = [(MAP_ID, "title"), (MAP_ID, "scenario"), (driver.lane("Actions"), "hint")]
    fields += [(record.id, "") for record in document if record.kind not in {"map", "persona"}]
    for id_, field in fields:
        words = words_of(layout, id_, field)
        assert words is not None, id_
        text = painted[round(words.box.x, 2), round(words.box.y, 2)]
        assert [line.text for line in text.lines] == [line.text for line in words.shaped.lines], id_


def test_the_text_box_lies_on_the_words_and_breaks_lines_as_the_map_does(driver: Driver) -> None:
    card = driver.card("Pays by card in the shop at the corner of her street")
    for zoom in (0.7, 1.0, 2.3):
        driver.canvas.zoom_to(zoom)
        driver.canvas.edit_text(card)
        box, words = driver.canvas.text_box, words_of(driver.session.layout, card, "text")
        assert box is not None
        assert words is not None
        lies = driver.canvas.view.to_view(words.box)
        around = box.geometry()
        assert around.contains(lies.toAlignedRect())
        assert around.width() - lies.width() < 10
        assert around.height() - lies.height() < 6
        block = box.textCursor().document().firstBlock().layout()
        starts = [block.lineAt(number).textStart() for number in range(block.lineCount())]
        assert starts == [line.start for line in words.shaped.lines]
        driver.canvas.finish_editing()


def test_the_text_box_goes_with_the_map(driver: Driver) -> None:
    driver.canvas.edit_text(driver.card("Queues"))
    box = driver.canvas.text_box
    assert box is not None
    driver.canvas.zoom_to(2.5)
    words = driver.canvas.written_words()
    assert words is not None
    assert box.geometry().contains(driver.canvas.view.to_view(words.box).center().toPoint())
    before = box.geometry().topLeft()
    place = driver.canvas.view.place
    driver.canvas.verticalScrollBar().setValue(driver.canvas.verticalScrollBar().value() - 40)
    assert box.geometry().topLeft() - before == driver.canvas.view.place - place


def test_editing_far_away_brings_the_map_near(driver: Driver) -> None:
    driver.canvas.zoom_to(0.1)
    driver.canvas.edit_text(driver.card("Queues"))
    assert driver.canvas.zoom == 1.0
    box = driver.canvas.text_box
    assert box is not None
    assert driver.canvas.viewport().rect().contains(box.geometry())


def test_what_others_write_in_the_same_words_is_shown(driver: Driver) -> None:
    card = driver.card("Queues")
    driver.canvas.edit_text(card)
    with driver.open_map.edit("Elsewhere") as edit:
        cards.set_text(edit, card, "Crowds")
    box = driver.canvas.text_box
    assert box is not None
    assert box.text == "Crowds"


def test_the_editor_closes_when_its_card_is_gone(driver: Driver) -> None:
    card = driver.card("Queues")
    driver.canvas.edit_text(card)
    with driver.open_map.edit("Elsewhere") as edit:
        cards.delete(edit, [card])
    assert not driver.canvas.is_editing
    assert driver.canvas.text_box is None


def test_a_double_click_in_an_emotion_cell_adds_a_point_at_that_height(driver: Driver) -> None:
    with driver.open_map.edit("Clear") as edit:
        points.delete(edit, driver.point("Searches").id)
    lane = driver.session.layout.lanes[driver.lane("Emotions")]
    rect = driver.session.layout.cell_rect(driver.lane("Emotions"), driver.step("Searches"))
    driver.double_click(driver.on_map(rect.centre[0], rect.y + lane.zero - 27))
    assert driver.point("Searches").score == 1.5
    assert driver.point("Searches").persona == driver.document.indexes.personas[0][1]
    assert driver.open_map.selection == {driver.point("Searches").id}
    before = driver.bytes
    driver.double_click(driver.on_map(rect.x + 10, rect.y + lane.zero + 20))
    assert driver.bytes == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab])
def test_looking_into_the_editor_changes_nothing(driver: Driver, key: Qt.Key) -> None:
    card = driver.card("Queues")
    with driver.open_map.edit("Prepare") as edit:
        cards.set_text(edit, card, "Queues \n")
        personas.set_title_block(edit, scenario="One\ntwo \n", title="  Buying")
    before, steps = driver.bytes, driver.steps_done
    for id_, field in ((card, ""), (MAP_ID, "scenario"), (MAP_ID, "title")):
        assert driver.canvas.edit_text(id_, field)
        driver.key(key)
        assert not driver.canvas.is_editing
    assert (driver.bytes, driver.steps_done) == (before, steps)


def test_what_is_typed_and_taken_back_leaves_the_text_to_the_last_blank(driver: Driver) -> None:
    with driver.open_map.edit("Prepare") as edit:
        personas.set_title_block(edit, title=" Buying  ")
    before, steps = driver.bytes, driver.steps_done
    driver.canvas.edit_text(MAP_ID, "title")
    driver.key(Qt.Key.Key_End)
    driver.type("x")
    driver.key(Qt.Key.Key_Backspace)
    driver.key(Qt.Key.Key_Return)
    assert (driver.bytes, driver.steps_done) == (before, steps)


def test_the_line_feeds_of_a_scenario_outlive_a_correction(driver: Driver) -> None:
    with driver.open_map.edit("Prepare") as edit:
        personas.set_title_block(edit, scenario="One\ntwo")
    driver.canvas.edit_text(MAP_ID, "scenario")
    driver.key(Qt.Key.Key_End, CTRL)
    driver.type("!")
    driver.key(Qt.Key.Key_Return)
    assert driver.document.map.scenario == "One\ntwo!"


def test_a_paste_into_a_name_keeps_the_blank_before_it_and_makes_blanks_of_line_feeds(
    driver: Driver,
) -> None:
    stage = next(record.id for record in driver.document if isinstance(record, Stage))
    for pasted, name in ((" two", "Awareness two"), ("\nand\r\nthree ", "Awareness two and three")):
        driver.canvas.edit_text(stage)
        driver.key(Qt.Key.Key_End)
        QGuiApplication.clipboard().setText(pasted)
        driver.key(Qt.Key.Key_V, CTRL)
        driver.key(Qt.Key.Key_Return)
        assert driver.document.get(stage, Stage).name == name


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_Z, CTRL | SHIFT), (Qt.Key.Key_Y, CTRL)])
def test_typing_that_was_undone_is_done_again_by_either_key(
    driver: Driver, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    driver.canvas.edit_text(driver.card("Queues"))
    driver.type("!")
    driver.key(Qt.Key.Key_Z, CTRL)
    assert driver.cards("Pain points", "Pays") == ["Queues"]
    driver.key(key, held)
    assert driver.cards("Pain points", "Pays") == ["Queues!"]
    assert driver.canvas.is_editing
