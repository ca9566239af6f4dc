"""What the health check takes of a keystroke, and how long one waits for it: 120, 1,000 and 10,000 cards."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from journeymapper.files import native
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.checking import SLICE, Checking, Rules
from journeymapper.ui.open_map import OpenMap
from tests.benchmarks.conftest import Row, on_screen
from tests.benchmarks.motions import typing
from tests.benchmarks.sizes import SIZES

pytestmark = pytest.mark.parametrize("size", SIZES)


@pytest.fixture
def unchecked(
    size: str, files: Callable[[str], Path], shaper: QtShaper, qapp: QApplication
) -> Iterator[Canvas]:
    """The same map, which the health check knows nothing of."""
    open_map = OpenMap(Session(native.load(files(size)), shaper))
    open_map.changed.disconnect(open_map.checking._follow)
    open_map.checking._quiet.stop()
    assert qapp is not None
    with on_screen(open_map) as canvas:
        yield canvas


def look(checking: Checking) -> None:
    """Have a map looked at to the end as the window does, slice by slice."""
    checking._begin()
    while checking._slices.isActive():
        checking._work()


def first_card(canvas: Canvas) -> str:
    indexes = canvas.open_map.session.document.indexes
    filled = (indexes.cards(lane, step) for step in indexes.columns() for _order, lane in indexes.lanes)
    return next(ids[0] for ids in filled if ids)


def test_type_in_a_checked_map(row: Row, size: str, canvas: Canvas, unchecked: Canvas) -> None:
    """The share of the keystroke itself: what is noted of it."""
    look(canvas.open_map.checking)
    work, floor = (typing(each, first_card(each)) for each in (canvas, unchecked))
    row.time("Keystroke in a checked map → painted / the same unchecked", size, work, floor, rounds=60)


def test_look_after_a_keystroke(row: Row, size: str, canvas: Canvas) -> None:
    """What comes after it, once all is quiet; the next key waits no longer than for a slice of it."""
    checking = canvas.open_map.checking
    look(checking)
    type_on = typing(canvas, first_card(canvas))
    row._benchmark.pedantic(lambda: look(checking), setup=type_on, rounds=60)
    taken = float(row._benchmark.stats.stats.median)
    row.put("Health check after a keystroke / one slice of it", size, taken, SLICE, "ms")


def test_whole_check(row: Row, size: str, canvas: Canvas, files: Callable[[str], Path]) -> None:
    def whole() -> None:
        look(Checking(canvas.open_map, rules))

    rules = Rules()
    row.time("Whole health check / reading the file", size, whole, lambda: native.load(files(size)), rounds=3)
