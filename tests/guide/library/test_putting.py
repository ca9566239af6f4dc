"""A block becomes a card, in the lane where it fits."""

import pytest

from journeymapper.document.document import Document
from journeymapper.document.records import Card, Lane
from journeymapper.document.roles import ROLES
from journeymapper.editing import lanes
from journeymapper.guide.library.block import Block
from journeymapper.guide.library.putting import Goal, cards_at, goal_of, is_among, put, put_with_lane
from tests.guide.library.shelves import CHAT, CONVERSION, REMINDER, SEARCH
from tests.maps import small_map

TOUCHPOINTS, PAINS = "lane-2", "lane-5"


def test_a_block_brings_all_it_has() -> None:
    document = small_map()
    with document.edit("") as edit:
        card = put(edit, REMINDER, TOUCHPOINTS, "step-2", 0)
        rate = put(edit, CONVERSION.model_copy(update={"value": 3.0}), TOUCHPOINTS, "step-2")
    assert document.indexes.cards(TOUCHPOINTS, "step-2") == [card.id, "card-4", rate.id]
    assert (card.text, card.channel, card.online, card.tags) == (REMINDER.text, "e-mail", None, ("cart",))
    assert (rate.unit, rate.value, rate.note) == ("%", 3.0, "")
    with document.edit("") as edit:
        assert put(edit, SEARCH, TOUCHPOINTS, "step-1").note == SEARCH.note
        assert put(edit, Block(text="Shop", online=False), TOUCHPOINTS, "step-1").online is False


def test_a_block_goes_where_one_stands_else_into_the_first_lane_of_its_role() -> None:
    document = small_map()
    with document.edit("") as edit:
        second = lanes.add(edit, "More touchpoints", role="touchpoints").id
    assert goal_of(document, CHAT, second, "step-2") == Goal(second, "step-2")
    assert goal_of(document, CHAT, PAINS, "step-2") == Goal(TOUCHPOINTS, "step-2")
    assert goal_of(document, CHAT, PAINS, "step-2", {TOUCHPOINTS}) == Goal(second, "step-2")
    assert goal_of(document, CHAT, PAINS, "step-2", {TOUCHPOINTS, second}) == Goal(TOUCHPOINTS, "step-2")
    assert goal_of(document, CHAT) == Goal(TOUCHPOINTS, "step-1")
    assert goal_of(document, REMINDER, PAINS, "step-2") == Goal("", "step-2")
    assert goal_of(Document(), CHAT) is None


@pytest.mark.parametrize("role", [role for role in ROLES if role])
def test_a_new_lane_stands_below_those_that_come_before_it(role: str) -> None:
    document = small_map()
    with document.edit("") as edit:
        card = put_with_lane(edit, Block(text="A", role=role), "step-3")
    lane = document.get(document.get(card.id, Card).lane, Lane)
    assert (lane.role, lane.name, lane.hint) == (role, ROLES[role].name, ROLES[role].hint)
    ranks = list(ROLES)
    standing = [document.get(id_, Lane) for _order, id_ in document.indexes.lanes]
    roles = [one.role for one in standing if one.lane_kind == "cards"]
    assert [ranks.index(one) for one in roles] == sorted(ranks.index(one) for one in roles)


def test_a_block_is_known_by_its_text_and_role_at_the_step() -> None:
    document = small_map()
    known = Block(text="WEB search ", role="touchpoints")
    assert is_among(known, cards_at(document, "step-2"))
    assert not is_among(known, cards_at(document, "step-1"))
    assert not is_among(known.model_copy(update={"role": "technology"}), cards_at(document, "step-2"))
