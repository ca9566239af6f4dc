"""Writing names in the heads of the table: a lane's, a step's, or its stage's in the upper half."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from journeymapper.document.records import Lane, Stage, Step
from journeymapper.i18n import _
from journeymapper.ui.docks.line_editing import LineEditor
from journeymapper.ui.docks.table.model import TableModel
from journeymapper.ui.docks.wording import write
from journeymapper.ui.open_map import OpenMap


class HeadEditing(QObject):
    """At most one text field on a head of the table."""

    #: The user wrote something.
    begun = Signal()

    def __init__(self, view: QTableView) -> None:
        """Edit the heads of a view; double clicks on them open the field."""
        super().__init__(view)
        self._view = view
        self._open_map: OpenMap | None = None
        self._id = ""
        self.editor: LineEditor | None = None
        for header in (view.horizontalHeader(), view.verticalHeader()):
            header.viewport().installEventFilter(self)

    def show_map(self, open_map: OpenMap | None) -> None:
        """Edit another map's names."""
        self.close()
        self._open_map = open_map

    def edit(self, id_: str) -> bool:
        """Open the field on the name of a lane, step or stage; tell whether it could."""
        self.finish()
        model = self._view.model()
        record = self._open_map.session.document.find(id_) if self._open_map is not None else None
        if not isinstance(model, TableModel) or not isinstance(record, Lane | Stage | Step):
            return False
        place = self._place(model, record)
        if place is None:
            return False
        header, rect = place
        self._id = id_
        self.editor = editor = LineEditor(header.viewport(), several=False)
        editor.setAccessibleName(_("Name of {name}").format(name=record.name or _("what has none yet")))
        editor.setGeometry(rect)
        editor.least_height = rect.height()
        editor.fill(record.name)
        editor.done.connect(self.finish)
        editor.begun.connect(self.begun)
        editor.installEventFilter(self)
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _place(self, model: TableModel, record: Lane | Stage | Step) -> tuple[QHeaderView, QRect] | None:
        """Return the header that a name stands in, and where, scrolled to."""
        if isinstance(record, Lane):
            header, section = self._view.verticalHeader(), model.row_of(record.id)
            if section is None:
                return None
            self._view.scrollTo(model.index(section, max(0, self._view.currentIndex().column())))
            top, height = header.sectionViewportPosition(section), header.sectionSize(section)
            return header, QRect(0, top, header.width(), height)
        header, section = self._view.horizontalHeader(), self.column_of(model, record)
        if section is None:
            return None
        self._view.scrollTo(model.index(max(0, self._view.currentIndex().row()), section))
        half = header.height() // 2
        top = 0 if isinstance(record, Stage) else half
        return header, QRect(header.sectionViewportPosition(section), top, header.sectionSize(section), half)

    def column_of(self, model: TableModel, record: Stage | Step) -> int | None:
        """Return the column of a name: for a stage the current one of its columns, or the first."""
        if isinstance(record, Step) or self._open_map is None:
            return model.column_of(record.id)
        steps = self._open_map.session.document.indexes.steps(record.id)
        columns = [column for step in steps if (column := model.column_of(step)) is not None]
        here = self._view.currentIndex().column()
        return here if here in columns else next(iter(columns), None)

    def finish(self) -> None:
        """Keep what is written and close the field."""
        editor, open_map, id_ = self.editor, self._open_map, self._id
        self.close()
        if editor is None or open_map is None or not editor.has_changed:
            return
        if id_ in open_map.session.document:
            write(open_map, id_, editor.toPlainText())

    def close(self) -> None:
        """Close the field, and leave the name as it is."""
        editor, self.editor = self.editor, None
        if editor is not None:
            if editor.hasFocus():
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            editor.hide()
            editor.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Open the field by a double click, close it by Esc or when the keyboard goes elsewhere."""
        if event.type() is QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            return self._open_at(watched, event)
        if watched is not self.editor:
            return False
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            if event.type() is QEvent.Type.KeyPress:
                self.close()
            return True
        if event.type() is QEvent.Type.FocusOut:
            self.finish()
        return False

    def _open_at(self, watched: QObject, event: QMouseEvent) -> bool:
        model, place = self._view.model(), event.position().toPoint()
        if not isinstance(model, TableModel) or self._open_map is None:
            return False
        across, down = self._view.horizontalHeader(), self._view.verticalHeader()
        if watched is down.viewport() and (row := down.logicalIndexAt(place)) >= 0:
            return self.edit(model.lane_at(row))
        if watched is across.viewport() and (column := across.logicalIndexAt(place)) >= 0:
            step = model.step_at(column)
            is_stage = place.y() < across.height() // 2
            return self.edit(self._open_map.session.document.get(step, Step).stage if is_stage else step)
        return False
