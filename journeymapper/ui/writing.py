"""Where the user is writing: cut, copy, paste and the like go to the text field that has the keyboard."""

from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit

from journeymapper.ui.canvas.text_box import TextBox

TextField = QLineEdit | QPlainTextEdit | TextBox


def text_field() -> TextField | None:
    """Return the text field that has the keyboard, in a panel or on the map, or None."""
    widget = QApplication.focusWidget()
    if isinstance(widget, QComboBox | QAbstractSpinBox):
        widget = widget.findChild(QLineEdit)
    return widget if isinstance(widget, TextField) else None


def text_box() -> TextBox | None:
    """Return the text box on the map that has the keyboard, or None."""
    widget = QApplication.focusWidget()
    return widget if isinstance(widget, TextBox) else None


def delete_selected(field: TextField) -> None:
    """Remove what is selected in a text field."""
    if isinstance(field, QLineEdit):
        field.del_()
    else:
        field.textCursor().removeSelectedText()


def select_all(field: TextField) -> None:
    """Select all the text of a field."""
    if isinstance(field, TextBox):
        field.select_all()
    else:
        field.selectAll()


def insert(field: TextField, text: str) -> None:
    """Write text at the caret."""
    if isinstance(field, QPlainTextEdit):
        field.textCursor().insertText(text)
    else:
        field.insert(text)
