"""Chips: cards as small labelled dots, set in a box so that none lies on another."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from journeymapper.i18n import _
from journeymapper.layout.display import DisplayList, Fill, Item, Paragraph, Stroke
from journeymapper.layout.geometry import Rect
from journeymapper.layout.pouring import lines_of, pitch_of
from journeymapper.layout.shapes import box
from journeymapper.style import colours, typography
from journeymapper.text.shaped import ShapedText, Shaper

DOT_HEIGHT = 13.0
CHIP_GAP = 3.0

_DOT_PADDING = 4.0
_DOT_LEAST = 17.0
_DOT_INSET = 2.0
_BESIDE_DOT = 4.0
_LABEL_PADDING = 2.6
_CHIP_RADIUS = 4.0

#: No chip is labelled where less room than this is left for words, in points.
_LEAST_LABEL = 30.0

#: Chips stand in several columns where each can be so wide.
_LEAST_COLUMN = 118.0
_WIDEST = 240.0

_ELLIPSIS = "…"
_NO_BREAK = "\u00a0"

#: A label has so many lines at most.
_MOST_LINES = 3

_LABEL = typography.CARD
_NUMBER = typography.COUNT


@dataclass(frozen=True, slots=True)
class Entry:
    """A card of the chart: its ``number``, its words on one line, and the colour of its stage."""

    id: str
    number: int
    text: str
    hue: str

    def has_dot_of(self, other: "Entry") -> bool:
        """Tell whether all is the same but the words."""
        return self is other or (self.id, self.number, self.hue) == (other.id, other.number, other.hue)


class Chip:
    """A card on the chart: its box, and what to paint, from its corner. ``id`` "" stands for several.

    What to paint is made when somebody looks: of thousands of cards most are out of view.
    """

    __slots__ = ("_draw", "_items", "box", "id")

    def __init__(self, id_: str, box: Rect, draw: Callable[[], Iterable[Item]]) -> None:
        """Stand in a box; ``draw`` makes what to paint."""
        self.id = id_
        self.box = box
        self._draw = draw
        self._items: DisplayList | None = None

    @property
    def items(self) -> DisplayList:
        """What to paint: always the same list."""
        if self._items is None:
            self._items = tuple(self._draw())
        return self._items


def set_chips(entries: Sequence[Entry], room: Rect, shaper: Shaper) -> list[Chip]:
    """Set cards inside a box, in the order of their numbers: with some of their words, or without any.

    What has no room even so is counted by the last chip.
    """
    if not entries:
        return []
    return _labelled(entries, room, shaper) or _dots(entries, room, shaper)


def needed_height(entries: Sequence[Entry], width: float, shaper: Shaper) -> float:
    """Return how high a box of that width must be for the numbers of these cards, in points."""
    if not entries:
        return 0
    widest = dot_width(entries[-1].number, shaper)
    in_row = max(1, int((width + CHIP_GAP) // (widest + CHIP_GAP)))
    rows = -(-len(entries) // in_row)
    return rows * (DOT_HEIGHT + CHIP_GAP) - CHIP_GAP


def labelled_height(entries: Sequence[Entry], width: float, shaper: Shaper, most: float) -> float:
    """Return how high a box of that width must be for these cards with a line of words each, in points.

    Where that is more than ``most``, nobody has asked how high the words of each are.
    """
    count = max(1, len(entries))
    rows = -(-count // min(_columns_in(width), count))
    least = _least_height(shaper)
    if rows * (least + CHIP_GAP) > most:
        return rows * (least + CHIP_GAP)
    texts = (shaper.shape(entry.text, _LABEL) for entry in entries)
    highest = max((pitch_of(text) + 2 * _LABEL_PADDING for text in texts), default=0.0)
    return rows * (max(least, highest) + CHIP_GAP) - CHIP_GAP


def _columns_in(width: float) -> int:
    return max(1, int((width + CHIP_GAP) // (_LEAST_COLUMN + CHIP_GAP)))


def _least_height(shaper: Shaper) -> float:
    """Return how high a labelled chip of one line is."""
    return max(DOT_HEIGHT + 2 * _DOT_INSET, shaper.shape("8", _LABEL).height + 2 * _LABEL_PADDING)


def dot_width(number: int, shaper: Shaper) -> float:
    """Return how wide the dot of a number is."""
    return max(_DOT_LEAST, shaper.shape(str(number), _NUMBER).width + 2 * _DOT_PADDING)


def dot(number: int, hue: str, x: float, y: float, width: float, shaper: Shaper) -> list[Item]:
    """Return a number on the colour of its stage, with the top left corner at (x, y)."""
    text = shaper.shape(str(number), _NUMBER)
    return [
        Fill(box(x, y, width, DOT_HEIGHT, DOT_HEIGHT / 2), hue),
        Paragraph(x + (width - text.width) / 2, y + (DOT_HEIGHT - text.height) / 2, text, colours.PAPER),
    ]


def _labelled(entries: Sequence[Entry], room: Rect, shaper: Shaper) -> list[Chip]:
    """Return chips with as many lines of their words as all have room for; none where they have not."""
    if not has_room_for_words(entries, room, shaper):
        return []
    count = min(_columns_in(room.width), len(entries))
    width = min((room.width + CHIP_GAP) / count - CHIP_GAP, _WIDEST)
    widest = dot_width(entries[-1].number, shaper)
    label = _label_width(width, widest)
    least = _least_height(shaper)
    for lines in range(_MOST_LINES, 0, -1):
        texts = [limited(entry.text, label, lines, shaper) for entry in entries]
        heights = [max(least, text.height + 2 * _LABEL_PADDING) for text in texts]
        boxes = list(_columns(heights, room, count, width))
        if len(boxes) == len(entries):
            return [
                Chip(entry.id, lies, partial(_chip, entry, text, lies, widest, shaper))
                for entry, text, lies in zip(entries, texts, boxes, strict=True)
            ]
    return []


def has_room_for_words(entries: Sequence[Entry], room: Rect, shaper: Shaper) -> bool:
    """Tell whether a box may have room for some words of each of these cards, whatever their words are."""
    count = min(_columns_in(room.width), len(entries))
    width = min((room.width + CHIP_GAP) / count - CHIP_GAP, _WIDEST)
    in_column = int((room.height + CHIP_GAP + 0.01) // (_least_height(shaper) + CHIP_GAP))
    label = _label_width(width, dot_width(entries[-1].number, shaper))
    return label >= _LEAST_LABEL and len(entries) <= count * in_column


def _label_width(width: float, dot: float) -> float:
    """Return how wide the words of a chip can be beside a dot of that width."""
    return width - dot - 2 * _DOT_INSET - _BESIDE_DOT - _LABEL_PADDING


def _columns(heights: Sequence[float], room: Rect, count: int, width: float) -> Iterator[Rect]:
    """Yield the boxes of chips, column by column, as far as there is room."""
    column, y = 0, room.y
    for height in heights:
        if y > room.y and y + height > room.bottom + 0.01:
            column, y = column + 1, room.y
        if column >= count or y + height > room.bottom + 0.01:
            return
        yield Rect(room.x + column * (width + CHIP_GAP), y, width, height)
        y += height + CHIP_GAP


def limited(words: str, width: float, lines: int, shaper: Shaper) -> ShapedText:
    """Set a label on so many lines at most; what does not fit is left out for an ellipsis."""
    whole = shaper.shape(words, _LABEL, width)
    if len(whole.lines) <= lines:
        return whole
    above = lines_of(whole, 0, lines - 1)
    rest = words[whole.lines[lines - 1].start :].strip()
    last = _cut(rest, width, shaper)
    below = tuple(replace(line, baseline=line.baseline + above.height) for line in last.lines[:1])
    height = above.height + pitch_of(last)
    return ShapedText((*above.lines, *below), max(whole.width, last.width), height, whole.missing)


def _cut(words: str, width: float, shaper: Shaper) -> ShapedText:
    """Set words on one line; what does not fit is left out for an ellipsis, from the middle of a word on."""
    whole = shaper.shape(words, _LABEL, width)
    if len(whole.lines) == 1:
        return whole
    room = width - shaper.shape(_ELLIPSIS, _LABEL).width
    unbroken = shaper.shape(words.replace(" ", _NO_BREAK), _LABEL, room)
    kept = words[: len(unbroken.lines[0].text)].rstrip()
    while len((short := shaper.shape(kept + _ELLIPSIS, _LABEL, width)).lines) > 1:
        kept = kept[:-1]
    return short


def _chip(entry: Entry, text: ShapedText, lies: Rect, widest: float, shaper: Shaper) -> DisplayList:
    outline = box(0, 0, lies.width, lies.height, _CHIP_RADIUS)
    first_line = _LABEL_PADDING + pitch_of(text) / 2
    if len(text.lines) == 1:
        first_line = lies.height / 2
    x = _DOT_INSET + widest + _BESIDE_DOT
    return (
        Fill(outline, colours.PAPER),
        Stroke(outline, colours.CARD_EDGE, 0.75),
        *dot(
            entry.number, entry.hue, _DOT_INSET, max(_DOT_INSET, first_line - DOT_HEIGHT / 2), widest, shaper
        ),
        Paragraph(x, first_line - pitch_of(text) / 2, text, colours.INK),
    )


def _dots(entries: Sequence[Entry], room: Rect, shaper: Shaper) -> list[Chip]:
    """Return the numbers of cards, row by row; the last one counts those that have no room."""
    widest = dot_width(entries[-1].number, shaper)
    in_row = max(1, int((room.width + CHIP_GAP + 0.01) // (widest + CHIP_GAP)))
    rows = max(1, int((room.height + CHIP_GAP + 0.01) // (DOT_HEIGHT + CHIP_GAP)))
    shown = len(entries) if len(entries) <= in_row * rows else max(0, in_row * rows - min(2, in_row))
    chips = []
    for place, entry in enumerate(entries[:shown]):
        lies = _dot_box(place, in_row, widest, room)
        chips.append(Chip(entry.id, lies, partial(dot, entry.number, entry.hue, 0, 0, widest, shaper)))
    if more := len(entries) - shown:
        words = shaper.shape(_("+ {count}").format(count=more), _NUMBER)
        at = _dot_box(shown, in_row, widest, room)
        item = Paragraph(0, (DOT_HEIGHT - words.height) / 2, words, colours.SECONDARY)
        chips.append(Chip("", Rect(at.x, at.y, words.width, DOT_HEIGHT), lambda: (item,)))
    return chips


def _dot_box(place: int, in_row: int, width: float, room: Rect) -> Rect:
    row, column = divmod(place, in_row)
    x, y = room.x + column * (width + CHIP_GAP), room.y + row * (DOT_HEIGHT + CHIP_GAP)
    return Rect(x, y, width, DOT_HEIGHT)
