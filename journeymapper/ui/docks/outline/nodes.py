"""The nodes of the outline: which there are, and what stands below each, made only when somebody looks.

A node holds ids and order keys, never a record, and stands among its siblings by its key.
"""

from bisect import bisect_left
from collections.abc import Iterator
from enum import Enum

from journeymapper.document.document import Document
from journeymapper.document.indexes import Cell
from journeymapper.document.records import (
    MAP_ID,
    Card,
    Curve,
    EmotionPoint,
    JourneyMap,
    Lane,
    Persona,
    Record,
    Stage,
    Step,
)
from journeymapper.document.roles import DIVIDER

Key = tuple[int, str, str]

#: What a node is found by: a record's id, a cell, or a branch.
Name = str | Cell


class Kind(Enum):
    """What a node stands for."""

    ROOT = "root"
    MAP = "map"
    STAGE = "stage"
    STEP = "step"
    CELL = "cell"
    CARD = "card"
    POINT = "point"
    LANES = "lanes"
    LANE = "lane"
    PERSONAS = "personas"
    PERSONA = "persona"


_KINDS: dict[type[Record], Kind] = {
    JourneyMap: Kind.MAP,
    Stage: Kind.STAGE,
    Step: Kind.STEP,
    Lane: Kind.LANE,
    Persona: Kind.PERSONA,
    Card: Kind.CARD,
    EmotionPoint: Kind.POINT,
}

#: The kinds of record that stand in the outline; links, pictures and the parking lot do not.
LISTED = tuple(_KINDS)

#: Kinds that never have anything below them.
LEAVES = frozenset({Kind.CARD, Kind.POINT, Kind.LANE, Kind.PERSONA})

#: The branches that stand for no record; no id of a record can be one of these, nor a cell.
_ROOT: Cell = ("", "")
_LANES: Cell = ("", "lanes")
_PERSONAS: Cell = ("", "personas")


class Node:
    """One line of the outline; ``children`` is None until somebody looks."""

    __slots__ = ("_row", "children", "key", "kind", "name", "number", "parent")

    def __init__(self, kind: Kind, name: Name, key: Key, parent: "Node | None", number: int) -> None:
        """Make a node below ``parent``."""
        self.kind = kind
        self.name = name
        self.key = key
        self.parent = parent
        self.number = number
        self.children: list[Node] | None = None
        self._row = 0

    @property
    def record(self) -> str:
        """The id of the record it stands for, or ""."""
        return self.name if isinstance(self.name, str) else ""

    @property
    def cell(self) -> Cell | None:
        """The cell it stands for, or None."""
        return self.name if self.kind is Kind.CELL and isinstance(self.name, tuple) else None

    @property
    def row(self) -> int:
        """Its place among its siblings; views ask for it all the time, so the last answer is tried first."""
        siblings = self.parent.children if self.parent is not None else None
        if self.parent is None or siblings is None:
            return 0
        if self._row >= len(siblings) or siblings[self._row] is not self:
            self._row = self.parent.place_for(self.key)
        return self._row

    def place_for(self, key: Key) -> int:
        """Return the place among its children at which a node with that key stands, or would."""
        return bisect_left(self.children or (), key, key=lambda child: child.key)


