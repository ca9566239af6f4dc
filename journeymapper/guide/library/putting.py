"""Putting building blocks into a map: a block becomes a card, in the lane where it fits."""

from collections.abc import Container
from typing import Final, NamedTuple

from journeymapper.document.document import Document, Transaction
from journeymapper.document.records import Card, Lane
from journeymapper.document.roles import ROLES, holds_cards, role_of
from journeymapper.editing import cards, lanes
from journeymapper.guide.library.block import Block
from journeymapper.guide.library.finding import key_of_block, plain

#: What of a block its card has besides the text.
_FIELDS: Final = ("channel", "online", "unit", "value", "tags", "note")


class Goal(NamedTuple):
    """Where a block goes: into a cell. ``lane`` is "" where the map has no lane of the block's role."""

    lane: str
    step: str


def goal_of(
    document: Document, block: Block, lane: str = "", step: str = "", unseen: Container[str] = ()
) -> Goal | None:
    """Return where a block goes from a lane and a step, either of which may be "": nowhere in particular.

    It goes into that lane where it fits there, else into the first one of its role, rather not an ``unseen``
    one; without a step into the first column. None where the map has no columns.
    """
    columns = document.indexes.columns()
    if not columns:
        return None
    fitting = [id_ for _order, id_ in document.indexes.lanes if _fits(document.get(id_, Lane), block)]
    seen = [id_ for id_ in fitting if id_ not in unseen]
    goal = lane if lane in fitting else next(iter(seen or fitting), "")
    return Goal(goal, step or columns[0])


def _fits(lane: Lane, block: Block) -> bool:
    return holds_cards(lane.lane_kind) and lane.role == block.role


def put(edit: Transaction, block: Block, lane: str, step: str, place: int | None = None) -> Card:
    """Put a block into a cell as a card, at ``place`` from the top or at the end, and return it."""
    values = {name: value for name in _FIELDS if (value := getattr(block, name)) not in {None, "", ()}}
    return cards.add(edit, lane, step, block.text, place, **values)


def put_with_lane(edit: Transaction, block: Block, step: str) -> Card:
    """Put a block into a new lane of its role, and return the card."""
    role = role_of(block.role)
    place = _place_of(edit, role.key)
    lane = lanes.add(edit, role.shown_name(), role=role.key, hint=role.shown_hint(), place=place)
    return put(edit, block, lane.id, step)


def _place_of(edit: Transaction, role: str) -> int:
    """Return the place of a new lane: below the last of those whose roles stand before its own."""
    ranks = {key: rank for rank, key in enumerate(ROLES)}
    place = 0
    for number, (_order, id_) in enumerate(edit.indexes.lanes):
        lane = edit.get(id_, Lane)
        if holds_cards(lane.lane_kind) and ranks.get(lane.role, len(ranks)) <= ranks[role]:
            place = number + 1
    return place


def cards_at(document: Document, step: str) -> frozenset[tuple[str, str]]:
    """Return the cards at a step as blocks are compared with them (see ``is_among``)."""
    indexes = document.indexes
    lanes = (document.get(id_, Lane) for _order, id_ in indexes.lanes)
    ids = ((lane.role, card) for lane in lanes for card in indexes.cards(lane.id, step))
    return frozenset((role, plain(document.get(id_, Card).text.strip())) for role, id_ in ids)


def is_among(block: Block, cards: frozenset[tuple[str, str]]) -> bool:
    """Tell whether a block is among cards: there is one of its text in a lane of its role."""
    return key_of_block(block) in cards
