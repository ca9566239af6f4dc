"""Actions of the View menu: zoom, docks, light and dark."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtGui import QKeySequence

from journeymapper.i18n import mark
from journeymapper.ui import appearance
from journeymapper.ui.actions.table import Action, ActionContext, has_map
from journeymapper.ui.appearance import CHOICE_WORDS

_Standard = QKeySequence.StandardKey


def _zoom_in(context: ActionContext) -> None:
    if context.canvas is not None:
        context.canvas.zoom_in()


def _zoom_out(context: ActionContext) -> None:
    if context.canvas is not None:
        context.canvas.zoom_out()


def _fit(context: ActionContext) -> None:
    if context.canvas is not None:
        context.canvas.fit()


def _actual_size(context: ActionContext) -> None:
    if context.canvas is not None:
        context.canvas.actual_size()


def _zoom_to_selection(context: ActionContext) -> None:
    if context.canvas is not None:
        context.canvas.zoom_to_selection()


def _has_selection(context: ActionContext) -> bool:
    return context.open_map is not None and bool(context.open_map.selection)


def _shows_overview(context: ActionContext) -> bool:
    return context.window.windows.settings.show_overview


def _toggle_overview(context: ActionContext) -> None:
    """Show the overview map in all windows, or in none, and remember it."""
    windows = context.window.windows
    windows.settings.show_overview = not windows.settings.show_overview
    windows.save_settings()
    for window in windows.shown:
        if window.canvas is not None:
            window.canvas.overview.want(windows.settings.show_overview)


def _shows_prompts(context: ActionContext) -> bool:
    return context.window.windows.settings.show_prompts


def _toggle_prompts(context: ActionContext) -> None:
    """Show the hints in all windows, or in none, and remember it."""
    windows = context.window.windows
    windows.settings.show_prompts = not windows.settings.show_prompts
    windows.save_settings()
    for window in windows.shown:
        if window.canvas is not None and not window.presenting.is_on:
            window.canvas.show_prompts(windows.settings.show_prompts)


def _toggle_inspector(context: ActionContext) -> None:
    window = context.window
    if window.docks.shows(window.inspector):
        window.inspector.hide()
    else:
        window.inspector.show()
        window.inspector.raise_()


def _toggle_full_screen(context: ActionContext) -> None:
    window = context.window
    if window.isFullScreen():
        window.showNormal()
    else:
        window.showFullScreen()


def _choose_appearance(context: ActionContext, choice: appearance.Choice) -> None:
    context.window.windows.choose_appearance(choice)


def _has_appearance(context: ActionContext, choice: appearance.Choice) -> bool:
    return appearance.choice_named(context.window.windows.settings.appearance) is choice


def _appearance_actions() -> Iterator[Action]:
    for choice, words in CHOICE_WORDS.items():
        yield Action(
            f"appearance.{choice.value}",
            words,
            partial(_choose_appearance, choice=choice),
            checked=partial(_has_appearance, choice=choice),
            ends_typing=False,
        )


ACTIONS: tuple[Action, ...] = (
    Action(
        "zoom_in",
        mark("Zoom in"),
        _zoom_in,
        has_map,
        icon="magnify-plus-outline",
        keys=(_Standard.ZoomIn, "Ctrl+="),
        ends_typing=False,
    ),
    Action(
        "zoom_out",
        mark("Zoom out"),
        _zoom_out,
        has_map,
        icon="magnify-minus-outline",
        keys=(_Standard.ZoomOut,),
        ends_typing=False,
    ),
    Action(
        "zoom_fit",
        mark("Whole map"),
        _fit,
        has_map,
        hint=mark("Show the whole map"),
        icon="fit-to-page-outline",
        keys=("Ctrl+9",),
        ends_typing=False,
    ),
    Action(
        "zoom_actual",
        mark("Actual size"),
        _actual_size,
        has_map,
        hint=mark("Show the map at 100 %"),
        icon="magnify",
        keys=("Ctrl+0",),
        ends_typing=False,
    ),
    Action(
        "zoom_selection",
        mark("Zoom to selection"),
        _zoom_to_selection,
        _has_selection,
        hint=mark("Show what is selected as large as it fits"),
        keys=("Ctrl+8",),
        ends_typing=False,
    ),
    Action(
        "show_overview",
        mark("Overview map"),
        _toggle_overview,
        has_map,
        hint=mark("Show the whole map small in a corner while only a part of it is in view"),
        ends_typing=False,
        checked=_shows_overview,
    ),
    Action(
        "show_prompts",
        mark("Hints in empty cells"),
        _toggle_prompts,
        has_map,
        hint=mark("Show what could stand in empty cells; it is never printed"),
        ends_typing=False,
        checked=_shows_prompts,
    ),
    Action(
        "show_inspector",
        mark("Inspector"),
        _toggle_inspector,
        has_map,
        hint=mark("Show or hide what is known of the selection"),
        icon="dock-right",
        keys=("Ctrl+I",),
        ends_typing=False,
        checked=lambda context: context.window.docks.shows(context.window.inspector),
    ),
    Action(
        "show_outline",
        mark("Outline"),
        lambda context: context.window.docks.toggle(context.window.docks.outline),
        has_map,
        hint=mark("Show or hide the map as a tree"),
        icon="file-tree-outline",
        keys=("Ctrl+Shift+O",),
        checked=lambda context: context.window.docks.outline.isVisible(),
    ),
    Action(
        "show_table",
        mark("Table"),
        lambda context: context.window.docks.toggle(context.window.docks.table),
        has_map,
        hint=mark("Show or hide the map as a table"),
        icon="table-large",
        keys=("Ctrl+Shift+B",),
        checked=lambda context: context.window.docks.table.isVisible(),
    ),
    Action(
        "next_panel",
        mark("Go to the next panel"),
        lambda context: context.window.docks.go_on(1),
        has_map,
        hint=mark("From the map to the panels beside it and back; Esc leads back to the map"),
        keys=("F6",),
    ),
    Action(
        "previous_panel",
        mark("Go to the previous panel"),
        lambda context: context.window.docks.go_on(-1),
        has_map,
        hint=mark("The same the other way round"),
        keys=("Shift+F6",),
    ),
    Action(
        "go_to_inspector",
        mark("Go to the Inspector"),
        lambda context: context.window.inspector.take_focus(),
        has_map,
        hint=mark("Edit what is known of the selection; Esc leads back to the map"),
        keys=("Ctrl+Shift+I",),
    ),
    Action(
        "full_screen",
        mark("Full screen"),
        _toggle_full_screen,
        keys=("F11",),
        ends_typing=False,
        checked=lambda context: context.window.isFullScreen(),
    ),
    *_appearance_actions(),
)
