"""The inspector of the title block."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from journeymapper.document.document import Transaction
from journeymapper.document.roles import AUDIENCES, MAP_KINDS
from journeymapper.editing import personas
from journeymapper.i18n import _, mark
from journeymapper.ui.docks.evidence_report import EvidenceReport
from journeymapper.ui.docks.fields import ChoiceField, DateField, LineField, TextField
from journeymapper.ui.docks.panel import Panel, heading_label
from journeymapper.ui.docks.tick_field import TickField
from journeymapper.ui.open_map import OpenMap


class TitlePanel(Panel):
    """Title, kind, scenario, business and review dates, and how much of the map is known."""

    label = mark("Edit title block")

    #: The title block's dialog is asked for.
    more_asked = Signal()

    def __init__(self, open_map: OpenMap, parent: QWidget | None = None) -> None:
        """Make the fields."""
        super().__init__(open_map, parent)
        self.add_row("title", _("Title"), TextField(self), above=True)
        self.add_row(
            "map_kind", _("Kind"), ChoiceField({key: _(name) for key, name in MAP_KINDS.items()}, self)
        )
        audiences = {key: _(name) for key, name in AUDIENCES.items()}
        self.add_row("audience", _("Customers"), ChoiceField(audiences, self))
        self.add_row("scenario", _("Scenario"), TextField(self), above=True)
        self.add_row("business", _("Business"), LineField(self))
        self.add_row("reviewed", _("Reviewed"), DateField(self))
        self.add_row("next_review", _("Next review"), DateField(self))
        self.add_row("reviewer", _("Reviewed by"), LineField(self))
        self.more = QPushButton(_("All details…"), self)
        self.more.clicked.connect(self.more_asked)
        self.column.addWidget(self.more)
        self.report = EvidenceReport(open_map, self)
        self.column.addWidget(heading_label(_("Evidence"), self))
        self.column.addWidget(self.report)
        self.add_row("evidence_strip", _("Evidence strip"), TickField(self))
        self.column.addStretch(1)

    def show_records(self, ids: Sequence[str]) -> None:
        """Show the title block, and how much of the map is known."""
        super().show_records(ids)
        self.report.begin()

    def heading_words(self, _records: Sequence[Any]) -> str:
        """Return the panel's name."""
        return _("Title block")

    def write(self, edit: Transaction, name: str, value: Any) -> None:
        """Give the title block a value."""
        personas.set_title_block(edit, **{name: value})
