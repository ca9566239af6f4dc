"""How many steps cards cover, as a number."""

from PySide6.QtWidgets import QWidget

from journeymapper.ui.docks.fields import NumberField


class SpanField(NumberField):
    """A whole number from 1; steps up end at ``most``. What is written beyond that is shown as it is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a field that shows 1."""
        super().__init__(parent)
        self.most = 1
        self.show_value(1)

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's name
        """Go up or down by arrow or key, as far as cards can cover steps."""
        value = max(1, self.value())
        super().stepBy(max(1, min(value + steps, max(self.most, value))) - self.value())
