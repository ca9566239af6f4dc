"""Text without a window: the application object that Qt's fonts need, where no screen may be."""

import os
import sys

from PySide6.QtGui import QGuiApplication


def start_headless() -> QGuiApplication:
    """Return Qt's application, made without a connection to a display if there is none yet.

    On Linux that is the "offscreen" platform, which uses the system's fonts like any other; elsewhere the
    system's own platform is always at hand, and only it knows the fonts.
    """
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _see_to_utf8()
    return QGuiApplication(["journeymapper"])


def _see_to_utf8() -> None:
    """Choose a locale in UTF-8 where the user's is not: Qt would too, with four lines of complaint."""
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        if chosen := os.environ.get(name):
            if not chosen.lower().replace("-", "").endswith("utf8"):
                os.environ[name] = "C.UTF-8"
            return
    os.environ["LC_CTYPE"] = "C.UTF-8"
