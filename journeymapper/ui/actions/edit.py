"""Actions of the Edit menu: undo, delete, select."""

from PySide6.QtGui import QKeySequence

from journeymapper.document.records import (
    Card,
    EmotionPoint,
    Lane,
    Link,
    Parked,
    Persona,
    Record,
    Stage,
    Step,
)
from journeymapper.editing import deleting
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui import writing
from journeymapper.ui.actions.people import delete_personas
from journeymapper.ui.actions.table import Action, ActionContext, has_map
from journeymapper.ui.widening import select_wider

_Standard = QKeySequence.StandardKey


def _undo(context: ActionContext) -> None:
    """Take the last bit of typing back where one writes on the map, else the last change."""
    if box := writing.text_box():
        box.undo()
    elif context.open_map is not None:
        _end_typing(context)
        context.open_map.session.undo()


def _redo(context: ActionContext) -> None:
    if box := writing.text_box():
        box.redo()
    elif context.open_map is not None:
        _end_typing(context)
        context.open_map.session.redo()


def _end_typing(context: ActionContext) -> None:
    context.window.docks.let_go()
    if context.canvas is not None:
        context.canvas.let_go()


def _can_undo(context: ActionContext) -> bool:
    box = writing.text_box()
    return _undo_label(context) is not None or (box is not None and box.can_undo_typing)


def _can_redo(context: ActionContext) -> bool:
    box = writing.text_box()
    return box.can_redo_typing if box is not None else _redo_label(context) is not None


def _undo_label(context: ActionContext) -> str | None:
    return context.open_map.session.history.undo_label if context.open_map else None


def _redo_label(context: ActionContext) -> str | None:
    return context.open_map.session.history.redo_label if context.open_map else None


def _undo_words(context: ActionContext) -> str:
    box = writing.text_box()
    if box is not None and box.can_undo_typing:
        return _("Undo typing")
    label = _undo_label(context)
    return _("Undo “{edit}”").format(edit=label) if label else _("Undo")


def _redo_words(context: ActionContext) -> str:
    if writing.text_box() is not None:
        return _("Redo typing")
    label = _redo_label(context)
    return _("Redo “{edit}”").format(edit=label) if label else _("Redo")


def _has_deletable(context: ActionContext) -> bool:
    return any(context.chosen.of(kind) for kind in deleting.DELETABLE)


def _can_delete(context: ActionContext) -> bool:
    return _has_deletable(context) or writing.text_field() is not None


def _can_select_all(context: ActionContext) -> bool:
    return has_map(context) or writing.text_field() is not None


def _delete(context: ActionContext) -> None:
    if field := writing.text_field():
        writing.delete_selected(field)
        return
    if (open_map := context.open_map) is None:
        return
    ids = [id_ for kind in deleting.DELETABLE for id_ in context.chosen.of(kind)]
    if context.chosen.only_kind is Persona:
        delete_personas(context, ids)
        return
    with open_map.edit(_delete_label(context.chosen.only_kind, len(ids)).format(count=len(ids))) as edit:
        deleting.delete(edit, ids)


def _delete_label(kind: type[Record] | None, count: int) -> str:
    labels: dict[type[Record] | None, str] = {
        Card: ngettext("Delete card", "Delete {count} cards", count),
        EmotionPoint: ngettext("Delete emotion point", "Delete {count} emotion points", count),
        Step: ngettext("Delete step", "Delete {count} steps", count),
        Stage: ngettext("Delete stage", "Delete {count} stages", count),
        Lane: ngettext("Delete lane", "Delete {count} lanes", count),
        Persona: ngettext("Delete persona", "Delete {count} personas", count),
        Link: ngettext("Delete link", "Delete {count} links", count),
        Parked: ngettext("Delete thought", "Delete {count} thoughts", count),
    }
    return labels.get(kind) or ngettext("Delete item", "Delete {count} items", count)


def _select_all(context: ActionContext) -> None:
    if field := writing.text_field():
        writing.select_all(field)
    elif context.open_map is not None:
        select_wider(context.open_map)


ACTIONS: tuple[Action, ...] = (
    Action(
        "undo",
        mark("Undo"),
        _undo,
        _can_undo,
        hint=mark("Take the last change back"),
        icon="undo",
        keys=(_Standard.Undo,),
        ends_typing=False,
        words_now=_undo_words,
    ),
    Action(
        "redo",
        mark("Redo"),
        _redo,
        _can_redo,
        hint=mark("Do again what was undone"),
        icon="redo",
        keys=(_Standard.Redo, "Ctrl+Y"),
        ends_typing=False,
        words_now=_redo_words,
    ),
    Action(
        "delete",
        mark("Delete"),
        _delete,
        _can_delete,
        hint=mark("Delete what is selected"),
        icon="trash-can-outline",
        keys=("Del", "Backspace"),
        on_canvas=True,
        ends_typing=False,
    ),
    Action(
        "select_all",
        mark("Select all"),
        _select_all,
        _can_select_all,
        hint=mark("Select all in the cell; again for the lane, and again for the whole map"),
        icon="select-all",
        keys=(_Standard.SelectAll,),
        ends_typing=False,
    ),
)
