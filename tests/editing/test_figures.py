"""Metrics: a text that says a number becomes one, where it stands among metrics."""

import pytest

from journeymapper.document.document import Document
from journeymapper.document.records import Card
from journeymapper.editing import blocks, cards, cells, figures, lanes
from tests.maps import small_map

pytestmark = pytest.mark.usefixtures("british_numbers")


@pytest.fixture
def document() -> Document:
    """The small map with a lane of metrics: "lane-6", whose first cell is in "step-1"."""
    document = small_map()
    with document.edit("Measure") as edit:
        lanes.add(edit, "Metrics", role="metrics")
    return document


def metric(document: Document, text: str, **fields: object) -> str:
    with document.edit("Measure") as edit:
        return cards.add(edit, "lane-6", "step-1", text, **fields).id


def said(document: Document, card: str) -> tuple[str, float | None, str, float | None]:
    record = document.get(card, Card)
    return record.text, record.value, record.unit, record.target


def test_a_text_among_metrics_becomes_one(document: Document) -> None:
    card = metric(document, "Conversion rate: 3.2 % / 5 %")
    with document.edit("Take") as edit:
        figures.take(edit, card)
    assert said(document, card) == ("Conversion rate", 3.2, "%", 5)


def test_elsewhere_it_stays_a_text(document: Document) -> None:
    with document.edit("Take") as edit:
        card = figures.add(edit, "lane-1", "step-1", "Conversion rate: 3.2 % / 5 %")
        figures.write(edit, card, "Conversion rate: 4 %")
    assert said(document, card) == ("Conversion rate: 4 %", None, "", None)


@pytest.mark.parametrize("text", ["24/7 support", "Top 10", "Grow from 3 to 5", "2026-11-22", "Rate: NaN"])
def test_what_is_not_understood_stays_a_text(document: Document, text: str) -> None:
    card = metric(document, text, unit="%", target=5.0)
    with document.edit("Take") as edit:
        figures.take(edit, card)
    assert said(document, card) == (text, None, "%", 5)


def test_what_a_text_does_not_say_stays(document: Document) -> None:
    card = metric(document, "Rate: 4", value=3.0, unit="%", target=5.0, trend=(2.0,), owner="Anna")
    with document.edit("Take") as edit:
        figures.take(edit, card)
    assert said(document, card) == ("Rate", 4, "%", 5)
    assert (document.get(card, Card).trend, document.get(card, Card).owner) == ((2.0,), "Anna")


def test_a_line_says_all_of_a_metric_and_takes_it_back(document: Document) -> None:
    metric(document, "Conversion rate", value=3.2, unit="%", target=5.0, trend=(3.0,))
    metric(document, "NPS", value=42.0)
    metric(document, "Known brand", target=7.0)
    lines = cells.card_lines(document, "lane-6", "step-1")
    assert lines == ["Conversion rate 3.2 % (target 5 %)", "NPS: 42", "Known brand"]
    first, second, third = document.indexes.cards("lane-6", "step-1")
    with document.edit("Lines") as edit:
        changed = ["Conversion rate 4.5 % (target 6 %)", "NPS: 44 / 50", "Known by all", "Visits: 7"]
        cells.set_lines(edit, "lane-6", "step-1", changed)
    assert said(document, first) == ("Conversion rate", 4.5, "%", 6)
    assert document.get(first, Card).trend == (3.0,)
    assert said(document, second) == ("NPS", 44, "", 50)
    assert said(document, third) == ("Known by all", None, "", 7)
    assert said(document, document.indexes.cards("lane-6", "step-1")[3]) == ("Visits", 7, "", None)


def test_a_line_without_its_number_takes_the_number_away_and_loses_no_word(document: Document) -> None:
    card = metric(document, "Rate", value=3.2, unit="%", target=5.0)
    for line, rest in (("Rate 3.2 % (target five)", "%"), ("Rate", "%")):
        with document.edit("Lines") as edit:
            cells.set_lines(edit, "lane-6", "step-1", [line])
        assert said(document, card) == (line, None, rest, 5)


def test_a_line_without_target_and_unit_takes_them_away(document: Document) -> None:
    card = metric(document, "Rate", value=3.2, unit="%", target=5.0)
    with document.edit("Lines") as edit:
        figures.write(edit, card, "Rate: 4")
    assert said(document, card) == ("Rate", 4, "", None)


def test_a_metric_of_several_lines_keeps_them(document: Document) -> None:
    card = metric(document, "Share\nof returns", value=7.0, unit="%")
    assert cells.card_lines(document, "lane-6", "step-1") == ["Share ↵ of returns 7 %"]
    with document.edit("Lines") as edit:
        cells.set_lines(edit, "lane-6", "step-1", ["Share ↵ of all returns 8 %"])
    assert said(document, card) == ("Share\nof all returns", 8, "%", None)


def test_a_pasted_table_brings_metrics_into_their_lane_and_texts_elsewhere(document: Document) -> None:
    block = (("Visits: 1,200", "abc"), ("Top 10", "x: NaN"))
    with document.edit("Paste") as edit:
        pasted = blocks.paste_block(edit, block, "lane-6", "step-1", grows=True)
        texts = blocks.paste_texts(edit, ["NPS 42 / 50", "1e999 %"], "lane-6", "step-1")
    found = [said(document, card) for card in (*pasted.ids, *texts)]
    assert found == [
        ("Visits", 1200, "", None),
        ("abc", None, "", None),
        ("Top 10", None, "", None),
        ("x: NaN", None, "", None),
        ("NPS", 42, "", 50),
        ("1e999 %", None, "", None),
    ]


def test_a_new_value_keeps_the_old_one_and_of_too_many_the_latest(document: Document) -> None:
    card = metric(document, "NPS")
    for value in range(105):
        with document.edit("Note") as edit:
            figures.note(edit, [card], float(value))
    record = document.get(card, Card)
    assert record.value == 104
    assert record.trend == tuple(float(value) for value in range(4, 104))


def test_new_values_of_several_cards_keep_the_old_one_of_each(document: Document) -> None:
    ids = [metric(document, "a", value=1.0), metric(document, "b")]
    with document.edit("Note") as edit:
        figures.note(edit, ids, 5.0)
    found = [document.get(id_, Card) for id_ in ids]
    assert [(card.value, card.trend) for card in found] == [(5, (1.0,)), (5, ())]
