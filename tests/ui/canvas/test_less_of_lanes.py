"""Collapsed and hidden lanes under the hand and the keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt

from journeymapper.document.records import Card, EmotionPoint, Lane
from journeymapper.editing import lanes, moving
from journeymapper.editing.moving import Direction
from journeymapper.layout.metrics import LANE_HEAD_PADDING, MARGIN
from journeymapper.ui.canvas.spoken import spoken
from tests.ui.canvas.driver import CTRL, SHIFT, Driver
from tests.ui.canvas.test_walking import DOWN, RIGHT, UP, here, stand


def collapse(driver: Driver, *names: str, collapsed: bool = True) -> None:
    with driver.open_map.edit("Collapse") as edit:
        lanes.set_collapsed(edit, [driver.lane(name) for name in names], collapsed)


def hide(driver: Driver, *names: str, hidden: bool = True) -> None:
    with driver.open_map.edit("Hide") as edit:
        lanes.set_hidden(edit, [driver.lane(name) for name in names], hidden)


def is_collapsed(driver: Driver, name: str) -> bool:
    return driver.document.get(driver.lane(name), Lane).collapsed


def on_sign(driver: Driver, name: str) -> QPoint:
    layout, lane = driver.session.layout, driver.lane(name)
    middle = layout.lane_top(lane) + layout.lanes[lane].name_rect().y + 6
    return driver.on_map(MARGIN + LANE_HEAD_PADDING / 2, middle)


def in_row(driver: Driver, name: str) -> QPoint:
    """The middle of a thin row."""
    layout, lane = driver.session.layout, driver.lane(name)
    return driver.on_map(layout.columns.left + 60, layout.lane_top(lane) + 12)


def names(driver: Driver) -> list[str]:
    return [driver.document.get(id_, Lane).name for _order, id_ in driver.document.indexes.lanes]


def test_arrows_walk_a_collapsed_lane_like_a_line_and_pass_a_hidden_one(driver: Driver) -> None:
    collapse(driver, "Touchpoints")
    hide(driver, "Emotions")
    stand(driver, "Asks a friend")
    seen = []
    for _n in range(3):
        driver.key(DOWN)
        seen.append(here(driver))
    assert seen == ["Touchpoints", "Line of visibility", "Pain points/Sees"]
    for _n in range(2):
        driver.key(UP)
    assert driver.open_map.selection == {driver.lane("Touchpoints")}
    assert spoken(driver.open_map) == "Lane “Touchpoints”, collapsed"
    driver.key(RIGHT)
    assert here(driver) == "Touchpoints"
    driver.key(UP)
    assert here(driver) == "Asks a friend"
    driver.key(Qt.Key.Key_Home, CTRL)
    assert here(driver) == "Sees a poster"


def test_the_cursor_goes_to_the_head_of_the_lane_it_stood_in(driver: Driver) -> None:
    stand(driver, "Asks a friend")
    collapse(driver, "Actions")
    assert here(driver) == "Actions"
    assert driver.open_map.cell is None
    assert driver.session.undo()
    driver.click(driver.in_cell("Actions", "Searches"))
    assert driver.open_map.cell is not None
    collapse(driver, "Actions")
    assert here(driver) == "Actions"
    hide(driver, "Actions")
    assert (driver.open_map.selection, driver.open_map.current) == (frozenset(), "")
    driver.key(DOWN)
    assert here(driver) == "Touchpoints/Sees"


def test_the_selection_loses_what_cannot_be_seen_any_more(driver: Driver) -> None:
    shop, queues = driver.card("Shop"), driver.card("Queues")
    driver.click(driver.at(shop))
    driver.click(driver.at(queues), CTRL)
    hide(driver, "Touchpoints")
    assert driver.open_map.selection == {queues}
    assert driver.open_map.current == queues
    collapse(driver, "Actions")
    with driver.open_map.edit("Move") as edit:
        edit.update(queues, Card, lane=driver.lane("Actions"))
    assert driver.open_map.selection == frozenset()
    assert driver.open_map.cell == (driver.lane("Pain points"), driver.step("Pays"))


def test_a_click_on_the_sign_collapses_and_expands(driver: Driver) -> None:
    before = driver.bytes
    driver.click(on_sign(driver, "Actions"))
    assert is_collapsed(driver, "Actions")
    assert driver.session.history.undo_label == "Collapse lane"
    assert driver.open_map.selection == {driver.lane("Actions")}
    driver.click(on_sign(driver, "Actions"))
    assert driver.session.history.undo_label == "Expand lane"
    assert driver.bytes == before
    driver.click(on_sign(driver, "Actions"), CTRL)
    assert driver.bytes == before, "with Ctrl a click only selects"


def test_the_pointer_over_a_lane_head_shows_its_sign(driver: Driver) -> None:
    head = driver.rect(driver.lane("Actions"))
    at = on_sign(driver, "Actions")
    sign = [QPoint(at.x() + dx, at.y() + dy) for dx in range(-4, 5) for dy in range(-4, 5)]

    def colours() -> set[str]:
        driver.settle()
        image = driver.canvas.viewport().grab().toImage()
        return {image.pixelColor(point).name() for point in sign}

    before = colours()
    driver.move(driver.on_map(*head.centre), button=Qt.MouseButton.NoButton)
    assert len(colours()) > len(before) == 1
    driver.move(driver.in_cell("Actions", "Searches"), button=Qt.MouseButton.NoButton)
    assert colours() == before


def test_enter_and_a_double_click_in_the_row_expand_a_collapsed_lane(driver: Driver) -> None:
    collapse(driver, "Actions", "Emotions")
    driver.double_click(in_row(driver, "Emotions"))
    assert not is_collapsed(driver, "Emotions")
    assert len(driver.document.indexes.points(driver.lane("Emotions"), driver.step("Sees"))) == 1
    driver.click(in_row(driver, "Actions"))
    assert driver.open_map.selection == {driver.lane("Actions")}
    driver.key(Qt.Key.Key_Return)
    assert not is_collapsed(driver, "Actions")
    assert not driver.canvas.is_editing


def test_a_double_click_on_the_head_of_a_collapsed_lane_edits_its_name(driver: Driver) -> None:
    collapse(driver, "Actions")
    driver.double_click(driver.at(driver.lane("Actions")))
    assert driver.canvas.is_editing
    driver.type("Doings")
    driver.key(Qt.Key.Key_Return)
    assert "Doings" in names(driver)
    assert is_collapsed(driver, "Doings")


def test_no_card_is_dropped_into_a_collapsed_lane(driver: Driver) -> None:
    collapse(driver, "Touchpoints")
    before = driver.bytes
    driver.drag(driver.at(driver.card("Asks a friend")), in_row(driver, "Touchpoints"))
    assert driver.bytes == before
    driver.drag(driver.at(driver.card("Asks a friend")), driver.in_cell("Pain points", "Sees"))
    assert driver.cards("Pain points", "Sees") == ["Asks a friend"]


def test_a_rubber_band_takes_only_what_can_be_seen(driver: Driver) -> None:
    collapse(driver, "Touchpoints")
    hide(driver, "Emotions")
    bounds = driver.session.layout.bounds
    driver.drag(driver.on_map(bounds.right - 3, 3), driver.on_map(3, bounds.bottom - 3))
    chosen = {driver.text(id_) for id_ in driver.open_map.selection}
    assert chosen == {"Sees a poster", "Asks a friend", driver.text("card-3"), "Queues"}


def test_a_range_passes_over_collapsed_and_hidden_lanes(driver: Driver) -> None:
    collapse(driver, "Touchpoints")
    hide(driver, "Emotions")
    driver.click(driver.at("card-3"))
    driver.click(driver.at(driver.card("Queues")), SHIFT)
    assert driver.open_map.selection == {"card-3", driver.card("Queues")}


def test_a_lane_dragged_among_those_shown_stands_right_among_all(driver: Driver) -> None:
    hide(driver, "Touchpoints", "Line of visibility")
    start = driver.at(driver.lane("Actions"))
    emotions = driver.rect(driver.lane("Emotions"))
    driver.drag(start, driver.on_map(emotions.centre[0], emotions.bottom - 2))
    shown = [name for name in names(driver) if name not in {"Touchpoints", "Line of visibility"}]
    assert shown == ["Emotions", "Actions", "Pain points"]
    assert driver.session.history.undo_label == "Move lane"


def test_moving_cards_and_lanes_by_keyboard_passes_what_is_hidden(driver: Driver) -> None:
    collapse(driver, "Touchpoints")
    with driver.open_map.edit("Move") as edit:
        moving.move_cards(edit, [driver.card("Asks a friend")], Direction.DOWN)
    assert driver.cards("Pain points", "Sees") == ["Asks a friend"]
    with driver.open_map.edit("Move") as edit:
        moving.move_cards(edit, [driver.card("Asks a friend")], Direction.UP)
    assert driver.cards("Actions", "Sees") == ["Sees a poster", "Asks a friend"]
    hide(driver, "Emotions", "Touchpoints")
    with driver.open_map.edit("Move") as edit:
        moving.move_lanes(edit, [driver.lane("Actions")], 1)
    assert names(driver) == ["Touchpoints", "Emotions", "Line of visibility", "Actions", "Pain points"]
    with driver.open_map.edit("Move") as edit:
        moving.move_lanes(edit, [driver.lane("Actions")], -1)
    assert names(driver) == ["Touchpoints", "Emotions", "Actions", "Line of visibility", "Pain points"]
    with driver.open_map.edit("Move") as edit:
        moving.move_lanes(edit, [driver.lane("Actions")], -1)
    assert names(driver)[2] == "Actions", "only hidden lanes are above"


def test_what_is_written_is_kept_when_its_lane_goes_out_of_sight(driver: Driver) -> None:
    stand(driver, "Asks a friend")
    driver.key(Qt.Key.Key_F2)
    driver.canvas.edit_text(driver.card("Asks a friend"))
    driver.type(" twice")
    hide(driver, "Actions")
    assert not driver.canvas.is_editing
    assert "twice" in driver.text("card-2")
    assert not any(isinstance(driver.document.find(id_), EmotionPoint) for id_ in driver.open_map.selection)


def test_no_card_is_begun_where_none_can_be_seen(driver: Driver) -> None:
    collapse(driver, "Actions")
    before = driver.bytes
    driver.canvas.begin_card(driver.lane("Actions"), driver.step("Sees"))
    assert not driver.canvas.is_editing
    assert driver.bytes == before


def test_only_cards_that_can_be_seen_are_dragged(driver: Driver) -> None:
    hide(driver, "Actions")
    collapse(driver, "Pain points")
    unseen = {driver.card("Asks a friend"), driver.card("Queues")}
    before = {id_: driver.document.get(id_, Card) for id_ in unseen}
    web = driver.card("Web search")
    driver.open_map.select({web, *unseen}, web)
    driver.drag(driver.at(web), driver.in_cell("Touchpoints", "Sees"))
    assert driver.cards("Touchpoints", "Sees") == ["Web search"]
    assert {id_: driver.document.get(id_, Card) for id_ in unseen} == before


@pytest.mark.parametrize("key", [RIGHT, DOWN, Qt.Key.Key_Home, Qt.Key.Key_End])
def test_shift_with_an_arrow_begins_at_the_first_card_where_there_is_no_cursor(
    driver: Driver, key: Qt.Key
) -> None:
    driver.key(key, SHIFT)
    assert driver.open_map.selection == {driver.card("Sees a poster")}


@pytest.mark.parametrize("key", [RIGHT, DOWN, Qt.Key.Key_Home, Qt.Key.Key_End])
def test_shift_with_an_arrow_selects_nothing_where_there_is_no_card(driver: Driver, key: Qt.Key) -> None:
    hide(driver, "Actions", "Touchpoints", "Emotions", "Pain points")
    driver.key(key, SHIFT)
    assert (driver.open_map.selection, driver.open_map.current) == (frozenset(), "")
