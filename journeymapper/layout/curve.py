"""Smooth curves that never overshoot, and the faces on them.

Monotone cubic interpolation after Fritsch and Butland, "A Method for Constructing Local Monotone Piecewise
Cubic Interpolants" (1984): between two points the curve stays between their heights.
"""

from itertools import pairwise

from journeymapper.layout.display import DisplayList, Fill, Path, Segment, Stroke, VerticalGradient
from journeymapper.layout.metrics import FACE_RADIUS
from journeymapper.layout.shapes import circle, polygon
from journeymapper.style import colours

Point = tuple[float, float]

_SAMPLES = 24
_MOUTH = 2.9

#: How much of its colour the edge of a plain dot has; the rest is ink, to be seen in grey.
_EDGE_SHARE = 0.6


def slopes(points: list[Point]) -> list[float]:
    """Return the curve's slope at each point; it is level at the ends and at every peak and valley."""
    rises = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(points)]
    inner = [
        0.0 if before * after <= 0 else 2 * before * after / (before + after)
        for before, after in pairwise(rises)
    ]
    return [0.0, *inner, 0.0] if len(points) > 1 else [0.0] * len(points)


def height_at(a: Point, b: Point, slope_a: float, slope_b: float, x: float) -> float:
    """Return the curve's y at ``x`` between two points (cubic Hermite form)."""
    width = b[0] - a[0]
    t = (x - a[0]) / width
    return (
        (1 + 2 * t) * (1 - t) ** 2 * a[1]
        + t * (1 - t) ** 2 * width * slope_a
        + t * t * (3 - 2 * t) * b[1]
        + t * t * (t - 1) * width * slope_b
    )


def bend(a: Point, b: Point, slope_a: float, slope_b: float) -> Segment:
    """Return the Bézier segment that leads from ``a`` to ``b``."""
    third = (b[0] - a[0]) / 3
    return ("C", a[0] + third, a[1] + third * slope_a, b[0] - third, b[1] - third * slope_b, b[0], b[1])


def ribbon(a: Point, b: Point, slope_a: float, slope_b: float, width: float) -> Path:
    """Return the curve from ``a`` to ``b`` as an area ``width`` thick, to be filled with a gradient."""
    xs = [a[0] + (b[0] - a[0]) * n / _SAMPLES for n in range(_SAMPLES + 1)]
    ys = [height_at(a, b, slope_a, slope_b, x) for x in xs]
    upper: list[Segment] = []
    lower: list[Segment] = []
    for n, (x, y) in enumerate(zip(xs, ys, strict=True)):
        before, after = max(0, n - 1), min(_SAMPLES, n + 1)
        slope = (ys[after] - ys[before]) / (xs[after] - xs[before])
        length = (1 + slope * slope) ** 0.5
        dx, dy = -slope / length * width / 2, width / 2 / length
        upper.append(("L", x - dx, y - dy))
        lower.append(("L", x + dx, y + dy))
    start = upper[0]
    assert start[0] == "L"  # for the type checker: ribbons are made of lines
    return Path((("M", start[1], start[2]), *upper[1:], *reversed(lower), ("Z",)))


def area(a: Point, b: Point, slope_a: float, slope_b: float, zero: float) -> Path:
    """Return the area between the curve and the zero line."""
    return Path((("M", a[0], zero), ("L", *a), bend(a, b, slope_a, slope_b), ("L", b[0], zero), ("Z",)))


def feeling(top: float, bottom: float) -> VerticalGradient:
    """Return the colours of feelings from very good at ``top`` to very bad at ``bottom``."""
    return VerticalGradient(top, bottom, ((0, colours.GOOD), (0.5, colours.MIDDLE), (1, colours.BAD)))


def tint(top: float, bottom: float, ground: str) -> VerticalGradient:
    """Return the same from good to bad as a tint that fades into the ground at the zero line."""
    good, bad = colours.mixed(colours.GOOD, ground, 0.25), colours.mixed(colours.BAD, ground, 0.25)
    return VerticalGradient(top, bottom, ((0, good), (0.5, ground), (1, bad)))


def colour_of(score: float) -> str:
    """Return the colour of a face."""
    if score >= 0.75:
        return colours.GOOD
    return colours.BAD if score <= -0.75 else colours.MIDDLE


def face(x: float, y: float, score: float, colour: str, radius: float = FACE_RADIUS) -> DisplayList:
    """Return a face about (x, y) whose mouth shows the score, so that it reads without colour too."""
    unit = radius / FACE_RADIUS
    curl = max(-1.0, min(1.0, score / 1.2)) * _MOUTH * unit
    mouth_y = y + 2.6 * unit - curl / 2
    mouth = Path(
        (
            ("M", x - 3 * unit, mouth_y),
            ("C", x - unit, mouth_y + curl, x + unit, mouth_y + curl, x + 3 * unit, mouth_y),
        )
    )
    ring = circle(x, y, radius)
    return (
        Fill(ring, colours.PAPER),
        Stroke(ring, colour, 1.8 * unit),
        Fill(circle(x - 2.4 * unit, y - 1.6 * unit, 0.9 * unit), colour),
        Fill(circle(x + 2.4 * unit, y - 1.6 * unit, 0.9 * unit), colour),
        Stroke(mouth, colour, 1.3 * unit, round=True),
    )


def plain_dot(x: float, y: float, colour: str, radius: float) -> DisplayList:
    """Return a full dot about (x, y), its edge darker than its colour."""
    edge = min(1.2, radius / 3)
    return (
        Fill(circle(x, y, radius), colour),
        Stroke(circle(x, y, radius - edge / 2), colours.mixed(colour, colours.INK, _EDGE_SHARE), edge),
    )


def hollow_diamond(x: float, y: float, colour: str, radius: float) -> DisplayList:
    """Return an empty square about (x, y) that stands on a corner, ``radius`` points from its middle."""
    edge = min(1.5, radius / 3)
    reach = radius - edge
    outline = polygon((x - reach, y), (x, y - reach), (x + reach, y), (x, y + reach))
    return (Fill(outline, colours.PAPER), Stroke(outline, colour, edge, round=True))
