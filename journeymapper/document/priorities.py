"""Priorities: which of the rated cards come first.

Touchpoints stand by importance and impact, opportunities and ideas by impact and effort, each from 1 to 3.
Where one of the two is missing, a card is not rated yet.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from journeymapper.document.change import Change
from journeymapper.document.document import Document
from journeymapper.document.records import Card, Lane, Record, Stage, Step
from journeymapper.document.roles import role_of

LOW, HIGH = 1, 3


class Place(NamedTuple):
    """Where a card stands on a board: how far ``right`` and how far ``up``, each 1 … 3."""

    right: int
    up: int

    @property
    def comes_first(self) -> bool:
        """Tell whether what stands here is to be done first: it counts for much, and takes or does little."""
        return self.up > LOW and self.right == LOW

    def shifted(self, right: int, up: int) -> "Place":
        """Return the place so many steps further, as far as the board goes; off the board leads onto it."""
        return Place(
            max(LOW, min(HIGH, self.right + right if self.right else LOW)),
            max(LOW, min(HIGH, self.up + up if self.up else LOW)),
        )


#: Where cards stand that are not rated yet.
UNRATED = Place(0, 0)

#: All places of a board, from the top, each row from the left.
PLACES = tuple(Place(right, up) for up in (3, 2, 1) for right in (1, 2, 3))


@dataclass(frozen=True, slots=True)
class Board:
    """Cards of some lane roles, by two of their ratings: the fields ``up`` and ``right``."""

    key: str
    roles: frozenset[str]
    up: str
    right: str

    def place_of(self, card: Card) -> Place:
        """Return where a card stands."""
        place = Place(getattr(card, self.right), getattr(card, self.up))
        return place if all(place) else UNRATED

    def is_over(self, card: Card) -> bool:
        """Tell whether a card stands there no more: it is a plan that is done."""
        return card.done and any("done" in role_of(role).fields for role in self.roles)

    def holds(self, lane: Record | None) -> bool:
        """Tell whether the cards of a lane stand on the board, as far as they are not done."""
        return isinstance(lane, Lane) and lane.role in self.roles and not lane.hidden


TOUCHPOINTS = Board("touchpoints", frozenset({"touchpoints"}), "importance", "impact")
OPPORTUNITIES = Board("opportunities", frozenset({"opportunities", "ideas"}), "impact", "effort")
BOARDS = (TOUCHPOINTS, OPPORTUNITIES)


class Standing:
    """Who stands where on a board, kept in step with the map; made anew it is the twin of ``apply``.

    ``numbers`` counts the cards of the board from 1 as one reads the map, the unrated ones too, so that no
    number is another because a card was rated. ``places`` says where each stands, and ``cards`` who stands
    in each place, in the order of the numbers.
    """

    def __init__(self, document: Document, board: Board) -> None:
        """Look at the cards of the lanes that the board is about, and at no others."""
        self.board = board
        self._document = document
        self.numbers: dict[str, int] = {}
        self.places: dict[str, Place] = {}
        self.cards: dict[Place, tuple[str, ...]] = {}
        self._votes: dict[str, int] = {}
        self._lanes: frozenset[str] = frozenset()
        self._begin()

    def __eq__(self, other: object) -> bool:
        """Equal when the same cards stand in the same places, by the same numbers."""
        if not isinstance(other, Standing):
            return False
        return self._state() == other._state()

    def _state(self) -> tuple[object, ...]:
        return self.board, self.numbers, self.places, self.cards, self._votes

    __hash__ = None  # type: ignore[assignment]  # it changes

    def _begin(self) -> None:
        document, indexes = self._document, self._document.indexes
        lanes = [lane for _order, lane in indexes.lanes if self.board.holds(document.find(lane))]
        self._lanes = frozenset(lanes)
        columns = indexes.columns()
        ids = (card for lane in lanes for step in columns for card in indexes.cards(lane, step))
        cards = [card for id_ in ids if not self.board.is_over(card := document.get(id_, Card))]
        self.numbers = {card.id: number for number, card in enumerate(cards, 1)}
        self.places = {card.id: self.board.place_of(card) for card in cards}
        self._votes = {card.id: card.votes for card in cards}
        standing: dict[Place, list[str]] = {}
        for id_, place in self.places.items():
            standing.setdefault(place, []).append(id_)
        self.cards = {place: tuple(ids) for place, ids in standing.items()}

    def apply(self, change: Change) -> bool:
        """Follow a change; tell whether any number may be another now, or all is as if begun anew.

        Where only ratings changed, it costs no more on a large map.
        """
        moved: list[Card] = []
        for old, new in change.pairs():
            if isinstance(old or new, Lane | Stage | Step) and _order_of(old) != _order_of(new):
                self._begin()
                return True
            if not isinstance(old or new, Card):
                continue
            was, is_there = self._has(old), self._has(new)
            if was != is_there or (was and _order_of(old) != _order_of(new)):
                self._begin()
                return True
            if isinstance(new, Card) and is_there:
                moved.append(new)
        for card in moved:
            self._votes[card.id] = card.votes
            self._move(card.id, self.board.place_of(card))
        return False

    def _has(self, record: Record | None) -> bool:
        return isinstance(record, Card) and record.lane in self._lanes and not self.board.is_over(record)

    def _move(self, card: str, place: Place) -> None:
        before = self.places[card]
        if place == before:
            return
        number = self.numbers.__getitem__
        siblings = self.cards.pop(before)
        at = bisect_left(siblings, number(card), key=number)
        if len(siblings) > 1:
            self.cards[before] = siblings[:at] + siblings[at + 1 :]
        siblings = self.cards.get(place, ())
        at = bisect_left(siblings, number(card), key=number)
        self.cards[place] = (*siblings[:at], card, *siblings[at:])
        self.places[card] = place

    def first(self) -> list[str]:
        """Return the cards that come first: the highest up, then those with most votes, then as one reads."""
        found = [card for place, cards in self.cards.items() if place.comes_first for card in cards]
        return sorted(found, key=lambda card: (-self.places[card].up, -self._votes[card], self.numbers[card]))


def _order_of(record: Record | None) -> tuple[object, ...]:
    """Return what of a record says which cards stand on boards, and in which order one reads them."""
    match record:
        case Card():
            return record.lane, record.step, record.order
        case Lane():
            return record.order, record.role, record.hidden
        case Step():
            return record.stage, record.order
        case Stage():
            return (record.order,)
    return ()


def standings(document: Document) -> Iterator[Standing]:
    """Yield who stands where on each board that has any cards."""
    for board in BOARDS:
        standing = Standing(document, board)
        if standing.numbers:
            yield standing


def has_any(document: Document) -> bool:
    """Tell whether any card stands on a board; this looks at lanes, never at cards."""
    indexes = document.indexes
    lanes = {lane for _order, lane in indexes.lanes}
    held = {lane for lane in lanes if any(board.holds(document.find(lane)) for board in BOARDS)}
    return bool(held) and any(lane in held for lane, _step in indexes.cards_in)
