"""The whole action table, in the order of its topics."""

from journeymapper.ui.actions import (
    cards,
    clipboard,
    edit,
    files,
    finding,
    help,
    lanes,
    marks,
    people,
    structure,
    view,
    widths,
)
from journeymapper.ui.actions.table import Action

ALL_ACTIONS: tuple[Action, ...] = (
    *files.ACTIONS,
    *edit.ACTIONS,
    *finding.ACTIONS,
    *clipboard.ACTIONS,
    *cards.ACTIONS,
    *marks.ACTIONS,
    *structure.ACTIONS,
    *lanes.ACTIONS,
    *widths.ACTIONS,
    *people.ACTIONS,
    *view.ACTIONS,
    *help.ACTIONS,
)
