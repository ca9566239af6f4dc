"""The program as a process: what its command line leads to, and how it ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from journeymapper import app
from tests.maps import small_map

_START = "import sys; from journeymapper.app import main; sys.exit(main())"

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays and signals of Linux")


def environment(folder: Path, **changes: str | None) -> dict[str, str]:
    """Return a user's surroundings with nothing remembered; None takes a variable away."""
    own = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "CACHE", "STATE", "DATA")}
    whole = {**os.environ, **own, "QT_QPA_PLATFORM": "offscreen", **changes}
    return {name: value for name, value in whole.items() if value is not None}


@pytest.mark.parametrize("display", [None, ":987"])
def test_without_a_display_one_plain_line_says_so(tmp_path: Path, display: str | None) -> None:
    surroundings = environment(tmp_path, QT_QPA_PLATFORM=None, WAYLAND_DISPLAY=None, DISPLAY=display)
    done = subprocess.run(
        [sys.executable, "-c", _START],
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    [line] = done.stderr.splitlines()
    assert "no display" in line


def test_commands_never_load_the_windows(tmp_path: Path) -> None:
    watch = (
        "import sys; from journeymapper.app import main\n"
        "try: main(['--version'])\n"
        "except SystemExit: pass\n"
        "sys.exit('PySide6.QtWidgets' in sys.modules)"
    )
    surroundings = environment(tmp_path, QT_QPA_PLATFORM=None, WAYLAND_DISPLAY=None, DISPLAY=None)
    done = subprocess.run(
        [sys.executable, "-c", watch],
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout.split()[0]) == (0, "journeymapper")


@pytest.mark.parametrize(
    ("name", "cancel", "direction"),
    [
        ("de_DE", "Abbrechen", Qt.LayoutDirection.LeftToRight),
        ("ar_EG", "ألغِ", Qt.LayoutDirection.RightToLeft),
    ],
)
def test_qts_own_words_and_the_direction_are_those_of_the_language(
    qapp: QApplication, name: str, cancel: str, direction: Qt.LayoutDirection
) -> None:
    before = qapp.layoutDirection()
    try:
        app._speak(qapp, QLocale(name))
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == cancel
        assert qapp.layoutDirection() is direction
    finally:
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)
            translator.deleteLater()
        qapp.setLayoutDirection(before)


def test_the_window_opens_the_file_and_ctrl_c_ends_it(tmp_path: Path) -> None:
    from journeymapper.files import native  # noqa: PLC0415

    native.save(small_map(), tmp_path / "bicycle.journey")
    with subprocess.Popen(
        [sys.executable, "-c", _START, str(tmp_path / "bicycle.journey")],
        env=environment(tmp_path),
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        settings = tmp_path / "CONFIG" / "journeymapper" / "settings.json"
        thumbnails = tmp_path / "CACHE" / "journeymapper" / "maps"
        while not list(thumbnails.glob("*.png")):
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        _out, complaints = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "Traceback" not in complaints
    assert "bicycle.journey" in settings.read_text("utf-8")
