"""The order in which a map is read.

Title block, personas, each stage with its steps, then lane by lane from the top what stands in it, step by
step, down each cell; at the end the links, and the parking lot.
"""

from collections.abc import Iterable, Iterator

from journeymapper.document.document import Document
from journeymapper.document.records import (
    MAP_ID,
    Card,
    EmotionPoint,
    Lane,
    Link,
    Parked,
    Persona,
    Record,
    Stage,
    Step,
)

#: What sorts a record among all others; its id comes last, so that no two are equal.
Place = tuple[int | str | bool, ...]


def reading_places(document: Document) -> Iterator[Place]:
    """Yield the places of all records as one reads a map; no record is read for it."""
    indexes = document.indexes
    yield 0, MAP_ID
    for order, persona in indexes.personas:
        yield 1, order, persona
    for order, stage in indexes.stages:
        yield 2, order, stage
        for step_order, step in indexes.steps_of.get(stage, ()):
            yield 2, order, stage, step_order, step
    columns = indexes.columns()
    for order, lane in indexes.lanes:
        yield 3, order, lane
        for column, step in enumerate(columns):
            for key, id_ in indexes.cards_in.get((lane, step), ()):
                yield 3, order, lane, column, False, key, id_
            for (persona, wished), id_ in indexes.points_at.get((lane, step), ()):
                yield 3, order, lane, column, True, persona, wished, id_
    yield from ((4, link) for link in sorted(indexes.links))
    yield from ((5, order, parked) for order, parked in indexes.parked)


def reading_place(document: Document, record: Record) -> Place:
    """Return the place of a record; those of cards and points hold until lanes or steps change.

    Raises:
        KeyError: what it stands in is not there.
    """
    match record:
        case Persona(order=order, id=id_):
            return 1, order, id_
        case Stage(order=order, id=id_):
            return 2, order, id_
        case Step(order=order, id=id_):
            stage = document.get(record.stage, Stage)
            return 2, stage.order, stage.id, order, id_
        case Lane(order=order, id=id_):
            return 3, order, id_
        case Card() | EmotionPoint():
            lane, column = document.get(record.lane, Lane), document.indexes.column_of(record.step)
            cell = 3, lane.order, lane.id, column
            if isinstance(record, Card):
                return *cell, False, record.order, record.id
            return *cell, True, record.persona, record.wished, record.id
        case Link(id=id_):
            return 4, id_
        case Parked(order=order, id=id_):
            return 5, order, id_
    return 0, record.id


def in_reading_order(document: Document, ids: Iterable[str]) -> list[str]:
    """Return the cards among the ids, in order."""
    cards = [record for id_ in ids if isinstance(record := document.find(id_), Card)]
    return [card.id for card in sorted(cards, key=lambda card: reading_place(document, card))]


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
        return min(standing, key=lambda record: reading_place(document, record)).id
    return min(others, default="")
