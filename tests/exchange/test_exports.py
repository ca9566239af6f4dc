"""Exports of whole maps, judged by other programs."""

import re
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from journeymapper.document.document import Document
from journeymapper.document.records import Card
from journeymapper.editing import cards, personas, stages
from journeymapper.exchange.formats import read_map, writer_for
from journeymapper.exchange.options import Cancelled, ExportOptions
from journeymapper.exchange.pdf import write_pdf
from journeymapper.exchange.png import PictureSizeError, pixel_size, write_png
from journeymapper.files.native import save
from journeymapper.files.problems import BadFileError
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import LANE_LINE_GAP
from journeymapper.style import colours
from journeymapper.text.engine import QtShaper
from tests.maps import small_map

EXAMPLE = Path(__file__).parents[2] / "resources" / "examples" / "laptop-shop.journey"
LATVIAN = "Sāpju punkti – pārāk ilga gaidīšana, šķīvis"
THAI = "เปรียบเทียบราคาสินค้าบนมือถือก่อนชำระเงิน"
ARABIC = "يقارن العميل الأسعار قبل الدفع"


@pytest.fixture(scope="module")
def shaper(qapp: object) -> QtShaper:
    assert qapp is not None
    return QtShaper()


def told(*command: object) -> str:
    return subprocess.run([*map(str, command)], capture_output=True, text=True, check=True).stdout


def wide_map() -> Document:
    """Return a map with words of several scripts, in fields wide enough to keep them on one line."""
    document = small_map()
    with document.edit("Name") as edit:
        personas.set_title_block(
            edit, title=LATVIAN, scenario=THAI, business=ARABIC, author="Ilze", language="lv"
        )
    return document


def test_a_pdf_says_what_the_map_says(tmp_path: Path, shaper: QtShaper) -> None:
    path = tmp_path / "map.pdf"
    assert write_pdf(MapLayout(wide_map(), shaper), path, ExportOptions()) == frozenset()
    text = told("pdftotext", path, "-")
    assert LATVIAN in text
    assert THAI in text
    assert ARABIC in text
    assert "Web search" in text
    info = told("pdfinfo", path)
    assert LATVIAN in info
    assert "Ilze" in info
    fonts = told("pdffonts", path).splitlines()[2:]
    assert fonts
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)
    assert "/Lang" in path.read_bytes().decode("latin-1")


def test_a_pdf_has_an_outline_by_stage(tmp_path: Path, shaper: QtShaper) -> None:
    path = tmp_path / "map.pdf"
    write_pdf(MapLayout(small_map(), shaper), path, ExportOptions())
    structure = path.read_bytes().decode("latin-1")
    entries = re.findall(r"/Title \((Awareness|Purchase)\)", structure)
    assert sorted(entries) == ["Awareness", "Purchase"]
    assert "/Outlines" in structure


@pytest.mark.parametrize("example", sorted(EXAMPLE.parent.glob("*.journey")), ids=lambda path: path.stem)
def test_every_card_of_the_examples_can_be_found_in_its_pdf(
    example: Path, tmp_path: Path, shaper: QtShaper
) -> None:
    imported = read_map(example)
    assert imported.notes == ()
    path = tmp_path / "map.pdf"
    missing = write_pdf(MapLayout(imported.document, shaper), path, ExportOptions(paper="A3"))
    assert not missing, "letters that no font has"
    words = set(re.findall(r"\w+", told("pdftotext", path, "-")))
    for record in imported.document:
        if isinstance(record, Card):
            assert set(re.findall(r"\w+", record.text)) <= words


def test_a_map_larger_than_a_page_may_be_keeps_all(tmp_path: Path, shaper: QtShaper) -> None:
    document = small_map()
    with document.edit("Grow") as edit:
        for number in range(900):
            cards.add(edit, "lane-1", "step-1", f"Card {number}")
    layout = MapLayout(document, shaper)
    assert layout.height > 14_400
    path = tmp_path / "map.pdf"
    write_pdf(layout, path, ExportOptions())
    assert "Card 899" in told("pdftotext", path, "-")
    assert "/UserUnit" in path.read_bytes().decode("latin-1")


def test_pdf_and_png_show_the_same(tmp_path: Path, shaper: QtShaper) -> None:
    layout = MapLayout(read_map(EXAMPLE).document, shaper)
    write_pdf(layout, tmp_path / "map.pdf", ExportOptions())
    write_png(layout, tmp_path / "map.png", ExportOptions(dpi=72))
    told("pdftoppm", "-r", "72", "-png", "-singlefile", tmp_path / "map.pdf", tmp_path / "pdf")
    one, other = QImage(str(tmp_path / "pdf.png")), QImage(str(tmp_path / "map.png"))
    size = pixel_size(layout, ExportOptions(dpi=72))
    assert (one.width(), one.height()) == (other.width(), other.height()) == size
    assert most_apart(one, other) < 48


