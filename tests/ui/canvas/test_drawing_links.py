"""Links by mouse: drawn from a lower edge, selected, led elsewhere, labelled, deleted."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt

from journeymapper.document.records import OUTSIDE, Link
from journeymapper.editing import lanes, links
from journeymapper.layout.places import Part
from journeymapper.ui.canvas.link_marks import points_of
from tests.ui.canvas.driver import ALT, Driver

NO_BUTTON = Qt.MouseButton.NoButton
SEES, ASKS, PAYS, SEARCH, QUEUES = "card-1", "card-2", "card-3", "card-4", "card-6"


def edge(driver: Driver, id_: str, below: float = 0.0) -> QPoint:
    """The middle of a lower edge, so many pixels below it."""
    rect = driver.rect(id_)
    return driver.on_map(rect.centre[0], rect.bottom + below / driver.canvas.view.scale)


def all_links(driver: Driver) -> list[tuple[str, str, str]]:
    found = [record for record in driver.document if isinstance(record, Link)]
    return [(link.source, link.target, link.link_kind) for link in found]


def link_up(driver: Driver, source: str, target: str = OUTSIDE, text: str = "") -> str:
    with driver.open_map.edit("Link") as edit:
        link = links.add(edit, source, target, text=text)
    driver.session.end_step()
    driver.settle()
    return link


def end_of(driver: Driver, link: str) -> QPoint:
    way = driver.session.layout.links.path_of(link)
    assert way is not None
    return driver.on_map(*points_of(way)[-1])


def on_line(driver: Driver, link: str) -> QPoint:
    """A point on a link's line that is not on its label, nor at its ends."""
    way = driver.session.layout.links.path_of(link)
    assert way is not None
    corners = points_of(way)
    for (x1, y1), (x2, y2) in pairwise(corners):
        for share in (0.5, 0.3, 0.7):
            x, y = x1 + share * (x2 - x1), y1 + share * (y2 - y1)
            label = driver.session.layout.links.label_rect(link)
            if abs(x2 - x1) + abs(y2 - y1) > 8 and (label is None or not label.grown(2).contains(x, y)):
                return driver.on_map(x, y)
    raise AssertionError(corners)


@pytest.mark.parametrize("id_", [SEES, "step-1"])
def test_a_handle_shows_near_the_lower_edge_and_nowhere_else(driver: Driver, id_: str) -> None:
    marks = driver.canvas.overlay.links
    for below, shows in ((-9, False), (-3, True), (0, True), (2, True), (9, False)):
        driver.move(edge(driver, id_, below), button=NO_BUTTON)
        assert (marks.handle is not None) is shows, below
        is_cross = driver.canvas.viewport().cursor().shape() is Qt.CursorShape.CrossCursor
        assert is_cross is shows
    driver.move(edge(driver, id_), button=NO_BUTTON)
    rect = driver.rect(id_)
    assert marks.handle is not None
    assert marks.handle[1] == rect.bottom
    assert rect.x < marks.handle[0] < rect.right


def test_a_handle_shows_on_no_card_that_is_too_small_to_be_hit(driver: Driver) -> None:
    driver.canvas.zoom_to(0.2)
    driver.move(edge(driver, SEES), button=NO_BUTTON)
    assert driver.canvas.overlay.links.handle is None
    driver.press(edge(driver, SEES))
    driver.move(driver.at(PAYS))
    assert driver.canvas.overlay.links.drawn is None
    driver.key(Qt.Key.Key_Escape)


@pytest.mark.parametrize("below", [-3, 2])
def test_a_drag_from_the_edge_to_a_card_links_them(driver: Driver, below: float) -> None:
    before, overlay = driver.bytes, driver.canvas.overlay
    driver.drag(edge(driver, SEES, below), driver.at(PAYS), drops=False)
    assert all_links(driver) == []
    assert overlay.links.drawn is not None
    assert overlay.links.drawn.words == "Next"
    assert overlay._target == driver.rect(PAYS)
    driver.release(driver.at(PAYS))
    assert all_links(driver) == [(SEES, PAYS, "next")]
    assert overlay.links.drawn is None
    assert overlay._target is None
    [link] = driver.open_map.selection
    assert driver.document.get(link, Link).target == PAYS
    assert driver.session.history.undo_label == "Add link"
    assert driver.session.undo()
    assert driver.bytes == before
    assert not driver.session.undo()


