"""What links are called, and where their ends stand."""

from journeymapper.document.document import Document
from journeymapper.document.records import Card
from journeymapper.i18n import mark

NEXT, BACK, LEAVES = "next", "back", "leaves"

#: The kinds of link, with their names; a kind of a later version counts as "next".
LINK_KINDS: dict[str, str] = {
    NEXT: mark("Next"),
    BACK: mark("Goes back"),
    LEAVES: mark("Leaves"),
}


def column_of(document: Document, end: str) -> int:
    """Return the column in which a link's end, a card or a step, begins; 0 for the first."""
    record = document.find(end)
    return document.indexes.column_of(record.step if isinstance(record, Card) else end)
