"""Bars on the canvas: cards over several columns, made with mouse and keys, met, moved and written in."""

import pytest
from PySide6.QtCore import QPoint, Qt

from journeymapper.document.lens import Lens
from journeymapper.document.records import Card
from journeymapper.editing import cards, lanes, spans, stages
from journeymapper.layout.metrics import CARD_GAP
from journeymapper.ui.canvas.invitation import invitation, plus_box
from tests.ui.canvas.driver import CTRL, SHIFT, Driver

SEES, SEARCHES, PAYS = "step-1", "step-2", "step-3"
RESIZE = Qt.CursorShape.SizeHorCursor


@pytest.fixture
def bar(driver: Driver) -> str:
    """The first card of the first cell, over all three columns; the shop is below it in the third."""
    with driver.session.edit("Widen") as edit:
        spans.set_span(edit, ["card-1"], 3)
    driver.settle()
    return "card-1"


def span(driver: Driver, card: str) -> int:
    return driver.document.get(card, Card).span


def place(driver: Driver, card: str) -> tuple[str, str, int]:
    record = driver.document.get(card, Card)
    return record.lane, record.step, driver.document.indexes.cards(record.lane, record.step).index(card)


def on_edge(driver: Driver, card: str, right: bool = True, off: int = 0) -> QPoint:
    """A point on a card's right or left edge, so many pixels to the right of it."""
    rect = driver.rect(card)
    return driver.on_map(rect.right if right else rect.x, rect.centre[1]) + QPoint(off, 0)


def column_end(driver: Driver, step: str, share: float = 1.0) -> QPoint:
    """A point at a share of a column's width, as high as the first lane."""
    rect = driver.session.layout.cell_rect("lane-1", step)
    return driver.on_map(rect.x + share * rect.width, rect.y + 12)


def hover(driver: Driver, at: QPoint) -> Qt.CursorShape:
    driver.move(at, button=Qt.MouseButton.NoButton)
    return driver.canvas.viewport().cursor().shape()


def test_the_pointer_says_what_can_be_dragged_at_a_cards_edges(driver: Driver) -> None:
    for right in (True, False):
        for off in (-3, 0, 3):
            assert hover(driver, on_edge(driver, "card-1", right, off)) is RESIZE
        assert hover(driver, on_edge(driver, "card-1", right, -9 if right else 9)) is not RESIZE
        assert hover(driver, on_edge(driver, "card-1", right, 9 if right else -9)) is not RESIZE
    rect = driver.rect("card-2")
    assert hover(driver, driver.on_map(rect.right, rect.bottom + 30)) is not RESIZE, "below the last card"


def test_the_right_edge_is_dragged_from_column_to_column_as_one_step(driver: Driver) -> None:
    start = on_edge(driver, "card-1")
    driver.press(start)
    driver.move(start + QPoint(20, 0))
    assert span(driver, "card-1") == 1, "not half a column yet"
    driver.move(column_end(driver, SEARCHES, 0.6))
    assert span(driver, "card-1") == 2
    assert driver.rect("card-3").y == driver.rect("card-1").y, "nothing is over the third column"
    driver.move(column_end(driver, PAYS, 0.9))
    assert span(driver, "card-1") == 3
    assert driver.rect("card-3").y > driver.rect("card-1").bottom, "the map makes room meanwhile"
    driver.move(column_end(driver, PAYS) + QPoint(400, 0))
    assert span(driver, "card-1") == 3
    driver.release(column_end(driver, SEARCHES))
    assert (span(driver, "card-1"), driver.steps_done) == (2, 1)
    assert driver.open_map.selection == {"card-1"}
    driver.session.undo()
    assert span(driver, "card-1") == 1


def test_dragged_there_and_back_nothing_happened_and_esc_puts_it_back(driver: Driver) -> None:
    before, start = driver.bytes, on_edge(driver, "card-1")
    driver.press(start)
    driver.move(column_end(driver, PAYS))
    driver.move(start)
    driver.release(start)
    assert (driver.bytes, driver.steps_done) == (before, 0)
    driver.drag(start, column_end(driver, PAYS), drops=False)
    assert span(driver, "card-1") == 3
    driver.key(Qt.Key.Key_Escape)
    driver.release(column_end(driver, PAYS))
    assert (driver.bytes, driver.steps_done) == (before, 0)
    assert not driver.canvas.view.is_held


