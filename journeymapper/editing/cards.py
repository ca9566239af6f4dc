"""Edits of cards."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence

from journeymapper.document.document import Transaction
from journeymapper.document.reading_order import in_reading_order
from journeymapper.document.records import Card, Lane
from journeymapper.document.roles import role_of
from journeymapper.document.texts import cleaned, cleaned_values
from journeymapper.editing.placing import keys_at, keys_in_order, keys_to_move


def add(
    edit: Transaction, lane: str, step: str, text: str = "", place: int | None = None, **fields: object
) -> Card:
    """Put a new card into a cell, at ``place`` from the top or at the end, and return it."""
    siblings = edit.indexes.cards_in.get((lane, step), [])
    [order] = keys_at(edit, siblings, len(siblings) if place is None else place)
    card = Card.model_validate(
        {
            "id": edit.new_id(Card.kind),
            "order": order,
            "lane": lane,
            "step": step,
            "text": cleaned(text),
            **cleaned_values(fields),
        }
    )
    edit.put(card)
    return card


def set_text(edit: Transaction, card: str, text: str) -> None:
    """Give a card other words."""
    edit.update(card, Card, text=cleaned(text))


def set_fields(edit: Transaction, cards: Iterable[str], **fields: object) -> None:
    """Set the same fields of several cards; texts are cleaned."""
    fit = cleaned_values(fields)
    for card in cards:
        edit.update(card, Card, **fit)


def rate(edit: Transaction, cards: Iterable[str], rating: int) -> set[str]:
    """Rate cards from 0 to 3, each by what its lane's role is rated by first; return these fields' names.

    Cards whose role has no rating are left alone.
    """
    rated = set()
    for card in cards:
        lane = edit.get(edit.get(card, Card).lane, Lane)
        if field := role_of(lane.role).rating:
            edit.update(card, Card, **{field: rating})
            rated.add(field)
    return rated


def move(edit: Transaction, cards: Sequence[str], lane: str, step: str, place: int) -> None:
    """Put cards into a cell, in the order given, before the card that is at ``place`` without them."""
    keys = keys_to_move(edit, edit.indexes.cards_in.get((lane, step), []), cards, place)
    for card, order in keys.items():
        edit.update(card, Card, lane=lane, step=step, order=order)


def arrange(edit: Transaction, lane: str, step: str, order: Sequence[str], moved: Collection[str]) -> None:
    """Put a cell's cards in this order; ``moved`` are those that do not stand in it yet."""
    keys = keys_in_order(edit, edit.indexes.cards_in.get((lane, step), []), order, moved)
    for card, key in keys.items():
        edit.update(card, Card, order=key)


def place_of(edit: Transaction, card: str) -> int:
    """Return a card's place in its cell, 0 at the top."""
    record = edit.get(card, Card)
    return bisect_left(edit.indexes.cards_in[record.lane, record.step], (record.order, card))


def duplicate(edit: Transaction, cards: Iterable[str]) -> list[str]:
    """Put a copy of each card right below it and return the copies."""
    copies = []
    for id_ in in_reading_order(edit.document, cards):
        original = edit.get(id_, Card)
        siblings = edit.indexes.cards_in[original.lane, original.step]
        [order] = keys_at(edit, siblings, place_of(edit, id_) + 1)
        copies.append(edit.put_copy(original, order=order).id)
    return copies


def delete(edit: Transaction, cards: Iterable[str]) -> None:
    """Remove cards."""
    for card in cards:
        edit.remove(card)
