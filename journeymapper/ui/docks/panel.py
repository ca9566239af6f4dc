"""A panel of the inspector: the fields of the selected records of one kind."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from journeymapper.document.change import Change
from journeymapper.document.document import Transaction
from journeymapper.document.records import Record
from journeymapper.i18n import _
from journeymapper.ui.docks.fields import VARIOUS
from journeymapper.ui.open_map import OpenMap


class Field(Protocol):
    """What a panel needs of a field (see ``fields``)."""

    edited: SignalInstance
    ended: SignalInstance

    def show_value(self, value: object) -> None:
        """Show a value, or ``VARIOUS``."""


def heading_label(words: str, parent: QWidget) -> QLabel:
    """Return a line over fields."""
    label = QLabel(words, parent)
    font = QFont(label.font())
    font.setBold(True)
    label.setFont(font)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


class Panel(QWidget):
    """Shows and edits records of one kind; what they agree in is shown, an edit goes to all of them.

    Subclasses add their rows when they are made, and say how a value is read and written.
    """

    #: What an edit of a field is called in Undo; translated when used.
    label = ""

    #: Other kinds of record that the panel speaks of.
    speaks_of: tuple[type[Record], ...] = ()

    def __init__(self, open_map: OpenMap, parent: QWidget | None = None) -> None:
        """Make a panel that shows nothing yet."""
        super().__init__(parent)
        self.open_map = open_map
        self._ids: tuple[str, ...] = ()
        self.fields: dict[str, Any] = {}
        self._labels: dict[str, QLabel] = {}
        self._being_edited = ""
        self.heading = heading_label("", self)
        self.form = QFormLayout()
        self.form.setVerticalSpacing(7)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 10, 12, 12)
        self.column.setSpacing(10)
        self.column.addWidget(self.heading)
        self.column.addLayout(self.form)

    def add_row(self, name: str, words: str, field: Any, above: bool = False) -> None:
        """Add a field for the value ``name``; its label stands ``above`` or to the left."""
        label = QLabel(words, self)
        label.setBuddy(field)
        field.setAccessibleName(words)
        if above:
            self.form.addRow(label)
            self.form.addRow(field)
        else:
            self.form.addRow(label, field)
        self.fields[name], self._labels[name] = field, label
        field.edited.connect(lambda value: self._edit(name, value))
        field.ended.connect(self.open_map.session.end_step)

    def set_shown(self, name: str, shown: bool) -> None:
        """Show or hide a row."""
        self.fields[name].setVisible(shown)
        self._labels[name].setVisible(shown)

    def show_records(self, ids: Sequence[str]) -> None:
        """Show these records, all of the panel's kind."""
        self._ids = tuple(ids)
        self.refresh()

    @property
    def ids(self) -> tuple[str, ...]:
        """The records shown, those that are still there: a field may be left in the middle of a change."""
        return tuple(id_ for id_ in self._ids if id_ in self.open_map.session.document)

    def follow(self, change: Change) -> None:
        """Show what a change made of the records, or of others that the panel speaks of."""
        shown = set(self._ids)
        if any(
            id_ in shown or isinstance(new or old, self.speaks_of)
            for old, new in change.pairs()
            for id_ in ((new or old).id,)  # type: ignore[union-attr]  # one of the two is there
        ):
            self.refresh()

    def refresh(self) -> None:
        """Show the records as they are; the field that is being edited is left alone."""
        records = self.records()
        self.heading.setText(self.heading_words(records))
        self.arrange(records)
        for name, field in self.fields.items():
            if name != self._being_edited:
                field.show_value(self.common(records, name))

    def records(self) -> list[Record]:
        """Return the records shown."""
        found = (self.open_map.session.document.find(id_) for id_ in self.ids)
        return [record for record in found if record is not None]

    def common(self, records: Sequence[Record], name: str) -> object:
        """Return the value that all records have, or ``VARIOUS``."""
        if not records:
            return VARIOUS
        first = self.read(records[0], name)
        return first if all(self.read(record, name) == first for record in records) else VARIOUS

    def _edit(self, name: str, value: object) -> None:
        if not (ids := self.ids):
            return
        self._being_edited = name
        try:
            key = ("inspector", name, ids)
            with self.open_map.edit(_(self.label), merge_key=key, origin=self) as edit:
                self.write(edit, name, value)
        finally:
            self._being_edited = ""

    @abstractmethod
    def heading_words(self, records: Sequence[Record]) -> str:
        """Return the line over the fields."""

    def arrange(self, records: Sequence[Record]) -> None:
        """Show the rows that count for these records; all of them unless a subclass knows better."""

    def read(self, record: Any, name: str) -> object:
        """Return a record's value of a row."""
        return getattr(record, name)

    @abstractmethod
    def write(self, edit: Transaction, name: str, value: Any) -> None:
        """Give all records a value."""
