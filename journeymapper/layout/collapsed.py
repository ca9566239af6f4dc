"""A collapsed lane: a thin row that tells, column by column, how much stands in it."""

from collections.abc import Iterator

from journeymapper.layout.cells import CardCells
from journeymapper.layout.columns import Columns
from journeymapper.layout.curve_looks import CurveLooks
from journeymapper.layout.display import DisplayList, Fill, Item, Paragraph, Path, Placed, Stroke
from journeymapper.layout.feelings import Face, Feelings
from journeymapper.layout.metrics import COLLAPSED_HEIGHT, COLUMN_INSET, LANE_HEAD_PADDING
from journeymapper.layout.shapes import box
from journeymapper.style import colours, typography
from journeymapper.text.shaped import Shaper

_PILL_HEIGHT = 11.0
_PILL_PADDING = 5.0
_FACE_RADIUS = 5.5
_FACE_PITCH = 14.0
_MOST_FACES = 4
_LINE_HEIGHT = 2.0

#: Marks that are no faces stand higher the better the score is: by so much, in points.
_MARK_RADIUS = 3.6
_SCORE = 3.6
_SIGN = 2.6


def sign(is_collapsed: bool, y: float) -> Stroke:
    """Return the sign left of a lane's name, its middle at ``y`` in the head.

    It points to the right in a collapsed lane, else down.
    """
    x, across, half = LANE_HEAD_PADDING / 2 + 0.5, _SIGN / 2, _SIGN
    if is_collapsed:
        points = (x - across, y - half), (x + across, y), (x - across, y + half)
    else:
        points = (x - half, y - across), (x, y + across), (x + half, y - across)
    outline = Path((("M", *points[0]), ("L", *points[1]), ("L", *points[2])))
    return Stroke(outline, colours.SECONDARY, 1.2, round=True)


class CollapsedRow:
    """Paints what a collapsed lane tells of its cells: a number, or the faces of a few points."""

    def __init__(self, role: str, shaper: Shaper) -> None:
        """Look like the cards of a role."""
        self._looks = colours.ROLE_COLOURS.get(role, colours.PLAIN)
        self._shaper = shaper
        self._pills: dict[int, tuple[float, DisplayList]] = {}

    def counts(self, cells: CardCells, columns: Columns, seen: range, y: float) -> Iterator[Placed]:
        """Yield the number of cards of each of the ``seen`` columns; the row's top is at ``y``.

        A card over several columns counts in its own, and draws a thin line through all of them.
        """
        for first, last in cells.bars_in(columns, seen):
            yield self._line(columns, first, last, y)
        for column in seen:
            if count := cells.count(columns.steps[column] or ""):
                yield self._counted(count, columns, column, y)

    def _line(self, columns: Columns, first: int, last: int, y: float) -> Placed:
        left = columns.x(first) + COLUMN_INSET
        width = columns.bar_width(first, last - first + 1)
        line = box(0, 0, width, _LINE_HEIGHT, _LINE_HEIGHT / 2)
        items = Fill(line, self._looks.bar or colours.CARD_EDGE)
        return Placed(left, y + (COLLAPSED_HEIGHT - _LINE_HEIGHT) / 2, (items,))

    def marks(self, feelings: Feelings, columns: Columns, seen: range, y: float) -> Iterator[Placed]:
        """Yield the marks of each of the ``seen`` columns, small and side by side, or their number."""
        for column in seen:
            faces = feelings.faces(columns.steps[column] or "")
            if len(faces) > _MOST_FACES:
                yield self._counted(len(faces), columns, column, y)
            elif faces:
                yield _small(faces, feelings.looks, columns, column, y)

    def _counted(self, count: int, columns: Columns, column: int, y: float) -> Placed:
        width, items = self._pill(count)
        x = columns.x(column) + (columns.width_of(column) - width) / 2
        return Placed(x, y + (COLLAPSED_HEIGHT - _PILL_HEIGHT) / 2, items)

    def _pill(self, count: int) -> tuple[float, DisplayList]:
        """Return a number in a pill, and how wide that is; each number is set once."""
        if count not in self._pills:
            text = self._shaper.shape(str(count), typography.COUNT)
            width = max(text.width + 2 * _PILL_PADDING, _PILL_HEIGHT + 6)
            outline = box(0, 0, width, _PILL_HEIGHT, _PILL_HEIGHT / 2)
            at = (width - text.width) / 2, (_PILL_HEIGHT - text.height) / 2
            edge = Stroke(outline, self._looks.bar or colours.CARD_EDGE, 0.75)
            words = Paragraph(*at, text, colours.SECONDARY)
            self._pills[count] = width, (Fill(outline, self._looks.ground), edge, words)
        return self._pills[count]


def _small(faces: tuple[Face, ...], looks: CurveLooks, columns: Columns, column: int, y: float) -> Placed:
    left = columns.width_of(column) / 2 - (len(faces) - 1) / 2 * _FACE_PITCH
    items: list[Item] = []
    for place, face in enumerate(faces):
        one, score = face.point.curve, face.point.score
        is_face = looks.has_faces and not one.wished
        radius = _FACE_RADIUS if is_face else _MARK_RADIUS
        middle = COLLAPSED_HEIGHT / 2 - (0 if is_face else score * _SCORE)
        items.extend(looks.mark(one, left + place * _FACE_PITCH, middle, score, radius))
    return Placed(columns.x(column), y, tuple(items))
