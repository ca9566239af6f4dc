"""Dragged cards land in the cell that is shown under the pointer, wherever that is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt

from journeymapper.document.records import Card
from journeymapper.document.roles import holds_cards
from journeymapper.editing import cards
from journeymapper.layout.map_layout import MapLayout
from tests.ui.canvas.driver import CTRL, Driver

Cell = tuple[str, str]


@pytest.fixture
def tall(driver: Driver) -> Driver:
    """A map with a pile of cards in its first cell, so that a lane has much to lose."""
    with driver.open_map.edit("Fill") as edit:
        for number in range(5):
            cards.add(edit, "lane-1", "step-2", f"Card {number}")
            cards.add(edit, "lane-2", "step-3", f"Card {number}")
    driver.settle()
    return driver


def shown_cell(driver: Driver, at: QPoint) -> Cell | None:
    """Return the cell for cards that is shown under a point of the view."""
    layout, (x, y) = driver.session.layout, driver.canvas.view.to_map(at)
    for lane in layout.shown_lanes:
        if holds_cards(layout.lanes[lane].lane.lane_kind):
            for step in layout.columns.of_step:
                if layout.cell_rect(lane, step).contains(x, y):
                    return lane, step
    return None


def is_between(driver: Driver, at: QPoint) -> bool:
    """Tell whether a point of the view is in the gap below a lane of cards."""
    layout, (_x, y) = driver.session.layout, driver.canvas.view.to_map(at)
    lane = layout.lane_at(y)
    is_of_cards = lane is not None and holds_cards(layout.lanes[lane].lane.lane_kind)
    return is_of_cards and y >= layout.lane_top(lane) + layout.lanes[lane].height


def points_over_all_cells(driver: Driver) -> Iterator[QPoint]:
    """Yield points of the view down and up every column, off the edges where the map would scroll."""
    layout, view = driver.session.layout, driver.canvas.view
    for number, step in enumerate(layout.columns.of_step):
        x = driver.on_map(layout.cell_rect("lane-1", step).centre[0], 0).x()
        top, bottom = driver.on_map(0, layout.lanes_top - 20).y(), driver.on_map(0, layout.height).y()
        ways = range(max(40, top), min(view.size.height() - 40, bottom), 7)
        for y in ways if number % 2 else reversed(ways):
            yield QPoint(x, y)


def fit(driver: Driver) -> None:
    driver.canvas.resize(1400, 1100)
    driver.canvas.fit()
    driver.settle()
    assert not driver.canvas.view.vertical.scrolls


def scroll(driver: Driver) -> None:
    driver.canvas.resize(900, 500)
    driver.canvas.actual_size()
    driver.canvas.move_map(QPoint(20, -80))
    driver.settle()
    assert driver.canvas.view.vertical.scrolls


def is_as_from_scratch(driver: Driver) -> bool:
    layout, fresh = driver.session.layout, MapLayout(driver.document, driver.session.layout.shaper)
    return layout.bounds == fresh.bounds and list(layout.visible(fresh.bounds)) == list(
        fresh.visible(fresh.bounds)
    )


@pytest.mark.parametrize("look", [fit, scroll])
@pytest.mark.parametrize("several", [False, True])
def test_at_every_point_the_cards_stand_in_the_cell_shown_there(
    tall: Driver, look: object, several: bool
) -> None:
    look(tall)  # type: ignore[operator]
    chosen = tall.document.indexes.cards("lane-1", "step-2")[:4] if several else ["card-2"]
    homes = {tall.document.get(card, Card).lane for card in chosen}
    before, place, tops = tall.bytes, tall.canvas.view.place, [tall.session.layout.lane_top("lane-2")]
    tall.open_map.select(chosen, chosen[0])
    start = tall.at(chosen[0])
    tall.press(start)
    tall.move(start + QPoint(0, 14))
    met: set[Cell] = set()
    for at in points_over_all_cells(tall):
        tall.move(at)
        cell = shown_cell(tall, at)
        stand = {(card.lane, card.step) for card in (tall.document.get(id_, Card) for id_ in chosen)}
        if cell is None and is_between(tall, at):
            continue
        if cell is None:
            assert {lane for lane, _step in stand} <= homes, "none can stand there: they are at home"
            continue
        assert stand == {cell}
        met.add(cell)
        assert tall.canvas.view.place == place, "the map does not move under the hand"
        tops.append(tall.session.layout.lane_top("lane-2"))
    assert len(met) >= 6
    assert min(tops) == tops[0], "the lane they were taken from does not shrink"
    tall.key(Qt.Key.Key_Escape)
    tall.release(start)
    assert tall.bytes == before
    assert is_as_from_scratch(tall)
    assert not tall.canvas.view.is_held


@pytest.mark.parametrize("look", [fit, scroll])
def test_the_lanes_settle_on_the_drop_and_the_card_stays_where_it_was_let_go(
    tall: Driver, look: object
) -> None:
    look(tall)  # type: ignore[operator]
    pile = tall.document.indexes.cards("lane-1", "step-2")
    tall.open_map.select(pile, pile[0])
    start, goal = tall.at(pile[0]), tall.in_cell("Touchpoints", "Pays", 0.3)
    bottom = tall.session.layout.height
    tall.drag(start, goal, drops=False)
    grown = tall.session.layout.height
    assert grown > bottom
    lies = tall.at(pile[0])
    tall.release(goal)
    assert tall.session.layout.height < grown
    assert is_as_from_scratch(tall)
    assert tall.canvas.view.map_pixels.height() == round(tall.session.layout.height * tall.canvas.view.scale)
    if tall.canvas.view.vertical.scrolls:
        assert (tall.at(pile[0]) - lies).manhattanLength() <= 2


def test_into_the_room_made_for_it_a_card_goes_and_stays(driver: Driver) -> None:
    """The pointer over a lane that has grown is over that lane, as everybody can see."""
    fit(driver)
    start = driver.at("card-1")
    driver.press(start)
    driver.move(driver.in_cell("Touchpoints", "Searches", 0.9))
    low = driver.in_cell("Touchpoints", "Searches", 0.95)
    driver.move(low)
    assert driver.cards("Touchpoints", "Searches") == ["Web search", "Sees a poster"]
    across = QPoint(driver.in_cell("Touchpoints", "Sees").x(), low.y())
    driver.move(across)
    cell = shown_cell(driver, across)
    card = driver.document.get("card-1", Card)
    assert cell is None or cell == (card.lane, card.step)
    driver.key(Qt.Key.Key_Escape)
    driver.release(across)


def test_a_key_of_the_window_or_its_end_releases_the_lanes(tall: Driver) -> None:
    for let_go in (tall.canvas.let_go, lambda: tall.key(Qt.Key.Key_Escape)):
        tall.drag(tall.at("card-2"), tall.in_cell("Pain points", "Sees"), drops=False)
        assert tall.canvas.is_dragging
        let_go()
        assert is_as_from_scratch(tall)
        tall.release(QPoint(5, 5))


def test_what_is_shown_after_a_drop_is_the_same_as_painted_anew(tall: Driver) -> None:
    scroll(tall)
    tall.canvas.overview.want(False)
    pile = tall.document.indexes.cards("lane-1", "step-2")
    tall.click(tall.at(pile[0]))
    tall.click(tall.at(pile[1]), CTRL)
    tall.drag(tall.at(pile[0]), tall.in_cell("Touchpoints", "Searches", 0.5))
    tall.settle()
    shown = tall.canvas.screen().grabWindow(tall.canvas.winId()).toImage()
    tall.canvas.viewport().update()
    tall.settle()
    assert tall.canvas.screen().grabWindow(tall.canvas.winId()).toImage() == shown
