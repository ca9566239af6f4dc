"""The command palette in the real window, by keys alone and by the mouse."""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.document.document import Document
from journeymapper.document.records import Card, Lane
from journeymapper.editing import cards, lanes, stages
from journeymapper.files import native
from journeymapper.layout.finding import rect_of
from journeymapper.session.session import Session
from journeymapper.ui.appearance import Choice
from journeymapper.ui.dialogs.shortcut_list import ShortcutList
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.palette.entries import Places
from journeymapper.ui.palette.palette import Palette
from tests.maps import large_map
from tests.ui.canvas.driver import Driver
from tests.ui.conftest import Answers
from tests.ui.palette.conftest import Hands

LEFT = Qt.MouseButton.LeftButton


def document_of(window: MainWindow) -> Document:
    return window.open_map.session.document


def test_an_action_is_found_by_three_letters_and_run(hands: Hands) -> None:
    hands.window.open_map.select({"card-1"}, "card-1")
    hands.call("dup")
    assert hands.current == "Duplicate"
    entry = hands.palette.lines.lines[0].entry
    assert (entry.context, entry.keys) == ("Edit", "Ctrl+D")
    hands.enter()
    assert hands.window.open_map.session.history.undo_label == "Duplicate card"
    assert not hands.is_up
    assert hands.window.canvas.hasFocus()


def test_an_action_of_a_submenu_goes_by_both_names(hands: Hands) -> None:
    hands.call("add go")
    assert hands.current == "Add lane: Goals"
    hands.enter()
    assert any(lane.name == "Goals" for lane in document_of(hands.window) if isinstance(lane, Lane))


def test_what_cannot_be_done_now_is_listed_last_and_cannot_be_chosen(hands: Hands) -> None:
    before = native.written(document_of(hands.window))
    hands.call("duplicate")
    line = next(line for line in hands.palette.lines.lines if line.words == "Duplicate")
    assert not line.can_be_chosen
    assert line.entry is not None
    assert line.entry.context == "Edit · not now"
    assert hands.current != "Duplicate"
    hands.enter()
    assert native.written(document_of(hands.window)) == before
    assert hands.is_up
    hands.key(Qt.Key.Key_Escape)
    hands.window.open_map.select({"card-1"}, "card-1")
    hands.call("duplicate")
    assert "Duplicate" in hands.listed


def test_copy_is_about_the_selection_and_not_about_the_line(hands: Hands) -> None:
    hands.window.open_map.select((), "")
    hands.call("copy")
    assert hands.current != "Copy"
    hands.key(Qt.Key.Key_Escape)
    hands.window.open_map.select({"card-1"}, "card-1")
    hands.call("copy")
    hands.enter()
    assert "Sees a poster" in QApplication.clipboard().text()


@pytest.mark.parametrize(
    ("typed", "words", "context", "id_"),
    [
        ("ask", "Asks a friend", "Actions · Sees", "card-2"),
        ("pain p", "Pain points", "Lane", "lane-5"),
        ("berz", "Ilze Bērziņa", "Persona", "persona-1"),
        ("purch", "Purchase", "Stage", "stage-2"),
        ("searches", "Searches", "Step · Awareness", "step-2"),
    ],
)
def test_a_place_is_found_gone_to_and_selected(
    hands: Hands, typed: str, words: str, context: str, id_: str
) -> None:
    hands.window.canvas.actual_size()
    palette = hands.call(typed)
    row = hands.listed.index(words)
    entry = palette.lines.lines[row].entry
    assert entry.context == context
    while palette.list.currentIndex().row() != row:
        hands.key(Qt.Key.Key_Down)
    hands.enter()
    window = hands.window
    assert (window.open_map.selection, window.open_map.current) == ({id_}, id_)
    assert window.canvas.hasFocus()
    shown = window.canvas.view.to_view(rect_of(window.open_map.session.layout, id_))
    assert window.canvas.viewport().rect().intersects(shown.toAlignedRect())


