"""The document: a flat dict of records by id, its indexes, and the only way to write to them.

A write goes through a ``Transaction``; it takes effect at once, so that an edit sees what it has done, and
is rolled back whole when the edit fails.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from journeymapper.document.bars import Bar, bars_of, kept_spans, moves_columns
from journeymapper.document.change import Change, change_of
from journeymapper.document.identifiers import random_identifier
from journeymapper.document.indexes import Indexes
from journeymapper.document.invariants import check
from journeymapper.document.records import (
    MAP_ID,
    NO_PICTURE,
    Card,
    JourneyMap,
    Persona,
    Picture,
    Record,
)

R = TypeVar("R", bound=Record)


class OutsideEditError(RuntimeError):
    """A write was tried outside an edit, or an edit was begun within another."""


class Document:
    """The records of one map. ``foreign`` holds top-level parts of the file that this version cannot read."""

    def __init__(
        self,
        records: Iterable[Record] = (),
        foreign: Mapping[str, Any] | None = None,
        identify: Callable[[str], str] = random_identifier,
    ) -> None:
        """Make a document of these records; a map record is added when there is none.

        Raises:
            InvariantError: two records share an id, or one names an owner that is not there.
        """
        self._records: dict[str, Record] = {}
        self.indexes = Indexes()
        self.foreign: Mapping[str, Any] = dict(foreign or {})
        self._identify = identify
        self._open: Transaction | None = None
        self._write(MAP_ID, JourneyMap())
        added = {}
        for record in records:
            self._write(record.id, record)
            added[record.id] = record
        check(self, Change(added=added))

    def __contains__(self, id_: str) -> bool:
        return id_ in self._records

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records.values())

    def get(self, id_: str, kind: type[R]) -> R:
        """Return the record of that id.

        Raises:
            KeyError: there is no record of that id and kind.
        """
        record = self._records[id_]
        if not isinstance(record, kind):
            raise KeyError(id_)
        return record

    def find(self, id_: str) -> Record | None:
        """Return the record of that id, of whatever kind, or None."""
        return self._records.get(id_)

    @property
    def map(self) -> JourneyMap:
        """The title block."""
        return self.get(MAP_ID, JourneyMap)

    def new_id(self, kind: str) -> str:
        """Return an id that no record has."""
        while (id_ := self._identify(kind)) in self._records:
            pass
        return id_

    @contextmanager
    def edit(self, label: str, merge_key: Hashable = None, origin: object = None) -> Iterator["Transaction"]:
        """Open the document for writing; an exception inside leaves nothing behind.

        Raises:
            OutsideEditError: another edit is open.
            InvariantError: the edit would leave the map broken.
        """
        if self._open is not None:
            raise OutsideEditError("an edit is already open")
        transaction = self._open = Transaction(self)
        try:
            yield transaction
            transaction.keep_bars()
            transaction.drop_unseen_pictures()
            transaction.change = change_of(transaction.pairs, label, merge_key, origin)
            check(self, transaction.change)
        except BaseException:
            transaction.roll_back()
            raise
        finally:
            self._open = None

    def apply(self, change: Change) -> None:
        """Carry out a change that was made before: undo and redo."""
        if self._open is not None:
            raise OutsideEditError("an edit is open")
        for old, new in change.pairs():
            self._write((old or new).id, new)  # type: ignore[union-attr]  # one of the two is there

    def _write(self, id_: str, new: Record | None) -> Record | None:
        old = self._records.get(id_)
        if new is None:
            del self._records[id_]
        else:
            self._records[id_] = new
        self.indexes.apply(old, new)
        return old


class Transaction:
    """One edit under way: reads like the document, and writes."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.change = Change()
        self.pairs: dict[str, tuple[Record | None, Record | None]] = {}
        self._bars: dict[str, Bar] | None = None

    @property
    def indexes(self) -> Indexes:
        """The indexes, this edit's writes included."""
        return self.document.indexes

    def get(self, id_: str, kind: type[R]) -> R:
        """Return the record of that id, as this edit has it (see ``Document.get``)."""
        return self.document.get(id_, kind)

    def put(self, record: Record) -> None:
        """Write a record: a new one, or in place of the one with its id."""
        self._note(record.id, record)

    def update(self, id_: str, kind: type[R], **values: object) -> R:
        """Write a record with some of its fields changed, validated, and return it.

        Raises:
            pydantic.ValidationError: a value is not of its field's form.
        """
        old = self.get(id_, kind)
        new = kind.model_validate({**old.__dict__, **values})
        if new != old:
            self.put(new)
        return new

    def put_copy(self, record: R, **values: object) -> R:
        """Write a copy of a record, with an id of its own and some fields changed, validated; return it.

        Raises:
            pydantic.ValidationError: a value is not of its field's form.
        """
        copy = type(record).model_validate({**record.__dict__, **values, "id": self.new_id(record.kind)})
        self.put(copy)
        return copy

    def remove(self, id_: str) -> None:
        """Remove a record with the links that begin or end at it, its prompts and what was dismissed of it.

        What else depends on it must go in the same edit.
        """
        indexes = self.indexes
        for dependent in sorted(indexes.links_of.get(id_, set()) | indexes.attached.get(id_, set())):
            self.remove(dependent)
        self._note(id_, None)

    def keep_bars(self) -> None:
        """Let bars cover what they covered, and what has come in between, where this edit moved columns."""
        for id_, span in kept_spans(self.document, self._bars) if self._bars else ():
            self.update(id_, Card, span=span)

    def drop_unseen_pictures(self) -> None:
        """Remove the pictures that this edit has left, or put, where nothing shows them."""
        shows = self.indexes.shows
        for pair in list(self.pairs.values()):
            for record in pair:
                id_ = record.id if isinstance(record, Picture) else _picture_of(record)
                if id_ not in shows and id_ in self.indexes.pictures:
                    self._note(id_, None)

    def new_id(self, kind: str) -> str:
        """Return an id that no record has."""
        return self.document.new_id(kind)

    def _note(self, id_: str, new: Record | None) -> None:
        if self.document._open is not self:
            raise OutsideEditError("the edit is over")
        if self._bars is None and self.indexes.spanning and moves_columns(self.document.find(id_), new):
            self._bars = bars_of(self.document)
        old = self.document._write(id_, new)
        first = self.pairs[id_][0] if id_ in self.pairs else old
        self.pairs[id_] = (first, new)

    def roll_back(self) -> None:
        """Put everything back as it was before the edit."""
        for id_, (first, _) in reversed(self.pairs.items()):
            if first is not None or id_ in self.document:
                self.document._write(id_, first)
        self.pairs.clear()


def _picture_of(record: Record | None) -> str:
    return record.picture if isinstance(record, Card | Persona) else NO_PICTURE
