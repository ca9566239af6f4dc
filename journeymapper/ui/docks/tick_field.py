"""Yes or no as a tick in the inspector."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from journeymapper.ui.docks.fields import VARIOUS


class TickField(QCheckBox):
    """A tick; half of one where several records differ."""

    edited = Signal(object)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a field without a tick."""
        super().__init__(parent)
        self.clicked.connect(self._edit)

    def show_value(self, value: object) -> None:
        """Show yes, no, or that several differ."""
        with QSignalBlocker(self):
            self.setTristate(value is VARIOUS)
            if value is VARIOUS:
                self.setCheckState(Qt.CheckState.PartiallyChecked)
            else:
                self.setChecked(bool(value))

    def _edit(self) -> None:
        self.setTristate(False)
        self.edited.emit(self.isChecked())
        self.ended.emit()
