"""One link drawn, measured from where it begins: so it stays the same wherever on the map it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import hypot, inf

from journeymapper.document.links import LEAVES
from journeymapper.layout import link_looks
from journeymapper.layout.display import DisplayList, Path, Stroke
from journeymapper.layout.geometry import Rect
from journeymapper.layout.link_looks import LOOKS, REACH, Point
from journeymapper.layout.shapes import line
from journeymapper.text.shaped import ShapedText

#: Dashed lines are painted dash by dash, seen or not: longer ones, in points, are cut.
_LONGEST_DASHED = 400.0


@dataclass(frozen=True)
class Drawing:
    """A link's corners, the tip last, and what to paint: line and label apart, as labels lie over all lines.

    ``label_box`` is the ground of the label.
    """

    points: tuple[Point, ...]
    line: DisplayList
    label: DisplayList
    label_box: Rect | None

    def pieces(self) -> list[Rect]:
        """Return what the parts of the link cover."""
        return _pieces(self.points, self.label_box)

    @cached_property
    def _parts(self) -> tuple["_Part", ...]:
        """The straight parts of the line; dashed ones are cut, between two dashes, where they are long."""
        straight = self._straight
        return tuple(_parts_of(straight)) if straight is not None else ()

    @property
    def _straight(self) -> Stroke | None:
        first = self.line[0]
        return first if isinstance(first, Stroke) else None

    @cached_property
    def _lists(self) -> dict["_Part", DisplayList]:
        """The display lists of those parts that were wanted alone."""
        return {}

    def lines_in(self, left: float, top: float, right: float, bottom: float) -> Sequence[DisplayList]:
        """Return as much of the line as is needed for a part of it, measured as the drawing is.

        That is all of it, nothing, or where only straight parts can be seen no more than these: most of what
        a pan uncovers, and of what is long.
        """
        parts = self._parts
        seen = [
            part
            for part in parts
            if part[2] >= left and part[0] <= right and part[3] >= top and part[1] <= bottom
        ]
        if not seen:
            return ()
        has_corner = any(left <= x <= right and top <= y <= bottom for x, y in self.points)
        if len(seen) == len(parts) or (has_corner and len(parts) < len(self.points)):
            return (self.line,)
        found = [self._list(part) for part in seen]
        return [*found, self._rest] if has_corner else found

    @cached_property
    def _rest(self) -> DisplayList:
        """The line's corners and head."""
        return self.line[1:]

    def _list(self, part: "_Part") -> DisplayList:
        known = self._lists.get(part)
        if known is None:
            straight, (left, top, right, bottom) = self._straight, part
            assert straight is not None
            known = self._lists[part] = (replace(straight, shape=line(left, top, right, bottom)),)
        return known

    def has_label_in(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Tell whether the label can be seen in a part of the map, measured as the drawing is."""
        box = self.label_box
        return box is not None and box.x < right and box.right > left and box.y < bottom and box.bottom > top

    def distance(self, x: float, y: float) -> float:
        """Return how far a point is from the line, in points; on the label that is 0."""
        if self.label_box is not None and self.label_box.contains(x, y):
            return 0.0
        return min(_distance(one, other, x, y) for one, other in pairwise(self.points))

    @property
    def middle(self) -> Point:
        """The point half-way along the line."""
        left = sum(hypot(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(self.points)) / 2
        for (x1, y1), (x2, y2) in pairwise(self.points):
            length = hypot(x2 - x1, y2 - y1)
            if left <= length:
                return x1 + (x2 - x1) * left / length, y1 + (y2 - y1) * left / length
            left -= length
        return self.points[-1]


#: A straight part of a line: its left or upper end, and the other one.
_Part = tuple[float, float, float, float]


def _parts_of(straight: Stroke) -> Iterator[_Part]:
    shape, period = straight.shape, sum(straight.dash)
    assert isinstance(shape, Path)
    for move, end in zip(shape.segments[::2], shape.segments[1::2], strict=True):
        assert move[0] == "M"
        assert end[0] == "L"
        (x, y), (right, bottom) = move[1:], end[1:]
        most = _LONGEST_DASHED // period * period if period else inf
        while right - x + bottom - y > most:
            cut = (x + most, y) if right > x else (x, y + most)
            yield x, y, *cut
            x, y = cut
        yield x, y, right, bottom


def draw(points: tuple[Point, ...], sign: str, words: ShapedText | None, label_box: Rect | None) -> Drawing:
    """Draw a link of the kind ``sign`` through these points."""
    look = LOOKS[sign]
    drawn = link_looks.exit_sign(points, look) if sign == LEAVES else link_looks.arrow(points, look)
    label = link_looks.label(words, label_box) if words is not None and label_box is not None else ()
    return Drawing(points, drawn, label, label_box)


def moved_parts(before: Sequence[Point], after: Sequence[Point]) -> Iterator[Rect]:
    """Yield what looks another way where a line of as many corners runs otherwise now."""
    for old, new in zip(pairwise(before), pairwise(after), strict=True):
        if old == new:
            continue
        across = [{point[axis] for point in (*old, *new)} for axis in (0, 1)]
        if any(len(line) == 1 for line in across):  # the same line, but it begins or ends elsewhere
            yield from (_piece(*ends) for ends in zip(old, new, strict=True) if ends[0] != ends[1])
        else:
            yield _piece(*old)
            yield _piece(*new)


def _pieces(points: tuple[Point, ...], label_box: Rect | None) -> list[Rect]:
    found = [_piece(*ends) for ends in pairwise(points)]
    return found if label_box is None else [*found, label_box]


def _piece(one: Point, other: Point) -> Rect:
    """Return what a straight part of a line covers, with heads, signs and corners at its ends."""
    (x1, y1), (x2, y2) = one, other
    return Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)).grown(REACH)


def _distance(one: Point, other: Point, x: float, y: float) -> float:
    """Return how far a point is from a line, which is level or upright."""
    aside = max(min(one[0], other[0]) - x, x - max(one[0], other[0]), 0.0)
    away = max(min(one[1], other[1]) - y, y - max(one[1], other[1]), 0.0)
    return hypot(aside, away)
