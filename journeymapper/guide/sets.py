"""Giving a map the stages and lanes of a set, as far as it lacks them."""

from collections.abc import Sequence

from journeymapper.document.document import Document, Transaction
from journeymapper.document.records import Lane
from journeymapper.document.roles import CARDS, DIVIDER
from journeymapper.editing import lanes, prompts, stages
from journeymapper.guide.hints import hints_by_role
from journeymapper.guide.lane_sets import LaneSet, SetLane
from journeymapper.guide.stage_sets import StageSet

_NOWHERE = -1

#: The roles of lanes that say what it takes to serve the customer.
_DELIVERING = frozenset({"frontstage", "backstage", "processes", "policies", "technology", "people"})


def missing_lanes(document: Document | Transaction, lane_set: LaneSet) -> list[SetLane]:
    """Return the lanes of a set that a map has not, hidden ones included.

    A lane is there where one of its kind and role is; one of free text, where one of its name is.
    """
    standing = [document.get(id_, Lane) for _order, id_ in document.indexes.lanes]
    return [wanted for wanted in lane_set.lanes if _place_of(wanted, standing) == _NOWHERE]


def add_lanes(edit: Transaction, lane_set: LaneSet) -> list[str]:
    """Add the lanes of a set that a map has not, each where it belongs among those that are there.

    On a map with hints in its cells they have some, too.

    Returns:
        The ids of those that were added, from top to bottom.
    """
    standing = [edit.get(id_, Lane) for _order, id_ in edit.indexes.lanes]
    added = []
    for number, wanted in enumerate(lane_set.lanes):
        if _place_of(wanted, standing) != _NOWHERE:
            continue
        place = _place_for(number, lane_set.lanes, standing)
        lane = lanes.add(
            edit, wanted.shown_name(), wanted.lane_kind, wanted.role, wanted.shown_hint(), place=place
        )
        standing.insert(place, lane)
        added.append(lane.id)
        if edit.indexes.prompts:
            _add_hints(edit, lane)
    return [lane.id for lane in standing if lane.id in added]


def _add_hints(edit: Transaction, lane: Lane) -> None:
    """Give the cells of a lane hints that can be asked anywhere, other ones in neighbours."""
    hints = hints_by_role().get(lane.role, ())
    for number, step in enumerate(edit.indexes.columns() if hints else ()):
        prompts.put(edit, lane.id, step, hints[number % len(hints)])


def add_stages(edit: Transaction, stage_set: StageSet, place: int | None = None) -> list[str]:
    """Add the stages of a set with their steps, from ``place`` on or at the end, and return their ids."""
    first = len(edit.indexes.stages) if place is None else place
    added = []
    for number, wanted in enumerate(stage_set.stages):
        stage = stages.add_bare(edit, wanted.name, first + number)
        for name in wanted.steps or ("",):
            stages.add_step(edit, stage.id, name)
        added.append(stage.id)
    return added


def _place_of(wanted: SetLane, standing: Sequence[Lane]) -> int:
    """Return where a lane of a set stands among those of a map, 0 at the top."""
    return next((place for place, lane in enumerate(standing) if _is_like(wanted, lane)), _NOWHERE)


def _is_like(wanted: SetLane, lane: Lane) -> bool:
    if (wanted.lane_kind, wanted.role) != (lane.lane_kind, lane.role):
        return False
    return bool(wanted.role) or wanted.lane_kind != CARDS or wanted.shown_name() == lane.name


def _place_for(number: int, wanted: Sequence[SetLane], standing: Sequence[Lane]) -> int:
    """Return the place of a lane that is missing.

    What tells of the customer comes below the lane before it in the set. What delivers the service comes
    above the next one of the set, else at the foot: below all that tells of the customer.
    """
    above = max((_place_of(lane, standing) for lane in wanted[:number]), default=_NOWHERE)
    places = (_place_of(lane, standing) for lane in wanted[number + 1 :])
    below = min((place for place in places if place != _NOWHERE), default=len(standing))
    return below if above == _NOWHERE or _delivers(wanted[number]) else above + 1


def _delivers(lane: SetLane) -> bool:
    return lane.lane_kind == DIVIDER or lane.role in _DELIVERING
