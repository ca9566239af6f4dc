"""Fading what does not suit the lens: it stays where it is, under a thin sheet of what lies behind it."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from journeymapper.document.change import Change
from journeymapper.document.records import Card, Curve, EmotionPoint, Record
from journeymapper.layout.damage import Damage
from journeymapper.layout.display import Placed
from journeymapper.layout.geometry import Rect
from journeymapper.layout.lane import LaneLayout
from journeymapper.layout.map_layout import MapLayout
from journeymapper.painters.qt import QtPainter
from journeymapper.style import colours
from journeymapper.ui.canvas.fading_links import fade_links
from journeymapper.ui.canvas.view import View
from journeymapper.ui.open_map import OpenMap

#: How much of the ground is laid over what does not suit: what is left of it is a fifth.
_COVER = 0.79

#: How far cards' edges reach past their boxes, in points.
_EDGE = 0.6


class Fading:
    """The fading of one map. ``changed`` is called with the pixels that must be painted again."""

    def __init__(self, open_map: OpenMap, view: View, changed: Callable[[QRect], None]) -> None:
        """Follow the lens of an open map."""
        self._open_map = open_map
        self._view = view
        self._changed = changed
        open_map.lens_changed.connect(self._repaint)
        open_map.changed.connect(self._follow)

    @property
    def _layout(self) -> MapLayout:
        return self._open_map.session.layout

    def _repaint(self) -> None:
        self._changed(QRect(0, 0, self._view.size.width(), self._view.size.height()))

    def _follow(self, change: Change, _damage: Damage) -> None:
        """Paint all again where whole curves, links or what collapsed lanes tell may fade or not.

        What else changed is painted anyway.
        """
        if self._open_map.lens.is_clear:
            return
        if any(self._tells_of_more(record) for pair in change.pairs() for record in pair):
            self._repaint()

    def _tells_of_more(self, record: Record | None) -> bool:
        if isinstance(record, Card):
            lane = self._layout.lanes.get(record.lane)
            has_links = record.id in self._layout.document.indexes.links_of
            return has_links or (lane is not None and lane.is_collapsed)
        return isinstance(record, EmotionPoint)

    def paint(self, painter: QPainter, exposed: QRect, cards: QtPainter, has_text: bool) -> None:
        """Fade what does not suit in a part of the view."""
        if self._open_map.lens.is_clear:
            return
        layout, area = self._layout, self._view.rect_to_map(exposed.adjusted(-1, -1, 1, 1))
        seen = layout.columns.between(area.x, area.right)
        painter.save()
        painter.translate(self._view.place)
        painter.scale(self._view.scale, self._view.scale)
        painter.setPen(Qt.PenStyle.NoPen)
        unsuited: list[QRectF] = []
        for id_ in layout.lanes_between(area.y, area.bottom):
            lane, top = layout.lanes[id_], layout.lane_top(id_)
            if lane.is_collapsed:
                _lay_over(painter, colours.LANE_GROUND, list(self._unsuited_cells(id_, seen, top)))
            elif lane.feelings is None and has_text:
                unsuited.extend(self._unsuited(lane.boxes(layout.columns, seen, top, area)))
            elif lane.feelings is None:
                unsuited.extend(self._unsuited_runs(lane, seen, top, area))
            elif lane.is_open:
                self._fade_curves(painter, lane, seen, top, cards, has_text)
        _lay_over(painter, colours.PAPER, unsuited)
        fade_links(painter, self._open_map, area, _sheet(colours.PAPER))
        painter.restore()

    def _unsuited(self, boxes: Iterable[tuple[str, Rect]]) -> Iterator[QRectF]:
        """Yield what covers the cards among these that do not suit."""
        unsuited, more = self._open_map.suited.unsuited, 2 * _EDGE
        for id_, box in boxes:
            if id_ in unsuited:
                yield QRectF(box.x - _EDGE, box.y - _EDGE, box.width + more, box.height + more)

    def _unsuited_cells(self, lane: str, seen: range, top: float) -> Iterator[QRectF]:
        """Yield what covers the cells of a collapsed lane in which nothing suits, nor any bar over them."""
        layout, unsuited = self._layout, self._open_map.suited.unsuited
        indexes, columns = layout.document.indexes, layout.columns
        for column in seen:
            cell = lane, columns.steps[column] or ""
            entries = (*indexes.cards_in.get(cell, ()), *indexes.points_at.get(cell, ()))
            standing = [*(id_ for _key, id_ in entries), *layout.lanes[lane].cells.bars_over(column)]
            if standing and unsuited.issuperset(standing):
                yield QRectF(columns.x(column), top, columns.width_of(column), layout.lanes[lane].height)

    def _unsuited_runs(self, lane: LaneLayout, seen: range, top: float, area: Rect) -> Iterator[QRectF]:
        """Yield the same from far off: what is between neighbours is covered too, which cannot be seen."""
        if lane.is_open:
            unsuited = self._open_map.suited.unsuited
            runs = lane.cells.runs(unsuited, self._layout.columns, seen, top, area.y, area.bottom)
            yield from (QRectF(run.x, run.y, run.width, run.height) for run in runs)

    def _fade_curves(
        self, painter: QPainter, lane: LaneLayout, seen: range, top: float, cards: QtPainter, has_text: bool
    ) -> None:
        """Fade an emotion lane, and paint those of its curves again that suit."""
        layout, feelings = self._layout, lane.feelings
        assert feelings is not None
        columns, lens = layout.columns, self._open_map.lens

        def suits(curve: Curve) -> bool:
            return lens.suits_curve(curve.persona)

        if all(suits(curve) for curve in feelings.curves()):
            return
        ground = QRectF(columns.left, top, columns.width, lane.height)
        _lay_over(painter, colours.CURVE_GROUND, [ground])
        cards.paint(painter, [Placed(columns.left, top, lane.ground(columns)[1:])])  # all but the ground
        cards.paint(painter, [feelings.legend.placed(columns.left, top, suits)], text=has_text)
        cards.paint(painter, feelings.visible(columns, seen, top, suits), text=has_text)


def _lay_over(painter: QPainter, ground: str, rects: list[QRectF]) -> None:
    """Lay the ground over rectangles, all at once; cards' corners need not be round on a ground alike."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_sheet(ground))
    painter.drawRects(rects)
    painter.restore()


def _sheet(ground: str) -> QColor:
    colour = QColor(ground)
    colour.setAlphaF(_COVER)
    return colour
