"""How personas look: the colour, the dash and the letters that tell one from the others."""

from collections import Counter
from itertools import cycle, islice

from journeymapper.document.records import NOBODY, Persona
from journeymapper.layout.display import DisplayList, Fill, Paragraph
from journeymapper.layout.initials import initials
from journeymapper.layout.shapes import box
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
#: The round dots of wished-for curves, a row for each dash: so far apart, in points, and so many together.
_DOT = 0.01
_DOTS: tuple[tuple[float, ...], ...] = (
    (_DOT, 3.6),
    (_DOT, 3, _DOT, 7),
    (_DOT, 6),
    (_DOT, 3, _DOT, 3, _DOT, 7),
    (_DOT, 3, _DOT, 3, _DOT, 3, _DOT, 7),
    (_DOT, 9),
    (_DOT, 4, 3, 4),
    (_DOT, 3, _DOT, 4, 3, 4),
)

#: The room of a persona's sign on its cards, in points; with one letter the sign is a circle.
BADGE_WIDTH, BADGE_HEIGHT = 21.0, 12.0
_BADGE_PADDING = 2.6


class PersonaLooks:
    """The colour, the dash and the letters of each persona.

    A colour that the user chose is kept. The others take the hues that nobody chose, by their place, and
    begin anew where there are no more; then they have other dashes. No two have the same letters.
    """

    def __init__(self, personas: list[Persona]) -> None:
        """Take the personas in order."""
        self._places = {persona.id: place for place, persona in enumerate(personas)}
        self._hues = _hues_of(personas)
        self._dashes = _dashes_of(self._hues)
        self._letters = _letters_of(personas)
        self._badges: dict[str, DisplayList] = {}

    def place(self, persona: str) -> int:
        """Return the persona's place; nobody's curve comes last."""
        return self._places.get(persona, len(self._places))

    def hue(self, persona: str) -> str:
        """Return the name of the persona's hue; nobody takes one after all others."""
        return self._hues.get(persona, self._hues[NOBODY])

    def colour(self, persona: str) -> str:
        """Return the persona's colour as "#rrggbb"."""
        return colours.STAGE_HUES[self.hue(persona)]

    def dash(self, persona: str) -> tuple[float, ...]:
        """Return the dash of the persona's curve where several share a lane."""
        return _DASHES[self._dashes.get(persona, self._dashes[NOBODY])]

    def dots(self, persona: str) -> tuple[float, ...]:
        """Return the dash of the persona's wished-for curve, of round dots where its ends are round."""
        return _DOTS[self._dashes.get(persona, self._dashes[NOBODY])]

    def letters(self, persona: str) -> str:
        """Return the persona's initials, or its number where it has no name; "" for nobody."""
        return self._letters.get(persona, "")

    def fitting_letters(
        self, persona: str, shaper: Shaper, style: typography.TextStyle, room: float
    ) -> ShapedText:
        """Return the persona's letters set on one line, or its number where they take more than ``room``."""
        letters = shaper.shape(self.letters(persona), style)
        return letters if letters.width <= room else shaper.shape(str(self.place(persona) + 1), style)

    def badge(self, persona: str, shaper: Shaper) -> DisplayList:
        """Return the sign on cards of a persona, at the right of a room of the badge's size.

        It is always the same list, so that painters can keep it made ready.
        """
        if persona not in self._badges:
            self._badges[persona] = self.badge_at(0, 0, persona, shaper)
        return self._badges[persona]

    def badge_at(self, x: float, y: float, persona: str, shaper: Shaper) -> DisplayList:
        """Return the same sign in a room whose top left corner is at (x, y); nothing for nobody."""
        if persona == NOBODY:
            return ()
        room = BADGE_WIDTH - 2 * _BADGE_PADDING
        letters = self.fitting_letters(persona, shaper, typography.COUNT, room)
        width = max(BADGE_HEIGHT, letters.width + 2 * _BADGE_PADDING)
        left = x + BADGE_WIDTH - width
        words = left + (width - letters.width) / 2, y + (BADGE_HEIGHT - letters.height) / 2
        return (
            Fill(box(left, y, width, BADGE_HEIGHT, BADGE_HEIGHT / 2), self.colour(persona)),
            Paragraph(*words, letters, colours.PAPER),
        )


def _hues_of(personas: list[Persona]) -> dict[str, str]:
    """Return the hue of each persona, and nobody's: the chosen one, or else one that nobody was given."""
    chosen = {persona.colour for persona in personas}
    free = cycle([hue for hue in _HUES if hue not in chosen] or _HUES)
    found = {
        persona.id: persona.colour if persona.colour in colours.STAGE_HUES else next(free)
        for persona in personas
    }
    return found | {NOBODY: next(free)}


def _dashes_of(hues: dict[str, str]) -> dict[str, int]:
    """Return the dash of each persona: by its place, or the next that no other of the same hue has."""
    taken: set[tuple[str, int]] = set()
    found: dict[str, int] = {}
    for place, (persona, hue) in enumerate(hues.items()):
        wanted = islice(cycle(range(len(_DASHES))), place % len(_DASHES), place % len(_DASHES) + len(_DASHES))
        dash = next((dash for dash in wanted if (hue, dash) not in taken), place % len(_DASHES))
        taken.add((hue, dash))
        found[persona] = dash
    return found


def _letters_of(personas: list[Persona]) -> dict[str, str]:
    """Return the initials of each persona; those that others have had before get a number after them."""
    met: Counter[str] = Counter()
    found: dict[str, str] = {}
    for place, persona in enumerate(personas, 1):
        letters = given = initials(persona.name) or str(place)
        while met[given] > 0:
            met[letters] += 1
            given = f"{letters}{met[letters]}"
        met[given] += 1
        found[persona.id] = given
    return found
