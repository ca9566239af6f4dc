"""The timer, with a clock that is turned by hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journeymapper.ui.dialogs.minutes_dialog import MinutesDialog
from journeymapper.ui.dialogs.questions import Answer, SaveQuestion
from journeymapper.ui.present.timer_face import TimerFace
from journeymapper.ui.present.timing import MINUTE, SECOND, Timing, clock_words
from tests.ui.canvas.driver import SHIFT
from tests.ui.conftest import Answers
from tests.ui.present.conftest import HandClock, Room

_Key = Qt.Key


@pytest.fixture
def clock() -> HandClock:
    return HandClock(now=12_345)


def test_it_counts_down_a_second_at_a_time(clock: HandClock) -> None:
    timing = Timing(clock)
    timing.begin(3)
    assert (timing.shown, timing.until_next) == (180, SECOND)
    clock.now += 1
    assert (timing.shown, timing.until_next) == (180, SECOND - 1)
    clock.now += SECOND - 1
    assert timing.shown == 179
    clock.now += 3 * MINUTE - SECOND - 1
    assert (timing.shown, timing.is_over) == (1, False)
    clock.now += 1
    assert (timing.shown, timing.is_over) == (0, True)
    clock.now += 75 * SECOND
    assert timing.words() == "Time is up · 1:15 over"


def test_it_counts_up(clock: HandClock) -> None:
    timing = Timing(clock)
    timing.begin(0)
    clock.now += 61 * MINUTE + 1999
    assert timing.words() == "1:01:01"
    assert timing.until_next == 1
    assert not timing.is_over


def test_a_pause_takes_no_time(clock: HandClock) -> None:
    timing = Timing(clock)
    timing.begin(1)
    clock.now += 10 * SECOND
    timing.pause()
    timing.pause()
    clock.now += 5 * MINUTE
    assert (timing.shown, timing.is_running) == (50, False)
    timing.go_on()
    timing.go_on()
    clock.now += 10 * SECOND
    assert timing.shown == 40
    timing.reset()
    assert (timing.shown, timing.has_begun) == (60, False)


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0:00"), (59, "0:59"), (600, "10:00"), (36_000, "10:00:00")]
)
def test_times_in_words(seconds: int, words: str) -> None:
    assert clock_words(seconds) == words


def face_of(room: Room) -> TimerFace:
    return room.presenting.parts.face


def pass_time(room: Room, seconds: float) -> None:
    room.clock.now += round(seconds * SECOND)
    face_of(room).show_time()


def test_it_is_shown_large_in_a_corner_and_goes_on_over_the_walk(room: Room) -> None:
    face = face_of(room)
    assert not face.isVisible()
    room.run("timer.5")
    assert face.isVisible()
    assert face.height() > room.canvas.height() / 20
    assert face.geometry().right() > room.window.width() * 0.9
    pass_time(room, 61)
    assert face.accessibleName() == "Timer: 3:59"
    room.key(_Key.Key_PageDown)
    assert face.isVisible()
    assert face.accessibleName() == "Timer: 3:59"
    assert not face.is_filled


def test_at_the_end_it_has_another_form_and_says_so(room: Room) -> None:
    room.run("timer.3")
    face = face_of(room)
    width = face.width()
    pass_time(room, 180)
    assert face.is_filled
    assert face.words == "Time is up"
    assert face.width() > width
    assert room.window.rect().contains(face.geometry())
    face.blinks = True
    pass_time(room, 1)
    assert not face.is_filled, "it blinks"
    pass_time(room, 1)
    assert face.is_filled
    pass_time(room, 8)
    pass_time(room, 1)
    assert face.is_filled, "for a while only"


def test_start_pause_and_away(room: Room) -> None:
    face = face_of(room)
    room.key(_Key.Key_F9)
    assert face.accessibleName() == "Timer: 5:00"
    pass_time(room, 30)
    room.key(_Key.Key_F9)
    assert face.words == "Paused"
    pass_time(room, 60)
    assert face.accessibleName() == "Timer: 4:30"
    QTest.mouseClick(face, Qt.MouseButton.LeftButton)
    assert face.words == ""
    pass_time(room, 30)
    assert face.accessibleName() == "Timer: 4:00"
    room.key(_Key.Key_F9, SHIFT)
    assert not face.isVisible()
    assert not room.window.action_set.by_id["reset_timer"].isEnabled()


def test_another_time_is_asked_for(room: Room, answers: Answers) -> None:
    answers.prepare(MinutesDialog, 1.5, None)
    room.run("timer.other")
    assert face_of(room).accessibleName() == "Timer: 1:30"
    room.run("timer.other")
    assert face_of(room).accessibleName() == "Timer: 1:30"
    room.run("timer.up")
    assert face_of(room).accessibleName() == "Timer: 0:00"


def test_it_goes_on_while_nothing_is_presented(room: Room) -> None:
    room.run("timer.10")
    room.run("present")
    assert not face_of(room).isVisible()
    room.clock.now += 4 * MINUTE
    room.begin()
    assert face_of(room).isVisible()
    assert face_of(room).accessibleName() == "Timer: 6:00"


def test_the_map_can_be_closed_while_it_runs(room: Room, answers: Answers) -> None:
    room.run("timer.3")
    room.run("vote_by_click")
    room.edit(lambda edit: edit.remove("card-1"))
    answers.prepare(SaveQuestion, Answer.DISCARD)
    room.run("close")
    room.clock.now += 5 * MINUTE
    face_of(room)._ticks.timeout.emit()
    assert room.window.open_map is None
    assert not face_of(room).isVisible()


def test_the_dialog_asks_for_minutes(room: Room) -> None:
    dialog = MinutesDialog(room.window)
    assert dialog.doubleMinimum() > 0
    dialog.setDoubleValue(2.5)
    assert dialog.doubleValue() == 2.5
    dialog.deleteLater()
