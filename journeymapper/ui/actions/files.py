"""Actions of the File menu."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QKeySequence

from journeymapper.guide.examples import examples
from journeymapper.i18n import mark
from journeymapper.ui import exporting, filing, new_maps, printing, templating
from journeymapper.ui.actions.table import Action, ActionContext, Choice, has_map

_Standard = QKeySequence.StandardKey


def _new(context: ActionContext) -> None:
    new_maps.ask_and_begin(context.window)


def _new_by_questions(context: ActionContext) -> None:
    new_maps.ask_and_begin(context.window, by_questions=True)


def _open(context: ActionContext) -> None:
    filing.ask_and_open(context.window)


def _examples(context: ActionContext) -> Sequence[Choice]:
    window = context.window
    found, _problems = examples()
    return [
        Choice(one.title, partial(window.windows.open_example, window, one.path), one.scenario)
        for one in found
    ]


def _recent(context: ActionContext) -> Sequence[Choice]:
    windows = context.window.windows
    return [
        Choice(Path(name).name, partial(windows.open_recent, name, context.window), name)
        for name in windows.settings.recent
    ]


def _has_recent(context: ActionContext) -> bool:
    return bool(context.window.windows.settings.recent)


def _save(context: ActionContext) -> None:
    filing.save(context.window)


def _save_as(context: ActionContext) -> None:
    filing.save_as(context.window)


def _can_save(context: ActionContext) -> bool:
    if context.open_map is None:
        return False
    session = context.open_map.session
    return session.is_modified or session.path is None or context.window.docks.is_writing


def _close(context: ActionContext) -> None:
    filing.close(context.window)


def _quit(context: ActionContext) -> None:
    context.window.windows.quit()


ACTIONS: tuple[Action, ...] = (
    Action(
        "new",
        mark("New map…"),
        _new,
        hint=mark("Start a map from a template"),
        icon="file-plus-outline",
        keys=(_Standard.New,),
    ),
    Action(
        "new_by_questions",
        mark("New map by three questions…"),
        _new_by_questions,
        hint=mark("Say whose journey it is, from what to what, and for which business"),
        icon="comment-question-outline",
    ),
    Action(
        "open",
        mark("Open…"),
        _open,
        hint=mark("Open a map or a Mermaid journey"),
        icon="folder-open-outline",
        keys=(_Standard.Open,),
    ),
    Action("open_recent", mark("Open recent"), enabled=_has_recent, choices=_recent, ends_typing=False),
    Action("examples", mark("Examples"), choices=_examples, ends_typing=False, icon="map-outline"),
    Action(
        "save",
        mark("Save"),
        _save,
        _can_save,
        hint=mark("Save the map to its file"),
        icon="content-save-outline",
        keys=(_Standard.Save,),
    ),
    Action("save_as", mark("Save as…"), _save_as, has_map, keys=("Ctrl+Shift+S",)),
    Action(
        "save_as_template",
        mark("Save as template…"),
        templating.save_as_template,
        has_map,
        hint=mark("Keep the map, or its stages and lanes, to begin new maps with"),
        icon="file-star-outline",
    ),
    Action(
        "manage_templates",
        mark("Manage templates…"),
        templating.manage,
        hint=mark("Rename, describe, delete and hand on your own templates"),
    ),
    Action(
        "export_pdf",
        mark("Export PDF…"),
        exporting.export_pdf,
        has_map,
        hint=mark("Make a PDF of the map"),
        icon="file-export-outline",
        keys=("Ctrl+E",),
    ),
    Action(
        "export_png",
        mark("Export picture…"),
        exporting.export_png,
        has_map,
        hint=mark("Make a PNG picture of the map"),
        icon="file-image-outline",
        keys=("Ctrl+Shift+E",),
    ),
    Action(
        "print_preview",
        mark("Print preview…"),
        printing.preview,
        has_map,
        icon="printer-search",
        keys=("Ctrl+Shift+P",),
    ),
    Action(
        "print",
        mark("Print…"),
        printing.ask_and_print,
        has_map,
        icon="printer-outline",
        keys=(_Standard.Print,),
    ),
    Action(
        "print_notes",
        mark("Print notes"),
        printing.toggle_notes,
        printing.has_notes,
        hint=mark("Print the cards' notes, numbered, on pages after the map"),
        checked=printing.prints_notes,
    ),
    Action(
        "print_personas",
        mark("Print personas"),
        printing.toggle_personas,
        printing.can_print_personas,
        hint=mark("Print a page for each persona after the map"),
        checked=printing.prints_personas,
    ),
    Action("close", mark("Close"), _close, keys=("Ctrl+W",)),
    Action("quit", mark("Quit"), _quit, keys=("Ctrl+Q",)),
)
