"""The examples that come with the program: finished maps, to be looked at and taken over."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from journeymapper.document.document import Document
from journeymapper.document.records import MAP_ID, Card, Evidence, JourneyMap, Source
from journeymapper.files import native, strict_json
from journeymapper.files.problems import BadFileError
from journeymapper.guide.folders import built_in
from journeymapper.guide.resources import Problem, bytes_of, listed, problem_of
from journeymapper.guide.translating import translated
from journeymapper.i18n import _

EXAMPLES: Final = "examples"

#: An example that was reviewed at most so many days ago is as good as new.
_FRESH: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Example:
    """A finished map: what it is called and what it follows, in the user's language."""

    path: Path
    title: str
    scenario: str


def examples() -> tuple[list[Example], list[Problem]]:
    """Return the examples by their titles, and a line for each file that was left out."""
    return examples_in(built_in(EXAMPLES))


def examples_in(folder: Path) -> tuple[list[Example], list[Problem]]:
    """Return the examples in a folder (see ``examples``); of each file only the map's record is looked at."""
    found: list[Example] = []
    paths, problems = listed(folder, native.SUFFIX)
    for path in paths:
        try:
            title, scenario = _about(path)
        except (BadFileError, OSError) as error:
            problems.append(problem_of(path, error))
        else:
            found.append(Example(path, title, scenario))
    return sorted(found, key=lambda example: example.title.casefold()), problems


def _about(path: Path) -> tuple[str, str]:
    """Return the title and the scenario of the map in a file.

    Raises:
        OSError: the file cannot be read.
        BadFileError: it holds no map.
    """
    whole: Any = strict_json.parsed(bytes_of(path), path)
    about = whole.get(MAP_ID) if isinstance(whole, dict) else None
    if not isinstance(about, dict):
        raise BadFileError(path, _("this is not a journeymapper file"))
    said = (about.get("title"), about.get("scenario"))
    title, scenario = (_(words) if isinstance(words, str) and words else "" for words in said)
    return title or path.stem, scenario


def is_example(path: Path) -> bool:
    """Tell whether a file is one of the examples."""
    return path.resolve().parent == built_in(EXAMPLES).resolve()


def opened(document: Document, today: date) -> Document:
    """Return an example as it is to be shown: in the user's language, and of these days."""
    return brought_forward(translated(document), today)


def brought_forward(document: Document, today: date) -> Document:
    """Return a map with all its days moved by as many days as bring its last review to today.

    One that was reviewed lately, or of which nobody knows when, is given back as it is.
    """
    reviewed = document.map.reviewed
    by = today - reviewed if reviewed is not None else timedelta()
    if by <= _FRESH:
        return document
    moved = Document(list(document), document.foreign)
    with moved.edit("") as edit:
        for record in document:
            match record:
                case JourneyMap():
                    values = {name: _later(getattr(record, name), by) for name in ("reviewed", "next_review")}
                    edit.update(record.id, JourneyMap, **values)
                case Card() if record.due is not None or record.evidence.sources:
                    evidence = record.evidence.model_copy(
                        update={"sources": tuple(_later_sources(record.evidence, by))}
                    )
                    edit.update(record.id, Card, due=_later(record.due, by), evidence=evidence)
    return moved


def _later(day: date | None, by: timedelta) -> date | None:
    return None if day is None else day + by


def _later_sources(evidence: Evidence, by: timedelta) -> Iterator[Source]:
    for source in evidence.sources:
        yield source.model_copy(update={"day": _later(source.day, by)})
