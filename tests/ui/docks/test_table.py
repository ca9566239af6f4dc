"""The table dock: cells edited as in a spreadsheet, by keyboard and without the canvas."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from journeymapper.document.document import Transaction
from journeymapper.document.records import Card, EmotionPoint, Lane, Stage, Step
from journeymapper.editing import cards, deleting, lanes, personas
from journeymapper.files import native
from journeymapper.session.session import Session
from journeymapper.ui.docks.line_editing import LineEditor
from journeymapper.ui.docks.table.dock import Table
from journeymapper.ui.docks.table.model import TableModel
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.open_map import OpenMap
from tests.maps import large_map
from tests.ui.keyboard import Keyboard

NONE = Qt.KeyboardModifier.NoModifier
SHIFT, ALT, CTRL = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class Hands(Keyboard):
    """A keyboard on the table of a window, and eyes on what came of it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.document = window.open_map.session.document
        window.action_set.by_id["next_panel" if self.table.isVisible() else "show_table"].trigger()
        assert self.view.hasFocus()

    @property
    def table(self) -> Table:
        return self.window.docks.table

    @property
    def view(self) -> QTableView:
        return self.table.table

    @property
    def model(self) -> TableModel:
        assert self.table.model is not None
        return self.table.model

    def stand_on(self, lane: str, step: str) -> None:
        self.table.stand_on(self.at(lane, step))
        self.view.setFocus()

    def at(self, lane: str, step: str) -> QModelIndex:
        return self.model.index_of((lane, step))

    def cell(self, lane: str, step: str) -> list[str]:
        return [self.document.get(id_, Card).text for id_ in self.document.indexes.cards(lane, step)]

    def heads(self, orientation: Qt.Orientation) -> list[str]:
        is_vertical = orientation is Qt.Orientation.Vertical
        count = self.model.rowCount() if is_vertical else self.model.columnCount()
        return [self.model.headerData(place, orientation) for place in range(count)]

    @property
    def editor(self) -> LineEditor:
        assert self.table.delegate.editor is not None
        return self.table.delegate.editor


@pytest.fixture
def hands(map_window: MainWindow) -> Hands:
    return Hands(map_window)


def fill(hands: Hands, lane: str, step: str, count: int) -> None:
    """Have so many cards in a cell."""
    with hands.window.open_map.edit("Fill") as edit:
        for number in range(len(edit.indexes.cards(lane, step)), count):
            cards.add(edit, lane, step, f"Card {number + 1}")


def test_opening_it_leaves_the_selection_alone(map_window: MainWindow) -> None:
    open_map = map_window.open_map
    for id_ in ("lane-5", "stage-2", "step-2", "persona-1"):
        open_map.select({id_}, id_)
        hands = Hands(map_window)
        assert (open_map.selection, open_map.cell) == ({id_}, None)
        assert not hands.view.selectedIndexes()
        map_window.action_set.by_id["show_table"].trigger()
        assert not hands.table.isVisible()
    open_map.select(())
    hands = Hands(map_window)
    assert not hands.view.currentIndex().isValid()
    hands.key(Qt.Key.Key_Delete)
    assert len(hands.cell("lane-1", "step-1")) == 2
    hands.key(Qt.Key.Key_Down)
    assert hands.view.currentIndex() == hands.at("lane-1", "step-1")
    assert open_map.selection == {"card-1", "card-2"}


def test_the_keyboard_comes_to_the_row_or_column_of_what_is_selected(hands: Hands) -> None:
    open_map = hands.window.open_map
    hands.stand_on("lane-1", "step-2")
    for id_, cell in (
        ("lane-5", ("lane-5", "step-2")),
        ("step-1", ("lane-5", "step-1")),
        ("stage-2", ("lane-5", "step-3")),
        ("card-1", ("lane-1", "step-1")),
    ):
        open_map.select({id_}, id_)
        hands.window.canvas.setFocus()
        hands.table.take_focus()
        assert hands.view.currentIndex() == hands.at(*cell)
        assert open_map.selection == {id_}


