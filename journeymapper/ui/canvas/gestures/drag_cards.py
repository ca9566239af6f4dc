"""Dragging cards: the map makes room where they would land, and they stand there before the release.

The lanes they come from keep their heights while they are in the hand, and the map keeps its place in the
view. So all that is above the cell under the pointer stands where it stood, and that cell is the one shown
there.
"""

from PySide6.QtCore import QPoint, Qt

from journeymapper.document.reading_order import in_reading_order
from journeymapper.document.records import Card
from journeymapper.editing import cards
from journeymapper.i18n import ngettext
from journeymapper.layout.card import lay_out_card
from journeymapper.layout.finding import rect_of
from journeymapper.layout.map_layout import MapLayout
from journeymapper.ui.canvas.gestures.gesture import Gesture, Pointer, Surface
from journeymapper.ui.canvas.gestures.landing import Grid, Place
from journeymapper.ui.canvas.overlay import Lifted


class DragCards(Gesture):
    """One card, or all that are selected. Where no card can stand they are back where they came from."""

    follows_edges = True
    shape = Qt.CursorShape.ClosedHandCursor

    def __init__(self, surface: Surface, grabbed: str) -> None:
        """Drag a card, and what one can see of the rest of the selection when it is part of that."""
        super().__init__(surface)
        document = surface.open_map.session.document
        self._grabbed = grabbed
        chosen = surface.open_map.selection if grabbed in surface.open_map.selection else {grabbed}
        self._cards = [id_ for id_ in in_reading_order(document, chosen) if self._is_seen(id_)]
        self._mark = surface.open_map.session.mark()
        self._key = ("drag", object())
        self._grid = Grid(self._layout, self._cards)
        self._place = self._grid.origin
        self._hold = (0.0, 0.0)
        self._before = 0

    @property
    def _layout(self) -> MapLayout:
        return self.surface.open_map.session.layout

    def _is_seen(self, card: str) -> bool:
        return self._layout.is_open(self._layout.document.get(card, Card).lane)

    def start(self, pointer: Pointer) -> None:
        """Lift the cards."""
        overlay, document = self.surface.overlay, self.surface.open_map.session.document
        rect = rect_of(self._layout, self._grabbed)
        if rect is None:
            return
        card = document.get(self._grabbed, Card)
        role, picture = self._layout.lanes[card.lane].lane.role, self._layout.picture_of(card.picture)
        looks = lay_out_card(card, role, self._layout.shaper, rect.width, picture)
        self._hold = pointer.x - rect.x, pointer.y - rect.y
        columns = self._layout.columns
        self._before = max(0, (columns.at(pointer.x) or 0) - columns.of_step[card.step])
        self.surface.open_map.session.hold({document.get(id_, Card).lane for id_ in self._cards})
        self.surface.view.is_held = True
        overlay.show_landing(frozenset(self._cards))
        items = looks.whole(self._layout.looks, self._layout.shaper)
        overlay.show_lifted(Lifted(items, rect, len(self._cards)))

    def move(self, pointer: Pointer) -> None:
        """Let the map make room where the pointer is."""
        self._go_to(self._grid.place_at(pointer.x, pointer.y, self._lane_under(pointer), self._before))
        if self._place is not None and self._lane_under(pointer) is None:
            self._go_to(self._grid.place_at(pointer.x, pointer.y, before=self._before))
        lifted = self.surface.overlay.lifted
        if lifted is not None:
            self.surface.overlay.show_lifted(lifted.at(pointer.x - self._hold[0], pointer.y - self._hold[1]))

    def _lane_under(self, pointer: Pointer) -> str | None:
        """Return the lane that the cards stand in now where the pointer is over it, grown as it may be."""
        lane = self._layout.lane_at(pointer.y)
        return lane if self._place is not None and lane == self._place.lane else None

    def _go_to(self, place: Place | None) -> None:
        if place == self._place:
            return
        self._place = place
        open_map = self.surface.open_map
        if place is None or place == self._grid.origin:
            open_map.session.bail(self._mark)
            return
        label = ngettext("Move card", "Move cards", len(self._cards))
        with open_map.edit(label, merge_key=self._key, origin=self) as edit:
            cards.move(edit, self._cards, place.lane, place.step, place.above)

    def finish(self, pointer: Pointer) -> None:
        """Keep the cards where they stand."""
        self.move(pointer)
        open_map = self.surface.open_map
        open_map.session.end_step()
        lifted = self._clear()
        card = open_map.session.document.get(self._grabbed, Card)
        self._settle(card.lane)
        open_map.select(open_map.selection, self._grabbed, (card.lane, card.step))
        if lifted is not None:
            self.surface.glide(lifted, self._grabbed)

    def cancel(self) -> None:
        """Put the cards back where they were."""
        session = self.surface.open_map.session
        session.bail(self._mark)
        self._clear()
        self._settle(session.document.get(self._grabbed, Card).lane)

    def _settle(self, lane: str) -> None:
        """Let the lanes take their heights; a map that scrolls goes along so that ``lane`` stays put."""
        view, top = self.surface.view, self._layout.lane_top(lane)
        view.is_held = False
        self.surface.open_map.session.release()
        up = round((top - self._layout.lane_top(lane)) * view.scale) if view.vertical.scrolls else 0
        self.surface.scroll_to(view.place + QPoint(0, up))

    def _clear(self) -> Lifted | None:
        overlay = self.surface.overlay
        lifted = overlay.lifted
        overlay.show_lifted(None)
        overlay.show_landing(frozenset())
        return lifted
