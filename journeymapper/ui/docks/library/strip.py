"""A strip in the library that says something and offers what can be done about it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from journeymapper.ui.bars.flow import Flow

_MARGINS = (8, 6, 8, 6)
_SPACING = 6

Choices = Sequence[tuple[str, Callable[[], None]]]


class Strip(QFrame):
    """Words, and a button for each thing that can be done; hidden while there is nothing to say."""

    #: The strip, which had the keyboard, is gone.
    left = Signal()

    def __init__(self, follows: QWidget, parent: QWidget) -> None:
        """Say nothing yet; Tab leads here from the widget that it ``follows``."""
        super().__init__(parent)
        self._follows = follows
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setMinimumWidth(1)
        self._choices = QWidget(self)
        self._flow = Flow(self._choices)
        self.buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(*_MARGINS)
        column.setSpacing(_SPACING)
        column.addWidget(self.label)
        column.addWidget(self._choices)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.hide()

    def say(self, words: str, choices: Choices) -> None:
        """Say something and offer choices; the keyboard stays where it is."""
        self._clear()
        self.label.setText(words)
        before = self._follows
        for name, do in choices:
            button = QPushButton(name.replace("&", "&&"), self._choices)
            button.setAutoDefault(True)  # Enter presses it, outside dialogs too
            button.setAccessibleDescription(words)
            button.clicked.connect(partial(self._choose, do))
            self._flow.addWidget(button)
            button.show()
            self.buttons.append(button)
            QWidget.setTabOrder(before, button)
            before = button
        self.show()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def ask(self, words: str, choices: Choices) -> None:
        """Say something and have the keyboard on the first choice."""
        self.say(words, choices)
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, do: Callable[[], None], _checked: bool = False) -> None:
        self.put_away()
        do()

    def put_away(self) -> None:
        """Say nothing more."""
        focus = self.window().focusWidget()
        had_keyboard = focus is not None and self.isAncestorOf(focus)
        self.hide()
        self._clear()
        if had_keyboard:
            self.left.emit()

    def _clear(self) -> None:
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
