"""A facilitator at work in the real window, hands on the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeymapper.document.records import Card, EmotionPoint, Lane, Persona, Stage, Step
from journeymapper.ui.canvas.text_box import LONGEST_TEXT
from journeymapper.ui.dialogs.persona_dialog import PersonaDialog
from journeymapper.ui.main_window import MainWindow
from tests.ui.conftest import Answers
from tests.ui.people import edited

NONE, CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
ENTER, DOWN, RIGHT, LEFT = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left

#: What fifteen people say of one stage: four cards in each of five lanes.
SAID = {
    "goals": ("Ride to work", "Save time", "Spend under 400", "Feel safe"),
    "actions": ("Asks friends", "Reads reviews", "Visits two shops", "Rides a few"),
    "thoughts": ("Too many kinds", "Will it last?", "Is it my size?", "What if it breaks?"),
    "touchpoints": ("Web search", "Shop window", "Phone", "Leaflet"),
    "pain_points": ("No prices online", "Nobody answers", "Far away", "Closed on Sunday"),
}


class Hands:
    """Ten fingers on the keyboard of a window; ``keystrokes`` counts the keys besides the text itself."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.keystrokes = 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        self.keystrokes += 1
        QTest.keyClick(self._focused(), key, held)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self._focused(), letter)

    def _focused(self) -> object:
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.window() is self.window
        return focused


@pytest.fixture
def hands(window: MainWindow) -> Hands:
    return Hands(window)


def texts(window: MainWindow, lane: str, step: str) -> list[str]:
    document = window.open_map.session.document
    return [document.get(id_, Card).text for id_ in document.indexes.cards(lane, step)]


def test_a_stage_of_five_lanes_is_filled_with_twenty_cards_by_25_keys_besides_the_text(
    window: MainWindow, hands: Hands
) -> None:
    window.windows.new_map(window)
    document = window.open_map.session.document
    lanes = {document.get(id_, Lane).role: id_ for _order, id_ in document.indexes.lanes}
    hidden = [id_ for role, id_ in lanes.items() if role not in SAID]
    with window.open_map.edit("Leave five lanes") as edit:
        for lane in hidden:
            edit.remove(lane)
    window.open_map.session.history.mark_saved()
    step = document.indexes.columns()[0]
    hands.press(DOWN)
    begun = hands.keystrokes
    for number, cards in enumerate(SAID.values()):
        if number:
            hands.press(DOWN)
        for words in cards:
            hands.type(words)
            hands.press(ENTER)
    hands.press(ENTER)
    assert hands.keystrokes - begun == 20 + 4 + 1, "one a card, one a lane, one to end"
    assert begun == 1, "one to step on the map"
    assert not window.canvas.is_editing
    for role, cards in SAID.items():
        assert texts(window, lanes[role], step) == list(cards)
    assert sum(isinstance(record, Card) for record in document) == 20
    for _card in range(20):
        hands.press(Qt.Key.Key_Z, CONTROL)
    assert not any(isinstance(record, Card) for record in document)
    assert not window.isWindowModified()


def test_steps_beside_each_other_are_filled_with_tab(window: MainWindow, hands: Hands) -> None:
    window.windows.new_map(window)
    document = window.open_map.session.document
    lane = document.indexes.lanes[0][1]
    first, second, third = document.indexes.columns()[:3]
    hands.press(DOWN)
    hands.type("a")
    hands.press(ENTER)
    hands.type("b")
    hands.press(Qt.Key.Key_Tab)
    hands.type("c")
    hands.press(ENTER)
    hands.press(Qt.Key.Key_Tab)
    hands.type("d")
    hands.press(Qt.Key.Key_Backtab, SHIFT)
    hands.type("e")
    hands.press(ENTER, CONTROL)
    found = [texts(window, lane, step) for step in (first, second, third)]
    assert found == [["a", "b"], ["c", "e"], ["d"]]


