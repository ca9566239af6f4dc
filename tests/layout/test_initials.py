"""The letters that stand for names: of every script, of one letter and of three hundred."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.layout.initials import initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Laura Kalniņa", "LK"),
        ("laura anna von kalniņa", "LK"),
        ("A", "A"),
        ("", ""),
        (" \n ", ""),
        ("x" * 300, "X"),
        ("Laura (mother of two)", "LT"),
        ("Laura Kalniņa (mother)", "LK"),
        ("“Ilze” Bērziņa", "IB"),
        ("(Laura)", "L"),
        ("e\u0301lodie", "É"),
        ("\u0301bad", "B"),
        ("ßigurd", "ß"),
        ("เอกชัย ใจดี", "อจ"),
        ("กุ้ง", "ก"),
        ("محمد علي", "م\u200cع"),
        ("कीर्ति शर्मा", "कीश"),
        ("王小明", "王"),
        ("ნინო", "ნ"),
        ("👩\u200d🔬 Anna", "A"),
        ("👩\u200d🔬", "👩\u200d🔬"),
        ("👍🏽👍", "👍🏽"),
        ("🇱🇻🇪🇪", "🇱🇻"),
        ("---", "-"),
        ("z\u0300\u0301\u0302\u0303\u0304 q", "Z\u0300\u0301Q"),
    ],
)
def test_initials_are_first_letters_as_one_would_write_them(name: str, letters: str) -> None:
    assert initials(name) == unicodedata.normalize("NFC", letters)


@given(name=st.text(max_size=60))
def test_any_name_has_initials_and_few_of_them(name: str) -> None:
    letters = initials(name)
    assert bool(letters) == bool(name.split())
    assert not set(letters) & set(" \n\t")
    if any(sign.isalnum() for sign in name):
        assert sum(sign.isalnum() for sign in letters) in {1, 2}
