"""What bars cover, cards over several columns, while columns come, go and move.

A bar goes on from its own step to the last column that it covers, and these two it keeps: what comes to
stand between them is covered, what leaves is not. When its last column is gone, or has come to stand left of
the bar, the bar ends at the last of the columns that are left of those it covered. One that reaches past the
last column of all goes on to do so.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from journeymapper.document.records import WIDEST_SPAN, Card, Record, Stage, Step

if TYPE_CHECKING:
    from journeymapper.document.document import Document
    from journeymapper.document.indexes import Indexes


class Bar(NamedTuple):
    """A bar as it was: its step and span, and the columns it covered, as ``Indexes.all_columns`` has them."""

    step: str
    span: int
    columns: tuple[str, ...]


def moves_columns(old: Record | None, new: Record | None) -> bool:
    """Tell whether a write makes columns come, go or move."""
    match old, new:
        case Step(), Step():
            return (old.stage, old.order) != (new.stage, new.order)
        case Stage(), Stage():
            return old.order != new.order
    return isinstance(old or new, Stage | Step)


def bars_of(document: "Document") -> dict[str, Bar]:
    """Return all bars by id, as they are now."""
    columns, places = document.indexes.all_columns(), _places(document.indexes)
    found = {}
    for id_ in sorted(document.indexes.spanning):
        card = document.get(id_, Card)
        if (first := places.get(card.step)) is not None:
            found[id_] = Bar(card.step, card.span, tuple(columns[first : first + card.span]))
    return found


def kept_spans(document: "Document", before: Mapping[str, Bar]) -> Iterator[tuple[str, int]]:
    """Yield the bars that need another span to cover what they should, and that span.

    Bars that were moved, or got another span, since ``before`` are left alone.
    """
    places = _places(document.indexes)
    for id_, bar in before.items():
        card = document.find(id_)
        if not isinstance(card, Card) or (card.step, card.span) != (bar.step, bar.span):
            continue
        reaches_past = len(bar.columns) < bar.span
        if reaches_past or (first := places.get(card.step)) is None:
            continue
        left = (place for column in reversed(bar.columns) if (place := places.get(column, -1)) >= first)
        span = min(next(left) - first + 1, WIDEST_SPAN)
        if span != card.span:
            yield id_, span


def _places(indexes: "Indexes") -> dict[str, int]:
    """Return the column of every step, and of every stage its first."""
    places = {id_: place for place, id_ in enumerate(indexes.all_columns())}
    for _order, stage in indexes.stages:
        if steps := indexes.steps_of.get(stage):
            places[stage] = places[steps[0][1]]
    return places
