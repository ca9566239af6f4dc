"""The keyboard on the canvas."""

import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journeymapper.document.records import LANE_WIDTH, MAP_ID
from journeymapper.editing import deleting, lanes, stages
from journeymapper.layout.metrics import MARGIN
from journeymapper.ui.main_window import MainWindow
from tests.ui.canvas.driver import ALT, CTRL, SHIFT, Driver

LEFT, RIGHT, UP, DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down


def stand(driver: Driver, text: str) -> None:
    driver.click(driver.at(driver.card(text)))


def here(driver: Driver) -> str:
    """The text, name or cell the keyboard stands on."""
    open_map, document = driver.open_map, driver.document
    if open_map.current:
        record = document.find(open_map.current)
        return getattr(record, "text", "") or getattr(record, "name", "") or getattr(record, "title", "")
    if open_map.cell is None:
        return ""
    lane, step = (document.find(id_) for id_ in open_map.cell)
    return f"{lane.name}/{step.name}"


def test_the_first_arrow_stands_on_the_first_cell(driver: Driver) -> None:
    driver.key(DOWN)
    assert here(driver) == "Sees a poster"
    assert driver.open_map.selection == {driver.card("Sees a poster")}


def test_down_goes_through_a_cell_and_on_through_the_lanes(driver: Driver) -> None:
    stand(driver, "Sees a poster")
    seen = []
    for _n in range(5):
        driver.key(DOWN)
        seen.append(here(driver))
    assert seen == ["Asks a friend", "Touchpoints/Sees", "Curious", "Line of visibility", "Pain points/Sees"]
    driver.key(DOWN)
    assert here(driver) == "Pain points/Sees"


def test_up_leads_over_the_step_and_the_stage_to_the_title(driver: Driver) -> None:
    stand(driver, "Web search")
    seen = []
    for _n in range(4):
        driver.key(UP)
        seen.append(here(driver))
    assert seen == ["Actions/Searches", "Searches", "Awareness", "Buying a bicycle"]
    driver.key(RIGHT)
    assert here(driver) == "Ilze Bērziņa"
    driver.key(LEFT)
    assert driver.open_map.current == MAP_ID
    driver.key(DOWN)
    assert here(driver) == "Awareness"
    driver.key(RIGHT)
    assert here(driver) == "Purchase"
    driver.key(DOWN)
    assert here(driver) == "Pays"


def test_left_of_the_first_column_is_the_lane_head(driver: Driver) -> None:
    driver.click(driver.in_cell("Touchpoints", "Sees", 0.9))
    driver.key(LEFT)
    assert driver.open_map.current == driver.lane("Touchpoints")
    driver.key(UP)
    assert driver.open_map.current == driver.lane("Actions")
    driver.key(RIGHT)
    assert here(driver) == "Sees a poster"
    driver.key(LEFT)
    driver.key(UP)
    assert driver.open_map.current == MAP_ID


def test_home_and_end_go_to_the_ends_of_the_row_and_of_the_map(driver: Driver) -> None:
    stand(driver, "Web search")
    driver.key(Qt.Key.Key_End)
    assert here(driver) == "Shop"
    driver.key(Qt.Key.Key_Home)
    assert here(driver) == "Touchpoints/Sees"
    driver.key(Qt.Key.Key_End, CTRL)
    assert here(driver) == "Queues"
    driver.key(Qt.Key.Key_Home, CTRL)
    assert here(driver) == "Sees a poster"


def test_tab_goes_from_cell_to_cell_and_over_the_end_of_a_lane(driver: Driver) -> None:
    stand(driver, "Sees a poster")
    seen = []
    for _n in range(3):
        driver.key(Qt.Key.Key_Tab)
        seen.append(here(driver))
    assert seen[0] == "Actions/Searches"
    assert seen[1].startswith("Pays by card")
    assert seen[2] == "Touchpoints/Sees"
    driver.key(Qt.Key.Key_Backtab)
    assert here(driver) == seen[1]


def test_tab_leaves_the_canvas_without_a_cursor_and_past_the_end(driver: Driver, qtbot: QtBot) -> None:
    window, field = QWidget(), QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(driver.canvas)
    layout.addWidget(field)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    driver.canvas.setFocus()
    driver.key(Qt.Key.Key_Tab)
    assert field.hasFocus()
    driver.canvas.setFocus()
    driver.key(Qt.Key.Key_End, CTRL)
    driver.key(Qt.Key.Key_Tab)
    assert field.hasFocus()
    driver.canvas.setParent(None)
    qtbot.addWidget(driver.canvas)


