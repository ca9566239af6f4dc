"""The fields of one persona, in plain sections."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from journeymapper.document.records import Persona
from journeymapper.document.roles import DECISION_ROLES
from journeymapper.i18n import _
from journeymapper.layout.persona_cards import Gallery
from journeymapper.layout.personas import PersonaLooks
from journeymapper.ui.docks.fields import ChoiceField, LineField, TextField
from journeymapper.ui.docks.picture_field import PictureField
from journeymapper.ui.hues import HUE_WORDS, swatch

#: Where in the list of colours the one stands that is given by the place.
_AUTOMATIC = 0


class PersonaForm(QWidget):
    """Shows a persona's fields and says which of them the user gave another value."""

    #: A field was edited: its name, its value; of the picture a ``Picture``, or None.
    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make empty fields."""
        super().__init__(parent)
        self.fields: dict[str, Any] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(7)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._add_who()
        self._begin(_("Life and work"))
        self._add("family", _("Family"), LineField(self), _("lives with two flatmates"))
        self._add("work", _("Work"), LineField(self), _("part-time in a café"))
        self._add("income", _("Income"), LineField(self))
        self._begin(_("What drives them"))
        self._add("goals", _("Goals"), TextField(self))
        self._add("needs", _("Needs"), TextField(self))
        self._add("motivations", _("Motivations"), TextField(self))
        self._add("values", _("Values"), TextField(self), _("time, luxury, price …"))
        self._add("behaviours", _("Behaviours"), TextField(self))
        self._begin(_("What gets in the way"))
        self._add("pain_points", _("Pain points"), TextField(self))
        self._begin(_("Where to reach them"))
        self._add("channels", _("Preferred channels"), TextField(self))

    def _add_who(self) -> None:
        self._begin(_("Who"))
        self._add("name", _("Name"), LineField(self))
        self._add("age", _("Age"), LineField(self))
        self._add("role", _("Role"), LineField(self), _("price-conscious student"))
        self._add("quote", _("Quote"), TextField(self), _("in their own words"))
        roles = {key: _(words) for key, words in DECISION_ROLES.items()}
        self._add("decision_role", _("Part in the decision"), ChoiceField(roles, self))
        self._add("picture", _("Picture"), PictureField(self))
        hues = {hue: _(words) for hue, words in HUE_WORDS.items()}
        swatches = {hue: swatch(hue) for hue in HUE_WORDS}
        self._add("colour", _("Colour"), ChoiceField(hues, self, swatches))

    def _begin(self, words: str) -> None:
        """Begin a section."""
        heading = QLabel(words, self)
        font = QFont(heading.font())
        font.setBold(True)
        heading.setFont(font)
        heading.setContentsMargins(0, 10 if self.fields else 0, 0, 0)
        self._form.addRow(heading)

    def _add(self, name: str, words: str, field: Any, hint: str = "") -> None:
        label = QLabel(words, self)
        label.setBuddy(field)
        field.setAccessibleName(words)
        if hint:
            field.hint(hint)
        self._form.addRow(label, field)
        self.fields[name] = field
        field.edited.connect(lambda value: self.edited.emit(name, value))

    def show_persona(self, persona: Persona, gallery: Gallery) -> None:
        """Show a persona's values; the ``gallery`` knows its picture, and the colour it has by its place."""
        for name, field in self.fields.items():
            value = getattr(persona, name)
            field.show_value(gallery.picture_of(value) if name == "picture" else value)
        self.show_looks(persona, gallery.looks)

    def show_looks(self, persona: Persona, looks: PersonaLooks) -> None:
        """Show which colour a persona has where none was chosen for it."""
        words, icon = _(HUE_WORDS[""]), swatch("")
        if not persona.colour:
            hue = looks.hue(persona.id)
            words = _("{automatic}: {colour}").format(automatic=words, colour=_(HUE_WORDS[hue]).lower())
            icon = swatch(hue)
        self.fields["colour"].setItemText(_AUTOMATIC, words)
        self.fields["colour"].setItemIcon(_AUTOMATIC, icon)

    def take_focus(self) -> None:
        """Put the keyboard on the name."""
        self.fields["name"].setFocus(Qt.FocusReason.OtherFocusReason)
        self.fields["name"].selectAll()
