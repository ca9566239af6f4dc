"""Find and replace, in the real window."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from journeymapper.document.records import MAP_ID, Card, Lane
from journeymapper.document.searching import Match
from journeymapper.editing import cards, lanes, personas
from journeymapper.layout.geometry import Rect
from journeymapper.session.session import Session
from journeymapper.ui.bars.find_bar import FindBar
from journeymapper.ui.canvas.words import words_of
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.open_map import OpenMap
from tests.maps import large_map
from tests.ui.canvas.driver import Driver

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def driver(map_window: MainWindow) -> Driver:
    map_window.canvas.actual_size()
    return Driver(map_window.canvas)


@pytest.fixture
def bar(map_window: MainWindow) -> FindBar:
    return map_window.bars.find_bar


def press(window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(window.focusWidget(), key, held)


def find(window: MainWindow, words: str) -> None:
    """Press Ctrl+F and type."""
    press(window, Qt.Key.Key_F, CONTROL)
    for letter in words:  # QTest knows no keys of other scripts
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, NONE, letter)
        QApplication.sendEvent(window.focusWidget(), event)


def shown(window: MainWindow) -> QImage:
    QApplication.processEvents()
    return window.canvas.viewport().grab().toImage()


def is_amber(colour: QColor) -> bool:
    return colour.blue() < colour.red() - 40 and colour.green() > colour.blue() + 15


def amber_columns(window: MainWindow, area: Rect) -> list[float]:
    """Return where, in points from its left end, an area of the map is marked, on its upper edge."""
    view, image = window.canvas.view, shown(window)
    lies = view.to_view(area)
    y = round(lies.top() + 2)
    columns = range(max(0, round(lies.left())), min(image.width(), round(lies.right())))
    marked = [x for x in columns if is_amber(image.pixelColor(x, y))]
    return [(x - lies.left()) / view.scale for x in marked]


def test_typing_finds_the_first_match_and_marks_all(
    map_window: MainWindow, bar: FindBar, driver: Driver
) -> None:
    find(map_window, "sh")
    assert bar.count_label.text() == "1 of 3"
    assert driver.open_map.selection == {"lane-1"}, "what she does"
    QTest.keyClicks(bar.field, "op")
    assert bar.count_label.text() == "1 of 2"
    assert driver.open_map.selection == {"card-3"}
    QTest.keyClicks(bar.field, "x")
    assert bar.count_label.text() == "Nothing found"
    assert not bar.next_button.isEnabled()
    press(map_window, Qt.Key.Key_Backspace)
    assert bar.count_label.text() == "1 of 2"
    assert bar.next_button.isEnabled()


def test_f3_goes_round_both_ways(map_window: MainWindow, bar: FindBar, driver: Driver) -> None:
    find(map_window, "see")
    met = []
    for key, held in [(Qt.Key.Key_F3, NONE), (Qt.Key.Key_G, CONTROL), (Qt.Key.Key_F3, SHIFT)]:
        met.append((driver.open_map.current, bar.count_label.text()))
        press(map_window, key, held)
    met.append((driver.open_map.current, bar.count_label.text()))
    assert met == [
        ("step-1", "1 of 2"),
        ("card-1", "2 of 2"),
        ("step-1", "1 of 2 · from the other end"),
        ("card-1", "2 of 2 · from the other end"),
    ]
    press(map_window, Qt.Key.Key_Return, SHIFT)
    assert bar.count_label.text() == "1 of 2"


def test_the_search_begins_where_the_keyboard_stands(
    map_window: MainWindow, bar: FindBar, driver: Driver
) -> None:
    driver.click(driver.at("card-4"))
    find(map_window, "shop")
    assert (driver.open_map.current, bar.count_label.text()) == ("card-5", "2 of 2")


def test_esc_gives_the_keyboard_to_the_map_with_what_was_found_selected(
    map_window: MainWindow, bar: FindBar, driver: Driver
) -> None:
    find(map_window, "friend")
    press(map_window, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert map_window.focusWidget() is map_window.canvas
    assert driver.open_map.selection == {"card-2"}
    press(map_window, Qt.Key.Key_F2)
    assert map_window.canvas.is_editing
    press(map_window, Qt.Key.Key_Escape)
    find(map_window, "")
    assert bar.field.selectedText() == "friend", "the last words are there to be typed over"


def test_f3_finds_the_last_words_again_without_taking_the_keyboard(
    map_window: MainWindow, bar: FindBar, driver: Driver
) -> None:
    find(map_window, "shop")
    press(map_window, Qt.Key.Key_Escape)
    press(map_window, Qt.Key.Key_F3)
    assert driver.open_map.current == "card-5"
    assert map_window.focusWidget() is map_window.canvas
    press(map_window, Qt.Key.Key_Escape)
    bar.close_bar()
    driver.click(driver.at("card-4"))
    press(map_window, Qt.Key.Key_F3)
    assert driver.open_map.current == "card-5"
    bar.close_bar()
    driver.click(driver.at("card-4"))
    press(map_window, Qt.Key.Key_F3, SHIFT)
    assert driver.open_map.current == "card-3"


def test_f3_without_words_asks_for_some(map_window: MainWindow, bar: FindBar) -> None:
    press(map_window, Qt.Key.Key_F3)
    assert bar.isVisible()
    assert map_window.focusWidget() is bar.field


def test_the_toggles_narrow_the_search(map_window: MainWindow, bar: FindBar) -> None:
    find(map_window, "S")
    everything = bar.count_label.text()
    bar.case_button.click()
    assert bar.count_label.text().split()[-1] != everything.split()[-1]
    bar.case_button.click()
    bar.field.clear()
    QTest.keyClicks(bar.field, "see")
    assert bar.count_label.text().endswith("of 2")
    bar.words_button.click()
    assert bar.count_label.text() == "Nothing found"


def test_words_being_written_are_kept_and_selected_ones_looked_for(
    map_window: MainWindow, bar: FindBar, driver: Driver
) -> None:
    driver.double_click(driver.at("card-1"))
    driver.key(Qt.Key.Key_End)
    driver.type(" shop")
    driver.key(Qt.Key.Key_Left, CONTROL | SHIFT)
    press(map_window, Qt.Key.Key_F, CONTROL)
    assert not map_window.canvas.is_editing
    assert driver.text("card-1") == "Sees a poster shop"
    assert (bar.field.text(), bar.count_label.text()) == ("shop", "1 of 3")
    assert driver.steps_done == 1


def test_matches_follow_what_is_written_and_undone(
    map_window: MainWindow, bar: FindBar, driver: Driver, qtbot: QtBot
) -> None:
    find(map_window, "shop")
    with driver.open_map.edit("Write") as edit:
        cards.set_text(edit, "card-1", "Sees the shop, likes the shop")
    assert bar.count_label.text() == "4 matches"
    qtbot.waitUntil(lambda: bar.count_label.text() == "3 of 4")
    driver.session.undo()
    assert bar.count_label.text() == "2 matches"
    qtbot.waitUntil(lambda: bar.count_label.text() == "1 of 2")
    with driver.open_map.edit("Delete") as edit:
        cards.delete(edit, ["card-3"])
    qtbot.waitUntil(lambda: bar.count_label.text() == "1 match")
    press(map_window, Qt.Key.Key_F3)
    assert (driver.open_map.current, bar.count_label.text()) == ("card-5", "1 of 1")


def test_a_match_in_a_lane_that_is_not_shown_shows_it_when_gone_to(
    map_window: MainWindow, bar: FindBar, driver: Driver
) -> None:
    pains = driver.lane("Pain points")
    ways = (
        (lanes.set_collapsed, "Lane “Pain points” is expanded; Undo collapses it."),
        (lanes.set_hidden, "Lane “Pain points” is shown again; Undo hides it."),
    )
    for hide, said in ways:
        with driver.open_map.edit("Less") as edit:
            hide(edit, [pains], True)
        before = driver.steps_done
        find(map_window, "queues")
        assert bar.count_label.text() == "1 of 1 · in a lane that is not shown"
        assert driver.steps_done == before, "typing shows no lane"
        press(map_window, Qt.Key.Key_Return)
        assert bar.count_label.text() == "1 of 1"
        assert map_window.status_line.currentMessage() == said
        lane = driver.document.get(pains, Lane)
        assert not lane.collapsed
        assert not lane.hidden
        assert driver.open_map.selection == {"card-6"}
        bar.close_bar()


def test_replace_goes_from_match_to_match(map_window: MainWindow, bar: FindBar, driver: Driver) -> None:
    press(map_window, Qt.Key.Key_H, CONTROL | SHIFT)
    QTest.keyClicks(bar.field, "shop")
    press(map_window, Qt.Key.Key_Tab)
    assert map_window.focusWidget() is bar.replacement
    QTest.keyClicks(bar.replacement, "shop, shop")
    press(map_window, Qt.Key.Key_Return)
    assert driver.text("card-3") == "Pays by card in the shop, shop at the corner of her street"
    assert driver.open_map.selection == {"card-5"}
    press(map_window, Qt.Key.Key_Return)
    assert driver.text("card-5") == "shop, shop"
    assert driver.steps_done == 2
    assert bar.count_label.text() == "1 of 4"


def test_replace_all_is_one_step_and_says_how_many(
    map_window: MainWindow, bar: FindBar, driver: Driver
) -> None:
    before = driver.bytes
    press(map_window, Qt.Key.Key_H, CONTROL | SHIFT)
    QTest.keyClicks(bar.field, "s")
    bar.replacement.setText("เปรียบเทียบ č مرحبا")
    count = int(bar.count_label.text().split()[-1])
    bar.replace_all_button.click()
    assert map_window.status_line.currentMessage() == f"{count} matches replaced"
    assert bar.count_label.text() == "Nothing found"
    assert driver.text("card-5") == "เปรียบเทียบ č مرحباhop"
    assert driver.steps_done == 1
    driver.session.undo()
    assert driver.bytes == before
    bar.close_bar()
    find(map_window, "ČEKU")
    assert bar.count_label.text() == "Nothing found"


def test_replace_all_keeps_to_the_selection_of_several_records(
    map_window: MainWindow, bar: FindBar, driver: Driver
) -> None:
    driver.open_map.select(["card-1", "card-5"], "card-1")
    press(map_window, Qt.Key.Key_H, CONTROL | SHIFT)
    assert bar.within_button.isChecked()
    QTest.keyClicks(bar.field, "s")
    assert bar.count_label.text() == "1 of 4"
    bar.replacement.setText("z")
    bar.replace_all_button.click()
    assert map_window.status_line.currentMessage() == "4 matches replaced"
    assert (driver.text("card-1"), driver.text("card-2")) == ("zeez a pozter", "Asks a friend")
    assert driver.text("card-5") == "zhop"
    driver.session.undo()
    bar.within_button.click()
    assert not bar.within_button.isEnabled(), "nothing but the match is selected any more"
    assert int(bar.count_label.text().split()[-1]) > 20


def test_the_selection_is_an_offer_to_find(map_window: MainWindow, bar: FindBar, driver: Driver) -> None:
    find(map_window, "s")
    assert not bar.within_button.isEnabled()
    driver.open_map.select(["card-1", "card-5"], "card-1")
    assert bar.within_button.isEnabled()
    bar.within_button.click()
    assert bar.count_label.text().endswith("of 4")


def test_replace_needs_a_match_and_an_open_row(map_window: MainWindow, bar: FindBar) -> None:
    actions = map_window.action_set.by_id
    find(map_window, "shop")
    assert not actions["replace_all"].isEnabled()
    press(map_window, Qt.Key.Key_H, CONTROL | SHIFT)
    assert actions["replace_all"].isEnabled()
    assert actions["replace_one"].isEnabled()
    bar.field.clear()
    QTest.keyClicks(bar.field, "nowhere")
    assert not actions["replace_all"].isEnabled()
    bar.close_bar()
    assert not actions["replace_one"].isEnabled()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pays by card in the shop", "card"),
        ("Gaida čeku un maksā", "čeku"),
        ("เปรียบเทียบราคาสินค้า", "ราคา"),
        ("مرحبا بالعالم الجميل", "بالعالم"),
    ],
)
def test_marks_lie_on_the_very_letters(map_window: MainWindow, driver: Driver, text: str, words: str) -> None:
    with driver.open_map.edit("Write") as edit:
        cards.set_text(edit, "card-4", text)
    find(map_window, words)
    laid_out = words_of(driver.session.layout, "card-4", "text")
    assert laid_out is not None
    marked = amber_columns(map_window, laid_out.box)
    start = text.index(words)
    [box] = map_window.canvas.overlay.highlights.boxes_of(Match("card-4", "text", start, start + len(words)))
    assert min(marked) == pytest.approx(box.x - laid_out.box.x, abs=1.5)
    assert max(marked) == pytest.approx(box.right - laid_out.box.x, abs=1.5)
    share = len(words) / len(text)
    assert 0.5 * share < (max(marked) - min(marked)) / laid_out.shaped.width < 2 * share


def test_names_titles_and_labels_are_marked_on_their_letters(map_window: MainWindow, driver: Driver) -> None:
    for words, id_, field in [
        ("bicycle", MAP_ID, "title"),
        ("ride", MAP_ID, "scenario"),
        ("searches", "step-2", "name"),
        ("touchpoints", "lane-2", "name"),
        ("what she", "lane-1", "hint"),
    ]:
        find(map_window, words)
        laid_out = words_of(driver.session.layout, id_, field)
        assert laid_out is not None
        marked = amber_columns(map_window, laid_out.box)
        assert marked, words
        assert max(marked) - min(marked) < laid_out.shaped.width + 2
        map_window.bars.find_bar.close_bar()
        assert not amber_columns(map_window, laid_out.box), "closed, the bar takes the marks away"


def test_the_name_of_a_collapsed_lane_is_marked_as_far_as_it_is_shown(
    map_window: MainWindow, driver: Driver
) -> None:
    with driver.open_map.edit("Collapse") as edit:
        lanes.rename(edit, "lane-2", "Touch and a name that is far too long for its lane's head")
        lanes.set_collapsed(edit, ["lane-2"], True)
    find(map_window, "touch")
    assert len(amber_columns(map_window, driver.rect("lane-2").grown(-6))) > 10
    map_window.bars.find_bar.close_bar()
    find(map_window, "its lane")
    assert driver.open_map.selection == {"lane-2"}
    row = driver.session.layout.cell_rect("lane-2", "step-1")
    assert not amber_columns(map_window, row.grown(-6))


def test_the_name_of_a_persona_is_marked(map_window: MainWindow, driver: Driver) -> None:
    find(map_window, "bērziņa")
    assert driver.open_map.selection == {"persona-1"}
    [box] = map_window.canvas.overlay.highlights.boxes_of(Match("persona-1", "name", 5, 12))
    marked = amber_columns(map_window, box)
    assert len(marked) > 20


def test_a_match_in_a_note_rings_its_card(map_window: MainWindow, driver: Driver) -> None:
    with driver.open_map.edit("Note") as edit:
        cards.set_fields(edit, ["card-4"], note="Ask for the zebra")
    driver.open_map.select(())
    before = shown(map_window)
    find(map_window, "zebra")
    assert driver.open_map.selection == {"card-4"}
    lies = map_window.canvas.view.to_view(driver.rect("card-4"))
    x, y = round(lies.center().x()), round(lies.top() + 1.5)
    driver.open_map.select(())
    image = shown(map_window)
    assert is_amber(image.pixelColor(x, y))
    assert not is_amber(before.pixelColor(x, y))
    assert not is_amber(image.pixelColor(round(lies.center().x()), round(lies.center().y())))


def test_from_far_off_whole_cards_are_marked(map_window: MainWindow, driver: Driver) -> None:
    find(map_window, "friend")
    map_window.canvas.zoom_to(0.2)
    image = shown(map_window)
    assert is_amber(image.pixelColor(driver.at("card-2")))
    assert not is_amber(image.pixelColor(driver.at("card-1")))


def test_the_match_of_a_long_card_is_brought_into_view(map_window: MainWindow, driver: Driver) -> None:
    with driver.open_map.edit("Write") as edit:
        cards.set_text(edit, "card-1", "many words " * 1500 + "zebra")
    find(map_window, "zebra")
    start = driver.text("card-1").index("zebra")
    [box] = map_window.canvas.overlay.highlights.boxes_of(Match("card-1", "text", start, start + 5))
    assert map_window.canvas.viewport().rect().contains(map_window.canvas.view.to_view(box).toAlignedRect())


def test_another_map_ends_the_search(map_window: MainWindow, bar: FindBar) -> None:
    find(map_window, "shop")
    map_window.show_map(OpenMap(Session(large_map(40), map_window.windows.shaper)))
    assert bar.isHidden()
    map_window.canvas.setFocus()
    press(map_window, Qt.Key.Key_F3)
    assert bar.count_label.text() == "Nothing found"
    map_window.show_start_page()
    assert bar.isHidden()
    assert not map_window.action_set.by_id["find"].isEnabled()


def test_a_text_of_any_sort_can_be_looked_for(map_window: MainWindow, bar: FindBar, driver: Driver) -> None:
    before = driver.bytes
    press(map_window, Qt.Key.Key_H, CONTROL | SHIFT)
    for words in ("\ud800", "\u202e\u200f", "(*[", "\\", "x" * 100_000, "👍🏽", " "):
        bar.field.setText(words)
        bar.field.textEdited.emit(words)
        bar.replacement.setText("\ud800")
    assert driver.bytes == before
    QTest.keyClicks(bar.field, "")
    bar.field.setText("friend")
    bar.field.textEdited.emit("friend")
    bar.replace_all_button.click()
    assert driver.document.get("card-2", Card).text == "Asks a "


def test_what_a_persona_shows_is_marked_on_its_letters_and_the_rest_ringed(
    map_window: MainWindow, driver: Driver
) -> None:
    with driver.open_map.edit("Write") as edit:
        personas.set_title_block(edit, business="Velo, Friday")
        personas.set_fields(
            edit, "persona-1", age="41", role="sauna regular", quote="Only on Friday.", needs="zebra"
        )
    highlights = map_window.canvas.overlay.highlights
    for words, id_, field, start in [
        ("sauna", "persona-1", "role", 0),
        ("41", "persona-1", "age", 0),
        ("on friday", "persona-1", "quote", 5),
        ("velo", MAP_ID, "business", 0),
    ]:
        find(map_window, words)
        [box] = highlights.boxes_of(Match(id_, field, start, start + len(words)))
        card = driver.session.layout.header.personas["persona-1"]
        assert id_ == MAP_ID or (card.x + 50 < box.x < box.right < card.right)
        assert len(amber_columns(map_window, box)) > 8
        map_window.bars.find_bar.close_bar()
    find(map_window, "zebra")
    assert driver.open_map.selection == {"persona-1"}
    driver.open_map.select(())
    lies = map_window.canvas.view.to_view(driver.rect("persona-1"))
    edge = (round(lies.center().x()), round(lies.top() + 1.5))
    assert is_amber(shown(map_window).pixelColor(*edge))
    map_window.bars.find_bar.close_bar()
    assert not is_amber(shown(map_window).pixelColor(*edge))


def test_buttons_without_words_say_what_they_do(bar: FindBar) -> None:
    for button in bar.findChildren(QToolButton):
        if button.parent() is bar:
            assert len(button.toolTip()) > 4
            assert button.accessibleName() == button.toolTip()
    assert (bar.case_button.text(), bar.case_button.toolTip()) == ("Aa", "Match case")


def test_replace_goes_from_tag_to_tag(map_window: MainWindow, bar: FindBar, driver: Driver) -> None:
    with driver.open_map.edit("Tag") as edit:
        cards.set_fields(edit, ["card-1"], tags=("zebra", "b", "zebra c", "zebra d"))
    press(map_window, Qt.Key.Key_H, CONTROL | SHIFT)
    QTest.keyClicks(bar.field, "zebra")
    for words, left in [
        ("b", ("b", "zebra c", "zebra d")),
        ("zebra, zebra", ("b", "zebra", "zebra c", "zebra d")),
        ("x", ("b", "zebra", "zebra c", "x d")),
    ]:
        bar.replacement.setText(words)
        bar.replace_button.click()
        assert driver.document.get("card-1", Card).tags == left
