"""Where labels and exit signs of links stand along their channel: apart from each other, if there is room."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

#: So many neighbours each way are tried before a label stands on another one.
_MOST_TRIED = 8

#: Air between labels, in points.
_BETWEEN = 4.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label that wants room: ``width`` points between ``left`` and ``right``, best about ``middle``.

    Labels share no room within a band of their channel: its upper half, its lower one. One that does not fit
    between its ends may reach beyond them, but not past ``limits``. A sign ``is_exit`` stands beside
    ``left``, as near as it can, to the right of it or else, in the mirror, to the left.
    """

    link: str
    left: float
    right: float
    middle: float
    width: float
    limits: tuple[float, float]
    bands: tuple[int, ...]
    is_exit: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """The room of a label: left end and width in points; a mirrored sign points to the left."""

    x: float
    width: float
    is_mirrored: bool = False


def stood_apart(wanted: Iterable[Wanted]) -> dict[str, Slot]:
    """Return where the labels of a channel stand; those with the least room choose first."""
    bands = _Bands()
    found = {}
    for one in sorted(wanted, key=lambda one: (one.right - one.left - one.width, one.left, one.link)):
        slot = _exit(one, bands) if one.is_exit else _label(one, bands)
        bands.take(slot, one.bands)
        found[one.link] = slot
    return found


def _label(one: Wanted, bands: "_Bands") -> Slot:
    first, last = one.left, one.right - one.width
    if first > last:
        first = last = (first + last) / 2
    first, last = _within(first, one), _within(last, one)
    best = min(max(one.middle - one.width / 2, first), last)
    x = bands.nearest(best, one.width, first, last, one.bands)
    return Slot(best if x is None else x, one.width)


def _exit(one: Wanted, bands: "_Bands") -> Slot:
    least, most = one.limits
    if one.left + one.width <= most:
        x = bands.nearest(one.left, one.width, one.left, most - one.width, one.bands)
        if x is not None:
            return Slot(x, one.width)
    best = one.right - one.width
    if best >= least:
        x = bands.nearest(best, one.width, least, best, one.bands)
        if x is not None:
            return Slot(x, one.width, is_mirrored=True)
    is_mirrored = one.left + one.width > most and best >= least
    return Slot(best if is_mirrored else min(one.left, most - one.width), one.width, is_mirrored)


def _within(x: float, one: Wanted) -> float:
    """Return the left end nearest to ``x`` at which a label keeps to its limits, the left one above all."""
    least, most = one.limits
    return max(least, min(x, most - one.width))


class _Bands:
    """What is taken of the halves of a channel: intervals in points that meet nowhere."""

    def __init__(self) -> None:
        self._taken: defaultdict[int, list[tuple[float, float]]] = defaultdict(list)

    def take(self, slot: Slot, bands: tuple[int, ...]) -> None:
        """Take room, where there is any."""
        for band in bands:
            if self._has_room(slot.x, slot.width, (band,)):
                insort(self._taken[band], (slot.x, slot.x + slot.width))

    def nearest(
        self, best: float, width: float, first: float, last: float, bands: tuple[int, ...]
    ) -> float | None:
        """Return the free place nearest to the best one, its left end from ``first`` to ``last``, or None."""
        if first <= best <= last and self._has_room(best, width, bands):
            return best
        places = [x for band in bands for x in self._beside(best, width, band)]
        for x in sorted(places, key=lambda x: (abs(x - best), x)):
            if first <= x <= last and self._has_room(x, width, bands):
                return x
        return None

    def _beside(self, best: float, width: float, band: int) -> Iterator[float]:
        """Yield the places left and right of what is taken near the best place."""
        taken = self._taken[band]
        near = bisect_left(taken, (best, best))
        for left, right in taken[max(0, near - _MOST_TRIED) : near + _MOST_TRIED]:
            yield left - _BETWEEN - width
            yield right + _BETWEEN

    def _has_room(self, x: float, width: float, bands: tuple[int, ...]) -> bool:
        for band in bands:
            taken = self._taken[band]
            place = bisect_left(taken, (x, x))
            after = taken[place] if place < len(taken) else None
            before = taken[place - 1] if place else None
            if (after is not None and after[0] < x + width + _BETWEEN / 2) or (
                before is not None and before[1] > x - _BETWEEN / 2
            ):
                return False
        return True
