"""What a file can be called on any system: the user's words without what does not fit."""

from journeymapper.document.texts import on_one_line

_UNFIT = '/\\:*?"<>|'
_LONGEST = 80

#: File systems take 255 bytes; this leaves room for a suffix and a number.
_MOST_BYTES = 230

#: What Windows takes for a device, whatever the suffix.
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in range(1, 10))}
)


def fit_for_files(words: str) -> str:
    """Return words as a file's name can have them, without a suffix; "" where nothing is left of them."""
    name = "".join(" " if letter in _UNFIT else letter for letter in words)
    short = on_one_line(name).strip(". ")[:_LONGEST]
    fit = short.encode()[:_MOST_BYTES].decode(errors="ignore").rstrip(". ")
    return f"_{fit}" if fit.partition(".")[0].strip().upper() in _DEVICES else fit
