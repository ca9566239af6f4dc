"""The chart itself: a field of three by three, its words, a tray for what is not rated yet, and the chips."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from journeymapper.document.priorities import HIGH, LOW, PLACES, UNRATED, Board, Place
from journeymapper.i18n import _
from journeymapper.layout.display import DisplayList, Fill, Item, Paragraph, Placed, Stroke
from journeymapper.layout.geometry import Rect
from journeymapper.layout.priorities.chips import (
    DOT_HEIGHT,
    Chip,
    Entry,
    has_room_for_words,
    labelled_height,
    needed_height,
    set_chips,
)
from journeymapper.layout.priorities.words import level_words, words_of
from journeymapper.layout.shapes import box
from journeymapper.style import colours, typography
from journeymapper.text.shaped import Alignment, ShapedText, Shaper

_GAP = 4.0
_RADIUS = 6.0
_PADDING = 5.0
_UNDER_NAME = 3.0
_LEVEL_WIDTH = 47.0
_OVER_ROW = 2.0
_BESIDE_LEVEL = 5.0
_UNDER_FIELD = 3.0
_ABOVE_TRAY = 9.0
_LEAST_CELL = 52.0
_LEAST_COLUMN = 40.0
_LEAST_TRAY = 40.0

#: What the rows mean stands left of them on a chart that is so wide, and over them on a narrower one.
_LEAST_BESIDE = 340.0

#: The tray takes no more of a height that is given than this; where the chart grows, more of it.
_TRAY_SHARE = 0.3
_GROWN_SHARE = 0.42

#: So many cards in the tray of a chart that grows have their words in any case.
_NAMED = 12

_Cells = Mapping[Place, Sequence[Entry]]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart laid out, in points from its top left corner: the ground, its places, and the chips by card.

    ``more`` are the chips that count what found no room.
    """

    width: float
    height: float
    ground: DisplayList
    places: Mapping[Place, Rect]
    chips: Mapping[str, Chip]
    more: Sequence[Chip] = ()

    def placed(self) -> Iterator[Placed]:
        """Yield what to paint."""
        yield Placed(0, 0, self.ground)
        for chip in (*self.chips.values(), *self.more):
            yield Placed(chip.box.x, chip.box.y, chip.items)

    def card_at(self, x: float, y: float) -> str:
        """Return the card whose chip is under a point, or ""."""
        return next((id_ for id_, chip in self.chips.items() if chip.box.contains(x, y)), "")

    def place_at(self, x: float, y: float) -> Place | None:
        """Return the place that a card would come to at a point, or None beside the chart."""
        for place, rect in self.places.items():
            if rect.grown(_GAP / 2).contains(x, y):
                return place
        return None


