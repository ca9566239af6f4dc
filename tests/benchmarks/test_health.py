"""What the health check takes of a keystroke, and how long one waits for it: 120, 1,000 and 10,000 cards."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtWidgets import QApplication

from journeymapper.files import native
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.checking import SLICE, Checking
from journeymapper.ui.open_map import OpenMap
from tests.benchmarks.conftest import FRAME, Row, show
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
    canvas = Canvas(open_map)
    canvas.resize(*FRAME)
    show(canvas)
    canvas.actual_size()
    qapp.processEvents()
    yield canvas
    canvas.deleteLater()


def slices_until_done(checking: Checking) -> list[float]:
    """Have a map looked at as the window does; return how long each slice took, in seconds."""
    taken = []
    checking._begin()
    while checking._slices.isActive():
        start = perf_counter()
        checking._work()
        taken.append(perf_counter() - start)
    return taken


def first_card(canvas: Canvas) -> str:
    indexes = canvas.open_map.session.document.indexes
    filled = (indexes.cards(lane, step) for step in indexes.columns() for _order, lane in indexes.lanes)
    return next(ids[0] for ids in filled if ids)


def test_type_in_a_checked_map(row: Row, size: str, canvas: Canvas, unchecked: Canvas) -> None:
    slices_until_done(canvas.open_map.checking)
    work, floor = (typing(each, first_card(each)) for each in (canvas, unchecked))
    row.time("Keystroke in a checked map → painted / the same unchecked", size, work, floor, rounds=60)


def test_share_of_a_keystroke(row: Row, size: str, canvas: Canvas) -> None:
    """A key waits for what is noted of the one before, and for the slice that is under way, at most."""
    checking = canvas.open_map.checking
    slices_until_done(checking)
    type_on = typing(canvas, first_card(canvas))
    waits = []
    for _time in range(60):
        type_on()
        waits.append(max(slices_until_done(checking)))
    row.put("Slice of the health check after a keystroke / a slice", size, sorted(waits)[30], SLICE, "ms")


def test_whole_check(row: Row, size: str, canvas: Canvas) -> None:
    taken = slices_until_done(canvas.open_map.checking)
    row.put("Longest slice of a whole health check / a slice", size, max(taken), SLICE, "ms")
    row.put("Whole health check / a slice", size, sum(taken), SLICE, "ms")
