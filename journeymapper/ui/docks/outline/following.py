"""Keeping the outline in step with a change: rows come, go and move one by one, and only those it touched.

A view may look at the tree in the middle of it: what it looks at for the first time is made from the map as
it is after the change, and is then left alone.
"""

from PySide6.QtCore import QAbstractItemModel, QModelIndex

from journeymapper.document.change import Change
from journeymapper.document.records import Card, EmotionPoint, Lane, Persona, Record, Stage, Step
from journeymapper.ui.docks.outline.nodes import LISTED, Key, Kind, Name, Node, Nodes, has_cells

#: Owners come before what they own.
_RANKS: dict[type[Record], int] = {Stage: 0, Lane: 0, Persona: 0, Step: 1, Card: 2, EmotionPoint: 2}
_LAST_RANK = 3


class Following:
    """Carries a change over to the nodes of a model."""

    def __init__(self, model: QAbstractItemModel, nodes: Nodes) -> None:
        """Follow for a model whose indexes carry the numbers of these nodes."""
        self._model = model
        self._nodes = nodes

    def index_of(self, node: Node) -> QModelIndex:
        """Return where a node stands; the root stands nowhere."""
        if node.parent is None:
            return QModelIndex()
        return self._model.createIndex(node.row, 0, node.number)

    def follow(self, change: Change) -> None:
        """Follow a change that the document has made."""
        before = {id_: self._nodes.named(id_) for id_ in change.ids()}
        for record in sorted(change.removed.values(), key=_rank):
            self._leave(record)
        moved = [(old, new) for old, new in change.pairs() if isinstance(new, LISTED)]
        for old, new in sorted(moved, key=lambda pair: _rank(pair[1])):
            self._settle(old, new, before[new.id])
        for name in self._changed(change):
            if (node := self._nodes.named(name)) is not None:
                index = self.index_of(node)
                self._model.dataChanged.emit(index, index)

    def _leave(self, record: Record) -> None:
        if (node := self._nodes.named(record.id)) is not None:
            self._take(node)
        if isinstance(record, Lane):
            self._take_cells(record.id)

    def _take_cells(self, lane: str) -> None:
        for step in list(self._nodes.open_steps()):
            if (cell := self._nodes.named((lane, step.record))) is not None:
                self._take(cell)

    def _settle(self, old: Record | None, new: Record, before: Node | None) -> None:
        """Give a record's node its place, and the cells of a lane theirs."""
        place = self._nodes.place_of(new)
        if old is not None and self._nodes.place_of(old) == place and not isinstance(new, Lane):
            return
        self._place(*place, before)
        if not isinstance(new, Lane) or not isinstance(old, Lane | None):
            return
        if not has_cells(new):
            self._take_cells(new.id)
        elif old is None or (old.order, has_cells(old)) != (new.order, True):
            for step in list(self._nodes.open_steps()):
                cell: Name = (new.id, step.record)
                self._place(Kind.CELL, cell, place[2], step.record, self._nodes.named(cell))

    def _place(self, kind: Kind, name: Name, key: Key, above: Name, before: Node | None) -> None:
        """Have a node at its place, where somebody has looked, and at no other."""
        parent, there = self._nodes.named(above), self._nodes.named(name)
        if before is not None and self._nodes.numbered(before.number) is None:
            before = None
        is_open = parent is not None and parent.children is not None
        if before is not None and (before is not there or not is_open):
            self._take(before)
        elif parent is not None and is_open and there is None:
            self._insert(kind, name, key, parent)
        elif parent is not None and before is not None and (before.parent, before.key) != (parent, key):
            self._move(before, parent, key)

    def _take(self, node: Node) -> None:
        parent = node.parent
        if parent is None or parent.children is None:
            return
        row = node.row
        self._model.beginRemoveRows(self.index_of(parent), row, row)
        del parent.children[row]
        self._nodes.forget(node)
        self._model.endRemoveRows()

    def _insert(self, kind: Kind, name: Name, key: Key, parent: Node) -> None:
        row = parent.place_for(key)
        self._model.beginInsertRows(self.index_of(parent), row, row)
        self._nodes.children(parent).insert(row, self._nodes.make(kind, name, key, parent))
        self._model.endInsertRows()

    def _move(self, node: Node, parent: Node, key: Key) -> None:
        source, row, goal = node.parent, node.row, parent.place_for(key)
        if source is None or source.children is None or parent.children is None:
            return
        if source is parent and goal in {row, row + 1}:
            node.key = key
            return
        self._model.beginMoveRows(self.index_of(source), row, row, self.index_of(parent), goal)
        del source.children[row]
        parent.children.insert(goal - (source is parent and goal > row), node)
        node.parent, node.key = parent, key
        self._model.endMoveRows()

    def _changed(self, change: Change) -> set[Name]:
        """Return the names of the nodes that say something else now."""
        names: set[Name] = set(change.updated)
        for old, new in change.pairs():
            match new or old:
                case Card() | EmotionPoint():
                    names.update(_cells(old, new))
                case Lane(id=lane) if old is not None and new is not None:
                    names.update((lane, step.record) for step in self._nodes.open_steps())
                    if isinstance(old, Lane) and isinstance(new, Lane) and old.role != new.role:
                        names.update(self._below(lane))
                case Persona(id=persona) if old is not None and new is not None:
                    names.update(self._nodes.document.indexes.of_persona.get(persona, ()))
        return names

    def _below(self, lane: str) -> set[Name]:
        """Return the names of the nodes that stand in a lane's cells, where somebody has looked."""
        cells = (self._nodes.named((lane, step.record)) for step in self._nodes.open_steps())
        return {node.name for cell in cells if cell is not None for node in cell.children or ()}


def _rank(record: Record) -> int:
    return _RANKS.get(type(record), _LAST_RANK)


def _cells(old: Record | None, new: Record | None) -> set[Name]:
    """Return the cells that hold more or less than before."""
    cells: list[set[Name]] = [
        {(record.lane, record.step)} if isinstance(record, Card | EmotionPoint) else set()
        for record in (old, new)
    ]
    return cells[0] ^ cells[1]
