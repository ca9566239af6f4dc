"""Screen and paper show the same: one list, painted by Qt and by way of a PDF, pixel by pixel."""

import math
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from journeymapper.layout.display import (
    Fill,
    Item,
    OutlineEntry,
    Paragraph,
    Placed,
    RoundedRect,
    Stroke,
    VerticalGradient,
)
from journeymapper.layout.display import (
    Path as Curve,
)
from journeymapper.layout.geometry import Rect
from journeymapper.painters.qt import QtPainter
from journeymapper.style.typography import CARD, LABEL, STAGE, TITLE, TextStyle
from journeymapper.text.engine import QtShaper
from journeymapper.text.shaped import Alignment
from tests.painters.reading import pdf_of, picture_of

WIDTH, HEIGHT = 150, 80

#: Both move glyphs to whole pixels, each its own way: painted large and compared small, that hardly shows.
PAINTED, COMPARED = 16, 2
CURVE = Curve((("M", 5, 60), ("C", 25, 10, 45, 70, 75, 30), ("L", 145, 50), ("L", 145, 75), ("Z",)))


def painted(placed: list[Placed], width: float, height: float, *, text: bool = True) -> QImage:
    image = QImage(round(width * PAINTED), round(height * PAINTED), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.scale(PAINTED, PAINTED)
    QtPainter().paint(painter, placed, text=text)
    painter.end()
    return image


def grey(image: QImage) -> bytes:
    small = image.scaled(
        image.size() * COMPARED / PAINTED,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    plain = small.convertToFormat(QImage.Format.Format_Grayscale8)
    return b"".join(bytes(plain.constScanLine(row))[: plain.width()] for row in range(plain.height()))


def difference(placed: list[Placed], width: float, height: float, folder: Path) -> float:
    """Return the share of ink that is not the same: 0 equal, 2 nothing in common."""
    paper = picture_of(pdf_of(placed, width, height), folder, dots_per_inch=72 * PAINTED)
    screen = painted(placed, width, height)
    assert screen.size() == paper.size()
    pairs = list(zip(grey(screen), grey(paper), strict=True))
    ink = sum(510 - a - b for a, b in pairs) / 2
    assert ink > 0
    return sum(abs(a - b) for a, b in pairs) / ink


SHAPES: dict[str, tuple[Item, ...]] = {
    "rounded rectangles": (
        Fill(RoundedRect(Rect(5, 5, 60, 30), 5), "#f2b8b5"),
        Stroke(RoundedRect(Rect(5, 5, 60, 30), 5), "#3b6fd4", 2),
        Fill(RoundedRect(Rect(75, 5, 30, 30), 15), "#2f8f6b"),
        Fill(RoundedRect(Rect(110.5, 5.5, 3, 50)), "#d9534f"),
    ),
    "curves": (Fill(CURVE, "#d9a441", 0.4), Stroke(CURVE, "#1b2430", 3, round=True)),
    "dashes": (Stroke(RoundedRect(Rect(10, 10, 100, 50), 5), "#000000", 2, dash=(6, 4)),),
    "gradient": (Fill(CURVE, VerticalGradient(10, 75, ((0, "#2f8f6b"), (0.5, "#d9a441"), (1, "#d9534f")))),),
    "outline entry": (
        OutlineEntry("Stage", Rect(0, 0, 50, 50)),
        Fill(RoundedRect(Rect(9, 9, 40, 40)), "#000000"),
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_shapes(name: str, tmp_path: Path, qapp: object) -> None:
    assert qapp is not None
    placed = [Placed(2, 3, SHAPES[name])]
    assert difference(placed, WIDTH, HEIGHT, tmp_path) < 0.02


@pytest.mark.parametrize("style", [CARD, LABEL, STAGE, TITLE], ids=lambda style: style.name)
@pytest.mark.parametrize(
    "text",
    [
        "Sāpju punkti – pārāk ilga gaidīšana",
        "เปรียบเทียบราคาสินค้าบนมือถือ",
        "يقارن العميل الأسعار بَيْتٌ",
        "ग्राहक भुगतान से पहले",
        "顧客は支払い → ✓",
    ],
)
def test_words(text: str, style: TextStyle, tmp_path: Path, shaper: QtShaper) -> None:
    """Bold and slant that the system makes up are on paper too."""
    shaped = shaper.shape(text, style, 110, Alignment.CENTRE)
    placed = [Placed(5, 5, (Paragraph(0, 0, shaped, "#000000"),))]
    assert difference(placed, 120, math.ceil(shaped.height) + 10, tmp_path) < 0.15


def test_words_can_be_left_out(shaper: QtShaper) -> None:
    box = Fill(RoundedRect(Rect(0, 0, 80, 20), 5), "#fdecec")
    words = Paragraph(5, 5, shaper.shape("Pays", CARD), "#000000")
    with_words, without = [Placed(10, 10, (box, words))], [Placed(10, 10, (box,))]
    quiet = painted(with_words, 100, 50, text=False)
    assert quiet == painted(without, 100, 50)
    assert quiet != painted(with_words, 100, 50)


def test_the_painters_transform_is_kept(shaper: QtShaper) -> None:
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.translate(3, 4)
    painter.scale(2, 2)
    before = painter.worldTransform()
    QtPainter(kept=1).paint(
        painter,
        [Placed(7, 7, (Paragraph(0, 0, shaper.shape(text, CARD), "#000000"),)) for text in "abc"],
    )
    assert painter.worldTransform() == before
    painter.end()
