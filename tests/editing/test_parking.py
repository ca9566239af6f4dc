"""The parking lot: thoughts put aside, put in order, and brought onto the map and off it."""

import pytest

from journeymapper.document.document import Document
from journeymapper.document.records import Card, Parked
from journeymapper.editing import lanes, links, parking
from journeymapper.files.native import read, written
from tests.maps import small_map


@pytest.fixture
def document() -> Document:
    """The small map with three thoughts: a, b, c."""
    document = small_map()
    with document.edit("Park") as edit:
        for text in "abc":
            parking.add(edit, text)
    return document


def parked(document: Document) -> list[str]:
    return [document.get(id_, Parked).text for _order, id_ in document.indexes.parked]


def ids(document: Document, texts: str) -> list[str]:
    by_text = {document.get(id_, Parked).text: id_ for _order, id_ in document.indexes.parked}
    return [by_text[text] for text in texts]


def test_thoughts_are_parked_in_order_and_kept_in_the_file(document: Document) -> None:
    with document.edit("Park") as edit:
        parking.add(edit, "first\r\nof all", 0)
    assert parked(document) == ["first\nof all", "a", "b", "c"]
    assert parked(read(written(document), "map.journey")) == parked(document)


def test_a_thought_takes_other_words_and_is_deleted(document: Document) -> None:
    with document.edit("Change") as edit:
        parking.set_text(edit, *ids(document, "b"), "another\x00")
        parking.delete(edit, ids(document, "a"))
    assert parked(document) == ["another", "c"]


@pytest.mark.parametrize(
    ("moved", "place", "order"),
    [("a", 2, "bca"), ("c", 0, "cab"), ("ca", 1, "bca"), ("b", 1, "abc"), ("a", 99, "bca")],
)
def test_thoughts_are_moved_to_a_place(document: Document, moved: str, place: int, order: str) -> None:
    with document.edit("Move") as edit:
        parking.move(edit, ids(document, moved), place)
    assert "".join(parked(document)) == order


@pytest.mark.parametrize(
    ("moved", "by", "order"),
    [("a", 1, "bac"), ("a", -1, "abc"), ("c", 1, "abc"), ("bc", -1, "bca"), ("ac", 1, "bac"), ("", 1, "abc")],
)
def test_thoughts_are_moved_by_key(document: Document, moved: str, by: int, order: str) -> None:
    with document.edit("Move") as edit:
        parking.shift(edit, ids(document, moved), by)
    assert "".join(parked(document)) == order


def test_thoughts_become_cards_in_their_order_and_leave_the_lot(document: Document) -> None:
    with document.edit("Put") as edit:
        made = parking.put_on_map(edit, ids(document, "ca"), "lane-1", "step-1", 1)
    assert [document.get(card, Card).text for card in made] == ["a", "c"]
    assert document.indexes.cards("lane-1", "step-1") == ["card-1", *made, "card-2"]
    assert parked(document) == ["b"]


def test_cards_are_parked_as_one_reads_them_and_take_their_links_along(document: Document) -> None:
    with document.edit("Link") as edit:
        links.add(edit, "card-1", "card-5")
    before = written(document)
    with document.edit("Park") as edit:
        parking.take_off_map(edit, ["card-5", "card-1"], 1)
        change = edit.change
    assert parked(document) == ["a", "Sees a poster", "Shop", "b", "c"]
    assert document.find("card-1") is None
    assert not document.indexes.links
    document.apply(edit.change.inverted())
    assert written(document) == before
    assert change.is_empty, "the change is known only at the end of the edit"


def test_a_card_without_words_stays_where_it_is(document: Document) -> None:
    with document.edit("Empty") as edit:
        edit.update("card-1", Card, text=" \n")
    with document.edit("Park") as edit:
        assert parking.take_off_map(edit, ["card-1"]) == []
    assert "card-1" in document


@pytest.mark.usefixtures("british_numbers")
def test_a_metric_is_parked_with_its_number_and_is_one_again_among_metrics(document: Document) -> None:
    figure = {"text": "Conversion rate", "value": 3.2, "unit": "%", "target": 5.0}
    with document.edit("Measure") as edit:
        lanes.set_role(edit, "lane-1", "metrics")
        edit.update("card-1", Card, **figure)
        edit.update("card-2", Card, text="", value=42.0)
        parked_ids = parking.take_off_map(edit, ["card-1", "card-2"], 0)
    assert parked(document)[:2] == ["Conversion rate 3.2 % (target 5 %)", "42"]
    with document.edit("Put") as edit:
        [made, _nameless] = parking.put_on_map(edit, parked_ids, "lane-1", "step-1")
    card = document.get(made, Card)
    assert {name: getattr(card, name) for name in figure} == figure
