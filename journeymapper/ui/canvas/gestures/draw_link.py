"""Drawing a link from a card or step, and leading the end of one that is there elsewhere."""

from PySide6.QtCore import Qt

from journeymapper.document.links import BACK, LEAVES, LINK_KINDS, NEXT, column_of
from journeymapper.document.records import OUTSIDE, Link
from journeymapper.editing import links
from journeymapper.i18n import _
from journeymapper.layout.finding import rect_of
from journeymapper.layout.map_layout import MapLayout
from journeymapper.ui.canvas.gestures.gesture import Gesture, Pointer, Surface
from journeymapper.ui.canvas.link_handles import Handle, end_under, is_outside
from journeymapper.ui.canvas.link_marks import Drawn, way_between
from journeymapper.ui.canvas.linking import link_together


class DrawLink(Gesture):
    """The link follows the pointer, and goes its own way to the card or step that is under it.

    Released beside the columns or below the lanes, or anywhere with Alt, it leaves the map; released on
    anything else it comes to nothing.
    """

    follows_edges = True
    shape = Qt.CursorShape.CrossCursor

    def __init__(self, surface: Surface, handle: Handle) -> None:
        """Draw from a handle."""
        super().__init__(surface)
        self.source = handle.hit.id

    @property
    def _layout(self) -> MapLayout:
        return self.surface.open_map.session.layout

    def move(self, pointer: Pointer) -> None:
        """Show where the link would lead."""
        target = end_under(self._layout, pointer.x, pointer.y)
        leads = bool(target) and target != self.source
        overlay = self.surface.overlay
        overlay.show_drop(None, rect_of(self._layout, target) if leads else None)
        if leads:
            kind, way = self._kind(target), way_between(self._layout, self.source, target)
        else:
            kind = LEAVES if self._leaves(pointer) else ""
            way = None if target else self._layout.links.preview(self.source, pointer.x, pointer.y)
        words = _(LINK_KINDS[kind]) if kind else ""
        overlay.links.show_drawn(Drawn(way, words, (pointer.x, pointer.y)) if way is not None else None)

    def _kind(self, target: str) -> str:
        document = self._layout.document
        return BACK if column_of(document, target) < column_of(document, self.source) else NEXT

    def _leaves(self, pointer: Pointer) -> bool:
        if end_under(self._layout, pointer.x, pointer.y):
            return False
        return pointer.is_free or is_outside(self._layout, pointer.x, pointer.y)

    def finish(self, pointer: Pointer) -> None:
        """Make the link, where it leads anywhere."""
        self._clear()
        target = end_under(self._layout, pointer.x, pointer.y)
        if target == self.source:
            self.surface.say(_("A link leads to another card or step. Nothing was changed."))
        elif target:
            self.lead_to(target)
        elif self._leaves(pointer):
            self.let_leave()

    def cancel(self) -> None:
        """Let it be."""
        self._clear()

    def _clear(self) -> None:
        self.surface.overlay.show_drop(None)
        self.surface.overlay.links.show_drawn(None)

    def lead_to(self, target: str) -> None:
        """Link the source to a card or step, and select the link."""
        link, words, _is_new = link_together(self.surface.open_map, self.source, target)
        self.surface.open_map.select((link,), link)
        self.surface.say(words)

    def let_leave(self) -> None:
        """Let the journey leave at the source, and select the link."""
        open_map = self.surface.open_map
        with open_map.edit(_("Leaves here")) as edit:
            link = links.add(edit, self.source)
        open_map.select((link,), link)


class LeadLink(DrawLink):
    """The end of a link that is there goes to another card or step, or leaves the map."""

    def __init__(self, surface: Surface, handle: Handle) -> None:
        """Take hold of the link's end."""
        super().__init__(surface, handle)
        self._link = surface.open_map.session.document.get(handle.link, Link)
        self.source = self._link.source

    def _kind(self, target: str) -> str:
        return super()._kind(target) if self._link.target == OUTSIDE else self._link.link_kind

    def lead_to(self, target: str) -> None:
        """Let the link end at a card or step; where such a link is there already, select that one."""
        open_map = self.surface.open_map
        with open_map.edit(_("Change link")) as edit:
            there = links.between(edit, self.source, target)
            if there is None:
                links.lead_to(edit, self._link.id, target)
        if there not in {None, self._link.id}:
            open_map.select((there,), there)
            self.surface.say(_("There is a link to there already."))

    def let_leave(self) -> None:
        """Let the link leave the map."""
        with self.surface.open_map.edit(_("Change link")) as edit:
            links.set_kind(edit, (self._link.id,), LEAVES)


def drag_from(surface: Surface, handle: Handle) -> DrawLink:
    """Return the gesture that a drag of a handle begins."""
    return LeadLink(surface, handle) if handle.link else DrawLink(surface, handle)
