"""What is shown of links over the map: those that are selected, and the one that is being made."""

from collections.abc import Callable
from dataclasses import dataclass
from math import atan2, cos, sin

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from journeymapper.document.records import Link, Step
from journeymapper.layout.display import Path
from journeymapper.layout.finding import rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.style import colours
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.canvas.rings import RING, ring
from journeymapper.ui.canvas.view import View
from journeymapper.ui.open_map import OpenMap

#: How large the round handles are, in pixels from the middle to the edge.
HANDLE = 4.5

#: Pixels round the way of a link that its marks, and the arrow at its end, reach to.
_REACH = 12

#: How long the arrow of a link in the hand is, and how wide to each side, in pixels.
_ARROW = 10.0, 4.5

#: From what is pointed at to the words that say what a link in the hand would be, and room round them.
_WORDS_AWAY = QPointF(14, 16)
_WORDS_ROOM = 6.0, 3.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A link in the hand: its way over the map, and ``words`` that say what it would be, at the pointer.

    Without words nothing would come of it. Places are points of the map.
    """

    way: Path
    words: str = ""
    at: tuple[float, float] = (0.0, 0.0)


class LinkMarks:
    """The marks of links on one map. ``changed`` is called with the pixels that must be painted again."""

    def __init__(self, open_map: OpenMap, view: View, changed: Callable[[QRect], None]) -> None:
        """Show no marks yet."""
        self._open_map = open_map
        self._view = view
        self._changed = changed
        self._selected: tuple[str, ...] = ()
        self._handle: tuple[float, float] | None = None
        self._source = ""
        self._drawn: Drawn | None = None
        self._words_box = QRect()

    @property
    def _layout(self) -> MapLayout:
        return self._open_map.session.layout

    @property
    def handle(self) -> tuple[float, float] | None:
        """Where the handle is shown from which a link can be drawn, or None."""
        return self._handle

    @property
    def drawn(self) -> Drawn | None:
        """The link in the hand, or None."""
        return self._drawn

    @property
    def source(self) -> str:
        """The card or step that is marked as the beginning of a link, or ""."""
        return self._source

    def follow_selection(self) -> None:
        """Show the links that are selected now along their ways."""
        before, self._selected = self._selected, self._open_map.chosen.of(Link)
        for link in set(before) ^ set(self._selected):
            if (way := self._layout.links.path_of(link)) is not None:
                self._repaint(bounds_of(way))

    def show_handle(self, at: tuple[float, float] | None) -> None:
        """Show the handle from which a link can be drawn, at a point of the map."""
        if at != self._handle:
            for place in (self._handle, at):
                if place is not None:
                    self._repaint(Rect(*place, 0, 0))
            self._handle = at

    def show_source(self, id_: str) -> None:
        """Mark the card or step that a link begins at; "" marks none."""
        for marked in (self._source, id_):
            if (box := rect_of(self._layout, marked)) is not None:
                self._repaint(box)
        self._source = id_

    def show_drawn(self, drawn: Drawn | None) -> None:
        """Show a link in the hand."""
        for one in (self._drawn, drawn):
            if one is not None:
                self._repaint(bounds_of(one.way))
        self._changed(self._words_box)
        self._drawn = drawn
        self._words_box = QRect()

    def _repaint(self, box: Rect) -> None:
        self._changed(self._view.pixels_of(box, _REACH))

    def paint(self, painter: QPainter, exposed: QRect, appearance: Appearance) -> None:
        """Paint the marks in a part of the view."""
        accent = QColor(appearance.accent)
        for link in self._selected:
            self._paint_selected(painter, exposed, link, accent)
        if (box := rect_of(self._layout, self._source)) is not None:
            ring(painter, self._view, box, QPen(accent, RING, Qt.PenStyle.DotLine))
            self._paint_handle(painter, (box.centre[0], box.bottom), accent, accent)
        if self._drawn is not None:
            self._paint_drawn(painter, self._drawn, accent)
        elif self._handle is not None:
            self._paint_handle(painter, self._handle, accent, QColor(colours.PAPER))

    def _paint_selected(self, painter: QPainter, exposed: QRect, link: str, accent: QColor) -> None:
        way = self._layout.links.path_of(link)
        if way is None or not self._view.pixels_of(bounds_of(way), _REACH).intersects(exposed):
            return
        label, pen = self._layout.links.label_rect(link), QPen(accent, RING)
        painter.save()
        if label is not None:
            _leave_out(painter, QRectF(exposed), self._view.to_view(label))
        self._stroke(painter, way, pen)
        painter.restore()
        if label is not None:
            ring(painter, self._view, label, pen)
        if len(self._selected) == 1:
            self._paint_handle(painter, points_of(way)[-1], accent, QColor(colours.PAPER))

    def _paint_drawn(self, painter: QPainter, drawn: Drawn, accent: QColor) -> None:
        comes_to_nothing = not drawn.words
        style = Qt.PenStyle.DashLine if comes_to_nothing else Qt.PenStyle.SolidLine
        self._stroke(painter, drawn.way, QPen(accent, RING, style))
        self._paint_arrow(painter, drawn.way, accent)
        if drawn.words:
            self._paint_words(painter, drawn, accent)

    def _paint_arrow(self, painter: QPainter, way: Path, accent: QColor) -> None:
        (x0, y0), (x, y) = last_stretch(way)
        tip, turn = self._seen(x, y), atan2(y - y0, x - x0)
        long, wide = _ARROW
        foot = tip - QPointF(long * cos(turn), long * sin(turn))
        aside = QPointF(-wide * sin(turn), wide * cos(turn))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawPolygon(QPolygonF([tip, foot + aside, foot - aside]))

    def _paint_words(self, painter: QPainter, drawn: Drawn, accent: QColor) -> None:
        """Paint what the link would be on a small pill beside its end."""
        metrics, (across, down) = QFontMetricsF(painter.font()), _WORDS_ROOM
        width, height = metrics.horizontalAdvance(drawn.words) + 2 * across, metrics.height() + 2 * down
        corner = self._seen(*drawn.at) + _WORDS_AWAY
        corner.setX(min(corner.x(), self._view.size.width() - width - 2))
        pill = QRectF(corner.x(), corner.y(), width, height)
        whole = pill.toAlignedRect().adjusted(-1, -1, 1, 1)
        if whole != self._words_box:
            self._words_box = whole
            self._changed(whole)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(QColor(colours.PAPER))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, drawn.words)

    def _paint_handle(self, painter: QPainter, at: tuple[float, float], edge: QColor, inner: QColor) -> None:
        painter.setPen(QPen(edge, 1.5))
        painter.setBrush(inner)
        painter.drawEllipse(self._seen(*at), HANDLE, HANDLE)

    def _stroke(self, painter: QPainter, way: Path, pen: QPen) -> None:
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        place = QTransform.fromTranslate(self._view.place.x(), self._view.place.y())
        painter.drawPath(place.scale(self._view.scale, self._view.scale).map(traced(way)))

    def _seen(self, x: float, y: float) -> QPointF:
        return self._view.to_view(Rect(x, y, 0, 0)).topLeft()


def _leave_out(painter: QPainter, exposed: QRectF, box: QRectF) -> None:
    """Have nothing painted in a box from now on."""
    beside = QPainterPath()
    beside.addRect(exposed.united(box))
    beside.addRect(box)
    painter.setClipPath(beside, Qt.ClipOperation.IntersectClip)


def traced(way: Path) -> QPainterPath:
    """Return a link's way as Qt has it."""
    made = QPainterPath()
    for segment in way.segments:
        match segment:
            case ("M", x, y):
                made.moveTo(x, y)
            case ("L", x, y):
                made.lineTo(x, y)
            case ("C", x1, y1, x2, y2, x, y):
                made.cubicTo(x1, y1, x2, y2, x, y)
    return made


def points_of(way: Path) -> list[tuple[float, float]]:
    """Return the points of a link's way, those that draw its curves included."""
    return [
        (float(segment[place]), float(segment[place + 1]))
        for segment in way.segments
        for place in range(1, len(segment), 2)
    ]


def last_stretch(way: Path) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return two points of a link's way apart from each other: one shortly before its end, and the end."""
    *before, end = points_of(way)
    return next((point for point in reversed(before) if point != end), end), end


def bounds_of(way: Path) -> Rect:
    """Return a box that holds a link's way."""
    points = points_of(way)
    left, top = min(x for x, _y in points), min(y for _x, y in points)
    return Rect(left, top, max(x for x, _y in points) - left, max(y for _x, y in points) - top)


def way_between(layout: MapLayout, source: str, target: str) -> Path | None:
    """Return the way that a link between two cards or steps would take; None where they cannot be seen."""
    start, goal = rect_of(layout, source), rect_of(layout, target)
    if start is None or goal is None:
        return None
    if isinstance(layout.document.find(target), Step):
        return layout.links.preview(source, goal.centre[0], goal.bottom)
    return layout.links.preview(source, goal.x if goal.x > start.x else goal.right, goal.centre[1])