def test_what_the_editor_has_to_say_stands_in_the_status_line(map_window: MainWindow) -> None:
    hands = Hands(map_window)
    map_window.open_map.select({"card-6"}, "card-6")
    QApplication.clipboard().setText("word " * (LONGEST_TEXT // 5 + 1))
    hands.press(Qt.Key.Key_F2)
    hands.press(Qt.Key.Key_V, CONTROL)
    assert map_window.canvas.is_editing
    assert "Nothing was inserted" in map_window.status_line.currentMessage()
    hands.press(Qt.Key.Key_Escape)
    assert texts(map_window, "lane-5", "step-3") == ["Queues"]
    assert not map_window.isWindowModified()


def test_select_all_goes_from_the_cell_to_the_lane_to_the_map(map_window: MainWindow) -> None:
    hands = Hands(map_window)
    document, open_map = map_window.open_map.session.document, map_window.open_map
    open_map.select({"card-1"}, "card-1")
    hands.press(Qt.Key.Key_A, CONTROL)
    assert open_map.selection == {"card-1", "card-2"}
    hands.press(Qt.Key.Key_A, CONTROL)
    assert open_map.selection == {"card-1", "card-2", "card-3"}
    for _again in range(2):
        hands.press(Qt.Key.Key_A, CONTROL)
        everything = {record.id for record in document if isinstance(record, Card | EmotionPoint)}
        assert open_map.selection == everything
    assert open_map.current == "card-1", "the cursor stays"


def test_select_all_begins_anew_when_something_else_was_selected(map_window: MainWindow) -> None:
    hands = Hands(map_window)
    map_window.open_map.select({"card-1"}, "card-1")
    hands.press(Qt.Key.Key_A, CONTROL)
    hands.press(Qt.Key.Key_Right)
    hands.press(Qt.Key.Key_Right)
    hands.press(Qt.Key.Key_Down)
    assert map_window.open_map.selection == {"card-5"}
    hands.press(Qt.Key.Key_A, CONTROL)
    assert map_window.open_map.selection == {"card-4", "card-5"}, "its cell holds nothing else"


def test_select_all_counts_emotion_points_and_skips_what_is_empty(map_window: MainWindow) -> None:
    hands, open_map = Hands(map_window), map_window.open_map
    open_map.select({"point-1"}, "point-1")
    hands.press(Qt.Key.Key_A, CONTROL)
    assert open_map.selection == {"point-1", "point-2", "point-3"}
    open_map.select((), "", ("lane-5", "step-1"))
    hands.press(Qt.Key.Key_A, CONTROL)
    assert open_map.selection == {"card-6"}
    open_map.select({"lane-2"}, "lane-2")
    hands.press(Qt.Key.Key_A, CONTROL)
    assert open_map.selection == {"card-4", "card-5"}
    hands.press(Qt.Key.Key_A, CONTROL)
    assert len(open_map.selection) == 9


def test_select_all_leaves_out_what_cannot_be_seen(map_window: MainWindow) -> None:
    hands, open_map = Hands(map_window), map_window.open_map
    with open_map.edit("Hide") as edit:
        edit.update("lane-1", Lane, hidden=True)
        edit.update("lane-2", Lane, collapsed=True)
    hands.press(Qt.Key.Key_A, CONTROL)
    assert open_map.selection == {"point-1", "point-2", "point-3", "card-6"}


def test_select_all_in_the_editor_selects_the_text(map_window: MainWindow) -> None:
    hands = Hands(map_window)
    map_window.open_map.select({"card-1"}, "card-1")
    hands.press(Qt.Key.Key_F2)
    for _again in range(2):
        hands.press(Qt.Key.Key_A, CONTROL)
    hands.type("x")
    hands.press(ENTER)
    assert texts(map_window, "lane-1", "step-1") == ["x", "Asks a friend"]


@pytest.mark.parametrize(
    ("kind", "ids", "key", "words", "order"),
    [
        (
            Lane,
            ("lane-1", "lane-2"),
            DOWN,
            "Move 2 lanes",
            ["lane-3", "lane-1", "lane-2", "lane-4", "lane-5"],
        ),
        (Step, ("step-1", "step-2"), RIGHT, "Move 2 steps", ["step-1", "step-2", "step-3"]),
        (Stage, ("stage-1",), RIGHT, "Move stage", ["stage-2", "stage-1"]),
    ],
)
def test_alt_and_arrows_move_several_parts(
    map_window: MainWindow, kind: type, ids: tuple[str, ...], key: Qt.Key, words: str, order: list[str]
) -> None:
    hands, indexes = Hands(map_window), map_window.open_map.session.document.indexes
    before = list(indexes.lanes), list(indexes.stages), list(indexes.columns())
    map_window.open_map.select(ids, ids[0])
    hands.press(key, ALT)
    found = {Lane: indexes.lanes, Stage: indexes.stages}.get(kind)
    assert [id_ for _key, id_ in found] if found is not None else indexes.columns() == order
    assert kind is not Step or indexes.steps("stage-2") == order, "both went over the border"
    assert map_window.open_map.selection == set(ids)
    assert map_window.action_set.by_id["undo"].text() == f"Undo “{words}”"
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert (indexes.lanes, indexes.stages, indexes.columns()) == before
    assert not map_window.isWindowModified()


def test_cards_of_several_cells_move_together_as_one_step(map_window: MainWindow) -> None:
    hands = Hands(map_window)
    map_window.open_map.select(("card-1", "card-2", "card-4"), "card-1")
    hands.press(RIGHT, ALT)
    assert texts(map_window, "lane-1", "step-2") == ["Sees a poster", "Asks a friend"]
    assert texts(map_window, "lane-2", "step-3") == ["Web search", "Shop"]
    assert map_window.action_set.by_id["undo"].text() == "Undo “Move 3 cards”"
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert not map_window.isWindowModified()


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        (("card-1",), "Delete card"),
        (("card-1", "card-4"), "Delete 2 cards"),
        (("point-1", "point-2"), "Delete 2 emotion points"),
        (("lane-1", "lane-2"), "Delete 2 lanes"),
        (("step-1",), "Delete step"),
        (("stage-1", "stage-2"), "Delete 2 stages"),
        (("persona-1",), "Delete persona"),
        (("lane-1", "card-1", "card-4", "stage-2", "step-3", "point-1", "persona-1"), "Delete 7 items"),
    ],
)
def test_delete_takes_all_kinds_as_one_step_that_says_what_and_how_many(
    map_window: MainWindow, ids: tuple[str, ...], words: str
) -> None:
    hands, document = Hands(map_window), map_window.open_map.session.document
    map_window.open_map.select(ids, ids[0])
    hands.press(Qt.Key.Key_Delete)
    assert not any(id_ in document for id_ in ids)
    assert map_window.action_set.by_id["undo"].text() == f"Undo “{words}”"
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert all(id_ in document for id_ in ids)
    assert not map_window.isWindowModified()


