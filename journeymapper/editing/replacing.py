"""Putting other words in the place of those that were found."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from journeymapper.document.document import Transaction
from journeymapper.document.records import Card, Evidence, JourneyMap, Parked, Persona, Record, Source
from journeymapper.document.searching import FIELDS, SOURCES, TAGS, Match, Query, matches_in, text_of
from journeymapper.document.texts import cleaned, on_one_line

#: The fields that may have several lines; all others are names.
_OF_SEVERAL_LINES = {
    (Card, "text"),
    (Card, "note"),
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
    for field, text in texts.items():
        if not field.startswith((TAGS + ".", SOURCES + ".")):
            values[field] = _fit(record, field, text)
    if isinstance(record, Card):
        tags = [texts.get(f"{TAGS}.{number}", tag) for number, tag in enumerate(record.tags)]
        if tags != list(record.tags):
            values[TAGS] = _tags(tags)
        if any(field.startswith(SOURCES) for field in texts):
            values["evidence"] = _evidence(record.evidence, texts)
    return values


def _evidence(old: Evidence, texts: Mapping[str, str]) -> Evidence:
    """Return evidence with these texts in its sources; only a quote may have several lines."""
    sources = []
    for number, source in enumerate(old.sources):
        fields = {}
        for name, fit in (("name", on_one_line), ("quote", cleaned), ("link", on_one_line)):
            if (text := texts.get(f"{SOURCES}.{number}.{name}")) is not None:
                fields[name] = fit(text)
        sources.append(Source.model_validate({**source.__dict__, **fields}))
    return Evidence.model_validate({**old.__dict__, "sources": tuple(sources)})


def _tags(written: Iterable[str]) -> tuple[str, ...]:
    """Return tags as they may be: none empty, none twice, apart from each other at commas."""
    found = (on_one_line(tag) for each in written for tag in each.split(","))
    return tuple(dict.fromkeys(tag for tag in found if tag))


def _fit(record: Record, field: str, text: str) -> str:
    """Return a text as the field wants it."""
    is_quote = field.startswith(SOURCES) and field.endswith(".quote")
    return cleaned(text) if is_quote or (type(record), field) in _OF_SEVERAL_LINES else on_one_line(text)
