"""The inspector of lanes."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from journeymapper.document.document import Transaction
from journeymapper.document.records import EmotionPoint, Persona
from journeymapper.document.roles import DIVIDER, EMOTION, LINES, ROLES, holds_cards
from journeymapper.editing import lanes
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.canvas import feeling
from journeymapper.ui.docks.curve_field import CurveField
from journeymapper.ui.docks.fields import ChoiceField, LineField
from journeymapper.ui.docks.panel import Panel
from journeymapper.ui.docks.tick_field import TickField
from journeymapper.ui.lane_roles import give_role
from journeymapper.ui.open_map import OpenMap


class LanePanel(Panel):
    """Name, hint, for lanes of cards the role, of emotions the curve of new points, and what is shown."""

    label = mark("Edit lane")
    speaks_of = (EmotionPoint, Persona)

    def __init__(self, open_map: OpenMap, parent: QWidget | None = None) -> None:
        """Make the fields."""
        super().__init__(open_map, parent)
        self.add_row("name", _("Name"), LineField(self))
        self.add_row("hint", _("Hint"), LineField(self))
        roles = {role.key: role.shown_name() for role in ROLES.values()}
        self.add_row("role", _("Role"), ChoiceField(roles, self))
        lines = {role: _(name) for role, name in LINES.items()}
        self.add_row("line", _("Line"), ChoiceField(lines, self))
        self.add_row("faces", _("Faces"), TickField(self))
        self.curve_field, self._curve_words = CurveField(self), QLabel(_("New points"), self)
        self._curve_words.setBuddy(self.curve_field)
        self.curve_field.setAccessibleName(self._curve_words.text())
        self.curve_field.edited.connect(lambda curve: feeling.choose(self.open_map, curve))
        self.form.addRow(self._curve_words, self.curve_field)
        open_map.curve_changed.connect(self.refresh)
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
        self.set_shown("line", all(record.lane_kind == DIVIDER for record in records))
        self.set_shown("faces", all(record.lane_kind == EMOTION for record in records))
        for name in ("hint", "collapsed"):
            self.set_shown(name, all(record.lane_kind != DIVIDER for record in records))
        self._offer_curves(records)

    def _offer_curves(self, records: Sequence[Any]) -> None:
        """Offer the curves that new points of one emotion lane can be on."""
        is_one = len(records) == 1 and records[0].lane_kind == EMOTION
        self.curve_field.setVisible(is_one)
        self._curve_words.setVisible(is_one)
        if is_one:
            self.curve_field.offer_of(self.open_map, (records[0].id,))
            self.curve_field.show_value(feeling.curve_for(self.open_map, records[0].id))

    def read(self, record: Any, name: str) -> object:
        """Return a lane's value; which line a dividing line is, is its role."""
        return record.role if name == "line" else super().read(record, name)

    def write(self, edit: Transaction, name: str, value: Any) -> None:
        """Give all lanes a value."""
        if name == "collapsed":
            lanes.set_collapsed(edit, self.ids, value)
        elif name == "hidden":
            lanes.set_hidden(edit, self.ids, value)
        elif name == "faces":
            lanes.set_faces(edit, self.ids, value)
        else:
            writes = {"name": lanes.rename, "hint": lanes.set_hint, "role": give_role, "line": give_role}
            for lane in self.ids:
                writes[name](edit, lane, value)
