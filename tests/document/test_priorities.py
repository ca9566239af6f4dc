"""Who stands where on the boards of priorities, kept in step with the map."""

import pytest

from journeymapper.document.document import Document
from journeymapper.document.priorities import (
    OPPORTUNITIES,
    TOUCHPOINTS,
    UNRATED,
    Place,
    Standing,
    has_any,
    standings,
)
from journeymapper.document.records import Card
from journeymapper.editing import cards, lanes, priorities, votes
from tests.maps import small_map


@pytest.fixture
def document() -> Document:
    """The small map with three opportunities, two ideas and an action."""
    document = small_map()
    with document.edit("Add") as edit:
        chances = lanes.add(edit, "Opportunities", role="opportunities").id
        ideas = lanes.add(edit, "Ideas", role="ideas").id
        cards.add(edit, chances, "step-3", "Late", impact=3, effort=1)
        cards.add(edit, chances, "step-1", "Early", impact=2, effort=1)
        cards.add(edit, chances, "step-1", "Half rated", impact=2)
        cards.add(edit, ideas, "step-1", "Great idea", impact=3, effort=1)
        cards.add(edit, ideas, "step-2", "Costly idea", impact=3, effort=3)
    return document


def texts(document: Document, ids: list[str]) -> list[str]:
    return [document.get(id_, Card).text for id_ in ids]


def test_cards_are_numbered_as_one_reads_and_stand_by_their_ratings(document: Document) -> None:
    standing = Standing(document, OPPORTUNITIES)
    assert texts(document, list(standing.numbers)) == [
        *("Early", "Half rated", "Late"),
        *("Great idea", "Costly idea"),
    ]
    assert list(standing.numbers.values()) == [1, 2, 3, 4, 5]
    assert {place: texts(document, found) for place, found in standing.cards.items()} == {
        Place(1, 2): ["Early"],
        UNRATED: ["Half rated"],
        Place(1, 3): ["Late", "Great idea"],
        Place(3, 3): ["Costly idea"],
    }
    assert texts(document, Standing(document, TOUCHPOINTS).cards[UNRATED]) == ["Web search", "Shop"]


def test_the_greatest_impact_comes_first_then_the_most_votes(document: Document) -> None:
    standing = Standing(document, OPPORTUNITIES)
    assert texts(document, standing.first()) == ["Late", "Great idea", "Early"]
    with document.edit("Vote") as edit:
        votes.give(edit, ["card-10"], 2)
    assert not standing.apply(edit.change)
    assert texts(document, standing.first()) == ["Great idea", "Late", "Early"]


def test_what_is_done_or_in_a_hidden_lane_stands_nowhere(document: Document) -> None:
    with document.edit("Do") as edit:
        cards.set_fields(edit, ["card-7", "card-5"], done=True)
    assert "card-7" not in Standing(document, OPPORTUNITIES).numbers
    assert "card-5" in Standing(document, TOUCHPOINTS).numbers, "a touchpoint is no plan"
    assert [standing.board for standing in standings(document)] == [TOUCHPOINTS, OPPORTUNITIES]
    with document.edit("Hide") as edit:
        lanes.set_hidden(edit, [lane for _order, lane in edit.indexes.lanes], True)
    assert list(standings(document)) == []
    assert not has_any(document)


@pytest.mark.parametrize(
    ("place", "by", "wanted"),
    [
        (Place(1, 3), (0, 1), Place(1, 3)),
        (Place(1, 3), (1, -1), Place(2, 2)),
        (Place(3, 1), (1, -1), Place(3, 1)),
        (UNRATED, (1, 0), Place(1, 1)),
    ],
)
def test_a_step_ends_at_the_edge_of_the_board(place: Place, by: tuple[int, int], wanted: Place) -> None:
    assert place.shifted(*by) == wanted


def test_a_card_with_one_rating_keeps_it_when_it_comes_onto_the_board(document: Document) -> None:
    with document.edit("Shift") as edit:
        priorities.shift(edit, OPPORTUNITIES, ["card-9"], 1, 0)
    assert OPPORTUNITIES.place_of(document.get("card-9", Card)) == Place(1, 2)
    with document.edit("Clear") as edit:
        priorities.clear(edit, OPPORTUNITIES, ["card-9"])
    card = document.get("card-9", Card)
    assert (card.impact, card.effort) == (0, 0)
