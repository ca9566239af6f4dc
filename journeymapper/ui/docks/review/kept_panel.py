"""The kept states of a map in a list: to be opened, renamed and deleted."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from journeymapper.document.change import Change
from journeymapper.guide.review import snapshots
from journeymapper.i18n import _
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.bars.flow import Flow
from journeymapper.ui.docks.panel import heading_label
from journeymapper.ui.docks.review.face import FacePainter
from journeymapper.ui.docks.review.rows import KeptStates
from journeymapper.ui.open_map import OpenMap

_LEAST_SIZE = (180, 64)

#: No higher than this beside a walk, and otherwise, in pixels.
_MOST_BESIDE = 150
_ANY_HEIGHT = 16_777_215

_RETURN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class KeptPanel(QWidget):
    """The kept states, the latest first, and a button to keep another."""

    #: A state is to be opened: its id.
    open_asked = Signal(str)
    keep_asked = Signal()
    #: One line for the user.
    said = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        """Make a panel without a map."""
        super().__init__(parent)
        self.states: KeptStates | None = None
        self.heading = heading_label(_("Kept versions"), self)
        self.keep = QPushButton(_("Keep this version…"), self)
        self.keep.setToolTip(_("Keep the map as it is now under a name, to look at it again later"))
        self.keep.setAutoDefault(True)
        self.none = QLabel(_("None is kept yet. Each review that is finished keeps one."), self)
        self.none.setWordWrap(True)
        self.none.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.list = self._make_list()
        self.painter = FacePainter(self.list, _("Name of the kept version"), appearance)
        self.list.setItemDelegate(self.painter)
        self._lay_out()
        self.keep.clicked.connect(self.keep_asked)
        self.painter.said.connect(self.said)
        self.list.doubleClicked.connect(self._open)
        self.list.installEventFilter(self)
        self.list.viewport().installEventFilter(self)

    def _make_list(self) -> QListView:
        found = QListView(self)
        found.setFrameShape(QFrame.Shape.NoFrame)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        found.setResizeMode(QListView.ResizeMode.Adjust)
        found.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        found.setMinimumSize(*_LEAST_SIZE)
        found.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
        found.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        found.setAccessibleName(_("Kept versions"))
        found.setAccessibleDescription(_("Enter opens one, F2 renames it, Del deletes it"))
        return found

    def _lay_out(self) -> None:
        row = Flow(spacing=10)
        row.addWidget(self.heading)
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.none)
        column.addWidget(self.list)

    def show_map(self, open_map: OpenMap | None) -> None:
        """Show the kept states of another map; None: there is none."""
        self.let_go()
        before = self.states
        self.states = KeptStates(open_map) if open_map is not None else None
        self.list.setModel(self.states)
        if before is not None:
            before.deleteLater()
        self._tell()

    def follow(self, change: Change) -> None:
        """Follow a change."""
        if self.states is not None and self.states.concerns(change):
            self.states.follow(change)
            self._tell()

    def _tell(self) -> None:
        has_any = self.states is not None and bool(self.states.ids)
        self.list.setVisible(has_any)
        self.none.setVisible(not has_any)

    def leave_room(self, is_wanted: bool) -> None:
        """Take less room, and leave the rest to what stands above; or as much as there is."""
        self.list.setMaximumHeight(_MOST_BESIDE if is_wanted else _ANY_HEIGHT)

    @property
    def is_writing(self) -> bool:
        """Tell whether a name stands in its field that is not yet in the map."""
        return self.painter.editor is not None and self.painter.editor.has_changed

    def let_go(self) -> None:
        """Keep the name that is being written."""
        self.painter.finish()

    def wear(self, appearance: Appearance) -> None:
        """Take on a light or a dark look."""
        self.painter.appearance = appearance
        self.list.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        snapshot = self.states.snapshot_at(index) if self.states is not None else None
        if snapshot is not None:
            self.open_asked.emit(snapshot.id)

    def _rename(self, index: QModelIndex) -> None:
        if self.painter.editor is None:
            self.list.edit(index)

    def _delete(self, index: QModelIndex) -> None:
        snapshot = self.states.snapshot_at(index) if self.states is not None else None
        if snapshot is None or self.states is None:
            return
        with self.states.open_map.edit(_("Delete kept version")) as edit:
            snapshots.delete(edit, snapshot.id)
        self.said.emit(_("Deleted; Undo brings it back."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the keys of the list, and offer its menu."""
        if isinstance(event, QContextMenuEvent):
            self._show_menu(event)
            return True
        if isinstance(event, QResizeEvent) and watched is not self.list:
            self.painter.forget()
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        return watched is self.list and self._does(event)

    def _does(self, event: QKeyEvent) -> bool:
        """Do what a key is there for; tell whether there was anything."""
        index = self.list.currentIndex()
        if not index.isValid() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in _RETURN:
            self._open(index)
        elif event.key() == Qt.Key.Key_F2:
            self._rename(index)
        elif event.key() == Qt.Key.Key_Delete:
            self._delete(index)
        else:
            return False
        return True

    def _show_menu(self, event: QContextMenuEvent) -> None:
        is_by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.list.currentIndex()
        if not is_by_key:
            index = self.list.indexAt(self.list.viewport().mapFromGlobal(event.globalPos()))
        if not index.isValid():
            return
        self.list.setCurrentIndex(index)
        menu = QMenu(self.list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Open as a new map")).triggered.connect(lambda: self._open(index))
        menu.addAction(_("Rename")).triggered.connect(lambda: self._rename(index))
        menu.addAction(_("Delete")).triggered.connect(lambda: self._delete(index))
        below = self.list.visualRect(index).bottomLeft()
        menu.popup(self.list.viewport().mapToGlobal(below) if is_by_key else event.globalPos())
