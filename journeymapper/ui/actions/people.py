"""Actions on personas and the title block."""

from journeymapper.document.records import MAP_ID, Persona
from journeymapper.editing import personas
from journeymapper.i18n import _, mark
from journeymapper.ui.actions.table import Action, ActionContext, has_map
from journeymapper.ui.dialogs.persona_dialog import PersonaDialog
from journeymapper.ui.dialogs.title_block_dialog import TitleBlockDialog


def _persona(context: ActionContext) -> str:
    """Return the selected persona, or the only one there is, or ""."""
    if context.open_map is None:
        return ""
    if chosen := context.chosen.of(Persona):
        return chosen[0]
    known = context.open_map.session.document.indexes.personas
    return known[0][1] if len(known) == 1 else ""


def _has_persona(context: ActionContext) -> bool:
    return bool(_persona(context))


def _add_persona(context: ActionContext) -> None:
    if (open_map := context.open_map) is None:
        return
    values = PersonaDialog.ask(None, context.window)
    if values is not None:
        with open_map.edit(_("Add persona")) as edit:
            persona = personas.add(edit, **values)
        open_map.select({persona.id}, persona.id)


def edit_persona(context: ActionContext) -> None:
    """Ask for a persona's particulars and take them over as one step."""
    if (open_map := context.open_map) is None or not (id_ := _persona(context)):
        return
    values = PersonaDialog.ask(open_map.session.document.get(id_, Persona), context.window)
    if values is not None:
        with open_map.edit(_("Edit persona")) as edit:
            personas.set_fields(edit, id_, **values)


def _delete_persona(context: ActionContext) -> None:
    if context.open_map is not None:
        with context.open_map.edit(_("Delete persona")) as edit:
            personas.delete(edit, _persona(context))


def edit_title_block(context: ActionContext) -> None:
    """Ask for the title block and take it over as one step."""
    if (open_map := context.open_map) is None:
        return
    open_map.select({MAP_ID}, MAP_ID)
    values = TitleBlockDialog.ask(open_map.session.document.map, context.window)
    if values is not None:
        with open_map.edit(_("Edit title block")) as edit:
            personas.set_title_block(edit, **values)


ACTIONS: tuple[Action, ...] = (
    Action(
        "add_persona",
        mark("Add persona…"),
        _add_persona,
        has_map,
        hint=mark("Add a person whose journey the map shows"),
        icon="account-plus-outline",
    ),
    Action("edit_persona", mark("Edit persona…"), edit_persona, _has_persona, icon="account-edit-outline"),
    Action("delete_persona", mark("Delete persona"), _delete_persona, _has_persona),
    Action(
        "edit_title_block",
        mark("Edit title block…"),
        edit_title_block,
        has_map,
        hint=mark("Title, scenario, kind of map and review dates"),
        icon="card-text-outline",
    ),
)
