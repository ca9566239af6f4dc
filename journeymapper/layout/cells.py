"""What stands in a lane of cards: cells that stack their cards, as high as these need.

A card that covers several columns is a bar. In its own cell it keeps its place in the order; in the other
columns that it covers it stands above all their cards, which begin below the lowest such bar. So cells are
stacked from the left, and no bar ever comes to lie over anything.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from heapq import heappop, heappush
from itertools import accumulate

from journeymapper.document.records import NO_PICTURE, Card, Picture
from journeymapper.layout.card import CardLayout, lay_out_card
from journeymapper.layout.cell import EMPTY, Bar, Cell, difference, differing_bars, stacked
from journeymapper.layout.columns import Columns
from journeymapper.layout.display import DisplayList, Placed
from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import CARD_GAP, COLUMN_INSET, LANE_PADDING_TOP
from journeymapper.layout.personas import PersonaLooks
from journeymapper.text.shaped import Shaper


class CardCells:
    """The cells of one lane. They know nothing of where the lane stands."""

    def __init__(self, role: str, shaper: Shaper, picture_of: Callable[[str], Picture | None]) -> None:
        """Begin without cards; ``picture_of`` finds the pictures that cards show, by their ids."""
        self._role = role
        self._shaper = shaper
        self._picture_of = picture_of
        self._cells: dict[str, Cell] = {}
        self._bottoms: dict[str, float] = {}
        self._before: dict[str, Cell] = {}
        self._barred: set[str] = set()
        #: The cells with bars by column, when they were stacked last: column, last column covered, step.
        self._wide: list[tuple[int, int, str]] = []
        #: The last column that these and those before them cover.
        self._reaches: list[int] = []
        self.signs: Counter[str] = Counter()

    @property
    def content_height(self) -> float:
        """The height that the highest cell needs, in points, padding included; 0 without cards."""
        return max(self._bottoms.values(), default=0)

    @property
    def has_bars(self) -> bool:
        """Tell whether any card covers several columns, or did when the cells were stacked last."""
        return bool(self._barred or self._wide)

    @property
    def cells(self) -> Mapping[str, Cell]:
        """The cells that have cards, by step, as they stand now; a copy of it keeps how they stood."""
        return self._cells

    def lay_out(
        self, columns: Columns, step: str, ids: list[str], changed: set[str], card: Callable[[str], Card]
    ) -> None:
        """Lay the cards of a cell out anew; ``stack`` must follow.

        Cards not in ``changed`` keep their layout, unless they were of another width, and are not read again.
        """
        before = self._cells.get(step, EMPTY)
        kept = dict(zip(before.ids, before.cards, strict=True))
        spans = {before.ids[bar.place]: bar.span for bar in before.bars}
        column = columns.of_step.get(step, 0)  # a step that is gone has no cards
        layouts: list[CardLayout] = []
        bars = []
        for place, id_ in enumerate(ids):
            known = kept.get(id_) if id_ not in changed else None
            record = card(id_) if known is None else None
            span = record.span if record is not None else spans.get(id_, 1)
            if span > 1:
                bars.append(Bar(place, span))
            width = columns.bar_width(column, span) if span > 1 else columns.card_width(column)
            if known is None or known.width != width:
                known = self._lay_out_card(record or card(id_), width)
            layouts.append(known)
        self.signs.subtract(sign for layout in before.cards for sign in layout.signs)
        self.signs.update(sign for layout in layouts for sign in layout.signs)
        self._put(step, stacked(ids, layouts, bars, before.beginning))

    def _lay_out_card(self, card: Card, width: float) -> CardLayout:
        picture = self._picture_of(card.picture) if card.picture != NO_PICTURE else None
        return lay_out_card(card, self._role, self._shaper, width, picture)

    def _put(self, step: str, cell: Cell) -> None:
        self._before.setdefault(step, self._cells.get(step, EMPTY))
        self._barred.discard(step)
        if cell.bars:
            self._barred.add(step)
        if cell.ids:
            self._cells[step], self._bottoms[step] = cell, cell.bottom
        else:
            self._cells.pop(step, None)
            self._bottoms.pop(step, None)

    def stack(self, columns: Columns, card: Callable[[str], Card], anew: bool = False) -> list[Rect]:
        """Put the cards that were laid out, and all that their bars pushed or push down, in their places.

        ``anew`` says that the columns are others: then all bars are fitted to them. Where no bar's width
        changed, nothing is read and nothing shaped for it.

        Returns what looks another way now: x on the map, y from the lane's top; nothing when ``anew``, as
        all does then.
        """
        if self.has_bars:
            if anew:
                self._fit_bars(columns, card)
            self._stack_from_left(columns, anew)
        before, self._before = self._before, {}
        if anew:
            return []
        return [rect for step, cell in before.items() for rect in self._difference(columns, step, cell)]

    def _fit_bars(self, columns: Columns, card: Callable[[str], Card]) -> None:
        """Give all bars the widths of the columns that they cover now."""
        for step in sorted(self._barred):
            cell, layouts = self._cells[step], list(self._cells[step].cards)
            for place, span in cell.bars:
                width = columns.bar_width(columns.of_step[step], span)
                if layouts[place].width != width:
                    layouts[place] = self._lay_out_card(card(cell.ids[place]), width)
            self._put(step, stacked(cell.ids, layouts, cell.bars, cell.beginning))

    def _stack_from_left(self, columns: Columns, anew: bool) -> None:
        """Let each cell begin below the bars that cover its column, as far as anything may have changed."""
        changed = {} if anew else {columns.of_step[step]: cell for step, cell in self._before.items()}
        first = 0 if anew else min(changed, default=len(columns.steps))
        end = len(columns.steps) - 1 if anew else _reach(columns, changed)
        if anew or any(cell.bars for cell in changed.values()) or not self._barred.isdisjoint(self._before):
            self._list_wide(columns)
        #: The bars over the present column, the lowest first, with the last column that each covers.
        over: list[tuple[float, int]] = []
        for left, bar, cell in self._covering(first):
            heappush(over, (-cell.end_of(bar.place), left + bar.span - 1))
        column = first
        while column <= end:
            while over and over[0][1] < column:
                heappop(over)
            step = columns.steps[column] or ""
            if (standing := self._cells.get(step)) is not None:
                beginning = CARD_GAP - over[0][0] if over else LANE_PADDING_TOP
                if standing.beginning != beginning:
                    standing = standing.beginning_at(beginning)
                    self._put(step, standing)
                    end = max(end, _reach(columns, {column: standing}))
                elif column in changed:
                    end = max(end, _reach(columns, {column: standing}))
                for bar in standing.bars:
                    heappush(over, (-standing.end_of(bar.place), column + bar.span - 1))
            column += 1

    def _list_wide(self, columns: Columns) -> None:
        places = ((columns.of_step[step], step) for step in self._barred)
        self._wide = sorted(
            (column, _reach(columns, {column: self._cells[step]}), step) for column, step in places
        )
        self._reaches = list(accumulate((reach for _column, reach, _step in self._wide), max))

    def _difference(self, columns: Columns, step: str, before: Cell) -> Iterator[Rect]:
        """Yield where a cell, and its bars right of it, look another way than ``before``."""
        column, after = columns.of_step[step], self._cells.get(step, EMPTY)
        x = columns.x(column)
        top, bottom = difference(before, after)
        if bottom > top:
            yield Rect(x, top, columns.width_of(column), bottom - top)
        if before.bars or after.bars:
            for cell, place in differing_bars(before, after):
                bar = cell.cards[place]
                yield Rect(x, cell.tops[place], bar.width + 2 * COLUMN_INSET, bar.height)

    def _covering(self, column: int) -> Iterator[tuple[int, Bar, Cell]]:
        """Yield the bars of earlier columns that cover this one: where each begins, itself, and its cell."""
        end = bisect_left(self._wide, (column,))
        first = bisect_left(self._reaches, column, 0, end)
        for left, reach, step in self._wide[first:end]:
            if reach >= column:
                cell = self._cells[step]
                for bar in cell.bars:
                    if left + bar.span > column:
                        yield left, bar, cell

    def bars_over(self, column: int) -> list[str]:
        """Return the bars of earlier columns that cover this one, the highest first."""
        over = self._covering(column)
        found = sorted((cell.tops[bar.place], cell.ids[bar.place]) for _left, bar, cell in over)
        return [id_ for _top, id_ in found]

    def bars_across(self, columns: Columns, gutter: int) -> Sequence[tuple[float, float]]:
        """Return top and bottom of the bars over both the columns ``gutter - 1`` and ``gutter``.

        They are measured from the lane's top.
        """
        if gutter >= len(columns.steps):
            return ()
        over = self._covering(gutter)
        return [(cell.tops[bar.place], cell.end_of(bar.place)) for _left, bar, cell in over]

    def bars_in(self, columns: Columns, seen: range) -> list[tuple[int, int]]:
        """Return the first and last columns of the bars over any of the ``seen`` columns, from the left."""
        if not seen:
            return []
        begins = [(left, bar) for left, bar, _cell in self._covering(seen.start)]
        for column, _reach_of, step in self._wide[bisect_left(self._wide, (seen.start,)) :]:
            if column >= seen.stop:
                break
            begins.extend((column, bar) for bar in self._cells[step].bars)
        return [(left, columns.last_covered(left, bar.span)) for left, bar in begins]

    def beginning(self, column: int) -> float:
        """Return where the cards of a column begin, measured from the lane's top: below the bars over it."""
        ends = (cell.end_of(bar.place) for _left, bar, cell in self._covering(column))
        return max((end + CARD_GAP for end in ends), default=LANE_PADDING_TOP)

    def visible(
        self, columns: Columns, seen: range, y: float, top: float, bottom: float, looks: PersonaLooks
    ) -> Iterator[Placed]:
        """Yield the cards over the ``seen`` columns between ``top`` and ``bottom``.

        The lane's top is at ``y`` on the map.
        """
        for x, cell, places in self._between(columns, seen, top - y, bottom - y):
            for place in places:
                card, card_y = cell.cards[place], y + cell.tops[place]
                yield Placed(x, card_y, card.items)
                if (badge := card.badge) is not None:
                    sign = looks.badge(badge.persona, self._shaper)
                    yield Placed(x + badge.x, card_y + badge.y, sign)

    def boxes(
        self, columns: Columns, seen: range, y: float, top: float, bottom: float
    ) -> Iterator[tuple[str, Rect]]:
        """Yield the ids and boxes of the same cards."""
        for x, cell, places in self._between(columns, seen, top - y, bottom - y):
            for place in places:
                card = cell.cards[place]
                yield cell.ids[place], Rect(x, y + cell.tops[place], card.width, card.height)

    def runs(
        self, chosen: Set[str], columns: Columns, seen: range, y: float, top: float, bottom: float
    ) -> Iterator[Rect]:
        """Yield the boxes of those of the same cards that are ``chosen``; neighbours in a cell have one.

        Where bars are among them each card has its own, as they are not equally wide.
        """
        for x, cell, places in self._between(columns, seen, top - y, bottom - y):
            are_chosen = bytes([id_ in chosen for id_ in cell.ids[: places.stop]])
            first = are_chosen.find(1, places.start)
            while first >= 0:
                end = first + 1 if cell.bars else are_chosen.find(0, first)
                last = (end if end >= 0 else len(are_chosen)) - 1
                card, top_of = cell.cards[last], cell.tops
                yield Rect(x, y + top_of[first], card.width, top_of[last] + card.height - top_of[first])
                first = are_chosen.find(1, last + 1)

    def _between(
        self, columns: Columns, seen: range, top: float, bottom: float
    ) -> Iterator[tuple[float, Cell, range]]:
        """Yield the cells over the ``seen`` columns: their cards' left end, and which are in between."""
        for left, bar, cell in self._covering(seen.start) if seen else ():
            if cell.tops[bar.place] < bottom and cell.end_of(bar.place) > top:
                yield columns.x(left) + COLUMN_INSET, cell, range(bar.place, bar.place + 1)
        for column in seen:
            own = self._cells.get(columns.steps[column] or "")
            if own is not None:
                first = max(0, bisect_right(own.tops, top) - 1)
                yield columns.x(column) + COLUMN_INSET, own, range(first, bisect_left(own.tops, bottom))

    def card_rect(self, columns: Columns, step: str, id_: str) -> Rect:
        """Return where a card stands, measured from the lane's top."""
        cell = self._cells[step]
        place = cell.ids.index(id_)
        x = columns.x(columns.of_step[step]) + COLUMN_INSET
        return Rect(x, cell.tops[place], cell.cards[place].width, cell.cards[place].height)

    def card_items(self, step: str, id_: str, looks: PersonaLooks) -> DisplayList:
        """Return what is painted of a card, with the sign of its persona, from the card's corner."""
        cell = self._cells[step]
        return cell.cards[cell.ids.index(id_)].whole(looks, self._shaper)

    def words_rect(self, step: str, id_: str) -> Rect:
        """Return where a card's words stand in the card."""
        cell = self._cells[step]
        return cell.cards[cell.ids.index(id_)].words

    def count_rect(self, step: str, id_: str) -> Rect | None:
        """Return where in a card the pill is that counts its evidence, if it has one."""
        cell = self._cells[step]
        return cell.cards[cell.ids.index(id_)].count

    def card_at(self, columns: Columns, column: int, x: float, y: float) -> tuple[str, str] | None:
        """Return the card under a point of a column, and its step: x on the map, y from the lane's top."""
        cell = self._cells.get(columns.steps[column] or "", EMPTY)
        if (place := bisect_right(cell.tops, y) - 1) >= 0 and _holds(columns, column, cell, place, x, y):
            return cell.ids[place], columns.steps[column] or ""
        for left, bar, own in self._covering(column):
            if _holds(columns, left, own, bar.place, x, y):
                return own.ids[bar.place], columns.steps[left] or ""
        return None

    def count(self, step: str) -> int:
        """Return how many cards stand in a cell."""
        return len(self._cells[step].ids) if step in self._cells else 0


def _reach(columns: Columns, cells: Mapping[int, Cell]) -> int:
    """Return the last column that these cells, by column, or bars of theirs cover; -1 without any."""
    ends = (
        columns.last_covered(column, max((bar.span for bar in cell.bars), default=1))
        for column, cell in cells.items()
    )
    return max(ends, default=-1)


def _holds(columns: Columns, column: int, cell: Cell, place: int, x: float, y: float) -> bool:
    """Tell whether a card of a column's cell is under a point."""
    from_left = x - columns.x(column) - COLUMN_INSET
    return 0 <= from_left < cell.cards[place].width and cell.tops[place] <= y < cell.end_of(place)
