"""Ratings by digits, moments of truth, notes and the persona of a card, in the real window."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from journeymapper.document.records import NOBODY, Card, Step
from journeymapper.editing import cards, personas
from journeymapper.ui.canvas.note_tip import tip
from journeymapper.ui.main_window import MainWindow
from tests.ui.canvas.driver import Driver

KEYPAD = Qt.KeyboardModifier.KeypadModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def driver(map_window: MainWindow) -> Driver:
    """The hand and keyboard on the small map in its window."""
    map_window.canvas.setFocus()
    map_window.canvas.set_motion(False)
    return Driver(map_window.canvas)


def card(window: MainWindow, id_: str) -> Card:
    return window.open_map.session.document.get(id_, Card)


def step(window: MainWindow, id_: str) -> Step:
    return window.open_map.session.document.get(id_, Step)


def trigger(window: MainWindow, id_: str) -> None:
    window.action_set.by_id[id_].trigger()


def test_a_digit_rates_by_what_the_lane_is_rated_by(map_window: MainWindow, driver: Driver) -> None:
    for id_, field, said in (
        ("card-4", "importance", "Importance 2"),
        ("card-6", "severity", "Severity 2"),
    ):
        map_window.open_map.select({id_}, id_)
        driver.type("2")
        assert getattr(card(map_window, id_), field) == 2
        assert map_window.status_line.currentMessage() == said
        assert not driver.canvas.is_editing
    assert card(map_window, "card-4").impact == 0


def test_opportunities_are_rated_by_impact(map_window: MainWindow, driver: Driver) -> None:
    trigger(map_window, "lane_role.opportunities")
    map_window.open_map.select({"lane-1"}, "lane-1")
    trigger(map_window, "lane_role.opportunities")
    map_window.open_map.select({"card-1"}, "card-1")
    driver.type("3")
    assert card(map_window, "card-1").impact == 3


def test_each_digit_is_one_step_and_nought_takes_the_rating_away(
    map_window: MainWindow, driver: Driver
) -> None:
    map_window.open_map.select({"card-4"}, "card-4")
    before = driver.steps_done
    driver.type("120")
    assert card(map_window, "card-4").importance == 0
    assert driver.steps_done == before + 3
    assert map_window.action_set.by_id["undo"].text() == "Undo “Rate card”"
    for rating in (2, 1, 3):
        trigger(map_window, "undo")
        assert card(map_window, "card-4").importance == rating
    assert not map_window.isWindowModified()
    driver.type("3")
    assert driver.steps_done == before, "the rating it has already is no step"


def test_all_selected_cards_are_rated_and_those_without_a_rating_left_alone(
    map_window: MainWindow, driver: Driver
) -> None:
    chosen = {"card-1", "card-4", "card-5", "card-6", "point-1"}
    map_window.open_map.select(chosen, "card-1")
    plain, before = card(map_window, "card-1"), driver.steps_done
    driver.type("1")
    assert [card(map_window, id_).importance for id_ in ("card-4", "card-5")] == [1, 1]
    assert card(map_window, "card-6").severity == 1
    assert card(map_window, "card-1") == plain
    assert driver.steps_done == before + 1
    assert map_window.status_line.currentMessage() == "Importance 1 · Severity 1"
    assert map_window.open_map.selection == chosen


def test_the_number_keypad_rates_too(map_window: MainWindow, driver: Driver) -> None:
    map_window.open_map.select({"card-5"}, "card-5")
    driver.key(Qt.Key.Key_3, KEYPAD)
    assert card(map_window, "card-5").importance == 3
    assert not driver.canvas.is_editing


def test_a_digit_in_an_empty_cell_begins_a_card(driver: Driver) -> None:
    driver.click(driver.in_cell("Touchpoints", "Sees"))
    driver.type("2 coffees")
    driver.canvas.finish_editing()
    assert driver.cards("Touchpoints", "Sees") == ["2 coffees"]


def test_a_digit_on_a_card_that_has_no_rating_begins_a_card_below(driver: Driver) -> None:
    driver.click(driver.at("card-1"))
    driver.type("1 week")
    assert driver.canvas.is_editing
    driver.canvas.finish_editing()
    assert driver.cards("Actions", "Sees") == ["Sees a poster", "1 week", "Asks a friend"]


def test_digits_are_typed_while_a_card_is_written(map_window: MainWindow, driver: Driver) -> None:
    driver.double_click(driver.at("card-4"))
    driver.type(" 123")
    assert driver.text("card-4") == "Web search 123"
    assert card(map_window, "card-4").importance == 3


def test_other_digits_are_typed_as_ever(map_window: MainWindow, driver: Driver) -> None:
    map_window.open_map.select({"card-4"}, "card-4")
    driver.type("7")
    assert driver.canvas.is_editing
    assert driver.cards("Touchpoints", "Searches") == ["Web search", "7"]


def test_what_can_be_rated_follows_a_card_into_another_lane(map_window: MainWindow, driver: Driver) -> None:
    map_window.open_map.select({"card-2"}, "card-2")
    rate = map_window.action_set.by_id["rate.2"]
    assert not rate.isEnabled()
    with map_window.open_map.edit("Move") as edit:
        cards.move(edit, ["card-2"], "lane-2", "step-1", 0)
    assert rate.isEnabled()
    driver.type("2")
    assert card(map_window, "card-2").importance == 2
    assert rate.isChecked()
    trigger(map_window, "undo")
    assert not rate.isChecked()
    trigger(map_window, "undo")
    assert not rate.isEnabled()


def test_a_moment_of_truth_is_marked_from_the_keyboard_for_all_selected_steps(
    map_window: MainWindow, driver: Driver
) -> None:
    action = map_window.action_set.by_id["moment_of_truth"]
    map_window.open_map.select({"step-1", "step-3"}, "step-1")
    assert not action.isChecked()
    QTest.keyClick(driver.canvas, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | SHIFT)
    assert [step(map_window, f"step-{n}").moment_of_truth for n in (1, 2, 3)] == [True, False, True]
    assert action.isChecked()
    assert driver.canvas.accessibleDescription() == "Step “Sees”, Awareness. 2 selected"
    assert map_window.status_line.currentMessage() == "2 moments of truth"
    trigger(map_window, "moment_of_truth")
    assert not any(step(map_window, f"step-{n}").moment_of_truth for n in (1, 2, 3))
    assert driver.steps_done == 2


def test_without_a_selected_step_the_one_in_question_is_marked_and_read_aloud(
    map_window: MainWindow, driver: Driver
) -> None:
    map_window.open_map.select({"card-4"}, "card-4")
    trigger(map_window, "moment_of_truth")
    assert step(map_window, "step-2").moment_of_truth
    assert map_window.status_line.currentMessage() == "Moment of truth: Searches"
    trigger(map_window, "moment_of_truth")
    assert map_window.status_line.currentMessage() == "No moment of truth any more: Searches"
    trigger(map_window, "moment_of_truth")
    driver.click(driver.at("step-2"))
    assert driver.canvas.accessibleDescription() == "Step “Searches”, Awareness. Moment of truth"


def test_the_inspector_has_a_tick_for_moments_of_truth(map_window: MainWindow) -> None:
    map_window.open_map.select({"step-1"}, "step-1")
    panel = map_window.inspector.panel
    assert panel is not None
    tick = panel.fields["moment_of_truth"]
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert step(map_window, "step-1").moment_of_truth
    map_window.open_map.select({"step-1", "step-2"}, "step-1")
    assert tick.checkState() is Qt.CheckState.PartiallyChecked
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert step(map_window, "step-2").moment_of_truth
    assert tick.checkState() is Qt.CheckState.Checked
    assert step(map_window, "step-2").name == "Searches"


@pytest.mark.parametrize(
    ("key", "modifiers", "name"),
    [
        (Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | SHIFT, "note"),
        (Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier, "tags"),
    ],
)
def test_a_key_leads_to_the_note_or_the_tags_and_esc_back(
    map_window: MainWindow, driver: Driver, key: Qt.Key, modifiers: Qt.KeyboardModifier, name: str
) -> None:
    map_window.inspector.hide()
    driver.double_click(driver.at("card-4"))
    driver.type("!")
    QTest.keyClick(driver.focused(), key, modifiers)
    assert driver.text("card-4") == "Web search!", "what was being written is kept"
    assert map_window.inspector.isVisible()
    focused = QApplication.focusWidget()
    assert map_window.inspector.panel is not None
    assert focused is map_window.inspector.panel.fields[name]
    assert not focused.visibleRegion().isEmpty()
    QTest.keyClicks(focused, "Ask Ilze")
    assert getattr(card(map_window, "card-4"), name) in ("Ask Ilze", ("Ask Ilze",))
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert driver.canvas.hasFocus()


def test_notes_are_for_cards_alone(map_window: MainWindow) -> None:
    map_window.open_map.select({"card-1", "point-1"}, "card-1")
    assert not map_window.action_set.by_id["note"].isEnabled()
    assert not map_window.action_set.by_id["tags"].isEnabled()


def rest(driver: Driver, at: QPoint) -> None:
    """Let the pointer rest on a place of the view."""
    viewport = driver.canvas.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at)))


def test_a_note_is_read_under_the_pointer_and_aloud(map_window: MainWindow, driver: Driver) -> None:
    with map_window.open_map.edit("Note") as edit:
        cards.set_fields(edit, ["card-4"], note="<b>Two</b> friends\nsaid so")
    rest(driver, driver.at("card-5"))
    assert not QToolTip.isVisible()
    rest(driver, driver.at("card-4"))
    assert QToolTip.text() == tip("<b>Two</b> friends\nsaid so")
    assert "&lt;b&gt;Two" in QToolTip.text()
    QToolTip.hideText()
    driver.click(driver.at("card-4"))
    said = "Card “Web search”, Touchpoints, Searches. Note: <b>Two</b> friends\nsaid so"
    assert driver.canvas.accessibleDescription() == said


def test_a_long_note_is_cut_in_its_tip() -> None:
    assert len(tip("word " * 400)) < 700
    assert "…" in tip("word " * 400)


def test_no_tip_while_writing(map_window: MainWindow, driver: Driver) -> None:
    with map_window.open_map.edit("Note") as edit:
        cards.set_fields(edit, ["card-4"], note="A note")
    driver.double_click(driver.at("card-5"))
    rest(driver, driver.at("card-4"))
    assert not QToolTip.isVisible()


def test_a_card_is_given_a_persona_in_the_inspector(map_window: MainWindow) -> None:
    map_window.open_map.select({"card-1", "card-2"}, "card-1")
    panel = map_window.inspector.panel
    assert panel is not None
    field = panel.fields["persona"]

    def offered() -> list[str]:
        return [field.itemText(place) for place in range(field.count())]

    assert offered() == ["Nobody in particular", "Ilze Bērziņa"]
    assert field.currentText() == "Nobody in particular"
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert [card(map_window, id_).persona for id_ in ("card-1", "card-2")] == ["persona-1"] * 2
    with map_window.open_map.edit("Rename") as edit:
        personas.set_fields(edit, "persona-1", name="Anna")
        personas.add(edit, "")
    assert offered() == ["Nobody in particular", "Anna", "Persona 2"]
    assert field.currentText() == "Anna"
    map_window.open_map.select({"card-2", "card-3"}, "card-2")
    assert field.currentIndex() == -1
    assert field.placeholderText() == "various"


def test_deleting_a_persona_leaves_its_cards_with_nobody(map_window: MainWindow) -> None:
    ids = ("card-1", "card-2", "card-3")
    with map_window.open_map.edit("Persona") as edit:
        cards.set_fields(edit, ids, persona="persona-1")
    map_window.open_map.select({"persona-1"}, "persona-1")
    trigger(map_window, "delete_persona")
    assert [card(map_window, id_).persona for id_ in ids] == [NOBODY] * 3
    map_window.open_map.select({"card-1"}, "card-1")
    panel = map_window.inspector.panel
    assert panel is not None
    assert panel.fields["persona"].isHidden(), "there is nobody to choose"
    trigger(map_window, "undo")
    assert [card(map_window, id_).persona for id_ in ids] == ["persona-1"] * 3
    assert not panel.fields["persona"].isHidden()
    assert panel.fields["persona"].currentText() == "Ilze Bērziņa"
