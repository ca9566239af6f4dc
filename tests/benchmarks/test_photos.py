"""What fifty photos cost a map of 1,000 cards: opening it, its memory, its picture and its PDF."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from journeymapper.document.records import Card
from journeymapper.editing import pictures
from journeymapper.exchange.options import ExportOptions
from journeymapper.exchange.pdf import write_pdf
from journeymapper.exchange.pictures import picture_of
from journeymapper.exchange.png import write_png
from journeymapper.files import native
from journeymapper.layout.map_layout import MapLayout
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.open_map import OpenMap
from tests.benchmarks.conftest import FRAME, Row, show
from tests.benchmarks.test_speed import START
from tests.photos import file_of

Files = Callable[[str], Path]

#: Photos of 2,000 × 1,500 pixels, of about 400 KB each.
PHOTOS, SIZE = 50, (2000, 1500)


def photo(number: int) -> bytes:
    """Return the file of a photo: soft patches of all colours with the grain of a camera on them."""
    patches = Image.frombytes("RGB", (250, 188), Random(number).randbytes(250 * 188 * 3)).resize(SIZE)
    grain = Image.effect_noise(SIZE, 18).convert("RGB")
    return file_of(Image.blend(patches, grain, 0.3), quality=55)


@pytest.fixture(scope="module")
def with_photos(files: Files, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of the map with every twentieth card showing a photo of its own."""
    document = native.load(files("M"))
    cards = [record.id for record in document if isinstance(record, Card)]
    with document.edit("Show") as edit:
        for number, card in enumerate(cards[:: len(cards) // PHOTOS][:PHOTOS]):
            pictures.show(edit, [card], picture_of(photo(number)))
    path = tmp_path_factory.mktemp("photos") / "photos.journey"
    native.save(document, path)
    assert len(document.indexes.pictures) == PHOTOS
    assert PHOTOS * 450_000 < path.stat().st_size < PHOTOS * 800_000  # a third more than the photos
    return path


def test_open(row: Row, files: Files, with_photos: Path, qapp: QApplication) -> None:
    """From the file to the first frame, in which what is in view of the photos is still to come."""

    def opened(path: Path) -> None:
        canvas = Canvas(OpenMap(Session(native.load(path), QtShaper())))
        canvas.resize(*FRAME)
        show(canvas)
        canvas.viewport().repaint()
        canvas.deleteLater()
        qapp.processEvents()

    name = "Open and paint with 50 photos / the same map without"
    row.time(name, "M", lambda: opened(with_photos), lambda: opened(files("M")), rounds=7)


def test_until_all_photos_are_there(row: Row, files: Files, with_photos: Path, qapp: QApplication) -> None:
    def whole(path: Path) -> Callable[[], None]:
        session = Session(native.load(path), QtShaper())

        def paint() -> None:
            canvas = Canvas(OpenMap(session))
            canvas.resize(*FRAME)
            show(canvas)
            canvas.fit()
            canvas.viewport().repaint()
            while not canvas.late_pictures.is_done:
                qapp.processEvents()
            canvas.deleteLater()

        return paint

    name = "Whole map until all 50 photos are there / the same without"
    row.time(name, "M", whole(with_photos), whole(files("M")), rounds=5)


def test_pan(row: Row, files: Files, with_photos: Path, qapp: QApplication) -> None:
    def repaint(path: Path) -> Callable[[], None]:
        canvas = Canvas(OpenMap(Session(native.load(path), QtShaper())))
        canvas.resize(*FRAME)
        show(canvas)
        canvas.fit()
        canvas.viewport().repaint()
        while not canvas.late_pictures.is_done:
            qapp.processEvents()
        return canvas.viewport().repaint

    name = "Repaint, whole map with 50 photos / the same without"
    row.time(name, "M", repaint(with_photos), repaint(files("M")), rounds=15)


def test_memory(row: Row, files: Files, with_photos: Path, tmp_path: Path) -> None:
    def megabytes(path: Path) -> float:
        figures = []
        for _ in range(3):
            command = [sys.executable, "-c", START, str(path), str(tmp_path)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            figures.append(float(done.stdout.split()[1]))
        return median(figures)

    row._benchmark.pedantic(lambda: None, rounds=1)
    name = "Peak memory with 50 photos / the same map without"
    row.put(name, "M", megabytes(with_photos), megabytes(files("M")), "MB")


def test_save(row: Row, files: Files, with_photos: Path, tmp_path: Path) -> None:
    document, bare = native.load(with_photos), native.load(files("M"))
    row.time(
        "Save with 50 photos / the same map without",
        "M",
        lambda: native.save(document, tmp_path / "photos.journey"),
        lambda: native.save(bare, tmp_path / "bare.journey"),
        rounds=7,
    )


@pytest.mark.parametrize("form", ["PDF", "PNG"])
def test_export(
    row: Row, files: Files, with_photos: Path, shaper: QtShaper, tmp_path: Path, form: str
) -> None:
    layout, bare = (MapLayout(native.load(path), shaper) for path in (with_photos, files("M")))
    write = write_pdf if form == "PDF" else write_png
    row.time(
        f"{form} with 50 photos / the same map without",
        "M",
        lambda: write(layout, tmp_path / f"photos.{form.lower()}", ExportOptions(dpi=96)),
        lambda: write(bare, tmp_path / f"bare.{form.lower()}", ExportOptions(dpi=96)),
        rounds=3,
    )
