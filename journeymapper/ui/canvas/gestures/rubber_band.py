"""Choosing with a rubber band: all cards and points it touches, ringed as it is drawn."""

from collections.abc import Iterator

from journeymapper.layout.finding import boxes_in, records_in
from journeymapper.layout.geometry import Rect
from journeymapper.ui.canvas.gestures.gesture import Gesture, Pointer, Selected, Surface


class RubberBand(Gesture):
    """A rectangle from where the button was pressed; with Ctrl or Shift it adds to the selection.

    A move looks only at what lies between the old rectangle and the new one, so that it costs the same on
    any map. Rings show what is touched; it is selected on the release.
    """

    follows_edges = True

    def __init__(self, surface: Surface, before: Selected) -> None:
        """Remember what was selected before the press, for Ctrl and for Esc."""
        super().__init__(surface)
        self._before = before
        self._kept: frozenset[str] = frozenset()
        self._touched: frozenset[str] = frozenset()
        self._from = (0.0, 0.0)
        self._band: Rect | None = None

    def start(self, pointer: Pointer) -> None:
        """Begin the band."""
        self._from = pointer.x, pointer.y
        if pointer.adds or pointer.extends:
            self._kept = self._before[0]

    def move(self, pointer: Pointer) -> None:
        """Draw the band to the pointer and ring what it touches."""
        x, y = self._from
        band = Rect(min(x, pointer.x), min(y, pointer.y), abs(x - pointer.x), abs(y - pointer.y))
        layout, before, self._band = self.surface.open_map.session.layout, self._band, band
        if before is None:
            gained, lost = [band], []
        else:
            gained, lost = list(_beyond(band, before)), list(_beyond(before, band))
        come = {id_ for strip in gained for id_ in records_in(layout, strip)}
        near = [found for strip in lost for found in boxes_in(layout, strip)]
        gone = {id_ for id_, box in near if not box.intersects(band)}
        self._touched = (self._touched | come) - gone
        self.surface.overlay.draw_band(band, self._kept | self._touched, [*gained, *lost])

    def finish(self, pointer: Pointer) -> None:
        """Select what the band touches."""
        self.move(pointer)
        self.surface.overlay.show_band(None)
        open_map = self.surface.open_map
        open_map.select(self._kept | self._touched, cell=open_map.cell)
        self.surface.overlay.follow_selection()

    def cancel(self) -> None:
        """Select what was selected before."""
        self.surface.overlay.show_band(None)
        self.surface.open_map.select(*self._before)
        self.surface.overlay.follow_selection()


def _beyond(one: Rect, other: Rect) -> Iterator[Rect]:
    """Return the parts of one rectangle that lie outside another: at most four, none over another."""
    left, right = max(one.x, min(other.x, one.right)), min(one.right, max(other.right, one.x))
    if left >= right and not other.x <= one.x <= one.right <= other.right:
        yield one
        return
    if one.x < left:
        yield Rect(one.x, one.y, left - one.x, one.height)
    if right < one.right:
        yield Rect(right, one.y, one.right - right, one.height)
    if one.y < other.y:
        yield Rect(left, one.y, right - left, min(one.bottom, other.y) - one.y)
    if other.bottom < one.bottom:
        top = max(one.y, other.bottom)
        yield Rect(left, top, right - left, one.bottom - top)
