"""Which way a link takes: from a card's edge through gutters and channels, where it meets no card.

A route is told in columns and rows, not in points, and follows from the link's own ends and the bars that lie
over gutters, never from other links. So it changes only with these.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import NamedTuple

from journeymapper.document.links import BACK
from journeymapper.layout.ground import End, Ground

_FAR = 1e9


class Rail(NamedTuple):
    """What a part of a route runs along: a gutter or a channel, by its number."""

    is_gutter: bool
    number: int


@dataclass(frozen=True)
class Route:
    """A way from ``source`` to ``target``, or None for the outside: gutters and channels, in turns.

    At a card it begins and ends with a gutter, at a step's pill with the channel below that.
    """

    source: End
    target: End | None
    rails: tuple[Rail, ...]

    @cached_property
    def label_rail(self) -> int:
        """Which of the rails carries the label: the longest of the channels; a link with a label has one."""
        channels = [place for place, rail in enumerate(self.rails) if not rail.is_gutter]
        return max(channels, key=lambda place: self.columns(place)[1] - self.columns(place)[0])

    @property
    def label_channel(self) -> int:
        """The channel that carries the label."""
        return self.rails[self.label_rail].number

    def columns(self, place: int) -> tuple[int, int]:
        """Return from where to where a channel is run through, in half columns: even ones are gutters."""
        before = self._beside(place - 1, 2 * self.source.first + 1)
        after = self._beside(place + 1, before + 1 if self.target is None else 2 * self.target.first + 1)
        return (before, after) if before < after else (after, before)

    def rows(self, place: int, ground: Ground) -> tuple[int, int]:
        """Return from where to where a gutter is run through, in half rows: even ones are channels."""
        goal = self.source if self.target is None else self.target
        before = self._beside(place - 1, 2 * ground.row_of(self.source.lane) + 1)
        after = self._beside(place + 1, 2 * ground.row_of(goal.lane) + 1)
        return (before, after) if before < after else (after, before)

    def _beside(self, place: int, end: int) -> int:
        """Return where a neighbouring rail is, or where there is none the end that stands there."""
        return 2 * self.rails[place].number if 0 <= place < len(self.rails) else end


class _Way(NamedTuple):
    """A way between an end in a ``column`` and a channel: through a gutter, or from a step's pill without.

    ``down`` tells whether the channel is below the end.
    """

    column: int
    gutter: int | None
    channel: int
    down: bool


def route_between(source: End, target: End | None, kind: str, is_labelled: bool, ground: Ground) -> Route:
    """Return the way of a link whose ends can be seen; one with a label runs through a channel."""
    if target is None:
        way = next(_ways(ground, source, True, True))
        rails = [Rail(False, way.channel)]
        if way.gutter is not None:
            rails.insert(0, Rail(True, way.gutter))
        return Route(source, None, tuple(rails))
    if not is_labelled and (gutter := _gutter_between(source, target, ground)) is not None:
        return Route(source, target, (Rail(True, gutter),))
    return Route(source, target, _rails(source, target, kind, is_labelled, ground))


def _leaves_right(end: End, other: End) -> bool:
    """Tell whether an end is left, or entered, at its right: there the other is, or in the same column."""
    return other.last >= end.first


def _gutter_between(source: End, target: End, ground: Ground) -> int | None:
    """Return the gutter that leads from a card to another in the same lane, or None."""
    if not source.lane or source.lane != target.lane:
        return None
    row = ground.row_of(source.lane)
    shared = {source.first, source.last + 1} & {target.first, target.last + 1}
    if not shared:
        return None
    heights = sorted(ground.box_in_lane(end).centre[1] for end in (source, target))
    gutters = sorted(shared, reverse=_leaves_right(source, target))
    return next((gutter for gutter in gutters if ground.is_free(row, gutter, *heights)), None)


def _rails(source: End, target: End, kind: str, is_labelled: bool, ground: Ground) -> tuple[Rail, ...]:
    """Return the simplest of the ways from one end to the other, of those alike the most natural."""
    row, goal = ground.row_of(source.lane), ground.row_of(target.lane)
    down = kind != BACK if row == goal else goal > row
    beginnings = list(_ways(ground, source, _leaves_right(source, target), down))
    endings = list(_ways(ground, target, _leaves_right(target, source), down == (row == goal)))
    for join in (_joined, _joined_round_about):
        for ending, beginning in product(endings, beginnings):
            rails = join(beginning, ending, row == goal, ground)
            if rails and not (is_labelled and len(rails) == 1 and rails[0].is_gutter):
                return rails
    return _hairpin(beginnings[-1], endings[-1])


def _hairpin(beginning: _Way, ending: _Way) -> tuple[Rail, ...]:
    """Return the way down one gutter and up again: where bars leave no other, it gives a label its room."""
    ways = (Rail(True, way.gutter) for way in (beginning, ending) if way.gutter is not None)
    first, last = ways
    return first, Rail(False, beginning.channel), last


def _ways(ground: Ground, end: End, right: bool, down: bool) -> Iterator[_Way]:
    """Yield the ways from an end to a channel that no bar blocks, the wanted one first.

    A bar over a card's left gutter begins left of the card, so it stands above it: on the left there is
    always a way down.
    """
    if not end.lane:
        yield _Way(end.first, None, 0, True)
        return
    row, has_bars = ground.row_of(end.lane), ground.has_bars(end.lane)
    height = ground.box_in_lane(end).centre[1] if has_bars else 0.0
    for to_right, to_below in product((right, not right), (down, not down)):
        gutter = end.last + 1 if to_right else end.first
        room = (height, _FAR) if to_below else (-_FAR, height)
        if not has_bars or ground.is_free(row, gutter, *room):
            yield _Way(end.first, gutter, row + to_below, to_below)


def _joined(beginning: _Way, ending: _Way, is_one_row: bool, ground: Ground) -> tuple[Rail, ...]:
    """Return the rails of a way that begins and ends so; none where bars block it, or it would turn back."""
    start, goal = beginning.channel, ending.channel
    crossed = range(min(start, goal), max(start, goal))

    def is_free(gutter: int | None) -> bool:
        return gutter is not None and all(ground.is_free(row, gutter) for row in crossed)

    goes_on = start == goal or beginning.down == (goal > start)
    comes_on = start == goal or ending.down == (start > goal)
    if beginning.gutter == ending.gutter and beginning.gutter is not None:
        is_straight = not is_one_row and goes_on and comes_on and beginning.down != ending.down
        return (Rail(True, beginning.gutter),) if is_straight and is_free(beginning.gutter) else ()
    if start == goal or (comes_on and is_free(ending.gutter)):
        return _with_ends(beginning, [Rail(False, start)], ending)
    if goes_on and is_free(beginning.gutter):
        return _with_ends(beginning, [Rail(False, goal)], ending)
    return ()


def _joined_round_about(beginning: _Way, ending: _Way, _is_one_row: bool, ground: Ground) -> tuple[Rail, ...]:
    """Return the rails of a way that crosses rows in a gutter of neither end; none where it need not."""
    start, goal = beginning.channel, ending.channel
    if start == goal:
        return ()
    gutter = _way_round(beginning, ending, ground)
    return _with_ends(beginning, [Rail(False, start), Rail(True, gutter), Rail(False, goal)], ending)


def _with_ends(beginning: _Way, between: list[Rail], ending: _Way) -> tuple[Rail, ...]:
    first = [Rail(True, beginning.gutter)] if beginning.gutter is not None else []
    last = [Rail(True, ending.gutter)] if ending.gutter is not None else []
    return (*first, *between, *last)


def _way_round(beginning: _Way, ending: _Way, ground: Ground) -> int:
    """Return the gutter nearest to a way's end that leads past all bars, between its ends if there is one.

    Beyond the first and the last column there are none.
    """
    start = beginning.column if beginning.gutter is None else beginning.gutter
    goal = ending.column if ending.gutter is None else ending.gutter
    left, right = sorted((start, goal))
    others = set(range(ground.last_gutter + 1)) - {beginning.gutter, ending.gutter}

    crossed = range(min(beginning.channel, ending.channel), max(beginning.channel, ending.channel))

    def is_free(gutter: int) -> bool:
        return all(ground.is_free(row, gutter) for row in crossed)

    def detour(gutter: int) -> tuple[int, int, int]:
        return max(left - gutter, gutter - right, 0), abs(gutter - goal), gutter

    return next(filter(is_free, sorted(others, key=detour)), ground.last_gutter)
