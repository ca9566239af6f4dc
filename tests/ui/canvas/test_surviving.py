"""A fault in a handler of the canvas is told, and the program lives: tried in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import journeymapper

_PROGRAM = """
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from journeymapper.ui import faults
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.open_map import OpenMap
from tests.maps import small_map

application = QApplication(["journeymapper"])
canvas = Canvas(OpenMap(Session(small_map(), QtShaper())))
canvas.show()


def fail(*_anything):
    return [][1]


def key(watched):
    return watched, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)


def press(watched):
    at, left = QPointF(5, 5), Qt.MouseButton.LeftButton
    kind = QEvent.Type.MouseButtonPress
    return watched, QMouseEvent(kind, at, at, left, left, Qt.KeyboardModifier.NoModifier)


what = sys.argv[2]
if what == "key":
    canvas._keys.press = fail
    event = key(canvas)
elif what == "mouse":
    canvas._hand.press = fail
    event = press(canvas.viewport())
else:
    canvas.edit_text("card-1")
    canvas.text_box._obey = fail
    event = key(canvas.text_box)
QTimer.singleShot(0, lambda: QCoreApplication.postEvent(*event))
QTimer.singleShot(50, application.quit)
with faults.keep_running(print, Path(sys.argv[1])):
    application.exec()
print("lives")
"""


@pytest.mark.parametrize("what", ["key", "mouse", "text box"])
def test_a_fault_in_a_handler_is_told_and_the_program_lives(tmp_path: Path, what: str) -> None:
    root = Path(journeymapper.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(tmp_path / "faults.log"), what],
        cwd=root,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Something went wrong" in done.stdout
    assert done.stdout.rstrip().endswith("lives")
    assert "IndexError" in (tmp_path / "faults.log").read_text("utf-8")
