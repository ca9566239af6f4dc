"""Actions of the clipboard, and duplicating: with cards, and with whole lanes, stages and steps."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence

from journeymapper.document.records import Card, Lane, Persona, Record, Stage, Step
from journeymapper.editing import deleting, duplicating
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui import clipboard, copying, pasting, writing
from journeymapper.ui.actions.table import Action, ActionContext, has_map
from journeymapper.ui.chosen import Chosen
from journeymapper.ui.open_map import OpenMap

_Standard = QKeySequence.StandardKey

_SAID_OF_COPY: dict[str, Callable[[int], str]] = {
    "cards": lambda count: ngettext("{count} card copied", "{count} cards copied", count),
    "lanes": lambda count: ngettext("{count} lane copied", "{count} lanes copied", count),
    "stages": lambda count: ngettext("{count} stage copied", "{count} stages copied", count),
    "steps": lambda count: ngettext("{count} step copied", "{count} steps copied", count),
}
_SAID_OF_CUT: dict[str, Callable[[int], str]] = {
    "cards": lambda count: ngettext("{count} card cut", "{count} cards cut", count),
    "lanes": lambda count: ngettext("{count} lane cut", "{count} lanes cut", count),
    "stages": lambda count: ngettext("{count} stage cut", "{count} stages cut", count),
    "steps": lambda count: ngettext("{count} step cut", "{count} steps cut", count),
}
_CUT: dict[str, Callable[[int], str]] = {
    "cards": lambda count: ngettext("Cut card", "Cut cards", count),
    "lanes": lambda count: ngettext("Cut lane", "Cut lanes", count),
    "stages": lambda count: ngettext("Cut stage", "Cut stages", count),
    "steps": lambda count: ngettext("Cut step", "Cut steps", count),
}
_DUPLICATE: dict[type[Record], Callable[[int], str]] = {
    Card: lambda count: ngettext("Duplicate card", "Duplicate cards", count),
    Lane: lambda count: ngettext("Duplicate lane", "Duplicate lanes", count),
    Stage: lambda count: ngettext("Duplicate stage", "Duplicate stages", count),
    Step: lambda count: ngettext("Duplicate step", "Duplicate steps", count),
    Persona: lambda count: ngettext("Duplicate persona", "Duplicate personas", count),
}


def _has_copyable(context: ActionContext) -> bool:
    return bool(copying.copied_ids(context.chosen))


def _can_copy(context: ActionContext) -> bool:
    return _has_copyable(context) or writing.text_field() is not None


def _can_paste(context: ActionContext) -> bool:
    return has_map(context) or writing.text_field() is not None


def _copy(context: ActionContext) -> None:
    if field := writing.text_field():
        field.copy()
    elif context.open_map is not None:
        carried = copying.copy(context.open_map, context.chosen)
        if not carried.is_empty:
            context.window.say(_SAID_OF_COPY[carried.what](carried.count).format(count=carried.count))


def _cut(context: ActionContext) -> None:
    if field := writing.text_field():
        field.cut()
        return
    if context.open_map is None:
        return
    if reason := clipboard.excess(copying.fragment_of(context.open_map, context.chosen)):
        context.window.say(reason)
        return
    ids = copying.copied_ids(context.chosen)
    carried = copying.copy(context.open_map, context.chosen)
    with context.open_map.edit(_CUT[carried.what](carried.count)) as edit:
        deleting.delete(edit, ids)
    context.window.say(_SAID_OF_CUT[carried.what](carried.count).format(count=carried.count))


def _paste(context: ActionContext) -> None:
    field = writing.text_field()
    if field is None:
        pasting.paste(context.window, clipboard.data())
    elif len(clipboard.text_on_it()) > clipboard.MOST_LETTERS:
        context.window.say(clipboard.too_long_words())
    else:
        field.paste()


def _paste_text(context: ActionContext) -> None:
    field = writing.text_field()
    if field is None:
        pasting.paste(context.window, clipboard.data(), plain=True)
    elif len(clipboard.text_on_it()) > clipboard.MOST_LETTERS:
        context.window.say(clipboard.too_long_words())
    else:
        writing.insert(field, clipboard.text_on_it())


def _copy_as(
    context: ActionContext, copy: Callable[[OpenMap, Chosen], bool], said: str, nothing: str
) -> None:
    if context.open_map is not None:
        context.window.say(_(said) if copy(context.open_map, context.chosen) else _(nothing))


def _duplicate(context: ActionContext) -> None:
    if (open_map := context.open_map) is None or context.canvas is None:
        return
    ids = [id_ for kind in duplicating.DUPLICABLE for id_ in context.chosen.of(kind)]
    kinds = [kind for kind in duplicating.DUPLICABLE if context.chosen.of(kind)]
    label = _DUPLICATE[kinds[0]](len(ids)) if len(kinds) == 1 else _("Duplicate")
    with open_map.edit(label) as edit:
        copies = duplicating.duplicate(edit, ids)
    open_map.select(copies, copies[-1], open_map.cell)
    context.canvas.reveal(copies[-1])


def _has_duplicable(context: ActionContext) -> bool:
    return any(context.chosen.of(kind) for kind in duplicating.DUPLICABLE)


def _copy_as_action(
    name: str, words: str, hint: str, copy: Callable[[OpenMap, Chosen], bool], said: str
) -> Action:
    nothing = mark("There is nothing in it that could be copied this way.")
    run = partial(_copy_as, copy=copy, said=said, nothing=nothing)
    return Action(f"copy_as.{name}", words, run, _has_copyable, hint=hint)


ACTIONS: tuple[Action, ...] = (
    Action(
        "cut",
        mark("Cut"),
        _cut,
        _can_copy,
        hint=mark("Take cards, or whole lanes, stages and steps, to another place or window"),
        icon="content-cut",
        keys=(_Standard.Cut,),
        ends_typing=False,
    ),
    Action(
        "copy",
        mark("Copy"),
        _copy,
        _can_copy,
        hint=mark("Copy cards, or whole lanes, stages and steps"),
        icon="content-copy",
        keys=(_Standard.Copy,),
        ends_typing=False,
    ),
    _copy_as_action(
        "text",
        mark("Text"),
        mark("Copy what is selected as text, a card a line"),
        copying.copy_as_text,
        mark("Copied as text"),
    ),
    _copy_as_action(
        "list",
        mark("Indented list"),
        mark("Copy what is selected as a list: stage, step, lane, card"),
        copying.copy_as_list,
        mark("Copied as an indented list"),
    ),
    _copy_as_action(
        "table",
        mark("Table"),
        mark("Copy what is selected as a table for a spreadsheet"),
        copying.copy_as_table,
        mark("Copied as a table"),
    ),
    _copy_as_action(
        "picture",
        mark("Picture"),
        mark("Copy a picture of what is selected"),
        copying.copy_as_picture,
        mark("Copied as a picture"),
    ),
    Action(
        "paste",
        mark("Paste"),
        _paste,
        _can_paste,
        hint=mark("Paste what was copied here, a card a line of text, or a table"),
        icon="content-paste",
        keys=(_Standard.Paste,),
        ends_typing=False,
    ),
    Action(
        "paste_text",
        mark("Paste as plain text"),
        _paste_text,
        _can_paste,
        hint=mark("Paste the words alone, a card a line"),
        keys=("Ctrl+Shift+V",),
        ends_typing=False,
    ),
    Action(
        "duplicate",
        mark("Duplicate"),
        _duplicate,
        _has_duplicable,
        hint=mark("Put a copy of what is selected beside it"),
        icon="content-duplicate",
        keys=("Ctrl+D",),
    ),
)
