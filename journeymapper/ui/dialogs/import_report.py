"""What an import could not take over."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from journeymapper.i18n import _, ngettext
from journeymapper.ui.dialogs.buttons import button_row


class ImportReport(QDialog):
    """Lists what was left behind or put right, in words that can be copied."""

    def __init__(self, name: str, notes: Sequence[str], is_ours: bool, parent: QWidget | None) -> None:
        """List the notes on a file, which ``is_ours`` or another program's."""
        super().__init__(parent)
        self.setWindowTitle(_("Put right") if is_ours else _("Imported"))
        words = _mended(len(notes)) if is_ours else _left_behind(len(notes))
        line = QLabel(words.format(name=name, count=len(notes)), self)
        line.setWordWrap(True)
        line.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QPlainTextEdit("\n".join(notes), self)
        self.list.setReadOnly(True)
        self.list.setAccessibleName(_("What was changed") if is_ours else _("What could not be taken over"))
        buttons = button_row(self, QDialogButtonBox.StandardButton.Close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        for part in (line, self.list, buttons):
            column.addWidget(part)
        self.resize(560, 320)

    @classmethod
    def ask(cls, name: str, notes: Sequence[str], is_ours: bool, parent: QWidget) -> None:
        """Show the report until it is closed."""
        dialog = cls(name, notes, is_ours, parent)
        dialog.exec()
        dialog.deleteLater()


def _left_behind(count: int) -> str:
    return ngettext(
        "“{name}” is open. One item could not be taken over; the file itself is as it was.",
        "“{name}” is open. {count} items could not be taken over; the file itself is as it was.",
        count,
    )


def _mended(count: int) -> str:
    return ngettext(
        "“{name}” is open. One thing in it did not fit and was put right; "
        "the file stays as it is until you save.",
        "“{name}” is open. {count} things in it did not fit and were put right; "
        "the file stays as it is until you save.",
        count,
    )
