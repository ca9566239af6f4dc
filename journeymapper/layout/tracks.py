"""Tracks: how links that run through the same gutter or channel keep beside each other.

Which track a run takes follows from all runs of its gutter or channel, the short ones first, whatever the
order in which they came. Where there are more than tracks, some share one.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journeymapper.layout.ground import Ground
from journeymapper.layout.routes import Rail, Route

#: A part of a link's route: the link's id, and the place of the part in the route.
RunKey = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Run:
    """From where to where a route runs along a rail, and the tracks that it takes, the best first."""

    start: int
    end: int
    tracks: tuple[int, ...]


#: The tracks of gutters and channels, the best first: in the middle of a gutter; in a channel near to the
#: lane above it, or below it, where the link begins, ever farther off, and last of all close to cards.
_IN_GUTTER = (0, 1, 2)
_NEAR_UPPER = (0, 1, 3, 4, 2)
_NEAR_LOWER = (3, 1, 0, 4, 2)


def runs_of(route: Route, ground: Ground) -> Iterator[tuple[Rail, Run]]:
    """Yield the runs of a route along its rails, in order."""
    row, goal = (ground.row_of(end.lane) for end in (route.source, route.target or route.source))
    for place, rail in enumerate(route.rails):
        if rail.is_gutter:
            yield rail, Run(*route.rows(place, ground), _IN_GUTTER)
            continue
        is_upper = row == rail.number - 1 or rail.number not in {row, goal}
        yield rail, Run(*route.columns(place), _NEAR_UPPER if is_upper else _NEAR_LOWER)


#: A run among those of its rail: the shortest come first.
_Ranked = tuple[int, int, RunKey, Run]


class Tracks:
    """The tracks of all runs, kept by rail; those of a rail are found anew when they are asked for."""

    def __init__(self) -> None:
        """Begin without runs."""
        self._runs: defaultdict[Rail, list[_Ranked]] = defaultdict(list)
        self._found: dict[Rail, dict[RunKey, int]] = {}

    def put(self, rail: Rail, key: RunKey, run: Run) -> None:
        """Take a run in."""
        insort(self._runs[rail], _ranked(key, run), key=_rank)
        self._found.pop(rail, None)

    def drop(self, rail: Rail, key: RunKey, run: Run) -> None:
        """Leave a run out."""
        runs = self._runs[rail]
        del runs[bisect_left(runs, _rank(_ranked(key, run)), key=_rank)]
        self._found.pop(rail, None)
        if not runs:
            del self._runs[rail]

    def of(self, rail: Rail) -> dict[RunKey, int]:
        """Return the tracks of all runs along a rail."""
        found = self._found.get(rail)
        if found is None:
            found = self._found[rail] = _shared_out(self._runs.get(rail, ()))
        return found


def _ranked(key: RunKey, run: Run) -> _Ranked:
    return run.end - run.start, run.start, key, run


def _rank(ranked: _Ranked) -> tuple[int, int, RunKey]:
    return ranked[:3]


def _shared_out(runs: Iterable[_Ranked]) -> dict[RunKey, int]:
    """Return a track for each run, so that as few as can be lie on each other."""
    taken: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    found = {}
    for _length, start, key, run in runs:
        here = (start, run.end)
        for track in run.tracks:
            others = taken[track]
            place = bisect_left(others, here)
            is_met = place < len(others) and others[place][0] <= run.end  # to touch is to meet
            if not is_met and (place == 0 or others[place - 1][1] < start):
                others.insert(place, here)
                found[key] = track
                break
        else:
            found[key] = run.tracks[(start + 2 * run.end) % len(run.tracks)]
    return found
