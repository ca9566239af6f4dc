"""The list of the cards with the most votes: in order, kept in step, and a way to the cards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.editing import cards, lanes, votes
from journeymapper.ui.docks.votes import VotedCards, Votes
from journeymapper.ui.main_window import MainWindow
from tests.ui.canvas.driver import Driver

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dock(map_window: MainWindow, qtbot: QtBot) -> Votes:
    qtbot.waitUntil(map_window.isActiveWindow)
    map_window.action_set.run("show_votes")
    return map_window.docks.votes


def give(dock: Votes, **given: int) -> None:
    assert dock.open_map is not None
    with dock.open_map.edit("Vote") as edit:
        for card, count in given.items():
            votes.give(edit, [card.replace("_", "-")], count)
    QApplication.processEvents()


def listed(dock: Votes) -> list[str]:
    model = dock.model
    assert isinstance(model, VotedCards)
    fresh = VotedCards(model.open_map)
    assert model.ids == fresh.ids, "the same as asked anew"
    assert model.total == fresh.total
    fresh.deleteLater()
    return [model.index(row).data() for row in range(model.rowCount())]


def test_the_most_votes_stand_first_and_equals_as_one_reads_them(dock: Votes) -> None:
    assert listed(dock) == []
    assert dock.summary.text() == "No card has votes yet."
    give(dock, card_6=2, card_2=5, card_1=2)
    assert listed(dock) == ["Asks a friend", "Sees a poster", "Queues"]
    assert dock.summary.text() == "9 votes on 3 cards"
    give(dock, card_6=4, card_1=-2)
    assert listed(dock) == ["Queues", "Asks a friend"]


def test_it_follows_whatever_happens_to_the_cards(dock: Votes) -> None:
    assert dock.open_map is not None
    give(dock, card_1=2, card_2=2, card_6=2)
    with dock.open_map.edit("Change") as edit:
        cards.set_text(edit, "card-2", "Asks two friends")
        lanes.move(edit, ["lane-5"], 0)
        cards.delete(edit, ["card-1"])
    assert listed(dock) == ["Queues", "Asks two friends"]
    dock.open_map.session.undo()
    assert listed(dock) == ["Sees a poster", "Asks a friend", "Queues"]
    with dock.open_map.edit("Clear") as edit:
        votes.clear(edit, votes.cards_with_dots(edit.document))
    assert listed(dock) == []
    assert dock.summary.text() == "No card has votes yet."


def test_going_through_the_list_goes_to_the_cards(dock: Votes, map_window: MainWindow) -> None:
    give(dock, card_6=4, card_1=2)
    map_window.canvas.zoom_to(4)
    dock.take_focus()
    QTest.keyClick(dock.list, Qt.Key.Key_Home)
    QTest.keyClick(dock.list, Qt.Key.Key_Down)
    open_map = map_window.open_map
    assert open_map.current == "card-1"
    QTest.keyClick(dock.list, Qt.Key.Key_Up)
    assert open_map.current == "card-6"
    driver = Driver(map_window.canvas)
    assert map_window.canvas.viewport().rect().contains(driver.at("card-6"))
    QTest.keyClick(dock.list, Qt.Key.Key_Escape)
    assert map_window.canvas.hasFocus()


def test_a_vote_by_key_keeps_the_place_in_the_list(dock: Votes, map_window: MainWindow) -> None:
    give(dock, card_6=2, card_1=1)
    dock.take_focus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(dock.list, key)
    assert map_window.open_map.current == "card-1"
    for _time in range(2):
        QTest.keyClick(dock.list, Qt.Key.Key_F4)
    assert listed(dock) == ["Sees a poster", "Queues"]
    assert dock.list.currentIndex().data() == "Sees a poster"
    assert map_window.open_map.current == "card-1"


def test_each_line_says_how_many_votes_and_where(dock: Votes) -> None:
    give(dock, card_6=4)
    model = dock.model
    assert model is not None
    index = model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "4 votes: Queues, Pain points, Pays"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Pain points, Pays"
    sign = index.data(Qt.ItemDataRole.DecorationRole).toImage()
    assert not sign.isNull()
    assert sign.width() > sign.height() > 1
    dark = [sign.pixelColor(x, sign.height() // 2).lightness() for x in range(sign.width())]
    assert min(dark) < 100
    give(dock, card_6=995)
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole).toImage() != sign
