"""One lane: its head on the left, what stands in it, and the hairline below."""

from collections.abc import Iterator

from journeymapper.document.records import Lane
from journeymapper.document.roles import DIVIDER, EMOTION
from journeymapper.layout import curve
from journeymapper.layout.cells import CardCells
from journeymapper.layout.columns import Columns
from journeymapper.layout.display import DisplayList, Fill, Item, Paragraph, Placed, Stroke
from journeymapper.layout.feelings import Feelings
from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import (
    COLUMN_WIDTH,
    COLUMNS_LEFT,
    FEWEST_COLUMNS,
    LANE_HEAD_PADDING,
    LANE_HEAD_TOP,
    LANE_HEAD_WIDTH,
    LANE_LEAST_HEIGHT,
    LANE_LINE_GAP,
    MARGIN,
)
from journeymapper.layout.personas import PersonaLooks
from journeymapper.layout.shapes import box, line
from journeymapper.style import colours, typography
from journeymapper.text.shaped import ShapedText, Shaper

_DIVIDER_HEIGHT = 14.0
_DIVIDER_ROOM = COLUMNS_LEFT - MARGIN + FEWEST_COLUMNS * COLUMN_WIDTH
_NAME_ROOM = LANE_HEAD_WIDTH - 2 * LANE_HEAD_PADDING


class LaneLayout:
    """A lane laid out, in its own coordinates: y from the lane's top, x on the map."""

    def __init__(self, lane: Lane, shaper: Shaper) -> None:
        """Lay the head out; cells and points come after."""
        self.lane = lane
        self.is_divider = lane.lane_kind == DIVIDER
        self.cells = CardCells(lane.role, shaper)
        self.feelings = Feelings(shaper) if lane.lane_kind == EMOTION else None
        self._shaper = shaper
        self.height = 0.0
        self.label(lane)

    def label(self, lane: Lane) -> None:
        """Take another name or hint."""
        self.lane = lane
        style = typography.LABEL if self.is_divider else typography.LANE
        room = _DIVIDER_ROOM if self.is_divider else _NAME_ROOM
        self._name: ShapedText = self._shaper.shape(lane.name, style, room)
        self._hint: ShapedText = self._shaper.shape(lane.hint, typography.HINT, _NAME_ROOM)
        self.fit()

    def fit(self) -> bool:
        """Take the height that the content needs; tell whether it changed."""
        before = self.height
        head = 2 * LANE_HEAD_TOP + self._name.height + self._hint.height
        if self.is_divider:
            self.height = max(_DIVIDER_HEIGHT, self._name.height)
        elif self.feelings is not None:
            self.height = max(head, self.feelings.content_height)
        else:
            self.height = max(head, LANE_LEAST_HEIGHT, self.cells.content_height)
        return self.height != before

    @property
    def zero(self) -> float:
        """The zero line of an emotion lane, from the lane's top."""
        return self.feelings.zero if self.feelings is not None else 0

    def name_rect(self) -> Rect:
        """Return where the name stands in the head."""
        return Rect(MARGIN + LANE_HEAD_PADDING, LANE_HEAD_TOP, _NAME_ROOM, self._name.height)

    def head_rect(self) -> Rect:
        """Return the head's box."""
        return Rect(MARGIN, 0, LANE_HEAD_WIDTH, self.height)

    def head(self) -> DisplayList:
        """Return the head's display list; its origin is the lane's top left corner at the margin."""
        if self.is_divider:
            return ()
        items: list[Item] = [Fill(box(0, 0, LANE_HEAD_WIDTH, self.height, 8), colours.LANE_GROUND)]
        x, y = LANE_HEAD_PADDING, LANE_HEAD_TOP
        items.append(Paragraph(x, y, self._name, colours.INK))
        items.append(Paragraph(x, y + self._name.height, self._hint, colours.SECONDARY))
        return tuple(items)

    def ground(self, columns: Columns) -> DisplayList:
        """Return what lies under the cells; its origin is the lane's top where the columns begin."""
        if self.is_divider:
            return self._divider(columns)
        if self.feelings is None:
            y = self.height + LANE_LINE_GAP
            return (Stroke(line(0, y, columns.width, y), colours.HAIRLINE, 0.75),)
        zero, right = self.zero, columns.width
        return (
            Fill(box(0, 0, right, self.height, 8), colours.CURVE_GROUND),
            Stroke(line(0, zero, right, zero), colours.ZERO_LINE, 0.8, (3, 3)),
            *curve.face(9, 9, 2, colours.GOOD, 4),
            *curve.face(9, self.height - 9, -2, colours.BAD, 4),
        )

    def _divider(self, columns: Columns) -> DisplayList:
        """Return the line across the whole width with its name on it, at the left."""
        left, middle = MARGIN - COLUMNS_LEFT, self.height / 2
        start = left + self._name.width + 6 if self._name.lines else left
        name = Paragraph(left, middle - self._name.height / 2, self._name, colours.SECONDARY)
        if start >= columns.width:
            return (name,)
        return (Stroke(line(start, middle, columns.width, middle), colours.SECONDARY, 0.9, (5, 3)), name)

    def visible(
        self, columns: Columns, seen: range, y: float, rect: Rect, looks: PersonaLooks
    ) -> Iterator[Placed]:
        """Yield what of the lane can be seen in ``rect``; the lane's top is at ``y``."""
        yield Placed(COLUMNS_LEFT, y, self.ground(columns))
        if rect.x < COLUMNS_LEFT:
            yield Placed(MARGIN, y, self.head())
        if self.feelings is not None:
            yield from self.feelings.visible(columns, seen, y, looks)
        else:
            yield from self.cells.visible(columns, seen, y, rect.y, rect.bottom)

    def missing(self) -> frozenset[str]:
        """Return the characters of the lane that no font has."""
        below = self.feelings.missing() if self.feelings is not None else self.cells.missing()
        return self._name.missing | self._hint.missing | below