class Nodes:
    """All the nodes of a map's outline that somebody has looked at."""

    def __init__(self, document: Document) -> None:
        """Begin with the root and its branches."""
        self.document = document
        self._by_number: dict[int, Node] = {}
        self._by_name: dict[Name, Node] = {}
        self._last = 0
        self.root = self.make(Kind.ROOT, _ROOT, (0, "", ""), None)
        self.root.children = [
            self.make(Kind.MAP, MAP_ID, (0, "", ""), self.root),
            self.make(Kind.LANES, _LANES, (1, "", ""), self.root),
            self.make(Kind.PERSONAS, _PERSONAS, (2, "", ""), self.root),
        ]

    def make(self, kind: Kind, name: Name, key: Key, parent: Node | None) -> Node:
        """Make a node that can be found from now on; it is not yet among its parent's children."""
        self._last += 1
        node = Node(kind, name, key, parent, self._last)
        self._by_number[node.number] = self._by_name[name] = node
        return node

    def numbered(self, number: int) -> Node | None:
        """Return the node of that number, or None where it is gone."""
        return self._by_number.get(number)

    def named(self, name: Name) -> Node | None:
        """Return the node of that name, where somebody has looked at it."""
        return self._by_name.get(name)

    def forget(self, node: Node) -> None:
        """Let a node go, with all below it."""
        del self._by_number[node.number]
        if self._by_name.get(node.name) is node:
            del self._by_name[node.name]
        for child in node.children or ():
            self.forget(child)

    def children(self, node: Node) -> list[Node]:
        """Return what stands below a node, made now where nobody has looked before."""
        if node.children is None:
            node.children = [self.make(kind, name, key, node) for kind, name, key in self._entries(node)]
        return node.children

    def _entries(self, node: Node) -> Iterator[tuple[Kind, Name, Key]]:
        indexes = self.document.indexes
        match node.kind:
            case Kind.MAP:
                yield from ((Kind.STAGE, id_, (0, order, id_)) for order, id_ in indexes.stages)
            case Kind.LANES:
                yield from ((Kind.LANE, id_, (0, order, id_)) for order, id_ in indexes.lanes)
            case Kind.PERSONAS:
                yield from ((Kind.PERSONA, id_, (0, order, id_)) for order, id_ in indexes.personas)
            case Kind.STAGE:
                steps = indexes.steps_of.get(node.record, ())
                yield from ((Kind.STEP, id_, (0, order, id_)) for order, id_ in steps)
            case Kind.STEP:
                for order, lane in indexes.lanes:
                    if has_cells(self.document.get(lane, Lane)):
                        yield Kind.CELL, (lane, node.record), (0, order, lane)
            case Kind.CELL if node.cell is not None:
                cards, points = indexes.cards_in.get(node.cell, ()), indexes.points_at.get(node.cell, ())
                yield from ((Kind.CARD, id_, (0, order, id_)) for order, id_ in cards)
                yield from ((Kind.POINT, id_, _point_key(curve, id_)) for curve, id_ in points)

    def place_of(self, record: Record) -> tuple[Kind, Name, Key, Name]:
        """Return how the node of a record that is ``LISTED`` would be made, and its parent's name.

        That is its kind, its name and its key.
        """
        kind = _KINDS[type(record)]
        match record:
            case Stage():
                return kind, record.id, (0, record.order, record.id), MAP_ID
            case Step():
                return kind, record.id, (0, record.order, record.id), record.stage
            case Lane():
                return kind, record.id, (0, record.order, record.id), _LANES
            case Persona():
                return kind, record.id, (0, record.order, record.id), _PERSONAS
            case Card():
                return kind, record.id, (0, record.order, record.id), (record.lane, record.step)
            case EmotionPoint():
                return kind, record.id, _point_key(record.curve, record.id), (record.lane, record.step)
        return kind, record.id, (0, "", ""), _ROOT

    def reach(self, name: Name) -> Node | None:
        """Return the node of that name, made with all above it where nobody has looked, or None."""
        if (node := self._by_name.get(name)) is not None:
            return node
        above: Name | None = None
        if isinstance(name, tuple):
            above = name[1]
        elif isinstance(record := self.document.find(name), LISTED):
            above = self.place_of(record)[3]
        if not above or (parent := self.reach(above)) is None or parent.children is not None:
            return None
        self.children(parent)
        return self._by_name.get(name)

    def open_steps(self) -> Iterator[Node]:
        """Yield the nodes of steps that somebody has looked into."""
        for stage in self.root.children[0].children or () if self.root.children else ():
            for step in stage.children or ():
                if step.children is not None:
                    yield step


def has_cells(lane: Lane) -> bool:
    """Tell whether anything can stand in a lane."""
    return lane.lane_kind != DIVIDER


def _point_key(curve: Curve, id_: str) -> Key:
    """Return what sorts a point in its cell: after the cards, a persona's present before its wished-for."""
    return 1, f"{curve.persona} {int(curve.wished)}", id_
