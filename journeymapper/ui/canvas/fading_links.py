"""Fading the links that lead from or to what does not suit the lens."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journeymapper.document.records import OUTSIDE, Link
from journeymapper.layout.geometry import Rect
from journeymapper.ui.canvas.link_marks import last_stretch, traced
from journeymapper.ui.open_map import OpenMap

#: How wide what covers a line is, an arrowhead and the bar of an exit, and how long the latter: in points.
_LINE = 2.2
_HEAD = 6.5
_BAR = 10.0
_HEAD_LENGTH = 6.0


def fade_links(painter: QPainter, open_map: OpenMap, area: Rect, cover: QColor) -> None:
    """Cover the links in a part of the map that do not suit, with a painter whose unit is a point."""
    unsuited, document = open_map.suited.unsuited, open_map.session.document
    for id_ in open_map.session.layout.links.links_in(area) if unsuited else ():
        link = document.get(id_, Link)
        if link.source in unsuited or link.target in unsuited:
            _fade(painter, open_map, link, cover)


def _fade(painter: QPainter, open_map: OpenMap, link: Link, cover: QColor) -> None:
    links = open_map.session.layout.links
    way, label = links.path_of(link.id), links.label_rect(link.id)
    if way is None:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(cover, _LINE))
    painter.drawPath(traced(way))
    painter.setPen(_pen(cover, _BAR if link.target == OUTSIDE else _HEAD))
    (x0, y0), (x, y) = last_stretch(way)
    length = max(abs(x - x0), abs(y - y0))
    back = min(1.0, _HEAD_LENGTH / length) if length else 0.0
    painter.drawLine(QPointF(x, y), QPointF(x + (x0 - x) * back, y + (y0 - y) * back))
    if label is not None:
        painter.fillRect(QRectF(label.x, label.y, label.width, label.height), cover)


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
