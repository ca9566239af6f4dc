"""PDF content-stream operators as text (ISO 32000-1, section 8), compactly written."""

from collections.abc import Iterable
from functools import lru_cache

from journeymapper.layout.display import Path, Segment, Shape
from journeymapper.layout.geometry import Rect
from journeymapper.style.colours import channels

#: How far the control points of a quarter circle stand off, in radii: the usual four-curve circle.
_ROUNDNESS = 0.5523


def number(value: float) -> str:
    """Return a number with at most three decimals, as short as can be."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(*values: float) -> str:
    """Return several numbers, a space between."""
    return " ".join(map(number, values))


@lru_cache(512)
def colour(name: str) -> str:
    """Return "#rrggbb" as three numbers 0…1."""
    return numbers(*channels(name))


def rectangle(rect: Rect) -> str:
    """Return a rectangle as a path."""
    return f"{numbers(rect.x, rect.y, rect.width, rect.height)} re"


def path(shape: Shape, dx: float, dy: float) -> str:
    """Return the path of a shape moved by (dx, dy)."""
    if isinstance(shape, Path):
        return " ".join(_segment(segment, dx, dy) for segment in shape.segments)
    rect = shape.rect.moved(dx, dy)
    radius = min(shape.radius, rect.width / 2, rect.height / 2)
    return _rounded(rect, radius) if radius > 0 else rectangle(rect)


def matrix(scale: float, dx: float, dy: float) -> str:
    """Return the operator that turns y downwards, scales, and puts the origin at (dx, dy) of the page."""
    return f"{_precise(scale)} 0 0 {_precise(-scale)} {number(dx)} {number(dy)} cm"


def placement(scale: float, x: float, y: float) -> str:
    """Return the operator that scales and puts the origin at (x, y)."""
    return f"{_precise(scale)} 0 0 {_precise(scale)} {number(x)} {number(y)} cm"


def dashes(lengths: Iterable[float]) -> str:
    """Return the operator that sets the dash pattern; none is a solid line."""
    return f"[{numbers(*lengths)}] 0 d"


def _precise(value: float) -> str:
    return f"{value:.12f}".rstrip("0").rstrip(".")


def _segment(segment: Segment, dx: float, dy: float) -> str:
    match segment:
        case ("C", x1, y1, x2, y2, x, y):
            return f"{numbers(x1 + dx, y1 + dy, x2 + dx, y2 + dy, x + dx, y + dy)} c"
        case ("M", x, y):
            return f"{numbers(x + dx, y + dy)} m"
        case ("L", x, y):
            return f"{numbers(x + dx, y + dy)} l"
    return "h"


def _rounded(rect: Rect, radius: float) -> str:
    left, top, right, bottom = map(number, (rect.x, rect.y, rect.right, rect.bottom))
    near_left, near_right = number(rect.x + radius), number(rect.right - radius)
    near_top, near_bottom = number(rect.y + radius), number(rect.bottom - radius)
    off = radius * (1 - _ROUNDNESS)
    x1, x2 = number(rect.x + off), number(rect.right - off)
    y1, y2 = number(rect.y + off), number(rect.bottom - off)
    return (
        f"{near_left} {top} m {near_right} {top} l "
        f"{x2} {top} {right} {y1} {right} {near_top} c {right} {near_bottom} l "
        f"{right} {y2} {x2} {bottom} {near_right} {bottom} c {near_left} {bottom} l "
        f"{x1} {bottom} {left} {y2} {left} {near_bottom} c {left} {near_top} l "
        f"{left} {y1} {x1} {top} {near_left} {top} c h"
    )
