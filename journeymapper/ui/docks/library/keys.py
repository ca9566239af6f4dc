"""The keyboard in the library: in the line one can walk through the list, in the list write in the line."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QListView

_Key = Qt.Key
_RETURN = {_Key.Key_Return, _Key.Key_Enter}
_WALKING = {_Key.Key_Up, _Key.Key_Down, _Key.Key_PageUp, _Key.Key_PageDown}
_TYPING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Keys(QObject):
    """Gives the keys in the line and the list of the library their meaning.

    ``put`` is done on Enter, ``rename`` on F2, ``remove`` on Del in the list; ``show_menu`` shows the context
    menu, by the keyboard (True) or at the mouse.
    """

    def __init__(
        self,
        line: QLineEdit,
        list_: QListView,
        deeds: Mapping[str, Callable[[], None]],
        show_menu: Callable[[QContextMenuEvent, bool], None],
    ) -> None:
        """Listen to a line and a list."""
        super().__init__(list_)
        self._line, self._list = line, list_
        self._deeds, self._show_menu = deeds, show_menu
        for widget in (line, list_, list_.viewport()):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take what is meant for both together."""
        if isinstance(event, QContextMenuEvent) and watched is not self._line:
            self._show_menu(event, event.reason() is QContextMenuEvent.Reason.Keyboard)
            return True
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return watched is self._line and _leaves_to_window(event)
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if self._does(event, watched is self._list):
            return True
        if watched is self._line and event.key() in _WALKING and not event.modifiers() & ~_TYPING:
            QApplication.sendEvent(self._list, event)
            return True
        return watched is self._list and self._types(event)

    def _does(self, event: QKeyEvent, in_list: bool) -> bool:
        """Do what a key is there for; tell whether there was anything."""
        key, held = event.key(), event.modifiers() & ~_TYPING
        if held:
            return False
        if key in _RETURN:
            self._deeds["put"]()
        elif key == _Key.Key_F2:
            self._deeds["rename"]()
        elif key == _Key.Key_Delete and in_list:
            self._deeds["remove"]()
        else:
            return False
        return True

    def _types(self, event: QKeyEvent) -> bool:
        """Go on in the line with what is typed on the list; tell whether anything was."""
        is_text = event.text().isprintable() and bool(event.text())
        if event.modifiers() & ~_TYPING or not (is_text or event.key() == _Key.Key_Backspace):
            return False
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.sendEvent(self._line, event)
        return True


def _leaves_to_window(event: QKeyEvent) -> bool:
    """Leave undo and redo to the window: one takes back what was put into the map, not a searched word."""
    standard = QKeySequence.StandardKey
    if event.matches(standard.Undo) or event.matches(standard.Redo):
        event.ignore()
        return True
    return False
