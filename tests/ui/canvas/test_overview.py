"""The overview map in the corner, and zooming to what is selected."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.editing import cards, lanes
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.canvas.overview import Overview
from journeymapper.ui.canvas.view import LARGEST_FIT
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.windows import Windows
from tests.maps import large_map
from tests.ui.canvas.driver import CTRL, LEFT, Driver, Paints


@pytest.fixture
def overview(driver: Driver, qtbot: QtBot) -> Overview:
    """The overview of a map of which only a part is in view."""
    driver.canvas.zoom_to(2.0)
    driver.settle()
    overview = driver.canvas.overview
    assert overview.isVisible()
    qtbot.waitUntil(lambda: overview.is_painted)
    return overview


def colours(picture: QImage) -> set[int]:
    return {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}


def test_it_is_there_only_while_not_all_of_the_map_is_in_view(driver: Driver) -> None:
    driver.canvas.fit()
    assert not driver.canvas.overview.isVisible()
    driver.canvas.zoom_to(3.0)
    assert driver.canvas.overview.isVisible()
    seen, lies = driver.canvas.viewport().geometry(), driver.canvas.overview.geometry()
    assert seen.contains(lies)
    assert seen.bottomRight().x() - lies.right() == seen.bottomRight().y() - lies.bottom() == 12
    assert lies.width() <= 190
    assert lies.height() <= 130
    driver.canvas.resize(600, 480)
    assert driver.canvas.overview.width() <= 110, "a sixth of the view and a rim"
    assert driver.canvas.overview.height() <= 90
    driver.canvas.resize(300, 220)
    assert not driver.canvas.overview.isVisible(), "in a small window it would cover most of the map"


def test_it_shows_the_map_s_colours_and_frames_what_is_in_view(overview: Overview, driver: Driver) -> None:
    picture = overview.grab().toImage()
    hues = {QColor(pixel).hue() // 30 for pixel in colours(picture) if QColor(pixel).saturation() > 60}
    assert len(hues) >= 3, "stages, cards and the frame"
    frame = overview.frame()
    driver.canvas.move_map(driver.canvas.view.place - QPoint(200, 100))
    moved = overview.frame()
    assert moved.x() > frame.x()
    assert moved.y() > frame.y()
    assert (moved.width(), moved.height()) == pytest.approx((frame.width(), frame.height()), abs=4)
    assert overview.grab().toImage() != picture


@pytest.mark.parametrize("dark", [False, True])
def test_it_is_a_clean_picture_of_the_paper_in_its_own_colours_on_the_desk(
    overview: Overview, driver: Driver, dark: bool
) -> None:
    driver.canvas.set_dark(dark)
    driver.settle()
    picture, layout = overview.grab().toImage(), driver.session.layout
    scale = (overview.width() - 10) / layout.width

    def at(x: float, y: float) -> QColor:
        return QColor(picture.pixel(5 + round(x * scale), 5 + round(y * scale)))

    y = layout.headings_top + layout.headings.stage_height / 2
    for place, span in enumerate(layout.columns.spans):
        hue, found = QColor(layout.headings.hue(place, span.stage)), at(span.x + span.width / 2, y)
        apart = (abs(a - b) for a, b in zip(hue.getRgb(), found.getRgb(), strict=True))
        assert max(apart) <= 40, (hue.name(), found.name())
    assert at(layout.width - 8, layout.height - 8).name() == "#ffffff", "paper is white, in view or not"
    between = at(layout.columns.left - 4, layout.lanes_top + 60)
    assert min(between.getRgb()) >= 250, "a gap of a pixel or two takes a little of the lane head beside it"
    assert QColor(picture.pixel(2, picture.height() - 3)).name() == driver.canvas.overlay.appearance.desk


def in_corner(overview: Overview, driver: Driver, id_: str) -> QPoint:
    """Scroll so that a record is under the overview's corner; return where it is to go."""
    corner = overview.geometry().translated(-driver.canvas.viewport().pos())
    driver.canvas.move_map(driver.canvas.view.place + corner.center() - driver.at(id_))
    driver.settle()
    return corner.center()


