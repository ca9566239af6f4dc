"""Dragging the left or right edge of a card: it comes to cover more columns, or fewer."""

from PySide6.QtCore import Qt

from journeymapper.document.reading_order import in_reading_order
from journeymapper.document.records import Card
from journeymapper.editing import spans
from journeymapper.i18n import ngettext
from journeymapper.layout.card_edges import CardEdge
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import COLUMN_INSET
from journeymapper.ui.canvas.gestures.gesture import Gesture, Pointer, Surface


class DragCardEdge(Gesture):
    """One card, or all that are selected and can be seen. The map follows live; Esc puts it back.

    The edge goes from column to column: the right one to where a column ends, the left one to where a step's
    column begins.
    """

    follows_edges = True
    shape = Qt.CursorShape.SizeHorCursor

    def __init__(self, surface: Surface, edge: CardEdge) -> None:
        """Remember how the cards stood."""
        super().__init__(surface)
        document, selection = surface.open_map.session.document, surface.open_map.selection
        self._grabbed = document.get(edge.card.id, Card)
        chosen = selection if edge.card.id in selection else {edge.card.id}
        cards = (document.get(id_, Card) for id_ in in_reading_order(document, chosen))
        self._cards = [card for card in cards if self._layout.is_open(card.lane)]
        self._edge = edge
        self._place = self._columns_at(edge.x)
        self._mark = surface.open_map.session.mark()
        self._key = ("drag", object())
        self._offset = 0.0
        self._by = 0

    @property
    def _layout(self) -> MapLayout:
        return self.surface.open_map.session.layout

    def start(self, pointer: Pointer) -> None:
        """Take hold of the edge."""
        self._offset = self._edge.x - pointer.x
        self.surface.view.is_held = True

    def move(self, pointer: Pointer) -> None:
        """Let the edge go to the column's end that is nearest to the pointer."""
        by = self._columns_at(pointer.x + self._offset) - self._place
        if by == self._by:
            return
        self._by = by
        label = ngettext("Widen card", "Widen cards", len(self._cards))
        with self.surface.open_map.edit(label, merge_key=self._key, origin=self) as edit:
            for card in self._cards:
                edit.put(card)
            change = spans.widen if self._edge.is_end else spans.move_beginnings
            change(edit, [card.id for card in self._cards], by)

    def _columns_at(self, x: float) -> int:
        """Return the number of columns left of where an edge at ``x`` would come to stand."""
        columns = self._layout.columns
        inset = COLUMN_INSET if self._edge.is_end else -COLUMN_INSET
        column = columns.at(x + inset)
        if column is None:
            return 0 if x < columns.left else len(columns.steps)
        return column + (x + inset > columns.x(column) + columns.width_of(column) / 2)

    def finish(self, pointer: Pointer) -> None:
        """Keep it there."""
        self.move(pointer)
        open_map = self.surface.open_map
        open_map.session.end_step()
        self._let_go()
        card = open_map.session.document.get(self._grabbed.id, Card)
        open_map.select(open_map.selection, card.id, (card.lane, card.step))

    def cancel(self) -> None:
        """Put it back."""
        self.surface.open_map.session.bail(self._mark)
        self._let_go()

    def _let_go(self) -> None:
        self.surface.view.is_held = False
        self.surface.scroll_to(self.surface.view.place)
