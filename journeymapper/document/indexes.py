"""Who stands where: the children of every owner in order, kept in step with the records.

Indexes hold ids and order keys only, so that keeping them never reads a record of the document.
``rebuilt`` is the from-scratch twin of ``apply``.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

from journeymapper.document.records import (
    NO_PICTURE,
    NOBODY,
    OUTSIDE,
    WHOLE_MAP,
    Card,
    Curve,
    Dismissal,
    EmotionPoint,
    Lane,
    Link,
    Ordered,
    Parked,
    Persona,
    Picture,
    Prompt,
    Record,
    Snapshot,
    Stage,
    Step,
)

Entry = tuple[str, str]
Cell = tuple[str, str]

K = TypeVar("K", bound=Hashable)


class Indexes:
    """Ordered children by owner. Lists hold (order key, id), ascending; for points (curve, id).

    ``of_persona`` holds the cards and points of each persona, ``links_of`` the links that begin or end at
    each card and step, ``shows`` the cards and personas that show each picture, all in no order; ``links``
    and ``pictures`` hold the ids of all these, ``spanning`` those of the cards that cover several columns.
    ``prompts`` holds those of each cell, ``dismissals`` those of each (rule, place), both at most one once an
    edit is over; ``attached`` the prompts and dismissals that go with a lane, step or other record.
    """

    def __init__(self) -> None:
        """Make the indexes of an empty map."""
        self.personas: list[Entry] = []
        self.stages: list[Entry] = []
        self.lanes: list[Entry] = []
        self.steps_of: dict[str, list[Entry]] = {}
        self.cards_in: dict[Cell, list[Entry]] = {}
        self.points_at: dict[Cell, list[tuple[Curve, str]]] = {}
        self.parked: list[Entry] = []
        self.snapshots: list[Entry] = []
        self.prompts: dict[Cell, set[str]] = {}
        self.dismissals: dict[tuple[str, str], set[str]] = {}
        self.attached: dict[str, set[str]] = {}
        self.of_persona: dict[str, set[str]] = {}
        self.links_of: dict[str, set[str]] = {}
        self.shows: dict[str, set[str]] = {}
        self.links: set[str] = set()
        self.pictures: set[str] = set()
        self.spanning: set[str] = set()
        self._columns: list[str] | None = None
        self._column_of: dict[str, int] = {}
        self._all_columns: list[str] | None = None
        self._place_of: dict[str, int] = {}

    @classmethod
    def rebuilt(cls, records: Iterable[Record]) -> "Indexes":
        """Return the indexes of these records, made from scratch."""
        indexes = cls()
        for record in records:
            indexes.apply(None, record)
        return indexes

    def __eq__(self, other: object) -> bool:
        """Equal when every owner has the same children in the same order."""
        return isinstance(other, Indexes) and self._state() == other._state()

    __hash__ = None  # type: ignore[assignment]  # indexes change

    def _state(self) -> tuple[object, ...]:
        return (
            self.personas,
            self.stages,
            self.lanes,
            self.steps_of,
            self.cards_in,
            self.points_at,
            self.parked,
            self.snapshots,
            self.prompts,
            self.dismissals,
            self.attached,
            self.of_persona,
            self.links_of,
            self.shows,
            self.links,
            self.pictures,
            self.spanning,
            self.columns(),
        )

    def apply(self, old: Record | None, new: Record | None) -> None:
        """Follow one write: ``old`` is gone, ``new`` is there (either may be ``None``)."""
        _follow(self.of_persona, old, new, _persona_of)
        _follow(self.links_of, old, new, _ends_of)
        _follow(self.shows, old, new, _picture_of)
        _follow(self.attached, old, new, _attached_to)
        _follow(self.prompts, old, new, _cell_of)
        _follow(self.dismissals, old, new, _finding_of)
        _gather(self.links, old, new, Link)
        _gather(self.pictures, old, new, Picture)
        _gather_spanning(self.spanning, old, new)
        if old is not None and new is not None and self._place(old) == self._place(new):
            return
        if old is not None:
            self._forget(old)
        if new is not None:
            self._learn(new)

    @staticmethod
    def _place(record: Record) -> tuple[object, ...]:
        """Return what an index knows of a record: when it is equal, the index need not change."""
        match record:
            case Card():
                return record.lane, record.step, record.order
            case EmotionPoint():
                return record.lane, record.step, record.curve
            case Step():
                return record.stage, record.order
        return (record.order,) if isinstance(record, Ordered) else ()

    def _siblings(self, record: Record) -> tuple[list[Any], Any] | None:
        """Return the list a record stands in and its entry there."""
        match record:
            case Card():
                return self.cards_in.setdefault((record.lane, record.step), []), (record.order, record.id)
            case EmotionPoint():
                return self.points_at.setdefault((record.lane, record.step), []), (record.curve, record.id)
            case Step():
                return self.steps_of.setdefault(record.stage, []), (record.order, record.id)
            case Persona():
                return self.personas, (record.order, record.id)
            case Stage():
                return self.stages, (record.order, record.id)
            case Lane():
                return self.lanes, (record.order, record.id)
            case Parked():
                return self.parked, (record.order, record.id)
            case Snapshot():
                return self.snapshots, (record.order, record.id)
        return None

    def _learn(self, record: Record) -> None:
        if place := self._siblings(record):
            insort(*place)
            self._follow_columns(record)

    def _forget(self, record: Record) -> None:
        if place := self._siblings(record):
            siblings, entry = place
            del siblings[bisect_left(siblings, entry)]
            if not siblings:
                self._drop_owner(record)
            self._follow_columns(record)

    def _drop_owner(self, record: Record) -> None:
        """Drop the empty list of an owner, so that equal maps have equal indexes."""
        match record:
            case Card():
                del self.cards_in[record.lane, record.step]
            case EmotionPoint():
                del self.points_at[record.lane, record.step]
            case Step():
                del self.steps_of[record.stage]

    def _follow_columns(self, record: Record) -> None:
        if isinstance(record, Stage | Step):
            self._columns = self._all_columns = None

    def columns(self) -> list[str]:
        """Return the ids of all steps, in the order of their columns. Not to be changed by the caller."""
        if self._columns is None:
            self._columns = [step for _, stage in self.stages for _, step in self.steps_of.get(stage, ())]
            self._column_of = {step: column for column, step in enumerate(self._columns)}
        return self._columns

    def column_of(self, step: str) -> int:
        """Return the column of a step, 0 for the first."""
        self.columns()
        return self._column_of[step]

    def all_columns(self) -> list[str]:
        """Return the ids of all steps and, where a stage has none, of the stage: it has a column, too.

        They are in the order of their columns. Not to be changed by the caller.
        """
        if self._all_columns is None:
            self._all_columns = [id_ for _, stage in self.stages for id_ in self.steps(stage) or (stage,)]
            self._place_of = {id_: place for place, id_ in enumerate(self._all_columns)}
        return self._all_columns

    def room_from(self, step: str) -> int:
        """Return how many columns there are from that of a step on, those of empty stages included."""
        return len(self.all_columns()) - self._place_of[step]

    def steps(self, stage: str) -> list[str]:
        """Return the ids of a stage's steps in order."""
        return [id_ for _, id_ in self.steps_of.get(stage, ())]

    def cards(self, lane: str, step: str) -> list[str]:
        """Return the ids of a cell's cards in order."""
        return [id_ for _, id_ in self.cards_in.get((lane, step), ())]

    def prompt(self, lane: str, step: str) -> str | None:
        """Return the id of a cell's prompt, or None."""
        return next(iter(self.prompts.get((lane, step), ())), None)

    def dismissal(self, rule: str, place: str) -> str | None:
        """Return the id of what dismisses a rule's finding at a place, or None."""
        return next(iter(self.dismissals.get((rule, place), ())), None)

    def points(self, lane: str, step: str) -> dict[Curve, str]:
        """Return the ids of a cell's emotion points by curve."""
        return dict(self.points_at.get((lane, step), ()))


