"""What there is to look at when a map is looked through: changes, open opportunities, stale evidence."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from typing import Final

from journeymapper.document.change import Change
from journeymapper.document.document import Document
from journeymapper.document.reading_order import Place, reading_place
from journeymapper.document.records import Card, JourneyMap, Lane, Record, Snapshot, Source
from journeymapper.files.problems import BadFileError
from journeymapper.guide.review.comparing import Became, Difference, difference
from journeymapper.guide.review.cycle import next_after
from journeymapper.guide.review.snapshots import bare, of_last_review

#: The roles of lanes whose cards are plans.
PLANS: Final = frozenset({"opportunities", "ideas"})

#: Evidence is stale after so many months.
STALE_AFTER: Final = 12


class Agenda:
    """What there is to look at, kept in step with the map.

    ``Agenda(document, today)`` reads the whole map; it is the from-scratch twin of ``apply``, which reads
    what changed. ``kept`` is the snapshot of the last review, or None where there is none; ``then`` is the
    map as it holds it, None where it cannot be read.
    """

    def __init__(self, document: Document, today: date) -> None:
        """Read the whole map as it stands on a day."""
        self._document = document
        self._today = today
        self._begin()

    def _begin(self) -> None:
        self.kept = of_last_review(self._document)
        self.then: Document | None = None
        self._differences: dict[str, Difference] = {}
        self._plans: set[str] = set()
        self._stale: set[str] = set()
        if self.kept is not None:
            with suppress(BadFileError):
                self.then = bare(self.kept)
        ids = {record.id for record in self._document}
        if self.then is not None:
            ids.update(record.id for record in self.then)
        for id_ in ids:
            self._read(id_)

    @property
    def since(self) -> Snapshot | None:
        """The snapshot that the map is compared with; None where there is none that can be read."""
        return self.kept if self.then is not None else None

    def apply(self, change: Change) -> bool:
        """Follow a change; tell whether there may be other things to look at, or in another order."""
        if any(isinstance(record, Snapshot | JourneyMap) for pair in change.pairs() for record in pair):
            before, self.kept = self.kept, of_last_review(self._document)
            if (before and before.data) != (self.kept and self.kept.data):
                self._begin()
                return True
        for old, new in change.pairs():
            if isinstance(old, Lane) and isinstance(new, Lane) and old.role != new.role:
                for step in self._document.indexes.columns():
                    for card in self._document.indexes.cards(new.id, step):
                        self._read(card)
        for id_ in change.ids():
            self._read(id_)
        return not change.is_empty

    def _read(self, id_: str) -> None:
        """Take in what became of one record."""
        record = self._document.find(id_)
        found = difference(self.then, id_, record) if self.then is not None else None
        if found is None:
            self._differences.pop(id_, None)
        else:
            self._differences[id_] = found
        is_card = isinstance(record, Card)
        _keep(self._plans, id_, is_card and is_open_plan(self._document, record))
        _keep(self._stale, id_, is_card and is_stale(record, self._today))

    @property
    def differences(self) -> list[Difference]:
        """What became of the map since the snapshot, in its reading order; what was removed comes last."""
        there = [one for one in self._differences.values() if one.became is not Became.REMOVED]
        gone = [one for one in self._differences.values() if one.became is Became.REMOVED]
        found = self._sorted(self._document, there)
        return found if self.then is None else [*found, *self._sorted(self.then, gone)]

    @staticmethod
    def _sorted(document: Document, found: Iterable[Difference]) -> list[Difference]:
        return sorted(found, key=lambda one: reading_place(document, one.record))

    @property
    def plans(self) -> list[str]:
        """The opportunities and ideas that are not done: those due first in front, then as one reads them."""
        return self._in_order(self._plans, _urgency)

    @property
    def stale(self) -> list[str]:
        """The cards whose latest evidence is more than a year old, as one reads them."""
        return self._in_order(self._stale, lambda _card: ())

    def _in_order(self, ids: Iterable[str], first: Callable[[Card], tuple[object, ...]]) -> list[str]:
        def place(card: Card) -> tuple[tuple[object, ...], Place]:
            return first(card), reading_place(self._document, card)

        cards = (self._document.get(id_, Card) for id_ in ids)
        return [card.id for card in sorted(cards, key=place)]


def is_open_plan(document: Document, card: Record | None) -> bool:
    """Tell whether a card is an opportunity or idea that is not done."""
    return isinstance(card, Card) and not card.done and document.get(card.lane, Lane).role in PLANS


def is_stale(card: Record | None, today: date) -> bool:
    """Tell whether the latest evidence of a card is more than a year old."""
    source = latest_source(card) if isinstance(card, Card) else None
    return source is not None and source.day is not None and next_after(source.day, STALE_AFTER) < today


def latest_source(card: Card) -> Source | None:
    """Return the latest source of a card, of those that say their day; None where none does."""
    dated = [source for source in card.evidence.sources if source.day is not None]
    return max(dated, key=lambda source: source.day or date.min, default=None)


def _keep(ids: set[str], id_: str, is_one: bool) -> None:
    if is_one:
        ids.add(id_)
    else:
        ids.discard(id_)


def _urgency(card: Card) -> tuple[object, ...]:
    return card.due is None, card.due or date.max, -card.impact
