"""Hints in empty cells, as one sees them on the canvas."""

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from journeymapper.editing import prompts
from journeymapper.layout.prompts import prompt_of
from journeymapper.settings import load_settings
from journeymapper.ui.canvas.spoken import spoken
from journeymapper.ui.dialogs.prompt_dialog import PromptDialog
from journeymapper.ui.main_window import MainWindow
from tests.ui.canvas.driver import Driver
from tests.ui.conftest import Answers


def hinted(window: MainWindow) -> tuple[Driver, QRect]:
    """Give a cell a hint; return the driver and where the cell is seen."""
    assert window.canvas is not None
    driver = Driver(window.canvas)
    cell = driver.lane("Actions"), driver.step("Searches")
    with driver.open_map.edit("Hint") as edit:
        prompts.put(edit, *cell, "What do they type into a search engine?")
    driver.open_map.select((), cell=cell)
    window.canvas.reveal_cursor()
    driver.open_map.select(())
    rect = window.canvas.view.to_view(window.canvas.map_layout.cell_rect(*cell)).toAlignedRect()
    return driver, rect


def seen(window: MainWindow, rect: QRect) -> QImage:
    assert window.canvas is not None
    return window.canvas.viewport().grab(rect).toImage()


def test_hints_are_shown_or_not_and_that_is_remembered(map_window: MainWindow) -> None:
    _driver, rect = hinted(map_window)
    action = map_window.action_set.by_id["show_prompts"]
    assert action.isChecked()
    with_hint = seen(map_window, rect)
    action.trigger()
    without = seen(map_window, rect)
    assert with_hint != without
    assert not load_settings(map_window.windows._settings_path).show_prompts
    action.trigger()
    assert seen(map_window, rect) == with_hint


def test_typing_into_the_cell_takes_the_place_of_its_hint(map_window: MainWindow) -> None:
    driver, rect = hinted(map_window)
    with_hint = seen(map_window, rect)
    driver.open_map.select((), cell=(driver.lane("Actions"), driver.step("Searches")))
    assert spoken(driver.open_map).endswith("Hint: What do they type into a search engine?")
    driver.type("Asks")
    driver.key(Qt.Key.Key_Escape)
    driver.open_map.select(())
    assert driver.card("Asks") is not None
    written = seen(map_window, rect)
    assert written != with_hint
    map_window.action_set.by_id["show_prompts"].trigger()
    assert seen(map_window, rect) == written


def test_nothing_hints_while_the_map_is_presented(map_window: MainWindow) -> None:
    hinted(map_window)
    canvas = map_window.canvas
    assert canvas is not None
    present = map_window.presenting
    present.begin()
    shown = canvas.viewport().grab().toImage()
    canvas.show_prompts(True)
    assert canvas.viewport().grab().toImage() != shown
    canvas.show_prompts(False)
    present.leave()
    assert map_window.action_set.by_id["show_prompts"].isChecked()
    assert canvas._sheet.shows_prompts


def test_a_hint_is_written_changed_and_taken_away(map_window: MainWindow, answers: Answers) -> None:
    driver = Driver(map_window.canvas)
    cell = driver.lane("Actions"), driver.step("Searches")
    action = map_window.action_set.by_id["edit_prompt"]
    driver.open_map.select(())
    map_window.refresh_actions()
    assert not action.isEnabled()
    driver.open_map.select((), cell=cell)
    answers.prepare(PromptDialog, "Whom do they ask?", None, "")
    action.trigger()
    assert prompt_of(driver.document, *cell) == "Whom do they ask?"
    action.trigger()
    assert prompt_of(driver.document, *cell) == "Whom do they ask?", "given up"
    action.trigger()
    assert prompt_of(driver.document, *cell) == ""
    assert [asked[1] for _name, asked in answers.asked] == ["", "Whom do they ask?", "Whom do they ask?"]
    driver.session.undo()
    assert prompt_of(driver.document, *cell) == "Whom do they ask?"


def test_the_dialog_shows_the_hint_and_gives_it_back(map_window: MainWindow) -> None:
    dialog = PromptDialog("Actions, Searches", "Why?", map_window)
    assert dialog.line.text() == "Why?"
    QTest.keyClicks(dialog.line, " And then? ")
    QTimer.singleShot(0, dialog.accept)
    assert dialog.answer() == "And then?"
