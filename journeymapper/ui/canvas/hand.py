"""The pointer on the canvas: which gesture a press begins, and what keeps it going.

A press selects, unless it is on a border. Only when the pointer has gone a little way with the button down
does it become something else: dragging what is under it, or a rubber band.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from journeymapper.layout.borders import Border, border_at
from journeymapper.layout.card_edges import CardEdge, card_edge_at
from journeymapper.layout.finding import curve_at, hit, sign_at
from journeymapper.layout.places import Hit, Part
from journeymapper.layout.prompts import is_empty
from journeymapper.ui.canvas import feeling
from journeymapper.ui.canvas.gestures.drag_border import cursor_over, drag_of, make_standard
from journeymapper.ui.canvas.gestures.drag_card_edge import DragCardEdge
from journeymapper.ui.canvas.gestures.drag_cards import DragCards
from journeymapper.ui.canvas.gestures.drag_point import DragPoint
from journeymapper.ui.canvas.gestures.draw_link import drag_from
from journeymapper.ui.canvas.gestures.gesture import Gesture, Pointer, Press, Selected, Surface
from journeymapper.ui.canvas.gestures.pan import Pan
from journeymapper.ui.canvas.gestures.reorder import ReorderLanes, ReorderStages, ReorderSteps
from journeymapper.ui.canvas.gestures.rubber_band import RubberBand
from journeymapper.ui.canvas.gestures.select import Select
from journeymapper.ui.canvas.link_handles import Handle, handle_at
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.showing_lanes import toggle_collapsed

#: Within so many pixels of the view's edge a drag scrolls, the faster the nearer.
_EDGE = 28
_FASTEST = 22
_TICK = 16

#: So many pixels to each side of a border belong to it.
_BORDER_REACH = 6

#: So many pixels to each side of a card's left and right edges belong to them.
_EDGE_REACH = 4

_DRAGS: dict[Part, Callable[[Surface, str], Gesture]] = {
    Part.CARD: DragCards,
    Part.POINT: DragPoint,
    Part.LANE: ReorderLanes,
    Part.STAGE: ReorderStages,
    Part.STEP: ReorderSteps,
}


class Hand(QObject):
    """Turns mouse events into gestures. At most one is under way."""

    def __init__(self, surface: Surface, viewport: QWidget) -> None:
        """Work on a surface that is shown in ``viewport``."""
        super().__init__(viewport)
        self.holds_space = False
        self._surface = surface
        self._viewport = viewport
        self._gesture: Gesture | None = None
        self._button = Qt.MouseButton.NoButton
        self._hit = Hit(Part.NOTHING)
        self._border: Border | None = None
        self._handle: Handle | None = None
        self._edge: CardEdge | None = None
        self._before: Selected = (frozenset(), "", None)
        self._pressed: Pointer | None = None
        self._latest: Pointer | None = None
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_TICK)
        self._scrolling.timeout.connect(self._scroll_at_edge)

    @property
    def is_dragging(self) -> bool:
        """Tell whether something is being dragged: more than a press."""
        return self._gesture is not None and not isinstance(self._gesture, Press)

    @property
    def open_map(self) -> OpenMap:
        """The map worked on."""
        return self._surface.open_map

    def pointer(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> Pointer:
        """Return where a point of the view is on the map."""
        x, y = self._surface.view.to_map(position)
        return Pointer(x, y, position, modifiers)

    def hit(self, position: QPointF) -> Hit:
        """Return what of the map is under a point of the view."""
        at = self._surface.overlay.spotlight.own_place(*self._surface.view.to_map(position))
        return hit(self.open_map.session.layout, *at)

    def menu_hit(self, position: QPointF) -> Hit:
        """Return of what the context menu is asked; on a legend its curve is that of new points from now."""
        found = self.hit(position)
        curve = curve_at(self.open_map.session.layout, *self._surface.view.to_map(position))
        if curve is None:
            return found
        feeling.choose(self.open_map, curve)
        return Hit(Part.LEGEND, found.lane, found.lane)

    def border(self, position: QPointF) -> Border | None:
        """Return the border under a point of the view that can be dragged there."""
        reach = _BORDER_REACH / self._surface.view.scale
        return border_at(self.open_map.session.layout, *self._surface.view.to_map(position), reach)

    def _handle_at(self, position: QPointF) -> Handle | None:
        """Return the handle under a point of the view from which a link can be drawn."""
        at = self._surface.view.to_map(position)
        is_own = self._surface.overlay.spotlight.own_place(*at) == at
        return handle_at(self.open_map, self._surface.view, *at) if is_own else None

    def _edge_at(self, position: QPointF) -> CardEdge | None:
        """Return the left or right edge of a card under a point of the view."""
        at = self._surface.overlay.spotlight.own_place(*self._surface.view.to_map(position))
        return card_edge_at(self.open_map.session.layout, *at, _EDGE_REACH / self._surface.view.scale)

    def press(self, position: QPointF, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier) -> None:
        """Begin a gesture, unless one is under way; one whose button goes down anew has lost its release."""
        if self._gesture is not None and button is self._button:
            self.cancel()
        if self._gesture is not None or button not in {
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.MiddleButton,
        }:
            return
        pointer = self.pointer(position, modifiers)
        self._button, self._pressed = button, pointer
        self._before = self.open_map.selection, self.open_map.current, self.open_map.cell
        if button is Qt.MouseButton.MiddleButton or self.holds_space:
            self._begin(Pan(self._surface), pointer)
            return
        self._hit, self._border = self.hit(position), self.border(position)
        self._handle = self._handle_at(position) if self._border is None else None
        if self._handle is not None:
            self._hit = self._handle.hit
        is_bare = self._border is None and self._handle is None
        self._edge = self._edge_at(position) if is_bare else None
        if self._edge is not None:
            self._hit = self._edge.card
        is_border = self._border is not None
        self._begin(Press(self._surface) if is_border else Select(self._surface, self._hit), pointer)

    def move(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Go on with the gesture; without one, show what is under the pointer."""
        pointer = self.pointer(position, modifiers)
        if self._gesture is None:
            self.hover(position)
            return
        if isinstance(self._gesture, Press) and self._pressed is not None:
            way = position - self._pressed.position
            if way.manhattanLength() < QGuiApplication.styleHints().startDragDistance():
                return
            self._surface.overlay.hover(None)
            self._surface.overlay.curves.aim(None)
            self._begin(self._drag(), self._pressed)
        self._latest = pointer
        self._gesture.move(pointer)
        self._mind_edges(position)

    def release(self, position: QPointF, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier) -> None:
        """End the gesture whose button this is."""
        if self._gesture is None or button is not self._button:
            return
        gesture, self._gesture = self._gesture, None
        self._let_go()
        gesture.finish(self.pointer(position, modifiers))
        self.hover(position)

    def has_lost(self, held: Qt.MouseButton) -> bool:
        """Tell whether the button of the gesture is up, though no release was heard of."""
        return self._gesture is not None and not held & self._button

    def cancel(self) -> bool:
        """Give the gesture up and put everything back; tell whether there was one."""
        gesture, self._gesture = self._gesture, None
        if gesture is None:
            return False
        self._let_go()
        gesture.cancel()
        return True

    def press_twice(self, position: QPointF) -> tuple[str, str] | None:
        """Return (id, field) of what a double click edits; where it makes something, make it.

        On the border of a step or of the lane heads it brings the standard width back.
        """
        found, border = self.hit(position), self.border(position)
        if border is not None and make_standard(self.open_map, border):
            return None
        if border is None and (edge := self._edge_at(position)) is not None:
            found = edge.card
        if found.part is Part.CELL:
            made = self._make_in_cell(found, position)
            return (made, "") if made else None
        if found.part is Part.LANE and self._changes_lane(found.id, position):
            toggle_collapsed(self.open_map, found.id)
            return None
        field = {Part.SUBTITLE: "scenario", Part.LANE: self._lane_field(found, position)}
        return (found.id, field.get(found.part, "")) if found.id else None

    def _changes_lane(self, lane: str, position: QPointF) -> bool:
        """Tell whether a double click collapses or expands a lane: on its sign, or in a thin row's cells."""
        layout, at = self.open_map.session.layout, self._surface.view.to_map(position)
        is_in_row = layout.lanes[lane].is_collapsed and at[0] >= layout.columns.left
        return is_in_row or sign_at(layout, *at) == lane

    def _lane_field(self, found: Hit, position: QPointF) -> str:
        """Return whether a lane's hint or its name is under the pointer."""
        layout = self.open_map.session.layout
        lane = layout.lanes.get(found.id)
        if found.part is not Part.LANE or lane is None or lane.is_divider or lane.is_collapsed:
            return ""
        _x, y = self._surface.view.to_map(position)
        has_hint = bool(layout.lanes[found.id].lane.hint)
        below_name = y - layout.lane_top(found.id) >= layout.lanes[found.id].name_rect().bottom
        return "hint" if has_hint and below_name else ""

    def _make_in_cell(self, found: Hit, position: QPointF) -> str:
        """Begin a card, or return the emotion point of the double click, whose label is to be written."""
        if self.open_map.session.layout.lanes[found.lane].feelings is None:
            self._surface.begin_card(found.lane, found.step)
            return ""
        _x, y = self._surface.view.to_map(position)
        feeling.click(self.open_map, found.lane, found.step, y, is_free=False)
        return self.open_map.current if self.open_map.cell == (found.lane, found.step) else ""

    def hover(self, position: QPointF) -> None:
        """Invite to the empty cell under the pointer, and show how what is under it can be moved."""
        found = self.hit(position)
        layout = self.open_map.session.layout
        empty = found.part is Part.CELL and is_empty(layout.document, found.lane, found.step)
        empty = empty and layout.lanes[found.lane].feelings is None
        border = None if self.holds_space else self.border(position)
        handle = self._handle_at(position) if border is None and not self.holds_space else None
        self._surface.overlay.links.show_handle((handle.x, handle.y) if handle is not None else None)
        is_bare = border is None and handle is None and not self.holds_space
        edge = self._edge_at(position) if is_bare else None
        invites = empty and border is None and edge is None
        self._surface.overlay.hover((found.lane, found.step) if invites else None)
        self._surface.overlay.show_grip(border)
        self._surface.overlay.hover_lane(found.id if found.part is Part.LANE else "")
        aims = found.part is Part.CELL and border is None and handle is None and not self.holds_space
        self._surface.overlay.curves.aim(found if aims else None, self._surface.view.to_map(position)[1])
        if self.holds_space:
            self._viewport.setCursor(Qt.CursorShape.OpenHandCursor)
        elif border is not None:
            self._viewport.setCursor(cursor_over(border))
        elif handle is not None:
            self._viewport.setCursor(Qt.CursorShape.CrossCursor)
        elif edge is not None:
            self._viewport.setCursor(Qt.CursorShape.SizeHorCursor)
        elif found.part is Part.POINT:
            self._viewport.setCursor(Qt.CursorShape.SizeVerCursor)
        elif found.part in {Part.LEGEND, Part.EVIDENCE}:
            self._viewport.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self._viewport.unsetCursor()

    def _drag(self) -> Gesture:
        if self._border is not None:
            return drag_of(self._surface, self._border)
        if self._handle is not None:
            return drag_from(self._surface, self._handle)
        if self._edge is not None:
            return DragCardEdge(self._surface, self._edge)
        make = _DRAGS.get(self._hit.part)
        return make(self._surface, self._hit.id) if make else RubberBand(self._surface, self._before)

    def _begin(self, gesture: Gesture, pointer: Pointer) -> None:
        self._gesture, self._latest = gesture, pointer
        if gesture.shape is not None:
            self._viewport.setCursor(gesture.shape)
        gesture.start(pointer)

    def _let_go(self) -> None:
        self._pressed, self._button = None, Qt.MouseButton.NoButton
        self._scrolling.stop()
        self._viewport.unsetCursor()

    def _mind_edges(self, position: QPointF) -> None:
        wanted = (
            self._gesture is not None and self._gesture.follows_edges and not self._pull(position).isNull()
        )
        if wanted != self._scrolling.isActive():
            self._scrolling.start() if wanted else self._scrolling.stop()

    def _pull(self, position: QPointF) -> QPoint:
        """Return how far the map goes in one tick when a drag is held there, in pixels."""
        size = self._surface.view.size
        return QPoint(_pull(position.x(), size.width()), _pull(position.y(), size.height()))

    def _scroll_at_edge(self) -> None:
        if self._gesture is None or self._latest is None:
            self._scrolling.stop()
            return
        position, modifiers = self._latest.position, self._latest.modifiers
        self._surface.scroll_to(self._surface.view.place + self._pull(position))
        self._gesture.move(self.pointer(position, modifiers))


def _pull(at: float, length: int) -> int:
    """Return the pixels a tick that the map moves when a drag is ``at`` along a view of that length."""
    if at < _EDGE:
        return round(min(_FASTEST, (_EDGE - at) / 2))
    if at > length - _EDGE:
        return -round(min(_FASTEST, (at - length + _EDGE) / 2))
    return 0
