"""Why a finding of the health check is none for this map."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from journeymapper.i18n import _
from journeymapper.ui.dialogs.buttons import button_row

_WIDTH = 440
_LONGEST = 500


class ReasonDialog(QDialog):
    """Asks for a reason, which need not be given."""

    def __init__(self, words: str, parent: QWidget) -> None:
        """Ask about a finding."""
        super().__init__(parent)
        self.setWindowTitle(_("Not for this map"))
        finding = QLabel(words, self)
        finding.setTextFormat(Qt.TextFormat.PlainText)
        finding.setWordWrap(True)
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(_LONGEST)
        question = QLabel(_("Why not? It helps whoever reads the map later; it may stay empty."), self)
        question.setWordWrap(True)
        question.setBuddy(self.reason)
        self.reason.setAccessibleName(question.text())
        standard = QDialogButtonBox.StandardButton
        buttons = button_row(self, standard.Ok | standard.Cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(10)
        for widget in (finding, question, self.reason, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(_WIDTH)
        font = finding.font()
        font.setWeight(font.Weight.DemiBold)
        finding.setFont(font)
        self.reason.setFocus()

    @classmethod
    def ask(cls, words: str, parent: QWidget) -> str | None:
        """Return the reason, or None where the user wants to keep the finding after all."""
        dialog = cls(words, parent)
        wanted = bool(dialog.exec())
        reason = dialog.reason.text().strip()
        dialog.deleteLater()
        return reason if wanted else None