def test_walking_says_how_many_cards_it_selects(hands: Hands) -> None:
    fill(hands, "lane-2", "step-1", 5)
    hands.stand_on("lane-1", "step-1")
    said = hands.window.status_line.currentMessage
    hands.key(Qt.Key.Key_Down)
    assert said() == "5 cards are selected"
    hands.key(Qt.Key.Key_Up)
    assert said() == "2 cards are selected"
    hands.key(Qt.Key.Key_Down, SHIFT)
    assert said() == "7 cards are selected"


def test_a_field_shows_all_lines_of_its_cell(hands: Hands) -> None:
    hands.window.resize(1200, 900)
    hands.window.resizeDocks([hands.table], [420], Qt.Orientation.Vertical)
    for count in range(2, 9):
        fill(hands, "lane-1", "step-1", count)
        with hands.window.open_map.edit("Lengthen") as edit:
            cards.set_text(edit, "card-1", "words that do not fit on one line of a narrow cell")
        hands.stand_on("lane-1", "step-1")
        hands.key(Qt.Key.Key_F2)
        bar, editor = hands.editor.verticalScrollBar(), hands.editor
        assert (bar.value(), bar.maximum()) == (0, 0), f"all {count} cards can be seen"
        last = editor.document().lastBlock()
        assert editor.blockBoundingGeometry(last).bottom() <= editor.viewport().height()
        assert editor.geometry().bottom() <= hands.view.viewport().height()
        hands.key(Qt.Key.Key_Escape)


def test_a_field_in_a_low_table_keeps_the_caret_in_sight_and_can_be_scrolled(hands: Hands) -> None:
    fill(hands, "lane-1", "step-1", 8)
    hands.window.resizeDocks([hands.table], [20], Qt.Orientation.Vertical)
    hands.stand_on("lane-1", "step-1")
    hands.key(Qt.Key.Key_F2)
    assert hands.editor.height() <= hands.view.viewport().height()
    assert hands.editor.verticalScrollBar().isVisible()
    assert hands.editor.cursorRect().bottom() <= hands.editor.viewport().height()


def test_enter_goes_down_and_shift_enter_begins_a_line(hands: Hands) -> None:
    hands.stand_on("lane-1", "step-2")
    hands.type("Compares")
    hands.key(Qt.Key.Key_Return, SHIFT)
    hands.type("Asks")
    hands.key(Qt.Key.Key_Return)
    assert hands.cell("lane-1", "step-2") == ["Compares", "Asks"]
    assert hands.view.currentIndex() == hands.at("lane-2", "step-2")
    assert hands.table.delegate.editor is None
    hands.stand_on("lane-3", "step-2")
    hands.key(Qt.Key.Key_F2)
    hands.key(Qt.Key.Key_Return)
    assert hands.view.currentIndex() == hands.at("lane-5", "step-2"), "a dividing line is passed by"
    hands.type("Slow")
    hands.key(Qt.Key.Key_Return)
    assert hands.cell("lane-5", "step-2") == ["Slow"]
    assert hands.view.currentIndex() == hands.at("lane-5", "step-2"), "there is nothing below the last row"


@pytest.mark.parametrize("hide", [lanes.set_collapsed, lanes.set_hidden])
def test_a_cell_of_a_lane_the_map_does_not_show_stays_the_cell(
    hands: Hands, hide: Callable[[Transaction, list[str], bool], None]
) -> None:
    open_map = hands.window.open_map
    with open_map.edit("Show less") as edit:
        hide(edit, ["lane-2"], True)
    hands.stand_on("lane-2", "step-2")
    for words, key, goal in (
        ("Blog", Qt.Key.Key_Tab, ("lane-2", "step-3")),
        ("Shop", Qt.Key.Key_Return, ("lane-3", "step-3")),
    ):
        hands.type(words)
        hands.key(key)
        assert open_map.cell == goal
        assert not open_map.selection & {"lane-2"}
    assert hands.cell("lane-2", "step-2")[-1] == "Blog"
    hands.stand_on("lane-2", "step-2")
    with open_map.edit("Elsewhere") as edit:
        cards.add(edit, "lane-2", "step-2", "Of another")
    assert open_map.cell == ("lane-2", "step-2")
    assert hands.view.currentIndex() == hands.at("lane-2", "step-2")


