"""Actions of the Help menu."""

from journeymapper.i18n import mark
from journeymapper.ui.actions.table import Action, ActionContext
from journeymapper.ui.dialogs.about import About
from journeymapper.ui.dialogs.shortcut_list import ShortcutList
from journeymapper.ui.palette.palette import Palette


def _shortcuts(context: ActionContext) -> None:
    window = context.window
    ShortcutList.ask(window.action_set, window.windows.appearance, window)


def _about(context: ActionContext) -> None:
    About.ask(context.window)


ACTIONS: tuple[Action, ...] = (
    Action(
        "palette",
        mark("Go to or do…"),
        Palette.toggle,
        hint=mark("Find any action, stage, step, lane, persona or card by a few letters"),
        icon="magnify",
        keys=("Ctrl+K",),
    ),
    Action(
        "shortcuts",
        mark("Keyboard shortcuts"),
        _shortcuts,
        hint=mark("See, change and print all keys"),
        icon="keyboard-outline",
        keys=("Ctrl+/", "F1"),
        ends_typing=False,
    ),
    Action("about", mark("About journeymapper"), _about, ends_typing=False),
)
