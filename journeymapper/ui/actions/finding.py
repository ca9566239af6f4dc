"""Actions for finding and replacing words, and for looking at a part of the map."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from journeymapper.i18n import mark, ngettext
from journeymapper.ui import writing
from journeymapper.ui.actions.table import Action, ActionContext, has_map

_Standard = QKeySequence.StandardKey

#: What stands for a line feed in text that is selected in Qt's text fields.
_PARAGRAPH_END = "\u2029"


def _find(context: ActionContext) -> None:
    _open_find_bar(context, replacing=False)


def _replace(context: ActionContext) -> None:
    _open_find_bar(context, replacing=True)


def _open_find_bar(context: ActionContext, replacing: bool) -> None:
    """Open the bar with what is selected in a text field, which is kept first where it is on the map."""
    bar = context.window.bars.find_bar
    words = _selected_text(bar)
    if context.canvas is not None:
        context.canvas.let_go()
    bar.open_bar(words, replacing)


def _selected_text(bar: QWidget) -> str:
    """Return what is selected where one writes; "" where that is the bar, or on several lines."""
    field = writing.text_field()
    if field is None or bar.isAncestorOf(field):
        return ""
    words = field.selectedText() if isinstance(field, QLineEdit) else field.textCursor().selectedText()
    return "" if _PARAGRAPH_END in words else words


def _find_next(context: ActionContext) -> None:
    context.window.bars.find_bar.find_next()


def _find_previous(context: ActionContext) -> None:
    context.window.bars.find_bar.find_previous()


def _can_replace(context: ActionContext) -> bool:
    return context.open_map is not None and context.window.bars.find_bar.can_replace


def _replace_one(context: ActionContext) -> None:
    context.window.bars.find_bar.replace_one()


def _replace_all(context: ActionContext) -> None:
    context.window.bars.find_bar.replace_all()


def _toggle_filter(context: ActionContext) -> None:
    bar = context.window.bars.filter_bar
    if bar.isHidden():
        bar.open_bar()
    else:
        bar.close_bar()


def _has_filter_bar(context: ActionContext) -> bool:
    return context.open_map is not None and not context.window.bars.filter_bar.isHidden()


def _is_filtered(context: ActionContext) -> bool:
    return context.open_map is not None and not context.open_map.lens.is_clear


def _clear_filter(context: ActionContext) -> None:
    context.window.bars.filter_bar.clear()


def _can_go_on(context: ActionContext) -> bool:
    return context.open_map is not None and context.window.bars.filter_bar.can_go_on


def _filter_next(context: ActionContext) -> None:
    context.window.bars.filter_bar.go_to_next()


def _filter_previous(context: ActionContext) -> None:
    context.window.bars.filter_bar.go_to_previous()


def _select_filtered(context: ActionContext) -> None:
    """Select what suits and can be seen: what is done to the selection is done before one's eyes."""
    if (open_map := context.open_map) is None:
        return
    ids = open_map.suited.ids(open_map.session.layout.is_open)
    open_map.select(ids, open_map.current, open_map.cell)
    unseen = len(open_map.suited.ids()) - len(ids)
    words = [ngettext("{count} item selected.", "{count} items selected.", len(ids)).format(count=len(ids))]
    if unseen:
        left_out = ngettext(
            "{count} more suits, in a lane that is hidden or collapsed.",
            "{count} more suit, in lanes that are hidden or collapsed.",
            unseen,
        )
        words.append(left_out.format(count=unseen))
    context.window.say(" ".join(words))


ACTIONS: tuple[Action, ...] = (
    Action(
        "find",
        mark("Find…"),
        _find,
        has_map,
        hint=mark("Find words on cards, in their details, names and labels, and of personas"),
        icon="magnify",
        keys=("Ctrl+F",),
        ends_typing=False,
    ),
    Action("find_next", mark("Find next"), _find_next, has_map, keys=(_Standard.FindNext, "F3", "Ctrl+G")),
    Action(
        "find_previous",
        mark("Find previous"),
        _find_previous,
        has_map,
        keys=(_Standard.FindPrevious, "Shift+F3"),
    ),
    Action(
        "replace",
        mark("Replace…"),
        _replace,
        has_map,
        hint=mark("Put other words in the place of those found"),
        icon="find-replace",
        keys=(_Standard.Replace, "Ctrl+Shift+H"),  # macOS has none of its own, and hides windows by Ctrl+H
        ends_typing=False,
    ),
    Action(
        "replace_one",
        mark("Replace this one"),
        _replace_one,
        _can_replace,
        hint=mark("Replace the match you stand on and go on to the next"),
    ),
    Action(
        "replace_all",
        mark("Replace all"),
        _replace_all,
        _can_replace,
        hint=mark("Replace all matches in one step"),
    ),
    Action(
        "filter",
        mark("Filter"),
        _toggle_filter,
        has_map,
        hint=mark("Fade what is not of a persona, channel, tag, evidence or lane role"),
        icon="filter-outline",
        keys=("Ctrl+Shift+F",),
        checked=_has_filter_bar,
    ),
    Action(
        "clear_filter",
        mark("Clear filter"),
        _clear_filter,
        _is_filtered,
        hint=mark("Show everything again"),
        icon="filter-off-outline",
        ends_typing=False,
    ),
    Action(
        "filter_next",
        mark("Next card of the filter"),
        _filter_next,
        _can_go_on,
        hint=mark("Go to the next card that the filter shows"),
    ),
    Action(
        "filter_previous",
        mark("Previous card of the filter"),
        _filter_previous,
        _can_go_on,
        hint=mark("Go to the card before that the filter shows"),
    ),
    Action(
        "select_filtered",
        mark("Select what the filter shows"),
        _select_filtered,
        _is_filtered,
        hint=mark("Select all cards and emotion points in sight that are not faded"),
    ),
)