def test_going_to_a_card_of_a_hidden_lane_shows_the_lane(hands: Hands) -> None:
    open_map = hands.window.open_map
    with open_map.edit("Hide") as edit:
        lanes.set_hidden(edit, ("lane-1",), True)
    hands.call("actions")
    assert [line.entry.context for line in hands.palette.lines.lines if line.words == "Actions"] == [
        "Lane, hidden"
    ]
    hands.key(Qt.Key.Key_Escape)
    hands.call("poster")
    hands.enter()
    assert not open_map.session.document.get("lane-1", Lane).hidden
    assert open_map.selection == {"card-1"}
    assert open_map.session.history.undo_label == "Show lane"


def test_no_match_says_so_and_enter_does_nothing(hands: Hands) -> None:
    before = hands.window.open_map.session.history.mark()
    hands.call("zzqx")
    assert hands.listed == ["Nothing found"]
    hands.enter()
    hands.key(Qt.Key.Key_Down)
    assert hands.is_up
    assert hands.window.open_map.session.history.mark() == before


def test_esc_gives_the_keyboard_back_to_where_it_was(hands: Hands) -> None:
    window = hands.window
    window.canvas.setFocus()
    hands.call("x")
    hands.key(Qt.Key.Key_Escape)
    assert not hands.is_up
    assert window.canvas.hasFocus()
    window.open_map.select({"card-1"}, "card-1")
    window.inspector.take_focus()
    field = QApplication.focusWidget()
    assert field is not window.canvas
    hands.call("x")
    hands.key(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is field


def test_the_same_keys_put_it_away(hands: Hands) -> None:
    hands.call("ca")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not hands.is_up
    assert hands.window.canvas.hasFocus()
    assert hands.call().line.text() == "", "it begins anew"


def test_what_is_being_written_is_kept_first(hands: Hands) -> None:
    window = hands.window
    driver = Driver(window.canvas)
    window.open_map.select({"card-1"}, "card-1")
    window.canvas.edit_text("card-1")
    driver.type(" at the station")
    hands.call("redo")
    assert not window.canvas.is_editing
    hands.key(Qt.Key.Key_Escape)
    assert document_of(window).get("card-1", Card).text == "Sees a poster at the station"
    assert window.open_map.session.history.undo_label == "Edit card"
    assert window.canvas.hasFocus()


def test_up_and_down_walk_over_the_entries_and_stop_at_the_ends(hands: Hands) -> None:
    palette = hands.call("add")
    lines = hands.listed
    assert hands.current == lines[0]
    hands.key(Qt.Key.Key_Up)
    assert hands.current == lines[0]
    hands.key(Qt.Key.Key_Down)
    assert hands.current == lines[1]
    hands.key(Qt.Key.Key_PageDown)
    assert palette.list.currentIndex().row() > 5
    for _time in range(10):
        hands.key(Qt.Key.Key_PageDown)
    last = max(row for row, line in enumerate(palette.lines.lines) if line.can_be_chosen)
    assert palette.list.currentIndex().row() == last
    for _time in range(10):
        hands.key(Qt.Key.Key_PageUp)
    assert hands.current == lines[0]
    hands.key(Qt.Key.Key_Tab)
    assert palette.line.hasFocus(), "the keyboard stays in it"


def test_the_list_keeps_step_with_the_letters(hands: Hands) -> None:
    hands.call("as")
    many = len(hands.listed)
    hands.type("ks")
    assert hands.current == "Asks a friend"
    assert len(hands.listed) < many
    hands.key(Qt.Key.Key_Backspace)
    hands.key(Qt.Key.Key_Backspace)
    assert len(hands.listed) == many


def test_a_click_runs_and_a_click_beside_puts_away(hands: Hands, qtbot: QtBot) -> None:
    window = hands.window
    palette = hands.call("asks a")
    place = palette.list.visualRect(palette.lines.index(0)).center()
    qtbot.mouseClick(palette.list.viewport(), LEFT, pos=place)
    assert window.open_map.selection == {"card-2"}
    assert not hands.is_up
    hands.call("ca")
    qtbot.mouseClick(window.canvas.viewport(), LEFT, pos=QPoint(5, window.canvas.viewport().height() - 5))
    assert not hands.is_up
    hands.call("ca")
    qtbot.mouseClick(window, LEFT, pos=QPoint(window.width() // 2, window.height() - 3))
    assert not hands.is_up


def test_an_action_run_by_other_ways_puts_it_away(hands: Hands) -> None:
    hands.call("ca")
    hands.window.action_set.by_id["zoom_in"].trigger()
    assert not hands.is_up
    assert hands.window.canvas.hasFocus()


def test_at_first_it_offers_what_was_used_last_and_what_suits_the_selection(hands: Hands) -> None:
    window = hands.window
    window.open_map.select({"card-1"}, "card-1")
    hands.call()
    assert hands.listed[:2] == ["Likely now", "Edit text"]
    assert hands.current == "Edit text", "a heading cannot be chosen"
    assert "Duplicate" in hands.listed
    hands.type("dup")
    hands.enter()
    hands.call("zoom in")
    hands.enter()
    hands.call()
    assert hands.listed[:4] == ["Last used", "Zoom in", "Duplicate", "Likely now"]
    assert hands.listed.count("Duplicate") == 1
    hands.key(Qt.Key.Key_Escape)
    other = window.windows.new_window()
    Palette.toggle(other.action_set._context)
    listed = [line.words for line in other.findChild(Palette).lines.lines]
    assert listed[:2] == ["Likely now", "New map…"], "neither can be done on the start page"


def test_a_lane_has_other_likely_actions(hands: Hands) -> None:
    hands.window.open_map.select({"lane-1"}, "lane-1")
    hands.call()
    assert hands.listed[1] == "Rename lane"


def test_recent_files_are_offered_one_by_one(
    hands_on: Callable[[MainWindow], Hands], map_window: MainWindow, map_file: Path
) -> None:
    map_window.show_start_page()
    hands = hands_on(map_window)
    hands.call("bicycle")
    assert hands.listed[0] == "Open recent: bicycle.journey"
    hands.enter()
    assert map_window.open_map.session.path == map_file


def test_what_is_switched_on_is_ticked(hands: Hands) -> None:
    hands.window.windows.choose_appearance(Choice.LIGHT)
    palette = hands.call("appearance")
    entries = {line.words: line.entry for line in palette.lines.lines}
    assert entries["Appearance: Light"].is_checked
    assert not entries["Appearance: Dark"].is_checked
    assert not entries["Appearance: Light"].icon.isNull()
    assert entries["Appearance: Light"].spoken == "Appearance: Light, switched on, View"


def test_a_dialog_can_be_opened_from_it(hands: Hands, answers: Answers) -> None:
    answers.prepare(ShortcutList, None)
    hands.call("keyboard")
    hands.enter()
    assert answers.names == ["ShortcutList"]


def test_the_window_can_be_closed_from_it(hands: Hands) -> None:
    windows = hands.window.windows
    hands.call("quit")
    hands.enter()
    assert windows.shown == []


def test_on_the_start_page_it_finds_what_can_be_done_there(
    hands_on: Callable[[MainWindow], Hands], window: MainWindow
) -> None:
    hands = hands_on(window)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    hands.type("new")
    assert hands.listed[0] == "New map…"
    hands.enter()
    assert window.open_map is not None
    assert window.canvas.hasFocus()


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Ātri salīdzina cenas", "atri"),
        ("Pērk jaunu kāpurķēžu traktoru", "kapurkezu"),
        ("ซื้อเครื่องใหม่ในร้าน", "เครื่อง"),
        ("تدفع ببطاقة في المتجر", "بطاقة"),
        ("מחפשת מחשב נייד", "מחשב"),
        ("Sends 👩🏽‍💻 a mail", "mail"),
    ],
)
def test_cards_in_any_script_are_found_and_painted(hands: Hands, text: str, typed: str) -> None:
    with hands.window.open_map.edit("Add") as edit:
        card = cards.add(edit, "lane-1", "step-1", text)
    palette = hands.call()
    palette.line.insert(typed)
    assert hands.current == text
    picture = palette.list.viewport().grab().toImage()
    assert not picture.isNull()
    hands.enter()
    assert hands.window.open_map.selection == {card.id}


def test_a_match_far_on_in_a_long_card_is_brought_into_view(hands: Hands) -> None:
    text = "word " * 30 + "needle at last"
    with hands.window.open_map.edit("Add") as edit:
        cards.add(edit, "lane-1", "step-1", text)
    palette = hands.call("needle")
    line = palette.lines.lines[0]
    assert line.words == "…word word word needle at last"
    [(start, end)] = line.spans
    assert line.words[start:end] == "needle"
    assert line.entry.words == text


def test_what_matches_is_painted_in_bold(hands: Hands) -> None:
    palette = hands.call("friend")
    assert hands.listed == ["Asks a friend"]
    QApplication.processEvents()
    bold = palette.list.viewport().grab().toImage()
    [line] = palette.lines.lines
    palette.lines.show_lines([type(line)(line.words, line.entry)])
    palette.list.setCurrentIndex(palette.lines.index(0))
    assert palette.list.viewport().grab().toImage() != bold


def test_nameless_stages_and_steps_go_by_number_and_empty_cards_are_left_out(hands: Hands) -> None:
    with hands.window.open_map.edit("Add") as edit:
        stage = stages.add(edit, "", step_name="")
        cards.add(edit, "lane-1", "step-1", " \n ")
        cards.add(edit, "lane-1", "step-1", "two\nlines")
    places = Places(hands.window)
    assert {"Stage 3", "Step 4", "two lines"} <= set(places.texts)
    assert "" not in places.texts
    hands.call("stage 3")
    hands.enter()
    assert hands.window.open_map.selection == {stage.id}


def test_names_for_screen_readers(hands: Hands) -> None:
    palette = hands.call("asks")
    assert palette.line.accessibleName() == "Go to or do"
    assert palette.list.accessibleName() == "What was found"
    assert palette.line.accessibleDescription() == "Asks a friend, Actions · Sees"
    index = palette.list.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Asks a friend, Actions · Sees"


def test_the_panel_lies_over_the_upper_middle_and_keeps_to_the_window(hands: Hands, qtbot: QtBot) -> None:
    window = hands.window
    palette = hands.call("a")
    middle = window.centralWidget().geometry()
    assert abs(palette.geometry().center().x() - window.rect().center().x()) <= 1
    assert palette.y() < middle.y() + middle.height() / 4
    assert palette.geometry().bottom() < middle.bottom()
    window.resize(420, 500)
    qtbot.waitUntil(lambda: window.width() < 900)
    assert window.rect().contains(palette.geometry())


def test_large_letters_fit(hands: Hands, qapp: QApplication) -> None:
    before = qapp.font()
    font = qapp.font()
    font.setPointSizeF(2 * font.pointSizeF())
    qapp.setFont(font)
    try:
        palette = hands.call("add")
        QApplication.processEvents()
        assert palette.list.sizeHintForRow(0) > palette.fontMetrics().height()
        assert palette.line.height() >= palette.line.fontMetrics().height()
        assert hands.window.rect().contains(palette.geometry())
    finally:
        hands.key(Qt.Key.Key_Escape)
        qapp.setFont(before)


@pytest.fixture
def large(window: MainWindow, hands_on: Callable[[MainWindow], Hands]) -> Hands:
    """A window with 10,000 cards of twelve words each."""
    words = "Compares {} offers on the page, and asks Jānis about delivery and warranty"
    records = [
        record.model_copy(update={"text": words.format(record.id)}) if isinstance(record, Card) else record
        for record in large_map(10_000)
    ]
    window.show_map(OpenMap(Session(Document(records), window.windows.shaper)))
    return hands_on(window)


def test_among_ten_thousand_cards_the_best_are_listed_at_once_and_the_rest_counted(large: Hands) -> None:
    spent = []
    palette = large.call()
    for letter in "compares":
        start = perf_counter()
        palette.line.insert(letter)
        spent.append(perf_counter() - start)
    assert sorted(spent)[len(spent) // 2] < 0.2, "far above what it takes: only a blunder is slower"
    assert len(large.listed) == 61
    assert large.listed[-1] == "… and 9940 more"
    large.type(" card 7777")
    assert large.listed == [
        "Compares card-7777 offers on the page, and asks Jānis about delivery and warranty"
    ]
    large.enter()
    assert large.window.open_map.selection == {"card-7777"}


def test_reading_the_texts_waits_until_something_is_typed_or_there_is_time(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Places] = []
    made = Places.__init__

    def note(places: Places, window: MainWindow) -> None:
        read.append(places)
        made(places, window)

    monkeypatch.setattr(Places, "__init__", note)
    Palette.toggle(hands.window.action_set._context)
    assert read == []
    hands.palette.line.insert("co")
    hands.palette.line.insert("m")
    QApplication.processEvents()
    assert len(read) == 1
