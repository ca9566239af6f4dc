"""Where the columns stand: one a step, as wide as that is, and one for each stage that has no step yet."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

from journeymapper.document.indexes import Indexes
from journeymapper.document.records import STEP_WIDTH
from journeymapper.layout.metrics import COLUMN_INSET, FEWEST_COLUMNS, LANE_HEAD_GAP, MARGIN

#: The least width of all columns together, in points: an almost empty map still has room for a few.
LEAST_WIDTH = FEWEST_COLUMNS * STEP_WIDTH


@dataclass(frozen=True, slots=True)
class Span:
    """The columns of a stage: from ``first`` up to, and without, ``end``; left end and width in points."""

    stage: str
    first: int
    end: int
    x: float
    width: float


class Columns:
    """The columns of a map, in order. ``steps`` names each column's step, or ``None`` in an empty stage.

    ``left`` is where they begin: right of lane heads ``lane_width`` points wide.
    """

    def __init__(self, indexes: Indexes, width_of: Callable[[str], float], lane_width: float) -> None:
        """Take the columns from the indexes, each as wide as ``width_of`` says of its step."""
        self.left = MARGIN + lane_width + LANE_HEAD_GAP
        self.steps: list[str | None] = []
        bounds: list[tuple[str, int]] = []
        for _order, stage in indexes.stages:
            bounds.append((stage, len(self.steps)))
            self.steps.extend(indexes.steps(stage) or [None])
        self.of_step = {step: column for column, step in enumerate(self.steps) if step is not None}
        self._widths = [STEP_WIDTH if step is None else width_of(step) for step in self.steps]
        self._lefts = list(accumulate(self._widths, initial=self.left))
        self._firsts = [first for _stage, first in bounds]
        ends = [*self._firsts, len(self.steps)][1:]
        self.spans = [
            Span(stage, first, end, self._lefts[first], sum(self._widths[first:end]))
            for (stage, first), end in zip(bounds, ends, strict=True)
        ]

    @property
    def width(self) -> float:
        """The width of all columns, in points; an almost empty map still has room for a few."""
        return max(self._lefts[-1] - self.left, LEAST_WIDTH)

    def x(self, column: int) -> float:
        """Return the left end of a column; that after the last is where the columns end."""
        return self._lefts[column]

    def width_of(self, column: int) -> float:
        """Return the width of a column in points, exactly as its step has it."""
        return self._widths[column]

    def card_width(self, column: int) -> float:
        """Return the width of a column's cards and of its step's pill in points."""
        return self.width_of(column) - 2 * COLUMN_INSET

    def last_covered(self, column: int, span: int) -> int:
        """Return the last of ``span`` columns from one on; past the last of all there is nothing to cover."""
        return min(column + span, len(self.steps)) - 1

    def bar_width(self, column: int, span: int) -> float:
        """Return the width in points of a card over ``span`` columns, as far as there are so many.

        It is the same wherever on the map these columns stand.
        """
        return sum(self._widths[column : column + span]) - 2 * COLUMN_INSET

    def at(self, x: float) -> int | None:
        """Return the column that holds ``x``, or ``None`` beside them all."""
        column = bisect_right(self._lefts, x) - 1
        return column if 0 <= column < len(self.steps) else None

    def between(self, left: float, right: float) -> range:
        """Return the columns that share room with ``left`` … ``right``."""
        first = bisect_right(self._lefts, left) - 1
        end = bisect_right(self._lefts, right)
        return range(max(0, first), max(0, min(len(self.steps), end)))

    def spans_between(self, columns: range) -> list[Span]:
        """Return the spans that hold any of these columns."""
        if not columns or not self.spans:
            return []
        first = bisect_right(self._firsts, columns[0]) - 1
        last = bisect_right(self._firsts, columns[-1])
        return self.spans[first:last]

    def span_at(self, column: int) -> Span:
        """Return the span that holds a column."""
        return self.spans[bisect_right(self._firsts, column) - 1]
