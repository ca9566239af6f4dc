"""The one value that undo, layout, the unsaved mark and every view eat."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from journeymapper.document.records import Record


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit did: records added, updated (old, new) and removed, by id.

    ``label`` is the edit's name for the user; edits with an equal ``merge_key`` that is not ``None`` are one
    undo step; ``origin`` is whoever made the change, so that it can ignore its own echo.
    """

    added: Mapping[str, Record] = field(default_factory=dict)
    updated: Mapping[str, tuple[Record, Record]] = field(default_factory=dict)
    removed: Mapping[str, Record] = field(default_factory=dict)
    label: str = ""
    merge_key: Hashable = None
    origin: object = None

    @property
    def is_empty(self) -> bool:
        """Tell whether the change leaves everything as it was."""
        return not (self.added or self.updated or self.removed)

    def pairs(self) -> Iterator[tuple[Record | None, Record | None]]:
        """Yield (old, new) of each touched record: removals, updates, additions."""
        for record in self.removed.values():
            yield record, None
        yield from self.updated.values()
        for record in self.added.values():
            yield None, record

    def ids(self) -> set[str]:
        """Return the ids of all touched records."""
        return {*self.added, *self.updated, *self.removed}

    def inverted(self) -> "Change":
        """Return the change that takes this one back."""
        swapped = {id_: (new, old) for id_, (old, new) in self.updated.items()}
        return replace(self, added=self.removed, updated=swapped, removed=self.added)

    def squashed(self, later: "Change") -> "Change":
        """Return the one change that does what this and then ``later`` do; label and key are this one's."""
        found: dict[str, tuple[Record | None, Record | None]] = {
            **{id_: (None, new) for id_, new in self.added.items()},
            **self.updated,
            **{id_: (old, None) for id_, old in self.removed.items()},
        }
        for old, new in later.pairs():
            id_ = (old or new).id  # type: ignore[union-attr]  # one of the two is there
            first = found[id_][0] if id_ in found else old
            found[id_] = (first, new)
        return change_of(found, self.label, self.merge_key, later.origin)


def change_of(
    pairs: Mapping[str, tuple[Record | None, Record | None]],
    label: str,
    merge_key: Hashable = None,
    origin: object = None,
) -> Change:
    """Return the change made of the first old and last new record by id; equal pairs vanish."""
    added: dict[str, Record] = {}
    updated: dict[str, tuple[Record, Record]] = {}
    removed: dict[str, Record] = {}
    for id_, (old, new) in pairs.items():
        if old is None and new is not None:
            added[id_] = new
        elif old is not None and new is None:
            removed[id_] = old
        elif old is not None and new is not None and old != new:
            updated[id_] = (old, new)
    return Change(added, updated, removed, label, merge_key, origin)
