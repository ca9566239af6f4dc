"""Bars in the real window: by keys, by number, in copies and exports of pictures, and when steps go."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymapper.document.records import Card
from journeymapper.editing import deleting, spans
from journeymapper.ui.canvas.spoken import spoken
from journeymapper.ui.main_window import MainWindow

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right


def span(window: MainWindow, card: str = "card-1") -> int:
    return window.open_map.session.document.get(card, Card).span


def select(window: MainWindow, *cards: str) -> None:
    record = window.open_map.session.document.get(cards[0], Card)
    window.open_map.select(cards, cards[0], (record.lane, record.step))
    window.canvas.setFocus()


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyClick(window.canvas, key, modifiers)


def test_keys_cover_more_steps_and_fewer(map_window: MainWindow) -> None:
    select(map_window, "card-1")
    for wanted in (2, 3, 3):
        press(map_window, RIGHT, ALT | SHIFT)
        assert span(map_window) == wanted
    for wanted in (2, 1, 1):
        press(map_window, LEFT, ALT | SHIFT)
        assert span(map_window) == wanted
    assert map_window.open_map.session.history.mark() == 4, "what changes nothing is no step"
    map_window.open_map.session.undo()
    assert span(map_window) == 2


def test_keys_widen_all_selected_cards_as_one_step(map_window: MainWindow) -> None:
    select(map_window, "card-1", "card-4", "card-6")
    press(map_window, RIGHT, ALT | SHIFT)
    assert [span(map_window, f"card-{number}") for number in (1, 4, 6)] == [2, 2, 1]
    assert map_window.open_map.session.history.mark() == 1
    assert map_window.open_map.session.history.undo_label == "Widen cards"


def test_keys_move_a_bar_which_keeps_its_span(map_window: MainWindow) -> None:
    session = map_window.open_map.session
    with session.edit("Widen") as edit:
        spans.set_span(edit, ["card-1"], 2)
    select(map_window, "card-1")
    for step in ("step-2", "step-3", "step-3"):
        press(map_window, RIGHT, ALT)
        assert (session.document.get("card-1", Card).step, span(map_window)) == (step, 2)
    press(map_window, LEFT, ALT)
    assert session.layout.lanes["lane-1"].cells.bars_over(2) == ["card-1"]


@pytest.mark.parametrize(("ids", "can"), [(("card-1",), True), (("card-1", "step-1"), False), ((), False)])
def test_only_cards_are_widened(map_window: MainWindow, ids: tuple[str, ...], can: bool) -> None:
    map_window.open_map.select(ids)
    for name in ("widen_card", "narrow_card"):
        assert map_window.action_set.by_id[name].isEnabled() == can


def test_the_inspector_takes_any_number_and_shows_what_became_of_it(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    select(map_window, "card-1")
    field = map_window.inspector.panel.fields["span"]
    assert field.value() == 1
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "999")
    assert span(map_window) == 3
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == 3
    field.selectAll()
    qtbot.keyClicks(field, "0")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (span(map_window), field.value()) == (1, 1)
    for _time in range(5):
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert (span(map_window), field.value()) == (3, 3), "the arrows end where there are no more steps"
    for _time in range(5):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert (span(map_window), field.value()) == (1, 1)


def test_the_inspector_speaks_of_what_is_covered_now(map_window: MainWindow) -> None:
    session = map_window.open_map.session
    with session.edit("Widen") as edit:
        spans.set_span(edit, ["card-1"], 3)
    select(map_window, "card-1")
    field = map_window.inspector.panel.fields["span"]
    assert field.value() == 3
    with session.edit("Delete a covered step") as edit:
        deleting.delete(edit, ["step-2"])
    assert field.value() == 2
    select(map_window, "card-1", "card-2")
    assert field.text() == "various"
    assert "Over 2 steps" in spoken(map_window.open_map)
