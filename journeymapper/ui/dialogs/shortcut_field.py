"""Where keys are given to an action: press them, see who has them already, take them."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journeymapper.i18n import _
from journeymapper.ui.actions.shortcuts import Shortcuts, shown
from journeymapper.ui.actions.table import Action
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.dialogs.shortcut_lines import groups_by_menu


class ShortcutField(QWidget):
    """Gives the chosen action other keys, none, or those it came with. Nothing is taken without a word."""

    #: The action has other keys now.
    given = Signal()

    def __init__(
        self, rows: Mapping[str, Action], shortcuts: Shortcuts, appearance: Appearance, parent: QWidget
    ) -> None:
        """Work on these actions' keys; none is chosen yet."""
        super().__init__(parent)
        self._shortcuts, self._appearance = shortcuts, appearance
        lines = (line for group in groups_by_menu(rows, shortcuts) for line in group.lines)
        self._names = {line.action: line.words for line in lines}
        self._id = ""
        self.name = QLabel(self)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.keys = QKeySequenceEdit(self)
        self.keys.setMaximumSequenceLength(1)
        self.keys.keySequenceChanged.connect(self._consider)
        self.name.setBuddy(self.keys)
        self.set_button = self._button(_("Set"), self._set)
        self.clear_button = self._button(_("Clear"), self._clear)
        self.clear_button.setToolTip(_("Let no keys call this action"))
        self.reset_button = self._button(_("Reset"), self._reset)
        self.reset_button.setToolTip(_("Give the action the keys it came with"))
        self.message = QLabel(self)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.message.setMinimumHeight(self.fontMetrics().height())
        self._lay_out()
        shortcuts.changed.connect(self._consider)
        self.show_action("")

    def _button(self, words: str, act: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.keys, 1)
        for button in (self.set_button, self.clear_button, self.reset_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.name)
        column.addLayout(row)
        column.addWidget(self.message)

    def show_action(self, id_: str) -> None:
        """Offer to give an action other keys; "": there is none to be given any."""
        self._id = id_
        words = _("New keys for “{action}”").format(action=self._words(id_)) if id_ else _("New keys")
        self.name.setText(words)
        self.keys.setAccessibleName(words)
        self._empty()
        self._consider()

    def _empty(self) -> None:
        self.keys.clear()
        if (line := self.keys.findChild(QLineEdit)) is not None:
            line.setPlaceholderText(_("Press the keys"))
            line.setAccessibleName(self.name.text())

    def take_focus(self) -> None:
        """Let keys be pressed."""
        self.keys.setFocus()

    def _words(self, id_: str) -> str:
        """Return what an action is called in the list."""
        return self._names[id_]

    def _consider(self) -> None:
        """Say what stands against the keys that were pressed, and let be done what can be."""
        keys = self.keys.keySequence()
        user = self._shortcuts.user_of(keys) if self._id and not keys.isEmpty() else None
        refused = self._shortcuts.refusal(self._id, keys) if self._id and not keys.isEmpty() else ""
        is_others = user is not None and user.id != self._id
        self.keys.setEnabled(bool(self._id))
        self.set_button.setText(_("Take over") if is_others and not refused else _("Set"))
        self.set_button.setEnabled(bool(self._id) and not keys.isEmpty() and not refused)
        self.clear_button.setEnabled(bool(self._id) and bool(self._shortcuts.of(self._id)))
        self.reset_button.setEnabled(bool(self._id) and self._shortcuts.is_own(self._id))
        if is_others and user is not None and not refused:
            used = _("{keys} is used by “{action}”.")
            refused = used.format(keys=shown([keys]), action=self._words(user.id))
        self._say(refused)

    def _say(self, words: str) -> None:
        palette = self.message.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._appearance.warning)
        self.message.setPalette(palette)
        self.message.setText(words)
        self.keys.setAccessibleDescription(words)

    def _set(self) -> None:
        keys = QKeySequence(self.keys.keySequence())
        self._empty()
        self._shortcuts.give(self._id, keys)
        self.given.emit()

    def _clear(self) -> None:
        self._shortcuts.give(self._id, None)
        self.given.emit()

    def _reset(self) -> None:
        self._shortcuts.reset(self._id)
        self.given.emit()
