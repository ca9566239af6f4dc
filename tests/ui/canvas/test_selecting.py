"""Clicks, Ctrl, Shift and the rubber band."""

import random

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.document.records import MAP_ID, Card
from journeymapper.layout.finding import records_in
from journeymapper.layout.geometry import Rect
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.open_map import OpenMap
from tests.maps import large_map
from tests.ui.canvas.driver import CTRL, SHIFT, Driver


def test_a_click_selects_a_card_and_its_cell(driver: Driver) -> None:
    card = driver.card("Asks a friend")
    driver.click(driver.at(card))
    assert driver.open_map.selection == {card}
    assert driver.open_map.current == card
    assert driver.open_map.cell == (driver.lane("Actions"), driver.step("Sees"))


def test_a_click_on_the_empty_part_of_a_cell_selects_the_cell_alone(driver: Driver) -> None:
    driver.click(driver.at(driver.card("Shop")))
    driver.click(driver.in_cell("Touchpoints", "Sees", 0.9))
    assert driver.open_map.selection == frozenset()
    assert driver.open_map.cell == (driver.lane("Touchpoints"), driver.step("Sees"))
    assert not driver.canvas.is_editing


def test_ctrl_click_adds_and_takes_out(driver: Driver) -> None:
    one, other = driver.card("Shop"), driver.card("Queues")
    driver.click(driver.at(one))
    driver.click(driver.at(other), CTRL)
    assert driver.open_map.selection == {one, other}
    driver.click(driver.at(one), CTRL)
    assert driver.open_map.selection == {other}


def test_shift_click_selects_all_between_in_reading_order_from_one_beginning(driver: Driver) -> None:
    first, second = driver.card("Sees a poster"), driver.card("Asks a friend")
    web, shop = driver.card("Web search"), driver.card("Shop")
    driver.click(driver.at(second))
    driver.click(driver.at(web), SHIFT)
    pays = driver.card("Pays by card in the shop at the corner of her street")
    assert driver.open_map.selection == {second, pays, web}
    driver.click(driver.at(first), SHIFT)
    assert driver.open_map.selection == {first, second}
    driver.click(driver.at(shop), SHIFT)
    assert driver.open_map.selection == {second, pays, web, shop}
    assert driver.open_map.current == shop


def test_headings_personas_and_the_title_can_be_selected(driver: Driver) -> None:
    document = driver.document
    persona = document.indexes.personas[0][1]
    stage, lane = document.indexes.stages[1][1], driver.lane("Pain points")
    for id_ in (stage, driver.step("Searches"), lane, persona, driver.point("Sees").id, MAP_ID):
        at = driver.on_map(40, 40) if id_ == MAP_ID else driver.at(id_)
        driver.click(at)
        assert driver.open_map.selection == {id_}


def test_a_click_on_one_of_several_selected_cards_keeps_only_that(driver: Driver) -> None:
    one, other = driver.card("Shop"), driver.card("Queues")
    driver.click(driver.at(one))
    driver.click(driver.at(other), CTRL)
    driver.click(driver.at(one))
    assert driver.open_map.selection == {one}


def test_the_rubber_band_selects_what_it_touches_and_esc_brings_the_old_selection_back(
    driver: Driver,
) -> None:
    before = driver.card("Queues")
    driver.click(driver.at(before))
    card = driver.rect(driver.card("Sees a poster"))
    below = driver.rect(driver.card("Asks a friend"))
    start = driver.on_map(card.right + 12, below.bottom + 2)
    end = driver.on_map(card.x + 20, card.y + 5)
    driver.drag(start, end, drops=False)
    touched = {driver.card("Sees a poster"), driver.card("Asks a friend")}
    assert driver.canvas.overlay.ringed == touched
    driver.key(Qt.Key.Key_Escape)
    assert driver.open_map.selection == driver.canvas.overlay.ringed == {before}
    driver.release(end)
    assert driver.open_map.selection == {before}
    driver.drag(start, end, CTRL)
    assert driver.open_map.selection == {before, driver.card("Sees a poster"), driver.card("Asks a friend")}


