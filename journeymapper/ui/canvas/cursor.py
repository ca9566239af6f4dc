"""The keyboard's way over the map: where an arrow leads from the present place.

The map is walked as it is seen: the title and the personas, the stages, the steps, then lane by lane the
cells, in each cell its cards or points from the top, and left of the cells the lane heads. Of a collapsed
lane there is only the head, of a hidden one nothing. From a link the way goes on from its end that one came
from, else from where it begins. In a lane of emotions the way sideways keeps to a curve, as far as it goes.

A bar is met in every column that it covers, above what stands there. To the right of it is what stands below
it in the next column, or that cell, empty; to the left what stands before its beginning.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from journeymapper.document.records import (
    MAP_ID,
    OUTSIDE,
    Card,
    EmotionPoint,
    JourneyMap,
    Lane,
    Link,
    Persona,
    Stage,
    Step,
)
from journeymapper.document.roles import EMOTION
from journeymapper.layout.finding import rect_of
from journeymapper.layout.map_layout import MapLayout
from journeymapper.ui.open_map import OpenMap, cell_of

_TITLE, _STAGES, _STEPS, _FIRST_LANE = range(4)
_HEAD = -1


#: Deeper than any cell.
_BOTTOM = 1 << 20


class Way(Enum):
    """Where a key leads: to a neighbour, to an end of the row or the map, or on in reading order."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    ROW_START = "row start"
    ROW_END = "row end"
    START = "start"
    END = "end"
    NEXT = "next"
    PREVIOUS = "previous"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the keyboard: a record, and the cell it stands in; only a cell where that is empty."""

    id: str = ""
    cell: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class _Square:
    """A place by row and column: column ``_HEAD`` is the lane's head, ``depth`` counts within a cell.

    ``is_gap`` says that it is an empty part of a cell: right above what stands at that depth, if anything.
    """

    row: int
    column: int
    depth: int = 0
    is_gap: bool = False


class Cursor:
    """Where the keyboard stands, and where each key would take it.

    It remembers the column it came by, and where it stood when what it stood on is selected no more.
    """

    def __init__(self, open_map: OpenMap) -> None:
        """Follow the selection of an open map."""
        self._open_map = open_map
        self._square = _Square(_TITLE, 0)
        self._spot: Spot | None = None
        open_map.selected.connect(self._follow_selection)

    @property
    def _layout(self) -> MapLayout:
        return self._open_map.session.layout

    @property
    def _lanes(self) -> list[str]:
        return self._layout.shown_lanes

    @property
    def _steps(self) -> list[str | None]:
        return self._layout.columns.steps

    def spot(self) -> Spot | None:
        """Return where the keyboard stands, or None."""
        if self._open_map.current:
            return Spot(self._open_map.current, self._open_map.cell)
        return Spot("", self._open_map.cell) if self._open_map.cell else None

    def occupants(self, cell: tuple[str, str]) -> list[str]:
        """Return what stands in a cell from the top down: cards, or emotion points."""
        document = self._open_map.session.document
        if document.get(cell[0], Lane).lane_kind != EMOTION:
            return document.indexes.cards(*cell)
        points = [document.get(id_, EmotionPoint) for id_ in document.indexes.points(*cell).values()]
        return [point.id for point in sorted(points, key=lambda point: (-point.score, point.persona))]

    def go(self, way: Way, accepts: Callable[[Spot], bool] | None = None) -> Spot | None:
        """Go on by a key until a place is accepted (the first, if nobody asks), and return it.

        None where the way leads to no such place; the keyboard then stays where it is.
        """
        square = self._here()
        start = self._corner(-1 if way is Way.END else 1) if square is None else self._square_at(square, way)
        there, spot = self._arrive(start)
        while accepts is not None and there is not None and spot is not None and not accepts(spot):
            before = there
            there, spot = self._arrive(self._square_at(before, way))
            if there == before:
                return None
        if there is not None and spot is not None:
            self._square, self._spot = replace(there, is_gap=not spot.id and spot.cell is not None), spot
        return spot

    def _arrive(self, square: _Square | None) -> tuple[_Square | None, Spot | None]:
        return square, self._spot_of(square) if square is not None else None

    def _square_at(self, here: _Square, way: Way) -> _Square | None:
        ways: dict[Way, Callable[[], _Square | None]] = {
            Way.LEFT: lambda: self._sideways(here, -1),
            Way.RIGHT: lambda: self._sideways(here, 1),
            Way.UP: lambda: self._upright(here, -1),
            Way.DOWN: lambda: self._upright(here, 1),
            Way.ROW_START: lambda: self._row_end(here.row, 1),
            Way.ROW_END: lambda: self._row_end(here.row, -1),
            Way.START: lambda: self._corner(1),
            Way.END: lambda: self._corner(-1),
            Way.NEXT: lambda: self._onward(here, 1),
            Way.PREVIOUS: lambda: self._onward(here, -1),
        }
        return ways[way]()

    def _here(self) -> _Square | None:
        """Return the present square, with the column and depth that the keys came by, while they hold.

        Without a spot it is the last one, as long as what it was is there.
        """
        spot = self.spot() or self._rest()
        if spot is None:
            return None
        if spot != self._spot or not self._still_leads_to(spot):
            self._square, self._spot = self._square_of(spot), spot
        return self._square

    def _still_leads_to(self, spot: Spot) -> bool:
        """Tell whether the remembered square is where it was: lanes and columns come, go and move."""
        row, column = self._square.row, self._square.column
        if row >= _FIRST_LANE + len(self._lanes) or column >= self._row_length(row):
            return False
        there = self._spot_of(self._square)
        if there is None:
            return False
        return there.id == spot.id if spot.id else there.cell == spot.cell

    def _rest(self) -> Spot | None:
        """Return the last spot, while its record can still be seen."""
        spot = self._spot
        return spot if spot is not None and rect_of(self._layout, spot.id) is not None else None

    def _follow_selection(self) -> None:
        """Remember a new spot; one in a cell keeps its depth when its card is deselected or deleted."""
        spot, last = self.spot(), self._spot
        if spot is None or spot == last:
            return
        if spot.id:
            self._here()
        elif last is not None and last.id and last.cell == spot.cell:
            is_gone = last.id not in self._open_map.session.document
            self._square, self._spot = replace(self._square, is_gap=is_gone), spot

    def _square_of(self, spot: Spot) -> _Square:
        record = self._open_map.session.document.find(spot.id) if spot.id else None
        columns = self._layout.columns
        if isinstance(record, Lane | Card | EmotionPoint) and rect_of(self._layout, spot.id) is None:
            return _Square(_TITLE, 0)
        match record:
            case JourneyMap():
                return _Square(_TITLE, 0)
            case Persona():
                return _Square(_TITLE, 1 + list(self._layout.header.personas).index(record.id))
            case Stage():
                return _Square(_STAGES, next(span.first for span in columns.spans if span.stage == record.id))
            case Step():
                return _Square(_STEPS, columns.of_step[record.id])
            case Lane():
                return _Square(_FIRST_LANE + self._lanes.index(record.id), _HEAD)
            case Card() | EmotionPoint():
                cell = record.lane, record.step
                row, column = _FIRST_LANE + self._lanes.index(cell[0]), columns.of_step[cell[1]]
                return _Square(row, column, self._pile(row, column).index(record.id))
            case Link(source=source, target=target):
                comes_from_target = target != OUTSIDE and self._still_leads_to(Spot(target))
                end = target if comes_from_target else source
                return self._square_of(Spot(end, cell_of(self._open_map.session.document, end)))
        if spot.cell is not None and self._layout.is_open(spot.cell[0]):
            lane, step = spot.cell
            row = _FIRST_LANE + self._lanes.index(lane)
            return _Square(row, columns.of_step[step], _BOTTOM, is_gap=True)
        return _Square(_TITLE, 0)

    def _spot_of(self, square: _Square) -> Spot | None:
        """Return what stands on a square, or None where there is nothing to stand on."""
        row, column = square.row, square.column
        if row == _TITLE:
            return Spot(self._title_row()[column])
        if row == _STAGES:
            return Spot(self._layout.columns.span_at(column).stage) if self._steps else None
        if row == _STEPS:
            step = self._steps[column]
            return Spot(step) if step else None
        lane = self._lanes[row - _FIRST_LANE]
        if column == _HEAD or self._is_only_head(row):
            return Spot(lane)
        if not (pile := self._pile(row, column)):
            return None
        id_ = pile[max(0, min(square.depth, len(pile) - 1))]
        own = lane, self._steps[column] or ""
        return Spot(id_, cell_of(self._open_map.session.document, id_)) if id_ else Spot("", own)

    def _pile(self, row: int, column: int) -> list[str]:
        """Return what is met in a cell from the top down: the bars over it, then its own, or "" for none.

        An empty stage has no cell, but bars may be over its column.
        """
        lane, step = self._lanes[row - _FIRST_LANE], self._steps[column]
        own = (self.occupants((lane, step)) or [""]) if step is not None else []
        return [*self._layout.lanes[lane].cells.bars_over(column), *own]

    def _first_own(self, row: int, column: int) -> int:
        """Return at which depth the cell's own begin: below the bars over it."""
        if row < _FIRST_LANE or column == _HEAD:
            return 0
        return len(self._layout.lanes[self._lanes[row - _FIRST_LANE]].cells.bars_over(column))

    def _title_row(self) -> list[str]:
        return [MAP_ID, *self._layout.header.personas]

    def _is_only_head(self, row: int) -> bool:
        """Tell whether a lane has no cells to stand in: a dividing line, or one that is collapsed."""
        lane = self._layout.lanes[self._lanes[row - _FIRST_LANE]]
        return lane.is_divider or lane.is_collapsed

    def _row_length(self, row: int) -> int:
        return len(self._title_row()) if row == _TITLE else len(self._steps)

    def _sideways(self, square: _Square, by: int) -> _Square | None:
        """Return the next square of the row that can be stood on."""
        row = square.row
        if row >= _FIRST_LANE and self._is_only_head(row):
            return None
        here, start = self._spot_of(square), self._leaving(square, by)
        column = start.column
        while True:
            column += by
            if column == _HEAD and by < 0 and row >= _FIRST_LANE:
                return _Square(row, _HEAD)
            if not 0 <= column < self._row_length(row):
                return None
            there = self._beside(start, column)
            if there is not None and (spot := self._spot_of(there)) is not None and spot != here:
                return there

    def _leaving(self, square: _Square, by: int) -> _Square:
        """Return the square from which a way leads sideways: to the left, the one in which a bar begins."""
        row, column = square.row, square.column
        if row < _FIRST_LANE or column == _HEAD:
            return _Square(row, column)
        if square.is_gap and square.depth == _BOTTOM:
            return _Square(row, column, self._first_own(row, column))
        spot = self._spot_of(square)
        if by < 0 and spot is not None and spot.id and spot.cell is not None:
            own = self._layout.columns.of_step[spot.cell[1]]
            return _Square(row, own, self._pile(row, own).index(spot.id)) if own != column else square
        return square

    def _beside(self, start: _Square, column: int) -> _Square | None:
        """Return the square of another column that is as deep: as far below a bar that is over both.

        To the right that is one of the column's own; an empty stage has none.
        """
        row, depth = start.row, start.depth
        if row < _FIRST_LANE or start.column == _HEAD:
            return _Square(row, column)
        here, there = self._pile(row, start.column), self._pile(row, column)
        if (point := self._point_of_curve(row, column)) in there:
            return _Square(row, column, there.index(point))
        for place in range(min(depth, len(here) - 1), -1, -1):
            if here[place] and here[place] in there:
                depth += there.index(here[place]) - place
                break
        if column > start.column:
            if self._steps[column] is None:
                return None
            depth = max(depth, self._first_own(row, column))
        return _Square(row, column, depth)

    def _point_of_curve(self, row: int, column: int) -> str | None:
        """Return a column's point of the curve that one walks along: that of the point met last."""
        curve, step = self._open_map.curve, self._steps[column]
        if curve is None or step is None:
            return None
        lane = self._lanes[row - _FIRST_LANE]
        return self._open_map.session.document.indexes.points(lane, step).get(curve)

    def _upright(self, square: _Square, by: int) -> _Square | None:
        """Return the square above or below: within the cell first, then in the next row."""
        if (within := self._within(square, by)) is not None:
            return within
        row, column = square.row + by, square.column
        if square.row == _TITLE:
            column = self._column_below(column)
        if square.column == _HEAD and row < _FIRST_LANE:
            return _Square(_TITLE, 0)
        while _TITLE <= row < _FIRST_LANE + len(self._lanes):
            if row == _TITLE:
                return _Square(_TITLE, 0)
            there = _Square(row, column, 0 if by > 0 else _BOTTOM)
            if (column == _HEAD or column < len(self._steps)) and self._spot_of(there) is not None:
                return there
            row += by
        return None

    def _within(self, square: _Square, by: int) -> _Square | None:
        """Return the next card or point of the same cell."""
        spot = self._spot_of(square)
        if square.row < _FIRST_LANE or spot is None or spot.cell is None:
            return None
        pile = self._pile(square.row, square.column)
        is_between = square.is_gap and bool(spot.id)
        here = min(square.depth, len(pile)) if is_between else pile.index(spot.id)
        depth = here + (min(by, 0) if is_between else by)
        return _Square(square.row, square.column, depth) if 0 <= depth < len(pile) else None

    def _column_below(self, column: int) -> int:
        """Return the column under the title (the first) or under a persona (the last)."""
        if not self._steps:
            return _HEAD
        return 0 if column == 0 else len(self._steps) - 1

    def _row_end(self, row: int, by: int) -> _Square | None:
        """Return the first (``by`` 1) or last (-1) square of the row that can be stood on."""
        if row >= _FIRST_LANE and self._is_only_head(row):
            return None
        length = self._row_length(row)
        places = range(length) if by > 0 else range(length - 1, -1, -1)
        squares = (_Square(row, column, self._first_own(row, column)) for column in places)
        return next((there for there in squares if self._spot_of(there) is not None), None)

    def _corner(self, by: int) -> _Square | None:
        """Return the first (``by`` 1) or last (-1) cell of the map, or the title where there is none."""
        rows = range(_FIRST_LANE, _FIRST_LANE + len(self._lanes))
        for row in rows if by > 0 else reversed(rows):
            if not self._is_only_head(row) and (end := self._row_end(row, by)) is not None:
                return end if by > 0 else _Square(end.row, end.column, _BOTTOM)
        return _Square(_TITLE, 0)

    def _onward(self, square: _Square, by: int) -> _Square | None:
        """Return the next cell or heading in reading order."""
        beside = self._sideways(square, by)
        if beside is not None and beside.column != _HEAD:
            return _Square(beside.row, beside.column, self._first_own(beside.row, beside.column))
        row = square.row + by
        while _TITLE <= row < _FIRST_LANE + len(self._lanes):
            if (end := self._row_end(row, by)) is not None:
                return end
            row += by
        return None
