"""What a cell of the table shows, what is edited in it, and what a screen reader hears."""

from journeymapper.document.document import Document, Transaction
from journeymapper.document.records import Card, Lane
from journeymapper.document.roles import DIVIDER, EMOTION
from journeymapper.document.texts import cleaned
from journeymapper.editing.cells import (
    card_lines,
    feeling_lines,
    read_feelings,
    set_feelings,
    set_lines,
)
from journeymapper.i18n import _, ngettext
from journeymapper.ui.docks.naming import card_words, shortened

#: No more lines than this are shown of a cell.
MOST_SHOWN = 8

#: More lines or letters than these are not edited in a cell.
_MOST_LINES = 500
_MOST_LETTERS = 100_000


def kind_of(document: Document, lane: str) -> str:
    """Return a lane's kind; of one that is gone, a dividing line's: nothing stands there."""
    record = document.find(lane)
    return record.lane_kind if isinstance(record, Lane) else DIVIDER


def count(document: Document, lane: str, step: str) -> int:
    """Return how many lines a cell has; its cost is the same on any map."""
    indexes = document.indexes
    return len(indexes.cards_in.get((lane, step), ())) + len(indexes.points_at.get((lane, step), ()))


def shown_lines(document: Document, lane: str, step: str) -> list[str]:
    """Return the lines that a cell shows: its first ones, none too long, and how many more there are."""
    if kind_of(document, lane) == EMOTION:
        lines = [shortened(line) for line in feeling_lines(document, lane, step)]
    else:
        standing = document.indexes.cards(lane, step)
        first = standing if len(standing) <= MOST_SHOWN else standing[: MOST_SHOWN - 1]
        lines = [card_words(document, document.get(card, Card)) for card in first]
        if more := len(standing) - len(first):
            lines.append(ngettext("… {count} more", "… {count} more", more).format(count=more))
    return lines


def edited_lines(document: Document, lane: str, step: str) -> list[str] | None:
    """Return the lines that are edited in a cell; None where none can be, or they are too many."""
    kind = kind_of(document, lane)
    if kind == DIVIDER or len(document.indexes.cards_in.get((lane, step), ())) > _MOST_LINES:
        return None
    lines = feeling_lines(document, lane, step) if kind == EMOTION else card_lines(document, lane, step)
    return lines if sum(map(len, lines)) <= _MOST_LETTERS else None


def split(text: str) -> list[str]:
    """Return the lines of what was written."""
    return cleaned(text).split("\n")


def problem(document: Document, lane: str, step: str, text: str) -> str:
    """Return what is wrong with a text for a cell, or "".

    Raises:
        FeelingError: a line says no feeling.
    """
    lines = split(text)
    if len(lines) > _MOST_LINES or len(text) > _MOST_LETTERS:
        words = _("A cell of the table takes {lines} lines at most. Nothing was changed.")
        return words.format(lines=_MOST_LINES)
    if kind_of(document, lane) == EMOTION:
        read_feelings(document, lane, step, lines)
    return ""


def write(edit: Transaction, lane: str, step: str, text: str) -> None:
    """Make a cell hold what a text says.

    Raises:
        FeelingError: a line says no feeling.
    """
    if kind_of(edit.document, lane) == EMOTION:
        set_feelings(edit, lane, step, split(text))
    else:
        set_lines(edit, lane, step, split(text))


def spoken(document: Document, lane: str, step: str) -> str:
    """Return what a screen reader says of a cell."""
    if kind_of(document, lane) == DIVIDER:
        return _("dividing line")
    return ". ".join(shown_lines(document, lane, step)) or _("empty")
