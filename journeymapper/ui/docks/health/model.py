"""The list of findings for Qt's views: its lines come, go and change in place, whoever stands on one."""

from collections.abc import Sequence
from itertools import count
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journeymapper.ui.docks.health.entries import Entry, Key

Index = QModelIndex | QPersistentModelIndex

#: Under this role the model gives the entry itself.
ENTRY = Qt.ItemDataRole.UserRole + 10

_Role = Qt.ItemDataRole
_NOWHERE = Entry((), "")


class _Node:
    """An entry with its place among the others; ``number`` is never another's."""

    __slots__ = ("children", "entry", "number", "parent")

    def __init__(self, number: int, entry: Entry, parent: "_Node | None") -> None:
        self.number = number
        self.entry = entry
        self.parent = parent
        self.children: list[_Node] = []

    @property
    def row(self) -> int:
        return self.parent.children.index(self) if self.parent is not None else 0


class FindingsModel(QAbstractItemModel):
    """Entries in two levels: what a rule found together, and below it each by itself."""

    def __init__(self, parent: QObject) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._numbers = count(1)
        self._root = _Node(0, _NOWHERE, None)
        self._known: dict[int, _Node] = {0: self._root}

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Have these entries; those that stay keep what the views know of them."""
        self._become(self._root, entries)

    def entry_at(self, index: Index) -> Entry | None:
        """Return the entry at an index."""
        node = self._known.get(index.internalId()) if index.isValid() else None
        return node.entry if node is not None else None

    def index_of(self, key: Key) -> QModelIndex:
        """Return where an entry stands; an index that is not valid where it does not."""
        for node in self._root.children:
            for one in (node, *node.children):
                if one.entry.key == key:
                    return self._index(one)
        return QModelIndex()

    # Keeping in step.

    def _become(self, parent: _Node, wanted: Sequence[Entry]) -> None:
        self._leave_out(parent, {entry.key for entry in wanted})
        known = {node.entry.key: node for node in parent.children}
        for row, entry in enumerate(wanted):
            node = known.get(entry.key)
            if node is None:
                self._insert(parent, row, entry)
                continue
            if parent.children[row] is not node:
                self._move(node, row)
            if node.entry is not entry:
                self._change(node, entry)

    def _change(self, node: _Node, entry: Entry) -> None:
        is_other, node.entry = node.entry != entry, entry
        if is_other:
            self.dataChanged.emit(self._index(node), self._index(node))
            self._become(node, entry.children)

    def _leave_out(self, parent: _Node, wanted: set[Key]) -> None:
        for row in range(len(parent.children) - 1, -1, -1):
            node = parent.children[row]
            if node.entry.key not in wanted:
                self.beginRemoveRows(self._index(parent), row, row)
                del parent.children[row]
                for gone in (node, *node.children):
                    del self._known[gone.number]
                self.endRemoveRows()

    def _insert(self, parent: _Node, row: int, entry: Entry) -> None:
        node = _Node(next(self._numbers), entry, parent)
        self.beginInsertRows(self._index(parent), row, row)
        self._known[node.number] = node
        parent.children.insert(row, node)
        self.endInsertRows()
        self._become(node, entry.children)

    def _move(self, node: _Node, row: int) -> None:
        """Move a node up to a row: those before it stand where they should already."""
        parent, before = node.parent, node.row
        if parent is None:
            return
        above = self._index(parent)
        self.beginMoveRows(above, before, before, above, row)
        parent.children.insert(row, parent.children.pop(before))
        self.endMoveRows()

    def _index(self, node: _Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node.number) if node.parent is not None else QModelIndex()

    # What Qt asks.

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Return the index of a child."""
        above = self._node(parent)
        if column != 0 or above is None or not 0 <= row < len(above.children):
            return QModelIndex()
        return self.createIndex(row, 0, above.children[row].number)

    def _node(self, index: Index) -> _Node | None:
        return self._known.get(index.internalId()) if index.isValid() else self._root

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # the stubs mix two of them up
        """Return the index of what an entry stands below."""
        node = self._known.get(index.internalId()) if index.isValid() else None
        return self._index(node.parent) if node is not None and node.parent is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many entries stand below one."""
        node = self._node(parent)
        return len(node.children) if node is not None else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return that there is one column."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let findings be stood on; headings and remarks are only read."""
        entry = self.entry_at(index)
        if entry is None or not entry.findings:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return an entry, or its words."""
        entry = self.entry_at(index)
        if entry is None:
            return None
        match role:
            case _Role.DisplayRole:
                return entry.words
            case _Role.AccessibleTextRole:
                return entry.spoken
            case _Role.AccessibleDescriptionRole:
                return entry.findings[0].why if entry.findings else ""
            case _ if role == ENTRY:
                return entry
        return None