def test_it_hides_while_the_keyboard_s_cell_is_under_it(overview: Overview, driver: Driver) -> None:
    in_corner(overview, driver, "card-4")
    driver.open_map.select({"card-4"}, "card-4")
    assert overview.isHidden()
    driver.open_map.select((), cell=("lane-1", "step-1"))
    assert overview.isVisible()
    driver.open_map.select((), cell=("lane-2", "step-2"))
    assert overview.isHidden(), "the cell of the card, empty-handed"
    driver.canvas.move_map(driver.canvas.view.place - QPoint(0, 300))
    assert overview.isVisible()


def test_it_hides_while_a_dragged_card_is_under_it(overview: Overview, driver: Driver) -> None:
    under = overview.geometry().center() - driver.canvas.viewport().pos()
    driver.canvas.move_map(QPoint(0, 0))
    driver.press(driver.at("card-1"))
    driver.move(driver.at("card-1") + QPoint(12, 0))
    assert overview.isVisible()
    driver.move(under - QPoint(0, 20))
    assert overview.isHidden()
    driver.move(under - QPoint(500, 300))
    assert overview.isVisible()
    driver.move(under)
    driver.key(Qt.Key.Key_Escape)
    driver.release(under)
    assert overview.isVisible()


def test_it_does_not_hide_from_the_hand_that_scrolls_with_it(overview: Overview, driver: Driver) -> None:
    driver.canvas.move_map(QPoint(-400, -200))
    driver.open_map.select({"card-4"}, "card-4")
    assert overview.isVisible()
    QTest.mousePress(overview, LEFT, Qt.KeyboardModifier.NoModifier, overview.frame().center().toPoint())
    assert in_corner(overview, driver, "card-4") == driver.at("card-4")
    assert overview.isVisible(), "while it is in use"
    QTest.mouseRelease(overview, LEFT, Qt.KeyboardModifier.NoModifier, overview.rect().center())
    assert overview.isVisible()
    QApplication.sendEvent(overview, QEvent(QEvent.Type.Leave))
    assert overview.isHidden()


def test_a_click_goes_there_and_the_frame_can_be_dragged(overview: Overview, driver: Driver) -> None:
    driver.canvas.move_map(QPoint(0, 0))
    selected, place = driver.open_map.selection, driver.canvas.view.place
    QTest.mouseClick(
        overview, LEFT, Qt.KeyboardModifier.NoModifier, overview.rect().bottomRight() - QPoint(8, 8)
    )
    assert driver.canvas.view.place.x() < place.x()
    assert driver.canvas.view.place.y() < place.y()
    frame, place = overview.frame(), driver.canvas.view.place
    start = frame.center().toPoint() + QPoint(4, 3)
    QTest.mousePress(overview, LEFT, Qt.KeyboardModifier.NoModifier, start)
    assert driver.canvas.view.place == place, "taking hold of the frame moves nothing"
    QTest.mouseMove(overview, start - QPoint(20, 15))
    QApplication.processEvents()
    QTest.mouseRelease(overview, LEFT, Qt.KeyboardModifier.NoModifier, start - QPoint(20, 15))
    share = driver.canvas.view.map_pixels.width() / (overview.width() - 10)
    way = driver.canvas.view.place - place
    assert (way.x(), way.y()) == pytest.approx((20 * share, 15 * share), rel=0.1)
    assert driver.open_map.selection == selected
    assert driver.canvas.hasFocus(), "the keyboard stays on the map"


def test_it_keeps_clear_of_the_words_being_written(overview: Overview, driver: Driver) -> None:
    corner = overview.geometry()
    x, y = driver.canvas.view.to_map(QRectF(corner).center())
    card = driver.rect("card-4")
    driver.canvas.move_map(driver.canvas.view.place + corner.center() - driver.at("card-4"))
    assert corner.contains(driver.at("card-4"))
    assert driver.canvas.edit_text("card-4")
    box = driver.canvas.text_box
    assert box is not None
    assert (x, y) != card.centre
    driver.canvas.move_map(driver.canvas.view.place + corner.center() - driver.at("card-4"))
    for _letter in range(30):
        driver.type("many words ")
        shown = box.geometry().translated(driver.canvas.viewport().pos())
        assert overview.isHidden() or not overview.geometry().intersects(shown)
    driver.key(Qt.Key.Key_Escape)
    assert overview.geometry() == corner


