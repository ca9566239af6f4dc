"""An empty screen, for the room to look at the speaker: presenter remotes ask for it by “b” or “.”."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from journeymapper.i18n import _

_ENDINGS = {QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.Wheel}


class Blank(QWidget):
    """Covers a window in black until a key is pressed or the mouse clicked."""

    def __init__(self, window: QWidget) -> None:
        """Cover nothing yet."""
        super().__init__(window)
        self._before: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Blank screen; any key brings the map back"))
        self.installEventFilter(self)
        self.hide()

    def cover(self) -> None:
        """Cover the window, and take the keyboard."""
        self._before = self.window().focusWidget()
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()
        self.setFocus()

    def uncover(self) -> None:
        """Show the window again, with the keyboard where it was."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        self.hide()
        if before is not None and before in self.window().findChildren(QWidget):
            before.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Uncover the window on a key or a click, which does nothing else."""
        if event.type() not in _ENDINGS:
            return False
        event.accept()
        self.uncover()
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint black."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0))
        painter.end()
