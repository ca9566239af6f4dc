"""Glyph runs of Qt's text engine, and how its places in a text relate to ours."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from PySide6.QtGui import QGlyphRun

from journeymapper.text.faces import SystemFace

#: Pixels a point at which text is shaped; the unit of ``QtGlyphRun.native``.
SCALE = 100

#: Characters without ink of their own, which no font needs to have.
_INKLESS = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)


class TextPlaces:
    """The places of a text in both counts: characters (ours) and UTF-16 code units (Qt's)."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._places: list[int] | None = None
        if not text.isascii() and max(text) > "\uffff":
            self._places = [0]
            for char in text:
                self._places.append(self._places[-1] + (2 if char > "\uffff" else 1))

    def place(self, index: int) -> int:
        """Return where the character stands in code units."""
        return index if self._places is None else self._places[index]

    def index(self, place: int) -> int:
        """Return the index of the character that the code unit belongs to."""
        return place if self._places is None else bisect_right(self._places, place) - 1

    def line(self, first: int, last: int) -> "LinePlaces":
        """Return the places of the line from character ``first`` to before ``last``."""
        return LinePlaces(self, first, last)


class LinePlaces:
    """The places of a line within its text."""

    __slots__ = ("_first", "_last", "_places")

    def __init__(self, places: TextPlaces, first: int, last: int) -> None:
        self._places = places
        self._first = first
        self._last = last

    def clusters(self, run: QGlyphRun) -> tuple[int, ...]:
        """Return for each glyph the index in the line's text that it stands for."""
        last = max(self._first, self._last - 1)
        index = self._places.index
        return tuple(min(max(index(place), self._first), last) - self._first for place in run.stringIndexes())

    def character(self, cluster: int) -> str:
        """Return the character at an index of the line."""
        return self._places.text[self._first + cluster]


class QtGlyphRun:
    """A ``journeymapper.text.shaped.GlyphRun`` over Qt's.

    ``native`` is a ``QGlyphRun`` in units of 1 / ``SCALE`` points; what only a PDF needs is read from it
    when asked for. ``lacks_some`` tells that a glyph stands for a character the face does not have.
    """

    __slots__ = ("_line", "face", "lacks_some", "native", "size")

    def __init__(self, face: SystemFace, size: float, native: QGlyphRun, line: LinePlaces) -> None:
        self.face = face
        self.size = size
        self.native = native
        self.lacks_some = 0 in native.glyphIndexes()
        self._line = line

    @property
    def glyphs(self) -> tuple[int, ...]:
        """The glyphs' numbers in the face."""
        return tuple(self.native.glyphIndexes())

    @property
    def positions(self) -> tuple[tuple[float, float], ...]:
        """Pen positions in points from the left end of the line's baseline."""
        return tuple([(point.x() / SCALE, point.y() / SCALE) for point in self.native.positions()])

    @property
    def clusters(self) -> tuple[int, ...]:
        """For each glyph the index in the line's text that it stands for."""
        return self._line.clusters(self.native)

    @property
    def right_to_left(self) -> bool:
        """True when the pen moves to the left."""
        return self.native.isRightToLeft()

    @property
    def synthetic_bold(self) -> bool:
        """True when the system thickens a lighter face."""
        return self.face.synthetic_bold

    @property
    def synthetic_italic(self) -> bool:
        """True when the system slants an upright face."""
        return self.face.synthetic_italic

    @property
    def missing(self) -> frozenset[str]:
        """The characters that are set as the face's sign for a missing glyph."""
        pairs = zip(self.glyphs, self.clusters, strict=True)
        characters = {self._line.character(cluster) for glyph, cluster in pairs if glyph == 0}
        return frozenset(filter(_has_ink, characters))


def pieces(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut a line into words (letters, marks, digits) and single other characters.

    Yields:
        The (start, end) indexes of each.
    """
    start = first
    for index in range(first + 1, last):
        before, here = unicodedata.category(text[index - 1]), unicodedata.category(text[index])
        in_word = before[0] in "LMN" and here[0] in "LN"
        if in_word or here[0] == "M" or "Cf" in (before, here):
            continue
        yield start, index
        start = index
    if start < last:
        yield start, last


def _has_ink(char: str) -> bool:
    return unicodedata.category(char) not in _INKLESS and ord(char) not in _VARIATION_SELECTORS
