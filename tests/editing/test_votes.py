"""Dot votes: given, taken away, cleared, and what is sorted by them."""

import pytest

from journeymapper.document.document import Document, Transaction
from journeymapper.document.records import Card
from journeymapper.editing import cards, votes
from journeymapper.files.native import read, written
from tests.maps import small_map


@pytest.fixture
def document() -> Document:
    return small_map()


def dots(document: Document) -> dict[str, int]:
    return {record.id: record.votes for record in document if isinstance(record, Card)}


def give(document: Document, **given: int) -> None:
    with document.edit("Vote") as edit:
        for card, count in given.items():
            votes.give(edit, [card.replace("_", "-")], count)


def test_dots_are_given_and_taken_away_and_kept_in_the_file(document: Document) -> None:
    give(document, card_1=3, card_2=1)
    with document.edit("Vote") as edit:
        votes.give(edit, ["card-1", "card-2", "card-3"])
        votes.give(edit, ["card-1"], -2)
    assert dots(document) == {"card-1": 2, "card-2": 2, "card-3": 1, "card-4": 0, "card-5": 0, "card-6": 0}
    assert dots(read(written(document), "map.journey")) == dots(document)


@pytest.mark.parametrize(("before", "given", "after"), [(0, -1, 0), (998, 5, 999), (999, 1, 999), (2, -7, 0)])
def test_a_card_has_neither_less_than_none_nor_more_than_999(
    document: Document, before: int, given: int, after: int
) -> None:
    give(document, card_1=before)
    give(document, card_1=given)
    assert dots(document)["card-1"] == after


def test_clearing_takes_all_away_and_leaves_the_others_alone(document: Document) -> None:
    give(document, card_1=3, card_4=1)
    assert votes.cards_with_dots(document) == {"card-1": 3, "card-4": 1}
    with document.edit("Clear") as edit:
        votes.clear(edit, votes.cards_with_dots(document))
        changed = set(edit.pairs)
    assert votes.cards_with_dots(document) == {}
    assert changed == {"card-1", "card-4"}


def crowded_cell(document: Document, *given: int) -> list[str]:
    """Fill an empty cell with cards of so many dots each."""
    with document.edit("Fill") as edit:
        return [cards.add(edit, "lane-1", "step-2", str(count), votes=count).id for count in given]


def sort(document: Document, *sorted_by: tuple[str, str]) -> set[str]:
    """Sort cells; return the cards that were written."""
    with document.edit("Sort") as edit:
        for cell in sorted_by:
            votes.sort_cell(edit, *cell)
        return set(edit.pairs)


def test_sorting_puts_the_most_dots_first_and_keeps_equals_as_they_stand(document: Document) -> None:
    one, two, three, four, five = crowded_cell(document, 1, 5, 1, 9, 5)
    sort(document, ("lane-1", "step-2"))
    assert document.indexes.cards("lane-1", "step-2") == [four, two, five, one, three]
    assert sort(document, ("lane-1", "step-2")) == set(), "what is sorted is left alone"


def test_sorting_writes_no_more_cards_than_have_to_move(document: Document) -> None:
    made = crowded_cell(document, *range(9, 0, -1), 20)
    assert sort(document, ("lane-1", "step-2")) == {made[-1]}


def test_lanes_are_sorted_cell_by_cell(document: Document) -> None:
    give(document, card_2=4)
    crowded_cell(document, 1, 2)
    standing = document.indexes.cards("lane-5", "step-3")

    def sorted_lanes(edit: Transaction) -> None:
        votes.sort_lanes(edit, ["lane-1", "lane-3", "lane-5"])

    with document.edit("Sort") as edit:
        sorted_lanes(edit)
    assert document.indexes.cards("lane-1", "step-1") == ["card-2", "card-1"]
    texts = [document.get(card, Card).text for card in document.indexes.cards("lane-1", "step-2")]
    assert texts == ["2", "1"]
    assert document.indexes.cards("lane-5", "step-3") == standing
