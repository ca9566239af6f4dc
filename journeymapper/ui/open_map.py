"""The open map as the window's parts see it: the session, the selection, and Qt's signals for both."""

from collections.abc import Hashable, Iterable
from contextlib import AbstractContextManager
from math import inf

from PySide6.QtCore import QObject, Signal

from journeymapper.document.change import Change
from journeymapper.document.document import Document, Transaction
from journeymapper.document.records import Card, EmotionPoint
from journeymapper.layout.damage import Damage
from journeymapper.session.session import Session


class OpenMap(QObject):
    """One map in the window.

    ``selection`` holds the ids of selected records of any kind; ``current`` is the one of them the keyboard
    stands on, or ""; ``cell`` is the (lane, step) cell of the cursor, where new and pasted cards go: the
    cell of the current record, where that stands in one.
    """

    #: A change was made: (Change, Damage).
    changed = Signal(object, object)
    #: The selection, the current record or the cell is another.
    selected = Signal()
    #: The map was saved, or its file is another.
    saved = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Show a session."""
        super().__init__(parent)
        self.session = session
        self.selection: frozenset[str] = frozenset()
        self.current = ""
        self.cell: tuple[str, str] | None = None
        session.listen(self._follow)

    def edit(
        self, label: str, merge_key: Hashable = None, origin: object = None
    ) -> AbstractContextManager[Transaction]:
        """Open the map for one edit (see ``Session.edit``)."""
        return self.session.edit(label, merge_key, origin)

    def select(self, ids: Iterable[str], current: str = "", cell: tuple[str, str] | None = None) -> None:
        """Select these records and no others.

        Where ``current`` is none of them, the first in reading order is; ``cell`` counts only where the
        current one stands in no cell.
        """
        chosen = frozenset(ids)
        document = self.session.document
        current = current if current in chosen else first_of(document, chosen)
        cell = cell_of(document, current) or cell
        if (chosen, current, cell) != (self.selection, self.current, self.cell):
            self.selection, self.current, self.cell = chosen, current, cell
            self.selected.emit()

    def _follow(self, change: Change, damage: Damage) -> None:
        document = self.session.document
        kept = frozenset(id_ for id_ in self.selection if id_ in document)
        cell = self.cell if self.cell and all(id_ in document for id_ in self.cell) else None
        current = self.current if self.current in kept else first_of(document, kept)
        cell = cell_of(document, current) or cell
        is_other = (kept, current, cell) != (self.selection, self.current, self.cell)
        self.selection, self.current, self.cell = kept, current, cell
        self.changed.emit(change, damage)
        if is_other:
            self.selected.emit()


def first_of(document: Document, ids: Iterable[str]) -> str:
    """Return the first of these records in reading order, what stands in no cell last; "" where none is."""
    rows = {lane: row for row, (_order, lane) in enumerate(document.indexes.lanes)}
    column_of = document.indexes.column_of

    def place(id_: str) -> tuple[float, float, str, str]:
        record = document.find(id_)
        if isinstance(record, Card | EmotionPoint):
            order = record.order if isinstance(record, Card) else record.persona
            return rows[record.lane], column_of(record.step), order, id_
        return inf, inf, "", id_

    return min(ids, key=place, default="")


def cell_of(document: Document, id_: str) -> tuple[str, str] | None:
    """Return the cell that a card or point stands in, or None."""
    record = document.find(id_) if id_ else None
    return (record.lane, record.step) if isinstance(record, Card | EmotionPoint) else None
