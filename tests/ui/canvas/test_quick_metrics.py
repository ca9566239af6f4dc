"""Metrics typed on the canvas: what is typed becomes name, number, unit and target when it is done."""

import pytest
from PySide6.QtCore import Qt

from journeymapper.document.records import Card
from journeymapper.editing import cards, figures, lanes
from journeymapper.layout.display import Paragraph
from journeymapper.layout.map_layout import MapLayout
from journeymapper.ui.canvas.spoken import spoken
from tests.locales import numbers_of
from tests.ui.canvas.driver import Driver

pytestmark = pytest.mark.usefixtures("british_numbers")


@pytest.fixture
def metrics(driver: Driver) -> Driver:
    """The small map with an empty lane of metrics, nothing to undo, and the cursor in its first cell."""
    with driver.session.edit("Add lane") as edit:
        lane = lanes.add(edit, "Metrics", role="metrics", place=0).id
    driver.session.history._done.clear()
    driver.session.history.mark_saved()
    driver.open_map.select((), cell=(lane, "step-1"))
    return driver


def said(driver: Driver, card: str) -> tuple[str, float | None, str, float | None]:
    record = driver.document.get(card, Card)
    return record.text, record.value, record.unit, record.target


def shown(driver: Driver) -> list[str]:
    """Return the words that the map shows in its lane of metrics."""
    top = driver.session.layout.lane_top(driver.lane("Metrics"))
    bottom = driver.session.layout.lane_top(driver.lane("Actions"))
    layout = driver.session.layout
    return [
        "".join(line.text for line in item.text.lines)
        for placed in layout.visible(layout.bounds)
        for item in placed.items
        if isinstance(item, Paragraph) and top <= placed.y < bottom and placed.x > layout.columns.left
    ]


def only_card(driver: Driver) -> str:
    [card] = driver.document.indexes.cards(driver.lane("Metrics"), "step-1")
    return card


def test_a_metric_is_typed_in_one_go_and_is_one_step(metrics: Driver) -> None:
    before = metrics.bytes
    metrics.type("Conversion rate: 3.2 % / 5 %")
    assert said(metrics, only_card(metrics))[1] is None, "it may yet become something else"
    metrics.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert said(metrics, only_card(metrics)) == ("Conversion rate", 3.2, "%", 5)
    assert sorted(shown(metrics)) == sorted(["Conversion rate", "3.2", "%", "target 5 %"])
    assert spoken(metrics.open_map) == "Card “Conversion rate 3.2 % (target 5 %)”, Metrics, Sees"
    assert metrics.steps_done == 1
    metrics.session.undo()
    assert metrics.bytes == before
    metrics.session.redo()
    assert said(metrics, only_card(metrics)) == ("Conversion rate", 3.2, "%", 5)


def test_one_is_told_how_to_write_one(metrics: Driver) -> None:
    told: list[str] = []
    metrics.canvas.said.connect(told.append)
    metrics.type("C")
    assert told == ["A number makes it a metric, as in “Conversion rate: 3.2 % / 5 %”."]


def test_metrics_are_typed_one_after_the_other(metrics: Driver) -> None:
    for words in ("NPS 42 / 50", "Top 10", "Bounce rate = 41,5 %", "24/7 support"):
        metrics.type(words)
        metrics.key(Qt.Key.Key_Return)
    metrics.key(Qt.Key.Key_Escape)
    cards_there = metrics.document.indexes.cards(metrics.lane("Metrics"), "step-1")
    assert [said(metrics, card) for card in cards_there] == [
        ("NPS", 42, "", 50),
        ("Top 10", None, "", None),
        ("Bounce rate", 41.5, "%", None),
        ("24/7 support", None, "", None),
    ]


def test_only_the_name_is_written_over_and_the_number_stays(metrics: Driver) -> None:
    with metrics.session.edit("Measure") as edit:
        card = cards.add(edit, metrics.lane("Metrics"), "step-1", "Rate", value=3.2, unit="%", target=5.0).id
        figures.note(edit, [card], 3.4)
    metrics.double_click(metrics.at(card))
    assert metrics.canvas.text_box is not None
    metrics.type(" of returns")
    metrics.key(Qt.Key.Key_Return)
    assert said(metrics, card) == ("Rate of returns", 3.4, "%", 5)
    metrics.canvas.edit_text(card)
    metrics.type(": 4")
    metrics.key(Qt.Key.Key_Return)
    assert said(metrics, card) == ("Rate of returns", 4, "%", 5), "a number that is typed is the new one"
    assert metrics.document.get(card, Card).trend == (3.2,)
    assert spoken(metrics.open_map).endswith("up 0.8, earlier values: 3.2")
    metrics.canvas.edit_text(card)
    metrics.key(Qt.Key.Key_Return)
    assert said(metrics, card) == ("Rate of returns", 4, "%", 5)


def test_words_given_up_are_read_by_nobody(metrics: Driver) -> None:
    with metrics.session.edit("Measure") as edit:
        card = cards.add(edit, metrics.lane("Metrics"), "step-1", "Rate").id
    metrics.canvas.edit_text(card)
    metrics.type(": 4")
    metrics.key(Qt.Key.Key_Escape)
    assert said(metrics, card) == ("Rate", None, "", None)


def test_elsewhere_the_same_words_are_words(metrics: Driver) -> None:
    card = metrics.card("Queues")
    metrics.canvas.edit_text(card)
    metrics.type(": 4 %")
    metrics.key(Qt.Key.Key_Return)
    assert said(metrics, card) == ("Queues: 4 %", None, "", None)


def test_latvians_type_and_see_latvian_numbers(metrics: Driver) -> None:
    with numbers_of("lv_LV"):
        metrics.compose("", "Vidējais pirkums: 1 234,5 € / 1500 €")
        metrics.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert said(metrics, only_card(metrics)) == ("Vidējais pirkums", 1234.5, "€", 1500)
        assert [words.replace("\u00a0", " ") for words in shown(metrics)] == [
            *("1 234,5", "€", "target 1 500 €", "Vidējais pirkums")
        ]


def test_the_map_is_as_if_laid_out_anew(metrics: Driver) -> None:
    metrics.type("NPS 42 / 50")
    metrics.key(Qt.Key.Key_Return)
    metrics.key(Qt.Key.Key_Escape)
    layout = metrics.session.layout
    fresh = MapLayout(metrics.document, layout.shaper)
    assert list(layout.visible(layout.bounds)) == list(fresh.visible(fresh.bounds))
