"""How a part of the map is shown to a room: as large as it fits, in words that can be read from afar.

A stage or lane that is too large for that is shown in several looks: a stage downwards, lane by lane, a lane
first across, column by column, then downwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize

from journeymapper.document.records import Stage
from journeymapper.layout.columns import Span
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import LANE_GAP, MARGIN
from journeymapper.style import typography
from journeymapper.ui.canvas.spotlight import Focus, block_above, block_beside
from journeymapper.ui.canvas.view import LARGEST_FIT, LARGEST_ZOOM, POINTS_PER_INCH, QUIET, Sight

#: The size of a card's words that is sought, as a share of the view's height, the least with which what
#: fits as a whole is shown as a whole, and the most.
_WORDS = 1 / 45
_LEAST_WORDS = 1 / 60
_MOST_WORDS = 1 / 28

#: No more of a view's height counts for the words' size than this share of its width.
_HIGHEST = 0.75

#: What is higher than the room for it is gone down by this share of the room.
_STEP_DOWN = 0.8


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a part of the map: how it is seen, and what is lit in it."""

    sight: Sight
    focus: Focus


@dataclass(frozen=True, slots=True)
class Screen:
    """The view in which a map is shown: its size in pixels, and its pixels an inch at 100 %."""

    size: QSize
    dots_per_inch: float

    @property
    def width(self) -> int:
        """The width of the view, without the quiet desk at its edges."""
        return max(QUIET, self.size.width() - 2 * QUIET)

    @property
    def height(self) -> int:
        """The height of the view, likewise."""
        return max(QUIET, self.size.height() - 2 * QUIET)

    def scale_for(self, words: float) -> float:
        """Return the pixels a point at which a card's words have a share of the view's height.

        A view that stands upright counts for no higher than one that lies.
        """
        height = min(self.size.height(), _HIGHEST * self.size.width())
        return words * height / typography.CARD.size

    def scale(self, width: float, height: float) -> float:
        """Return the pixels a point for what is so many points wide and high."""
        fitting, most = min(self.width / width, self.height / height), self.scale_for(_MOST_WORDS)
        if fitting < self.scale_for(_LEAST_WORDS):
            fitting = self.scale_for(_WORDS)
        return min(fitting, most, LARGEST_ZOOM * self.dots_per_inch / POINTS_PER_INCH)

    def sight(self, scale: float, x: float, y: float) -> Sight:
        """Return the sight with a point of the map at the view's top left corner."""
        zoom = scale * POINTS_PER_INCH / self.dots_per_inch
        return Sight(zoom, QPoint(round(-x * scale), round(-y * scale)))


def whole(layout: MapLayout, screen: Screen) -> Sight:
    """Return the sight of the whole map, with room for the lanes that are kept back too."""
    back = sum(layout.lanes[lane].height + LANE_GAP for lane in layout.concealed & _not_hidden(layout))
    width, height = layout.width, layout.height + back
    fitting = min(screen.width / width, screen.height / height)
    scale = min(fitting, LARGEST_FIT * screen.dots_per_inch / POINTS_PER_INCH)
    x, y = (width - screen.size.width() / scale) / 2, (height - screen.size.height() / scale) / 2
    return screen.sight(scale, x, y)


def _not_hidden(layout: MapLayout) -> set[str]:
    return {id_ for id_, lane in layout.lanes.items() if not lane.lane.hidden}


def looks_at(layout: MapLayout, id_: str, screen: Screen) -> list[Look]:
    """Return the looks at a stage or lane, one after the other; none where it is not to be seen."""
    if isinstance(layout.document.find(id_), Stage):
        span = next(span for span in layout.columns.spans if span.stage == id_)
        return _looks_at_stage(layout, span, screen)
    return _looks_at_lane(layout, id_, screen) if layout.is_shown(id_) else []


