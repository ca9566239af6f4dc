"""Metrics in words: what is one, what is not, and the way back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper import i18n
from journeymapper.document.figures import (
    Figure,
    card_words,
    change_words,
    figure_words,
    history_words,
    quantity_words,
    read_figure,
    trend_words,
)
from journeymapper.document.records import Card
from journeymapper.editing import cards, lanes
from tests.locales import numbers_of
from tests.maps import small_map

pytestmark = pytest.mark.usefixtures("british_numbers")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Conversion rate: 3.2 % / 5 %", Figure("Conversion rate", 3.2, "%", 5)),
        ("Conversion rate: 3.2% / 5%", Figure("Conversion rate", 3.2, "%", 5)),
        ("Conversion rate: 3.2 / 5 %", Figure("Conversion rate", 3.2, "%", 5)),
        ("Conversion rate: 3.2 % / 5", Figure("Conversion rate", 3.2, "%", 5)),
        ("Conversion rate 3.2 % (target 5 %)", Figure("Conversion rate", 3.2, "%", 5)),
        ("NPS 42 / 50", Figure("NPS", 42, "", 50)),
        ("NPS: 42/50", Figure("NPS", 42, "", 50)),
        ("NPS: 42", Figure("NPS", 42)),
        ("Bounce rate = 41,5 %", Figure("Bounce rate", 41.5, "%")),
        ("Bounce rate 41.5 %", Figure("Bounce rate", 41.5, "%")),
        ("Loss: −4,5 % / 0 %", Figure("Loss", -4.5, "%", 0)),
        ("Basket: €35 / €50", Figure("Basket", 35, "€", 50)),
        ("Basket: 35 € / 50 €", Figure("Basket", 35, "€", 50)),
        ("Basket: -$35", Figure("Basket", -35, "$")),
        ("Visits: 1,284,500", Figure("Visits", 1284500)),
        ("Visits Q3: 12 345", Figure("Visits Q3", 12345)),
        ("Waiting time: 4 working hours", Figure("Waiting time", 4, "working hours")),
        ("Speed: 3 km/h / 5 km/h", Figure("Speed", 3, "km/h", 5)),
        ("Return on ads: 3x", Figure("Return on ads", 3, "x")),
        ("Top 10 posts: 35 %", Figure("Top 10 posts", 35, "%")),
        ("Windows 10: 5", Figure("Windows 10", 5)),
        ("Share\nof returns: 7 %", Figure("Share\nof returns", 7, "%")),
        ("ความพึงพอใจ: 4.5 คะแนน / 5", Figure("ความพึงพอใจ", 4.5, "คะแนน", 5)),
        ("Atteikumi: 41,5 %", Figure("Atteikumi", 41.5, "%")),
        ("  NPS :  42  ", Figure("NPS", 42)),
        ("x: 1E308", Figure("x", 1e308)),
    ],
)
def test_a_metric_is_read(text: str, figure: Figure) -> None:
    assert read_figure(text) == figure


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "/", ":", "= 5 / 6", ": 5", "42", "42 / 50", "1/2", "Satisfaction", "2026", "2026-11-22"),
        *("24/7 support", "Support 24/7", "Support: 24/7", "Support: 24 / 7", "Top 10", "Top 10 countries"),
        *("Grow from 3 to 5", "Grow from 3 % to 5 %", "Cut 5 steps to 3", "Steps: 3 to 5", "Call at 5 pm"),
        *("Due 11/22", "Deadline: 22.11.2026", "Deadline: 22.11.", "Time: 10:30", "Time 10:30", "1.2.3: a"),
        *("Agent: 007", "Change: +5 %", "Place: 3rd", "Rate: 3 % / 5 days", "Users: 5 want a refund now"),
        *("x: NaN", "x: inf", "x: 1e999", "x: 0.12345678901234567", "x: 12345678901234567890", "x: ²"),
        *(
            "Rate: 3.2 % (was 3)",
            "Rate: 3.2 % – good",
            "Rate: ~3 %",
            "Rate: 3 %!",
            "Rate: <3 %",
            "https://x.y/5",
        ),
        *("Rate 3.2 % (target five)", "Rate (target 5 %)", "(target 5 %)", "Rate:\n3 % of\nall"),
    ],
)
def test_what_is_not_wholly_understood_stays_text(text: str) -> None:
    assert read_figure(text) is None


def test_what_was_written_over_tells_what_is_a_unit_and_whether_a_name_is_needed() -> None:
    known = Figure("Orders", 3, "per 1000 visits", 5)
    line = "Orders: 3 per 1000 visits (target 5 per 1000 visits)"
    assert figure_words(known) == line
    assert read_figure(line) is None
    assert read_figure(line, known) == known
    assert read_figure(line.replace("3", "4"), known) == Figure("Orders", 4, "per 1000 visits", 5)
    assert figure_words(Figure("", 42.0)) == "42"
    assert read_figure("43", Figure("", 42.0)) == Figure("", 43.0)
    assert read_figure("43", Figure("NPS", 42.0)) is None


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure("Conversion rate", 3.2, "%", 5), "Conversion rate 3.2 % (target 5 %)"),
        (Figure("Conversion rate", 3.2, "%"), "Conversion rate 3.2 %"),
        (Figure("NPS", 42, "", 50), "NPS 42 (target 50)"),
        (Figure("NPS", 42), "NPS: 42"),
        (Figure("Ride", 18, "minutes"), "Ride: 18 minutes"),
        (Figure("Windows 10", 5, "", 7), "Windows 10: 5 (target 7)"),
        (Figure("Profit", -1284.5, "€", 0), "Profit -€1,284.5 (target €0)"),
        (Figure("Nothing yet", None, "%", 5), "Nothing yet"),
        (Figure("-0", -0.0), "-0: 0"),
    ],
)
def test_a_metric_in_words(figure: Figure, words: str) -> None:
    assert figure_words(figure) == words


def test_latvian_metrics_have_latvian_numbers() -> None:
    figure = Figure("Vidējais pirkums", 1234.5, "€", 1500)
    with numbers_of("lv_LV"):
        assert figure_words(figure) == "Vidējais pirkums 1\u00a0234,5 € (target 1\u00a0500 €)"
        assert read_figure(figure_words(figure)) == figure


def test_changes_are_told_in_words() -> None:
    assert change_words(3.0, 3.2) == "up 0.2"
    assert change_words(44, 42) == "down 2"
    assert change_words(0.0, -0.0) == "unchanged"
    assert change_words(-1e308, 1e308) == "up 2E308"
    assert trend_words((2.1, 2.8, 3.0)) == "2.1; 2.8; 3"


_WORD = re.compile(r"[^\W\d_]+")
_NUMBERS = st.integers(-(10**6), 10**6).map(lambda number: number / 100) | st.sampled_from([1e308, 1e-7, 0.0])
_UNITS = st.sampled_from(["", "%", "€", "minutes", "คะแนน", "per 1000 visits", "/", "(x)", "of 5 / 6"])
_NAMES = st.text(st.sampled_from("aB ē3/:=%(٣ก\n€.,-"), max_size=14) | st.text(max_size=20)


@given(
    figure=st.builds(Figure, _NAMES, _NUMBERS, _UNITS, st.none() | _NUMBERS),
    locale=st.sampled_from(["en_GB", "lv_LV", "de_DE"]),
)
def test_the_words_of_a_metric_lose_nothing_and_are_never_read_as_another(
    figure: Figure, locale: str
) -> None:
    with numbers_of(locale):
        words = figure_words(figure)
        assert words.startswith(figure.name)
        assert words.rstrip(")").endswith(figure.unit.rstrip(")")) or len(figure.unit) == 1
        read = read_figure(words, figure)
        if read is not None:
            assert squeezed(words_in(read)) == squeezed(words_in(figure))


@given(text=st.text(st.sampled_from("aZ ē1٣ก\n€%/:=().,-+ –"), max_size=24) | st.text(max_size=40))
def test_no_text_is_too_strange_and_no_word_is_lost(text: str) -> None:
    figure = read_figure(text)
    if figure is None:
        return
    assert figure.value is not None
    assert text.strip().startswith(figure.name)
    rest = text.strip()[len(figure.name) :]
    assert figure.unit in rest
    assert set(_WORD.findall(rest)) <= {*_WORD.findall(figure.unit), "target", "E"}
    said = [i18n.number(number) for number in (figure.value, figure.target) if number is not None]
    assert len(re.findall(r"\d[\d.,\s]*(?:E\W?\d+)?", rest)) == len(said)


def words_in(figure: Figure) -> str:
    return f"{figure.name} {quantity_words(figure.value or 0.0, figure.unit)}"


def squeezed(words: str) -> str:
    return re.sub(r"[\s:]", "", words)


def test_a_text_of_any_length_is_read_in_no_time() -> None:
    for text in (
        "a: 5 / " * 30_000,
        "1 " * 100_000,
        "/" * 100_000,
        "1," * 50_000 + "a 3 %",
        "x" * 100_000 + ": 3 %",
        "(target " * 20_000,
    ):
        figure = read_figure(text)
        assert figure is None or figure.name


def test_only_metrics_with_a_number_say_one() -> None:
    document = small_map()
    with document.edit("Measure") as edit:
        metrics = lanes.add(edit, "Metrics", role="metrics").id
        goals = lanes.add(edit, "Goals", role="goals").id
        step = edit.indexes.columns()[0]
        ids = [
            cards.add(edit, lane, step, "Rate", value=value, unit="%", trend=(3.0,)).id
            for lane, value in ((metrics, 3.2), (metrics, None), (goals, 3.2))
        ]
    found = [document.get(id_, Card) for id_ in ids]
    assert [card_words(document, card) for card in found] == ["Rate 3.2 %", "Rate", "Rate"]
    assert [history_words(document, card) for card in found] == ["up 0.2, earlier values: 3", "", ""]
