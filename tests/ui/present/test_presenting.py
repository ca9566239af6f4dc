"""Present as a state of the window: everything else is away, and comes back exactly as it was."""

import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from journeymapper.document.records import Card, Curve
from journeymapper.files import native
from journeymapper.settings import load_settings
from journeymapper.ui.dialogs.export_dialog import PdfDialog, PngDialog
from journeymapper.ui.dialogs.questions import Answer, SaveQuestion
from journeymapper.ui.docks.parking_lot import ParkingLot
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.present.show import Show
from journeymapper.ui.printing import PreviewDialog
from tests.maps import small_map
from tests.ui.canvas.curve_hand import NOW, WISHED, wish
from tests.ui.canvas.driver import CTRL
from tests.ui.conftest import Answers
from tests.ui.present.conftest import Room

_Key = Qt.Key


def state(window: MainWindow) -> list[object]:
    """All that should be as it was."""
    canvas = window.canvas
    assert canvas is not None
    docks = (window.inspector, *window.docks.side_views)
    return [
        window.windowState(),
        window.geometry(),
        [dock.isVisible() for dock in docks],
        [dock.size() for dock in docks if dock.isVisible()],
        window.menuBar().isHidden(),
        window.statusBar().isHidden(),
        window._toolbar.isHidden(),
        window.bars.filter_bar.isHidden(),
        canvas.size(),
        canvas.sight,
        canvas.horizontalScrollBarPolicy(),
        canvas.view.is_free,
        canvas.overlay.spotlight.focus,
        canvas.map_layout.concealed,
    ]


def come_back(room: Room, qtbot: QtBot, before: list[object]) -> None:
    def is_back() -> None:
        room.settle()
        assert state(room.window) == before

    qtbot.waitUntil(is_back)


def test_the_room_does_not_see_which_curve_new_points_are_on(quiet_room: Room) -> None:
    room = quiet_room
    wish(room.driver)

    def looks(curve: Curve) -> QImage:
        room.canvas.open_map.choose_curve(curve)
        room.settle()
        return room.canvas.viewport().grab().toImage()

    assert looks(NOW) != looks(WISHED)
    room.begin()
    assert looks(NOW) == looks(WISHED)
    room.run("present")
    assert looks(NOW) != looks(WISHED)


def test_the_map_is_alone_on_the_screen(room: Room) -> None:
    window = room.window
    assert window.isFullScreen()
    assert window.menuBar().isHidden()
    assert window.statusBar().isHidden()
    assert window._toolbar.isHidden()
    assert not window.inspector.isVisible()
    assert room.canvas.size() == window.size()
    assert room.canvas.hasFocus()
    assert window.action_set.by_id["present"].isChecked()
    assert room.place == "Whole map"
    assert room.canvas.viewport().rect().contains(room.canvas.view.paper())


@pytest.mark.parametrize("way", ["Esc", "F5", "strip"])
def test_there_are_three_ways_out(quiet_room: Room, qtbot: QtBot, way: str) -> None:
    room = quiet_room
    before = state(room.window)
    room.begin()
    if way == "strip":
        room.presenting.parts.strip.buttons["leave"].click()
    else:
        room.key(_Key.Key_Escape if way == "Esc" else _Key.Key_F5)
    assert not room.presenting.is_on
    come_back(room, qtbot, before)
    assert room.canvas.hasFocus()
    assert room.presenting.parts.strip.isHidden()


def test_a_window_comes_back_with_its_bars_docks_size_and_sight(quiet_room: Room, qtbot: QtBot) -> None:
    room, window = quiet_room, quiet_room.window
    window.resize(1000, 700)
    room.run("show_outline")
    room.run("show_table")
    window.inspector.hide()
    room.run("filter")
    room.canvas.zoom_to(1.5)
    room.canvas.move_map(QPoint(-120, -80))
    room.settle()
    before = state(window)
    assert before[2] == [False, True, True, False, False]
    room.begin()
    assert not window.docks.outline.isVisible()
    assert window.bars.filter_bar.isHidden()
    for id_ in ("walk_by_lane", "walk_on", "show_votes", "zoom_in"):
        room.run(id_)
    room.run("present")
    come_back(room, qtbot, before)


def test_a_map_that_is_shown_again_at_once_is_shown_as_before(quiet_room: Room, qtbot: QtBot) -> None:
    room = quiet_room
    room.canvas.zoom_to(3)
    room.canvas.move_map(QPoint(-92, -98))
    room.settle()
    before = state(room.window)
    room.begin()
    shown = room.canvas.sight
    assert shown != before[9]
    actions = room.window.action_set.by_id
    actions["present"].trigger()
    actions["present"].trigger()
    room.settle()
    room.show.travel.arrive()
    room.settle()
    assert room.presenting.is_on
    assert room.canvas.sight == shown
    room.run("present")
    come_back(room, qtbot, before)