def test_a_link_to_an_earlier_column_goes_back(driver: Driver) -> None:
    driver.drag(edge(driver, PAYS), driver.at(SEARCH), drops=False)
    assert driver.canvas.overlay.links.drawn is not None
    assert driver.canvas.overlay.links.drawn.words == "Goes back"
    driver.release(driver.at(SEARCH))
    assert all_links(driver) == [(PAYS, SEARCH, "back")]


def test_steps_are_linked_like_cards_and_with_them(driver: Driver) -> None:
    driver.drag(edge(driver, "step-1"), driver.at("step-3"))
    driver.drag(edge(driver, "step-3"), driver.at(SEES))
    driver.drag(edge(driver, ASKS), driver.at("step-2"))
    assert all_links(driver) == [
        ("step-1", "step-3", "next"),
        ("step-3", SEES, "back"),
        (ASKS, "step-2", "next"),
    ]


def test_released_on_nothing_a_link_comes_to_nothing(driver: Driver) -> None:
    before = driver.bytes
    for goal in (
        driver.in_cell("Touchpoints", "Sees"),
        driver.at("lane-1"),
        driver.at("stage-1"),
        driver.at("point-1"),
        driver.at("map"),
    ):
        driver.drag(edge(driver, SEES), goal, drops=False)
        assert driver.canvas.overlay.links.drawn is not None
        assert driver.canvas.overlay.links.drawn.words == ""
        driver.release(goal)
    assert driver.bytes == before
    assert not driver.session.undo()


@pytest.mark.parametrize("where", ["right", "below"])
def test_released_beside_the_map_a_link_leaves_it(driver: Driver, where: str) -> None:
    layout = driver.session.layout
    x, y = layout.columns.x(3) + 12, driver.rect(PAYS).centre[1]
    if where == "below":
        x, y = driver.rect(PAYS).centre[0], layout.stack.bottom + 10
    goal = driver.on_map(x, y)
    driver.drag(edge(driver, PAYS), goal, drops=False)
    assert driver.canvas.overlay.links.drawn is not None
    assert driver.canvas.overlay.links.drawn.words == "Leaves"
    driver.release(goal)
    assert all_links(driver) == [(PAYS, OUTSIDE, "leaves")]
    assert driver.session.undo()
    assert not driver.session.undo()


def test_with_alt_a_link_leaves_from_anywhere_but_not_where_a_card_is(driver: Driver) -> None:
    goal = driver.in_cell("Touchpoints", "Sees")
    driver.drag(edge(driver, SEES), goal, ALT)
    assert all_links(driver) == [(SEES, OUTSIDE, "leaves")]
    driver.drag(edge(driver, SEES), driver.at(PAYS), ALT)
    assert all_links(driver) == [(SEES, OUTSIDE, "leaves"), (SEES, PAYS, "next")]


def test_esc_gives_a_link_up(driver: Driver) -> None:
    before = driver.bytes
    driver.drag(edge(driver, SEES), driver.at(PAYS), drops=False)
    driver.key(Qt.Key.Key_Escape)
    assert driver.canvas.overlay.links.drawn is None
    driver.release(driver.at(PAYS))
    assert driver.bytes == before
    assert driver.canvas.overlay._target is None


def test_a_card_is_not_linked_to_itself_and_a_line_says_so(driver: Driver) -> None:
    said: list[str] = []
    driver.canvas.said.connect(said.append)
    driver.press(edge(driver, SEES))
    driver.move(driver.at(PAYS))
    driver.move(driver.at(SEES))
    assert driver.canvas.overlay.links.drawn is None
    driver.release(driver.at(SEES))
    assert all_links(driver) == []
    assert said == ["A link leads to another card or step. Nothing was changed."]


