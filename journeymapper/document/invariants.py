"""What always holds in a document, checked for what a change touched, never for the whole map."""

from collections.abc import Iterable, Sequence
from itertools import product
from typing import TYPE_CHECKING

from journeymapper.document.change import Change
from journeymapper.document.records import (
    NO_PICTURE,
    NOBODY,
    OUTSIDE,
    WHOLE_MAP,
    Card,
    Dismissal,
    EmotionPoint,
    JourneyMap,
    Lane,
    Link,
    Persona,
    Picture,
    Prompt,
    Record,
    Stage,
    Step,
)
from journeymapper.document.roles import CARDS, DIVIDER, holds_cards
from journeymapper.i18n import _

if TYPE_CHECKING:
    from journeymapper.document.document import Document
    from journeymapper.document.indexes import Cell


class InvariantError(ValueError):
    """A map would be broken: ``record`` is the id of the record at fault, the message says how."""

    def __init__(self, record: str, message: str) -> None:
        super().__init__(message)
        self.record = record


#: What a link can begin and end at.
LINKED = (Card, Step)

#: What can be dismissed: what findings are about. Were others, a ring of dismissals could never be removed.
DISMISSIBLE = (JourneyMap, Persona, Stage, Step, Lane, Card)


def owners(record: Record) -> list[tuple[str, str, tuple[type[Record], ...]]]:
    """Return what a record depends on: (field, id, kinds)."""
    match record:
        case Link():
            target = [("target", record.target, LINKED)] if record.target != OUTSIDE else []
            return [("source", record.source, LINKED), *target]
        case Persona() if record.picture != NO_PICTURE:
            return [("picture", record.picture, (Picture,))]
        case Step():
            return [("stage", record.stage, (Stage,))]
        case Prompt():
            return [("lane", record.lane, (Lane,)), ("step", record.step, (Step,))]
        case Dismissal() if record.place != WHOLE_MAP:
            return [("place", record.place, DISMISSIBLE)]
        case Card() | EmotionPoint():
            found: list[tuple[str, str, tuple[type[Record], ...]]] = [
                ("lane", record.lane, (Lane,)),
                ("step", record.step, (Step,)),
            ]
            if record.persona != NOBODY:
                found.append(("persona", record.persona, (Persona,)))
            if isinstance(record, Card) and record.picture != NO_PICTURE:
                found.append(("picture", record.picture, (Picture,)))
            return found
    return []


def check(document: "Document", change: Change) -> None:
    """Check what a change touched.

    Raises:
        InvariantError: the first thing found that does not hold.
    """
    for old, new in change.pairs():
        if new is not None:
            _check_owners(document, new)
            if isinstance(new, Card | EmotionPoint):
                _check_lane(document, new)
            if isinstance(new, EmotionPoint):
                _check_single(document, new)
            if isinstance(new, Link):
                _check_ends(new)
            if isinstance(new, Prompt | Dismissal):
                _check_only_one(document, new)
            if isinstance(old, Lane) and isinstance(new, Lane) and old.lane_kind != new.lane_kind:
                _check_what_stands_in(document, new)
    gone = [old for old, new in change.pairs() if old is not None and type(old) is not type(new)]
    lanes = [record.id for record in gone if isinstance(record, Lane)]
    steps = [record.id for record in gone if isinstance(record, Step)]
    for record in gone:
        _check_left_alone(document, record, lanes, steps)


def _check_owners(document: "Document", record: Record) -> None:
    for field, owner, kinds in owners(record):
        if not isinstance(document.find(owner), kinds):
            raise InvariantError(
                record.id,
                _("“{field}” names “{owner}”, which is not in the map").format(field=field, owner=owner),
            )


def _check_lane(document: "Document", record: Card | EmotionPoint) -> None:
    """Check that a card or point stands in a lane that can hold it."""
    lane = document.get(record.lane, Lane)
    if not suits(record, lane.lane_kind):
        raise InvariantError(
            record.id, _("nothing of this kind can stand in the lane “{name}”").format(name=lane.name)
        )


def suits(record: Card | EmotionPoint, lane_kind: str) -> bool:
    """Cards stand in no curve or dividing line, points in no lane of cards; kinds to come hold either."""
    return holds_cards(lane_kind) if isinstance(record, Card) else _holds_points(lane_kind)


def _holds_points(lane_kind: str) -> bool:
    return lane_kind not in {CARDS, DIVIDER}


def _check_what_stands_in(document: "Document", lane: Lane) -> None:
    """Check that what stands in a lane can stand in it now that it is of another kind."""
    indexes = document.indexes
    cells = [(lane.id, step) for step in indexes.columns()]
    if (not holds_cards(lane.lane_kind) and any(cell in indexes.cards_in for cell in cells)) or (
        not _holds_points(lane.lane_kind) and any(cell in indexes.points_at for cell in cells)
    ):
        raise InvariantError(
            lane.id, _("something in the lane “{name}” cannot stand in its kind").format(name=lane.name)
        )


def _check_single(document: "Document", point: EmotionPoint) -> None:
    there = document.indexes.points_at[point.lane, point.step]
    if sum(curve == point.curve for curve, _id in there) > 1:
        raise InvariantError(point.id, _("a curve has two emotion points at one step"))


def _check_only_one(document: "Document", record: Prompt | Dismissal) -> None:
    """Check that no other prompt stands in a cell, and no finding is dismissed twice."""
    indexes = document.indexes
    if isinstance(record, Prompt):
        same, words = indexes.prompts[record.lane, record.step], _("a cell has two hints")
    else:
        same, words = indexes.dismissals[record.rule, record.place], _("a finding is dismissed twice")
    if len(same) > 1:
        raise InvariantError(record.id, words)


def _check_ends(link: Link) -> None:
    """Check that a link leads on to something else, and only one that leaves does not."""
    if link.target == link.source:
        raise InvariantError(link.id, _("a link leads to where it begins"))
    leaves = link.link_kind == "leaves"
    if leaves != (link.target == OUTSIDE):
        words = _("a link that leaves leads to something") if leaves else _("a link leads nowhere")
        raise InvariantError(link.id, words)


def _check_left_alone(
    document: "Document", record: Record, lanes_gone: Sequence[str], steps_gone: Sequence[str]
) -> None:
    """Check that nothing depends on a record that is gone; its cells' other side may be gone with it."""
    indexes = document.indexes
    if record.id in indexes.attached:
        raise _orphaned(record)
    match record:
        case JourneyMap():
            orphaned = True
        case Stage():
            orphaned = bool(indexes.steps_of.get(record.id))
        case Step():
            lanes = (*(lane for _order, lane in indexes.lanes), *lanes_gone)
            orphaned = record.id in indexes.links_of or _is_any_filled(document, product(lanes, (record.id,)))
        case Lane():
            steps = (*indexes.columns(), *steps_gone)
            orphaned = _is_any_filled(document, product((record.id,), steps))
        case Persona():
            orphaned = record.id in indexes.of_persona
        case Card():
            orphaned = record.id in indexes.links_of
        case Picture():
            orphaned = record.id in indexes.shows
        case _:
            orphaned = False
    if orphaned:
        raise _orphaned(record)


def _orphaned(record: Record) -> InvariantError:
    words = _("something in the map still depends on “{id}”")
    return InvariantError(record.id, words.format(id=record.id))


def _is_any_filled(document: "Document", cells: "Iterable[Cell]") -> bool:
    indexes = document.indexes
    return any(cell in indexes.cards_in or cell in indexes.points_at for cell in cells)
