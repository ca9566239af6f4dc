"""Whose cards and emotion points are: giving them to a persona, or to nobody in particular."""

from collections.abc import Iterable
from dataclasses import dataclass

from journeymapper.document.document import Transaction
from journeymapper.document.records import Card, Curve, EmotionPoint


@dataclass(frozen=True, slots=True)
class Given:
    """What came of it: how many cards and points belong to the persona now, and how many points could not.

    A point cannot go where the persona's curve has one at the same step already.
    """

    cards: int
    points: int
    refused: int


def give(edit: Transaction, ids: Iterable[str], persona: str) -> Given:
    """Give cards and points to a persona, or to ``NOBODY``; what is neither is passed over.

    Raises:
        InvariantError: at the end of the edit, where there is no such persona.
    """
    cards = points = refused = 0
    for id_ in ids:
        record = edit.document.find(id_)
        if isinstance(record, Card):
            edit.update(id_, Card, persona=persona)
            cards += 1
        elif isinstance(record, EmotionPoint):
            there = edit.indexes.points(record.lane, record.step)
            if there.get(Curve(persona, record.wished), id_) != id_:
                refused += 1
                continue
            edit.update(id_, EmotionPoint, persona=persona)
            points += 1
    return Given(cards, points, refused)
