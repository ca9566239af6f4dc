"""The inspector of personas: what the map shows of them; the rest is in the persona's dialog."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from journeymapper.document.document import Transaction
from journeymapper.document.records import Persona, Picture
from journeymapper.editing import personas, pictures
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.docks.fields import ChoiceField, LineField, TextField
from journeymapper.ui.docks.panel import Panel
from journeymapper.ui.docks.picture_field import PictureField
from journeymapper.ui.hues import HUE_WORDS, swatch
from journeymapper.ui.open_map import OpenMap


class PersonaPanel(Panel):
    """Name, picture, age, role, quote, goals, pain points and colour; all else is behind a button."""

    label = mark("Edit persona")

    #: The persona's dialog is asked for.
    more_asked = Signal()

    def __init__(self, open_map: OpenMap, parent: QWidget | None = None) -> None:
        """Make the fields."""
        super().__init__(open_map, parent)
        self.add_row("name", _("Name"), LineField(self))
        self.add_row("picture", _("Picture"), PictureField(self))
        self.add_row("age", _("Age"), LineField(self))
        self.add_row("role", _("Role"), LineField(self))
        self.add_row("quote", _("Quote"), TextField(self), above=True)
        self.add_row("goals", _("Goals"), TextField(self), above=True)
        self.add_row("pain_points", _("Pain points"), TextField(self), above=True)
        words = {hue: _(name) for hue, name in HUE_WORDS.items()}
        self.add_row("colour", _("Colour"), ChoiceField(words, self, {hue: swatch(hue) for hue in HUE_WORDS}))
        self.more = QPushButton(_("All details…"), self)
        self.more.clicked.connect(self.more_asked)
        self.column.addWidget(self.more)
        self.column.addStretch(1)

    def heading_words(self, records: Sequence[Any]) -> str:
        """Return how many personas there are."""
        if len(records) == 1:
            return _("Persona")
        return ngettext("{count} persona", "{count} personas", len(records)).format(count=len(records))

    def arrange(self, records: Sequence[Any]) -> None:
        """Offer the dialog for one persona."""
        self.more.setVisible(len(records) == 1)

    def read(self, record: Persona, name: str) -> object:
        """Return a persona's value; of its picture the picture itself, or None."""
        if name == "picture":
            return self.open_map.session.document.find(record.picture)
        return getattr(record, name)

    def write(self, edit: Transaction, name: str, value: Any) -> None:
        """Give all personas a value."""
        if isinstance(value, Picture):
            pictures.show(edit, self.ids, value)
        elif name == "picture":
            pictures.take_away(edit, self.ids)
        else:
            for persona in self.ids:
                personas.set_fields(edit, persona, **{name: value})
