"""What stands in a lane of cards: cells that stack their cards, as high as these need."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from journeymapper.document.records import Card
from journeymapper.layout.card import CardLayout, lay_out_card
from journeymapper.layout.columns import Columns
from journeymapper.layout.display import Placed
from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import (
    CARD_GAP,
    CARD_WIDTH,
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
        self, step: str, ids: list[str], changed: set[str], card: Callable[[str], Card]
    ) -> tuple[float, float]:
        """Lay a cell out anew; cards not in ``changed`` keep their layout and are not read again.

        Returns from where to where, from the lane's top, the cell looks another way now.
        """
        before = self._cells.get(step)
        kept = dict(zip(before.ids, before.cards, strict=True)) if before else {}
        layouts = []
        for id_ in ids:
            if id_ in changed or id_ not in kept:
                layouts.append(lay_out_card(card(id_), self._role, self._shaper))
            else:
                layouts.append(kept[id_])
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
        for column in seen:
            cell = self._cells.get(columns.steps[column] or "")
            if cell is None:
                continue
            x = columns.x(column) + COLUMN_INSET
            first = max(0, bisect_right(cell.tops, top - y) - 1)
            for card, card_top in zip(cell.cards[first:], cell.tops[first:], strict=True):
                if y + card_top >= bottom:
                    break
                yield Placed(x, y + card_top, card.items)

    def card_rect(self, columns: Columns, step: str, id_: str) -> Rect:
        """Return where a card stands, measured from the lane's top."""
        cell = self._cells[step]
        place = cell.ids.index(id_)
        x = columns.x(columns.of_step[step]) + COLUMN_INSET
        return Rect(x, cell.tops[place], CARD_WIDTH, cell.cards[place].height)

    def words_rect(self, step: str, id_: str) -> Rect:
        """Return where a card's words stand in the card."""
        cell = self._cells[step]
        return cell.cards[cell.ids.index(id_)].words

    def card_at(self, step: str, x: float, y: float) -> str | None:
        """Return the card under a point of a column: ``x`` from the column, ``y`` from the lane's top."""
        cell = self._cells.get(step)
        if cell is None or not COLUMN_INSET <= x < COLUMN_INSET + CARD_WIDTH:
            return None
        place = bisect_right(cell.tops, y) - 1
        if place < 0 or y >= cell.tops[place] + cell.cards[place].height:
            return None
        return cell.ids[place]

    def missing(self) -> frozenset[str]:
        """Return the characters of this lane's cards that no font has."""
        return frozenset().union(*(card.missing for cell in self._cells.values() for card in cell.cards))


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
