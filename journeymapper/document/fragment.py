"""A piece of a map that can be carried elsewhere: cards, or whole lanes, stages or steps with all in them."""

import json
import math
from collections.abc import Collection, Iterable, Mapping
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from journeymapper.document.document import Document
from journeymapper.document.indexes import Cell
from journeymapper.document.raw import raw_of, sifted
from journeymapper.document.records import (
    NO_PICTURE,
    OUTSIDE,
    Card,
    EmotionPoint,
    Evidence,
    Lane,
    Link,
    Persona,
    Picture,
    Prompt,
    Record,
    Source,
    Stage,
    Step,
)
from journeymapper.document.roles import holds_cards
from journeymapper.document.texts import cleaned_values, on_one_line

R = TypeVar("R", bound=Record)

#: The type under which a fragment lies on the clipboard.
MIME_TYPE = "application/x-journeymapper-fragment+json"

Offset = Annotated[int, Field(ge=0, le=100_000)]
What = Literal["cards", "lanes", "stages", "steps"]

#: What is shown on one line, and of emotion points, links and hints their words too.
_NAMES = frozenset({"name", "hint"})

#: Deeper than this no field of a later version is nested; what is cannot surely be saved.
_DEEPEST = 100


def _sift(kind: type[Record]) -> BeforeValidator:
    """Return what takes a record from JSON with the fields that this version does not know."""
    return BeforeValidator(lambda raw: sifted(kind, raw) if isinstance(raw, dict) else raw)


class Carried(BaseModel):
    """What stood in a cell, and the cell's row and column (see ``Fragment``)."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    row: Offset
    column: Offset


class CarriedCard(Carried):
    """A card of a fragment."""

    card: Annotated[Card, _sift(Card)]


class CarriedPoint(Carried):
    """An emotion point of a fragment."""

    point: Annotated[EmotionPoint, _sift(EmotionPoint)]


class CarriedPrompt(Carried):
    """A hint of a fragment."""

    prompt: Annotated[Prompt, _sift(Prompt)]


class Fragment(BaseModel):
    """Cards and points in reading order, what they stand in, and the hints in the cells of that.

    ``what`` says what is carried whole. For cards, ``row`` and ``column`` count the lanes of cards down and
    the columns right of the first. For lanes, ``row`` is the place among ``lanes`` and ``column`` that in the
    map. For stages and steps, ``column`` is the place among ``steps`` and ``row`` that among ``lanes``,
    which are then only those to be found again. ``personas`` are those that the cards and points belong to,
    ``pictures`` those that the cards and personas show, ``links`` those that lead from one of the cards and
    steps to another, or outside.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    what: What = "cards"
    cards: tuple[CarriedCard, ...] = ()
    points: tuple[CarriedPoint, ...] = ()
    prompts: tuple[CarriedPrompt, ...] = ()
    lanes: tuple[Annotated[Lane, _sift(Lane)], ...] = ()
    stages: tuple[Annotated[Stage, _sift(Stage)], ...] = ()
    steps: tuple[Annotated[Step, _sift(Step)], ...] = ()
    personas: tuple[Annotated[Persona, _sift(Persona)], ...] = ()
    links: tuple[Annotated[Link, _sift(Link)], ...] = ()
    pictures: tuple[Annotated[Picture, _sift(Picture)], ...] = ()

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
    return _with_belongings(document, Fragment(cards=carried))


def of_lanes(document: Document, ids: Collection[str]) -> Fragment:
    """Return the fragment of these lanes with all that stands in them; other ids are left out."""
    lanes = [id_ for _order, id_ in document.indexes.lanes if id_ in ids]
    carried = _of_cells(document, lanes, document.indexes.columns())
    return _with_belongings(document, carried.model_copy(update={"what": "lanes"}))


def of_stages(document: Document, ids: Collection[str]) -> Fragment:
    """Return the fragment of these stages with their steps and all that stands in them."""
    stages = [id_ for _order, id_ in document.indexes.stages if id_ in ids]
    steps = [step for stage in stages for step in document.indexes.steps(stage)]
    carried = _of_columns(document, steps)
    whole = {"what": "stages", "stages": tuple(document.get(id_, Stage) for id_ in stages)}
    return _with_belongings(document, carried.model_copy(update=whole))


def of_steps(document: Document, ids: Collection[str]) -> Fragment:
    """Return the fragment of these steps with all that stands in their columns; other ids are left out."""
    columns = _of_columns(document, [id_ for id_ in document.indexes.columns() if id_ in ids])
    return _with_belongings(document, columns)


def _of_columns(document: Document, steps: list[str]) -> Fragment:
    """Return the fragment of steps; only lanes in which something stands, or a hint, go along."""
    indexes = document.indexes
    filled = indexes.cards_in, indexes.points_at, indexes.prompts
    lanes = [
        lane
        for _order, lane in indexes.lanes
        if any((lane, step) in cells for cells in filled for step in steps)
    ]
    carried = tuple(document.get(id_, Step) for id_ in steps)
    return _of_cells(document, lanes, steps).model_copy(update={"what": "steps", "steps": carried})


def _of_cells(document: Document, lanes: list[str], steps: list[str]) -> Fragment:
    """Return the lanes with all that stands in them at these steps."""
    cells = [
        ((lane, step), row, column) for row, lane in enumerate(lanes) for column, step in enumerate(steps)
    ]
    cards, points = _standing(document, cells)
    return Fragment(
        lanes=tuple(document.get(id_, Lane) for id_ in lanes),
        cards=cards,
        points=points,
        prompts=tuple(
            CarriedPrompt(row=row, column=column, prompt=document.get(id_, Prompt))
            for cell, row, column in cells
            if (id_ := document.indexes.prompt(*cell)) is not None
        ),
    )


