"""A board as the dock shows it: who stands where, kept in step with the map, and what is said of it."""

from collections.abc import Mapping

from journeymapper.document.change import Change
from journeymapper.document.priorities import Board, Place, Standing
from journeymapper.document.records import Card, Stage
from journeymapper.i18n import _
from journeymapper.layout.priorities.chart import ORDER, Chart, Plot
from journeymapper.layout.priorities.chips import Entry
from journeymapper.layout.priorities.entries import Entries
from journeymapper.layout.priorities.words import place_words
from journeymapper.ui.docks.naming import card_words, step_name
from journeymapper.ui.open_map import OpenMap


class ShownBoard:
    """A board of an open map. What it costs to follow a change does not grow with the map."""

    def __init__(self, open_map: OpenMap, board: Board) -> None:
        """Look at the cards of the board."""
        self.open_map = open_map
        self.board = board
        layout = open_map.session.layout
        self.standing = Standing(open_map.session.document, board)
        self._entries = Entries(layout, self.standing)
        self._plot = Plot(board, layout.shaper, grows=True)

    def follow(self, change: Change) -> bool:
        """Follow a change; tell whether the board may look another way now."""
        if self.standing.apply(change) or any(isinstance(new, Stage) for _old, new in change.pairs()):
            self._entries.forget_all()
            return True
        touched = change.ids() & self.standing.numbers.keys()
        self._entries.forget(touched)
        return bool(touched)

    def chart(self, width: float, height: float) -> Chart:
        """Return the chart, so wide and at least so high, in points."""
        return self._plot.chart(self.cells, width, height)

    @property
    def cells(self) -> Mapping[Place, tuple[Entry, ...]]:
        """Who stands where."""
        return self._entries.cells()

    def entry(self, card: str) -> Entry:
        """Return a card as the chart shows it."""
        return self._entries.entry(card)

    def next_to(self, card: str, by: int) -> str:
        """Return the card after another (1), or before it (-1), place by place; "" past the last.

        Without one, "", it is the first or the last.
        """
        cards = self.standing.cards
        order = [place for place in ORDER if place in cards]
        if not order:
            return ""
        if card not in self.standing.places:
            return cards[order[0]][0] if by > 0 else cards[order[-1]][-1]
        place = self.standing.places[card]
        siblings = cards[place]
        at = siblings.index(card) + by
        if 0 <= at < len(siblings):
            return siblings[at]
        further = order.index(place) + by
        if not 0 <= further < len(order):
            return ""
        return cards[order[further]][0 if by > 0 else -1]

    def place_words(self, card: str) -> str:
        """Return where a card stands on the board."""
        return place_words(self.board, self.standing.places[card])

    def words(self, card: str, between: str = ". ") -> str:
        """Return all that is to be said of a card: its number and words, its step, and where it stands."""
        document = self.open_map.session.document
        record = document.get(card, Card)
        named = _("{number}: {card}").format(
            number=self.standing.numbers[card], card=card_words(document, record)
        )
        return between.join((named, step_name(document, record.step), self.place_words(card)))
