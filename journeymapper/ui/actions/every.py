"""The whole action table, in the order of its topics."""

from journeymapper.ui.actions import cards, edit, files, help, people, structure, view
from journeymapper.ui.actions.table import Action

ALL_ACTIONS: tuple[Action, ...] = (
    *files.ACTIONS,
    *edit.ACTIONS,
    *cards.ACTIONS,
    *structure.ACTIONS,
    *people.ACTIONS,
    *view.ACTIONS,
    *help.ACTIONS,
)
