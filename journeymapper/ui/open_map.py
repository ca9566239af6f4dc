"""The open map as the window's parts see it: the session, the selection, and Qt's signals for both."""

from collections.abc import Hashable, Iterable
from contextlib import AbstractContextManager

from PySide6.QtCore import QObject, Signal

from journeymapper.document.change import Change
from journeymapper.document.document import Document, Transaction
from journeymapper.document.lens import Facet, Lens, Suited
from journeymapper.document.reading_order import first_of
from journeymapper.document.records import NOBODY, Card, Curve, EmotionPoint, Lane, Link
from journeymapper.layout.damage import Damage
from journeymapper.session.session import Session
from journeymapper.ui.checking import Checking, Rules
from journeymapper.ui.chosen import Chosen, chosen, moves_cards_across


class OpenMap(QObject):
    """One map in the window.

    ``selection`` holds the ids of selected records of any kind; ``current`` is the one of them the keyboard
    stands on, or ""; ``cell`` is the (lane, step) cell of the cursor, where new and pasted cards go: the
    cell of the current record, where that stands in one. ``suited`` knows what suits the lens through which
    the map is looked at. ``checking`` knows what the health check finds in it.
    """

    #: A change was made: (Change, Damage).
    changed = Signal(object, object)
    #: The selection, the current record or the cell is another.
    selected = Signal()
    #: The curve that new emotion points are on is another.
    curve_changed = Signal()
    #: The map was saved, or its file is another.
    saved = Signal()
    #: A parked thought is to be shown: its id.
    parked_asked = Signal(str)
    #: The map is looked at through another lens.
    lens_changed = Signal()
    #: These records are pointed at elsewhere, and lit on the map: a frozenset of ids, empty for none.
    pointed_at = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None, rules: Rules | None = None) -> None:
        """Show a session, which is checked by ``rules``; None: by some of its own."""
        super().__init__(parent)
        self.session = session
        self.selection: frozenset[str] = frozenset()
        self.current = ""
        self.cell: tuple[str, str] | None = None
        self._chosen: Chosen | None = None
        self._curve: Curve | None = None
        self.suited = Suited(session.document, Lens())
        self.checking = Checking(self, rules or Rules())
        session.listen(self._follow)

    @property
    def curve(self) -> Curve | None:
        """The curve that new emotion points are on: that of the current point, else the last chosen."""
        return self._curve

    def choose_curve(self, curve: Curve | None) -> None:
        """Let new emotion points be on a curve; a point of another one must not be the current record."""
        if curve != self._curve:
            self._curve = curve
            self.curve_changed.emit()

    @property
    def lens(self) -> Lens:
        """What is chosen to be looked at; what does not suit it fades."""
        return self.suited.lens

    def look_through(self, lens: Lens) -> None:
        """Look at the map through another lens."""
        if lens != self.lens:
            self.suited = Suited(self.session.document, lens)
            self.lens_changed.emit()

    def edit(
        self, label: str, merge_key: Hashable = None, origin: object = None
    ) -> AbstractContextManager[Transaction]:
        """Open the map for one edit (see ``Session.edit``)."""
        return self.session.edit(label, merge_key, origin)

    @property
    def chosen(self) -> Chosen:
        """What is selected, by kind: of this very moment, whoever asks in the middle of a change."""
        if self._chosen is None:
            self._chosen = chosen(self)
        return self._chosen

    def select(self, ids: Iterable[str], current: str = "", cell: tuple[str, str] | None = None) -> None:
        """Select these records and no others; ids of what is not there are passed over.

        Where ``current`` is none of them, the first in reading order is; ``cell`` counts only where the
        current one stands in no cell, and is no link: that lies over many.
        """
        document = self.session.document
        selection = frozenset(id_ for id_ in ids if id_ in document)
        current = current if current in selection else first_of(document, selection)
        is_link = isinstance(document.find(current), Link)
        cell = cell_of(document, current) or (None if is_link else cell)
        if (selection, current, cell) != (self.selection, self.current, self.cell):
            self.selection, self.current, self.cell = selection, current, cell
            self._chosen = None
            self._follow_curve()
            self.selected.emit()

    def _follow_curve(self) -> None:
        """Take the current point's curve for new points; let go of one whose persona is gone."""
        document = self.session.document
        record = document.find(self.current) if self.current else None
        if isinstance(record, EmotionPoint):
            self.choose_curve(record.curve)
        elif self._curve is not None and not self._is_anybodys(self._curve):
            self.choose_curve(None)

    def _is_anybodys(self, curve: Curve) -> bool:
        return curve.persona == NOBODY or curve.persona in self.session.document

    def _follow(self, change: Change, damage: Damage) -> None:
        document = self.session.document
        kept = self._still_seen(change)
        cell = self.cell if self.cell and all(id_ in document for id_ in self.cell) else None
        if cell is not None and not self.session.layout.is_open(cell[0]):
            kept, cell = kept or self._head_of(cell[0]), None
        current = self.current if self.current in kept else first_of(document, kept)
        cell = cell_of(document, current) or cell
        is_other = (kept, current, cell) != (self.selection, self.current, self.cell)
        self.selection, self.current, self.cell = kept, current, cell
        if is_other or moves_cards_across(change):
            self._chosen = None
        self._follow_curve()
        self.suited.apply(change)
        gone = self.lens.personas & change.removed.keys()
        if gone:
            lens = self.lens.choosing(Facet.PERSONA, self.lens.personas - gone)
            self.suited = Suited(document, lens)
        self.changed.emit(change, damage)
        if gone:
            self.lens_changed.emit()
        if is_other:
            self.selected.emit()

    def _still_seen(self, change: Change) -> frozenset[str]:
        """Return what of the selection is still there and in no lane that was hidden or collapsed."""
        kept = frozenset(id_ for id_ in self.selection if id_ in self.session.document)
        has_lanes = change.is_empty or any(
            isinstance(record, Lane) for pair in change.pairs() for record in pair
        )
        doubtful = kept if has_lanes else kept & change.ids()
        return kept - {id_ for id_ in doubtful if not self._is_seen(id_)}

    def _is_seen(self, id_: str) -> bool:
        layout = self.session.layout
        match self.session.document.find(id_):
            case Lane():
                return layout.is_shown(id_)
            case Card(lane=lane) | EmotionPoint(lane=lane):
                return layout.is_open(lane)
            case Link(source=source, target=target):
                return self._is_seen(source) and self._is_seen(target)
        return True

    def _head_of(self, lane: str) -> frozenset[str]:
        """Return the lane, to stand on its head, or nothing where it is hidden."""
        return frozenset((lane,)) if self.session.layout.is_shown(lane) else frozenset()


def cell_of(document: Document, id_: str) -> tuple[str, str] | None:
    """Return the cell that a card or point stands in, or None."""
    record = document.find(id_) if id_ else None
    return (record.lane, record.step) if isinstance(record, Card | EmotionPoint) else None
