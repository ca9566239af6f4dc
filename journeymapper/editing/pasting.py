"""Putting fragments into a map: cards, or whole lanes, stages and steps, and the personas they belong to.

Everything pasted gets an id of its own, so a fragment can be pasted into the map that it came from.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from journeymapper.document.document import Transaction
from journeymapper.document.fragment import CarriedCard, CarriedPoint, Fragment, open_card_lanes
from journeymapper.document.indexes import Entry
from journeymapper.document.invariants import suits
from journeymapper.document.records import Card, Curve, EmotionPoint, Lane
from journeymapper.document.roles import CARDS, DIVIDER
from journeymapper.editing import stages
from journeymapper.editing.arrivals import Arrivals, Sibling, paired
from journeymapper.editing.placing import keys_at

#: A map is given no more steps than this for what a damaged fragment puts into a column far off.
_MOST_STEPS = 1_000


@dataclass(slots=True)
class Pasted:
    """What a paste did: the ``ids`` of what was pasted whole, and what the user is to be told.

    ``moved`` counts the cards and points that stand in the last step now because the map has no more,
    ``left_out`` the points that had to stay out because their persona has one there already, ``added_lanes``
    the lanes that the cards of pasted stages and steps had to be given, ``added_steps`` the steps that what
    stands in pasted lanes had to be given.
    """

    ids: list[str] = field(default_factory=list)
    moved: int = 0
    left_out: int = 0
    added_lanes: int = 0
    added_steps: int = 0


def paste_cards(edit: Transaction, fragment: Fragment, lane: str, step: str) -> Pasted:
    """Put a fragment's cards where they stood to each other, the first into a cell.

    Lanes in which no cards can be seen are skipped. What would stand past the last column or the last lane
    of cards goes into the last one.
    """
    lanes, columns = open_card_lanes(edit.document, {lane}), edit.indexes.columns()
    top, left = lanes.index(lane), columns.index(step)
    arrivals, pasted = Arrivals(edit, fragment), Pasted()
    for carried in fragment.cards:
        row, column = min(top + carried.row, len(lanes) - 1), min(left + carried.column, len(columns) - 1)
        pasted.ids.append(_put_card(edit, carried.card, lanes[row], columns[column], arrivals))
    arrivals.put_links()
    return pasted


def paste_lanes(edit: Transaction, fragment: Fragment, above: str = "") -> Pasted:
    """Put whole lanes below a lane, or below all others.

    What stood in the first column goes into the first, and so on; what is past the last column into the
    last one. A map without any step gets as many as are needed.
    """
    place = _place_after(edit.indexes.lanes, above)
    orders = keys_at(edit, edit.indexes.lanes, place, len(fragment.lanes))
    lanes = _put_all(edit, fragment.lanes, orders, hidden=False)
    pasted = Pasted([lane.id for lane in lanes])
    columns = edit.indexes.columns() or _add_columns(edit, fragment, pasted)
    if columns:
        _fill(edit, fragment, pasted.ids, columns, pasted, Arrivals(edit, fragment))
    return pasted


def _add_columns(edit: Transaction, fragment: Fragment, pasted: Pasted) -> list[str]:
    """Give a map without any step those that what stands in lanes needs."""
    standing = (*fragment.cards, *fragment.points)
    needed = max((carried.column + 1 for carried in standing), default=0)
    added = stages.add_steps_at_end(edit, min(needed, _MOST_STEPS))
    pasted.added_steps = len(added)
    return added


def paste_stages(edit: Transaction, fragment: Fragment, before: str = "") -> Pasted:
    """Put whole stages to the right of a stage, or at the end.

    What stands in them finds its lane by id, by role and name, or by role; else the lane is added.
    """
    place = _place_after(edit.indexes.stages, before)
    added = _put_all(edit, fragment.stages, keys_at(edit, edit.indexes.stages, place, len(fragment.stages)))
    stage_of = {carried.id: stage.id for carried, stage in zip(fragment.stages, added, strict=True)}
    columns = []
    for step in fragment.steps:
        siblings = edit.indexes.steps_of.get(stage_of[step.stage], [])
        [order] = keys_at(edit, siblings, len(siblings))
        columns.append(edit.put_copy(step, order=order, stage=stage_of[step.stage]).id)
    pasted = Pasted([stage.id for stage in added])
    _fill_columns(edit, fragment, columns, pasted, Arrivals(edit, fragment))
    return pasted


def paste_steps(edit: Transaction, fragment: Fragment, stage: str = "", before: str = "") -> Pasted:
    """Put whole steps into a stage, to the right of its step ``before`` or at its end.

    Without a stage they go into the last one, which is made where there is none. Of what stands in them
    see ``paste_stages``.
    """
    stage = stage or stages.last_of_all(edit)
    siblings = edit.indexes.steps_of.get(stage, [])
    orders = keys_at(edit, siblings, _place_after(siblings, before), len(fragment.steps))
    columns = [step.id for step in _put_all(edit, fragment.steps, orders, stage=stage)]
    pasted = Pasted(columns)
    _fill_columns(edit, fragment, columns, pasted, Arrivals(edit, fragment))
    return pasted


def _place_after(siblings: list[Entry], id_: str) -> int:
    """Return the place right after a record among its siblings, or the end."""
    return next((place for place, (_order, each) in enumerate(siblings, 1) if each == id_), len(siblings))


def _put_all(
    edit: Transaction, records: Iterable[Sibling], orders: list[str], **values: object
) -> list[Sibling]:
    places = zip(records, orders, strict=True)
    return [edit.put_copy(record, order=order, **values) for record, order in places]


def _put_card(edit: Transaction, card: Card, lane: str, step: str, arrivals: Arrivals) -> str:
    """Write a copy of a card at the end of a cell and return its id."""
    siblings = edit.indexes.cards_in.get((lane, step), [])
    [order] = keys_at(edit, siblings, len(siblings))
    return arrivals.put_card(card, order=order, lane=lane, step=step)


def _put_point(edit: Transaction, point: EmotionPoint, lane: str, step: str, arrivals: Arrivals) -> bool:
    """Write a copy of a point into a cell; tell whether its curve had none there yet."""
    persona = arrivals.persona(point.persona)
    if Curve(persona, point.wished) in edit.indexes.points(lane, step):
        return False
    edit.put_copy(point, lane=lane, step=step, persona=persona)
    return True


def _fill(
    edit: Transaction,
    fragment: Fragment,
    rows: list[str],
    columns: list[str],
    pasted: Pasted,
    arrivals: Arrivals,
) -> None:
    """Put a fragment's cards, points and hints into these lanes and columns, and the links between them.

    A lane without an id is none: only hints belong there, and they stay out.
    """
    last = len(columns) - 1
    for carried in _suiting(edit, (*fragment.cards, *fragment.points), rows):
        lane, step = rows[carried.row], columns[min(carried.column, last)]
        if isinstance(carried, CarriedCard):
            _put_card(edit, carried.card, lane, step, arrivals)
        elif not _put_point(edit, carried.point, lane, step, arrivals):
            pasted.left_out += 1
            continue
        pasted.moved += carried.column > last
    arrivals.put_links()
    for hint in fragment.prompts:
        lane = rows[hint.row]
        if lane and hint.column <= last and edit.indexes.prompt(lane, columns[hint.column]) is None:
            edit.put_copy(hint.prompt, lane=lane, step=columns[hint.column])


def _suiting(
    edit: Transaction, carried: Iterable[CarriedCard | CarriedPoint], rows: list[str]
) -> Iterator[CarriedCard | CarriedPoint]:
    """Yield those that can stand in their lane: in a fragment of ours all of them."""
    kinds = [edit.get(lane, Lane).lane_kind if lane else DIVIDER for lane in rows]
    for each in carried:
        if suits(each.card if isinstance(each, CarriedCard) else each.point, kinds[each.row]):
            yield each


def _fill_columns(
    edit: Transaction, fragment: Fragment, columns: list[str], pasted: Pasted, arrivals: Arrivals
) -> None:
    """Put a fragment's cards and points into new columns, each into its lane, and the links between them."""
    arrivals.came.update(zip((step.id for step in fragment.steps), columns, strict=True))
    needed = {carried.row for carried in (*fragment.cards, *fragment.points)}
    lanes = _lanes_found(edit, fragment.lanes, needed)
    for row, carried in enumerate(fragment.lanes):
        if not lanes[row] and row in needed:
            [order] = keys_at(edit, edit.indexes.lanes, len(edit.indexes.lanes))
            lanes[row] = edit.put_copy(carried, order=order, hidden=False).id
            pasted.added_lanes += 1
    _fill(edit, fragment, lanes, columns, pasted, arrivals)


