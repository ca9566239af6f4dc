"""Several curves in an emotion lane by hand: whose new points are, clicks, the legend, faces and dots."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from journeymapper.document.lens import Lens
from journeymapper.document.records import Curve, EmotionPoint, Lane
from journeymapper.editing import deleting, lanes, personas, points
from journeymapper.ui.canvas import feeling
from journeymapper.ui.main_window import MainWindow
from tests.ui.canvas.curve_hand import ILZE, NOW, WISHED, at, clear, hand_on, on_legend, score, wish
from tests.ui.canvas.driver import ALT, CTRL, NONE, SHIFT, Driver

LEFT, RIGHT, UP = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up


@pytest.fixture
def hand(map_window: MainWindow) -> Driver:
    return hand_on(map_window)


@pytest.mark.parametrize(("held", "y", "felt"), [(NONE, 1.4, 1.5), (NONE, -0.2, 0), (ALT, 0.62, 0.62)])
def test_a_click_on_empty_room_adds_a_point_whose_label_is_typed(
    hand: Driver, held: Qt.KeyboardModifier, y: float, felt: float
) -> None:
    clear(hand, "Searches")
    before, steps = hand.bytes, hand.steps_done
    hand.click(at(hand, "Searches", y), held)
    assert hand.point("Searches").score == pytest.approx(felt, abs=0.03)
    assert hand.point("Searches").persona == ILZE
    assert hand.open_map.selection == {hand.point("Searches").id}
    assert hand.steps_done == steps + 1
    hand.type("Glad")
    hand.key(Qt.Key.Key_Return)
    assert hand.point("Searches").text == "Glad"
    hand.session.undo()
    hand.session.undo()
    assert hand.bytes == before


def test_a_click_where_the_curve_has_its_point_only_selects_the_cell(hand: Driver) -> None:
    before = hand.bytes
    hand.click(hand.at(hand.point("Sees").id))
    hand.click(at(hand, "Searches", 1.5))
    assert (hand.bytes, hand.open_map.selection) == (before, frozenset())
    assert hand.open_map.cell == (hand.lane("Emotions"), hand.step("Searches"))
    hand.key(Qt.Key.Key_Return)
    assert hand.canvas.is_editing, "Enter writes the label of the point that is there"
    hand.key(Qt.Key.Key_Escape)
    assert hand.bytes == before


@pytest.mark.parametrize("held", [CTRL, SHIFT])
def test_a_click_that_selects_more_adds_nothing(hand: Driver, held: Qt.KeyboardModifier) -> None:
    clear(hand, "Searches")
    hand.click(hand.at(hand.point("Sees").id))
    before = hand.bytes
    hand.click(at(hand, "Searches", 1), held)
    assert hand.bytes == before
    assert hand.open_map.selection == {hand.point("Sees").id}


def test_a_rubber_band_that_begins_on_empty_room_selects_and_adds_nothing(hand: Driver) -> None:
    clear(hand, "Searches")
    before = hand.bytes
    hand.drag(at(hand, "Searches", 2), at(hand, "Pays", -2, 0.9))
    assert hand.bytes == before
    assert hand.open_map.selection == {hand.point("Pays").id}
    hand.press(at(hand, "Searches", 1))
    hand.key(Qt.Key.Key_Escape)
    hand.release(at(hand, "Searches", 1))
    assert hand.bytes == before, "a press that was given up adds nothing"


def test_a_click_far_from_the_scale_adds_nothing(hand: Driver) -> None:
    clear(hand, "Searches")
    with hand.open_map.edit("Label") as edit:
        points.set_text(edit, hand.point("Pays").id, "A label of many words that makes the lane higher " * 4)
    hand.settle()
    before = hand.bytes
    hand.click(at(hand, "Searches", 3))
    assert hand.bytes == before
    hand.click(at(hand, "Searches", 2.3))
    assert score(hand, "Searches") == 2


def test_without_personas_the_first_point_is_nobodys(hand: Driver) -> None:
    with hand.open_map.edit("Delete") as edit:
        deleting.delete(edit, [ILZE])
    hand.settle()
    hand.click(at(hand, "Sees", 1))
    assert score(hand, "Sees", Curve("")) == 1
    assert hand.open_map.curve == Curve("")


def test_the_legend_chooses_the_curve_of_new_points(hand: Driver) -> None:
    wish(hand)
    clear(hand, "Pays")
    hand.click(hand.at(next(iter(hand.document.indexes.points("lane-3", "step-1").values()))))
    assert hand.open_map.curve == NOW
    before = hand.bytes
    hand.click(on_legend(hand, WISHED))
    assert hand.open_map.curve == WISHED
    assert not hand.open_map.selection, "the point of the other curve is not the current one any more"
    assert hand.bytes == before
    hand.click(at(hand, "Pays", -1))
    assert (score(hand, "Pays", WISHED), score(hand, "Pays")) == (-1, None)
    hand.click(on_legend(hand, NOW))
    hand.click(at(hand, "Pays", 1))
    assert (score(hand, "Pays", WISHED), score(hand, "Pays")) == (-1, 1)


def test_the_legend_marks_the_curve_and_repaints_it_alone(driver: Driver) -> None:
    wish(driver)
    driver.open_map.choose_curve(NOW)
    spot = on_legend(driver, WISHED) - QPoint(0, 6)
    plain = driver.canvas.viewport().grab().toImage().pixelColor(spot)
    paints = driver.paints()
    driver.open_map.choose_curve(WISHED)
    driver.settle()
    layout = driver.session.layout
    cell = driver.canvas.view.to_view(layout.cell_rect("lane-3", "step-1")).toAlignedRect()
    assert 0 < paints.united().boundingRect().height() < cell.height() / 2
    assert driver.canvas.viewport().grab().toImage().pixelColor(spot) != plain


def test_keys_choose_the_next_curve_and_the_wished_for_one(map_window: MainWindow, hand: Driver) -> None:
    with hand.open_map.edit("Ben") as edit:
        ben = personas.add(edit, "Ben").id
    hand.click(hand.at(hand.point("Sees").id))
    hand.key(Qt.Key.Key_F8)
    assert hand.open_map.curve == Curve(ben), "who has no curve yet can begin one"
    assert not hand.open_map.selection
    assert hand.open_map.cell == ("lane-3", "step-1")
    assert map_window.status_line.currentMessage() == "New emotion points: Ben · now"
    hand.key(Qt.Key.Key_Return)
    assert score(hand, "Sees", Curve(ben)) == 0
    hand.key(Qt.Key.Key_F8)
    assert hand.open_map.curve == NOW
    assert hand.open_map.current == "point-1", "the keyboard goes to the curve's point of the cell"
    hand.key(Qt.Key.Key_F8, SHIFT)
    assert hand.open_map.curve == WISHED
    assert map_window.action_set.by_id["wished_for"].isChecked()
    hand.type("Calm")
    hand.key(Qt.Key.Key_Return)
    assert score(hand, "Sees", WISHED) == 0
    hand.click(hand.at("point-1"))
    hand.key(Qt.Key.Key_F8)
    assert hand.open_map.curve == WISHED, "now that it is in the lane, it takes its turn"


def test_curves_are_offered_in_a_submenu(map_window: MainWindow, hand: Driver) -> None:
    with hand.open_map.edit("Ben") as edit:
        ben = personas.add(edit, "Ben & Co").id
    rows = map_window.action_set.rows["curve_of_new_points"]
    assert rows.choices is not None
    choices = list(rows.choices(map_window.action_set._context))
    assert [choice.words for choice in choices] == [
        *("Ilze Bērziņa · now", "Ilze Bērziņa · wished for", "Ben & Co · now", "Ben & Co · wished for")
    ]
    choices[-1].run()
    assert hand.open_map.curve == Curve(ben, wished=True)


def test_a_wished_for_curve_begins_on_the_present_one_and_is_raised_whole(
    map_window: MainWindow, hand: Driver
) -> None:
    before, steps = hand.bytes, hand.steps_done
    hand.click(hand.at(hand.point("Sees").id))
    map_window.action_set.by_id["add_wished_curve"].trigger()
    scores = [score(hand, step, WISHED) for step in ("Sees", "Searches", "Pays")]
    assert scores == [score(hand, step) for step in ("Sees", "Searches", "Pays")] == [-1, 0.5, 2]
    assert len(hand.open_map.selection) == 3
    assert hand.open_map.curve == WISHED
    labels = [hand.document.get(id_, EmotionPoint).text for id_ in hand.open_map.selection]
    assert labels == ["", "", ""], "what is felt now is not what is wished for"
    for _press in range(2):
        hand.key(Qt.Key.Key_Plus)
    assert [score(hand, step, WISHED) for step in ("Sees", "Searches", "Pays")] == [0, 1.5, 2]
    assert [score(hand, step) for step in ("Sees", "Searches", "Pays")] == [-1, 0.5, 2]
    assert hand.steps_done == steps + 2, "however often the key was pressed"
    hand.session.undo()
    assert score(hand, "Sees", WISHED) == -1
    hand.session.undo()
    assert hand.bytes == before
    map_window.action_set.by_id["add_wished_curve"].trigger()
    map_window.action_set.by_id["add_wished_curve"].trigger()
    assert hand.steps_done == steps + 1, "where all have one, nothing is added"


def test_without_a_present_curve_a_wished_for_one_is_only_chosen(
    map_window: MainWindow, hand: Driver
) -> None:
    clear(hand, "Sees", "Searches", "Pays")
    before = hand.bytes
    map_window.action_set.by_id["add_wished_curve"].trigger()
    assert (hand.bytes, hand.open_map.curve) == (before, WISHED)
    hand.click(at(hand, "Sees", 2))
    assert score(hand, "Sees", WISHED) == 2


def test_a_double_click_adds_a_point_and_writes_its_label(hand: Driver) -> None:
    clear(hand, "Searches")
    place = at(hand, "Searches", 1)
    hand.click(place)
    QTest.mouseDClick(hand.canvas.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    assert hand.canvas.is_editing
    hand.type("Sure")
    hand.key(Qt.Key.Key_Return)
    assert (hand.point("Searches").score, hand.point("Searches").text) == (1, "Sure")


def test_the_pointer_shows_the_point_that_a_click_would_add(hand: Driver) -> None:
    clear(hand, "Searches")
    hand.move(at(hand, "Searches", 1.4), button=Qt.MouseButton.NoButton)
    aim = hand.canvas.overlay.curves.aimed
    assert aim is not None
    assert (aim.cell, aim.score) == (("lane-3", "step-2"), 1.5)
    hand.move(at(hand, "Sees", 1.4), button=Qt.MouseButton.NoButton)
    assert hand.canvas.overlay.curves.aimed is None, "there is a point"
    hand.open_map.choose_curve(WISHED)
    hand.move(at(hand, "Sees", 0.9), button=Qt.MouseButton.NoButton)
    assert hand.canvas.overlay.curves.aimed is not None
    QApplication.sendEvent(hand.canvas.viewport(), QEvent(QEvent.Type.Leave))
    assert hand.canvas.overlay.curves.aimed is None
    hand.move(at(hand, "Sees", 0.9), button=Qt.MouseButton.NoButton)
    with hand.open_map.edit("Delete") as edit:
        deleting.delete(edit, [ILZE])
    assert hand.canvas.overlay.curves.aimed is None


def test_a_persona_that_is_deleted_leaves_its_curve_to_others(hand: Driver) -> None:
    with hand.open_map.edit("Ben") as edit:
        ben = personas.add(edit, "Ben").id
    hand.open_map.choose_curve(Curve(ben, wished=True))
    with hand.open_map.edit("Delete") as edit:
        deleting.delete(edit, [ben])
    assert hand.open_map.curve is None
    clear(hand, "Sees")
    hand.click(at(hand, "Sees", 1))
    assert score(hand, "Sees") == 1
    hand.session.undo()
    hand.session.undo()
    hand.session.undo()
    assert ben in hand.document
    assert hand.open_map.curve == NOW


def test_faces_become_dots_from_the_menu_and_the_inspector_follows(
    map_window: MainWindow, hand: Driver
) -> None:
    action = map_window.action_set.by_id["show_faces"]
    hand.open_map.select((), cell=("lane-1", "step-1"))
    assert not action.isEnabled()
    hand.open_map.select({"lane-3"}, "lane-3")
    assert (action.isEnabled(), action.isChecked()) == (True, True)
    action.trigger()
    assert not hand.document.get("lane-3", Lane).faces
    assert not action.isChecked()
    assert hand.session.history.undo_label == "Show plain dots"
    assert hand.rect("point-1").width < 9


def test_a_curve_is_selected_whole(map_window: MainWindow, hand: Driver) -> None:
    wish(hand)
    select = map_window.action_set.by_id["select_curve"]
    hand.open_map.choose_curve(WISHED)
    map_window.refresh_actions()
    select.trigger()
    there = [hand.document.get(id_, EmotionPoint) for id_ in hand.open_map.selection]
    assert {point.curve for point in there} == {WISHED}
    assert len(there) == 3
    hand.key(Qt.Key.Key_Delete)
    assert [score(hand, step, WISHED) for step in ("Sees", "Searches", "Pays")] == [None] * 3
    hand.open_map.select({"lane-3"}, "lane-3")
    assert not select.isEnabled(), "new points are on the wished-for curve, which is gone"


def test_the_menu_of_a_legend_is_about_its_curve(hand: Driver, qtbot: QtBot) -> None:
    wish(hand)
    hand.open_map.choose_curve(NOW)
    spot = on_legend(hand, WISHED)
    found = hand.canvas._hand.menu_hit(spot.toPointF())
    hand.canvas.menu_asked.emit(found, hand.canvas.viewport().mapToGlobal(spot))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    menu.close()
    assert "Select curve" in words
    assert hand.open_map.curve == WISHED
    assert hand.open_map.selection == {"lane-3"}


def test_a_thin_row_and_a_lane_of_cards_have_nothing_to_click(hand: Driver) -> None:
    wish(hand)
    spot = on_legend(hand, WISHED)
    hand.open_map.choose_curve(NOW)
    with hand.open_map.edit("Collapse") as edit:
        lanes.set_collapsed(edit, ["lane-3"], True)
    hand.settle()
    before = hand.bytes
    hand.click(spot)
    hand.click(hand.in_cell("Actions", "Searches", 0.9))
    assert (hand.bytes, hand.open_map.curve) == (before, NOW)


def test_a_screen_reader_hears_what_is_wished_for(hand: Driver) -> None:
    wish(hand)
    for curve, words in ((WISHED, "Wished-for feeling -1 of Ilze Bērziņa"), (NOW, "Feeling -1 of Ilze")):
        hand.open_map.select((), cell=("lane-3", "step-1"))
        hand.open_map.choose_curve(curve)
        point = feeling.point_in(hand.open_map, "lane-3", "step-1")
        assert point is not None
        hand.open_map.select((point,), point)
        assert hand.canvas.accessibleDescription().startswith(words)
    with hand.open_map.edit("Nobody") as edit:
        point = points.put(edit, "lane-3", "step-1", 1, text="Hope", wished=True)
    hand.open_map.select((point,), point)
    assert hand.canvas.accessibleDescription() == "Wished-for feeling +1, “Hope”, Emotions, Sees"


def test_curves_of_others_fade_with_their_entries_in_the_legend(driver: Driver) -> None:
    with driver.open_map.edit("Ben") as edit:
        ben = personas.add(edit, "Ben").id
        points.put(edit, "lane-3", "step-1", 1, ben)
        points.put(edit, "lane-3", "step-3", 1, ben, wished=True)
    driver.settle()

    def darkest(curve: Curve) -> int:
        middle, image = on_legend(driver, curve), driver.canvas.viewport().grab().toImage()
        tones = (
            image.pixelColor(middle.x() + x, middle.y() + y) for x in range(-20, 30) for y in range(-4, 5)
        )
        return min(tone.lightness() for tone in tones)

    curves = NOW, Curve(ben), Curve(ben, wished=True)
    before = [darkest(curve) for curve in curves]
    driver.open_map.look_through(Lens(personas=frozenset({ILZE})))
    driver.settle()
    hers, *his = (darkest(curve) for curve in curves)
    assert abs(hers - before[0]) < 5
    assert all(tone > 200 > plain for tone, plain in zip(his, before[1:], strict=True))


def test_left_and_right_keep_to_a_curve_as_far_as_it_goes(hand: Driver) -> None:
    lane, steps = hand.lane("Emotions"), [hand.step(name) for name in ("Sees", "Searches", "Pays")]
    clear(hand, "Sees", "Searches", "Pays")
    made: dict[tuple[str, Curve], str] = {}
    with hand.open_map.edit("Cross") as edit:
        for step, now, wished in zip(steps, (2, -2, 1), (-1, 1, 2), strict=True):
            for curve, felt in ((NOW, now), (WISHED, wished)):
                made[step, curve] = points.put(edit, lane, step, felt, ILZE, wished=curve.wished)
    for curve in (NOW, WISHED):
        way = [made[step, curve] for step in steps]
        hand.open_map.select({way[0]}, way[0])
        for key, there in ((RIGHT, way[1]), (RIGHT, way[2]), (LEFT, way[1]), (LEFT, way[0])):
            hand.key(key)
            assert hand.open_map.current == there
    hand.key(UP)
    assert hand.open_map.current == made[steps[0], NOW], "within the cell by height"
    with hand.open_map.edit("Clear") as edit:
        points.delete(edit, made[steps[1], NOW])
    hand.key(RIGHT)
    assert hand.open_map.current == made[steps[1], WISHED], "where the curve has none, another's"


def test_a_curve_is_kept_across_a_cell_without_points(hand: Driver) -> None:
    wish(hand)
    clear(hand, "Searches")
    there = hand.document.indexes.points(hand.lane("Emotions"), hand.step("Pays"))
    with hand.open_map.edit("Cross") as edit:
        points.set_score(edit, there[NOW], -1)
        points.set_score(edit, there[WISHED], 1)
    for curve in (NOW, WISHED):
        first = hand.document.indexes.points(hand.lane("Emotions"), hand.step("Sees"))[curve]
        hand.open_map.select({first}, first)
        hand.key(RIGHT)
        assert hand.open_map.current == ""
        hand.key(RIGHT)
        assert hand.open_map.current == there[curve]
