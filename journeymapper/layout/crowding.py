"""Marks and labels of one column of an emotion lane, moved apart: none covers another while there is room."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import COLUMN_INSET, CURVE_SCORE, LABEL_GAP, LABEL_INSET

#: The sizes that a crowd of marks may take, in points, until it fits; those of the last one overlap.
_RADII = (7.5, 6.0, 5.0, 4.0, 3.0)

#: Room between marks beside and above each other, in points.
_BESIDE = 1.5
_ABOVE = 0.5

#: Room between a label and what it was moved away from, and what is beside it, in points.
_APART = 1.0
_ASIDE = 2.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mark stands: its centre, ``x`` from the column's left end and ``y`` from the zero line."""

    x: float
    y: float
    radius: float

    @property
    def box(self) -> Rect:
        """The box about the mark."""
        return Rect(self.x - self.radius, self.y - self.radius, 2 * self.radius, 2 * self.radius)


def spread(scores: Sequence[float], radii: Sequence[float], width: float) -> list[Spot]:
    """Return where marks of these scores and sizes stand in a column, those of nearly equal scores abreast.

    A crowd that finds no room abreast gets smaller marks; where even the smallest find none, they overlap,
    each as far from the next as can be.
    """
    largest = max(radii, default=0)
    for most in _RADII:
        radius = min(largest, most)
        slots, groups = _slots(scores, (2 * radius + _ABOVE) / CURVE_SCORE)
        if most == _RADII[-1] or _room(max(groups, default=1), radius) <= width:
            break
    spots = []
    for score, own, (slot, group) in zip(scores, radii, slots, strict=True):
        count = groups[group]
        pitch = min(2 * radius + _BESIDE, (width - 2 * radius - 2 * COLUMN_INSET) / max(1, count - 1))
        x = width / 2 + (slot - (count - 1) / 2) * pitch
        spots.append(Spot(x, -score * CURVE_SCORE, min(own, most)))
    return spots


def _room(count: int, radius: float) -> float:
    """Return how wide a column is that has room for so many marks abreast."""
    return (count - 1) * (2 * radius + _BESIDE) + 2 * radius + 2 * COLUMN_INSET


def _slots(scores: Sequence[float], nearest: float) -> tuple[list[tuple[int, int]], list[int]]:
    """Return for each score its place abreast and its group, and how many places each group has.

    Scores of a group are linked by steps of less than ``nearest``; those in one place are further apart. In
    a group the places are in the order of the first scores in them.
    """
    place_of: dict[int, tuple[int, int]] = {}
    groups: list[list[tuple[float, int]]] = []
    before = float("-inf")
    for score, number in sorted((score, number) for number, score in enumerate(scores)):
        if score - before >= nearest:
            groups.append([])
        tops = groups[-1]
        free = next((slot for slot, (top, _first) in enumerate(tops) if score - top >= nearest), len(tops))
        if free == len(tops):
            tops.append((score, number))
        else:
            tops[free] = score, min(number, tops[free][1])
        place_of[number] = free, len(groups) - 1
        before = score
    ranks = [_ranks([first for _top, first in tops]) for tops in groups]
    slots = [(ranks[group][slot], group) for slot, group in (place_of[n] for n in range(len(scores)))]
    return slots, [len(tops) for tops in groups]


def _ranks(values: Sequence[int]) -> list[int]:
    """Return the place that each value has among all of them in order."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0] * len(values)
    for rank, number in enumerate(order):
        ranks[number] = rank
    return ranks


def label_box(
    size: tuple[float, float], spot: Spot, is_good: bool, width: float, taken: Sequence[Rect]
) -> Rect:
    """Return where a label of that width and height stands in a column, clear of what is ``taken``.

    It stands above a good and below a bad mark, or on the other side where it is nearer there.
    """
    wide, high = size
    left = max(LABEL_INSET, min(width - LABEL_INSET - wide, spot.x - wide / 2))
    above, below = spot.y - spot.radius - LABEL_GAP - high, spot.y + spot.radius + LABEL_GAP
    right = left + wide + _ASIDE
    beside = [other for other in taken if left - _ASIDE < other.right and other.x < right]
    up, down = _moved_up(above, high, beside), _moved_down(below, high, beside)
    up_by, down_by = above - up, down - below
    goes_up = up_by <= down_by if is_good else up_by < down_by
    return Rect(left, up if goes_up else down, wide, high)


def _moved_up(top: float, high: float, beside: Sequence[Rect]) -> float:
    """Return the top of a box that was moved up until nothing is in its way."""
    for other in sorted(beside, key=lambda other: -other.bottom):
        if other.y < top + high and top < other.bottom:
            top = other.y - high - _APART
    return top


def _moved_down(top: float, high: float, beside: Sequence[Rect]) -> float:
    """Return the same of a box that was moved down."""
    for other in sorted(beside, key=lambda other: other.y):
        if other.y < top + high and top < other.bottom:
            top = other.bottom + _APART
    return top
