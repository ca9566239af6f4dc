"""From a route to points on the map: where it leaves and enters cards, and bends in gutters and channels."""

from collections.abc import Sequence
from itertools import pairwise

from journeymapper.layout.geometry import Rect
from journeymapper.layout.ground import FIRST_LOWER, Channel, End, Ground
from journeymapper.layout.link_labels import Slot, Wanted
from journeymapper.layout.link_looks import EXIT_GAP, EXIT_WIDTH, LABEL_PADDING, Point
from journeymapper.layout.metrics import MARGIN
from journeymapper.layout.routes import Route
from journeymapper.text.shaped import ShapedText

#: Links leave a little below the middle of a card's side, and enter a little above it: in points.
_ASIDE = 5.0

#: The same along the lower edge of a pill, to the right and left of its middle.
_ASIDE_ON_PILL = 12.0

#: How far an arrowhead's tip reaches into a card's padding, or a pill's.
_INTO_CARD, _INTO_PILL = 2.6, 1.6

#: A link that goes straight on keeps so far off the corners of both cards.
_OFF_CORNERS = 5.5

#: How far an exit sign is from the gutter or pill that it is reached by, and labels from bends.
_BEFORE_EXIT = 5.0
_OFF_BENDS = 5.0

#: A channel at least so high has room for two labels, one above the other.
_TWO_BANDS = 19.0

#: A channel at least so high has cards above it or below it, which labels must not touch.
_BESIDE_CARDS = 11.0
_OFF_CARDS = 0.1

#: How far signs may reach into the margin.
_INTO_MARGIN = MARGIN - 8.0


def points_of(route: Route, tracks: Sequence[int], ground: Ground, slot: Slot | None) -> tuple[Point, ...]:
    """Return the corners of a link's line, the tip of its arrowhead last; its rails run on these tracks."""
    begin = ground.box(route.source)
    end = ground.box(route.target) if route.target is not None else None
    straight = _straight(route, begin, end)
    if straight is not None:
        return straight
    points = [_beginning(route, begin)]
    for rail, track in zip(route.rails, tracks, strict=True):
        x, y = points[-1]
        if rail.is_gutter:
            points.append((ground.gutter_x(rail.number, track), y))
        else:
            points.append((x, ground.channel(rail.number).tracks[track]))
    x, y = points[-1]
    if end is None or route.target is None:
        points.append((exit_x(route, ground, slot), y))
    else:
        tip = _ending(route, route.target, end)
        points.append((x, tip[1]) if route.rails[-1].is_gutter else (tip[0], y))
        points.append(tip)
    return (points[0], *(after for before, after in pairwise(points) if after != before))


def _is_right(end: End, gutter: int) -> bool:
    """Tell whether a gutter is at the right of an end."""
    return gutter != end.first


def _beginning(route: Route, box: Rect) -> Point:
    if not route.source.lane:
        return pill_x(box, _ASIDE_ON_PILL), box.bottom
    x = box.right if _is_right(route.source, route.rails[0].number) else box.x
    return x, box.centre[1] + min(_ASIDE, box.height / 4)


def _ending(route: Route, target: End, box: Rect) -> Point:
    if not target.lane:
        return pill_x(box, -_ASIDE_ON_PILL), box.bottom - _INTO_PILL
    is_right = _is_right(target, route.rails[-1].number)
    x = box.right - _INTO_CARD if is_right else box.x + _INTO_CARD
    return x, box.centre[1] - min(_ASIDE, box.height / 4)


def pill_x(pill: Rect, aside: float) -> float:
    """Return where a link meets a pill, so far right of its middle."""
    return pill.centre[0] + max(-pill.width / 4, min(aside, pill.width / 4))


def _straight(route: Route, begin: Rect, end: Rect | None) -> tuple[Point, ...] | None:
    """Return the line straight across a gutter, where two cards stand high enough beside each other."""
    source, target = route.source, route.target
    if target is None or end is None or len(route.rails) > 1 or not source.lane or source.lane != target.lane:
        return None
    gutter = route.rails[0].number
    to_right = _is_right(source, gutter)
    if to_right == _is_right(target, gutter):
        return None
    top, bottom = max(begin.y, end.y) + _OFF_CORNERS, min(begin.bottom, end.bottom) - _OFF_CORNERS
    if top > bottom:
        return None
    y = min((top + bottom) / 2 + (0 if to_right else _ASIDE), bottom)
    if to_right:
        return (begin.right, y), (end.x + _INTO_CARD, y)
    return (begin.x, y), (end.right - _INTO_CARD, y)