def _looks_at_stage(layout: MapLayout, span: Span, screen: Screen) -> list[Look]:
    """Return the looks at a stage: all wide enough for it and the lanes' heads.

    How large it is shown does not depend on which lanes are concealed, so that nothing jumps when one is
    revealed.
    """
    above, beside = block_above(layout), block_beside(layout)
    left, width = span.x - beside, beside + span.width
    lanes = sum(layout.lanes[lane].height + LANE_GAP for lane in _not_hidden(layout))
    height = above + lanes
    scale = min(screen.scale(width, height), screen.width / width)
    x = left + width / 2 - screen.size.width() / scale / 2
    quiet, room = QUIET / scale, screen.height / scale
    if height <= room:
        y = layout.headings_top + height / 2 - screen.size.height() / scale / 2
        return [Look(screen.sight(scale, x, y), Focus(span.stage))]
    looks = [Look(screen.sight(scale, x, layout.headings_top - quiet), Focus(span.stage))]
    for lane, further in _starts_down(layout, layout.shown_lanes, room - above)[1:]:
        y = layout.lane_top(lane) + further - above - quiet
        looks.append(Look(screen.sight(scale, x, y), Focus(span.stage, lane, further)))
    return looks


def _looks_at_lane(layout: MapLayout, lane: str, screen: Screen) -> list[Look]:
    """Return the looks at a lane, with the headings above it."""
    above, beside, columns = block_above(layout), block_beside(layout), layout.columns
    height = above + layout.lanes[lane].height
    width = beside + columns.width
    scale = screen.scale(width, height)
    looks = []
    for _lane, further in _starts_down(layout, [lane], screen.height / scale - above):
        y = _y_of_lane(layout, lane, further, screen, scale)
        for column in _starts_across(layout, screen.width / scale - beside):
            step = columns.steps[column] if column else None
            x = columns.x(column) - beside - QUIET / scale
            if width * scale <= screen.width:
                x = MARGIN + width / 2 - screen.size.width() / scale / 2
            focus = Focus(lane, lane, further, step or "")
            looks.append(Look(screen.sight(scale, x, y), focus))
    return looks


def _y_of_lane(layout: MapLayout, lane: str, further: float, screen: Screen, scale: float) -> float:
    """Return where on the map the view begins that has a lane and its headings in the middle, if they fit."""
    above, seen = block_above(layout), screen.size.height() / scale
    top, height = layout.lane_top(lane) + further - above, above + layout.lanes[lane].height - further
    if height <= screen.height / scale:
        return top + height / 2 - seen / 2
    return top - QUIET / scale


def _starts_down(layout: MapLayout, lanes: Sequence[str], room: float) -> list[tuple[str, float]]:
    """Return the lanes that looks begin with so that ``room`` points are enough for each look.

    A lane that is higher is begun several times, each time further down in it, in points. The last look
    begins as high as it can and still show all that is left.
    """
    if not lanes:
        return [("", 0.0)]
    room = max(room, 1.0)
    starts = [(lanes[0], 0.0)]
    for lane in lanes:
        first, further = starts[-1]
        top, bottom = layout.lane_top(lane), layout.lane_top(lane) + layout.lanes[lane].height
        if bottom > layout.lane_top(first) + further + room and lane != first:
            starts.append((lane, 0.0))
            further = 0.0
        while bottom > top + further + room and starts[-1][0] == lane:
            further += _STEP_DOWN * room
            starts.append((lane, further))
    return [*starts[:-1], _raised(layout, lanes, starts[-1], room)] if len(starts) > 1 else starts


def _raised(
    layout: MapLayout, lanes: Sequence[str], start: tuple[str, float], room: float
) -> tuple[str, float]:
    """Return the first lane from which all that is left can be seen, or the start where none is higher."""
    bottom = layout.lane_top(lanes[-1]) + layout.lanes[lanes[-1]].height
    fitting = (lane for lane in lanes if bottom - layout.lane_top(lane) <= room)
    first = next(fitting, None)
    return (first, 0.0) if first is not None else start


def _starts_across(layout: MapLayout, room: float) -> list[int]:
    """Return the columns that looks at a lane begin with, ``room`` points wide each; stages stay whole."""
    columns = layout.columns
    if not columns.steps:
        return [0]
    starts = [0]
    for span in columns.spans:
        if span.x + span.width > columns.x(starts[-1]) + room and span.first > starts[-1]:
            starts.append(span.first)
        for column in range(max(span.first, starts[-1] + 1), span.end):
            if columns.x(column + 1) > columns.x(starts[-1]) + room:
                starts.append(column)
    if len(starts) > 1:
        end = columns.x(len(columns.steps))
        fitting = (span.first for span in columns.spans if end - span.x <= room)
        starts[-1] = min(starts[-1], next(fitting, starts[-1]))
    return starts
