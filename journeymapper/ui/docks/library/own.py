"""What the user can do with their own blocks and personas in the library: rename them, and take them out."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from journeymapper.document.texts import on_one_line
from journeymapper.guide.library.block import Block
from journeymapper.i18n import _
from journeymapper.ui.docks.library.rows import Row, Thing
from journeymapper.ui.docks.naming import shortened
from journeymapper.ui.library import unless_refused

if TYPE_CHECKING:
    from journeymapper.ui.docks.library.dock import LibraryDock

_LONGEST = 60


class Own:
    """Changes what is the user's own in the library of a dock."""

    def __init__(self, dock: "LibraryDock") -> None:
        """Serve a dock."""
        self._dock = dock
        self._library = dock.library

    def _current(self) -> Row | None:
        """Return the row one stands on where it is the user's own; say so where it is not."""
        row = self._dock.current
        if row is None or not row.is_own:
            self._dock.said.emit(_("Only what is your own can be renamed or removed."))
            return None
        return row

    def rename(self) -> None:
        """Open the field for another name of what one stands on, unless it is open."""
        if self._dock.painter.editor is None and self._current() is not None:
            view = self._dock.list
            view.setFocus(Qt.FocusReason.OtherFocusReason)
            self._dock.painter.is_typed = False
            view.edit(view.currentIndex())

    def take_name(self, thing: Thing, name: str) -> None:
        """Take over another name that was written."""
        if isinstance(thing, Block):
            self._try(lambda: self._library.rename_block(thing, name))
        else:
            self._try(lambda: self._library.rename_persona(thing, name))

    def remove(self) -> None:
        """Take what one stands on out of the library, and offer to put it back."""
        row = self._current()
        if row is None or row.thing is None:
            return
        backs: list[Callable[[], None]] = []
        self._try(partial(self._take_out, row.thing, backs))
        words = _("Removed from the library: “{name}”.").format(
            name=shortened(on_one_line(row.words), _LONGEST)
        )
        for back in backs:
            self._dock.strip.say(words, [(_("Undo"), partial(self._try, back))])

    def _take_out(self, thing: Thing, backs: list[Callable[[], None]]) -> None:
        """Take something out; what puts it back is added to ``backs``."""
        if not isinstance(thing, Block):
            backs.append(partial(self._library.put_persona_back, self._library.remove_persona(thing)))
        elif (taken := self._library.remove_block(thing)) is not None:
            backs.append(partial(self._library.put_block_back, taken))

    def _try(self, do: Callable[[], None]) -> None:
        if words := unless_refused(do):
            self._dock.said.emit(words)
