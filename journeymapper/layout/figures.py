"""The number of a metric on its card: large, with its unit and target, and below it a bar or its trend.

The bar is a track from zero, or from what is below it, to the number or the target, whichever is more; a
tick stands at the target, and a short one at a zero in between. So it tells how far the number is from the
target, whether more is better or less.
"""

from dataclasses import dataclass

from journeymapper.document.figures import change_words, goes_before, quantity_words, target_words
from journeymapper.document.records import Card
from journeymapper.i18n import number
from journeymapper.layout.display import Fill, Item, Paragraph, Path, Segment, Stroke
from journeymapper.layout.geometry import Rect
from journeymapper.layout.shapes import box, circle, line
from journeymapper.style import colours, typography
from journeymapper.text.shaped import ShapedText, Shaper

_UNIT_GAP = 3.0
_TARGET_GAP = 7.0
_BAR_GAP = 3.5
_BAR_HEIGHT = 4.0
_TICK_REACH = 2.0
_TICK_WIDTH = 1.4
_LEAST_FILL = 1.5
_TREND_HEIGHT = 13.0
_TREND_GAP = 5.0
_LEAST_TREND = 18.0
_LINE_WIDTH = 1.3
_DOT_RADIUS = 2.3

#: No bar and no trend is longer than this, however many steps its card spans.
_LONGEST = 240.0


@dataclass(frozen=True, slots=True)
class _Place:
    """What a part of the card may take: from ``left`` to ``right``, from ``top`` on."""

    left: float
    right: float
    top: float

    @property
    def room(self) -> float:
        return self.right - self.left


def lay_out_figure(
    card: Card, value: float, shaper: Shaper, left: float, right: float, top: float
) -> tuple[list[Item], float]:
    """Return what a metric's card shows of its ``value`` from ``left`` to ``right``, and where that ends."""
    items, bottom = _words(card, value, shaper, _Place(left, right, top))
    if card.trend:
        place = _Place(left, right, bottom + _BAR_GAP)
        shown, bottom = _trend((*card.trend, value), card.target, shaper, place)
    elif card.target is not None:
        place = _Place(left, right, bottom + _BAR_GAP)
        shown, bottom = _bar(value, card.target, place), place.top + _BAR_HEIGHT + _TICK_REACH
    else:
        return items, bottom
    return [*items, *shown], bottom


def _words(card: Card, value: float, shaper: Shaper, place: _Place) -> tuple[list[Item], float]:
    """Return number, unit and target: on one baseline as far as there is room, else one below the other."""
    is_before = goes_before(card.unit)
    digits = _number(quantity_words(value, card.unit) if is_before else number(value), shaper, place.room)
    items: list[Item] = [Paragraph(place.left, place.top, digits, colours.INK)]
    end, bottom = place.left + digits.width, place.top + digits.height
    baseline = place.top + digits.lines[-1].baseline
    if len(digits.lines) > 1:
        end = place.right
    if card.unit and not is_before:
        unit = shaper.shape(card.unit, typography.UNIT, place.room)
        x, y = end + _UNIT_GAP, baseline - unit.lines[0].baseline
        if len(unit.lines) > 1 or x + unit.width > place.right:
            x, y = place.left, bottom
            baseline, bottom = y + unit.lines[-1].baseline, y + unit.height
        items.append(Paragraph(x, y, unit, colours.SECONDARY))
        end = x + unit.lines[-1].x + unit.lines[-1].width
    if card.target is not None:
        target, is_beside = _target(
            card.target, card.unit, shaper, place.right - end - _TARGET_GAP, place.room
        )
        x, y = place.right - target.width, baseline - target.lines[0].baseline
        if not is_beside:
            x, y = place.left, bottom
            bottom += target.height
        items.append(Paragraph(x, y, target, colours.SECONDARY))
    return items, bottom


def _target(target: float, unit: str, shaper: Shaper, beside: float, below: float) -> tuple[ShapedText, bool]:
    """Return the target in words, and whether there is room for it ``beside`` the number.

    The unit, which the number has already, is left out where it would be in the way.
    """
    whole, short = (shaper.shape(target_words(target, words), typography.HINT, below) for words in (unit, ""))
    for words in (whole, short):
        if len(words.lines) == 1 and words.width <= beside:
            return words, True
    return (whole if len(whole.lines) == 1 else short), False


