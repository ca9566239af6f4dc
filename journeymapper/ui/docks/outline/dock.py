"""The outline: the map as a tree, to be read, walked and edited without the drawing."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from journeymapper.document.change import Change
from journeymapper.document.records import Lane
from journeymapper.document.roles import holds_cards
from journeymapper.i18n import _
from journeymapper.layout.places import Hit, Part
from journeymapper.ui.canvas.writing import Writing, write_card
from journeymapper.ui.docks.line_editing import Index
from journeymapper.ui.docks.outline.model import OutlineModel
from journeymapper.ui.docks.outline.nodes import Kind, Node
from journeymapper.ui.docks.side_view import SideView
from journeymapper.ui.open_map import OpenMap

#: A map of no more steps than this is shown with its stages open.
_FEW_STEPS = 60

#: More selected records than this are not all sought in the tree.
_MOST_SELECTED = 200

_LEAST_WIDTH = 160

_Select = QItemSelectionModel.SelectionFlag

_PARTS: dict[Kind, Part] = {
    Kind.MAP: Part.TITLE,
    Kind.STAGE: Part.STAGE,
    Kind.STEP: Part.STEP,
    Kind.CELL: Part.CELL,
    Kind.CARD: Part.CARD,
    Kind.POINT: Part.POINT,
    Kind.LANE: Part.LANE,
    Kind.PERSONA: Part.PERSONA,
}


class Outline(SideView):
    """Shows a map as a tree."""

    model: OutlineModel | None

    def __init__(self, parent: QWidget) -> None:
        """Make an outline without a map."""
        self.tree = tree = QTreeView()
        super().__init__("outline", _("Outline"), tree, parent)
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self.setToolTip(
            _(
                "Enter or F2 changes the words, Ins adds a card, Del deletes, Alt+arrows move; "
                "Esc leads back to the map"
            )
        )
        self._writing: Writing | None = None
        self._standing = ""
        tree.setAccessibleName(_("Outline of the map"))
        tree.setAccessibleDescription(self.toolTip())
        tree.setHeaderHidden(True)
        tree.setUniformRowHeights(True)
        tree.setMinimumWidth(_LEAST_WIDTH)
        tree.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        tree.setExpandsOnDoubleClick(False)
        tree.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.delegate.released.connect(self._end_writing)

    def make_model(self, open_map: OpenMap) -> OutlineModel:
        """Return the outline of a map."""
        return OutlineModel(open_map, self)

    def begin(self) -> None:
        """Open the map's own branch, and its stages where there are few steps."""
        if self.model is None or self.open_map is None:
            return
        top = self.model.top()
        self.tree.expand(top)
        if len(self.open_map.session.document.indexes.columns()) <= _FEW_STEPS:
            for row in range(self.model.rowCount(top)):
                self.tree.expand(self.model.index(row, 0, top))

    def wear(self, palette: QPalette) -> None:
        """Take on a palette."""
        if self.model is not None:
            self.model.wear(palette)
            self.tree.viewport().update()

    # Selection and changes.

    def show_selection(self) -> None:
        """Select in the tree what is selected in the map, and open it down to the current one.

        Nothing is ever closed, and no more scrolled than need be: what one is about to click stays in place.
        """
        model, open_map, selection = self.model, self.open_map, self.tree.selectionModel()
        if model is None or open_map is None:
            return
        found = QItemSelection()
        ids = open_map.selection if len(open_map.selection) <= _MOST_SELECTED else {open_map.current}
        for index in map(model.index_of, ids):
            if index.isValid():
                found.select(index, index)
        current = model.index_of(open_map.current or open_map.cell or "")
        self._open_down_to(current)
        if current.isValid():
            selection.setCurrentIndex(current, _Select.NoUpdate)
            if not open_map.current:
                found.select(current, current)
        elif (here := model.node_at(self.tree.currentIndex())).record or here.cell:
            selection.clearCurrentIndex()
        selection.select(found, _Select.ClearAndSelect)
        if current.isValid():
            self.tree.scrollTo(current)

    def _open_down_to(self, index: QModelIndex) -> None:
        """Open the branches above an item, and no others."""
        while (index := index.parent()).isValid():
            self.tree.expand(index)

    def take_selection(self, open_map: OpenMap) -> None:
        """Select in the map what is selected in the tree."""
        if self.model is None:
            return
        current = self.model.node_at(self.tree.currentIndex())
        ids = [self.model.node_at(index).record for index in self.tree.selectedIndexes()]
        self._standing = current.record
        open_map.select([id_ for id_ in ids if id_], current.record, current.cell)

    def after_change(self, _change: Change) -> None:
        """Stand on the neighbour of what is gone, while the keyboard is here, and keep it in sight."""
        if self.model is None or self.open_map is None or not self.has_keyboard:
            return
        index = self.tree.currentIndex()
        if not index.isValid():
            return
        if self._standing and self._standing not in self.open_map.session.document:
            self._quietly(lambda: self.stand_on(index))
            self.lead()
        elif self._is_let_go(self.open_map, self.model.node_at(index)):
            self.lead()
        else:
            self.tree.scrollTo(index)

    def _is_let_go(self, open_map: OpenMap, here: Node) -> bool:
        """Tell whether the map let go of what the keyboard stands on, because the canvas does not show it."""
        if here.cell is not None:
            return open_map.cell is None
        return bool(here.record) and here.record == self._standing and here.record not in open_map.selection

    def hit_at(self, index: Index) -> Hit:
        """Return what an item stands for, as if it were on the canvas."""
        node = self.model.node_at(index) if self.model is not None else None
        if node is None or node.kind not in _PARTS:
            return Hit(Part.NOTHING)
        lane, step = node.cell or ("", "")
        return Hit(_PARTS[node.kind], node.record, lane, step)

    # Writing.

    def edit_text(self, id_: str, field: str = "") -> bool:
        """Open the text field on a record's name or text; tell whether it could."""
        self.let_go()
        return self.model is not None and not field and self.edit(self.model.index_of(id_))

    def begin_card(self, lane: str, step: str, text: str = "", place: int | None = None) -> None:
        """Put a new card into a cell and open the text field on it; left without words, it vanishes again."""
        self.let_go()
        if self.model is None or self.open_map is None:
            return
        if not holds_cards(self.open_map.session.document.get(lane, Lane).lane_kind):
            return
        writing = write_card(self.open_map, lane, step, text, place)
        id_ = writing.subject.id
        self.open_map.select((id_,), id_, (lane, step))
        self.catch_up()
        self._standing = id_
        self._writing = self.model.writing = writing
        self.edit(self.model.index_of(id_))

    def _end_writing(self) -> None:
        """Keep the new card that was written, or let it vanish."""
        writing, self._writing = self._writing, None
        if writing is None or self.model is None or self.open_map is None:
            return
        self.model.writing = None
        if writing.subject.id in self.open_map.session.document:
            writing.commit()
        else:
            self.open_map.session.end_step()

    def reveal(self, id_: str) -> None:
        """Open the tree down to a record."""
        if self.model is not None and (index := self.model.index_of(id_)).isValid():
            self.tree.scrollTo(index)

    def expand(self, index: Index) -> None:
        """Open or close a branch."""
        self.tree.setExpanded(index, not self.tree.isExpanded(index))