def test_it_shows_lanes_by_steps(hands: Hands) -> None:
    assert hands.heads(Qt.Orientation.Horizontal) == [
        "Awareness\nSees",
        "Awareness\nSearches",
        "Purchase\nPays",
    ]
    assert hands.heads(Qt.Orientation.Vertical)[2:] == ["Emotions", "Line of visibility", "Pain points"]
    assert hands.at("lane-1", "step-1").data() == "• Sees a poster\n• Asks a friend"
    assert hands.at("lane-2", "step-2").data() == "Web search"
    assert hands.at("lane-2", "step-1").data() == ""
    assert hands.at("lane-3", "step-3").data() == "+2 Curious"
    assert not hands.at("lane-4", "step-1").flags() & Qt.ItemFlag.ItemIsEditable
    with hands.window.open_map.edit("Hide") as edit:
        lanes.set_hidden(edit, ["lane-1"], True)
    grey, role = hands.view.palette().placeholderText(), Qt.ItemDataRole.ForegroundRole
    assert hands.at("lane-1", "step-1").data(role) == grey
    assert hands.model.headerData(0, Qt.Orientation.Vertical) == "Actions (hidden)"


def test_rows_are_as_high_as_their_fullest_cell(hands: Hands) -> None:
    one = hands.view.rowHeight(1)
    assert hands.view.rowHeight(0) > one
    hands.window.open_map.select({"card-1"}, "card-1")
    hands.window.action_set.by_id["delete"].trigger()
    assert hands.view.rowHeight(0) == one
    with hands.window.open_map.edit("Fill") as edit:
        for _number in range(20):
            cards.add(edit, "lane-1", "step-1", "Card")
    assert hands.view.rowHeight(0) < 10 * one, "no row is higher than eight lines"
    assert hands.at("lane-1", "step-1").data().endswith("• … 14 more")


def test_a_cell_is_filled_by_typing_and_tab_goes_on(hands: Hands) -> None:
    before = native.written(hands.document)
    hands.stand_on("lane-2", "step-1")
    hands.type("Poster")
    hands.key(Qt.Key.Key_Return, SHIFT)
    hands.type("Radio")
    hands.key(Qt.Key.Key_Tab)
    assert hands.cell("lane-2", "step-1") == ["Poster", "Radio"]
    assert hands.view.currentIndex() == hands.at("lane-2", "step-2")
    hands.type("Newsletter")
    hands.key(Qt.Key.Key_Return)
    assert hands.cell("lane-2", "step-2") == ["Web search", "Newsletter"]
    assert hands.view.hasFocus()
    for _time in range(2):
        hands.key(Qt.Key.Key_Z, CTRL)
    assert native.written(hands.document) == before, "each cell was one step"


def test_unchanged_lines_keep_their_cards(hands: Hands) -> None:
    first, second = (hands.document.get(id_, Card) for id_ in ("card-1", "card-2"))
    with hands.window.open_map.edit("Note") as edit:
        cards.set_fields(edit, ["card-1", "card-2"], note="Keep me")
    hands.stand_on("lane-1", "step-1")
    hands.key(Qt.Key.Key_F2)
    assert hands.editor.toPlainText() == "Sees a poster\nAsks a friend"
    hands.editor.setPlainText("New first\nAsks a friend\n\nSees a big poster")
    hands.key(Qt.Key.Key_Return)
    ids = hands.document.indexes.cards("lane-1", "step-1")
    assert hands.cell("lane-1", "step-1") == ["New first", "Asks a friend", "Sees a big poster"]
    assert ids[1] == second.id
    assert hands.document.get(ids[1], Card).note == "Keep me"
    assert first.id in {ids[0], ids[2]}


