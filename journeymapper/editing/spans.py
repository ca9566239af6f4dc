"""Edits of how many columns cards cover. A card over several is a bar (see ``document.bars``)."""

from collections.abc import Iterable

from journeymapper.document.document import Document, Transaction
from journeymapper.document.reading_order import in_reading_order
from journeymapper.document.records import WIDEST_SPAN, Card
from journeymapper.editing import cards as card_edits


def covered(document: Document, card: Card) -> int:
    """Return how many columns a card covers: no more than there are from its own on."""
    return min(card.span, document.indexes.room_from(card.step)) if card.span > 1 else 1


def set_span(edit: Transaction, cards: Iterable[str], span: int) -> None:
    """Let cards cover so many columns, or as many as there are, and at least their own."""
    for id_ in cards:
        room = edit.indexes.room_from(edit.get(id_, Card).step)
        edit.update(id_, Card, span=max(1, min(span, room, WIDEST_SPAN)))


def widen(edit: Transaction, cards: Iterable[str], by: int) -> None:
    """Let each card cover so many columns more, or fewer (negative), as far as can be."""
    for id_ in cards:
        card = edit.get(id_, Card)
        before = covered(edit.document, card)
        room = edit.indexes.room_from(card.step)
        span = max(1, min(before + by, room, WIDEST_SPAN))
        if span != before:
            edit.update(id_, Card, span=span)


def move_beginnings(edit: Transaction, cards: Iterable[str], by: int) -> None:
    """Let each card begin so many columns further right, or left (negative), and end where it ends.

    At least its last column it goes on to cover. An empty stage can be covered, but no card can begin there.
    """
    ids = in_reading_order(edit.document, cards)
    places = {id_: card_edits.place_of(edit, id_) for id_ in ids}
    columns, steps = edit.indexes.all_columns(), frozenset(edit.indexes.columns())
    for id_ in ids:
        card = edit.get(id_, Card)
        own = len(columns) - edit.indexes.room_from(card.step)
        end = own + covered(edit.document, card)
        goal = min(max(0, own + by, end - WIDEST_SPAN), end - 1)
        between = range(goal, own, 1 if goal < own else -1)
        first = next((column for column in between if columns[column] in steps), own)
        if first != own:
            card_edits.move(edit, [id_], card.lane, columns[first], places[id_])
            edit.update(id_, Card, span=end - first)