def _lanes_found(edit: Transaction, lanes: tuple[Lane, ...], needed: set[int]) -> list[str]:
    """Return the map's lanes for carried ones, "" where it has none; none stands for two.

    Those that are ``needed``, by their places, have the first choice; the others hold only hints.
    """
    standing = [edit.get(id_, Lane) for _order, id_ in edit.indexes.lanes]
    rows = sorted(range(len(lanes)), key=lambda row: row not in needed)
    alike = (_is_the_same_lane, _has_the_same_name, _has_the_same_role)
    pairs = zip(rows, paired([lanes[row] for row in rows], standing, alike), strict=True)
    found = {row: standing[place].id for row, place in pairs if place is not None}
    return [found.get(row, "") for row in range(len(lanes))]


def _is_the_same_lane(one: Lane, other: Lane) -> bool:
    return (one.id, one.lane_kind) == (other.id, other.lane_kind)


def _has_the_same_name(one: Lane, other: Lane) -> bool:
    return _has_the_same_kind(one, other) and one.name == other.name


def _has_the_same_role(one: Lane, other: Lane) -> bool:
    """Tell whether lanes have a role in common; free text is none."""
    return _has_the_same_kind(one, other) and (one.role != "" or one.lane_kind != CARDS)


def _has_the_same_kind(one: Lane, other: Lane) -> bool:
    return (one.lane_kind, one.role) == (other.lane_kind, other.role)
