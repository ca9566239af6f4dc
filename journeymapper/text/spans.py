"""Where the letters of a shaped text stand: what a highlight behind some of its words covers."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from journeymapper.text.breaks import letter_ends
from journeymapper.text.runs import TextPlaces
from journeymapper.text.shaped import GlyphRun, ShapedLine, ShapedText

#: Extents nearer to each other than this are one, in points.
_TOUCHING = 0.5


@dataclass(frozen=True, slots=True)
class Extent:
    """A part of a line, in points from the left end of the text's box; ``line`` is 0 for the first."""

    line: int
    left: float
    right: float


#: A letter of a line: its first character, the one after its last, and its left and right end in points.
_Letter = tuple[int, int, float, float]


class Letters:
    """The letters of a shaped text; a line is looked at when something in it is asked for, and once."""

    def __init__(self, text: ShapedText) -> None:
        """Look at nothing yet."""
        self._text = text
        self._lines: dict[int, list[_Letter]] = {}

    def extents(self, start: int, end: int) -> list[Extent]:
        """Return what the characters from ``start`` to, and without, ``end`` cover, line by line.

        Letters are covered with all their marks; where several are set as one sign, each has its share of
        it. Words of both directions in a line may be apart from each other.
        """
        found: list[Extent] = []
        for number, line in enumerate(self._text.lines):
            first, last = start - line.start, end - line.start
            if first < len(line.text) and last > 0:
                parts = [part[2:] for part in self._line(number) if part[0] < last and first < part[1]]
                found += [Extent(number, left, right) for left, right in _joined(sorted(parts))]
        return found

    def _line(self, number: int) -> list[_Letter]:
        if number not in self._lines:
            self._lines[number] = list(_letters(self._text.lines[number]))
        return self._lines[number]


def _letters(line: ShapedLine) -> Iterator[_Letter]:
    places = TextPlaces(line.text)
    stops = [0, *(places.index(end) for end in letter_ends(line.text))]
    clusters = _clusters(line)
    bounds = [*sorted(clusters), len(line.text.rstrip()) or len(line.text)]
    for first, end in pairwise(bounds):
        left, right, is_backwards = clusters[first]
        letters = stops[bisect_left(stops, first) : bisect_left(stops, end)] or [first]
        share = (right - left) / len(letters)
        for place, (begins, stop) in enumerate(pairwise([*letters, max(end, first + 1)])):
            nth = len(letters) - 1 - place if is_backwards else place
            yield begins, stop, line.x + left + nth * share, line.x + left + (nth + 1) * share


def _clusters(line: ShapedLine) -> dict[int, tuple[float, float, bool]]:
    """Return left and right end of what is set as one, and whether from the right, by its first character."""
    found: dict[int, tuple[float, float, bool]] = {}
    for run in line.runs:
        is_backwards = run.right_to_left
        for place, left, right in _glyphs(run):
            known = found.get(place)
            if known is not None:
                left, right = min(known[0], left), max(known[1], right)  # noqa: PLW2901 - one with its marks
            found[place] = left, right, is_backwards
    return found


def _glyphs(run: GlyphRun) -> Iterator[tuple[int, float, float]]:
    """Yield the character that each glyph stands for, and the glyph's left and right end."""
    unit = run.size / run.face.units_per_em
    advance = run.face.advance
    for glyph, (x, _y), place in zip(run.glyphs, run.positions, run.clusters, strict=True):
        yield place, x, x + advance(glyph) * unit


def _joined(parts: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return parts of a line, from left to right, with those that touch as one."""
    joined: list[tuple[float, float]] = []
    for left, right in parts:
        if joined and left <= joined[-1][1] + _TOUCHING:
            joined[-1] = joined[-1][0], max(joined[-1][1], right)
        else:
            joined.append((left, right))
    return joined
