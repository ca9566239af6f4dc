"""How fast the program is, at 120, 1,000 and 10,000 cards, each beside a bare floor."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from journeymapper.document.records import Card
from journeymapper.editing import cards
from journeymapper.exchange.options import ExportOptions
from journeymapper.exchange.pdf import write_pdf
from journeymapper.exchange.png import pixel_size, write_png
from journeymapper.files import native
from journeymapper.layout.finding import rect_of
from journeymapper.layout.map_layout import MapLayout
from journeymapper.painters.qt import QtPainter
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from journeymapper.ui.canvas.canvas import Canvas
from tests.benchmarks.conftest import Row
from tests.benchmarks.sizes import SIZES, yardstick

Files = Callable[[str], Path]
pytestmark = pytest.mark.parametrize("size", SIZES)


def test_open(row: Row, size: str, files: Files, qapp: QApplication) -> None:
    assert qapp is not None
    path = files(size)
    row.time(
        "Open and lay out / `json.loads`",
        size,
        lambda: Session(native.load(path), QtShaper()),
        lambda: json.loads(path.read_bytes()),
        rounds=3 if size == "L" else 7,
    )


def bottom(session: Session, id_: str) -> float:
    rect = rect_of(session.layout, id_)
    assert rect is not None
    return rect.bottom


def card_of_the_highest_cell(canvas: Canvas) -> Card:
    """Return the first card of the first lane's highest cell, in view: the lane grows with it."""
    session = canvas.open_map.session
    lane = session.document.indexes.lanes[0][1]
    cells = [session.document.indexes.cards(lane, step) for step in session.document.indexes.columns()]
    highest = max(filter(None, cells), key=lambda ids: bottom(session, ids[-1]))
    card = session.document.get(highest[0], Card)
    canvas.reveal(card.id)
    QApplication.processEvents()
    return card


def typing(canvas: Canvas, texts: tuple[str, ...]) -> Callable[[], None]:
    """Return one change of a card's text, painted."""
    card, texts_in_turn = card_of_the_highest_cell(canvas), cycle(texts)

    def type_and_paint() -> None:
        with canvas.open_map.edit("Type", merge_key="typing") as edit:
            cards.set_text(edit, card.id, next(texts_in_turn))
        QApplication.processEvents()

    return type_and_paint


def test_keystroke(row: Row, size: str, canvas: Canvas, bare: Callable[[], None]) -> None:
    row.time("Keystroke → painted / empty repaint", size, typing(canvas, ("Pays", "Pays b")), bare, rounds=60)


def test_lane_growth(row: Row, size: str, canvas: Canvas, bare: Callable[[], None]) -> None:
    growing = typing(canvas, ("Pays", "Pays by card " * 12))
    row.time("Lane growth → painted / empty repaint", size, growing, bare, rounds=60)


def test_repaint_at_full_size(row: Row, size: str, canvas: Canvas, bare: Callable[[], None]) -> None:
    row.time("Repaint at 100 % / empty repaint", size, canvas.viewport().repaint, bare, rounds=30)


def test_repaint_of_the_whole_map(row: Row, size: str, canvas: Canvas, bare: Callable[[], None]) -> None:
    canvas.fit()
    QApplication.processEvents()
    row.time("Repaint, whole map / empty repaint", size, canvas.viewport().repaint, bare, rounds=15)


def test_save(row: Row, size: str, files: Files, tmp_path: Path) -> None:
    document, data = native.load(files(size)), files(size).read_bytes()

    def bare_save() -> None:
        with (tmp_path / "bare").open("wb") as stream:
            stream.write(json.dumps(json.loads(data)).encode())
            os.fsync(stream.fileno())

    row.time(
        "Save / `json`, write, fsync",
        size,
        lambda: native.save(document, tmp_path / "map.journey"),
        bare_save,
    )


def test_pdf(row: Row, size: str, files: Files, shaper: QtShaper, tmp_path: Path) -> None:
    layout = MapLayout(native.load(files(size)), shaper)
    painter = QtPainter()

    def bare_pdf() -> None:
        writer = QPdfWriter(str(tmp_path / "bare.pdf"))
        writer.setPageSize(QPageSize(QSizeF(layout.width, layout.height), QPageSize.Unit.Point))
        writer.setPageMargins(QMarginsF())
        writer.setResolution(72)
        brush = QPainter(writer)
        painter.paint(brush, layout.visible(layout.bounds))
        brush.end()

    row.time(
        "PDF / `QPdfWriter`, same list",
        size,
        lambda: write_pdf(layout, tmp_path / "map.pdf", ExportOptions()),
        bare_pdf,
        rounds=3 if size == "L" else 7,
    )


