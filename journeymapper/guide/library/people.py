"""Personas that the user keeps for all maps: one a file, with the picture."""

from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Mapping
from hashlib import sha256
from json import dumps
from pathlib import Path
from typing import Annotated, Any, Final, NamedTuple

from pydantic import BeforeValidator, Field

from journeymapper.document.document import Document, Transaction
from journeymapper.document.order_keys import sequence
from journeymapper.document.raw import raw_of, sifted
from journeymapper.document.records import NO_PICTURE, Persona, Picture, Pixels, Text
from journeymapper.document.texts import on_one_line
from journeymapper.editing import personas, pictures
from journeymapper.files.names import fit_for_files
from journeymapper.files.problems import BadFileError
from journeymapper.files.whole import write_whole
from journeymapper.guide.library.finding import plain
from journeymapper.guide.resources import SUFFIX, Problem, Resource, listed, problem_of, read_one
from journeymapper.i18n import _

#: What of a persona is its own in each map, and no matter of the library.
_OF_THE_MAP: Final = ("id", "order", "picture")

_FIELDS: Final = tuple(name for name in Persona.model_fields if name not in {*_OF_THE_MAP, "unknown"})


def _with_place(raw: object) -> object:
    """Give raw values of a persona an id and a place, which it has none of outside a map."""
    if not isinstance(raw, Mapping):
        return raw
    values = {name: value for name, value in raw.items() if name not in _OF_THE_MAP}
    return {**sifted(Persona, values), "id": Persona.kind, "order": sequence(1)[0]}


class KeptPicture(Resource):
    """A picture as files hold it (see ``records.Picture``); its id is made of its bytes anew."""

    media_type: Text
    width: Pixels
    height: Pixels
    data: Annotated[Text, Field(min_length=1)]


class PersonaFile(Resource):
    """A file of one persona."""

    persona: Annotated[Persona, BeforeValidator(_with_place)]
    picture: KeptPicture | None = None


class KeptPersona(NamedTuple):
    """A persona of the library, with its file, and its picture where it has one."""

    path: Path
    persona: Persona
    picture: Picture | None

    @property
    def name(self) -> str:
        """The persona's name on one line."""
        return on_one_line(self.persona.name)


class TakenPersona(NamedTuple):
    """A file that was removed, so that it can be put back."""

    path: Path
    data: bytes


def read_people(folder: Path) -> tuple[list[KeptPersona], list[Problem]]:
    """Return the personas in a folder by name, and a line for each file that was left out."""
    people: list[KeptPersona] = []
    paths, problems = listed(folder, SUFFIX)
    for path in paths:
        try:
            people.append(_read(path))
        except (BadFileError, OSError) as error:
            problems.append(problem_of(path, error))
    return sorted(people, key=lambda kept: plain(kept.name)), problems


def _read(path: Path) -> KeptPersona:
    file = read_one(path, PersonaFile)
    picture = _picture(path, file.picture) if file.picture is not None else None
    return KeptPersona(path, file.persona, picture)


def _picture(path: Path, kept: KeptPicture) -> Picture:
    try:
        data = b64decode(kept.data, validate=True)
    except (Base64Error, ValueError) as error:
        raise BadFileError(path, _("this is no picture"), "picture.data") from error
    return Picture(id=f"picture-{sha256(data).hexdigest()}", **kept.model_dump())


def keep(folder: Path, document: Document, persona: str, path: Path | None = None) -> Path:
    """Keep a persona of a map, at ``path`` or in a file of its own; return the file.

    Raises:
        OSError: the folder cannot be written to.
    """
    record = document.get(persona, Persona)
    picture = document.find(record.picture) if record.picture != NO_PICTURE else None
    folder.mkdir(parents=True, exist_ok=True)
    path = path or _free_path(folder, on_one_line(record.name))
    _write(KeptPersona(path, record, picture if isinstance(picture, Picture) else None))
    return path


def _write(kept: KeptPersona) -> None:
    values: dict[str, Any] = {
        "persona": {name: value for name, value in raw_of(kept.persona).items() if name not in _OF_THE_MAP}
    }
    if kept.picture is not None:
        values["picture"] = kept.picture.model_dump(mode="json", include=set(KeptPicture.model_fields))
    words = dumps(values, ensure_ascii=False, indent=1) + "\n"
    write_whole(kept.path, words.encode("utf-8", "backslashreplace"))  # as JSON writes half a character


def _free_path(folder: Path, name: str) -> Path:
    """Return the path of a file that is not there yet, called by a persona's name as far as files can be."""
    bare = fit_for_files(name) or Persona.kind
    number = 1
    while (path := folder / f"{bare if number == 1 else f'{bare} {number}'}{SUFFIX}").exists():
        number += 1
    return path


def rename(kept: KeptPersona, name: str) -> None:
    """Give a persona of the library another name; its file keeps its own.

    Raises:
        OSError: its file cannot be written.
    """
    persona = kept.persona.model_copy(update={"name": on_one_line(name)})
    _write(kept._replace(persona=persona))


def remove(kept: KeptPersona) -> TakenPersona:
    """Take a persona out of the library.

    Raises:
        OSError: its file is there no more, or cannot be removed.
    """
    taken = TakenPersona(kept.path, kept.path.read_bytes())
    kept.path.unlink()
    return taken


def put_back(taken: TakenPersona) -> None:
    """Put a persona back that was taken out of the library, beside one that has come in its place.

    Raises:
        OSError: the folder cannot be written to.
    """
    path = taken.path
    write_whole(_free_path(path.parent, path.stem) if path.exists() else path, taken.data)


def called(people: list[KeptPersona], name: str) -> KeptPersona | None:
    """Return who is called so, or None."""
    sought = plain(on_one_line(name))
    return next((kept for kept in people if plain(kept.name) == sought), None)


def is_known(document: Document, kept: KeptPersona) -> bool:
    """Tell whether a map has a persona of that name."""
    name = plain(kept.name)
    standing = (document.get(id_, Persona) for _order, id_ in document.indexes.personas)
    return any(plain(on_one_line(persona.name)) == name for persona in standing)


def put(edit: Transaction, kept: KeptPersona) -> str:
    """Put a persona into a map, after the others there, and return its id.

    Its picture is kept once, however many show it. A colour that another persona has is not taken along.
    """
    values = {name: getattr(kept.persona, name) for name in _FIELDS}
    taken = {edit.get(id_, Persona).colour for _order, id_ in edit.indexes.personas}
    if values["colour"] in taken:
        values["colour"] = ""
    persona = personas.add(edit, **values).id
    if kept.picture is not None:
        pictures.show(edit, [persona], kept.picture)
    return persona
