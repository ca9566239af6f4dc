"""What there is to look at when a map is looked through: changes, open opportunities, stale evidence."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from journeymapper.document.document import Document
from journeymapper.document.reading_order import reading_places
from journeymapper.document.records import Card, Lane
from journeymapper.files.problems import BadFileError
from journeymapper.guide.review.comparing import Difference, compared
from journeymapper.guide.review.cycle import next_after
from journeymapper.guide.review.snapshots import last, opened

#: The roles of lanes whose cards are plans.
PLANS: Final = frozenset({"opportunities", "ideas"})

#: Evidence is stale after so many months.
STALE_AFTER: Final = 12


@dataclass(frozen=True, slots=True)
class Agenda:
    """What there is to look at.

    ``differences`` are those to the last snapshot, or None where there is none that can be read. ``plans``
    are the opportunities and ideas that are not done, those due first in front; ``stale`` the cards whose
    latest evidence is more than a year old.
    """

    differences: tuple[Difference, ...] | None
    plans: tuple[str, ...]
    stale: tuple[str, ...]


def agenda(document: Document, today: date) -> Agenda:
    """Return what there is to look at on a day."""
    records = (document.find(str(place[-1])) for place in reading_places(document))
    cards = [record for record in records if isinstance(record, Card)]
    return Agenda(
        differences(document),
        tuple(card.id for card in sorted(cards, key=_urgency) if is_open_plan(document, card)),
        tuple(card.id for card in cards if is_stale(card, today)),
    )


def differences(document: Document) -> tuple[Difference, ...] | None:
    """Return what became of the map since its last snapshot; None where there is none, or it is damaged."""
    snapshot = last(document)
    if snapshot is None:
        return None
    try:
        return tuple(compared(opened(document, snapshot), document))
    except BadFileError:
        return None


def is_open_plan(document: Document, card: Card) -> bool:
    """Tell whether a card is an opportunity or idea that is not done."""
    return not card.done and document.get(card.lane, Lane).role in PLANS


def is_stale(card: Card, today: date) -> bool:
    """Tell whether the latest evidence of a card is more than a year old."""
    days = [source.day for source in card.evidence.sources if source.day is not None]
    return bool(days) and next_after(max(days), STALE_AFTER) < today


def _urgency(card: Card) -> tuple[bool, date, int]:
    return card.due is None, card.due or date.max, -card.impact
