"""Which cells show another hint after a change: those that were filled or emptied, and those of the hints."""

from collections.abc import Iterator

from journeymapper.document.document import Document
from journeymapper.document.records import Card, EmotionPoint, Prompt
from journeymapper.layout.changes import Pairs


def cells_with_other_hints(document: Document, pairs: Pairs) -> Iterator[tuple[str, str]]:
    """Yield the cells that are still there whose hint a change may show, hide or word otherwise."""
    prompts = document.indexes.prompts
    for pair in pairs.values():
        for record in pair:
            if isinstance(record, Prompt):
                if record.step in document and record.lane in document:
                    yield record.lane, record.step
            elif prompts and isinstance(record, Card | EmotionPoint):
                yield from (cell for cell in _covered(document, record) if cell in prompts)


def _covered(document: Document, record: Card | EmotionPoint) -> Iterator[tuple[str, str]]:
    """Yield the cells that a record stands in or reaches over."""
    span = record.span if isinstance(record, Card) else 1
    if span == 1 or record.step not in document:
        yield record.lane, record.step
        return
    first = document.indexes.column_of(record.step)
    for step in document.indexes.columns()[first : first + span]:
        yield record.lane, step