def test_it_follows_a_change_a_little_later_and_only_where_that_was(
    overview: Overview, driver: Driver, qtbot: QtBot
) -> None:
    before = overview.grab().toImage()
    with driver.open_map.edit("Fill") as edit:
        cards.add(edit, driver.lane("Pain points"), driver.step("Sees"), "Card")
    assert not overview.is_painted
    driver.settle()
    assert overview.grab().toImage() == before, "no edit waits for it"
    qtbot.waitUntil(lambda: overview.is_painted)
    assert overview.grab().toImage() != before
    with driver.open_map.edit("Grow") as edit:
        lanes.add(edit, "Another", role="goals")
    qtbot.waitUntil(lambda: overview.is_painted)
    grown = overview.grab().toImage()
    driver.session.undo()
    qtbot.waitUntil(lambda: overview.is_painted)
    driver.session.undo()
    qtbot.waitUntil(lambda: overview.is_painted)
    assert overview.grab().toImage() == before != grown


def test_what_is_painted_in_parts_is_the_whole_picture(qtbot: QtBot, shaper: QtShaper) -> None:
    """The picture after edits is the one that a new canvas paints of the same map."""
    pictures = []
    open_map = OpenMap(Session(large_map(400), shaper))
    for change in (True, False):
        canvas = Canvas(open_map)
        qtbot.addWidget(canvas)
        canvas.resize(900, 700)
        with qtbot.waitExposed(canvas):
            canvas.show()
        canvas.actual_size()
        qtbot.waitUntil(lambda canvas=canvas: canvas.overview.is_painted)
        if change:
            with open_map.edit("Change") as edit:
                cards.add(edit, "lane-2", "step-3", "Another card with many words " * 9)
                cards.delete(edit, ["card-17", "card-230"])
            qtbot.waitUntil(lambda canvas=canvas: canvas.overview.is_painted)
        canvas.move_map(QPoint(-50, -50))
        pictures.append(canvas.overview.grab().toImage())
    assert pictures[0] == pictures[1]


def test_scrolling_under_it_paints_only_strips_and_what_is_round_it(
    overview: Overview, driver: Driver
) -> None:
    driver.canvas.move_map(QPoint(-300, -300))
    paints = driver.paints()
    driver.wheel(driver.canvas.viewport().rect().center(), QPoint(), pixels=QPoint(0, -40))
    driver.settle()
    seen = driver.canvas.viewport().rect()
    allowed = QRegion(QRect(0, seen.height() - 40, seen.width(), 40))
    allowed = allowed.united(overview.geometry().adjusted(-1, -41, 13, 13))
    assert paints.regions
    assert allowed.united(paints.united()) == allowed


def test_what_was_scrolled_under_it_looks_as_if_painted_whole(overview: Overview, driver: Driver) -> None:
    for pixels in (QPoint(-60, -90), QPoint(33, 20), QPoint(0, -171), QPoint(-300, 0), QPoint(-500, -700)):
        driver.wheel(driver.canvas.viewport().rect().center(), QPoint(), pixels=pixels)
        driver.settle()
    screen = driver.canvas.screen().grabWindow(driver.canvas.winId()).toImage()
    viewport = QRect(driver.canvas.viewport().pos(), driver.canvas.viewport().size())
    parts = screen.copy(viewport).convertToFormat(QImage.Format.Format_RGB32)
    whole = driver.canvas.grab().toImage().copy(viewport).convertToFormat(QImage.Format.Format_RGB32)
    assert overview.isVisible()
    assert parts == whole


def test_it_is_dark_or_light_with_the_desk(overview: Overview, driver: Driver) -> None:
    grounds = []
    for dark in (True, False):
        driver.canvas.set_dark(dark)
        driver.settle()
        grounds.append(overview.grab().toImage().pixelColor(3, 3).lightness())
    assert grounds[0] < 60
    assert grounds[1] > 200