def test_line_breaks_within_a_card_are_kept(hands: Hands) -> None:
    with hands.window.open_map.edit("Write") as edit:
        cards.set_text(edit, "card-4", "Web search\non the phone")
    hands.stand_on("lane-2", "step-2")
    assert hands.view.currentIndex().data() == "Web search ↵ on the phone"
    hands.key(Qt.Key.Key_Return)
    hands.type(" at home")
    hands.key(Qt.Key.Key_Return)
    assert hands.cell("lane-2", "step-2") == ["Web search\non the phone at home"]


def test_nothing_changed_is_no_step_and_esc_leaves_it(hands: Hands) -> None:
    hands.stand_on("lane-1", "step-1")
    hands.key(Qt.Key.Key_F2)
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Up)
    hands.key(Qt.Key.Key_F2)
    hands.type("never kept")
    hands.key(Qt.Key.Key_Escape)
    assert hands.window.open_map.session.history.undo_label is None
    assert hands.view.hasFocus()
    hands.key(Qt.Key.Key_Escape)
    assert hands.window.canvas is not None
    assert hands.window.canvas.hasFocus()


def test_feelings_are_written_as_scores_and_labels(hands: Hands) -> None:
    hands.stand_on("lane-3", "step-1")
    hands.type("0.5 Glad")
    hands.key(Qt.Key.Key_Return)
    assert hands.document.get("point-1", EmotionPoint).text == "Glad", (
        "typing takes the place of what was felt"
    )
    hands.stand_on("lane-3", "step-1")
    hands.key(Qt.Key.Key_Return)
    assert hands.editor.toPlainText() == "+0.5 Glad"
    hands.editor.setPlainText("−0,5 Doubtful")
    hands.key(Qt.Key.Key_Return)
    point = hands.document.get("point-1", EmotionPoint)
    assert (point.score, point.text) == (-0.5, "Doubtful")
    for wrong in ("Doubtful", "+3 Too glad", "+1 One\n+2 Two\n0 Three"):
        hands.stand_on("lane-3", "step-1")
        hands.key(Qt.Key.Key_F2)
        hands.editor.setPlainText(wrong)
        hands.key(Qt.Key.Key_Return)
        assert "“" in hands.window.status_line.currentMessage()
        hands.window.status_line.clearMessage()
        assert hands.table.delegate.editor is not None, "it can be put right"
        hands.key(Qt.Key.Key_Tab)
        assert "“" in hands.window.status_line.currentMessage()
        assert hands.document.get("point-1", EmotionPoint) == point
    hands.stand_on("lane-3", "step-1")
    hands.key(Qt.Key.Key_F2)
    hands.editor.setPlainText("")
    hands.key(Qt.Key.Key_Return)
    assert hands.document.indexes.points("lane-3", "step-1") == {}


def test_feelings_of_several_personas_are_named(hands: Hands) -> None:
    with hands.window.open_map.edit("Persona") as edit:
        personas.add(edit, "Janis: the second")
    assert hands.at("lane-3", "step-1").data() == "Ilze Bērziņa: -1 Curious"
    hands.stand_on("lane-3", "step-1")
    hands.key(Qt.Key.Key_F2)
    hands.key(Qt.Key.Key_Return, SHIFT)
    hands.type("janis: the second: +2 Happy")
    hands.key(Qt.Key.Key_Return)
    assert hands.at("lane-3", "step-1").data() == (
        "• Ilze Bērziņa: -1 Curious\n• Janis: the second: +2 Happy"
    )
    hands.stand_on("lane-3", "step-1")
    hands.key(Qt.Key.Key_F2)
    hands.editor.setPlainText("+2 Happy\n+1 Fine")
    hands.key(Qt.Key.Key_Return)
    scores = [point.score for point in hands.document if isinstance(point, EmotionPoint)][:1]
    assert scores == [2], "lines without a name go to the personas in turn"
    with hands.window.open_map.edit("Persona") as edit:
        deleting.delete(edit, [hands.document.indexes.personas[1][1]])
    assert hands.at("lane-3", "step-1").data() == "+2 Happy"


