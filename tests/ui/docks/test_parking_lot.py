"""The parking lot dock: writing thoughts down, changing them, and bringing them onto the map."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from journeymapper.document.records import Card, Parked
from journeymapper.editing import parking
from journeymapper.ui.docks.parking_lot import ParkingLot
from journeymapper.ui.docks.thoughts import MIME_TYPE
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.windows import Windows
from tests.ui.keyboard import Keyboard

NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_Key = Qt.Key


class Hands(Keyboard):
    """A keyboard on the parking lot of a window, and eyes on what came of it."""

    @property
    def lot(self) -> ParkingLot:
        return self.window.docks.parking_lot

    def park(self, *texts: str) -> None:
        self.key(_Key.Key_F12)
        for text in texts:
            self.type(text)
            self.key(_Key.Key_Return)

    def stand_on(self, text: str) -> None:
        """Put the keyboard on a thought, as a click does."""
        model = self.lot.model
        assert model is not None
        [row] = [row for row in range(model.rowCount()) if model.index(row).data() == text]
        self.lot.list.setFocus()
        self.lot.stand_on(model.index(row))

    @property
    def thoughts(self) -> list[str]:
        """What the list shows; the map must say the same."""
        model, document = self.lot.model, self.driver.document
        shown = [model.index(row).data() for row in range(model.rowCount())] if model is not None else []
        kept = [document.get(id_, Parked).text for _order, id_ in document.indexes.parked]
        assert not self.lot.isVisible() or shown == kept
        return kept

    @property
    def said(self) -> str:
        return self.window.status_line.currentMessage()


@pytest.fixture
def hands(map_window: MainWindow, qtbot: QtBot) -> Hands:
    qtbot.waitUntil(map_window.isActiveWindow)
    return Hands(map_window)


def test_a_key_leads_to_the_line_and_enter_parks(hands: Hands) -> None:
    assert not hands.lot.isVisible()
    hands.park("Ask the courier", "  ", "Prices")
    assert hands.lot.line.hasFocus()
    assert hands.thoughts == ["Ask the courier", "Prices"]
    assert hands.lot.line.text() == ""
    hands.key(_Key.Key_Escape)
    assert hands.window.canvas.hasFocus()
    assert hands.lot.isVisible()
    hands.key(_Key.Key_Z, CTRL)
    assert hands.thoughts == ["Ask the courier"]


def test_a_thought_is_changed_moved_and_deleted_by_key(hands: Hands) -> None:
    hands.park("a", "b", "c")
    hands.stand_on("b")
    hands.key(_Key.Key_F2)
    hands.type("better")
    hands.key(_Key.Key_Return)
    changed = hands.thoughts[1]
    assert "better" in changed
    hands.stand_on(changed)
    hands.key(_Key.Key_Up, ALT)
    assert hands.thoughts == [changed, "a", "c"]
    hands.key(_Key.Key_Down, ALT)
    hands.key(_Key.Key_Down, ALT)
    assert hands.thoughts == ["a", "c", changed]
    hands.key(_Key.Key_Delete)
    assert hands.thoughts == ["a", "c"]
    assert hands.window.open_map.session.history.undo_label == "Delete thought"
    assert hands.lot.list.currentIndex().data() == "c", "it stands on the neighbour"
    assert len(hands.window.open_map.selection) == 1
    hands.key(_Key.Key_Z, CTRL)
    assert hands.thoughts == ["a", "c", changed]


def test_a_thought_is_not_left_without_words(hands: Hands) -> None:
    hands.park("a")
    hands.stand_on("a")
    hands.key(_Key.Key_Return)
    editor = hands.lot.delegate.editor
    assert editor is not None
    editor.selectAll()
    hands.key(_Key.Key_Delete)
    hands.key(_Key.Key_Return)
    assert hands.said == "A parked thought needs words. Del takes it away."
    hands.key(_Key.Key_Escape)
    assert hands.thoughts == ["a"]


def test_a_card_is_parked_and_put_back_by_key(hands: Hands) -> None:
    driver = hands.driver
    driver.click(driver.at("card-2"))
    hands.key(_Key.Key_F12, SHIFT)
    assert driver.cards("Actions", "Sees") == ["Sees a poster"]
    assert hands.thoughts == ["Asks a friend"]
    assert hands.said == "1 card parked."
    assert hands.window.open_map.cell == ("lane-1", "step-1"), "the cursor stays in the cell"
    hands.window.action_set.by_id["show_parking_lot"].trigger()
    hands.stand_on("Asks a friend")
    hands.key(_Key.Key_F12, CTRL)
    assert hands.thoughts == []
    assert driver.cards("Actions", "Sees") == ["Sees a poster", "Asks a friend"]
    assert driver.text(hands.window.open_map.current) == "Asks a friend"
    hands.key(_Key.Key_Z, CTRL)
    hands.key(_Key.Key_Z, CTRL)
    assert driver.cards("Actions", "Sees") == ["Sees a poster", "Asks a friend"]
    assert hands.thoughts == []


def test_what_parking_leaves_behind_is_said(hands: Hands) -> None:
    hands.window.open_map.select({"card-4"}, "card-4")
    hands.window.action_set.run("park_cards")
    assert hands.said == "1 card parked. Only the words are kept; Undo brings the rest back."
    hands.driver.session.undo()
    assert hands.driver.document.get("card-4", Card).importance == 3
    with hands.window.open_map.edit("Empty") as edit:
        edit.update("card-1", Card, text="")
    hands.window.open_map.select({"card-1"}, "card-1")
    hands.window.action_set.run("park_cards")
    assert hands.said == "A card without words cannot be parked."
    assert "card-1" in hands.driver.document


def test_the_key_of_a_new_card_begins_a_thought_while_the_keyboard_is_in_the_list(hands: Hands) -> None:
    hands.park("a")
    driver = hands.driver
    hands.window.open_map.select({"card-1"}, "card-1")
    hands.lot.list.setFocus()
    before = driver.bytes
    hands.key(_Key.Key_Insert)
    assert hands.lot.line.hasFocus()
    hands.type("b")
    hands.key(_Key.Key_Return)
    assert hands.thoughts == ["a", "b"]
    hands.key(_Key.Key_Escape)
    hands.key(_Key.Key_Z, CTRL)
    assert driver.bytes == before


def test_without_a_cell_for_cards_a_thought_cannot_be_put_on_the_map(hands: Hands) -> None:
    hands.park("a")
    hands.window.open_map.select(())
    hands.stand_on("a")
    action = hands.window.action_set.by_id["put_on_map"]
    assert not action.isEnabled()
    point = hands.driver.point("Sees")
    hands.window.open_map.select({point.id}, point.id)
    hands.stand_on("a")
    assert not action.isEnabled(), "in a lane of emotions there are no cards"


def carried(hands: Hands, *texts: str) -> QMimeData:
    """What dragging thoughts out of the list carries."""
    model = hands.lot.model
    assert model is not None
    rows = [row for row in range(model.rowCount()) if model.index(row).data() in texts]
    return model.mimeData([model.index(row) for row in rows])


def drop(hands: Hands, data: QMimeData, at: QPoint, enters_only: bool = False) -> bool:
    """Drag something over the map and drop it there; tell whether the map takes it."""
    viewport = hands.window.canvas.viewport()
    how = (Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(viewport, QDragEnterEvent(at, *how))
    over = QDragMoveEvent(at, *how)
    QApplication.sendEvent(viewport, over)
    if enters_only or not over.isAccepted():
        return over.isAccepted()
    dropped = QDropEvent(QPointF(at), *how)
    QApplication.sendEvent(viewport, dropped)
    return dropped.isAccepted()


def test_a_thought_is_dragged_into_a_cell(hands: Hands) -> None:
    hands.park("a", "b", "c")
    driver = hands.driver
    at = driver.in_cell("Touchpoints", "Sees")
    data = carried(hands, "a", "c")
    assert data.text() == "a\nc"
    assert drop(hands, data, at, enters_only=True)
    assert hands.window.canvas.overlay._target == driver.session.layout.cell_rect("lane-2", "step-1")
    assert drop(hands, data, at)
    assert hands.window.canvas.overlay._target is None
    assert driver.cards("Touchpoints", "Sees") == ["a", "c"]
    assert hands.thoughts == ["b"]
    assert driver.steps_done == 4, "one step for the drop"


def test_where_no_card_can_stand_a_thought_is_not_taken(hands: Hands) -> None:
    hands.park("a")
    before = hands.driver.bytes
    data = carried(hands, "a")
    for at in (
        hands.driver.in_cell("Emotions", "Sees"),
        hands.driver.at("lane-1"),
        hands.driver.at("stage-1"),
    ):
        assert not drop(hands, data, at)
    assert hands.driver.bytes == before


def test_a_lane_head_beside_the_stage_that_is_shown_to_a_room_takes_no_thought(hands: Hands) -> None:
    hands.park("a")
    presenting = hands.window.presenting
    presenting.begin()
    for _stage in range(2):
        hands.window.action_set.run("walk_on")
        presenting.show.travel.arrive()
    driver, before = hands.driver, hands.driver.bytes
    lit, lane = driver.canvas.overlay.spotlight.lit(), driver.rect("lane-1")
    assert lit is not None
    assert driver.session.layout.columns.at(lit.x + 20) is not None, "another stage is under the head"
    data = carried(hands, "a")
    assert not drop(hands, data, driver.on_map(lit.x + 20, lane.y + 20))
    assert driver.bytes == before
    assert drop(hands, data, driver.in_cell("Actions", "Pays", 0.98))
    assert driver.cards("Actions", "Pays")[-1] == "a"


def test_what_is_of_another_map_or_broken_is_not_taken(hands: Hands) -> None:
    hands.park("a")
    for data in (b'["parked-99"]', b"{", b"7", b"\xff"):
        foreign = QMimeData()
        foreign.setData(MIME_TYPE, data)
        assert not drop(hands, foreign, hands.driver.in_cell("Touchpoints", "Sees"))
    assert hands.thoughts == ["a"]


def test_thoughts_are_put_in_order_by_dragging(hands: Hands) -> None:
    hands.park("a", "b", "c")
    model = hands.lot.model
    assert model is not None
    assert model.dropMimeData(carried(hands, "c"), Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert hands.thoughts == ["c", "a", "b"]
    assert model.dropMimeData(carried(hands, "c"), Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    assert hands.thoughts == ["a", "b", "c"]
    assert model.dropMimeData(carried(hands, "a"), Qt.DropAction.MoveAction, -1, -1, model.index(2))
    assert hands.thoughts == ["b", "a", "c"]
    assert not model.dropMimeData(QMimeData(), Qt.DropAction.MoveAction, 0, 0, QModelIndex())


def test_the_list_and_the_map_select_the_same(hands: Hands) -> None:
    hands.park("a", "b", "c")
    hands.driver.click(hands.driver.in_cell("Touchpoints", "Sees"))
    hands.stand_on("b")
    open_map = hands.window.open_map
    assert open_map.session.document.get(open_map.current, Parked).text == "b"
    assert open_map.cell == ("lane-2", "step-1")
    open_map.select({"card-1"}, "card-1")
    hands.lot.catch_up()
    assert hands.lot.list.selectedIndexes() == []


def test_find_goes_to_a_thought_and_replaces_in_it(hands: Hands) -> None:
    with hands.window.open_map.edit("Park") as edit:
        parking.add(edit, "Ask the courier")
    find = hands.window.bars.find_bar
    hands.key(_Key.Key_F, CTRL)
    hands.type("courier")
    assert find.count_label.text() == "1 of 1 · in the parking lot"
    assert not hands.lot.isVisible(), "typing alone opens nothing"
    hands.key(_Key.Key_Return)
    assert hands.lot.isVisible()
    assert find.field.hasFocus()
    assert hands.lot.list.currentIndex().data() == "Ask the courier"
    assert (
        hands.window.open_map.session.document.find(hands.window.open_map.current).text == "Ask the courier"
    )
    hands.window.action_set.run("replace")
    find.replacement.setText("driver")
    hands.window.action_set.run("replace_all")
    assert hands.thoughts == ["Ask the driver"]


def test_the_canvas_minds_a_selected_thought(hands: Hands) -> None:
    """Enter, F2, the menu key and the arrows, with the keyboard on the map."""
    hands.park("a")
    hands.stand_on("a")
    hands.key(_Key.Key_Escape)
    assert hands.window.canvas.hasFocus()
    hands.key(_Key.Key_F2)
    assert hands.lot.delegate.editor is not None
    hands.key(_Key.Key_Escape)
    hands.window.canvas.setFocus()
    hands.key(_Key.Key_Return)
    assert hands.lot.delegate.editor is not None
    hands.key(_Key.Key_Escape)
    hands.window.canvas.setFocus()
    hands.key(_Key.Key_Right)
    assert hands.window.open_map.session.document.find(hands.window.open_map.current) is not None
    assert hands.thoughts == ["a"]


def test_the_context_menu_is_that_of_thoughts(hands: Hands) -> None:
    hands.park("a")
    hands.stand_on("a")
    viewport = hands.lot.list.viewport()
    at = hands.lot.list.visualRect(hands.lot.list.currentIndex()).center()
    QApplication.sendEvent(
        viewport, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    )
    [menu] = [menu for menu in hands.window.findChildren(QMenu) if menu.isVisible()]
    actions = hands.window.action_set.by_id
    assert actions["put_on_map"] in menu.actions()
    assert actions["delete"] in menu.actions()
    assert actions["add_stage_after"] not in menu.actions()
    menu.close()


def test_the_dock_remembers_itself(make_windows: Callable[[], Windows], map_file: Path) -> None:
    windows = make_windows()
    window = windows.new_window()
    windows.open_file(map_file, window)
    window.action_set.run("show_parking_lot")
    window.close()
    again = make_windows()
    other = again.new_window()
    again.open_file(map_file, other)
    assert other.docks.parking_lot.isVisible()
    assert not other.docks.votes.isVisible()


def test_another_map_has_thoughts_of_its_own(hands: Hands) -> None:
    hands.park("a")
    hands.type("half a thou")
    hands.window.open_map.session.history.mark_saved()
    hands.window.action_set.run("close")
    assert hands.lot.line.text() == ""
    hands.window.action_set.run("new")
    assert hands.lot.isVisible()
    assert hands.lot.model is not None
    assert hands.lot.model.rowCount() == 0