AT_TWO_HUNDRED_PER_CENT = """
from PySide6.QtWidgets import QApplication
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.open_map import OpenMap
from tests.maps import large_map
application = QApplication([])
canvas = Canvas(OpenMap(Session(large_map(400), QtShaper())))
canvas.resize(700, 600)
canvas.show()
canvas.actual_size()
while not canvas.overview.is_painted:
    application.processEvents()
picture = canvas.overview.grab().toImage()
pairs = ((x, y) for x in range(0, picture.width() - 1, 2) for y in range(picture.height()))
fine = sum(picture.pixel(x, y) != picture.pixel(x + 1, y) for x, y in pairs)
print(picture.width() / canvas.overview.width(), fine > 100)
"""


def test_it_is_sharp_at_two_hundred_per_cent() -> None:
    environment = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-c", AT_TWO_HUNDRED_PER_CENT],
        check=True,
        capture_output=True,
        env=environment,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    assert told.stdout.split() == ["2.0", "True"], "pixels differ that would be one at 100 %"


def test_it_says_what_it_is(overview: Overview) -> None:
    assert overview.accessibleName() == "Overview map"
    assert overview.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_it_is_switched_off_in_every_window_and_stays_off(
    map_window: MainWindow, windows: Windows, tmp_path: Path
) -> None:
    canvas, action = map_window.canvas, map_window.action_set.by_id["show_overview"]
    canvas.zoom_to(4.0)
    assert action.isChecked()
    assert canvas.overview.isVisible()
    action.trigger()
    assert not action.isChecked()
    assert not canvas.overview.isVisible()
    again = Windows(windows.application, tmp_path / "settings" / "settings.json", tmp_path / "cache")
    assert not again.settings.show_overview
    again.deleteLater()
    map_window.show_map(OpenMap(Session(large_map(100), windows.shaper)))
    map_window.canvas.zoom_to(4.0)
    assert not map_window.canvas.overview.isVisible()
    action.trigger()
    assert map_window.canvas.overview.isVisible()


def test_zoom_to_selection_shows_all_that_is_selected_as_large_as_it_fits(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    canvas, action = map_window.canvas, map_window.action_set.by_id["zoom_selection"]
    driver = Driver(canvas)
    map_window.resize(900, 640)
    driver.settle()
    assert not action.isEnabled()
    driver.open_map.select({"card-1", "card-6"}, "card-1")
    assert action.isEnabled()
    qtbot.keyClick(canvas, Qt.Key.Key_8, CTRL)
    driver.settle()
    seen = canvas.viewport().rect()
    boxes = [canvas.view.to_view(driver.rect(id_)).toRect() for id_ in ("card-1", "card-6")]
    assert all(seen.contains(box) for box in boxes)
    whole = boxes[0].united(boxes[1])
    assert canvas.zoom < LARGEST_FIT
    assert min(seen.width() - whole.width(), seen.height() - whole.height()) < 90
    driver.open_map.select({"card-4"}, "card-4")
    canvas.zoom_to_selection()
    driver.settle()
    assert canvas.zoom == LARGEST_FIT, "one card is not blown up for good"
    assert seen.contains(driver.at("card-4"))
    driver.open_map.select({"stage-1"}, "stage-1")
    canvas.zoom_to_selection()
    driver.settle()
    assert canvas.viewport().rect().contains(driver.in_cell("Pain points", "Searches"))
    driver.open_map.select(())
    canvas.zoom_to_selection()
    driver.settle()
    assert canvas.viewport().rect().contains(canvas.view.paper())


def test_scrolling_with_the_overview_away_moves_all_at_once(driver: Driver) -> None:
    driver.canvas.overview.want(False)
    driver.canvas.zoom_to(2.0)
    driver.settle()
    paints = Paints(driver.canvas.viewport())
    driver.canvas.move_map(driver.canvas.view.place - QPoint(10, 0))
    driver.settle()
    assert paints.united().boundingRect().width() == 10
