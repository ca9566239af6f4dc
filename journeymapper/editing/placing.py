"""Order keys for records that are put among siblings."""

from collections.abc import Iterable, Sequence

from journeymapper.document.indexes import Entry
from journeymapper.document.order_keys import between, sequence


def keys_at(
    siblings: list[Entry], place: int, count: int = 1, without: frozenset[str] = frozenset()
) -> list[str]:
    """Return order keys for ``count`` records to stand at ``place`` (0 first) among the siblings.

    Siblings whose ids are in ``without`` (those being moved) do not count; a place past the end is the end.
    """
    low, high = neighbours(siblings, place, without)
    return [between(low, high)] if count == 1 else sequence(count, low, high)


def keys_to_move(siblings: list[Entry], moved: Sequence[str], place: int) -> list[str]:
    """Return order keys that put records at ``place``, counted without them, in the order given.

    None are returned when they stand there already: nothing is to be written then.
    """
    standing = [id_ for _order, id_ in siblings]
    others = [id_ for id_ in standing if id_ not in moved]
    place = max(0, min(place, len(others)))
    if [*others[:place], *moved, *others[place:]] == standing:
        return []
    return keys_at(siblings, place, len(moved), frozenset(moved))


def in_order(siblings: list[Entry], ids: Iterable[str]) -> list[str]:
    """Return records in the order in which they stand among their siblings; others are left out."""
    wanted = frozenset(ids)
    return [id_ for _order, id_ in siblings if id_ in wanted]


def neighbours(
    siblings: list[Entry], place: int, without: frozenset[str] = frozenset()
) -> tuple[str | None, str | None]:
    """Return the order keys before and after ``place``; ``None`` at an end.

    Equal keys (two files merged by hand) leave no room between them: the place is then before both.
    """
    standing = [entry for entry in siblings if entry[1] not in without] if without else siblings
    place = max(0, min(place, len(standing)))
    high = standing[place][0] if place < len(standing) else None
    while place and standing[place - 1][0] == high:
        place -= 1
    return (standing[place - 1][0] if place else None), high
