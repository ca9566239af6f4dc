"""Giving dots to cards and taking them away: one undo step for any number of cards."""

from collections.abc import Collection

from journeymapper.document.records import MOST_VOTES, Card
from journeymapper.editing import votes
from journeymapper.i18n import _, ngettext
from journeymapper.ui.open_map import OpenMap


def vote(open_map: OpenMap, cards: Collection[str], dots: int) -> None:
    """Give each card so many dots; less than none takes them away."""
    words = ngettext("Vote for card", "Vote for {count} cards", len(cards))
    if dots < 0:
        words = ngettext("Take vote away", "Take votes away from {count} cards", len(cards))
    with open_map.edit(words.format(count=len(cards))) as edit:
        votes.give(edit, cards, dots)


def said_of_votes(open_map: OpenMap, cards: Collection[str]) -> str:
    """Return how many dots a card has now, or several have together."""
    document = open_map.session.document
    found = [document.get(card, Card).votes for card in cards]
    if len(found) == 1 and found[0] == MOST_VOTES:
        return _("{count} votes: a card can have no more").format(count=MOST_VOTES)
    words = ngettext("{count} vote", "{count} votes", sum(found)).format(count=sum(found))
    if len(found) == 1:
        return words
    return _("{votes} on {cards} cards").format(votes=words, cards=len(found))
