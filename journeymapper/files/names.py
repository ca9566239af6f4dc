"""What a file can be called on any system: the user's words without what does not fit."""

from journeymapper.document.texts import on_one_line

_UNFIT = '/\\:*?"<>|'
_LONGEST = 80


def fit_for_files(words: str) -> str:
    """Return words as a file's name can have them, without a suffix; "" where nothing is left of them."""
    name = "".join(" " if letter in _UNFIT else letter for letter in words)
    return on_one_line(name).strip(". ")[:_LONGEST].rstrip(". ")
