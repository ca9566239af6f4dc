"""The sources that a map's cards name, to be named again: the same one stands behind many cards."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import QObject

from journeymapper.document.change import Change
from journeymapper.document.document import Document
from journeymapper.document.evidence_words import source_name
from journeymapper.document.records import Card, Record, Source
from journeymapper.ui.open_map import OpenMap


class Cited(NamedTuple):
    """What a source is for all cards: which one. How many said so, and how, is each card's own."""

    source_kind: str
    name: str
    day: date | None
    link: str

    @property
    def source(self) -> Source:
        """The source, to be given to another card."""
        return Source(source_kind=self.source_kind, name=self.name, day=self.day, link=self.link)

    @property
    def words(self) -> str:
        """What the source is called."""
        return source_name(self.source)


def cited(source: Source) -> Cited:
    """Return which source it is."""
    return Cited(source.source_kind, source.name, source.day, source.link)


class RecentSources(QObject):
    """The named sources of one map, those named last first, and then those that most cards name.

    The map is looked through once, when first asked; a change costs what it touched.
    """

    def __init__(self, open_map: OpenMap, parent: QObject) -> None:
        """Know nothing yet."""
        super().__init__(parent)
        self._document = open_map.session.document
        self._uses: Counter[Cited] | None = None
        self._latest: dict[Cited, None] = {}
        open_map.changed.connect(self._follow)

    def offered(self, most: int, besides: Iterable[Source] = ()) -> list[Cited]:
        """Return the sources named last, at most so many, but for those of ``besides``."""
        known = {cited(source) for source in besides}
        self.uses()
        others = (each for each in reversed(self._latest) if each not in known)
        return list(islice(others, most))

    def uses(self) -> Counter[Cited]:
        """Return how many times cards name each source. Not to be changed by the caller."""
        if self._uses is None:
            self._uses = _all_of(self._document)
            self._latest = dict.fromkeys(reversed([each for each, _uses in self._uses.most_common()]))
        return self._uses

    def _follow(self, change: Change, _damage: object) -> None:
        if self._uses is None:
            return
        for old, new in change.pairs():
            if isinstance(old or new, Card):
                self._take(_named(old), _named(new))

    def _take(self, before: list[Cited], after: list[Cited]) -> None:
        """Follow what one card names; what it newly names is the latest."""
        assert self._uses is not None
        self._uses.subtract(before)
        self._uses.update(after)
        for each in {*before, *after}:
            if not self._uses[each]:
                del self._uses[each]
                self._latest.pop(each, None)
            elif each in after and each not in before:
                self._latest.pop(each, None)
                self._latest[each] = None


def _all_of(document: Document) -> Counter[Cited]:
    return Counter(each for record in document for each in _named(record))


def _named(record: Record | None) -> list[Cited]:
    """Return the sources of a card that have a name, or lead somewhere."""
    if not isinstance(record, Card):
        return []
    return [cited(source) for source in record.evidence.sources if source.name or source.link]
