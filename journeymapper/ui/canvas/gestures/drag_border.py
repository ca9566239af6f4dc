"""Dragging borders: steps go from one stage to its neighbour, steps and lane heads get wider and narrower."""

from abc import ABC, abstractmethod
from collections.abc import Iterable

from PySide6.QtCore import Qt

from journeymapper.document.records import LANE_WIDTH, STEP_WIDTH, Step
from journeymapper.editing import personas, stages
from journeymapper.i18n import _
from journeymapper.layout.borders import Border, BorderKind
from journeymapper.layout.map_layout import MapLayout
from journeymapper.ui.canvas.gestures.gesture import Gesture, Pointer, Surface
from journeymapper.ui.open_map import OpenMap

#: Within so many pixels of the standard width a border goes to it, unless Alt is held.
_SNAP = 5


class DragBorder(Gesture, ABC):
    """The map follows live; Esc puts it back."""

    follows_edges = True

    def __init__(self, surface: Surface, border: Border) -> None:
        """Drag a border."""
        super().__init__(surface)
        self.shape = cursor_over(border)
        self._border = border
        self._mark = surface.open_map.session.mark()
        self._key = ("drag", object())
        self._offset = 0.0
        self._is_free = False

    @property
    def _layout(self) -> MapLayout:
        return self.surface.open_map.session.layout

    def start(self, pointer: Pointer) -> None:
        """Take hold of the border."""
        self._offset = self._border.x - pointer.x
        self.surface.view.is_held = True
        self.surface.overlay.show_grip(self._border)

    def move(self, pointer: Pointer) -> None:
        """Let the border go with the pointer."""
        self._is_free = pointer.is_free
        self._put(pointer.x + self._offset)
        self.surface.overlay.show_grip(self._border)

    @abstractmethod
    def _put(self, x: float) -> None:
        """Put the border as near to ``x`` as it can be."""

    def _snapped(self, width: float, standard: float) -> float:
        """Return a width in whole points, or the standard one where that is near."""
        is_near = abs(width - standard) * self.surface.view.scale <= _SNAP
        return standard if is_near and not self._is_free else round(width)

    def finish(self, pointer: Pointer) -> None:
        """Keep it there."""
        self.move(pointer)
        self.surface.open_map.session.end_step()
        self._let_go()

    def cancel(self) -> None:
        """Put it back."""
        self.surface.open_map.session.bail(self._mark)
        self._let_go()

    def _let_go(self) -> None:
        self.surface.overlay.show_grip(None)
        self.surface.view.is_held = False
        self.surface.scroll_to(self.surface.view.place)


class DragStageBorder(DragBorder):
    """The border between two stages goes from step to step; the steps it passes change their stage."""

    def __init__(self, surface: Surface, border: Border) -> None:
        """Remember which steps stood where, and where the border can go."""
        super().__init__(surface, border)
        document, columns = self._layout.document, self._layout.columns
        neighbour = stages.next_stage(document.indexes, border.id) or border.id
        pair = [*document.indexes.steps(border.id), *document.indexes.steps(neighbour)]
        self._steps = [document.get(step, Step) for step in pair]
        first = next(span.first for span in columns.spans if span.stage == neighbour)
        room = stages.border_room(document.indexes, border.id)
        self._goals = {columns.x(first + by): by for by in room}
        self._by = 0

    def _put(self, x: float) -> None:
        by = self._goals[min(self._goals, key=lambda goal: abs(goal - x))]
        if by == self._by:
            return
        self._by = by
        with self.surface.open_map.edit(_("Move stage border"), self._key, self) as edit:
            for step in self._steps:
                edit.put(step)
            stages.move_border(edit, self._border.id, by)


class DragStepBorder(DragBorder):
    """A step gets wider or narrower, and with it all selected ones when it is one of them."""

    def __init__(self, surface: Surface, border: Border) -> None:
        """Remember how wide the steps up to the border were."""
        super().__init__(surface, border)
        columns = self._layout.columns
        self._steps = steps_of(surface.open_map, border.id)
        here = columns.of_step[border.id]
        before = [column for step in self._steps if (column := columns.of_step[step]) <= here]
        self._count = len(before)
        self._left = border.x - sum(columns.width_of(column) for column in before)

    def _put(self, x: float) -> None:
        width = self._snapped((x - self._left) / self._count, STEP_WIDTH)
        with self.surface.open_map.edit(_("Step width"), self._key, self) as edit:
            stages.set_step_width(edit, self._steps, width)


class DragLaneHeads(DragBorder):
    """All lane heads get wider or narrower."""

    def __init__(self, surface: Surface, border: Border) -> None:
        """Remember how wide the lane heads were."""
        super().__init__(surface, border)
        self._width = self._layout.document.map.lane_width

    def _put(self, x: float) -> None:
        width = x - self._border.x + self._width
        with self.surface.open_map.edit(_("Width of lane names"), self._key, self) as edit:
            personas.set_lane_width(edit, self._snapped(width, LANE_WIDTH))


_DRAGS: dict[BorderKind, type[DragBorder]] = {
    BorderKind.STAGE: DragStageBorder,
    BorderKind.STEP: DragStepBorder,
    BorderKind.LANE_HEADS: DragLaneHeads,
}


def drag_of(surface: Surface, border: Border) -> DragBorder:
    """Return the gesture that drags a border."""
    return _DRAGS[border.kind](surface, border)


def cursor_over(border: Border) -> Qt.CursorShape:
    """Return what the pointer looks like over a border: one of stages goes over steps, others make wider."""
    is_of_stages = border.kind is BorderKind.STAGE
    return Qt.CursorShape.SizeHorCursor if is_of_stages else Qt.CursorShape.SplitHCursor


def make_standard(open_map: OpenMap, border: Border) -> bool:
    """Give what a border belongs to its standard width; tell whether it has one."""
    if border.kind is BorderKind.STEP:
        with open_map.edit(_("Standard width")) as edit:
            stages.set_step_width(edit, steps_of(open_map, border.id), STEP_WIDTH)
    elif border.kind is BorderKind.LANE_HEADS:
        with open_map.edit(_("Standard width of lane names")) as edit:
            personas.set_lane_width(edit, LANE_WIDTH)
    return border.kind is not BorderKind.STAGE


def steps_of(open_map: OpenMap, step: str) -> tuple[str, ...]:
    """Return a step, and all selected ones when it is one of them."""
    selected: Iterable[str] = open_map.selection if step in open_map.selection else (step,)
    document = open_map.session.document
    return tuple(id_ for id_ in selected if isinstance(document.find(id_), Step))
