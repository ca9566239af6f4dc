"""JPEG and PNG files without what does not belong to the picture: where and when it was taken, by whom.

Nothing is decoded, so the picture stays as it is to the last pixel.
"""

from collections.abc import Iterator

_JPEG_START = b"\xff\xd8"
_PNG_START = b"\x89PNG\r\n\x1a\n"

#: What a PNG picture consists of; text, times, places and further frames are none of it.
_PNG_CHUNKS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})

#: JPEG markers: the end, the beginning of a scan, and the first and last of those that applications use.
_END, _SCAN = 0xD9, 0xDA
_FIRST_APPLICATION, _LAST_APPLICATION, _COMMENT = 0xE0, 0xEF, 0xFE

#: Of the latter, those that say how the picture is to be read, and how they begin.
_NEEDED = {0xE0: b"JFIF\0", 0xEE: b"Adobe"}

#: Markers that stand within a scan: an escaped byte, and restarts.
_WITHIN_SCAN = frozenset({0x00, *range(0xD0, 0xD8)})


def bare_jpeg(data: bytes) -> bytes:
    """Return a JPEG file with nothing but its picture.

    Raises:
        ValueError: it is none, or is cut short.
    """
    return _JPEG_START + b"".join(_jpeg_parts(data))


def bare_png(data: bytes) -> bytes:
    """Return a PNG file with nothing but its (first) picture.

    Raises:
        ValueError: it is none, or is cut short.
    """
    if not data.startswith(_PNG_START):
        raise ValueError("no PNG file")
    parts, place, kind = [_PNG_START], len(_PNG_START), b""
    while kind != b"IEND":
        kind = data[place + 4 : place + 8]
        end = place + 12 + int.from_bytes(data[place : place + 4])
        if len(kind) < 4 or end > len(data):
            raise ValueError("cut short")
        if kind in _PNG_CHUNKS:
            parts.append(data[place:end])
        place = end
    return b"".join(parts)


def _jpeg_parts(data: bytes) -> Iterator[bytes]:
    if not data.startswith(_JPEG_START):
        raise ValueError("no JPEG file")
    place = len(_JPEG_START)
    while True:
        place = _marker(data, place)
        kind, end = data[place + 1], place + 2
        if kind != _END:
            end += int.from_bytes(data[place + 2 : place + 4])
        if kind == _SCAN:
            end = _scan_end(data, end)
        if end > len(data):
            raise ValueError("cut short")
        if _belongs(kind, data[place + 4 : place + 9]):
            yield data[place:end]
        if kind == _END:
            return
        place = end


def _marker(data: bytes, place: int) -> int:
    """Return where the marker begins that must be here; it may be filled up with bytes of 255."""
    while data[place : place + 2] == b"\xff\xff":
        place += 1
    if place + 2 > len(data) or data[place] != 0xFF:
        raise ValueError("cut short")
    return place


def _scan_end(data: bytes, place: int) -> int:
    """Return where the next marker begins that is not part of the scan."""
    while (place := data.find(b"\xff", place)) >= 0 and place + 1 < len(data):
        if data[place + 1] not in _WITHIN_SCAN:
            return place
        place += 2
    raise ValueError("cut short")


def _belongs(kind: int, beginning: bytes) -> bool:
    if kind in _NEEDED:
        return beginning == _NEEDED[kind]
    return kind != _COMMENT and not _FIRST_APPLICATION <= kind <= _LAST_APPLICATION
