"""What a change means for a layout."""

from journeymapper.document.records import Record, Stage, Step

#: The records of a change by id: before and after.
Pairs = dict[str, tuple[Record | None, Record | None]]


def stands_still(old: Record | None, new: Record | None) -> bool:
    """Tell whether a stage or step is where it was."""
    if isinstance(old, Step) and isinstance(new, Step):
        return (old.stage, old.order, old.width) == (new.stage, new.order, new.width)
    return isinstance(old, Stage) and isinstance(new, Stage) and old.order == new.order


def widened(pairs: Pairs) -> set[str]:
    """Return the steps whose columns have another width now."""
    return {
        id_
        for id_, (old, new) in pairs.items()
        if isinstance(old, Step) and isinstance(new, Step) and old.width != new.width
    }
