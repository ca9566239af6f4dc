"""Choosing what is only assumed at a step."""

from journeymapper.document.document import Document
from journeymapper.document.records import Card, Lane
from journeymapper.document.shares import asks_for_evidence
from journeymapper.i18n import _, ngettext
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.whereabouts import step_name


def assumed_at(document: Document, step: str) -> list[str]:
    """Return the cards of a step that are assumptions, lane by lane."""
    indexes = document.indexes
    lanes = (lane for _order, lane in indexes.lanes if asks_for_evidence(document.get(lane, Lane)))
    cards = (document.get(id_, Card) for lane in lanes for id_ in indexes.cards(lane, step))
    return [card.id for card in cards if card.evidence.level == "assumption"]


def select_assumed(open_map: OpenMap, step: str, adds: bool = False) -> str:
    """Select what is assumed at a step and can be seen, ``adds`` to what is selected; return what to say."""
    document, layout = open_map.session.document, open_map.session.layout
    found = assumed_at(document, step)
    seen = [id_ for id_ in found if layout.is_open(document.get(id_, Card).lane)]
    open_map.select({*seen, *(open_map.selection if adds else ())}, seen[0] if seen else open_map.current)
    if not found:
        return _("Nothing is assumed: {step}").format(step=step_name(document, step))
    count = len(found)
    words = ngettext("{count} assumption: {step}", "{count} assumptions: {step}", count)
    said = words.format(count=count, step=step_name(document, step))
    if hidden := count - len(seen):
        more = ngettext("{count} of them is in a closed lane", "{count} of them are in closed lanes", hidden)
        said = " · ".join((said, more.format(count=hidden)))
    return said
