"""Actions on personas and the title block."""

from collections.abc import Collection
from functools import partial

from journeymapper.document.records import MAP_ID, Persona
from journeymapper.document.texts import on_one_line
from journeymapper.editing import moving, personas
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.actions.table import Action, ActionContext, has_map
from journeymapper.ui.dialogs.persona_dialog import PersonaDialog
from journeymapper.ui.dialogs.title_block_dialog import TitleBlockDialog
from journeymapper.ui.persona_words import deleted_words


def persona_of(context: ActionContext) -> str:
    """Return the selected persona, or the only one there is, or ""."""
    if context.open_map is None:
        return ""
    if chosen := context.chosen.of(Persona):
        return chosen[0]
    known = context.open_map.session.document.indexes.personas
    return known[0][1] if len(known) == 1 else ""


def _has_persona(context: ActionContext) -> bool:
    return bool(persona_of(context))


def _chosen(context: ActionContext) -> tuple[str, ...]:
    """Return the selected personas, or the only one there is."""
    one = persona_of(context)
    return context.chosen.of(Persona) or ((one,) if one else ())


def _add_persona(context: ActionContext) -> None:
    _ask(context, "", _("Add persona"))


def edit_persona(context: ActionContext) -> None:
    """Ask for the personas' particulars, beginning with the one in question; take them over as one step."""
    if id_ := persona_of(context):
        _ask(context, id_, _("Edit personas"))


def _ask(context: ActionContext, persona: str, label: str) -> None:
    """Show the dialog, with this persona or "": a new one."""
    if (open_map := context.open_map) is None:
        return
    wanted = PersonaDialog.ask(open_map, persona, context.window)
    if wanted is None:
        return
    with open_map.edit(label) as edit:
        ids, gone = personas.rewrite(edit, wanted.personas, wanted.pictures)
    known = [each.id for each in wanted.personas]
    if wanted.current in known:
        current = ids[known.index(wanted.current)]
        open_map.select({current}, current)
    if gone.personas:
        context.window.say(deleted_words(gone))


def delete_personas(context: ActionContext, ids: Collection[str]) -> None:
    """Delete personas as one step, and say what became of their cards and points."""
    if (open_map := context.open_map) is None:
        return
    name = on_one_line(open_map.session.document.get(min(ids), Persona).name)
    label = ngettext("Delete persona", "Delete {count} personas", len(ids))
    with open_map.edit(label.format(count=len(ids))) as edit:
        gone = personas.delete_all(edit, ids)
    context.window.say(deleted_words(gone, name))


def _delete_persona(context: ActionContext) -> None:
    if ids := _chosen(context):
        delete_personas(context, ids)


def _move(context: ActionContext, by: int) -> None:
    if context.open_map is None:
        return
    ids = _chosen(context)
    label = ngettext("Move persona", "Move {count} personas", len(ids))
    with context.open_map.edit(label.format(count=len(ids))) as edit:
        moving.move_personas(edit, ids, by)


def _can_move(context: ActionContext) -> bool:
    """Tell whether there are personas to change places."""
    if context.open_map is None or len(context.open_map.session.document.indexes.personas) < 2:
        return False
    return bool(_chosen(context))


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
    Action(
        "edit_persona",
        mark("Edit persona…"),
        edit_persona,
        _has_persona,
        hint=mark("All that is known of a persona, and of the others"),
        icon="account-edit-outline",
    ),
    Action("move_persona_left", mark("Move persona left"), partial(_move, by=-1), _can_move),
    Action("move_persona_right", mark("Move persona right"), partial(_move, by=1), _can_move),
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
