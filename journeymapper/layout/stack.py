"""The lanes that are shown, one below the other: where each begins, found by bisection."""

from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate

from journeymapper.layout.lane import LaneLayout
from journeymapper.layout.metrics import LANE_GAP


class LaneStack:
    """Running offsets of the shown lanes, in points from the map's top. ``lanes`` are their ids in order."""

    def __init__(self) -> None:
        """Begin without lanes."""
        self.lanes: list[str] = []
        self._tops: list[float] = []
        self._place_of: dict[str, int] = {}

    def pile(self, lanes: list[str], layouts: Mapping[str, LaneLayout], top: float) -> None:
        """Put these lanes below each other, the first at ``top``."""
        self.lanes = lanes
        heights = [layouts[lane].height + LANE_GAP for lane in lanes]
        self._tops = list(accumulate(heights, initial=top))
        self._place_of = {lane: place for place, lane in enumerate(lanes)}

    def __contains__(self, lane: str) -> bool:
        """Tell whether a lane was shown when they were piled last."""
        return lane in self._place_of

    @property
    def bottom(self) -> float:
        """Where the last lane's gap ends; 0 before anything was piled."""
        return self._tops[-1] if self._tops else 0.0

    def top(self, lane: str) -> float:
        """Return where a lane begins.

        Raises:
            KeyError: it is not shown.
        """
        return self._tops[self._place_of[lane]]

    def place(self, lane: str) -> int:
        """Return a shown lane's place among those shown, 0 at the top."""
        return self._place_of[lane]

    def old_top(self, lane: str) -> float:
        """Return where a lane stood when they were piled last; one not shown counts as at the top."""
        return self.top(lane) if lane in self._place_of else 0

    def between(self, top: float, bottom: float) -> list[str]:
        """Return the lanes that share room with ``top`` … ``bottom``, the gap below a lane included."""
        first = max(0, bisect_right(self._tops, top) - 1)
        last = bisect_right(self._tops, bottom)
        return self.lanes[first:last]

    def at(self, y: float) -> str | None:
        """Return the lane that holds ``y``, the gap below it included."""
        place = bisect_right(self._tops, y) - 1
        return self.lanes[place] if 0 <= place < len(self.lanes) else None
