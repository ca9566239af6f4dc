"""How many findings the health check has, at the foot of the window; a click shows them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from journeymapper.i18n import _
from journeymapper.ui.bars.parts import give_icon
from journeymapper.ui.docks.health.dock import HealthDock

_ICON = QSize(16, 16)


class HealthButton(QToolButton):
    """Says what the dock's map is like; hidden while there is nothing to say."""

    def __init__(self, dock: HealthDock, action: QAction, parent: QWidget) -> None:
        """Follow a dock, which ``action`` shows."""
        super().__init__(parent)
        self._dock = dock
        self._action = action
        self.setAutoRaise(True)
        self.setIconSize(_ICON)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(dock.take_focus)
        action.changed.connect(self._show_tip)
        dock.summed_up.connect(self.show_words)
        self._show_tip()
        self.show_words()

    def _show_tip(self) -> None:
        """Say what the button does and by which key, which can change."""
        self.setToolTip(self._action.toolTip())

    def show_words(self) -> None:
        """Say how the map does now."""
        found = self._dock.summary
        words = found.short if found is not None else ""
        self.setText(words)
        if found is not None and words:
            give_icon(self, found.icon)
        self.setAccessibleName(_("Health check: {words}").format(words=words) if words else "")
        self.setVisible(bool(words))