def test_a_small_tremble_is_no_drag(driver: Driver) -> None:
    card = driver.card("Asks a friend")
    before = driver.bytes
    at = driver.at(card)
    driver.press(at)
    driver.move(at + QPoint(2, 2))
    assert not driver.canvas.is_dragging
    driver.release(at + QPoint(2, 2))
    assert driver.bytes == before
    assert driver.open_map.selection == {card}


def test_esc_selects_nothing_and_stays_in_the_cell(driver: Driver) -> None:
    driver.click(driver.at(driver.card("Shop")))
    driver.key(Qt.Key.Key_Escape)
    assert driver.open_map.selection == frozenset()
    assert driver.open_map.cell == (driver.lane("Touchpoints"), driver.step("Pays"))


def test_the_context_menu_is_asked_for_with_what_is_under_the_pointer(driver: Driver) -> None:
    asked = []
    driver.canvas.menu_asked.connect(lambda hit, at: asked.append((hit, at)))
    card, viewport = driver.card("Queues"), driver.canvas.viewport()
    at = driver.at(card)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    assert [hit.id for hit, _at in asked] == [card]
    assert driver.open_map.selection == {card}
    driver.click(driver.in_cell("Touchpoints", "Sees", 0.9))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(viewport, event)
    hit, place = asked[-1]
    assert (hit.part.value, hit.lane, hit.step) == ("cell", driver.lane("Touchpoints"), driver.step("Sees"))
    assert viewport.rect().contains(viewport.mapFromGlobal(place))


def test_however_the_rubber_band_went_it_rings_what_it_touches(driver: Driver) -> None:
    seen = driver.canvas.viewport().rect()
    chance = random.Random(20)
    card = driver.rect(driver.card("Asks a friend"))
    start = driver.on_map(card.right + 12, card.bottom + 2)
    driver.press(start)
    driver.move(start + QPoint(20, 20))
    x, y = driver.canvas.view.to_map(QPointF(start))
    counts = set()
    for _move in range(60):
        at = QPoint(chance.randrange(40, seen.width() - 40), chance.randrange(40, seen.height() - 40))
        if chance.random() < 0.3:
            at.setX(start.x()) if chance.random() < 0.5 else at.setY(start.y())
        driver.move(at)
        to_x, to_y = driver.canvas.view.to_map(QPointF(at))
        band = Rect(min(x, to_x), min(y, to_y), abs(x - to_x), abs(y - to_y))
        touched = records_in(driver.session.layout, band)
        assert driver.canvas.overlay.ringed == set(touched)
        counts.add(len(touched))
    assert len(counts) > 4
    driver.release(at)
    assert driver.open_map.selection == set(touched)


def test_a_move_of_the_rubber_band_paints_only_what_is_new_in_it(driver: Driver) -> None:
    driver.canvas.fit()
    corner = driver.canvas.view.paper().topLeft() + QPoint(4, 4)
    end = driver.in_cell("Touchpoints", "Searches")
    driver.drag(corner, end, drops=False)
    paints = driver.paints()
    driver.move(end + QPoint(6, 0))
    driver.settle()
    assert 6 <= paints.united().boundingRect().width() < 250
    paints.regions.clear()
    driver.move(end + QPoint(0, 6))
    driver.settle()
    assert paints.united().rectCount() <= 4
    driver.release(end)


def test_very_many_selected_cards_are_all_framed(qtbot: QtBot, shaper: QtShaper) -> None:
    canvas = Canvas(OpenMap(Session(large_map(400), shaper)))
    qtbot.addWidget(canvas)
    canvas.resize(900, 700)
    with qtbot.waitExposed(canvas):
        canvas.show()
    canvas.fit()
    driver = Driver(canvas)
    all_cards = [record.id for record in driver.document if isinstance(record, Card)]
    plain = canvas.viewport().grab().toImage()
    driver.open_map.select(all_cards)
    framed = canvas.viewport().grab().toImage()
    ratio = framed.devicePixelRatio()
    for card in all_cards:
        lies = canvas.view.to_view(driver.rect(card)).adjusted(-2, -2, 2, 2)
        pixels = [
            QPoint(round(x * ratio), round(lies.center().y() * ratio)) for x in (lies.left(), lies.right())
        ]
        assert any(plain.pixelColor(at) != framed.pixelColor(at) for at in pixels)
