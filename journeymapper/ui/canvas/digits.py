"""Digits that rate cards, while they may still turn out to be the first words of a new one.

"2" rates the selected card; in "2 hours", "20 %" and "24/7" it is a word. Only the very next key tells.
"""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journeymapper.ui.open_map import OpenMap

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_META = Qt.KeyboardModifier.MetaModifier

#: After so many milliseconds without a key, a rating is one, and what follows is something else.
_SOON = 2000

#: Keys that do nothing by themselves: others are typed with their help.
_HELPERS = {
    *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta),
    *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_Mode_switch),
}


def typed_text(event: QKeyEvent) -> str:
    """Return what a key writes, a blank too; "" for chords and for keys that write nothing."""
    held = event.modifiers()
    has_chord = bool(held & _META) or bool(held & _CTRL) != bool(held & _ALT)
    text = event.text()
    return "" if has_chord or not text.isprintable() else text


class Digits:
    """The digits that rated last, until anything else happens."""

    def __init__(self, open_map: OpenMap) -> None:
        """Work on an open map."""
        self._open_map = open_map
        self._pressed = ""
        self._typed = ""
        self._begun = 0
        self._met = 0
        open_map.changed.connect(self.forget)
        open_map.selected.connect(self.forget)

    def meet(self, event: QKeyEvent) -> None:
        """Be told of a key before anything comes of it, a shortcut's too."""
        if event.key() in _HELPERS:
            return
        text = typed_text(event)
        if not _goes_on(text) or event.timestamp() - self._met > _SOON:
            self.forget()
        self._met = event.timestamp()
        self._pressed = text

    @contextmanager
    def rating(self, digit: str) -> Iterator[None]:
        """Rate inside of this; the digit is remembered where it was its key that asked for the rating."""
        is_typed, typed = self._pressed == digit, self._typed
        begun = self._begun if typed else self._open_map.session.mark()
        yield
        self.forget()
        if is_typed:
            self._typed, self._begun = typed + digit, begun

    def words_with(self, event: QKeyEvent) -> str:
        """Return what ``take`` does of a key that no shortcut wanted."""
        return "" if event.key() in _HELPERS else self.take(typed_text(event))

    def take(self, text: str) -> str:
        """Return the words that the digits and this text begin, and take the ratings back.

        Returns "", and forgets the digits, where there are none or the text does not go on with them.
        """
        typed, begun = self._typed, self._begun
        self.forget()
        if not typed or not _goes_on(text):
            return ""
        self._open_map.session.bail(begun)
        return typed + text

    def forget(self) -> None:
        """Let the digits be ratings, and nothing else."""
        self._pressed = self._typed = ""


def _goes_on(text: str) -> bool:
    """Tell whether text makes words of the digits before it: blanks, signs and digits do, letters do not."""
    return text.isprintable() and unicodedata.category(text[:1] or "a")[0] not in "LM"
