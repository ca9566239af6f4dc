"""Where the columns stand: one a step, and one for each stage that has no step yet."""

from bisect import bisect_right
from dataclasses import dataclass

from journeymapper.document.indexes import Indexes
from journeymapper.layout.metrics import COLUMN_WIDTH, COLUMNS_LEFT, FEWEST_COLUMNS


@dataclass(frozen=True, slots=True)
class Span:
    """The columns of a stage: from ``first`` up to, and without, ``end``."""

    stage: str
    first: int
    end: int

    @property
    def x(self) -> float:
        """The left end in points."""
        return COLUMNS_LEFT + self.first * COLUMN_WIDTH

    @property
    def width(self) -> float:
        """The width in points."""
        return (self.end - self.first) * COLUMN_WIDTH


class Columns:
    """The columns of a map, in order. ``steps`` names each column's step, or ``None`` in an empty stage."""

    def __init__(self, indexes: Indexes) -> None:
        """Take the columns from the indexes."""
        self.steps: list[str | None] = []
        self.spans: list[Span] = []
        for _order, stage in indexes.stages:
            first = len(self.steps)
            self.steps.extend(indexes.steps(stage) or [None])
            self.spans.append(Span(stage, first, len(self.steps)))
        self.of_step = {step: column for column, step in enumerate(self.steps) if step is not None}
        self._firsts = [span.first for span in self.spans]

    @property
    def width(self) -> float:
        """The width of all columns, in points; an almost empty map still has room for a few."""
        return max(len(self.steps), FEWEST_COLUMNS) * COLUMN_WIDTH

    def x(self, column: int) -> float:
        """Return the left end of a column."""
        return COLUMNS_LEFT + column * COLUMN_WIDTH

    def at(self, x: float) -> int | None:
        """Return the column that holds ``x``, or ``None`` beside them all."""
        column = int((x - COLUMNS_LEFT) // COLUMN_WIDTH)
        return column if 0 <= column < len(self.steps) else None

    def between(self, left: float, right: float) -> range:
        """Return the columns that share room with ``left`` … ``right``."""
        first = int((left - COLUMNS_LEFT) // COLUMN_WIDTH)
        last = int((right - COLUMNS_LEFT) // COLUMN_WIDTH)
        return range(max(0, first), max(0, min(len(self.steps), last + 1)))

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
