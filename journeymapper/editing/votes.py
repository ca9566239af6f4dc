"""Edits of dot votes: the dots that people in the room gave to cards."""

from collections.abc import Iterable

from journeymapper.document.document import Document, Transaction
from journeymapper.document.records import MOST_VOTES, Card
from journeymapper.editing import cards as card_edits
from journeymapper.editing.placing import out_of_order


def give(edit: Transaction, cards: Iterable[str], dots: int = 1) -> None:
    """Give cards dots, or take dots away where there are less than none to give; 0 to ``MOST_VOTES`` stay."""
    for card in cards:
        votes = edit.get(card, Card).votes + dots
        edit.update(card, Card, votes=max(0, min(MOST_VOTES, votes)))


def clear(edit: Transaction, cards: Iterable[str]) -> None:
    """Take all dots away from cards."""
    for card in cards:
        edit.update(card, Card, votes=0)


def sort_cell(edit: Transaction, lane: str, step: str) -> None:
    """Put the cards of a cell in the order of their dots, the most first; equals stay as they stand."""
    standing = edit.indexes.cards(lane, step)
    wanted = sorted(standing, key=lambda card: -edit.get(card, Card).votes)
    if wanted != standing:
        card_edits.arrange(edit, lane, step, wanted, out_of_order(standing, wanted))


def sort_lanes(edit: Transaction, lanes: Iterable[str]) -> None:
    """Do so in every cell of these lanes."""
    for lane in lanes:
        for step in edit.indexes.columns():
            if (lane, step) in edit.indexes.cards_in:
                sort_cell(edit, lane, step)


def cards_with_dots(document: Document) -> dict[str, int]:
    """Return the cards that have dots, with how many; this looks at every card."""
    return {record.id: record.votes for record in document if isinstance(record, Card) and record.votes}
