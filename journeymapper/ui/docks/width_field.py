"""A field of the inspector for a width on the map."""

from PySide6.QtWidgets import QWidget

from journeymapper.i18n import _
from journeymapper.ui.docks.fields import NumberField


class WidthField(NumberField):
    """A width in whole points; one that is not whole shows rounded, and stays until another is given."""

    def __init__(self, widths: tuple[float, float], parent: QWidget | None = None) -> None:
        """Make a field for widths between the narrowest and the widest."""
        super().__init__(parent)
        self.setRange(round(widths[0]), round(widths[1]))
        self.setSuffix(_(" points"))
        self.setSingleStep(10)

    def show_value(self, value: object) -> None:
        """Show a width; several that differ show as various."""
        super().show_value(round(value) if isinstance(value, float) else value)
