"""A fault of the program itself is a calm line, and the window goes on."""

import sys
from pathlib import Path

import pytest

from journeymapper.ui import faults
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
