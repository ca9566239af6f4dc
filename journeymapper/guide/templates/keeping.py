"""The user's own templates: kept in a folder as maps, renamed, described, deleted and handed on."""

from collections.abc import Container
from enum import Enum
from pathlib import Path
from typing import Final

from journeymapper.document.document import Document
from journeymapper.document.records import (
    MAP_ID,
    Card,
    Dismissal,
    EmotionPoint,
    JourneyMap,
    Link,
    Parked,
    Persona,
    Picture,
    Record,
    Snapshot,
)
from journeymapper.document.texts import on_one_line
from journeymapper.exchange.formats import read_map
from journeymapper.files import native
from journeymapper.files.names import fit_for_files
from journeymapper.files.whole import write_whole
from journeymapper.guide.resources import bytes_of
from journeymapper.i18n import _


class Extent(Enum):
    """How much of a map its template holds: its frame of stages, steps, lanes and hints, or all on it."""

    FRAME = "frame"
    ALL = "all"


#: What no template holds: it belongs to the meetings and reviews of the one map.
_OF_THE_MAP: Final = (Snapshot, Parked)
_ON_THE_FRAME: Final = (Card, EmotionPoint, Link, Persona, Picture)


class NameTakenError(ValueError):
    """There is a template of that name already."""


def as_template(document: Document, name: str, line: str, extent: Extent) -> Document:
    """Return a map as a template of that name, with a line that says what it is for."""
    left_out = _OF_THE_MAP if extent is Extent.ALL else (*_OF_THE_MAP, *_ON_THE_FRAME)
    records = {record.id: record for record in document if not isinstance(record, left_out)}
    kept = [record for record in records.values() if _has_place(record, records)]
    template = Document(kept, document.foreign)
    with template.edit("") as edit:
        edit.update(
            MAP_ID,
            JourneyMap,
            title=on_one_line(name),
            scenario=on_one_line(line),
            reviewed=None,
            next_review=None,
            reviewer="",
        )
    return template


def _has_place(record: Record, records: Container[str]) -> bool:
    return not isinstance(record, Dismissal) or not record.place or record.place in records


def place_for(name: str, folder: Path) -> Path:
    """Return the file in a folder that a template of that name lies in."""
    return folder / ((fit_for_files(name) or _("My template")) + native.SUFFIX)


def keep(template: Document, path: Path) -> None:
    """Write a template to its file, whole or not at all; its folder is made where it is not there.

    Raises:
        OSError: it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    native.save(template, path)


def rewrite(path: Path, name: str, line: str) -> Path:
    """Give the template in a file another name and line, and its file the name; return the file's path.

    Raises:
        OSError: the file cannot be read or written.
        BadFileError: it holds no map.
        NameTakenError: another template has that name.
    """
    target = place_for(name, path.parent)
    if target.exists() and not target.samefile(path):
        raise NameTakenError(target.name)
    template = native.read(bytes_of(path), path)
    with template.edit("") as edit:
        edit.update(MAP_ID, JourneyMap, title=on_one_line(name), scenario=on_one_line(line))
    native.save(template, path)
    return path.rename(target) if target != path else path


def take_in(source: Path, folder: Path) -> tuple[Document, Path]:
    """Return any map's file as a template that has its title, or the file's name, and where it would lie.

    Raises:
        OSError: the file cannot be read.
        BadFileError: it holds no map.
    """
    document = read_map(source).document
    name = on_one_line(document.map.title) or source.stem
    template = as_template(document, name, document.map.scenario, Extent.ALL)
    return template, place_for(name, folder)


def hand_on(path: Path, target: Path) -> None:
    """Write a copy of a template's file, to be given to others.

    Raises:
        OSError: the file cannot be read, or the copy not written.
        BadFileError: it is no ordinary file.
    """
    write_whole(target, bytes_of(path))
