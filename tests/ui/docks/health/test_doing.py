"""Doing something about findings: seeing where they are, mending them, leaving them out for this map."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from journeymapper.document.records import MAP_ID, Card, Dismissal, Lane
from journeymapper.editing import cards, lanes
from journeymapper.guide.health.fixes import FIXES
from journeymapper.ui.dialogs.reason_dialog import ReasonDialog
from journeymapper.ui.main_window import MainWindow
from tests.ui.conftest import Answers
from tests.ui.docks.health.conftest import HealthHand
from tests.ui.docks.health.test_listing import PAINS, UNRATED

SHIFT = Qt.KeyboardModifier.ShiftModifier


def lit_on_the_map(health: HealthHand) -> frozenset[str]:
    assert health.window.canvas is not None
    return health.window.canvas.overlay.lit.ids


def test_pointing_at_findings_lights_their_places_until_the_pointer_leaves(health: HealthHand) -> None:
    assert health.window.canvas is not None
    health.window.canvas.setFocus()
    assert not lit_on_the_map(health)
    health.hover(UNRATED)
    assert lit_on_the_map(health) == {"card-1", "card-2"}
    health.hover("The map has no scenario")
    assert lit_on_the_map(health) == {MAP_ID}
    health.hover("The map has no persona")
    assert not lit_on_the_map(health), "there is no place for that yet"
    health.hover(PAINS)
    assert lit_on_the_map(health) == {"card-3", "card-4"}
    QApplication.sendEvent(health.dock.tree.viewport(), QEvent(QEvent.Type.Leave))
    assert not lit_on_the_map(health)


def test_standing_on_findings_lights_their_places_until_the_keyboard_leaves(health: HealthHand) -> None:
    health.stand_on(UNRATED)
    assert lit_on_the_map(health) == {"card-1", "card-2"}
    health.press(Qt.Key.Key_Escape)
    assert health.window.canvas is not None
    assert health.window.canvas.hasFocus()
    assert not lit_on_the_map(health)
    health.press(Qt.Key.Key_F7)
    assert lit_on_the_map(health) == {"card-1", "card-2"}
    health.press(Qt.Key.Key_F7)
    assert not health.dock.isVisible()
    assert health.window.canvas.hasFocus()
    assert not lit_on_the_map(health)


def test_a_click_unfolds_several_and_selects_them_all_to_be_rated_together(health: HealthHand) -> None:
    canvas = health.window.canvas
    assert canvas is not None
    canvas.zoom_to(1.2)
    canvas.show_corner(is_last=True)
    health.click(UNRATED)
    assert health.dock.tree.isExpanded(health.index(UNRATED))
    assert (health.open_map.selection, health.open_map.current) == ({"card-1", "card-2"}, "card-1")
    health.press(Qt.Key.Key_2)
    document = health.open_map.session.document
    assert [document.get(card, Card).importance for card in ("card-1", "card-2")] == [2, 2]
    health.settle()
    health.click("“Web site”")
    assert health.open_map.selection == {"card-2"}
    card = canvas.cursor_rect()
    assert card is not None
    assert canvas.viewport().rect().contains(canvas.view.to_view(card).toAlignedRect())
    health.click(UNRATED)
    assert not health.dock.tree.isExpanded(health.index(UNRATED))
    assert health.open_map.selection == {"card-1", "card-2"}
    health.click("The map has no scenario")
    assert health.open_map.selection == {MAP_ID}, "what can be done about it is in the title block"


def test_a_fix_is_one_undo_step_and_selects_what_it_made(health: HealthHand) -> None:
    before = health.open_map.session.history.mark()
    count = health.checking.count
    health.stand_on(PAINS)
    assert not health.dock.details.fix.isVisible(), "each asks for an answer of its own"
    health.press(Qt.Key.Key_Return)
    health.stand_on("“Too slow”")
    assert health.dock.details.why.text().startswith("Say what you could do about it")
    button = health.dock.details.fix
    assert button.text() == "Make an opportunity of it"
    button.setFocus()
    health.press(Qt.Key.Key_Space)
    assert health.open_map.session.history.mark() == before + 1
    [made] = health.open_map.selection
    document = health.open_map.session.document
    assert document.get(made, Card).step == "step-2"
    health.settle()
    assert health.current == "“Too small” at “Sees” in stage “Awareness” has no answer yet"
    assert health.dock.tree.hasFocus()
    health.open_map.session.undo()
    assert made not in document
    health.settle()
    assert health.checking.count == count


def test_a_finding_that_was_settled_meanwhile_is_not_mended_twice(health: HealthHand) -> None:
    health.stand_on("The map has no persona")
    with health.open_map.edit("Delete") as edit:
        cards.delete(edit, ["card-1", "card-2", "card-3", "card-4"])
    before = health.open_map.session.history.mark()
    health.window.action_set.run("fix_finding")
    assert health.open_map.session.history.mark() == before
    assert health.window.status_line.currentMessage() == "That is settled already."


def test_what_is_not_for_this_map_survives_and_can_be_taken_up_again(
    health: HealthHand, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    count, rows = health.checking.count, health.checking.rule_count
    health.stand_on(UNRATED)
    answers.prepare(ReasonDialog, None, "Only two")
    health.dock.details.dismiss.click()
    assert health.checking.count == count, "given up"
    health.dock.details.dismiss.click()
    assert answers.asked[-1] == ("ReasonDialog", (UNRATED,))
    assert health.button.text() == f"{rows - 1} findings", "at once"
    assert health.listed()[-1] == "Not for this map (2)"
    path = tmp_path / "poor.journey"
    health.open_map.session.save(path)
    window = health.window.windows.new_window()
    health.window.show_start_page()
    assert health.window.windows.open_file(path, window)
    qtbot.waitUntil(window.isActiveWindow)
    again = HealthHand(window, qtbot)
    assert again.checking.count == count - 2
    again.press(Qt.Key.Key_F7)
    again.stand_on("Not for this map")
    again.press(Qt.Key.Key_Return)
    again.stand_on("“Poster”")
    entry = again.dock.tree.current
    assert entry is not None
    assert entry.line == "Only two"
    again.window.action_set.run("readmit_finding")
    assert again.checking.count == count - 1
    assert again.listed()[-1] == "Not for this map (1)"
    again.open_map.session.undo()
    assert again.checking.count == count - 2
    document = again.open_map.session.document
    assert sum(isinstance(record, Dismissal) for record in document) == 2


def test_the_next_finding_on_the_map_is_a_key_away_from_anywhere(health: HealthHand) -> None:
    assert health.window.canvas is not None
    health.press(Qt.Key.Key_F7)
    assert not health.dock.isVisible()
    on_map = [finding for finding in health.checking.findings() if finding.places]
    visited = []
    for finding in on_map:
        health.press(Qt.Key.Key_F7, SHIFT)
        assert health.window.canvas.hasFocus()
        visited.append(health.open_map.current)
        said = health.window.status_line.currentMessage()
        assert said == f"Place {len(visited)} of {len(on_map)}: {finding.message}"
    assert visited == [finding.place or finding.places[0] for finding in on_map]
    health.press(Qt.Key.Key_F7, SHIFT)
    assert health.open_map.current == visited[0], "after the last comes the first"
    assert health.window.action_set.by_id["dismiss_finding"].isEnabled()


def test_what_took_the_place_of_a_settled_finding_comes_next(health: HealthHand) -> None:
    health.stand_on(UNRATED)
    health.press(Qt.Key.Key_Return)
    on_map = [finding for finding in health.checking.findings() if finding.places]
    place = next(place for place, finding in enumerate(on_map) if finding.place == "card-1")
    for _time in range(place + 1):
        health.press(Qt.Key.Key_F7, SHIFT)
    assert health.open_map.current == "card-1"
    with health.open_map.edit("Rate") as edit:
        cards.set_fields(edit, ["card-1"], importance=1, impact=1)
    health.press(Qt.Key.Key_F7, SHIFT)
    assert health.open_map.current == on_map[place + 1].place == "card-2"


def test_going_to_a_finding_in_a_hidden_lane_shows_it(health: HealthHand) -> None:
    with health.open_map.edit("Hide") as edit:
        lanes.set_hidden(edit, ["lane-2"], True)
    health.settle()
    health.stand_on(UNRATED)
    assert not health.open_map.session.layout.is_shown("lane-2")
    health.press(Qt.Key.Key_Return)
    assert health.open_map.session.layout.is_shown("lane-2")
    assert health.open_map.current == "card-1"


def test_the_actions_are_of_what_one_stands_on(health: HealthHand) -> None:
    by_id = health.window.action_set.by_id
    health.stand_on("The map has no persona")
    assert by_id["fix_finding"].isEnabled()
    assert by_id["fix_finding"].text() == "Begin a persona"
    health.stand_on("The map has no scenario")
    assert not by_id["fix_finding"].isEnabled()
    assert by_id["dismiss_finding"].isEnabled()
    assert not by_id["readmit_finding"].isEnabled()


def offered(health: HealthHand) -> list[str]:
    """Return what the context menu of what one stands on offers, and close it."""
    place = health.dock.tree.visualRect(health.dock.tree.currentIndex()).center()
    everywhere = health.dock.tree.viewport().mapToGlobal(place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, everywhere)
    QApplication.sendEvent(health.dock.tree, event)
    [menu] = [one for one in health.dock.findChildren(QMenu) if one.isVisible()]
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    menu.close()
    return words


def test_the_context_menu_offers_what_can_be_done_and_nothing_grey(health: HealthHand) -> None:
    health.stand_on("The map has no persona")
    assert offered(health) == ["Begin a persona", "Not for this map…", "Next finding"]
    health.stand_on(PAINS)
    assert offered(health) == ["Not for this map…", "Next finding"]


def test_a_review_is_begun_from_what_was_found(health: HealthHand) -> None:
    before = health.open_map.session.history.mark()
    health.stand_on("The map was never reviewed")
    assert health.dock.details.fix.text() == "Review now"
    health.dock.details.fix.click()
    assert health.window.docks.review.is_walking
    assert health.open_map.session.history.mark() == before


def test_every_action_that_a_finding_proposes_is_one_of_the_window(window: MainWindow) -> None:
    actions = {fix.action for fix in FIXES.values() if fix.action}
    assert actions
    assert actions <= window.action_set.rows.keys()


def test_a_lane_for_figures_is_a_button_away(health: HealthHand) -> None:
    health.stand_on("no lane for them")
    health.dock.details.fix.click()
    [lane] = health.open_map.selection
    assert health.open_map.session.document.get(lane, Lane).role == "metrics"


def test_the_button_at_the_foot_opens_the_dock(health: HealthHand) -> None:
    health.press(Qt.Key.Key_F7)
    QTest.mouseClick(health.button, Qt.MouseButton.LeftButton)
    assert health.dock.isVisible()
    assert health.dock.tree.hasFocus()


def test_the_reason_may_be_given_or_left_out(window: MainWindow) -> None:
    dialog = ReasonDialog("The map has no <b>persona</b>", window)
    dialog.open()
    QTest.keyClicks(dialog.line, "Everybody is alike")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.result() == ReasonDialog.DialogCode.Accepted
    assert dialog.line.text() == "Everybody is alike"
    dialog.deleteLater()
