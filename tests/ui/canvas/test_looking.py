"""Zoom, scrolling, and what is painted when."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QCursor, QImage, QKeyEvent, QNativeGestureEvent, QPointingDevice, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.editing import cards, lanes, stages
from journeymapper.style.colours import ROLE_COLOURS
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.canvas.view import LARGEST_ZOOM, SMALLEST_ZOOM
from journeymapper.ui.open_map import OpenMap
from tests.ui.canvas.driver import CTRL, MIDDLE, SHIFT, Driver


def under(driver: Driver, at: QPoint) -> tuple[float, float]:
    return driver.canvas.view.to_map(QPointF(at))


def close(one: tuple[float, float], other: tuple[float, float], within: float) -> bool:
    return abs(one[0] - other[0]) < within and abs(one[1] - other[1]) < within


def test_ctrl_and_the_wheel_zoom_at_the_pointer(driver: Driver) -> None:
    told = []
    driver.canvas.zoom_changed.connect(told.append)
    driver.canvas.zoom_to(2.0)
    at = driver.at(driver.card("Web search"))
    before = under(driver, at)
    driver.wheel(at, QPoint(0, 120), modifiers=CTRL)
    assert driver.canvas.zoom == pytest.approx(2.4)
    assert close(under(driver, at), before, 1)
    driver.wheel(at, QPoint(0, -120), modifiers=CTRL)
    assert driver.canvas.zoom == pytest.approx(2.0)
    assert told == pytest.approx([2.0, 2.4, 2.0])


def test_a_pinch_on_a_touchpad_zooms_at_the_pointer(driver: Driver) -> None:
    driver.canvas.zoom_to(2.0)
    at = driver.at(driver.card("Shop"))
    before = under(driver, at)
    viewport = driver.canvas.viewport()
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        QPointF(at),
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        0.25,
        QPointF(),
    )
    QApplication.sendEvent(viewport, event)
    assert driver.canvas.zoom == pytest.approx(2.5)
    assert close(under(driver, at), before, 1)


def test_zoom_has_limits(driver: Driver) -> None:
    driver.canvas.zoom_to(100)
    assert driver.canvas.zoom == LARGEST_ZOOM
    driver.canvas.zoom_to(0.0001)
    assert driver.canvas.zoom == SMALLEST_ZOOM


def test_a_map_too_wide_for_the_smallest_zoom_can_still_be_seen_whole(driver: Driver) -> None:
    with driver.open_map.edit("Widen") as edit:
        for _number in range(250):
            stages.add(edit, "Another")
    driver.canvas.fit()
    driver.settle()
    assert driver.canvas.zoom < SMALLEST_ZOOM
    assert driver.canvas.viewport().rect().contains(driver.canvas.view.paper())
    driver.canvas.zoom_out()
    assert driver.canvas.viewport().rect().contains(driver.canvas.view.paper()), "and no smaller"
    assert driver.canvas.view.paper().width() > 900


def test_a_hundred_per_cent_is_96_pixels_to_the_inch(driver: Driver) -> None:
    driver.canvas.actual_size()
    assert driver.canvas.view.scale == pytest.approx(driver.canvas.logicalDpiY() / 72)


def test_zooming_by_key_goes_from_one_round_size_to_the_next(driver: Driver) -> None:
    canvas = driver.canvas
    for start, larger, smaller in ((100, 110, 90), (37, 50, 33), (67.2, 75, 50), (120, 125, 110), (5, 7, 5)):
        for zoom, goal in ((canvas.zoom_in, larger), (canvas.zoom_out, smaller)):
            canvas.zoom_to(start / 100)
            zoom()
            assert canvas.zoom == pytest.approx(goal / 100)
    canvas.zoom_to(LARGEST_ZOOM)
    canvas.zoom_in()
    assert canvas.zoom == LARGEST_ZOOM
    seen = [canvas.zoom]
    while canvas.zoom > SMALLEST_ZOOM:
        canvas.zoom_out()
        seen.append(canvas.zoom)
    canvas.zoom_to(SMALLEST_ZOOM)
    for zoom in reversed(seen[:-1]):
        canvas.zoom_in()
        assert canvas.zoom == zoom, "the way up is the way down"


@pytest.mark.parametrize("zoom", ["zoom_in", "zoom_out", "actual_size"])
def test_zooming_by_key_finds_the_selected_card_wherever_the_view_is(driver: Driver, zoom: str) -> None:
    driver.canvas.zoom_to(3.0)
    driver.key(Qt.Key.Key_End, CTRL)
    driver.canvas.move_map(QPoint(1000, 1000))
    seen = driver.canvas.viewport().rect()
    assert not seen.contains(driver.at(driver.card("Queues")))
    getattr(driver.canvas, zoom)()
    assert seen.contains(driver.canvas.view.to_view(driver.rect(driver.card("Queues"))).toRect())


def test_fit_shows_the_whole_map_in_the_middle(driver: Driver) -> None:
    driver.canvas.zoom_to(5.0)
    driver.canvas.fit()
    driver.settle()
    paper, seen = driver.canvas.view.paper(), driver.canvas.viewport().rect()
    assert seen.contains(paper)
    assert abs(paper.center().x() - seen.center().x()) <= 1
    assert abs(paper.center().y() - seen.center().y()) <= 1
    assert min(seen.width() - paper.width(), seen.height() - paper.height()) < 60


def test_wheels_and_touchpads_scroll(driver: Driver) -> None:
    driver.canvas.zoom_to(4.0)
    middle = driver.canvas.viewport().rect().center()
    place = driver.canvas.view.place
    driver.wheel(middle, QPoint(0, -120))
    down = driver.canvas.view.place - place
    assert down.x() == 0
    assert down.y() < -20
    place = driver.canvas.view.place
    driver.wheel(middle, QPoint(0, -120), modifiers=SHIFT)
    assert driver.canvas.view.place - place == QPoint(down.y(), 0)
    place = driver.canvas.view.place
    driver.wheel(middle, QPoint(0, -8), pixels=QPoint(-7, -5))
    assert driver.canvas.view.place - place == QPoint(-7, -5)


def test_the_scroll_bars_follow_and_lead(driver: Driver) -> None:
    driver.canvas.zoom_to(4.0)
    bar = driver.canvas.verticalScrollBar()
    place, value = driver.canvas.view.place, bar.value()
    driver.canvas.move_map(place - QPoint(0, 30))
    assert bar.value() == value + 30
    bar.setValue(value + 50)
    assert driver.canvas.view.place == place - QPoint(0, 50)


def test_there_is_a_little_room_past_the_edges(driver: Driver) -> None:
    driver.canvas.zoom_to(4.0)
    driver.canvas.move_map(QPoint(10_000, 10_000))
    assert driver.canvas.view.place.x() > 40
    assert driver.canvas.view.place.x() < driver.canvas.viewport().width() / 2
    driver.canvas.move_map(QPoint(-100_000, -100_000))
    corner = driver.canvas.view.paper().bottomRight()
    assert corner.x() < driver.canvas.viewport().width() - 40
    assert corner.x() > driver.canvas.viewport().width() / 2


@pytest.mark.parametrize("by", ["middle button", "Space"])
def test_the_map_is_moved_by_hand(driver: Driver, by: str) -> None:
    driver.canvas.zoom_to(4.0)
    place, start = driver.canvas.view.place, driver.canvas.viewport().rect().center()
    if by == "Space":
        QApplication.sendEvent(driver.canvas, _space(QEvent.Type.KeyPress))
        driver.drag(start, start - QPoint(31, 17))
        QApplication.sendEvent(driver.canvas, _space(QEvent.Type.KeyRelease))
    else:
        driver.drag(start, start - QPoint(31, 17), button=MIDDLE)
    assert driver.canvas.view.place == place - QPoint(31, 17)
    assert driver.open_map.selection == frozenset()
    driver.drag(start, start - QPoint(31, 17))
    assert driver.canvas.view.place == place - QPoint(31, 17)


def _space(kind: QEvent.Type) -> QEvent:
    return QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")


def test_reveal_scrolls_only_when_it_must(driver: Driver) -> None:
    driver.canvas.zoom_to(3.0)
    card = driver.card("Queues")
    driver.canvas.reveal(card)
    seen = driver.canvas.viewport().rect()
    assert seen.contains(driver.at(card))
    place = driver.canvas.view.place
    driver.canvas.reveal(card)
    assert driver.canvas.view.place == place


def test_a_keystroke_paints_only_its_cell(driver: Driver) -> None:
    card = driver.card("Queues")
    driver.canvas.edit_text(card)
    paints = driver.paints()
    driver.type("!")
    driver.settle()
    cell = driver.session.layout.cell_rect(driver.lane("Pain points"), driver.step("Pays"))
    around = driver.canvas.view.pixels_of(cell, 12)
    assert paints.regions
    assert QRegion(around).united(paints.united()) == QRegion(around)


def test_a_lane_that_grows_paints_what_is_below_it(driver: Driver) -> None:
    driver.canvas.zoom_to(2.0)
    driver.canvas.move_map(QPoint(-100, -600))
    paints = driver.paints()
    with driver.open_map.edit("Grow") as edit:
        for _n in range(4):
            cards.add(edit, driver.lane("Touchpoints"), driver.step("Sees"), "Card")
    driver.settle()
    top = driver.canvas.view.pixels_of(
        driver.session.layout.cell_rect(driver.lane("Touchpoints"), driver.step("Sees"))
    ).top()
    painted = paints.united().boundingRect()
    assert painted.top() >= top - 12
    assert painted.bottom() >= driver.canvas.viewport().rect().bottom() - 1


def test_selecting_paints_only_what_it_rings(driver: Driver) -> None:
    driver.click(driver.at(driver.card("Queues")))
    paints = driver.paints()
    driver.click(driver.at(driver.card("Shop")))
    driver.settle()
    allowed = QRegion()
    for lane in ("Pain points", "Touchpoints"):
        cell = driver.session.layout.cell_rect(driver.lane(lane), driver.step("Pays"))
        allowed = allowed.united(driver.canvas.view.pixels_of(cell, 12))
    assert paints.regions
    assert allowed.united(paints.united()) == allowed


def test_scrolling_paints_only_the_strips_that_come_into_view(driver: Driver) -> None:
    driver.canvas.overview.want(False)
    driver.canvas.zoom_to(4.0)
    driver.canvas.move_map(QPoint(-300, -300))
    paints = driver.paints()
    driver.wheel(driver.canvas.viewport().rect().center(), QPoint(), pixels=QPoint(0, -40))
    driver.settle()
    seen = driver.canvas.viewport().rect()
    strip = QRect(0, seen.height() - 40, seen.width(), 40)
    assert paints.united().boundingRect() == strip


def shot(driver: Driver) -> QImage:
    driver.settle()
    return driver.canvas.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_what_is_painted_by_parts_looks_as_if_painted_whole(driver: Driver) -> None:
    """The backing store after edits, scrolls and drags is the picture that a full repaint gives."""
    driver.canvas.overview.want(False)
    driver.canvas.zoom_to(2.0)
    for pixels in (QPoint(-60, -90), QPoint(33, 20), QPoint(0, -171)):
        driver.wheel(driver.canvas.viewport().rect().center(), QPoint(), pixels=pixels)
        driver.settle()
    driver.click(driver.at(driver.card("Shop")))
    driver.settle()
    with driver.open_map.edit("Grow") as edit:
        cards.add(edit, driver.lane("Touchpoints"), driver.step("Pays"), "Card")
    driver.settle()
    screen = driver.canvas.screen().grabWindow(driver.canvas.winId()).toImage()
    viewport = QRect(driver.canvas.viewport().pos(), driver.canvas.viewport().size())
    parts = screen.copy(viewport).convertToFormat(QImage.Format.Format_RGB32)
    assert parts == shot(driver)


def colours_in(picture: QImage, area: QRect) -> set[int]:
    across, down = range(area.left(), area.right() + 1), range(area.top(), area.bottom() + 1)
    return {picture.pixel(x, y) for x in across for y in down}


def test_from_far_off_cards_are_painted_without_their_words(driver: Driver) -> None:
    card = driver.rect(driver.card("Pays by card in the shop at the corner of her street"))
    for zoom, has_words in ((0.3, False), (1.0, True)):
        driver.canvas.zoom_to(zoom)
        inside = driver.canvas.view.to_view(card).toRect().adjusted(3, 2, -3, -2)
        assert (len(colours_in(shot(driver), inside)) > 1) == has_words


def test_the_desk_is_dark_or_light_and_the_paper_white(driver: Driver) -> None:
    driver.canvas.fit()
    on_paper = driver.canvas.view.paper().topLeft() + QPoint(4, 4)
    light = shot(driver)
    driver.canvas.set_dark(True)
    dark = shot(driver)
    assert QColor(light.pixel(2, 2)).lightness() > 200
    assert QColor(dark.pixel(2, 2)).lightness() < 60
    assert light.pixelColor(on_paper) == dark.pixelColor(on_paper) == QColor("white")


def test_an_empty_cell_invites_only_under_the_pointer_or_the_cursor(driver: Driver) -> None:
    cell = driver.session.layout.cell_rect(driver.lane("Pain points"), driver.step("Sees"))
    lies = driver.canvas.view.to_view(cell).toRect()

    def is_bare() -> bool:
        return colours_in(shot(driver), lies) == {0xFFFFFFFF}

    assert is_bare()
    driver.move(driver.in_cell("Pain points", "Sees"), button=Qt.MouseButton.NoButton)
    assert not is_bare()
    driver.move(driver.in_cell("Pain points", "Searches"), button=Qt.MouseButton.NoButton)
    assert is_bare()
    driver.open_map.select((), cell=(driver.lane("Pain points"), driver.step("Sees")))
    assert not is_bare()


def test_no_cell_invites_under_a_pointer_left_lying_while_one_writes(driver: Driver) -> None:
    left_lying = driver.in_cell("Pain points", "Sees")
    QCursor.setPos(driver.canvas.viewport().mapToGlobal(left_lying))
    driver.move(left_lying, button=Qt.MouseButton.NoButton)
    assert driver.canvas.overlay.hovered is not None
    driver.open_map.select((), cell=(driver.lane("Pain points"), driver.step("Searches")))
    driver.type("Too")
    assert driver.canvas.is_editing
    assert driver.canvas.overlay.hovered is None


def test_a_click_on_the_plus_begins_a_card(driver: Driver) -> None:
    cell = driver.session.layout.cell_rect(driver.lane("Pain points"), driver.step("Sees"))
    at = driver.on_map(cell.x + 14, cell.y + 14)
    driver.move(at, button=Qt.MouseButton.NoButton)
    driver.click(at)
    assert driver.canvas.is_editing
    driver.type("Z")
    driver.key(Qt.Key.Key_Return, CTRL)
    assert driver.cards("Pain points", "Sees") == ["Z"]


def test_a_map_without_anything_can_be_shown_and_walked(driver: Driver) -> None:
    with driver.open_map.edit("Empty") as edit:
        for _order, stage in list(driver.document.indexes.stages):
            stages.delete(edit, stage)
        for _order, lane in list(driver.document.indexes.lanes):
            lanes.delete(edit, lane)
    driver.settle()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Home):
        driver.key(key)
    driver.double_click(driver.canvas.viewport().rect().center())
    driver.canvas.fit()
    assert driver.open_map.current == "map"
    assert not driver.canvas.is_editing


def test_from_far_off_the_curve_and_the_headings_are_still_there(driver: Driver) -> None:
    driver.canvas.zoom_to(0.3)
    cell = driver.session.layout.cell_rect(driver.lane("Emotions"), driver.step("Searches"))
    beside_the_face = driver.canvas.view.to_view(cell).toRect().adjusted(32, 2, -2, -2)
    assert len(colours_in(shot(driver), beside_the_face)) > 4
    stage = driver.rect(driver.document.indexes.stages[0][1])
    assert len(colours_in(shot(driver), driver.canvas.view.to_view(stage).toRect())) > 10


def test_from_very_far_off_cards_are_patches_of_their_colour(driver: Driver) -> None:
    driver.canvas.zoom_to(0.12)
    for text, role in (("Queues", "pain_points"), ("Sees a poster", "actions")):
        picture = shot(driver)
        assert picture.pixelColor(driver.at(driver.card(text))) == QColor(ROLE_COLOURS[role].ground)
    with driver.open_map.edit("Move") as edit:
        cards.move(edit, [driver.card("Queues")], driver.lane("Pain points"), driver.step("Sees"), 0)
    picture = shot(driver)
    assert picture.pixelColor(driver.at(driver.card("Queues"))) == QColor(ROLE_COLOURS["pain_points"].ground)
    assert picture.pixelColor(driver.in_cell("Pain points", "Pays")) == QColor("white")


def test_the_first_look_is_the_whole_map_whatever_size_the_window_gets(driver: Driver, qtbot: QtBot) -> None:
    canvas = Canvas(OpenMap(driver.session))
    qtbot.addWidget(canvas)
    canvas.resize(300, 200)
    canvas.show()
    canvas.resize(700, 620)
    qtbot.waitUntil(lambda: 0.6 < canvas.zoom < 1)
    assert canvas.viewport().rect().contains(canvas.view.paper())
    canvas.zoom_to(0.9)
    canvas.resize(640, 600)
    driver.settle()
    assert canvas.zoom == 0.9


def test_the_first_look_at_a_map_too_large_for_that_is_its_beginning_at_full_size(
    driver: Driver, qtbot: QtBot
) -> None:
    canvas = Canvas(OpenMap(driver.session))
    qtbot.addWidget(canvas)
    canvas.resize(300, 260)
    canvas.show()
    driver.settle()
    assert canvas.zoom == 1.0
    assert canvas.view.place == QPoint(24, 24)
