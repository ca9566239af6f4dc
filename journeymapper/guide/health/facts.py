"""What the rules go by: sums of a map, kept by counting, and what a step's, stage's or link's look found.

Counting follows the changed records alone, and reads none of the document. What depends on columns is looked
at again where it may be another (see ``stale``): which cells a bar covers, what a stage is like, whose
feelings it shows, whether a link leads straight on.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import TypeVar

from journeymapper.document.document import Document
from journeymapper.document.indexes import Cell
from journeymapper.document.links import BACK, LEAVES, column_of
from journeymapper.document.records import NOBODY, Card, EmotionPoint, Lane, Link, Record, Step
from journeymapper.document.roles import DIVIDER, EMOTION, EVIDENCE_LEVELS, role_of
from journeymapper.guide.keys import StageKey
from journeymapper.guide.stage_keys import key_of

K = TypeVar("K")


def role_key(lane: Lane) -> str:
    """Return the role by which rules know a lane: one of ``roles.ROLES``, ``EMOTION`` or ``DIVIDER``."""
    return lane.lane_kind if lane.lane_kind in {EMOTION, DIVIDER} else role_of(lane.role).key


class Facts:
    """The sums of a map. ``today`` is the day by which dates are judged.

    ``cards`` and ``points`` are how many there are, ``wished`` of these how many are wished for. ``levels``
    counts cards by lane and evidence level, ``levels_at`` by cell and level, ``values`` and ``targets`` those
    with such a number by lane. ``dated`` are the cards that have a due date or a source's day. ``lanes_of``
    holds the lanes of each role (see ``role_key``), ``lines`` the dividing lines with their roles and names.
    ``in_cell`` and ``in_column`` count what stands in a cell and column or reaches there, ``filled`` the
    cells of a lane that hold something; ``reaching`` are the bars that reach into a cell from the left.
    ``keys`` are what the stages are like, ``felt_in`` the personas whose feelings a stage shows, ``bent`` the
    links that go back, skip or leave.
    """

    def __init__(self, document: Document, today: date) -> None:
        """Count what is in the map; what depends on columns is still to be looked at."""
        self.document = document
        self.today = today
        self.cards = self.points = self.wished = 0
        self.levels: Counter[tuple[str, str]] = Counter()
        self.levels_at: Counter[tuple[Cell, str]] = Counter()
        self.values: Counter[str] = Counter()
        self.targets: Counter[str] = Counter()
        self.dated: set[str] = set()
        self.lanes_of: dict[str, dict[str, None]] = {}
        self.lines: dict[str, tuple[str, str]] = {}
        self.in_cell: Counter[Cell] = Counter()
        self.in_column: Counter[str] = Counter()
        self.filled: Counter[str] = Counter()
        self.reaching: dict[Cell, set[str]] = {}
        self.keys: dict[str, StageKey] = {}
        self.felt_in: dict[str, frozenset[str]] = {}
        self.bent: set[str] = set()
        self._reach: dict[str, tuple[Cell, ...]] = {}
        for record in document:
            self.count(None, record)

    def count(self, old: Record | None, new: Record | None) -> None:
        """Follow one write."""
        for record, by in ((old, -1), (new, 1)):
            match record:
                case Card():
                    self._count_card(record, by)
                case EmotionPoint():
                    self.points += by
                    self.wished += by * record.wished
                    self._fill((record.lane, record.step), by)
                case Lane():
                    self._enter_lane(record, by > 0)

    def _count_card(self, card: Card, by: int) -> None:
        self.cards += by
        add(self.levels, (card.lane, card.evidence.level), by)
        add(self.levels_at, ((card.lane, card.step), card.evidence.level), by)
        if card.value is not None:
            add(self.values, card.lane, by)
        if card.target is not None:
            add(self.targets, card.lane, by)
        if card.due is not None or any(source.day for source in card.evidence.sources):
            (self.dated.add if by > 0 else self.dated.discard)(card.id)
        self._fill((card.lane, card.step), by)

    def _fill(self, cell: Cell, by: int) -> None:
        before = self.in_cell[cell]
        add(self.in_cell, cell, by)
        add(self.in_column, cell[1], by)
        add(self.filled, cell[0], bool(before + by) - bool(before))

    def _enter_lane(self, lane: Lane, is_there: bool) -> None:
        lanes = self.lanes_of.setdefault(role_key(lane), {})
        if is_there:
            lanes[lane.id] = None
        else:
            del lanes[lane.id]
        if lane.lane_kind == DIVIDER and is_there:
            self.lines[lane.id] = lane.role, lane.name
        else:
            self.lines.pop(lane.id, None)

    def lanes(self, roles: Iterable[str]) -> list[str]:
        """Return the lanes of any of these roles."""
        return [lane for role in roles for lane in self.lanes_of.get(role, ())]

    def is_filled(self, lanes: Iterable[str], steps: Collection[str]) -> bool:
        """Tell whether anything stands in a cell of these, or reaches there."""
        return any((lane, step) in self.in_cell for lane in lanes for step in steps)

    def levels_in(self, lanes: Iterable[str], steps: Collection[str] | None = None) -> Counter[str]:
        """Return how many cards of these lanes, and steps, are of each evidence level."""
        found: Counter[str] = Counter()
        for lane in lanes:
            for level in EVIDENCE_LEVELS:
                if steps is None:
                    found[level] += self.levels[lane, level]
                else:
                    found[level] += sum(self.levels_at[(lane, step), level] for step in steps)
        return found

    def covered(self, card: Card) -> list[str]:
        """Return the steps that a card covers."""
        return [card.step, *(step for _lane, step in self._reach.get(card.id, ()))]

    def cards_at(self, lane: str, step: str) -> Iterator[str]:
        """Yield the cards that stand in a cell, and those that reach into it."""
        yield from self.document.indexes.cards(lane, step)
        yield from self.reaching.get((lane, step), ())

    def look_at_bar(self, bar: str) -> set[Cell]:
        """Look again at which cells a card reaches into; return those where that is another."""
        before, after = self._reach.pop(bar, ()), self._cells_reached(bar)
        if after:
            self._reach[bar] = after
        changed = set(before) ^ set(after)
        for cell in changed.intersection(before):
            self._fill(cell, -1)
            self.reaching[cell].discard(bar)
            if not self.reaching[cell]:
                del self.reaching[cell]
        for cell in changed.intersection(after):
            self._fill(cell, 1)
            self.reaching.setdefault(cell, set()).add(bar)
        return changed

    def _cells_reached(self, bar: str) -> tuple[Cell, ...]:
        card, indexes = self.document.find(bar), self.document.indexes
        if not isinstance(card, Card) or card.span == 1:
            return ()
        columns = indexes.all_columns()
        first = len(columns) - indexes.room_from(card.step)
        covered = columns[first + 1 : first + card.span]
        return tuple((card.lane, step) for step in covered if isinstance(self.document.find(step), Step))

    def look_at_stage(self, stage: str) -> tuple[bool, bool]:
        """Look again at what a stage is like and whose feelings it shows; tell which of both is another."""
        key, felt = self.keys.pop(stage, None), self.felt_in.pop(stage, None)
        if stage in self.document:
            self.keys[stage] = key_of(self.document, stage)
            self.felt_in[stage] = frozenset(self._felt(stage))
        return self.keys.get(stage) != key, self.felt_in.get(stage) != felt

    def _felt(self, stage: str) -> Iterator[str]:
        indexes = self.document.indexes
        for lane in self.lanes_of.get(EMOTION, ()):
            for step in indexes.steps(stage):
                yield from (curve.persona for curve, _id in indexes.points_at.get((lane, step), ()))

    def look_at_link(self, link: str) -> None:
        """Look again at whether a link leads straight on."""
        record = self.document.find(link)
        if isinstance(record, Link) and self._is_bent(record):
            self.bent.add(link)
        else:
            self.bent.discard(link)

    def _is_bent(self, link: Link) -> bool:
        if link.link_kind in {BACK, LEAVES}:
            return True
        return column_of(self.document, link.target) - column_of(self.document, link.source) not in {0, 1}

    def is_theirs(self, stage: str, persona: str) -> bool:
        """Tell whether a stage shows how a persona feels; points of nobody are of the only one there is."""
        felt = self.felt_in.get(stage, frozenset())
        return persona in felt or (self.is_alone and NOBODY in felt)

    @property
    def is_alone(self) -> bool:
        """Tell whether there is one persona alone, so that cards and points of nobody are about them."""
        return len(self.document.indexes.personas) == 1


def add(counter: Counter[K], key: K, by: int) -> None:
    """Count something, and forget what there is none of."""
    counter[key] += by
    if not counter[key]:
        del counter[key]
