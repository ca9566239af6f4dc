"""Edits of the parking lot: thoughts that were put aside during the meeting."""

from collections.abc import Iterable, Sequence

from journeymapper.document.document import Transaction
from journeymapper.document.figures import card_words
from journeymapper.document.reading_order import in_reading_order
from journeymapper.document.records import Card, Parked
from journeymapper.document.texts import cleaned
from journeymapper.editing import cards as card_edits
from journeymapper.editing import figures
from journeymapper.editing.placing import in_order, keys_at, keys_to_move


def add(edit: Transaction, text: str, place: int | None = None) -> str:
    """Park a thought, at ``place`` (0 first) or at the end; return its id."""
    siblings = edit.indexes.parked
    [order] = keys_at(edit, siblings, len(siblings) if place is None else place)
    thought = Parked(id=edit.new_id(Parked.kind), order=order, text=cleaned(text))
    edit.put(thought)
    return thought.id


def set_text(edit: Transaction, thought: str, text: str) -> None:
    """Give a thought other words."""
    edit.update(thought, Parked, text=cleaned(text))


def move(edit: Transaction, thoughts: Sequence[str], place: int) -> None:
    """Put thoughts, in the order given, before the one that is at ``place`` without them."""
    for thought, order in keys_to_move(edit, edit.indexes.parked, thoughts, place).items():
        edit.update(thought, Parked, order=order)


def shift(edit: Transaction, thoughts: Iterable[str], by: int) -> None:
    """Move thoughts one place up (-1) or down (1), all together, from where the first of them stands."""
    standing = [id_ for _order, id_ in edit.indexes.parked]
    going = in_order(edit.indexes.parked, thoughts)
    if going:
        before = [id_ for id_ in standing[: standing.index(going[0])] if id_ not in going]
        move(edit, going, max(0, len(before) + by))


def delete(edit: Transaction, thoughts: Iterable[str]) -> None:
    """Remove thoughts."""
    for thought in thoughts:
        edit.remove(thought)


def put_on_map(
    edit: Transaction, thoughts: Iterable[str], lane: str, step: str, place: int | None = None
) -> list[str]:
    """Make cards of thoughts, in their order, at ``place`` of a cell or at its end; return the cards.

    The thoughts leave the parking lot. Among metrics, one that says a number becomes a metric.
    """
    made = []
    for thought in in_order(edit.indexes.parked, thoughts):
        text = edit.get(thought, Parked).text
        edit.remove(thought)
        made.append(card_edits.add(edit, lane, step, text, place).id)
        figures.take(edit, made[-1])
        place = place + 1 if place is not None else None
    return made


def take_off_map(edit: Transaction, cards: Iterable[str], place: int | None = None) -> list[str]:
    """Park the words of cards, as one reads them; the cards leave the map. Return the thoughts.

    Of a metric the number is among the words. Cards without words stay where they are: there is nothing to
    be parked.
    """
    parked = []
    for card in in_reading_order(edit.document, cards):
        text = card_words(edit.document, edit.get(card, Card))
        if text.strip():
            edit.remove(card)
            parked.append(add(edit, text, place))
            place = place + 1 if place is not None else None
    return parked
