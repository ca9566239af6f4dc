"""Where the user is writing: cut, copy, paste and the like go to the text field that has the keyboard."""

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

TextField = QLineEdit | QPlainTextEdit | QTextEdit


def text_field() -> TextField | None:
    """Return the text field that has the keyboard, or None."""
    widget = QApplication.focusWidget()
    return widget if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) else None


def selected_text(field: TextField) -> str:
    """Return what is selected in a text field."""
    return field.selectedText() if isinstance(field, QLineEdit) else field.textCursor().selectedText()


def delete_selected(field: TextField) -> None:
    """Remove what is selected in a text field."""
    if isinstance(field, QLineEdit):
        field.del_()
    else:
        field.textCursor().removeSelectedText()


def insert(field: TextField, text: str) -> None:
    """Write text at the caret."""
    if isinstance(field, QLineEdit):
        field.insert(text)
    else:
        field.textCursor().insertText(text)