def test_a_second_link_between_two_cards_is_the_first_one(driver: Driver) -> None:
    first = link_up(driver, SEES, PAYS, text="Often")
    with driver.open_map.edit("Kind") as edit:
        links.set_kind(edit, [first], "back")
    said: list[str] = []
    driver.canvas.said.connect(said.append)
    driver.drag(edge(driver, SEES), driver.at(PAYS))
    assert all_links(driver) == [(SEES, PAYS, "back")]
    assert driver.open_map.selection == {first}
    assert said[0].startswith("There is this link already: “Sees a poster” goes back to “Pays by card")


def test_a_press_and_a_tremble_on_the_edge_only_select_the_card(driver: Driver) -> None:
    for below in (-3, 2):
        driver.click(driver.at(PAYS))
        at = edge(driver, SEES, below)
        driver.press(at)
        driver.move(at + QPoint(1, 1))
        driver.release(at + QPoint(1, 1))
        assert driver.open_map.selection == {SEES}
    assert not driver.session.is_modified


def test_a_link_is_selected_by_its_line_and_by_its_label_and_deleted(driver: Driver) -> None:
    link = link_up(driver, PAYS, SEES, text="Once more")
    label = driver.session.layout.links.label_rect(link)
    assert label is not None
    for at in (on_line(driver, link), driver.on_map(*label.centre)):
        driver.click(driver.at(QUEUES))
        driver.click(at)
        assert driver.open_map.selection == {link}
        assert driver.canvas._hand.hit(at.toPointF()).part is Part.LINK


def test_a_selected_link_is_painted_along_its_way_and_no_more_when_it_is_not(driver: Driver) -> None:
    link = link_up(driver, SEES, PAYS)
    at = on_line(driver, link)

    def colour() -> str:
        driver.settle()
        return driver.canvas.viewport().grab().toImage().pixelColor(at).name()

    driver.move(driver.at("map"), button=NO_BUTTON)
    plain = colour()
    driver.click(at)
    assert driver.open_map.selection == {link}
    paints = driver.paints()
    chosen = colour()
    assert chosen != plain
    driver.click(driver.in_cell("Touchpoints", "Sees"))
    driver.settle()
    assert paints.united().contains(at)
    assert colour() == plain


def test_the_end_of_the_selected_link_is_led_to_another_card(driver: Driver) -> None:
    link = link_up(driver, SEES, PAYS, text="Often")
    driver.click(on_line(driver, link))
    end = end_of(driver, link)
    driver.move(end, button=NO_BUTTON)
    assert driver.canvas.overlay.links.handle is not None
    driver.drag(end, driver.at(QUEUES), drops=False)
    assert driver.canvas.overlay._target == driver.rect(QUEUES)
    driver.release(driver.at(QUEUES))
    assert all_links(driver) == [(SEES, QUEUES, "next")]
    assert driver.document.get(link, Link).text == "Often"
    assert driver.open_map.selection == {link}
    assert driver.session.undo()
    assert all_links(driver) == [(SEES, PAYS, "next")]


def test_the_end_led_home_or_to_nothing_is_no_edit_and_esc_puts_it_back(driver: Driver) -> None:
    link = link_up(driver, SEES, PAYS)
    before, done = driver.bytes, driver.steps_done
    driver.click(on_line(driver, link))
    for goal in (driver.at(PAYS), driver.at(SEES), driver.in_cell("Touchpoints", "Sees")):
        driver.drag(end_of(driver, link), goal)
    driver.drag(end_of(driver, link), driver.at(QUEUES), drops=False)
    driver.key(Qt.Key.Key_Escape)
    driver.release(driver.at(QUEUES))
    assert driver.bytes == before
    assert driver.steps_done == done


def test_the_end_led_off_the_map_leaves_and_led_back_goes_on(driver: Driver) -> None:
    link = link_up(driver, PAYS, QUEUES)
    driver.click(on_line(driver, link))
    layout = driver.session.layout
    driver.drag(end_of(driver, link), driver.on_map(layout.columns.x(3) + 14, driver.rect(PAYS).y))
    assert all_links(driver) == [(PAYS, OUTSIDE, "leaves")]
    driver.settle()
    driver.drag(end_of(driver, link), driver.at(SEES))
    assert all_links(driver) == [(PAYS, SEES, "back")]


