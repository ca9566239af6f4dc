"""Being reminded of reviews: on the start page, and when a map is opened."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from journeymapper.document.records import MAP_ID, JourneyMap
from journeymapper.files import native
from journeymapper.settings import MOST_RECENT, Settings, load_settings, save_settings
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.windows import Windows
from tests.maps import small_map


def planned_in(days: int, folder: Path) -> Path:
    """Return a file of a map that is to be reviewed in so many days."""
    document = small_map()
    with document.edit("Plan") as edit:
        edit.update(MAP_ID, JourneyMap, next_review=date.today() + timedelta(days=days))
    path = folder / f"in {days}.journey"
    native.save(document, path)
    return path


def test_the_start_page_says_which_reviews_are_near(
    window: MainWindow, windows: Windows, tmp_path: Path
) -> None:
    for days in (200, 5, -12):
        assert windows.open_file(planned_in(days, tmp_path), window)
    window.show_start_page()
    recent = window.start_page.recent
    described = Qt.ItemDataRole.AccessibleDescriptionRole
    notes = [recent.item(row).data(described) for row in range(recent.count())]
    assert notes == ["Review 12 days overdue", "Review in 5 days", str(tmp_path)]
    assert recent.item(0).toolTip() == f"{tmp_path / 'in -12.journey'}\nReview 12 days overdue"


def test_a_save_tells_of_another_date(window: MainWindow, windows: Windows, tmp_path: Path) -> None:
    path = planned_in(5, tmp_path)
    assert windows.open_file(path, window)
    assert window.open_map is not None
    with window.open_map.edit("Plan") as edit:
        edit.update(MAP_ID, JourneyMap, next_review=None)
    window.action_set.run("save")
    assert windows.settings.review_of(str(path)) is None


def test_a_map_that_is_due_says_so_in_a_line_and_how_to_begin(
    window: MainWindow, windows: Windows, tmp_path: Path
) -> None:
    assert windows.open_file(planned_in(0, tmp_path), window)
    line = "Review due today. Ctrl+Shift+R shows what there is to look at."
    QApplication.processEvents()
    assert window.status_line.currentMessage() == line
    assert windows.open_file(planned_in(3, tmp_path), window)
    assert windows.shown[-1].status_line.currentMessage() == ""


def test_reviews_are_remembered_as_long_as_their_maps(tmp_path: Path) -> None:
    settings, day = Settings(), date(2027, 2, 1)
    for number in range(MOST_RECENT + 1):
        path = tmp_path / f"{number}.journey"
        settings.remember_file(path)
        settings.remember_review(path, day)
    assert len(settings.reviews) == MOST_RECENT
    save_settings(settings, tmp_path / "settings.json")
    again = load_settings(tmp_path / "settings.json")
    assert again.review_of(str(path)) == day
    assert again.review_of(str(tmp_path / "0.journey")) is None


@pytest.mark.parametrize("reviews", [7, {"a": 7}, {"a": "soon"}])
def test_broken_dates_are_as_good_as_none(reviews: object, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"reviews": reviews, "appearance": "dark"}), "utf-8")
    settings = load_settings(path)
    assert settings.review_of("a") is None
    assert settings.appearance == "dark"
