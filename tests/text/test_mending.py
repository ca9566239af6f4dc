"""A long paragraph that is set anew only where it changed looks as if it had been set from scratch."""

import random
from collections.abc import Callable
from itertools import accumulate
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.style.typography import CARD
from journeymapper.text import mending
from journeymapper.text.engine import QtShaper
from journeymapper.text.mending import SHORTEST, Line, Mender
from journeymapper.text.shaped import ShapedText

LATIN = [
    "the",
    "customer",
    "waits",
    "—",
    "rīt,",
    "fiancé",
    "office:",
    "“why?”",
    "averylongwordforsuchanarrowline",
]
THAI = ["เปรียบเทียบ", "ราคา", "สินค้า", "ลูกค้า", "รอ", "คำตอบ", "ๆ", "12", "ร้าน", " "]
ARABIC = ["يقارن", "العميل", "(الأسعار)", "قبل", "12", "بَيْتٌ", "abc"]
OTHERS = ["नमस्ते", "ភាសា", "中文字", "😀", "مرحبا", "12", "a"]


def text_of(words: list[str], count: int, between: str, seed: int) -> str:
    chance = random.Random(seed)
    return between.join(chance.choice(words) for _number in range(count))


def geometry(shaped: ShapedText) -> list[Any]:
    return [
        (line.text, line.start, line.x, line.baseline, line.width, [_run(run) for run in line.runs])
        for line in shaped.lines
    ]


