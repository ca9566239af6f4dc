"""Edits of metrics: a text that says a number becomes one, and earlier numbers are kept."""

from collections.abc import Iterable

from journeymapper.document.document import Transaction
from journeymapper.document.figures import figure_of, holds_figures, read_figure
from journeymapper.document.records import MOST_EARLIER, Card
from journeymapper.editing import cards


def add(edit: Transaction, lane: str, step: str, text: str) -> str:
    """Put a new card with a text at the end of a cell, and return its id; a metric is taken as one."""
    card = cards.add(edit, lane, step, text).id
    take(edit, card)
    return card


def take(edit: Transaction, card: str) -> None:
    """Make name, number, unit and target of a card's text where it stands among metrics and says these.

    What it does not say stays as it is; so does a text that is not wholly understood.
    """
    record = edit.get(card, Card)
    if not holds_figures(edit.document, record.lane) or (figure := read_figure(record.text)) is None:
        return
    told = {"unit": figure.unit or None, "target": figure.target}
    edit.update(
        card,
        Card,
        text=figure.name,
        value=figure.value,
        **{field: value for field, value in told.items() if value is not None},
    )


def write(edit: Transaction, card: str, text: str) -> None:
    """Give a card other words in place of those that say all of it (see ``figures.card_words``).

    A metric whose number is not among them has none any more.
    """
    before = edit.get(card, Card)
    cards.set_text(edit, card, text)
    if before.value is None:
        take(edit, card)
        return
    if not holds_figures(edit.document, before.lane):
        return
    figure = read_figure(edit.get(card, Card).text, figure_of(before))
    if figure is None:
        edit.update(card, Card, value=None)
    else:
        edit.update(card, Card, text=figure.name, value=figure.value, unit=figure.unit, target=figure.target)


def note(edit: Transaction, cards_: Iterable[str], value: float) -> None:
    """Give cards a new value; the one that they had becomes the latest of the earlier ones."""
    for card in cards_:
        record = edit.get(card, Card)
        earlier = record.trend if record.value is None else (*record.trend, record.value)
        edit.update(card, Card, value=value, trend=earlier[-MOST_EARLIER:])
