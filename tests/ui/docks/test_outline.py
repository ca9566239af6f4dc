"""The outline dock: walked, edited and kept in step, by keyboard and without the canvas."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTreeView
from pytestqt.qtbot import QtBot

from journeymapper.document.document import Transaction
from journeymapper.document.records import MAP_ID, Card, EmotionPoint, Lane, Persona, Stage, Step
from journeymapper.editing import cards, lanes, stages
from journeymapper.files import native
from journeymapper.session.session import Session
from journeymapper.ui.docks.outline.dock import Outline
from journeymapper.ui.docks.outline.model import LONGEST_EDITED
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
    """A keyboard on the outline of a window, and eyes on what came of it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.document = window.open_map.session.document
        self.key(Qt.Key.Key_F6 if self.outline.isVisible() else Qt.Key.Key_O, self.held())
        assert self.tree.hasFocus()

    def held(self) -> Qt.KeyboardModifier:
        return NONE if self.outline.isVisible() else CTRL | SHIFT

    @property
    def outline(self) -> Outline:
        return self.window.docks.outline

    @property
    def tree(self) -> QTreeView:
        return self.outline.tree

    def stand_on(self, name: str | tuple[str, str]) -> None:
        """Put the tree's cursor on a record or a cell, as a click does."""
        model = self.outline.model
        assert model is not None
        self.outline.stand_on(model.index_of(name))
        self.tree.setFocus()

    @property
    def here(self) -> str:
        return str(self.tree.currentIndex().data())

    def cell(self, lane: str = "lane-1", step: str = "step-1") -> list[str]:
        return [self.document.get(id_, Card).text for id_ in self.document.indexes.cards(lane, step)]

    def below(self, index: QModelIndex) -> list[str]:
        model = self.outline.model
        assert model is not None
        return [model.index(row, 0, index).data() for row in range(model.rowCount(index))]

    def named(self, name: str | tuple[str, str]) -> QModelIndex:
        model = self.outline.model
        assert model is not None
        return model.index_of(name)


@pytest.fixture
def hands(map_window: MainWindow) -> Hands:
    return Hands(map_window)


def test_it_is_not_shown_before_it_is_wanted_and_is_remembered_then(map_window: MainWindow) -> None:
    docks = map_window.docks
    assert (docks.outline.isVisible(), docks.table.isVisible()) == (False, False)
    assert docks.outline.model is None, "what nobody sees is not made"
    Hands(map_window)
    map_window.action_set.by_id["close"].trigger()
    assert not docks.outline.isVisible()
    map_window.action_set.by_id["new"].trigger()
    assert docks.outline.isVisible()
    assert map_window.action_set.by_id["show_outline"].isChecked()


def test_the_tree_shows_the_map_its_lanes_and_its_personas(hands: Hands) -> None:
    assert hands.below(QModelIndex()) == ["Buying a bicycle", "Lanes", "Personas"]
    assert hands.below(hands.named(MAP_ID)) == ["Awareness", "Purchase"]
    assert hands.below(hands.named("stage-1")) == ["Sees", "Searches"]
    assert hands.below(hands.named("step-1")) == ["Actions", "Touchpoints", "Emotions", "Pain points"]
    assert hands.below(hands.named(("lane-1", "step-1"))) == ["Sees a poster", "Asks a friend"]
    assert hands.below(hands.named(("lane-3", "step-1"))) == ["Ilze Bērziņa: -1 Curious"]
    lanes_branch = hands.named("lane-1").parent()
    assert hands.below(lanes_branch)[3] == "Line of visibility"
    assert hands.tree.isExpanded(hands.named("stage-1"))
    assert not hands.tree.isExpanded(hands.named("step-1"))


def test_what_is_empty_or_hidden_is_grey_and_says_so(hands: Hands) -> None:
    grey, role = hands.tree.palette().placeholderText(), Qt.ItemDataRole.ForegroundRole
    assert hands.named(("lane-2", "step-1")).data(role) == grey
    assert hands.named(("lane-1", "step-1")).data(role) is None
    with hands.window.open_map.edit("Hide") as edit:
        lanes.set_hidden(edit, ["lane-1"], True)
        lanes.set_collapsed(edit, ["lane-2"], True)
    for name in ("lane-1", ("lane-1", "step-1")):
        assert hands.named(name).data() == "Actions (hidden)"
        assert hands.named(name).data(role) == grey
    assert hands.named("lane-2").data() == "Touchpoints (collapsed)"


