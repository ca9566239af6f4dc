"""The document round the drawing: size, outline, metadata."""

import re
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from journeymapper.layout.display import Fill, OutlineEntry, Paragraph, Placed, RoundedRect
from journeymapper.layout.geometry import Rect
from journeymapper.painters.pdf import PdfDocument
from journeymapper.style.typography import CARD
from journeymapper.text.engine import QtShaper
from tests.painters.reading import facts_of, outline_of, pdf_of, picture_of


def square(x: float, y: float, side: float, colour: str = "#d9534f") -> Placed:
    return Placed(x, y, (Fill(RoundedRect(Rect(0, 0, side, side)), colour),))


def test_metadata() -> None:
    data = pdf_of([], title="Ceļojums: เปรียบเทียบ", author="Ilze Bērziņa", subject="Pirkums", language="lv")
    facts = facts_of(data)
    assert facts["Title"] == "Ceļojums: เปรียบเทียบ"
    assert facts["Author"] == "Ilze Bērziņa"
    assert facts["Subject"] == "Pirkums"
    assert facts["Creator"] == "journeymapper"
    assert facts["Page size"].startswith("400 x 300 pts")
    assert b"/Lang (lv)" in data
    assert b"/DisplayDocTitle true" in data


def test_an_outline_leads_to_its_places(tmp_path: Path) -> None:
    entries = (
        OutlineEntry("Apzināšanās", Rect(0, 0, 50, 20)),
        OutlineEntry("การชำระเงิน", Rect(100, 0, 50, 20)),
    )
    data = pdf_of([Placed(30, 40, entries)])
    assert outline_of(data, tmp_path) == ["Apzināšanās", "การชำระเงิน"]
    assert re.search(rb"/XYZ 30 260 null", data)
    assert re.search(rb"/XYZ 130 260 null", data)
    assert b"/PageMode /UseOutlines" in data


def test_equal_input_at_an_equal_time_gives_equal_bytes(
    shaper: QtShaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793491200")

    def made() -> bytes:
        shaped = QtShaper().shape("Salīdzina ราคา 价格 لا", CARD, 60)
        return pdf_of([square(0, 0, 10), Placed(5, 5, (Paragraph(0, 0, shaped, "#000000"),))])

    assert shaper is not None
    assert made() == made()
    assert b"D:20261101" in made()


def test_content_is_compressed_and_short(shaper: QtShaper) -> None:
    items = [
        Placed(0, 0, (Paragraph(10, 12 * index, shaper.shape("Compares the prices", CARD), "#000000"),))
        for index in range(100)
    ]
    one, all_of_them = len(pdf_of(items[:1])), len(pdf_of(items))
    assert all_of_them - one < 100 * 40


def test_a_page_beyond_what_readers_keep_has_a_larger_unit(tmp_path: Path) -> None:
    data = pdf_of([square(28_000, 0, 2_000)], 30_000, 3_000)
    assert b"/UserUnit 3" in data
    assert facts_of(data)["Page size"].startswith("10000 x 1000 pts")
    picture = picture_of(data, tmp_path, dots_per_inch=3)
    assert picture.pixelColor(picture.width() - 3, 5).red() > 200
    assert picture.pixelColor(picture.width() - 3, 5).blue() < 100
    assert picture.pixelColor(5, 5) == QColor("white")


def test_scale_place_and_clip(tmp_path: Path) -> None:
    target = BytesIO()
    document = PdfDocument(target, title="Map")
    document.begin_page(100, 80)
    document.paint([square(0, 0, 100)], scale=0.5, x=20, y=10, clip=Rect(0, 0, 50, 40))
    document.end_page()
    document.begin_page(30, 30)
    document.end_page()
    document.save()
    assert facts_of(target.getvalue())["Pages"] == "2"
    picture = picture_of(target.getvalue(), tmp_path, dots_per_inch=72)
    red = [(x, y) for x in range(100) for y in range(80) if picture.pixelColor(x, y) == QColor("#d9534f")]
    assert (min(red), max(red)) == ((20, 10), (49, 39))


def test_lone_surrogates_in_titles_are_replaced() -> None:
    assert facts_of(pdf_of([], title="a\ud800b"))["Title"] in ("a?b", "a\ufffdb")


@pytest.mark.parametrize("opacity", [0.25, 0.75])
def test_opacity(tmp_path: Path, opacity: float) -> None:
    fill = Fill(RoundedRect(Rect(0, 0, 100, 100)), "#000000", opacity)
    picture: QImage = picture_of(pdf_of([Placed(0, 0, (fill,))], 100, 100), tmp_path, dots_per_inch=72)
    assert picture.pixelColor(50, 50).red() == pytest.approx(255 * (1 - opacity), abs=2)


def test_streams_are_deflated_not_spelt_out() -> None:
    data = pdf_of([square(0, 0, 10)])
    start = data.index(b"stream\n", data.index(b"page stream") if b"page stream" in data else 0) + 7
    assert b" re" in zlib.decompress(data[start : data.index(b"endstream", start)])
