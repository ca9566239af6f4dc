"""Actions on the pictures of cards and personas."""

from journeymapper.document.records import NO_PICTURE, Card, Persona
from journeymapper.i18n import _, mark
from journeymapper.ui import picturing
from journeymapper.ui.actions.table import Action, ActionContext, has_map
from journeymapper.ui.chosen import current_record


def _add(context: ActionContext) -> None:
    if context.open_map is not None:
        picturing.choose_pictures(context.window, context.open_map)


def _add_words(context: ActionContext) -> str:
    """Say that the picture of what alone is selected would be another."""
    is_alone = context.open_map is not None and len(context.open_map.selection) == 1
    return _("Change picture…") if is_alone and _has_picture(context) else _("Add picture…")


def _remove(context: ActionContext) -> None:
    if context.open_map is not None:
        picturing.remove_pictures(context.open_map)


def _has_picture(context: ActionContext) -> bool:
    """Tell whether the card or persona that the keyboard stands on shows a picture."""
    record = current_record(context.open_map) if context.open_map is not None else None
    return isinstance(record, Card | Persona) and record.picture != NO_PICTURE


ACTIONS: tuple[Action, ...] = (
    Action(
        "add_picture",
        mark("Add picture…"),
        _add,
        has_map,
        hint=mark("Show a photo or drawing on the selected card, or each on a new card"),
        icon="image-plus",
        words_now=_add_words,
    ),
    Action(
        "remove_picture",
        mark("Remove picture"),
        _remove,
        _has_picture,
        hint=mark("Take the pictures off the selected cards; their words stay"),
        icon="image-remove",
    ),
)
