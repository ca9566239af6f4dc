"""Words for the user, through gettext.

Catalogues are compiled by Babel into ``journeymapper/locale/LANGUAGE/LC_MESSAGES/journeymapper.mo``; a
language without one falls back to the English of the source.
"""

import gettext as _gettext
from datetime import date
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError, default_locale
from babel.dates import format_date, format_skeleton

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
    found = default_locale("LC_TIME")
    return "en_GB" if found is None or found.endswith("POSIX") else found


def day_and_month(day: date) -> str:
    """Return a date as short words, such as "1 Nov"."""
    return str(format_skeleton("MMMd", day, locale=_dates()))


def day(day: date) -> str:
    """Return a date in words, such as "1 Nov 2026"."""
    return str(format_date(day, "medium", locale=_dates()))


@cache
def _dates() -> Locale:
    try:
        return Locale.parse(language())
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")
