"""Choosing with a click: one, one more (Ctrl), or all up to here (Shift)."""

from journeymapper.layout.finding import curve_at, sign_at
from journeymapper.layout.places import Hit, Part
from journeymapper.ui.assumed import select_assumed
from journeymapper.ui.canvas import feeling
from journeymapper.ui.canvas.gestures.gesture import Pointer, Press, Surface
from journeymapper.ui.canvas.invitation import plus_box
from journeymapper.ui.showing_lanes import toggle_collapsed

_IN_CELLS = {Part.CARD, Part.POINT}


class Select(Press):
    """A press and a release near by. What is selected stays so until the release: it may be dragged."""

    def __init__(self, surface: Surface, hit: Hit) -> None:
        """Begin on what lies under the pointer."""
        super().__init__(surface)
        self._hit = hit
        self._was_selected = False

    @property
    def _cell(self) -> tuple[str, str] | None:
        return (self._hit.lane, self._hit.step) if self._hit.lane and self._hit.step else None

    def start(self, pointer: Pointer) -> None:
        """Select what was pressed, unless it is part of the selection."""
        open_map, id_ = self.surface.open_map, self._hit.id
        self._was_selected = id_ in open_map.selection
        if not id_:
            if not (pointer.adds or pointer.extends):
                open_map.select((), cell=self._cell)
        elif pointer.extends and self._hit.part in _IN_CELLS:
            self.surface.ranges.extend_to(id_)
        elif self._was_selected:
            open_map.select(open_map.selection, id_, self._cell)
        elif pointer.adds:
            open_map.select(open_map.selection | {id_}, id_, self._cell)
        else:
            open_map.select((id_,), id_, self._cell)

    def finish(self, pointer: Pointer) -> None:
        """Select only what was clicked; with Ctrl take it out; on a “+” begin a card; on a sign collapse.

        In an emotion lane a click adds a point; on the evidence strip it selects what is assumed.
        """
        open_map, id_ = self.surface.open_map, self._hit.id
        if self._is_on_sign(pointer):
            toggle_collapsed(open_map, id_)
        elif self._hit.part is Part.EVIDENCE:
            self.surface.say(select_assumed(open_map, self._hit.step, pointer.adds))
        elif self._was_selected and pointer.adds:
            open_map.select(open_map.selection - {id_}, cell=self._cell)
        elif self._was_selected and not pointer.extends:
            open_map.select((id_,), id_, self._cell)
        elif not id_ and self._cell is not None and self._hovered_plus(pointer):
            self.surface.begin_card(*self._cell)
        elif not (id_ or pointer.adds or pointer.extends):
            self._click_on_curves(pointer)

    def _click_on_curves(self, pointer: Pointer) -> None:
        """Add an emotion point where there is room for it; on the legend choose the curve of new ones."""
        open_map = self.surface.open_map
        chosen = curve_at(open_map.session.layout, pointer.x, pointer.y)
        if chosen is not None:
            feeling.choose(open_map, chosen)
        elif self._cell is not None:
            feeling.click(open_map, *self._cell, pointer.y, pointer.is_free)

    def _is_on_sign(self, pointer: Pointer) -> bool:
        """Tell whether the pointer is on the sign by which a lane is collapsed and expanded."""
        if self._hit.part is not Part.LANE or pointer.adds or pointer.extends:
            return False
        return sign_at(self.surface.open_map.session.layout, pointer.x, pointer.y) == self._hit.id

    def _hovered_plus(self, pointer: Pointer) -> bool:
        """Tell whether the pointer is on the “+” that it is shown."""
        if self._cell != self.surface.overlay.hovered or pointer.adds or pointer.extends:
            return False
        plus = plus_box(self.surface.open_map.session.layout, self._hit.lane, self._hit.step)
        return plus is not None and plus.contains(pointer.x, pointer.y)
