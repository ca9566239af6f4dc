"""What the bars are made of: flat buttons, labels, and the ways out."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel, QToolButton, QWidget

from journeymapper.ui.icons import tinted

_ICON = QSize(18, 18)
_ICON_NAME = "icon_name"


def icon_button(icon: str, words: str, parent: QWidget, hint: str = "") -> QToolButton:
    """Return a flat button with an icon, named for screen readers; its hint says more than its name."""
    button = QToolButton(parent)
    button.setAutoRaise(True)
    button.setIconSize(_ICON)
    give_icon(button, icon)
    button.setAccessibleName(words)
    button.setToolTip(hint or words)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def text_button(text: str, words: str, parent: QWidget) -> QToolButton:
    """Return a flat button with a few letters for an icon, named for screen readers."""
    button = QToolButton(parent)
    button.setAutoRaise(True)
    button.setText(text)
    button.setAccessibleName(words)
    button.setToolTip(words)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def quiet_label(parent: QWidget, spoken: str) -> QLabel:
    """Return a label for a few changing words."""
    label = QLabel(parent)
    label.setAccessibleName(spoken)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def give_icon(button: QAbstractButton, icon: str) -> None:
    """Give a button an icon in its colours, which ``tint`` keeps them."""
    button.setProperty(_ICON_NAME, icon)
    button.setIcon(tinted(icon, button.palette()))


def tint(bar: QWidget, palette: QPalette) -> None:
    """Give the icons of what stands in a widget the palette's colours."""
    for button in bar.findChildren(QAbstractButton):
        if icon := button.property(_ICON_NAME):
            button.setIcon(tinted(icon, palette))


def on_key(keys: str, widget: QWidget, do: Callable[[], None], inside: bool = False) -> None:
    """Do something on a key while a widget, or what is ``inside`` it, has the keyboard."""
    context = Qt.ShortcutContext
    shortcut = QShortcut(QKeySequence(keys), widget)
    shortcut.setContext(context.WidgetWithChildrenShortcut if inside else context.WidgetShortcut)
    shortcut.activated.connect(do)
