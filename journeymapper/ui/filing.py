"""Opening, saving and closing as the user sees it: asks where, asks whether, says what went wrong."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from journeymapper.document.texts import on_one_line
from journeymapper.exchange.formats import JOURNEY
from journeymapper.files.names import fit_for_files
from journeymapper.files.native import SUFFIX
from journeymapper.files.problems import disk_words
from journeymapper.i18n import _
from journeymapper.session.session import Session
from journeymapper.ui.dialogs.file_dialogs import OpenDialog, SaveDialog
from journeymapper.ui.dialogs.questions import Answer, Message, SaveQuestion

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow


def map_name(session: Session) -> str:
    """Return what a map is called: its title, else its file's name."""
    if title := on_one_line(session.document.map.title):
        return title
    return session.path.stem if session.path else _("Untitled map")


def file_stem(session: Session) -> str:
    """Return the map's name as a file can have it, without a suffix."""
    if session.path:
        return session.path.stem
    return fit_for_files(map_name(session)) or _("Untitled map")


def folder_for(window: "MainWindow") -> Path:
    """Return where a dialog for files begins: by the map, where the user last was, or among the documents."""
    if window.open_map is not None and (path := window.open_map.session.path) is not None:
        return path.parent
    last = window.windows.settings.last_folder
    if last and Path(last).is_dir():
        return Path(last)
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def is_same_file(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to the same file, however they are written."""
    try:
        return one.samefile(other)
    except OSError:
        return one.resolve() == other.resolve()


def ask_and_open(window: "MainWindow") -> None:
    """Ask for files and open them."""
    for path in OpenDialog.ask(folder_for(window), window):
        window.windows.open_file(path, window)


def save(window: "MainWindow") -> bool:
    """Save the map to its file, asking for one when it has none; tell whether it is saved."""
    if window.open_map is None:
        return True
    path = window.open_map.session.path
    return save_as(window) if path is None else _save_to(window, path)


def save_as(window: "MainWindow") -> bool:
    """Ask for a file and save the map to it; tell whether it is saved."""
    if window.open_map is None:
        return True
    session = window.open_map.session
    path = SaveDialog.ask(_("Save map"), folder_for(window) / (file_stem(session) + SUFFIX), JOURNEY, window)
    if path is None:
        return False
    if window.windows.window_of(path) not in {None, window}:
        words = _("“{name}” is open in another window.").format(name=path.name)
        Message.tell(_("Not saved"), words, _("Close it there first, or choose another name."), window)
        return False
    return _save_to(window, path)


def _save_to(window: "MainWindow", path: Path) -> bool:
    open_map = window.open_map
    if open_map is None:
        return False
    try:
        open_map.session.save(path)
    except OSError as error:
        Message.tell(
            _("Not saved"),
            _("The map could not be saved: {reason}.").format(reason=disk_words(error)),
            _("Nothing is lost: the map is still open, and the old file is as it was. Try another place."),
            window,
        )
        return False
    open_map.saved.emit()
    window.windows.remember(path, open_map.session)
    window.say(_("Saved to {path}").format(path=path))
    return True


def may_let_go(window: "MainWindow") -> bool:
    """Tell whether the window's map may be left: saved, unchanged, or given up by the user."""
    if window.canvas is not None:
        window.canvas.let_go()
    if window.open_map is None or not window.open_map.session.is_modified:
        return True
    answer = SaveQuestion.ask(map_name(window.open_map.session), window)
    if answer is Answer.SAVE:
        return save(window)
    return answer is Answer.DISCARD


def close(window: "MainWindow") -> None:
    """Close the map; the last window then shows the start page, another goes."""
    if window.open_map is None or len(window.windows.shown) > 1:
        window.close()
    elif may_let_go(window):
        window.show_start_page()
