"""Setting a long paragraph anew only where it differs from one that was set lately.

A keystroke in a text of thousands of words changes one line, or a few. Where a line of a script written
from left to right begins after a space (or at a word of Thai), how the lines from there on are filled
depends on nothing before: lines that begin at the same place of the same words are the same lines.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from journeymapper.text.runs import QtGlyphRun

#: Paragraphs of fewer characters are set whole: that takes less than a millisecond or two.
SHORTEST = 600

#: How many styles and widths are remembered, and how many long paragraphs of each.
_KEPT = 4

#: Lines before a difference that are set anew with it: a shorter word may go back into the line before.
_LINES_BEFORE = 2

#: Lines at the end of a piece that do not count: what follows the piece might change them.
_LINES_AFTER = 3

#: Characters after a difference that are set at first to find a line that begins where one did before.
_LOOKAHEAD = 400

#: A letter after a space: signs and digits take after the script before them.
_LETTER_AFTER_SPACE = re.compile(r"(?<=[ \u3000])[^\W\d_]")
_WITHIN_THAI = re.compile("(?<=[\u0e01-\u0e4e])[\u0e01-\u0e4e]")

#: A word that goes over more lines than anybody reads: what a program has written, not a person.
_ENDLESS_WORD = re.compile("[^\\s\u0590-\u08ff\u0e01-\u0e4e]{2000}")
_SLICE = 2000

#: What makes a place depend on what was far before it: tabs, joined letters, marks, and directions.
_DEPENDENT = re.compile(
    "[\t\u0590-\u08ff\u180e-\u18af\u200b-\u200f\u202a-\u202e\u2060-\u206f\ua840-\ua87f\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is set: its text, where it starts in its paragraph, its width in points and its runs."""

    text: str
    start: int
    width: float
    runs: tuple[QtGlyphRun, ...]
    right_to_left: bool

    def moved(self, by: int) -> "Line":
        """Return the line in a text that has ``by`` more characters before it."""
        return Line(self.text, self.start + by, self.width, self.runs, self.right_to_left) if by else self


_Lines = list[Line]
_Set = Callable[[str], _Lines]


class Mender:
    """Remembers the long paragraphs set last, and how."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: dict[Hashable, list[tuple[str, _Lines]]] = {}

    def lines(self, text: str, manner: Hashable, set_lines: _Set) -> _Lines:
        """Return the lines of a paragraph as ``set_lines`` sets them, in a manner of style and width."""
        if len(text) < SHORTEST or _DEPENDENT.search(text):
            return _in_slices(text, set_lines)
        kept = self._kept[manner] = self._kept.pop(manner, [])
        if len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        likest = max(kept, key=lambda old: sum(_shared(old[0], text)), default=None)
        if likest is None or sum(_shared(likest[0], text)) < len(text) / 2:
            lines = _in_slices(text, set_lines)
        else:
            lines = _mended(*likest, text, set_lines)
        kept.append((text, lines))
        del kept[:-_KEPT]
        return lines


def _in_slices(text: str, set_lines: _Set) -> _Lines:
    """Set a whole text; one with a word without end slice by slice.

    Qt looks through the whole of a word for each line that it breaks it into: seconds for a million letters.
    """
    if not _ENDLESS_WORD.search(text):
        return set_lines(text)
    lines: _Lines = []
    begin, length = 0, _SLICE
    while begin + length < len(text):
        piece = set_lines(text[begin : begin + length])
        if len(piece) <= _LINES_AFTER:
            length *= 2
            continue
        lines += [line.moved(begin) for line in piece[:-_LINES_AFTER]]
        begin, length = begin + piece[-_LINES_AFTER].start, _SLICE
    return lines + [line.moved(begin) for line in set_lines(text[begin:])]


def _shared(old: str, new: str) -> tuple[int, int]:
    """Return how many characters two texts have in common at their beginning, and at their end besides."""
    most = min(len(old), len(new))
    head = _longest(most, lambda count: old[:count] == new[:count])
    tail = _longest(most - head, lambda count: not count or old[-count:] == new[-count:])
    return head, tail


def _longest(most: int, holds: Callable[[int], bool]) -> int:
    """Return the largest count up to ``most`` for which something holds that holds for all smaller ones."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low


def _mended(old_text: str, old: _Lines, text: str, set_lines: _Set) -> _Lines:
    """Return the lines of ``text``, those of ``old_text`` wherever both are the same."""
    head, tail = _shared(old_text, text)
    first = max(0, bisect_right(old, head, key=lambda line: line.start) - 1 - _LINES_BEFORE)
    while first and not _is_free(old_text, old[first].start):
        first -= 1
    begin, moved = old[first].start, len(text) - len(old_text)
    after = {line.start + moved: place for place, line in enumerate(old)}
    lookahead = _LOOKAHEAD
    while True:
        end = len(text) - tail + lookahead
        piece = set_lines(text[begin:end])
        fresh = [line.moved(begin) for line in piece]
        if end >= len(text):
            return old[:first] + fresh
        for place, line in enumerate(fresh[:-_LINES_AFTER]):
            same = after.get(line.start)
            if same is not None and line.start >= len(text) - tail and _is_free(text, line.start):
                rest = [each.moved(moved) for each in old[same:]]
                return old[:first] + fresh[:place] + rest
        lookahead *= 4


def _is_free(text: str, place: int) -> bool:
    """Tell whether what begins here is set in the same way whatever stands before it."""
    return _LETTER_AFTER_SPACE.match(text, place) is not None or _WITHIN_THAI.match(text, place) is not None
