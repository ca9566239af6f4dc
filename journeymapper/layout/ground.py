"""Where links can run: in the gutters between columns and the channels between lanes, where no card stands.

A gutter has the number of the column to the right of it, a channel that of the row below it: a row is the
place of a shown lane. The last of each lie beyond the last column and the last lane. Both are wide enough for
a few tracks beside each other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeymapper.layout.columns import Columns
from journeymapper.layout.geometry import Rect
from journeymapper.layout.lane import LaneLayout
from journeymapper.layout.metrics import (
    COLUMN_INSET,
    LANE_GAP,
    LANE_HEAD_GAP,
    LANE_PADDING_BOTTOM,
    LANE_PADDING_TOP,
    LANES_GAP,
)
from journeymapper.layout.stack import LaneStack

#: Farther than any lane is high, in points.
_FAR = 1e9

#: How many tracks a gutter and a channel have.
GUTTER_TRACKS, CHANNEL_TRACKS = 3, 5

#: How far the tracks of a gutter are from its middle, in points.
_ASIDE = (0.0, 1.8, -1.8)

#: How far labels and arrowheads may reach out of their channel, in points.
_AROUND = 8.0

#: Beside the columns there is more room: by so much the tracks are farther apart there.
_MORE_ASIDE = 1.5

#: The first three tracks of a channel, from where its upper lane ends: the hairline of a lane of cards lies
#: at 3. The other two, from where its lower lane begins.
_BELOW_CARDS, _BELOW_OTHERS = (-3.5, 0.0, -7.0), (1.8, 3.4, 0.6)
_ABOVE_CARDS, _ABOVE_OTHERS = (-1.5, 2.0), (-2.0, -0.8)

#: The tracks between the steps' pills and the first lane, from where the pills end: there must be room for
#: an arrowhead.
_PILLS_TO_CARDS = (5.4, 8.2, 9.5, 10.8, 6.8)
_PILLS_TO_OTHERS = (5.4, 6.6, 7.2, 7.8, 6.0)


@dataclass(frozen=True, slots=True)
class End:
    """What a link begins or ends at: a card in a ``lane``, or a step, whose lane is "".

    It covers the columns from ``first`` to ``last``.
    """

    id: str
    lane: str
    step: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Channel:
    """The strip between two lanes: from where to where no card stands, and its tracks, y on the map.

    Tracks before ``FIRST_LOWER`` are nearer to the upper lane, the others to the lower one.
    """

    top: float
    bottom: float
    tracks: tuple[float, ...]


FIRST_LOWER = len(_BELOW_CARDS)


class Ground:
    """What a route must know of the map: where columns, lanes and pills stand now, and which bars block."""

    def __init__(
        self,
        columns: Columns,
        lanes: Mapping[str, LaneLayout],
        stack: LaneStack,
        pills: tuple[float, float],
        width: float,
    ) -> None:
        """Take the parts of a map as they stand; ``pills`` tells top and bottom of the steps' names."""
        self.columns = columns
        self.width = width
        self._lanes = lanes
        self._stack = stack
        self._pills = pills
        self._channels: dict[int, Channel] = {}
        self._rows = {lane: (lanes[lane].is_open, self._has_cards(lane)) for lane in stack.lanes}
        self._heights = [pills, *map(stack.top, stack.lanes), stack.bottom]

    @property
    def last_gutter(self) -> int:
        """The number of the gutter beyond the last column."""
        return len(self.columns.steps)

    def has_places_of(self, other: "Ground") -> bool:
        """Tell whether the same columns and lanes stand in the same order."""
        return self.columns.steps == other.columns.steps and list(self._rows) == list(other._rows)

    def stands_like(self, other: "Ground") -> bool:
        """Tell whether columns and lanes stand just where they stood, and are as wide and high."""
        return self.columns is other.columns and self._heights == other._heights

    def opened(self, other: "Ground") -> set[str]:
        """Return the lanes that were opened or closed, or hold something else now."""
        both = self._rows.keys() & other._rows.keys()
        return {lane for lane in both if self._rows[lane] != other._rows[lane]}

    def has_bars(self, lane: str) -> bool:
        """Tell whether cards of a lane cover several columns."""
        return self._lanes[lane].cells.has_bars

    def row_of(self, lane: str) -> int:
        """Return the row of a lane that is shown; above all lanes, where the steps are, it is -1."""
        return self._stack.place(lane) if lane else -1

    def is_shown(self, lane: str) -> bool:
        """Tell whether a lane has a place on the map."""
        return lane in self._stack

    def can_be_seen(self, lane: str) -> bool:
        """Tell whether what stands in a lane can be seen; the steps always can."""
        return not lane or (lane in self._stack and self._lanes[lane].is_open)

    def lanes_between(self, top: float, bottom: float) -> Iterator[tuple[LaneLayout, float]]:
        """Yield the lanes that share room with ``top`` … ``bottom``, and where each begins."""
        for lane in self._stack.between(top, bottom):
            yield self._lanes[lane], self._stack.top(lane)

    def is_free(self, row: int, gutter: int, top: float = -_FAR, bottom: float = _FAR) -> bool:
        """Tell whether no bar lies over a gutter in a row, between two heights from the lane's top."""
        lane = self._lanes[self._stack.lanes[row]]
        if not lane.cells.has_bars or not lane.is_open:
            return True
        bars = lane.cells.bars_across(self.columns, gutter)
        return all(below <= top or bottom <= above for above, below in bars)

    def box_in_lane(self, end: End) -> Rect:
        """Return the box of a card, with y from its lane's top."""
        return self._lanes[end.lane].cells.card_rect(self.columns, end.step, end.id)

    def box(self, end: End) -> Rect:
        """Return the box of a card or of a step's pill on the map."""
        if end.lane:
            return self.box_in_lane(end).moved(0, self._stack.top(end.lane))
        top, bottom = self._pills
        x, width = self.columns.x(end.first) + COLUMN_INSET, self.columns.card_width(end.first)
        return Rect(x, top, width, bottom - top)

    def gutter_x(self, gutter: int, track: int = 0) -> float:
        """Return where a track of a gutter is."""
        x, aside = self.columns.x(gutter), _ASIDE[track]
        if gutter == 0:
            return x - (LANE_HEAD_GAP - COLUMN_INSET) / 2 + aside * _MORE_ASIDE
        if gutter == self.last_gutter:
            return x + COLUMN_INSET + aside * _MORE_ASIDE
        return x + aside

    def channel(self, number: int) -> Channel:
        """Return the channel above a row, or below the last."""
        known = self._channels.get(number)
        if known is None:
            known = self._channels[number] = self._channel(number)
        return known

    def _channel(self, number: int) -> Channel:
        is_last = number == len(self._stack.lanes)
        above_cards = is_last or self._has_cards(self._stack.lanes[number])
        room = LANE_PADDING_TOP if above_cards else 0.0
        if number == 0:
            end = self._pills[1]
            tracks = _PILLS_TO_CARDS if above_cards else _PILLS_TO_OTHERS
            return Channel(end, end + LANES_GAP + room, tuple(end + y for y in tracks))
        lane = self._stack.lanes[number - 1]
        end = self._stack.top(lane) + self._lanes[lane].height
        begin, below_cards = end + LANE_GAP, self._has_cards(lane)
        upper = (end + y for y in (_BELOW_CARDS if below_cards else _BELOW_OTHERS))
        lower = (begin + y for y in (_ABOVE_CARDS if above_cards else _ABOVE_OTHERS))
        top = end - LANE_PADDING_BOTTOM if below_cards else end
        return Channel(top, begin + room, (*upper, *lower))

    def _has_cards(self, lane: str) -> bool:
        """Tell whether cards can be seen in a lane, with air above and below them and a hairline."""
        laid_out = self._lanes[lane]
        return laid_out.is_open and not laid_out.is_divider and laid_out.feelings is None

    def gutters_between(self, left: float, right: float) -> range:
        """Return the gutters of the columns that share room with ``left`` … ``right``."""
        seen = self.columns.between(left, right)
        first = seen.start if seen else 0 if right < self.columns.left else self.last_gutter
        return range(max(0, first), max(first, seen.stop) + 1)

    def half_rows_between(self, top: float, bottom: float) -> range:
        """Return the half rows near ``top`` … ``bottom``: even ones are channels, odd ones rows."""
        lanes, last = self._stack.between(top, bottom), len(self._stack.lanes)
        if not lanes:
            return range(1) if top < self._pills[1] + LANES_GAP else range(2 * last, 2 * last + 1)
        upper, lower = self._stack.place(lanes[0]), self._stack.place(lanes[-1])
        is_below = top > self.channel(upper).bottom + _AROUND
        is_above = bottom < self.channel(lower + 1).top - _AROUND
        return range(2 * upper + is_below, 2 * lower + (2 if is_above else 3))
