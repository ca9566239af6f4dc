import subprocess
import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journeymapper.style.typography import ALL, CARD, LABEL, TextStyle
from journeymapper.text.breaks import BreakFinder, utf16_length
from journeymapper.text.engine import BASELINE, LINE_PITCH, QtShaper
from journeymapper.text.shaped import Alignment, ShapedLine, ShapedText

THAI = "เปรียบเทียบราคาสินค้าบนมือถือ ก่อนชำระเงินผ่านธนาคาร"
ARABIC = "يقارن العميل الأسعار قبل الدفع"
FEEDS = "\n\u2028\u2029"
SCRIPTS = (
    "abc ABC -(),. šķīvis ņemšana 0123 ffi",
    "เปรียบเทียบราคา สินค้า ชำระ ที่ ก็ ำ",
    "يقارن العميل الأسعار لا بَيْتٌ",
    "ग्राहक भुगतान से पहले",
    "顧客は支払い前に、価格。",
    "😀👩🏽‍💻❤️🇱🇻→✓",
    "\n\t\r\x00\x1f\u2028\u200b\u200f\u202e\u2066\u2069\u00ad\ufeff\ufffc\ud800\udfff\ue000\uffff",
)
TEXTS = st.lists(
    st.sampled_from(SCRIPTS).flatmap(lambda script: st.text(script, max_size=12)), max_size=5
).map("".join)
WIDTHS = st.one_of(st.none(), st.floats(20, 200))
ALIGNMENTS = st.sampled_from(Alignment)


def ends_cleanly(shaped: ShapedText, text: str) -> bool:
    """Tell whether the lines are the whole text but for the line feeds between them."""
    return "".join(line.text for line in shaped.lines) == text.translate(dict.fromkeys(map(ord, FEEDS)))


def letters_of(line: ShapedLine) -> int:
    return sum(unicodedata.category(char) not in ("Mn", "Cf", "Zs") for char in line.text)


@settings(max_examples=150, deadline=None)
@given(TEXTS, WIDTHS, ALIGNMENTS)
@example("000..00Aiiأأأأأأأأبأ", 20.0, Alignment.START)
def test_lines_are_the_text_and_keep_to_the_box(
    shaper: QtShaper, text: str, width: float | None, alignment: Alignment
) -> None:
    shaped = shaper.shape(text, CARD, width, alignment)
    assert ends_cleanly(shaped, text)
    assert shaped.width == max(line.width for line in shaped.lines)
    assert shaped.height >= len(shaped.lines) * CARD.size * LINE_PITCH - 1e-6
    box = shaped.width if width is None else width
    for line in shaped.lines:
        assert line.text == text[line.start : line.start + len(line.text)]
        if line.width > box + 0.001:
            assert letters_of(line) <= 4, "only what cannot be broken may stand out"
        else:
            assert line.x >= -0.001
            assert line.x + line.width <= box + 0.001
    assert all(
        later.baseline - earlier.baseline == pytest.approx(shaped.height / len(shaped.lines))
        for earlier, later in pairwise(shaped.lines)
    )


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.none() | st.floats(0, 200))
def test_glyphs_stand_for_their_letters_in_order(shaper: QtShaper, text: str, width: float | None) -> None:
    for line in shaper.shape(text, CARD, width).lines:
        last = -1
        for run in line.runs:
            assert len(run.glyphs) == len(run.positions) == len(run.clusters) > 0
            assert list(run.clusters) == sorted(run.clusters)
            assert run.clusters[0] >= last
            assert run.clusters[-1] < len(line.text)
            last = run.clusters[0]


@settings(max_examples=60, deadline=None)
@given(TEXTS, WIDTHS, ALIGNMENTS)
def test_shaping_is_deterministic(
    shaper: QtShaper, text: str, width: float | None, alignment: Alignment
) -> None:
    first = shaper.shape(text, CARD, width, alignment)
    again = QtShaper().shape(text, CARD, width, alignment)
    assert geometry(first) == geometry(again)


def geometry(shaped: ShapedText) -> object:
    return [
        (line.text, line.x, line.baseline, line.width, [(run.glyphs, run.positions) for run in line.runs])
        for line in shaped.lines
    ]


@settings(max_examples=60, deadline=None)
@given(st.text("กขคเแาำิีื่้ๆ ราคาสินค้าabc👍🏽", min_size=1, max_size=60), st.floats(40, 150))
def test_thai_lines_end_at_words_whatever_the_system_has(shaper: QtShaper, text: str, width: float) -> None:
    """Qt breaks elsewhere where it finds libthai; only a word longer than its line may be cut."""
    solid = text.rstrip(" ")
    places = set(BreakFinder().breaks(solid))
    lines = shaper.shape(text, CARD, width).lines
    for line, following in pairwise(lines):
        end = utf16_length(solid[: following.start])
        start = utf16_length(solid[: line.start])
        assert end in places or not any(start < place < end for place in places)


def test_thai_fills_its_lines(shaper: QtShaper) -> None:
    lines = shaper.shape(THAI, CARD, 75).lines
    assert [line.text for line in lines] == ["เปรียบเทียบราคาสินค้า", "บนมือถือ ก่อนชำระเงิน", "ผ่านธนาคาร"] or len(
        lines
    ) == 3
    for line, following in pairwise(lines):
        word = following.text[: next(iter(BreakFinder().breaks(following.text)))]
        assert shaper.shape(line.text + word, CARD).width > 75


