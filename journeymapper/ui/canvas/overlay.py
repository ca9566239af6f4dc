"""What is shown on the map and is no part of it: rings, the cursor's tint, invitations, what is in hand.

Everything is measured in points and painted at the map's scale; lines keep their width at every zoom. What
changes asks for its own area to be painted again, and for nothing else.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journeymapper.document.records import Link, Stage
from journeymapper.layout.borders import Border, border_line
from journeymapper.layout.display import DisplayList, Placed
from journeymapper.layout.finding import boxes_in, rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import CARD_RADIUS, MARGIN
from journeymapper.painters.qt import QtPainter
from journeymapper.style import colours
from journeymapper.ui.appearance import LIGHT, Appearance
from journeymapper.ui.canvas.curve_marks import CurveMarks
from journeymapper.ui.canvas.fading import Fading
from journeymapper.ui.canvas.highlights import Highlights
from journeymapper.ui.canvas.invitation import invitation
from journeymapper.ui.canvas.link_marks import LinkMarks
from journeymapper.ui.canvas.lit import Lit
from journeymapper.ui.canvas.rings import RING, frame_all, ring, ring_stage
from journeymapper.ui.canvas.spotlight import Spotlight
from journeymapper.ui.canvas.view import View
from journeymapper.ui.open_map import OpenMap

#: Pixels that rings and shadows reach past what they are about.
REACH = 7

_SHEETS = 2
_SHEET_OFFSET = 3.0

#: How thick the line on a border in the hand is, in points.
_GRIP = 2.0

#: More selected records than this are looked up by what is in view, not one by one.
_MANY = 200


@dataclass(frozen=True, slots=True)
class Lifted:
    """A card in the hand: what to paint, its box in points, and how many cards are held with it."""

    items: DisplayList
    box: Rect
    count: int = 1

    def at(self, x: float, y: float) -> "Lifted":
        """Return the card with its top left corner at (x, y)."""
        return replace(self, box=Rect(x, y, self.box.width, self.box.height))


class Overlay:
    """The marks over the map. ``changed`` is called with the pixels that must be painted again."""

    def __init__(self, open_map: OpenMap, view: View, changed: Callable[[QRect], None]) -> None:
        """Show no marks yet."""
        self.appearance: Appearance = LIGHT
        self.is_focused = False
        self.highlights = Highlights(open_map, view, changed)
        self.links = LinkMarks(open_map, view, changed)
        self.curves = CurveMarks(open_map, view, changed)
        self.lit = Lit(open_map, view, changed)
        self._fading = Fading(open_map, view, changed)
        self.spotlight = Spotlight(open_map.session.layout, view, changed, lambda: self.appearance)
        self._open_map = open_map
        self._view = view
        self._changed = changed
        self._selection: frozenset[str] = frozenset()
        self._cell: tuple[str, str] | None = None
        self._hovered: tuple[str, str] | None = None
        self._hovered_lane = ""
        self._band: Rect | None = None
        self._drop_line: Rect | None = None
        self._target: Rect | None = None
        self._grip: Border | None = None
        self._grip_was: Rect | None = None
        self._lifted: Lifted | None = None
        self._lifted_moved: Callable[[], None] | None = None
        self._landing: frozenset[str] = frozenset()

    @property
    def lifted(self) -> Lifted | None:
        """The card in the hand, or None."""
        return self._lifted

    def when_lifted_moves(self, then: Callable[[], None]) -> None:
        """Call ``then`` whenever a card in the hand is elsewhere, lifted or put down."""
        self._lifted_moved = then

    @property
    def hovered(self) -> tuple[str, str] | None:
        """The empty cell under the pointer, or None."""
        return self._hovered

    @property
    def drop_line(self) -> Rect | None:
        """The line where what is dragged would go, or None."""
        return self._drop_line

    @property
    def grip(self) -> Border | None:
        """The border under the pointer or in the hand, or None."""
        return self._grip

    @property
    def ringed(self) -> frozenset[str]:
        """The records with a ring: what is selected, or what a rubber band would select."""
        return self._selection

    def follow_selection(self) -> None:
        """Show the selection and the cursor where they are now."""
        before, self._selection = self._selection, self._open_map.selection
        changed = before ^ self._selection
        if len(changed) > _MANY:
            self._changed(QRect(QPoint(), self._view.size))
        else:
            self._repaint_records(changed)
        self.links.follow_selection()
        if self._cell != self._open_map.cell:
            cells, self._cell = (self._cell, self._open_map.cell), self._open_map.cell
            for cell in cells:
                self._repaint_cell(cell)

    def follow_focus(self, is_focused: bool) -> None:
        """Show the cursor only while the canvas has the keyboard."""
        self.is_focused = is_focused
        self._repaint_cell(self._cell)

    def hover(self, cell: tuple[str, str] | None) -> None:
        """Invite to the empty cell under the pointer."""
        if cell != self._hovered:
            before, self._hovered = self._hovered, cell
            self._repaint_cell(before)
            self._repaint_cell(cell)

    def hover_lane(self, lane: str) -> None:
        """Show the sign by which the lane under the pointer is collapsed; "" shows none."""
        if lane != self._hovered_lane:
            changed, self._hovered_lane = (self._hovered_lane, lane), lane
            self._repaint_records(changed)

    def show_band(self, band: Rect | None) -> None:
        """Show a rubber band."""
        before, self._band = self._band, band
        self._repaint((before, band))

    def draw_band(self, band: Rect, ringed: frozenset[str], changed: Sequence[Rect]) -> None:
        """Show a rubber band, and rings round what it would select; only ``changed`` parts of it are new.

        What the press before it had selected, which may be anywhere, loses its ring here.
        """
        layout, differing = self._open_map.session.layout, ringed ^ self._selection
        self._band, self._selection = band, ringed
        if len(differing) > _MANY:
            self._changed(QRect(QPoint(), self._view.size))
            return
        others = [rect for id_ in differing if (rect := rect_of(layout, id_)) is not None]
        for part in changed:
            near = (rect for rect in others if rect.intersects(part))
            self._repaint((reduce(Rect.united, near, part),))
        self._repaint(rect for rect in others if not any(rect.intersects(part) for part in changed))

    def show_drop(self, line: Rect | None, target: Rect | None = None) -> None:
        """Show where what is dragged would go, and what it would go into."""
        if (line, target) != (self._drop_line, self._target):
            before = self._drop_line, self._target
            self._drop_line, self._target = line, target
            self._repaint((*before, line, target))

    def show_grip(self, border: Border | None) -> None:
        """Show a border that can be dragged, or is."""
        before, self._grip = self._grip_was, border
        self._grip_was = self._grip_line()
        if self._grip_was != before:
            self._repaint((before, self._grip_was))

    def _grip_line(self) -> Rect | None:
        return border_line(self._open_map.session.layout, self._grip, _GRIP) if self._grip else None

    def show_lifted(self, lifted: Lifted | None) -> None:
        """Show a card in the hand."""
        before, self._lifted = self._lifted, lifted
        if (before is None) != (lifted is None):
            self._repaint_cell(self._cell)
        sheets = REACH + round(_SHEETS * _SHEET_OFFSET * self._view.scale)
        self._repaint([one.box for one in (before, lifted) if one is not None], sheets)
        if self._lifted_moved is not None:
            self._lifted_moved()

    def show_landing(self, ids: frozenset[str]) -> None:
        """Show these cards as places held for what is in the hand."""
        before, self._landing = self._landing, ids
        self._repaint_records(before ^ ids)

    def _repaint_records(self, ids: Iterable[str]) -> None:
        self._repaint(rect_of(self._open_map.session.layout, id_) for id_ in ids)

    def _repaint_cell(self, cell: tuple[str, str] | None) -> None:
        if (rect := self._cell_rect(cell)) is not None:
            self._repaint((rect,))

    def _repaint(self, rects: Iterable[Rect | None], margin: int = REACH) -> None:
        for rect in rects:
            if rect is not None:
                self._changed(self._view.pixels_of(rect, margin))

    def _cell_rect(self, cell: tuple[str, str] | None) -> Rect | None:
        layout = self._open_map.session.layout
        if cell is None or not layout.is_open(cell[0]) or cell[1] not in layout.columns.of_step:
            return None
        return layout.cell_rect(*cell)

    def paint_under(self, painter: QPainter, exposed: QRect) -> None:
        """Paint what lies under the map's content: the tint of the cursor's cell."""
        rect = self._cell_rect(self._cell)
        if rect is None or not self.is_focused or self._lifted is not None:
            return
        lies = self._view.to_view(rect)
        if lies.intersects(QRectF(exposed)):
            radius = CARD_RADIUS * self._view.scale
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.appearance.cursor_tint))
            painter.drawRoundedRect(lies, radius, radius)

    def paint_over(self, painter: QPainter, exposed: QRect, cards: QtPainter, has_text: bool) -> None:
        """Paint what lies over the map's content."""
        self._fading.paint(painter, exposed, cards, has_text)
        self.spotlight.paint(painter, exposed, cards, has_text)
        self.highlights.paint(painter, exposed, has_text, self._selection)
        if self.is_focused and self._lifted is None:
            self.curves.paint_cell(painter, self.appearance)
        self.curves.paint(painter, exposed, cards, has_text, self.appearance)
        self._paint_invitation(painter, exposed, cards, has_text)
        self._paint_sign(painter, cards)
        self._paint_landing(painter)
        self._paint_rings(painter, exposed)
        self.lit.paint(painter, exposed, self.appearance)
        self.links.paint(painter, exposed, self.appearance)
        accent = QColor(self.appearance.accent)
        if self._target is not None:
            ring(painter, self._view, self._target, QPen(accent, RING, Qt.PenStyle.DashLine))
        if self._drop_line is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawRoundedRect(_at_least(self._view.to_view(self._drop_line), 3.0), 1.5, 1.5)
        if (grip := self._grip_line()) is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawRoundedRect(_at_least(self._view.to_view(grip), 2.0), 1.0, 1.0)
        if self._lifted is not None:
            self._paint_lifted(painter, self._lifted, cards, has_text)
        if self._band is not None:
            painter.setPen(QPen(accent, 1))
            painter.setBrush(QColor(self.appearance.band))
            painter.drawRect(self._view.to_view(self._band))

    def _paint_invitation(self, painter: QPainter, exposed: QRect, cards: QtPainter, has_text: bool) -> None:
        if self._lifted is not None:
            return
        cells = {self._hovered, self._cell if self.is_focused else None} - {None}
        for cell in cells:
            rect = self._cell_rect(cell)
            if cell is None or rect is None or not self._view.pixels_of(rect).intersects(exposed):
                continue
            placed = invitation(self._open_map.session.layout, *cell)
            if placed is not None:
                self._on_map(painter, cards, placed, has_text)

    def _paint_sign(self, painter: QPainter, cards: QtPainter) -> None:
        layout, lane = self._open_map.session.layout, self._hovered_lane
        if layout.is_open(lane) and not layout.lanes[lane].is_divider:
            sign = Placed(MARGIN, layout.lane_top(lane), (layout.lanes[lane].sign(),))
            self._on_map(painter, cards, sign, has_text=False)

    def _paint_landing(self, painter: QPainter) -> None:
        pen = QPen(QColor(self.appearance.accent), 1.2, Qt.PenStyle.DashLine)
        for id_ in self._landing:
            rect = rect_of(self._open_map.session.layout, id_)
            if rect is not None:
                painter.setPen(pen)
                painter.setBrush(QColor(255, 255, 255, 170))
                radius = CARD_RADIUS * self._view.scale
                painter.drawRoundedRect(self._view.to_view(rect), radius, radius)

    def _paint_rings(self, painter: QPainter, exposed: QRect) -> None:
        pen = QPen(QColor(self.appearance.accent), RING)
        layout, ringed = self._open_map.session.layout, self._ringed(exposed)
        if len(ringed) > _MANY:
            frame_all(painter, self._view, [rect for _id, rect in ringed], pen)
            return
        for id_, rect in ringed:
            if isinstance(layout.document.find(id_), Stage):
                ring_stage(painter, self._view, layout, id_, pen)
            elif not isinstance(layout.document.find(id_), Link):
                ring(painter, self._view, rect, pen)

    def _ringed(self, exposed: QRect) -> list[tuple[str, Rect]]:
        layout = self._open_map.session.layout
        ids = self._selection - self._landing
        area = self._view.rect_to_map(exposed.adjusted(-REACH, -REACH, REACH, REACH))
        if len(self._selection) > _MANY:
            return [found for found in boxes_in(layout, area) if found[0] in ids]
        rects = ((id_, rect_of(layout, id_)) for id_ in ids)
        return [(id_, rect) for id_, rect in rects if rect is not None and rect.intersects(area)]

    def _paint_lifted(self, painter: QPainter, lifted: Lifted, cards: QtPainter, has_text: bool) -> None:
        lies, radius = self._view.to_view(lifted.box), CARD_RADIUS * self._view.scale
        painter.setPen(Qt.PenStyle.NoPen)
        for spread in range(5, 0, -1):
            painter.setBrush(QColor(self.appearance.shadow))
            painter.drawRoundedRect(lies.adjusted(-spread, 2 - spread, spread, 2 + spread), radius, radius)
        for sheet in range(min(_SHEETS, lifted.count - 1), 0, -1):
            offset = sheet * _SHEET_OFFSET * self._view.scale
            painter.setPen(QPen(QColor(self.appearance.paper_edge), 1))
            painter.setBrush(QColor(colours.PAPER))
            painter.drawRoundedRect(lies.translated(offset, offset), radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.PAPER))
        painter.drawRoundedRect(lies, radius, radius)
        self._on_map(painter, cards, Placed(lifted.box.x, lifted.box.y, lifted.items), has_text)
        ring(painter, self._view, lifted.box, QPen(QColor(self.appearance.accent), 1.5))
        if lifted.count > 1:
            self._paint_count(painter, lies.topRight(), lifted.count)

    def _paint_count(self, painter: QPainter, at: QPointF, count: int) -> None:
        """Paint the number of cards in the hand on a disc at a corner."""
        disc = QRectF(at.x() - 10, at.y() - REACH, 17, 17)
        words = str(count)
        disc.setWidth(max(disc.width(), painter.fontMetrics().horizontalAdvance(words) + 8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.appearance.accent))
        painter.drawRoundedRect(disc, 8.5, 8.5)
        painter.setPen(QColor(colours.PAPER))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, words)

    def _on_map(self, painter: QPainter, cards: QtPainter, placed: Placed, has_text: bool) -> None:
        painter.save()
        painter.translate(self._view.place)
        painter.scale(self._view.scale, self._view.scale)
        cards.paint(painter, (placed,), text=has_text)
        painter.restore()


def _at_least(rect: QRectF, side: float) -> QRectF:
    """Return the rectangle, grown about its middle where it is thinner than ``side``."""
    wide, high = max(0.0, side - rect.width()) / 2, max(0.0, side - rect.height()) / 2
    return rect.adjusted(-wide, -high, wide, high)