def test_a_maximised_window_is_maximised_again(quiet_room: Room, qtbot: QtBot) -> None:
    width = quiet_room.window.width()
    quiet_room.window.showMaximized()
    qtbot.waitUntil(lambda: quiet_room.window.width() > width)
    quiet_room.settle()
    before = state(quiet_room.window)
    quiet_room.begin()
    quiet_room.run("present")
    come_back(quiet_room, qtbot, before)
    assert quiet_room.window.isMaximized()


def test_until_somebody_zooms_the_first_look_stays_one(quiet_room: Room, qtbot: QtBot) -> None:
    before = state(quiet_room.window)
    assert quiet_room.canvas.sight.is_first
    quiet_room.begin()
    quiet_room.run("walk_on")
    quiet_room.run("present")
    come_back(quiet_room, qtbot, before)
    quiet_room.window.resize(900, 640)
    quiet_room.settle()
    assert quiet_room.canvas.sight.is_first


def test_esc_belongs_first_to_whoever_needs_it(room: Room) -> None:
    room.run("walk_by_stage")
    room.canvas.open_map.select({"card-1"}, "card-1")
    room.key(_Key.Key_F2)
    assert room.canvas.is_editing
    room.key(_Key.Key_Escape)
    assert not room.canvas.is_editing
    room.key(_Key.Key_Escape)
    assert not room.canvas.open_map.selection
    room.key(_Key.Key_F, CTRL)
    room.key(_Key.Key_Escape)
    assert room.presenting.is_on
    room.key(_Key.Key_Escape)
    assert not room.presenting.is_on


def test_presenting_is_not_what_the_window_is_remembered_by(quiet_room: Room) -> None:
    window = quiet_room.window
    window.resize(740, 620)
    quiet_room.settle()
    geometry, docks = bytes(window.saveGeometry().data()), bytes(window.saveState().data())
    quiet_room.begin()
    quiet_room.run("show_parking_lot")
    windows = window.windows
    window.close()
    settings = load_settings(windows._settings_path)
    assert base64.b64decode(settings.geometry) == geometry
    assert base64.b64decode(settings.docks) == docks
    other = windows.new_window()
    assert other.size() == QSize(740, 620)
    assert not other.isFullScreen()


def test_a_window_that_is_not_closed_after_all_goes_on_presenting(room: Room, answers: Answers) -> None:
    room.driver.open_map.select({"card-1"}, "card-1")
    room.key(_Key.Key_F4)
    answers.prepare(SaveQuestion, Answer.CANCEL)
    assert not room.window.close()
    assert room.presenting.is_on
    assert room.window.isFullScreen()


def test_another_map_ends_it(room: Room, answers: Answers) -> None:
    room.run("walk_on")
    answers.prepare(SaveQuestion, Answer.DISCARD)
    room.run("close")
    assert room.window.open_map is None
    assert not room.presenting.is_on
    assert not room.window.isFullScreen()
    assert not room.window.menuBar().isHidden()
    room.run("new")
    assert not room.window._toolbar.isHidden()
    assert room.window.inspector.isVisible()
    assert room.canvas.overlay.spotlight.focus is None


