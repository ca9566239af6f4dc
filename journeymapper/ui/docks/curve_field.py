"""A curve as one of those that emotion lanes have or could have."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from journeymapper.i18n import _
from journeymapper.ui.canvas import feeling
from journeymapper.ui.docks.fields import ChoiceField
from journeymapper.ui.open_map import OpenMap


class CurveField(ChoiceField):
    """Curves by what they are called."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a field that offers nothing yet."""
        super().__init__({}, parent)

    def offer_of(self, open_map: OpenMap, lanes: Iterable[str]) -> None:
        """Offer the curves of these lanes, a persona's next to each other; ``show_value`` should follow."""
        document, place = open_map.session.document, open_map.session.layout.looks.place
        found = {curve for lane in lanes for curve in feeling.curves_to_choose(open_map, lane)}
        ranked = sorted(found, key=lambda curve: (place(curve.persona), curve))
        self.offer({curve: feeling.title_of(document, curve) for curve in ranked})

    def show_value(self, value: object) -> None:
        """Show a curve, or that several differ."""
        super().show_value(value)
        self.setPlaceholderText(_("various"))
