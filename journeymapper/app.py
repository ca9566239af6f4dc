"""Where the program begins: a command without a window, or the windows."""

import ctypes
import os
import sys
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.i18n import _, catalogue_language

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

_COULD_NOT = 1


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (else the process's own); return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and (arguments[0] in {"export", "convert", "check"} or arguments[0].startswith("-")):
        from journeymapper import cli  # noqa: PLC0415  # a window does not need it

        return cli.main(arguments)
    if not _has_display():
        print(
            _(
                "journeymapper: there is no display to open a window on; "
                "“journeymapper --help” tells what works without one"
            ),
            file=sys.stderr,
        )
        return _COULD_NOT
    return _show_windows([Path(name) for name in arguments])


def _has_display() -> bool:
    """Tell whether a window can be opened: on Linux that takes an X or a Wayland server that answers."""
    if sys.platform in {"darwin", "win32"} or os.environ.get("QT_QPA_PLATFORM", "xcb").split(":")[0] not in {
        "xcb",
        "wayland",
    }:
        return True
    return _wayland_answers() or _x_answers()


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    return (Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name).is_socket()


def _x_answers() -> bool:
    """Try the X server; Qt itself would end the process where there is none."""
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers: bool = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return answers


def _show_windows(paths: list[Path]) -> int:
    from platformdirs import user_cache_path, user_log_path  # noqa: PLC0415  # as below
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  # commands do without Qt's widgets

    from journeymapper.settings import settings_file  # noqa: PLC0415
    from journeymapper.ui import faults  # noqa: PLC0415
    from journeymapper.ui.interrupts import Interrupts  # noqa: PLC0415
    from journeymapper.ui.windows import Windows  # noqa: PLC0415

    application = QApplication([sys.argv[0]])
    _introduce(application)
    windows = Windows(
        application, settings_file(), user_cache_path("journeymapper", appauthor=False) / "maps"
    )
    log = user_log_path("journeymapper", appauthor=False) / "faults.log"
    listening = Interrupts(windows)
    with faults.keep_running(windows.say, log):
        window = windows.new_window()
        for path in paths:
            windows.open_file(path, window)
        ended = application.exec()
    listening.stop()
    return ended


def _introduce(application: "QApplication") -> None:
    from PySide6.QtCore import QLocale  # noqa: PLC0415  # as above
    from PySide6.QtGui import QIcon  # noqa: PLC0415

    application.setApplicationName("journeymapper")
    application.setDesktopFileName("journeymapper")
    if language := catalogue_language():  # Qt's words follow ours: no window speaks two languages
        _speak(application, QLocale(language))
    with as_file(files("journeymapper.resources") / "icons" / "journeymapper.svg") as icon:
        application.setWindowIcon(QIcon(str(icon)))


def _speak(application: "QApplication", language: "QLocale") -> None:
    """Have Qt's own dialogs and menus speak a language, and the windows run its way."""
    from PySide6.QtCore import QLibraryInfo, QTranslator  # noqa: PLC0415  # as above

    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(language, "qtbase", "_", folder):
        application.installTranslator(translator)
    application.setLayoutDirection(language.textDirection())
