"""Links by the keyboard: begun, led and made, left by, walked along, labelled, changed and deleted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from journeymapper.document.records import OUTSIDE, Link, Step
from journeymapper.editing import cards, lanes, links
from journeymapper.layout.places import Hit, Part
from journeymapper.ui.canvas.spoken import spoken
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.whereabouts import whereabouts
from tests.ui.canvas.driver import CTRL, NONE, SHIFT, Driver

SEES, ASKS, PAYS, SEARCH, SHOP, QUEUES = (f"card-{number}" for number in range(1, 7))
LEFT, RIGHT, UP, DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down


@pytest.fixture
def hand(map_window: MainWindow) -> Driver:
    driver = Driver(map_window.canvas)
    driver.open_map.select({SEES}, SEES)
    driver.settle()
    return driver


def press(hand: Driver, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        QTest.keyClick(hand.focused(), key, held)


def link_key(hand: Driver) -> None:
    press(hand, Qt.Key.Key_L, held=CTRL)


def all_links(hand: Driver) -> list[tuple[str, str, str]]:
    found = [record for record in hand.document if isinstance(record, Link)]
    return [(link.source, link.target, link.link_kind) for link in found]


def link_up(hand: Driver, source: str, target: str = OUTSIDE, text: str = "") -> str:
    with hand.open_map.edit("Link") as edit:
        return links.add(edit, source, target, text=text)


def said(window: MainWindow) -> str:
    return window.status_line.currentMessage()


def test_two_keystrokes_and_a_walk_make_a_link(map_window: MainWindow, hand: Driver) -> None:
    before, marks = hand.bytes, map_window.canvas.overlay.links
    link_key(hand)
    assert said(map_window) == (
        "Link from “Sees a poster”: go to a card or step and press Enter. Esc gives up."
    )
    assert marks.source == SEES
    press(hand, RIGHT)
    assert said(map_window).startswith("Link from “Sees a poster”"), "still, while one walks"
    press(hand, RIGHT)
    assert hand.open_map.current == PAYS
    assert marks.drawn is not None
    link_key(hand)
    assert all_links(hand) == [(SEES, PAYS, "next")]
    [link] = hand.document.indexes.links
    assert hand.open_map.selection == {link}
    assert (marks.source, marks.drawn) == ("", None)
    assert said(map_window).startswith("“Sees a poster” leads to “Pays by card")
    assert hand.session.history.undo_label == "Add link"
    press(hand, Qt.Key.Key_Z, held=CTRL)
    assert hand.bytes == before
    assert hand.open_map.selection == {PAYS}, "the keyboard stays where it went"


def test_enter_makes_the_link_too_and_one_to_an_earlier_column_goes_back(hand: Driver) -> None:
    hand.open_map.select({PAYS}, PAYS)
    link_key(hand)
    press(hand, UP, UP)
    assert hand.open_map.current == "stage-2"
    press(hand, DOWN, LEFT, Qt.Key.Key_Return)
    assert all_links(hand) == [(PAYS, "step-2", "back")]
    assert not hand.canvas.is_editing
    press(hand, Qt.Key.Key_Return)
    assert hand.canvas.is_editing, "Enter is itself again"


def test_esc_gives_a_link_up_and_goes_back_to_where_it_begins(map_window: MainWindow, hand: Driver) -> None:
    link_key(hand)
    press(hand, RIGHT, RIGHT, Qt.Key.Key_Escape)
    assert hand.open_map.selection == {SEES}
    assert said(map_window) == "No link was made."
    assert map_window.canvas.overlay.links.source == ""
    press(hand, Qt.Key.Key_Return)
    assert hand.canvas.is_editing
    press(hand, Qt.Key.Key_Escape)
    assert all_links(hand) == []


def test_what_cannot_be_linked_is_said_and_the_link_waits_on(map_window: MainWindow, hand: Driver) -> None:
    link_key(hand)
    link_key(hand)
    assert said(map_window) == "The link begins here. Go to another card or step and press Enter."
    for id_ in ("lane-1", "stage-2", "point-1", "map", "persona-1"):
        hand.open_map.select({id_}, id_)
        press(hand, Qt.Key.Key_Return)
        assert said(map_window).startswith("A link leads to a card or a step.")
    hand.open_map.select((), cell=("lane-1", "step-2"))
    press(hand, Qt.Key.Key_Return)
    assert not hand.canvas.is_editing
    assert map_window.canvas.linking.source == SEES
    hand.open_map.select({PAYS}, PAYS)
    press(hand, Qt.Key.Key_Enter)
    assert all_links(hand) == [(SEES, PAYS, "next")]


def test_the_action_says_what_it_does_now(map_window: MainWindow, hand: Driver) -> None:
    action = map_window.action_set.by_id["link"]
    assert (action.text(), action.isEnabled()) == ("Link…", True)
    link_key(hand)
    assert action.text() == "Link to here"
    hand.open_map.select({"lane-1"}, "lane-1")
    assert action.isEnabled(), "to say what it wants"
    press(hand, Qt.Key.Key_Escape)
    map_window.refresh_actions()
    assert (action.text(), action.isEnabled()) == ("Link…", True)
    hand.open_map.select({"lane-1"}, "lane-1")
    assert not action.isEnabled()


def test_a_second_link_between_the_same_two_selects_the_first(map_window: MainWindow, hand: Driver) -> None:
    first = link_up(hand, SEES, PAYS)
    link_key(hand)
    hand.open_map.select({PAYS}, PAYS)
    link_key(hand)
    assert hand.open_map.selection == {first}
    assert said(map_window).startswith("There is this link already")
    assert len(all_links(hand)) == 1


def test_a_beginning_that_goes_takes_the_waiting_link_along(map_window: MainWindow, hand: Driver) -> None:
    with hand.open_map.edit("Add") as edit:
        card = cards.add(edit, "lane-1", "step-2", "New").id
    hand.open_map.select({card}, card)
    link_key(hand)
    hand.open_map.select({PAYS}, PAYS)
    press(hand, Qt.Key.Key_Z, held=CTRL)
    assert card not in hand.document
    assert map_window.canvas.linking.source == ""
    assert map_window.canvas.overlay.links.drawn is None
    assert said(map_window) == "What the link began at is gone. No link was made."
    link_key(hand)
    assert map_window.canvas.linking.source == PAYS, "and the key begins another"


def test_other_edits_may_be_made_while_a_link_waits(map_window: MainWindow, hand: Driver) -> None:
    link_key(hand)
    hand.open_map.select((), cell=("lane-2", "step-1"))
    hand.type("Hears of it")
    press(hand, Qt.Key.Key_Escape)
    assert map_window.canvas.linking.source == SEES, "that Esc was the editor's"
    card = hand.card("Hears of it")
    assert hand.open_map.current == card
    link_key(hand)
    assert all_links(hand) == [(SEES, card, "next")]


def test_a_link_is_begun_in_the_middle_of_writing_and_ends_it(hand: Driver) -> None:
    press(hand, Qt.Key.Key_F2)
    hand.type(" on a wall")
    link_key(hand)
    assert not hand.canvas.is_editing
    assert hand.canvas.linking.source == SEES
    assert hand.text(SEES) == "Sees a poster on a wall"


def test_a_link_can_lead_to_a_card_that_cannot_be_seen(map_window: MainWindow, hand: Driver) -> None:
    with hand.open_map.edit("Hide") as edit:
        lanes.set_hidden(edit, ("lane-5",), True)
    link_key(hand)
    hand.open_map.select({QUEUES}, QUEUES)  # in the outline one can
    link_key(hand)
    assert all_links(hand) == [(SEES, QUEUES, "next")]
    hand.settle()
    hand.open_map.select({SEES}, SEES)
    press(hand, Qt.Key.Key_Period, held=CTRL)
    assert hand.open_map.selection == {QUEUES}
    assert said(map_window).endswith("is shown again; Undo hides it.")


@pytest.mark.parametrize("id_", [PAYS, "step-3"])
def test_the_journey_leaves_here_and_says_why_at_once(hand: Driver, id_: str) -> None:
    hand.open_map.select({id_}, id_)
    press(hand, Qt.Key.Key_L, held=CTRL | SHIFT)
    assert all_links(hand) == [(id_, OUTSIDE, "leaves")]
    assert hand.canvas.is_editing
    hand.type("Too dear")
    press(hand, Qt.Key.Key_Return)
    [link] = hand.open_map.selection
    assert hand.document.get(link, Link).text == "Too dear"
    press(hand, Qt.Key.Key_Z, held=CTRL)
    assert hand.document.get(link, Link).text == ""
    press(hand, Qt.Key.Key_Z, held=CTRL)
    assert all_links(hand) == []


def test_leaving_needs_no_words(hand: Driver) -> None:
    press(hand, Qt.Key.Key_L, held=CTRL | SHIFT)
    press(hand, Qt.Key.Key_Escape)
    assert all_links(hand) == [(SEES, OUTSIDE, "leaves")]
    hand.open_map.select({SEES}, SEES)
    press(hand, Qt.Key.Key_L, held=CTRL | SHIFT)
    assert len(all_links(hand)) == 1, "once is enough"
    assert hand.canvas.is_editing


def test_ctrl_point_goes_along_the_links(map_window: MainWindow, hand: Driver) -> None:
    link_up(hand, SEES, SEARCH)
    link_up(hand, SEES, PAYS)
    link_up(hand, SEARCH, SHOP)

    def go() -> str:
        press(hand, Qt.Key.Key_Period, held=CTRL)
        return hand.open_map.current

    assert [go(), go()] == [SEARCH, SHOP], "on and on"
    assert go() == SHOP
    assert said(map_window) == "No link leads on from here."
    hand.open_map.select({SEES}, SEES)
    assert go() == SEARCH
    hand.open_map.select({SEES}, SEES)
    assert go() == PAYS, "the next time the next one"
    assert go() == SEARCH, "from where the way ends, round the links that led there"


def test_a_loop_is_walked_round(hand: Driver) -> None:
    link_up(hand, SEES, PAYS)
    link_up(hand, PAYS, SEES)
    for goal in (PAYS, SEES, PAYS):
        press(hand, Qt.Key.Key_Period, held=CTRL)
        assert hand.open_map.current == goal


def test_ctrl_shift_point_selects_the_links_of_a_card_one_after_another(hand: Driver) -> None:
    out, leaving, back = link_up(hand, SEES, PAYS), link_up(hand, SEES), link_up(hand, QUEUES, SEES)
    link_up(hand, QUEUES, PAYS)
    for wanted in (out, leaving, back, SEES, out):
        press(hand, Qt.Key.Key_Period, held=CTRL | SHIFT)
        assert hand.open_map.selection == {wanted}
    press(hand, Qt.Key.Key_Period, held=CTRL)
    assert hand.open_map.selection == {PAYS}, "along the selected one"


def test_where_there_is_no_link_these_keys_do_nothing(map_window: MainWindow, hand: Driver) -> None:
    for id_ in ("go_along_link", "select_link"):
        assert not map_window.action_set.by_id[id_].isEnabled()
    for held in (CTRL, CTRL | SHIFT):
        press(hand, Qt.Key.Key_Period, held=held)
    assert hand.open_map.selection == {SEES}
    assert not hand.canvas.is_editing


def test_a_link_is_labelled_changed_and_deleted_by_keys_alone(map_window: MainWindow, hand: Driver) -> None:
    link = link_up(hand, SEES, PAYS)
    press(hand, Qt.Key.Key_Period, held=CTRL | SHIFT)
    press(hand, Qt.Key.Key_F2)
    hand.type("Often")
    press(hand, Qt.Key.Key_Return)
    assert hand.document.get(link, Link).text == "Often"
    assert hand.open_map.selection == {link}
    map_window.action_set.by_id["link_kind.back"].trigger()
    assert all_links(hand) == [(SEES, PAYS, "back")]
    assert map_window.action_set.by_id["link_kind.back"].isChecked()
    press(hand, Qt.Key.Key_Delete)
    assert all_links(hand) == []
    assert hand.session.history.undo_label == "Delete link"


def test_the_arrows_walk_on_from_where_a_selected_link_begins(hand: Driver) -> None:
    link = link_up(hand, SEARCH, PAYS)
    hand.open_map.select({link}, link)
    press(hand, RIGHT)
    assert hand.open_map.current == SHOP
    hand.open_map.select({link}, link)
    press(hand, Qt.Key.Key_Escape)
    assert hand.open_map.selection == frozenset()
    press(hand, DOWN)
    assert hand.open_map.current == "point-2"


def test_kinds_are_offered_where_they_can_be(map_window: MainWindow, hand: Driver) -> None:
    action = map_window.action_set.by_id
    assert not action["link_kind.leaves"].isEnabled()
    link = link_up(hand, SEES, PAYS)
    hand.open_map.select({link}, link)
    assert all(action[f"link_kind.{kind}"].isEnabled() for kind in ("next", "back", "leaves"))
    action["link_kind.leaves"].trigger()
    assert all_links(hand) == [(SEES, OUTSIDE, "leaves")]
    assert not action["link_kind.next"].isEnabled(), "it has nowhere to lead"
    assert not action["link_kind.back"].isEnabled()
    assert action["edit_text"].text() == "Edit label"


def test_the_context_menu_of_a_link(map_window: MainWindow, hand: Driver, qtbot: QtBot) -> None:
    link = link_up(hand, SEES, PAYS)
    map_window.canvas.menu_asked.emit(Hit(Part.LINK, link), map_window.pos())
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts == ["Edit label", "Next", "Goes back", "Leaves", "Go along the link", "Delete"]
    menu.close()
    assert hand.open_map.selection == {link}


def test_the_menu_key_asks_for_the_menu_of_the_selected_link(hand: Driver) -> None:
    link = link_up(hand, SEES, PAYS)
    hand.open_map.select({link}, link)
    asked: list[Hit] = []
    hand.canvas.menu_asked.disconnect()
    hand.canvas.menu_asked.connect(lambda hit, _place: asked.append(hit))
    press(hand, Qt.Key.Key_F10, held=SHIFT)
    assert [(hit.part, hit.id) for hit in asked] == [(Part.LINK, link)]


def test_a_screen_reader_and_the_status_line_hear_what_a_link_says(
    map_window: MainWindow, hand: Driver
) -> None:
    with hand.open_map.edit("Rename") as edit:
        edit.update("step-2", Step, name="")
    for link, words in (
        (link_up(hand, QUEUES, SEES, "Once more"), "“Queues” goes back to “Sees a poster”"),
        (link_up(hand, SEES, "step-2"), "“Sees a poster” leads to “Unnamed step”"),
        (link_up(hand, SEES, text="No money"), "“Sees a poster” leaves the map"),
    ):
        hand.open_map.select({link}, link)
        label = hand.document.get(link, Link).text
        assert spoken(hand.open_map) == f"Link: {words}" + (f": {label}" if label else "")
        assert whereabouts(hand.open_map) == map_window.status_line.place_label.text() == words


def test_copying_and_pasting_with_a_selected_link_harm_nothing(hand: Driver) -> None:
    link = link_up(hand, SEES, PAYS)
    before = hand.bytes
    hand.open_map.select({link}, link)
    for key in (Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_D):
        press(hand, key, held=CTRL)
    assert hand.bytes == before


def test_a_link_is_begun_in_the_middle_of_a_drag_and_puts_it_back(hand: Driver) -> None:
    before = hand.bytes
    hand.drag(hand.at(SEES), hand.at(SEARCH), drops=False)
    assert hand.canvas.is_dragging
    link_key(hand)
    assert not hand.canvas.is_dragging
    assert hand.bytes == before
    assert hand.canvas.linking.source == SEES
    hand.release(hand.at(SEARCH))
    assert hand.bytes == before


def test_a_link_that_is_begun_in_the_inspector_is_walked_on_the_map(
    map_window: MainWindow, hand: Driver
) -> None:
    field = map_window.inspector.panel.fields["text"]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_L, CTRL)
    assert hand.canvas.hasFocus()
    press(hand, DOWN, Qt.Key.Key_Return)
    assert all_links(hand) == [(SEES, ASKS, "next")]


def test_zoom_to_selection_shows_a_link_with_its_ends(map_window: MainWindow, hand: Driver) -> None:
    link = link_up(hand, SEES, QUEUES)
    hand.open_map.select({link}, link)
    map_window.action_set.by_id["zoom_selection"].trigger()
    view = hand.canvas.viewport().rect()
    assert all(view.contains(hand.at(id_)) for id_ in (SEES, QUEUES))
