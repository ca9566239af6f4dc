"""What stands in an emotion lane: a curve a persona, present and wished-for, with marks and labels.

Everything is laid out column by column, measured from the zero line, so that moving a point touches only
its neighbourhood.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from journeymapper.document.records import Curve, EmotionPoint
from journeymapper.layout import curve
from journeymapper.layout.columns import Columns
from journeymapper.layout.crowding import Spot, label_box, spread
from journeymapper.layout.curve import Point
from journeymapper.layout.curve_looks import CurveLooks
from journeymapper.layout.display import Fill, Item, Paragraph, Placed
from journeymapper.layout.geometry import Rect
from journeymapper.layout.legend import NO_LEGEND, lay_out_legend
from journeymapper.layout.metrics import CURVE_PADDING, CURVE_SCORE, LABEL_GAP, LABEL_INSET
from journeymapper.layout.personas import PersonaLooks
from journeymapper.layout.shapes import box
from journeymapper.style import colours, typography
from journeymapper.text.shaped import Alignment, ShapedText, Shaper

_REACH = 2 * CURVE_SCORE
_MOST_NEIGHBOURS = 2

#: How much of the lines that run under a label is covered, and how far beside it, in points.
_COVER = 0.8
_COVER_REACH = 1.5


@dataclass(frozen=True, slots=True)
class Face:
    """A point of a curve: where its mark stands in the column, and its label, set ``room`` points wide."""

    point: EmotionPoint
    spot: Spot
    label: ShapedText
    label_box: Rect
    room: float

    @property
    def ring(self) -> Rect:
        """The box about the mark."""
        return self.spot.box


class Feelings:
    """The curves of one emotion lane. ``legend`` tells them apart; it stands at the lane's top."""

    def __init__(self, shaper: Shaper, faces: bool) -> None:
        """Begin without points, which will be faces or plain dots."""
        self._shaper = shaper
        self._points: dict[str, dict[Curve, EmotionPoint]] = {}
        self._faces: dict[str, tuple[Face, ...]] = {}
        self._tops: dict[str, float] = {}
        self._bottoms: dict[str, float] = {}
        self._of_curve: Counter[Curve] = Counter()
        self._has_faces = faces
        self._is_outdated = False
        self._looks = CurveLooks(PersonaLooks([]), False, faces)
        self._explained: tuple[object, ...] = ()
        self.legend = NO_LEGEND

    @property
    def zero(self) -> float:
        """The zero line, in points from the lane's top."""
        return self.legend.height + max(_REACH + CURVE_PADDING, *self._tops.values(), 0)

    @property
    def content_height(self) -> float:
        """The height of the lane in points."""
        return self.zero + max(_REACH + CURVE_PADDING, *self._bottoms.values(), 0)

    @property
    def is_shared(self) -> bool:
        """Tell whether several personas have a curve here."""
        return len({curve.persona for curve, count in self._of_curve.items() if count}) > 1

    def show_faces(self, faces: bool) -> None:
        """Show faces, or plain dots; ``lay_out`` must follow."""
        self._is_outdated |= faces != self._has_faces
        self._has_faces = faces

    def put(self, point: EmotionPoint) -> None:
        """Take a point in; ``lay_out`` must follow."""
        self._points.setdefault(point.step, {})[point.curve] = point
        self._of_curve[point.curve] += 1

    def drop(self, point: EmotionPoint) -> None:
        """Leave a point out; ``lay_out`` must follow."""
        there = self._points.get(point.step, {})
        if there.get(point.curve) == point:
            del there[point.curve]
            self._of_curve[point.curve] -= 1
        if not there:
            self._points.pop(point.step, None)

    def lay_out(self, columns: Columns, looks: PersonaLooks, steps: Collection[str] | None) -> range:
        """Lay out the columns of these steps, or all; return the columns that look another way now."""
        self._looks = CurveLooks(looks, self.is_shared, self._has_faces)
        if steps is None or self._is_outdated:
            self._is_outdated = False
            for step in self._points.keys() | self._faces.keys():
                self._lay_out_step(step, columns)
            return range(len(columns.steps))
        changed: set[Curve] = set()
        for step in steps:
            changed.update(face.point.curve for face in self.faces(step))
            self._lay_out_step(step, columns)
            changed.update(face.point.curve for face in self.faces(step))
        return self._neighbourhood(columns, steps, changed)

    def explain(self, width: float, name_of: Callable[[str], str]) -> bool:
        """Lay the legend out for columns ``width`` points wide; tell whether it is another now.

        ``name_of`` returns a persona's name; it is asked only where personas or curves are others.
        """
        place = self._looks.personas.place
        curves = tuple(sorted(self.curves(), key=lambda one: (place(one.persona), one.wished)))
        explained = curves, width, self._looks.personas, self._looks.is_shared, self._has_faces
        if explained == self._explained:
            return False
        before, self._explained = self.legend, explained
        self.legend = lay_out_legend(curves, self._looks, name_of, width, self._shaper)
        return self.legend != before

    def _neighbourhood(self, columns: Columns, steps: Collection[str], changed: set[Curve]) -> range:
        """Return the columns whose curves depend on these steps: as far as the second point each way."""
        places = sorted(columns.of_step[step] for step in steps if step in columns.of_step)
        if not places:
            return range(0)
        first = self._outward(columns, places[0], -1, changed)
        return range(first, self._outward(columns, places[-1], 1, changed) + 1)

    def _outward(self, columns: Columns, column: int, direction: int, changed: set[Curve]) -> int:
        """Return the last column on a way that holds one of the first points of a changed curve."""
        left = {one: min(_MOST_NEIGHBOURS + 1, count) for one in changed if (count := self._of_curve[one])}
        last, end = column, -1 if direction < 0 else len(columns.steps)
        while left and column != end:
            last = column
            for one in left.keys() & self._points.get(columns.steps[column] or "", {}).keys():
                left[one] -= 1
                if not left[one]:
                    del left[one]
            column += direction
        return last

    def _lay_out_step(self, step: str, columns: Columns) -> None:
        points = sorted(self._points.get(step, {}).values(), key=self._rank)
        known = {face.point.id: face for face in self.faces(step)}
        if not points:
            for kept in (self._faces, self._tops, self._bottoms):
                kept.pop(step, None)
            return
        width = columns.width_of(columns.of_step[step])
        radii = [self._looks.radius(point.curve) for point in points]
        spots = spread([point.score for point in points], radii, width)
        taken = [spot.box for spot in spots]
        faces = []
        for point, spot in zip(points, spots, strict=True):
            label = self._label(point, width - 2 * LABEL_INSET, known.get(point.id))
            place = Rect(spot.x, spot.y, 0, 0)
            if point.text:
                place = label_box((label.width, label.height), spot, point.score >= 0, width, taken)
                taken.append(place)
            faces.append(Face(point, spot, label, place, width - 2 * LABEL_INSET))
        self._faces[step] = tuple(faces)
        self._tops[step] = max(max(-face.ring.y, -face.label_box.y) for face in faces) + LABEL_GAP
        self._bottoms[step] = max(max(f.ring.bottom, f.label_box.bottom) for f in faces) + LABEL_GAP

    def _label(self, point: EmotionPoint, room: float, known: Face | None) -> ShapedText:
        """Return a point's label set in a width; one that is known already is not set again."""
        if known is not None and (known.point.text, known.room) == (point.text, room):
            return known.label
        return self._shaper.shape(point.text, typography.LABEL, room, Alignment.CENTRE)

    def _rank(self, point: EmotionPoint) -> tuple[int, bool]:
        return self._looks.personas.place(point.persona), point.wished

    def faces(self, step: str) -> tuple[Face, ...]:
        """Return the marks of a step's column; what comes later lies over what comes before."""
        return self._faces.get(step, ())

    def face_at(self, step: str, x: float, y: float, reach: float) -> Face | None:
        """Return the mark at a point of a column, or the label: ``y`` is measured from the zero line.

        So many points round a mark belong to it. Of several it is the nearest.
        """

        def distance(face: Face) -> float:
            return (face.spot.x - x) ** 2 + (face.spot.y - y) ** 2

        faces = self.faces(step)
        near = [face for face in faces if face.ring.grown(reach).contains(x, y)]
        if near:
            return min(near, key=distance)
        return next((face for face in faces if face.label_box.contains(x, y)), None)

    @property
    def looks(self) -> CurveLooks:
        """How the curves look."""
        return self._looks

    def boxes(self, columns: Columns, seen: range, zero: float) -> Iterator[tuple[str, Rect]]:
        """Yield the ids and the marks' boxes of the points in the ``seen`` columns; ``zero`` on the map."""
        for column in seen:
            for face in self.faces(columns.steps[column] or ""):
                yield face.point.id, face.ring.moved(columns.x(column), zero)

    def visible(
        self,
        columns: Columns,
        seen: range,
        y: float,
        accepts: Callable[[Curve], bool] = lambda _curve: True,
    ) -> Iterator[Placed]:
        """Yield the accepted curves, then their marks with labels, of the ``seen`` columns.

        The lane's top is at ``y`` on the map.
        """
        zero = y + self.zero
        around = self._around(columns, seen)
        for one in self.curves():
            if accepts(one):
                yield Placed(0, zero, tuple(self._line(one, around[one], columns, seen)))
        for column in seen:
            for face in self.faces(columns.steps[column] or ""):
                if accepts(face.point.curve):
                    yield self._marked(face, columns, column, zero)

    def curves(self) -> list[Curve]:
        """Return the curves here in the order in which these are painted: wished-for ones at last."""
        place = self._looks.personas.place
        found = (curve for curve, count in self._of_curve.items() if count)
        return sorted(found, key=lambda one: (one.wished, place(one.persona)))

    def _marked(self, face: Face, columns: Columns, column: int, zero: float) -> Placed:
        """Return a mark of a column with its label."""
        point, spot, looks = face.point, face.spot, self._looks
        items = list(looks.mark(point.curve, spot.x, spot.y, point.score, spot.radius))
        if point.text:
            if len(self.legend.entries):
                ground = face.label_box.grown(_COVER_REACH)
                covered = box(ground.x, face.label_box.y, ground.width, face.label_box.height, _COVER_REACH)
                items.append(Fill(covered, colours.CURVE_GROUND, _COVER))
            left = face.label_box.centre[0] - columns.width_of(column) / 2 + LABEL_INSET
            items.append(Paragraph(left, face.label_box.y, face.label, looks.label_colour(point.curve)))
        return Placed(columns.x(column), zero, tuple(items))

    def _line(self, one: Curve, points: list[Point], columns: Columns, seen: range) -> Iterator[Item]:
        steepness = curve.slopes(points)
        for n in range(len(points) - 1):
            if points[n + 1][0] >= columns.x(seen.start) and points[n][0] <= columns.x(seen.stop):
                bend = points[n], points[n + 1], steepness[n], steepness[n + 1]
                yield from self._looks.stretch(one, *bend)

    def _around(self, columns: Columns, seen: range) -> defaultdict[Curve, list[Point]]:
        """Return the points of each curve in the seen columns and two more each way (slopes need them)."""
        found: defaultdict[Curve, list[Point]] = defaultdict(list)
        if not seen:
            return found
        for one, points in self._beyond(columns, range(seen[0] - 1, -1, -1)).items():
            found[one].extend(reversed(points))
        for column in seen:
            for face in self.faces(columns.steps[column] or ""):
                found[face.point.curve].append((columns.x(column) + face.spot.x, face.spot.y))
        for one, points in self._beyond(columns, range(seen[-1] + 1, len(columns.steps))).items():
            found[one].extend(points)
        return found

    def _beyond(self, columns: Columns, way: range) -> dict[Curve, list[Point]]:
        """Return the first two points of each curve on a way over the columns."""
        met: dict[Curve, list[Point]] = {one: [] for one, count in self._of_curve.items() if count}
        missing = len(met)
        for column in way:
            if not missing:
                break
            for face in self.faces(columns.steps[column] or ""):
                points = met[face.point.curve]
                if len(points) < _MOST_NEIGHBOURS:
                    points.append((columns.x(column) + face.spot.x, face.spot.y))
                    missing -= len(points) == _MOST_NEIGHBOURS
        return met


def score_at(y: float) -> float:
    """Return the score at ``y`` points below the zero line; it may lie outside the scale."""
    return -y / CURVE_SCORE
