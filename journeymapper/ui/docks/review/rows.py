"""The rows of a walk for Qt's list, and the kept states of a map."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt

from journeymapper.document.change import Change
from journeymapper.document.records import Snapshot
from journeymapper.guide.review import snapshots
from journeymapper.i18n import _
from journeymapper.ui.docks.record_list import Index, RecordList
from journeymapper.ui.docks.review.face import FACE, Face
from journeymapper.ui.docks.review.walk import Row, Walk
from journeymapper.ui.docks.review.words import kept_line, kept_name
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.plain_words import as_tip

_Role = Qt.ItemDataRole


class WalkRows(RecordList):
    """The rows of a walk, by their keys; headings and remarks cannot be stood on."""

    def __init__(self, open_map: OpenMap, walk: Walk) -> None:
        """List the rows of a walk."""
        super().__init__(open_map)
        self.walk = walk
        self.ids = list(self.wanted())

    def wanted(self) -> Sequence[str]:
        """Return the keys of the rows, in order."""
        return list(self.walk.rows)

    def concerns(self, _change: Change) -> bool:
        """Tell that a change matters: only what does is followed."""
        return True

    def row_at(self, index: Index) -> Row | None:
        """Return a row to look at; None for any other."""
        row = self.walk.rows.get(self.record_at(index))
        return row if row is not None and row.is_stop else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let what there is to look at be stood on."""
        return super().flags(index) if self.row_at(index) is not None else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return what a row shows and says."""
        row = self.walk.rows.get(self.record_at(index))
        if row is None:
            return Face("") if role == FACE else None
        match role:
            case _Role.DisplayRole:
                return row.words
            case _Role.ToolTipRole:
                return as_tip("\n".join(part for part in (row.words, row.line, row.tip) if part))
            case _Role.AccessibleTextRole:
                return self._spoken(row)
            case _ if role == FACE:
                return self._face(row)
        return None

    def _face(self, row: Row) -> Face:
        looked_at = row.key in self.walk.looked_at if row.is_stop else None
        is_quiet = not (row.is_stop or row.is_heading)
        return Face(row.words, row.line, looked_at, row.done, row.is_heading, is_quiet, row.is_late)

    def _spoken(self, row: Row) -> str:
        looked_at = ""
        if row.is_stop:
            looked_at = _("looked at") if row.key in self.walk.looked_at else _("not looked at yet")
        done = _("done") if row.done else ""
        parts = (row.words, row.line, row.tip.replace("\n", ", "), done, looked_at)
        return ", ".join(part for part in parts if part)


class KeptStates(RecordList):
    """The snapshots of a map, the latest first."""

    def __init__(self, open_map: OpenMap) -> None:
        """List those of an open map."""
        super().__init__(open_map)
        self.ids = list(self.wanted())

    def wanted(self) -> Sequence[str]:
        """Return the snapshots, the latest first."""
        return [id_ for _order, id_ in reversed(self.open_map.session.document.indexes.snapshots)]

    def concerns(self, change: Change) -> bool:
        """Tell whether a change has to do with snapshots."""
        return any(isinstance(new or old, Snapshot) for old, new in change.pairs())

    def snapshot_at(self, index: Index) -> Snapshot | None:
        """Return the snapshot of a row."""
        record = self.open_map.session.document.find(self.record_at(index))
        return record if isinstance(record, Snapshot) else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return a snapshot's name, its day, and whose it is."""
        snapshot = self.snapshot_at(index)
        if snapshot is None:
            return Face("") if role == FACE else None
        name, line = kept_name(snapshot), kept_line(snapshot)
        match role:
            case _Role.DisplayRole:
                return name
            case _Role.EditRole:
                return snapshot.name
            case _Role.ToolTipRole:
                return as_tip("\n".join((name, line, _("Enter opens it, F2 renames it, Del deletes it"))))
            case _Role.AccessibleTextRole:
                return ", ".join(part for part in (name, line) if part)
            case _ if role == FACE:
                return Face(name, line)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let snapshots be renamed."""
        kept = super().flags(index)
        return kept | Qt.ItemFlag.ItemIsEditable if index.isValid() else kept

    def problem(self, _index: Index, text: str) -> str:
        """Return what is wrong with a name, or ""."""
        return "" if text.strip() else _("A kept version needs a name. Del deletes it.")

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: N802 - Qt's
        """Give a snapshot another name."""
        snapshot, name = self.snapshot_at(index), " ".join(str(value).split())
        if role != _Role.EditRole or snapshot is None or not name:
            return False
        with self.open_map.edit(_("Rename kept version")) as edit:
            snapshots.rename(edit, snapshot.id, name)
        return True
