"""Dragging cards: the map makes room where they would land, and they stand there before the release."""

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
        """Drag a card, and the rest of the selection when it is part of that."""
        super().__init__(surface)
        document = surface.open_map.session.document
        self._grabbed = grabbed
        chosen = surface.open_map.selection if grabbed in surface.open_map.selection else {grabbed}
        self._cards = in_reading_order(document, chosen)
        self._mark = surface.open_map.session.mark()
        self._key = ("drag", object())
        self._grid = Grid(self._layout, self._cards)
        self._place = self._grid.origin
        self._shift = 0
        self._hold = (0.0, 0.0)

    @property
    def _layout(self) -> MapLayout:
        return self.surface.open_map.session.layout

    def start(self, pointer: Pointer) -> None:
        """Lift the cards."""
        overlay, document = self.surface.overlay, self.surface.open_map.session.document
        rect = rect_of(self._layout, self._grabbed)
        if rect is None:
            return
        card = document.get(self._grabbed, Card)
        looks = lay_out_card(card, self._layout.lanes[card.lane].lane.role, self._layout.shaper, rect.width)
        self._hold = pointer.x - rect.x, pointer.y - rect.y
        overlay.show_landing(frozenset(self._cards))
        overlay.show_lifted(Lifted(looks.items, rect, len(self._cards)))

    def move(self, pointer: Pointer) -> None:
        """Let the map make room where the pointer is."""
        y = pointer.y + self._shift / self.surface.view.scale
        place = self._grid.place_at(pointer.x, y)
        if place != self._place:
            self._place = place
            self._put(place)
            self._keep_under_pointer(place)
        x, y = self.surface.view.to_map(pointer.position)
        lifted = self.surface.overlay.lifted
        if lifted is not None:
            self.surface.overlay.show_lifted(lifted.at(x - self._hold[0], y - self._hold[1]))

    def _put(self, place: Place | None) -> None:
        open_map = self.surface.open_map
        if place is None or place == self._grid.origin:
            open_map.session.bail(self._mark)
            return
        label = ngettext("Move card", "Move cards", len(self._cards))
        with open_map.edit(label, merge_key=self._key, origin=self) as edit:
            cards.move(edit, self._cards, place.lane, place.step, place.above)

    def _keep_under_pointer(self, place: Place | None) -> None:
        """Scroll so that the lane the cards are over stays where it was, whatever the lanes above it do."""
        wanted = 0
        if place is not None:
            moved = self._grid.top(place.lane) - self._layout.lane_top(place.lane)
            wanted = round(moved * self.surface.view.scale)
        before = self.surface.view.place.y()
        self.surface.scroll_to(self.surface.view.place + QPoint(0, wanted - self._shift))
        self._shift += self.surface.view.place.y() - before

    def finish(self, pointer: Pointer) -> None:
        """Keep the cards where they stand."""
        self.move(pointer)
        open_map = self.surface.open_map
        open_map.session.end_step()
        lifted = self._clear()
        card = open_map.session.document.get(self._grabbed, Card)
        open_map.select(open_map.selection, self._grabbed, (card.lane, card.step))
        if lifted is not None:
            self.surface.glide(lifted, self._grabbed)

    def cancel(self) -> None:
        """Put the cards back where they were."""
        self.surface.open_map.session.bail(self._mark)
        self._keep_under_pointer(None)
        self._clear()

    def _clear(self) -> Lifted | None:
        overlay = self.surface.overlay
        lifted = overlay.lifted
        overlay.show_lifted(None)
        overlay.show_landing(frozenset())
        return lifted
