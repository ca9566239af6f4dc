"""How fast a card on the chart of priorities follows the hand, with the map and the chart painted again."""

from collections.abc import Callable, Iterator
from itertools import cycle

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from journeymapper.document.priorities import PLACES, TOUCHPOINTS
from journeymapper.editing import priorities
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.docks.priorities.dock import Priorities
from tests.benchmarks.conftest import Row, show
from tests.benchmarks.sizes import SIZES

pytestmark = pytest.mark.parametrize("size", SIZES)


@pytest.fixture
def dock(canvas: Canvas) -> Iterator[Priorities]:
    """The dock beside the canvas; all touchpoints of the map are on its board."""
    window = QMainWindow()
    dock = Priorities(window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.resize(420, 900)
    dock.show_map(canvas.open_map)
    dock.show()
    show(window)
    yield dock
    dock.show_map(None)
    window.close()


def test_a_step_of_a_drag(row: Row, size: str, dock: Priorities, bare: Callable[[], None]) -> None:
    assert dock.open_map is not None
    assert dock.board is not None
    assert dock.board.board == TOUCHPOINTS
    open_map, places = dock.open_map, cycle(PLACES)
    card = next(iter(dock.board.standing.numbers))

    def step() -> None:
        with open_map.edit("Set priority", merge_key="drag") as edit:
            priorities.put(edit, TOUCHPOINTS, [card], next(places))
        QApplication.processEvents()

    row.time("Drag a priority → painted / empty repaint", size, step, bare, rounds=40)
