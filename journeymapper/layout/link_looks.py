"""How links look: rounded lines, an arrowhead or the sign of an exit, and a label on the paper's ground."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import copysign, hypot

from journeymapper.document.links import BACK, LEAVES, NEXT
from journeymapper.layout.display import DisplayList, Fill, Paragraph, Path, Segment, Stroke
from journeymapper.layout.geometry import Rect
from journeymapper.layout.shapes import box, line, polygon
from journeymapper.style import colours
from journeymapper.text.shaped import ShapedText

Point = tuple[float, float]

WIDTH = 1.2
_RADIUS = 4.0
_HEAD_LENGTH = 4.6
_HEAD_HALF = 2.7

#: How far a line goes on into its head, so that no gap shows.
_OVERLAP = 1.2

#: The exit sign is so wide, its bar so high; its words begin so much farther on.
EXIT_WIDTH = 9.0
_EXIT_BAR = 8.0
_EXIT_BAR_WIDTH = 1.4
EXIT_GAP = 4.0

#: Paper round a label's words, in points.
LABEL_PADDING = 3.0

#: How far a link's ink reaches from its line at most.
REACH = 5.5

#: How far a line's straight parts go on into its corners, so that no gap shows.
_SEAM = 0.4

#: How far control points are from the ends of a quarter of a circle, in radii.
_QUARTER = 0.5523


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of link is drawn."""

    colour: str
    dash: tuple[float, ...] = ()


LOOKS: dict[str, Look] = {
    NEXT: Look(colours.LINK),
    BACK: Look(colours.LINK_BACK, (4, 2.6)),
    LEAVES: Look(colours.LINK_LEAVES),
}


def sign_of(kind: str) -> str:
    """Return the kind that a link looks like: one of a later version looks like "next"."""
    return kind if kind in LOOKS else NEXT


@dataclass(frozen=True, slots=True)
class _Bend:
    """A corner of a line, come to in the direction ``come`` and left in ``go``, rounded with a radius."""

    corner: Point
    come: Point
    go: Point
    radius: float

    def curve(self, aside: float = 0.0) -> tuple[Point, Point, Point, Point]:
        """Return where the curve begins, two points that pull it outwards, and where it ends.

        It runs so far outside of the line's middle, or inside (negative).
        """
        (x, y), (come_x, come_y), (go_x, go_y) = self.corner, self.come, self.go
        radius, pull = self.radius, _QUARTER * (self.radius + aside)
        start = x - come_x * radius - go_x * aside, y - come_y * radius - go_y * aside
        end = x + go_x * radius + come_x * aside, y + go_y * radius + come_y * aside
        return (
            start,
            (start[0] + come_x * pull, start[1] + come_y * pull),
            (end[0] - go_x * pull, end[1] - go_y * pull),
            end,
        )

    def ends(self) -> tuple[Point, Point]:
        """Return where the line's straight parts end and begin: a little inside, lest a gap show."""
        (x, y), back = self.corner, self.radius - min(_SEAM, self.radius)
        return (
            (x - self.come[0] * back, y - self.come[1] * back),
            (x + self.go[0] * back, y + self.go[1] * back),
        )

    def ink(self) -> tuple[Segment, ...]:
        """Return the outline of the corner as wide as the line is."""
        outer, inner = self.curve(WIDTH / 2), self.curve(-min(WIDTH / 2, self.radius))
        return (
            ("M", *outer[0]),
            ("C", *outer[1], *outer[2], *outer[3]),
            ("L", *inner[3]),
            ("C", *inner[2], *inner[1], *inner[0]),
            ("Z",),
        )


def rounded(points: tuple[Point, ...]) -> Path:
    """Return a line through the points with rounded corners, as round as the room allows."""
    segments: list[Segment] = [("M", *points[0])]
    for bend in _bends(points):
        start, *pulls, end = bend.curve()
        segments.append(("L", *start))
        if bend.radius:
            segments.append(("C", *pulls[0], *pulls[1], *end))
    segments.append(("L", *points[-1]))
    return Path(tuple(segments))


