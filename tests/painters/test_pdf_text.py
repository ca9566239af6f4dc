"""What is written is what is found, in every script."""

import re
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.layout.display import Paragraph, Placed
from journeymapper.style.typography import ALL, CARD, LABEL, STAGE
from journeymapper.text.engine import QtShaper
from journeymapper.text.shaped import Face, GlyphPicture, OutlineSegment, ShapedLine, ShapedText
from tests.painters.reading import fonts_of, pdf_of, run, text_of

LATVIAN = "Sāpju punkti – pārāk ilga gaidīšana, ņemšana, šķīvis"
THAI = "เปรียบเทียบราคาสินค้าบนมือถือก่อนชำระเงิน"
ARABIC = "يقارن العميل الأسعار قبل الدفع"
TEXTS = [
    LATVIAN,
    THAI,
    ARABIC,
    "بَيْتٌ كَبِيرٌ",
    "ग्राहक भुगतान से पहले कीमतों की तुलना करता है",
    "office affiliate, difficult: “fl” – 1½ €",
    "ราคา 100 บาท ok น้ำดื่ม LINE",
    "顧客は支払い前に価格を比較する",
    "Emoji 😀 👩🏽‍💻 ❤️ 🇱🇻 → ✓",
]


def column(shaper: QtShaper, texts: list[str], width: float | None = None) -> list[Placed]:
    return [
        Placed(20, 20 + 30 * index, (Paragraph(0, 0, shaper.shape(text, CARD, width), "#1b2430"),))
        for index, text in enumerate(texts)
    ]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("style", [CARD, LABEL, STAGE], ids=lambda style: style.name)
def test_a_line_is_found_whole(shaper: QtShaper, text: str, style: object) -> None:
    assert style in ALL
    shaped = shaper.shape(text, style)
    data = pdf_of([Placed(20, 20, (Paragraph(0, 0, shaped, "#1b2430"),))])
    assert text_of(data).strip() == text
    assert text_of(data, "-layout").strip() == text


@pytest.mark.parametrize("text", TEXTS[:7])
def test_wrapped_lines_are_found_line_by_line(shaper: QtShaper, text: str) -> None:
    shaped = shaper.shape(text, CARD, 70)
    assert len(shaped.lines) > 1 or len(text) < 20
    found = text_of(pdf_of([Placed(20, 20, (Paragraph(0, 0, shaped, "#1b2430"),))]))
    lines = [line.strip() for line in found.splitlines() if line.strip()]
    assert lines == [line.text.strip() for line in shaped.lines]


def test_both_directions_in_a_line(shaper: QtShaper) -> None:
    """Poppler itself moves the spaces between directions; every word is there, and in order."""
    text = f"Compares {ARABIC} before paying"
    filler = "She compares the prices of all the shops that she knows, on her phone, late at night"
    found = text_of(pdf_of(column(shaper, [text, filler, filler])))
    arabic = re.search("[\u0600-\u06ff][\u0600-\u06ff ]*[\u0600-\u06ff]", found)
    assert arabic is not None
    assert arabic.group() == ARABIC
    assert found.index("Compares") < found.index("before paying")


def test_many_lines_on_a_page_do_not_run_together(shaper: QtShaper) -> None:
    texts = [LATVIAN, THAI, ARABIC, *TEXTS[4:7]]
    found = text_of(pdf_of(column(shaper, texts)))
    assert [line for line in found.splitlines() if line.strip()] == texts


def test_every_font_is_embedded_and_subset(shaper: QtShaper) -> None:
    italic = [Placed(200, 20, (Paragraph(0, 0, shaper.shape(THAI, LABEL), "#1b2430"),))]
    rows = fonts_of(pdf_of(column(shaper, TEXTS) + italic))
    assert len(rows) > 4
    for row in rows:
        assert row[0][6] == "+"
        assert row[-5:-2] == ["yes", "yes", "yes"], row


def test_a_document_without_text_names_no_font() -> None:
    assert fonts_of(pdf_of([])) == []


def test_a_face_is_embedded_once_for_all_sizes(shaper: QtShaper) -> None:
    items = [
        Paragraph(0, 40 * index, shaper.shape("Pays", style), "#000000") for index, style in enumerate(ALL)
    ]
    names = [row[0][7:] for row in fonts_of(pdf_of([Placed(20, 20, tuple(items))], height=600))]
    assert len(names) == len(set(names)) <= 3


@settings(max_examples=20, deadline=None)
@given(st.text("ab ņš กำที่ لاب कि 😀\x00\ud800\u200b\u202e\n\t", max_size=30))
def test_any_text_makes_a_sound_document(shaper: QtShaper, text: str) -> None:
    data = pdf_of([Placed(0, 0, (Paragraph(20, 20, shaper.shape(text, CARD, 60), "#000000"),))], title=text)
    run("pdftotext", "-", "-", data=data)


class Stamps:
    """A face without outlines: each glyph is a red square of 0.8 em on the baseline."""

    key = family = "Stamps"
    style_name = "Regular"
    units_per_em = 1000.0
    has_outlines = False
    is_plain = True

    def table(self, _tag: str) -> bytes:
        return b""

    def advance(self, _glyph: int) -> float:
        return 1000

    def outline(self, _glyph: int) -> tuple[OutlineSegment, ...]:
        return ()

    def picture(self, glyph: int, size: float, pixels_per_point: float) -> GlyphPicture | None:
        side = round(0.8 * size * pixels_per_point)
        pixels = b"\xff\x00\x00\xff" * (side * side)
        return GlyphPicture(side, side, pixels, 0, -0.8 * size, pixels_per_point) if glyph else None


@dataclass(frozen=True)
class StampRun:
    glyphs: tuple[int, ...]
    positions: tuple[tuple[float, float], ...]
    clusters: tuple[int, ...]
    face: Face
    size: float = 10
    native: object = None
    right_to_left: bool = False
    synthetic_bold: bool = False
    synthetic_italic: bool = False


def test_glyphs_without_outlines_are_pictures_with_text_behind_them(tmp_path: object) -> None:
    assert tmp_path is not None
    stamps = StampRun((1, 2, 1), ((0, 0), (10, 0), (20, 0)), (0, 1, 2), Stamps())
    shaped = ShapedText((ShapedLine("😀🎉😀", 0, 0, 10, 30, (stamps,)),), 30, 13)
    data = pdf_of([Placed(20, 20, (Paragraph(0, 0, shaped, "#000000"),))])
    assert text_of(data).strip() == "😀🎉😀"
    images = run("pdfimages", "-list", "-", data=data).splitlines()[2:]
    objects = {row.split()[10] for row in images if row.split()[2] == "image"}
    assert len(images) == 6, "three times a picture with its mask"
    assert len(objects) == 2, "each distinct glyph is in the file once"
