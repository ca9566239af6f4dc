"""A fault of the program itself is a calm line, and the window goes on."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journeymapper.painters.qt import QtPainter
from journeymapper.ui import faults
from journeymapper.ui.dialogs.persona_preview import PersonaPreview
from journeymapper.ui.docks.picture_field import Thumbnail
from journeymapper.ui.main_window import MainWindow


def test_a_fault_is_told_in_a_line_and_written_down(
    map_window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    log = tmp_path / "logs" / "faults.log"
    with faults.keep_running(map_window.windows.say, log):
        try:
            raise ZeroDivisionError("a test of faults")
        except ZeroDivisionError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    assert "Something went wrong" in map_window.status_line.currentMessage()
    assert f"Details: {log}" in map_window.status_line.currentMessage()
    assert "a test of faults" in log.read_text("utf-8")
    assert capsys.readouterr().err == ""


def test_a_log_that_cannot_be_written_is_no_further_fault(
    map_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    (tmp_path / "file").write_text("in the way", "utf-8")
    with faults.keep_running(map_window.windows.say, tmp_path / "file" / "faults.log"):
        sys.excepthook(ValueError, ValueError("x"), None)
    assert "Something went wrong" in map_window.status_line.currentMessage()


@pytest.mark.qt_log_ignore("^QPainter::end: Painter ended with", "^This plugin does not support", extend=True)
def test_no_painter_outlives_a_fault_while_painting(
    map_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that does is deleted some time after the window: that ends the program."""

    def fail(*_what: object, **_how: object) -> None:
        raise ZeroDivisionError("a test of faults")

    viewport = map_window.canvas.viewport()
    with monkeypatch.context() as patched, qtbot.capture_exceptions() as caught:
        patched.setattr(QtPainter, "paint", fail)
        viewport.update()
        QApplication.processEvents()
    assert [kind for kind, _error, _trace in caught] == [ZeroDivisionError]
    assert not viewport.paintingActive()
    viewport.update()
    QApplication.processEvents()
    assert not viewport.paintingActive()


@pytest.mark.parametrize(("kind", "asked"), [(PersonaPreview, "_card"), (Thumbnail, "palette")])
def test_no_painter_outlives_a_fault_in_a_field(
    kind: type[QWidget], asked: str, map_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = kind(map_window)
    monkeypatch.setattr(field, asked, lambda *_width: 1 / 0)
    with qtbot.capture_exceptions() as caught:
        field.show()
        QApplication.processEvents()
        field.hide()
    assert {error for error, *_rest in caught} == {ZeroDivisionError}
    assert not field.paintingActive()
