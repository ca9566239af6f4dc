"""What of a map goes to other programs: texts by lane and step, with the names of what they stand in."""

from collections.abc import Collection
from dataclasses import dataclass

from journeymapper.document.document import Document
from journeymapper.document.feelings import feeling_words, points_in, with_curve
from journeymapper.document.figures import card_words
from journeymapper.document.fragment import open_card_lanes
from journeymapper.document.records import Card, Lane, Stage, Step
from journeymapper.document.roles import DIVIDER


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its number on the map from 1, its step's name, and its stage's number, name and id."""

    number: int
    step: str
    stage_number: int
    stage: str
    stage_id: str


@dataclass(frozen=True, slots=True)
class Row:
    """A lane's number on the map from 1, its name, and its texts by column."""

    number: int
    lane: str
    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Columns and rows of a map; ``is_whole`` tells of lanes, stages or steps, rather than single cards."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    is_whole: bool

    def texts(self) -> list[str]:
        """Return all texts in reading order: lane by lane."""
        return [text for row in self.rows for cell in row.cells for text in cell]

    @property
    def is_one_cell(self) -> bool:
        """Tell whether all texts stand in one cell."""
        return not self.is_whole and len(self.columns) <= 1 and len(self.rows) <= 1


def of_cards(document: Document, ids: Collection[str]) -> Excerpt:
    """Return the excerpt of these cards: the cells from the first to the last, other cards left out."""
    cards = [card for id_ in ids if isinstance(card := document.find(id_), Card)]
    if not cards:
        return Excerpt((), (), False)
    standing = {card.lane for card in cards}
    lanes = open_card_lanes(document, standing)
    rows = [row for row, lane in enumerate(lanes) if lane in standing]
    columns = [document.indexes.column_of(card.step) for card in cards]
    steps = document.indexes.columns()[min(columns) : max(columns) + 1]
    return _excerpt(document, lanes[rows[0] : rows[-1] + 1], steps, frozenset(ids))


def of_lanes(document: Document, ids: Collection[str]) -> Excerpt:
    """Return the excerpt of whole lanes."""
    lanes = [id_ for _order, id_ in document.indexes.lanes if id_ in ids]
    return _excerpt(document, lanes, document.indexes.columns())


def of_steps(document: Document, ids: Collection[str]) -> Excerpt:
    """Return the excerpt of whole steps: their columns through all lanes that are shown."""
    steps = [id_ for id_ in document.indexes.columns() if id_ in ids]
    lanes = (document.get(id_, Lane) for _order, id_ in document.indexes.lanes)
    shown = [lane.id for lane in lanes if not lane.hidden and lane.lane_kind != DIVIDER]
    return _excerpt(document, shown, steps)


def of_stages(document: Document, ids: Collection[str]) -> Excerpt:
    """Return the excerpt of whole stages: the columns of their steps through all lanes that are shown."""
    return of_steps(document, {step for stage in ids for step in document.indexes.steps(stage)})


def _excerpt(
    document: Document, lanes: list[str], steps: list[str], only: frozenset[str] | None = None
) -> Excerpt:
    numbers = {stage: number for number, (_order, stage) in enumerate(document.indexes.stages, 1)}
    rows = tuple(
        Row(
            number,
            document.get(lane, Lane).name,
            tuple(_texts(document, lane, step, only) for step in steps),
        )
        for number, (_order, lane) in enumerate(document.indexes.lanes, 1)
        if lane in lanes
    )
    return Excerpt(tuple(_column(document, step, numbers) for step in steps), rows, only is None)


def _column(document: Document, step: str, numbers: dict[str, int]) -> Column:
    record = document.get(step, Step)
    stage = document.get(record.stage, Stage)
    number = document.indexes.column_of(step) + 1
    return Column(number, record.name, numbers[stage.id], stage.name, stage.id)


def _texts(document: Document, lane: str, step: str, only: frozenset[str] | None) -> tuple[str, ...]:
    cards = [id_ for id_ in document.indexes.cards(lane, step) if only is None or id_ in only]
    points = points_in(document, lane, step) if only is None else ()
    return (
        *(card_words(document, document.get(id_, Card)) for id_ in cards),
        *(with_curve(document, point, feeling_words(point)) for point in points),
    )
