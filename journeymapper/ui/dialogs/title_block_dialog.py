"""The title block's dialog: what the map shows, for whom, by whom, and when it is looked at again."""

from typing import Any

from PySide6.QtWidgets import QWidget

from journeymapper.document.records import JourneyMap
from journeymapper.document.roles import AUDIENCES, MAP_KINDS
from journeymapper.i18n import _
from journeymapper.ui.dialogs.record_dialog import RecordDialog
from journeymapper.ui.docks.fields import ChoiceField, DateField, LineField, TextField


class TitleBlockDialog(RecordDialog):
    """Asks for the title block."""

    def __init__(self, record: JourneyMap, parent: QWidget | None) -> None:
        """Show a map's title block."""
        super().__init__(_("Title block"), 1, parent)
        self.add_row(0, "title", _("Title"), LineField(self))
        kinds = {key: _(words) for key, words in MAP_KINDS.items()}
        self.add_row(0, "map_kind", _("Kind of map"), ChoiceField(kinds, self))
        audiences = {key: _(words) for key, words in AUDIENCES.items()}
        self.add_row(0, "audience", _("Customers"), ChoiceField(audiences, self))
        scenario = TextField(self)
        scenario.hint(_("first visit to recommendation"))
        self.add_row(0, "scenario", _("Scenario"), scenario)
        self.add_row(0, "business", _("Business"), LineField(self))
        self.add_row(0, "author", _("Author"), LineField(self))
        language = LineField(self)
        language.hint(_("en, lv, th …"))
        self.add_row(0, "language", _("Language"), language)
        self.add_row(0, "reviewed", _("Reviewed"), DateField(self))
        self.add_row(0, "next_review", _("Next review"), DateField(self))
        self.add_row(0, "reviewer", _("Reviewed by"), LineField(self))
        self.show_record(record)
        self.resize(480, self.sizeHint().height())

    @classmethod
    def ask(cls, record: JourneyMap, parent: QWidget) -> dict[str, Any] | None:
        """Ask for the title block, and return its values, or None when the user gives up."""
        dialog = cls(record, parent)
        try:
            return dialog.values() if dialog.exec() else None
        finally:
            dialog.deleteLater()
