"""One open map: the only meeting point of document, history, layout and file, and the only way to edit.

Every change, whatever it came from, goes down the same few calls in ``_follow`` and is announced once.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from journeymapper.document.change import Change
from journeymapper.document.document import Document, Transaction
from journeymapper.editing.history import History
from journeymapper.files import native
from journeymapper.layout.damage import Damage
from journeymapper.layout.map_layout import MapLayout
from journeymapper.memory import collector_at_rest
from journeymapper.text.shaped import Shaper

Listener = Callable[[Change, Damage], None]

#: Origins of changes that no view made.
UNDO, REDO, BAIL = "undo", "redo", "bail"


class Session:
    """An open map. ``path`` is its file, or ``None`` while it has none."""

    def __init__(self, document: Document, shaper: Shaper, path: Path | None = None) -> None:
        """Open a document; one without a path counts as unsaved only after its first edit."""
        self.document = document
        self.path = path
        self.history = History()
        with collector_at_rest():
            self.layout = MapLayout(document, shaper)
        self._listeners: list[Listener] = []

    @property
    def is_modified(self) -> bool:
        """Tell whether there is something to save."""
        return not self.history.is_saved

    def listen(self, listener: Listener) -> None:
        """Have ``listener(change, damage)`` called after every change, in the order of listening."""
        self._listeners.append(listener)

    @contextmanager
    def edit(self, label: str, merge_key: Hashable = None, origin: object = None) -> Iterator[Transaction]:
        """Open the map for one edit, which becomes one undo step; an exception inside leaves nothing behind.

        Edits that follow each other with an equal ``merge_key`` become one step, until ``end_step``.

        Raises:
            OutsideEditError: another edit is open.
            InvariantError: the edit would leave the map broken.
        """
        with self.document.edit(label, merge_key, origin) as transaction:
            yield transaction
        change = transaction.change
        if not change.is_empty:
            self.history.record(change)
            self._follow(change)

    def end_step(self) -> None:
        """End the running undo step: what follows is another, whatever its merge key."""
        self.history.close()

    def undo(self) -> bool:
        """Take the last step back; tell whether there was one."""
        return self._replay(self.history.undo(), UNDO)

    def redo(self) -> bool:
        """Do the step again that was last undone; tell whether there was one."""
        return self._replay(self.history.redo(), REDO)

    def mark(self) -> int:
        """Return a mark of the present state, for a gesture that may be given up."""
        return self.history.mark()

    def bail(self, mark: int) -> None:
        """Put everything back to the mark, without a trace in the history."""
        self._replay(self.history.bail(mark), BAIL)

    def hold(self, lanes: Iterable[str]) -> None:
        """Keep these lanes at least as high as they are while cards are dragged out of them."""
        self.layout.hold(lanes)

    def release(self) -> None:
        """Let the lanes take the heights of their content again; this is announced as an empty change."""
        damage = self.layout.release()
        if damage.rects:
            self._announce(Change(), damage)

    def conceal(self, lanes: Iterable[str]) -> None:
        """Leave these lanes out of the drawing for now, and no others; announced as an empty change.

        The map itself, its file and its history know nothing of it.
        """
        damage = self.layout.conceal(lanes)
        if damage.rects:
            self._announce(Change(), damage)

    def save(self, path: Path) -> None:
        """Save the map to ``path``, which becomes its file.

        Raises:
            OSError: it could not be written; the old file is whole, the map still unsaved.
        """
        native.save(self.document, path)
        self.path = path
        self.history.mark_saved()

    def _replay(self, change: Change | None, origin: str) -> bool:
        if change is None:
            return False
        self.document.apply(change)
        self._follow(Change(change.added, change.updated, change.removed, change.label, None, origin))
        return True

    def _follow(self, change: Change) -> None:
        self._announce(change, self.layout.apply(change))

    def _announce(self, change: Change, damage: Damage) -> None:
        for listener in self._listeners:
            listener(change, damage)
