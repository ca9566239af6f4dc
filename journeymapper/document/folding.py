"""Texts as they are compared when words are looked for, with the way back to what they stand for.

Whether letters are large or small counts only on request. Nor does it matter how a letter with marks is
written, as one character or as several, and any white space stands for any other.
"""

import re
import unicodedata
from collections.abc import Iterator

_SPACES = {
    ord(space): " " for space in "\t\n\u00a0\u2000\u2001\u2002\u2003\u2004\u2007\u2009\u200a\u202f\u3000"
}

#: Scripts that are written without spaces between words: there, any letter may begin or end a word.
_WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]"
)

#: The vowels and end consonants of Hangul that are written apart, which make one letter with what is before.
_HANGUL_PARTS = re.compile("[\u1160-\u11ff]")

_INSIDE = -1


class Folded:
    """A text as it is compared, and which of its characters stand for which of the text's own."""

    __slots__ = ("_places", "original", "text")

    def __init__(self, original: str, match_case: bool) -> None:
        """Fold a text; where characters stand one for one, which is the rule, nothing more is kept."""
        self.original = original
        self._places: list[int] | None = None
        self.text = _folded(original, match_case)
        if len(self.text) != len(original) or not _is_composed(original):
            self._fold_letter_by_letter(match_case)

    def _fold_letter_by_letter(self, match_case: bool) -> None:
        parts: list[str] = []
        places: list[int] = []
        start = 0
        for letter in _letters(self.original):
            part = _folded(unicodedata.normalize("NFC", letter), match_case)
            parts.append(part)
            same = len(part) == len(letter)
            places.extend(start + n if same or n == 0 else _INSIDE for n in range(len(part)))
            start += len(letter)
        places.append(start)
        self._places = places
        self.text = "".join(parts)

    def spans(self, sought: str, whole_words: bool) -> Iterator[tuple[int, int]]:
        """Yield where folded words stand in the original, from the first character to after the last."""
        at = self.text.find(sought)
        while at >= 0:
            span = self._original_span(at, at + len(sought))
            found = span is not None and not (whole_words and _cuts_a_word(self.original, *span))
            if found and span is not None:
                yield span
            at = self.text.find(sought, at + (len(sought) if found else 1))

    def count(self, sought: str, whole_words: bool) -> int:
        """Return how many there are."""
        if self._places is None and not whole_words:
            return self.text.count(sought)
        return sum(1 for _span in self.spans(sought, whole_words)) if sought in self.text else 0

    def _original_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return a span of the original; None where it would begin or end inside a character."""
        if self._places is None:
            return start, end
        first, last = self._places[start], self._places[end]
        return None if _INSIDE in {first, last} else (first, last)


def _is_composed(text: str) -> bool:
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def _folded(text: str, match_case: bool) -> str:
    if not text.isprintable():
        text = text.translate(_SPACES)
    return text if match_case else text.replace("İ", "i").casefold()


def _letters(text: str) -> Iterator[str]:
    """Yield the characters of a text, each with the marks that follow it."""
    start = 0
    for place in range(1, len(text)):
        continues = unicodedata.category(text[place])[0] == "M" or _HANGUL_PARTS.match(text[place])
        if not continues:
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


def begins_a_word(text: str, place: int) -> bool:
    """Tell whether a word may begin at a place of a text: any letter of a script without spaces does."""
    return not _joins(text, place)


def _cuts_a_word(text: str, start: int, end: int) -> bool:
    return _joins(text, start) or _joins(text, end)


def _joins(text: str, place: int) -> bool:
    """Tell whether the characters on both sides of a place belong to one word."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    return _is_of_word(before) and _is_of_word(after)


def _is_of_word(char: str) -> bool:
    if _WITHOUT_SPACES.match(char):
        return False
    return char.isalnum() or char == "_" or unicodedata.category(char)[0] == "M"