def test_the_left_edge_drags_where_a_card_begins(driver: Driver) -> None:
    driver.drag(on_edge(driver, "card-3", right=False), column_end(driver, SEES, 0.6))
    assert (place(driver, "card-3"), span(driver, "card-3")) == (("lane-1", SEARCHES, 0), 2)
    driver.drag(on_edge(driver, "card-3", right=False), column_end(driver, SEES, 0.1))
    assert (place(driver, "card-3"), span(driver, "card-3")) == (("lane-1", SEES, 0), 3)
    assert driver.steps_done == 2
    assert driver.open_map.cell == ("lane-1", SEES)
    driver.drag(on_edge(driver, "card-3", right=False), column_end(driver, PAYS) + QPoint(300, 0))
    assert (place(driver, "card-3"), span(driver, "card-3")) == (("lane-1", PAYS, 0), 1), "its end stays"


def test_all_selected_cards_are_dragged_by_the_edge_of_one(driver: Driver) -> None:
    driver.open_map.select(("card-1", "card-4", "card-6"), "card-1")
    driver.drag(on_edge(driver, "card-1"), column_end(driver, SEARCHES))
    assert [span(driver, f"card-{number}") for number in (1, 4, 6)] == [2, 2, 1]
    assert driver.steps_done == 1
    assert driver.open_map.selection == {"card-1", "card-4", "card-6"}
    driver.session.undo()
    assert [span(driver, f"card-{number}") for number in (1, 4, 6)] == [1, 1, 1]


def test_a_press_beside_a_cards_edge_selects_it_and_a_double_click_writes(driver: Driver) -> None:
    driver.click(on_edge(driver, "card-1", off=3))
    assert driver.open_map.selection == {"card-1"}
    for off in (-2, 2):
        driver.double_click(on_edge(driver, "card-3", right=False, off=off))
        assert driver.canvas.is_editing
        assert driver.open_map.current == "card-3"
        driver.key(Qt.Key.Key_Escape)
    hover(driver, on_edge(driver, "card-3", right=False, off=-2))
    assert driver.canvas.overlay.hovered is None, "no invitation to the cell where its “+” cannot be clicked"


def test_a_bar_is_one_card_wherever_it_is_met(driver: Driver, bar: str) -> None:
    rect = driver.rect(bar)
    for share in (0.02, 0.5, 0.98):
        driver.click(column_end(driver, SEARCHES, 0.5) + QPoint(0, 200))
        driver.click(driver.on_map(rect.x + share * rect.width, rect.centre[1] - 2))
        assert (driver.open_map.selection, driver.open_map.cell) == ({bar}, ("lane-1", SEES))
    start = driver.on_map(*driver.rect("card-3").centre) + QPoint(0, 40)
    driver.drag(start, driver.on_map(rect.right - 30, rect.centre[1]), button=Qt.MouseButton.LeftButton)
    assert bar in driver.open_map.selection, "a rubber band far right of where it begins"


def test_the_arrows_walk_on_and_under_bars(driver: Driver, bar: str) -> None:
    def walk(*keys: Qt.Key) -> list[str]:
        met = []
        for key in keys:
            driver.key(key)
            met.append(driver.open_map.current or driver.open_map.cell[1])
        return met

    up, down, left, right = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
    driver.click(driver.at(bar) - QPoint(180, 0))
    assert walk(right, right, left, left) == [SEARCHES, "card-3", SEARCHES, "card-2"]
    assert walk(up, right, up) == [bar, SEARCHES, bar]
    assert walk(down, right, up, down) == [SEARCHES, "card-3", bar, "card-3"], "back to where one came from"
    assert walk(up, left) == [bar, "lane-1"], "left of a bar is what is left of its beginning"
    driver.click(driver.at("card-4"))
    assert walk(up, up, up) == [SEARCHES, bar, SEARCHES], "the empty cell under it, the bar, the step above"
    assert driver.open_map.selection == {SEARCHES}
    assert walk(down, down, down) == [bar, SEARCHES, "card-4"]