def test_the_end_led_to_where_another_link_leads_selects_that_one(driver: Driver) -> None:
    other, link = link_up(driver, SEES, PAYS), link_up(driver, SEES, QUEUES)
    driver.open_map.select({link}, link)
    driver.settle()
    done = driver.steps_done
    driver.drag(end_of(driver, link), driver.at(PAYS))
    assert driver.open_map.selection == {other}
    assert driver.steps_done == done


def test_a_double_click_writes_the_label_in_place(driver: Driver) -> None:
    link = link_up(driver, PAYS, SEES)
    at = on_line(driver, link)
    driver.click(at)
    driver.double_click(at)
    assert driver.canvas.is_editing
    driver.type("Gives up")
    driver.key(Qt.Key.Key_Return)
    assert not driver.canvas.is_editing
    assert driver.document.get(link, Link).text == "Gives up"
    assert driver.session.history.undo_label == "Edit label"
    driver.settle()
    label = driver.session.layout.links.label_rect(link)
    assert label is not None
    driver.double_click(driver.on_map(*label.centre))
    box = driver.canvas.text_box
    assert box is not None
    assert driver.canvas.view.pixels_of(label, 12).intersects(box.geometry())
    assert box.text == "Gives up"
    driver.key(Qt.Key.Key_Escape)
    assert driver.session.undo()
    assert driver.document.get(link, Link).text == ""


def test_a_label_takes_a_pasted_page_on_one_line(driver: Driver) -> None:
    link = link_up(driver, PAYS, SEES)
    driver.open_map.select({link}, link)
    driver.key(Qt.Key.Key_Return)
    assert driver.canvas.text_box is not None
    driver.canvas.text_box.insert("Too\nslow, " * 1000)
    driver.settle()
    driver.key(Qt.Key.Key_Return)
    text = driver.document.get(link, Link).text
    assert text.startswith("Too slow, Too slow")
    assert "\n" not in text
    assert len(text) > 9000
    label = driver.session.layout.links.label_rect(link)
    assert label is not None
    assert label.width <= driver.session.layout.width
    assert driver.canvas.edit_text(link)
    driver.key(Qt.Key.Key_Escape)


def test_typing_on_a_selected_link_begins_its_label(driver: Driver) -> None:
    link = link_up(driver, PAYS, SEES, text="Old")
    driver.click(driver.at("card-5"))
    driver.click(on_line(driver, link))
    driver.type("New")
    driver.key(Qt.Key.Key_Return)
    assert driver.document.get(link, Link).text == "New"


def test_a_link_whose_end_is_collapsed_or_hidden_is_let_go_of(driver: Driver) -> None:
    link = link_up(driver, SEES, QUEUES)
    for change in (lanes.set_collapsed, lanes.set_hidden):
        driver.open_map.select({link}, link)
        with driver.open_map.edit("Less") as edit:
            change(edit, ("lane-5",), True)
        driver.settle()
        assert driver.open_map.selection == frozenset()
        assert not driver.canvas.edit_text(link)
        assert driver.session.undo()


def test_a_linked_card_that_is_deleted_takes_the_selected_link_along(driver: Driver) -> None:
    link = link_up(driver, SEES, PAYS)
    driver.open_map.select({link}, link)
    with driver.open_map.edit("Delete") as edit:
        edit.remove(PAYS)
    driver.settle()
    assert driver.open_map.selection == frozenset()
    assert driver.session.undo()
    assert link in driver.document


def test_a_map_that_scrolls_under_the_hand_takes_the_link_along(driver: Driver) -> None:
    driver.canvas.zoom_to(2.0)
    driver.settle()
    driver.canvas.reveal(SEES)
    view = driver.canvas.viewport().rect()
    place = driver.canvas.view.place
    driver.press(edge(driver, SEES))
    driver.move(QPoint(view.right() - 3, view.center().y()))
    for _tick in range(6):
        driver.canvas._hand._scroll_at_edge()
    assert driver.canvas.view.place != place
    drawn = driver.canvas.overlay.links.drawn
    assert drawn is not None
    assert abs(driver.on_map(*drawn.at).x() - (view.right() - 3)) <= 1
    driver.key(Qt.Key.Key_Escape)