def test_what_fails_on_the_way_in_leaves_the_window_as_it_was(
    quiet_room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(quiet_room.window)

    def fail(*_given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Show, "conceal_all", fail)
    with pytest.raises(ZeroDivisionError):
        quiet_room.presenting.begin(with_lanes=False)
    assert not quiet_room.presenting.is_on
    come_back(quiet_room, qtbot, before)
    quiet_room.begin()
    assert quiet_room.presenting.is_on


def test_what_fails_on_the_way_out_keeps_nothing_else_from_coming_back(
    quiet_room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, ends = state(quiet_room.window), Show.end

    def fail(show: Show) -> None:
        ends(show)
        raise ZeroDivisionError

    monkeypatch.setattr(Show, "end", fail)
    quiet_room.begin()
    with pytest.raises(ZeroDivisionError):
        quiet_room.presenting.leave()
    assert not quiet_room.presenting.is_on
    come_back(quiet_room, qtbot, before)


def test_editing_goes_on(room: Room) -> None:
    room.run("walk_by_stage")
    driver = room.driver
    driver.click(driver.in_cell("Touchpoints", "Sees"))
    driver.type("Poster")
    room.canvas.finish_editing()
    assert driver.cards("Touchpoints", "Sees") == ["Poster"]
    driver.drag(driver.at(driver.card("Poster")), driver.in_cell("Actions", "Sees", 0.95))
    assert driver.cards("Actions", "Sees") == ["Sees a poster", "Asks a friend", "Poster"]
    room.key(_Key.Key_Z, CTRL)
    assert driver.cards("Touchpoints", "Sees") == ["Poster"]
    room.run("show_inspector")
    assert room.window.inspector.isVisible()
    room.key(_Key.Key_K, CTRL)
    for letter in "ilze":
        QTest.keyClicks(QApplication.focusWidget(), letter)
    room.key(_Key.Key_Escape)
    assert room.presenting.is_on


def test_messages_are_shown_over_the_map(room: Room) -> None:
    room.window.say("Something happened.")
    assert room.notice == "Something happened."
    assert room.presenting.parts.notice.isVisible()
    room.window.status_line.clearMessage()
    assert not room.presenting.parts.notice.isVisible()
    room.run("present")
    room.window.say("Something else.")
    assert not room.presenting.parts.notice.isVisible()


def test_the_strip_comes_with_the_mouse_and_with_the_keyboard(room: Room) -> None:
    strip = room.presenting.parts.strip
    strip.put_away()
    room.driver.mouse(QEvent.Type.MouseMove, QPoint(310, 300), button=Qt.MouseButton.NoButton)
    assert strip.isVisible()
    strip._idle.timeout.emit()
    assert strip.isHidden()
    room.key(_Key.Key_F6)
    assert strip.isVisible()
    assert strip.is_used
    strip._idle.timeout.emit()
    assert strip.isVisible(), "it stays while the keyboard is in it"
    room.key(_Key.Key_Escape)
    assert room.canvas.hasFocus()
    assert room.presenting.is_on


def test_the_strip_and_its_menus_do_what_the_actions_do(room: Room) -> None:
    strip = room.presenting.parts.strip
    strip.buttons["walk_on"].click()
    room.settle()
    assert room.lit == "stage-1"
    strip.buttons["walk_by_lane"].click()
    assert room.lit == "lane-1"
    menu = strip.buttons["more"].menu()
    assert isinstance(menu, QMenu)
    assert room.window.action_set.by_id["reveal_next"] in menu.actions()
    for name, button in strip.buttons.items():
        assert button.accessibleName(), name
        assert not button.icon().isNull(), name


def test_the_strip_fits_small_screens(room: Room) -> None:
    room.window.showNormal()
    room.window.resize(800, 600)
    room.settle()
    strip = room.presenting.parts.strip
    strip.wake()
    assert room.window.size() == QSize(800, 600)
    assert room.window.rect().contains(strip.geometry())
    assert all(strip.rect().contains(button.geometry()) for button in strip.buttons.values())


def test_the_parking_lot_is_a_panel_with_large_letters_beside_the_map(room: Room) -> None:
    lot: ParkingLot = room.window.docks.parking_lot
    small = lot.line.fontInfo().pixelSize()
    room.run("walk_by_stage")
    wide = room.canvas.width()
    room.run("show_parking_lot")
    assert lot.isVisible()
    assert room.canvas.width() < wide
    room.run("present")
    assert not lot.isVisible()
    assert lot.line.fontInfo().pixelSize() <= small


@pytest.mark.parametrize(
    ("action", "dialog"),
    [("export_pdf", PdfDialog), ("export_png", PngDialog), ("print_preview", PreviewDialog)],
)
def test_exports_and_prints_are_of_all_lanes(
    quiet_room: Room, answers: Answers, action: str, dialog: type
) -> None:
    quiet_room.begin(with_lanes=False)
    assert quiet_room.shown_lanes == []
    answers.prepare(dialog, None)
    quiet_room.run(action)
    assert not quiet_room.presenting.is_on
    asked_with = answers.asked[-1][1][0]
    assert asked_with.shown_lanes == [f"lane-{number}" for number in range(1, 6)]  # type: ignore[attr-defined]


def test_saving_writes_all_lanes_and_goes_on_presenting(
    quiet_room: Room, map_file: Path, qtbot: QtBot
) -> None:
    room, thumbnails = quiet_room, quiet_room.window.windows.thumbnails
    room.begin(with_lanes=False)
    room.edit(lambda edit: edit.update("card-1", Card, text="Changed"))
    room.run("save")
    assert room.presenting.is_on
    assert "Changed" in map_file.read_text("utf-8")
    assert native.load(map_file).indexes.lanes == small_map().indexes.lanes
    room.settle()
    assert thumbnails.kept(map_file) is None, "a picture without its lanes would be no picture of it"
    room.run("present")
    qtbot.waitUntil(lambda: thumbnails.kept(map_file) is not None)


def test_presenting_needs_a_map(window: MainWindow) -> None:
    window.refresh_actions()
    assert not window.action_set.by_id["present"].isEnabled()
    window.presenting.begin()
    assert not window.presenting.is_on
    window.presenting.leave()


def test_light_and_dark(room: Room) -> None:
    room.run("appearance.dark")
    assert room.presenting.parts.strip.appearance.is_dark
    room.run("walk_by_stage")
    grabbed = room.canvas.viewport().grab().toImage()
    assert grabbed.pixelColor(3, grabbed.height() // 2).lightness() < 80
    room.run("appearance.light")
    grabbed = room.canvas.viewport().grab().toImage()
    assert grabbed.pixelColor(3, grabbed.height() // 2).lightness() > 200
