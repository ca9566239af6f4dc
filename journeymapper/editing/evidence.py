"""Edits of what cards rest on."""

from collections.abc import Iterable

from journeymapper.document.document import Transaction
from journeymapper.document.records import Card, Evidence
from journeymapper.document.texts import cleaned_values


def set_fields(edit: Transaction, cards: Iterable[str], **fields: object) -> None:
    """Set the same fields of the evidence of several cards; texts are cleaned.

    Raises:
        pydantic.ValidationError: a value is not of its field's form.
    """
    fit = cleaned_values(fields)
    for card in cards:
        old = edit.get(card, Card).evidence
        edit.update(card, Card, evidence=Evidence.model_validate({**old.__dict__, **fit}))
