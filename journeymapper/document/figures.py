"""Metrics in words: what is measured, with its number, unit and target on one line, and back.

"Conversion rate: 3.2 % / 5 %" is how people write one quickly, "Conversion rate 3.2 % (target 5 %)" how one
is shown. What is not wholly understood is no metric but words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from unicodedata import category

from journeymapper.document.document import Document
from journeymapper.document.numbers import as_float, read_number
from journeymapper.document.records import Card, Lane
from journeymapper.document.roles import role_of
from journeymapper.i18n import MOST_DIGITS, _, mark, number, sign_comes_first

_TARGET = mark("target {number}")

#: A number and its unit are not sought in more letters than these, a unit that is known left out.
_LONGEST_QUANTITY = 60

_LONGEST_UNIT = 20
_MOST_WORDS = 2
_SIGNS = frozenset("%‰°")
_ORDINALS = frozenset({"st", "nd", "rd", "th"})

_QUANTITY = re.compile(
    r"([\u200e\u200f\u061c]*[-−－]?\s?[.,]?\d(?:[\d.,'’٫٬\s]*\d)?(?:E\W*\d{1,3})?)(\s*)(\D.*)?", re.DOTALL
)
_LEADING_SIGN = re.compile(r"([\u200e\u200f\u061c]*[-−－]?)\s?(\D)\s?([\d.,].*)", re.DOTALL)
_NO_UNIT = re.compile(r"[\d\n:;=()\[\]{}<>\"“”„«»!?|\\,#@&*+_~^`–—…•]")
_LONE_NUMBER = re.compile(r"(?<![\w.,])\d+(?!\w)")
_CODE = re.compile(r"[^\d.,]*0\d")
_DAY_AND_NIGHT = re.compile(r"(?<![\d.,])24\s?/\s?7(?![\d.,])")


@dataclass(frozen=True, slots=True)
class Figure:
    """What a metric says: what is measured, how much, of what unit, and how much it should be."""

    name: str
    value: float | None = None
    unit: str = ""
    target: float | None = None


@dataclass(frozen=True, slots=True)
class _Quantity:
    """A number that was read, and its unit."""

    value: float
    unit: str


def holds_figures(document: Document, lane: str) -> bool:
    """Tell whether the cards of a lane are metrics."""
    record = document.find(lane)
    return isinstance(record, Lane) and "value" in role_of(record.role).fields


def figure_of(card: Card) -> Figure:
    """Return what a card says as a metric."""
    return Figure(card.text, card.value, card.unit, card.target)


def card_words(document: Document, card: Card) -> str:
    """Return a card's text; that of a metric with its number."""
    is_figure = card.value is not None and holds_figures(document, card.lane)
    return figure_words(figure_of(card)) if is_figure else card.text


def figure_words(figure: Figure) -> str:
    """Return a metric in words, such as "Conversion rate 3.2 % (target 5 %)", so that it can be read back.

    One without a number is its name.
    """
    if figure.value is None:
        return figure.name
    said = quantity_words(figure.value, figure.unit)
    if figure.target is not None:
        target = _(_TARGET).format(number=quantity_words(figure.target, figure.unit))
        said = f"{said} ({target})"
    plain = f"{figure.name} {said}"
    if not figure.name:
        return said
    return plain if read_figure(plain) == figure else f"{figure.name}: {said}"


def quantity_words(value: float, unit: str) -> str:
    """Return a number with its unit as the user writes both: "3.2 %", "€5" or "5 €"."""
    if unit and goes_before(unit):
        digits = number(abs(value))
        return f"{number(value).removesuffix(digits)}{unit}{digits}"
    return f"{number(value)} {unit}".rstrip()


def goes_before(unit: str) -> bool:
    """Tell whether a unit is written before its number: the sign of a currency, where that is the custom."""
    return len(unit) == 1 and category(unit) == "Sc" and sign_comes_first()


def target_words(target: float, unit: str) -> str:
    """Return what a target is in words."""
    return _(_TARGET).format(number=quantity_words(target, unit))


def change_words(before: float, after: float) -> str:
    """Return how a number changed, in words that tell the direction."""
    change = Decimal(repr(after)) - Decimal(repr(before))
    if not change:
        return _("unchanged")
    words = _("up {number}") if change > 0 else _("down {number}")
    return words.format(number=number(change.copy_abs()))


def history_words(document: Document, card: Card) -> str:
    """Return how the number of a metric changed from the last one before, and all earlier ones, or ""."""
    if card.value is None or not card.trend or not holds_figures(document, card.lane):
        return ""
    words = _("{change}, earlier values: {numbers}")
    return words.format(change=change_words(card.trend[-1], card.value), numbers=trend_words(card.trend))


def example() -> str:
    """Return a metric as it may be typed, with the user's numbers."""
    words = _("Conversion rate: {number} / {target}")
    return words.format(number=quantity_words(3.2, "%"), target=quantity_words(5, "%"))


def trend_words(trend: tuple[float, ...]) -> str:
    """Return earlier values on one line, the oldest first."""
    return "; ".join(map(number, trend))


