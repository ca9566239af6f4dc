"""What is said of the place that the pointer rests on: a card's note, its sources, what a step rests on."""

from html import escape

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from journeymapper.document.evidence_words import share_words, sources_in_words
from journeymapper.document.records import Card
from journeymapper.i18n import _
from journeymapper.layout.card import has_note
from journeymapper.layout.finding import is_on_count, rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.layout.places import Hit, Part
from journeymapper.ui.canvas.view import View
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.whereabouts import step_name

#: So many letters are shown.
_LONGEST = 600

#: As far as the pointer may go to each side, in pixels, where there is no box that it must stay in.
_NEAR = 6


def show_tip(open_map: OpenMap, under: Hit, event: QHelpEvent, view: View, viewport: QWidget) -> bool:
    """Say what there is to say of what is under the pointer until that leaves it; tell whether there is any.

    Of a card that is its note; on the pill that counts its evidence, where that comes from.
    """
    words, place = "", QRect()
    if under.part is Part.CARD:
        words, place = _of_card(open_map, under, event, view)
    elif under.part is Part.EVIDENCE:
        words = _of_step(open_map, under.step)
        place = QRect(event.pos(), event.pos()).adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR)
    if words:
        QToolTip.showText(event.globalPos(), tip(words), viewport, place)
    return bool(words)


def _of_card(open_map: OpenMap, under: Hit, event: QHelpEvent, view: View) -> tuple[str, QRect]:
    """Return what is said of a card, and where the pointer may be meanwhile."""
    layout = open_map.session.layout
    card, rect = open_map.session.document.get(under.id, Card), rect_of(layout, under.id)
    x, y = view.to_map(QPointF(event.pos()))
    if is_on_count(layout, under, x, y):
        reach = _NEAR / view.scale
        return "\n".join(sources_in_words(card.evidence)), _pixels(view, Rect(x, y, 0, 0).grown(reach))
    if rect is None or not has_note(card):
        return "", QRect()
    return card.note.strip(), _pixels(view, rect)


def _pixels(view: View, rect: Rect) -> QRect:
    return view.to_view(rect).toAlignedRect()


def _of_step(open_map: OpenMap, step: str) -> str:
    """Return what the cards of a step rest on."""
    share = open_map.session.layout.headings.strip.share(step)
    words = [step_name(open_map.session.document, step), share_words(share)]
    if share.assumption:
        words.append(_("Click to select what is assumed"))
    return "\n".join(words)


def tip(words: str) -> str:
    """Return the beginning of some words in such a way that Qt wraps them, and finds no markup in them."""
    shown = words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + " …"
    return "<p style='white-space: pre-wrap'>" + escape(shown) + "</p>"
