"""The end of a review, and its date for the calendar."""

from datetime import date, timedelta
from pathlib import Path

from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journeymapper.document.records import MAP_ID, JourneyMap
from journeymapper.guide.review import snapshots
from journeymapper.ui.dialogs.file_dialogs import SaveDialog
from journeymapper.ui.dialogs.finish_review import FinishedReview, FinishReviewDialog
from journeymapper.ui.docks.review.dock import Review
from journeymapper.ui.main_window import MainWindow
from tests.ui.conftest import Answers

NEXT = date.today() + timedelta(days=30)


def test_finishing_keeps_the_map_and_plans_the_next_review_in_one_step(
    review: Review, changed_window: MainWindow, answers: Answers
) -> None:
    open_map = changed_window.open_map
    assert open_map is not None
    document = open_map.session.document
    answers.prepare(FinishReviewDialog, FinishedReview("Winter", "Marek", NEXT))
    QTest.mouseClick(review.panel.finish, Qt.MouseButton.LeftButton)
    record, kept = document.map, snapshots.last(document)
    assert (record.reviewed, record.next_review, record.reviewer) == (date.today(), NEXT, "Marek")
    assert kept is not None
    assert (kept.name, kept.author) == ("Winter", "Marek")
    assert not review.is_walking
    assert review.head.text().endswith("by Marek · Review in 30 days")
    assert review.begin_button.hasFocus()
    assert "“Winter”" in changed_window.status_line.currentMessage()
    open_map.session.undo()
    assert document.map.reviewer == "Ilze"
    assert not open_map.session.is_modified


def test_giving_up_leaves_everything_as_it_is(
    review: Review, changed_window: MainWindow, answers: Answers
) -> None:
    answers.prepare(FinishReviewDialog, None)
    changed_window.action_set.run("finish_review")
    assert review.is_walking
    assert changed_window.open_map is not None
    assert not changed_window.open_map.session.is_modified


def test_the_date_is_saved_for_the_calendar(map_window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    answers.prepare(FinishReviewDialog, FinishedReview("", "", NEXT, saves_date=True))
    answers.prepare(SaveDialog, tmp_path / "next.ics")
    map_window.action_set.run("finish_review")
    _title, proposed, _kind = answers.asked[-1][1]
    assert proposed == tmp_path / "bicycle.ics"
    [event] = Calendar.from_ical((tmp_path / "next.ics").read_bytes()).walk("VEVENT")
    assert event.start == NEXT
    assert "next.ics" in map_window.status_line.currentMessage()


def test_a_file_that_cannot_be_written_is_told(
    map_window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    assert not map_window.action_set.by_id["save_review_date"].isEnabled(), "no review is planned"
    assert map_window.open_map is not None
    with map_window.open_map.edit("Plan") as edit:
        edit.update(MAP_ID, JourneyMap, title="", next_review=NEXT)
    answers.prepare(SaveDialog, tmp_path / "no folder" / "next.ics")
    map_window.action_set.run("save_review_date")
    assert "The date could not be saved" in answers.message
    assert "Nothing is lost" in answers.message
