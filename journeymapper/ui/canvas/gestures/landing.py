"""Where dragged cards would land: told from how the map stood before they were lifted.

While cards are dragged the map makes room for them, so asking it where the pointer is would chase its own
tail: a lane that they are over grows, and does no more once they are over the next. What is asked here is the
map as it was. The lanes that the cards came from are held as high as they were, and a lane that grows pushes
only what is below it: so down to the lane under the pointer the map as it was is the map as it is shown.

A bar is held by the column it was grabbed in: it begins as far to the left of the pointer's as it did.
"""

from bisect import bisect_right
from dataclasses import dataclass

from journeymapper.document.records import Card
from journeymapper.layout.cell import Cell
from journeymapper.layout.finding import rect_of
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import CARD_GAP, LANE_PADDING_TOP


@dataclass(frozen=True, slots=True)
class Place:
    """A place for cards: the cell, and how many of the cards that stay there stand above it."""

    lane: str
    step: str
    above: int


class Grid:
    """The lanes as they stood, and the cells that the dragged cards came from."""

    def __init__(self, layout: MapLayout, dragged: list[str]) -> None:
        """Remember where everything stands."""
        self._layout = layout
        self._dragged = frozenset(dragged)
        self._lanes = list(layout.shown_lanes)
        self._tops = [layout.lane_top(lane) for lane in self._lanes]
        self._bottom = self._tops[-1] + layout.lanes[self._lanes[-1]].height if self._lanes else 0.0
        self._stood: dict[str, dict[str, Cell]] = {
            id_: dict(lane.cells.cells) for id_, lane in layout.lanes.items() if lane.cells.has_bars
        }
        self._sources: dict[tuple[str, str], list[float]] = {}
        for id_ in dragged:
            card = layout.document.get(id_, Card)
            self._sources.setdefault((card.lane, card.step), [])
        for cell in self._sources:
            self._sources[cell] = self._middles(*cell)
        self.origin = self._origin(dragged)

    def place_at(self, x: float, y: float, grown: str | None = None, before: int = 0) -> Place | None:
        """Return where cards let go at a point would stand, or None where none can.

        ``grown`` is a lane that the point is known to be in, which may be higher now than it was. They begin
        ``before`` columns left of the point's, or as near to that as can be.
        """
        row = self._lanes.index(grown) if grown is not None else self._row_at(y)
        step = self._step_at(x, before)
        if row is None or step is None:
            return None
        lane = self._lanes[row]
        laid_out = self._layout.lanes[lane]
        if laid_out.is_divider or laid_out.is_collapsed or laid_out.feelings is not None:
            return None
        middles = self._sources.get((lane, step))
        if middles is None:
            middles = self._stacked_middles(lane, step)
        return Place(lane, step, bisect_right(middles, y - self._tops[row]))

    def _step_at(self, x: float, before: int) -> str | None:
        columns = self._layout.columns
        under = columns.at(x)
        if under is None:
            return None
        return next(filter(None, columns.steps[max(0, under - before) : under + 1]), None)

    def _row_at(self, y: float) -> int | None:
        row = bisect_right(self._tops, y) - 1
        return row if row >= 0 and y <= self._bottom else None

    def _middles(self, lane: str, step: str) -> list[float]:
        """Return the middles of a cell's cards that are not dragged, as they stand, from the lane's top."""
        top = self._layout.lane_top(lane)
        rects = [rect_of(self._layout, id_) for id_ in self._staying(lane, step)]
        return [rect.centre[1] - top for rect in rects if rect is not None]

    def _stacked_middles(self, lane: str, step: str) -> list[float]:
        """Return the middles of a cell's own cards as they stand without the dragged ones."""
        if lane in self._stood:
            cell = self._stood[lane].get(step)
            return _middles_of(cell) if cell is not None else []
        middles, y = [], LANE_PADDING_TOP
        for id_ in self._staying(lane, step):
            rect = rect_of(self._layout, id_)
            height = rect.height if rect is not None else 0.0
            middles.append(y + height / 2)
            y += height + CARD_GAP
        return middles

    def _staying(self, lane: str, step: str) -> list[str]:
        return [id_ for id_ in self._layout.document.indexes.cards(lane, step) if id_ not in self._dragged]

    def _origin(self, dragged: list[str]) -> Place | None:
        """Return where the cards stood, when that is one place and moving them there changes nothing."""
        if len(self._sources) != 1:
            return None
        [(lane, step)] = self._sources
        standing = self._layout.document.indexes.cards(lane, step)
        first = standing.index(dragged[0])
        return Place(lane, step, first) if standing[first : first + len(dragged)] == dragged else None


def _middles_of(cell: Cell) -> list[float]:
    return [top + card.height / 2 for top, card in zip(cell.tops, cell.cards, strict=True)]
