"""The dialogs at the end of a review and for keeping a state."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymapper.document.records import JourneyMap
from journeymapper.ui.dialogs.finish_review import FinishedReview, FinishReviewDialog
from journeymapper.ui.dialogs.keep_state import KeepStateDialog

TODAY = date(2026, 11, 30)


def test_it_proposes_what_is_usual(qtbot: QtBot) -> None:
    dialog = FinishReviewDialog(JourneyMap(reviewer="Ilze"), TODAY, None)
    qtbot.addWidget(dialog)
    dialog.show()
    wanted = dialog.finished_review()
    assert wanted == FinishedReview(wanted.name, "Ilze", date(2027, 2, 28))
    assert wanted.name.startswith("Review of 30 ")
    qtbot.waitUntil(dialog.name.hasFocus)
    QTest.keyClicks(dialog.name, "  Winter ")
    dialog.saves_date.setChecked(True)
    assert dialog.finished_review() == FinishedReview("Winter", "Ilze", date(2027, 2, 28), True)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.result() == dialog.DialogCode.Accepted


@pytest.mark.parametrize("today", [date(9999, 12, 30), date.max])
def test_the_calendar_ends_for_it_too(today: date, qtbot: QtBot) -> None:
    dialog = FinishReviewDialog(JourneyMap(), today, None)
    qtbot.addWidget(dialog)
    assert dialog.finished_review().next_review == date.max


def test_the_next_review_is_after_this_one(qtbot: QtBot) -> None:
    dialog = FinishReviewDialog(JourneyMap(), TODAY, None)
    qtbot.addWidget(dialog)
    dialog.date.show_value(date(2020, 1, 1))
    assert dialog.finished_review().next_review == date(2026, 12, 1)


def test_a_name_is_proposed_for_a_state(qtbot: QtBot) -> None:
    dialog = KeepStateDialog("Version of today", None)
    qtbot.addWidget(dialog)
    assert dialog.textValue() == "Version of today"