class Plot:
    """Lays charts of a board out; places in which nothing changed are kept as they were.

    With ``grows`` the field gets as high as its fullest row must be, and the tray likewise; else what finds
    no room is only counted.
    """

    def __init__(self, board: Board, shaper: Shaper, grows: bool = False) -> None:
        """Lay out for a board."""
        self._board = board
        self._words = words_of(board)
        self._shaper = shaper
        self._grows = grows
        self._kept: dict[Place, tuple[Sequence[Entry], Rect, list[Chip]]] = {}
        self._tray: tuple[float, float, float] = 0.0, 0.0, 0.0

    def chart(self, cells: _Cells, width: float, height: float, with_tray: bool = True) -> Chart:
        """Return the chart of these cards, so wide and at least so high; in points.

        Without ``with_tray`` there is a tray only where cards are not rated yet.
        """
        rows_words = self._row_words(width)
        is_beside = width >= _LEAST_BESIDE
        left = _LEVEL_WIDTH + _BESIDE_LEVEL if is_beside else 0.0
        over = 0.0 if is_beside else max(text.height for text in rows_words.values()) + _OVER_ROW
        column = max(_LEAST_COLUMN, (width - left - 2 * _GAP) / 3)
        levels = {level: self._level(self._board.right, level, column) for level in range(LOW, HIGH + 1)}
        levels_height = max(text.height for text in levels.values())
        has_tray = with_tray or bool(cells.get(UNRATED))
        tray = self._steady(self._tray_height(cells, width, height), width, height) if has_tray else 0.0
        below = _UNDER_FIELD + levels_height + (_ABOVE_TRAY + tray if has_tray else 0)
        rows = self._row_heights(cells, column, height - below - 2 * _GAP - 3 * over)
        places: dict[Place, Rect] = {}
        y = 0.0
        words: list[Item] = []
        for up, row in zip(range(HIGH, LOW - 1, -1), rows, strict=True):
            text = rows_words[up]
            at = y + (row - text.height) / 2 if is_beside else y
            words.append(Paragraph(0, at, text, colours.SECONDARY))
            y += over
            for right in range(LOW, HIGH + 1):
                x = left + (right - 1) * (column + _GAP)
                places[Place(right, up)] = Rect(x, y, column, row)
            y += row + _GAP
        y += _UNDER_FIELD - _GAP
        for level, text in levels.items():
            words.append(Paragraph(left + (level - 1) * (column + _GAP), y, text, colours.SECONDARY))
        y += levels_height
        if has_tray:
            places[UNRATED] = Rect(0, y + _ABOVE_TRAY, width, tray)
            y += _ABOVE_TRAY + tray
        ground = (*self._ground(places), *words)
        chips = [chip for place, lies in places.items() for chip in self._chips(place, lies, cells)]
        by_card = {chip.id: chip for chip in chips if chip.id}
        return Chart(width, y, ground, places, by_card, [chip for chip in chips if not chip.id])

    def _level(self, field: str, level: int, width: float) -> ShapedText:
        return self._shaper.shape(level_words(field, level), typography.HINT, width, Alignment.CENTRE)

    def _tray_height(self, cells: _Cells, width: float, height: float) -> float:
        """Return how high the tray is: as its cards' words need, or else their numbers.

        It takes a share of the height at most; one that grows takes what a dozen words need in any case.
        """
        unrated, room = cells.get(UNRATED, ()), width - 2 * _PADDING
        around = 2 * _PADDING + self._name(UNRATED, width).height + _UNDER_NAME
        most = max(_LEAST_TRAY, (_GROWN_SHARE if self._grows else _TRAY_SHARE) * height)
        is_few = self._grows and len(unrated) <= _NAMED
        labelled = around + labelled_height(unrated, room, self._shaper, inf if is_few else most)
        if is_few or labelled <= most:
            return max(_LEAST_TRAY, labelled)
        numbers = max(_LEAST_TRAY, around + needed_height(unrated, room, self._shaper))
        return numbers if self._grows else min(numbers, most)

    def _steady(self, tray: float, width: float, height: float) -> float:
        """Return how high the tray stays: one that grows shrinks no more at the same size of the chart.

        Else each card that is taken from it would move all the others.
        """
        if self._grows and self._tray[:2] == (width, height):
            tray = max(tray, self._tray[2])
        self._tray = width, height, tray
        return tray

    def _row_heights(self, cells: _Cells, width: float, height: float) -> list[float]:
        """Return the heights of the three rows, from the top: equal, unless one needs more."""
        ups = range(HIGH, LOW - 1, -1)
        least = [self._needed({}, up, width) for up in ups]
        needed = [self._needed(cells, up, width) for up in ups]
        most = sum(needed) if self._grows else sum(least)
        return shared_out(max(height, most), needed, least)

    def _needed(self, cells: _Cells, up: int, width: float) -> float:
        """Return how high a row must be for the numbers of its cards, and for one in each place."""
        most = _LEAST_CELL
        for right in range(LOW, HIGH + 1):
            place = Place(right, up)
            numbers = needed_height(cells.get(place, ()), width - 2 * _PADDING, self._shaper)
            most = max(most, self._head(place, width) + max(DOT_HEIGHT, numbers) + _PADDING)
        return most

    def _head(self, place: Place, width: float) -> float:
        """Return how far below a place's top its chips begin."""
        name = self._name(place, width)
        return _PADDING + (name.height + _UNDER_NAME if name.width else 0)

    def _name(self, place: Place, width: float) -> ShapedText:
        """Return what a place is called: a corner, or the tray."""
        words = _("Not rated yet") if place == UNRATED else ""
        if place in self._words.corners:
            words = _(self._words.corners[place])
        return self._shaper.shape(words, typography.STEP, width - 2 * _PADDING)

    def _chips(self, place: Place, lies: Rect, cells: _Cells) -> list[Chip]:
        """Return the chips of a place, those of before where nothing is other."""
        entries = cells.get(place, ())
        kept = self._kept.get(place)
        if kept is not None and kept[1] == lies and (kept[0] is entries or kept[0] == entries):
            return kept[2]
        top = self._head(place, lies.width)
        room = Rect(lies.x + _PADDING, lies.y + top, lies.width - 2 * _PADDING, lies.height - top - _PADDING)
        if kept is not None and kept[1] == lies and self._are_numbers_alike(kept[0], entries, room):
            chips = kept[2]
        else:
            chips = set_chips(entries, room, self._shaper)
        self._kept[place] = entries, lies, chips
        return chips

    def _are_numbers_alike(self, before: Sequence[Entry], now: Sequence[Entry], room: Rect) -> bool:
        """Tell whether cards show only their numbers, the same as before: then their words do not matter."""
        if not now or len(before) != len(now) or has_room_for_words(now, room, self._shaper):
            return False
        return all(one.has_dot_of(other) for one, other in zip(before, now, strict=True))

    def _ground(self, places: Mapping[Place, Rect]) -> Iterator[Item]:
        for place, lies in places.items():
            outline = box(lies.x, lies.y, lies.width, lies.height, _RADIUS)
            if place == UNRATED:
                yield Stroke(outline, colours.CARD_EDGE, 0.75, (3, 2))
            else:
                yield Fill(outline, self._words.first_ground if place.comes_first else colours.LANE_GROUND)
            name = self._name(place, lies.width)
            if name.width:
                ink = colours.INK if place.comes_first else colours.SECONDARY
                yield Paragraph(lies.x + _PADDING, lies.y + _PADDING, name, ink)

    def _row_words(self, width: float) -> dict[int, ShapedText]:
        """Return what the rows mean, by how far up they are."""
        field = self._board.up
        if width >= _LEAST_BESIDE:
            return {up: self._level(field, up, _LEVEL_WIDTH) for up in range(LOW, HIGH + 1)}
        return {
            up: self._shaper.shape(level_words(field, up), typography.HINT, width)
            for up in range(LOW, HIGH + 1)
        }


def shared_out(height: float, needed: Sequence[float], least: Sequence[float]) -> list[float]:
    """Return rows that share a height out: equally, but none gets less than it needs.

    Where there is too little for that, each gets its ``least``, and what is left goes where most is missing.
    """
    missing = [need - low for need, low in zip(needed, least, strict=True)]
    if sum(needed) > height:
        share = max(0.0, height - sum(least)) / sum(missing) if sum(missing) else 0.0
        return [low + miss * share for low, miss in zip(least, missing, strict=True)]
    equal, alike = height / len(needed), list(range(len(needed)))
    while short := [row for row in alike if needed[row] > equal]:
        alike = [row for row in alike if row not in short]
        if not alike:
            break
        equal = (height - sum(need for row, need in enumerate(needed) if row not in alike)) / len(alike)
    return [equal if row in alike else need for row, need in enumerate(needed)]


#: The places of a chart in the order in which one goes through them.
ORDER: tuple[Place, ...] = (*PLACES, UNRATED)
