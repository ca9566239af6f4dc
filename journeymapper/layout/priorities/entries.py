"""The cards of a board as the chart shows them."""

from collections.abc import Iterable, Mapping

from journeymapper.document.priorities import Place, Standing
from journeymapper.document.records import Card, Step
from journeymapper.document.texts import on_one_line
from journeymapper.i18n import _
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.priorities.chips import Entry

#: No more of a card's words than this can stand on a chip.
_LONGEST = 200


class Entries:
    """The entries of a board, made when they are asked for first and kept until they are forgotten.

    They read the cards that they are of, and the steps of these, and nothing else.
    """

    def __init__(self, layout: MapLayout, standing: Standing) -> None:
        """Speak of who stands on a board of a map."""
        self._layout = layout
        self._standing = standing
        self._hues: dict[str, str] = {}
        self._known: dict[str, Entry] = {}
        self._cells: dict[Place, tuple[tuple[str, ...], tuple[Entry, ...]]] = {}

    def cells(self) -> Mapping[Place, tuple[Entry, ...]]:
        """Return the entries of all places; those of places where nothing is other are the same as before."""
        cards = self._standing.cards
        for place in [*self._cells]:
            if cards.get(place) is not self._cells[place][0]:
                del self._cells[place]
        for place, ids in cards.items():
            if place not in self._cells:
                self._cells[place] = ids, tuple([self.entry(id_) for id_ in ids])
        return {place: entries for place, (_ids, entries) in self._cells.items()}

    def entry(self, card: str) -> Entry:
        """Return the entry of a card."""
        if card not in self._known:
            record = self._layout.document.get(card, Card)
            text = on_one_line(record.text[:_LONGEST]).strip() or _("Card without words")
            number = self._standing.numbers[card]
            self._known[card] = Entry(card, number, text, self._hue(record.step))
        return self._known[card]

    def _hue(self, step: str) -> str:
        """Return the colour of the stage that a step is of."""
        document, headings = self._layout.document, self._layout.headings
        if not self._hues:
            stages = enumerate(document.indexes.stages)
            self._hues = {stage: headings.hue(place, stage) for place, (_order, stage) in stages}
        return self._hues[document.get(step, Step).stage]

    def forget(self, cards: Iterable[str]) -> None:
        """Have the entries of these cards of the board made anew."""
        for card in cards:
            self._known.pop(card, None)
            self._cells.pop(self._standing.places[card], None)

    def forget_all(self) -> None:
        """Have all entries made anew: numbers or colours are others."""
        self._known.clear()
        self._cells.clear()
        self._hues.clear()
