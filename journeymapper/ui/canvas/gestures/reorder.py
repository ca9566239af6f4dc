"""Dragging lane heads, stages and steps to another place among their own."""

from abc import ABC, abstractmethod
from bisect import bisect_right

from PySide6.QtCore import Qt

from journeymapper.editing import lanes, stages
from journeymapper.i18n import _
from journeymapper.layout.finding import rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import COLUMN_WIDTH, COLUMNS_LEFT, LANE_GAP, MARGIN, STEP_GAP
from journeymapper.ui.canvas.gestures.gesture import Gesture, Pointer, Surface

#: How thick the line is that shows where a drop goes, in points.
_LINE = 2.5


class Reorder(Gesture, ABC):
    """A line shows where the drop goes; the map changes on the release."""

    follows_edges = True
    shape = Qt.CursorShape.ClosedHandCursor

    def __init__(self, surface: Surface, dragged: str) -> None:
        """Drag a lane, a stage or a step."""
        super().__init__(surface)
        self._dragged = dragged

    @property
    def _layout(self) -> MapLayout:
        return self.surface.open_map.session.layout

    def finish(self, pointer: Pointer) -> None:
        """Move it there, if that is elsewhere."""
        self.surface.overlay.show_drop(None)
        self._drop(pointer)

    @abstractmethod
    def _drop(self, pointer: Pointer) -> None:
        """Move what is dragged to where the pointer is."""

    def cancel(self) -> None:
        """Leave everything where it is."""
        self.surface.overlay.show_drop(None)


class ReorderLanes(Reorder):
    """A lane with all that stands in it."""

    def _gap(self, pointer: Pointer) -> int:
        """Return how many lanes stand above the pointer, the dragged one counted."""
        return bisect_right(self._middles(), pointer.y)

    def _middles(self) -> list[float]:
        layout = self._layout
        order = layout.document.indexes.lanes
        return [layout.lane_top(lane) + layout.lanes[lane].height / 2 for _order, lane in order]

    def move(self, pointer: Pointer) -> None:
        """Show the line between two lanes."""
        layout, gap = self._layout, self._gap(pointer)
        order = [lane for _order, lane in layout.document.indexes.lanes]
        if gap < len(order):
            y = layout.lane_top(order[gap])
        else:
            y = layout.lane_top(order[-1]) + layout.lanes[order[-1]].height + LANE_GAP
        width = COLUMNS_LEFT - MARGIN + layout.columns.width
        self.surface.overlay.show_drop(Rect(MARGIN, y - LANE_GAP / 2 - _LINE / 2, width, _LINE))

    def _drop(self, pointer: Pointer) -> None:
        order = [lane for _order, lane in self._layout.document.indexes.lanes]
        place = _without_itself(self._gap(pointer), order.index(self._dragged))
        with self.surface.open_map.edit(_("Move lane"), origin=self) as edit:
            lanes.move(edit, self._dragged, place)


class ReorderStages(Reorder):
    """A stage with its steps and all that stands in them."""

    def _gap(self, pointer: Pointer) -> int:
        middles = [span.x + span.width / 2 for span in self._layout.columns.spans]
        return bisect_right(middles, pointer.x)

    def move(self, pointer: Pointer) -> None:
        """Show the line between two stages."""
        layout, gap = self._layout, self._gap(pointer)
        spans = layout.columns.spans
        x = spans[gap].x if gap < len(spans) else spans[-1].x + spans[-1].width
        line = Rect(x - _LINE / 2, layout.headings_top - 4, _LINE, layout.headings.height + 8)
        self.surface.overlay.show_drop(line)

    def _drop(self, pointer: Pointer) -> None:
        order = [span.stage for span in self._layout.columns.spans]
        place = _without_itself(self._gap(pointer), order.index(self._dragged))
        with self.surface.open_map.edit(_("Move stage"), origin=self) as edit:
            stages.move(edit, self._dragged, place)


class ReorderSteps(Reorder):
    """A step with all that stands in its column; it can go into another stage."""

    def _goal(self, pointer: Pointer) -> tuple[str, int, float] | None:
        """Return the stage under the pointer, the place in it, the step counted, and the x of the line."""
        columns = self._layout.columns
        if not columns.steps:
            return None
        last = len(columns.steps) - 1
        column = columns.at(pointer.x)
        if column is None:
            column = 0 if pointer.x < COLUMNS_LEFT else last
        span = columns.span_at(column)
        if columns.steps[column] is None:
            return span.stage, 0, columns.x(column)
        is_after = pointer.x >= columns.x(column) + COLUMN_WIDTH / 2
        return span.stage, column - span.first + is_after, columns.x(column + is_after)

    def move(self, pointer: Pointer) -> None:
        """Show the line between two steps, and the stage it goes into."""
        goal = self._goal(pointer)
        if goal is None:
            return
        stage, place, x = goal
        layout = self._layout
        inward = 1.5 if place == 0 else -1.5
        top = layout.headings_top + layout.headings.stage_height + STEP_GAP / 2
        line = Rect(x + inward - _LINE / 2, top, _LINE, layout.headings.step_height + STEP_GAP)
        self.surface.overlay.show_drop(line, rect_of(layout, stage))

    def _drop(self, pointer: Pointer) -> None:
        goal = self._goal(pointer)
        if goal is None:
            return
        stage, place, _x = goal
        siblings = self._layout.document.indexes.steps(stage)
        if self._dragged in siblings:
            place = _without_itself(place, siblings.index(self._dragged))
        with self.surface.open_map.edit(_("Move step"), origin=self) as edit:
            stages.move_step(edit, self._dragged, stage, place)


def _without_itself(gap: int, own: int) -> int:
    """Return a place counted without the dragged one, from one counted with it."""
    return gap - 1 if own < gap else gap
