"""What a cell hints at while it is empty."""

from PySide6.QtWidgets import QWidget

from journeymapper.i18n import _
from journeymapper.ui.dialogs.line_dialog import LineDialog


class PromptDialog(LineDialog):
    """Asks for the hint of a cell."""

    def __init__(self, place: str, hint: str, parent: QWidget) -> None:
        """Ask about a cell, which has a hint or an empty one."""
        question = _("What could stand here? The hint is shown while the cell is empty, and never printed.")
        super().__init__(_("Hint"), place, question, hint, parent)

    @classmethod
    def ask(cls, place: str, hint: str, parent: QWidget) -> str | None:
        """Return the hint, "" for none, or None where it stays as it is."""
        return cls(place, hint, parent).answer()
