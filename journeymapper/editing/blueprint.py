"""The three lines of a service blueprint, each between the lanes that it divides."""

from collections.abc import Collection, Sequence

from journeymapper.document.document import Transaction
from journeymapper.document.records import Lane
from journeymapper.document.roles import (
    DIVIDER,
    INTERACTION,
    INTERNAL_INTERACTION,
    LINES,
    VISIBILITY,
    holds_cards,
)
from journeymapper.editing import lanes
from journeymapper.i18n import _

_SUPPORT = frozenset({"processes", "policies", "technology", "people"})

#: The roles of the lanes above and below each line, from the top of a blueprint down.
_DIVIDED: dict[str, tuple[Collection[str], Collection[str]]] = {
    INTERACTION: ({"actions"}, {"frontstage"}),
    VISIBILITY: ({"frontstage"}, {"backstage"}),
    INTERNAL_INTERACTION: ({"backstage"}, _SUPPORT),
}


def add_lines(edit: Transaction) -> list[str]:
    """Add those of the three lines that are missing, and return them from top to bottom.

    A line stands right above the first of the lanes that it divides from those above them; where either are
    not there, at the foot. A dividing line without a role that goes by a line's own name is that line.
    """
    standing = [edit.get(id_, Lane) for _order, id_ in edit.indexes.lanes]
    places = [(_place(standing, *_DIVIDED[role]), role) for role in _still_missing(edit, standing)]
    added = []
    for before, (place, role) in enumerate(sorted(places, key=lambda one: one[0])):
        added.append(lanes.add(edit, _(LINES[role]), DIVIDER, role, place=place + before).id)
    return added


def _still_missing(edit: Transaction, standing: Sequence[Lane]) -> list[str]:
    """Return the roles that no dividing line has; one of an earlier version takes that of its name."""
    lines = [lane for lane in standing if lane.lane_kind == DIVIDER]
    there, missing = {lane.role for lane in lines}, []
    for role in _DIVIDED:
        if role in there:
            continue
        names = {LINES[role], _(LINES[role])}
        named = next((lane.id for lane in lines if not lane.role and lane.name in names), None)
        if named is None:
            missing.append(role)
        else:
            lanes.set_role(edit, named, role)
    return missing


def _place(standing: Sequence[Lane], above: Collection[str], below: Collection[str]) -> int:
    """Return the place of a line between lanes of some roles and those of others, or the foot."""
    uppers, lowers = (
        [place for place, lane in enumerate(standing) if holds_cards(lane.lane_kind) and lane.role in roles]
        for roles in (above, below)
    )
    if not uppers or not lowers:
        return len(standing)
    return next((place for place in lowers if place > uppers[0]), uppers[0])
