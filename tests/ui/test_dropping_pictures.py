"""Dropping pictures on the map, from the file manager and from browsers."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from pytestqt.qtbot import QtBot

from journeymapper.document.records import Card
from journeymapper.exchange.pictures import picture_of
from journeymapper.layout.finding import rect_of
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.windows import Windows
from tests.ui.clipboard_hands import file_of as map_of
from tests.ui.clipboard_hands import press, said
from tests.ui.pictures_hands import (
    Carrier,
    picture_files,
    picture_of_card,
    pictures_in,
    shown_in,
    with_files,
    with_image,
)

#: In the small map: actions at the step Searches have no cards; lane-3 holds emotions.
EMPTY, EMOTIONS = ("lane-1", "step-2"), ("lane-3", "step-2")


def test_files_become_a_card_each_where_the_line_shows_it(
    map_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    before, paths = map_of(map_window), picture_files(tmp_path, "a.jpg", "b.jpg")
    carrier, overlay = Carrier(map_window, with_files(*paths)), map_window.canvas.overlay
    at = carrier.on_card("card-2", 0.1)
    assert carrier.enter(at)
    above, below = (rect_of(map_window.canvas.map_layout, id_) for id_ in ("card-1", "card-2"))
    assert above.bottom <= overlay.drop_line.y < overlay.drop_line.bottom <= below.y
    assert map_of(map_window) == before
    assert carrier.drop(at)
    wanted = [picture_of(path.read_bytes()).id for path in paths]
    shown = shown_in(map_window, "lane-1", "step-1")
    assert shown == [("Sees a poster", ""), *(("", id_) for id_ in wanted), ("Asks a friend", "")]
    assert said(map_window) == "2 pictures added."
    assert overlay.drop_line is None
    press(qtbot, map_window, Qt.Key.Key_Z)
    assert map_of(map_window) == before


def test_below_the_last_card_and_in_an_empty_cell(map_window: MainWindow, tmp_path: Path) -> None:
    carrier = Carrier(map_window, with_files(*picture_files(tmp_path, "a.jpg", "b.jpg")))
    carrier.carry(carrier.in_cell(*EMPTY))
    assert len(shown_in(map_window, *EMPTY)) == 2
    carrier.carry(carrier.on_card("card-2", 0.9))
    assert len(shown_in(map_window, "lane-1", "step-1")) == 4
    assert [text for text, _id in shown_in(map_window, "lane-1", "step-1")][:2] == [
        *("Sees a poster", "Asks a friend")
    ]


def test_one_goes_into_the_card_under_it_and_not_in_place_of_a_picture(
    map_window: MainWindow, tmp_path: Path
) -> None:
    first, second = picture_files(tmp_path, "a.jpg", "b.jpg")
    carrier, overlay = Carrier(map_window, with_files(first)), map_window.canvas.overlay
    carrier.enter(carrier.on_card("card-1"))
    assert overlay.drop_line is None
    assert overlay._target == rect_of(map_window.canvas.map_layout, "card-1")
    carrier.drop(carrier.on_card("card-1"))
    assert picture_of_card(map_window, "card-1") == picture_of(first.read_bytes())
    carrier = Carrier(map_window, with_files(second))
    carrier.carry(carrier.on_card("card-1", 0.2))
    assert [text for text, _id in shown_in(map_window, "lane-1", "step-1")] == [
        *("", "Sees a poster", "Asks a friend")
    ]
    assert picture_of_card(map_window, "card-1") == picture_of(first.read_bytes())


def test_a_picture_from_a_browser(map_window: MainWindow) -> None:
    data = with_image()
    data.setHtml('<img src="https://example.org/photo.jpg">')
    data.setUrls([QUrl("https://example.org/photo.jpg")])
    data.setText("https://example.org/photo.jpg")
    carrier = Carrier(map_window, data)
    assert carrier.carry(carrier.in_cell(*EMPTY))
    assert len(pictures_in(map_window)) == 1


def test_where_none_can_stand_a_line_says_so_and_none_is_taken(
    map_window: MainWindow, tmp_path: Path
) -> None:
    before = map_of(map_window)
    carrier = Carrier(map_window, with_files(*picture_files(tmp_path, "a.jpg")))
    assert carrier.enter(carrier.in_cell(*EMPTY))
    for at in (carrier.in_cell(*EMOTIONS), carrier.point(4, 4)):
        assert not carrier.move(at)
        words = "Pictures cannot stand here: drop them on a card, or in a lane of cards."
        assert said(map_window) == words
    assert carrier.move(carrier.in_cell(*EMPTY))
    assert said(map_window) == ""
    assert not carrier.move(carrier.in_cell(*EMOTIONS))
    assert not carrier.drop(carrier.in_cell(*EMOTIONS))
    assert map_of(map_window) == before


def test_one_that_is_carried_away_again_leaves_no_mark(map_window: MainWindow, tmp_path: Path) -> None:
    carrier = Carrier(map_window, with_files(*picture_files(tmp_path, "a.jpg")))
    carrier.enter(carrier.on_card("card-2", 0.1))
    carrier.leave()
    assert map_window.canvas.overlay._target is None
    assert map_window.canvas.overlay.drop_line is None


def test_a_map_still_opens_and_so_does_one_among_pictures(
    map_window: MainWindow, windows: Windows, map_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.journey"
    other.write_bytes(map_file.read_bytes())
    carrier = Carrier(map_window, with_files(*picture_files(tmp_path, "a.jpg"), other))
    assert carrier.carry(carrier.in_cell(*EMPTY))
    assert [window.open_map.session.path for window in windows.shown] == [map_file, other]
    assert not pictures_in(map_window)


def test_what_is_being_written_is_kept(map_window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    map_window.canvas.edit_text("card-2")
    qtbot.keyClicks(map_window.canvas.text_box, "!")
    carrier = Carrier(map_window, with_files(*picture_files(tmp_path, "a.jpg")))
    carrier.carry(carrier.in_cell(*EMPTY))
    assert map_window.open_map.session.document.get("card-2", Card).text == "Asks a friend!"
    assert len(shown_in(map_window, *EMPTY)) == 1
