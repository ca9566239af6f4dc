"""The inspector of stages."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from journeymapper.document.document import Transaction
from journeymapper.document.records import Step
from journeymapper.editing import stages
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.docks.fields import ChoiceField, LineField
from journeymapper.ui.docks.panel import Panel
from journeymapper.ui.hues import HUE_WORDS, swatch
from journeymapper.ui.open_map import OpenMap


class StagePanel(Panel):
    """Name and colour."""

    label = mark("Edit stage")
    speaks_of = (Step,)

    def __init__(self, open_map: OpenMap, parent: QWidget | None = None) -> None:
        """Make the fields."""
        super().__init__(open_map, parent)
        self.add_row("name", _("Name"), LineField(self))
        words = {hue: _(name) for hue, name in HUE_WORDS.items()}
        icons = {hue: swatch(hue) for hue in HUE_WORDS}
        self.add_row("colour", _("Colour"), ChoiceField(words, self, icons))
        self.column.addStretch(1)

    def heading_words(self, records: Sequence[Any]) -> str:
        """Return how many stages there are, and of one how many steps it has."""
        if len(records) != 1:
            return ngettext("{count} stage", "{count} stages", len(records)).format(count=len(records))
        count = len(self.open_map.session.document.indexes.steps(records[0].id))
        return ngettext("Stage · {count} step", "Stage · {count} steps", count).format(count=count)

    def write(self, edit: Transaction, name: str, value: Any) -> None:
        """Give all stages a value."""
        writes = {"name": stages.rename, "colour": stages.set_colour}
        for stage in self.ids:
            writes[name](edit, stage, value)
