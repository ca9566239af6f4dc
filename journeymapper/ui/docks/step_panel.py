"""The inspector of steps."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from journeymapper.document.document import Transaction
from journeymapper.document.records import Stage
from journeymapper.editing import stages
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.docks.fields import LineField
from journeymapper.ui.docks.panel import Panel
from journeymapper.ui.open_map import OpenMap


class StepPanel(Panel):
    """The name of a step."""

    label = mark("Edit step")

    def __init__(self, open_map: OpenMap, parent: QWidget | None = None) -> None:
        """Make the field."""
        super().__init__(open_map, parent)
        self.add_row("name", _("Name"), LineField(self))
        self.column.addStretch(1)

    def heading_words(self, records: Sequence[Any]) -> str:
        """Return how many steps there are, and of one which stage it belongs to."""
        if len(records) != 1:
            return ngettext("{count} step", "{count} steps", len(records)).format(count=len(records))
        stage = self.open_map.session.document.get(records[0].stage, Stage)
        return _("Step · {stage}").format(stage=stage.name) if stage.name else _("Step")

    def write(self, edit: Transaction, name: str, value: Any) -> None:  # noqa: ARG002  # there is one row
        """Give all steps a name."""
        for step in self.ids:
            stages.rename_step(edit, step, value)
