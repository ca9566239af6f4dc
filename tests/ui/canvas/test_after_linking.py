"""What follows a link made by key: its label, the next link, and the way of the keyboard from there."""

import pytest
from PySide6.QtCore import Qt

from journeymapper.document.records import Link
from journeymapper.ui.main_window import MainWindow
from tests.ui.canvas.driver import Driver
from tests.ui.canvas.test_linking import LEFT, PAYS, RIGHT, SEES, UP, all_links, link_key, press


@pytest.fixture
def hand(map_window: MainWindow) -> Driver:
    driver = Driver(map_window.canvas)
    driver.open_map.select({SEES}, SEES)
    driver.settle()
    return driver


@pytest.mark.parametrize("begins", [(), (Qt.Key.Key_F2,)])
def test_a_link_made_by_key_takes_its_label_at_once(hand: Driver, begins: tuple[Qt.Key, ...]) -> None:
    count = len(list(hand.document))
    link_key(hand)
    press(hand, RIGHT, RIGHT, Qt.Key.Key_Return)
    press(hand, *begins)
    hand.type("Often")
    press(hand, Qt.Key.Key_Return)
    [link] = hand.document.indexes.links
    assert hand.document.get(link, Link).text == "Often"
    assert len(list(hand.document)) == count + 1, "and no card came"
    assert hand.open_map.selection == {link}


def test_the_keyboard_walks_on_from_where_a_link_made_by_key_leads(hand: Driver) -> None:
    ways: tuple[tuple[Qt.Key, ...], ...] = (), (Qt.Key.Key_Escape,)
    for keys in ways:
        hand.open_map.select({SEES}, SEES)
        link_key(hand)
        press(hand, RIGHT, RIGHT, Qt.Key.Key_Return, *keys)
        press(hand, LEFT)
        assert (hand.open_map.current, hand.open_map.cell) == ("", ("lane-1", "step-2"))


def test_esc_goes_from_a_link_made_by_key_to_where_it_leads(hand: Driver) -> None:
    link_key(hand)
    press(hand, RIGHT, RIGHT, Qt.Key.Key_Return)
    hand.type("Often")
    press(hand, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert hand.open_map.selection == {PAYS}
    press(hand, Qt.Key.Key_Escape)
    assert hand.open_map.selection == frozenset()


def test_links_are_made_one_after_another(hand: Driver) -> None:
    link_key(hand)
    press(hand, RIGHT, RIGHT, Qt.Key.Key_Return)
    link_key(hand)
    assert (hand.canvas.linking.source, hand.open_map.current) == (PAYS, PAYS)
    press(hand, UP, Qt.Key.Key_Return)
    assert all_links(hand) == [(SEES, PAYS, "next"), (PAYS, "step-3", "next")]


def test_a_link_made_by_key_is_deleted_and_the_keyboard_stays(hand: Driver) -> None:
    link_key(hand)
    press(hand, RIGHT, RIGHT, Qt.Key.Key_Return, Qt.Key.Key_Delete)
    assert all_links(hand) == []
    assert hand.open_map.selection == {PAYS}


def test_esc_while_a_link_waits_brings_its_beginning_into_view(hand: Driver) -> None:
    hand.canvas.zoom_to(4)
    hand.canvas.reveal_cursor()
    link_key(hand)
    press(hand, RIGHT, RIGHT)
    seen = hand.canvas.viewport().rect()
    assert not seen.contains(hand.at(SEES))
    press(hand, Qt.Key.Key_Escape)
    assert seen.contains(hand.at(SEES))


def test_esc_while_a_link_waits_lets_the_next_one_begin_at_the_same_card(hand: Driver) -> None:
    link_key(hand)
    press(hand, RIGHT, RIGHT, Qt.Key.Key_Escape)
    link_key(hand)
    press(hand, RIGHT, RIGHT, Qt.Key.Key_Return)
    assert all_links(hand) == [(SEES, PAYS, "next")]
