"""Edits of cards."""

from collections.abc import Iterable, Sequence

from journeymapper.document.document import Transaction
from journeymapper.document.fragment import Fragment, card_lanes
from journeymapper.document.records import Card
from journeymapper.document.texts import cleaned, cleaned_values
from journeymapper.editing.placing import keys_at, keys_to_move


def add(
    edit: Transaction, lane: str, step: str, text: str = "", place: int | None = None, **fields: object
) -> Card:
    """Put a new card into a cell, at ``place`` from the top or at the end, and return it."""
    siblings = edit.indexes.cards_in.get((lane, step), [])
    [order] = keys_at(siblings, len(siblings) if place is None else place)
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


def move(edit: Transaction, cards: Sequence[str], lane: str, step: str, place: int) -> None:
    """Put cards into a cell, in the order given, before the card that is at ``place`` without them."""
    keys = keys_to_move(edit.indexes.cards_in.get((lane, step), []), cards, place)
    for card, order in zip(cards, keys, strict=False):  # no keys: they are there already
        edit.update(card, Card, lane=lane, step=step, order=order)


def place_of(edit: Transaction, card: str) -> int:
    """Return a card's place in its cell, 0 at the top."""
    record = edit.get(card, Card)
    return edit.indexes.cards(record.lane, record.step).index(card)


def in_reading_order(edit: Transaction, cards: Iterable[str]) -> list[str]:
    """Return the cards by lane, column and place in their cell."""
    rows = {lane: row for row, (_order, lane) in enumerate(edit.indexes.lanes)}
    records = [edit.get(card, Card) for card in cards]
    return [
        card.id
        for card in sorted(
            records,
            key=lambda card: (rows[card.lane], edit.indexes.column_of(card.step), card.order, card.id),
        )
    ]


def duplicate(edit: Transaction, cards: Iterable[str]) -> list[str]:
    """Put a copy of each card right below it and return the copies."""
    copies = []
    for id_ in in_reading_order(edit, cards):
        original = edit.get(id_, Card)
        siblings = edit.indexes.cards_in[original.lane, original.step]
        [order] = keys_at(siblings, place_of(edit, id_) + 1)
        copy = original.model_copy(update={"id": edit.new_id(Card.kind), "order": order})
        edit.put(copy)
        copies.append(copy.id)
    return copies


def delete(edit: Transaction, cards: Iterable[str]) -> None:
    """Remove cards."""
    for card in cards:
        edit.remove(card)


def paste(edit: Transaction, fragment: Fragment, lane: str, step: str) -> list[str]:
    """Put a fragment's cards where they stood to each other, the first at a cell, and return the new ids.

    What would stand past the last column or the last lane of cards goes into the last one.
    """
    lanes, columns = card_lanes(edit.document), edit.indexes.columns()
    top, left = lanes.index(lane), columns.index(step)
    pasted = []
    for carried in fragment.cards:
        target = (
            lanes[min(top + carried.row, len(lanes) - 1)],
            columns[min(left + carried.column, len(columns) - 1)],
        )
        siblings = edit.indexes.cards_in.get(target, [])
        [order] = keys_at(siblings, len(siblings))
        values = {**cleaned_values(carried.card.__dict__), "unknown": {}}  # the clipboard is anybody's
        place = {"id": edit.new_id(Card.kind), "order": order, "lane": target[0], "step": target[1]}
        card = Card.model_validate({**values, **place})
        edit.put(card)
        pasted.append(card.id)
    return pasted


def paste_lines(edit: Transaction, text: str, lane: str, step: str) -> list[str]:
    """Make a card of each line that is not blank, at the end of a cell, and return their ids."""
    lines = [line.strip() for line in cleaned(text).split("\n")]
    return [add(edit, lane, step, line).id for line in lines if line]
