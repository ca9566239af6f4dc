"""The maps that come with the program, in the user's language: every word of them, whoever is meant by it."""

from collections.abc import Callable
from typing import Any, Final

from journeymapper.document.document import Document
from journeymapper.document.records import (
    MAP_ID,
    Card,
    Dismissal,
    EmotionPoint,
    Evidence,
    JourneyMap,
    Lane,
    Link,
    Parked,
    Persona,
    Prompt,
    Record,
    Source,
    Stage,
    Step,
)
from journeymapper.guide.resources import is_words
from journeymapper.i18n import _, catalogue_language

_WORDS: Final[dict[type[Any], tuple[str, ...]]] = {
    JourneyMap: ("title", "scenario", "business", "reviewer"),
    Persona: (
        *("name", "age", "role", "quote", "goals", "needs", "motivations", "behaviours", "pain_points"),
        *("channels", "family", "work", "income", "values"),
    ),
    Stage: ("name",),
    Step: ("name",),
    Lane: ("name", "hint"),
    Card: ("text", "note", "channel", "owner", "unit", "tags", "evidence"),
    Evidence: ("sources",),
    Source: ("name", "quote"),
    EmotionPoint: ("text",),
    Link: ("text",),
    Parked: ("text",),
    Prompt: ("text",),
    Dismissal: ("reason",),
}


def translated(document: Document) -> Document:
    """Return a map with all its words in the user's language; it says so itself where any has changed."""
    other = with_words(document, _)
    if any(record != document.find(record.id) for record in other):
        with other.edit("") as edit:
            edit.update(MAP_ID, JourneyMap, language=catalogue_language())
    return other


def with_words(document: Document, change: Callable[[str], str]) -> Document:
    """Return a map with ``change`` applied to each of its words."""
    records: list[Record] = [_changed(record, change) for record in document]
    return Document(records, document.foreign)


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """Return a record, a text or several of them, with ``change`` applied to the words of it."""
    if isinstance(value, str):
        return change(value) if is_words(value) else value
    if isinstance(value, tuple):
        return tuple(_changed(item, change) for item in value)
    names = [name for name in _WORDS.get(type(value), ()) if getattr(value, name)]
    if not names:
        return value
    return value.model_copy(update={name: _changed(getattr(value, name), change) for name in names})
