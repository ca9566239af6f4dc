"""Fractional order keys: a key between any two, so that inserting need not renumber siblings.

A key is an integer part, whose first letter tells its length and sign, and a fraction, both in base 62;
plain string comparison gives the order. Method: David Greenspan, "Implementing Fractional Indexing" (2020).
Adding at an end lengthens keys only logarithmically, and so does dividing the room between two; only
inserting at one place again and again uses it up, by a letter every six times.
"""

import re

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)
_FORM = re.compile(r"[A-Za-z][0-9A-Za-z]+")
FIRST = "a0"

#: Longer keys are of foreign making; ours end long before: siblings are renumbered then.
LONGEST_KEY = 200

#: The least integer part: nothing goes before it.
_LEAST = "A" + "0" * 26


def between(low: str | None, high: str | None) -> str:
    """Return a key after ``low`` and before ``high``; ``None`` stands for the open end.

    Raises:
        ValueError: ``low`` is not before ``high``.
    """
    if low is not None and high is not None and low >= high:
        raise ValueError(f"order keys out of order: {low!r}, {high!r}")
    if low is None and high is None:
        return FIRST
    if low is None:
        return _before(high or "")
    if high is None:
        return _after(low)
    whole, rest = _split(low)
    top, top_rest = _split(high)
    if whole == top:
        return whole + _middle(rest, top_rest)
    following = _stepped(whole, 1)
    if following is not None and following < high:
        return following
    return whole + _middle(rest, None)


def is_key(text: object) -> bool:
    """Tell whether a text is a key of this scheme, so that there is always room beside it."""
    if not isinstance(text, str) or not _FORM.fullmatch(text):
        return False
    if text == _LEAST or len(text) > LONGEST_KEY:
        return False
    whole, fraction = _split(text)
    length = len(_split(whole[0] + "0" * 30)[0])
    return len(whole) == length and not fraction.endswith("0")


def sequence(count: int, low: str | None = None, high: str | None = None) -> list[str]:
    """Return ``count`` rising keys between ``low`` and ``high``, as short as so many can be."""
    if low is not None and high is not None:
        return _divided(count, low, high)
    keys: list[str] = []
    for _ in range(count):
        if high is None:
            low = between(low, None)
            keys.append(low)
        else:
            high = between(None, high)
            keys.append(high)
    return keys if high is None else keys[::-1]


def _divided(count: int, low: str, high: str) -> list[str]:
    """Return keys between two, found by halving."""
    if not count:
        return []
    middle = between(low, high)
    return [*_divided((count - 1) // 2, low, middle), middle, *_divided(count // 2, middle, high)]


def _before(high: str) -> str:
    whole, rest = _split(high)
    if rest and whole != _LEAST:
        return whole
    preceding = _stepped(whole, -1)
    return preceding if preceding is not None else whole + _middle("", rest)


def _after(low: str) -> str:
    whole, rest = _split(low)
    following = _stepped(whole, 1)
    return following if following is not None else whole + _middle(rest, None)


def _split(key: str) -> tuple[str, str]:
    """Return the integer part and the fraction."""
    head = key[0]
    length = ord(head) - ord("a") + 2 if head >= "a" else ord("Z") - ord(head) + 2
    return key[:length], key[length:]


def _stepped(whole: str, direction: int) -> str | None:
    """Return the next integer part up (1) or down (-1), or None when there is none of this scheme."""
    head, digits = whole[0], [_DIGITS.index(c) for c in whole[1:]]
    for place in range(len(digits) - 1, -1, -1):
        digits[place] += direction
        if 0 <= digits[place] < _BASE:
            return head + "".join(_DIGITS[d] for d in digits)
        digits[place] %= _BASE
    return _longer_or_shorter(head, direction)


def _longer_or_shorter(head: str, direction: int) -> str | None:
    order = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    place = order.index(head) + direction
    if not 0 <= place < len(order):
        return None
    length = len(_split(order[place] + "0" * 30)[0]) - 1
    return order[place] + (_DIGITS[0] if direction > 0 else _DIGITS[-1]) * length


def _middle(low: str, high: str | None) -> str:
    """Return a fraction between two fractions; ``None`` stands for one."""
    common = 0
    if high is not None:
        while common < len(high) and (low[common] if common < len(low) else "0") == high[common]:
            common += 1
        if common:
            return high[:common] + _middle(low[common:], high[common:])
    first = _DIGITS.index(low[0]) if low else 0
    last = _DIGITS.index(high[0]) if high else _BASE
    if last - first > 1:
        return _DIGITS[(first + last) // 2]
    if high is not None and len(high) > 1:
        return high[0]
    return _DIGITS[first] + _middle(low[1:], None)