def _bends(points: tuple[Point, ...]) -> Iterator[_Bend]:
    """Yield the corners of a line."""
    last = len(points) - 1
    for place in range(1, last):
        before, corner, after = points[place - 1 : place + 2]
        room = min(
            _length(before, corner) / (1 if place == 1 else 2),
            _length(corner, after) / (1 if place == last - 1 else 2),
            _RADIUS,
        )
        yield _Bend(corner, _direction(before, corner), _direction(corner, after), room)


def _direction(one: Point, other: Point) -> Point:
    length = _length(one, other)
    return ((other[0] - one[0]) / length, (other[1] - one[1]) / length) if length else (0.0, 0.0)


def _length(one: Point, other: Point) -> float:
    return hypot(other[0] - one[0], other[1] - one[1])


def _towards(one: Point, other: Point, way: float) -> Point:
    """Return the point so far on the way from one to the other, which are not the same."""
    share = way / _length(one, other)
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def arrow(points: tuple[Point, ...], look: Look) -> tuple[Fill | Stroke, ...]:
    """Return a line through the points with an arrowhead whose tip is the last.

    Its straight parts, which may be dashed, are single lines, each from its left or upper end: so the dashes
    of what is above a lane stay where they are when the lane grows.
    """
    before, tip = points[-2:]
    way = min(_HEAD_LENGTH - _OVERLAP, _length(before, tip))
    points = (*points[:-1], _towards(tip, before, way))
    bends = list(_bends(points))
    ends = [points[0], *(end for bend in bends for end in bend.ends()), points[-1]]
    parts: list[Segment] = []
    for one, other in zip(ends[::2], ends[1::2], strict=True):
        if one != other:
            start, end = sorted((one, other))
            parts.extend((("M", *start), ("L", *end)))
    straight = Stroke(Path(tuple(parts)), look.colour, WIDTH, look.dash)
    corners = tuple(segment for bend in bends for segment in bend.ink())
    head = Fill(_head(before, tip), look.colour)
    return (straight, Fill(Path(corners), look.colour), head) if corners else (straight, head)


def _head(before: Point, tip: Point) -> Path:
    """Return the arrowhead of a line that comes from ``before``, straight up, down or sideways."""
    (x, y), back = tip, _HEAD_LENGTH
    if before[0] == x:
        base = y + copysign(back, before[1] - y)
        return polygon(tip, (x - _HEAD_HALF, base), (x + _HEAD_HALF, base))
    base = x + copysign(back, before[0] - x)
    return polygon(tip, (base, y - _HEAD_HALF), (base, y + _HEAD_HALF))


def exit_sign(points: tuple[Point, ...], look: Look) -> tuple[Fill | Stroke, ...]:
    """Return a line through the points that ends in the sign of an exit: an arrow against a bar."""
    x, y = points[-1]
    bar = Stroke(line(x, y - _EXIT_BAR / 2, x, y + _EXIT_BAR / 2), look.colour, _EXIT_BAR_WIDTH, round=True)
    return *arrow(points, look), bar


def label(words: ShapedText, ground: Rect) -> DisplayList:
    """Return a label on its ground."""
    y = ground.y + (ground.height - words.height) / 2
    return (
        Fill(box(ground.x, ground.y, ground.width, ground.height), colours.PAPER),
        Paragraph(ground.x + LABEL_PADDING, y, words, colours.SECONDARY),
    )


def sample(kind: str, width: float, y: float) -> tuple[Fill | Stroke, ...]:
    """Return a short piece of a kind of link, for a legend: ``width`` points long at the height ``y``."""
    look = LOOKS[kind]
    if kind == BACK:
        return arrow(((width, y), (0.0, y)), look)
    points = ((0.0, y), (width, y))
    return exit_sign(points, look) if kind == LEAVES else arrow(points, look)
