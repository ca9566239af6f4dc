"""Selecting in steps: what stands in the cursor's cell, then in its lane, then all cards and points."""

from collections.abc import Iterable, Iterator
from itertools import chain

from journeymapper.document.document import Document
from journeymapper.document.records import Lane
from journeymapper.layout.map_layout import MapLayout
from journeymapper.ui.chosen import current_record
from journeymapper.ui.open_map import OpenMap


def select_wider(open_map: OpenMap) -> None:
    """Select the smallest of these that holds more than what is selected, and all there is at last.

    What cannot be seen, in lanes that are hidden or collapsed, is left out.
    """
    everything = _everything(open_map.session.layout)
    chosen = open_map.selection & everything
    wider = next((ids for ids in _scopes(open_map) if chosen < ids), everything)
    open_map.select(wider, open_map.current, open_map.cell)


def _scopes(open_map: OpenMap) -> Iterator[frozenset[str]]:
    """Yield what stands in the cursor's cell, and in its lane; only the latter for a lane's head."""
    document, cell, record = open_map.session.document, open_map.cell, current_record(open_map)
    if isinstance(record, Lane):
        yield _in_lane(document, record.id)
    elif cell is not None:
        yield frozenset(_standing(document, *cell))
        yield _in_lane(document, cell[0])


def _everything(layout: MapLayout) -> frozenset[str]:
    indexes, seen = layout.document.indexes, {lane for lane in layout.shown_lanes if layout.is_open(lane)}
    cards = (id_ for (lane, _), cell in indexes.cards_in.items() if lane in seen for _key, id_ in cell)
    points = (id_ for (lane, _), cell in indexes.points_at.items() if lane in seen for _key, id_ in cell)
    return frozenset(chain(cards, points))


def _in_lane(document: Document, lane: str) -> frozenset[str]:
    return frozenset(id_ for step in document.indexes.columns() for id_ in _standing(document, lane, step))


def _standing(document: Document, lane: str, step: str) -> Iterable[str]:
    return (*document.indexes.cards(lane, step), *document.indexes.points(lane, step).values())
