"""The personas at the top of the map: as cards, or where there are many as chips."""

from collections.abc import Callable
from dataclasses import dataclass

from journeymapper.document.records import NO_PICTURE, Persona, Picture
from journeymapper.i18n import _
from journeymapper.layout.display import DisplayList, Fill, Item, Paragraph, PictureBox, Stroke
from journeymapper.layout.metrics import PERSONA_GAP, PERSONA_HEIGHT, PERSONA_WIDTH
from journeymapper.layout.personas import PersonaLooks
from journeymapper.layout.shapes import box, circle, line
from journeymapper.style import colours, typography
from journeymapper.text.shaped import ShapedText, Shaper

_PICTURE = 19.0
_PADDING = 11.0
_TEXT_LEFT = 60.0
_LEAST_WIDTH = 120.0

_CHIP_PICTURE = 10.0
_CHIP_PADDING = 4.0
_CHIP_TEXT_LEFT = 30.0
_CHIP_RIGHT = 10.0
_CHIP_MOST = 160.0
_CHIP_LEAST = 72.0
_CHIP_DASH_ROOM = 4.0

#: Of a circle's diameter so much is room for letters.
_LETTERS_SHARE = 0.82

#: How wide the ring about a picture is: so many points, and more with the radius.
_RING, _RING_SHARE = 0.6, 0.04

#: Between fields on one line.
_BETWEEN = "  ·  "

#: Stands for a field's words where their place is looked for; no text has it.
_PLACE = "\0"


@dataclass(frozen=True, slots=True)
class PersonaCard:
    """A persona laid out: size in points, what to paint, and its rows of words."""

    width: float
    height: float
    items: DisplayList
    rows: tuple[Paragraph, ...]


#: Words, and their style and colour.
_Row = tuple[str, typography.TextStyle, str]


#: Returns the picture of an id, or None.
PictureOf = Callable[[str], Picture | None]


@dataclass(frozen=True, slots=True)
class Gallery:
    """What personas look like, and how words are set: all that is needed to draw any of them."""

    looks: PersonaLooks
    shaper: Shaper
    picture_of: PictureOf

    def face(
        self, persona: Persona, centre: tuple[float, float], radius: float, style: typography.TextStyle
    ) -> list[Item]:
        """Return a circle in the persona's colour with its letters, or with its picture in a ring."""
        ring, colour = circle(*centre, radius), self.looks.colour(persona.id)
        picture = self.picture_of(persona.picture) if persona.picture != NO_PICTURE else None
        if picture is not None:
            edge = _RING + radius * _RING_SHARE
            inner = circle(*centre, radius - edge).rect
            outer = circle(*centre, radius - edge / 2)
            return [PictureBox(inner, picture, inner.width / 2), Stroke(outer, colour, edge)]
        room = _LETTERS_SHARE * 2 * radius
        letters = self.looks.fitting_letters(persona.id, self.shaper, style, room)
        x, y = centre[0] - letters.width / 2, centre[1] - letters.height / 2
        return [Fill(ring, colour), Paragraph(x, y, letters, colours.PAPER)]


def lay_out_persona(persona: Persona, gallery: Gallery, most_width: float, dashed: bool) -> PersonaCard:
    """Lay a persona's card out, at most ``most_width`` points wide; ``dashed`` shows its curve's dash."""
    shaper = gallery.shaper
    room = min(PERSONA_WIDTH, most_width) - _TEXT_LEFT - _PADDING
    rows = _set_in(room, _rows(persona), shaper)
    height = max(PERSONA_HEIGHT if len(rows) > 1 else 2 * _PICTURE + 6, _height(rows) + 2 * _PADDING)
    width = max(_LEAST_WIDTH, max((row.width for row, _colour in rows), default=0) + _TEXT_LEFT + _PADDING)
    if len(rows) > 1:
        width = max(width, min(PERSONA_WIDTH, most_width))
    rows = _set_in(width - _TEXT_LEFT - _PADDING, _rows(persona), shaper)
    placed = _placed(rows, _TEXT_LEFT, (height - _height(rows)) / 2)
    centre = _PADDING + _PICTURE, height / 2
    items: list[Item] = [
        Fill(box(0, 0, width, height, 10), colours.LANE_GROUND),
        *gallery.face(persona, centre, _PICTURE, typography.INITIALS),
        *placed,
    ]
    if dashed:
        items.append(_dash(persona, gallery, _TEXT_LEFT, width - _PADDING, height - 5))
    return PersonaCard(width, height, tuple(items), placed)


