"""All keys in one list: a view of the action table."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeymapper.i18n import _, mark
from journeymapper.ui.actions.action_set import ActionSet
from journeymapper.ui.actions.menus import MENU_BAR
from journeymapper.ui.dialogs.buttons import button_row

#: Keys shown of an action that has many.
_MOST_KEYS = 2

#: Keys that the canvas itself knows: (keys, what they do).
_ON_THE_MAP: tuple[tuple[str, str], ...] = (
    (mark("Arrow keys"), mark("Go to the next cell or card")),
    (mark("Any letter"), mark("Start a card in this cell")),
    (mark("Enter"), mark("Edit the text")),
    (mark("Esc"), mark("Stop editing; select nothing")),
    (mark("Ctrl + wheel"), mark("Zoom at the pointer")),
    (mark("Ctrl or Shift + click"), mark("Select several")),
)


class ShortcutList(QDialog):
    """Lists the keys by menu; ``lines`` are what is listed: words and keys."""

    def __init__(self, action_set: ActionSet, parent: QWidget | None) -> None:
        """List the keys of these actions."""
        super().__init__(parent)
        self.setWindowTitle(_("Keyboard shortcuts"))
        self.list = QTreeWidget(self)
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setItemsExpandable(False)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(False)
        self.list.setAccessibleName(_("Keyboard shortcuts"))
        self.lines: list[tuple[str, str]] = []
        self._fill(action_set)
        buttons = button_row(self, QDialogButtonBox.StandardButton.Close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.addWidget(self.list)
        column.addWidget(buttons)
        self.resize(520, 640)

    def _fill(self, action_set: ActionSet) -> None:
        self._group(_("On the map"), [(_(words), _(keys)) for keys, words in _ON_THE_MAP])
        for menu in MENU_BAR:
            rows = [action_set.rows[id_] for id_ in menu.ids()]
            lines = [
                (_(row.words).rstrip("…"), " · ".join(_native(row.sequences()[:_MOST_KEYS])))
                for row in rows
                if row.sequences()
            ]
            self._group(_(menu.words).replace("&", ""), lines)

    def _group(self, name: str, lines: list[tuple[str, str]]) -> None:
        group = QTreeWidgetItem(self.list, [name])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        for words, keys in lines:
            QTreeWidgetItem(group, [words, keys])
            self.lines.append((words, keys))
        group.setExpanded(True)

    @classmethod
    def ask(cls, action_set: ActionSet, parent: QWidget) -> None:
        """Show the list until it is closed."""
        dialog = cls(action_set, parent)
        dialog.exec()
        dialog.deleteLater()


def _native(sequences: list[QKeySequence]) -> list[str]:
    return [sequence.toString(sequence.SequenceFormat.NativeText) for sequence in sequences]
