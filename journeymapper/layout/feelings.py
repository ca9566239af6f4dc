"""What stands in an emotion lane: a curve a persona, with faces and labels.

Everything is laid out column by column, measured from the zero line, so that moving a point touches only
its neighbourhood.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from journeymapper.document.records import EmotionPoint
from journeymapper.layout import curve
from journeymapper.layout.columns import Columns
from journeymapper.layout.curve import Point
from journeymapper.layout.display import Fill, Item, Paragraph, Path, Placed, Stroke
from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import (
    CURVE_PADDING,
    CURVE_SCORE,
    FACE_RADIUS,
    LABEL_GAP,
    LABEL_INSET,
)
from journeymapper.layout.personas import PersonaLooks
from journeymapper.style import colours, typography
from journeymapper.text.shaped import Alignment, ShapedText, Shaper

_CURVE_WIDTH = 2.4
_FACE_PITCH = 2 * FACE_RADIUS + 1.5
_REACH = 2 * CURVE_SCORE
_MOST_NEIGHBOURS = 2


@dataclass(frozen=True, slots=True)
class Face:
    """A point of a curve: its centre, ``x`` from the column's left end, ``y`` down from the zero line."""

    point: EmotionPoint
    x: float
    y: float
    label: ShapedText
    label_box: Rect

    @property
    def ring(self) -> Rect:
        """The box about the face."""
        return Rect(self.x - FACE_RADIUS, self.y - FACE_RADIUS, 2 * FACE_RADIUS, 2 * FACE_RADIUS)


