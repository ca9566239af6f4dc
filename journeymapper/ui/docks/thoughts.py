"""The parked thoughts of a map as a list that can be edited, put in order, and dragged onto the map."""

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from journeymapper.document.change import Change
from journeymapper.document.records import Parked
from journeymapper.editing import parking
from journeymapper.i18n import _, ngettext
from journeymapper.ui.docks.line_editing import SEVERAL_LINES
from journeymapper.ui.docks.record_list import Index, RecordList
from journeymapper.ui.icons import tinted

#: Under this type dragged thoughts are carried: their ids.
MIME_TYPE = "application/x-journeymapper-thoughts"

_Role = Qt.ItemDataRole


class Thoughts(RecordList):
    """The parking lot of an open map."""

    def wanted(self) -> Sequence[str]:
        """Return the thoughts in order."""
        return [id_ for _order, id_ in self.open_map.session.document.indexes.parked]

    def concerns(self, change: Change) -> bool:
        """Tell whether a change has to do with thoughts."""
        return any(isinstance(new or old, Parked) for old, new in change.pairs())

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return a thought's words."""
        if role == SEVERAL_LINES:
            return True
        if role == _Role.DecorationRole:
            return tinted("circle-small", QGuiApplication.palette())
        if role not in {_Role.DisplayRole, _Role.EditRole, _Role.AccessibleTextRole}:
            return None
        record = self.open_map.session.document.find(self.record_at(index))
        return record.text if isinstance(record, Parked) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let thoughts be edited and dragged, and dropped between others."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled

    def problem(self, _index: Index, text: str) -> str:
        """Return what is wrong with words for a thought, or ""."""
        return "" if text.strip() else _("A parked thought needs words. Del takes it away.")

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: N802 - Qt's
        """Give a thought other words."""
        id_, text = self.record_at(index), str(value).strip()
        if role != _Role.EditRole or not id_ or not text:
            return False
        with self.open_map.edit(_("Edit thought")) as edit:
            parking.set_text(edit, id_, text)
        return True

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Name what dragged thoughts are."""
        return [MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """Carry thoughts: their ids, and their words for other programs."""
        rows = sorted(index.row() for index in indexes)
        carried = QMimeData()
        carried.setData(MIME_TYPE, json.dumps([self.ids[row] for row in rows]).encode())
        carried.setText("\n".join(str(self.data(self.index(row))) for row in rows))
        return carried

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Let thoughts be moved."""
        return Qt.DropAction.MoveAction

    def dropMimeData(  # noqa: N802 - Qt's name
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Put thoughts between others."""
        ids = carried_thoughts(data, self.ids)
        if not ids:
            return False
        place = row if row >= 0 else parent.row() if parent.isValid() else len(self.ids)
        before = sum(1 for id_ in self.ids[:place] if id_ not in ids)
        with self.open_map.edit(
            ngettext("Move thought", "Move {count} thoughts", len(ids)).format(count=len(ids))
        ) as edit:
            parking.move(edit, ids, before)
        return True


def carried_thoughts(data: QMimeData, known: Sequence[str]) -> list[str]:
    """Return the thoughts that are carried, those that are ``known``."""
    if not data.hasFormat(MIME_TYPE):
        return []
    try:
        ids = json.loads(bytes(data.data(MIME_TYPE).data()))
    except ValueError:
        return []
    return [id_ for id_ in ids if id_ in known] if isinstance(ids, list) else []