def test_shift_arrows_extend_the_selection_and_draw_it_in_again(driver: Driver) -> None:
    stand(driver, "Sees a poster")
    driver.key(DOWN, SHIFT)
    assert driver.open_map.selection == {driver.card("Sees a poster"), driver.card("Asks a friend")}
    driver.key(DOWN, SHIFT)
    assert len(driver.open_map.selection) > 2
    driver.key(UP, SHIFT)
    driver.key(UP, SHIFT)
    assert driver.open_map.selection == {driver.card("Sees a poster")}


def test_typing_begins_a_card_below_the_current_one(driver: Driver) -> None:
    stand(driver, "Sees a poster")
    driver.type("Reads it")
    assert driver.canvas.is_editing
    driver.key(Qt.Key.Key_Return, CTRL)
    assert driver.cards("Actions", "Sees") == ["Sees a poster", "Reads it", "Asks a friend"]
    driver.session.undo()
    assert driver.cards("Actions", "Sees") == ["Sees a poster", "Asks a friend"]


def test_typing_begins_no_card_where_none_can_stand(driver: Driver) -> None:
    before = driver.bytes
    driver.type("x")
    persona = driver.document.indexes.personas[0][1]
    driver.open_map.select([persona], persona)
    driver.type("x")
    assert driver.bytes == before
    assert not driver.canvas.is_editing


def test_enter_edits_a_card_and_begins_one_in_an_empty_cell(driver: Driver) -> None:
    stand(driver, "Queues")
    driver.key(Qt.Key.Key_Return)
    assert driver.canvas.is_editing
    driver.key(Qt.Key.Key_Escape)
    driver.key(LEFT)
    assert here(driver) == "Pain points/Searches"
    driver.key(Qt.Key.Key_Return)
    driver.type("Slow site")
    driver.key(Qt.Key.Key_Return, CTRL)
    assert driver.cards("Pain points", "Searches") == ["Slow site"]


def test_enter_on_a_heading_renames_it(driver: Driver) -> None:
    driver.open_map.select([driver.step("Pays")])
    driver.key(Qt.Key.Key_Return)
    driver.type("Buys")
    driver.key(Qt.Key.Key_Return)
    assert driver.step("Buys") == driver.open_map.current


def test_enter_in_an_emotion_cell_without_a_point_adds_one(driver: Driver) -> None:
    driver.open_map.select([driver.point("Pays").id])
    point = driver.point("Pays").id
    with driver.open_map.edit("Clear") as edit:
        edit.remove(point)
    driver.open_map.select((), cell=(driver.lane("Emotions"), driver.step("Pays")))
    driver.key(Qt.Key.Key_Return)
    assert driver.point("Pays").score == 0
    assert driver.open_map.current == driver.point("Pays").id


def test_tab_in_the_editor_keeps_the_card_and_goes_to_the_next_cell(driver: Driver) -> None:
    driver.open_map.select((), cell=(driver.lane("Pain points"), driver.step("Sees")))
    driver.type("One")
    driver.key(Qt.Key.Key_Tab)
    assert driver.cards("Pain points", "Sees") == ["One"]
    assert here(driver) == "Pain points/Searches"
    driver.type("Two")
    driver.key(Qt.Key.Key_Backtab)
    assert here(driver) == "One"


def test_the_window_keeps_the_keys_that_are_not_the_canvas_s(driver: Driver, qtbot: QtBot) -> None:
    stand(driver, "Queues")
    before = driver.bytes
    window = QWidget()
    qtbot.addWidget(window)
    pressed: list[int] = []
    window.keyPressEvent = lambda event: pressed.append(event.key())
    driver.canvas.setParent(window)
    window.show()
    for key, held in ((Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier), (UP, ALT), (Qt.Key.Key_D, CTRL)):
        driver.key(key, held)
    modifiers = {Qt.Key.Key_Alt, Qt.Key.Key_Control}
    assert [key for key in pressed if key not in modifiers] == [Qt.Key.Key_Delete, UP, Qt.Key.Key_D]
    assert driver.bytes == before
    driver.canvas.setParent(None)
    qtbot.addWidget(driver.canvas)


def test_what_has_no_words_on_the_map_is_left_to_the_window(driver: Driver) -> None:
    asked: list[str] = []
    driver.canvas.details_asked.connect(asked.append)
    persona = driver.document.indexes.personas[0][1]
    driver.double_click(driver.at(persona))
    driver.key(Qt.Key.Key_Return)
    assert asked == [persona, persona]
    assert not driver.canvas.is_editing


