"""What keys mean while something is written on the map."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier

#: Keys with Ctrl that write or move here and must not become the window's shortcuts meanwhile.
_OWN_KEYS = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.DeleteStartOfWord,
    QKeySequence.StandardKey.DeleteEndOfWord,
    QKeySequence.StandardKey.MoveToNextWord,
    QKeySequence.StandardKey.MoveToPreviousWord,
    QKeySequence.StandardKey.SelectNextWord,
    QKeySequence.StandardKey.SelectPreviousWord,
    QKeySequence.StandardKey.MoveToStartOfDocument,
    QKeySequence.StandardKey.MoveToEndOfDocument,
    QKeySequence.StandardKey.SelectStartOfDocument,
    QKeySequence.StandardKey.SelectEndOfDocument,
)


class Ending(Enum):
    """What ended the writing, and so what comes next."""

    ENTER = "enter"
    STAY = "stay"
    NEXT = "next"
    PREVIOUS = "previous"
    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


RETURN = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
#: Keys that mean nothing in a short text, and much in a presentation.
_PAGES = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}

TAB: dict[int, Ending] = {Qt.Key.Key_Tab: Ending.NEXT, Qt.Key.Key_Backtab: Ending.PREVIOUS}
_ARROWS: dict[int, Ending] = {
    Qt.Key.Key_Up: Ending.UP,
    Qt.Key.Key_Down: Ending.DOWN,
    Qt.Key.Key_Left: Ending.LEFT,
    Qt.Key.Key_Right: Ending.RIGHT,
}


def ending_of(event: QKeyEvent, is_empty: bool) -> Ending | None:
    """Return how a key ends the writing, or None where it does not; arrows end it in an empty text alone."""
    key, held = event.key(), event.modifiers()
    if key in RETURN:
        if held & Qt.KeyboardModifier.ShiftModifier:
            return None
        return Ending.STAY if held & _COMMAND else Ending.ENTER
    if key in _ARROWS and is_empty and not held & ~Qt.KeyboardModifier.KeypadModifier:
        return _ARROWS[key]
    return TAB.get(key)


def means_redo(event: QKeyEvent) -> bool:
    """Tell whether a key does again what was undone; Ctrl+Y does on every system, as it does on the map."""
    is_second = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return is_second or event.matches(QKeySequence.StandardKey.Redo)


def is_own(event: QKeyEvent) -> bool:
    """Tell whether a key writes or moves in the text rather than calling the window."""
    if event.key() in RETURN or means_redo(event) or any(event.matches(key) for key in _OWN_KEYS):
        return True
    if event.modifiers() & _COMMAND:
        return (
            event.text().isprintable()
            and bool(event.text())
            and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        )
    is_windows = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35 or event.key() in _PAGES
    return not (is_windows or event.modifiers() & Qt.KeyboardModifier.AltModifier)
