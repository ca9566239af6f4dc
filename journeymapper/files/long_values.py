"""Reading JSON with pictures in it: their long values are cut out before the rest is parsed.

One letter outside Latin-1 makes Python hold every character of a text in two or four bytes, and a file with
fifty photos is nearly all base64. So that is never made text together with the rest.
"""

from typing import Any

_NAME = b'"data":"'
_FIELD = "data"

#: Shorter values are not worth the cut.
_LEAST = 1000

#: What stands in a value's place, with its number after it; a file that has it anywhere is not cut.
_MARK = "\x00cut "
_WRITTEN_MARK = b'"data":"\\u0000cut %d"'


def cut(data: bytes) -> tuple[bytes, list[str]]:
    """Return JSON with its long "data" values cut out, and these values; ``filled`` puts them back.

    A value is cut out where it is plain ASCII without escapes, as base64 is.
    """
    if b"\\u0000cut " in data:
        return data, []
    parts: list[bytes] = []
    values: list[str] = []
    kept = at = 0
    while (found := data.find(_NAME, at)) >= 0:
        start = found + len(_NAME)
        end = data.find(b'"', start)
        at = end if end >= 0 else len(data)
        value = data[start:at]
        is_name = data[found - 1 : found] != b"\\"  # else the quotation mark belongs to another name
        if end >= 0 and is_name and len(value) >= _LEAST and _is_plain(value):
            parts += (data[kept:found], _WRITTEN_MARK % len(values))
            values.append(value.decode("ascii"))
            kept = at = end + 1
    parts.append(data[kept:])
    return b"".join(parts), values


def _is_plain(value: bytes) -> bool:
    return value.isascii() and b"\\" not in value and b"\n" not in value


def filled(row: dict[str, Any], values: list[str]) -> dict[str, Any]:
    """Return an object of the parsed rest with what was cut out of it back in its place."""
    mark = row.get(_FIELD)
    if isinstance(mark, str) and mark.startswith(_MARK) and values:
        row[_FIELD] = values[int(mark.removeprefix(_MARK))]
    return row
