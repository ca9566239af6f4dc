"""Text poured into columns: what does not fit goes on in the next, on as many pages as it needs."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from journeymapper.layout.display import Item, Paragraph, Placed
from journeymapper.text.shaped import ShapedText

#: A column begins or ends with no fewer lines of a longer text than these.
_LEAST_LINES = 2


@dataclass(frozen=True, slots=True)
class TextPages:
    """Pages of text, each a display list from the page's top left corner; letters that no font has.

    On paper the lists are to be painted ``scale`` times as large.
    """

    pages: tuple[tuple[Placed, ...], ...]
    missing: frozenset[str]
    scale: float = 1


@dataclass(frozen=True, slots=True)
class TextColumns:
    """The columns of a page, in points: the first one's left end, how many, how wide, how far apart."""

    left: float
    count: int
    width: float
    gap: float
    bottom: float


class Pouring:
    """Text being poured; ``pages`` holds what is painted on each, of one page at least.

    Args:
        columns: The columns, alike on all pages but for their tops.
        top_of: Returns where the columns of a page begin; 0 is the first page.
    """

    def __init__(self, columns: TextColumns, top_of: Callable[[int], float]) -> None:
        self._columns = columns
        self._top_of = top_of
        self.pages: list[list[Item]] = []
        self._column = 0
        self._top = self.y = 0.0
        self._turn_page()

    @property
    def x(self) -> float:
        """The left end of the column that is being filled."""
        return self._columns.left + self._column * (self._columns.width + self._columns.gap)

    def begin(self, height: float, gap: float) -> None:
        """Begin a part that wants so much room in one column, ``gap`` below the one before."""
        if self.y > self._top:
            self.y += gap
            if self.y + height > self._columns.bottom:
                self._turn_column()

    def add(self, *items: Item) -> None:
        """Put something on the page that is being filled, wherever it stands."""
        self.pages[-1].extend(items)

    def skip(self, room: float) -> None:
        """Leave room blank."""
        self.y += room

    def pour(self, text: ShapedText, colour: str, indent: float = 0) -> None:
        """Set lines from here on; those that do not fit go to the next column, never one alone."""
        done, count, pitch = 0, len(text.lines), pitch_of(text)
        while done < count:
            fitting = int((self._columns.bottom - self.y + 0.01) // pitch)
            rest = count - done
            if fitting == rest - 1 and fitting > _LEAST_LINES:
                fitting -= 1
            if fitting <= 0 and self.y > self._top:
                self._turn_column()
                continue
            taken = min(rest, max(1, fitting))
            part = lines_of(text, done, done + taken)
            self.add(Paragraph(self.x + indent, self.y, part, colour))
            self.y += part.height
            done += taken
            if done < count:
                self._turn_column()

    def _turn_column(self) -> None:
        if self._column + 1 < self._columns.count:
            self._column += 1
            self.y = self._top
        else:
            self._turn_page()

    def _turn_page(self) -> None:
        self.pages.append([])
        self._column = 0
        self._top = self.y = self._top_of(len(self.pages) - 1)


def beginning_of(text: ShapedText) -> float:
    """Return how high the lines are that must not be torn off a text's beginning: all of a short one."""
    count = len(text.lines)
    return height_of(text, 0, _LEAST_LINES if count >= 2 * _LEAST_LINES else count)


def pitch_of(text: ShapedText) -> float:
    """Return how far lines are apart."""
    return text.height / max(1, len(text.lines))


def height_of(text: ShapedText, start: int, end: int) -> float:
    """Return how high some lines of a text are."""
    return len(text.lines[start:end]) * pitch_of(text)


def lines_of(text: ShapedText, start: int, end: int) -> ShapedText:
    """Return some lines of a text as a text."""
    above = start * pitch_of(text)
    lines = tuple(replace(each, baseline=each.baseline - above) for each in text.lines[start:end])
    return ShapedText(lines, text.width, height_of(text, start, end), text.missing)
