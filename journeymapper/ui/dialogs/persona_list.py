"""The list of all personas, with what can be done to it by mouse and keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QToolButton, QVBoxLayout, QWidget

from journeymapper.i18n import _
from journeymapper.ui.actions.shortcuts import shown
from journeymapper.ui.bars.flow import Flow
from journeymapper.ui.icons import tinted
from journeymapper.ui.plain_words import as_tip

_ID = Qt.ItemDataRole.UserRole
_FACE = 24


class PersonaList(QWidget):
    """Lists personas by face and name, to be chosen, added, duplicated, deleted, and put in another order."""

    #: Another persona is chosen: its id, "" without any.
    chosen = Signal(str)
    #: What the buttons and keys ask for.
    add_asked = Signal()
    duplicate_asked = Signal()
    delete_asked = Signal()
    #: The chosen persona is to go so many places on.
    move_asked = Signal(int)
    #: Personas were dragged: all ids in their order now.
    reordered = Signal(list)

    def __init__(self, parent: QWidget) -> None:
        """List nobody yet."""
        super().__init__(parent)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Personas"))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.setIconSize(QSize(_FACE, _FACE))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.currentItemChanged.connect(self._choose)
        self.list.model().rowsMoved.connect(lambda: self.reordered.emit(self.ids()))
        self.actions_by_name: dict[str, QAction] = {}
        self._buttons = QWidget(self)
        self._flow = Flow(self._buttons, spacing=2)
        self._add_action("add", _("Add persona"), "account-plus-outline", "Ins", self.add_asked.emit)
        self._add_action(
            "duplicate", _("Duplicate persona"), "content-duplicate", "Ctrl+D", self.duplicate_asked.emit
        )
        self._add_action("delete", _("Delete persona"), "trash-can-outline", "Del", self.delete_asked.emit)
        self._add_action("up", _("Move up"), "arrow-up", "Alt+Up", lambda: self.move_asked.emit(-1))
        self._add_action("down", _("Move down"), "arrow-down", "Alt+Down", lambda: self.move_asked.emit(1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.list, 1)
        column.addWidget(self._buttons)
        letter = self.fontMetrics().averageCharWidth()
        self.setMinimumWidth(min(190, 22 * letter))
        self.setMaximumWidth(max(190, 26 * letter))

    def _add_action(self, name: str, words: str, icon: str, key: str, ask: Callable[[], None]) -> None:
        """Add a button, which is a key on the list and an entry of its context menu too."""
        keys = QKeySequence(key)
        action = QAction(tinted(icon, self.palette()), words, self.list)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setToolTip(_("{words} ({keys})").format(words=words, keys=shown([keys])))
        action.triggered.connect(lambda _checked=False: ask())
        self.list.addAction(action)
        button = QToolButton(self._buttons)
        button.setDefaultAction(action)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(words)
        self._flow.addWidget(button)
        self.actions_by_name[name] = action

    def ids(self) -> list[str]:
        """Return the ids of all in the order in which they stand."""
        return [self.list.item(row).data(_ID) for row in range(self.list.count())]

    def show_personas(self, personas: Sequence[tuple[str, str, QIcon]], chosen: str) -> None:
        """List these: id, name and face of each; the ``chosen`` one is current."""
        with QSignalBlocker(self.list):
            if [id_ for id_, _name, _face in personas] != self.ids():
                self.list.clear()
                self.list.addItems([""] * len(personas))
            for row, (id_, name, face) in enumerate(personas):
                item = self.list.item(row)
                item.setData(_ID, id_)
                item.setText(name)
                item.setIcon(face)
                item.setToolTip(as_tip(name))
            if chosen:
                self.list.setCurrentRow(self.ids().index(chosen))
        self._enable()

    def _choose(self) -> None:
        item = self.list.currentItem()
        self._enable()
        self.chosen.emit(item.data(_ID) if item is not None else "")

    def _enable(self) -> None:
        row, count = self.list.currentRow(), self.list.count()
        possible = {"duplicate": row >= 0, "delete": row >= 0, "up": row > 0, "down": 0 <= row < count - 1}
        for name, is_possible in possible.items():
            self.actions_by_name[name].setEnabled(is_possible)
