"""Actions of the Edit menu: undo, clipboard, duplicate, delete, select."""

from PySide6.QtGui import QKeySequence

from journeymapper.document.fragment import Fragment
from journeymapper.document.records import Card
from journeymapper.editing import cards, deleting
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui import clipboard, writing
from journeymapper.ui.actions.table import Action, ActionContext, has_map
from journeymapper.ui.chosen import cell_for_cards
from journeymapper.ui.dialogs.questions import PasteQuestion

_Standard = QKeySequence.StandardKey


def _undo(context: ActionContext) -> None:
    if context.open_map is not None:
        context.open_map.session.undo()


def _redo(context: ActionContext) -> None:
    if context.open_map is not None:
        context.open_map.session.redo()


def _undo_label(context: ActionContext) -> str | None:
    return context.open_map.session.history.undo_label if context.open_map else None


def _redo_label(context: ActionContext) -> str | None:
    return context.open_map.session.history.redo_label if context.open_map else None


def _undo_words(context: ActionContext) -> str:
    label = _undo_label(context)
    return _("Undo “{edit}”").format(edit=label) if label else _("Undo")


def _redo_words(context: ActionContext) -> str:
    label = _redo_label(context)
    return _("Redo “{edit}”").format(edit=label) if label else _("Redo")


def _has_cards(context: ActionContext) -> bool:
    return bool(context.chosen.of(Card))


def _has_deletable(context: ActionContext) -> bool:
    return any(context.chosen.of(kind) for kind in deleting.DELETABLE)


def _can_copy(context: ActionContext) -> bool:
    return _has_cards(context) or writing.text_field() is not None


def _can_cut(context: ActionContext) -> bool:
    return _can_copy(context)


def _can_paste(context: ActionContext) -> bool:
    return has_map(context) or writing.text_field() is not None


def _copy(context: ActionContext) -> None:
    if field := writing.text_field():
        field.copy()
    elif context.open_map is not None and (count := clipboard.copy(context.open_map)):
        context.window.say(ngettext("{count} card copied", "{count} cards copied", count).format(count=count))


def _cut(context: ActionContext) -> None:
    if field := writing.text_field():
        field.cut()
    elif context.open_map is not None and clipboard.copy(context.open_map):
        ids = context.chosen.of(Card)
        with context.open_map.edit(ngettext("Cut card", "Cut cards", len(ids))) as edit:
            cards.delete(edit, ids)


def _paste(context: ActionContext) -> None:
    if field := writing.text_field():
        field.paste()
        return
    carried = clipboard.cards_on_it()
    if carried is None or not carried.cards:
        _paste_text(context)
    else:
        _paste_into_cell(context, carried)


def _paste_text(context: ActionContext) -> None:
    if field := writing.text_field():
        writing.insert(field, clipboard.text_on_it())
        return
    text = clipboard.text_on_it()
    count = clipboard.line_count(text)
    if count and clipboard.is_long(text) and not PasteQuestion.ask(count, len(text), context.window):
        return
    if count:
        _paste_into_cell(context, text)


def _paste_into_cell(context: ActionContext, what: Fragment | str) -> None:
    if (open_map := context.open_map) is None or context.canvas is None:
        return
    if (cell := cell_for_cards(open_map)) is None:
        context.window.say(_("Cards cannot stand here: choose a cell in a lane of cards first."))
        return
    if isinstance(what, str):
        pasted = clipboard.paste_text(open_map, what, cell)
    else:
        pasted = clipboard.paste_cards(open_map, what, cell)
    if pasted:
        context.canvas.reveal(pasted[-1])


def _duplicate(context: ActionContext) -> None:
    if (open_map := context.open_map) is None or context.canvas is None:
        return
    ids = context.chosen.of(Card)
    with open_map.edit(ngettext("Duplicate card", "Duplicate cards", len(ids))) as edit:
        copies = cards.duplicate(edit, ids)
    open_map.select(copies, copies[-1], open_map.cell)
    context.canvas.reveal(copies[-1])


def _delete(context: ActionContext) -> None:
    if field := writing.text_field():
        writing.delete_selected(field)
        return
    if (open_map := context.open_map) is None:
        return
    ids = [id_ for kind in deleting.DELETABLE for id_ in context.chosen.of(kind)]
    with open_map.edit(_delete_label(context, len(ids))) as edit:
        deleting.delete(edit, ids)


def _delete_label(context: ActionContext, count: int) -> str:
    if context.chosen.only_kind is Card:
        return ngettext("Delete card", "Delete cards", count)
    return _("Delete")


def _select_all(context: ActionContext) -> None:
    if field := writing.text_field():
        writing.select_all(field)
    elif (open_map := context.open_map) is not None:
        indexes = open_map.session.document.indexes
        standing = [*indexes.cards_in.values(), *indexes.points_at.values()]
        open_map.select((id_ for cell in standing for _key, id_ in cell), open_map.current, open_map.cell)


ACTIONS: tuple[Action, ...] = (
    Action(
        "undo",
        mark("Undo"),
        _undo,
        lambda context: _undo_label(context) is not None,
        hint=mark("Take the last change back"),
        icon="undo",
        keys=(_Standard.Undo,),
        words_now=_undo_words,
    ),
    Action(
        "redo",
        mark("Redo"),
        _redo,
        lambda context: _redo_label(context) is not None,
        hint=mark("Do again what was undone"),
        icon="redo",
        keys=(_Standard.Redo,),
        words_now=_redo_words,
    ),
    Action("cut", mark("Cut"), _cut, _can_cut, icon="content-cut", keys=(_Standard.Cut,), ends_typing=False),
    Action(
        "copy",
        mark("Copy"),
        _copy,
        _can_copy,
        icon="content-copy",
        keys=(_Standard.Copy,),
        ends_typing=False,
    ),
    Action(
        "paste",
        mark("Paste"),
        _paste,
        _can_paste,
        hint=mark("Paste cards, or a card a line of text"),
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
        _has_cards,
        hint=mark("Put a copy of each selected card below it"),
        icon="content-duplicate",
        keys=("Ctrl+D",),
    ),
    Action(
        "delete",
        mark("Delete"),
        _delete,
        _has_deletable,
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
        _can_paste,
        hint=mark("Select all cards and emotion points"),
        icon="select-all",
        keys=(_Standard.SelectAll,),
        ends_typing=False,
    ),
)
