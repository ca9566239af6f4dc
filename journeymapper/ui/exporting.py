"""Exports as the user sees them: what, where, how far, and what became of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.exchange.formats import PDF, PNG, FileKind, writer_for
from journeymapper.exchange.options import Cancelled, ExportOptions
from journeymapper.files.problems import disk_words
from journeymapper.i18n import _
from journeymapper.ui.dialogs.export_dialog import PdfDialog, PngDialog, has_personas, has_priorities
from journeymapper.ui.dialogs.file_dialogs import SaveDialog
from journeymapper.ui.dialogs.progress import LongWork
from journeymapper.ui.dialogs.questions import Message
from journeymapper.ui.filing import file_stem, folder_for

if TYPE_CHECKING:
    from journeymapper.ui.actions.table import ActionContext
    from journeymapper.ui.main_window import MainWindow

#: Characters named in a message at most.
_MOST_NAMED = 20


def export_pdf(context: "ActionContext") -> None:
    """Ask how and where, and make a PDF: of all lanes, those too that a presentation keeps back."""
    if context.open_map is None:
        return
    context.window.presenting.leave()
    window, layout = context.window, context.open_map.session.layout
    options = PdfDialog.ask(layout, window.windows.settings.export, window)
    if options is not None:
        remember(window, paper=options.paper)
        if layout.notes:  # without any, nothing was asked
            remember(window, notes="yes" if options.notes else "no")
        if has_personas(layout):
            remember(window, personas="yes" if options.personas else "no")
        if has_priorities(layout):
            remember(window, priorities="yes" if options.priorities else "no")
        _export(window, PDF, options)


def export_png(context: "ActionContext") -> None:
    """Ask how and where, and make a picture, likewise of all lanes."""
    if context.open_map is None:
        return
    context.window.presenting.leave()
    window, layout = context.window, context.open_map.session.layout
    options = PngDialog.ask(layout, window.windows.settings.export, window)
    if options is not None:
        remember(window, dpi=f"{options.dpi:.0f}", transparent="yes" if options.transparent else "no")
        _export(window, PNG, options)


def remember(window: "MainWindow", **chosen: str) -> None:
    """Keep what was chosen for exports and printing."""
    settings = window.windows.settings
    settings.export = {**settings.export, **chosen}
    window.windows.save_settings()


def _export(window: "MainWindow", kind: FileKind, options: ExportOptions) -> None:
    if window.open_map is None:
        return
    proposed = folder_for(window) / (file_stem(window.open_map.session) + kind.suffixes[0])
    path = SaveDialog.ask(_("Export map"), proposed, kind, window)
    if path is not None:
        _write(window, path, options)


def _write(window: "MainWindow", path: Path, options: ExportOptions) -> None:
    write = writer_for(path)
    if write is None or window.open_map is None:
        return
    work = LongWork(_("Exporting {name} …").format(name=path.name), window)
    try:
        missing = write(window.open_map.session.layout, path, options, work)
    except Cancelled:
        window.say(_("The export was cancelled; no file was written."))
    except OSError as error:
        _complain(window, disk_words(error))
    except MemoryError:
        _complain(window, _("there is not enough memory for this; a lower resolution needs less"))
    else:
        window.say(_("Exported to {path}").format(path=path))
        if missing:
            _name_missing(window, missing)
    finally:
        work.close()


def _complain(window: "MainWindow", reason: str) -> None:
    words = _("The map could not be exported: {reason}.").format(reason=reason)
    Message.tell(_("Not exported"), words, _("The map itself is as it was. Try another place."), window)


def _name_missing(window: "MainWindow", missing: frozenset[str]) -> None:
    named = " ".join(sorted(missing)[:_MOST_NAMED])
    Message.tell(
        _("Exported, with gaps"),
        _("No font on this computer has these characters: {characters}").format(characters=named),
        _("They stand as empty boxes. Install a font that has them and export again."),
        window,
    )
