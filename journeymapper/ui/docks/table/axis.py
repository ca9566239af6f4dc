"""The rows or the columns of the table: ids in order, that follow the map's order one by one."""

from collections.abc import Callable, Collection, Iterator, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt


class Axis:
    """The ids of a table's rows (vertical) or columns (horizontal)."""

    def __init__(self, model: QAbstractTableModel, orientation: Qt.Orientation, ids: Sequence[str]) -> None:
        """Begin with these ids, which no view has seen yet."""
        is_vertical = orientation is Qt.Orientation.Vertical
        self._insert: tuple[Callable[..., object], Callable[[], object]] = (
            (model.beginInsertRows, model.endInsertRows)
            if is_vertical
            else (model.beginInsertColumns, model.endInsertColumns)
        )
        self._remove: tuple[Callable[..., object], Callable[[], object]] = (
            (model.beginRemoveRows, model.endRemoveRows)
            if is_vertical
            else (model.beginRemoveColumns, model.endRemoveColumns)
        )
        self._move: tuple[Callable[..., object], Callable[[], object]] = (
            (model.beginMoveRows, model.endMoveRows)
            if is_vertical
            else (model.beginMoveColumns, model.endMoveColumns)
        )
        self._ids = list(ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __getitem__(self, place: int) -> str:
        return self._ids[place]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def place_of(self, id_: str) -> int | None:
        """Return the place of an id, or None where it is not there."""
        return self._ids.index(id_) if id_ in self._ids else None

    def follow(self, order: Sequence[str], touched: Collection[str]) -> None:
        """Take on another order, in which only the touched ids came, went or moved."""
        for id_ in touched:
            if id_ in self._ids and id_ not in order:
                self._drop(id_)
        for place, id_ in enumerate(order):
            if id_ in touched:
                before = order[place - 1] if place else None
                self._bring(id_, self._ids.index(before) + 1 if before is not None else 0)

    def _drop(self, id_: str) -> None:
        place = self._ids.index(id_)
        self._remove[0](QModelIndex(), place, place)
        del self._ids[place]
        self._remove[1]()

    def _bring(self, id_: str, goal: int) -> None:
        """Put an id at a place, counted with itself where it stood."""
        if id_ not in self._ids:
            self._insert[0](QModelIndex(), goal, goal)
            self._ids.insert(goal, id_)
            self._insert[1]()
            return
        place = self._ids.index(id_)
        if goal not in {place, place + 1}:
            self._move[0](QModelIndex(), place, place, QModelIndex(), goal)
            del self._ids[place]
            self._ids.insert(goal - (goal > place), id_)
            self._move[1]()