def test_a_long_word_is_broken_anywhere(shaper: QtShaper) -> None:
    lines = shaper.shape("Donaudampfschifffahrtsgesellschaft", CARD, 60).lines
    assert len(lines) > 2
    assert all(40 < line.width <= 60 for line in lines[:-1])


def test_right_to_left_paragraphs_start_at_the_right(shaper: QtShaper) -> None:
    lines = shaper.shape(f"{ARABIC}\nShe compares", CARD, 60).lines
    assert len(lines) == 3 or len(lines) == 4
    for line in lines:
        if any(run.right_to_left for run in line.runs):
            assert line.x + line.width == pytest.approx(60)
        else:
            assert line.x == 0


def test_alignment(shaper: QtShaper) -> None:
    def left(text: str, alignment: Alignment) -> float:
        return shaper.shape(text, CARD, 100, alignment).lines[0].x

    width = shaper.shape("Pays", CARD).width
    assert left("Pays", Alignment.CENTRE) == pytest.approx((100 - width) / 2)
    assert left("Pays", Alignment.END) == pytest.approx(100 - width)
    assert left(ARABIC[:5], Alignment.END) == 0


def test_a_text_that_just_fits_its_own_width_stays_one_line(shaper: QtShaper) -> None:
    for style in ALL:
        for text in ("Compares prices", THAI, ARABIC):
            width = shaper.shape(text, style).width
            assert len(shaper.shape(text, style, width).lines) == 1


def test_sizes_are_not_rounded_to_pixels(shaper: QtShaper) -> None:
    text = "Replace a slow laptop before term"
    one = shaper.shape(text, TextStyle("one", 10)).width
    assert shaper.shape(text, TextStyle("other", 10.4)).width == pytest.approx(1.04 * one, rel=0.001)


def test_the_pitch_of_latin_lines(shaper: QtShaper) -> None:
    shaped = shaper.shape("One\nTwo", CARD)
    assert shaped.height == pytest.approx(2 * LINE_PITCH * CARD.size)
    assert shaped.lines[0].baseline == pytest.approx(BASELINE * CARD.size)


def ink(line: ShapedLine) -> tuple[float, float]:
    """Return the top and the bottom of what a line draws, by the outlines of its glyphs."""
    heights = [
        line.baseline + drop - y * run.size / run.face.units_per_em
        for run in line.runs
        for glyph, (_, drop) in zip(run.glyphs, run.positions, strict=True)
        for segment in run.face.outline(glyph)
        for y in segment[2::2]
        if isinstance(y, float)
    ]
    return min(heights), max(heights)


@pytest.mark.parametrize("text", ["ที่นี่ญี่ปุ่น ฎีกาครูฤๅษี", "بَيْتٌ لُغَةٌ", "ปู่\nกั๊ก"])
def test_lines_with_stacked_marks_keep_apart(shaper: QtShaper, text: str) -> None:
    lines = shaper.shape(f"{text}\n{text}", CARD).lines
    inks = [ink(line) for line in lines]
    assert all(upper[1] <= lower[0] for upper, lower in pairwise(inks))


def test_what_no_font_has_is_named(shaper: QtShaper) -> None:
    assert shaper.shape("a\ue123b \U0010fffe", CARD).missing >= {"\ue123"}
    assert not shaper.shape(f"Šķīvis {THAI} {ARABIC}\t\u200b\x00\ud800", CARD).missing


def test_clusters_of_ligatures_and_of_what_lies_beyond_the_basic_plane(shaper: QtShaper) -> None:
    line = shaper.shape("😀 لا ffi", CARD).lines[0]
    starts = sorted({cluster for run in line.runs for cluster in run.clusters})
    assert starts[0] == 0
    assert 2 in starts
    assert 3 not in starts, "lam and alef are one glyph"
    assert len(line.text) == 8


def test_clusters_are_right_where_a_script_is_set_from_several_faces(shaper: QtShaper) -> None:
    line = shaper.shape(f"{ARABIC} →", CARD).lines[0]
    spaces = [index for index, char in enumerate(line.text) if char == " "]
    found = {cluster for run in line.runs for cluster in run.clusters}
    assert found >= set(spaces)
    assert len(found) == len(line.text) - 1


def test_controls_and_lone_surrogates_take_room_and_stay_in_the_text(shaper: QtShaper) -> None:
    text = "a\x07b\ud800c"
    line = shaper.shape(text, CARD).lines[0]
    assert line.text == text
    assert {cluster for run in line.runs for cluster in run.clusters} == {0, 1, 2, 3, 4}


def test_empty_paragraphs_are_lines(shaper: QtShaper) -> None:
    assert [line.text for line in shaper.shape("", CARD).lines] == [""]
    assert [line.text for line in shaper.shape("a\n\n b\n", LABEL, 50).lines] == ["a", "", " b", ""]


def test_a_shaper_needs_an_application() -> None:
    code = "from journeymapper.text.engine import QtShaper; QtShaper()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "needs a QGuiApplication" in done.stderr
