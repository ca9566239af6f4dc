"""A piece of a map that can be carried elsewhere: cards with their places relative to each other."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from journeymapper.document.document import Document
from journeymapper.document.records import Card, Lane
from journeymapper.document.roles import holds_cards

#: The type under which a fragment lies on the clipboard.
MIME_TYPE = "application/x-journeymapper-fragment+json"

Offset = Annotated[int, Field(ge=0, le=100_000)]


class CarriedCard(BaseModel):
    """A card and how many card lanes down and columns right of the first it stood."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    row: Offset
    column: Offset
    card: Card


class Fragment(BaseModel):
    """Cards in reading order: by lane, column and place in their cell."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    cards: tuple[CarriedCard, ...] = ()

    def text(self) -> str:
        """Return the cards' texts, one a line: what other programs get."""
        return "\n".join(carried.card.text for carried in self.cards)


def card_lanes(document: Document) -> list[str]:
    """Return the ids of the lanes that hold cards, in order."""
    lanes = (document.get(id_, Lane) for _order, id_ in document.indexes.lanes)
    return [lane.id for lane in lanes if holds_cards(lane.lane_kind)]


def of_cards(document: Document, ids: set[str]) -> Fragment:
    """Return the fragment of these cards; ids that are not cards are left out."""
    rows = {lane: row for row, lane in enumerate(card_lanes(document))}
    found = [card for id_ in ids if isinstance(card := document.find(id_), Card)]
    places = sorted(
        (rows[card.lane], document.indexes.column_of(card.step), card.order, card.id) for card in found
    )
    if not places:
        return Fragment()
    top, left = places[0][0], min(place[1] for place in places)
    return Fragment(
        cards=tuple(
            CarriedCard(row=row - top, column=column - left, card=document.get(id_, Card))
            for row, column, _order, id_ in places
        )
    )


def from_json(data: bytes) -> Fragment | None:
    """Return the fragment that another window wrote, or None when the data is no fragment."""
    try:
        return Fragment.model_validate_json(data)
    except ValidationError:
        return None
