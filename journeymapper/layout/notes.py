"""Notes printed: the numbers that cards with notes wear on the map, and the pages that list the notes.

The pages are set in columns as wide as one likes to read, so that they suit a paper of any size.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from journeymapper.document.figures import card_words
from journeymapper.document.records import Card, Lane, Stage, Step
from journeymapper.document.roles import role_of
from journeymapper.document.texts import on_one_line
from journeymapper.i18n import _
from journeymapper.layout.card import has_note
from journeymapper.layout.display import Fill, Item, OutlineEntry, Paragraph, Placed, Stroke, missing_in
from journeymapper.layout.finding import rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.pouring import Pouring, TextColumns, TextPages, beginning_of, lines_of, pitch_of
from journeymapper.layout.shapes import box, line
from journeymapper.style import colours, typography
from journeymapper.text.shaped import Alignment, ShapedText, Shaper

_BADGE_HEIGHT = 11.0
_BADGE_PADDING = 3.2
_BADGE_REACH = 3.0

_COLUMN_LEAST = 225.0
_COLUMN_GAP = 24.0
_NUMBER_GAP = 6.0
_BETWEEN = 12.0
_AFTER_PLACE = 2.0
_UNDER_TITLE = 5.0
_HEAD_GAP = 12.0
_FOOT_GAP = 8.0

#: Of a card's words so many letters name its note.
_LONGEST_NAME = 160

_NUMBER_STYLE = typography.COUNT


@dataclass(frozen=True, slots=True)
class NumberedNote:
    """A note and its number; what card it is of, and where that stands, in words."""

    number: int
    card: str
    words: str
    place: str
    note: str


def numbered_notes(layout: MapLayout) -> list[NumberedNote]:
    """Return the notes of all cards that can be seen, by lane, column and place in their cell, from 1."""
    document = layout.document
    found: list[NumberedNote] = []
    for lane in filter(layout.is_open, layout.shown_lanes):
        for step in document.indexes.columns():
            for id_ in document.indexes.cards(lane, step):
                card = document.get(id_, Card)
                if has_note(card):
                    words, place = _name(card_words(document, card)), _place(layout, card)
                    found.append(NumberedNote(len(found) + 1, id_, words, place, card.note.strip()))
    return found


def badges(layout: MapLayout, notes: list[NumberedNote]) -> Iterator[Placed]:
    """Yield the numbers, each over the folded corner of its card, to be painted over the map."""
    for note in notes:
        rect = rect_of(layout, note.card)
        if rect is not None:
            number = layout.shaper.shape(str(note.number), _NUMBER_STYLE)
            x = rect.right + _BADGE_REACH - _badge_width(number)
            yield Placed(x, rect.y - _BADGE_REACH, tuple(_badge(number, 0, 0)))


def _place(layout: MapLayout, card: Card) -> str:
    """Return where a card stands: stage, step and lane, each by its name, on one line."""
    document = layout.document
    step, lane = document.get(card.step, Step), document.get(card.lane, Lane)
    stage = on_one_line(document.get(step.stage, Stage).name)
    number = document.indexes.column_of(step.id) + 1
    step_name = on_one_line(step.name) or _("step {number}").format(number=number)
    lane_name = on_one_line(lane.name) or role_of(lane.role).shown_name()
    return " · ".join(part for part in (stage, step_name, lane_name) if part)


def _name(text: str) -> str:
    words = on_one_line(text)
    if len(words) > _LONGEST_NAME:
        words = words[:_LONGEST_NAME].rsplit(" ", 1)[0] + " …"
    return words or _("Card without words")


def _badge_width(number: ShapedText) -> float:
    return max(_BADGE_HEIGHT, number.width + 2 * _BADGE_PADDING)


def _badge(number: ShapedText, x: float, y: float) -> list[Item]:
    """Return a number in a round badge whose top left corner is at (x, y)."""
    width = _badge_width(number)
    ground = box(x, y, width, _BADGE_HEIGHT, _BADGE_HEIGHT / 2)
    return [
        Fill(ground, colours.SECONDARY),
        Stroke(ground, colours.PAPER, 0.8),
        Paragraph(
            x + (width - number.width) / 2, y + (_BADGE_HEIGHT - number.height) / 2, number, colours.PAPER
        ),
    ]


class NoteSetter:
    """Sets notes on pages of one size, in points: ``add`` them in order, then take the ``pages``.

    Args:
        shaper: Sets the words.
        size: Width and height of a page.
        margin: What stays blank on every side.
        title: The map's title.
        most: The highest number that a note will have.
    """

    def __init__(
        self, shaper: Shaper, size: tuple[float, float], margin: float, title: str, most: int
    ) -> None:
        self._shaper = shaper
        self._width, self._height = size
        self._margin = margin
        room = self._width - 2 * margin
        self._head = self._set_head(on_one_line(title), room)
        count = max(1, int((room + _COLUMN_GAP) // (_COLUMN_LEAST + _COLUMN_GAP)))
        self._column_width = (room + _COLUMN_GAP) / count - _COLUMN_GAP
        widest = shaper.shape("8" * len(str(most)), _NUMBER_STYLE)
        self._indent = _badge_width(widest) + _NUMBER_GAP
        foot_height = shaper.shape("8", typography.HINT).height
        bottom = self._height - margin - foot_height - _FOOT_GAP
        columns = TextColumns(margin, count, self._column_width, _COLUMN_GAP, bottom)
        self._pouring = Pouring(columns, lambda _page: self._head_bottom + _HEAD_GAP)

    def add(self, note: NumberedNote) -> None:
        """Set a note below the one before, over as many columns and pages as it needs."""
        pouring, room = self._pouring, self._column_width - self._indent
        name = self._shape(note.words, typography.STEP, room)
        place = self._shape(note.place, typography.HINT, room)
        words = self._shape(note.note, typography.NOTE, room)
        pouring.begin(name.height + place.height + _AFTER_PLACE + beginning_of(words), _BETWEEN)
        number = self._shape(str(note.number), _NUMBER_STYLE)
        x = pouring.x + self._indent - _NUMBER_GAP - _badge_width(number)
        pouring.add(*_badge(number, x, pouring.y + (pitch_of(name) - _BADGE_HEIGHT) / 2))
        pouring.pour(name, colours.INK, self._indent)
        pouring.pour(place, colours.SECONDARY, self._indent)
        pouring.skip(_AFTER_PLACE)
        pouring.pour(words, colours.INK, self._indent)

    def pages(self, first: int = 1, after: int = 0) -> TextPages:
        """Return the pages so far; the first is the document's page ``first``, and ``after`` more follow."""
        count = first - 1 + len(self._pouring.pages) + after
        pages: list[tuple[Placed, ...]] = []
        for number, items in enumerate(self._pouring.pages, first):
            foot = self._foot(number, count)
            pages.append((Placed(0, 0, tuple(self._head)), Placed(0, 0, (*items, foot))))
        entry = OutlineEntry(_("Notes"), Rect(0, 0, self._width, self._height))
        pages[0] = (Placed(0, 0, (entry,)), *pages[0])
        return TextPages(tuple(pages), missing_in(placed for page in pages for placed in page))

    def _shape(self, text: str, style: typography.TextStyle, room: float | None = None) -> ShapedText:
        return self._shaper.shape(text, style, room)

    def _set_head(self, title: str, room: float) -> list[Item]:
        """Return the line over the columns: what the page is, and of which map."""
        words = self._shape(_("Notes"), typography.PAGE_TITLE)
        beside = max(0.0, room - words.width - _COLUMN_GAP)
        of_map = lines_of(self._shaper.shape(title, typography.SUBTITLE, beside, Alignment.END), 0, 1)
        left, right = self._margin, self._margin + room
        baseline = self._margin + words.lines[0].baseline
        self._head_bottom = self._margin + words.height + _UNDER_TITLE
        items: list[Item] = [
            Paragraph(left, self._margin, words, colours.INK),
            Stroke(line(left, self._head_bottom, right, self._head_bottom), colours.HAIRLINE, 0.75),
        ]
        if beside:
            y = baseline - of_map.lines[0].baseline
            items.append(Paragraph(right - beside, y, of_map, colours.SECONDARY))
        return items

    def _foot(self, number: int, count: int) -> Paragraph:
        words = _("Page {number} of {count}").format(number=number, count=count)
        shaped = self._shape(words, typography.HINT)
        x, y = self._width - self._margin - shaped.width, self._height - self._margin - shaped.height
        return Paragraph(x, y, shaped, colours.SECONDARY)
