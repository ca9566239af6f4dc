"""Consumers or businesses: whom the business of a new map sells to."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QWidget

from journeymapper.document.roles import AUDIENCES
from journeymapper.i18n import _

_AUDIENCES: Final = tuple(audience for audience in AUDIENCES if audience)


class AudienceSwitch(QWidget):
    """Two buttons of which one is on."""

    #: The user has chosen another: its key.
    switched = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Show the first of them."""
        super().__init__(parent)
        self.setAccessibleName(_("Whom the business sells to"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(QLabel(_("You sell to"), self))
        self.buttons: dict[str, QRadioButton] = {}
        group = QButtonGroup(self)
        for audience in _AUDIENCES:
            button = self.buttons[audience] = QRadioButton(_(AUDIENCES[audience]), self)
            group.addButton(button)
            row.addWidget(button)
        group.buttonClicked.connect(lambda _button: self.switched.emit(self.audience))
        row.addStretch(1)
        self.choose("")

    @property
    def audience(self) -> str:
        """The key of the one that is chosen."""
        return next(key for key, button in self.buttons.items() if button.isChecked())

    def choose(self, audience: str) -> None:
        """Choose one; what is none of them is the first."""
        self.buttons.get(audience, self.buttons[_AUDIENCES[0]]).setChecked(True)