def test_menu_actions_on_several_parts_say_so_and_renaming_is_of_one(map_window: MainWindow) -> None:
    by_id, open_map = map_window.action_set.by_id, map_window.open_map
    document = open_map.session.document
    open_map.select(("stage-1", "stage-2"), "stage-1")
    assert not by_id["rename_stage"].isEnabled()
    assert by_id["delete_stage"].text() == "Delete 2 stages"
    by_id["stage_colour.green"].trigger()
    assert by_id["undo"].text() == "Undo “Colour of 2 stages”"
    assert by_id["stage_colour.green"].isChecked()
    open_map.select(("lane-1", "lane-2", "lane-3"), "lane-1")
    by_id["lane_role.ideas"].trigger()
    assert by_id["undo"].text() == "Undo “Role of 2 lanes”", "the emotion curve has none"
    assert [document.get(f"lane-{number}", Lane).role for number in (1, 2, 3)] == ["ideas", "ideas", ""]
    open_map.select(("lane-1", "lane-2"), "lane-2")
    by_id["move_lane_down"].trigger()
    assert by_id["undo"].text() == "Undo “Move 2 lanes down”"
    by_id["delete_lane"].trigger()
    assert by_id["undo"].text() == "Undo “Delete 2 lanes”"
    assert [id_ for _key, id_ in document.indexes.lanes] == ["lane-3", "lane-4", "lane-5"]
    open_map.select(("stage-1",), "stage-1")
    assert by_id["rename_stage"].isEnabled()
    assert by_id["delete_stage"].text() == "Delete stage"
    while by_id["undo"].isEnabled():
        by_id["undo"].trigger()
    assert not map_window.isWindowModified()


@pytest.mark.parametrize("key", [ENTER, Qt.Key.Key_F2])
def test_enter_and_f2_edit_what_the_keyboard_stands_on(
    map_window: MainWindow, answers: Answers, key: Qt.Key
) -> None:
    hands, document = Hands(map_window), map_window.open_map.session.document
    for id_, kind in (("stage-1", Stage), ("step-1", Step), ("lane-1", Lane)):
        map_window.open_map.select((id_,), id_)
        hands.press(key)
        hands.type("Other")
        hands.press(ENTER)
        assert document.get(id_, kind).name == "Other"
    answers.prepare(PersonaDialog, edited(map_window, "persona-1", name="Other"))
    map_window.open_map.select(("persona-1",), "persona-1")
    hands.press(key)
    assert document.get("persona-1", Persona).name == "Other"
