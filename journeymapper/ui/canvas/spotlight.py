"""The part of the map that is being shown to a room: all else lies under a quiet veil.

What is lit has its headings by it: where the map's own are out of view they are painted again, right above
the lanes and left of the columns that are lit. A click there means what a click on the map's own would.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QRegion

from journeymapper.layout.columns import Span
from journeymapper.layout.display import Paragraph, Placed
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import LANE_GAP, LANES_GAP, MARGIN
from journeymapper.painters.qt import QtPainter
from journeymapper.style import colours
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.canvas.view import View

#: How much of the desk's colour is laid over what is not lit.
_VEIL = 0.84

#: What is lit reaches so far past its upper and lower edges, and to the left of lane heads, in points.
_AROUND = 6.0


@dataclass(frozen=True, slots=True)
class Focus:
    """What is lit: a stage or a lane, and where its headings are painted again.

    Stages and steps are painted above the lane ``below``, ``further`` points down in it; with "" they are
    where they are. The head of a lane is painted left of the step ``beside``, likewise. The heads of all
    lanes are always by a stage.
    """

    id: str
    below: str = ""
    further: float = 0.0
    beside: str = ""


@dataclass(frozen=True, slots=True)
class _Light:
    """Where the light falls: all of it, and the places of what is painted again, in points.

    ``left`` … ``right`` are the lit columns, and ``top`` is where the lit lanes begin; ``headings_y`` and
    ``heads_x`` are where stages and lane heads are painted again, or None.
    """

    area: Rect
    left: float
    right: float
    top: float
    headings_y: float | None
    heads_x: float | None


def block_above(layout: MapLayout) -> float:
    """Return how far above lanes the stages begin, in points."""
    return layout.headings.height + LANES_GAP


def block_beside(layout: MapLayout) -> float:
    """Return how far left of columns the lane heads begin, in points."""
    return layout.columns.left - MARGIN


class Spotlight:
    """Lights a part of the map as a view shows it. ``changed`` is called with the pixels to be painted."""

    def __init__(
        self,
        layout: MapLayout,
        view: View,
        changed: Callable[[QRect], None],
        appearance: Callable[[], Appearance],
    ) -> None:
        """Light nothing in particular: there is no veil."""
        self._layout = layout
        self._view = view
        self._changed = changed
        self._appearance = appearance
        self._focus: Focus | None = None

    @property
    def focus(self) -> Focus | None:
        """What is lit; None without a veil."""
        return self._focus

    def light(self, focus: Focus | None) -> None:
        """Light something; None takes the veil away."""
        if focus != self._focus:
            self._focus = focus
            self._changed(QRect(0, 0, self._view.size.width(), self._view.size.height()))

    def lit(self) -> Rect | None:
        """Return the part of the map that is not under the veil, or None without a veil."""
        light = self._light()
        return light.area if light is not None else None

    def _light(self) -> _Light | None:
        focus, layout = self._focus, self._layout
        if focus is None:
            return None
        if layout.is_shown(focus.id):
            return self._light_of_lane(focus)
        span = next((span for span in layout.columns.spans if span.stage == focus.id), None)
        return self._light_of_stage(focus, span) if span is not None else None

    def _light_of_stage(self, focus: Focus, span: Span) -> _Light:
        layout = self._layout
        is_first = span is layout.columns.spans[0]
        top, headings_y = layout.lanes_top, None
        if layout.is_shown(focus.below):
            top = layout.lane_top(focus.below) + focus.further
            headings_y = top - block_above(layout)
        left, upper = span.x - block_beside(layout), top - block_above(layout)
        lower = max(layout.stack.bottom - LANE_GAP, top)
        area = _around(left, upper, span.x + span.width, lower)
        return _Light(area, span.x, span.x + span.width, top, headings_y, None if is_first else left)

    def _light_of_lane(self, focus: Focus) -> _Light:
        layout = self._layout
        columns, y = layout.columns, layout.lane_top(focus.id)
        top, upper, headings_y = y, y, None
        if layout.is_shown(focus.below):
            top = y + focus.further
            upper = headings_y = top - block_above(layout)
        column = columns.of_step.get(focus.beside)
        heads_x = columns.x(column) - block_beside(layout) if column is not None else None
        right = columns.left + columns.width
        lower = y + layout.lanes[focus.id].height
        left = columns.left if column is None else columns.x(column)
        area = _around(left - block_beside(layout), upper, right, lower)
        return _Light(area, left, right, top, headings_y, heads_x)

    def own_place(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of the map that is seen at a point: another where headings are painted again."""
        light, layout = self._light(), self._layout
        if light is None or not light.area.contains(x, y):
            return x, y
        is_above, is_beside = y < light.top, x < light.left
        if is_above and is_beside and (light.heads_x is not None or light.headings_y is not None):
            return MARGIN, layout.headings_top  # the empty corner
        if is_above and light.headings_y is not None:
            return x, max(layout.headings_top, y - light.headings_y + layout.headings_top)
        if is_beside and light.heads_x is not None:
            return x - light.heads_x + MARGIN, y
        return x, y

    def paint(self, painter: QPainter, exposed: QRect, cards: QtPainter, has_text: bool) -> None:
        """Paint the veil and the headings in a part of the view."""
        light = self._light()
        if light is None:
            return
        area, seen = light.area, self._view.rect_to_map(exposed)
        self._paint_veil(painter, exposed, self._pixels(area))
        if light.headings_y is not None:
            own = Rect(0, self._layout.headings_top, self._layout.width, block_above(self._layout))
            self._paint_veil(painter, self._pixels(own) & exposed, self._pixels(area))  # once are they seen
            above = Rect(light.left, area.y, light.right - light.left, light.top - area.y)
            ground = Rect(area.x, area.y, area.width, light.top - area.y)
            self._paint_again(painter, cards, has_text, ground, above, self._headings(light, seen))
        if light.heads_x is not None:
            beside = Rect(area.x, light.top, light.left - area.x, area.bottom - light.top)
            ground = Rect(area.x, area.y, light.left - area.x, area.height)
            self._paint_again(painter, cards, has_text, ground, beside, self._heads(light, seen))

    def _pixels(self, rect: Rect) -> QRect:
        """Return the whole pixels of a part of the map, cut off far from the view."""
        return self._view.pixels_of(rect)

    def _paint_veil(self, painter: QPainter, exposed: QRect, lit: QRect) -> None:
        """Fill all but what is lit: large fills are what a frame's time goes into."""
        veil = QColor(self._appearance().desk)
        veil.setAlphaF(_VEIL)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for part in cast(Iterable[QRect], QRegion(exposed).subtracted(QRegion(lit))):  # as in ``sheet``
            painter.fillRect(part, veil)
        painter.restore()

    def _paint_again(
        self,
        painter: QPainter,
        cards: QtPainter,
        has_text: bool,
        ground: Rect,
        room: Rect,
        placed: Iterator[Placed],
    ) -> None:
        """Paint headings in the room for them, on paper."""
        painter.save()
        painter.fillRect(self._pixels(ground), QColor(colours.PAPER))
        painter.setClipRect(self._pixels(room), Qt.ClipOperation.IntersectClip)
        painter.translate(self._view.place)
        painter.scale(self._view.scale, self._view.scale)
        cards.paint(painter, placed, text=has_text)
        painter.restore()

    def _headings(self, light: _Light, seen: Rect) -> Iterator[Placed]:
        """Yield the stages and steps that are painted again and can be seen."""
        columns = self._layout.columns
        left, right = max(light.left, seen.x), min(light.right - 1, seen.right)
        if light.headings_y is not None and left < right:
            yield from self._layout.headings.visible(columns, columns.between(left, right), light.headings_y)

    def _heads(self, light: _Light, seen: Rect) -> Iterator[Placed]:
        """Yield the heads of lanes that are painted again and can be seen."""
        lower = min(light.area.bottom - 2 * _AROUND, seen.bottom)
        if light.heads_x is not None:
            for lane in self._layout.lanes_between(max(light.top, seen.y), lower):
                yield self._head(lane, light.heads_x, light.top)

    def _head(self, id_: str, x: float, top: float) -> Placed:
        """Return the head of a lane, or the name of a dividing line, at ``x`` and no higher than ``top``."""
        layout, lane = self._layout, self._layout.lanes[id_]
        if lane.is_divider:
            names = tuple(item for item in lane.ground(layout.columns) if isinstance(item, Paragraph))
            return Placed(x + block_beside(layout), layout.lane_top(id_), names)
        return Placed(x, max(top, layout.lane_top(id_)), lane.head())


def _around(left: float, upper: float, right: float, lower: float) -> Rect:
    """Return what is lit round these edges; past the right one there are the neighbour's cards."""
    return Rect(left - _AROUND, upper - _AROUND, right - left + _AROUND, lower - upper + 2 * _AROUND)
