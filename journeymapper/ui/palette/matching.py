"""Matching a few letters against many names and texts.

Letters match in order; the beginnings of words and letters that stand together count for more. Whether they
are large or small does not matter, nor do accents: "a" finds "ā". Signs that make another letter or vowel of
what they stand by, as in Thai or Hindi, stay.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from heapq import nsmallest

#: Longer texts match by their beginning only, so that one huge card costs no more than any other.
LONGEST = 400

#: How many letters may stand between two that match.
_WIDEST_GAP = 16

#: Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic, and characters nobody sees.
_MARKS = re.compile(
    "[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f"
    "\u202a-\u202e\u2060-\u2069\u20d0-\u20ff\ufe20-\ufe2f\ufeff]"
)

#: Letters with a stroke and pairs in one, which Unicode does not take apart.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"}
)

_WITH_STROKES = re.compile("[øłđðħŧæœþı]")
_SEPARATOR = re.compile("[\t\r\v\f!-/:-@[-`{-~\u00a0\u3000¡¿·–—‘’‚“”„‹›«»•…،؛؟。、「」]")


class Tier(IntEnum):
    """How well letters match, the best first."""

    WORD = 0
    WORDS = 1
    INITIALS = 2
    INSIDE = 3
    SCATTERED = 4


#: A match's rank is one number; the lowest is the best. It is made of, from the last digits up: the place
#: among the texts, the text's length, what tells within a tier, the group, and the tier.
_PLACE = 10**9
_LENGTH = _PLACE
_SPREAD = _LENGTH * 10**4
_GROUP = _SPREAD * 10**4
_TIER = _GROUP * 10**2


def folded(text: str) -> str:
    """Return a text as it is compared: small letters without accents."""
    if text.isascii():
        return text.lower()
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text).casefold())
    return _WITH_STROKES.sub(lambda found: found.group().translate(_LETTERS), bare)


def _worded(text: str) -> str:
    """Return a text folded, with spaces for what parts words."""
    return _SEPARATOR.sub(" ", folded(text))


class Query:
    """What was typed, made ready to be compared."""

    def __init__(self, text: str) -> None:
        """Take what was typed; white space and punctuation only part its words."""
        self.words: tuple[str, ...] = tuple(_worded(text).split())
        self.run = " ".join(self.words)
        self._start = " " + self.run
        self._starts = tuple(" " + word for word in self.words)
        self._letters = "".join(self.words)

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to look for."""
        return not self.words

    def continues(self, other: "Query") -> bool:
        """Tell whether this is the other with more letters after it, and so matches no more than that."""
        return bool(other.run) and self.run.startswith(other.run)

    def tier(self, key: str) -> tuple[Tier, int] | None:
        """Return how well this matches a key of ``Texts``, or None: the tier, and what tells within it.

        That is 0 where the query begins the text, and 1 where another word; for letters that stand apart,
        over how many they spread.
        """
        if self.run in key:
            if self._start not in key:
                return Tier.INSIDE, 0
            return Tier.WORD, 0 if key.startswith(self._start) else 1
        if len(self._letters) == 1 or (scattered := self._scattered.search(key)) is None:
            return (Tier.WORDS, 0) if self._has_words(key) else None
        if self._has_words(key):
            return Tier.WORDS, 0
        if initials := self._initials.search(key):
            return Tier.INITIALS, initials.end() - initials.start()
        return Tier.SCATTERED, scattered.end() - scattered.start()

    def places(self, text: str) -> list[tuple[int, int]]:
        """Return which characters of a text match, as spans from the first to after the last, in order."""
        key, places = _spread(text)
        found = sorted(self._letters_in(key))
        spans: list[tuple[int, int]] = []
        for at in found:
            start, end = _whole(text, places[at])
            if spans and start <= spans[-1][1]:
                spans[-1] = spans[-1][0], max(end, spans[-1][1])
            else:
                spans.append((start, end))
        return spans

    def _letters_in(self, key: str) -> Iterable[int]:
        """Return the places in a key of the letters that match."""
        found = self.tier(key)
        if found is None or self.is_empty:
            return ()
        match found[0]:
            case Tier.WORD:
                start = key.index(self._start) + 1
                return range(start, start + len(self.run))
            case Tier.INSIDE:
                start = key.index(self.run)
                return range(start, start + len(self.run))
            case Tier.WORDS:
                starts = (key.index(start) for start in self._starts)
                ends = zip(starts, self._starts, strict=True)
                return {at for start, word in ends for at in range(start + 1, start + len(word))}
        pattern = self._initials if found[0] is Tier.INITIALS else self._scattered
        letters = pattern.search(key)
        return () if letters is None else [letters.start(n + 1) for n in range(len(self._letters))]

    def _has_words(self, key: str) -> bool:
        """Tell whether every word begins one of the key's, in any order."""
        return len(self.words) > 1 and all(start in key for start in self._starts)

    @cached_property
    def _initials(self) -> re.Pattern[str]:
        """Find letters each of which follows the one before, or begins a word not far on."""
        first, *others = map(re.escape, self._letters)
        onward = (f"(?>(?={c})|.{{0,{_WIDEST_GAP}}}? (?={c}))({c})" for c in others)
        return re.compile(f" ({first})" + "".join(onward), re.DOTALL)

    @cached_property
    def _scattered(self) -> re.Pattern[str]:
        """Find letters in order from the beginning of a word, each the next of its kind and not far on."""
        first, *others = map(re.escape, self._letters)
        onward = (f"[^{c}]{{0,{_WIDEST_GAP}}}+({c})" for c in others)
        return re.compile(f" ({first})" + "".join(onward))


