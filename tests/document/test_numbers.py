"""Numbers as people write them, in the user's way and in others."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper import i18n
from journeymapper.document.numbers import as_float, read_number
from tests.locales import numbers_of


@pytest.fixture
def latvian_numbers() -> Iterator[None]:
    with numbers_of("lv_LV"):
        yield


LOCALES = ("en_GB", "lv_LV", "de_DE", "de_CH", "sv_SE", "fr_FR", "hi_IN", "th_TH", "ar_EG", "he_IL", "fa_IR")


@pytest.mark.usefixtures("british_numbers")
@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (3.0, "3"),
        (3.2, "3.2"),
        (-4.5, "-4.5"),
        (1234.5, "1,234.5"),
        (1284500.0, "1,284,500"),
        (0.1 + 0.2, "0.3"),
        (0.00012, "0.00012"),
        (1.5e-7, "1.5E-7"),
        (1e308, "1E308"),
        (-1e15, "-1E15"),
        (999999999999999.0, "999,999,999,999,999"),
        (5e-324, "5E-324"),
    ],
)
def test_numbers_are_written_with_all_digits_that_count(value: float, words: str) -> None:
    assert i18n.number(value) == words


@pytest.mark.usefixtures("latvian_numbers")
def test_latvian_numbers_have_a_comma_and_blanks() -> None:
    assert i18n.number(1234567.25) == "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567,25"
    assert i18n.number(Decimal("-0.0")) == "0"
    assert (i18n.decimal_sign(), i18n.sign_comes_first()) == (",", False)


@pytest.mark.parametrize("locale", LOCALES)
@given(value=st.floats(-1e308, 1e308))
def test_what_is_written_can_be_read(locale: str, value: float) -> None:
    with numbers_of(locale):
        written = i18n.number(value)
        read = read_number(written)
        assert read is not None
        assert i18n.number(read) == written
        assert as_float(read) == pytest.approx(value, rel=1e-14, abs=0)


@pytest.mark.usefixtures("british_numbers")
@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2.8", 2.8),
        ("2,8", 2.8),
        ("1,234", 1234),
        ("1.234", 1.234),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1 234,5", 1234.5),
        ("1\N{NARROW NO-BREAK SPACE}234\N{NARROW NO-BREAK SPACE}567", 1234567),
        ("1'234", 1234),
        ("12,34,567", 1234567),
        ("0,500", 0.5),
        (".5", 0.5),
        ("+5", 5),
        ("−5", -5),
        ("- 5", -5),
        ("-0", 0),
        ("1E-3", 0.001),
        ("1e+3", 1000),
        ("٣٫٥", 3.5),
        ("๓.๕", 3.5),
        ("３", 3),
        ("007", 7),
        ("  42\t", 42),
    ],
)
def test_numbers_are_read_in_many_ways(words: str, value: float) -> None:
    read = read_number(words)
    assert read is not None
    assert as_float(read) == value


@pytest.mark.usefixtures("latvian_numbers")
@pytest.mark.parametrize(
    ("words", "value"), [("41,5", 41.5), ("41.5", 41.5), ("1,234", 1.234), ("1.234", 1.234), ("1 234", 1234)]
)
def test_a_latvian_comma_is_no_thousand(words: str, value: float) -> None:
    read = read_number(words)
    assert read is not None
    assert as_float(read) == value


def test_a_german_point_is_one_where_it_can_be() -> None:
    with numbers_of("de_DE"):
        assert [read_number(words) for words in ("1.234", "2.8", "1.23", "2,8")] == [
            *map(Decimal, ("1234", "2.8", "1.23", "2.8"))
        ]


@pytest.mark.usefixtures("british_numbers")
@pytest.mark.parametrize(
    "words",
    [
        *("", " ", "-", ".", ",", "abc", "3 %", "NaN", "inf", "1,,2", "22.11.2026", "10 5", "1,23,4", "5."),
        *("1e99999", "0,123,456", "1 234 5", "²", "1_000", "0x10", "3-4"),
    ],
)
def test_all_else_is_no_number(words: str) -> None:
    assert read_number(words) is None


def test_what_is_too_large_for_a_map_is_said_to_be() -> None:
    huge = read_number("1E400")
    assert huge is not None
    assert as_float(huge) is None
    assert as_float(Decimal("-0.0")) == 0
    assert str(as_float(Decimal("-0.0"))) == "0.0"


@given(words=st.text(st.sampled_from(" .,'-+eE0123456789٣\u00a0%a"), max_size=12) | st.text(max_size=30))
def test_no_text_is_too_strange_to_be_read(words: str) -> None:
    read = read_number(words)
    assert read is None or read.is_finite()
