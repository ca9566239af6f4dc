"""The kind of a map, and the lanes that are offered for it, in the real window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journeymapper.document.records import Lane, Stage
from journeymapper.guide.stage_sets import stage_sets
from journeymapper.ui.main_window import MainWindow
from tests.ui.canvas.driver import Driver


def choose(window: MainWindow, action: str, words: str) -> None:
    """Choose an entry of a submenu."""
    row = window.action_set.rows[action]
    assert row.choices is not None
    [choice] = [one for one in row.choices(window.action_set._context) if one.words == words]
    choice.run()


def ticked(window: MainWindow, action: str) -> list[str]:
    row = window.action_set.rows[action]
    assert row.choices is not None
    return [one.words for one in row.choices(window.action_set._context) if one.checked]


def lane_names(driver: Driver) -> list[str]:
    return [driver.document.get(id_, Lane).name for _order, id_ in driver.document.indexes.lanes]


def test_another_kind_offers_the_lanes_that_the_map_lacks(map_window: MainWindow) -> None:
    driver, bar = Driver(map_window.canvas), map_window.bars.offer_bar
    before = lane_names(driver)
    assert bar.isHidden()
    choose(map_window, "map_kind", "Service blueprint")
    assert ticked(map_window, "map_kind") == ["Service blueprint"]
    assert bar.isVisible()
    assert "Frontstage" in bar.label.text()
    count = int(bar.add_button.text().split()[1])
    QTest.mouseClick(bar.add_button, Qt.MouseButton.LeftButton)
    assert len(lane_names(driver)) == len(before) + count
    assert bar.isHidden()
    assert map_window.canvas.hasFocus()
    driver.session.undo()
    assert lane_names(driver) == before
    assert driver.document.map.map_kind == "service_blueprint", "the kind is a step of its own"
    driver.session.undo()
    driver.session.redo()
    assert bar.isHidden(), "what is undone and redone asks nothing"


def test_the_offer_can_be_turned_down(map_window: MainWindow) -> None:
    bar = map_window.bars.offer_bar
    choose(map_window, "map_kind", "Future state")
    bar.add_button.setFocus()
    QTest.keyClick(bar.add_button, Qt.Key.Key_Escape)
    assert bar.isHidden()
    choose(map_window, "map_kind", "No kind")
    assert bar.isHidden()


def test_the_keyboard_goes_back_to_the_map_when_the_offer_goes(map_window: MainWindow) -> None:
    bar = map_window.bars.offer_bar
    choose(map_window, "map_kind", "Future state")
    assert bar.add_button.accessibleDescription() == bar.label.text() != ""
    bar.add_button.setFocus()
    map_window.action_set.run("undo")
    assert bar.isHidden()
    assert map_window.canvas.hasFocus()


def test_sets_are_added_from_the_menu(map_window: MainWindow) -> None:
    driver = Driver(map_window.canvas)
    choose(map_window, "add_lane_set", "Current state")
    assert ticked(map_window, "add_lane_set") == ["Current state"]
    assert {"Goals", "Thoughts"} <= set(lane_names(driver))
    stages = len(driver.document.indexes.stages)
    one = stage_sets()[0][0]
    choose(map_window, "add_stage_set", one.name)
    found = [driver.document.get(id_, Stage).name for _order, id_ in driver.document.indexes.stages]
    assert found[stages:] == [stage.name for stage in one.stages]
    assert driver.open_map.current == driver.document.indexes.stages[stages][1]
