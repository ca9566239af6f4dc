"""Actions of the Help menu."""

from journeymapper.i18n import mark
from journeymapper.ui.actions.table import Action, ActionContext
from journeymapper.ui.dialogs.about import About
from journeymapper.ui.dialogs.shortcut_list import ShortcutList


def _shortcuts(context: ActionContext) -> None:
    ShortcutList.ask(context.window.action_set, context.window)


def _about(context: ActionContext) -> None:
    About.ask(context.window)


ACTIONS: tuple[Action, ...] = (
    Action(
        "shortcuts",
        mark("Keyboard shortcuts"),
        _shortcuts,
        hint=mark("All keys in one list"),
        icon="keyboard-outline",
        keys=("Ctrl+/", "F1"),
        ends_typing=False,
    ),
    Action("about", mark("About journeymapper"), _about, ends_typing=False),
)
