"""What became of a map since it was last looked through: what came, what went, and what is other now."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from journeymapper.document.document import Document
from journeymapper.document.reading_order import reading_places
from journeymapper.document.records import (
    Card,
    EmotionPoint,
    JourneyMap,
    Lane,
    Link,
    Persona,
    Record,
    Stage,
    Step,
)

#: The kinds of record that a reader of the map would call a part of it.
_PARTS: Final = (JourneyMap, Persona, Stage, Step, Lane, Card, EmotionPoint, Link)

#: What says where a record stands, and what nobody would call a change of the map.
_PLACE: Final = frozenset({"lane", "step", "stage"})
_LOOKS: Final = frozenset(
    {"id", "unknown", "order", "width", "lane_width", "collapsed", "hidden", "faces", "colour", "votes"}
)
_REVIEWS: Final = frozenset({"reviewed", "next_review", "reviewer", "evidence_strip"})


class Became(Enum):
    """What became of a part of the map."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of the map that is other than it was: ``record`` as it is now or, once removed, was.

    ``fields`` are the names of the fields that hold something else.
    """

    became: Became
    record: Record
    fields: tuple[str, ...] = ()


def compared(then: Document, now: Document) -> list[Difference]:
    """Return what became of a map, in its reading order; what was removed comes last."""
    found = [one for record in _in_order(now) if (one := _difference(then, record)) is not None]
    gone = (record for record in _in_order(then) if record.id not in now)
    return [*found, *(Difference(Became.REMOVED, record) for record in gone)]


def _in_order(document: Document) -> Iterator[Record]:
    """Yield the parts of a map in the order in which one reads them."""
    for place in reading_places(document):
        record = document.find(str(place[-1]))
        if isinstance(record, _PARTS):
            yield record


def _difference(then: Document, record: Record) -> Difference | None:
    old = then.find(record.id)
    if type(old) is not type(record):
        return Difference(Became.ADDED, record)
    fields = tuple(
        name
        for name in type(record).model_fields
        if name not in _LOOKS | _REVIEWS and getattr(old, name) != getattr(record, name)
    )
    if not fields:
        return None
    return Difference(Became.MOVED if _PLACE.issuperset(fields) else Became.CHANGED, record, fields)
