"""Votes by click and by key, sorted on request, and listed."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from journeymapper.document.records import Card
from journeymapper.editing import votes
from journeymapper.ui.canvas.spoken import spoken
from tests.ui.canvas.driver import CTRL, SHIFT
from tests.ui.present.conftest import Room

_Key = Qt.Key


def dots(room: Room, card: str) -> int:
    return room.document.get(card, Card).votes


def right_click(room: Room, at: QPoint) -> None:
    viewport = room.canvas.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)


def open_menus(room: Room) -> list[QMenu]:
    return [menu for menu in room.window.findChildren(QMenu) if menu.isVisible()]


def test_by_key_in_the_plain_window_too(quiet_room: Room) -> None:
    room = quiet_room
    room.canvas.open_map.select({"card-4", "card-5"}, "card-4")
    room.key(_Key.Key_F4)
    assert room.window.status_line.currentMessage() == "2 votes on 2 cards"
    room.canvas.open_map.select({"card-4"}, "card-4")
    room.key(_Key.Key_F4)
    assert (dots(room, "card-4"), dots(room, "card-5")) == (2, 1)
    assert room.window.status_line.currentMessage() == "2 votes"
    room.key(_Key.Key_F4, SHIFT)
    assert dots(room, "card-4") == 1
    room.key(_Key.Key_Z, CTRL)
    assert dots(room, "card-4") == 2
    room.edit(lambda edit: votes.give(edit, ["card-4"], 997))
    room.key(_Key.Key_F4)
    assert dots(room, "card-4") == 999
    assert room.window.status_line.currentMessage() == "999 votes: a card can have no more"


def test_a_click_gives_a_dot_and_shift_or_the_other_button_takes_one(room: Room) -> None:
    driver, at = room.driver, room.driver.at("card-1")
    room.key(_Key.Key_D, CTRL | SHIFT)
    assert room.window.action_set.by_id["vote_by_click"].isChecked()
    driver.click(at)
    driver.click(at)
    driver.double_click(at)
    driver.mouse(QEvent.Type.MouseButtonRelease, at)
    assert dots(room, "card-1") == 3
    assert not room.canvas.is_editing
    driver.click(at, SHIFT)
    assert dots(room, "card-1") == 2
    assert room.canvas.open_map.selection == {"card-1"}, "Shift selects nothing more"
    right_click(room, at)
    assert dots(room, "card-1") == 1
    assert not open_menus(room)
    for _time in range(3):
        driver.click(at, SHIFT)
    assert dots(room, "card-1") == 0
    room.key(_Key.Key_Z, CTRL)
    assert dots(room, "card-1") == 1, "each dot is a step of its own, and none that changed nothing"


def test_beside_cards_and_for_drags_everything_is_as_ever(room: Room) -> None:
    driver = room.driver
    room.run("vote_by_click")
    driver.click(driver.at("lane-1"))
    assert room.canvas.open_map.current == "lane-1"
    driver.drag(driver.at("card-1"), driver.in_cell("Actions", "Searches"))
    assert driver.cards("Actions", "Searches") == ["Sees a poster"]
    assert dots(room, "card-1") == 0
    driver.click(driver.in_cell("Touchpoints", "Sees"))
    driver.type("Poster")
    driver.click(driver.at("card-4"))
    assert not room.canvas.is_editing
    assert driver.cards("Touchpoints", "Sees") == ["Poster"]
    assert dots(room, "card-4") == 1


def test_the_pointer_shows_that_a_click_votes(room: Room) -> None:
    room.run("vote_by_click")
    none = Qt.MouseButton.NoButton
    room.driver.mouse(QEvent.Type.MouseMove, room.driver.at("card-1"), button=none)
    assert room.canvas.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    room.driver.mouse(QEvent.Type.MouseMove, room.driver.in_cell("Touchpoints", "Sees"), button=none)
    assert room.canvas.viewport().cursor().shape() is not Qt.CursorShape.PointingHandCursor


def test_voting_by_click_ends_when_it_is_switched_off_and_with_the_presentation(room: Room) -> None:
    room.run("vote_by_click")
    room.run("vote_by_click")
    room.driver.click(room.driver.at("card-1"))
    assert dots(room, "card-1") == 0
    room.run("vote_by_click")
    room.run("present")
    room.driver.click(room.driver.at("card-1"))
    assert dots(room, "card-1") == 0
    assert not room.window.action_set.by_id["vote_by_click"].isChecked()


def test_in_the_plain_window_it_is_said_what_clicks_do_and_how_to_stop(quiet_room: Room) -> None:
    room = quiet_room
    driver, at, line = room.driver, room.driver.at("card-1"), room.window.status_line
    room.key(_Key.Key_D, CTRL | SHIFT)
    assert line.currentMessage() == (
        "A click on a card gives it a vote now; Shift and a click, or a right click, takes one away. "
        "To stop: Ctrl+Shift+D."
    )
    assert room.window.action_set.by_id["vote_by_click"].isChecked()
    for _time in range(3):
        driver.click(at)
    driver.click(at, SHIFT)
    right_click(room, at)
    assert dots(room, "card-1") == 1
    assert not open_menus(room)
    room.key(_Key.Key_D, CTRL | SHIFT)
    assert line.currentMessage() == "A click on a card does not give it a vote any more."
    assert not room.window.action_set.by_id["vote_by_click"].isChecked()
    driver.click(at)
    assert dots(room, "card-1") == 1


def test_voting_that_began_before_the_presentation_goes_on_in_it(quiet_room: Room) -> None:
    room = quiet_room
    room.run("vote_by_click")
    room.begin()
    room.driver.click(room.driver.at("card-1"))
    assert dots(room, "card-1") == 1
    room.run("vote_by_click")
    room.driver.click(room.driver.at("card-1"))
    assert dots(room, "card-1") == 1


def give(room: Room, **given: int) -> None:
    for card, count in given.items():
        room.edit(lambda edit, card=card, count=count: votes.give(edit, [card.replace("_", "-")], count))


def test_the_cursors_cell_is_sorted_or_the_selected_lanes_or_all(quiet_room: Room) -> None:
    room = quiet_room
    driver, action = room.driver, room.window.action_set.by_id["sort_by_votes"]
    give(room, card_2=2)
    room.canvas.open_map.select((), cell=("lane-1", "step-3"))
    room.window.refresh_actions()
    assert action.text() == "Sort cell by votes"
    room.run("sort_by_votes")
    assert room.window.status_line.currentMessage() == "The cards are in the order of their votes already."
    room.canvas.open_map.select({"lane-1"}, "lane-1")
    room.window.refresh_actions()
    assert action.text() == "Sort lane by votes"
    room.run("sort_by_votes")
    assert driver.cards("Actions", "Sees") == ["Asks a friend", "Sees a poster"]
    room.key(_Key.Key_Z, CTRL)
    assert driver.cards("Actions", "Sees") == ["Sees a poster", "Asks a friend"]
    room.canvas.open_map.select(())
    room.window.refresh_actions()
    assert action.text() == "Sort all cards by votes"
    room.run("sort_by_votes")
    assert driver.cards("Actions", "Sees") == ["Asks a friend", "Sees a poster"]


def test_a_screen_reader_says_how_many_votes_a_card_has(quiet_room: Room) -> None:
    give(quiet_room, card_2=4)
    quiet_room.canvas.open_map.select({"card-2"}, "card-2")
    assert spoken(quiet_room.canvas.open_map) == "Card “Asks a friend”, Actions, Sees. 4 votes"


def test_all_votes_are_cleared_in_one_step(quiet_room: Room) -> None:
    room = quiet_room
    room.run("clear_votes")
    assert room.window.status_line.currentMessage() == "No card has votes yet."
    assert room.canvas.open_map.session.history.undo_label is None
    give(room, card_1=3, card_6=4)
    room.run("clear_votes")
    assert room.window.status_line.currentMessage() == "7 votes cleared. Undo brings them back."
    assert votes.cards_with_dots(room.document) == {}
    room.key(_Key.Key_Z, CTRL)
    assert votes.cards_with_dots(room.document) == {"card-1": 3, "card-6": 4}
