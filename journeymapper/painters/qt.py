"""Paints display lists with a ``QPainter``: screen, PNG and printer.

A list is made into Qt's own values once and kept, since most frames paint what the last one painted.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QGlyphRun, QLinearGradient, QPainter, QPainterPath, QPen, QTransform

from journeymapper.layout.display import (
    DisplayList,
    Fill,
    Item,
    Paragraph,
    PictureBox,
    Placed,
    RoundedRect,
    Segment,
    Shape,
    Stroke,
    VerticalGradient,
)
from journeymapper.layout.picture import stand_in
from journeymapper.painters.qt_pictures import PictureCache, paint_picture
from journeymapper.text.runs import SCALE

_Step = Callable[[QPainter], None]
_Words = tuple[QPen, list[tuple[QPointF, QGlyphRun]]]
_NO_PEN = QPen(Qt.PenStyle.NoPen)


class QtPainter:
    """Paints display lists, at the scale and place of the painter's own transform (1 unit = 1 point).

    Args:
        kept: How many display lists are kept made ready; lists count as the same when they are the
            same object.
        pictures: The pictures that are kept decoded; without it all are decoded at once.
    """

    def __init__(self, kept: int = 16_384, pictures: PictureCache | None = None) -> None:
        self._kept = kept
        self.pictures = pictures or PictureCache()
        self._ready: OrderedDict[tuple[int, bool], tuple[DisplayList, list[_Step | _Words]]] = OrderedDict()

    def paint(self, painter: QPainter, placed: Iterable[Placed], *, text: bool = True) -> None:
        """Paint the lists at their places, in order.

        Args:
            painter: An active painter. Its transform is kept; pen, brush and opacity are not.
            placed: What to paint.
            text: False leaves words out, for zooms at which they cannot be read.
        """
        base = painter.worldTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for one in placed:
            here = QTransform(base).translate(one.x, one.y)
            self._paint_list(painter, here, self._steps(one.items, text))
        painter.setWorldTransform(base)

    def _steps(self, items: DisplayList, text: bool) -> list[_Step | _Words]:
        """Return a list made ready; words cost the most, so without ``text`` they are not even made."""
        key = id(items), text
        known = self._ready.get(key)
        if known is not None and known[0] is items:
            self._ready.move_to_end(key)
            return known[1]
        wanted = items if text else [item for item in items if not isinstance(item, Paragraph)]
        steps = [step for item in wanted if (step := self._step(item)) is not None]
        self._ready[key] = (items, steps)
        if len(self._ready) > self._kept:
            self._ready.popitem(last=False)
        return steps

    def _step(self, item: Item) -> _Step | _Words | None:
        if isinstance(item, Fill):
            return partial(_fill, _brush(item.paint), item.opacity, _qt_shape(item.shape))
        if isinstance(item, Stroke):
            return partial(_stroke, _pen(item), _straight(item) or _qt_shape(item.shape))
        if isinstance(item, Paragraph):
            return _words(item)
        if isinstance(item, PictureBox):
            return partial(self._picture, item)
        return None

    def _picture(self, box: PictureBox, painter: QPainter) -> None:
        """Paint a picture; one that is broken is stood in for."""
        if not paint_picture(painter, box, self.pictures):
            for item in stand_in(box.rect, box.radius):
                step = self._step(item)
                if step is not None and not isinstance(step, tuple):
                    step(painter)

    @staticmethod
    def _paint_list(painter: QPainter, here: QTransform, steps: list[_Step | _Words]) -> None:
        """Paint one list; words have a transform of their own, changed to only when it must be."""
        in_words = False
        painter.setWorldTransform(here)
        for step in steps:
            if isinstance(step, tuple):
                if not in_words:
                    painter.scale(1 / SCALE, 1 / SCALE)
                    in_words = True
                pen, runs = step
                painter.setPen(pen)
                for place, run in runs:
                    painter.drawGlyphRun(place, run)
            else:
                if in_words:
                    painter.setWorldTransform(here)
                    in_words = False
                step(painter)


def _fill(brush: QBrush, opacity: float, shape: _Step, painter: QPainter) -> None:
    painter.setPen(_NO_PEN)
    painter.setBrush(brush)
    if opacity < 1:
        before = painter.opacity()
        painter.setOpacity(before * opacity)
        shape(painter)
        painter.setOpacity(before)
    else:
        shape(painter)


def _stroke(pen: QPen, shape: _Step, painter: QPainter) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    shape(painter)


def _words(paragraph: Paragraph) -> _Words:
    runs = [
        (
            QPointF(SCALE * (paragraph.x + line.x), SCALE * (paragraph.y + line.baseline)),
            run.native,
        )
        for line in paragraph.text.lines
        for run in line.runs
        if isinstance(run.native, QGlyphRun)
    ]
    return QPen(QColor(paragraph.colour)), runs


def _brush(paint: str | VerticalGradient) -> QBrush:
    if isinstance(paint, str):
        return QBrush(QColor(paint))
    gradient = QLinearGradient(0, paint.top, 0, paint.bottom)
    gradient.setStops([(offset, QColor(colour)) for offset, colour in paint.stops])
    return QBrush(gradient)


def _pen(stroke: Stroke) -> QPen:
    pen = QPen(QColor(stroke.colour), stroke.width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if stroke.round else Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if stroke.round else Qt.PenJoinStyle.MiterJoin)
    if stroke.dash:
        pen.setDashPattern([length / stroke.width for length in stroke.dash])
    return pen


def _qt_shape(shape: Shape) -> _Step:
    if not isinstance(shape, RoundedRect):
        path = _path(shape.segments)
        return lambda painter: painter.drawPath(path)
    rect = QRectF(shape.rect.x, shape.rect.y, shape.rect.width, shape.rect.height)
    if shape.radius <= 0:
        return lambda painter: painter.drawRect(rect)
    radius = min(shape.radius, shape.rect.width / 2, shape.rect.height / 2)
    return lambda painter: painter.drawRoundedRect(rect, radius, radius)


def _straight(stroke: Stroke) -> _Step | None:
    """Return what paints an outline of single straight lines: much faster than a path. None for others."""
    if isinstance(stroke.shape, RoundedRect) or stroke.round:
        return None
    segments = stroke.shape.segments
    lines = []
    for move, line in zip(segments[::2], segments[1::2], strict=False):
        if move[0] != "M" or line[0] != "L":
            return None
        lines.append(QLineF(move[1], move[2], line[1], line[2]))
    return (lambda painter: painter.drawLines(lines)) if 2 * len(lines) == len(segments) else None


def _path(segments: Iterable[Segment]) -> QPainterPath:
    path = QPainterPath()
    for segment in segments:
        match segment:
            case ("M", x, y):
                path.moveTo(x, y)
            case ("L", x, y):
                path.lineTo(x, y)
            case ("C", x1, y1, x2, y2, x, y):
                path.cubicTo(x1, y1, x2, y2, x, y)
            case _:
                path.closeSubpath()
    return path
