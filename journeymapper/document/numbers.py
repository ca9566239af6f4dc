"""Numbers that people wrote, in the ways in which they write them."""

import re
from decimal import Decimal
from unicodedata import decimal

from journeymapper.i18n import decimal_sign, group_sign

_MARKS_OF_DIRECTION = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u2066\u2067\u2068\u2069"))
_OTHER_SIGNS = {
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\t"), " "),
    **dict.fromkeys(map(ord, "−－"), "-"),
    **dict.fromkeys(map(ord, "’٬"), "'"),
    ord("＋"): "+",
}

_NUMBER = re.compile(r"([+-]?) ?([0-9., ']*[0-9])(?:[eE]([+-]?[0-9]{1,4}))?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([., '])[0-9]{2,3}(?:\1[0-9]{2,3})*(?<=[., '][0-9]{3})")
_POINTS = frozenset(".,")


def read_number(text: str) -> Decimal | None:
    """Return the number that a text says and nothing else, to the last digit; None where it says none.

    A point and a comma are taken for what they are to the user, and where that cannot be, for what else
    they may be: "2.8" and "2,8" are the same to most, "1,234" is not.
    """
    found = _NUMBER.fullmatch(_plain(text))
    if found is None:
        return None
    sign, digits, power = found.groups()
    grouped, decimals = _parted(digits)
    whole = _ungrouped(grouped)
    if whole is None or not (decimals or "0").isdigit():
        return None
    return Decimal(f"{sign}{whole or '0'}.{decimals or '0'}E{power or '0'}")


def as_float(number: Decimal) -> float | None:
    """Return the number as maps hold it, -0 as 0; None where it is too large for that."""
    value = float(number) + 0.0
    return value if abs(value) != float("inf") else None


def _plain(text: str) -> str:
    """Return a text with the digits and signs of all scripts as the plain ones."""
    signs = text.translate(_MARKS_OF_DIRECTION).translate(_OTHER_SIGNS).replace("٫", decimal_sign())
    return "".join(str(decimal(sign, sign)) for sign in signs).strip()


def _parted(digits: str) -> tuple[str, str]:
    """Return what stands before and after the decimal sign, "" after where there is none."""
    last = max(map(digits.rfind, _POINTS))
    if last < 0:
        return digits, ""
    sign = digits[last]
    is_group = digits.count(sign) > 1
    if not is_group and sign != decimal_sign() and sign == group_sign():
        is_group = _GROUPED.fullmatch(digits) is not None
    return (digits, "") if is_group else (digits[:last], digits[last + 1 :])


def _ungrouped(digits: str) -> str | None:
    """Return digits without what groups them; None where they are not grouped as numbers are."""
    if digits.isdigit() or not digits:
        return digits
    return re.sub(r"[^0-9]", "", digits) if _GROUPED.fullmatch(digits) else None
