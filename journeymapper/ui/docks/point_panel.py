"""The inspector of emotion points."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from journeymapper.document.document import Transaction
from journeymapper.document.feelings import curve_name
from journeymapper.document.records import Persona
from journeymapper.editing import points
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.docks.curve_field import CurveField
from journeymapper.ui.docks.fields import LineField
from journeymapper.ui.docks.panel import Panel
from journeymapper.ui.docks.score_field import ScoreField
from journeymapper.ui.open_map import OpenMap


class PointPanel(Panel):
    """Score, label, and the curve the points are on."""

    label = mark("Edit emotion point")
    speaks_of = (Persona,)

    def __init__(self, open_map: OpenMap, parent: QWidget | None = None) -> None:
        """Make the fields."""
        super().__init__(open_map, parent)
        self.add_row("score", _("Feels"), ScoreField(self))
        label = LineField(self)
        label.hint(_("in a word or two"))
        self.add_row("text", _("Label"), label)
        self.add_row("curve", _("Curve"), CurveField(self))
        self.fields["curve"].ended.connect(self.refresh)  # not every point could go where all were to
        self.column.addStretch(1)

    def heading_words(self, records: Sequence[Any]) -> str:
        """Return how many points there are, and of one whose it is."""
        if len(records) != 1:
            words = ngettext("{count} emotion point", "{count} emotion points", len(records))
            return words.format(count=len(records))
        name = curve_name(self.open_map.session.document, records[0].curve)
        return _("Emotion point · {curve}").format(curve=name) if name else _("Emotion point")

    def arrange(self, records: Sequence[Any]) -> None:
        """Offer the curves that the points could be on."""
        self.fields["curve"].offer_of(self.open_map, {record.lane for record in records})

    def write(self, edit: Transaction, name: str, value: Any) -> None:
        """Give all points a value; no point goes to a curve that has one at its step."""
        if name == "curve":
            points.set_curve(edit, self.ids, value)
        for point in self.ids:
            if name == "score":
                points.set_score(edit, point, value)
            elif name == "text":
                points.set_text(edit, point, value)
