"""Finding words in a map: which records hold them, in which field, and in which order one reads them."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter
from typing import Final

from journeymapper.document.change import Change
from journeymapper.document.document import Document
from journeymapper.document.folding import Folded
from journeymapper.document.reading_order import Place, reading_place, reading_places
from journeymapper.document.records import (
    Card,
    EmotionPoint,
    JourneyMap,
    Lane,
    Link,
    Parked,
    Persona,
    Record,
    Stage,
    Step,
)

#: Of a card's tags each is a field of its own: "tags.0", "tags.1" …
TAGS: Final = "tags"

#: So is each text of the sources of its evidence: "evidence.sources.0.name" …
SOURCES: Final = "evidence.sources"
SOURCE_FIELDS: Final = ("name", "quote", "link")

#: The fields that are searched, in the order in which they are read: all that a user can write words in.
FIELDS: Final[Mapping[type[Record], tuple[str, ...]]] = {
    JourneyMap: ("title", "scenario", "business", "author"),
    Persona: (
        *("name", "age", "role", "family", "work", "income", "quote", "goals", "pain_points"),
        *("needs", "motivations", "values", "behaviours", "channels"),
    ),
    Stage: ("name",),
    Step: ("name",),
    Lane: ("name", "hint"),
    Card: ("text", "unit", "note", "channel", "owner", TAGS, SOURCES),
    EmotionPoint: ("text",),
    Link: ("text",),
    Parked: ("text",),
}

_READERS: Final[Mapping[type[Record], tuple[tuple[str, Callable[[Record], object]], ...]]] = {
    kind: tuple((field, attrgetter(field)) for field in fields) for kind, fields in FIELDS.items()
}


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for."""

    text: str = ""
    match_case: bool = False
    whole_words: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Where it was found: the record, its field, and from which character to, and without, which."""

    id: str
    field: str
    start: int
    end: int


def texts_of(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the texts of a record that are searched, but for empty ones, each after the name of its field."""
    for field, read in _READERS.get(type(record), ()):
        value = read(record)
        if isinstance(value, tuple):
            for number, part in enumerate(value):
                yield from _texts_of_part(f"{field}.{number}", part)
        elif value:
            yield field, str(value)


def _texts_of_part(field: str, part: object) -> Iterator[tuple[str, str]]:
    """Yield a tag, or the texts of a source."""
    if isinstance(part, str):
        yield field, part
        return
    for name in SOURCE_FIELDS:
        if text := getattr(part, name):
            yield f"{field}.{name}", text


def text_of(record: Record, field: str) -> str:
    """Return the text in a field that is searched; "" where it has none."""
    return next((text for known, text in texts_of(record) if known == field), "")


def _rank(record: Record | None, field: str) -> tuple[int, int, int]:
    """Return what sorts the fields of a record; "" stands before them all."""
    fields = FIELDS.get(type(record), ()) if record is not None else ()
    for place, name in enumerate(fields):
        if field == name:
            return place, 0, 0
        if field.startswith(name + "."):
            number, _dot, part = field.removeprefix(name + ".").partition(".")
            return place, int(number), SOURCE_FIELDS.index(part) if part else 0
    return 0, 0, 0


def matches_in(record: Record, query: Query) -> list[Match]:
    """Return the matches in one record, in the order of its fields."""
    sought = Folded(query.text, query.match_case).text
    if not sought:
        return []
    return [
        Match(record.id, field, start, end)
        for field, text in texts_of(record)
        for start, end in Folded(text, query.match_case).spans(sought, query.whole_words)
    ]