def lay_out_chips(personas: list[Persona], gallery: Gallery, room: float, dashed: bool) -> list[PersonaCard]:
    """Lay personas out as chips: a circle and the name, which may take several lines.

    All have the same width: in rows ``room`` points wide they fill these, where there are several.
    """
    shaper = gallery.shaper
    most = min(_CHIP_MOST, room) - _CHIP_TEXT_LEFT - _CHIP_RIGHT
    widest = max(shaper.shape(_name(persona), typography.PERSONA_CHIP, most).width for persona in personas)
    width = max(min(_CHIP_LEAST, room), widest + _CHIP_TEXT_LEFT + _CHIP_RIGHT)
    in_row = max(1, int((room + PERSONA_GAP) // (width + PERSONA_GAP)))
    if in_row < len(personas):
        width = (room + PERSONA_GAP) / in_row - PERSONA_GAP
    return [_chip(persona, gallery, width, dashed) for persona in personas]


def _chip(persona: Persona, gallery: Gallery, width: float, dashed: bool) -> PersonaCard:
    shaper = gallery.shaper
    left, right = _CHIP_TEXT_LEFT, width - _CHIP_RIGHT
    [(words, style, ink)] = _chip_rows(persona)
    name = shaper.shape(words, style)  # words from right to left stand by the circle too
    if len(name.lines) > 1 or name.width > right - left:
        name = shaper.shape(words, style, right - left)
    high = max(2 * (_CHIP_PICTURE + _CHIP_PADDING), name.height + 2 * _CHIP_PADDING)
    height = high + (_CHIP_DASH_ROOM if dashed else 0)
    row = Paragraph(left, (high - name.height) / 2, name, ink)
    centre = _CHIP_PADDING + _CHIP_PICTURE, height / 2
    items: list[Item] = [
        Fill(box(0, 0, width, height, min(height / 2, _CHIP_PICTURE + _CHIP_PADDING)), colours.LANE_GROUND),
        *gallery.face(persona, centre, _CHIP_PICTURE, typography.COUNT),
        row,
    ]
    if dashed:
        items.append(_dash(persona, gallery, left, right, height - _CHIP_PADDING))
    return PersonaCard(width, height, tuple(items), (row,))


def _dash(persona: Persona, gallery: Gallery, left: float, right: float, y: float) -> Stroke:
    looks = gallery.looks
    return Stroke(line(left, y, right, y), looks.colour(persona.id), 2, looks.dash(persona.id))


def _set_in(room: float, rows: list[_Row], shaper: Shaper) -> list[tuple[ShapedText, str]]:
    """Return rows set in a width, with their colours."""
    return [(shaper.shape(words, style, room), ink) for words, style, ink in rows]


def _placed(rows: list[tuple[ShapedText, str]], x: float, y: float) -> tuple[Paragraph, ...]:
    placed = []
    for row, ink in rows:
        placed.append(Paragraph(x, y, row, ink))
        y += row.height + 1
    return tuple(placed)


def _height(rows: list[tuple[ShapedText, str]]) -> float:
    return sum(row.height for row, _ink in rows) + max(0, len(rows) - 1)


def _name(persona: Persona) -> str:
    return persona.name if persona.name.strip() else _("No name")


def facts(persona: Persona) -> str:
    """Return the line of facts about a persona: family, work and income, those that are known."""
    return _BETWEEN.join(part for part in (persona.family, persona.work, persona.income) if part.strip())


def _rows(persona: Persona) -> list[_Row]:
    head = ", ".join(part for part in (_name(persona), persona.age, persona.role) if part)
    rows = [(head, typography.PERSONA_NAME, colours.INK)]
    if known := facts(persona):
        rows.append((known, typography.PERSONA_LINE, colours.SECONDARY))
    if persona.quote:
        rows.append((_("“{quote}”").format(quote=persona.quote), typography.PERSONA_QUOTE, colours.SECONDARY))
    parts = []
    if persona.goals:
        parts.append(_("Goals: {goals}").format(goals=persona.goals))
    if persona.pain_points:
        parts.append(_("Fears: {fears}").format(fears=persona.pain_points))
    if parts:
        rows.append(("   ".join(parts), typography.PERSONA_LINE, colours.SECONDARY))
    return rows


def _chip_rows(persona: Persona) -> list[_Row]:
    return [(_name(persona), typography.PERSONA_CHIP, colours.INK)]


def place_in_rows(persona: Persona, field: str, is_chip: bool) -> tuple[int, int] | None:
    """Return in which of its rows a persona's field stands, and after how many characters, or None."""
    asked = persona.model_copy(update={field: _PLACE})
    rows = _chip_rows(asked) if is_chip else _rows(asked)
    found = ((number, words.find(_PLACE)) for number, (words, _style, _ink) in enumerate(rows))
    return next(((number, at) for number, at in found if at >= 0), None)


def flowed(cards: list[PersonaCard], room: float) -> tuple[list[tuple[float, float]], float, float]:
    """Return the places of cards set in rows within ``room`` points, and the width and height of all."""
    places: list[tuple[float, float]] = []
    x = y = row_height = widest = 0.0
    for card in cards:
        if x and x + card.width > room:
            x, y, row_height = 0.0, y + row_height + PERSONA_GAP, 0.0
        places.append((x, y))
        x += card.width + PERSONA_GAP
        widest, row_height = max(widest, x - PERSONA_GAP), max(row_height, card.height)
    return places, widest, y + row_height
