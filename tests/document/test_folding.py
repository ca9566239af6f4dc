"""Texts as they are compared: where words are found, in any script, whatever the letters' size."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.document.folding import Folded

TEXTS = st.text(
    "abC ßẞİıÄä\u0308āĀŉǰﬁ\u00a0\n\u0301กิเราคา ابمر\u0640한\u1112\u1161\u11ab👍🏽\U0001f600Σςσ", max_size=30
)


def spans(text: str, sought: str, match_case: bool = False, whole_words: bool = False) -> list[str]:
    """Return what is found of the original."""
    folded = Folded(text, match_case)
    found = list(folded.spans(Folded(sought, match_case).text, whole_words))
    assert folded.count(Folded(sought, match_case).text, whole_words) == len(found)
    return [text[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("text", "sought", "found"),
    [
        ("Pays by card, pays again", "PAYS", ["Pays", "pays"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("Gaida ČEKU un čeku", "čeku", ["ČEKU", "čeku"]),
        ("Eine Straße", "STRASSE", ["Straße"]),
        ("EINE STRASSE", "straße", ["STRASSE"]),
        ("Straße", "s", ["S"]),
        ("in İstanbul", "istanbul", ["İstanbul"]),
        ("ISTANBUL", "İ", ["I"]),
        ("เปรียบเทียบราคาสินค้า", "ราคา", ["ราคา"]),
        ("مرحبا بالعالم", "بالعالم", ["بالعالم"]),
        ("e\u0301te\u0301", "é", ["e\u0301", "e\u0301"]),
        ("été", "e\u0301", ["é", "é"]),
        ("e\u0301te\u0301", "e", []),
        ("by\ncard, by\u00a0card", "by card", ["by\ncard", "by\u00a0card"]),
        ("👍🏽 x 👍🏽", "👍🏽", ["👍🏽", "👍🏽"]),
        ("nothing", "some", []),
    ],
)
def test_words_are_found_on_their_very_letters(text: str, sought: str, found: list[str]) -> None:
    assert spans(text, sought) == found


def test_case_counts_on_request() -> None:
    assert spans("Pays, pays", "pays", match_case=True) == ["pays"]
    assert spans("e\u0301, É", "é", match_case=True) == ["e\u0301"]


@pytest.mark.parametrize(
    ("text", "sought", "count"),
    [
        ("card, cards, discard, CARD", "card", 2),
        ("don't", "don", 1),
        ("step_2 step", "step", 1),
        ("čeku čekus", "čeku", 1),
        ("एक किताब", "क", 0),
        ("เปรียบเทียบราคาสินค้า", "ราคา", 1),
        ("(card)", "(card", 1),
    ],
)
def test_whole_words_end_where_words_end_and_anywhere_in_scripts_without_spaces(
    text: str, sought: str, count: int
) -> None:
    assert len(spans(text, sought, whole_words=True)) == count


@given(before=TEXTS, sought=TEXTS, after=TEXTS, match_case=st.booleans())
def test_what_is_found_equals_what_is_sought(before: str, sought: str, after: str, match_case: bool) -> None:
    text = before + sought + after
    wanted = Folded(sought, match_case).text
    for part in spans(text, sought, match_case) if wanted else ():
        assert Folded(part, match_case).text == wanted


@given(
    words=st.lists(
        st.sampled_from(["Straße", "İzmir", "čeks", "ราคา", "e\u0301", "مرحبا", "plain"]), max_size=6
    )
)
def test_every_word_is_found_wherever_it_stands(words: list[str]) -> None:
    text = " ".join(words)
    for word in set(words):
        composed = unicodedata.normalize("NFC", word)
        assert spans(text, composed.upper(), whole_words=True) == [word] * words.count(word)
