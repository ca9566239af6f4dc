"""The rows of the library: headings, and below them blocks or personas that can be put into the map."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon

from journeymapper.guide.library.block import Block
from journeymapper.guide.library.people import KeptPersona
from journeymapper.i18n import _
from journeymapper.ui.docks.library.carrying import carried
from journeymapper.ui.docks.line_editing import SEVERAL_LINES
from journeymapper.ui.plain_words import as_tip

Index = QModelIndex | QPersistentModelIndex
Thing = Block | KeptPersona

#: Under this role a model gives the row itself.
ROW = Qt.ItemDataRole.UserRole + 10

_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Row:
    """A row: ``words`` with a quieter ``line`` below them; without a ``thing`` it is a heading.

    Args:
        words: What it is called.
        line: What more there is to say, in smaller letters.
        thing: What is put into the map.
        kind: What kind of thing it is, for those who do not see the icon.
        icon: Makes the icon, in the colours of the moment.
        is_ticked: It is on the map already.
        is_own: It is the user's own, who can rename and remove it.
    """

    words: str
    line: str = ""
    thing: Thing | None = None
    kind: str = ""
    icon: Callable[[], QIcon] | None = None
    is_ticked: bool = False
    is_own: bool = False

    @property
    def is_heading(self) -> bool:
        """Tell whether it only says what stands below it."""
        return self.thing is None

    @property
    def spoken(self) -> str:
        """The whole of it for screen readers."""
        ticked = _("already on the map here") if self.is_ticked else ""
        return ", ".join(part for part in (self.words, self.kind, self.line, ticked) if part)

    def looks_like(self, other: "Row") -> bool:
        """Tell whether another row says the same of the same thing, ticked or not."""
        return (self.words, self.line, self.thing) == (other.words, other.line, other.thing)


class Rows(QAbstractListModel):
    """The rows as Qt's list has them; headings can neither be chosen nor dragged."""

    #: The user has given a thing another name: the thing, and the name.
    renamed = Signal(object, str)

    def __init__(self, parent: QObject) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> bool:
        """Show other rows; tell whether there are others, and not only ticks."""
        if rows == self.rows:
            return False
        are_the_same = len(rows) == len(self.rows) and all(map(Row.looks_like, rows, self.rows))
        if are_the_same:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - as Qt has it
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def row_at(self, index: Index) -> Row | None:
        """Return the row at an index, headings left out."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        return None if row.is_heading else row

    def index_of(self, thing: Thing | None) -> QModelIndex:
        """Return where a thing stands first; an index that is not valid where it does not."""
        places = (
            place for place, row in enumerate(self.rows) if row.thing is not None and row.thing == thing
        )
        place = next(places, None)
        return QModelIndex() if place is None else self.index(place)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return a row, or its words."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case _Role.DisplayRole | _Role.EditRole:
                return row.words
            case _Role.AccessibleTextRole:
                return row.spoken
            case _Role.ToolTipRole:
                return as_tip("\n".join(part for part in (row.words, row.line) if part))
            case _ if role == ROW:
                return row
            case _ if role == SEVERAL_LINES:
                return isinstance(row.thing, Block)
        return None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: N802 - Qt's
        """Have a thing of the user's renamed."""
        row, text = self.row_at(index), str(value).strip()
        if role != _Role.EditRole or row is None or not text:
            return False
        self.renamed.emit(row.thing, text)
        return True

    def problem(self, _index: Index, text: str) -> str:
        """Return what is wrong with another name, or ""."""
        return "" if text.strip() else _("This needs words. Del takes it out of the library.")

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let what can be put into the map be chosen and dragged, and the user's own be renamed."""
        row = self.row_at(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        kept = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        kept |= Qt.ItemFlag.ItemNeverHasChildren
        return kept | Qt.ItemFlag.ItemIsEditable if row.is_own else kept

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Name nothing: nothing is dropped here."""
        return []

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """Carry what is dragged."""
        rows = [row for index in indexes if (row := self.row_at(index)) is not None]
        return carried(rows[0].thing) if rows and rows[0].thing is not None else QMimeData()

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Let copies be dragged."""
        return Qt.DropAction.CopyAction
