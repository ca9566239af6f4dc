"""Setting a long paragraph anew only where it differs from one that was set lately.

A keystroke in a text of thousands of words changes one line, or a few. Where a line of a script written
from left to right begins with a letter after a space, how the lines from there on are filled depends on
nothing before; where it begins inside a word, on a few letters before. So lines that begin at the same place
of the same words are the same lines, and a text set in pieces is the same as one that was mended.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass

from journeymapper.text.runs import QtGlyphRun

#: Paragraphs of fewer characters are set whole: that takes less than a millisecond or two.
SHORTEST = 600

#: How many styles and widths are remembered, and how many long paragraphs of each.
_KEPT = 4

#: Lines, and characters, before a difference that are set anew with it: a shorter word may go back into the
#: line before, and the words of Thai are told by the letters around their ends.
_LINES_BEFORE = 2
_CHARACTERS_BEFORE = 16

#: Lines at the end of a piece that do not count: what follows the piece might change them.
_LINES_AFTER = 3

#: Characters before a piece that are set with it where it begins inside a word: more than the words of Thai
#: are told by, and more than a letter's form depends on.
_CONTEXT = 16

#: Characters after a difference that are set at first to find a line that begins where one did before.
_LOOKAHEAD = 400

#: A line of more characters than this is in a box so wide that little would be gained.
_LONGEST_LINE = 400

#: A letter after a space: signs and digits take after the script before them.
_LETTER_AFTER_SPACE = re.compile(r"(?<=[ \u3000])[^\W\d_]")

#: A letter after one of its own script.
_WITHIN_WORD = re.compile(
    "(?<=[\u0e01-\u0e3a\u0e40-\u0e4e])[\u0e01-\u0e3a\u0e40-\u0e4e]"
    "|(?<=[A-Za-z])[A-Za-z]|(?<=[\u4e00-\u9fff])[\u4e00-\u9fff]|(?<=[\u3041-\u3096])[\u3041-\u3096]"
)

#: How much is set at once. Qt looks through the whole of a word for each line that it breaks it into (seconds
#: for a million letters), and cuts a stretch of one script after 4,096 code units, between a letter and its
#: mark if it so happens.
_SLICE = 2000

#: What makes all that follows depend on it.
_EMBEDDING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ENDLESS_WORD = re.compile("[^\\s\u0590-\u08ff\u0e01-\u0e4e]{2000}")

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

#: Sets a text as it is set after another one, its lines counted from its own beginning.
_Set = Callable[[str, str], _Lines]


class Mender:
    """Remembers the long paragraphs set last, and how."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: dict[Hashable, list[tuple[str, _Lines]]] = {}

    def lines(self, text: str, manner: Hashable, set_lines: _Set) -> _Lines:
        """Return the lines of a paragraph as ``set_lines`` sets them, in a manner of style and width."""
        if len(text) < SHORTEST or _DEPENDENT.search(text):
            return _whole(text, set_lines)
        kept = self._kept[manner] = self._kept.pop(manner, [])
        if len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        likest = max(kept, key=lambda old: sum(_shared(old[0], text)), default=None)
        if likest is None or sum(_shared(likest[0], text)) < len(text) / 2:
            lines = _whole(text, set_lines)
        else:
            lines = _mended(*likest, text, set_lines)
        if max(len(line.text) for line in lines) <= _LONGEST_LINE:
            kept.append((text, lines))
            del kept[:-_KEPT]
        return lines


def _whole(text: str, set_lines: _Set) -> _Lines:
    return [line for lines in _slices(text, 0, _SLICE, set_lines) for line in lines]


def _slices(text: str, begin: int, length: int, set_lines: _Set) -> Iterator[_Lines]:
    """Yield the lines from the beginning of one on, slice by slice, each from a line where nothing shows it.

    The first slice is of ``length`` characters, or of more where these are too few lines.
    """
    if _EMBEDDING.search(text) and not _ENDLESS_WORD.search(text):
        length = len(text)
    while begin + length < len(text):
        piece = _piece(text, begin, begin + length, set_lines)
        if len(piece) <= _LINES_AFTER:
            length *= 2
            continue
        last = len(piece) - _LINES_AFTER
        last = next((place for place in range(last, 0, -1) if _is_free(text, piece[place].start)), last)
        yield piece[:last]
        begin, length = piece[last].start, _SLICE
    yield _piece(text, begin, len(text), set_lines)


def _piece(text: str, begin: int, end: int, set_lines: _Set) -> _Lines:
    """Set a part of a text that begins with a line; letters that its first word begins with stand before."""
    is_word = begin and not text[begin - 1].isspace()
    before = text[max(0, begin - _CONTEXT) : begin] if is_word else ""
    return [line.moved(begin) for line in set_lines(text[begin:end], before)]


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
    known = bisect_right(old, head - _CHARACTERS_BEFORE, key=lambda line: line.start)
    first = max(0, known - 1 - _LINES_BEFORE)
    while first and not _is_free(old_text, old[first].start):
        first -= 1
    begin, moved = old[first].start, len(text) - len(old_text)
    after = {line.start + moved: place for place, line in enumerate(old)}
    same_from = len(text) - tail + _CONTEXT
    lines = old[:first]
    for fresh in _slices(text, begin, min(_SLICE, same_from + _LOOKAHEAD - begin), set_lines):
        for place, line in enumerate(fresh):
            same = after.get(line.start) if line.start >= same_from else None
            if same is not None and _is_free(text, line.start):
                return lines + fresh[:place] + [each.moved(moved) for each in old[same:]]
        lines += fresh
    return lines


def _is_free(text: str, place: int) -> bool:
    """Tell whether what begins here is set in the same way whatever stands far before it."""
    return _LETTER_AFTER_SPACE.match(text, place) is not None or _WITHIN_WORD.match(text, place) is not None
