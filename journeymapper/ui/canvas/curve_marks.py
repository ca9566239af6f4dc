"""What is shown of curves over the map: which of them new points are on, and where a click would put one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journeymapper.layout.display import Paragraph, Placed
from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import CARD_RADIUS, CURVE_SCORE, LABEL_GAP
from journeymapper.layout.places import Hit
from journeymapper.painters.qt import QtPainter
from journeymapper.style import colours, typography
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.canvas import feeling
from journeymapper.ui.canvas.view import View
from journeymapper.ui.open_map import OpenMap

#: Pixels that marks reach past what they are about.
_REACH = 3

#: How strongly a point is painted that a click would add.
_FAINT = 0.5


@dataclass(frozen=True, slots=True)
class Aim:
    """The point that a click would add: its cell, its score, and what to paint in which box."""

    cell: tuple[str, str]
    score: float
    placed: Placed
    box: Rect


class CurveMarks:
    """The marks of curves on one map. ``changed`` is called with the pixels that must be painted again."""

    def __init__(self, open_map: OpenMap, view: View, changed: Callable[[QRect], None]) -> None:
        """Show which curve of each legend new points are on."""
        self._open_map = open_map
        self._view = view
        self._changed = changed
        self._aim: Aim | None = None
        self._marks_current = True
        open_map.curve_changed.connect(self._repaint_legends)
        open_map.changed.connect(self._let_go)

    @property
    def aimed(self) -> Aim | None:
        """The point that a click would add where the pointer is, or None."""
        return self._aim

    def aim(self, hit: Hit | None, y: float = 0) -> None:
        """Show what a click on a cell would add, ``y`` points down the map; nothing for None."""
        self._show(self._aim_at(hit.lane, hit.step, y) if hit is not None else None)

    def mark_current(self, wanted: bool) -> None:
        """Show in the legends which curve new points are on, or have them as they are printed."""
        self._marks_current = wanted
        self._repaint_legends()

    def _let_go(self) -> None:
        self._show(None)

    def _show(self, aim: Aim | None) -> None:
        before, self._aim = self._aim, aim
        if aim != before:
            for one in (before, aim):
                if one is not None:
                    self._changed(self._view.pixels_of(one.box, _REACH))

    def _aim_at(self, lane: str, step: str, y: float) -> Aim | None:
        score = feeling.score_of_click(self._open_map, lane, step, y, is_free=False)
        feelings = feeling.feelings_of(self._open_map, lane)
        if score is None or feelings is None:
            return None
        layout, curve = self._open_map.session.layout, feeling.curve_for(self._open_map, lane)
        cell, looks = layout.cell_rect(lane, step), feelings.looks
        words = feeling.invitation_to(self._open_map, lane)
        title = layout.shaper.shape(words, typography.LABEL, cell.width - 2 * LABEL_GAP)
        radius = looks.radius(curve)
        middle = feelings.zero - score * CURVE_SCORE
        top = middle + radius + LABEL_GAP if score < 0 else middle - radius - LABEL_GAP - title.height
        label = Paragraph((cell.width - title.width) / 2, top, title, colours.SECONDARY)
        mark = looks.mark(curve, cell.width / 2, middle, score, radius)
        upper, lower = min(top, middle - radius), max(top + title.height, middle + radius)
        box = Rect(cell.x, cell.y + upper, cell.width, lower - upper)
        return Aim((lane, step), score, Placed(cell.x, cell.y, (*mark, label)), box)

    def _legends(self) -> Iterator[Rect]:
        """Yield where in each legend the curve stands that new points are on."""
        layout = self._open_map.session.layout
        for lane in layout.shown_lanes:
            feelings = layout.lanes[lane].feelings
            if feelings is not None and layout.is_open(lane) and feelings.legend.entries:
                box = feelings.legend.box(feeling.curve_for(self._open_map, lane))
                if box is not None:
                    yield box.moved(layout.columns.left, layout.lane_top(lane))

    def _repaint_legends(self) -> None:
        layout = self._open_map.session.layout
        for lane in layout.shown_lanes:
            feelings = layout.lanes[lane].feelings
            if feelings is not None and feelings.legend.entries:
                whole = Rect(
                    layout.columns.left, layout.lane_top(lane), layout.columns.width, feelings.legend.height
                )
                self._changed(self._view.pixels_of(whole, _REACH))

    def paint_cell(self, painter: QPainter, appearance: Appearance) -> None:
        """Tint the cursor's cell where it is one of emotions: the ground of these hides what lies below."""
        layout, cell = self._open_map.session.layout, self._open_map.cell
        feelings = feeling.feelings_of(self._open_map, cell[0]) if cell is not None else None
        if cell is None or feelings is None or not layout.is_open(cell[0]):
            return
        rect, lead = layout.cell_rect(*cell), feelings.legend.height
        below_legend = Rect(rect.x, rect.y + lead, rect.width, rect.height - lead)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(appearance.cursor_tint))
        radius = CARD_RADIUS * self._view.scale
        painter.drawRoundedRect(self._view.to_view(below_legend), radius, radius)
        painter.restore()

    def paint(
        self, painter: QPainter, exposed: QRect, cards: QtPainter, has_text: bool, appearance: Appearance
    ) -> None:
        """Paint the marks in a part of the view."""
        painter.save()
        for box in self._legends() if self._marks_current else ():
            lies = self._view.to_view(box)
            if lies.toAlignedRect().adjusted(-_REACH, -_REACH, _REACH, _REACH).intersects(exposed):
                accent = QColor(appearance.accent)
                accent.setAlphaF(_FAINT)
                painter.setPen(QPen(accent, 1))
                painter.setBrush(QColor(appearance.cursor_tint))
                radius = CARD_RADIUS * self._view.scale
                painter.drawRoundedRect(lies, radius, radius)
        if self._aim is not None:
            painter.setOpacity(_FAINT)
            painter.translate(self._view.place)
            painter.scale(self._view.scale, self._view.scale)
            cards.paint(painter, [self._aim.placed], text=has_text)
        painter.restore()