class Matches:
    """The matches of a query in a map, or in some of its records, kept in step with its changes.

    Asking again costs a glance at every text; a change costs a glance at the records that it touched. The
    matches are put in order when their order is asked for, and stay in it until lanes or steps come, go or
    move. ``Matches(document, query)`` is the from-scratch twin of ``apply``.
    """

    def __init__(self, document: Document, query: Query, within: frozenset[str] | None = None) -> None:
        """Look for ``query`` in all records, or in those ``within``."""
        self._document = document
        self._counts: dict[str, int] = {}
        self._order: list[Place] | None = None
        self._firsts: list[int] | None = None
        self._texts: dict[str, tuple[Folded, ...]] = {}
        self.query, self.within = query, within
        self.count = 0
        self._read_all()
        self._recount()

    def ask(self, query: Query, within: frozenset[str] | None = None) -> None:
        """Look for something else, or elsewhere."""
        is_another = query.match_case != self.query.match_case or within != self.within
        self.query, self.within = query, within
        if is_another:
            self._read_all()
        self._recount()

    def _read_all(self) -> None:
        within = self.within
        self._texts = {}
        ids: Iterable[str] = (record.id for record in self._document) if within is None else within
        for id_ in ids:
            self._read(id_)

    def _read(self, id_: str) -> None:
        record = self._document.find(id_)
        if self.within is not None and id_ not in self.within:
            record = None
        texts = texts_of(record) if record is not None else ()
        if folded := tuple(Folded(text, self.query.match_case) for _field, text in texts):
            self._texts[id_] = folded
        else:
            self._texts.pop(id_, None)

    def _recount(self) -> None:
        sought, whole = self._sought, self.query.whole_words
        counts: dict[str, int] = {}
        for id_, texts in self._texts.items() if sought else ():
            for text in texts:
                if sought in text.text and (count := text.count(sought, whole)):
                    counts[id_] = counts.get(id_, 0) + count
        self._counts, self._order, self._firsts = counts, None, None
        self.count = sum(counts.values())

    @property
    def _sought(self) -> str:
        return Folded(self.query.text, self.query.match_case).text

    def apply(self, change: Change) -> bool:
        """Follow a change; tell whether there are others now, or in another order."""
        is_other = False
        if any(_moves_others(old, new) for old, new in change.pairs()):
            is_other, self._order = True, None
        sought, whole = self._sought, self.query.whole_words
        for old, new in change.pairs():
            id_ = (old or new).id  # type: ignore[union-attr]  # one of the two is there
            before = self._counts.pop(id_, 0)
            self._read(id_)
            count = sum(text.count(sought, whole) for text in self._texts.get(id_, ())) if sought else 0
            if count:
                self._counts[id_] = count
            self.count += count - before
            if count != before or _has_moved(old, new):
                is_other = True
                self._put_in_order(old if before else None, new if count else None)
        if is_other:
            self._firsts = None
        return is_other

    def _put_in_order(self, old: Record | None, new: Record | None) -> None:
        """Take a record's match out of the order where it stood, and put it in where it stands."""
        if self._order is None:
            return
        if old is not None:
            del self._order[bisect_left(self._order, reading_place(self._document, old))]
        if new is not None:
            insort(self._order, reading_place(self._document, new))

    def __eq__(self, other: object) -> bool:
        """Equal when the same is found in the same order."""
        return isinstance(other, Matches) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # matches change

    def __iter__(self) -> Iterator[Match]:
        """Yield all matches in reading order."""
        for place in self._ordered():
            yield from self.of(str(place[-1]))

    def __contains__(self, id_: str) -> bool:
        """Tell whether a record has matches."""
        return id_ in self._counts

    def of(self, id_: str) -> list[Match]:
        """Return a record's matches in order."""
        record = self._document.find(id_) if id_ in self._counts else None
        return matches_in(record, self.query) if record is not None else []

    def records(self) -> frozenset[str]:
        """Return the ids of the records with matches."""
        return frozenset(self._counts)

    def number_of(self, match: Match) -> int:
        """Return which one of all matches this is, 1 for the first; 0 when it is none of them."""
        own = self.of(match.id)
        if match not in own:
            return 0
        order, here = self._ordered(), self._place(match.id)
        if self._firsts is None:
            counts = (self._counts[str(place[-1])] for place in order)
            self._firsts = list(accumulate(counts, initial=0))
        return self._firsts[bisect_left(order, here)] + own.index(match) + 1

    def after(self, id_: str, field: str = "", place: int = 0) -> Match | None:
        """Return the first match from a place of a record on, and round the end; None without matches.

        ``field`` "" is the record's beginning; a record without matches counts by where it stands.
        """
        for match in self.of(id_):
            if self._is_from(match, field, place):
                return match
        order = self._ordered()
        if not order:
            return None
        following = bisect_right(order, self._place(id_)) if id_ in self._document else 0
        return self.of(str(order[following % len(order)][-1]))[0]

    def before(self, id_: str, field: str = "", place: int = 0) -> Match | None:
        """Return the last match that begins before a place of a record, and round the beginning."""
        for match in reversed(self.of(id_)):
            if not self._is_from(match, field, place):
                return match
        order = self._ordered()
        if not order:
            return None
        here = bisect_left(order, self._place(id_)) if id_ in self._document else 0
        return self.of(str(order[here - 1][-1]))[-1]

    def _is_from(self, match: Match, field: str, place: int) -> bool:
        """Tell whether a match stands at a place of its record or after it."""
        record = self._document.find(match.id)
        return (_rank(record, match.field), match.start) >= (_rank(record, field), place)

    def _ordered(self) -> list[Place]:
        """Return the places of the records with matches in reading order."""
        if self._order is None:
            self._order = [place for place in reading_places(self._document) if place[-1] in self._counts]
        return self._order

    def _place(self, id_: str) -> Place:
        return reading_place(self._document, self._document.get(id_, Record))


def _moves_others(old: Record | None, new: Record | None) -> bool:
    """Tell whether other records stand elsewhere in the map now, because what they stand in does."""
    if not isinstance(old or new, Step | Lane | Stage):
        return False
    return old is None or new is None or _has_moved(old, new)


def _has_moved(old: Record | None, new: Record | None) -> bool:
    """Tell whether a record stands elsewhere now than before."""
    if old is None or new is None:
        return False
    names = ("persona",) if isinstance(new, EmotionPoint) else ("order", "stage")
    return any(getattr(old, name, "") != getattr(new, name, "") for name in ("lane", "step", *names))
