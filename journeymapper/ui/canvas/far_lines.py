"""Links from so far off that their corners and heads are specks: straight lines, painted many at a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QPainter, QPen

from journeymapper.layout.display import DisplayList, Fill, Item, Path, Placed, Segment, Stroke

#: Details smaller than this, in points, cannot be seen from far off: corners, arrowheads, signs.
_LEAST_SIZE = 12.0

#: Lines painted with one call: their colour and width.
_Pen = tuple[str, float]

#: A line of a list: how it is painted, and its ends in the list's coordinates.
_Thread = tuple[_Pen, float, float, float, float]


@dataclass(slots=True)
class _Known:
    """A list as it was painted last: what lines it is made of, if it is, and where these are on the map."""

    items: DisplayList
    threads: tuple[_Thread, ...] | None
    x: float = float("nan")
    y: float = float("nan")
    lines: tuple[tuple[_Pen, QLineF], ...] = ()

    def put(self, x: float, y: float) -> None:
        """Stand at another place."""
        self.x, self.y = x, y
        self.lines = tuple(
            (pen, QLineF(x + x1, y + y1, x + x2, y + y2)) for pen, x1, y1, x2, y2 in self.threads or ()
        )


class FarLines:
    """Paints lists that are made of straight lines, and hands back those that are more than that."""

    def __init__(self, kept: int = 16_384) -> None:
        """Remember what so many lists are made of, and where they stood."""
        self._kept = kept
        self._known: dict[int, _Known] = {}

    def paint(self, painter: QPainter, placed: Iterable[Placed]) -> list[Placed]:
        """Paint the lists at their places, without details; return those left to paint."""
        left: list[Placed] = []
        pens: defaultdict[_Pen, list[QLineF]] = defaultdict(list)
        for one in placed:
            known = self._known.get(id(one.items))
            if known is None or known.items is not one.items:
                known = self._learn(one.items)
            if known.threads is None:
                left.append(one)
                continue
            if (known.x, known.y) != (one.x, one.y):
                known.put(one.x, one.y)
            for pen, line in known.lines:
                pens[pen].append(line)
        for colour, width in sorted(pens):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLines(pens[colour, width])
        return left

    def _learn(self, items: DisplayList) -> _Known:
        if len(self._known) >= self._kept:
            self._known.clear()
        known = self._known[id(items)] = _Known(items, _threads(items))
        return known


def _threads(items: DisplayList) -> tuple[_Thread, ...] | None:
    """Return the straight lines that a list is made of, but for details; None when it is made of more."""
    found: list[_Thread] = []
    for item in items:
        lines = _lines(item)
        if lines is None:
            return None
        found.extend(lines)
    return tuple(found) or None


def _lines(item: Item) -> list[_Thread] | None:
    """Return the lines of an item: none where it can hardly be seen. None when it is more than lines."""
    if not isinstance(item, Fill | Stroke) or not isinstance(item.shape, Path):
        return None
    outlines = list(_outlines(item.shape.segments))
    if all(_is_detail(outline) for outline in outlines):
        return []
    if isinstance(item, Fill) or any(len(outline) != 2 for outline in outlines):
        return None
    ends = (outline[0][1:] + outline[1][1:] for outline in outlines if outline[1][0] == "L")
    return [((item.colour, item.width), *line) for line in ends if len(line) == 4]


def _outlines(segments: tuple[Segment, ...]) -> Iterator[tuple[Segment, ...]]:
    """Yield the outlines that an outline is made of."""
    starts = [at for at, segment in enumerate(segments) if segment[0] == "M"]
    for start, end in zip(starts, [*starts[1:], len(segments)], strict=True):
        yield segments[start:end]


def _is_detail(outline: tuple[Segment, ...]) -> bool:
    """Tell whether an outline cannot be seen from far off."""
    ends = [segment[-2:] for segment in outline if len(segment) > 1]
    return all(max(at) - min(at) < _LEAST_SIZE for at in zip(*ends, strict=True))
