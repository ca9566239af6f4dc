"""The table of a benchmark run: each row beside a bare floor measured in the same run."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytest_benchmark.fixture import BenchmarkFixture

from journeymapper.files import native
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.open_map import OpenMap
from tests.benchmarks.sizes import map_of

#: The view in pixels.
FRAME = (1920, 1080)

_ROWS: pytest.StashKey[dict[str, dict[str, tuple[float, float, str]]]] = pytest.StashKey()


class Row:
    """Takes a measurement for the table: median seconds (or another unit) and those of its floor."""

    def __init__(
        self, benchmark: BenchmarkFixture, rows: dict[str, dict[str, tuple[float, float, str]]]
    ) -> None:
        self._benchmark = benchmark
        self._rows = rows

    def time(
        self, name: str, size: str, work: Callable[[], Any], floor: Callable[[], Any], rounds: int = 15
    ) -> float:
        """Measure ``work`` and ``floor`` in turns; return the seconds of ``work`` (median)."""
        bare = self._median(floor, rounds)
        self._benchmark.pedantic(work, rounds=rounds, warmup_rounds=1)
        taken = float(self._benchmark.stats.stats.median)
        self.put(name, size, taken, bare, "ms")
        return taken

    def put(self, name: str, size: str, taken: float, floor: float, unit: str) -> None:
        """Enter a figure measured otherwise; seconds are shown as milliseconds."""
        self._benchmark.extra_info.update(size=size, floor=floor, ratio=taken / floor)
        self._rows.setdefault(name, {})[size] = (taken, floor, unit)

    @staticmethod
    def _median(work: Callable[[], Any], rounds: int) -> float:
        taken = []
        for _ in range(rounds + 1):
            start = perf_counter()
            work()
            taken.append(perf_counter() - start)
        return sorted(taken[1:])[rounds // 2]


@pytest.fixture
def row(benchmark: BenchmarkFixture, request: pytest.FixtureRequest) -> Row:
    return Row(benchmark, request.config.stash.setdefault(_ROWS, {}))


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a giver of the map file of a size."""
    folder = tmp_path_factory.mktemp("maps")

    def file_of(size: str) -> Path:
        path = folder / f"{size}.journey"
        if not path.exists():
            path.write_bytes(native.written(map_of(size)))
        return path

    return file_of


@pytest.fixture(scope="session")
def shaper(qapp: QApplication) -> Iterator[QtShaper]:
    assert qapp is not None
    return QtShaper()


@pytest.fixture
def canvas(size: str, files: Callable[[str], Path], shaper: QtShaper, qapp: QApplication) -> Iterator[Canvas]:
    assert qapp is not None
    with on_screen(OpenMap(Session(native.load(files(size)), shaper))) as canvas:
        yield canvas


@contextmanager
def on_screen(open_map: OpenMap, size: tuple[int, int] = FRAME) -> Iterator[Canvas]:
    """Show a map at 100 % in a window of its own, of a size in pixels, and delete it afterwards."""
    canvas = Canvas(open_map)
    canvas.resize(*size)
    show(canvas)
    canvas.actual_size()
    QApplication.processEvents()
    yield canvas
    drop(canvas)


def drop(widget: QWidget) -> None:
    """Delete a window now: left to the collector, it would go while its own timers are at work."""
    widget.hide()
    widget.deleteLater()
    QApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete.value)


def show(widget: QWidget) -> None:
    """Show a window, and wait until it is: one that is not yet on the screen paints nothing, and fast."""
    widget.show()
    assert QTest.qWaitForWindowExposed(widget)


@pytest.fixture
def bare(qapp: QApplication) -> Callable[[], None]:
    """Return a repaint of an empty widget as large as the frame."""
    widget = QWidget()
    widget.resize(*FRAME)
    show(widget)
    qapp.processEvents()
    return widget.repaint


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table as it stands in the README."""
    rows = config.stash.get(_ROWS, {})
    if not rows:
        return
    terminalreporter.section("speed")
    terminalreporter.write_line("| | S | M | L | floor |\n|---|---|---|---|---|")
    for name, sizes in rows.items():
        cells = [_cell(*sizes[size]) if size in sizes else "" for size in "SML"]
        what, _dash, floor = name.partition(" / ")
        terminalreporter.write_line(f"| {what} | {' | '.join(cells)} | {floor} |")


def _cell(taken: float, floor: float, unit: str) -> str:
    if unit == "ms" and taken >= 1:
        taken, floor, unit = taken / 1000, floor / 1000, "s"
    figure = taken * 1000 if unit in {"ms", "s"} else taken
    ratio = taken / floor
    return f"{figure:.{2 if figure < 10 else 0}f} {unit} ({ratio:.{1 if ratio < 10 else 0}f}×)"