def _with_belongings(document: Document, fragment: Fragment) -> Fragment:
    """Return a fragment with the personas, links and pictures that belong to what it carries."""
    cards = tuple(carried.card for carried in fragment.cards)
    personas = _personas(document, (*cards, *(carried.point for carried in fragment.points)))
    shown = {card.picture for card in cards} | {persona.picture for persona in personas}
    return fragment.model_copy(
        update={
            "personas": personas,
            "links": links_between(
                document, [*(card.id for card in cards), *(step.id for step in fragment.steps)]
            ),
            "pictures": tuple(document.get(id_, Picture) for id_ in sorted(shown - {NO_PICTURE})),
        }
    )


def links_between(document: Document, ids: Collection[str]) -> tuple[Link, ...]:
    """Return the links that lead from one of these cards and steps to another, or outside."""
    ends = {*ids, OUTSIDE}
    found = {link for id_ in ids for link in document.indexes.links_of.get(id_, ())}
    links = (document.get(id_, Link) for id_ in sorted(found))
    return tuple(link for link in links if link.source in ends and link.target in ends)


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


def _personas(document: Document, records: Iterable[Card | EmotionPoint]) -> tuple[Persona, ...]:
    """Return the personas that records belong to, in the order of the map."""
    needed = {record.persona for record in records}
    return tuple(document.get(id_, Persona) for _order, id_ in document.indexes.personas if id_ in needed)


def to_json(fragment: Fragment) -> bytes:
    """Return a fragment as another window reads it, with what this version has no field for."""
    cards = [{"row": each.row, "column": each.column, "card": raw_of(each.card)} for each in fragment.cards]
    points = [
        {"row": each.row, "column": each.column, "point": raw_of(each.point)} for each in fragment.points
    ]
    prompts = [
        {"row": each.row, "column": each.column, "prompt": raw_of(each.prompt)} for each in fragment.prompts
    ]
    parts = {
        "lanes": fragment.lanes,
        "stages": fragment.stages,
        "steps": fragment.steps,
        "personas": fragment.personas,
        "links": fragment.links,
        "pictures": fragment.pictures,
    }
    raw = {name: [raw_of(record) for record in records] for name, records in parts.items()}
    standing = {"cards": cards, "points": points, "prompts": prompts}
    return json.dumps({"what": fragment.what, **standing, **raw}).encode()


def from_json(data: bytes) -> Fragment | None:
    """Return the fragment that another window wrote, or None when the data is no fragment.

    The clipboard is anybody's: texts are cleaned, and what does not fit together is refused. Fields of a
    record that this version does not know are kept, as they are when a file is opened.
    """
    try:
        raw = json.loads(data.decode(), parse_float=_finite, parse_constant=_finite)
        fragment = _all_cleaned(Fragment.model_validate(raw))
    except (ValueError, RecursionError):
        return None
    return fragment if _fits_together(fragment) else None


def _finite(text: str) -> float:
    """Return a number; those that JSON cannot write again (NaN, 1e999) are refused."""
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _all_cleaned(fragment: Fragment) -> Fragment:
    return Fragment(
        what=fragment.what,
        cards=tuple(each.model_copy(update={"card": _cleaned(each.card)}) for each in fragment.cards),
        points=tuple(each.model_copy(update={"point": _cleaned(each.point)}) for each in fragment.points),
        prompts=tuple(each.model_copy(update={"prompt": _cleaned(each.prompt)}) for each in fragment.prompts),
        lanes=tuple(_cleaned(lane) for lane in fragment.lanes),
        stages=tuple(_cleaned(stage) for stage in fragment.stages),
        steps=tuple(_cleaned(step) for step in fragment.steps),
        personas=tuple(_cleaned(persona) for persona in fragment.personas),
        links=tuple(_cleaned(link) for link in fragment.links),
        pictures=fragment.pictures,
    )


def _fits_together(fragment: Fragment) -> bool:
    """Tell whether every card, point and hint has its lane, and its step where steps are carried."""
    if fragment.what == "cards":
        return not fragment.points and not fragment.prompts
    rows, columns = len(fragment.lanes), len(fragment.steps)
    stages = {stage.id for stage in fragment.stages}
    standing: tuple[Carried, ...] = (*fragment.cards, *fragment.points, *fragment.prompts)
    return all(
        carried.row < rows and (fragment.what == "lanes" or carried.column < columns) for carried in standing
    ) and (fragment.what != "stages" or all(step.stage in stages for step in fragment.steps))


def _cleaned(record: R) -> R:
    """Return a record with its texts cleaned; what is unknown in it stays as it is.

    Raises:
        ValueError: a text is none any more, or what is unknown is nested too deep.
    """
    fit = _cleaned_fields(record)
    if isinstance(record, Card):
        sources = tuple(_cleaned_fields(source) for source in record.evidence.sources)
        fit["evidence"] = {**_cleaned_fields(record.evidence), "sources": sources}
    names = _NAMES | {"text"} if isinstance(record, EmotionPoint | Link | Prompt) else _NAMES
    one_line = {name: on_one_line(str(fit[name])) for name in names & fit.keys()}
    return type(record).model_validate({**fit, **one_line})


def _cleaned_fields(part: Record | Evidence | Source) -> dict[str, object]:
    if not _is_within(part.unknown, _DEEPEST):
        raise ValueError("nested too deep")
    known = {name: value for name, value in part.__dict__.items() if name != "unknown"}
    return {**cleaned_values(known), "unknown": part.unknown}


def _is_within(value: object, depth: int) -> bool:
    """Tell whether a value is nested no deeper than that."""
    if not isinstance(value, Mapping | list):
        return True
    parts = value.values() if isinstance(value, Mapping) else value
    return depth > 0 and all(_is_within(part, depth - 1) for part in parts)
