"""Pasting pictures: from other programs, from files, and of our own making."""

from base64 import b64decode
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from pytestqt.qtbot import QtBot

from journeymapper.document.records import Persona
from journeymapper.exchange.pictures import picture_of
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.windows import Windows
from tests.photos import file_of, halves, photo
from tests.ui.canvas.driver import Driver
from tests.ui.clipboard_hands import file_of as map_of
from tests.ui.clipboard_hands import press, said, select, stand
from tests.ui.pictures_hands import (
    copy,
    picture_files,
    picture_of_card,
    pictures_in,
    shown_in,
    with_files,
    with_image,
    with_raw,
)

#: In the small map: actions at the step Searches have no cards; lane-3 holds emotions, lane-4 is a line.
EMPTY, EMOTIONS, LINE = ("lane-1", "step-2"), ("lane-3", "step-2"), ("lane-4", "step-2")


def test_a_picture_becomes_a_card_of_the_cell(map_window: MainWindow, qtbot: QtBot) -> None:
    before = map_of(map_window)
    copy(with_image())
    stand(map_window, *EMPTY)
    press(qtbot, map_window, Qt.Key.Key_V)
    [picture] = pictures_in(map_window)
    assert (picture.width, picture.height) == (80, 60)
    assert shown_in(map_window, *EMPTY) == [("", picture.id)]
    assert said(map_window) == "1 picture added."
    [card] = map_window.open_map.selection
    assert picture_of_card(map_window, card) == picture
    press(qtbot, map_window, Qt.Key.Key_Z)
    assert map_of(map_window) == before


def test_what_is_typed_right_after_are_the_words_of_its_card(map_window: MainWindow, qtbot: QtBot) -> None:
    copy(with_image())
    stand(map_window, *EMPTY)
    press(qtbot, map_window, Qt.Key.Key_V)
    [picture] = pictures_in(map_window)
    map_window.canvas.setFocus()
    hand = Driver(map_window.canvas)
    hand.type("The shop")
    hand.key(Qt.Key.Key_Return)
    assert shown_in(map_window, *EMPTY) == [("The shop", picture.id)]
    press(qtbot, map_window, Qt.Key.Key_Z)
    assert shown_in(map_window, *EMPTY) == [("", picture.id)]
    press(qtbot, map_window, Qt.Key.Key_Y)
    hand.type("Inside")
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_Escape)
    texts = [text for text, _picture in shown_in(map_window, *EMPTY)]
    assert texts == ["The shop", "Inside"], "with words it is a card like any other"