def most_apart(one: QImage, other: QImage) -> int:
    """Return by how much the lightness (0 … 255) of two pictures differs most, seen from some way off."""
    smooth = Qt.TransformationMode.SmoothTransformation
    one, other = (image.scaledToWidth(image.width() // 6, smooth) for image in (one, other))
    return max(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness())
        for x in range(one.width())
        for y in range(one.height())
    )


@pytest.mark.parametrize("dpi", [17, 72, 300])
def test_a_picture_has_the_size_and_resolution_asked_for(tmp_path: Path, shaper: QtShaper, dpi: int) -> None:
    layout = MapLayout(small_map(), shaper)
    write_png(layout, tmp_path / "map.png", ExportOptions(dpi=dpi))
    image = QImage(str(tmp_path / "map.png"))
    assert (image.width(), image.height()) == pixel_size(layout, ExportOptions(dpi=dpi))
    assert image.width() == pytest.approx(layout.width * dpi / 72, abs=1)
    assert image.dotsPerMeterX() == pytest.approx(dpi / 0.0254, abs=1)
    assert not image.hasAlphaChannel()


def test_a_picture_can_be_transparent(tmp_path: Path, shaper: QtShaper) -> None:
    layout = MapLayout(small_map(), shaper)
    write_png(layout, tmp_path / "map.png", ExportOptions(dpi=72, transparent=True))
    image = QImage(str(tmp_path / "map.png"))
    assert image.pixelColor(2, 2).alpha() == 0
    assert image.pixelColor(40, round(layout.headings_top + 140)).alpha() == 255


def test_a_picture_wider_than_qt_paints_has_no_seams(tmp_path: Path, shaper: QtShaper) -> None:
    document = small_map()
    with document.edit("Widen") as edit:
        for number in range(260):
            stages.add(edit, f"Stage {number}", step_name=f"Step {number}")
    layout = MapLayout(document, shaper)
    assert write_png(layout, tmp_path / "map.png", ExportOptions(dpi=72)) == frozenset()
    image = QImage(str(tmp_path / "map.png"))
    assert image.width() == round(layout.width) > 32_767
    line_y = round(layout.lane_top("lane-2") + layout.lanes["lane-2"].height + LANE_LINE_GAP)
    left, right = round(layout.columns.left) + 1, round(layout.columns.left + layout.columns.width) - 1
    assert len({image.pixel(x, line_y) for x in range(left, right)}) == 1
    chevrons = round(layout.headings_top + 3)
    last = {QColor(image.pixel(x, chevrons)).name() for x in range(right - 100, right - 20)}
    assert last & set(colours.STAGE_HUES.values())


@pytest.mark.parametrize("dpi", [1e-9, 0.01])
def test_there_is_always_a_pixel(tmp_path: Path, shaper: QtShaper, dpi: float) -> None:
    write_png(MapLayout(small_map(), shaper), tmp_path / "map.png", ExportOptions(dpi=dpi))
    assert QImage(str(tmp_path / "map.png")).width() == 1


@pytest.mark.parametrize("dpi", [1e308, 0, -1, float("nan"), float("inf"), 1e12])
def test_an_impossible_resolution_is_refused(tmp_path: Path, shaper: QtShaper, dpi: float) -> None:
    with pytest.raises(PictureSizeError):
        write_png(MapLayout(small_map(), shaper), tmp_path / "map.png", ExportOptions(dpi=dpi))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["map.pdf", "map.png"])
def test_a_cancelled_export_leaves_the_old_file(tmp_path: Path, shaper: QtShaper, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"old")
    write = writer_for(path)
    assert write is not None
    shares: list[float] = []

    def stop(done: float) -> bool:
        shares.append(done)
        return False

    with pytest.raises(Cancelled):
        write(MapLayout(small_map(), shaper), path, ExportOptions(), stop)
    assert shares
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_progress_goes_from_the_start_to_the_end(tmp_path: Path, shaper: QtShaper) -> None:
    for name in ("map.pdf", "map.png"):
        shares: list[float] = []
        write = writer_for(tmp_path / name)
        assert write is not None
        write(
            MapLayout(small_map(), shaper),
            tmp_path / name,
            ExportOptions(),
            lambda done, s=shares: not s.append(done),
        )  # type: ignore[misc]
        assert shares == sorted(shares)
        assert shares[-1] == 1


def test_files_are_read_by_their_suffix(tmp_path: Path) -> None:
    save(small_map(), tmp_path / "map.JOURNEY")
    assert read_map(tmp_path / "map.JOURNEY").is_native
    (tmp_path / "map.mmd").write_text("journey\n section A\n  T: 3\n", "utf-8")
    assert not read_map(tmp_path / "map.mmd").is_native
    (tmp_path / "map.xyz").write_text("?", "utf-8")
    with pytest.raises(BadFileError, match=r"map\.xyz"):
        read_map(tmp_path / "map.xyz")
    assert writer_for(tmp_path / "map.xyz") is None


def test_the_example_is_complete_and_in_the_files_own_order() -> None:
    document = read_map(EXAMPLE).document
    counts = {
        kind: sum(record.kind == kind for record in document) for kind in ("stage", "step", "lane", "card")
    }
    assert counts["stage"] == 5
    assert counts["step"] == 9
    assert counts["lane"] == 8
    assert counts["card"] >= 60
    assert [record.name for record in document if record.kind == "persona"] == ["Laura Kalniņa"]  # type: ignore[attr-defined]
