"""Reading a table that another program put on the clipboard, as HTML or as text with tabs."""

import csv
import re
from html.parser import HTMLParser
from io import StringIO

from journeymapper.editing.blocks import Block

#: More than this is no table that somebody copied for a map.
MOST_COLUMNS = 500
MOST_ROWS = 10_000
MOST_CELLS = 100_000
_MOST_LETTERS = 4_000_000
_MOST_MARKUP = 2_000_000

_BLANKS = re.compile("[ \t\n\r\f]+")
_TAB_INSIDE = re.compile("[^\t\n]\t")
_LINE_END = re.compile("\r\n?")
_BREAKS = {"br", "p", "div", "li", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table"}
_UNSHOWN = {"title", "head"}
_HIDDEN = re.compile("<!--|<style|<script", re.IGNORECASE)
_HIDDEN_ENDS = {
    "<!--": re.compile("-->"),
    "<style": re.compile("</style[^>]{0,99}>", re.IGNORECASE),
    "<script": re.compile("</script[^>]{0,99}>", re.IGNORECASE),
}

#: Markup is read in pieces; a tag that goes on for longer than some of them is none.
_PIECE = 8_192
_LONGEST_TAG = 65_536


class TooLargeError(ValueError):
    """A table has more rows, columns or letters than are read."""


class NoTableError(ValueError):
    """What looked like a table is text with tables in it."""


def block_in_html(html: str) -> Block | None:
    """Return the table that HTML consists of, or None when there is none, or other text besides.

    Raises:
        TooLargeError: see there.
    """
    if "<table" not in html[:_MOST_MARKUP].lower():
        return None
    if len(html) > _MOST_MARKUP:
        raise TooLargeError
    reader = _TableReader()
    try:
        reader.read(_without_hidden_parts(html))
    except (NoTableError, AssertionError):  # html.parser asserts that markup is sane
        return None
    return _block(reader.rows())


def _without_hidden_parts(html: str) -> str:
    """Return HTML without comments, style sheets and scripts; one that does not end takes all the rest."""
    parts, place = [], 0
    for begin in _HIDDEN.finditer(html):
        if begin.start() < place:
            continue
        parts.append(html[place : begin.start()])
        end = _HIDDEN_ENDS[begin.group().lower()].search(html, begin.end())
        if end is None:
            return "".join(parts)
        place = end.end()
    return "".join((*parts, html[place:]))


def block_in_text(text: str) -> Block | None:
    """Return the table that text with tabs holds, or None for text whose tabs only indent.

    Cells in quotes may have line breaks, tabs and doubled quotes in them, as spreadsheets write them.

    Raises:
        TooLargeError: see there.
    """
    if "\t" not in text:
        return None
    if len(text) > _MOST_LETTERS:
        raise TooLargeError
    text = _LINE_END.sub("\n", text)
    if not _TAB_INSIDE.search(text):
        return None
    if text.count("\n") > MOST_ROWS:
        raise TooLargeError
    return _block(_separated(text))


def _separated(text: str) -> list[list[str]]:
    """Return rows of cells; where quotes do not pair, they are but letters."""
    if text.count('"') % 2 == 0:
        try:
            return list(csv.reader(StringIO(text, newline=""), delimiter="\t"))
        except csv.Error:  # a cell past the limit of the csv module
            pass
    return [line.split("\t") for line in text.split("\n")]


def _block(rows: list[list[str]]) -> Block | None:
    """Return rows made equally long, without blank ones and blank columns at the end."""
    width = max((_filled(row) for row in rows), default=0)
    height = _filled(["".join(row) for row in rows])
    if not width:
        return None
    if width > MOST_COLUMNS or height > MOST_ROWS or width * height > MOST_CELLS:
        raise TooLargeError
    return tuple((*row[:width], *[""] * (width - len(row))) for row in rows[:height])


def _filled(texts: list[str]) -> int:
    """Return how many texts there are up to the last that is not blank."""
    return next((place for place in range(len(texts), 0, -1) if texts[place - 1].strip()), 0)


class _TableReader(HTMLParser):
    """Takes the cells of one table out of HTML, however it is written."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._cells: dict[tuple[int, int], list[str]] = {}
        self._taken: dict[int, int] = {}
        self._depth = 0
        self._tables = 0
        self._row, self._column = -1, 0
        self._cell: list[str] | None = None
        self._unshown = ""

    def read(self, html: str) -> None:
        """Read HTML to its end, in a time that grows only as it does.

        Raises:
            NoTableError: see there.
            TooLargeError: see there.
        """
        for start in range(0, len(html), _PIECE):
            self.feed(html[start : start + _PIECE])
            if len(self.rawdata) > _LONGEST_TAG:
                raise NoTableError
        self.feed("</table>")  # text waits for the next tag; what is no whole tag yet never becomes one

    def rows(self) -> list[list[str]]:
        """Return the texts by row and column."""
        rows: list[list[str]] = [
            [] for _row in range(max((row for row, _column in self._cells), default=-1) + 1)
        ]
        for (row, column), parts in self._cells.items():
            rows[row].extend([""] * (column + 1 - len(rows[row])))
            rows[row][column] = _words(parts)
        return rows

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Follow a tag's beginning."""
        if tag in _UNSHOWN:
            self._unshown = tag
        elif self._depth == 1 and tag == "tr":
            self._begin_row()
        elif self._depth == 1 and tag in {"td", "th"}:
            self._begin_cell(dict(attrs))
        elif self._cell is not None and tag in _BREAKS:
            self._cell.append("\n")
        if tag in {"table", "body"}:
            self._unshown = ""
        if tag == "table":
            self._begin_table()

    def handle_endtag(self, tag: str) -> None:
        """Follow a tag's end."""
        if tag == self._unshown:
            self._unshown = ""
        elif tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self._cell = None
        elif self._depth == 1 and tag in {"td", "th", "tr"}:
            self._cell = None
        elif self._cell is not None and tag in _BREAKS and tag != "br":
            self._cell.append("\n")

    def handle_data(self, data: str) -> None:
        """Take text: into its cell; outside the table there may be none."""
        if self._unshown:
            return
        if self._cell is not None:
            self._cell.append(_BLANKS.sub(" ", data))
        elif not self._depth and data.strip():
            raise NoTableError

    def _begin_table(self) -> None:
        self._depth += 1
        if self._depth == 1:
            self._tables += 1
            if self._tables > 1:
                raise NoTableError

    def _begin_row(self) -> None:
        self._row, self._column, self._cell = self._row + 1, 0, None
        if self._row > MOST_ROWS:
            raise TooLargeError

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        """Give a cell the next place that no cell above reaches down to."""
        if self._row < 0:
            self._begin_row()
        while self._taken.get(self._column, 0) > self._row:
            self._column += 1
        if self._column > MOST_COLUMNS or len(self._cells) > MOST_CELLS:
            raise TooLargeError
        self._cell = self._cells[self._row, self._column] = []
        across, down = _span(attributes.get("colspan")), _span(attributes.get("rowspan"))
        if down > 1:
            self._taken.update(dict.fromkeys(range(self._column, self._column + across), self._row + down))
        self._column += across


def _span(words: str | None) -> int:
    """Return how many rows or columns a cell takes; what is no sensible number is 1."""
    words = (words or "").strip()
    number = int(words) if words.isascii() and words.isdigit() and len(words) < 9 else 1
    return max(1, min(number, MOST_COLUMNS))


def _words(parts: list[str]) -> str:
    """Return a cell's text: its lines, without blank ones."""
    lines = (line.strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)
