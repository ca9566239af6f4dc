"""A piece of a map that can be carried elsewhere: cards, or whole lanes, stages or steps with all in them."""

from collections.abc import Collection, Iterable
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from journeymapper.document.document import Document
from journeymapper.document.indexes import Cell
from journeymapper.document.records import Card, EmotionPoint, Lane, Persona, Record, Stage, Step
from journeymapper.document.roles import holds_cards
from journeymapper.document.texts import cleaned_values, on_one_line

R = TypeVar("R", bound=Record)

#: The type under which a fragment lies on the clipboard.
MIME_TYPE = "application/x-journeymapper-fragment+json"

Offset = Annotated[int, Field(ge=0, le=100_000)]
What = Literal["cards", "lanes", "stages", "steps"]

#: What is shown on one line.
_NAMES = {"name", "hint"}


class Carried(BaseModel):
    """What stood in a cell, and the cell's row and column (see ``Fragment``)."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    row: Offset
    column: Offset


class CarriedCard(Carried):
    """A card of a fragment."""

    card: Card


class CarriedPoint(Carried):
    """An emotion point of a fragment."""

    point: EmotionPoint


class Fragment(BaseModel):
    """Cards and points in reading order, and what they stand in.

    ``what`` says what is carried whole. For cards, ``row`` and ``column`` count the lanes of cards down and
    the columns right of the first. For lanes, ``row`` is the place among ``lanes`` and ``column`` that in the
    map. For stages and steps, ``column`` is the place among ``steps`` and ``row`` that among ``lanes``,
    which are then only those to be found again. ``personas`` are those that the cards and points belong to.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    what: What = "cards"
    cards: tuple[CarriedCard, ...] = ()
    points: tuple[CarriedPoint, ...] = ()
    lanes: tuple[Lane, ...] = ()
    stages: tuple[Stage, ...] = ()
    steps: tuple[Step, ...] = ()
    personas: tuple[Persona, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to paste."""
        return not self.count

    @property
    def count(self) -> int:
        """How many cards, lanes, stages or steps are carried whole."""
        return len(
            {"cards": self.cards, "lanes": self.lanes, "stages": self.stages}.get(self.what, self.steps)
        )

    def text(self) -> str:
        """Return the cards' texts, one a line."""
        return "\n".join(carried.card.text for carried in self.cards)


def card_lanes(document: Document) -> list[str]:
    """Return the ids of the lanes that hold cards, in order."""
    lanes = (document.get(id_, Lane) for _order, id_ in document.indexes.lanes)
    return [lane.id for lane in lanes if holds_cards(lane.lane_kind)]


def open_card_lanes(document: Document, besides: Collection[str] = ()) -> list[str]:
    """Return the ids of the lanes in which cards can be seen, and of those in ``besides``, in order."""
    lanes = (document.get(id_, Lane) for _order, id_ in document.indexes.lanes)
    return [
        lane.id
        for lane in lanes
        if holds_cards(lane.lane_kind) and (lane.id in besides or not (lane.hidden or lane.collapsed))
    ]


def of_cards(document: Document, ids: Collection[str]) -> Fragment:
    """Return the fragment of these cards; ids that are not cards are left out."""
    found = [card for id_ in ids if isinstance(card := document.find(id_), Card)]
    if not found:
        return Fragment()
    lanes = open_card_lanes(document, {card.lane for card in found})
    rows = {lane: row for row, lane in enumerate(lanes)}
    places = sorted(
        (rows[card.lane], document.indexes.column_of(card.step), card.order, card.id) for card in found
    )
    top, left = places[0][0], min(place[1] for place in places)
    carried = tuple(
        CarriedCard(row=row - top, column=column - left, card=document.get(id_, Card))
        for row, column, _order, id_ in places
    )
    return Fragment(cards=carried, personas=_personas(document, found))


def of_lanes(document: Document, ids: Collection[str]) -> Fragment:
    """Return the fragment of these lanes with all that stands in them; other ids are left out."""
    lanes = [id_ for _order, id_ in document.indexes.lanes if id_ in ids]
    columns = document.indexes.columns()
    cells = [
        ((lane, step), row, column) for row, lane in enumerate(lanes) for column, step in enumerate(columns)
    ]
    cards, points = _standing(document, cells)
    return Fragment(
        what="lanes",
        lanes=tuple(document.get(id_, Lane) for id_ in lanes),
        cards=cards,
        points=points,
        personas=_personas(document, _records(cards, points)),
    )


def of_stages(document: Document, ids: Collection[str]) -> Fragment:
    """Return the fragment of these stages with their steps and all that stands in them."""
    stages = [id_ for _order, id_ in document.indexes.stages if id_ in ids]
    steps = [step for stage in stages for step in document.indexes.steps(stage)]
    carried = _of_columns(document, steps)
    return carried.model_copy(
        update={"what": "stages", "stages": tuple(document.get(id_, Stage) for id_ in stages)}
    )


def of_steps(document: Document, ids: Collection[str]) -> Fragment:
    """Return the fragment of these steps with all that stands in their columns; other ids are left out."""
    steps = sorted(
        (id_ for id_ in ids if isinstance(document.find(id_), Step)), key=document.indexes.column_of
    )
    return _of_columns(document, steps)


def _of_columns(document: Document, steps: list[str]) -> Fragment:
    """Return the fragment of steps; of the lanes, only those in which something stands go along."""
    indexes = document.indexes
    lanes = [
        lane
        for _order, lane in indexes.lanes
        if any((lane, step) in indexes.cards_in or (lane, step) in indexes.points_at for step in steps)
    ]
    cells = [
        ((lane, step), row, column) for row, lane in enumerate(lanes) for column, step in enumerate(steps)
    ]
    cards, points = _standing(document, cells)
    return Fragment(
        what="steps",
        lanes=tuple(document.get(id_, Lane) for id_ in lanes),
        steps=tuple(document.get(id_, Step) for id_ in steps),
        cards=cards,
        points=points,
        personas=_personas(document, _records(cards, points)),
    )


def _standing(
    document: Document, cells: Iterable[tuple[Cell, int, int]]
) -> tuple[tuple[CarriedCard, ...], tuple[CarriedPoint, ...]]:
    """Return what stands in cells, each given with the row and column it is to have."""
    cards: list[CarriedCard] = []
    points: list[CarriedPoint] = []
    for cell, row, column in cells:
        ids = document.indexes.cards(*cell)
        cards.extend(CarriedCard(row=row, column=column, card=document.get(id_, Card)) for id_ in ids)
        ids = list(document.indexes.points(*cell).values())
        points.extend(
            CarriedPoint(row=row, column=column, point=document.get(id_, EmotionPoint)) for id_ in ids
        )
    return tuple(cards), tuple(points)


def _records(cards: tuple[CarriedCard, ...], points: tuple[CarriedPoint, ...]) -> list[Card | EmotionPoint]:
    return [*(carried.card for carried in cards), *(carried.point for carried in points)]


def _personas(document: Document, records: Iterable[Card | EmotionPoint]) -> tuple[Persona, ...]:
    """Return the personas that records belong to, in the order of the map."""
    needed = {record.persona for record in records}
    return tuple(document.get(id_, Persona) for _order, id_ in document.indexes.personas if id_ in needed)


def from_json(data: bytes) -> Fragment | None:
    """Return the fragment that another window wrote, or None when the data is no fragment.

    The clipboard is anybody's: texts are cleaned, and fields that no record has are dropped.
    """
    try:
        fragment = _all_cleaned(Fragment.model_validate_json(data))
    except ValidationError:
        return None
    return fragment if _fits_together(fragment) else None


def _all_cleaned(fragment: Fragment) -> Fragment:
    return Fragment(
        what=fragment.what,
        cards=tuple(each.model_copy(update={"card": _cleaned(each.card)}) for each in fragment.cards),
        points=tuple(each.model_copy(update={"point": _cleaned(each.point)}) for each in fragment.points),
        lanes=tuple(_cleaned(lane) for lane in fragment.lanes),
        stages=tuple(_cleaned(stage) for stage in fragment.stages),
        steps=tuple(_cleaned(step) for step in fragment.steps),
        personas=tuple(_cleaned(persona) for persona in fragment.personas),
    )


def _fits_together(fragment: Fragment) -> bool:
    """Tell whether every card and point has its lane, and its step where steps are carried."""
    if fragment.what == "cards":
        return not fragment.points
    rows, columns = len(fragment.lanes), len(fragment.steps)
    stages = {stage.id for stage in fragment.stages}
    standing: tuple[Carried, ...] = (*fragment.cards, *fragment.points)
    return all(
        carried.row < rows and (fragment.what == "lanes" or carried.column < columns) for carried in standing
    ) and (fragment.what != "stages" or all(step.stage in stages for step in fragment.steps))


def _cleaned(record: R) -> R:
    """Return a record with its texts cleaned and nothing unknown in it."""
    values = {**record.__dict__, "unknown": {}}
    if isinstance(record, Card):
        values["evidence"] = {**record.evidence.__dict__, "unknown": {}}
    fit = cleaned_values(values)
    one_line = {name: on_one_line(str(fit[name])) for name in _NAMES & fit.keys()}
    return type(record).model_validate({**fit, **one_line})
