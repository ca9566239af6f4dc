"""Dragging lane heads, stages and steps, one or all that are selected, to another place among their own."""

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt

from journeymapper.document.records import Lane, Record, Stage, Step
from journeymapper.editing import lanes, stages
from journeymapper.i18n import ngettext
from journeymapper.layout.finding import rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import LANE_GAP, MARGIN, STEP_GAP
from journeymapper.ui.canvas.gestures.gesture import Gesture, Pointer, Surface

#: How thick the line is that shows where a drop goes, in points.
_LINE = 2.5


class Reorder(Gesture, ABC):
    """A line shows where the drop goes; the map changes on the release."""

    follows_edges = True
    shape = Qt.CursorShape.ClosedHandCursor
    kind: ClassVar[type[Record]]

    def __init__(self, surface: Surface, grabbed: str) -> None:
        """Drag a lane, a stage or a step, and the others of its kind when it is one of several selected."""
        super().__init__(surface)
        document, selection = surface.open_map.session.document, surface.open_map.selection
        chosen = selection if grabbed in selection else {grabbed}
        self._dragged = frozenset(id_ for id_ in chosen if isinstance(document.find(id_), self.kind))

    @property
    def _layout(self) -> MapLayout:
        return self.surface.open_map.session.layout

    def finish(self, pointer: Pointer) -> None:
        """Move them there, if that is elsewhere."""
        self.surface.overlay.show_drop(None)
        self._drop(pointer)

    @abstractmethod
    def _drop(self, pointer: Pointer) -> None:
        """Move what is dragged to where the pointer is."""

    def _without_dragged(self, before: Sequence[str]) -> int:
        """Return a place counted without the dragged ones, from what stands before it."""
        return sum(1 for id_ in before if id_ not in self._dragged)

    def cancel(self) -> None:
        """Leave everything where it is."""
        self.surface.overlay.show_drop(None)


class ReorderLanes(Reorder):
    """Lanes with all that stands in them."""

    kind = Lane

    def _gap(self, pointer: Pointer) -> int:
        """Return how many of the lanes that are shown stand above the pointer, the dragged ones counted."""
        layout = self._layout
        middles = [layout.lane_top(lane) + layout.lanes[lane].height / 2 for lane in layout.shown_lanes]
        return bisect_right(middles, pointer.y)

    def move(self, pointer: Pointer) -> None:
        """Show the line between two lanes."""
        layout, gap = self._layout, self._gap(pointer)
        shown = layout.shown_lanes
        if gap < len(shown):
            y = layout.lane_top(shown[gap])
        else:
            y = layout.lane_top(shown[-1]) + layout.lanes[shown[-1]].height + LANE_GAP
        width = layout.columns.left - MARGIN + layout.columns.width
        self.surface.overlay.show_drop(Rect(MARGIN, y - LANE_GAP / 2 - _LINE / 2, width, _LINE))

    def _drop(self, pointer: Pointer) -> None:
        shown, gap = self._layout.shown_lanes, self._gap(pointer)
        order = [lane for _order, lane in self._layout.document.indexes.lanes]
        above = order.index(shown[gap - 1]) + 1 if gap else order.index(shown[0])
        label = ngettext("Move lane", "Move lanes", len(self._dragged))
        with self.surface.open_map.edit(label, origin=self) as edit:
            lanes.move(edit, self._dragged, self._without_dragged(order[:above]))


class ReorderStages(Reorder):
    """Stages with their steps and all that stands in them."""

    kind = Stage

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
        place = self._without_dragged(order[: self._gap(pointer)])
        label = ngettext("Move stage", "Move stages", len(self._dragged))
        with self.surface.open_map.edit(label, origin=self) as edit:
            stages.move(edit, self._dragged, place)


class ReorderSteps(Reorder):
    """Steps with all that stands in their columns; they can go into another stage."""

    kind = Step

    def _goal(self, pointer: Pointer) -> tuple[str, int, float] | None:
        """Return the stage under the pointer, the place in it, all its steps counted, and the line's x."""
        columns = self._layout.columns
        if not columns.steps:
            return None
        last = len(columns.steps) - 1
        column = columns.at(pointer.x)
        if column is None:
            column = 0 if pointer.x < columns.left else last
        span = columns.span_at(column)
        if columns.steps[column] is None:
            return span.stage, 0, columns.x(column)
        is_after = pointer.x >= columns.x(column) + columns.width_of(column) / 2
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
        indexes = self._layout.document.indexes
        dragged = [step for step in indexes.columns() if step in self._dragged]
        label = ngettext("Move step", "Move steps", len(dragged))
        with self.surface.open_map.edit(label, origin=self) as edit:
            stages.move_steps(edit, dragged, stage, self._without_dragged(indexes.steps(stage)[:place]))
