"""What a template is called and what it is for: the two fields that dialogs about templates share."""

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from journeymapper.i18n import _


def add_template_fields(column: QVBoxLayout, name: QLineEdit, line: QLineEdit, parent: QWidget) -> None:
    """Put the fields, each below its words, into a column."""
    for words, field in ((_("Name"), name), (_("What it is for"), line)):
        label = QLabel(words, parent)
        label.setBuddy(field)
        field.setAccessibleName(words)
        field.setTextMargins(6, 2, 6, 2)
        column.addWidget(label)
        column.addWidget(field)
        column.addSpacing(6)