def _run(route: Route, place: int, ground: Ground) -> Point:
    """Return from where to where a route runs along a channel: x at its beginning and at its end."""
    rails, source, target = route.rails, route.source, route.target
    if place > 0:
        start = ground.gutter_x(rails[place - 1].number)
    else:
        start = pill_x(ground.box(source), _ASIDE_ON_PILL)
    if place + 1 < len(rails):
        return start, ground.gutter_x(rails[place + 1].number)
    return start, start if target is None else pill_x(ground.box(target), -_ASIDE_ON_PILL)


def exit_x(route: Route, ground: Ground, slot: Slot | None) -> float:
    """Return where the bar of an exit sign stands."""
    start, _end = _run(route, len(route.rails) - 1, ground)
    if slot is None or slot.is_mirrored:
        return start + _BEFORE_EXIT + EXIT_WIDTH
    return slot.x + EXIT_WIDTH


def wanted_label(link: str, route: Route, track: int, words_width: float, ground: Ground) -> Wanted:
    """Return the room that a link's label, or its exit sign with or without one, wants in its channel."""
    start, end = _run(route, route.label_rail, ground)
    limits = ground.columns.left, ground.width - _INTO_MARGIN
    bands = _bands(track, ground.channel(route.label_channel))
    words = words_width + 2 * LABEL_PADDING if words_width else 0.0
    if route.target is None:
        width = EXIT_WIDTH + (EXIT_GAP - LABEL_PADDING + words if words else 0.0)
        left, right = start + _BEFORE_EXIT, start - _BEFORE_EXIT
        return Wanted(link, left, right, left, width, limits, bands, is_exit=True)
    left, right = min(start, end) + _OFF_BENDS, max(start, end) - _OFF_BENDS
    return Wanted(link, left, right, _middle(start, end, ground), words, limits, bands)


def _bands(track: int, channel: Channel) -> tuple[int, ...]:
    """Return which halves of a channel a label on a track stands in."""
    if channel.bottom - channel.top < _TWO_BANDS:
        return (0,)
    if track == 1:
        return (0, 1)
    return (0,) if track < FIRST_LOWER else (1,)


def _middle(start: float, end: float, ground: Ground) -> float:
    """Return the middle of the column in the middle of a run: lines that cross the channel are beside it."""
    middle = (start + end) / 2
    column = ground.columns.at(middle + (1 if end < start else -1))
    if column is None:
        return middle
    return ground.columns.x(column) + ground.columns.width_of(column) / 2


def label_box(route: Route, track: int, slot: Slot, words: ShapedText, ground: Ground) -> Rect:
    """Return the ground of a link's label on the map; that of an exit's words is beside the sign."""
    channel = ground.channel(route.label_channel)
    top, bottom = channel.top + _OFF_CARDS, channel.bottom - _OFF_CARDS
    height = min(words.height, bottom - top) if bottom - top >= _BESIDE_CARDS else words.height
    y = max(top, min(channel.tracks[track] - height / 2, bottom - height))
    width = words.width + 2 * LABEL_PADDING
    x = slot.x if route.target is not None else slot.x + slot.width - width
    return Rect(x, y, width, height)


def preview_points(source: End, x: float, y: float, ground: Ground) -> tuple[Point, ...]:
    """Return the corners of a line from a card or step to any point of the map."""
    box = ground.box(source)
    if not source.lane:
        bend = ground.channel(0).tracks[0]
        start = pill_x(box, _ASIDE_ON_PILL)
        return (start, box.bottom), (start, bend), (x, bend), (x, y)
    to_right = x > box.centre[0]
    start = box.right if to_right else box.x
    bend = ground.gutter_x(source.last + 1 if to_right else source.first)
    leaves = box.centre[1] + min(_ASIDE, box.height / 4)
    return (start, leaves), (bend, leaves), (bend, y), (x, y)
