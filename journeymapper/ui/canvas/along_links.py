"""The way along links by keyboard: to where they lead, and from link to link of a card or step."""

from journeymapper.document.document import Document
from journeymapper.document.links import column_of
from journeymapper.document.records import OUTSIDE, Link
from journeymapper.ui.open_map import OpenMap

_LAST = 1 << 30


class AlongLinks:
    """Where the keyboard goes next; it remembers which link it took last, and from where."""

    def __init__(self, open_map: OpenMap) -> None:
        """Walk in an open map."""
        self._open_map = open_map
        self._taken_from = ""
        self._taken = ""
        self._around = ""
        self._selected = ""

    @property
    def _document(self) -> Document:
        return self._open_map.session.document

    def target(self) -> str:
        """Return where the link at the keyboard's place leads; "" where none does.

        Of several, the next time it is the next one's. Where the way ends, it is that of the link after the
        one that was taken last.
        """
        here = self._open_map.current
        link = self._document.find(here) if here else None
        if isinstance(link, Link):
            return link.target
        source, leading = here, self._leading_from(here)
        if not leading and self._has_arrived(here):
            source, leading = self._taken_from, self._leading_from(self._taken_from)
        if not leading:
            return ""
        last = self._taken if self._taken_from == source else ""
        self._taken_from, self._taken = source, _after(leading, last)
        target = self._document.get(self._taken, Link).target
        return target if target != here else ""

    def _has_arrived(self, here: str) -> bool:
        """Tell whether the link that was taken last led here."""
        link = self._document.find(self._taken) if self._taken else None
        return isinstance(link, Link) and link.target == here and link.source == self._taken_from

    def _leading_from(self, end: str) -> list[str]:
        links = ((id_, self._document.get(id_, Link)) for id_ in links_at(self._document, end))
        return [id_ for id_, link in links if link.source == end and link.target != OUTSIDE]

    def link(self) -> str:
        """Return the next link at the keyboard's place to be selected, after the last one that place itself.

        "" where there are no links.
        """
        current = self._open_map.current
        record = self._document.find(current) if current else None
        if not isinstance(record, Link):
            self._around, self._selected = current, ""
        elif current != self._selected or self._around not in (record.source, record.target):
            self._around, self._selected = record.source, current
        around = links_at(self._document, self._around)
        if not around:
            return ""
        if self._selected == around[-1]:
            return self._around
        self._selected = _after(around, self._selected)
        return self._selected


def links_at(document: Document, end: str) -> list[str]:
    """Return the links of a card or step: those that begin there, then those that end there, by column."""
    links = [document.get(id_, Link) for id_ in document.indexes.links_of.get(end, ())]
    return [link.id for link in sorted(links, key=lambda link: _place(document, end, link))]


def _place(document: Document, end: str, link: Link) -> tuple[bool, int, str]:
    other = link.target if link.source == end else link.source
    column = _LAST if other == OUTSIDE else column_of(document, other)
    return link.source != end, column, link.id


def _after(ids: list[str], last: str) -> str:
    """Return the id after the last one, and round the end."""
    return ids[(ids.index(last) + 1) % len(ids)] if last in ids else ids[0]
