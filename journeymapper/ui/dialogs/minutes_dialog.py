"""How long the timer runs."""

from PySide6.QtWidgets import QInputDialog, QWidget

from journeymapper.i18n import _

_MOST = 600


class MinutesDialog(QInputDialog):
    """Asks for a number of minutes."""

    def __init__(self, window: QWidget) -> None:
        """Propose a quarter of an hour."""
        super().__init__(window)
        self.setInputMode(QInputDialog.InputMode.DoubleInput)
        self.setWindowTitle(_("Timer"))
        self.setLabelText(_("Minutes:"))
        self.setDoubleDecimals(1)
        self.setDoubleRange(0.1, _MOST)
        self.setDoubleStep(1)
        self.setDoubleValue(15)
        self.setOkButtonText(_("Start"))
        self.setCancelButtonText(_("Cancel"))

    @classmethod
    def ask(cls, window: QWidget) -> float | None:
        """Return the minutes, or None where the user wants no timer after all."""
        dialog = cls(window)
        wanted = bool(dialog.exec())
        minutes = dialog.doubleValue()
        dialog.deleteLater()
        return minutes if wanted else None