def test_a_small_map_is_built_by_keyboard_alone(window: MainWindow) -> None:
    """Stages, steps, cards: added, named, moved, deleted, taken back; the canvas never has the keyboard."""
    window.action_set.by_id["new"].trigger()
    canvas = window.canvas
    assert canvas is not None
    hands = Hands(window)
    document = window.open_map.session.document
    deleted = [id_ for _order, id_ in document.indexes.stages]
    for stage in deleted:
        hands.stand_on(stage)
        hands.key(Qt.Key.Key_Delete)
    assert not document.indexes.stages
    for name in ("Awareness", "Purchase"):
        hands.key(Qt.Key.Key_A, CTRL | SHIFT)
        hands.type(name)
        hands.key(Qt.Key.Key_Return)
        assert hands.here == name
    hands.key(Qt.Key.Key_T, CTRL | SHIFT)
    hands.type("Pays")
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Left, ALT)
    assert [document.get(id_, Step).name for id_ in document.indexes.columns()] == ["", "Pays", ""]
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Down)
    assert hands.window.open_map.cell == (document.indexes.lanes[0][1], document.indexes.columns()[1])
    lane, step = hands.window.open_map.cell
    for words in ("Enters the PIN", "Takes the receipt"):
        hands.key(Qt.Key.Key_Insert)
        hands.type(words)
        hands.key(Qt.Key.Key_Return)
        assert hands.here == words
    hands.key(Qt.Key.Key_Up, ALT)
    assert hands.cell(lane, step) == ["Takes the receipt", "Enters the PIN"]
    assert hands.here == "Takes the receipt"
    hands.key(Qt.Key.Key_F2)
    hands.key(Qt.Key.Key_End)
    hands.type("!")
    hands.key(Qt.Key.Key_Return)
    assert hands.cell(lane, step) == ["Takes the receipt!", "Enters the PIN"]
    hands.key(Qt.Key.Key_Delete)
    assert hands.cell(lane, step) == [hands.here] == ["Enters the PIN"]
    hands.key(Qt.Key.Key_Z, CTRL)
    assert hands.cell(lane, step) == ["Takes the receipt!", "Enters the PIN"]
    hands.key(Qt.Key.Key_Up)
    hands.key(Qt.Key.Key_Right, ALT)
    assert hands.cell(lane, document.indexes.columns()[2]) == ["Takes the receipt!"]
    assert hands.here == "Takes the receipt!", "the tree opens where it went"
    assert hands.tree.hasFocus()
    assert not canvas.isAncestorOf(QApplication.focusWidget())


def test_each_name_and_text_is_edited_in_place_as_one_step(hands: Hands) -> None:
    before = native.written(hands.document)
    for name, kind, field in (
        (MAP_ID, None, ""),
        ("stage-1", Stage, "name"),
        ("step-1", Step, "name"),
        ("lane-1", Lane, "name"),
        ("card-1", Card, "text"),
        ("persona-1", Persona, "name"),
    ):
        hands.stand_on(name)
        hands.key(Qt.Key.Key_Return)
        hands.key(Qt.Key.Key_A, CTRL)
        hands.type("Other words")
        hands.key(Qt.Key.Key_Return)
        if kind is not None:
            assert getattr(hands.document.get(name, kind), field) == "Other words"
        assert hands.here == "Other words"
        hands.key(Qt.Key.Key_Z, CTRL)
        assert native.written(hands.document) == before, name
    assert hands.document.map.title == "Buying a bicycle"


def test_a_cards_text_may_have_lines_and_esc_leaves_it(hands: Hands) -> None:
    hands.stand_on("card-1")
    hands.key(Qt.Key.Key_F2)
    hands.key(Qt.Key.Key_Return, SHIFT)
    hands.type("at the door")
    hands.key(Qt.Key.Key_Return)
    assert hands.cell()[0] == "Sees a poster\nat the door"
    assert hands.here == "Sees a poster ↵ at the door"
    hands.key(Qt.Key.Key_F2)
    hands.type("never kept")
    hands.key(Qt.Key.Key_Escape)
    assert hands.tree.hasFocus()
    assert hands.cell()[0] == "Sees a poster\nat the door"
    hands.key(Qt.Key.Key_Escape)
    assert hands.window.canvas is not None
    assert hands.window.canvas.hasFocus()


