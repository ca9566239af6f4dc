"""How fast the map follows the hand, at 120, 1,000 and 10,000 cards, each beside a bare repaint.

The bar is relative too: at 10,000 cards a frame costs at most one and a half times that of the small map.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeymapper.document.records import Card
from journeymapper.document.roles import holds_cards
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.open_map import OpenMap
from tests.benchmarks.conftest import Row, on_screen
from tests.benchmarks.sizes import SIZES
from tests.maps import large_map
from tests.ui.canvas.driver import Driver

pytestmark = pytest.mark.parametrize("size", SIZES)

#: A view that a map of three columns fills, so that as much is to be seen of one as of a map of 250.
_NARROW = (760, 1000)

_CARDS = {"S": 100, "M": 1000, "L": 10_000}

#: How far one move of the hand pans, in pixels.
_PAN = 40


@contextmanager
def held(driver: Driver, at: QPoint) -> Iterator[None]:
    """Hold what is at a point of the view; it is put back in the end."""
    driver.press(at)
    driver.move(at + QPoint(9, 9))
    yield
    QTest.keyClick(driver.canvas, Qt.Key.Key_Escape)
    driver.settle()


def in_turn(*moves: Callable[[], None]) -> Callable[[], None]:
    """Return what does the next of the moves, and has it painted."""
    turns = cycle(moves)

    def move_and_paint() -> None:
        next(turns)()
        QApplication.processEvents()

    return move_and_paint


def card_lanes(driver: Driver) -> list[str]:
    layout = driver.session.layout
    return [lane for lane in layout.shown_lanes if holds_cards(layout.lanes[lane].lane.lane_kind)]


def drag_between(
    row: Row,
    name: str,
    size: str,
    driver: Driver,
    cells: list[tuple[str, str]],
    bare: Callable[[], None],
) -> None:
    """Measure dragging the first card of a cell to and fro between two cells."""
    card = driver.document.indexes.cards(*cells[0])[0]
    driver.canvas.reveal(card)
    driver.settle()

    def to(cell: tuple[str, str]) -> Callable[[], None]:
        def move() -> None:
            rect = driver.session.layout.cell_rect(*cell)
            driver.move(driver.on_map(rect.centre[0], rect.y + 30))

        return move

    with held(driver, driver.at(card)):
        for cell in (*cells[1:], cells[0]):
            to(cell)()
            held_card = driver.document.get(card, Card)
            assert (held_card.lane, held_card.step) == cell
        row.time(name, size, in_turn(*map(to, cells)), bare, rounds=60)


@pytest.fixture
def driver(canvas: Canvas) -> Driver:
    return Driver(canvas)


def test_drag_with_reflow(row: Row, size: str, driver: Driver, bare: Callable[[], None]) -> None:
    lanes, steps = card_lanes(driver), driver.document.indexes.columns()
    filled = [step for step in steps if driver.document.indexes.cards(lanes[0], step)]
    cells = [(lanes[0], filled[0]), (lanes[0], filled[1])]
    drag_between(row, "Drag with reflow → painted / empty repaint", size, driver, cells, bare)


def test_pan(row: Row, size: str, driver: Driver, bare: Callable[[], None]) -> None:
    driver.canvas.move_map(QPoint(0, -200))
    place = driver.canvas.view.place
    to_and_fro = in_turn(
        lambda: driver.canvas.move_map(place - QPoint(0, _PAN)), lambda: driver.canvas.move_map(place)
    )
    row.time("Pan a step at 100 % / empty repaint", size, to_and_fro, bare, rounds=60)


def test_step_border(row: Row, size: str, driver: Driver, bare: Callable[[], None]) -> None:
    driver.canvas.move_map(QPoint(20, 20))
    columns, step = driver.session.layout.columns, driver.document.indexes.columns()[1]
    at = driver.on_map(columns.x(2), driver.rect(step).centre[1])
    with held(driver, at):
        to_and_fro = in_turn(lambda: driver.move(at + QPoint(40, 0)), lambda: driver.move(at + QPoint(80, 0)))
        row.time("Step border drag → painted / empty repaint", size, to_and_fro, bare, rounds=60)


def test_lane_heads(row: Row, size: str, driver: Driver, bare: Callable[[], None]) -> None:
    driver.canvas.move_map(QPoint(20, 20))
    at = driver.on_map(driver.session.layout.columns.left - 3, driver.session.layout.lanes_top - 4)
    with held(driver, at):
        to_and_fro = in_turn(lambda: driver.move(at + QPoint(40, 0)), lambda: driver.move(at + QPoint(80, 0)))
        row.time("Lane names' edge drag → painted / empty repaint", size, to_and_fro, bare, rounds=60)


def test_drag_across_lanes(
    row: Row, size: str, shaper: QtShaper, qapp: QApplication, bare: Callable[[], None]
) -> None:
    """Between the first two lanes of maps with ten cards a cell, with as much of each in view."""
    assert qapp is not None
    with on_screen(OpenMap(Session(large_map(_CARDS[size]), shaper)), _NARROW) as canvas:
        driver = Driver(canvas)
        lanes, step = card_lanes(driver), driver.document.indexes.columns()[0]
        cells = [(lanes[0], step), (lanes[1], step)]
        drag_between(
            row, "Drag across lanes, cells alike → painted / empty repaint", size, driver, cells, bare
        )