def test_png(row: Row, size: str, files: Files, shaper: QtShaper, tmp_path: Path) -> None:
    layout = MapLayout(native.load(files(size)), shaper)
    options = ExportOptions(dpi=96)
    painter = QtPainter()

    def bare_png() -> None:
        image = QImage(*pixel_size(layout, options), QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        brush = QPainter(image)
        brush.scale(96 / 72, 96 / 72)
        painter.paint(brush, layout.visible(layout.bounds))
        brush.end()
        assert image.save(str(tmp_path / "bare.png"))

    row.time(
        "PNG at 96 dpi / `QImage`, same list",
        size,
        lambda: write_png(layout, tmp_path / "map.png", options),
        bare_png,
        rounds=2 if size == "L" else 5,
    )


def test_pdf_beside_a_plain_scene(
    row: Row, size: str, files: Files, qapp: QApplication, tmp_path: Path
) -> None:
    """From the file to the PDF, beside a graphics scene of the same content that prints itself.

    The scene tells its own seconds, without start and imports; ours are taken alike.
    """
    assert qapp is not None
    plain = [sys.executable, yardstick() / "qt_scene.py", "pdf", size, tmp_path / "plain.pdf"]
    scenes = [json.loads(told(plain)) for _ in range(3)]
    floor = median(scene["content+layout"] + scene["build"] + scene["export"] for scene in scenes)

    def ours() -> None:
        write_pdf(Session(native.load(files(size)), QtShaper()).layout, tmp_path / "map.pdf", ExportOptions())

    row._benchmark.pedantic(ours, rounds=3, warmup_rounds=1)
    seconds = float(row._benchmark.stats.stats.median)
    row.put("File → PDF / plain graphics scene", size, seconds, floor, "ms")


def test_pdf_as_a_whole_process(row: Row, size: str, files: Files, tmp_path: Path) -> None:
    ours = [sys.executable, "-m", "journeymapper", "export", files(size), tmp_path / "map.pdf"]
    plain = [sys.executable, yardstick() / "qt_scene.py", "pdf", size, tmp_path / "plain.pdf"]
    name = "`export` as a process / plain scene as a process"
    row.time(name, size, lambda: told(ours), lambda: told(plain), rounds=3)


def told(command: list[object]) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [*map(str, command)], check=True, capture_output=True, env=environment, text=True
    ).stdout


START = """
import sys, time
begun = time.perf_counter()
from PySide6.QtWidgets import QApplication
application = QApplication([])
if len(sys.argv) > 2:
    from pathlib import Path
    from journeymapper.ui.windows import Windows
    windows = Windows(application, Path(sys.argv[2]) / "settings.json", Path(sys.argv[2]))
    window = windows.new_window()
    windows.open_file(Path(sys.argv[1]), window)
else:
    from PySide6.QtWidgets import QMainWindow
    window = QMainWindow()
    window.show()
window.repaint()
application.processEvents()
taken = time.perf_counter() - begun
import os
import resource
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
if os.path.exists("/proc/self/status"):  # where the figure above counts the parent process in
    most = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")) / 1024
print(taken, most, flush=True)
os._exit(0)
"""


def test_start_and_memory(row: Row, size: str, files: Files, tmp_path: Path) -> None:
    """From the first import to the first painted window with the map in it, and the most memory taken."""

    def started(*arguments: object) -> tuple[float, float]:
        figures = []
        for _ in range(3):
            told = subprocess.run(
                [sys.executable, "-c", START, *map(str, arguments)],
                capture_output=True,
                text=True,
                check=True,
            )
            figures.append([float(figure) for figure in told.stdout.split()])
        return median(f[0] for f in figures), median(f[1] for f in figures)

    seconds, megabytes = started(files(size), tmp_path)
    bare_seconds, bare_megabytes = started()
    row._benchmark.pedantic(lambda: None, rounds=1)
    row.put("Start to first window / bare PySide6 window", size, seconds, bare_seconds, "ms")
    row.put("Peak memory / bare PySide6 window", size, megabytes, bare_megabytes, "MB")