def test_a_feeling_is_written_as_a_score_and_a_label(hands: Hands) -> None:
    hands.stand_on("point-1")
    hands.key(Qt.Key.Key_F2)
    hands.type("+1,5 Glad")
    hands.key(Qt.Key.Key_Return)
    point = hands.document.get("point-1", EmotionPoint)
    assert (point.score, point.text) == (1.5, "Glad")
    hands.key(Qt.Key.Key_F2)
    hands.type("very glad")
    hands.key(Qt.Key.Key_Return)
    assert "begin with a number from −2 to +2" in hands.window.status_line.currentMessage()
    assert hands.outline.delegate.editor is not None, "what was typed can be put right"
    hands.key(Qt.Key.Key_Escape)
    assert hands.document.get("point-1", EmotionPoint) == point


def test_a_card_left_without_words_leaves_no_trace(hands: Hands) -> None:
    hands.stand_on(("lane-1", "step-1"))
    for leave in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        hands.key(Qt.Key.Key_Insert)
        assert len(hands.cell()) == 3
        hands.key(leave)
        assert len(hands.cell()) == 2
        assert hands.window.open_map.session.history.undo_label is None
        assert hands.tree.hasFocus()


def test_a_card_may_be_added_where_the_canvas_shows_nothing(hands: Hands) -> None:
    with hands.window.open_map.edit("Hide") as edit:
        lanes.set_hidden(edit, ["lane-2"], True)
    hands.stand_on(("lane-2", "step-1"))
    hands.key(Qt.Key.Key_Insert)
    hands.type("Poster")
    hands.key(Qt.Key.Key_Return)
    assert hands.cell("lane-2") == ["Poster"]
    assert hands.document.get("lane-2", Lane).hidden


def test_the_selection_goes_both_ways(hands: Hands, qtbot: QtBot) -> None:
    open_map = hands.window.open_map
    hands.stand_on("card-1")
    assert (open_map.selection, open_map.current) == ({"card-1"}, "card-1")
    hands.key(Qt.Key.Key_Down, SHIFT)
    assert open_map.selection == {"card-1", "card-2"}
    assert hands.window.inspector.panel.ids == ("card-1", "card-2")
    hands.stand_on(("lane-1", "step-2"))
    assert (open_map.selection, open_map.cell) == (frozenset(), ("lane-1", "step-2"))
    hands.key(Qt.Key.Key_Escape)
    open_map.select({"card-4", "card-5"}, "card-5")
    qtbot.waitUntil(lambda: hands.here == "Shop")
    assert {index.data() for index in hands.tree.selectedIndexes()} == {"Web search", "Shop"}
    assert open_map.selection == {"card-4", "card-5"}, "the tree only follows"
    assert hands.window.canvas is not None
    assert hands.window.canvas.hasFocus()
    open_map.select((), "", ("lane-2", "step-1"))
    qtbot.waitUntil(lambda: hands.here == "Touchpoints")
    open_map.select({"lane-5"}, "lane-5")
    qtbot.waitUntil(lambda: hands.tree.currentIndex() == hands.named("lane-5"))


def test_deleting_on_the_canvas_selects_nothing_by_way_of_the_tree(hands: Hands, qtbot: QtBot) -> None:
    hands.key(Qt.Key.Key_Escape)
    hands.window.open_map.select({"card-1"}, "card-1")
    qtbot.waitUntil(lambda: hands.here == "Sees a poster")
    hands.key(Qt.Key.Key_Delete)
    assert hands.cell() == ["Asks a friend"]
    assert hands.window.open_map.selection == frozenset()