def test_no_card_is_begun_in_a_lane_of_another_kind(driver: Driver) -> None:
    before = driver.bytes
    driver.canvas.begin_card(driver.lane("Emotions"), driver.step("Sees"))
    assert driver.bytes == before
    assert not driver.canvas.is_editing


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes a context menu event of the key")
def test_shift_f10_asks_for_the_menu_at_the_cursor(driver: Driver) -> None:
    asked = []
    driver.canvas.menu_asked.connect(lambda hit, _at: asked.append(hit.id))
    stand(driver, "Queues")
    driver.key(Qt.Key.Key_F10, SHIFT)
    assert asked == [driver.card("Queues")]


def test_the_cursor_is_scrolled_into_view(driver: Driver) -> None:
    driver.canvas.zoom_to(4.0)
    driver.key(Qt.Key.Key_Home, CTRL)
    assert driver.canvas.viewport().rect().contains(driver.at(driver.card("Sees a poster")))
    driver.key(Qt.Key.Key_End, CTRL)
    assert driver.canvas.viewport().rect().contains(driver.at(driver.card("Queues")))


def test_the_ends_of_the_map_are_shown_with_its_corners(driver: Driver) -> None:
    driver.canvas.zoom_to(1.5)
    driver.click(driver.at(driver.card("Asks a friend")))
    seen = driver.canvas.viewport().rect()
    driver.key(Qt.Key.Key_End, CTRL)
    assert seen.contains(driver.canvas.view.paper().bottomRight())
    driver.key(Qt.Key.Key_Home, CTRL)
    assert seen.contains(driver.canvas.view.paper().topLeft())
    assert here(driver) == "Sees a poster"
    driver.canvas.zoom_to(8.0)
    driver.key(Qt.Key.Key_Home, CTRL)
    assert seen.contains(driver.at(driver.card("Sees a poster"))), "the cursor before the corner"


def test_a_map_that_fits_stays_in_the_middle_at_its_ends(driver: Driver) -> None:
    driver.canvas.zoom_to(0.4)
    place = driver.canvas.view.place
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        driver.key(key, CTRL)
        assert driver.canvas.view.place == place


def test_the_keyboard_goes_on_after_esc_from_where_it_was(driver: Driver) -> None:
    for start, key, there in (
        ("Sees a poster", DOWN, "Asks a friend"),
        ("Asks a friend", UP, "Sees a poster"),
        ("Asks a friend", DOWN, "Touchpoints/Sees"),
        ("Queues", LEFT, "Pain points/Searches"),
    ):
        stand(driver, start)
        driver.key(Qt.Key.Key_Escape)
        assert not driver.open_map.selection
        driver.key(Qt.Key.Key_Escape)
        driver.key(key)
        assert here(driver) == there


@pytest.mark.parametrize(
    ("start", "key", "there"),
    [
        ("lane-2", DOWN, "Emotions"),
        ("lane-2", RIGHT, "Touchpoints/Sees"),
        ("stage-2", LEFT, "Awareness"),
        ("step-2", RIGHT, "Pays"),
        ("persona-1", LEFT, "Buying a bicycle"),
        (MAP_ID, DOWN, "Awareness"),
    ],
)
def test_the_keyboard_goes_on_from_a_heading_after_esc(
    driver: Driver, start: str, key: Qt.Key, there: str
) -> None:
    driver.open_map.select((start,), start)
    driver.key(Qt.Key.Key_Escape)
    assert (driver.open_map.selection, driver.open_map.cell) == (frozenset(), None)
    driver.key(key)
    assert here(driver) == there


def test_where_the_keyboard_was_is_forgotten_when_that_is_gone(driver: Driver) -> None:
    driver.open_map.select((driver.lane("Touchpoints"),))
    driver.key(Qt.Key.Key_Escape)
    with driver.open_map.edit("Delete lane") as edit:
        deleting.delete(edit, [driver.lane("Touchpoints")])
    driver.key(DOWN)
    assert here(driver) == "Sees a poster"


def test_the_keyboard_goes_on_from_where_a_deleted_card_stood(driver: Driver) -> None:
    stand(driver, "Sees a poster")
    driver.type("Reads it")
    driver.key(Qt.Key.Key_Return, CTRL)
    for key, there in ((DOWN, "Asks a friend"), (UP, "Sees a poster"), (RIGHT, "Actions/Searches")):
        stand(driver, "Reads it")
        with driver.open_map.edit("Delete card") as edit:
            deleting.delete(edit, [driver.card("Reads it")])
        assert driver.open_map.cell == (driver.lane("Actions"), driver.step("Sees"))
        driver.key(key)
        assert here(driver) == there
        driver.session.undo()


