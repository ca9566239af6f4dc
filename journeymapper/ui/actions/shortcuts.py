"""Which keys call which action: the table's own, and what the user made of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence

from journeymapper.i18n import _
from journeymapper.ui.actions.table import Action

_Key = Qt.Key
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT, _META = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier
_NONE = Qt.KeyboardModifier.NoModifier

#: Keys that walk over the map, whatever is held but Alt.
_WALKING = {_Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down, _Key.Key_Home, _Key.Key_End}

#: Keys that write, end or leave; with Ctrl or Alt they are free.
_WRITING = {_Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Return, _Key.Key_Enter, _Key.Key_Space}

#: Keys of signs that no word begins with; with Alt they open no menu either.
_SIGNS = {_Key.Key_Plus, _Key.Key_Minus, _Key.Key_Equal}

#: Keys that type nothing begin here.
_FIRST_SILENT = 0x01000000


class Shortcuts(QObject):
    """The keys of all actions, in all windows; ``changed`` tells of others."""

    changed = Signal()

    def __init__(
        self,
        rows: Iterable[Action],
        kept: Mapping[str, Sequence[str]],
        keep: Callable[[dict[str, list[str]]], None],
    ) -> None:
        """Take the keys that were ``kept`` by action, as portable text; hand changed ones to ``keep``.

        What cannot be read or must not be, and actions that are not known, are passed over.
        """
        super().__init__()
        self._rows = {row.id: row for row in rows}
        self._kept = {id_: list(keys) for id_, keys in kept.items()}
        self._keep = keep
        self._keys: dict[str, list[QKeySequence]] = {}
        self._settle()

    def of(self, id_: str) -> list[QKeySequence]:
        """Return the keys of an action."""
        return self._keys[id_]

    @property
    def has_own(self) -> bool:
        """Tell whether the user gave any action its keys."""
        return bool(self._kept)

    def is_own(self, id_: str) -> bool:
        """Tell whether the user gave an action its keys."""
        return id_ in self._kept

    def user_of(self, keys: QKeySequence) -> Action | None:
        """Return the action that keys call, or None."""
        return next((self._rows[id_] for id_, known in self._keys.items() if keys in known), None)

    def refusal(self, id_: str, keys: QKeySequence) -> str:
        """Return why an action cannot have keys, or "" where it can."""
        return refusal(self._rows[id_], keys)

    def give(self, id_: str, keys: QKeySequence | None) -> None:
        """Give an action these keys and no others, taken from whatever they called before; None: no keys."""
        other = self.user_of(keys) if keys is not None else None
        if other is not None and other.id in self._kept:
            self._note(other.id, [each for each in self._keys[other.id] if each != keys])
        self._note(id_, [keys] if keys is not None else [])
        self._change()

    def reset(self, id_: str) -> None:
        """Give an action the table's keys back, but for those that the user gave another."""
        self._kept.pop(id_, None)
        self._change()

    def reset_all(self) -> None:
        """Give all actions the table's keys back."""
        self._kept.clear()
        self._change()

    def _note(self, id_: str, keys: Sequence[QKeySequence]) -> None:
        self._kept[id_] = [_portable(each) for each in keys]
        if self._kept[id_] == [_portable(each) for each in self._rows[id_].sequences()]:
            del self._kept[id_]

    def _change(self) -> None:
        self._settle()
        self._keep(dict(self._kept))
        self.changed.emit()

    def _settle(self) -> None:
        """Find the keys of all actions; what the user gave goes before what the table gives."""
        taken: set[str] = set()
        found: dict[str, list[QKeySequence]] = {}
        for id_, row in sorted(self._rows.items(), key=lambda pair: pair[0] not in self._kept):
            wanted = self._own(row) if id_ in self._kept else row.sequences()
            found[id_] = [keys for keys in wanted if _portable(keys) not in taken]
            taken.update(map(_portable, found[id_]))
        self._keys = {id_: found[id_] for id_ in self._rows}

    def _own(self, row: Action) -> list[QKeySequence]:
        read = (QKeySequence(text, QKeySequence.SequenceFormat.PortableText) for text in self._kept[row.id])
        return [keys for keys in read if not refusal(row, keys)]


def refusal(row: Action, keys: QKeySequence) -> str:
    """Return why an action cannot have keys, or "" where it can."""
    if keys.count() != 1 or not _portable(keys):
        return _("These keys cannot be used.")
    chord = keys[0]  # type: ignore[index]  # the stubs know nothing of it
    key, held = chord.key(), chord.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    commands = held & (_CTRL | _ALT | _META)
    if key == _Key.Key_Escape or (key in _WALKING and not held & (_ALT | _META)):
        return _("The map itself needs these keys.")
    if key in _WRITING and not commands:
        return _("The map itself needs these keys.")
    if not _types(key) or (commands and not held & _ALT):
        return ""
    if row.on_canvas and not held and _Key.Key_0 <= key <= _Key.Key_9:
        return ""
    if row.on_canvas and held in {_NONE, _ALT} and key in _SIGNS:
        return ""
    if held & _CTRL and held & _ALT:
        return _("Ctrl+Alt types characters on some keyboards; take other keys.")
    if held & _ALT:
        return _("Alt opens menus, or types characters; take other keys.")
    return _("These keys type text. Hold Ctrl with them.")


def _types(key: Qt.Key) -> bool:
    return key < _FIRST_SILENT


def _portable(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.PortableText)


def shown(sequences: Iterable[QKeySequence]) -> str:
    """Return keys as the platform writes them."""
    return " · ".join(keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in sequences)
