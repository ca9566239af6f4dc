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
    found = [one for id_ in _in_order(now) if (one := difference(then, id_, now.find(id_))) is not None]
    gone = (difference(then, id_, None) for id_ in _in_order(then) if id_ not in now)
    return [*found, *(one for one in gone if one is not None)]


def _in_order(document: Document) -> Iterator[str]:
    """Yield the ids of a map's records in the order in which one reads them."""
    return (str(place[-1]) for place in reading_places(document))


def difference(then: Document, id_: str, now: Record | None) -> Difference | None:
    """Return what became of one record since, ``now`` as it is or None where it is gone; None for nothing."""
    old = then.find(id_)
    if now is None or type(old) is not type(now):
        gone = old is not None and now is None
        record, became = (old, Became.REMOVED) if gone else (now, Became.ADDED)
        return Difference(became, record) if isinstance(record, _PARTS) else None
    if old == now or not isinstance(now, _PARTS):
        return None
    fields = tuple(
        name
        for name in type(now).model_fields
        if name not in _LOOKS | _REVIEWS and getattr(old, name) != getattr(now, name)
    )
    if not fields:
        return None
    return Difference(Became.MOVED if _PLACE.issuperset(fields) else Became.CHANGED, now, fields)