def test_what_the_keyboard_stands_on_stays_in_view_when_lanes_above_grow(driver: Driver) -> None:
    driver.canvas.zoom_to(2.0)
    stand(driver, "Web search")
    driver.key(DOWN)
    driver.key(DOWN)
    driver.key(DOWN)
    driver.key(DOWN)
    all_lanes = list(driver.session.layout.shown_lanes)
    with driver.open_map.edit("Collapse lanes") as edit:
        lanes.set_collapsed(edit, all_lanes, True)
    assert here(driver) == "Pain points"
    driver.session.undo()
    seen = driver.canvas.viewport().rect()
    assert seen.contains(driver.at(driver.lane("Pain points")))
    driver.canvas.move_map(QPoint(1000, 1000))
    place = driver.canvas.view.place
    driver.session.redo()
    driver.session.undo()
    assert driver.canvas.view.place == place, "who looks elsewhere goes on looking there"


def test_a_screen_reader_is_told_where_the_keyboard_is(driver: Driver) -> None:
    stand(driver, "Asks a friend")
    assert driver.canvas.accessibleName() == "Journey map"
    assert driver.canvas.accessibleDescription() == "Card “Asks a friend”, Actions, Sees"
    driver.key(DOWN)
    assert driver.canvas.accessibleDescription() == "Empty cell, Touchpoints, Sees"
    driver.key(DOWN)
    assert driver.canvas.accessibleDescription() == "Feeling -1 of Ilze Bērziņa, “Curious”, Emotions, Sees"
    driver.open_map.select([driver.step("Pays")])
    assert driver.canvas.accessibleDescription() == "Step “Pays”, Purchase"
    driver.canvas.edit_text(driver.card("Queues"))
    box = driver.canvas.text_box
    assert box is not None
    assert box.accessibleName() == "Text of the card"
    assert box.accessibleDescription() == "Card “Queues”, Pain points, Pays"


def test_the_keyboard_walks_on_when_lanes_above_it_are_gone(driver: Driver) -> None:
    with driver.open_map.edit("Add lane") as edit:
        lanes.add(edit, "New", role="actions", place=0)
    last, first_step = driver.lane("Pain points"), driver.step("Sees")
    driver.open_map.select((), cell=(last, first_step))
    driver.key(Qt.Key.Key_Right)
    driver.key(Qt.Key.Key_Left)
    driver.session.undo()
    assert driver.open_map.cell == (last, first_step)
    driver.key(Qt.Key.Key_Right)
    assert driver.open_map.cell == (last, driver.step("Searches"))


def test_the_keyboard_walks_on_from_where_its_card_stands_now(driver: Driver) -> None:
    driver.click(driver.at(driver.card("Queues")))
    driver.key(Qt.Key.Key_Home)
    driver.key(Qt.Key.Key_End)
    with driver.open_map.edit("Move lane") as edit:
        lanes.move(edit, [driver.lane("Pain points")], 0)
    driver.key(Qt.Key.Key_Left)
    assert driver.open_map.cell == (driver.lane("Pain points"), driver.step("Searches"))
    with driver.open_map.edit("Delete step") as edit:
        deleting.delete(edit, [driver.step("Sees")])
    driver.key(Qt.Key.Key_Down)
    assert driver.open_map.cell == (driver.lane("Actions"), driver.step("Searches"))


def test_the_title_is_left_downwards_whatever_cell_was_stood_in_before(driver: Driver) -> None:
    driver.open_map.select((MAP_ID,), MAP_ID, (driver.lane("Pain points"), driver.step("Pays")))
    driver.key(Qt.Key.Key_Right)
    assert driver.open_map.current == "persona-1"


def test_back_at_the_beginning_of_a_row_its_lane_s_name_is_seen(map_window: MainWindow) -> None:
    map_window.resize(900, 600)
    driver, canvas = Driver(map_window.canvas), map_window.canvas
    with driver.open_map.edit("Add") as edit:
        added = stages.add_steps_at_end(edit, 8)
    canvas.actual_size()
    lane = driver.lane("Actions")
    driver.open_map.select((), cell=(lane, added[-1]))
    canvas.reveal_cursor()
    assert canvas.view.rect_to_map(canvas.viewport().rect()).x > LANE_WIDTH
    driver.open_map.select((), cell=(lane, driver.step("Sees")))
    canvas.reveal_cursor()
    seen = canvas.view.rect_to_map(canvas.viewport().rect())
    assert seen.x <= MARGIN
    assert seen.right > canvas.cursor_rect().right
