"""All keys in one list, to be looked up, changed and printed: a view of the action table."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeymapper.i18n import _
from journeymapper.ui.actions.action_set import ActionSet
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.dialogs.buttons import button_row
from journeymapper.ui.dialogs.questions import Message
from journeymapper.ui.dialogs.shortcut_field import ShortcutField
from journeymapper.ui.dialogs.shortcut_lines import (
    ShortcutGroup,
    ShortcutLine,
    groups_by_menu,
    groups_of_the_map,
    groups_with_keys,
)
from journeymapper.ui.dialogs.shortcut_sheet import SheetPrintDialog, print_sheet
from journeymapper.ui.palette.matching import folded

_ID = Qt.ItemDataRole.UserRole


class ShortcutList(QDialog):
    """Lists the keys by menu and lets them be changed; ``lines`` are what is listed: words and keys."""

    def __init__(self, action_set: ActionSet, appearance: Appearance, parent: QWidget | None) -> None:
        """List the keys of these actions."""
        super().__init__(parent)
        self._rows, self._shortcuts = action_set.rows, action_set.shortcuts
        self.setWindowTitle(_("Keyboard shortcuts"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(_("Find an action or a key"))
        self.search.setAccessibleName(_("Find an action or a key"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._seek)
        self.search.returnPressed.connect(self._enter_list)
        self.search.installEventFilter(self)
        self.list = self._make_list()
        self.field = ShortcutField(self._rows, self._shortcuts, appearance, self)
        self.field.given.connect(self.list.setFocus)
        self._make_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        for part in (self.search, self.list, self.field, self.buttons):
            column.addWidget(part)
        self._shortcuts.changed.connect(self._show_keys)
        self._fill()
        self._show_keys()
        letter = self.fontMetrics().averageCharWidth()
        self.resize(max(560, 84 * letter), max(640, 36 * self.fontMetrics().height()))

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget(self)
        made.setColumnCount(2)
        made.setHeaderLabels([_("Action"), _("Keys")])
        made.setRootIsDecorated(False)
        made.setItemsExpandable(False)
        made.setIndentation(12)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        made.header().setStretchLastSection(False)
        made.setAccessibleName(_("Keyboard shortcuts"))
        made.currentItemChanged.connect(self._choose)
        made.itemActivated.connect(self._edit)
        return made

    def _make_buttons(self) -> None:
        self.buttons = button_row(self, QDialogButtonBox.StandardButton.Close)
        self.print_button = self._button(_("Print…"))
        self.print_button.clicked.connect(self._print)
        self.reset_button = self._button(_("Reset all"))
        self.reset_button.setToolTip(_("Give all actions the keys they came with"))
        self.reset_button.clicked.connect(self._shortcuts.reset_all)

    def _button(self, words: str) -> QPushButton:
        button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        return button

    @property
    def lines(self) -> list[tuple[str, str]]:
        """What is listed, that which is sifted out too."""
        return [(item.text(0), item.text(1)) for item in self._items()]

    @property
    def shown(self) -> list[str]:
        """The words of the lines that are not sifted out."""
        return [item.text(0) for item in self._items() if not item.isHidden()]

    def choose(self, id_: str) -> None:
        """Make an action the current one."""
        self.list.setCurrentItem(next(item for item in self._items() if item.data(0, _ID) == id_))

    def _groups(self) -> list[QTreeWidgetItem]:
        return _below(self.list.invisibleRootItem())

    def _items(self) -> list[QTreeWidgetItem]:
        return [item for group in self._groups() for item in _below(group)]

    def _fill(self) -> None:
        for group in (*groups_by_menu(self._rows, self._shortcuts), *groups_of_the_map()):
            self._add(group)
        self.list.setCurrentItem(self._items()[0])

    def _add(self, group: ShortcutGroup) -> None:
        heading = QTreeWidgetItem(self.list, [group.name])
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        heading.setFont(0, _bold(heading.font(0)))
        for line in group.lines:
            item = QTreeWidgetItem(heading, [line.words, line.keys])
            item.setData(0, _ID, line.action)
        heading.setExpanded(True)

    def _show_keys(self) -> None:
        """Show the keys as they are now; those that the user gave are bold."""
        lines = {
            line.action: line for group in groups_by_menu(self._rows, self._shortcuts) for line in group.lines
        }
        for item in self._items():
            if (line := lines.get(item.data(0, _ID))) is not None:
                self._show_line(item, line)
        self.reset_button.setEnabled(self._shortcuts.has_own)
        self._sift(self.list.currentItem())

    def _show_line(self, item: QTreeWidgetItem, line: ShortcutLine) -> None:
        is_own = self._shortcuts.is_own(line.action)
        item.setText(1, line.keys)
        item.setFont(1, _bold(item.font(1), is_own))
        item.setToolTip(1, _("Changed by you") if is_own else "")

    def _seek(self) -> None:
        """Show what is sought and stand on the first of it: nobody shall give keys to what is not shown."""
        self._sift()
        item = self.list.currentItem()
        if item is None or self.search.text().strip():
            item = next((item for item in self._items() if not item.isHidden()), None)
        if item is None:
            self.list.setCurrentIndex(QModelIndex())
        else:
            self.list.setCurrentItem(item)
            self.list.scrollToItem(item)

    def _sift(self, kept: QTreeWidgetItem | None = None) -> None:
        """Show the lines that have all the words sought, in their names, menus or keys.

        One is ``kept`` all the same: that whose keys are being changed.
        """
        words = folded(self.search.text()).split()
        for group in self._groups():
            items = _below(group)
            for item in items:
                text = folded(f"{group.text(0)} {item.text(0)} {item.text(1)}")
                item.setHidden(item is not kept and not all(word in text for word in words))
            group.setHidden(all(item.isHidden() for item in items))

    def _enter_list(self) -> None:
        """Put the keyboard on the list, where there is something to stand on."""
        if self.list.currentItem() is not None:
            self.list.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the Down key lead from the search into the list."""
        is_press = watched is self.search and event.type() is QEvent.Type.KeyPress
        if not is_press or not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Down:
            return False
        self._enter_list()
        return True

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        self.field.show_action(item.data(0, _ID) or "" if item is not None else "")

    def _edit(self, item: QTreeWidgetItem) -> None:
        if item.data(0, _ID):
            self.field.take_focus()

    def _print(self) -> None:
        printer = SheetPrintDialog.ask(self)
        if printer is None or print_sheet(printer, groups_with_keys(self._rows, self._shortcuts)):
            return
        Message.tell(
            _("Not printed"),
            _("The printer did not take the sheet."),
            _("See whether it is switched on, or print to a file."),
            self,
        )

    @classmethod
    def ask(cls, action_set: ActionSet, appearance: Appearance, parent: QWidget) -> None:
        """Show the list until it is closed."""
        dialog = cls(action_set, appearance, parent)
        dialog.exec()
        dialog.deleteLater()


def _below(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [child for row in range(item.childCount()) if (child := item.child(row)) is not None]


def _bold(font: QFont, is_bold: bool = True) -> QFont:
    made = QFont(font)
    made.setBold(is_bold)
    return made
