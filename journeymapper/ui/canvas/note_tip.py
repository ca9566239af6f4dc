"""The note of a card, shown while the pointer rests on the card."""

from html import escape

from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from journeymapper.document.records import Card
from journeymapper.layout.card import has_note
from journeymapper.layout.finding import rect_of
from journeymapper.ui.canvas.view import View
from journeymapper.ui.open_map import OpenMap

#: So many letters of a note are shown.
_LONGEST = 600


def show_note(open_map: OpenMap, id_: str, event: QHelpEvent, view: View, viewport: QWidget) -> bool:
    """Show a card's note until the pointer leaves the card; tell whether the record is a card with one."""
    card = open_map.session.document.find(id_) if id_ else None
    rect = rect_of(open_map.session.layout, id_) if isinstance(card, Card) else None
    if not isinstance(card, Card) or rect is None or not has_note(card):
        return False
    QToolTip.showText(event.globalPos(), tip(card.note.strip()), viewport, view.to_view(rect).toAlignedRect())
    return True


def tip(note: str) -> str:
    """Return the beginning of a note in such a way that Qt wraps it, and finds no markup in it."""
    shown = note if len(note) <= _LONGEST else note[:_LONGEST].rstrip() + " …"
    return "<p style='white-space: pre-wrap'>" + escape(shown) + "</p>"
