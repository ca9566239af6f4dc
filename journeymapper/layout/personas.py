"""The personas at the top of the map, and how their curves look."""

from dataclasses import dataclass

from journeymapper.document.records import Persona
from journeymapper.i18n import _
from journeymapper.layout.display import DisplayList, Fill, Item, Paragraph, Stroke
from journeymapper.layout.metrics import PERSONA_GAP, PERSONA_HEIGHT, PERSONA_WIDTH
from journeymapper.layout.shapes import box, circle, line
from journeymapper.style import colours, typography
from journeymapper.text.shaped import ShapedText, Shaper

#: The hues of personas, in the order in which they take them; each has its own dash as a second sign.
_HUES = ("violet", "orange", "teal", "magenta", "green", "blue", "red", "slate")
_DASHES: tuple[tuple[float, ...], ...] = (
    (),
    (6, 3),
    (2, 2.5),
    (9, 3, 2, 3),
    (4, 2),
    (12, 4),
    (1, 2),
    (7, 2, 2, 2),
)

_PICTURE = 19.0
_PADDING = 11.0
_TEXT_LEFT = 60.0
_LEAST_WIDTH = 120.0

#: Stands for a field's words where their place is looked for; no text has it.
_PLACE = "\0"


class PersonaLooks:
    """The colour and dash of each persona, by its place among them."""

    def __init__(self, personas: list[Persona]) -> None:
        """Take the personas in order."""
        self._places = {persona.id: place for place, persona in enumerate(personas)}
        self._hues = {persona.id: persona.colour for persona in personas}

    def place(self, persona: str) -> int:
        """Return the persona's place; nobody's curve comes last."""
        return self._places.get(persona, len(self._places))

    def colour(self, persona: str) -> str:
        """Return the persona's colour as "#rrggbb"."""
        named = colours.STAGE_HUES.get(self._hues.get(persona, ""))
        return named or colours.STAGE_HUES[_HUES[self.place(persona) % len(_HUES)]]

    def dash(self, persona: str) -> tuple[float, ...]:
        """Return the dash of the persona's curve where several share a lane."""
        return _DASHES[self.place(persona) % len(_DASHES)]


@dataclass(frozen=True, slots=True)
class PersonaCard:
    """A persona laid out: size in points and what to paint."""

    width: float
    height: float
    items: DisplayList


def initials(name: str) -> str:
    """Return the first letters of the first and the last word of a name, in capitals."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return name.strip()[:1]
    letters = words[0][0] + (words[-1][0] if len(words) > 1 else "")
    return letters.upper()


def lay_out_persona(
    persona: Persona, looks: PersonaLooks, shaper: Shaper, most_width: float, dashed: bool
) -> PersonaCard:
    """Lay a persona's card out, at most ``most_width`` points wide; ``dashed`` shows its curve's dash."""
    room = min(PERSONA_WIDTH, most_width) - _TEXT_LEFT - _PADDING
    rows = _set_in(room, persona, shaper)
    height = max(PERSONA_HEIGHT if len(rows) > 1 else 2 * _PICTURE + 6, _height(rows) + 2 * _PADDING)
    width = max(_LEAST_WIDTH, max((row.width for row, _colour in rows), default=0) + _TEXT_LEFT + _PADDING)
    if len(rows) > 1:
        width = max(width, min(PERSONA_WIDTH, most_width))
    rows = _set_in(width - _TEXT_LEFT - _PADDING, persona, shaper)
    colour = looks.colour(persona.id)
    letters = shaper.shape(initials(persona.name), typography.INITIALS)
    centre = _PADDING + _PICTURE, height / 2
    items: list[Item] = [
        Fill(box(0, 0, width, height, 10), colours.LANE_GROUND),
        Fill(circle(*centre, _PICTURE), colour),
        Paragraph(centre[0] - letters.width / 2, centre[1] - letters.height / 2, letters, colours.PAPER),
    ]
    y = (height - _height(rows)) / 2
    for row, ink in rows:
        items.append(Paragraph(_TEXT_LEFT, y, row, ink))
        y += row.height + 1
    if dashed:
        under = line(_TEXT_LEFT, height - 5, width - _PADDING, height - 5)
        items.append(Stroke(under, colour, 2, looks.dash(persona.id)))
    return PersonaCard(width, height, tuple(items))


def _set_in(room: float, persona: Persona, shaper: Shaper) -> list[tuple[ShapedText, str]]:
    """Return the card's rows set in a width, with their colours."""
    return [(shaper.shape(words, style, room), ink) for words, style, ink in _rows(persona)]


def _rows(persona: Persona) -> list[tuple[str, typography.TextStyle, str]]:
    head = ", ".join(part for part in (persona.name or _("No name"), persona.age, persona.role) if part)
    rows = [(head, typography.PERSONA_NAME, colours.INK)]
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


def place_in_rows(persona: Persona, field: str) -> tuple[int, int] | None:
    """Return in which row of its card a persona's field stands, and after how many characters, or None."""
    rows = _rows(persona.model_copy(update={field: _PLACE}))
    found = ((number, words.find(_PLACE)) for number, (words, _style, _ink) in enumerate(rows))
    return next(((number, at) for number, at in found if at >= 0), None)


def _height(rows: list[tuple[ShapedText, str]]) -> float:
    return sum(row.height for row, _ink in rows) + max(0, len(rows) - 1)


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