def test_from_the_right_the_arrow_meets_a_bar_by_its_end(driver: Driver) -> None:
    with driver.session.edit("Widen") as edit:
        spans.set_span(edit, ["card-1"], 2)
    driver.click(driver.at("card-3"))
    driver.key(Qt.Key.Key_Left)
    assert driver.open_map.current == "card-1"
    driver.key(Qt.Key.Key_Right)
    assert driver.open_map.current == "card-3", "and back"
    driver.key(Qt.Key.Key_Backtab, SHIFT)
    assert driver.open_map.cell == ("lane-1", SEARCHES), "in reading order every cell has its turn"
    driver.key(Qt.Key.Key_Backtab, SHIFT)
    assert driver.open_map.current == "card-1"
    driver.key(Qt.Key.Key_End)
    assert driver.open_map.current == "card-3"


def test_a_card_typed_into_a_covered_cell_stands_below_the_bar(driver: Driver, bar: str) -> None:
    driver.click(driver.in_cell("Actions", "Searches", 0.9))
    driver.type("Compares")
    driver.key(Qt.Key.Key_Return, CTRL)
    driver.key(Qt.Key.Key_Escape)
    made = driver.card("Compares")
    assert place(driver, made) == ("lane-1", SEARCHES, 0)
    assert driver.rect(made).y == pytest.approx(driver.rect(bar).bottom + CARD_GAP)


def test_no_invitation_lies_over_a_bar(driver: Driver, bar: str) -> None:
    layout = driver.session.layout
    for hint, words in (("What they do", "Short"), ("hint " * 40, "word " * 90)):
        with driver.session.edit("Words") as edit:
            lanes.set_hint(edit, "lane-1", hint)
            cards.set_text(edit, bar, words)
            cards.delete(edit, [id_ for id_ in ("card-2", "card-3") if id_ in driver.document])
        placed, plus = invitation(layout, "lane-1", SEARCHES), plus_box(layout, "lane-1", SEARCHES)
        assert placed is not None
        assert plus is not None
        height = placed.items[0].shape.rect.height
        for top, bottom in ((placed.y, placed.y + height), (plus.y, plus.bottom)):
            assert driver.rect(bar).bottom < top
            assert bottom <= layout.lane_top("lane-2")
    driver.move(driver.on_map(*plus.centre), button=Qt.MouseButton.NoButton)
    driver.click(driver.on_map(*plus.centre))
    assert driver.canvas.is_editing, "a click on the “+” begins a card"


def test_a_bar_is_dragged_by_the_column_it_was_grabbed_in(driver: Driver) -> None:
    with driver.session.edit("Widen") as edit:
        spans.set_span(edit, ["card-1"], 2)
    rect = driver.rect("card-1")
    grabbed = driver.on_map(rect.right - 40, rect.centre[1])
    driver.drag(grabbed, driver.in_cell("Touchpoints", "Pays", 0.9), drops=False)
    assert place(driver, "card-1") == ("lane-2", SEARCHES, 1)
    assert span(driver, "card-1") == 2
    landing = driver.rect("card-1")
    driver.release(driver.in_cell("Touchpoints", "Pays", 0.9))
    assert driver.rect("card-1").width == landing.width == rect.width
    driver.session.undo()
    driver.drag(grabbed, driver.in_cell("Touchpoints", "Sees", 0.5))
    assert place(driver, "card-1") == ("lane-2", SEES, 0), "no farther left than the first column"


def test_a_bar_dragged_to_the_last_column_is_drawn_shorter_and_back_again(driver: Driver, bar: str) -> None:
    rect = driver.rect(bar)
    driver.drag(driver.on_map(rect.x + 30, rect.centre[1]), driver.in_cell("Pain points", "Pays", 0.9))
    assert (place(driver, bar), span(driver, bar)) == (("lane-5", PAYS, 1), 3)
    shorter = driver.rect(bar)
    assert shorter.width < rect.width / 2
    driver.drag(driver.on_map(shorter.x + 30, shorter.centre[1]), driver.in_cell("Pain points", "Sees", 0.5))
    assert driver.rect(bar).width == rect.width


