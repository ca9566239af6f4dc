"""The order in which a map is read: lane by lane from the top, in each step by step, down each cell."""

from collections.abc import Callable, Iterable

from journeymapper.document.document import Document
from journeymapper.document.records import Card, EmotionPoint

#: Row, column, place in the cell, and the id, so that no two are equal.
Place = tuple[int, int, str, str]


def places(document: Document) -> Callable[[Card | EmotionPoint], Place]:
    """Return what tells the place of a card or point among all; it holds until lanes or steps change."""
    rows = {lane: row for row, (_order, lane) in enumerate(document.indexes.lanes)}
    column_of = document.indexes.column_of

    def place(record: Card | EmotionPoint) -> Place:
        order = record.order if isinstance(record, Card) else record.persona
        return rows[record.lane], column_of(record.step), order, record.id

    return place


def in_reading_order(document: Document, ids: Iterable[str]) -> list[str]:
    """Return the cards among the ids, in order."""
    cards = [record for id_ in ids if isinstance(record := document.find(id_), Card)]
    return [card.id for card in sorted(cards, key=places(document))]


def first_of(document: Document, ids: Iterable[str]) -> str:
    """Return the first card or point among the ids; without one the least id, and "" where there is none."""
    others: list[str] = []
    standing: list[Card | EmotionPoint] = []
    for id_ in ids:
        record = document.find(id_)
        if isinstance(record, Card | EmotionPoint):
            standing.append(record)
        else:
            others.append(id_)
    if standing:
        return min(standing, key=places(document)).id
    return min(others, default="")
