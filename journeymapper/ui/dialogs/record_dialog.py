"""A dialog over the fields of one record: changes nothing itself, gives the values back on OK."""

from typing import Any

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.document.records import Record
from journeymapper.ui.dialogs.buttons import button_row
from journeymapper.ui.docks.fields import ChoiceField, DateField, LineField, TextField


class RecordDialog(QDialog):
    """Fields in columns over OK and Cancel."""

    def __init__(self, title: str, columns: int, parent: QWidget | None) -> None:
        """Make a dialog with this many empty columns."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.fields: dict[str, Any] = {}
        self._given: dict[str, object] = {}
        self._at_first: dict[str, object] = {}
        self.forms = [QFormLayout() for _column in range(columns)]
        row = QHBoxLayout()
        row.setSpacing(24)
        for form in self.forms:
            form.setVerticalSpacing(9)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            row.addLayout(form, 1)
        self.buttons = button_row(
            self, QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 20, 20, 16)
        self.column.setSpacing(18)
        self.column.addLayout(row, 1)
        self.column.addWidget(self.buttons)

    def add_row(self, column: int, name: str, words: str, field: QWidget) -> None:
        """Add a field for the value ``name`` to a column."""
        field.setAccessibleName(words)
        self.forms[column].addRow(words, field)
        self.fields[name] = field

    def show_record(self, record: Record) -> None:
        """Show a record's values."""
        for name, field in self.fields.items():
            self._given[name] = getattr(record, name)
            field.show_value(self._given[name])
            self._at_first[name] = _value(field)
        next(iter(self.fields.values())).setFocus()

    def values(self) -> dict[str, Any]:
        """Return what the fields now hold, by name; what the user left alone is as it was, to the letter."""
        return {
            name: self._given[name] if (now := _value(field)) == self._at_first[name] else now
            for name, field in self.fields.items()
        }


def _value(field: LineField | TextField | ChoiceField | DateField) -> object:
    if isinstance(field, LineField):
        return field.text()
    if isinstance(field, TextField):
        return field.toPlainText()
    return field.value()
