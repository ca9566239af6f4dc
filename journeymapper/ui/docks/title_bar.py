"""The head of a dock: its name, and buttons to let it float and to close it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QSizePolicy, QWidget

from journeymapper.i18n import _
from journeymapper.ui.bars.parts import icon_button, quiet_label, tint

_MARGINS = (10, 2, 4, 2)


class TitleBar(QWidget):
    """Stands over a dock in place of the desktop's own bar, whose icons are tiny and dark on dark."""

    #: The dock was closed while it had the keyboard.
    left = Signal()

    def __init__(self, dock: QDockWidget) -> None:
        """Stand over a dock; drags and double clicks beside the buttons are left to the dock itself."""
        super().__init__(dock)
        self._dock = dock
        name = dock.windowTitle()
        label = quiet_label(self, name)
        label.setText(name)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.float_button = icon_button("dock-window", _("Detach {panel}").format(panel=name), self)
        self.close_button = icon_button("close", _("Close {panel}").format(panel=name), self)
        self.float_button.clicked.connect(lambda: dock.setFloating(not dock.isFloating()))
        self.close_button.clicked.connect(self._close)
        dock.topLevelChanged.connect(self._name_float)
        row = QHBoxLayout(self)
        row.setContentsMargins(*_MARGINS)
        row.setSpacing(0)
        row.addWidget(label, 1)
        row.addWidget(self.float_button)
        row.addWidget(self.close_button)
        dock.setTitleBarWidget(self)

    def _name_float(self, is_floating: bool) -> None:
        """Say what the button does now."""
        words = _("Attach {panel}") if is_floating else _("Detach {panel}")
        self.float_button.setAccessibleName(words.format(panel=self._dock.windowTitle()))
        self.float_button.setToolTip(self.float_button.accessibleName())

    def _close(self) -> None:
        focus = self.window().focusWidget()
        had_keyboard = focus is not None and self._dock.isAncestorOf(focus)
        self._dock.close()
        if had_keyboard:
            self.left.emit()

    def wear(self, palette: QPalette) -> None:
        """Take on a palette."""
        tint(self, palette)
