"""A presenter's remote: it types Page Up and Page Down, F5 and Esc, and “b” or “.”, wherever one is."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from journeymapper.files import native
from tests.ui.present.conftest import Room

_Key = Qt.Key


def test_a_whole_talk_by_remote_changes_nothing(room: Room) -> None:
    before = native.written(room.document)
    room.key(_Key.Key_F5)
    room.begin()
    for key in (
        _Key.Key_PageDown,
        _Key.Key_B,
        _Key.Key_B,
        _Key.Key_PageDown,
        _Key.Key_Period,
        _Key.Key_Period,
    ):
        room.key(key)
    assert not room.canvas.is_editing
    room.key(_Key.Key_Escape)
    assert not room.presenting.is_on
    assert native.written(room.document) == before
    assert room.canvas.open_map.session.history.undo_label is None


@pytest.mark.parametrize("key", [_Key.Key_B, _Key.Key_Period])
def test_the_screen_goes_blank_and_any_key_brings_the_map_back(room: Room, key: Qt.Key) -> None:
    blank = room.presenting.parts.blank
    room.key(_Key.Key_PageDown)
    room.key(key)
    assert blank.isVisible()
    assert blank.geometry() == room.window.rect()
    assert blank.grab().toImage().pixelColor(50, 50).lightness() == 0
    room.key(_Key.Key_A)
    assert not blank.isVisible()
    assert room.canvas.hasFocus()
    assert not room.canvas.is_editing, "the key did nothing else"
    room.key(key)
    QTest.mouseClick(blank, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    assert not blank.isVisible()


def test_walking_on_brings_it_back_too(room: Room) -> None:
    room.run("blank_screen")
    assert room.presenting.parts.blank.isVisible()
    room.key(_Key.Key_PageDown)
    assert not room.presenting.parts.blank.isVisible()
    assert room.lit == "stage-1"
    room.run("blank_screen")
    room.presenting.leave()
    assert not room.presenting.parts.blank.isVisible()


def test_with_the_keyboard_in_a_cell_letters_are_letters(room: Room) -> None:
    room.driver.click(room.driver.in_cell("Touchpoints", "Sees"))
    room.driver.type("b.")
    room.canvas.finish_editing()
    assert room.driver.cards("Touchpoints", "Sees") == ["b."]
    assert not room.presenting.parts.blank.isVisible()


def test_page_keys_work_from_the_strip_and_the_panels(room: Room) -> None:
    room.run("show_parking_lot")
    assert room.window.docks.parking_lot.line.hasFocus()
    room.key(_Key.Key_PageDown)
    assert room.lit == "stage-1"
    room.presenting.parts.strip.take_focus()
    while room.lit == "stage-1":
        room.key(_Key.Key_PageDown)
    assert room.lit == "stage-2"


def test_walking_on_keeps_what_is_being_written(room: Room) -> None:
    room.driver.click(room.driver.in_cell("Touchpoints", "Sees"))
    room.driver.type("Poster")
    room.key(_Key.Key_PageDown)
    assert not room.canvas.is_editing
    assert room.driver.cards("Touchpoints", "Sees") == ["Poster"]
    assert room.lit == "stage-1"
