"""One cell of a lane of cards: its cards one below the other, from the lane's top."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from journeymapper.layout.card import CardLayout
from journeymapper.layout.metrics import CARD_GAP, LANE_PADDING_BOTTOM, LANE_PADDING_TOP


class Bar(NamedTuple):
    """A card of a cell that covers ``span`` columns: which in the cell, 0 at the top."""

    place: int
    span: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell laid out: its cards with their tops, measured from the lane's top, in points.

    ``bars`` are those that cover more than their own column.
    """

    ids: tuple[str, ...]
    cards: tuple[CardLayout, ...]
    tops: tuple[float, ...]
    bottom: float
    bars: tuple[Bar, ...] = ()

    def beginning_at(self, top: float) -> "Cell":
        """Return the same cards, the first of them at ``top``."""
        tops, bottom = _piled(self.cards, top)
        return replace(self, tops=tops, bottom=bottom)

    @property
    def beginning(self) -> float:
        """Where the first card stands, or would stand with nothing above it."""
        return self.tops[0] if self.tops else LANE_PADDING_TOP

    def end_of(self, place: int) -> float:
        """Return where a card ends."""
        return self.tops[place] + self.cards[place].height


#: A cell without cards.
EMPTY = Cell((), (), (), 0)


def stacked(
    ids: Iterable[str], cards: Sequence[CardLayout], bars: Iterable[Bar] = (), top: float = LANE_PADDING_TOP
) -> Cell:
    """Return these cards below each other, the first at ``top``."""
    return Cell(tuple(ids), tuple(cards), *_piled(cards, top), tuple(bars))


def _piled(cards: Sequence[CardLayout], top: float) -> tuple[tuple[float, ...], float]:
    tops = []
    y = top
    for card in cards:
        tops.append(y)
        y += card.height + CARD_GAP
    return tuple(tops), y - CARD_GAP + LANE_PADDING_BOTTOM


def difference(before: Cell, after: Cell) -> tuple[float, float]:
    """Return from where to where two layouts of a cell differ, 0 and 0 when they do not."""
    head, tail = _alike(before, after)
    tops = [cell.tops[head] for cell in (before, after) if head < len(cell.tops)]
    if not tops:
        return 0, 0
    ends = [len(cell.ids) - tail for cell in (before, after)]
    cells = zip((before, after), ends, strict=True)
    return min(tops), max(cell.end_of(end - 1) if end > 0 else 0 for cell, end in cells)


def differing_bars(before: Cell, after: Cell) -> Iterator[tuple[Cell, int]]:
    """Yield the bars that are not in both layouts of a cell: which layout has it, and at which place."""
    head, tail = _alike(before, after)
    for cell in (before, after):
        for bar in cell.bars:
            if head <= bar.place < len(cell.ids) - tail:
                yield cell, bar.place


def _alike(before: Cell, after: Cell) -> tuple[int, int]:
    """Return how many cards two layouts have in common at the beginning, and how many more at the end."""
    shorter = min(len(before.ids), len(after.ids))
    head = 0
    while head < shorter and _is_same(before, after, head):
        head += 1
    tail = 0
    while tail < shorter - head and _is_same(before, after, -1 - tail):
        tail += 1
    return head, tail


def _is_same(before: Cell, after: Cell, place: int) -> bool:
    return before.cards[place] is after.cards[place] and before.tops[place] == after.tops[place]
