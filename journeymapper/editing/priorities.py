"""Edits of priorities: where cards stand on a board of two ratings."""

from collections.abc import Iterable

from journeymapper.document.document import Transaction
from journeymapper.document.priorities import UNRATED, Board, Place
from journeymapper.document.records import Card


def put(edit: Transaction, board: Board, cards: Iterable[str], place: Place) -> None:
    """Rate cards so that they stand in a place of the board; ``UNRATED`` takes both ratings away."""
    for card in cards:
        edit.update(card, Card, **{board.right: place.right, board.up: place.up})


def clear(edit: Transaction, board: Board, cards: Iterable[str]) -> None:
    """Take both ratings away."""
    put(edit, board, cards, UNRATED)


def shift(edit: Transaction, board: Board, cards: Iterable[str], right: int, up: int) -> None:
    """Move cards so many steps on the board, as far as it goes; those not rated yet come onto it.

    Of a card with one of the two ratings that one is kept.
    """
    for card in cards:
        record = edit.get(card, Card)
        known = Place(getattr(record, board.right), getattr(record, board.up))
        is_rated = all(known)
        put(edit, board, [card], known.shifted(right if is_rated else 0, up if is_rated else 0))
