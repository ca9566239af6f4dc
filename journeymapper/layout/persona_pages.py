"""A page of its own for each persona: who it is at the top, and below in columns all that is known of it.

Pages are set as on a sheet of A4, and a larger paper shows the same larger, to be read from a wall.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from journeymapper.document.records import Persona
from journeymapper.document.roles import DECISION_ROLES
from journeymapper.document.texts import on_one_line
from journeymapper.i18n import _, mark
from journeymapper.layout.display import Fill, Item, OutlineEntry, Paragraph, Placed, Stroke, missing_in
from journeymapper.layout.geometry import Rect
from journeymapper.layout.page_foot import FOOT_GAP, foot_height, page_foot
from journeymapper.layout.pages import PAPER_MARGIN, PAPERS
from journeymapper.layout.persona_cards import Gallery, facts
from journeymapper.layout.pouring import Pouring, TextColumns, TextPages, beginning_of, lines_of
from journeymapper.layout.shapes import box, line
from journeymapper.layout.shortening import shortened
from journeymapper.style import colours, typography
from journeymapper.text.shaped import ShapedText

_COLUMN_LEAST = 200.0
_COLUMN_GAP = 28.0
_MOST_COLUMNS = 2

_FACE = 58.0
_PADDING = 18.0
_BESIDE_FACE = 22.0
_ROW_GAP = 3.0
_BEFORE_QUOTE = 7.0
_UNDER_HEAD = 22.0
_HEAD_RADIUS = 14.0

_SMALL_FACE = 9.0
_BESIDE_SMALL_FACE = 7.0
_UNDER_SMALL_HEAD = 5.0

_BETWEEN = 18.0
_UNDER_HEADING = 3.0

#: The words at the top take no more of the page than this; what would be more stands in the columns.
_HEAD_SHARE = 0.42

#: Of a name so many lines stand at the top at most; the whole of a longer one stands in the columns.
_NAME_LINES = 3

#: How much higher columns are tried than those before, in points, until all of a page fits into them.
_TRIED = 6.0

#: The fields that fill the columns, in order, by what they are called; of the rest the top tells.
_SECTIONS: Final = {
    "goals": mark("Goals"),
    "needs": mark("Needs"),
    "motivations": mark("Motivations"),
    "values": mark("Values"),
    "behaviours": mark("Behaviours"),
    "pain_points": mark("Pain points"),
    "channels": mark("Preferred channels"),
}


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the columns: a heading, and the words below it."""

    heading: ShapedText
    words: ShapedText

    @property
    def beginning(self) -> float:
        return self.heading.height + _UNDER_HEADING + beginning_of(self.words)

    @property
    def height(self) -> float:
        return self.heading.height + _UNDER_HEADING + self.words.height


@dataclass(frozen=True, slots=True)
class _Head:
    """The top of a persona's first page: what to paint, where it ends, and what found no room in it."""

    items: list[Item]
    bottom: float
    left_over: list[tuple[str, str]]