class Feelings:
    """The curves of one emotion lane."""

    def __init__(self, shaper: Shaper) -> None:
        """Begin without points."""
        self._shaper = shaper
        self._points: dict[str, dict[str, EmotionPoint]] = {}
        self._faces: dict[str, tuple[Face, ...]] = {}
        self._tops: dict[str, float] = {}
        self._bottoms: dict[str, float] = {}
        self._of_persona: Counter[str] = Counter()

    @property
    def zero(self) -> float:
        """The zero line, in points from the lane's top."""
        return max(_REACH + CURVE_PADDING, *self._tops.values(), 0)

    @property
    def content_height(self) -> float:
        """The height of the lane in points."""
        return self.zero + max(_REACH + CURVE_PADDING, *self._bottoms.values(), 0)

    @property
    def is_shared(self) -> bool:
        """Tell whether several personas have a curve here."""
        return sum(1 for count in self._of_persona.values() if count) > 1

    def put(self, point: EmotionPoint) -> None:
        """Take a point in; ``lay_out`` must follow."""
        self._points.setdefault(point.step, {})[point.persona] = point
        self._of_persona[point.persona] += 1

    def drop(self, point: EmotionPoint) -> None:
        """Leave a point out; ``lay_out`` must follow."""
        there = self._points.get(point.step, {})
        if there.get(point.persona) == point:
            del there[point.persona]
            self._of_persona[point.persona] -= 1
        if not there:
            self._points.pop(point.step, None)

    def lay_out(self, columns: Columns, looks: PersonaLooks, steps: set[str] | None = None) -> range:
        """Lay out the columns of these steps, or all; return the columns that look another way now."""
        if steps is None:
            self._faces.clear()
            self._tops.clear()
            self._bottoms.clear()
            for step in self._points:
                self._lay_out_step(step, columns, looks)
            return range(len(columns.steps))
        for step in steps:
            self._lay_out_step(step, columns, looks)
        return self._neighbourhood(columns, steps)

    def _neighbourhood(self, columns: Columns, steps: set[str]) -> range:
        """Return the columns whose curve depends on these steps: as far as the second point each way."""
        places = sorted(columns.of_step[step] for step in steps if step in columns.of_step)
        if not places:
            return range(0)
        return range(self._outward(columns, places[0], -1), self._outward(columns, places[-1], 1) + 1)

    def _outward(self, columns: Columns, column: int, direction: int) -> int:
        met: Counter[str] = Counter()
        wanted = {persona for persona, count in self._of_persona.items() if count}
        end = -1 if direction < 0 else len(columns.steps)
        while column != end and any(met[persona] <= _MOST_NEIGHBOURS for persona in wanted):
            met.update(iter(self._points.get(columns.steps[column] or "", {})))
            column += direction
        return column - direction

    def _forget(self, step: str) -> None:
        self._faces.pop(step, None)
        self._tops.pop(step, None)
        self._bottoms.pop(step, None)

    def _lay_out_step(self, step: str, columns: Columns, looks: PersonaLooks) -> None:
        points = sorted(self._points.get(step, {}).values(), key=lambda point: looks.place(point.persona))
        if not points:
            self._forget(step)
            return
        faces: list[Face] = []
        width = columns.width_of(columns.of_step[step])
        rings = _spread(points, width)
        taken = [Rect(x - FACE_RADIUS, y - FACE_RADIUS, 2 * FACE_RADIUS, 2 * FACE_RADIUS) for x, y in rings]
        for point, (x, y) in zip(points, rings, strict=True):
            room = width - 2 * LABEL_INSET
            label = self._shaper.shape(point.text, typography.LABEL, room, Alignment.CENTRE)
            box = _label_box(label, room, point, (x, y), taken) if point.text else Rect(x, y, 0, 0)
            if point.text:
                taken.append(box)
            faces.append(Face(point, x, y, label, box))
        self._faces[step] = tuple(faces)
        self._tops[step] = max(max(-face.ring.y, -face.label_box.y) for face in faces) + LABEL_GAP
        self._bottoms[step] = max(max(f.ring.bottom, f.label_box.bottom) for f in faces) + LABEL_GAP

    def faces(self, step: str) -> tuple[Face, ...]:
        """Return the faces of a step's column."""
        return self._faces.get(step, ())

    def colour(self, point: EmotionPoint, looks: PersonaLooks) -> str:
        """Return the colour of a point's face: its score's, or its persona's where several share the lane."""
        return looks.colour(point.persona) if self.is_shared else curve.colour_of(point.score)

    def boxes(self, columns: Columns, seen: range, zero: float) -> Iterator[tuple[str, Rect]]:
        """Yield the ids and the faces' boxes of the points in the ``seen`` columns; ``zero`` on the map."""
        for column in seen:
            for face in self.faces(columns.steps[column] or ""):
                yield face.point.id, face.ring.moved(columns.x(column), zero)

    def visible(self, columns: Columns, seen: range, y: float, looks: PersonaLooks) -> Iterator[Placed]:
        """Yield curves, then faces, then labels of the ``seen`` columns; the lane's top is at ``y``."""
        zero = y + self.zero
        for persona in self.personas(looks):
            yield self.curve_of(persona, columns, seen, zero, looks)
        for column in seen:
            for face in self.faces(columns.steps[column] or ""):
                yield self.face_of(face, columns, column, zero, looks)

    def personas(self, looks: PersonaLooks) -> list[str]:
        """Return the personas with a curve here, in the order in which these are painted."""
        return sorted((persona for persona, count in self._of_persona.items() if count), key=looks.place)

    def curve_of(
        self, persona: str, columns: Columns, seen: range, zero: float, looks: PersonaLooks
    ) -> Placed:
        """Return a persona's curve over the ``seen`` columns, with the zero line at ``zero`` on the map."""
        return Placed(0, zero, tuple(self._curve(columns, seen, persona, looks)))

    def face_of(self, face: Face, columns: Columns, column: int, zero: float, looks: PersonaLooks) -> Placed:
        """Return a face of a column with its label, with the zero line at ``zero`` on the map."""
        point = face.point
        items = list(curve.face(face.x, face.y, point.score, self.colour(point, looks)))
        if point.text:
            left = face.label_box.centre[0] - columns.width_of(column) / 2 + LABEL_INSET
            items.append(Paragraph(left, face.label_box.y, face.label, colours.SECONDARY))
        return Placed(columns.x(column), zero, tuple(items))

    def _curve(self, columns: Columns, seen: range, persona: str, looks: PersonaLooks) -> Iterator[Item]:
        points = self._around(columns, seen, persona)
        steepness = curve.slopes(points)
        for n in range(len(points) - 1):
            if points[n + 1][0] < columns.x(seen.start) or points[n][0] > columns.x(seen.stop):
                continue
            bend = points[n], points[n + 1], steepness[n], steepness[n + 1]
            if self.is_shared:
                path = Path((("M", *bend[0]), curve.bend(*bend)))
                yield Stroke(path, looks.colour(persona), _CURVE_WIDTH, looks.dash(persona))
            else:
                ground = colours.CURVE_GROUND
                yield Fill(curve.area(*bend, 0), curve.tint(-_REACH, _REACH, ground))
                yield Fill(curve.ribbon(*bend, _CURVE_WIDTH), curve.feeling(-_REACH, _REACH))

    def _around(self, columns: Columns, seen: range, persona: str) -> list[Point]:
        """Return the points of a persona in the seen columns and two more each way (slopes need them)."""
        if not seen:
            return []
        before = self._walk(columns, range(seen[0] - 1, -1, -1), persona, _MOST_NEIGHBOURS)
        after = self._walk(columns, range(seen[-1] + 1, len(columns.steps)), persona, _MOST_NEIGHBOURS)
        return [*reversed(before), *self._walk(columns, seen, persona, len(seen)), *after]

    def _walk(self, columns: Columns, way: range, persona: str, most: int) -> list[Point]:
        met: list[Point] = []
        for column in way:
            if len(met) == most:
                break
            left, faces = columns.x(column), self.faces(columns.steps[column] or "")
            met.extend((left + face.x, face.y) for face in faces if face.point.persona == persona)
        return met


