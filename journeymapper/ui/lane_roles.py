"""Another role for a lane, the same from the menu as from the inspector."""

from journeymapper.document.document import Transaction
from journeymapper.document.records import Lane
from journeymapper.document.roles import ROLES
from journeymapper.editing import lanes


def give_role(edit: Transaction, lane: str, role: str) -> None:
    """Give a lane a role; a name and a hint that are still its old role's own words become the new one's."""
    record = edit.get(lane, Lane)
    old, new = ROLES.get(record.role), ROLES[role]
    lanes.set_role(edit, lane, role)
    if old is not None and record.name == old.shown_name():
        lanes.rename(edit, lane, new.shown_name())
    if old is not None and record.hint == old.shown_hint():
        lanes.set_hint(edit, lane, new.shown_hint())
