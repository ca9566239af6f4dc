"""The map as a table for Qt's views: lanes by steps."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette

from journeymapper.document.change import Change
from journeymapper.document.indexes import Cell
from journeymapper.document.records import Card, EmotionPoint, Lane, Persona, Record, Stage, Step
from journeymapper.document.roles import EMOTION
from journeymapper.editing.cells import FeelingError
from journeymapper.i18n import _
from journeymapper.ui.docks.line_editing import SEVERAL_LINES, TYPED_OVER
from journeymapper.ui.docks.naming import lane_name, place_words, stage_name, step_name
from journeymapper.ui.docks.table import contents
from journeymapper.ui.docks.table.axis import Axis
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.plain_words import as_tip

Index = QModelIndex | QPersistentModelIndex

_Role = Qt.ItemDataRole
_Flag = Qt.ItemFlag


class TableModel(QAbstractTableModel):
    """The table of an open map. Whoever owns it hands it the changes, by ``follow``."""

    #: Words could not be taken: why.
    refused = Signal(str)

    def __init__(self, open_map: OpenMap, parent: QObject | None = None) -> None:
        """Show an open map."""
        super().__init__(parent)
        self._open_map = open_map
        self._document = document = open_map.session.document
        self._lanes = Axis(self, Qt.Orientation.Vertical, [id_ for _key, id_ in document.indexes.lanes])
        self._steps = Axis(self, Qt.Orientation.Horizontal, document.indexes.columns())

    def cell_at(self, index: Index) -> Cell | None:
        """Return the lane and the step of an index."""
        return (self._lanes[index.row()], self._steps[index.column()]) if index.isValid() else None

    def index_of(self, cell: Cell) -> QModelIndex:
        """Return where a cell stands."""
        row, column = self._lanes.place_of(cell[0]), self._steps.place_of(cell[1])
        return QModelIndex() if row is None or column is None else self.index(row, column)

    def row_of(self, lane: str) -> int | None:
        """Return the row of a lane."""
        return self._lanes.place_of(lane)

    def column_of(self, step: str) -> int | None:
        """Return the column of a step."""
        return self._steps.place_of(step)

    def lane_at(self, row: int) -> str:
        """Return the lane of a row."""
        return self._lanes[row]

    def step_at(self, column: int) -> str:
        """Return the step of a column."""
        return self._steps[column]

    def most_lines(self, row: int) -> int:
        """Return how many lines the fullest cell of a row has, without reading any of them."""
        lane = self._lanes[row]
        return max((contents.count(self._document, lane, step) for step in self._steps), default=0)

    # What Qt asks.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many lanes there are."""
        return 0 if parent.isValid() else len(self._lanes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how many steps there are."""
        return 0 if parent.isValid() else len(self._steps)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        cell = self.cell_at(index)
        if cell is None:
            return _Flag.NoItemFlags
        found = _Flag.ItemIsEnabled | _Flag.ItemIsSelectable | _Flag.ItemNeverHasChildren
        return found | _Flag.ItemIsEditable if self.can_edit(cell) else found

    def can_edit(self, cell: Cell) -> bool:
        """Tell whether a cell's lines can be edited here."""
        return self._is_there(cell) and contents.edited_lines(self._document, *cell) is not None

    def _is_there(self, cell: Cell) -> bool:
        return cell[0] in self._document and cell[1] in self._document

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return what a cell shows or says."""
        cell, document = self.cell_at(index), self._document
        if cell is None or not self._is_there(cell):
            return None
        match role:
            case _Role.DisplayRole:
                lines = contents.shown_lines(document, *cell)
                return "\n".join(lines if len(lines) < 2 else (f"• {line}" for line in lines))
            case _Role.EditRole:
                return "\n".join(contents.edited_lines(document, *cell) or ())
            case _Role.ToolTipRole:
                return as_tip("\n".join(contents.shown_lines(document, *cell)))
            case _Role.AccessibleTextRole:
                return contents.spoken(document, *cell)
            case _Role.AccessibleDescriptionRole:
                return place_words(document, *cell)
            case _Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            case _Role.ForegroundRole if document.get(cell[0], Lane).hidden:
                return QGuiApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
            case _ if role == SEVERAL_LINES:
                return True
            case _ if role == TYPED_OVER:
                return contents.kind_of(document, cell[0]) == EMOTION
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """Return the name of a row's lane, or of a column's stage and step."""
        if orientation is Qt.Orientation.Vertical:
            return self._lane_head(section, role) if 0 <= section < len(self._lanes) else None
        return self._step_head(section, role) if 0 <= section < len(self._steps) else None

    def _lane_head(self, row: int, role: int) -> Any:
        lane = self._document.find(self._lanes[row])
        if not isinstance(lane, Lane):
            return None
        name = lane_name(self._document, lane.id)
        match role:
            case _Role.DisplayRole | _Role.AccessibleTextRole:
                return _("{lane} (hidden)").format(lane=name) if lane.hidden else name
            case _Role.ToolTipRole:
                return as_tip(name)
            case _Role.ForegroundRole if lane.hidden:
                return QGuiApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
        return None

    def _step_head(self, column: int, role: int) -> Any:
        step = self._document.find(self._steps[column])
        if not isinstance(step, Step) or step.stage not in self._document:
            return None
        stage, name = stage_name(self._document, step.stage), step_name(self._document, step.id)
        match role:
            case _Role.DisplayRole:
                return f"{stage}\n{name}"
            case _Role.AccessibleTextRole:
                return _("{stage}, {step}").format(stage=stage, step=name)
            case _Role.ToolTipRole:
                return as_tip(f"{stage}\n{name}")
        return None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: N802
        """Make a cell hold what a text says; tell whether it took it."""
        cell = self.cell_at(index)
        if cell is None or role != _Role.EditRole or not isinstance(value, str) or not self.can_edit(cell):
            return False
        if words := self.problem(index, value):
            self.refused.emit(words)
            return False
        with self._open_map.edit(_("Edit cell")) as edit:
            contents.write(edit, *cell, value)
        return True

    def problem(self, index: Index, text: str) -> str:
        """Return what is wrong with a text for a cell, or ""."""
        cell = self.cell_at(index)
        try:
            return contents.problem(self._document, *cell, text) if cell is not None else ""
        except FeelingError as error:
            return str(error)

    # Following the map.

    def follow(self, change: Change) -> None:
        """Follow a change that the map has made."""
        indexes = self._document.indexes
        lanes, steps = set(_moved_lanes(change)), set(self._moved_steps(change))
        if lanes:
            self._lanes.follow([id_ for _order, id_ in indexes.lanes], lanes)
        if steps:
            self._steps.follow(indexes.columns(), steps)
        for old, new in change.pairs():
            if old is not None and new is not None:
                self._follow_head(old, new)
        if any(isinstance(new or old, Persona) for old, new in change.pairs()):
            self._show_feelings()
        for cell in _cells(change):
            index = self.index_of(cell)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def _moved_steps(self, change: Change) -> Iterator[str]:
        """Yield the steps that came, went, or stand elsewhere."""
        for old, new in change.pairs():
            match old, new:
                case Step(), Step() if (old.stage, old.order) == (new.stage, new.order):
                    pass
                case (Step(id=step), _) | (_, Step(id=step)):
                    yield step
                case Stage(), Stage() if old.order != new.order:
                    yield from self._document.indexes.steps(new.id)

    def _follow_head(self, old: Record, new: Record) -> None:
        """Show other names."""
        match old, new:
            case Lane(), Lane():
                if (row := self.row_of(new.id)) is not None:
                    self.headerDataChanged.emit(Qt.Orientation.Vertical, row, row)
                    if (old.hidden, old.lane_kind, old.role) != (new.hidden, new.lane_kind, new.role):
                        self._show_row(row)
            case Stage(), Stage() if old.name != new.name:
                for step in self._document.indexes.steps(new.id):
                    self._show_step_head(step)
            case Step(), Step() if (old.name, old.stage) != (new.name, new.stage):
                self._show_step_head(new.id)

    def _show_step_head(self, step: str) -> None:
        if (column := self.column_of(step)) is not None:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, column, column)

    def _show_row(self, row: int) -> None:
        if len(self._steps):
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._steps) - 1))

    def _show_feelings(self) -> None:
        """Show all emotion points anew: whose they are may be said otherwise."""
        for row in range(len(self._lanes)):
            if contents.kind_of(self._document, self._lanes[row]) == EMOTION:
                self._show_row(row)


def _moved_lanes(change: Change) -> Iterator[str]:
    """Yield the lanes that came, went, or stand elsewhere."""
    for old, new in change.pairs():
        match old, new:
            case Lane(), Lane() if old.order == new.order:
                pass
            case (Lane(id=lane), _) | (_, Lane(id=lane)):
                yield lane


def _cells(change: Change) -> set[Cell]:
    """Return the cells whose lines are others."""
    return {
        (record.lane, record.step)
        for pair in change.pairs()
        for record in pair
        if isinstance(record, Card | EmotionPoint)
    }
