"""Long work on the map, with a way to give it up.

The text engine's fonts belong to the thread of the window, so the work is done there, a piece at a time;
between two pieces the window paints itself and hears "Cancel". The map cannot be changed meanwhile.
"""

from time import monotonic

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from journeymapper.i18n import _
from journeymapper.ui.plain_words import keep_plain

#: Seconds until the dialog appears, and between two looks at what the user does.
_PATIENCE = 0.5
_PAUSE = 0.03

_PARTS = 1000


class LongWork:
    """Called with the share done, 0 … 1; returns False once the user has cancelled."""

    def __init__(self, words: str, parent: QWidget) -> None:
        """Begin work of that name; nothing is shown of it before half a second has gone."""
        self.dialog = QProgressDialog(words, _("Cancel"), 0, _PARTS, parent)
        self.dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self.dialog.setMinimumDuration(2**30)
        self.dialog.setAutoClose(False)
        self.dialog.setAutoReset(False)
        keep_plain(self.dialog)
        self._begun = self._looked = monotonic()

    def __call__(self, done: float) -> bool:
        """Show how far the work is; tell whether to go on."""
        now = monotonic()
        if now - self._looked >= _PAUSE:
            self._looked = now
            if now - self._begun >= _PATIENCE:
                self.dialog.show()
            self.dialog.setValue(int(_PARTS * done))
            shown = self.dialog.isVisible()
            flags = QEventLoop.ProcessEventsFlag
            QApplication.processEvents(flags.AllEvents if shown else flags.ExcludeUserInputEvents)
        return not self.dialog.wasCanceled()

    def close(self) -> None:
        """Take the dialog away: the work is over."""
        self.dialog.hide()
        self.dialog.deleteLater()
