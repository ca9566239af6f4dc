"""Selecting from one card or point to another, in reading order: by lane, column and place in the cell."""

from journeymapper.document.document import Document
from journeymapper.document.records import Card, EmotionPoint
from journeymapper.layout.map_layout import MapLayout
from journeymapper.ui.open_map import OpenMap, cell_of

_Place = tuple[int, int, int]


class Ranges:
    """Extends a selection from where it began; what was selected otherwise since is a new beginning."""

    def __init__(self, open_map: OpenMap) -> None:
        """Work on an open map's selection."""
        self._open_map = open_map
        self._anchor = ""
        self._made: frozenset[str] = frozenset()

    def extend_to(self, id_: str) -> None:
        """Select from the beginning to a card or point, which becomes the current one."""
        document = self._open_map.session.document
        if self._anchor not in document or self._open_map.selection != self._made:
            self._anchor = self._open_map.current
        ids = between(self._open_map.session.layout, self._anchor, id_)
        self._open_map.select(ids, id_, cell_of(document, id_))
        self._made = self._open_map.selection


def between(layout: MapLayout, one: str, other: str) -> list[str]:
    """Return all cards and points from one to another; only the other where the one is none of these.

    What stands in collapsed and hidden lanes between them is left out.
    """
    document = layout.document
    ends = [_place_of(document, id_) for id_ in (one, other)]
    if ends[0] is None or ends[1] is None:
        return [other]
    first, last = sorted(end for end in ends if end is not None)
    lanes, columns = [lane for _order, lane in document.indexes.lanes], document.indexes.columns()
    found = []
    for row in range(first[0], last[0] + 1):
        if not layout.is_open(lanes[row]):
            continue
        left = first[1] if row == first[0] else 0
        right = last[1] if row == last[0] else len(columns) - 1
        for column in range(left, right + 1):
            for place, id_ in enumerate(_standing(document, lanes[row], columns[column])):
                if first <= (row, column, place) <= last:
                    found.append(id_)
    return found


def _standing(document: Document, lane: str, step: str) -> list[str]:
    """Return what stands in a cell, in order."""
    return [*document.indexes.cards(lane, step), *document.indexes.points(lane, step).values()]


def _place_of(document: Document, id_: str) -> _Place | None:
    record = document.find(id_) if id_ else None
    if not isinstance(record, Card | EmotionPoint):
        return None
    rows = [lane for _order, lane in document.indexes.lanes]
    place = _standing(document, record.lane, record.step).index(id_)
    return rows.index(record.lane), document.indexes.column_of(record.step), place
