"""Finding words in a map: which records hold them, in which field, and in which order one reads them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from journeymapper.document.change import Change
from journeymapper.document.document import Document
from journeymapper.document.folding import Folded
from journeymapper.document.records import (
    MAP_ID,
    Card,
    EmotionPoint,
    JourneyMap,
    Lane,
    Persona,
    Record,
    Stage,
    Step,
)

#: The fields that are searched, in the order in which they are read.
FIELDS: Final[Mapping[type[Record], tuple[str, ...]]] = {
    JourneyMap: ("title", "scenario"),
    Persona: ("name",),
    Stage: ("name",),
    Step: ("name",),
    Lane: ("name", "hint"),
    Card: ("text", "note"),
    EmotionPoint: ("text",),
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


def matches_in(record: Record, query: Query) -> list[Match]:
    """Return the matches in one record, in the order of its fields."""
    sought = Folded(query.text, query.match_case).text
    if not sought:
        return []
    return [
        Match(record.id, field, start, end)
        for field in FIELDS.get(type(record), ())
        for start, end in Folded(getattr(record, field), query.match_case).spans(sought, query.whole_words)
    ]


class Matches:
    """The matches of a query in a map, or in some of its records, kept in step with its changes.

    Asking again costs a glance at every text; a change costs a glance at the records that it touched. The
    matches are put in order only when their order is asked for. ``Matches(document, query)`` is the
    from-scratch twin of ``apply``.
    """

    def __init__(self, document: Document, query: Query, within: frozenset[str] | None = None) -> None:
        """Look for ``query`` in all records, or in those ``within``."""
        self._document = document
        self._counts: dict[str, int] = {}
        self._order: list[str] | None = None
        self._firsts: list[int] = []
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
        fields = FIELDS.get(type(record), ()) if record is not None else ()
        texts = (getattr(record, field) for field in fields)
        if folded := tuple(Folded(text, self.query.match_case) for text in texts if text):
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
        self._counts, self._order = counts, None
        self.count = sum(counts.values())

    @property
    def _sought(self) -> str:
        return Folded(self.query.text, self.query.match_case).text

    def apply(self, change: Change) -> bool:
        """Follow a change; tell whether there are others now, or in another order."""
        is_other = False
        sought, whole = self._sought, self.query.whole_words
        for old, new in change.pairs():
            id_ = (old or new).id  # type: ignore[union-attr]  # one of the two is there
            before = self._counts.pop(id_, 0)
            self._read(id_)
            count = sum(text.count(sought, whole) for text in self._texts.get(id_, ())) if sought else 0
            if count:
                self._counts[id_] = count
            self.count += count - before
            is_other = is_other or count != before or _has_moved(old, new)
        if is_other:
            self._order = None
        return is_other

    def __eq__(self, other: object) -> bool:
        """Equal when the same is found in the same order."""
        return isinstance(other, Matches) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # matches change

    def __iter__(self) -> Iterator[Match]:
        """Yield all matches in reading order."""
        for id_ in self._ordered():
            yield from self.of(id_)

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
        place = bisect_left(self._ordered(), self._place(match.id), key=self._place)
        return self._firsts[place] + own.index(match) + 1

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
        following = bisect_right(order, self._place(id_), key=self._place) if id_ in self._document else 0
        return self.of(order[following % len(order)])[0]

    def before(self, id_: str, field: str = "", place: int = 0) -> Match | None:
        """Return the last match that begins before a place of a record, and round the beginning."""
        for match in reversed(self.of(id_)):
            if not self._is_from(match, field, place):
                return match
        order = self._ordered()
        if not order:
            return None
        here = bisect_left(order, self._place(id_), key=self._place) if id_ in self._document else 0
        return self.of(order[here - 1])[-1]

    def _is_from(self, match: Match, field: str, place: int) -> bool:
        """Tell whether a match stands at a place of its record or after it."""
        record = self._document.find(match.id)
        fields = FIELDS[type(record)] if record is not None else ()
        here = fields.index(field) if field in fields else 0
        return (fields.index(match.field), match.start) >= (here, place)

    def _ordered(self) -> list[str]:
        """Return the records with matches in reading order."""
        if self._order is None:
            self._order = [id_ for id_ in reading_order(self._document) if id_ in self._counts]
            self._firsts = list(accumulate((self._counts[id_] for id_ in self._order), initial=0))
        return self._order

    def _place(self, id_: str) -> tuple[object, ...]:
        return reading_place(self._document, id_)


def _has_moved(old: Record | None, new: Record | None) -> bool:
    """Tell whether a record stands elsewhere now, or others with it."""
    if old is None or new is None:
        return isinstance(old or new, Step | Lane | Stage)
    return any(
        getattr(old, name, "") != getattr(new, name, "") for name in ("order", "lane", "step", "stage")
    )


def reading_order(document: Document) -> Iterator[str]:
    """Yield the ids of all records as one reads a map.

    Title block, personas, each stage with its steps, then lane by lane what stands in it from left to right.
    """
    indexes = document.indexes
    yield MAP_ID
    for _order, persona in indexes.personas:
        yield persona
    for _order, stage in indexes.stages:
        yield stage
        yield from indexes.steps(stage)
    columns = indexes.columns()
    for _order, lane in indexes.lanes:
        yield lane
        for step in columns:
            for _key, id_ in indexes.cards_in.get((lane, step), ()):
                yield id_
            for _key, id_ in indexes.points_at.get((lane, step), ()):
                yield id_


def reading_place(document: Document, id_: str) -> tuple[object, ...]:
    """Return what sorts a record into the reading order.

    Raises:
        KeyError: there is no such record.
    """
    record = document.get(id_, Record)
    match record:
        case Persona():
            return 1, record.order, id_
        case Stage():
            return 2, record.order, id_
        case Step():
            stage = document.get(record.stage, Stage)
            return 2, stage.order, stage.id, record.order, id_
        case Lane():
            return 3, record.order, id_
        case Card() | EmotionPoint():
            lane = document.get(record.lane, Lane)
            is_card = isinstance(record, Card)
            order = record.order if isinstance(record, Card) else record.persona
            return 3, lane.order, lane.id, document.indexes.column_of(record.step), not is_card, order, id_
    return (0,)