def test_a_card_dropped_under_a_bar_lands_where_the_pointer_is(driver: Driver, bar: str) -> None:
    with driver.session.edit("Two under it") as edit:
        first = cards.add(edit, "lane-1", SEARCHES, "First").id
        second = cards.add(edit, "lane-1", SEARCHES, "Second").id
    driver.settle()
    for goal, wanted in ((second, 2), (first, 1)):
        goal_rect = driver.rect(goal)
        driver.drag(driver.at("card-4"), driver.on_map(goal_rect.centre[0], goal_rect.bottom), drops=False)
        assert place(driver, "card-4") == ("lane-1", SEARCHES, wanted)
        driver.key(Qt.Key.Key_Escape)
    over = driver.on_map(driver.rect(first).centre[0], driver.rect(bar).y + 2)
    driver.drag(driver.at("card-4"), over)
    assert place(driver, "card-4") == ("lane-1", SEARCHES, 0)
    assert driver.rect("card-4").y > driver.rect(bar).bottom


def test_lanes_are_held_while_a_bar_is_in_the_hand(driver: Driver, bar: str) -> None:
    with driver.session.edit("High") as edit:
        cards.set_text(edit, bar, "word " * 120)
    driver.settle()
    height = driver.session.layout.lanes["lane-1"].height
    rect = driver.rect(bar)
    driver.drag(
        driver.on_map(rect.x + 30, rect.y + 9), driver.in_cell("Touchpoints", "Sees", 0.5), drops=False
    )
    assert driver.session.layout.lanes["lane-1"].height == height
    driver.release(driver.in_cell("Touchpoints", "Sees", 0.5))
    assert driver.session.layout.lanes["lane-1"].height < height


def test_words_are_written_over_the_whole_width_of_a_bar(driver: Driver, bar: str) -> None:
    driver.click(driver.at(bar))
    driver.key(Qt.Key.Key_F2)
    driver.double_click(driver.at(bar))
    assert driver.canvas.text_box is not None
    words = driver.canvas.written_words()
    assert words is not None
    assert words.box.width > 2 * driver.session.layout.columns.card_width(0)
    lines = len(words.shaped.lines)
    driver.type(" and goes on to ask everybody about it")
    words = driver.canvas.written_words()
    assert words is not None
    assert len(words.shaped.lines) == lines == 1, "it would take three lines in one column"


def test_what_a_bar_no_longer_covers_is_painted_again(driver: Driver, bar: str) -> None:
    before = driver.rect(bar)
    driver.click(driver.at(bar))
    paints = driver.paints()
    with driver.session.edit("Narrow") as edit:
        spans.set_span(edit, [bar], 1)
    driver.settle()
    stood = driver.canvas.view.to_view(before).toAlignedRect()
    assert paints.united().contains(stood.intersected(driver.canvas.viewport().rect()))


@pytest.mark.usefixtures("bar")
def test_a_bars_line_in_a_collapsed_lane_fades_with_it(driver: Driver) -> None:
    with driver.session.edit("Collapse") as edit:
        lanes.set_collapsed(edit, ["lane-1"], True)
    row = driver.session.layout.cell_rect("lane-1", SEARCHES)
    at = driver.on_map(*row.centre)

    def darkness() -> int:
        driver.settle()
        return 255 - driver.canvas.viewport().grab().toImage().pixelColor(at).lightness()

    before = darkness()
    driver.open_map.look_through(Lens(roles=frozenset({"touchpoints"})))
    faded = darkness()
    driver.open_map.look_through(Lens(roles=frozenset({"actions"})))
    assert darkness() == before > 20
    assert faded < before / 2


def test_going_along_a_bar_wider_than_the_view_scrolls_no_further(driver: Driver, bar: str) -> None:
    with driver.session.edit("Wide columns") as edit:
        stages.set_step_width(edit, list(edit.indexes.columns()), 600)
    driver.canvas.actual_size()
    driver.open_map.select(("card-4",), "card-4", ("lane-2", SEARCHES))
    driver.canvas.reveal("card-4")
    driver.key(Qt.Key.Key_Up)
    assert driver.open_map.cell == ("lane-1", SEARCHES)
    x = driver.canvas.view.place.x()
    driver.key(Qt.Key.Key_Up)
    assert driver.open_map.current == bar
    assert driver.canvas.view.place.x() == x
    driver.key(Qt.Key.Key_Home)
    assert driver.open_map.current == bar
    assert driver.on_map(driver.rect(bar).x, 0).x() > 0, "its beginning comes into view"
