"""How fast a map is shown to a room: from the key to the first frame of the next part, without motion."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.present.show import Show
from journeymapper.ui.present.walk import Kind
from tests.benchmarks.conftest import Row
from tests.benchmarks.sizes import SIZES

pytestmark = pytest.mark.parametrize("size", SIZES)


@pytest.fixture
def show(canvas: Canvas) -> Iterator[Show]:
    show = Show(canvas, with_motion=False)
    yield show
    show.end()


@pytest.mark.parametrize("kind", Kind)
def test_a_step_of_the_walk(row: Row, size: str, kind: Kind, show: Show, bare: Callable[[], None]) -> None:
    def step() -> None:
        before = show.walk.look
        show.go_on(1)
        if show.walk.look is before:  # it was the last: begin anew
            show.turn(kind)
        QApplication.processEvents()

    show.turn(kind)
    step()
    row.time(f"Walk on by {kind.value} → painted / empty repaint", size, step, bare, rounds=40)


def test_revealing_a_lane(row: Row, size: str, show: Show, bare: Callable[[], None]) -> None:
    def reveal() -> None:
        if not show.concealing.concealed:
            show.conceal_all()
        show.reveal_next()
        QApplication.processEvents()

    show.turn(Kind.STAGES)
    show.conceal_all()
    row.time("Reveal a lane → painted / empty repaint", size, reveal, bare, rounds=20)
