"""Text from outside, made fit for a record."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

_LINE_ENDS = re.compile("\r\n?|\x0b|\x0c|\x1c|\x1d|\x1e|\x85|\u2028|\u2029")
#: What begins a line of a list: a bullet, a box to tick, or both; or a number.
_BULLET = re.compile(r"(?:[•◦▪‣·●○■□\uf0b7*–—-]\s+)?(?:\[[ xX]?\]\s+)?")
_NUMBER = re.compile(r"(\d{1,4})[.)]\s+")
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def cleaned(text: str) -> str:
    """Return the text with plain line feeds, and without control characters and lone surrogates."""
    return _UNFIT.sub("", _LINE_ENDS.sub("\n", text))


def cleaned_values(values: Mapping[str, object]) -> dict[str, object]:
    """Return field values with every text in them cleaned: texts, lists of texts, and those of evidence."""
    return {name: _cleaned_value(value) for name, value in values.items()}


def _cleaned_value(value: object) -> object:
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, list | tuple):
        return tuple(_cleaned_value(part) for part in value)
    return cleaned_values(value) if isinstance(value, Mapping) else value


def on_one_line(text: str) -> str:
    """Return the cleaned text with every run of white space as one space: for names and titles."""
    return " ".join(cleaned(text).split())


def list_items(lines: Sequence[str]) -> list[str]:
    """Return lines of a list without what marks them as such, and without blanks round them.

    Bullets and boxes to tick go from any line, numbers only where every line has one and they rise. Blank
    lines are left out. A single line is no list, and keeps what it begins with.
    """
    filled = [line for line in lines if line.strip()]
    if len(filled) < 2:
        return [line.strip() for line in filled]
    numbers = [_NUMBER.match(line.lstrip()) for line in filled]
    marks = numbers if _rise(numbers) else [_BULLET.match(line.lstrip()) for line in filled]
    items = (line.lstrip()[mark.end() :].strip() for line, mark in zip(filled, marks, strict=True) if mark)
    return [item for item in items if item]


def _rise(numbers: Sequence[re.Match[str] | None]) -> bool:
    """Tell whether every line begins with a number, each with a higher one than the line before."""
    found = [int(number[1]) for number in numbers if number]
    return len(found) == len(numbers) and all(low < high for low, high in pairwise(found))
