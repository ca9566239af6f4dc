"""Under which name the map is kept as it is now."""

from PySide6.QtWidgets import QInputDialog, QWidget

from journeymapper.document.texts import on_one_line
from journeymapper.i18n import _


class KeepStateDialog(QInputDialog):
    """Asks for a name."""

    def __init__(self, proposed: str, window: QWidget | None) -> None:
        """Propose a name."""
        super().__init__(window)
        self.setInputMode(QInputDialog.InputMode.TextInput)
        self.setWindowTitle(_("Keep this version"))
        self.setLabelText(_("Keep the map as it is now, under the name:"))
        self.setTextValue(proposed)
        self.setOkButtonText(_("Keep this version"))
        self.setCancelButtonText(_("Cancel"))

    @classmethod
    def ask(cls, proposed: str, window: QWidget) -> str | None:
        """Return the name, the proposed one for none; or None where the user gives up."""
        dialog = cls(proposed, window)
        wanted = bool(dialog.exec())
        name = on_one_line(dialog.textValue()) or proposed
        dialog.deleteLater()
        return name if wanted else None
