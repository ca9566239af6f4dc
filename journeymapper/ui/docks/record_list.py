"""A list of records for Qt's views, kept in step with the map: rows come, go and move, and stay selected."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from journeymapper.document.change import Change
from journeymapper.ui.open_map import OpenMap

Index = QModelIndex | QPersistentModelIndex


class RecordList(QAbstractListModel):
    """Some records of an open map, one a row. Subclasses say which, in which order, and what is shown."""

    #: Words could not be taken: why.
    refused = Signal(str)

    def __init__(self, open_map: OpenMap, parent: QObject | None = None) -> None:
        """List the records of an open map."""
        super().__init__(parent)
        self.open_map = open_map
        self.ids: list[str] = []

    # What subclasses say.

    @abstractmethod
    def wanted(self) -> Sequence[str]:
        """Return the ids of the records, in order."""

    @abstractmethod
    def concerns(self, change: Change) -> bool:
        """Tell whether a change may have made other rows, or others of their words."""

    # What Qt asks, and who owns the list.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many records there are."""
        return 0 if parent.isValid() else len(self.ids)

    def record_at(self, index: Index) -> str:
        """Return the id of a row's record, or ""."""
        return self.ids[index.row()] if index.isValid() and index.row() < len(self.ids) else ""

    def index_of(self, id_: str) -> QModelIndex:
        """Return where a record is; an index that is not valid where it is not listed."""
        return self.index(self.ids.index(id_)) if id_ in self.ids else QModelIndex()

    def problem(self, _index: Index, _text: str) -> str:
        """Return what is wrong with words for a row, or ""."""
        return ""

    def follow(self, change: Change) -> None:
        """Follow a change that the map has made."""
        if self.concerns(change):
            self._become(list(self.wanted()))
            if self.ids:
                self.dataChanged.emit(self.index(0), self.index(len(self.ids) - 1))

    def _become(self, wanted: list[str]) -> None:
        """Have these rows: those that stay keep what the views know of them."""
        nowhere, staying = QModelIndex(), frozenset(wanted)
        for row in range(len(self.ids) - 1, -1, -1):
            if self.ids[row] not in staying:
                self.beginRemoveRows(nowhere, row, row)
                del self.ids[row]
                self.endRemoveRows()
        known = set(self.ids)
        for row, id_ in enumerate(wanted):
            if row < len(self.ids) and self.ids[row] == id_:
                continue
            if id_ in known:
                before = self.ids.index(id_, row)
                self.beginMoveRows(nowhere, before, before, nowhere, row)
                self.ids.insert(row, self.ids.pop(before))
                self.endMoveRows()
            else:
                self.beginInsertRows(nowhere, row, row)
                self.ids.insert(row, id_)
                self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    @abstractmethod
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row shows."""
