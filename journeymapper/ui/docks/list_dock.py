"""What the parking lot and the list of votes have in common: a dock with a list of records beside the map."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSize, Qt
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from journeymapper.document.change import Change
from journeymapper.layout.places import Hit, Part
from journeymapper.ui.docks.line_editing import Index
from journeymapper.ui.docks.record_list import RecordList
from journeymapper.ui.docks.side_view import SideView
from journeymapper.ui.open_map import OpenMap

_LEAST_WIDTH = 200
_LEAST_LINES = 8
_MARGIN = 8

#: The letters of a list that is read from the back of a room, as a share of the window's height.
_FAR_LETTERS = 1 / 48

#: Between the rows, and how high the signs before their words are, as shares of the letters' height.
_SPACING = 0.25
_SIGN_HEIGHT = 1.5

_Select = QItemSelectionModel.SelectionFlag


class ListDock(SideView):
    """A side view of some records, one a row, with ``above`` over them. Subclasses make the model."""

    model: RecordList | None

    #: What kind of thing a row stands for.
    part = Part.NOTHING

    #: How wide the signs before the words are, as a share of the letters' height.
    sign_width = 1.2

    def __init__(self, name: str, title: str, above: QWidget, parent: QWidget) -> None:
        """Make a dock without a map; ``name`` is the one it is remembered by."""
        self.list = QListView()
        self._letters = 0
        super().__init__(name, title, self.list, parent)
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_MARGIN)
        column.addWidget(above)
        column.addWidget(self.list, 1)
        self.setWidget(self._inside)
        self.suit_room(None)

    def suit_room(self, height: int | None) -> None:
        """Have letters that can be read all over a room shown a window of that height; None: as usual."""
        usual = QFontInfo(self.font()).pixelSize()
        letters = usual if height is None else max(usual, round(height * _FAR_LETTERS))
        if letters == self._letters:
            return
        self._letters = letters
        font = QFont(self.font())
        if letters != usual:
            font.setPixelSize(letters)
        self._inside.setFont(font)
        self.list.setSpacing(round(_SPACING * letters))
        self.list.setIconSize(QSize(round(self.sign_width * letters), round(_SIGN_HEIGHT * letters)))
        self.list.setMinimumSize(round(_LEAST_WIDTH * letters / usual), round(_LEAST_LINES * letters))

    def show_selection(self) -> None:
        """Select in the list what is selected in the map."""
        model, open_map, selection = self.model, self.open_map, self.list.selectionModel()
        if model is None or open_map is None:
            return
        found = QItemSelection()
        for id_ in model.ids:
            if id_ in open_map.selection:
                index = model.index_of(id_)
                found.select(index, index)
        current = model.index_of(open_map.current)
        if current.isValid():
            selection.setCurrentIndex(current, _Select.NoUpdate)
        selection.select(found, _Select.ClearAndSelect)
        if current.isValid():
            self.list.scrollTo(current)

    def take_selection(self, open_map: OpenMap) -> None:
        """Select in the map what is selected in the list; the cursor's cell stays what it is."""
        if self.model is not None:
            ids = [self.model.record_at(index) for index in self.list.selectedIndexes()]
            open_map.select(ids, self.model.record_at(self.list.currentIndex()), open_map.cell)

    def after_change(self, _change: Change) -> None:
        """Stand on the neighbour of what is gone, while the keyboard is here."""
        index = self.list.currentIndex()
        if self.view.hasFocus() and index.isValid() and not self.list.selectedIndexes():
            self._quietly(lambda: self.stand_on(index))
            self.lead()

    def hit_at(self, index: Index) -> Hit:
        """Return what a row stands for."""
        id_ = self.model.record_at(index) if self.model is not None else ""
        return Hit(self.part, id_)

    def edit_text(self, id_: str, field: str = "") -> bool:
        """Open the text field on a record, where there is one; tell whether it could."""
        self.let_go()
        return self.model is not None and not field and self.edit(self.model.index_of(id_))

    def begin_card(self, lane: str, step: str, text: str = "", place: int | None = None) -> None:
        """Begin nothing: cards are not begun in a list."""

    def reveal(self, id_: str) -> None:
        """Bring a record's row into view."""
        if self.model is not None and (index := self.model.index_of(id_)).isValid():
            self.list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
