"""Text from outside, made fit for a record."""

import re
from collections.abc import Mapping

_LINE_ENDS = re.compile("\r\n?|\x0b|\x0c|\x1c|\x1d|\x1e|\x85|\u2028|\u2029")
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
