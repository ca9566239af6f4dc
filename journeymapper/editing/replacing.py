"""Putting other words in the place of those that were found."""

from collections.abc import Iterable
from itertools import groupby

from journeymapper.document.document import Transaction
from journeymapper.document.records import Card, JourneyMap, Record
from journeymapper.document.searching import FIELDS, Match, Query, matches_in
from journeymapper.document.texts import cleaned, on_one_line

#: The fields that may have several lines; all others are names.
_OF_SEVERAL_LINES = {(Card, "text"), (Card, "note"), (JourneyMap, "scenario")}


def replace(edit: Transaction, match: Match, words: str) -> int:
    """Put words in the place of a match, and return the place in the field where they end.

    Raises:
        KeyError: there is no such record.
    """
    record = edit.get(match.id, Record)
    text = str(getattr(record, match.field))
    head = _fit(record, match.field, text[: match.start] + words)
    edit.update(
        match.id,
        type(record),
        **{match.field: _fit(record, match.field, text[: match.start] + words + text[match.end :])},
    )
    return len(head)


def replace_all(edit: Transaction, query: Query, words: str, ids: Iterable[str]) -> int:
    """Put words in the place of every match in these records; return how many there were."""
    count = 0
    for id_ in ids:
        record = edit.get(id_, Record)
        if type(record) not in FIELDS:
            continue
        values: dict[str, object] = {}
        for field, found in groupby(matches_in(record, query), key=lambda match: match.field):
            matches = list(found)
            text = _replaced(str(getattr(record, field)), matches, words)
            values[field] = _fit(record, field, text)
            count += len(matches)
        if values:
            edit.update(id_, type(record), **values)
    return count


def _replaced(text: str, matches: list[Match], words: str) -> str:
    parts, end = [], 0
    for match in matches:
        parts += [text[end : match.start], words]
        end = match.end
    return "".join((*parts, text[end:]))


def _fit(record: Record, field: str, text: str) -> str:
    """Return a text as the field wants it."""
    return cleaned(text) if (type(record), field) in _OF_SEVERAL_LINES else on_one_line(text)
