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


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    words=st.sampled_from([(LATIN, " "), (THAI, ""), (OTHERS, " "), ([*LATIN, *THAI], " "), (["a"], "")]),
    seed=st.integers(0, 5),
    edits=st.lists(
        st.tuples(
            st.floats(0, 1),
            st.integers(0, 60),
            st.sampled_from(["", "x", " ", "  ", "two words", "ราคา", "\u0301", "مر", "a" * 90, "\t"]),
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_any_edit_gives_the_lines_of_a_fresh_setting(
    qapp: object, words: tuple[list[str], str], seed: int, edits: list[tuple[float, int, str]]
) -> None:
    assert qapp is not None
    text, shaper = text_of(words[0], 260, words[1], seed), QtShaper()
    shaper.shape(text, CARD, 113)
    for share, gone, put in edits:
        place = int(share * len(text))
        text = text[:place] + put + text[place + gone :]
        assert geometry(shaper.shape(text, CARD, 113)) == geometry(QtShaper().shape(text, CARD, 113))


def halves(text: str) -> list[Line]:
    """Lines of ten words, the simplest setting there is."""
    lines, start, words = [], 0, text.split(" ")
    for first in range(0, len(words), 10):
        piece = " ".join(words[first : first + 10]) + (" " if first + 10 < len(words) else "")
        lines.append(Line(piece, start, 1.0, (), False))
        start += len(piece)
    return lines


def counting(set_lines: Callable[[str], list[Line]], seen: list[int]) -> Callable[[str], list[Line]]:
    """Note in ``seen`` how long the texts are that are set."""

    def counted(text: str) -> list[Line]:
        seen.append(len(text))
        return set_lines(text)

    return counted


@pytest.mark.parametrize("place", [0, 0.3, 0.7, 1])
def test_a_letter_in_a_long_paragraph_sets_a_small_part_of_it(place: float) -> None:
    text = text_of(["word", "longer", "in"], 5000, " ", 1)
    seen: list[int] = []
    mender, at = Mender(), int(place * len(text))
    mender.lines(text, "card", counting(halves, seen))
    mended = mender.lines(text[:at] + "x" + text[at:], "card", counting(halves, seen))
    assert [line.text for line in mended] == [line.text for line in halves(text[:at] + "x" + text[at:])]
    assert seen[0] == len(text)
    assert sum(seen[1:]) < 1500


def test_short_paragraphs_and_joined_scripts_are_set_whole() -> None:
    mender = Mender()
    for text in ("word " * (SHORTEST // 5 - 1), "كلمة " * SHORTEST):
        for more in ("", "x"):
            seen: list[int] = []
            mender.lines(text + more, "card", counting(halves, seen))
            assert seen == [len(text + more)]


def test_only_the_latest_are_remembered() -> None:
    mender = Mender()
    for number in range(3 * mending._KEPT):
        mender.lines(f"{number} " * SHORTEST, number, halves)
        mender.lines(f"{number} x" * SHORTEST, "card", halves)
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
    Mender().lines("x" * 9000, "card", counting(lambda text: [Line(text, 0, 1.0, (), False)], seen))
    assert seen[-1] == 9000
