"""One lane: its head on the left, what stands in it, and the hairline below."""

from collections.abc import Callable, Iterator

from journeymapper.document.records import Lane, Picture
from journeymapper.document.roles import DIVIDER, EMOTION
from journeymapper.layout import collapsed, curve
from journeymapper.layout.cells import CardCells
from journeymapper.layout.columns import LEAST_WIDTH, Columns
from journeymapper.layout.display import DisplayList, Fill, Paragraph, Placed, Stroke
from journeymapper.layout.divider import DIVIDER_HEIGHT, divider
from journeymapper.layout.feelings import Feelings
from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import (
    COLLAPSED_HEIGHT,
    LANE_HEAD_GAP,
    LANE_HEAD_PADDING,
    LANE_HEAD_TOP,
    LANE_LEAST_HEIGHT,
    LANE_LINE_GAP,
    MARGIN,
)
from journeymapper.layout.personas import PersonaLooks
from journeymapper.layout.shapes import box, line
from journeymapper.layout.shortening import shortened
from journeymapper.style import colours, typography
from journeymapper.text.shaped import ShapedText, Shaper


class LaneLayout:
    """A lane laid out, in its own coordinates: y from the lane's top, x on the map.

    What stands in a collapsed or hidden lane stays laid out, so that showing it again shapes nothing.
    """

    def __init__(
        self, lane: Lane, shaper: Shaper, width: float, picture_of: Callable[[str], Picture | None]
    ) -> None:
        """Lay the head out, ``width`` points wide; cells and points come after.

        ``picture_of`` finds the pictures that cards show, by their ids.
        """
        self.is_divider = lane.lane_kind == DIVIDER
        self.cells = CardCells(lane.role, shaper, picture_of)
        self.feelings = Feelings(shaper, lane.faces) if lane.lane_kind == EMOTION else None
        self._row = collapsed.CollapsedRow(lane.role, shaper)
        self._shaper = shaper
        self._short: ShapedText | None = None
        self._held = 0.0
        #: It is left out for now, as if it were hidden, though the map says nothing of it.
        self.is_concealed = False
        self.height = 0.0
        self._put(lane, width)

    def _put(self, lane: Lane, width: float) -> None:
        """Take a name, a hint and a width of the head, and set the words anew."""
        self.lane, self._width = lane, width
        style = typography.LABEL if self.is_divider else typography.LANE
        room = width + LANE_HEAD_GAP + LEAST_WIDTH if self.is_divider else self._name_room
        self._name = self._shaper.shape(lane.name, style, room)
        self._hint = self._shaper.shape(lane.hint, typography.HINT, self._name_room)
        self._short = None
        self.fit()

    def label(self, lane: Lane, width: float) -> None:
        """Follow a change of the lane's own record, or of the width of lane heads."""
        if self.feelings is not None:
            self.feelings.show_faces(lane.faces)
        if (lane.name, lane.hint, width) != (self.lane.name, self.lane.hint, self._width):
            self._put(lane, width)
        else:
            self.lane = lane
            self.fit()

    @property
    def is_collapsed(self) -> bool:
        """Tell whether the lane is a thin row; a dividing line never is."""
        return self.lane.collapsed and not self.is_divider

    @property
    def is_shown(self) -> bool:
        """Tell whether the lane has a place on the map."""
        return not self.lane.hidden and not self.is_concealed

    @property
    def is_open(self) -> bool:
        """Tell whether what stands in the lane can be seen."""
        return self.is_shown and not self.is_collapsed

    @property
    def _name_room(self) -> float:
        return self._width - 2 * LANE_HEAD_PADDING

    @property
    def _shown_name(self) -> ShapedText:
        """The name as the head shows it: on one line in a collapsed lane."""
        if not self.is_collapsed:
            return self._name
        if self._short is None:
            self._short = shortened(self.lane.name, typography.LANE, self._name_room, self._shaper)
        return self._short

    def fit(self) -> bool:
        """Take the height that the content needs; tell whether it changed."""
        before = self.height
        head = 2 * LANE_HEAD_TOP + self._name.height + self._hint.height
        if self.is_divider:
            self.height = max(DIVIDER_HEIGHT, self._name.height)
        elif self.is_collapsed:
            self.height = COLLAPSED_HEIGHT
        elif self.feelings is not None:
            self.height = max(head, self.feelings.content_height)
        else:
            self.height = max(head, LANE_LEAST_HEIGHT, self.cells.content_height, self._held)
        return self.height != before

    def hold(self) -> None:
        """Be at least as high as now until the ``release``, whatever cards leave; thin rows stay thin."""
        self._held = self.height

    def release(self) -> bool:
        """Take the height that the content needs again; tell whether it changed."""
        self._held = 0.0
        return self.fit()

    @property
    def zero(self) -> float:
        """The zero line of an emotion lane, from the lane's top."""
        return self.feelings.zero if self.feelings is not None else 0

    def name_rect(self) -> Rect:
        """Return where the name stands in the head."""
        height = self._shown_name.height
        top = (COLLAPSED_HEIGHT - height) / 2 if self.is_collapsed else LANE_HEAD_TOP
        return Rect(MARGIN + LANE_HEAD_PADDING, top, self._name_room, height)

    def head_rect(self) -> Rect:
        """Return the head's box."""
        return Rect(MARGIN, 0, self._width, self.height)

    def sign_rect(self) -> Rect:
        """Return where the head is clicked to collapse or expand the lane: left of the name's first line."""
        if self.is_collapsed:
            return Rect(MARGIN, 0, LANE_HEAD_PADDING, COLLAPSED_HEIGHT)
        return Rect(MARGIN, 0, LANE_HEAD_PADDING, 2 * self._sign_middle)

    @property
    def _sign_middle(self) -> float:
        """The height of the sign's middle: that of the name's first line."""
        name = self._shown_name
        return self.name_rect().y + name.height / max(1, len(name.lines)) / 2

    def sign(self) -> Stroke:
        """Return the sign that the lane is collapsed, or can be; its origin is that of the head."""
        return collapsed.sign(self.is_collapsed, self._sign_middle)

    def head(self) -> DisplayList:
        """Return the head's display list; its origin is the lane's top left corner at the margin."""
        if self.is_divider:
            return ()
        ground = Fill(box(0, 0, self._width, self.height, 8), colours.LANE_GROUND)
        x, y = LANE_HEAD_PADDING, self.name_rect().y
        name = Paragraph(x, y, self._shown_name, colours.INK)
        if self.is_collapsed:
            return (ground, self.sign(), name)
        return (ground, name, Paragraph(x, y + self._name.height, self._hint, colours.SECONDARY))

    def ground(self, columns: Columns) -> DisplayList:
        """Return what lies under the cells; its origin is the lane's top where the columns begin."""
        if self.is_divider:
            left, right = MARGIN - columns.left, columns.width
            return divider(self.lane.role, self._name, self.height, left, right)
        if self.is_collapsed:
            return (Fill(box(0, 0, columns.width, self.height, 8), colours.LANE_GROUND),)
        if self.feelings is None:
            y = self.height + LANE_LINE_GAP
            return (Stroke(line(0, y, columns.width, y), colours.HAIRLINE, 0.75),)
        zero, right = self.zero, columns.width
        return (
            Fill(box(0, 0, right, self.height, 8), colours.CURVE_GROUND),
            Stroke(line(0, zero, right, zero), colours.ZERO_LINE, 0.8, (3, 3)),
            *curve.face(9, self.feelings.legend.height + 9, 2, colours.GOOD, 4),
            *curve.face(9, self.height - 9, -2, colours.BAD, 4),
        )

    def visible(
        self, columns: Columns, seen: range, y: float, rect: Rect, looks: PersonaLooks
    ) -> Iterator[Placed]:
        """Yield what of the lane can be seen in ``rect``; the lane's top is at ``y``."""
        yield Placed(columns.left, y, self.ground(columns))
        if rect.x < columns.left:
            yield Placed(MARGIN, y, self.head())
        if self.is_collapsed and self.feelings is not None:
            yield from self._row.marks(self.feelings, columns, seen, y)
        elif self.is_collapsed:
            yield from self._row.counts(self.cells, columns, seen, y)
        elif self.feelings is not None:
            yield self.feelings.legend.placed(columns.left, y)
            yield from self.feelings.visible(columns, seen, y)
        else:
            yield from self.cells.visible(columns, seen, y, rect.y, rect.bottom, looks)

    def boxes(self, columns: Columns, seen: range, y: float, rect: Rect) -> Iterator[tuple[str, Rect]]:
        """Yield the ids and boxes of the cards or points that can be seen in the ``seen`` columns."""
        if not self.is_open:
            return
        if self.feelings is not None:
            yield from self.feelings.boxes(columns, seen, y + self.zero)
        else:
            yield from self.cells.boxes(columns, seen, y, rect.y, rect.bottom)
