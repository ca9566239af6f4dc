"""Edits of what cards rest on."""

from collections.abc import Iterable, Mapping

from journeymapper.document.document import Transaction
from journeymapper.document.records import Card, Evidence, Source
from journeymapper.document.texts import cleaned_values, on_one_line

_NO_SOURCE = Source()


def set_level(edit: Transaction, cards: Iterable[str], level: str) -> None:
    """Say how sure several cards are: "", "assumption", "observed" or "measured".

    Raises:
        pydantic.ValidationError: there is no such level.
    """
    for card in cards:
        _put(edit, card, {"level": level})


def add_source(edit: Transaction, cards: Iterable[str], source: Source) -> None:
    """Give several cards one more source.

    Raises:
        pydantic.ValidationError: a card has as many as it can have.
    """
    for card in cards:
        _put(edit, card, {"sources": (*edit.get(card, Card).evidence.sources, source)})


def set_source(edit: Transaction, cards: Iterable[str], number: int = 0, **fields: object) -> None:
    """Set the same fields of source ``number`` of several cards; texts are cleaned.

    A card with fewer sources gets one more; one of which nothing is left goes.

    Raises:
        pydantic.ValidationError: a value is not of its field's form.
    """
    fit = cleaned_values(fields)
    for name in ("name", "link"):
        if isinstance(text := fit.get(name), str):
            fit[name] = on_one_line(text)
    for card in cards:
        sources = list(edit.get(card, Card).evidence.sources)
        place = min(number, len(sources))
        old = sources[place] if place < len(sources) else _NO_SOURCE
        new = Source.model_validate({**old.__dict__, **fit})
        sources[place : place + 1] = [] if new == _NO_SOURCE else [new]
        _put(edit, card, {"sources": tuple(sources)})


def remove_source(edit: Transaction, card: str, number: int) -> None:
    """Take source ``number`` of a card away.

    Raises:
        IndexError: the card has no such source.
    """
    sources = list(edit.get(card, Card).evidence.sources)
    del sources[number]
    _put(edit, card, {"sources": tuple(sources)})


def _put(edit: Transaction, card: str, values: Mapping[str, object]) -> None:
    old = edit.get(card, Card).evidence
    edit.update(card, Card, evidence=Evidence.model_validate({**old.__dict__, **values}))
