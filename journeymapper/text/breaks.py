"""Where lines of Thai may break, the same on every system.

Thai has no spaces between words. Qt finds them only where the system has libthai, so the answer would
depend on the machine. Here Thai is hidden from Qt's line breaker, which then does what Unicode Standard
Annex 14 says for the rest, and the words of Thai come from BudouX and its Thai model.

There is no such model for Lao, Khmer and Burmese. They break where Qt breaks them: at spaces, at
zero-width spaces in the text, and between letters (never inside a letter with its marks) where a line
would overflow.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

import budoux
from PySide6.QtCore import QTextBoundaryFinder

#: Letters, vowels and marks of Thai; digits, ฿ and punctuation follow the rules every script follows.
_THAI_WORDS = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]+")

#: The vowel am is a mark and a letter in one, and never leaves the letter before it.
_AM = 0x0E33

#: A Latin letter for each Thai one and a combining accent for each Thai mark.
_HIDDEN = {
    code: "\u0301" if code == _AM or unicodedata.category(chr(code)) == "Mn" else "a"
    for code in (*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E4F))
}

#: Vowels written before their consonant: a word never ends with one.
_LEADING_VOWELS = frozenset("เแโใไ")

#: Vowels after their consonant, marks, and the signs of repetition and abbreviation: no word starts so.
_FOLLOWERS = frozenset(map(chr, (*range(0x0E2F, 0x0E3B), *range(0x0E45, 0x0E4F))))

_PHRASES_KEPT = 4096


def has_thai(text: str) -> bool:
    """Tell whether the text has Thai words, whose breaks Qt must not choose."""
    return _THAI_WORDS.search(text) is not None


class BreakFinder:
    """Finds where lines may break. Keeps the words of the phrases it has seen last."""

    def __init__(self) -> None:
        self._parser = budoux.load_default_thai_parser()
        self._words = lru_cache(_PHRASES_KEPT)(self._find_words)

    def breaks(self, text: str) -> list[int]:
        """Return the places where a line may end, ascending, the end of the text among them.

        Args:
            text: One paragraph without line feeds.

        Returns:
            Indexes as Qt counts them: in UTF-16 code units.
        """
        places = set(_boundaries(QTextBoundaryFinder.BoundaryType.Line, text))
        counted = start = 0
        for phrase in _THAI_WORDS.finditer(text):
            start += utf16_length(text[counted : phrase.start()])
            counted = phrase.start()
            places.update(start + place for place in self._words(phrase.group()))
        return sorted(places.intersection(letter_ends(text)))

    def _find_words(self, phrase: str) -> tuple[int, ...]:
        places = []
        place = 0
        for word in self._parser.parse(phrase)[:-1]:
            place += len(word)
            if phrase[place] not in _FOLLOWERS and phrase[place - 1] not in _LEADING_VOWELS:
                places.append(place)
        return tuple(places)


def utf16_length(text: str) -> int:
    """Return how many UTF-16 code units the text has."""
    return len(text) if text.isascii() else len(text) + sum(char > "\uffff" for char in text)


def letter_ends(text: str) -> list[int]:
    """Return where letters end, each with its marks (Unicode Annex 29), ascending, in UTF-16 code units."""
    return _boundaries(QTextBoundaryFinder.BoundaryType.Grapheme, text)


def _boundaries(kind: QTextBoundaryFinder.BoundaryType, text: str) -> list[int]:
    """Return the boundaries by rule; with libthai Qt would even cut an emoji that stands in Thai text."""
    finder = QTextBoundaryFinder(kind, text.translate(_HIDDEN))
    places = []
    while (place := finder.toNextBoundary()) >= 0:
        places.append(place)
    return places


def last_before(places: Sequence[int], start: int, end: int) -> int:
    """Return the last of the places after ``start`` up to ``end``, or 0."""
    index = bisect_right(places, end) - 1
    return places[index] if index >= 0 and places[index] > start else 0
