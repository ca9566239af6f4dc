"""Dragging cards, points, lanes, stages and steps."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from journeymapper.document.records import Lane
from journeymapper.editing import cards, lanes, stages
from tests.ui.canvas.driver import ALT, CTRL, Driver

PAYING = "Pays by card in the shop at the corner of her street"


def test_a_dragged_card_stands_where_it_would_land_before_the_release(driver: Driver) -> None:
    card = driver.card("Asks a friend")
    driver.drag(driver.at(card), driver.in_cell("Touchpoints", "Searches", 0.9), drops=False)
    assert driver.canvas.is_dragging
    assert driver.cards("Touchpoints", "Searches") == ["Web search", "Asks a friend"]
    assert driver.canvas.overlay.lifted is not None
    driver.release(driver.in_cell("Touchpoints", "Searches", 0.9))
    assert not driver.canvas.is_dragging
    assert driver.canvas.overlay.lifted is None
    assert driver.cards("Touchpoints", "Searches") == ["Web search", "Asks a friend"]
    assert driver.cards("Actions", "Sees") == ["Sees a poster"]
    assert driver.open_map.cell == (driver.lane("Touchpoints"), driver.step("Searches"))


def test_a_drag_is_one_undo_step_however_far_it_went(driver: Driver) -> None:
    before = driver.bytes
    start = driver.at(driver.card("Asks a friend"))
    driver.press(start)
    for cell in (("Touchpoints", "Sees"), ("Touchpoints", "Searches"), ("Pain points", "Sees")):
        driver.move(driver.in_cell(*cell))
    driver.release(driver.in_cell("Pain points", "Sees"))
    assert driver.cards("Pain points", "Sees") == ["Asks a friend"]
    assert driver.session.history.undo_label == "Move card"
    assert driver.session.undo()
    assert driver.bytes == before
    assert not driver.session.undo()


def test_esc_puts_a_dragged_card_back_without_a_trace(driver: Driver) -> None:
    before = driver.bytes
    driver.drag(driver.at(driver.card("Asks a friend")), driver.in_cell("Pain points", "Sees"), drops=False)
    assert driver.bytes != before
    driver.key(Qt.Key.Key_Escape)
    driver.release(driver.in_cell("Pain points", "Sees"))
    assert driver.bytes == before
    assert driver.session.history.undo_label is None
    assert driver.canvas.overlay.lifted is None


def test_a_card_dropped_where_none_can_stand_is_back_where_it_was(driver: Driver) -> None:
    before = driver.bytes
    start = driver.at(driver.card("Asks a friend"))
    driver.press(start)
    driver.move(driver.in_cell("Pain points", "Sees"))
    driver.move(driver.in_cell("Emotions", "Sees"))
    driver.release(driver.in_cell("Emotions", "Sees"))
    assert driver.bytes == before
    assert driver.session.history.undo_label is None


def test_a_card_dragged_away_and_home_again_is_no_edit(driver: Driver) -> None:
    before = driver.bytes
    start = driver.at(driver.card("Asks a friend"))
    driver.press(start)
    driver.move(driver.in_cell("Pain points", "Sees"))
    driver.move(start)
    driver.release(start)
    assert driver.bytes == before
    assert not driver.session.is_modified


def test_cards_of_a_cell_change_places(driver: Driver) -> None:
    first, second = driver.card("Sees a poster"), driver.card("Asks a friend")
    driver.drag(driver.at(first), driver.at(second) + QPoint(0, 6))
    assert driver.cards("Actions", "Sees") == ["Asks a friend", "Sees a poster"]


def test_all_selected_cards_go_together_in_reading_order(driver: Driver) -> None:
    queues, shop, poster = (driver.card(text) for text in ("Queues", "Shop", "Sees a poster"))
    driver.click(driver.at(queues))
    driver.click(driver.at(shop), CTRL)
    driver.click(driver.at(poster), CTRL)
    driver.drag(driver.at(shop), driver.in_cell("Touchpoints", "Searches", 0.95))
    assert driver.cards("Touchpoints", "Searches") == ["Web search", "Sees a poster", "Shop", "Queues"]
    assert driver.open_map.selection == {queues, shop, poster}
    assert driver.session.history.undo_label == "Move cards"


def test_a_lane_that_shrinks_does_not_pull_the_drop_away_from_the_pointer(driver: Driver) -> None:
    with driver.open_map.edit("Fill") as edit:
        tall = [cards.add(edit, driver.lane("Actions"), driver.step("Sees"), "A b c").id for _n in range(8)]
    driver.settle()
    driver.open_map.select(tall, tall[0])
    start, goal = driver.at(tall[0]), driver.in_cell("Touchpoints", "Sees", 0.5)
    driver.press(start)
    for part in (0.2, 0.5, 0.8, 1.0, 1.0, 1.0):
        driver.move(start + (goal - start) * part)
    assert len(driver.cards("Touchpoints", "Sees")) == 8
    driver.move(goal + QPoint(1, 0))
    assert len(driver.cards("Touchpoints", "Sees")) == 8
    driver.release(goal + QPoint(1, 0))
    assert len(driver.cards("Touchpoints", "Sees")) == 8


def test_a_drag_to_the_edge_scrolls(driver: Driver, qtbot: pytest.FixtureRequest) -> None:
    driver.canvas.zoom_to(3.0)
    card = driver.card("Sees a poster")
    driver.canvas.reveal(card)
    before = driver.canvas.view.place
    right = QPoint(driver.canvas.viewport().width() - 3, driver.at(card).y())
    driver.drag(driver.at(card), right, drops=False)
    qtbot.waitUntil(lambda: driver.canvas.view.place.x() < before.x() - 60)  # type: ignore[attr-defined]
    driver.key(Qt.Key.Key_Escape)
    driver.release(right)


@pytest.mark.parametrize(("held", "score"), [(Qt.KeyboardModifier.NoModifier, 0.5), (ALT, 0.33)])
def test_an_emotion_point_goes_up_and_down_by_halves_or_freely(
    driver: Driver, held: Qt.KeyboardModifier, score: float
) -> None:
    point = driver.point("Sees")
    assert point.score == -1
    start = driver.at(point.id)
    driver.drag(start, start - QPoint(0, 32), held)
    assert driver.point("Sees").score == score
    assert driver.session.history.undo_label == "Move emotion point"
    driver.session.undo()
    assert driver.point("Sees").score == -1
    assert not driver.session.undo()


def test_esc_puts_an_emotion_point_back(driver: Driver) -> None:
    before = driver.bytes
    start = driver.at(driver.point("Pays").id)
    driver.drag(start, start + QPoint(0, 60), drops=False)
    assert driver.point("Pays").score < 2
    driver.key(Qt.Key.Key_Escape)
    assert driver.bytes == before
    driver.release(start)
    assert driver.bytes == before


def test_a_lane_is_dragged_by_its_head(driver: Driver) -> None:
    start = driver.at(driver.lane("Pain points"))
    goal = QPoint(start.x(), driver.at(driver.lane("Actions")).y() - 12)
    driver.drag(start, goal, drops=False)
    assert driver.canvas.overlay.drop_line is not None
    driver.release(goal)
    assert driver.canvas.overlay.drop_line is None
    lanes = [lane for _order, lane in driver.document.indexes.lanes]
    assert lanes[0] == driver.lane("Pain points")
    assert driver.session.history.undo_label == "Move lane"


def test_a_stage_is_dragged_by_its_header_with_its_steps(driver: Driver) -> None:
    first, second = (stage for _order, stage in driver.document.indexes.stages)
    driver.drag(driver.at(first), driver.at(second) + QPoint(20, 0))
    assert [stage for _order, stage in driver.document.indexes.stages] == [second, first]
    assert driver.document.indexes.columns()[0] == driver.step("Pays")


def test_a_step_is_dragged_within_its_stage_and_into_another(driver: Driver) -> None:
    sees, searches, pays = (driver.step(name) for name in ("Sees", "Searches", "Pays"))
    first, second = (stage for _order, stage in driver.document.indexes.stages)
    driver.drag(driver.at(sees), driver.at(searches) + QPoint(30, 0))
    assert driver.document.indexes.steps(first) == [searches, sees]
    driver.drag(driver.at(searches), driver.at(pays) - QPoint(30, 0))
    assert driver.document.indexes.steps(first) == [sees]
    assert driver.document.indexes.steps(second) == [searches, pays]
    assert driver.cards("Touchpoints", "Searches") == ["Web search"]


def test_all_selected_lanes_go_together_in_their_order_past_a_hidden_one(driver: Driver) -> None:
    with driver.open_map.edit("Hide") as edit:
        lanes.set_hidden(edit, [driver.lane("Line of visibility")], True)
    driver.settle()
    names = ("Actions", "Emotions")
    driver.click(driver.at(driver.lane("Actions")))
    driver.click(driver.at(driver.lane("Emotions")), CTRL)
    start, last = driver.at(driver.lane("Emotions")), driver.rect(driver.lane("Pain points"))
    driver.drag(start, driver.on_map(last.centre[0], last.bottom - 4))
    order = [driver.document.get(lane, Lane).name for _order, lane in driver.document.indexes.lanes]
    assert order == ["Touchpoints", "Line of visibility", "Pain points", *names]
    assert driver.cards("Actions", "Sees") == ["Sees a poster", "Asks a friend"]
    assert driver.session.history.undo_label == "Move lanes"
    assert driver.open_map.selection == {driver.lane(name) for name in names}


def test_all_selected_stages_go_together(driver: Driver) -> None:
    with driver.open_map.edit("Add") as edit:
        third = stages.add(edit, "Use", step_name="Rides").id
    driver.settle()
    first, second = "stage-1", "stage-2"
    driver.click(driver.at(third))
    driver.click(driver.at(first), CTRL)
    driver.drag(driver.at(first), driver.at(second) + QPoint(30, 0))
    assert [stage for _order, stage in driver.document.indexes.stages] == [second, first, third]
    driver.drag(driver.at(third), driver.at(second) - QPoint(30, 0))
    assert [stage for _order, stage in driver.document.indexes.stages] == [first, third, second]
    assert driver.session.history.undo_label == "Move stages"
    assert driver.cards("Touchpoints", "Searches") == ["Web search"]


def test_all_selected_steps_go_together_into_another_stage(driver: Driver) -> None:
    driver.click(driver.at("step-2"))
    driver.click(driver.at("step-1"), CTRL)
    driver.drag(driver.at("step-1"), driver.at("step-3") + QPoint(30, 0))
    assert driver.document.indexes.steps("stage-2") == ["step-3", "step-1", "step-2"]
    assert driver.document.indexes.steps("stage-1") == []
    assert driver.session.history.undo_label == "Move steps"
    assert driver.session.undo()
    assert not driver.session.undo()


def test_esc_ends_a_reordering_with_everything_in_place(driver: Driver) -> None:
    before = driver.bytes
    start = driver.at(driver.lane("Actions"))
    driver.drag(start, driver.at(driver.lane("Pain points")), drops=False)
    driver.key(Qt.Key.Key_Escape)
    driver.release(start)
    assert driver.bytes == before
    assert driver.canvas.overlay.drop_line is None


def test_a_reordering_to_the_same_place_is_no_edit(driver: Driver) -> None:
    start = driver.at(driver.lane("Touchpoints"))
    driver.drag(start, start + QPoint(0, 14))
    assert not driver.session.is_modified


def test_a_dropped_card_slides_home_and_any_key_ends_that(driver: Driver) -> None:
    driver.canvas.set_motion(True)
    driver.drag(driver.at(driver.card("Asks a friend")), driver.in_cell("Pain points", "Searches", 0.9))
    assert driver.canvas.overlay.lifted is not None
    driver.key(Qt.Key.Key_Shift)
    assert driver.canvas.overlay.lifted is None


def test_no_key_edits_while_something_is_dragged(driver: Driver) -> None:
    card = driver.card("Asks a friend")
    driver.drag(driver.at(card), driver.in_cell("Pain points", "Sees"), drops=False)
    driver.type("x")
    assert not driver.canvas.is_editing
    driver.key(Qt.Key.Key_Escape)
    driver.release(driver.at(card))


def test_a_drag_whose_release_was_never_heard_of_is_given_up(driver: Driver) -> None:
    before = driver.bytes
    card, away = driver.card("Asks a friend"), driver.in_cell("Pain points", "Sees")
    driver.drag(driver.at(card), away, drops=False)
    assert driver.bytes != before
    driver.move(away + QPoint(3, 3), button=Qt.MouseButton.NoButton)
    assert not driver.canvas.is_dragging
    assert driver.bytes == before
    driver.drag(driver.at(card), away, drops=False)
    driver.drag(driver.at(driver.card("Queues")), driver.in_cell("Pain points", "Searches"))
    assert driver.cards("Actions", "Sees") == ["Sees a poster", "Asks a friend"]
    assert driver.cards("Pain points", "Searches") == ["Queues"]


def test_a_context_menu_asked_for_during_a_drag_puts_the_card_back(driver: Driver) -> None:
    before, asked = driver.bytes, []
    driver.canvas.menu_asked.connect(lambda *menu: asked.append(menu))
    at, viewport = driver.in_cell("Pain points", "Sees"), driver.canvas.viewport()
    driver.drag(driver.at(driver.card("Asks a friend")), at, drops=False)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    assert (driver.canvas.is_dragging, driver.bytes, asked) == (False, before, [])


def test_an_input_method_begins_no_card_while_something_is_dragged(driver: Driver) -> None:
    before = driver.bytes
    driver.drag(driver.at(driver.card("Asks a friend")), driver.in_cell("Pain points", "Sees"), drops=False)
    driver.compose("", "é")
    assert driver.canvas.is_dragging
    driver.key(Qt.Key.Key_Escape)
    assert driver.bytes == before
