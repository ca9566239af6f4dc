"""Putting other words in the place of those that were found."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from journeymapper.document.document import Transaction
from journeymapper.document.records import Card, Evidence, JourneyMap, Parked, Persona, Record
from journeymapper.document.searching import FIELDS, TAGS, Match, Query, matches_in, text_of
from journeymapper.document.texts import cleaned, on_one_line

#: The fields that may have several lines; all others are names.
_OF_SEVERAL_LINES = {
    (Card, "text"),
    (Card, "note"),
    (Card, "evidence.quote"),
    (JourneyMap, "scenario"),
    (Parked, "text"),
    *((Persona, field) for field in ("quote", "goals", "pain_points", "needs", "motivations")),
    *((Persona, field) for field in ("values", "behaviours", "channels")),
}


def replace(edit: Transaction, match: Match, words: str) -> tuple[str, int]:
    """Put words in the place of a match, and return where they end: the field, and the place in it.

    Raises:
        KeyError: there is no such record.
    """
    record = edit.get(match.id, Record)
    text = text_of(record, match.field)
    written = text[: match.start] + words + text[match.end :]
    edit.update(match.id, type(record), **_values(record, {match.field: written}))
    if isinstance(record, Card) and match.field.startswith(TAGS + "."):
        number = int(match.field.removeprefix(TAGS + "."))
        count = len(_tags([*record.tags[:number], written])) - len(_tags(record.tags[:number]))
        if count != 1:  # on to the tag that stands behind what was written
            return f"{TAGS}.{number + count}", 0
    return match.field, len(_fit(record, match.field, text[: match.start] + words))


def replace_all(edit: Transaction, query: Query, words: str, ids: Iterable[str]) -> int:
    """Put words in the place of every match in these records; return how many there were."""
    count = 0
    for id_ in ids:
        record = edit.get(id_, Record)
        if type(record) not in FIELDS:
            continue
        texts: dict[str, str] = {}
        for field, found in groupby(matches_in(record, query), key=lambda match: match.field):
            matches = list(found)
            texts[field] = _replaced(text_of(record, field), matches, words)
            count += len(matches)
        if texts:
            edit.update(id_, type(record), **_values(record, texts))
    return count


def _replaced(text: str, matches: list[Match], words: str) -> str:
    parts, end = [], 0
    for match in matches:
        parts += [text[end : match.start], words]
        end = match.end
    return "".join((*parts, text[end:]))


def _values(record: Record, texts: Mapping[str, str]) -> dict[str, object]:
    """Return what a record's own fields hold with these texts in those that are searched."""
    values: dict[str, object] = {}
    sources: dict[str, str] = {}
    for field, text in texts.items():
        name, _dot, part = field.partition(".")
        if not part:
            values[name] = _fit(record, field, text)
        elif name != TAGS:
            sources[part] = _fit(record, field, text)
    if isinstance(record, Card):
        tags = [texts.get(f"{TAGS}.{number}", tag) for number, tag in enumerate(record.tags)]
        if tags != list(record.tags):
            values[TAGS] = _tags(tags)
        if sources:
            values["evidence"] = Evidence.model_validate({**record.evidence.__dict__, **sources})
    return values


def _tags(written: Iterable[str]) -> tuple[str, ...]:
    """Return tags as they may be: none empty, none twice, apart from each other at commas."""
    found = (on_one_line(tag) for each in written for tag in each.split(","))
    return tuple(dict.fromkeys(tag for tag in found if tag))


def _fit(record: Record, field: str, text: str) -> str:
    """Return a text as the field wants it."""
    return cleaned(text) if (type(record), field) in _OF_SEVERAL_LINES else on_one_line(text)
