"""The table: lanes by steps, a cell its cards as lines, edited as in a spreadsheet."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from journeymapper.document.change import Change
from journeymapper.document.indexes import Cell
from journeymapper.document.records import Card, EmotionPoint, Lane, Persona, Stage, Step
from journeymapper.document.roles import DIVIDER
from journeymapper.i18n import _, ngettext
from journeymapper.layout.places import Hit, Part
from journeymapper.ui.docks.line_editing import Index
from journeymapper.ui.docks.side_view import SideView
from journeymapper.ui.docks.table.contents import MOST_SHOWN, kind_of
from journeymapper.ui.docks.table.heads import HeadEditing
from journeymapper.ui.docks.table.model import TableModel
from journeymapper.ui.open_map import OpenMap, cell_of

_COLUMN_WIDTH = 170
_HEAD_WIDTH = 140
_LEAST_HEIGHT = 120
_PADDING = 8

_Select = QItemSelectionModel.SelectionFlag


class Table(SideView):
    """Shows a map as a table."""

    model: TableModel | None

    def __init__(self, parent: QWidget) -> None:
        """Make a table without a map."""
        self.table = table = QTableView()
        super().__init__("table", _("Table"), table, parent)
        self.setAllowedAreas(Qt.DockWidgetArea.TopDockWidgetArea | Qt.DockWidgetArea.BottomDockWidgetArea)
        self.setToolTip(
            _(
                "A cell holds a card a line. Typing begins another card, Enter or F2 edits the cell; there "
                "Enter keeps it and goes down, Tab keeps it and goes on, Shift+Enter begins another line. "
                "Emotions are written as “+1 Curious”. Esc leads back to the map."
            )
        )
        self.heads = HeadEditing(table)
        self.heads.begun.connect(self.begun)
        self._standing: Cell | None = None
        self.delegate.kept.connect(self._go_down)
        table.setAccessibleName(_("Table of the map"))
        table.setAccessibleDescription(self.toolTip())
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        table.setWordWrap(False)
        table.setMinimumHeight(_LEAST_HEIGHT)
        table.setCornerButtonEnabled(False)
        self._arrange_heads()

    def _arrange_heads(self) -> None:
        across, down = self.table.horizontalHeader(), self.table.verticalHeader()
        across.setDefaultSectionSize(_COLUMN_WIDTH)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setFixedWidth(_HEAD_WIDTH)
        for header in (across, down):
            header.setHighlightSections(False)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)

    def field_name(self, index: Index) -> str:
        """Return what the text field on a cell is called for screen readers."""
        place = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
        return _("Cards in {place}").format(place=place)

    def make_model(self, open_map: OpenMap) -> TableModel:
        """Return the table of a map."""
        return TableModel(open_map, self)

    def begin(self) -> None:
        """Make all rows as high as they want."""
        if self.model is not None:
            self.model.rowsInserted.connect(self._fit_all)
            self._fit_all()

    def _fit_all(self) -> None:
        for row in range(self.model.rowCount() if self.model is not None else 0):
            self._fit(row)

    def _fit(self, row: int) -> None:
        """Make a row as high as its fullest cell wants, within bounds."""
        if self.model is None:
            return
        lines = max(1, min(MOST_SHOWN, self.model.most_lines(row)))
        height = lines * self.table.fontMetrics().lineSpacing() + _PADDING
        if height != self.table.rowHeight(row):
            self.table.setRowHeight(row, height)

    def show_map(self, open_map: OpenMap | None) -> None:
        """Show another map; None: there is none."""
        super().show_map(open_map)
        self.heads.show_map(open_map)

    @property
    def is_writing(self) -> bool:
        """Tell whether words stand in a text field that are not yet in the map."""
        return super().is_writing or (self.heads.editor is not None and self.heads.editor.has_changed)

    def let_go(self) -> None:
        """Keep what is being written and close the text field."""
        super().let_go()
        self.heads.finish()

    # Selection and changes.

    def show_selection(self) -> None:
        """Select the cells of what is selected in the map; beside a lane, step or stage only stand there."""
        model, open_map, selection = self.model, self.open_map, self.table.selectionModel()
        if model is None or open_map is None:
            return
        document = open_map.session.document
        cells = {cell for id_ in open_map.selection if (cell := cell_of(document, id_)) is not None}
        if open_map.cell is not None:
            cells.add(open_map.cell)
        found = QItemSelection()
        for index in map(model.index_of, cells):
            if index.isValid():
                found.select(index, index)
        self._standing = open_map.cell
        current = self._place_of_current(model, open_map)
        selection.setCurrentIndex(current, _Select.NoUpdate)
        selection.select(found, _Select.ClearAndSelect)
        if current.isValid():
            self.table.scrollTo(current)

    def _place_of_current(self, model: TableModel, open_map: OpenMap) -> QModelIndex:
        """Return the map's cell, or the one nearest to here in the row or columns of its current record."""
        if open_map.cell is not None:
            return model.index_of(open_map.cell)
        here = self.table.currentIndex()
        row: int | None = max(0, here.row())
        column: int | None = max(0, here.column())
        match open_map.session.document.find(open_map.current):
            case Lane(id=lane):
                row = model.row_of(lane)
            case Step() | Stage() as record:
                column = self.heads.column_of(model, record)
            case _:
                return QModelIndex()
        return QModelIndex() if row is None or column is None else model.index(row, column)

    def take_selection(self, open_map: OpenMap) -> None:
        """Select in the map all that stands in the selected cells; the last card here is the current one."""
        if self.model is None:
            return
        indexes = open_map.session.document.indexes
        cells = [cell for index in self.table.selectedIndexes() if (cell := self.model.cell_at(index))]
        ids = [id_ for cell in cells for id_ in (*indexes.cards(*cell), *indexes.points(*cell).values())]
        self._standing = here = self.model.cell_at(self.table.currentIndex())
        standing = indexes.cards(*here) if here is not None else []
        open_map.select(ids, standing[-1] if standing else "", here)

    def tell_selection(self) -> None:
        """Say how much is selected where it is more than one: deleting takes all of it."""
        if self.open_map is None or (count := len(self.open_map.selection)) < 2:
            return
        if self.open_map.chosen.only_kind is Card:
            words = ngettext("{count} card is selected", "{count} cards are selected", count)
        else:
            words = ngettext("{count} item is selected", "{count} items are selected", count)
        self.said.emit(words.format(count=count))

    def after_change(self, change: Change) -> None:
        """Fit the rows whose cells hold more or less; close the heads' field; select what stands here now."""
        if self.model is None or self.open_map is None:
            return
        kinds = {type(new or old) for old, new in change.pairs()}
        if kinds & {Step, Stage, Persona}:
            self._fit_all()
        for lane in _lanes(change):
            if (row := self.model.row_of(lane)) is not None:
                self._fit(row)
        if kinds & {Lane, Step, Stage}:
            self.heads.close()
        here = self.model.cell_at(self.table.currentIndex())
        # A collapsed lane's cell is let go by the map, whose canvas does not show it; here it can be seen.
        is_here = self.open_map.cell in {here, None} and here == self._standing
        if here is not None and is_here and self.has_keyboard:
            self.lead()

    def hit_at(self, index: Index) -> Hit:
        """Return what a cell stands for, as if it were on the canvas."""
        cell = self.model.cell_at(index) if self.model is not None else None
        return Hit(Part.CELL, "", *cell) if cell is not None else Hit(Part.NOTHING)

    # Writing.

    def edit_text(self, id_: str, field: str = "") -> bool:
        """Open the text field on a card's line, or on a name in a head; tell whether it could."""
        self.let_go()
        if self.model is None or self.open_map is None or field:
            return False
        document = self.open_map.session.document
        cell = cell_of(document, id_)
        if cell is None:
            return self.heads.edit(id_)
        if not self.edit(self.model.index_of(cell)) or self.delegate.editor is None:
            return False
        if id_ in (standing := document.indexes.cards(*cell)):
            self.delegate.editor.stand_on_line(standing.index(id_))
        return True

    def _go_down(self) -> None:
        """Stand on the next cell below that something can stand in."""
        here = self.table.currentIndex()
        if self.model is None or self.open_map is None or not here.isValid():
            return
        for row in range(here.row() + 1, self.model.rowCount()):
            if kind_of(self.open_map.session.document, self.model.lane_at(row)) != DIVIDER:
                self.stand_on(self.model.index(row, here.column()))
                return

    def begin_card(self, lane: str, step: str, text: str = "", place: int | None = None) -> None:
        """Begin a line in a cell."""
        self.let_go()
        if self.model is None or not self.edit(self.model.index_of((lane, step))):
            return
        if self.delegate.editor is not None:
            self.delegate.editor.begin_line(place)
            self.delegate.editor.insertPlainText(text)

    def reveal(self, id_: str) -> None:
        """Scroll to the cell of a record."""
        cell = cell_of(self.open_map.session.document, id_) if self.open_map is not None else None
        if self.model is not None and cell is not None:
            self.table.scrollTo(self.model.index_of(cell))


def _lanes(change: Change) -> set[str]:
    """Return the lanes in which something came, went or moved."""
    return {
        record.lane
        for old, new in change.pairs()
        for record in (old, new)
        if isinstance(record, Card | EmotionPoint)
    }