def test_names_in_the_heads_are_edited_in_place(hands: Hands) -> None:
    hands.stand_on("lane-1", "step-3")
    for action, kind, id_ in (
        ("rename_lane", Lane, "lane-1"),
        ("rename_step", Step, "step-3"),
        ("rename_stage", Stage, "stage-2"),
    ):
        hands.window.action_set.by_id[action].trigger()
        hands.type("Renamed")
        assert hands.window.action_set.by_id["save"].isEnabled()
        hands.key(Qt.Key.Key_Return)
        assert hands.document.get(id_, kind).name == "Renamed"
        assert hands.view.hasFocus()
        hands.window.action_set.by_id[action].trigger()
        hands.type("never kept")
        hands.key(Qt.Key.Key_Escape)
        assert hands.document.get(id_, kind).name == "Renamed"
    assert hands.heads(Qt.Orientation.Horizontal)[2] == "Renamed\nRenamed"
    header = hands.view.horizontalHeader()
    for y, name in ((4, "Awareness"), (header.height() - 4, "Sees")):
        QTest.mouseDClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, y))
        assert hands.table.heads.editor is not None
        assert hands.table.heads.editor.toPlainText() == name
        hands.key(Qt.Key.Key_Escape)


def test_a_small_map_is_filled_by_keyboard_alone(window: MainWindow) -> None:
    window.action_set.by_id["new"].trigger()
    hands = Hands(window)
    assert window.canvas is not None
    stages_before = len(hands.document.indexes.stages)
    hands.key(Qt.Key.Key_A, CTRL | SHIFT)
    hands.type("Advocacy")
    hands.key(Qt.Key.Key_Return)
    assert len(hands.document.indexes.stages) == stages_before + 1
    names = {record.name: record.id for record in hands.document if isinstance(record, Stage)}
    [new] = hands.document.indexes.steps(names["Advocacy"])
    lane = hands.document.indexes.lanes[0][1]
    hands.stand_on(lane, new)
    hands.key(Qt.Key.Key_Insert)
    hands.type("Recommends us")
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Up)
    hands.key(Qt.Key.Key_Insert)
    hands.type("Writes a review")
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Up)
    assert hands.cell(lane, new) == ["Recommends us", "Writes a review"]
    hands.key(Qt.Key.Key_Left, ALT)
    assert hands.cell(lane, new) == []
    assert hands.view.currentIndex() != hands.at(lane, new), "the table's cursor went along"
    hands.key(Qt.Key.Key_Z, CTRL)
    assert len(hands.cell(lane, new)) == 2
    hands.stand_on(lane, new)
    hands.key(Qt.Key.Key_Delete)
    assert hands.cell(lane, new) == []
    assert hands.view.currentIndex() == hands.at(lane, new)
    assert not window.canvas.isAncestorOf(QApplication.focusWidget())


def test_the_selection_goes_both_ways_and_copies_the_cells_cards(hands: Hands, qtbot: QtBot) -> None:
    open_map = hands.window.open_map
    hands.stand_on("lane-1", "step-1")
    assert (open_map.selection, open_map.current) == ({"card-1", "card-2"}, "card-2")
    hands.key(Qt.Key.Key_C, CTRL)
    hands.stand_on("lane-2", "step-1")
    assert (open_map.selection, open_map.cell) == (frozenset(), ("lane-2", "step-1"))
    hands.key(Qt.Key.Key_V, CTRL)
    assert hands.cell("lane-2", "step-1") == ["Sees a poster", "Asks a friend"]
    hands.key(Qt.Key.Key_Escape)
    open_map.select({"card-6"}, "card-6")
    qtbot.waitUntil(lambda: hands.view.currentIndex() == hands.at("lane-5", "step-3"))
    assert open_map.selection == {"card-6"}, "the table only follows"
    assert hands.view.selectedIndexes() == [hands.at("lane-5", "step-3")]


