"""The persona dialog: all that is known of an invented person."""

from typing import Any

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from journeymapper.document.records import Persona
from journeymapper.document.roles import DECISION_ROLES
from journeymapper.i18n import _
from journeymapper.ui.dialogs.record_dialog import RecordDialog
from journeymapper.ui.docks.fields import ChoiceField, LineField, TextField
from journeymapper.ui.hues import HUE_WORDS, swatch


class PersonaDialog(RecordDialog):
    """Asks for a persona's particulars; a name is wanted."""

    def __init__(self, persona: Persona | None, parent: QWidget | None) -> None:
        """Show a persona, or an empty form for a new one."""
        super().__init__(_("Edit persona") if persona else _("Add persona"), 2, parent)
        self.add_row(0, "name", _("Name"), LineField(self))
        self.add_row(0, "age", _("Age"), LineField(self))
        role = LineField(self)
        role.hint(_("price-conscious student"))
        self.add_row(0, "role", _("Role"), role)
        self.add_row(0, "family", _("Family"), LineField(self))
        self.add_row(0, "work", _("Work"), LineField(self))
        self.add_row(0, "income", _("Income"), LineField(self))
        self.add_row(0, "quote", _("Quote"), TextField(self))
        self.add_row(0, "channels", _("Preferred channels"), TextField(self))
        roles = {key: _(words) for key, words in DECISION_ROLES.items()}
        self.add_row(0, "decision_role", _("Part in the decision"), ChoiceField(roles, self))
        hues = {hue: _(words) for hue, words in HUE_WORDS.items()}
        self.add_row(
            0, "colour", _("Colour"), ChoiceField(hues, self, {hue: swatch(hue) for hue in HUE_WORDS})
        )
        self.add_row(1, "goals", _("Goals"), TextField(self))
        self.add_row(1, "needs", _("Needs"), TextField(self))
        self.add_row(1, "motivations", _("Motivations"), TextField(self))
        self.add_row(1, "behaviours", _("Behaviours"), TextField(self))
        self.add_row(1, "values", _("Values"), TextField(self))
        self.add_row(1, "pain_points", _("Pain points"), TextField(self))
        self.show_record(persona or Persona(id="new", order="a0"))
        self.fields["name"].textChanged.connect(self._see_to_name)
        self._see_to_name()
        self.resize(760, self.sizeHint().height())

    def _see_to_name(self) -> None:
        named = bool(self.fields["name"].text().strip())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(named)

    @classmethod
    def ask(cls, persona: Persona | None, parent: QWidget) -> dict[str, Any] | None:
        """Ask for a persona's particulars, and return them, or None when the user gives up."""
        dialog = cls(persona, parent)
        try:
            return dialog.values() if dialog.exec() else None
        finally:
            dialog.deleteLater()
