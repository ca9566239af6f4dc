"""How fast a map with bars is, beside the same map without: 120, 1,000 and 10,000 cards."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from journeymapper.editing import spans
from journeymapper.files import native
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.open_map import OpenMap
from tests.benchmarks.conftest import Row, on_screen
from tests.benchmarks.motions import panning, typing
from tests.benchmarks.sizes import SIZES

pytestmark = pytest.mark.parametrize("size", SIZES)

#: Where the map is seen from, in pixels: bars that begin left of there reach into it.
_BESIDE = (350, 200)


@pytest.fixture
def barred(size: str, files: Callable[[str], Path], shaper: QtShaper, qapp: QApplication) -> Iterator[Canvas]:
    """The same map; in every lane and every third column the first card covers four columns."""
    session = Session(native.load(files(size)), shaper)
    indexes = session.document.indexes
    with session.edit("Widen") as edit:
        for step in indexes.columns()[::3]:
            for _order, lane in indexes.lanes:
                spans.set_span(edit, indexes.cards(lane, step)[:1], 4)
    assert qapp is not None
    with on_screen(OpenMap(session)) as canvas:
        yield canvas


def first_bar(canvas: Canvas) -> str:
    """Return the first card of the first bar's cell that is over others."""
    indexes = canvas.open_map.session.document.indexes
    filled = (indexes.cards(lane, indexes.columns()[0]) for _order, lane in indexes.lanes)
    return next(ids[0] for ids in filled if ids)


def test_pan_with_bars(row: Row, size: str, canvas: Canvas, barred: Canvas) -> None:
    name = "Pan a step with bars / the same without"
    row.time(name, size, panning(barred, *_BESIDE), panning(canvas, *_BESIDE), rounds=60)


def test_type_in_a_bar(row: Row, size: str, canvas: Canvas, barred: Canvas) -> None:
    bar = first_bar(barred)
    assert bar in barred.open_map.session.document.indexes.spanning
    work, floor = (typing(each, bar) for each in (barred, canvas))
    row.time("Keystroke in a bar → painted / the same in a card", size, work, floor, rounds=60)
