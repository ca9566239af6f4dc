"""The start page: ways to begin, and the recent maps."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from journeymapper.document.document import Document
from journeymapper.files import native
from journeymapper.ui.examples import laptop_shop
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.plain_words import as_tip
from journeymapper.ui.recent_list import RecentList
from journeymapper.ui.thumbnails import Look
from journeymapper.ui.windows import Windows
from tests.maps import large_map
from tests.ui.conftest import Answers


@pytest.fixture
def recent(window: MainWindow, windows: Windows, map_file: Path, qtbot: QtBot) -> RecentList:
    """The list with a good map, a broken one and one that is gone, their pictures looked for."""
    (map_file.parent / "broken.journey").write_text("{", "utf-8")
    for name in ("gone.journey", "broken.journey", map_file.name):
        windows.settings.remember_file(map_file.parent / name)
    window.start_page.refresh()
    shown = window.start_page.recent
    qtbot.waitUntil(lambda: bool(shown.reason_of(2)))
    return shown


def test_recent_maps_show_pictures_and_what_cannot_be_opened_says_why(recent: RecentList) -> None:
    assert [recent.item(row).text() for row in range(3)] == ["bicycle", "broken", "gone"]
    picture = recent.picture_of(0)
    assert picture is not None
    colours = {picture.pixelColor(x, y).name() for x in range(0, 480, 7) for y in range(0, 300, 7)}
    assert len(colours) > 8, "the map is painted"
    assert recent.picture_of(1) is recent.picture_of(2) is None
    assert "not valid JSON" in recent.reason_of(1)
    assert recent.reason_of(2) == "there is no such file or folder"


def test_the_list_is_walked_and_opened_by_keyboard(
    recent: RecentList, window: MainWindow, qtbot: QtBot, map_file: Path, answers: Answers
) -> None:
    qtbot.waitUntil(recent.hasFocus)
    qtbot.keyClick(recent, Qt.Key.Key_Right)
    qtbot.keyClick(recent, Qt.Key.Key_Return)
    assert "broken.journey" in answers.message
    assert window.open_map is None
    recent.setCurrentRow(0)
    qtbot.keyClick(recent, Qt.Key.Key_Return)
    assert window.windowFilePath() == str(map_file)


def test_a_click_opens_a_map(recent: RecentList, window: MainWindow, qtbot: QtBot, map_file: Path) -> None:
    place = recent.visualItemRect(recent.item(0)).center()
    qtbot.mouseClick(recent.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: window.windowFilePath() == str(map_file))


def test_a_map_is_taken_off_the_list_by_the_delete_key(
    recent: RecentList, windows: Windows, qtbot: QtBot, map_file: Path
) -> None:
    qtbot.waitUntil(recent.hasFocus)
    recent.setCurrentRow(2)
    qtbot.keyClick(recent, Qt.Key.Key_Delete)
    assert [Path(name).name for name in windows.settings.recent] == [map_file.name, "broken.journey"]
    assert recent.count() == 2


def test_a_kept_picture_is_used_until_the_file_changes(windows: Windows, map_file: Path) -> None:
    thumbnails = windows.thumbnails
    first = thumbnails.look(map_file).picture
    assert thumbnails.kept(map_file) == first
    native.save(Document(), map_file)
    assert thumbnails.kept(map_file) is None
    second = thumbnails.look(map_file).picture
    assert second is not None
    assert second != first
    assert len(list((map_file.parent / "cache").iterdir())) == 1, "the old picture is gone"


def test_a_first_start_says_where_maps_will_appear(
    window: MainWindow, windows: Windows, answers: Answers, qtbot: QtBot
) -> None:
    page = window.start_page
    assert not page.recent.isVisible()
    qtbot.waitUntil(page.templates.hasFocus)
    qtbot.keyClick(page.templates, Qt.Key.Key_Return)
    assert answers.asked == [("NewMapDialog", (windows, True))], "first of all, three questions are offered"
    assert window.open_map is not None
    assert not page.isVisible()


def test_leaving_a_map_shows_it_on_the_start_page(map_window: MainWindow, qtbot: QtBot) -> None:
    qtbot.wait(0)
    map_window.action_set.by_id["close"].trigger()
    page = map_window.start_page
    assert page.isVisible()
    qtbot.waitUntil(lambda: page.recent.picture_of(0) is not None)
    assert page.recent.item(0).text() == "bicycle"


def test_a_large_file_is_shown_without_a_picture_until_it_was_open(
    window: MainWindow, windows: Windows, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "large.journey"
    native.save(large_map(800), path)
    assert path.stat().st_size > 50_000
    assert windows.thumbnails.look(path) == Look()
    assert windows.open_file(path, window)
    qtbot.waitUntil(lambda: windows.thumbnails.look(path).picture is not None)


def test_nothing_waits_for_time_while_a_map_is_shown(map_window: MainWindow, qtbot: QtBot) -> None:
    def busy() -> list[QTimer]:
        timers = [*map_window.findChildren(QTimer), *map_window.windows.findChildren(QTimer)]
        return [timer for timer in timers if timer.isActive() and timer.interval() == 0]

    qtbot.waitUntil(lambda: not busy())
    map_window.start_page.refresh()
    qtbot.waitUntil(lambda: not busy())
    map_window.action_set.by_id["close"].trigger()
    qtbot.waitUntil(lambda: map_window.start_page.recent.picture_of(0) is not None)


def test_a_tooltip_shows_markup_as_it_is_written() -> None:
    assert as_tip("/maps/bank & shop.journey") == "/maps/bank & shop.journey"
    document = QTextDocument()
    document.setHtml(as_tip("/maps/<b>bank & shop.journey\ncut"))
    assert document.toPlainText() == "/maps/<b>bank & shop.journey\ncut"


def test_the_examples_are_shown_as_pictures_and_open_without_a_file(
    window: MainWindow, windows: Windows, qtbot: QtBot
) -> None:
    examples = window.start_page.examples
    qtbot.waitUntil(lambda: examples.count() > 0)
    rows = {examples.key_at(row): row for row in range(examples.count())}
    assert rows.keys() == {str(path) for path in laptop_shop().parent.iterdir()}
    row = rows[str(laptop_shop())]
    assert examples.item(row).text() == "Buying a laptop online"
    qtbot.waitUntil(lambda: examples.picture_of(row) is not None, timeout=30_000)
    picture = examples.picture_of(row)
    assert picture is not None
    curve = range(155, 190)
    for left in range(90, 420, 30):
        seen = {picture.pixelColor(x, y).saturation() > 40 for x in range(left, left + 30) for y in curve}
        assert True in seen, f"the curve is painted at {left}"
    examples.setCurrentRow(row)
    qtbot.keyClick(examples, Qt.Key.Key_Return)
    assert window.open_map is not None
    assert window.open_map.session.path is None
    assert windows.settings.recent == []


def test_our_example_named_as_a_file_opens_without_one_too(window: MainWindow, windows: Windows) -> None:
    assert windows.open_file(laptop_shop(), window)
    assert window.open_map is not None
    assert window.open_map.session.path is None
