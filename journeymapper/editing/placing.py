"""Order keys for records that are put among siblings.

Whoever places records asks here. Where siblings have come to stand so close that a new key would be long,
all of them are numbered anew in the same edit; until then they keep their keys, whoever made them.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence

from journeymapper.document.document import Transaction
from journeymapper.document.indexes import Entry
from journeymapper.document.order_keys import sequence
from journeymapper.document.records import Ordered

#: No key that is made here is longer. A fresh one has up to five letters: some 250 insertions at one place.
LONGEST_NEW_KEY = 50


def keys_at(edit: Transaction, siblings: Sequence[Entry], place: int, count: int = 1) -> list[str]:
    """Return order keys for ``count`` new records to stand at ``place`` (0 first) among the siblings.

    A place past the end is the end.
    """
    place = max(0, min(place, len(siblings)))
    low = siblings[place - 1][0] if place else None
    high = siblings[place][0] if place < len(siblings) else None
    keys = _keys_between(count, low, high)
    if keys is None:
        fresh = sequence(len(siblings) + count)
        keys = fresh[place : place + count]
        _renumber(edit, siblings, fresh[:place] + fresh[place + count :])
    return keys


def keys_to_move(
    edit: Transaction, siblings: Sequence[Entry], moved: Sequence[str], place: int
) -> dict[str, str]:
    """Return the order keys that put records at ``place``, counted without them, in the order given.

    None are returned when they stand there already: nothing is to be written then.
    """
    standing = [id_ for _order, id_ in siblings]
    going = frozenset(moved)
    others = [id_ for id_ in standing if id_ not in going]
    place = max(0, min(place, len(others)))
    wanted = [*others[:place], *moved, *others[place:]]
    return {} if wanted == standing else keys_in_order(edit, siblings, wanted, going)


def keys_in_order(
    edit: Transaction, siblings: Sequence[Entry], wanted: Sequence[str], moved: Collection[str]
) -> dict[str, str]:
    """Return the order keys of ``moved`` for siblings to stand in the order ``wanted``.

    ``moved`` are those out of order, or not there yet; the others stand in that order already.
    """
    kept = [entry for entry in siblings if entry[1] not in moved]
    order_of = {id_: order for order, id_ in kept}
    keys: dict[str, str] = {}
    run: list[str] = []
    low = None
    for id_ in (*wanted, None):
        if id_ is not None and id_ not in order_of:
            run.append(id_)
            continue
        high = order_of[id_] if id_ is not None else None
        found = _keys_between(len(run), low, high)
        if found is None:
            fresh = dict(zip(wanted, sequence(len(wanted)), strict=True))
            _renumber(edit, kept, [fresh[id_] for _order, id_ in kept])
            return {id_: order for id_, order in fresh.items() if id_ not in order_of}
        keys.update(zip(run, found, strict=True))
        low, run = high, []
    return keys


def out_of_order(standing: Sequence[str], wanted: Sequence[str]) -> set[str]:
    """Return the fewest siblings that have to move for all to stand in the order ``wanted``."""
    place_of = {id_: place for place, id_ in enumerate(standing)}
    ends: list[int] = []  # by length: the foremost place in which a rising run of that length can end
    lengths = []
    for id_ in wanted:
        length = bisect_left(ends, place_of[id_])
        ends[length : length + 1] = [place_of[id_]]
        lengths.append(length)
    longest, moved = len(ends) - 1, set()
    for id_, length in zip(reversed(wanted), reversed(lengths), strict=True):
        if length == longest:
            longest -= 1
        else:
            moved.add(id_)
    return moved


def in_order(siblings: list[Entry], ids: Iterable[str]) -> list[str]:
    """Return records in the order in which they stand among their siblings; others are left out."""
    wanted = frozenset(ids)
    return [id_ for _order, id_ in siblings if id_ in wanted]


def _keys_between(count: int, low: str | None, high: str | None) -> list[str] | None:
    """Return rising keys between two, or None where there is not the room; equal ones leave none."""
    if not count:
        return []
    if low is not None and low == high:
        return None
    keys = sequence(count, low, high)
    return keys if max(map(len, keys)) <= LONGEST_NEW_KEY else None


def _renumber(edit: Transaction, siblings: Sequence[Entry], keys: Sequence[str]) -> None:
    """Give siblings other keys, in the order in which they stand."""
    for (_order, id_), key in zip(list(siblings), keys, strict=True):
        edit.update(id_, type(edit.get(id_, Ordered)), order=key)
