"""Light and dark, and what windows remember."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.style.colours import contrast
from journeymapper.ui import appearance
from journeymapper.ui.appearance import DARK, LIGHT, Appearance, Choice
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.windows import Windows

_GROUNDS = (QPalette.ColorRole.Window, QPalette.ColorRole.Base, QPalette.ColorRole.Button)


def test_dark_makes_the_window_dark_and_leaves_the_paper_white(map_window: MainWindow, qtbot: QtBot) -> None:
    canvas = map_window.canvas
    canvas.fit()
    paper = canvas.viewport().rect().center()
    map_window.action_set.by_id["appearance.dark"].trigger()
    assert map_window.action_set.by_id["appearance.dark"].isChecked()
    assert not map_window.action_set.by_id["appearance.light"].isChecked()
    qtbot.waitUntil(lambda: map_window.palette().window().color().lightness() < 80)
    picture = canvas.grab().toImage()
    assert picture.pixelColor(2, 2).lightness() < 80, "the desk"
    across = [picture.pixelColor(x, paper.y()).name() for x in range(picture.width())]
    on_paper = across[across.index("#ffffff") : len(across) - across[::-1].index("#ffffff")]
    assert len(on_paper) > picture.width() / 2
    assert on_paper.count("#ffffff") > len(on_paper) / 3, "cards and lines lie on white"
    assert across[0] != "#ffffff"
    icon = map_window.action_set.by_id["new"].icon().pixmap(20).toImage()
    inked = [
        icon.pixelColor(x, y)
        for x in range(icon.width())
        for y in range(icon.height())
        if icon.pixelColor(x, y).alpha() > 200
    ]
    assert inked
    assert all(colour.lightness() > 150 for colour in inked)
    map_window.action_set.by_id["appearance.light"].trigger()
    qtbot.waitUntil(lambda: map_window.palette().window().color().lightness() > 200)


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK])
def test_words_can_be_read_on_every_ground(qapp: QApplication, choice: Choice) -> None:
    look = appearance.apply(qapp, choice)
    palette = qapp.palette()
    for ground in (palette.color(role).name() for role in _GROUNDS):
        assert contrast(palette.color(QPalette.ColorRole.Text).name(), ground) > 7
        assert contrast(look.muted, ground) > 4.5
        assert contrast(look.warning, ground) > 4.5
    marked = palette.color(QPalette.ColorRole.Highlight).name()
    assert contrast(palette.color(QPalette.ColorRole.HighlightedText).name(), marked) > 4
    appearance.apply(qapp, Choice.SYSTEM)


def test_the_appearance_is_remembered(make_windows: Callable[[], Windows]) -> None:
    first = make_windows()
    first.choose_appearance(Choice.DARK)
    second = make_windows()
    assert second.appearance is DARK
    assert isinstance(LIGHT, Appearance)


def test_an_unknown_choice_follows_the_system() -> None:
    assert appearance.choice_named("sepia") is Choice.SYSTEM


def test_size_and_docks_are_remembered(
    make_windows: Callable[[], Windows], map_file: Path, qtbot: QtBot
) -> None:
    first = make_windows()
    window = first.new_window()
    qtbot.waitUntil(window.isActiveWindow)
    window.resize(761, 737)
    qtbot.waitUntil(lambda: window.width() == 761)
    first.open_file(map_file, window)
    window.inspector.hide()
    assert first.quit()
    second = make_windows()
    window = second.new_window()
    assert (window.width(), window.height()) == (761, 737)
    second.open_file(map_file, window)
    assert not window.inspector.isVisible()


def test_settings_that_cannot_be_read_are_as_good_as_none(
    make_windows: Callable[[], Windows], tmp_path: Path
) -> None:
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "settings.json").write_text('{"recent": 7, "geometry": "ÿ"}', "utf-8")
    window = make_windows().new_window()
    assert window.isVisible()
    assert window.windows.settings.recent == []


def test_the_zoom_is_shown_and_changed_from_the_foot_of_the_window(map_window: MainWindow) -> None:
    line = map_window.status_line
    map_window.action_set.by_id["zoom_actual"].trigger()
    assert line.zoom_button.text() == "100 %"
    map_window.action_set.by_id["zoom_in"].trigger()
    assert line.zoom_button.text() == f"{round(100 * map_window.canvas.zoom)} %"
    assert map_window.canvas.zoom > 1
    line.zoom_button.click()
    assert map_window.canvas.zoom == 1
    map_window.action_set.by_id["zoom_fit"].trigger()
    assert map_window.canvas.zoom != 1
