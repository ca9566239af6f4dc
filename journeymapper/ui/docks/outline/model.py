"""The map as a tree for Qt's views: stages, steps, lanes, cards and emotion points; lanes; personas.

Nothing is made before a view asks for it, and an edit touches no more than what it changed.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QIcon, QPalette

from journeymapper.document.change import Change
from journeymapper.document.records import MAP_ID, Card
from journeymapper.editing.cells import FeelingError, read_feeling
from journeymapper.i18n import _
from journeymapper.ui.canvas.writing import Writing
from journeymapper.ui.docks import wording
from journeymapper.ui.docks.line_editing import SEVERAL_LINES
from journeymapper.ui.docks.outline import dropping, words
from journeymapper.ui.docks.outline.following import Following
from journeymapper.ui.docks.outline.nodes import LEAVES, Kind, Name, Node, Nodes
from journeymapper.ui.icons import tinted
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.plain_words import as_tip

Index = QModelIndex | QPersistentModelIndex

_Role = Qt.ItemDataRole
_MIME_TYPE = "application/x-journeymapper-outline"

#: A text of more letters than this is edited elsewhere: a line of a tree is no place for it.
LONGEST_EDITED = 100_000

_ICONS: Mapping[Kind, str] = {
    Kind.MAP: "map-outline",
    Kind.STAGE: "table-column",
    Kind.STEP: "view-column-outline",
    Kind.CELL: "table-row",
    Kind.LANE: "table-row",
    Kind.LANES: "view-sequential-outline",
    Kind.CARD: "card-text-outline",
    Kind.POINT: "emoticon-outline",
    Kind.PERSONA: "account-outline",
    Kind.PERSONAS: "account-group-outline",
}

_EDITABLE = frozenset(Kind) - {Kind.ROOT, Kind.CELL, Kind.LANES, Kind.PERSONAS}


def _flags_of(kind: Kind) -> Qt.ItemFlag:
    """Return what can be done with items of a kind."""
    found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
    if kind in _EDITABLE:
        found |= Qt.ItemFlag.ItemIsEditable
    if dropping.can_be_dragged(kind):
        found |= Qt.ItemFlag.ItemIsDragEnabled
    return found | Qt.ItemFlag.ItemNeverHasChildren if kind in LEAVES else found


_FLAGS: Mapping[Kind, Qt.ItemFlag] = {kind: _flags_of(kind) for kind in Kind}


class OutlineModel(QAbstractItemModel):
    """The outline of an open map. Whoever owns it hands it the changes, by ``follow``."""

    #: Words could not be taken: why.
    refused = Signal(str)

    def __init__(self, open_map: OpenMap, parent: QObject | None = None) -> None:
        """Show an open map."""
        super().__init__(parent)
        self._open_map = open_map
        self._document = open_map.session.document
        self._nodes = Nodes(self._document)
        self._following = Following(self, self._nodes)
        #: The new card that is being written, whose making and words are one edit.
        self.writing: Writing | None = None
        self._icons: dict[Kind, QIcon] = {}
        self._token = uuid4().hex.encode()
        self._dragged: list[Name] = []
        self.wear(QGuiApplication.palette())

    def wear(self, palette: QPalette) -> None:
        """Show icons in a palette's colours."""
        self._icons = {kind: tinted(name, palette) for kind, name in _ICONS.items()}

    def follow(self, change: Change) -> None:
        """Follow a change that the map has made."""
        self._following.follow(change)

    def node_at(self, index: Index) -> Node:
        """Return the node of an index; of none, the root."""
        found = self._nodes.numbered(index.internalId()) if index.isValid() else None
        return found or self._nodes.root

    def index_of(self, name: Name) -> QModelIndex:
        """Return where a record or a cell stands, looked up now where nobody has looked before."""
        node = self._nodes.reach(name)
        return self._following.index_of(node) if node is not None else QModelIndex()

    def top(self) -> QModelIndex:
        """Return where the map itself stands."""
        return self.index_of(MAP_ID)

    # What Qt asks.

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Return the index of a child."""
        if column != 0 or row < 0 or (parent.isValid() and parent.column() != 0):
            return QModelIndex()
        children = self._nodes.children(self.node_at(parent))
        return self.createIndex(row, 0, children[row].number) if row < len(children) else QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject's has no argument
        """Return what an index stands below."""
        node = self.node_at(index).parent
        return self._following.index_of(node) if node is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return how much stands below an index."""
        node = self.node_at(parent)
        return 0 if parent.column() > 0 or node.kind in LEAVES else len(self._nodes.children(node))

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008, N802 - Qt's name
        """Tell whether anything stands below an index."""
        return self.rowCount(parent) > 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        """Return 1."""
        return 1

    def headerData(  # noqa: N802 - Qt's name
        self, _section: int, _orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """Return the name of the only column, which no view shows but a screen reader says."""
        return _("Outline") if role == _Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with an item; trees ask this of every line they lay out."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        node = self.node_at(index)
        return _FLAGS[node.kind] if self.can_edit(node) else _FLAGS[node.kind] & ~Qt.ItemFlag.ItemIsEditable

    def can_edit(self, node: Node) -> bool:
        """Tell whether a node has words, and few enough to be edited here."""
        if node.kind is not Kind.CARD:
            return node.kind in _EDITABLE
        card = self._document.find(node.record)
        return isinstance(card, Card) and len(card.text) <= LONGEST_EDITED

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return what an item shows or says."""
        if not index.isValid():
            return None
        node, document = self.node_at(index), self._document
        match role:
            case _Role.DisplayRole:
                return words.shown(document, node)
            case _Role.EditRole:
                return words.edited(document, node)
            case _Role.DecorationRole:
                return self._icons.get(node.kind)
            case _Role.AccessibleTextRole:
                return words.spoken(document, node)
            case _Role.AccessibleDescriptionRole:
                return words.described(document, node)
            case _Role.ToolTipRole:
                return as_tip(words.shown(document, node))
            case _Role.ForegroundRole if words.is_faint(document, node):
                return QGuiApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
            case _ if role == SEVERAL_LINES:
                return node.kind is Kind.CARD
        return None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: N802
        """Give an item other words; tell whether it took them."""
        node = self.node_at(index)
        if role != _Role.EditRole or not isinstance(value, str) or not self.can_edit(node):
            return False
        if self.writing is not None and self.writing.subject.id == node.record:
            self.writing.write(value)
            return True
        try:
            wording.write(self._open_map, node.record, value)
        except FeelingError as error:
            self.refused.emit(str(error))
            return False
        return True

    def problem(self, index: Index, text: str) -> str:
        """Return what is wrong with words for an item, or ""."""
        if len(text) > LONGEST_EDITED:
            return _("This is too long for the outline. Nothing was changed.")
        if self.node_at(index).kind is Kind.POINT:
            try:
                read_feeling(text)
            except FeelingError as error:
                return str(error)
        return ""

    # Dragging.

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Return what can be dropped: only what was dragged from here."""
        return [_MIME_TYPE]

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Return that things are moved."""
        return Qt.DropAction.MoveAction

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:  # noqa: N802 - Qt's name
        """Take up items."""
        self._dragged = [self.node_at(index).name for index in indexes]
        data = QMimeData()
        data.setData(_MIME_TYPE, self._token)
        return data

    def canDropMimeData(  # noqa: N802 - Qt's name
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Tell whether what was taken up can stand here."""
        return self._drop(data, row, parent) is not None

    def dropMimeData(  # noqa: N802 - Qt's name
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Move what was taken up to here."""
        drop = self._drop(data, row, parent)
        if drop is not None:
            dropping.carry_out(self._open_map, drop)
        return drop is not None

    def _drop(self, data: QMimeData, row: int, parent: Index) -> dropping.Drop | None:
        if bytes(data.data(_MIME_TYPE).data()) != self._token:
            return None
        found = [self._nodes.named(name) for name in self._dragged]
        dragged = [node for node in found if node is not None]
        return dropping.drop_of(self._open_map, dragged, self.node_at(parent), row)