def _run(run: Any) -> tuple[Any, ...]:
    return run.glyphs, run.positions, run.clusters, run.face.key, run.right_to_left


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    words=st.sampled_from(
        [
            (LATIN, " "),
            (THAI, ""),
            (THAI, " "),
            (ARABIC, " "),
            (OTHERS, " "),
            ([*LATIN, *THAI], " "),
            ([*LATIN, *ARABIC], " "),
            (["顧客は", "支払い", "前に、"], ""),
            (["QWxh", "ZGRp", "b"], ""),
            (["a"], ""),
        ]
    ),
    count=st.sampled_from([260, 800]),
    width=st.sampled_from([22, 50, 104, 113]),
    seed=st.integers(0, 5),
    edits=st.lists(
        st.tuples(
            st.floats(0, 1),
            st.sampled_from([0, 0, 1, 5, 60, 400]),
            st.sampled_from(
                ["", "x", " ", "  ", "two words", "ราคา", "\u0301", "مر", "a" * 90, "\t", "ก", "ราคา" * 60]
            ),
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_any_edit_gives_the_lines_of_a_fresh_setting(
    qapp: object,
    words: tuple[list[str], str],
    count: int,
    width: float,
    seed: int,
    edits: list[tuple[float, int, str]],
) -> None:
    assert qapp is not None
    text, shaper = text_of(words[0], count, words[1], seed), QtShaper()
    shaper.shape(text, CARD, width)
    for share, gone, put in edits:
        place = int(share * len(text))
        text = text[:place] + put + text[place + gone :]
        assert geometry(shaper.shape(text, CARD, width)) == geometry(QtShaper().shape(text, CARD, width))


THAI_WITHOUT_SPACES = "สวัสดีครับผมกำลังเปรียบเทียบราคาสินค้าในร้านค้าออนไลน์และตัดสินใจซื้อคอมพิวเตอร์โน้ตบุ๊กเครื่องใหม่"


@pytest.mark.parametrize("width", [12, 22, 65])
def test_words_of_thai_end_where_they_did_however_they_were_typed(qapp: object, width: float) -> None:
    assert qapp is not None
    shaper, chance, text = QtShaper(), random.Random(4), THAI_WITHOUT_SPACES * 40
    shaper.shape(text, CARD, width)
    for _number in range(12):
        place = chance.randrange(len(text))
        text = text[:place] + chance.choice("กาเ่ ") + text[place + chance.randrange(2) :]
        assert geometry(shaper.shape(text, CARD, width)) == geometry(QtShaper().shape(text, CARD, width))


def tens(text: str, before: str = "") -> list[Line]:
    """Lines of ten words, or of forty letters of an endless one: the simplest setting there is."""
    assert not before.endswith(" ")
    size = 10 if " " in text else 40
    lines, start, words = [], 0, text.split(" ") if " " in text else list(text)
    space = " " if " " in text else ""
    for first in range(0, len(words), size):
        piece = space.join(words[first : first + size]) + (space if first + size < len(words) else "")
        lines.append(Line(piece, start, 1.0, (), False))
        start += len(piece)
    return lines


Setting = Callable[[str, str], list[Line]]


def counting(set_lines: Setting, seen: list[int]) -> Setting:
    """Note in ``seen`` how long the texts are that are set."""

    def counted(text: str, before: str) -> list[Line]:
        seen.append(len(text) + len(before))
        return set_lines(text, before)

    return counted


@pytest.mark.parametrize("place", [0, 0.3, 0.7, 1])
def test_a_letter_in_a_long_paragraph_sets_a_small_part_of_it(place: float) -> None:
    text = text_of(["word", "longer", "in"], 5000, " ", 1)
    seen: list[int] = []
    mender, at = Mender(), int(place * len(text))
    mender.lines(text, "card", counting(tens, seen))
    assert len(text) <= sum(seen) < 1.2 * len(text)
    seen.clear()
    mended = mender.lines(text[:at] + "x" + text[at:], "card", counting(tens, seen))
    assert "".join(line.text for line in mended) == text[:at] + "x" + text[at:]
    assert sum(seen) < 3500


@pytest.mark.parametrize("text", ["1234567890" * 5000, "a" * 60_000, "word " * 9000, "كلمة " * 9000])
def test_no_edit_sets_more_than_the_whole_and_no_piece_is_long(text: str) -> None:
    seen: list[int] = []
    mender = Mender()
    mender.lines(text, "card", counting(tens, seen))
    for changed in (
        f"{text[:25_000]}1{text[25_000:]}",
        f"1{text}",
        f"{text}1",
        text[:20_000] + text[26_000:],
    ):
        seen.clear()
        mender.lines(changed, "card", counting(tens, seen))
        assert sum(seen) < 1.2 * len(changed)
        assert max(seen) < 4096, "Qt cuts a longer stretch of one script wherever it happens to end"


def test_short_paragraphs_are_set_whole() -> None:
    mender, text = Mender(), "word " * (SHORTEST // 5 - 1)
    for more in ("", "x"):
        seen: list[int] = []
        mender.lines(text + more, "card", counting(tens, seen))
        assert seen == [len(text + more)]


def test_what_an_embedding_holds_is_not_cut() -> None:
    seen: list[int] = []
    text = "\u2067" + "كلمة " * 900 + "\u2069"
    Mender().lines(text, "card", counting(tens, seen))
    assert seen == [len(text)]


def test_only_the_latest_are_remembered() -> None:
    mender = Mender()
    for number in range(3 * mending._KEPT):
        mender.lines(f"{number} " * SHORTEST, number, tens)
        mender.lines(f"{number} x" * SHORTEST, "card", tens)
    assert len(mender._kept) == mending._KEPT
    assert len(mender._kept["card"]) == mending._KEPT


def test_a_word_without_end_is_set_slice_by_slice(qapp: object) -> None:
    assert qapp is not None
    shaper, width = QtShaper(), 113
    word = "QWxhZGRpbjpvcGVuIHNlc2FtZQ" * 400
    for text in (word, f"Data: {word} and words after it"):
        lines = shaper.shape(text, CARD, width).lines
        assert "".join(line.text for line in lines) == text
        assert [line.start for line in lines] == list(
            accumulate((len(line.text) for line in lines[:-1]), initial=0)
        )
        assert all(line.width <= width for line in lines)
        assert all(line.width > width - 12 for line in lines[2:-8]), "no line is short where two slices meet"


def test_slices_grow_until_they_hold_enough_lines() -> None:
    seen: list[int] = []
    Mender().lines("x" * 9000, "card", counting(lambda text, _before: [Line(text, 0, 1.0, (), False)], seen))
    assert seen[-1] == 9000


def test_lines_too_long_to_be_anybodys_are_not_remembered() -> None:
    mender = Mender()
    mender.lines("x" * 9000, "title", lambda text, _before: [Line(text, 0, 1.0, (), False)])
    assert not mender._kept["title"]
