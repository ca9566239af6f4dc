"""The row of buttons at the foot of a dialog."""

from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox

from journeymapper.i18n import _, mark

_WORDS: dict[QDialogButtonBox.StandardButton, str] = {
    QDialogButtonBox.StandardButton.Ok: mark("OK"),
    QDialogButtonBox.StandardButton.Cancel: mark("Cancel"),
    QDialogButtonBox.StandardButton.Close: mark("Close"),
}


def button_row(dialog: QDialog, buttons: QDialogButtonBox.StandardButton) -> QDialogButtonBox:
    """Return the buttons in the user's language, without icons, wired to accept and reject the dialog.

    Ctrl+Enter presses OK from anywhere, also from a text of several lines, where Enter begins another.
    """
    row = QDialogButtonBox(buttons, dialog)
    for which, words in _WORDS.items():
        if (button := row.button(which)) is not None:
            button.setText(_(words))
            button.setIcon(QIcon())
            button.setAutoDefault(which == QDialogButtonBox.StandardButton.Ok)
            button.setDefault(which == QDialogButtonBox.StandardButton.Ok)
    if (accept := row.button(QDialogButtonBox.StandardButton.Ok)) is not None:
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), dialog).activated.connect(accept.click)
    row.accepted.connect(dialog.accept)
    row.rejected.connect(dialog.reject)
    return row
