"""The inspector of lanes."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from journeymapper.document.document import Transaction
from journeymapper.document.roles import DIVIDER, ROLES, holds_cards
from journeymapper.editing import lanes
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.docks.fields import ChoiceField, LineField
from journeymapper.ui.docks.panel import Panel
from journeymapper.ui.docks.tick_field import TickField
from journeymapper.ui.lane_roles import give_role
from journeymapper.ui.open_map import OpenMap


class LanePanel(Panel):
    """Name, hint, for lanes of cards the role, and how much of the lane is shown."""

    label = mark("Edit lane")

    def __init__(self, open_map: OpenMap, parent: QWidget | None = None) -> None:
        """Make the fields."""
        super().__init__(open_map, parent)
        self.add_row("name", _("Name"), LineField(self))
        self.add_row("hint", _("Hint"), LineField(self))
        roles = {role.key: role.shown_name() for role in ROLES.values()}
        self.add_row("role", _("Role"), ChoiceField(roles, self))
        self.add_row("collapsed", _("Collapsed"), TickField(self))
        self.add_row("hidden", _("Hidden"), TickField(self))
        self.column.addStretch(1)

    def heading_words(self, records: Sequence[Any]) -> str:
        """Return what kind of lane it is."""
        if len(records) != 1:
            return ngettext("{count} lane", "{count} lanes", len(records)).format(count=len(records))
        if records[0].lane_kind == DIVIDER:
            return _("Dividing line")
        return _("Lane") if holds_cards(records[0].lane_kind) else _("Lane · emotion curve")

    def arrange(self, records: Sequence[Any]) -> None:
        """Show the role of lanes of cards, and the hint of lanes that show one."""
        self.set_shown("role", all(holds_cards(record.lane_kind) for record in records))
        for name in ("hint", "collapsed"):
            self.set_shown(name, all(record.lane_kind != DIVIDER for record in records))

    def write(self, edit: Transaction, name: str, value: Any) -> None:
        """Give all lanes a value."""
        if name == "collapsed":
            lanes.set_collapsed(edit, self.ids, value)
        elif name == "hidden":
            lanes.set_hidden(edit, self.ids, value)
        else:
            writes = {"name": lanes.rename, "hint": lanes.set_hint, "role": give_role}
            for lane in self.ids:
                writes[name](edit, lane, value)