def test_what_is_open_stays_open(hands: Hands, qtbot: QtBot) -> None:
    hands.stand_on("stage-1")
    hands.tree.expand(hands.named("step-2"))
    hands.key(Qt.Key.Key_Escape)
    for id_, words in (("card-1", "Sees a poster"), ("card-4", "Web search"), ("card-6", "Queues")):
        hands.window.open_map.select({id_}, id_)
        qtbot.waitUntil(lambda words=words: hands.here == words)
    opened = ("step-1", "step-2", "step-3", ("lane-1", "step-1"), ("lane-2", "step-2"), ("lane-5", "step-3"))
    assert [hands.tree.isExpanded(hands.named(name)) for name in opened] == [True] * len(opened)
    assert not hands.tree.isExpanded(hands.named(("lane-2", "step-1"))), "no more than need be"
    hands.window.open_map.select({"lane-5"}, "lane-5")
    qtbot.waitUntil(lambda: hands.tree.currentIndex() == hands.named("lane-5"))
    assert [hands.tree.isExpanded(hands.named(name)) for name in opened] == [True] * len(opened)


def test_what_is_in_sight_does_not_move_when_something_else_in_sight_is_selected(
    hands: Hands, qtbot: QtBot
) -> None:
    hands.window.resize(1200, 900)
    hands.tree.expandAll()
    hands.key(Qt.Key.Key_Escape)
    hands.window.open_map.select({"card-6"}, "card-6")
    qtbot.waitUntil(lambda: hands.here == "Queues")
    step = hands.named("step-3")
    before = hands.tree.visualRect(step)
    for id_, words in (("card-5", "Shop"), ("stage-2", "Purchase")):
        hands.window.open_map.select({id_}, id_)
        qtbot.waitUntil(lambda words=words: hands.here == words)
        assert hands.tree.visualRect(step) == before


def test_opening_it_leaves_the_selection_alone(map_window: MainWindow) -> None:
    open_map = map_window.open_map
    open_map.select(())
    hands = Hands(map_window)
    assert (open_map.selection, open_map.cell) == (frozenset(), None)
    assert not hands.tree.currentIndex().isValid()
    hands.key(Qt.Key.Key_Down)
    assert open_map.selection == {MAP_ID}
    open_map.select({"lane-5"}, "lane-5")
    hands.key(Qt.Key.Key_Escape)
    hands.outline.take_focus()
    assert open_map.selection == {"lane-5"}
    assert hands.tree.currentIndex() == hands.named("lane-5")
    hands.stand_on("lane-1")
    hands.tree.setCurrentIndex(hands.named("lane-1").parent())
    hands.key(Qt.Key.Key_F6)
    hands.outline.take_focus()
    assert hands.here == "Lanes", "a branch that stands for nothing on the map is kept too"


@pytest.mark.parametrize("hide", [lanes.set_collapsed, lanes.set_hidden])
def test_what_the_map_does_not_show_stays_what_one_stands_on(
    hands: Hands, hide: Callable[[Transaction, list[str], bool], None]
) -> None:
    open_map = hands.window.open_map
    hands.stand_on("card-4")
    with open_map.edit("Show less") as edit:
        hide(edit, ["lane-2"], True)
    hands.key(Qt.Key.Key_F2)
    hands.type(" at home")
    hands.key(Qt.Key.Key_Return)
    assert (hands.here, open_map.selection) == ("Web search at home", {"card-4"})
    hands.stand_on(("lane-2", "step-2"))
    with open_map.edit("Elsewhere") as edit:
        cards.set_text(edit, "card-4", "Elsewhere")
    assert hands.tree.currentIndex() == hands.named(("lane-2", "step-2"))
    assert open_map.cell == ("lane-2", "step-2")


def test_letters_search_the_tree(hands: Hands) -> None:
    hands.stand_on("stage-1")
    hands.type("pur")
    assert hands.here == "Purchase"
    assert hands.window.open_map.selection == {"stage-2"}


def test_keys_lead_from_panel_to_panel_and_back(hands: Hands) -> None:
    window = hands.window
    assert window.canvas is not None
    hands.stand_on("card-1")
    hands.key(Qt.Key.Key_F6)
    assert window.inspector.isAncestorOf(window.focusWidget())
    hands.key(Qt.Key.Key_F6)
    assert window.canvas.hasFocus()
    hands.key(Qt.Key.Key_F6)
    assert hands.tree.hasFocus()
    hands.key(Qt.Key.Key_F6, SHIFT)
    assert window.canvas.hasFocus()
    window.open_map.select(())
    hands.key(Qt.Key.Key_F6, SHIFT)
    assert hands.tree.hasFocus(), "an inspector without a field is passed by"
    hands.key(Qt.Key.Key_O, CTRL | SHIFT)
    assert not hands.outline.isVisible()
    assert window.canvas.hasFocus()


