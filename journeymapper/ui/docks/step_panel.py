"""The inspector of steps."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from journeymapper.document.document import Transaction
from journeymapper.document.records import STEP_WIDTHS, Stage
from journeymapper.editing import stages
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.docks.fields import LineField
from journeymapper.ui.docks.panel import Panel
from journeymapper.ui.docks.tick_field import TickField
from journeymapper.ui.docks.width_field import WidthField
from journeymapper.ui.open_map import OpenMap


class StepPanel(Panel):
    """The name of a step, whether it is a moment of truth, and how wide its column is."""

    label = mark("Edit step")

    def __init__(self, open_map: OpenMap, parent: QWidget | None = None) -> None:
        """Make the fields."""
        super().__init__(open_map, parent)
        self.add_row("name", _("Name"), LineField(self))
        self.add_row("moment_of_truth", _("Moment of truth"), TickField(self))
        self.add_row("width", _("Width"), WidthField(STEP_WIDTHS, self))
        self.column.addStretch(1)

    def heading_words(self, records: Sequence[Any]) -> str:
        """Return how many steps there are, and of one which stage it belongs to."""
        if len(records) != 1:
            return ngettext("{count} step", "{count} steps", len(records)).format(count=len(records))
        stage = self.open_map.session.document.get(records[0].stage, Stage)
        return _("Step · {stage}").format(stage=stage.name) if stage.name else _("Step")

    def write(self, edit: Transaction, name: str, value: Any) -> None:
        """Give all steps a value."""
        if name == "moment_of_truth":
            stages.set_moment_of_truth(edit, self.ids, value)
        elif name == "width":
            stages.set_step_width(edit, self.ids, value)
        else:
            for step in self.ids:
                stages.rename_step(edit, step, value)
