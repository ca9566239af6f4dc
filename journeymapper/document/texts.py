"""Text from outside, made fit for a record."""

import re

_LINE_ENDS = re.compile("\r\n?|\x0b|\x0c|\x1c|\x1d|\x1e|\x85|\u2028|\u2029")
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def cleaned(text: str) -> str:
    """Return the text with plain line feeds, and without control characters and lone surrogates."""
    return _UNFIT.sub("", _LINE_ENDS.sub("\n", text))


def on_one_line(text: str) -> str:
    """Return the cleaned text with every run of white space as one space: for names and titles."""
    return " ".join(cleaned(text).split())
