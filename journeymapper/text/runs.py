"""Glyph runs of Qt's text engine, and how its places in a text relate to ours."""

import unicodedata
from bisect import bisect_right
from itertools import pairwise

from PySide6.QtGui import QGlyphRun

from journeymapper.text.breaks import letter_ends
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

    def indexes(self, places: list[int]) -> list[int]:
        """Return the indexes of the characters that several code units belong to."""
        return places if self._places is None else [self.index(place) for place in places]


class QtGlyphRun:
    """A ``journeymapper.text.shaped.GlyphRun`` over Qt's.

    ``native`` is a ``QGlyphRun`` in units of 1 / ``SCALE`` points; what only a PDF needs is read from it
    when asked for. ``lacks_some`` tells that a glyph stands for a character the face does not have.
    """

    __slots__ = ("_first", "_last", "_places", "face", "lacks_some", "native", "size")

    def __init__(
        self, face: SystemFace, size: float, native: QGlyphRun, places: TextPlaces, first: int, last: int
    ) -> None:
        self.face = face
        self.size = size
        self.native = native
        self.lacks_some = 0 in native.glyphIndexes()
        self._places = places
        self._first = first
        self._last = last

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
        first, last = self._first, max(self._first, self._last - 1)
        indexes = self._places.indexes(self.native.stringIndexes())
        if indexes and (min(indexes) < first or max(indexes) > last):
            indexes = [min(max(index, first), last) for index in indexes]
        return tuple([index - first for index in indexes])

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
    def ink(self) -> tuple[float, float]:
        """How far the glyphs reach above and below the baseline, in points."""
        up = down = 0.0
        for glyph, (_, drop) in zip(self.glyphs, self.positions, strict=True):
            glyph_up, glyph_down = self.face.reach(glyph)
            up, down = max(up, glyph_up * self.size - drop), max(down, glyph_down * self.size + drop)
        return up, down

    @property
    def missing(self) -> frozenset[str]:
        """The characters that are set as the face's sign for a missing glyph."""
        pairs = zip(self.glyphs, self.clusters, strict=True)
        characters = {self._places.text[self._first + cluster] for glyph, cluster in pairs if glyph == 0}
        return frozenset(filter(_has_ink, characters))


def pieces(line: str) -> list[tuple[int, int]]:
    """Cut a line into words (letters, marks, digits) and single signs with what combines with them.

    Returns:
        The (start, end) places of each in the line, in code units.
    """
    places = TextPlaces(line)
    stops = [0, *letter_ends(line)]
    in_word = [unicodedata.category(line[places.index(stop)])[0] in "LMN" for stop in stops[:-1]]
    joints = {
        stop for stop, before, here in zip(stops[1:], in_word, in_word[1:], strict=False) if before and here
    }
    return list(pairwise([stop for stop in stops if stop not in joints]))


def _has_ink(char: str) -> bool:
    return unicodedata.category(char) not in _INKLESS and ord(char) not in _VARIATION_SELECTORS