class PersonaSetter:
    """Sets personas on pages of one size, in points: ``add`` them in order, then take the ``pages``.

    Args:
        gallery: What personas look like.
        size: Width and height of a page.
        margin: What stays blank on every side of A4; larger pages have more.
        title: The map's title.
    """

    def __init__(self, gallery: Gallery, size: tuple[float, float], margin: float, title: str) -> None:
        self._shaper = shaper = gallery.shaper
        self._gallery = gallery
        self._margin = margin
        least = min(PAPERS["A4"]) - 2 * PAPER_MARGIN + 2 * margin
        self._scale = max(1.0, min(size) / least)
        self._width, self._height = size[0] / self._scale, size[1] / self._scale
        self._room = self._width - 2 * margin
        self._title = on_one_line(title)
        self._bottom = self._height - margin - foot_height(shaper) - FOOT_GAP
        count = int((self._room + _COLUMN_GAP) // (_COLUMN_LEAST + _COLUMN_GAP))
        self._count = max(1, min(_MOST_COLUMNS, count))
        self._column_width = (self._room + _COLUMN_GAP) / self._count - _COLUMN_GAP
        self._pages: list[list[Item]] = []

    def add(self, persona: Persona) -> None:
        """Set a persona on a new page, and on as many more as its words need."""
        head = self._set_head(persona)
        parts = [self._part(*told) for told in (*head.left_over, *_sections(persona))]
        colour = self._gallery.looks.colour(persona.id)
        small_head, small_bottom = self._set_small_head(persona)

        def top_of(page: int) -> float:
            return head.bottom + _UNDER_HEAD if page == 0 else small_bottom + _BETWEEN

        poured = self._poured(parts, top_of, colour)
        entry = OutlineEntry(_name(persona), Rect(0, 0, self._width, self._height))
        self._pages.append([entry, *head.items, *poured[0]])
        self._pages.extend([*small_head, *items] for items in poured[1:])

    def pages(self, first: int = 1, after: int = 0) -> TextPages:
        """Return the pages so far; the first is the document's page ``first``, and ``after`` more follow."""
        count = first - 1 + len(self._pages) + after
        room = Rect(self._margin, self._margin, self._room, self._height - 2 * self._margin)
        pages = tuple(
            (Placed(0, 0, (*items, *page_foot(room, self._title, number, count, self._shaper))),)
            for number, items in enumerate(self._pages, first)
        )
        return TextPages(pages, missing_in(placed for page in pages for placed in page), self._scale)

    @property
    def count(self) -> int:
        """How many pages there are so far."""
        return len(self._pages)

    def _set_head(self, persona: Persona) -> _Head:
        """Return who the persona is: face, name, facts and quote, as far as these are short enough."""
        left = self._margin + _PADDING + 2 * _FACE + _BESIDE_FACE
        room = self._margin + self._room - _PADDING - left
        most = _HEAD_SHARE * self._height
        rows: list[tuple[ShapedText, str, float]] = []
        left_over: list[tuple[str, str]] = []
        height = 0.0
        for heading, words, style, ink, gap in _head_rows(persona):
            row = self._shaper.shape(words, style, room)
            is_name = not rows
            if is_name and len(row.lines) > _NAME_LINES:
                left_over.append((heading, words))
                row = lines_of(row, 0, _NAME_LINES)
            elif not is_name and height + gap + row.height > most:
                left_over.append((heading, words))
                continue
            rows.append((row, ink, gap))
            height += gap + row.height
        high = max(2 * _FACE, height) + 2 * _PADDING
        middle = self._margin + high / 2
        ground = box(self._margin, self._margin, self._room, high, _HEAD_RADIUS)
        face = self._margin + _PADDING + _FACE, middle
        items: list[Item] = [
            Fill(ground, colours.LANE_GROUND),
            *self._gallery.face(persona, face, _FACE, typography.PAGE_INITIALS),
        ]
        y = middle - height / 2
        for row, ink, gap in rows:
            items.append(Paragraph(left, y + gap, row, ink))
            y += gap + row.height
        return _Head(items, self._margin + high, left_over)

    def _set_small_head(self, persona: Persona) -> tuple[list[Item], float]:
        """Return the line over the columns of further pages, and where it ends."""
        x, y = self._margin + 2 * _SMALL_FACE + _BESIDE_SMALL_FACE, self._margin + _SMALL_FACE
        words = _("{name}, continued").format(name=_name(persona))
        room = self._margin + self._room - x
        name = shortened(words, typography.LANE, room, self._shaper)
        bottom = self._margin + 2 * _SMALL_FACE + _UNDER_SMALL_HEAD
        face = self._margin + _SMALL_FACE, y
        return [
            *self._gallery.face(persona, face, _SMALL_FACE, typography.COUNT),
            Paragraph(x, y - name.height / 2, name, colours.INK),
            Stroke(line(self._margin, bottom, self._margin + self._room, bottom), colours.HAIRLINE, 0.75),
        ], bottom

    def _part(self, heading: str, text: str) -> _Part:
        return _Part(
            self._shaper.shape(heading, typography.STAGE, self._column_width),
            self._shaper.shape(text, typography.PERSONA_TEXT, self._column_width),
        )

    def _poured(
        self, parts: Sequence[_Part], top_of: Callable[[int], float], colour: str
    ) -> list[list[Item]]:
        """Return the columns of a persona's pages; on one page they are no higher than they must be."""
        pages = self._poured_to(self._bottom, parts, top_of, colour)
        if len(pages) > 1:
            return pages
        high = sum(part.height for part in parts) / self._count
        bottom = top_of(0) + max(high, *(part.beginning for part in parts), 0)
        while bottom < self._bottom:
            tried = self._poured_to(bottom, parts, top_of, colour)
            if len(tried) == 1:
                return tried
            bottom += _TRIED
        return pages

    def _poured_to(
        self, bottom: float, parts: Sequence[_Part], top_of: Callable[[int], float], colour: str
    ) -> list[list[Item]]:
        columns = TextColumns(self._margin, self._count, self._column_width, _COLUMN_GAP, bottom)
        pouring = Pouring(columns, top_of)
        for part in parts:
            pouring.begin(part.beginning, _BETWEEN)
            pouring.pour(part.heading, colour)
            pouring.skip(_UNDER_HEADING)
            pouring.pour(part.words, colours.INK)
        return pouring.pages


#: What a row of the top is called where it stands in the columns; its words, style, colour and room above.
_HeadRow = tuple[str, str, typography.TextStyle, str, float]


def _head_rows(persona: Persona) -> list[_HeadRow]:
    rows: list[_HeadRow] = [(_("Name"), _name(persona), typography.PAGE_NAME, colours.INK, 0)]
    if role := ", ".join(part for part in (persona.age, persona.role) if part):
        rows.append((_("Role"), role, typography.STAGE, colours.INK, _ROW_GAP))
    if known := facts(persona):
        rows.append((_("Life and work"), known, typography.SUBTITLE, colours.SECONDARY, _ROW_GAP))
    if persona.decision_role:
        heading, part = _("Part in the decision"), _(DECISION_ROLES[persona.decision_role])
        words = _("{heading}: {words}").format(heading=heading, words=part)
        rows.append((heading, words, typography.SUBTITLE, colours.SECONDARY, _ROW_GAP))
    if persona.quote:
        quote = _("“{quote}”").format(quote=persona.quote)
        rows.append((_("Quote"), quote, typography.PAGE_QUOTE, colours.INK, _BEFORE_QUOTE))
    return rows


def _sections(persona: Persona) -> list[tuple[str, str]]:
    """Return the headings and words of what the columns tell: only what is known."""
    filled = ((words, getattr(persona, name).strip()) for name, words in _SECTIONS.items())
    return [(_(words), text) for words, text in filled if text]


def _name(persona: Persona) -> str:
    return on_one_line(persona.name) or _("No name")
