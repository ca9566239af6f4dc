"""Outlines that several parts of the map share."""

from collections.abc import Callable
from dataclasses import replace
from math import cos, pi, sin

from journeymapper.layout.display import Fill, Path, RoundedRect, Segment, Shape, Stroke
from journeymapper.layout.geometry import Rect

DOT_RADIUS = 2.0
DOT_PITCH = 6.0

STAR_RADIUS = 4.4
_STAR_INNER = 0.42

#: How far the control points of a quarter of a circle are from its ends, in radii.
_QUARTER = 0.5523


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


#: Draws a mark about (x, y).
Mark = Callable[[float, float], Shape]


def dot(x: float, y: float) -> Shape:
    """Return a round mark."""
    return circle(x, y, DOT_RADIUS)


def triangle(x: float, y: float) -> Shape:
    """Return a three-cornered mark."""
    return polygon((x - 2.4, y + 1.9), (x, y - 2.3), (x + 2.4, y + 1.9))


def diamond(x: float, y: float) -> Shape:
    """Return a mark that stands on a corner."""
    return polygon((x - 2.5, y), (x, y - 2.5), (x + 2.5, y), (x, y + 2.5))


def tally(x: float, y: float) -> Shape:
    """Return an upright stroke, as one counts with."""
    return box(x - 0.85, y - 2.2, 1.7, 4.4, 0.5)


def star(x: float, y: float) -> Path:
    """Return a five-pointed star about (x, y), which no rating mark looks like."""
    points = []
    for corner in range(10):
        radius = STAR_RADIUS * (_STAR_INNER if corner % 2 else 1)
        points.append((x + radius * sin(corner * pi / 5), y - radius * cos(corner * pi / 5)))
    return polygon(*points)


def dog_eared(rect: Rect, radius: float, fold: float) -> Path:
    """Return a rectangle with rounded corners whose top right one is cut off, ``fold`` points each way."""
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    near, far = radius * (1 - _QUARTER), radius
    return Path(
        (
            ("M", left + far, top),
            ("L", right - fold, top),
            ("L", right, top + fold),
            ("L", right, bottom - far),
            ("C", right, bottom - near, right - near, bottom, right - far, bottom),
            ("L", left + far, bottom),
            ("C", left + near, bottom, left, bottom - near, left, bottom - far),
            ("L", left, top + far),
            ("C", left, top + near, left + near, top, left + far, top),
            ("Z",),
        )
    )


def ear(right: float, top: float, fold: float) -> Path:
    """Return the folded corner of a ``dog_eared`` shape with that top right corner: the sign of a note."""
    return polygon((right - fold, top), (right, top + fold), (right - fold, top + fold))


def rating(mark: Mark, count: int, right: float, y: float, colour: str) -> tuple[Fill, ...]:
    """Return ``count`` rating marks that end at ``right``; each kind of rating has its own mark."""
    return tuple(Fill(mark(right - DOT_RADIUS - DOT_PITCH * n, y), colour) for n in range(count))


def moved(item: Fill | Stroke, dx: float, dy: float) -> Fill | Stroke:
    """Return a filled or outlined shape shifted by (dx, dy)."""
    return replace(item, shape=_shifted(item.shape, dx, dy))


def _shifted(shape: Shape, dx: float, dy: float) -> Shape:
    if isinstance(shape, RoundedRect):
        return RoundedRect(shape.rect.moved(dx, dy), shape.radius)
    return Path(tuple(_shifted_segment(segment, dx, dy) for segment in shape.segments))


def _shifted_segment(segment: Segment, dx: float, dy: float) -> Segment:
    match segment:
        case ("C", x1, y1, x2, y2, x, y):
            return ("C", x1 + dx, y1 + dy, x2 + dx, y2 + dy, x + dx, y + dy)
        case ("M" | "L" as kind, x, y):
            return (kind, x + dx, y + dy)
    return segment