def _number(words: str, shaper: Shaper, room: float) -> ShapedText:
    """Set a number large; one that is too wide for that smaller, and where it must be on several lines."""
    large = shaper.shape(words, typography.FIGURE, room)
    return large if len(large.lines) < 2 else shaper.shape(words, typography.SMALL_FIGURE, room)


def _bar(value: float, target: float, place: _Place) -> list[Item]:
    """Return the bar of a number against its target."""
    width = min(place.room, _LONGEST)
    least, most = min(0.0, value, target), max(0.0, value, target) or float(not (value or target))
    scale = _Scale(least, most, place.left, place.left + width)
    zero, end, tick = scale.at(0.0), scale.at(value), scale.at(target)
    items: list[Item] = [
        Fill(box(place.left, place.top, width, _BAR_HEIGHT, _BAR_HEIGHT / 2), colours.FIGURE_TRACK)
    ]
    if value:
        length = max(_LEAST_FILL, abs(end - zero))
        start = zero if end >= zero else zero - length
        radius = min(_BAR_HEIGHT, length) / 2
        items.append(Fill(box(start, place.top, length, _BAR_HEIGHT, radius), colours.FIGURE))
    if least < 0 < most:
        items.append(Stroke(line(zero, place.top - 1, zero, place.top + _BAR_HEIGHT + 1), colours.SECONDARY))
    x = min(max(tick, place.left + _TICK_WIDTH / 2), place.left + width - _TICK_WIDTH / 2)
    top, bottom = place.top - _TICK_REACH, place.top + _BAR_HEIGHT + _TICK_REACH
    items.append(Stroke(line(x, top, x, bottom), colours.INK, _TICK_WIDTH))
    return items


def _trend(
    values: tuple[float, ...], target: float | None, shaper: Shaper, place: _Place
) -> tuple[list[Item], float]:
    """Return the line of all values, the last one marked, the target dashed, and how the last one changed."""
    words = shaper.shape(change_words(values[-2], values[-1]), typography.HINT, place.room)
    room = place.room - words.width - _TREND_GAP - _DOT_RADIUS
    is_beside = len(words.lines) == 1 and room >= _LEAST_TREND
    width = min(room if is_beside else place.room - _DOT_RADIUS, _LONGEST)
    rect = Rect(place.left, place.top + _DOT_RADIUS, width, _TREND_HEIGHT - 2 * _DOT_RADIUS)
    items = _line_of(values, target, rect)
    if is_beside:
        x, y = place.right - words.width, place.top + (_TREND_HEIGHT - words.height) / 2
        bottom = place.top + max(_TREND_HEIGHT, y + words.height - place.top)
    else:
        x, y = place.left, place.top + _TREND_HEIGHT
        bottom = y + words.height
    return [*items, Paragraph(x, y, words, colours.SECONDARY)], bottom


def _line_of(values: tuple[float, ...], target: float | None, rect: Rect) -> list[Item]:
    scale = _Scale(min(values), max(values), rect.bottom, rect.y)
    step = rect.width / (len(values) - 1)
    points = [(rect.x + place * step, scale.at(value)) for place, value in enumerate(values)]
    segments: list[Segment] = [("M", *points[0]), *(("L", *point) for point in points[1:])]
    items: list[Item] = []
    if target is not None and min(values) <= target <= max(values):
        y = scale.at(target)
        items.append(Stroke(line(rect.x, y, rect.right, y), colours.SECONDARY, 0.75, (2, 2)))
    items.append(Stroke(Path(tuple(segments)), colours.FIGURE, _LINE_WIDTH, round=True))
    items.append(Fill(circle(*points[-1], _DOT_RADIUS), colours.INK))
    return items


class _Scale:
    """Where numbers from the ``least`` to the ``most`` stand between two ends, in points."""

    def __init__(self, least: float, most: float, start: float, end: float) -> None:
        """Measure in parts of the greatest of them: a difference of the largest numbers is too large."""
        self._unit = max(abs(least), abs(most)) or 1.0
        self._least, self._most = least / self._unit, most / self._unit
        self._start, self._end = start, end

    def at(self, value: float) -> float:
        """Return where a number stands; in the middle where all are the same."""
        span = self._most - self._least
        share = (value / self._unit - self._least) / span if span else 0.5
        return self._start + share * (self._end - self._start)