def score_at(y: float) -> float:
    """Return the score at ``y`` points below the zero line; it may lie outside the scale."""
    return -y / CURVE_SCORE


def _spread(points: list[EmotionPoint], width: float) -> list[tuple[float, float]]:
    """Return the faces' centres in a column; those that would cover each other stand side by side."""
    heights = sorted({point.score for point in points})
    groups: list[list[float]] = []
    for score in heights:
        if groups and (score - groups[-1][-1]) * CURVE_SCORE < _FACE_PITCH:
            groups[-1].append(score)
        else:
            groups.append([score])
    group_of = {score: number for number, group in enumerate(groups) for score in group}
    members = Counter(group_of[point.score] for point in points)
    met: Counter[int] = Counter()
    centres = []
    for point in points:
        group = group_of[point.score]
        count, place = members[group], met[group]
        met[group] += 1
        pitch = min(_FACE_PITCH, (width - 2 * FACE_RADIUS - 4) / max(1, count - 1))
        x = width / 2 + (place - (count - 1) / 2) * pitch
        centres.append((x, -point.score * CURVE_SCORE))
    return centres


def _label_box(
    label: ShapedText, room: float, point: EmotionPoint, at: tuple[float, float], taken: list[Rect]
) -> Rect:
    """Return where a label stands: above a good, below a bad point, moved on until nothing is in its way."""
    (x, y), width, height = at, label.width, label.height
    left = max(LABEL_INSET, min(LABEL_INSET + room - width, x - width / 2))
    above = Rect(left, y - FACE_RADIUS - LABEL_GAP - height, width, height)
    below = Rect(left, y + FACE_RADIUS + LABEL_GAP, width, height)
    first, second = (above, below) if point.score >= 0 else (below, above)
    direction = -1 if first is above else 1
    for box in (first, second):
        if not any(box.intersects(other) for other in taken):
            return box
    box = first
    while other := next((other for other in taken if box.intersects(other)), None):
        edge = other.y - height - 1 if direction < 0 else other.bottom + 1
        box = Rect(left, edge, width, height)
    return box
