"""Another role for a lane, the same from the menu as from the inspector."""

from journeymapper.document.document import Transaction
from journeymapper.document.records import Lane
from journeymapper.document.roles import DIVIDER, LINES, ROLES
from journeymapper.editing import lanes
from journeymapper.i18n import _


def give_role(edit: Transaction, lane: str, role: str) -> None:
    """Give a lane a role; a name and a hint that are still its old role's own words become the new one's."""
    record = edit.get(lane, Lane)
    old, new = _words_of(record, record.role), _words_of(record, role)
    lanes.set_role(edit, lane, role)
    if old is None or new is None:
        return
    if record.name == old[0]:
        lanes.rename(edit, lane, new[0])
    if record.hint == old[1]:
        lanes.set_hint(edit, lane, new[1])


def _words_of(lane: Lane, role: str) -> tuple[str, str] | None:
    """Return what lanes of that kind are called in a role, and their hint; None in one of a later version."""
    if lane.lane_kind == DIVIDER:
        return (_(LINES[role]), "") if role in LINES else None
    return (ROLES[role].shown_name(), ROLES[role].shown_hint()) if role in ROLES else None