def test_into_the_selected_card_and_in_place_of_the_picture_there(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    select(map_window, "card-1")
    for left in ("red", "green"):
        copy(with_image(halves(40, 30, left)))
        press(qtbot, map_window, Qt.Key.Key_V)
        [picture] = pictures_in(map_window)
        assert picture_of_card(map_window, "card-1") == picture
    assert shown_in(map_window, "lane-1", "step-1") == [
        ("Sees a poster", picture.id),
        ("Asks a friend", ""),
    ]
    assert map_window.open_map.selection == {"card-1"}


def test_below_the_card_one_stands_on_where_several_are_selected(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    select(map_window, "card-1", "card-2")
    copy(with_image())
    press(qtbot, map_window, Qt.Key.Key_V)
    texts = [text for text, _picture in shown_in(map_window, "lane-1", "step-1")]
    assert texts == ["Sees a poster", "", "Asks a friend"]


def test_into_the_selected_persona(map_window: MainWindow, qtbot: QtBot) -> None:
    select(map_window, "persona-1")
    copy(with_image())
    press(qtbot, map_window, Qt.Key.Key_V)
    [picture] = pictures_in(map_window)
    persona = map_window.open_map.session.document.get("persona-1", Persona)
    assert persona.picture == picture.id


def test_several_files_become_a_card_each_in_their_order(
    map_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    before, paths = map_of(map_window), picture_files(tmp_path, "c.JPG", "a.jpeg", "b.png")
    copy(with_files(*paths))
    select(map_window, "card-1")
    press(qtbot, map_window, Qt.Key.Key_V)
    wanted = [picture_of(path.read_bytes()).id for path in paths]
    shown = shown_in(map_window, "lane-1", "step-1")
    assert shown == [("Sees a poster", ""), *(("", id_) for id_ in wanted), ("Asks a friend", "")]
    assert said(map_window) == "3 pictures added."
    assert len(map_window.open_map.selection) == 3
    press(qtbot, map_window, Qt.Key.Key_Z)
    assert map_of(map_window) == before


def test_the_bytes_that_another_program_offers_are_taken_as_they_are(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    data = file_of(photo(64, 48))
    copy(with_raw(image_jpeg=data, text_plain=b"https://example.org/photo.jpg"))
    stand(map_window, *EMPTY)
    press(qtbot, map_window, Qt.Key.Key_V)
    [picture] = pictures_in(map_window)
    assert b64decode(picture.data) == data


def test_in_a_lane_of_emotions_a_line_says_why_not(map_window: MainWindow, qtbot: QtBot) -> None:
    before = map_of(map_window)
    copy(with_image())
    for cell in (EMOTIONS, LINE):
        stand(map_window, *cell)
        press(qtbot, map_window, Qt.Key.Key_V)
        assert said(map_window) == "Pictures cannot stand here: choose a cell in a lane of cards first."
    assert map_of(map_window) == before


def test_text_that_comes_with_a_picture_of_itself_is_text(map_window: MainWindow, qtbot: QtBot) -> None:
    """Spreadsheets and writing programs offer both."""
    data = with_image()
    data.setText("Looks at the map")
    copy(data)
    stand(map_window, *EMPTY)
    press(qtbot, map_window, Qt.Key.Key_V)
    assert shown_in(map_window, *EMPTY) == [("Looks at the map", "")]


def test_cards_that_were_copied_are_cards_and_not_the_picture_of_them(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    select(map_window, "card-1")
    press(qtbot, map_window, Qt.Key.Key_C)
    stand(map_window, *EMPTY)
    press(qtbot, map_window, Qt.Key.Key_V)
    assert shown_in(map_window, *EMPTY) == [("Sees a poster", "")]
    map_window.action_set.run("copy_as.picture")
    stand(map_window, *EMPTY)
    press(qtbot, map_window, Qt.Key.Key_V)
    assert [bool(picture) for _text, picture in shown_in(map_window, *EMPTY)] == [False, True]


def test_as_plain_text_a_picture_is_nothing(map_window: MainWindow, qtbot: QtBot) -> None:
    copy(with_image())
    stand(map_window, *EMPTY)
    press(
        qtbot,
        map_window,
        Qt.Key.Key_V,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert said(map_window) == "There is no text on the clipboard."
    assert not pictures_in(map_window)


def test_of_a_picture_on_a_page_of_the_web_more_than_its_address_is_wanted(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setHtml('<meta charset="utf-8"><img src="https://example.org/photo.jpg">')
    data.setUrls([QUrl("https://example.org/photo.jpg")])
    copy(data)
    stand(map_window, *EMPTY)
    press(qtbot, map_window, Qt.Key.Key_V)
    wanted = "The picture cannot be shown: only its address is there; copy the picture itself and paste it."
    assert said(map_window) == wanted


def test_the_same_picture_is_kept_once(map_window: MainWindow, qtbot: QtBot) -> None:
    for cell in (EMPTY, ("lane-2", "step-1")):
        copy(with_image())
        stand(map_window, *cell)
        press(qtbot, map_window, Qt.Key.Key_V)
    [picture] = pictures_in(map_window)
    assert map_of(map_window).count(picture.data.encode()) == 1


def test_a_card_takes_its_picture_along_to_another_map(
    map_window: MainWindow, windows: Windows, qtbot: QtBot
) -> None:
    copy(with_image())
    stand(map_window, *EMPTY)
    press(qtbot, map_window, Qt.Key.Key_V)
    press(qtbot, map_window, Qt.Key.Key_C)
    [picture] = pictures_in(map_window)
    map_window.action_set.run("new")
    other = windows.shown[-1]
    assert other is not map_window
    document = other.open_map.session.document
    lane, step = document.indexes.lanes[0][1], document.indexes.columns()[0]
    stand(other, lane, step)
    press(qtbot, other, Qt.Key.Key_V)
    assert pictures_in(other) == [picture]