def _keys(texts: Sequence[str]) -> list[str]:
    """Return the words of texts folded, with a space before each; all at once, which is far quicker."""
    if not texts:
        return []
    lines = (" " + text[:LONGEST].replace("\n", " ") for text in texts)
    return _worded("\n".join(lines)).split("\n")


def _spread(text: str) -> tuple[str, list[int]]:
    """Return a text's key, and for each of its characters which of the text it comes from."""
    text = text[:LONGEST]
    if text.isascii():
        return " " + _worded(text).replace("\n", " "), [0, *range(len(text))]
    letters, places = [" "], [0]
    for at, letter in enumerate(text):
        for part in _worded(letter).replace("\n", " "):
            letters.append(part)
            places.append(at)
    return "".join(letters), places


def _whole(text: str, at: int) -> tuple[int, int]:
    """Return the span of a letter with its marks; of its word, where letters join and do not stand alone."""
    start, end = at, at + 1
    while start > 0 and unicodedata.category(text[start]).startswith("M"):
        start -= 1
    if _is_joined(text[start]):
        while start > 0 and _is_joined(text[start - 1]):
            start -= 1
        while end < len(text) and _is_joined(text[end]):
            end += 1
    while end < len(text) and unicodedata.category(text[end]).startswith("M"):
        end += 1
    return start, end


def _is_joined(letter: str) -> bool:
    """Tell whether a letter joins its neighbours, as in Arabic."""
    return unicodedata.bidirectional(letter) in {"AL", "NSM"}


@dataclass(frozen=True, slots=True)
class Found:
    """The best matches, by their places among the texts, and how many there are in all."""

    best: tuple[int, ...]
    count: int


class Texts:
    """Texts to be matched, each in a group; of those that match alike the lower group comes first."""

    def __init__(self, texts: Sequence[str], groups: Sequence[int]) -> None:
        """Prepare the texts; ``groups`` has one number for each."""
        self._keys = _keys(texts)
        self._weights = _weights(self._keys, groups)
        self._before = Query("")
        self._among: Sequence[int] = range(len(self._keys))

    def find(self, query: Query, most: int) -> Found:
        """Return the matches of a query: the ``most`` best of them in a lasting order, and how many."""
        if not query.continues(self._before):
            self._among = range(len(self._keys))
        tier_of, keys, weights = query.tier, self._keys, self._weights
        matching, ranks = list[int](), list[int]()
        for n in self._among:
            if found := tier_of(keys[n]):
                tier, spread = found
                matching.append(n)
                ranks.append(weights[n] + tier * _TIER + spread * _SPREAD)
        self._before, self._among = query, matching
        return Found(tuple(rank % _PLACE for rank in nsmallest(most, ranks)), len(matching))


def _weights(keys: Sequence[str], groups: Sequence[int]) -> list[int]:
    """Return what each text brings to its rank: a number, because the collector minds thousands of tuples."""
    return [
        group * _GROUP + len(key) * _LENGTH + place
        for place, (key, group) in enumerate(zip(keys, groups, strict=True))
    ]