def _follow(
    index: dict[K, set[str]],
    old: Record | None,
    new: Record | None,
    keys_of: Callable[[Record | None], tuple[K, ...]],
) -> None:
    """Keep an index of records by the keys that they have."""
    before, after = keys_of(old), keys_of(new)
    if before == after:
        return
    if old is not None:
        for key in before:
            index[key].discard(old.id)
            if not index[key]:
                del index[key]
    if new is not None:
        for key in after:
            index.setdefault(key, set()).add(new.id)


def _gather(ids: set[str], old: Record | None, new: Record | None, kind: type[Record]) -> None:
    """Keep the ids of all records of a kind."""
    if isinstance(old, kind):
        ids.discard(old.id)
    if isinstance(new, kind):
        ids.add(new.id)


def _gather_spanning(ids: set[str], old: Record | None, new: Record | None) -> None:
    """Keep the ids of the cards that cover several columns."""
    if isinstance(old, Card) and old.span > 1:
        ids.discard(old.id)
    if isinstance(new, Card) and new.span > 1:
        ids.add(new.id)


def _persona_of(record: Record | None) -> tuple[str, ...]:
    """Return the persona that a card or point belongs to, if any."""
    if not isinstance(record, Card | EmotionPoint) or record.persona == NOBODY:
        return ()
    return (record.persona,)


def _ends_of(record: Record | None) -> tuple[str, ...]:
    """Return what a link leads from and to; once where that is the same."""
    if not isinstance(record, Link):
        return ()
    is_alone = record.target in {OUTSIDE, record.source}
    return (record.source,) if is_alone else (record.source, record.target)


def _attached_to(record: Record | None) -> tuple[str, ...]:
    """Return what a prompt or dismissal goes with."""
    match record:
        case Prompt():
            return record.lane, record.step
        case Dismissal() if record.place != WHOLE_MAP:
            return (record.place,)
    return ()


def _cell_of(record: Record | None) -> tuple[Cell, ...]:
    return ((record.lane, record.step),) if isinstance(record, Prompt) else ()


def _finding_of(record: Record | None) -> tuple[tuple[str, str], ...]:
    return ((record.rule, record.place),) if isinstance(record, Dismissal) else ()


def _picture_of(record: Record | None) -> tuple[str, ...]:
    """Return the picture that a card or persona shows, if any."""
    if not isinstance(record, Card | Persona) or record.picture == NO_PICTURE:
        return ()
    return (record.picture,)
