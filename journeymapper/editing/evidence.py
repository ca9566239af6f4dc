"""Edits of what cards rest on, and whether the map shows it."""

from collections.abc import Iterable, Mapping

from journeymapper.document.document import Transaction
from journeymapper.document.records import MAP_ID, Card, Evidence, JourneyMap, Source
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
    """Set the same fields of source ``number`` of several cards, -1 for the last; texts are cleaned.

    A card that has no such source gets one more, unless nothing is said of it. One of which nothing is left
    stays until it is removed: it may be about to be written anew.

    Raises:
        pydantic.ValidationError: a value is not of its field's form, or a card has as many as it can have.
    """
    fit = cleaned_values(fields)
    for name in ("name", "link"):
        if isinstance(text := fit.get(name), str):
            fit[name] = on_one_line(text)
    for card in cards:
        sources = list(edit.get(card, Card).evidence.sources)
        has_it = -len(sources) <= number < len(sources)
        old = sources[number] if has_it else _NO_SOURCE
        new = Source.model_validate({**old.__dict__, **fit})
        if has_it:
            sources[number] = new
        elif new != _NO_SOURCE:
            sources.append(new)
        _put(edit, card, {"sources": tuple(sources)})


def remove_source(edit: Transaction, cards: Iterable[str], number: int) -> None:
    """Take source ``number`` of several cards away, -1 for the last.

    Raises:
        IndexError: a card has no such source.
    """
    for card in cards:
        sources = list(edit.get(card, Card).evidence.sources)
        del sources[number]
        _put(edit, card, {"sources": tuple(sources)})


def show_strip(edit: Transaction, shown: bool) -> None:
    """Show below the steps how sure the map is of each, or leave that out."""
    edit.update(MAP_ID, JourneyMap, evidence_strip=shown)


def _put(edit: Transaction, card: str, values: Mapping[str, object]) -> None:
    old = edit.get(card, Card).evidence
    edit.update(card, Card, evidence=Evidence.model_validate({**old.__dict__, **values}))