def read_figure(text: str, known: Figure | None = None) -> Figure | None:
    """Return the metric that a text says, or None where it is not wholly understood.

    ``known`` is the metric that the text was written over: its unit is one, however it is made up, and if
    it has no name, none is needed.
    """
    if _DAY_AND_NIGHT.search(text):
        return None
    unit = known.unit if known is not None else ""
    for head, target, is_clear in _targets(text.strip(), unit):
        if (found := _headed(head, unit, target, is_clear, known)) is not None:
            return found
    return _headed(text.strip(), unit, None, False, known)


def _targets(text: str, unit: str) -> Iterator[tuple[str, _Quantity, bool]]:
    """Yield what may be targets at the end of a text, each after what stands before it.

    Clear is one that cannot be half of a date or of a fraction.
    """
    for words in dict.fromkeys((_(_TARGET), _TARGET)):
        before, after = (part.strip() for part in words.split("{number}"))
        start = text.rfind("(" + before)
        if start > 0 and text.endswith(after + ")"):
            said = text[start + 1 + len(before) : len(text) - 1 - len(after)]
            if (target := _quantity(said, unit)) is not None:
                yield text[:start].rstrip(), target, True
    rest = text.removesuffix(unit)
    for place in _places(text, unit, "/"):
        if place < len(rest) and (target := _quantity(text[place + 1 :], unit)) is not None:
            before, after = text[place - 1 : place], text[place + 1 : place + 2]
            yield text[:place].rstrip(), target, before.isspace() or after.isspace() or bool(target.unit)


def _headed(
    text: str, unit: str, target: _Quantity | None, is_clear: bool, known: Figure | None
) -> Figure | None:
    """Return the metric whose name and number a text says."""
    for place in _places(text, unit, ":="):
        is_time = text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()
        value = None if is_time else _quantity(text[place + 1 :], unit)
        name = text[:place].rstrip()
        if value is not None and _is_name(name):
            return _joined(name, value, target)
    if target is not None and not is_clear:
        return None
    for place in reversed([*_places(text, unit, " \u00a0"), -1]):
        value = _quantity(text[place + 1 :], unit)
        name = text[: max(place, 0)].rstrip()
        if value is not None and _can_lead(name, value, target, known):
            return _joined(name, value, target)
    return None


def _can_lead(name: str, value: _Quantity, target: _Quantity | None, known: Figure | None) -> bool:
    """Tell whether a name can stand before a number with nothing but a blank between them."""
    is_known = known is not None and bool(value.unit) and value.unit == known.unit
    has_sign = value.unit != "" and (value.unit in _SIGNS or category(value.unit[0]) == "Sc")
    if not name:
        return has_sign or (known is not None and not known.name)
    is_clear = target is not None or has_sign or is_known
    return is_clear and _is_name(name) and not _LONE_NUMBER.search(name)


def _is_name(words: str) -> bool:
    """Tell whether words name anything."""
    return any(map(str.isalnum, words))


def _joined(name: str, value: _Quantity, target: _Quantity | None) -> Figure | None:
    """Return the metric of these parts; None where number and target are of different units."""
    if target is None:
        return Figure(name, value.value, value.unit)
    if value.unit and target.unit and value.unit != target.unit:
        return None
    return Figure(name, value.value, value.unit or target.unit, target.value)


def _places(text: str, unit: str, signs: str) -> list[int]:
    """Return where some signs stand near the end of a text, the last one first."""
    first = max(1, len(text) - _LONGEST_QUANTITY - len(unit))
    return [place for place in range(len(text) - 1, first - 1, -1) if text[place] in signs]


def _quantity(text: str, unit: str) -> _Quantity | None:
    """Return the number that a text says, with its unit; None where it says anything else, or loses any."""
    text = text.strip()
    if len(text) > _LONGEST_QUANTITY + len(unit):
        return None
    if (leading := _LEADING_SIGN.fullmatch(text)) and category(leading[2]) == "Sc":
        value = _exact(leading[1] + leading[3])
        return _Quantity(value, leading[2]) if value is not None else None
    if unit and text.endswith(unit) and (value := _exact(text.removesuffix(unit))) is not None:
        return _Quantity(value, unit)
    found = _QUANTITY.fullmatch(text)
    if found is None or (value := _exact(found[1])) is None:
        return None
    words = found[3] or ""
    return _Quantity(value, words) if not words or _is_unit(words, not found[2]) else None


def _exact(digits: str) -> float | None:
    """Return a number of which nothing is lost: none with more digits than can be kept, no "007"."""
    written = read_number(digits)
    value = as_float(written) if written is not None else None
    if written is None or value is None or _CODE.match(digits):
        return None
    is_whole = Decimal(repr(value)) == written and len(written.normalize().as_tuple().digits) <= MOST_DIGITS
    return value if is_whole else None


def _is_unit(words: str, is_attached: bool) -> bool:
    """Tell whether words can be a unit, those right behind the number too."""
    parts = words.split()
    if len(words) > _LONGEST_UNIT or len(parts) > (1 if is_attached else _MOST_WORDS):
        return False
    if _NO_UNIT.search(words) or (is_attached and words.casefold() in _ORDINALS):
        return False
    return all(any(map(_counts, part)) for part in parts)


def _counts(sign: str) -> bool:
    """Tell whether a sign can be what is counted: a letter, or a sign of a currency or a share."""
    return sign.isalpha() or category(sign) == "Sc" or sign in _SIGNS
