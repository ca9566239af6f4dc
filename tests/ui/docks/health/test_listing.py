"""The findings in the window: their count at the foot, and the list that keeps its place."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymapper.editing import cards, lanes, personas, stages
from journeymapper.editing.beginning import new_map
from journeymapper.guide.health.rule import rules
from journeymapper.ui import appearance
from journeymapper.ui.main_window import MainWindow
from tests.guide.health.maps import sound_map
from tests.ui.docks.health.conftest import HealthHand, poor_map

UNRATED = "Touchpoints that are not rated for importance and impact"
PAINS = "Pain points without an answer"


def test_the_count_at_the_foot_is_that_of_the_rows_and_follows_edits_and_undo(health: HealthHand) -> None:
    count = len(health.listed())
    assert count < health.checking.count
    assert health.button.isVisible()
    assert health.button.text() == f"{count} findings" == health.dock.words.text()
    assert health.button.accessibleName() == f"Health check: {count} findings"
    assert health.button.toolTip().endswith("(F7)")
    with health.open_map.edit("Rate") as edit:
        cards.set_fields(edit, ["card-1", "card-2"], importance=2, impact=2)
    assert health.button.text() == f"{count} findings", "nothing flickers while the map is being looked at"
    health.settle()
    assert health.button.text() == f"{count - 1} findings"
    assert len(health.listed()) == count - 1
    health.open_map.session.undo()
    health.settle()
    assert health.button.text() == f"{count} findings" == health.dock.words.text()


def test_more_places_are_no_more_findings(health: HealthHand) -> None:
    counts = []
    for _time in range(2):
        with health.open_map.edit("Add") as edit:
            for number in range(5):
                cards.add(edit, "lane-3", "step-2", f"Pain {number}", severity=1)
        health.settle()
        counts.append((health.button.text(), health.dock.words.text(), len(health.listed())))
    assert f"{PAINS} (12)" in health.listed()
    rows = counts[0][2]
    assert counts == 2 * [(f"{rows} findings", f"{rows} findings", rows)]


def test_findings_stand_by_severity_and_rule_and_several_of_a_rule_together(health: HealthHand) -> None:
    listed = health.listed()
    assert listed[:2] == ["The map has no persona", "The map has no scenario"]
    assert {f"{UNRATED} (2)", f"{PAINS} (2)", "Empty steps (2)"} <= set(listed)
    model = health.dock.tree.findings
    headings = [
        (row, model.index(row, 0).data())
        for row in range(model.rowCount())
        if not model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsEnabled
    ]
    assert headings[0] == (0, "Serious")
    assert [words for _row, words in headings] == ["Serious", "Warnings", "Hints"]
    spoken = health.index(UNRATED).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"warning: {UNRATED}, 2 places"


def test_every_rule_that_can_find_several_has_words_for_them() -> None:
    wordless = [rule.id for rule in rules()[0] if rule.finder.subject != "map" and not rule.several]
    assert wordless == []


def test_the_list_keeps_its_place_and_the_keyboard_while_findings_come_and_go(health: HealthHand) -> None:
    health.stand_on(PAINS)
    health.press(Qt.Key.Key_Return)
    health.press(Qt.Key.Key_Down)
    assert health.current == "“Too small” at “Sees” in stage “Awareness” has no answer yet"
    place = health.dock.tree.visualRect(health.dock.tree.currentIndex())
    with health.open_map.edit("Change") as edit:
        stages.rename(edit, "stage-1", "Discovery")
        cards.set_fields(edit, ["card-1", "card-2"], importance=2, impact=2)
    health.settle()
    assert UNRATED not in " ".join(health.listed())
    assert health.current == "“Too small” at “Sees” in stage “Discovery” has no answer yet"
    assert health.dock.tree.visualRect(health.dock.tree.currentIndex()).y() == place.y()
    assert health.dock.tree.hasFocus()
    with health.open_map.edit("Delete") as edit:
        cards.delete(edit, ["card-3"])
    health.settle()
    assert health.current == "“Too slow” at “Searches” in stage “Discovery” has no answer yet"
    health.open_map.session.undo()
    health.settle()
    assert health.current == PAINS
    assert health.listed()
    with health.open_map.edit("Delete") as edit:
        lanes.delete(edit, "lane-3")
    health.settle()
    assert health.current, "one stands on what took the place"
    assert health.dock.tree.hasFocus()


def test_nothing_found_says_when_and_an_empty_map_what_to_do_first(health: HealthHand, qtbot: QtBot) -> None:
    window = health.window
    window.windows.show_new(sound_map(), window)
    sound = HealthHand(window, qtbot)
    sound.dock.take_focus()
    assert sound.dock.words.text().startswith("No findings: ")
    assert sound.button.text() == "No findings"
    assert not sound.dock.tree.isVisible()
    assert not sound.dock.details.isVisible()
    assert sound.dock.has_keyboard
    window.windows.show_new(new_map(), window)
    empty = HealthHand(window, qtbot)
    assert empty.dock.words.text().startswith("There is nothing to check yet.")
    assert not empty.button.isVisible()
    window.show_start_page()
    assert not empty.button.isVisible()


def test_the_keyboard_stays_in_the_dock_when_the_last_finding_goes(health: HealthHand, qtbot: QtBot) -> None:
    document = sound_map()
    with document.edit("Break") as edit:
        cards.set_fields(edit, ["card-6"], impact=0)
    health.window.windows.show_new(document, health.window)
    hand = HealthHand(health.window, qtbot)
    hand.dock.take_focus()
    assert hand.current == (
        "“Touchpoint 0” at “Sees” in stage “Awareness” is not rated for importance and impact"
    )
    with hand.open_map.edit("Mend") as edit:
        cards.set_fields(edit, ["card-6"], impact=1)
    hand.settle()
    assert not hand.dock.tree.isVisible()
    assert hand.dock.words.hasFocus()


def test_a_map_is_not_looked_at_while_a_button_is_held_for_a_while(health: HealthHand) -> None:
    viewport = health.window.canvas.viewport() if health.window.canvas is not None else None
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton)
    with health.open_map.edit("Rate") as edit:
        cards.set_fields(edit, ["card-1", "card-2"], importance=2, impact=2)
    health.checking._begin()
    health.checking._work()
    assert not health.checking._slices.isActive()
    assert health.checking._quiet.isActive()
    for _time in range(20):
        health.checking._begin()
    assert health.checking._slices.isActive(), "its release may have gone astray"
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton)
    health.settle()
    assert UNRATED not in " ".join(health.listed())


def test_what_the_details_explain_is_marked_in_the_list(health: HealthHand, qtbot: QtBot) -> None:
    health.window.windows.show_new(poor_map(), health.window)
    hand = HealthHand(health.window, qtbot)
    assert hand.dock.isVisible()
    assert not hand.dock.details.isVisible()
    assert hand.current == ""
    hand.dock.tree.setFocus()  # from where Qt stands on the first line by itself
    assert hand.dock.details.isVisible()
    assert hand.dock.tree.selectedIndexes() == [hand.dock.tree.currentIndex()]
    assert hand.current == "The map has no persona"
    with hand.open_map.edit("Add") as edit:
        personas.add(edit, "Ilze")
    hand.settle()
    assert hand.dock.tree.selectedIndexes() == [hand.dock.tree.currentIndex()]


def test_long_lists_show_their_beginning_and_how_many_more_there_are(
    health: HealthHand, qtbot: QtBot
) -> None:
    document = poor_map()
    with document.edit("Fill") as edit:
        for number in range(300):
            cards.add(edit, "lane-2", "step-1", f"Touchpoint {number}")
    health.window.windows.show_new(document, health.window)
    hand = HealthHand(health.window, qtbot)
    top = hand.index(UNRATED)
    model = hand.dock.tree.findings
    assert f"{UNRATED} (302)" in hand.listed()
    assert model.rowCount(top) == 201
    last = model.index(200, 0, top)
    assert last.data() == "and 102 more"
    assert not model.flags(last) & Qt.ItemFlag.ItemIsEnabled


def test_it_wears_light_and_dark(health: HealthHand) -> None:
    light = health.dock.grab().toImage()
    health.window.windows.choose_appearance(appearance.Choice.DARK)
    assert health.dock.grab().toImage() != light


def test_the_room_that_looks_at_a_map_sees_nothing_of_it(health: HealthHand, window: MainWindow) -> None:
    window.action_set.run("present")
    assert not health.dock.isVisible()
    assert not health.button.isVisible()
    assert not window.action_set.by_id["show_health"].isEnabled()
    assert not window.action_set.by_id["next_finding"].isEnabled()
    window.action_set.run("present")
    assert window.action_set.by_id["show_health"].isEnabled()
