"""One link drawn, measured from where it begins: so it stays the same wherever on the map it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import hypot

from journeymapper.document.links import LEAVES
from journeymapper.layout import link_looks
from journeymapper.layout.display import DisplayList, Path, Stroke
from journeymapper.layout.geometry import Rect
from journeymapper.layout.link_looks import LOOKS, REACH, Point
from journeymapper.text.shaped import ShapedText


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
    def _legs(self) -> tuple[DisplayList, ...]:
        """The straight parts of the line, each alone, but for the last where the head covers it."""
        straight = self.line[0]
        assert isinstance(straight, Stroke)
        assert isinstance(straight.shape, Path)
        segments = straight.shape.segments
        return tuple(
            (replace(straight, shape=Path(segments[at : at + 2])),) for at in range(0, len(segments), 2)
        )

    def line_in(self, area: Rect) -> DisplayList:
        """Return as much of the line as is needed for a part of it, measured as the drawing is.

        That is all of it, nothing, or where only a straight piece can be seen no more than that: most of
        what a pan uncovers.
        """
        left, right = area.x - REACH, area.right + REACH
        top, bottom = area.y - REACH, area.bottom + REACH
        x1, y1 = self.points[0]
        seen = -1
        for place, (x2, y2) in enumerate(self.points[1:]):
            is_beside = (x1 > right and x2 > right) or (x1 < left and x2 < left)
            if not (is_beside or (y1 > bottom and y2 > bottom) or (y1 < top and y2 < top)):
                if seen >= 0:
                    return self.line
                seen = place
            x1, y1 = x2, y2
        if seen < 0:
            return ()
        has_end = any(left < x < right and top < y < bottom for x, y in self.points[seen : seen + 2])
        return self.line if has_end or seen >= len(self._legs) else self._legs[seen]

    def has_label_in(self, area: Rect) -> bool:
        """Tell whether the label can be seen in a part of the map, measured as the drawing is."""
        return self.label_box is not None and self.label_box.intersects(area)

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


def draw(points: tuple[Point, ...], sign: str, words: ShapedText | None, label_box: Rect | None) -> Drawing:
    """Draw a link of the kind ``sign`` through these points."""
    look = LOOKS[sign]
    line = link_looks.exit_sign(points, look) if sign == LEAVES else link_looks.arrow(points, look)
    label = link_looks.label(words, label_box) if words is not None and label_box is not None else ()
    return Drawing(points, line, label, label_box)


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
