"""Finders that look at a card: what is not said of it, what nobody answers, what is over or old."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Annotated, Any, Final, Literal

from pydantic import Field, StrictInt

from journeymapper.document.records import Card, Lane, Link
from journeymapper.document.roles import role_of
from journeymapper.guide.health.facts import Facts, role_key
from journeymapper.guide.health.finders.finder import (
    OF_CARD,
    Find,
    Finder,
    Found,
    InLanes,
    LaneRole,
    Parameters,
)
from journeymapper.guide.health.finders.naming import card_values
from journeymapper.guide.review.cycle import next_after
from journeymapper.i18n import day

#: What a plan needs to be carried out, and no more once it is done.
_OF_PLANS: Final = frozenset({"owner"})


class Rated(InLanes):
    """By which ratings the cards of such lanes are to be rated."""

    fields: Annotated[tuple[Literal["importance", "impact", "severity", "effort"], ...], Field(min_length=1)]


class Answered(InLanes):
    """Cards of which roles answer those of such lanes, at the same step or linked with them."""

    answers: tuple[LaneRole, ...]


class CardField(InLanes):
    """Which field is to be filled in such lanes."""

    field: Literal["owner", "channel", "text"]


class Months(Parameters):
    """How many months something may be old."""

    months: StrictInt


def _is_in(facts: Facts, card: Card, asked: InLanes) -> bool:
    return role_key(facts.document.get(card.lane, Lane)) in asked.roles


def _is_done(facts: Facts, card: Card) -> bool:
    """Tell whether a card is a plan that is done; it may have been one in another lane, and be none now."""
    return card.done and "done" in role_of(facts.document.get(card.lane, Lane).role).fields


def _found(facts: Facts, card: Card, **more: str) -> Found:
    return Found({**card_values(facts.document, card), **more})


def _unrated(facts: Facts, asked: Rated, card: Card) -> Found | None:
    is_rated = _is_done(facts, card) or all(getattr(card, field) for field in asked.fields)
    return None if is_rated or not _is_in(facts, card, asked) else _found(facts, card)


def _field_empty(facts: Facts, asked: CardField, card: Card) -> Found | None:
    value: str = getattr(card, asked.field)
    is_settled = bool(value.strip()) or (asked.field in _OF_PLANS and _is_done(facts, card))
    return None if is_settled or not _is_in(facts, card, asked) else _found(facts, card)


def _unanswered(facts: Facts, asked: Answered, card: Card) -> Found | None:
    if not _is_in(facts, card, asked):
        return None
    if facts.is_filled(facts.lanes(asked.answers), facts.covered(card)):
        return None
    return None if _is_linked_with(facts, card.id, asked.answers) else _found(facts, card)


def _is_linked_with(facts: Facts, card: str, roles: tuple[str, ...]) -> bool:
    document = facts.document
    for id_ in document.indexes.links_of.get(card, ()):
        link = document.get(id_, Link)
        other = document.find(link.target if link.source == card else link.source)
        if isinstance(other, Card) and role_key(document.get(other.lane, Lane)) in roles:
            return True
    return False


def _overdue(facts: Facts, asked: InLanes, card: Card) -> Found | None:
    if card.due is None or card.due >= facts.today or not _is_in(facts, card, asked):
        return None
    if _is_done(facts, card):
        return None
    return _found(facts, card, day=day(card.due))


def _old_evidence(facts: Facts, asked: Months, card: Card) -> Found | None:
    latest = max((source.day for source in card.evidence.sources if source.day), default=None)
    if latest is None or next_after(latest, asked.months) >= facts.today:
        return None
    return _found(facts, card, day=day(latest))


def _asked_of_card(
    find: Callable[[Facts, Any, Card], Found | None],
) -> Find:
    @wraps(find)
    def asked(facts: Facts, parameters: Any, place: str) -> Found | None:
        return find(facts, parameters, facts.document.get(place, Card))

    return asked


OF_CARDS: Final[Mapping[str, Finder]] = {
    "unrated": Finder("card", _asked_of_card(_unrated), Rated, OF_CARD),
    "card_field_empty": Finder("card", _asked_of_card(_field_empty), CardField, OF_CARD),
    "unanswered": Finder("card", _asked_of_card(_unanswered), Answered, OF_CARD, asks_column=True),
    "overdue": Finder("card", _asked_of_card(_overdue), InLanes, OF_CARD | {"day"}),
    "old_evidence": Finder("card", _asked_of_card(_old_evidence), Months, OF_CARD | {"day"}),
}
