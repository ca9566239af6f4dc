"""Where letters stand: what a highlight behind some words covers."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.style import typography
from journeymapper.text.engine import QtShaper
from journeymapper.text.shaped import ShapedText
from journeymapper.text.spans import Letters

LONG = "Pays by card in the shop at the corner of her street"


def shaped(shaper: QtShaper, text: str, width: float | None = None) -> ShapedText:
    return shaper.shape(text, typography.CARD, width)


def width_of(shaper: QtShaper, text: str) -> float:
    return shaped(shaper, text).width


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [("Pays by ", "card", " in the shop"), ("Gaida ", "čeku", " un maksā"), ("เปรียบเทียบ", "ราคา", "สินค้า")],
)
def test_words_from_the_left_begin_behind_what_is_before_them(
    shaper: QtShaper, before: str, words: str, after: str
) -> None:
    [extent] = Letters(shaped(shaper, before + words + after)).extents(len(before), len(before + words))
    assert extent.line == 0
    assert extent.left == pytest.approx(width_of(shaper, before + ".") - width_of(shaper, "."), abs=0.4)
    assert extent.right - extent.left == pytest.approx(width_of(shaper, words), abs=0.4)


def test_words_from_the_right_stand_right_of_what_follows_them(shaper: QtShaper) -> None:
    text = "مرحبا بالعالم الجميل"
    laid_out = Letters(shaped(shaper, text))
    first, second, third = (
        laid_out.extents(text.index(word), text.index(word) + len(word))[0] for word in text.split()
    )
    assert third.left < third.right < second.left < second.right < first.left < first.right
    assert first.right == pytest.approx(width_of(shaper, text), abs=1)


def test_words_of_both_directions_are_apart(shaper: QtShaper) -> None:
    text = "abc مرحبا xyz"
    extents = Letters(shaped(shaper, text)).extents(text.index("c"), text.index("ح"))
    assert len(extents) == 2
    assert extents[0].right < extents[1].left


def test_words_on_several_lines_have_an_extent_each(shaper: QtShaper) -> None:
    text = shaped(shaper, LONG, 100)
    extents = Letters(text).extents(0, len(LONG))
    assert [extent.line for extent in extents] == list(range(len(text.lines)))
    for extent, line in zip(extents, text.lines, strict=True):
        assert extent.left == pytest.approx(0, abs=0.1)
        assert extent.right >= line.width - 0.1


def test_a_letter_is_covered_with_its_marks_and_a_pair_set_as_one_by_half(shaper: QtShaper) -> None:
    [thai] = Letters(shaped(shaper, "กิน")).extents(0, 1)
    [with_mark] = Letters(shaped(shaper, "กิน")).extents(0, 2)
    assert thai == with_mark
    [thumb] = Letters(shaped(shaper, "👍🏽 ok")).extents(0, 1)
    assert thumb.right > thumb.left
    laid_out = Letters(shaped(shaper, "office"))
    [whole], [one] = laid_out.extents(1, 4), laid_out.extents(2, 3)
    assert whole.left < one.left < one.right < whole.right


def test_what_is_not_in_the_text_covers_nothing(shaper: QtShaper) -> None:
    assert Letters(shaped(shaper, "")).extents(0, 3) == []
    assert Letters(shaped(shaper, "ab")).extents(2, 5) == []


@given(text=st.text("ab fi ราคากิ čā مرحبا\n👍🏽e\u0301", min_size=1, max_size=40), data=st.data())
def test_extents_lie_on_their_lines_from_left_to_right(text: str, data: st.DataObject) -> None:
    laid_out = QtShaper().shape(text, typography.CARD, 60)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    extents = Letters(laid_out).extents(start, end)
    for extent in extents:
        line = laid_out.lines[extent.line]
        assert line.x - 1 <= extent.left <= extent.right
    for one, other in pairwise(extents):
        assert one.line < other.line or one.right < other.left
