"""Putting right what is wrong in a file that another program, a bad merge or a hand wrote.

A map is opened with what can be shown of it, and the user is told what was changed. What has no sensible
answer, such as a card in a lane that is not there, stays as it is, and the file is refused.
"""

import math
import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

from journeymapper.document.invariants import DISMISSIBLE
from journeymapper.document.links import LEAVES
from journeymapper.document.records import (
    LONGEST_SIDE,
    MAP_ID,
    MOST_EARLIER,
    MOST_VOTES,
    NO_PICTURE,
    NOBODY,
    OUTSIDE,
    WHOLE_MAP,
    WIDEST_SPAN,
    JourneyMap,
)
from journeymapper.editing.points import HIGHEST, LOWEST
from journeymapper.i18n import _

Row = dict[str, Any]

_LONGEST_NAME = 60

#: A comma in a number stands before decimals, or groups thousands.
_THOUSANDS = re.compile(r"[-−+]?[1-9]\d{0,2},\d{3}")


def mended(whole: Row) -> tuple[Row, tuple[str, ...]]:
    """Return a file's contents put right, and a line for each thing that was changed; nothing is written."""
    mending = _Mending(whole)
    arrays = {
        "pictures": mending.pictures,
        "personas": mending.personas,
        "cards": mending.cards,
        "points": mending.points,
        "links": mending.links,
        "prompts": mending.prompts,
        "dismissals": mending.dismissals,
    }
    changed = {name: mend() for name, mend in arrays.items() if isinstance(whole.get(name), list)}
    return {**whole, **changed}, tuple(mending.notes)


