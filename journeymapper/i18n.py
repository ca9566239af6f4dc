"""Words for the user, through gettext.

Catalogues are compiled by Babel into ``journeymapper/locale/LANGUAGE/LC_MESSAGES/journeymapper.mo``; a
language without one falls back to the English of the source.
"""

import gettext as _gettext
from datetime import date
from decimal import Context, Decimal
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError, default_locale
from babel.dates import format_date, format_skeleton
from babel.numbers import (
    format_decimal,
    get_decimal_symbol,
    get_group_symbol,
    get_minus_sign_symbol,
)

_LOCALE = Path(__file__).parent / "locale"


@cache
def _catalogue() -> _gettext.NullTranslations:
    return _gettext.translation("journeymapper", str(_LOCALE), fallback=True)


def _(message: str) -> str:
    """Return the message in the user's language."""
    return _catalogue().gettext(message)


def catalogue_language() -> str:
    """Return the language of the words in use, such as "lv"; empty for the English of the source."""
    return _catalogue().info().get("language", "")


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of the message that ``count`` asks for in the user's language."""
    return _catalogue().ngettext(one, many, count)


def mark(message: str) -> str:
    """Mark a message for translation where it is data; ``_`` translates it where it is shown."""
    return message


def language() -> str:
    """Return the user's language and country for dates, such as "lv_LV"; English where none is known."""
    return _language("LC_TIME")


def _language(category: str) -> str:
    found = default_locale(category)
    return "en_GB" if found is None or found.endswith("POSIX") else found


def day_and_month(day: date) -> str:
    """Return a date as short words, such as "1 Nov"."""
    return str(format_skeleton("MMMd", day, locale=_dates()))


def day(day: date) -> str:
    """Return a date in words, such as "1 Nov 2026"."""
    return str(format_date(day, "medium", locale=_dates()))


#: Numbers from 10 to the power of this on, and those below the other, are written with that power.
_GREATEST_POWER, _LEAST_POWER = 15, -5

#: So many digits of a number count: what computers make of the further ones is nobody's writing.
MOST_DIGITS = 15
_ROUNDING = Context(prec=MOST_DIGITS)


def number(value: float | Decimal) -> str:
    """Return a number as the user writes it, such as "1,234.5", with all digits that count; none is "-0".

    Very large and very small ones are written with a power of ten: "1.2E20".
    """
    rounded = _ROUNDING.create_decimal(value if isinstance(value, Decimal) else repr(value))
    if not rounded:
        return "0"
    power = rounded.adjusted()
    if _LEAST_POWER <= power < _GREATEST_POWER:
        return _digits(rounded)
    return f"{_digits(rounded.scaleb(-power))}E{_digits(Decimal(power))}"


def decimal_sign() -> str:
    """Return what the user writes before decimals: "." or ","."""
    return str(get_decimal_symbol(_numbers(), numbering_system="latn"))


def group_sign() -> str:
    """Return what the user writes between thousands: ",", "." or a kind of blank."""
    return str(get_group_symbol(_numbers(), numbering_system="latn"))


def minus_sign() -> str:
    """Return what the user writes before numbers below zero; it may be led by a mark of direction."""
    return str(get_minus_sign_symbol(_numbers(), numbering_system="latn"))


def sign_comes_first() -> bool:
    """Tell whether the user writes the sign of a currency before the amount, as in "$5"."""
    return str(_numbers().currency_formats["standard"].pattern).lstrip("\u200e\u200f").startswith("¤")


def _digits(value: Decimal) -> str:
    return str(format_decimal(value, locale=_numbers(), decimal_quantization=False, numbering_system="latn"))


@cache
def _numbers() -> Locale:
    return _locale(_language("LC_NUMERIC"))


@cache
def _dates() -> Locale:
    return _locale(language())


def _locale(name: str) -> Locale:
    """Return a locale by its name; one that is not known is British, as the words of the source are."""
    try:
        return Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")
