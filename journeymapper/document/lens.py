"""Looking at a part of a map: which cards and emotion points suit what was chosen, kept in step with changes.

A lens is a way of looking. It is in no file and in no undo step.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from itertools import chain

from journeymapper.document.change import Change
from journeymapper.document.document import Document
from journeymapper.document.records import Card, EmotionPoint, Lane, Record
from journeymapper.document.roles import EMOTION, role_of


class Facet(Enum):
    """What can be chosen by."""

    PERSONA = "personas"
    CHANNEL = "channels"
    TAG = "tags"
    EVIDENCE = "levels"
    ROLE = "roles"


@dataclass(frozen=True, slots=True)
class Lens:
    """What is chosen: any of the values of a facet, in every facet in which some are chosen.

    "" stands for no value: a card of nobody in particular, without channel, without tags, of an evidence
    that is not known. Of emotion points only persona and role are asked; their role is ``roles.EMOTION``.
    """

    personas: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()

    @property
    def is_clear(self) -> bool:
        """Tell whether everything suits."""
        return not (self.personas or self.channels or self.tags or self.levels or self.roles)

    def chosen(self, facet: Facet) -> frozenset[str]:
        """Return the values chosen of a facet."""
        values: frozenset[str] = getattr(self, facet.value)
        return values

    def choosing(self, facet: Facet, values: Iterable[str]) -> "Lens":
        """Return the lens with these values of a facet chosen in place of others."""
        return replace(self, **{facet.value: frozenset(values)})

    def suits(self, document: Document, record: Record) -> bool:
        """Tell whether a record is what was chosen; what is neither card nor emotion point always is."""
        if isinstance(record, Card):
            return (
                (not self.personas or record.persona in self.personas)
                and (not self.channels or record.channel in self.channels)
                and (not self.tags or not self.tags.isdisjoint(record.tags or ("",)))
                and (not self.levels or record.evidence.level in self.levels)
                and (not self.roles or self._suits_role(document, record.lane))
            )
        return not isinstance(record, EmotionPoint) or self.suits_curve(record.persona)

    def suits_curve(self, persona: str) -> bool:
        """Tell whether a persona's curve, with all its points, is what was chosen."""
        return (not self.personas or persona in self.personas) and (not self.roles or EMOTION in self.roles)

    def _suits_role(self, document: Document, lane: str) -> bool:
        return role_key(document.get(lane, Lane)) in self.roles


def role_key(lane: Lane) -> str:
    """Return the role by which a lane is chosen; roles of a later version count as free text."""
    return EMOTION if lane.lane_kind == EMOTION else role_of(lane.role).key


def values_in_use(document: Document, facet: Facet) -> Counter[str]:
    """Return the values of a facet that the map's cards have, with how many cards; "" where they have none.

    Personas and the role of emotion lanes count their points too.
    """
    found: Counter[str] = Counter()
    roles = {record.id: role_key(record) for record in document if isinstance(record, Lane)}
    for record in document:
        if isinstance(record, Card):
            found.update(_values(record, facet, roles))
        elif isinstance(record, EmotionPoint) and facet in {Facet.PERSONA, Facet.ROLE}:
            found[record.persona if facet is Facet.PERSONA else EMOTION] += 1
    return found


def _values(card: Card, facet: Facet, roles: Mapping[str, str]) -> Iterable[str]:
    match facet:
        case Facet.PERSONA:
            return (card.persona,)
        case Facet.CHANNEL:
            return (card.channel,)
        case Facet.TAG:
            return set(card.tags or ("",))
        case Facet.EVIDENCE:
            return (card.evidence.level,)
    return (roles[card.lane],)


class Suited:
    """Which cards and points do not suit a lens, kept in step with the map's changes.

    A change costs what it touched, and all that stands in a lane whose role is another. With a clear lens
    nothing is kept. ``Suited(document, lens)`` is the from-scratch twin of ``apply``.
    """

    def __init__(self, document: Document, lens: Lens) -> None:
        """Look at the whole map once."""
        self._document = document
        self.lens = lens
        self.unsuited: set[str] = set()
        self.cards_count = self.suited_count = 0
        if not lens.is_clear:
            for record in document:
                self._judge(None, record)

    def apply(self, change: Change) -> None:
        """Follow a change."""
        if self.lens.is_clear:
            return
        for old, new in change.pairs():
            self._judge(old, new)
        for old, new in change.updated.values():
            if isinstance(old, Lane) and isinstance(new, Lane) and role_key(old) != role_key(new):
                self._judge_lane(new.id)

    def _judge(self, old: Record | None, new: Record | None) -> None:
        if isinstance(old, Card | EmotionPoint):
            self._count(old, -1)
            self.unsuited.discard(old.id)
        if isinstance(new, Card | EmotionPoint):
            if not self.lens.suits(self._document, new):
                self.unsuited.add(new.id)
            self._count(new, 1)

    def _count(self, record: Record, by: int) -> None:
        if isinstance(record, Card):
            self.cards_count += by
            self.suited_count += by * (record.id not in self.unsuited)

    def _judge_lane(self, lane: str) -> None:
        indexes = self._document.indexes
        for step in indexes.columns():
            for id_ in (*indexes.cards(lane, step), *indexes.points(lane, step).values()):
                record = self._document.find(id_)
                self._judge(record, record)

    def card_beside(self, lane: str, step: str, card: str, direction: int) -> str:
        """Return the suiting card after (1) or before (-1) a place as one reads, and round the end.

        The place is that of a card, the beginning of a cell, of a lane, or of the map: what is not named is
        "". Where no card suits it is "".
        """
        indexes, cards_in = self._document.indexes, self._document.indexes.cards_in
        suiting: list[str] = []
        before = after = 0
        for _order, row in indexes.lanes:
            if row == lane and not step:
                before = after = len(suiting)
            for column in indexes.columns():
                if (row, column) == (lane, step):
                    before = after = len(suiting)
                for _key, id_ in cards_in.get((row, column), ()):
                    suits = id_ not in self.unsuited
                    if id_ == card:
                        before, after = len(suiting), len(suiting) + suits
                    if suits:
                        suiting.append(id_)
        if not suiting:
            return ""
        return suiting[after % len(suiting) if direction > 0 else before - 1]

    def ids(self, counts: Callable[[str], bool] = lambda _lane: True) -> list[str]:
        """Return the cards and points that suit, as they stand in the indexes, of the lanes that count."""
        indexes = self._document.indexes
        cards = (id_ for (lane, _), cell in indexes.cards_in.items() if counts(lane) for _key, id_ in cell)
        points = (id_ for (lane, _), cell in indexes.points_at.items() if counts(lane) for _key, id_ in cell)
        return [id_ for id_ in chain(cards, points) if id_ not in self.unsuited]
