"""Choosing with a rubber band: all cards and points it touches, as it is drawn."""

from journeymapper.layout.finding import records_in
from journeymapper.layout.geometry import Rect
from journeymapper.ui.canvas.gestures.gesture import Gesture, Pointer, Selected, Surface


class RubberBand(Gesture):
    """A rectangle from where the button was pressed; with Ctrl or Shift it adds to the selection."""

    follows_edges = True

    def __init__(self, surface: Surface, before: Selected) -> None:
        """Remember what was selected before the press, for Ctrl and for Esc."""
        super().__init__(surface)
        self._before = before
        self._kept: frozenset[str] = frozenset()
        self._from = (0.0, 0.0)

    def start(self, pointer: Pointer) -> None:
        """Begin the band."""
        self._from = pointer.x, pointer.y
        if pointer.adds or pointer.extends:
            self._kept = self._before[0]

    def move(self, pointer: Pointer) -> None:
        """Draw the band to the pointer and select what it touches."""
        x, y = self._from
        band = Rect(min(x, pointer.x), min(y, pointer.y), abs(x - pointer.x), abs(y - pointer.y))
        open_map = self.surface.open_map
        touched = records_in(open_map.session.layout, band)
        open_map.select(self._kept.union(touched), open_map.current, open_map.cell)
        self.surface.overlay.show_band(band)

    def finish(self, pointer: Pointer) -> None:
        """Keep what is selected."""
        self.move(pointer)
        self.surface.overlay.show_band(None)

    def cancel(self) -> None:
        """Select what was selected before."""
        self.surface.overlay.show_band(None)
        self.surface.open_map.select(*self._before)
