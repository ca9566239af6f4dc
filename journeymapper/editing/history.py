"""Undo and redo: two stacks of changes.

The history only keeps changes; whoever owns it applies them. Changes with an equal merge key become one
step until ``close`` is called; a step that ends where it began vanishes.
"""

from collections.abc import Hashable

from journeymapper.document.change import Change


class History:
    """What can be undone and redone, and where the saved state is."""

    def __init__(self) -> None:
        """Begin with nothing to undo; the present state counts as saved."""
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._saved: int | None = 0
        self._open = False
        self._set_aside: tuple[int, list[Change], int | None] | None = None

    @property
    def undo_label(self) -> str | None:
        """The name of the edit that undo would take back, or None."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """The name of the edit that redo would do again, or None."""
        return self._undone[-1].label if self._undone else None

    @property
    def is_saved(self) -> bool:
        """Tell whether the present state is the saved one."""
        return self._saved == len(self._done)

    def record(self, change: Change) -> None:
        """Remember a change just made; what was undone before it is forgotten."""
        if self._undone:
            self._set_redo_aside()
        if self._merges(change):
            self._done[-1] = self._done[-1].squashed(change)
            if self._done[-1].is_empty:
                self._done.pop()
                self._open = False
                self._take_up_redo()
        else:
            self._done.append(change)
            self._open = change.merge_key is not None

    def _set_redo_aside(self) -> None:
        """Leave the way that was undone; it is taken up again if the step that left it comes to nothing."""
        self._set_aside = len(self._done), self._undone, self._saved
        self._undone = []
        if self._saved is not None and self._saved > len(self._done):
            self._saved = None

    def _take_up_redo(self) -> None:
        if self._set_aside is not None and self._set_aside[0] == len(self._done):
            _height, self._undone, self._saved = self._set_aside
        self._set_aside = None

    def _merges(self, change: Change) -> bool:
        return (
            self._open
            and bool(self._done)
            and change.merge_key is not None
            and self._done[-1].merge_key == change.merge_key
        )

    def close(self) -> None:
        """End the running step: the next change begins another, whatever its merge key."""
        self._open = False

    def undo(self) -> Change | None:
        """Return the change that takes the last step back, to be applied by the caller."""
        self.close()
        if not self._done:
            return None
        change = self._done.pop()
        self._undone.append(change)
        self._set_aside = None
        return change.inverted()

    def redo(self) -> Change | None:
        """Return the change that was last undone, to be applied by the caller."""
        self.close()
        if not self._undone:
            return None
        change = self._undone.pop()
        self._done.append(change)
        return change

    def mark(self) -> int:
        """Return the present height of the stack, for ``bail``; the running step ends."""
        self.close()
        return len(self._done)

    def is_all_of(self, merge_key: Hashable, mark: int) -> bool:
        """Tell whether all that was done since the mark was done with this merge key."""
        return all(change.merge_key == merge_key for change in self._done[mark:])

    def bail(self, mark: int) -> Change | None:
        """Forget what was done since the mark; return the change that takes it back, to be applied."""
        self.close()
        dropped = self._done[mark:]
        if not dropped:
            return None
        del self._done[mark:]
        if self._saved is not None and self._saved > mark:
            self._saved = None
        self._take_up_redo()
        total = dropped[0]
        for change in dropped[1:]:
            total = total.squashed(change)
        return total.inverted()

    def mark_saved(self) -> None:
        """Take the present state as the saved one."""
        self.close()
        self._set_aside = None
        self._saved = len(self._done)

    def mark_unsaved(self) -> None:
        """Take no state as saved: the map came from elsewhere than its file."""
        self._saved = None
        if self._set_aside is not None:
            self._set_aside = (*self._set_aside[:2], None)
