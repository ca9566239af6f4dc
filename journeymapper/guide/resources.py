"""Data in JSON files, the program's own and the user's, read into frozen models.

A file that is broken is one line for the user, and left out; the others count. Fields that are words are
declared so (``Words``); those of the program's own files are given out in the user's language.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, Final, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from journeymapper.document.records import Text
from journeymapper.files.problems import BadFileError, disk_reason
from journeymapper.files.reasons import reason
from journeymapper.files.strict_json import parsed
from journeymapper.guide.folders import built_in
from journeymapper.i18n import _

SUFFIX: Final = ".json"

#: Marks a field whose texts the user reads: the text itself, those of a tuple, or the values of a mapping.
WORDS: Final = "words"
Words = Annotated[Text, WORDS]
WordList = Annotated[tuple[Text, ...], WORDS]
WordsByKey = Annotated[Mapping[Text, Text], WORDS]


class Resource(BaseModel):
    """What all models of such data share: they are frozen, and refuse fields that they have no name for."""

    model_config = ConfigDict(frozen=True, extra="forbid")


R = TypeVar("R", bound=Resource)


class Problem(NamedTuple):
    """Why a file was left out: ``file`` is its name in its folder, ``message`` is in the user's words."""

    file: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.message}"


def read_built_in(name: str, model: type[R]) -> tuple[list[R], list[Problem]]:
    """Return what the program's own folder of that name holds, in the user's language (see ``read_all``)."""
    models, problems = read_all(built_in(name), model)
    return [with_words(one, _) for one in models], problems


def read_all(folder: Path, model: type[R]) -> tuple[list[R], list[Problem]]:
    """Return what a folder's files hold, by file name, and a line for each file that was left out.

    A folder that is not there holds nothing; one that cannot be read neither, with one line.
    """
    models: list[R] = []
    paths, problems = listed(folder, SUFFIX)
    for path in paths:
        try:
            models.append(read_one(path, model))
        except (BadFileError, OSError) as error:
            problems.append(problem_of(path, error))
    return models, problems


def read_one(path: Path, model: type[R]) -> R:
    """Return what a file holds.

    Raises:
        OSError: it cannot be read.
        BadFileError: it is no ordinary file, it is damaged, or what it holds does not fit the model.
    """
    raw = parsed(bytes_of(path), path)
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        place, words = reason(error)
        raise BadFileError(path, words, place) from error


def bytes_of(path: Path) -> bytes:
    """Return a file's bytes.

    Raises:
        OSError: it cannot be read.
        BadFileError: it is a folder, or a device or pipe, from which one could read without end.
    """
    if path.is_dir():
        raise BadFileError(path, _("this is a folder, not a file"))
    if path.exists() and not path.is_file():
        raise BadFileError(path, _("this is no ordinary file"))
    return path.read_bytes()


def listed(folder: Path, suffix: str) -> tuple[list[Path], list[Problem]]:
    """Return what in a folder ends so (".json"), by name; hidden files are nobody's.

    A folder that is not there is empty; one that cannot be read too, with one line.
    """
    try:
        paths = sorted(folder.iterdir(), key=lambda path: path.name)
    except FileNotFoundError:
        return [], []
    except OSError as error:
        return [], [Problem(_readable(folder.name), disk_reason(error))]
    hidden = "."
    return [path for path in paths if path.suffix.lower() == suffix and path.name[0] != hidden], []


def problem_of(path: Path, error: BadFileError | OSError) -> Problem:
    """Return the line that says why a file was left out."""
    if isinstance(error, BadFileError):
        words = ": ".join(part for part in (error.place, error.message) if part)
    else:
        words = disk_reason(error)
    return Problem(_readable(f"{path.parent.name}/{path.name}"), words)


def _readable(name: str) -> str:
    """Return a file's name as text that can be shown, whatever bytes it is made of."""
    return name.encode("utf-8", "replace").decode("utf-8")


def with_words(model: R, change: Callable[[str], str]) -> R:
    """Return the model with ``change`` applied to each of its words (see ``is_words``)."""
    values = {
        name: _changed(getattr(model, name), WORDS in field.metadata, change)
        for name, field in type(model).model_fields.items()
    }
    return model.model_copy(update=values)


def is_words(text: str) -> bool:
    """Tell whether a text can be translated: it has a letter."""
    return any(letter.isalpha() for letter in text)


def _changed(value: Any, are_words: bool, change: Callable[[str], str]) -> Any:
    match value:
        case Resource():
            return with_words(value, change)
        case str():
            return change(value) if are_words and is_words(value) else value
        case tuple():
            return tuple(_changed(item, are_words, change) for item in value)
        case Mapping():
            return {key: _changed(item, are_words, change) for key, item in value.items()}
    return value
