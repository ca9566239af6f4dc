"""What stands in a lane of cards: cells that stack their cards, as high as these need."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass

from journeymapper.document.records import Card
from journeymapper.layout.card import CardLayout, lay_out_card
from journeymapper.layout.columns import Columns
from journeymapper.layout.display import Placed
from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import (
    CARD_GAP,
    COLUMN_INSET,
    LANE_PADDING_BOTTOM,
    LANE_PADDING_TOP,
)
from journeymapper.text.shaped import Shaper


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell laid out: its cards with their tops, measured from the lane's top, in points."""

    ids: tuple[str, ...]
    cards: tuple[CardLayout, ...]
    tops: tuple[float, ...]
    bottom: float


_NOTHING = Cell((), (), (), 0)


class CardCells:
    """The cells of one lane. They know nothing of where the lane stands."""

    def __init__(self, role: str, shaper: Shaper) -> None:
        """Begin without cards."""
        self._role = role
        self._shaper = shaper
        self._cells: dict[str, Cell] = {}
        self._bottoms: dict[str, float] = {}
        self.signs: Counter[str] = Counter()

    @property
    def content_height(self) -> float:
        """The height that the highest cell needs, in points, padding included; 0 without cards."""
        return max(self._bottoms.values(), default=0)

    def lay_out(
        self, step: str, ids: list[str], changed: set[str], card: Callable[[str], Card], width: float
    ) -> tuple[float, float]:
        """Lay a cell out anew, its cards ``width`` points wide.

        Cards not in ``changed`` keep their layout, unless they were of another width, and are not read again.

        Returns from where to where, from the lane's top, the cell looks another way now.
        """
        before = self._cells.get(step)
        kept = dict(zip(before.ids, before.cards, strict=True)) if before else {}
        layouts = []
        for id_ in ids:
            known = kept.get(id_) if id_ not in changed else None
            if known is None or known.width != width:
                known = lay_out_card(card(id_), self._role, self._shaper, width)
            layouts.append(known)
        self._count(before, layouts)
        cell = _stacked(ids, layouts)
        if ids:
            self._cells[step] = cell
            self._bottoms[step] = cell.bottom
        elif before:
            del self._cells[step], self._bottoms[step]
        return _difference(before or _NOTHING, cell)

    def _count(self, before: Cell | None, layouts: list[CardLayout]) -> None:
        for layout in before.cards if before else ():
            self.signs.subtract(layout.signs)
        for layout in layouts:
            self.signs.update(layout.signs)

    def visible(self, columns: Columns, seen: range, y: float, top: float, bottom: float) -> Iterator[Placed]:
        """Yield the cards of the ``seen`` columns between ``top`` and ``bottom``; ``y`` is the lane's top."""
        for x, cell, places in self._between(columns, seen, top - y, bottom - y):
            for place in places:
                yield Placed(x, y + cell.tops[place], cell.cards[place].items)

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
        """Yield the boxes of those of the same cards that are ``chosen``; neighbours in a cell have one."""
        for x, cell, places in self._between(columns, seen, top - y, bottom - y):
            are_chosen = bytes([id_ in chosen for id_ in cell.ids[: places.stop]])
            first = are_chosen.find(1, places.start)
            while first >= 0:
                end = are_chosen.find(0, first)
                last = (end if end >= 0 else len(are_chosen)) - 1
                card, top_of = cell.cards[last], cell.tops
                yield Rect(x, y + top_of[first], card.width, top_of[last] + card.height - top_of[first])
                first = are_chosen.find(1, last + 1)

    def _between(
        self, columns: Columns, seen: range, top: float, bottom: float
    ) -> Iterator[tuple[float, Cell, range]]:
        """Yield the cells of the ``seen`` columns: their cards' left end, and which cards are in between."""
        for column in seen:
            cell = self._cells.get(columns.steps[column] or "")
            if cell is not None:
                first = max(0, bisect_right(cell.tops, top) - 1)
                yield columns.x(column) + COLUMN_INSET, cell, range(first, bisect_left(cell.tops, bottom))

    def card_rect(self, columns: Columns, step: str, id_: str) -> Rect:
        """Return where a card stands, measured from the lane's top."""
        cell = self._cells[step]
        place = cell.ids.index(id_)
        x = columns.x(columns.of_step[step]) + COLUMN_INSET
        return Rect(x, cell.tops[place], cell.cards[place].width, cell.cards[place].height)

    def words_rect(self, step: str, id_: str) -> Rect:
        """Return where a card's words stand in the card."""
        cell = self._cells[step]
        return cell.cards[cell.ids.index(id_)].words

    def card_at(self, step: str, x: float, y: float) -> str | None:
        """Return the card under a point of a column: ``x`` from the column, ``y`` from the lane's top."""
        cell = self._cells.get(step)
        place = bisect_right(cell.tops, y) - 1 if cell is not None else -1
        if cell is None or place < 0:
            return None
        card = cell.cards[place]
        is_on = COLUMN_INSET <= x < COLUMN_INSET + card.width and y < cell.tops[place] + card.height
        return cell.ids[place] if is_on else None

    def count(self, step: str) -> int:
        """Return how many cards stand in a cell."""
        return len(self._cells[step].ids) if step in self._cells else 0


def _stacked(ids: list[str], layouts: list[CardLayout]) -> Cell:
    tops = []
    y = LANE_PADDING_TOP
    for layout in layouts:
        tops.append(y)
        y += layout.height + CARD_GAP
    return Cell(tuple(ids), tuple(layouts), tuple(tops), y - CARD_GAP + LANE_PADDING_BOTTOM)


def _difference(before: Cell, after: Cell) -> tuple[float, float]:
    """Return from where to where two layouts of a cell differ."""
    head = 0
    while head < min(len(before.ids), len(after.ids)) and before.cards[head] is after.cards[head]:
        head += 1
    tail = 0
    while tail < min(len(before.ids), len(after.ids)) - head and (
        before.cards[-1 - tail] is after.cards[-1 - tail] and before.tops[-1 - tail] == after.tops[-1 - tail]
    ):
        tail += 1
    tops = [cell.tops[head] for cell in (before, after) if head < len(cell.tops)]
    if not tops:
        return 0, 0
    return min(tops), max(_bottom(cell, len(cell.ids) - tail) for cell in (before, after))


def _bottom(cell: Cell, end: int) -> float:
    """Return where the cards before ``end`` end."""
    return cell.tops[end - 1] + cell.cards[end - 1].height if end > 0 else 0
