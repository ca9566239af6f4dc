"""Moving by keyboard: one place up, down, left or right, and on into the neighbour when there is no more."""

from collections.abc import Iterable
from enum import Enum
from itertools import pairwise

from journeymapper.document.document import Transaction
from journeymapper.document.fragment import open_card_lanes
from journeymapper.document.indexes import Cell
from journeymapper.document.reading_order import in_reading_order
from journeymapper.document.records import Card, Lane, Step
from journeymapper.editing import cards as card_edits
from journeymapper.editing import lanes as lane_edits
from journeymapper.editing import personas as persona_edits
from journeymapper.editing import stages as stage_edits


class Direction(Enum):
    """Where something is moved to."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"

    @property
    def by(self) -> int:
        """The step in places: -1 towards the first, 1 towards the last."""
        return -1 if self in {Direction.UP, Direction.LEFT} else 1


def move_cards(edit: Transaction, cards: Iterable[str], direction: Direction) -> None:
    """Move cards one place; several keep their order, and where they stood to each other.

    Up and down go within the cell, then into the nearest lane in which cards can be seen; left and right
    into the neighbouring step, where none moves when one of them has no step to go to.
    """
    groups = _by_cell(edit, cards)
    if direction in {Direction.LEFT, Direction.RIGHT}:
        _move_sideways(edit, groups, direction.by)
        return
    lanes = open_card_lanes(edit.document, {lane for lane, _step in groups})
    for (lane, step), group in sorted(
        groups.items(), key=lambda item: lanes.index(item[0][0]), reverse=direction is Direction.DOWN
    ):
        _move_upright(edit, lanes, (lane, step), group, direction.by)


def _by_cell(edit: Transaction, cards: Iterable[str]) -> dict[Cell, list[str]]:
    """Return the cards by the cell they stand in, in reading order."""
    groups: dict[Cell, list[str]] = {}
    for id_ in in_reading_order(edit.document, cards):
        card = edit.get(id_, Card)
        groups.setdefault((card.lane, card.step), []).append(id_)
    return groups


def _move_sideways(edit: Transaction, groups: dict[Cell, list[str]], by: int) -> None:
    columns = edit.indexes.columns()
    targets = [edit.indexes.column_of(step) + by for _lane, step in groups]
    if not all(0 <= target < len(columns) for target in targets):
        return
    places = [card_edits.place_of(edit, group[0]) for group in groups.values()]
    moves = zip(groups.items(), targets, places, strict=True)
    for ((lane, _step), group), target, place in sorted(moves, key=lambda move: -by * move[1]):
        card_edits.move(edit, group, lane, columns[target], place)


def _move_upright(edit: Transaction, lanes: list[str], cell: Cell, group: list[str], by: int) -> None:
    lane, step = cell
    standing = edit.indexes.cards(lane, step)
    going = frozenset(group)
    shifted = _shifted(standing, going, by)
    if shifted != standing:
        moved = {id_ for id_, before in zip(shifted, standing, strict=True) if id_ != before} & going
        card_edits.arrange(edit, lane, step, shifted, moved)
        return
    row = lanes.index(lane) + by
    if 0 <= row < len(lanes):
        place = 0 if by > 0 else len(edit.indexes.cards(lanes[row], step))
        card_edits.move(edit, group, lanes[row], step, place)


def _shifted(standing: list[str], moved: frozenset[str], by: int) -> list[str]:
    """Return the order in which each of ``moved`` that can has changed places with its neighbour."""
    order = standing[::-by]
    for place in range(1, len(order)):
        if order[place] in moved and order[place - 1] not in moved:
            order[place - 1], order[place] = order[place], order[place - 1]
    return order[::-by]


def move_stages(edit: Transaction, stages: Iterable[str], by: int) -> None:
    """Move stages with all that they hold one place to the left (-1) or right (1)."""
    order = [id_ for _order, id_ in edit.indexes.stages]
    for stage, before in _moves(order, frozenset(stages), by):
        others = [id_ for _order, id_ in edit.indexes.stages if id_ != stage]
        stage_edits.move(edit, [stage], others.index(before) + 1 if before else 0)


def move_lanes(edit: Transaction, lanes: Iterable[str], by: int) -> None:
    """Move lanes with all that stands in them past the next one that is shown, up (-1) or down (1)."""
    moved = frozenset(lanes)
    order = [id_ for _order, id_ in edit.indexes.lanes]
    shown = [id_ for id_ in order if id_ in moved or not edit.get(id_, Lane).hidden]
    for lane, above in _moves(shown, moved, by):
        others = [id_ for _order, id_ in edit.indexes.lanes if id_ != lane]
        top = next(place for place, id_ in enumerate(others) if id_ in shown)
        lane_edits.move(edit, [lane], others.index(above) + 1 if above else top)


def move_personas(edit: Transaction, personas: Iterable[str], by: int) -> None:
    """Move personas one place towards the first (-1) or the last (1)."""
    order = [id_ for _order, id_ in edit.indexes.personas]
    for persona, before in _moves(order, frozenset(personas), by):
        others = [id_ for _order, id_ in edit.indexes.personas if id_ != persona]
        persona_edits.move(edit, [persona], others.index(before) + 1 if before else 0)


def move_steps(edit: Transaction, steps: Iterable[str], by: int) -> None:
    """Move steps one place to the left (-1) or right (1); past its stage's edge one goes over to the next."""
    stages = [id_ for _order, id_ in edit.indexes.stages]
    order = [id_ for stage in stages for id_ in (stage, *edit.indexes.steps(stage))]
    for step, before in _moves(order[1:], frozenset(steps), by, *order[:1]):
        stage = before if before in stages else edit.get(before, Step).stage
        others = [id_ for id_ in edit.indexes.steps(stage) if id_ != step]
        stage_edits.move_step(edit, step, stage, others.index(before) + 1 if before != stage else 0)


def _moves(order: list[str], moved: frozenset[str], by: int, beginning: str = "") -> list[tuple[str, str]]:
    """Return what is to be moved when each of ``moved`` that can goes one on, and what it then stands behind.

    They are to be moved in this order; the first of all stands behind ``beginning``.
    """
    shifted = _shifted(order, moved, by)
    if shifted == order:
        return []
    return [(id_, before) for before, id_ in pairwise([beginning, *shifted]) if id_ in moved]