class _Mending:
    """The file's arrays under repair; ``notes`` says what was done."""

    def __init__(self, whole: Row) -> None:
        self.notes: list[str] = []
        self._whole = whole
        self._names = {
            row["id"]: row for row in self._rows("cards", "steps") if isinstance(row.get("id"), str)
        }
        self._personas = _ids(self._rows("personas"))
        self._pictures: set[str] = set()

    def _rows(self, *names: str) -> Iterator[Row]:
        for name in names:
            value = self._whole.get(name)
            yield from (row for row in value if isinstance(row, dict)) if isinstance(value, list) else ()

    def _each(self, name: str, mend: Callable[[Row], Row | None]) -> list[Any]:
        """Return an array with its rows mended; ``None`` leaves one out, what is no row stays."""
        rows = [mend(row) if isinstance(row, dict) else row for row in self._whole[name]]
        return [row for row in rows if row is not None]

    def _note(self, row: Row, words: str) -> None:
        name = " ".join(str(row.get("text") or row.get("name") or row.get("id") or "").split())
        short = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
        self.notes.append(_("“{name}”: {what}").format(name=short, what=words))

    def pictures(self) -> list[Any]:
        """Leave out pictures without bytes or a size."""
        kept = self._each("pictures", self._picture)
        self._pictures = _ids(row for row in kept if isinstance(row, dict))
        return kept

    def _picture(self, row: Row) -> Row | None:
        sides = row.get("width"), row.get("height")
        has_size = all(type(side) is int and 0 < side <= LONGEST_SIDE for side in sides)
        if has_size and isinstance(row.get("data"), str) and isinstance(row.get("media_type"), str):
            return row
        self._note(row, _("a picture without bytes or a size was left out."))
        return None

    def personas(self) -> list[Any]:
        """Take away pictures that are not in the file."""
        return self._each("personas", self._with_known_picture)

    def _with_known_picture(self, row: Row) -> Row:
        picture = row.get("picture", NO_PICTURE)
        if picture == NO_PICTURE or not isinstance(picture, str) or picture in self._pictures:
            return row
        self._note(row, _("its picture is not in the file; it has none now."))
        return {**row, "picture": NO_PICTURE}

    def _with_known_persona(self, row: Row) -> Row:
        persona = row.get("persona", NOBODY)
        if persona == NOBODY or not isinstance(persona, str) or persona in self._personas:
            return row
        self._note(row, _("its persona is not in the file; it belongs to nobody in particular now."))
        return {**row, "persona": NOBODY}

    def cards(self) -> list[Any]:
        """Mend what a card belongs to, shows, covers and measures."""
        return self._each("cards", self._card)

    def _card(self, row: Row) -> Row:
        if "persona" in row:
            row = self._with_known_persona(row)
        if "picture" in row:
            row = self._with_known_picture(row)
        if "span" in row:
            row = self._within(row, "span", 1, WIDEST_SPAN)
        if "votes" in row:
            row = self._within(row, "votes", 0, MOST_VOTES)
        for field in ("value", "target"):
            if row.get(field) is not None:
                row = self._with_number(row, field)
        return self._with_earlier_values(row) if isinstance(row.get("trend"), list) else row

    def _within(self, row: Row, field: str, least: float, most: float) -> Row:
        """Move a number into its limits; what is no number stays."""
        value = row.get(field)
        if not isinstance(value, int | float) or isinstance(value, bool) or least <= value <= most:
            return row
        limit = least if value < least else most
        words = _("{field} {value} is outside what is possible; it is {limit} now.")
        self._note(row, words.format(field=field, value=_short(value), limit=limit))
        return {**row, field: limit}

    def _with_number(self, row: Row, field: str) -> Row:
        """Read a figure that was written as words; words that are none go into the card's text."""
        value = row[field]
        if _is_number(value) or not isinstance(value, str | int | float):
            return row
        number = _number(value) if isinstance(value, str) else None
        if number is not None:
            return {**row, field: number}
        words = str(value) if isinstance(value, str | bool) else _short(value)
        self._note(row, _("“{words}” is no number; it stands in the text now.").format(words=words))
        return {**row, field: None, "text": f"{row.get('text', '')} {words}".strip()}

    def _with_earlier_values(self, row: Row) -> Row:
        numbers = [value for value in row["trend"] if _is_number(value)][-MOST_EARLIER:]
        if len(numbers) == len(row["trend"]):
            return row
        self._note(row, _("earlier values that are no numbers, or are too many, were left out."))
        return {**row, "trend": numbers}

    def points(self) -> list[Any]:
        """Mend scores and whose they are; of two points of one curve at one step the first stays."""
        met: set[tuple[str, ...]] = set()

        def mend(row: Row) -> Row | None:
            row = self._within(self._with_known_persona(row), "score", LOWEST, HIGHEST)
            curve = row.get("persona", NOBODY), row.get("wished", False)
            place = tuple(map(repr, (row.get("lane"), row.get("step"), *curve)))
            if place in met:
                self._note(row, _("its curve has another emotion point at that step; this one was left out."))
                return None
            met.add(place)
            return row

        return self._each("points", mend)

    def links(self) -> list[Any]:
        """Leave out links whose ends are not there, or that lead nowhere."""
        return self._each("links", self._link)

    def _link(self, row: Row) -> Row | None:
        source, target = row.get("source"), row.get("target", OUTSIDE)
        if not isinstance(source, str) or not isinstance(target, str):
            return row
        leaves = row.get("link_kind", "") == LEAVES
        if source not in self._names or not (target in self._names or target == OUTSIDE):
            self._note(row, _("a link whose end is not in the file was left out."))
            return None
        if source == target or (target == OUTSIDE and not leaves):
            self._note(self._names[source], _("a link that leads nowhere was left out."))
            return None
        if leaves and target != OUTSIDE:
            self._note(self._names[source], _("a link that leaves led to something; it leads outside now."))
            return {**row, "target": OUTSIDE}
        return row

    def prompts(self) -> list[Any]:
        """Leave out hints whose cell is not in the file, and second ones of a cell."""
        lanes, steps = _ids(self._rows("lanes")), _ids(self._rows("steps"))
        met: set[tuple[str, str]] = set()

        def mend(row: Row) -> Row | None:
            cell = row.get("lane"), row.get("step")
            if not isinstance(cell[0], str) or not isinstance(cell[1], str):
                return row
            if cell in met or cell[0] not in lanes or cell[1] not in steps:
                self._note(row, _("a hint that has no cell of its own was left out."))
                return None
            met.add((cell[0], cell[1]))
            return row

        return self._each("prompts", mend)

    def dismissals(self) -> list[Any]:
        """Leave out dismissals of what is not in the file or cannot be dismissed, and second ones."""
        collections = (kind.collection for kind in DISMISSIBLE if kind is not JourneyMap)
        places = {WHOLE_MAP, MAP_ID} | _ids(self._rows(*collections))
        met: set[tuple[str, str]] = set()

        def mend(row: Row) -> Row | None:
            rule, place = row.get("rule"), row.get("place", WHOLE_MAP)
            if not isinstance(rule, str) or not isinstance(place, str):
                return row
            if (rule, place) in met or place not in places:
                self._note(row, _("“not for this map” of what is not in the file was left out."))
                return None
            met.add((rule, place))
            return row

        return self._each("dismissals", mend)


def _ids(rows: Iterator[Row] | Collection[Row]) -> set[str]:
    return {row["id"] for row in rows if isinstance(row.get("id"), str)}


def _is_number(value: object) -> bool:
    """Tell whether a value is a number that a card can hold; JSON's whole numbers may be larger than any."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(float(value))
    except OverflowError:
        return False


def _number(words: str) -> float | None:
    """Return the number that words say, with a decimal point or comma, or None.

    "1,234" says none: it may be a thousand or one and a bit, whoever wrote it.
    """
    if _THOUSANDS.fullmatch(words.strip()):
        return None
    try:
        number = float(words.strip().replace("−", "-").replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _short(value: float) -> str:
    """Return a number as one reads it; of a whole number of thousands of digits only how long it is."""
    if isinstance(value, int) and abs(value) >= 10**15:
        return _("(a number of more than 15 digits)")
    return str(value)
