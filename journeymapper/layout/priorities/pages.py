"""The printed pages of priorities: a board's chart, and the list of its cards, what comes first at the top.

Pages are set as on a sheet of A4, and a larger paper shows the same larger, to be read from a wall. On paper
that stands upright the list is below the chart, on paper that lies across it is beside it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from journeymapper.document.priorities import UNRATED, Standing
from journeymapper.document.records import Card, Stage, Step
from journeymapper.document.texts import on_one_line
from journeymapper.i18n import _, day, ngettext
from journeymapper.layout.display import Item, OutlineEntry, Paragraph, Placed, Stroke, missing_in
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.page_foot import FOOT_GAP, foot_height, page_foot
from journeymapper.layout.pages import PAPER_MARGIN, PAPERS
from journeymapper.layout.pouring import Pouring, TextColumns, TextPages, beginning_of, pitch_of
from journeymapper.layout.priorities.chart import Plot
from journeymapper.layout.priorities.chips import DOT_HEIGHT, dot, dot_width
from journeymapper.layout.priorities.entries import Entries
from journeymapper.layout.priorities.words import words_of
from journeymapper.layout.shapes import line
from journeymapper.layout.shortening import shortened
from journeymapper.style import colours, typography
from journeymapper.text.shaped import ShapedText

_UNDER_TITLE = 5.0
_UNDER_HEAD = 14.0
_UNDER_CHART = 18.0
_BESIDE_CHART = 24.0
_COLUMN_GAP = 24.0
_COLUMN_LEAST = 225.0
_BETWEEN = 7.0
_OVER_HEADING = 13.0
_UNDER_HEADING = 5.0
_BESIDE_DOT = 6.0
_UNDER_TEXT = 1.0

#: How much of the page's height the chart takes above its list, and of its width beside it.
_CHART_HEIGHT, _CHART_WIDTH = 0.52, 0.62


@dataclass(frozen=True, slots=True)
class _Row:
    """A card in the list: a heading over it or none, its number, its words, and where, whose and when."""

    heading: ShapedText | None
    number: int
    hue: str
    words: ShapedText
    about: ShapedText

    @property
    def head(self) -> float:
        """How high the heading is, with what stays blank below it."""
        return self.heading.height + _UNDER_HEADING if self.heading is not None else 0.0

    @property
    def height(self) -> float:
        """How high all of the row is."""
        return self.head + self.words.height + _UNDER_TEXT + self.about.height

    @property
    def beginning(self) -> float:
        """How much of the row must not be torn apart."""
        return self.head + beginning_of(self.words)

    @property
    def gap(self) -> float:
        """What stays blank above it."""
        return _BETWEEN if self.heading is None else _OVER_HEADING


class PrioritySetter:
    """Sets boards on pages of one size, in points: ``add`` them in order, then take the ``pages``.

    Args:
        layout: The map.
        size: Width and height of a page.
        margin: What stays blank on every side of A4; larger pages have more.
    """

    def __init__(self, layout: MapLayout, size: tuple[float, float], margin: float) -> None:
        self._layout = layout
        self._shaper = layout.shaper
        least = min(PAPERS["A4"]) - 2 * PAPER_MARGIN + 2 * margin
        self._scale = max(1.0, min(size) / least)
        width, height = size[0] / self._scale, size[1] / self._scale
        self._room = Rect(margin, margin, width - 2 * margin, height - 2 * margin)
        self._bottom = self._room.bottom - foot_height(self._shaper) - FOOT_GAP
        self._pages: list[list[Item | Placed]] = []

    @property
    def count(self) -> int:
        """How many pages there are so far."""
        return len(self._pages)

    def add(self, standing: Standing) -> None:
        """Set a board on a new page, and on as many more as its list needs."""
        words, room = words_of(standing.board), self._room
        head, top = self._head(_(words.ratings), typography.PAGE_TITLE)
        entries = Entries(self._layout, standing)
        is_across = room.width > self._bottom - room.y
        high = self._bottom - top
        size = (_CHART_WIDTH * room.width, high) if is_across else (room.width, _CHART_HEIGHT * high)
        plot = Plot(standing.board, self._shaper)
        chart = plot.chart(entries.cells(), *size, with_tray=False)
        entry = OutlineEntry(_(words.name), Rect(0, 0, 2 * room.x + room.width, 2 * room.y + room.height))
        placed = (Placed(room.x + each.x, top + each.y, each.items) for each in chart.placed())
        self._pages.append([entry, *head, *placed])
        if is_across:
            left, list_top, count = room.x + chart.width + _BESIDE_CHART, top, 1
        else:
            left, list_top = room.x, top + chart.height + _UNDER_CHART
            count = self._columns_in(room.width)
        width = (room.right - left + _COLUMN_GAP) / count - _COLUMN_GAP
        columns = TextColumns(left, count, max(1.0, width), _COLUMN_GAP, self._bottom)
        self._list(standing, entries, columns, list_top)

    def pages(self, first: int = 1, after: int = 0) -> TextPages:
        """Return the pages so far; the first is the document's page ``first``, and ``after`` more follow."""
        count, title = first - 1 + len(self._pages) + after, on_one_line(self._layout.document.map.title)
        pages = []
        for number, parts in enumerate(self._pages, first):
            items = [part for part in parts if not isinstance(part, Placed)]
            foot = page_foot(self._room, title, number, count, self._shaper)
            placed = [part for part in parts if isinstance(part, Placed)]
            pages.append((Placed(0, 0, (*items, *foot)), *placed))
        return TextPages(tuple(pages), missing_in(each for page in pages for each in page), self._scale)

    def _columns_in(self, width: float) -> int:
        return max(1, int((width + _COLUMN_GAP) // (_COLUMN_LEAST + _COLUMN_GAP)))

    def _head(self, words: str, style: typography.TextStyle) -> tuple[list[Item], float]:
        """Return the line over a page, and where what stands below it begins."""
        room = self._room
        title = shortened(words, style, room.width, self._shaper)
        y = room.y + title.height + _UNDER_TITLE
        return [
            Paragraph(room.x, room.y, title, colours.INK),
            Stroke(line(room.x, y, room.right, y), colours.HAIRLINE, 0.75),
        ], y + _UNDER_HEAD

    def _list(self, standing: Standing, entries: Entries, columns: TextColumns, top: float) -> None:
        """Set the list beside or below the chart, and what has no room there on further pages."""
        indent = dot_width(len(standing.numbers), self._shaper) + _BESIDE_DOT
        rows = list(self._rows(standing, entries, columns.width - indent))
        taken, heights = 0, [row.gap + row.height for row in rows]
        for _column in range(columns.count):
            y = top - (rows[taken].gap if taken < len(rows) else 0)
            while taken < len(rows) and y + heights[taken] <= columns.bottom:
                y += heights[taken]
                taken += 1
        if taken:
            self._pages[-1].extend(self._poured(rows[:taken], columns, lambda _page: top, indent)[0])
        if taken == len(rows):
            return
        name = _("{name}, continued").format(name=_(words_of(standing.board).name))
        head, top_of_more = self._head(name, typography.LANE)
        count = self._columns_in(self._room.width)
        width = max(1.0, (self._room.width + _COLUMN_GAP) / count - _COLUMN_GAP)
        more = TextColumns(self._room.x, count, width, _COLUMN_GAP, self._bottom)
        rest = list(self._rows(standing, entries, width - indent))[taken:]
        for items in self._poured(rest, more, lambda _page: top_of_more, indent):
            self._pages.append([*head, *items])

    def _poured(
        self, rows: Sequence[_Row], columns: TextColumns, top_of: Callable[[int], float], indent: float
    ) -> list[list[Item]]:
        pouring = Pouring(columns, top_of)
        for row in rows:
            fits = row.height <= columns.bottom - top_of(0)
            pouring.begin(row.height if fits else row.beginning, row.gap)
            if row.heading is not None:
                pouring.pour(row.heading, colours.INK)
                pouring.skip(_UNDER_HEADING)
            y = pouring.y + max(0.0, (pitch_of(row.words) - DOT_HEIGHT) / 2)
            pouring.add(*dot(row.number, row.hue, pouring.x, y, indent - _BESIDE_DOT, self._shaper))
            pouring.pour(row.words, colours.INK, indent)
            pouring.skip(_UNDER_TEXT)
            pouring.pour(row.about, colours.SECONDARY, indent)
        return pouring.pages

    def _rows(self, standing: Standing, entries: Entries, width: float) -> Iterator[_Row]:
        """Yield the list: what comes first, the others by number, and those that are not rated yet."""
        first, unrated = standing.first(), standing.cards.get(UNRATED, ())
        known = {*first, *unrated}
        others = [card for card in standing.numbers if card not in known]
        parts = (
            (_(words_of(standing.board).first), first),
            (_("The others") if first else _(words_of(standing.board).name), others),
            (_("Not rated yet"), unrated),
        )
        for heading, cards in parts:
            for place, card in enumerate(cards):
                entry, record = entries.entry(card), self._layout.document.get(card, Card)
                over = None if place else self._shaper.shape(heading, typography.STAGE, width)
                words = record.text.strip() or _("Card without words")
                yield _Row(
                    over,
                    entry.number,
                    entry.hue,
                    self._shaper.shape(words, typography.NOTE, width),
                    self._shaper.shape(self._about(record), typography.HINT, width),
                )

    def _about(self, card: Card) -> str:
        """Return at which step a card stands, whose it is, until when, and how many voted for it."""
        document = self._layout.document
        step = document.get(card.step, Step)
        number = document.indexes.column_of(step.id) + 1
        parts = [
            on_one_line(document.get(step.stage, Stage).name),
            on_one_line(step.name) or _("step {number}").format(number=number),
            on_one_line(card.owner),
            _("until {date}").format(date=day(card.due)) if card.due else "",
        ]
        if card.votes:
            parts.append(ngettext("{count} vote", "{count} votes", card.votes).format(count=card.votes))
        return " · ".join(part for part in parts if part)
