"""Parked thoughts and cards: from the parking lot onto the map, and off it."""

from collections.abc import Collection

from journeymapper.document.records import Card, no_evidence
from journeymapper.editing import parking
from journeymapper.i18n import _, ngettext
from journeymapper.ui.open_map import OpenMap

#: What a card can have besides words, which a thought has no room for.
_MORE = (
    *("note", "persona", "channel", "online", "importance", "impact", "severity", "owner", "due", "tags"),
    *("effort", "picture", "trend", "votes"),
)


def _has_more(card: Card) -> bool:
    return card.evidence != no_evidence() or any(getattr(card, field) for field in _MORE)


def put_on_map(open_map: OpenMap, thoughts: Collection[str], lane: str, step: str) -> None:
    """Make cards of thoughts in a cell, at its end, and select them."""
    words = ngettext("Put thought on the map", "Put {count} thoughts on the map", len(thoughts))
    with open_map.edit(words.format(count=len(thoughts))) as edit:
        made = parking.put_on_map(edit, thoughts, lane, step)
    open_map.select(made, made[0] if made else "", (lane, step))


def park_cards(open_map: OpenMap, cards: Collection[str]) -> str:
    """Park the words of cards, which leave the map; return what the user should know of it."""
    document = open_map.session.document
    records = [document.get(card, Card) for card in cards]
    has_more = any(_has_more(card) for card in records)
    cell = open_map.cell
    words = ngettext("Park card", "Park {count} cards", len(cards)).format(count=len(cards))
    with open_map.edit(words) as edit:
        parked = parking.take_off_map(edit, cards)
    open_map.select((), cell=cell)
    if not parked:
        return _("A card without words cannot be parked.")
    said = ngettext("{count} card parked.", "{count} cards parked.", len(parked)).format(count=len(parked))
    if has_more:
        said += " " + _("Only the words are kept; Undo brings the rest back.")
    return said
