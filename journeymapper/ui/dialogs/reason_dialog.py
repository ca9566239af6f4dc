"""Why a finding of the health check is none for this map."""

from PySide6.QtWidgets import QWidget

from journeymapper.i18n import _
from journeymapper.ui.dialogs.line_dialog import LineDialog


class ReasonDialog(LineDialog):
    """Asks for a reason, which need not be given."""

    def __init__(self, words: str, parent: QWidget) -> None:
        """Ask about a finding."""
        question = _("Why not? It helps whoever reads the map later; it may stay empty.")
        super().__init__(_("Not for this map"), words, question, "", parent)

    @classmethod
    def ask(cls, words: str, parent: QWidget) -> str | None:
        """Return the reason, or None where the user wants to keep the finding after all."""
        return cls(words, parent).answer()
