"""A picture of a piece of the map, to be pasted into other programs: cropped, on white paper."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from journeymapper.document.records import Card, Lane, Stage
from journeymapper.layout.areas import area_of
from journeymapper.layout.display import Placed
from journeymapper.layout.finding import rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import LANE_GAP, LANES_GAP, MARGIN, STEP_GAP
from journeymapper.painters.qt import QtPainter

#: Pixels a point: twice the size on screen at 100 %.
_SCALE = 2 * 96 / 72

#: A picture that would have more pixels, or more a side, is made smaller.
_MOST_PIXELS = 16_000_000
_MOST_SIDE = 16_000

#: White paper round the cards, in points.
_MARGIN = 8.0


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of the map, in points, and where its top left corner comes in the picture."""

    source: Rect
    x: float
    y: float
    placed: tuple[Placed, ...]


def picture_of(layout: MapLayout, ids: Sequence[str]) -> QImage | None:
    """Return a picture of cards, or of whole lanes, stages or steps, and of nothing beside them.

    Whole lanes come with the names of stages and steps, whole stages and steps with those of the lanes.
    None means that nothing of them can be seen.
    """
    records = [layout.document.find(id_) for id_ in ids]
    if any(isinstance(record, Card) for record in records):
        pieces = list(_cards(layout, ids))
    elif any(isinstance(record, Lane) for record in records):
        rows = _rows(layout, ids)
        pieces = list(_grid(layout, [_whole_width(layout)], [_headings(layout), *rows])) if rows else []
    else:
        height = _whole_height(layout, any(isinstance(record, Stage) for record in records))
        pieces = list(_grid(layout, [_heads(layout), *_columns(layout, ids)], [height])) if ids else []
    return _painted(pieces) if pieces else None


def _cards(layout: MapLayout, ids: Iterable[str]) -> Iterator[_Piece]:
    """Yield each card alone."""
    for id_ in ids:
        card, rect = layout.document.find(id_), rect_of(layout, id_)
        if isinstance(card, Card) and rect is not None:
            items = layout.lanes[card.lane].cells.card_items(card.step, id_, layout.looks)
            yield _Piece(rect.grown(1), rect.x - 1, rect.y - 1, (Placed(rect.x, rect.y, items),))


def _grid(
    layout: MapLayout, across: Sequence[tuple[float, float]], down: Sequence[tuple[float, float]]
) -> Iterator[_Piece]:
    """Yield the pieces where intervals of x and y meet, moved together."""
    y = 0.0
    for top, bottom in down:
        x = 0.0
        for left, right in across:
            source = Rect(left, top, right - left, bottom - top)
            yield _Piece(source, x, y, tuple(layout.visible(source)))
            x += source.width
        y += bottom - top


def _whole_width(layout: MapLayout) -> tuple[float, float]:
    return MARGIN, layout.columns.left + layout.columns.width


def _headings(layout: MapLayout) -> tuple[float, float]:
    return layout.headings_top, layout.headings_top + layout.headings.height + LANES_GAP


def _rows(layout: MapLayout, ids: Iterable[str]) -> list[tuple[float, float]]:
    areas = (area for id_ in ids if (area := area_of(layout, (id_,))) is not None)
    return sorted((area.y, area.bottom + LANE_GAP) for area in areas)


def _heads(layout: MapLayout) -> tuple[float, float]:
    return MARGIN, layout.columns.left


def _columns(layout: MapLayout, ids: Iterable[str]) -> list[tuple[float, float]]:
    """Return the columns of stages or steps, from edge to edge, so that cards keep their distance."""
    spans = {span.stage: range(span.first, span.end) for span in layout.columns.spans}
    places = layout.columns.of_step
    found = [spans.get(id_) or range(places[id_], places[id_] + 1) for id_ in ids]
    return [
        (layout.columns.x(columns.start), layout.columns.x(columns.stop))
        for columns in sorted(found, key=lambda columns: columns.start)
    ]


def _whole_height(layout: MapLayout, has_stages: bool) -> tuple[float, float]:
    """Return the height from the stages, or from the steps alone, down to the end of the last lane."""
    steps_top = layout.headings_top + layout.headings.stage_height + STEP_GAP / 2
    areas = [area for lane in layout.shown_lanes if (area := area_of(layout, (lane,))) is not None]
    bottom = max((area.bottom for area in areas), default=layout.lanes_top)
    return layout.headings_top if has_stages else steps_top, bottom + LANE_GAP


def _painted(pieces: Sequence[_Piece]) -> QImage | None:
    left, top = min(piece.x for piece in pieces) - _MARGIN, min(piece.y for piece in pieces) - _MARGIN
    width = max(piece.x + piece.source.width for piece in pieces) - left + _MARGIN
    height = max(piece.y + piece.source.height for piece in pieces) - top + _MARGIN
    scale = min(_SCALE, _MOST_SIDE / max(width, height), math.sqrt(_MOST_PIXELS / (width * height)))
    image = QImage(max(1, int(width * scale)), max(1, int(height * scale)), QImage.Format.Format_RGB32)
    if image.isNull():
        return None
    image.fill(0xFFFFFFFF)
    brush, painter = QPainter(image), QtPainter(kept=0)
    try:
        for piece in pieces:
            brush.resetTransform()
            brush.scale(scale, scale)
            brush.translate(piece.x - left, piece.y - top)
            source = piece.source
            brush.setClipRect(QRectF(0, 0, source.width, source.height))
            brush.translate(-source.x, -source.y)
            painter.paint(brush, piece.placed)
    finally:
        brush.end()
    return image
