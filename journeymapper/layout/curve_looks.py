"""How the curves of an emotion lane look: line, marks and colours, in any company.

One persona's present curve has the colours of feelings. Where several personas share a lane each curve has
its persona's colour and dash. A wished-for curve is a row of round dots with hollow diamonds on it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from journeymapper.document.records import Curve
from journeymapper.layout import curve
from journeymapper.layout.curve import Point
from journeymapper.layout.display import DisplayList, Fill, Item, Path, Stroke
from journeymapper.layout.metrics import CURVE_SCORE, DIAMOND_RADIUS, FACE_RADIUS, PLAIN_DOT_RADIUS
from journeymapper.layout.personas import PersonaLooks
from journeymapper.layout.shapes import line
from journeymapper.style import colours

_WIDTH = 2.4
_WISHED_WIDTH = 1.7
_REACH = 2 * CURVE_SCORE

#: A face smaller than this, in points, could not be read, and is drawn as a dot.
_LEAST_FACE = 4.5

#: The mark on a piece of a curve in the legend: its radius in points, and its place on a width of 1; and how
#: far the piece rises and falls, in points.
_SAMPLE_RADIUS = 5.0
_SAMPLE_MARK = 0.25
_SAMPLE_RISE = 3.5

#: How much of a lone persona's colour its wished-for curve has.
_LIGHTER = 0.8


@dataclass(frozen=True, slots=True)
class CurveLooks:
    """The looks of a lane's curves: ``is_shared`` by several personas, with ``has_faces`` or plain dots."""

    personas: PersonaLooks
    is_shared: bool
    has_faces: bool

    def radius(self, which: Curve) -> float:
        """Return how large the marks of a curve are where they have room, in points."""
        if which.wished:
            return DIAMOND_RADIUS
        return FACE_RADIUS if self.has_faces else PLAIN_DOT_RADIUS

    def colour(self, which: Curve, score: float) -> str:
        """Return the colour of a curve's mark at a score."""
        if self.is_shared:
            return self.personas.colour(which.persona)
        if which.wished:
            return colours.mixed(self.personas.colour(which.persona), colours.CURVE_GROUND, _LIGHTER)
        return curve.colour_of(score)

    def label_colour(self, which: Curve) -> str:
        """Return the colour of a curve's labels."""
        if not self.is_shared:
            return colours.SECONDARY
        return colours.label_of(self.personas.colour(which.persona))

    def mark(self, which: Curve, x: float, y: float, score: float, radius: float) -> DisplayList:
        """Return the mark of a score about (x, y)."""
        colour = self.colour(which, score)
        if which.wished:
            return curve.hollow_diamond(x, y, colour, radius)
        if self.has_faces and radius >= _LEAST_FACE:
            return curve.face(x, y, score, colour, radius)
        return curve.plain_dot(x, y, colour, min(radius, PLAIN_DOT_RADIUS))

    def stretch(self, which: Curve, a: Point, b: Point, slope_a: float, slope_b: float) -> Iterator[Item]:
        """Yield what leads from one point of a curve to the next; the zero line is at 0."""
        if not self.is_shared and not which.wished:
            ground = colours.CURVE_GROUND
            yield Fill(curve.area(a, b, slope_a, slope_b, 0), curve.tint(-_REACH, _REACH, ground))
            yield Fill(curve.ribbon(a, b, slope_a, slope_b, _WIDTH), curve.feeling(-_REACH, _REACH))
            return
        yield self._stroke(which, Path((("M", *a), curve.bend(a, b, slope_a, slope_b))))

    def sample(self, which: Curve, x: float, y: float, width: float) -> DisplayList:
        """Return a short piece of a curve with a mark: what the legend shows, its left end at (x, y)."""
        radius, at = min(self.radius(which), _SAMPLE_RADIUS), x + width * _SAMPLE_MARK
        if self.is_shared or which.wished:
            return (self._stroke(which, line(x, y, x + width, y)), *self.mark(which, at, y, 0, radius))
        ends = (x, y + _SAMPLE_RISE), (x + width, y - _SAMPLE_RISE)
        rise = curve.ribbon(*ends, 0, 0, _WIDTH)
        mark = self.mark(which, at, curve.height_at(*ends, 0, 0, at), 0, radius)
        return (Fill(rise, curve.feeling(y - _SAMPLE_RISE, y + _SAMPLE_RISE)), *mark)

    def _stroke(self, which: Curve, path: Path) -> Stroke:
        colour = self.colour(which, 0)
        if which.wished:
            return Stroke(path, colour, _WISHED_WIDTH, self.personas.dots(which.persona), round=True)
        return Stroke(path, colour, _WIDTH, self.personas.dash(which.persona))
