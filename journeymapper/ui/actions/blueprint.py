"""The action that makes a map a service blueprint."""

from journeymapper.editing import blueprint
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.actions.table import Action, ActionContext, has_map


def _add_lines(context: ActionContext) -> None:
    if (open_map := context.open_map) is None or context.canvas is None:
        return
    with open_map.edit(_("Add blueprint lines")) as edit:
        added = blueprint.add_lines(edit)
    if not added:
        context.window.say(_("The three lines of a blueprint are there already."))
        return
    open_map.select(added)
    context.canvas.reveal(added[0])
    context.window.say(
        ngettext(
            "{count} line added. Drag it by its name to where it belongs.",
            "{count} lines added. Drag them by their names to where they belong.",
            len(added),
        ).format(count=len(added))
    )


ACTIONS: tuple[Action, ...] = (
    Action(
        "add_blueprint_lines",
        mark("Add blueprint lines"),
        _add_lines,
        has_map,
        hint=mark("Add the lines of interaction, visibility and internal interaction that are missing"),
        icon="format-line-style",
    ),
)
