"""Pictures on the map: what comes of bad files by any door, chosen ones, captions, and taking them away."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.document.records import Card
from journeymapper.editing import pictures
from journeymapper.files import native
from journeymapper.layout.finding import rect_of
from journeymapper.ui.dialogs.file_dialogs import PicturesDialog
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.windows import Windows
from tests.photos import claimed_png, file_of, halves, photo, record
from tests.ui.clipboard_hands import file_of as map_of
from tests.ui.clipboard_hands import press, said, select, stand
from tests.ui.conftest import Answers
from tests.ui.pictures_hands import (
    Carrier,
    copy,
    picture_files,
    pictures_in,
    shown_in,
    with_files,
    with_raw,
)

#: In the small map: actions at the step Searches have no cards; lane-3 holds emotions.
EMPTY, EMOTIONS = ("lane-1", "step-2"), ("lane-3", "step-2")


def run(window: MainWindow, action: str) -> None:
    window.refresh_actions()
    assert window.action_set.by_id[action].isEnabled()
    window.action_set.run(action)


BAD = {
    "text.png": (b"Dear Sir or Madam", "it is no picture of a kind that can be read here"),
    "photo.heic": (b"\0\0\0\x18ftypheic\0\0\0\0", "it is no picture of a kind that can be read here"),
    "drawing.svg": (
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        "it is no picture of a kind that can be read",
    ),
    "half.jpg": (file_of(photo(64, 48))[:900], "it is broken or cut short"),
    "empty.gif": (b"", "there is nothing in it"),
    "satellite.png": (claimed_png(20_000, 10_000), "it has more than 100 megapixels; make it smaller first"),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("door", ["paste", "drop", "choose"])
def test_a_file_that_is_no_picture_changes_nothing_and_one_line_says_why(
    map_window: MainWindow, qtbot: QtBot, answers: Answers, tmp_path: Path, name: str, door: str
) -> None:
    content, reason = BAD[name]
    path = tmp_path / name
    path.write_bytes(content)
    before, steps = map_of(map_window), map_window.open_map.session.history.mark()
    stand(map_window, *EMPTY)
    match door:
        case "paste":
            copy(with_files(path))
            press(qtbot, map_window, Qt.Key.Key_V)
        case "drop":
            carrier = Carrier(map_window, with_files(path))
            assert carrier.carry(carrier.in_cell(*EMPTY))
        case _:
            answers.prepare(PicturesDialog, [path])
            run(map_window, "add_picture")
    assert said(map_window).startswith(f"“{name}” cannot be shown: {reason}")
    assert "\n" not in said(map_window)
    assert map_of(map_window) == before
    assert map_window.open_map.session.history.mark() == steps


def test_what_was_whole_comes_and_of_the_rest_the_first_is_named(
    map_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = picture_files(tmp_path, "a.jpg", "b.jpg", "c.jpg", "d.jpg")
    for path in paths[1:3]:
        path.write_bytes(b"none")
    copy(with_files(*paths, tmp_path / "gone.png", tmp_path / "letter.odt"))
    stand(map_window, *EMPTY)
    press(qtbot, map_window, Qt.Key.Key_V)
    assert len(shown_in(map_window, *EMPTY)) == 2
    assert said(map_window) == (
        "2 pictures added. “b.jpg” cannot be shown: it is no picture of a kind that can be read here. "
        "2 more cannot either."
    )


def test_too_many_at_once_are_refused_before_any_is_read(
    map_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    copy(with_files(*(tmp_path / f"{number}.jpg" for number in range(201))))
    stand(map_window, *EMPTY)
    press(qtbot, map_window, Qt.Key.Key_V)
    assert said(map_window).startswith("201 pictures are too many at once: at most 200 can be added.")


class TestUnusualPictures:
    """Each has one sensible answer, whichever way it comes."""

    @pytest.mark.parametrize(
        "image",
        [Image.new("RGB", (1, 30_000), "red"), Image.new("I;16", (40, 30), 40_000), Image.new("LA", (9, 9))],
        ids=["strip", "sixteen bits", "transparent grey"],
    )
    def test_it_is_shown(self, map_window: MainWindow, qtbot: QtBot, image: Image.Image) -> None:
        copy(with_raw(image_png=file_of(image, "PNG")))
        stand(map_window, *EMPTY)
        press(qtbot, map_window, Qt.Key.Key_V)
        assert said(map_window) == "1 picture added."
        map_window.canvas.viewport().grab()

    def test_a_photo_in_printing_inks_and_an_animation(
        self, map_window: MainWindow, qtbot: QtBot, tmp_path: Path
    ) -> None:
        inks, moving = tmp_path / "inks.jpg", tmp_path / "moving.gif"
        inks.write_bytes(file_of(halves(60, 40).convert("CMYK")))
        frames = [halves(40, 30, colour) for colour in ("red", "green")]
        moving.write_bytes(file_of(frames[0], "GIF", save_all=True, append_images=frames[1:]))
        copy(with_files(inks, moving))
        stand(map_window, *EMPTY)
        press(qtbot, map_window, Qt.Key.Key_V)
        assert said(map_window) == "2 pictures added."


class TestActions:
    def test_chosen_files_come_to_the_cursor(
        self, map_window: MainWindow, answers: Answers, tmp_path: Path
    ) -> None:
        answers.prepare(PicturesDialog, picture_files(tmp_path, "a.jpg", "b.jpg"), [])
        stand(map_window, *EMPTY)
        run(map_window, "add_picture")
        assert len(shown_in(map_window, *EMPTY)) == 2
        before = map_of(map_window)
        run(map_window, "add_picture")
        assert map_of(map_window) == before

    def test_where_none_can_stand_nothing_is_asked(self, map_window: MainWindow, answers: Answers) -> None:
        stand(map_window, *EMOTIONS)
        run(map_window, "add_picture")
        assert "choose a cell in a lane of cards first" in said(map_window)
        assert not answers.asked

    def test_a_picture_is_taken_away_and_the_words_stay(self, map_window: MainWindow, qtbot: QtBot) -> None:
        before = map_of(map_window)
        remove, add = (map_window.action_set.by_id[id_] for id_ in ("remove_picture", "add_picture"))
        select(map_window, "card-1")
        assert not remove.isEnabled()
        assert add.text() == "Add picture…"
        with map_window.open_map.edit("Show") as edit:
            pictures.show(edit, ["card-1", "card-2", "persona-1"], record())
        select(map_window, "card-1", "card-2", "persona-1")
        run(map_window, "remove_picture")
        assert map_of(map_window) == before
        press(qtbot, map_window, Qt.Key.Key_Z)
        select(map_window, "card-1")
        assert add.text() == "Change picture…"
        assert len(pictures_in(map_window)) == 1

    def test_a_lane_for_a_storyboard_can_be_added(self, map_window: MainWindow) -> None:
        run(map_window, "add_lane.pictures")
        document = map_window.open_map.session.document
        [lane] = [
            lane for _order, lane in document.indexes.lanes if lane not in {f"lane-{n}" for n in range(9)}
        ]
        record_ = document.find(lane)
        assert (record_.name, record_.role) == ("Storyboard", "pictures")

    def test_the_picture_of_a_card_is_in_what_is_copied_as_picture(
        self, map_window: MainWindow, windows: Windows
    ) -> None:
        with map_window.open_map.edit("Show") as edit:
            pictures.show(edit, ["card-1"], record(400, 300, "lime", "lime"))
        select(map_window, "card-1")
        run(map_window, "copy_as.picture")
        copied = QImage(windows.application.clipboard().image())
        assert copied.pixelColor(copied.width() // 2, copied.height() // 3).name() == "#00ff00"


def test_a_caption_is_written_below_the_picture_and_a_double_click_on_it_begins_it(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    with map_window.open_map.edit("Show") as edit:
        pictures.show(edit, ["card-1"], record(400, 300))
        pictures.show(edit, ["card-2"], record(400, 300))
        edit.update("card-2", Card, text="")
    canvas = map_window.canvas
    for card in ("card-1", "card-2"):
        rect = rect_of(canvas.map_layout, card)
        middle = canvas.view.to_view(rect).center().toPoint()
        qtbot.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        box = canvas.text_box
        assert box is not None
        assert box.geometry().top() > middle.y() + 0.2 * rect.height * canvas.view.scale
        qtbot.keyClicks(box, "In town")
        canvas.finish_editing()
    texts = [text for text, _picture in shown_in(map_window, "lane-1", "step-1")]
    assert texts == ["Sees a posterIn town", "In town"]


def test_a_map_with_pictures_is_saved_and_opened_as_it_was(
    map_window: MainWindow, map_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    copy(with_files(*picture_files(tmp_path, "a.jpg", "b.jpg")))
    stand(map_window, *EMPTY)
    press(qtbot, map_window, Qt.Key.Key_V)
    run(map_window, "save")
    saved = map_file.read_bytes()
    assert native.written(native.load(map_file)) == saved == map_of(map_window)


def test_the_canvas_paints_pictures_as_they_are_decoded_and_then_rests(
    map_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    copy(with_files(*picture_files(tmp_path, *(f"{number}.jpg" for number in range(6)))))
    stand(map_window, *EMPTY)
    canvas = map_window.canvas
    canvas.fit()
    press(qtbot, map_window, Qt.Key.Key_V)
    canvas.viewport().repaint()
    assert not canvas.late_pictures.is_done
    qtbot.waitUntil(lambda: canvas.late_pictures.is_done)
    QApplication.processEvents()
    done = canvas.viewport().grab().toImage()
    QApplication.processEvents()
    assert canvas.late_pictures.is_done
    assert canvas.viewport().grab().toImage() == done


def test_a_picture_that_was_scrolled_out_of_view_comes_when_it_is_seen(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    with map_window.open_map.edit("Show") as edit:
        pictures.show(edit, ["card-1"], record(400, 300, "lime", "lime"))
    canvas = map_window.canvas
    canvas.zoom_to(8)
    canvas.reveal("card-1")
    place = canvas.view.place
    canvas.viewport().repaint()
    canvas.move_map(place - QPoint(9000, 0))
    qtbot.waitUntil(lambda: canvas.late_pictures.is_done)
    assert not canvas._sheet.pictures.size
    canvas.zoom_to(1)
    canvas.reveal("card-1")
    canvas.viewport().repaint()
    qtbot.waitUntil(lambda: canvas.late_pictures.is_done)
    rect = canvas.view.to_view(rect_of(canvas.map_layout, "card-1"))
    at = QPoint(round(rect.center().x()), round(rect.top() + 0.3 * rect.height()))
    assert canvas.viewport().grab().toImage().pixelColor(at).name() == "#00ff00"
