"""Outlines that several parts of the map share."""

from journeymapper.layout.display import Fill, Path, RoundedRect, Segment, Shape
from journeymapper.layout.geometry import Rect

DOT_RADIUS = 2.0
DOT_PITCH = 6.0


def box(x: float, y: float, width: float, height: float, radius: float = 0) -> RoundedRect:
    """Return a rectangle with rounded corners."""
    return RoundedRect(Rect(x, y, width, height), radius)


def circle(x: float, y: float, radius: float) -> RoundedRect:
    """Return a circle about (x, y)."""
    return RoundedRect(Rect(x - radius, y - radius, 2 * radius, 2 * radius), radius)


def line(x1: float, y1: float, x2: float, y2: float) -> Path:
    """Return a straight line."""
    return Path((("M", x1, y1), ("L", x2, y2)))


def polygon(*points: tuple[float, float]) -> Path:
    """Return a closed outline through the points."""
    first, *others = points
    lines: tuple[Segment, ...] = tuple(("L", x, y) for x, y in others)
    return Path((("M", *first), *lines, ("Z",)))


def rating(sign: Shape, count: int, right: float, y: float, colour: str) -> tuple[Fill, ...]:
    """Return ``count`` rating marks that end at ``right``; each kind of rating has its own shape."""
    return tuple(Fill(_moved(sign, right - DOT_RADIUS - DOT_PITCH * n, y), colour) for n in range(count))


def _moved(shape: Shape, dx: float, dy: float) -> Shape:
    if isinstance(shape, RoundedRect):
        return RoundedRect(shape.rect.moved(dx, dy), shape.radius)
    return polygon(*((segment[1] + dx, segment[2] + dy) for segment in shape.segments if segment[0] in "ML"))


#: The marks of ratings, about the origin: told apart without colour too.
DOT = circle(0, 0, DOT_RADIUS)
TRIANGLE = polygon((-2.4, 1.9), (0, -2.3), (2.4, 1.9))
DIAMOND = polygon((-2.5, 0), (0, -2.5), (2.5, 0), (0, 2.5))
