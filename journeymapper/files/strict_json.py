"""JSON as it is read from files: strictly, with one line that says what is wrong and where."""

import json
import math
from functools import partial
from pathlib import Path
from typing import Any

from journeymapper.files.long_values import cut, filled
from journeymapper.files.problems import BadFileError
from journeymapper.i18n import _


class _RepeatedNameError(ValueError):
    """An object of the file has two values of one name."""


class _NoNumberError(ValueError):
    """A number of the file is none, or too large for JSON to write again."""


def parsed(data: bytes, path: Path | str) -> Any:
    """Return what a file's bytes hold; ``path`` only serves error messages.

    Raises:
        BadFileError: this is not UTF-8 or not JSON, an object has a name twice, or a number is none.
    """
    rest, values = cut(data)
    try:
        return json.loads(
            rest.decode("utf-8-sig"),
            object_pairs_hook=partial(_with_values, values) if values else _unrepeated,
            parse_float=_finite,
            parse_constant=_finite,
        )
    except UnicodeDecodeError as error:
        place = _("byte {number}").format(number=_first_bad_byte(data))
        raise BadFileError(path, _("this is not a text file in UTF-8"), place) from error
    except json.JSONDecodeError as error:
        place = _("line {line}, column {column}").format(line=error.lineno, column=error.colno)
        raise BadFileError(path, _("the file is damaged: this is not valid JSON"), place) from error
    except _RepeatedNameError as error:
        words = _("the file is damaged: “{name}” is there twice").format(name=error.args[0])
        raise BadFileError(path, words) from error
    except _NoNumberError as error:
        words = _("the file is damaged: “{number}” is no number").format(number=error.args[0])
        raise BadFileError(path, words) from error
    except (RecursionError, ValueError) as error:
        raise BadFileError(path, _("the file is damaged: this is not valid JSON")) from error


def _with_values(values: list[str], pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object's values by name, with what was cut out of it back in its place."""
    return filled(_unrepeated(pairs), values)


def _first_bad_byte(data: bytes) -> int:
    """Return where in a file the first byte stands that is no UTF-8."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object's values by name; a bad merge leaves names twice, and JSON would drop the first."""
    values = dict(pairs)
    if len(values) < len(pairs):
        names = [name for name, _value in pairs]
        raise _RepeatedNameError(next(name for name in names if names.count(name) > 1))
    return values


def _finite(text: str) -> float:
    """Return a number; those that JSON cannot write again (NaN, 1e999) are refused."""
    number = float(text)
    if not math.isfinite(number):
        raise _NoNumberError(text)
    return number
