"""What an import could not take over."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from journeymapper.i18n import _, ngettext
from journeymapper.ui.dialogs.buttons import button_row


class ImportReport(QDialog):
    """Lists what was left behind, in words that can be copied."""

    def __init__(self, name: str, notes: Sequence[str], parent: QWidget | None) -> None:
        """List the notes on a file."""
        super().__init__(parent)
        self.setWindowTitle(_("Imported"))
        words = ngettext(
            "“{name}” is open. One item could not be taken over; the file itself is as it was.",
            "“{name}” is open. {count} items could not be taken over; the file itself is as it was.",
            len(notes),
        )
        line = QLabel(words.format(name=name, count=len(notes)), self)
        line.setWordWrap(True)
        line.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QPlainTextEdit("\n".join(notes), self)
        self.list.setReadOnly(True)
        self.list.setAccessibleName(_("What could not be taken over"))
        buttons = button_row(self, QDialogButtonBox.StandardButton.Close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        for part in (line, self.list, buttons):
            column.addWidget(part)
        self.resize(560, 320)

    @classmethod
    def ask(cls, name: str, notes: Sequence[str], parent: QWidget) -> None:
        """Show the report until it is closed."""
        dialog = cls(name, notes, parent)
        dialog.exec()
        dialog.deleteLater()
