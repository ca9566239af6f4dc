"""The left and right edges of cards, by which they are made to cover more columns or fewer."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeymapper.layout.finding import hit, rect_of
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.places import Hit, Part

#: An edge takes at most this share of its card, so that the card can still be met.
_MOST_OF_A_CARD = 0.2


@dataclass(frozen=True, slots=True)
class CardEdge:
    """An edge of a card: where the card stands, whether it is the right edge, and its x in points."""

    card: Hit
    is_end: bool
    x: float


def card_edge_at(layout: MapLayout, x: float, y: float, reach: float) -> CardEdge | None:
    """Return the left or right edge of a card within ``reach`` points of a point of the map, or None.

    The nearest counts. Beside a card only blank paper belongs to its edges.
    """
    if hit(layout, x, y).part not in {Part.CARD, Part.CELL, Part.NOTHING}:
        return None
    cards = {found.id: found for at in (x - reach, x, x + reach) if (found := hit(layout, at, y)).id}
    edges = (edge for card in cards.values() for edge in _edges_near(layout, card, x, reach))
    return min(edges, key=lambda edge: abs(edge.x - x), default=None)


def _edges_near(layout: MapLayout, card: Hit, x: float, reach: float) -> Iterator[CardEdge]:
    rect = rect_of(layout, card.id) if card.part is Part.CARD else None
    if rect is None:
        return
    near = min(reach, _MOST_OF_A_CARD * rect.width)
    for edge, is_end in ((rect.x, False), (rect.right, True)):
        if abs(edge - x) <= near:
            yield CardEdge(card, is_end, edge)
