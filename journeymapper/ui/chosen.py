"""What the selection means to an action: its records by kind, and the places it names."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from journeymapper.document.change import Change
from journeymapper.document.fragment import open_card_lanes
from journeymapper.document.records import Card, EmotionPoint, Lane, Record, Stage, Step
from journeymapper.document.roles import holds_cards

if TYPE_CHECKING:
    from journeymapper.ui.open_map import OpenMap


@dataclass(frozen=True, slots=True)
class Chosen:
    """The selected ids by kind of record; made once a selection, so that asking costs nothing.

    ``lanes`` are those that selected cards stand in.
    """

    by_kind: Mapping[type[Record], tuple[str, ...]] = field(default_factory=dict)
    lanes: frozenset[str] = frozenset()

    def of(self, kind: type[Record]) -> tuple[str, ...]:
        """Return the selected ids of a kind."""
        return self.by_kind.get(kind, ())

    @property
    def only_kind(self) -> type[Record] | None:
        """The kind of all that is selected, or None when nothing is or kinds are mixed."""
        return next(iter(self.by_kind)) if len(self.by_kind) == 1 else None


def chosen(open_map: "OpenMap") -> Chosen:
    """Return what is selected, looked up anew; ``OpenMap.chosen`` knows it already."""
    found: defaultdict[type[Record], list[str]] = defaultdict(list)
    lanes = set()
    for id_ in open_map.selection:
        record = open_map.session.document.find(id_)
        if record is not None:
            found[type(record)].append(id_)
        if isinstance(record, Card):
            lanes.add(record.lane)
    return Chosen({kind: tuple(sorted(ids)) for kind, ids in found.items()}, frozenset(lanes))


def moves_cards_across(change: Change) -> bool:
    """Tell whether a change puts cards into another lane."""
    return any(
        isinstance(old, Card) and isinstance(new, Card) and old.lane != new.lane
        for old, new in change.updated.values()
    )


def current_record(open_map: "OpenMap") -> Record | None:
    """Return the record the keyboard stands on."""
    return open_map.session.document.find(open_map.current) if open_map.current else None


def lane_in_question(open_map: "OpenMap") -> str:
    """Return the lane that is selected, or that the current record or the cursor stands in, or ""."""
    match current_record(open_map):
        case Lane(id=lane):
            return lane
        case Card(lane=lane) | EmotionPoint(lane=lane):
            return lane
    return open_map.cell[0] if open_map.cell else ""


def step_in_question(open_map: "OpenMap") -> str:
    """Return the step that is selected, or that the current record or the cursor stands in, or ""."""
    match current_record(open_map):
        case Step(id=step):
            return step
        case Card(step=step) | EmotionPoint(step=step):
            return step
    return open_map.cell[1] if open_map.cell else ""


def stage_in_question(open_map: "OpenMap") -> str:
    """Return the stage that is selected, or that the step in question belongs to, or ""."""
    match current_record(open_map):
        case Stage(id=stage):
            return stage
    step = step_in_question(open_map)
    return open_map.session.document.get(step, Step).stage if step else ""


def cell_for_cards(open_map: "OpenMap", only_seen: bool = False) -> tuple[str, str] | None:
    """Return the cell where new cards go: the cursor's, else the nearest that the selection names.

    There is none while the cursor is in a lane that holds no cards. A collapsed or hidden lane gets cards
    only where one stands in that very lane (in the outline or table one can), and none with ``only_seen``.
    """
    document = open_map.session.document
    record = current_record(open_map)
    if isinstance(record, Card):
        return record.lane, record.step
    if open_map.cell is not None and not holds_cards(document.get(open_map.cell[0], Lane).lane_kind):
        return None
    lane, step = lane_in_question(open_map), step_in_question(open_map)
    if not step and (stage := stage_in_question(open_map)):
        step = next(iter(document.indexes.steps(stage)), "")
    concealed, besides = open_map.session.layout.concealed, () if only_seen else {lane}
    open_lanes = [id_ for id_ in open_card_lanes(document, besides) if id_ not in concealed]
    if lane not in open_lanes:
        lane = next(iter(open_lanes), "")
    step = step or next(iter(document.indexes.columns()), "")
    return (lane, step) if lane and step else None