def test_too_much_for_a_cell_is_refused_and_nothing_changed(hands: Hands) -> None:
    hands.stand_on("lane-1", "step-1")
    hands.key(Qt.Key.Key_F2)
    hands.editor.setPlainText("line\n" * 100_000)
    hands.key(Qt.Key.Key_Return)
    assert "500 lines at most" in hands.window.status_line.currentMessage()
    hands.key(Qt.Key.Key_Tab)
    assert len(hands.cell("lane-1", "step-1")) == 2
    with hands.window.open_map.edit("Write") as edit:
        cards.set_text(edit, "card-1", "x" * 1_000_000)
    index = hands.at("lane-1", "step-1")
    assert len(index.data()) < 300
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    hands.stand_on("lane-1", "step-1")
    hands.key(Qt.Key.Key_Insert)
    assert hands.table.delegate.editor is None


def test_control_characters_and_any_script_are_made_fit(hands: Hands) -> None:
    hands.stand_on("lane-2", "step-1")
    hands.key(Qt.Key.Key_Return)
    hands.editor.setPlainText("เปรียบ\x00เทียบ\nقارن\u202eالأسعار\r\nline\u2028break")
    hands.key(Qt.Key.Key_Return)
    assert hands.cell("lane-2", "step-1") == ["เปรียบเทียบ", "قارن\u202eالأسعار", "line", "break"]


def test_the_edited_cell_may_vanish(hands: Hands) -> None:
    hands.stand_on("lane-1", "step-1")
    hands.key(Qt.Key.Key_F2)
    hands.type("half a wo")
    with hands.window.open_map.edit("Elsewhere") as edit:
        deleting.delete(edit, ["lane-1"])
    assert hands.table.delegate.editor is None
    assert hands.model.rowCount() == 4
    hands.stand_on("lane-2", "step-3")
    hands.window.action_set.by_id["rename_step"].trigger()
    hands.type("half a wo")
    with hands.window.open_map.edit("Elsewhere") as edit:
        deleting.delete(edit, ["step-3"])
    assert hands.table.heads.editor is None
    assert hands.model.columnCount() == 2


def test_a_screen_reader_hears_the_cells_and_the_heads(hands: Hands) -> None:
    table = QAccessible.queryAccessibleInterface(hands.view)
    assert table is not None
    assert table.text(QAccessible.Text.Name) == "Table of the map"
    heard = [table.child(number).text(QAccessible.Text.Name) for number in range(table.childCount())]
    assert "Awareness, Sees" in heard
    assert "Emotions" in heard
    assert "Sees a poster. Asks a friend" in heard
    assert "empty" in heard
    assert "-1 Curious" in heard
    place = heard.index("Web search")
    assert table.child(place).text(QAccessible.Text.Description) == "Touchpoints, Searches"
    hands.stand_on("lane-2", "step-2")
    hands.key(Qt.Key.Key_F2)
    editor = QAccessible.queryAccessibleInterface(hands.window.focusWidget())
    assert editor is not None
    assert editor.text(QAccessible.Text.Name) == "Cards in Touchpoints, Searches"


def test_an_edit_shows_exactly_the_cells_it_touched(window: MainWindow) -> None:
    for size in (100, 10_000):
        window.show_map(OpenMap(Session(large_map(size), window.windows.shaper)))
        hands = Hands(window)
        told: list[tuple[int, int, int, int]] = []
        hands.model.dataChanged.connect(
            lambda first, last, *_, told=told: told.append(
                (first.row(), first.column(), last.row(), last.column())
            )
        )
        with window.open_map.edit("Edit") as edit:
            cards.set_text(edit, "card-15", "Other")
            cards.move(edit, ["card-1"], "lane-3", "step-2", 0)
        assert sorted(told) == [(0, 0, 0, 0), (1, 0, 1, 0), (2, 1, 2, 1)]


def test_saving_is_offered_while_words_are_written_and_no_more_when_they_were_given_up(hands: Hands) -> None:
    save = hands.window.action_set.by_id["save"]
    hands.stand_on("lane-1", "step-1")
    assert not save.isEnabled()
    hands.key(Qt.Key.Key_F2)
    hands.type("Never kept")
    assert save.isEnabled()
    hands.key(Qt.Key.Key_Escape)
    assert not save.isEnabled()
    hands.window.action_set.by_id["rename_lane"].trigger()
    hands.type("Never kept")
    assert save.isEnabled()
    hands.key(Qt.Key.Key_Escape)
    assert not save.isEnabled()
