import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.text import breaks
from journeymapper.text.breaks import BreakFinder, has_thai, letter_ends, utf16_length

COMPARING = "เปรียบเทียบราคาสินค้าบนมือถือก่อนชำระเงิน"
MIXED = st.text("กขคงจเแโใไะำาิีึืุู็่้๊๋์ๆฯ๑฿ abc123.,-😀👍🏽漢字", max_size=40)


def parts(text: str, places: list[int]) -> list[str]:
    return [text[start:end] for start, end in zip([0, *places], places, strict=False)]


def test_thai_breaks_between_words() -> None:
    words = parts(COMPARING, BreakFinder().breaks(COMPARING))
    assert "".join(words) == COMPARING
    assert words[:3] == ["เปรียบ", "เทียบ", "ราคา"]
    assert words[-2:] == ["ก่อน", "ชำระเงิน"]


def test_other_text_breaks_as_unicode_says() -> None:
    text = "Buys a well-made bag (in ราคา 100 บาท)"
    assert parts(text, BreakFinder().breaks(text)) == [
        "Buys ",
        "a ",
        "well-",
        "made ",
        "bag ",
        "(in ",
        "ราคา ",
        "100 ",
        "บาท)",
    ]


@pytest.mark.parametrize("text", ["ำๆฯะ่้", "เแโใไ", "ก็", "\u0e48\u0e48\u0e48"])
def test_no_word_starts_with_what_belongs_to_the_letter_before(text: str) -> None:
    places = BreakFinder().breaks(text)
    assert not [place for place in places[:-1] if text[place] in "ำๆฯะ่้็" or text[place - 1] in "เแโใไ"]


@given(MIXED)
def test_breaks_ascend_to_the_end_and_never_cut_a_letter(text: str) -> None:
    places = BreakFinder().breaks(text)
    assert places == sorted(set(places))
    if text:
        assert places[-1] == utf16_length(text)
    assert set(places) <= set(letter_ends(text))


def test_places_count_utf16_code_units() -> None:
    assert utf16_length("a😀ก") == 4
    assert BreakFinder().breaks("😀 ราคา")[0] == 3
    assert letter_ends("กำ👍🏽ที่") == [2, 6, 9]


def test_a_long_text_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text, seen = "😀 สวัสดีครับ " * 500, 0

    def counted(part: str) -> int:
        nonlocal seen
        seen += len(part)
        return utf16_length(part)

    monkeypatch.setattr(breaks, "utf16_length", counted)
    places = BreakFinder().breaks(text)
    assert seen <= len(text)
    one = BreakFinder().breaks("😀 สวัสดีครับ ")
    assert places == [number * one[-1] + place for number in range(500) for place in one]


def test_thai_is_noticed_by_its_words() -> None:
    assert has_thai("go ไป")
    assert not has_thai("฿ ๑๒๓ abc")
