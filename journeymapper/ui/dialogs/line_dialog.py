"""A dialog that asks for one line of words, with a sentence that says what they are for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from journeymapper.ui.dialogs.buttons import button_row

_WIDTH = 440
_LONGEST = 500


class LineDialog(QDialog):
    """Asks for a line, which may stay empty."""

    def __init__(self, title: str, about: str, question: str, text: str, parent: QWidget) -> None:
        """Ask a question about something; ``text`` is the answer that was given before."""
        super().__init__(parent)
        self.setWindowTitle(title)
        subject = QLabel(about, self)
        subject.setTextFormat(Qt.TextFormat.PlainText)
        subject.setWordWrap(True)
        self.line = QLineEdit(text, self)
        self.line.setMaxLength(_LONGEST)
        asked = QLabel(question, self)
        asked.setWordWrap(True)
        asked.setBuddy(self.line)
        self.line.setAccessibleName(question)
        standard = QDialogButtonBox.StandardButton
        buttons = button_row(self, standard.Ok | standard.Cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(10)
        for widget in (subject, asked, self.line, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(_WIDTH)
        font = subject.font()
        font.setWeight(font.Weight.DemiBold)
        subject.setFont(font)
        self.line.selectAll()
        self.line.setFocus()

    def answer(self) -> str | None:
        """Ask; return the line, or None where the user gives up."""
        wanted = bool(self.exec())
        text = self.line.text().strip()
        self.deleteLater()
        return text if wanted else None