def test_the_edited_card_may_vanish(hands: Hands) -> None:
    hands.stand_on("card-1")
    hands.key(Qt.Key.Key_F2)
    hands.type("half a wo")
    with hands.window.open_map.edit("Elsewhere") as edit:
        cards.delete(edit, ["card-1"])
    assert hands.outline.delegate.editor is None
    assert hands.cell() == ["Asks a friend"]
    hands.stand_on(("lane-1", "step-1"))
    hands.key(Qt.Key.Key_Insert)
    hands.type("half")
    new = hands.window.open_map.current
    with hands.window.open_map.edit("Elsewhere") as edit:
        stages.delete(edit, "stage-1")
    assert new not in hands.document
    hands.window.open_map.session.undo()
    assert len(hands.cell()) == 2


def test_what_is_typed_is_kept_when_an_action_comes_between(hands: Hands) -> None:
    hands.stand_on("card-1")
    hands.key(Qt.Key.Key_F2)
    hands.type(" on her way")
    hands.key(Qt.Key.Key_S, CTRL)
    assert hands.cell()[0] == "Sees a poster on her way"
    assert not hands.window.isWindowModified()


def test_texts_of_any_script_and_length(hands: Hands) -> None:
    long = "é" * 1_000_000
    with hands.window.open_map.edit("Write") as edit:
        cards.set_text(edit, "card-1", long)
        cards.set_text(edit, "card-2", "เปรียบเทียบราคาสินค้า ที่ร้าน")
        cards.set_text(edit, "card-3", "قارن الأسعار")
    index = hands.named("card-1")
    assert len(index.data()) == 200
    assert index.data().endswith("…")
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert index.data(Qt.ItemDataRole.EditRole) == long
    hands.stand_on("card-2")
    hands.key(Qt.Key.Key_F2)
    hands.type("!")
    hands.key(Qt.Key.Key_Return)
    assert hands.cell()[1] == "เปรียบเทียบราคาสินค้า ที่ร้าน!"
    assert hands.named("card-3").data() == "قارن الأسعار"
    with hands.window.open_map.edit("Write") as edit:
        cards.set_text(edit, "card-1", "word " * (LONGEST_EDITED // 5))
    hands.stand_on("card-1")
    hands.key(Qt.Key.Key_F2)
    editor = hands.outline.delegate.editor
    assert editor is not None
    assert len(editor.toPlainText()) == LONGEST_EDITED
    assert editor.height() <= hands.tree.viewport().height()
    editor.setPlainText("x" * (LONGEST_EDITED + 1))
    hands.key(Qt.Key.Key_Return)
    assert "too long" in hands.window.status_line.currentMessage()
    hands.key(Qt.Key.Key_Escape)


def drop(hands: Hands, dragged: tuple[str, ...], target: str | tuple[str, str], row: int = -1) -> bool:
    """Drop records on a node of the tree, or before one of its rows."""
    model = hands.outline.model
    assert model is not None
    data: QMimeData = model.mimeData([hands.named(id_) for id_ in dragged])
    move = Qt.DropAction.MoveAction
    if not model.canDropMimeData(data, move, row, 0, hands.named(target)):
        return False
    return model.dropMimeData(data, move, row, 0, hands.named(target))


def test_cards_are_dragged_within_and_between_cells(hands: Hands) -> None:
    assert drop(hands, ("card-2",), ("lane-1", "step-1"), 0)
    assert hands.cell() == ["Asks a friend", "Sees a poster"]
    assert drop(hands, ("card-1", "card-2"), "card-3")
    assert hands.cell(step="step-3")[1:] == ["Asks a friend", "Sees a poster"]
    assert drop(hands, ("card-1",), ("lane-2", "step-1"))
    assert hands.cell("lane-2") == ["Sees a poster"]
    hands.window.action_set.by_id["undo"].trigger()
    assert hands.cell("lane-2") == []
    assert not drop(hands, ("card-1",), ("lane-3", "step-1")), "no card in a curve"
    assert not drop(hands, ("card-1",), "stage-1")
    assert not drop(hands, ("card-1", "stage-1"), ("lane-2", "step-1"))


def test_steps_stages_and_lanes_are_dragged_to_another_place(hands: Hands) -> None:
    assert drop(hands, ("step-1",), "stage-2")
    assert hands.document.indexes.columns() == ["step-2", "step-3", "step-1"]
    assert drop(hands, ("stage-2",), MAP_ID, 0)
    assert hands.document.indexes.columns() == ["step-3", "step-1", "step-2"]
    assert drop(hands, ("lane-5",), "lane-1")
    assert [id_ for _order, id_ in hands.document.indexes.lanes][:2] == ["lane-1", "lane-5"]
    foreign = QMimeData()
    foreign.setData("application/x-journeymapper-outline", b"of another window")
    model = hands.outline.model
    assert model is not None
    assert not model.canDropMimeData(foreign, Qt.DropAction.MoveAction, -1, 0, hands.named("stage-1"))


def test_personas_are_dragged_to_another_place(hands: Hands) -> None:
    with hands.window.open_map.edit("Add") as edit:
        edit.put(Persona(id="persona-2", order="y", name="Anna"))
        edit.put(Persona(id="persona-3", order="z", name="Bob"))
    assert drop(hands, ("persona-1",), "persona-3")
    assert [id_ for _order, id_ in hands.document.indexes.personas] == ["persona-2", "persona-3", "persona-1"]
    assert hands.window.action_set.by_id["undo"].text() == "Undo “Move persona”"
    assert not drop(hands, ("persona-1",), "lane-1")


def asked(hands: Hands, reason: QContextMenuEvent.Reason, place: QPoint) -> list[str]:
    """Ask for the context menu and return what it offers."""
    tree = hands.tree
    target = tree if reason is QContextMenuEvent.Reason.Keyboard else tree.viewport()
    QApplication.sendEvent(target, QContextMenuEvent(reason, place, target.mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_the_context_menu_fits_what_was_pointed_at(hands: Hands) -> None:
    hands.stand_on("stage-2")
    assert asked(hands, QContextMenuEvent.Reason.Keyboard, QPoint(1, 1))[0] == "Rename stage"
    place = hands.tree.visualRect(hands.named("step-1")).center()
    QTest.mouseClick(hands.tree.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert asked(hands, QContextMenuEvent.Reason.Mouse, place)[0] == "Rename step"
    assert hands.window.open_map.selection == {"step-1"}


def test_a_screen_reader_hears_what_each_line_is(hands: Hands) -> None:
    hands.stand_on("card-1")
    hands.stand_on("point-1")
    tree = QAccessible.queryAccessibleInterface(hands.tree)
    assert tree is not None
    assert tree.text(QAccessible.Text.Name) == "Outline of the map"
    heard = [tree.child(number).text(QAccessible.Text.Name) for number in range(tree.childCount())]
    assert heard[:5] == [
        "Outline",
        "Map “Buying a bicycle”",
        "Stage “Awareness”",
        "Step “Sees”",
        "Actions, 2 cards",
    ]
    assert "Card, in Actions, Sees a poster" in heard
    assert "Touchpoints, empty" in heard
    assert "Emotion point, Ilze Bērziņa: -1 Curious" in heard
    place = heard.index("Card, in Actions, Sees a poster")
    assert tree.child(place).text(QAccessible.Text.Description) == "Actions, Sees"
    hands.key(Qt.Key.Key_F2)
    editor = QAccessible.queryAccessibleInterface(hands.window.focusWidget())
    assert editor is not None
    assert editor.text(QAccessible.Text.Name).startswith("Text of Emotion point")


def test_an_edit_touches_as_few_rows_on_a_large_map(window: MainWindow) -> None:
    rows = {}
    for size in (100, 10_000):
        session = Session(large_map(size), window.windows.shaper)
        window.show_map(OpenMap(session))
        hands = Hands(window)
        hands.stand_on("card-15")
        model = hands.outline.model
        assert model is not None
        told: list[object] = []
        for signal in (model.dataChanged, model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            signal.connect(lambda *_, told=told: told.append(None))
        with window.open_map.edit("Edit") as edit:
            cards.set_text(edit, "card-15", "Other")
            cards.add(edit, "lane-2", "step-1", "New")
            cards.delete(edit, ["card-16"])
        rows[size] = len(told)
    assert rows[100] == rows[10_000] == 4
