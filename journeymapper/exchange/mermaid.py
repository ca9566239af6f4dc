"""A Mermaid ``journey`` made into a map.

Sections become stages, tasks become steps with an action card, actors become personas, and a task's score
(1 … 5) becomes an emotion point (−2 … +2) for each of its actors.
"""

from collections.abc import Callable
from pathlib import Path

from journeymapper.document.document import Document, Transaction
from journeymapper.document.identifiers import random_identifier
from journeymapper.document.records import NOBODY
from journeymapper.document.roles import EMOTION, EMOTION_HINT, EMOTION_NAME, role_of
from journeymapper.document.texts import on_one_line
from journeymapper.editing import cards, lanes, personas, points, stages
from journeymapper.exchange.mermaid_text import (
    MermaidError,
    MermaidJourney,
    MermaidTask,
    plain,
    read_mermaid,
)
from journeymapper.files.problems import BadFileError
from journeymapper.i18n import _

_MARKDOWN = (".md", ".markdown")

#: The section index of tasks before the first section.
_BEFORE_ANY = -1

_MIDDLE = 3.0


def read_map(data: bytes, path: Path) -> tuple[Document, tuple[str, ...]]:
    """Return the map in a Mermaid or Markdown file, and what could not be taken over, a line each.

    Raises:
        BadFileError: it holds no journey, or one that Mermaid would refuse.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = _("byte {number}").format(number=error.start)
        raise BadFileError(path, _("this is not a text file in UTF-8"), place) from error
    try:
        journey = read_mermaid(text, path.suffix.lower() in _MARKDOWN)
    except MermaidError as error:
        raise BadFileError(path, str(error)) from error
    return map_of(journey)


def map_of(
    journey: MermaidJourney, identify: Callable[[str], str] = random_identifier
) -> tuple[Document, tuple[str, ...]]:
    """Return the map of a journey, and what could not be taken over, a line each."""
    document = Document(identify=identify)
    notes = [(note.line, note.message) for note in journey.notes]
    with document.edit(_("Import")) as edit:
        _Builder(edit, journey, notes).build()
    return document, tuple(_line(line, message) for line, message in sorted(notes, key=lambda note: note[0]))


def _line(line: int, message: str) -> str:
    return _("line {line}: {message}").format(line=line, message=message) if line else message


class _Builder:
    def __init__(self, edit: Transaction, journey: MermaidJourney, notes: list[tuple[int, str]]) -> None:
        self._edit = edit
        self._journey = journey
        self._notes = notes
        self._personas: dict[str, str] = {}
        self._tasks: dict[int, list[MermaidTask]] = {}
        for task in journey.tasks:
            self._tasks.setdefault(task.section_index, []).append(task)

    def build(self) -> None:
        self._title()
        actions = role_of("actions")
        self._actions = lanes.add(
            self._edit, actions.shown_name(), role=actions.key, hint=actions.shown_hint()
        ).id
        self._emotions = lanes.add(self._edit, _(EMOTION_NAME), EMOTION, hint=_(EMOTION_HINT)).id
        if _BEFORE_ANY in self._tasks:
            self._stage("", _BEFORE_ANY)
        for index, section in enumerate(self._journey.sections):
            self._stage(plain(section), index)

    def _title(self) -> None:
        journey = self._journey
        title, accessible = on_one_line(plain(journey.title)), on_one_line(plain(journey.accessible_title))
        personas.set_title_block(
            self._edit,
            title=title or accessible,
            scenario=on_one_line(plain(journey.accessible_description)),
        )
        if title and accessible and accessible != title:
            words = _("the title for screen readers was left out: “{title}”").format(title=accessible)
            self._notes.append((0, words))

    def _stage(self, name: str, index: int) -> None:
        stage = stages.add_bare(self._edit, name)
        for task in self._tasks.get(index, ()):
            self._task(stage.id, task)

    def _task(self, stage: str, task: MermaidTask) -> None:
        name = plain(task.task).strip()
        step = stages.add_step(self._edit, stage, name)
        cards.add(self._edit, self._actions, step.id, name)
        people = [name for name in (on_one_line(plain(person)) for person in task.people) if name]
        if len(people) < len(task.people):
            self._notes.append((task.line, _("an empty name among the people was left out")))
        owners = [self._persona(name) for name in dict.fromkeys(people)]
        if task.score is None:
            self._notes.append((task.line, _("the score is no number, so there is no emotion point")))
            return
        score = task.score - _MIDDLE
        if score != points.within_scale(score):
            words = _("the score {score} does not fit the scale from 1 to 5 and was moved to it")
            self._notes.append((task.line, words.format(score=f"{task.score:g}")))
        for persona in owners or [NOBODY]:
            points.put(self._edit, self._emotions, step.id, score, persona)

    def _persona(self, name: str) -> str:
        if name not in self._personas:
            self._personas[name] = personas.add(self._edit, name).id
        return self._personas[name]
