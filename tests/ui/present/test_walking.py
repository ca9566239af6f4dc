"""The walk over a map: stage by stage, lane by lane, and what becomes of it when the map changes."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QColor
from pytestqt.qtbot import QtBot

from journeymapper.document.document import Document
from journeymapper.document.records import Card, Lane, Step
from journeymapper.editing import cards, lanes, stages
from journeymapper.layout.finding import rect_of
from journeymapper.session.session import Session
from journeymapper.style import typography
from journeymapper.ui.canvas.spotlight import Focus
from journeymapper.ui.open_map import OpenMap
from tests.maps import large_map
from tests.ui.canvas.driver import CTRL
from tests.ui.present.conftest import Room

_Key = Qt.Key


def on(room: Room, times: int = 1) -> None:
    for _time in range(times):
        room.key(_Key.Key_PageDown)


def back(room: Room) -> None:
    room.key(_Key.Key_PageUp)


def is_in_view(room: Room, id_: str) -> bool:
    rect = rect_of(room.canvas.map_layout, id_)
    assert rect is not None
    return room.canvas.viewport().rect().contains(room.canvas.view.to_view(rect).toRect())


def open_map_of(room: Room, document: Document) -> None:
    """Show another map in the room's window, and present it."""
    room.run("present")
    room.window.show_map(OpenMap(Session(document, room.window.windows.shaper)))
    room.settle()
    room.begin()


def test_page_down_and_up_walk_from_the_whole_map_through_the_stages_and_back(room: Room) -> None:
    assert (room.place, room.lit) == ("Whole map", "")
    on(room)
    assert (room.place.split(" · ")[0], room.lit) == ("Stage 1 of 2: Awareness", "stage-1")
    assert is_in_view(room, "stage-1")
    while room.lit == "stage-1":
        on(room)
    assert room.lit == "stage-2"
    assert room.place.startswith("Stage 2 of 2: Purchase")
    while room.lit == "stage-2":
        back(room)
    assert room.lit == "stage-1"
    while room.lit == "stage-1":
        back(room)
    assert room.place == "Whole map"
    back(room)
    assert room.place == "Whole map"
    assert room.notice == "This is the whole map."


def test_it_ends_with_the_last_stage(room: Room) -> None:
    on(room, 12)
    assert room.lit == "stage-2"
    assert room.notice == "This is the end of the map."
    assert room.presenting.is_on


def test_page_keys_scroll_as_ever_when_nothing_is_presented(quiet_room: Room) -> None:
    quiet_room.canvas.zoom_to(3)
    before = quiet_room.canvas.view.place
    quiet_room.key(_Key.Key_PageDown)
    assert quiet_room.canvas.view.place.y() < before.y()


def test_lane_by_lane_dividing_lines_are_passed_over(room: Room) -> None:
    room.key(_Key.Key_2, CTRL)
    seen = [room.lit]
    for _time in range(30):
        on(room)
        if room.lit != seen[-1]:
            seen.append(room.lit)
    assert seen == ["lane-1", "lane-2", "lane-3", "lane-5"]
    assert room.place.startswith("Lane 4 of 4: Pain points")


def test_hidden_lanes_are_passed_over_too(room: Room) -> None:
    room.edit(lambda edit: lanes.set_hidden(edit, ["lane-2"], True))
    room.run("walk_by_lane")
    assert room.place.startswith("Lane 1 of 3: Actions")
    while room.lit == "lane-1":
        on(room)
    assert room.lit == "lane-3"


def test_from_the_whole_map_it_goes_on_where_it_was(room: Room) -> None:
    on(room)
    room.key(_Key.Key_3, CTRL)
    assert room.place == "Whole map"
    assert room.window.action_set.by_id["walk_whole"].isChecked()
    back(room)
    assert room.lit == "stage-1"
    room.key(_Key.Key_3, CTRL)
    on(room)
    assert room.lit == "stage-2"


def test_it_begins_where_the_keyboard_stands(room: Room) -> None:
    room.canvas.open_map.select({"card-6"}, "card-6")
    room.run("walk_by_lane")
    assert room.lit == "lane-5"
    room.canvas.open_map.select({"card-3"}, "card-3")
    room.run("walk_by_stage")
    assert room.lit == "stage-2"


def test_nothing_is_selected_after_a_step_and_the_arrows_go_on_from_there(room: Room) -> None:
    room.canvas.open_map.select({"card-1"}, "card-1")
    room.run("walk_by_stage")
    while room.lit == "stage-1":
        on(room)
    assert not room.canvas.open_map.selection
    assert room.canvas.open_map.cell is None
    room.key(_Key.Key_Down)
    assert room.canvas.open_map.current == "step-3"
    room.key(_Key.Key_Down)
    assert room.canvas.open_map.current == "card-3"
    assert room.lit == "stage-2"


@pytest.mark.parametrize("walk", ["walk_by_stage", "walk_by_lane"])
def test_words_can_be_read_from_afar(room: Room, walk: str) -> None:
    room.run(walk)
    words = typography.CARD.size * room.canvas.view.scale
    height = min(room.canvas.height(), 0.75 * room.canvas.width())
    assert height / 62 <= words <= height / 27


def test_the_lit_part_is_bright_and_the_rest_is_veiled(room: Room) -> None:
    room.run("walk_by_stage")
    room.presenting.parts.strip.put_away()
    room.presenting.parts.notice.hide()
    lit = room.canvas.overlay.spotlight.lit()
    assert lit is not None
    seen = room.canvas.view.to_view(lit).toAlignedRect() & room.canvas.viewport().rect()
    picture = room.canvas.viewport().grab().toImage()
    desk = QColor(room.canvas.overlay.appearance.desk)
    assert picture.pixelColor(seen.left() + 4, seen.center().y()) == QColor("white")
    for x in (seen.left() - 3, seen.right() + 3):
        found = picture.pixelColor(x, seen.center().y())
        assert abs(found.lightness() - desk.lightness()) < 12
        assert found != QColor("white")
    room.run("walk_whole")
    assert room.canvas.overlay.spotlight.lit() is None


def test_a_click_in_the_dimmed_part_works_there_and_lights_it(room: Room) -> None:
    room.canvas.set_motion(False)
    room.run("walk_by_stage")
    room.canvas.zoom_to(0.6, room.canvas.viewport().rect().center().toPointF())
    sight = room.canvas.sight
    room.driver.click(room.driver.at("card-3"))
    assert room.canvas.open_map.current == "card-3"
    assert room.lit == "stage-2"
    assert room.canvas.sight == sight, "nothing moves under the pointer"
    assert room.place.startswith("Stage 2 of 2")
    room.run("walk_by_lane")
    assert room.lit == "lane-1"
    room.canvas.fit()
    room.driver.click(room.driver.at("card-6"))
    assert room.lit == "lane-5"


def test_headings_are_by_what_is_lit_and_can_be_worked_with(room: Room) -> None:
    """Right above the lane, and left of a stage that is not the first."""
    room.run("walk_by_lane")
    while room.lit != "lane-5":
        on(room)
    layout, spotlight = room.canvas.map_layout, room.canvas.overlay.spotlight
    top = layout.lane_top("lane-5") - layout.headings.height - 4
    room.driver.click(room.driver.on_map(layout.columns.x(2) + 40, top))
    assert room.canvas.open_map.current == "stage-2"
    room.run("walk_by_stage")
    while room.lit == "stage-1":
        on(room)
    lit = spotlight.lit()
    assert lit is not None
    room.canvas.reveal("lane-5")
    at = room.driver.on_map(lit.x + 30, layout.lane_top("lane-5") + 12)
    room.driver.click(at)
    assert room.canvas.open_map.current == "lane-5"
    room.driver.click(room.driver.on_map(lit.x + 30, layout.headings_top + 5))
    assert room.canvas.open_map.current in {"", "lane-5"}, "there is nothing in the corner"


def test_a_stage_that_is_deleted_gives_way_to_its_neighbour(room: Room) -> None:
    room.run("walk_by_stage")
    room.edit(stages.delete, "stage-1")
    assert room.lit == "stage-2"
    assert room.place.startswith("Stage 1 of 1: Purchase")
    room.canvas.open_map.session.undo()
    room.settle()
    assert room.lit == "stage-2"
    assert room.place.startswith("Stage 2 of 2")
    room.edit(stages.delete, "stage-2")
    assert room.lit == "stage-1"
    room.edit(stages.delete, "stage-1")
    assert (room.lit, room.place) == ("", "Whole map")
    on(room)
    assert (room.lit, room.place) == ("", "Whole map")
    assert room.notice == "This is the end of the map."


def test_a_lane_that_is_deleted_or_hidden_gives_way_too(room: Room) -> None:
    room.run("walk_by_lane")
    room.edit(lanes.delete, "lane-1")
    assert room.lit == "lane-2"
    room.edit(lambda edit: lanes.set_hidden(edit, ["lane-2"], True))
    assert room.lit == "lane-3"
    room.canvas.open_map.session.undo()
    room.canvas.open_map.session.undo()
    room.settle()
    assert room.lit == "lane-3"
    assert room.place.startswith("Lane 3 of 4")


def test_stages_that_are_added_and_moved_are_counted_and_followed(room: Room) -> None:
    room.run("walk_by_stage")
    room.edit(lambda edit: stages.add(edit, "Before", 0, "Wonders"))
    assert room.place.startswith("Stage 2 of 3: Awareness")
    assert is_in_view(room, "stage-1")
    room.edit(lambda edit: stages.move(edit, ["stage-1"], 2))
    assert room.place.startswith("Stage 3 of 3: Awareness")
    assert is_in_view(room, "stage-1")
    room.edit(stages.rename, "stage-1", "Sees it")
    assert room.place.startswith("Stage 3 of 3: Sees it")
    room.run("add_step")
    room.canvas.finish_editing()
    assert room.lit == "stage-1"


def test_lanes_that_are_added_and_moved_are_counted_and_followed(room: Room) -> None:
    room.run("walk_by_lane")
    room.edit(lambda edit: lanes.add(edit, "First", role="goals", place=0))
    assert room.place.startswith("Lane 2 of 5: Actions")
    assert is_in_view(room, "lane-1")
    room.edit(lambda edit: lanes.move(edit, ["lane-1"], 5))
    assert room.place.startswith("Lane 5 of 5: Actions")
    assert is_in_view(room, "lane-1")


def test_nothing_moves_while_somebody_writes(room: Room) -> None:
    room.run("walk_by_stage")
    room.canvas.open_map.select({"card-1"}, "card-1")
    room.key(_Key.Key_F2)
    sight = room.canvas.sight
    room.driver.type("a few more words for another line")
    assert room.canvas.is_editing
    assert room.canvas.sight == sight
    assert room.lit == "stage-1"


def test_another_size_of_the_view_shows_the_same_part(room: Room) -> None:
    on(room)
    room.run("show_inspector")
    assert room.lit == "stage-1"
    assert is_in_view(room, "stage-1")
    room.window.showNormal()
    room.window.resize(QSize(800, 600))
    room.settle()
    assert is_in_view(room, "stage-1")


def test_the_way_there_is_short_and_can_be_interrupted(quiet_room: Room, qtbot: QtBot) -> None:
    room = quiet_room
    room.begin()
    room.show.travel.is_allowed = True
    room.key(_Key.Key_PageDown)
    assert room.show.travel.is_under_way
    goal = room.show.walk.look.sight  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: not room.show.travel.is_under_way)
    assert room.canvas.sight.zoom == pytest.approx(goal.zoom)
    assert room.canvas.sight.place == goal.place
    room.key(_Key.Key_PageUp)
    assert room.show.travel.is_under_way
    room.driver.press(QPoint(5, 5))
    assert not room.show.travel.is_under_way
    room.driver.release(QPoint(5, 5))
    room.key(_Key.Key_PageDown)
    room.key(_Key.Key_Escape)
    assert not room.presenting.is_on


def test_without_motion_it_is_there_at_once(room: Room) -> None:
    on(room)
    assert not room.show.travel.is_under_way
    look = room.show.walk.look
    assert look is not None
    assert room.canvas.sight == look.sight


def test_a_screen_reader_hears_where_the_walk_is(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    on(room)
    assert any(words.startswith("Stage 1 of 2: Awareness") for words in said)


def test_maps_without_stages_or_lanes_can_be_presented(room: Room) -> None:
    open_map_of(room, Document())
    for action in ("walk_on", "walk_back", "walk_by_stage", "walk_by_lane", "walk_whole"):
        room.run(action)
        assert (room.lit, room.place) == ("", "Whole map")
    for action in ("reveal_next", "keep_back", "keep_all_back"):
        assert not room.window.action_set.by_id[action].isEnabled()
    room.run("add_stage_after")
    room.canvas.finish_editing()
    room.run("walk_by_stage")
    assert room.place.startswith("Stage 1 of 1")
    room.window.open_map.session.history.mark_saved()  # type: ignore[union-attr]


def test_a_stage_without_steps_can_be_walked_to(room: Room) -> None:
    document = Document()
    with document.edit("Build") as edit:
        stages.add_bare(edit, "Bare", 0)
        lanes.add(edit, "Actions", role="actions")
    open_map_of(room, document)
    for walk in ("walk_by_stage", "walk_by_lane"):
        room.run(walk)
        assert room.lit


def test_a_stage_higher_than_the_screen_is_gone_down_lane_by_lane(room: Room) -> None:
    document = large_map(400)
    open_map_of(room, document)
    on(room)
    assert room.place.startswith("Stage 1 of 10: Stage 0 · part 1 of ")
    layout, seen = room.canvas.map_layout, set()
    steps = {record.id for record in document if isinstance(record, Step) and record.stage == "stage-1"}
    in_stage = {record.id for record in document if isinstance(record, Card) and record.step in steps}
    while room.lit == "stage-1":
        seen |= {card for card in in_stage if is_in_view(room, card)}
        assert room.canvas.overlay.spotlight.lit() is not None
        on(room)
    assert seen == in_stage, "every card was in view whole"
    back(room)
    assert room.lit == "stage-1"
    focus = room.canvas.overlay.spotlight.focus
    assert isinstance(focus, Focus)
    assert layout.is_shown(focus.below)


def test_a_lane_wider_than_the_screen_is_gone_along_column_by_column(room: Room) -> None:
    open_map_of(room, large_map(400))
    room.run("walk_by_lane")
    seen: set[str] = set()
    in_lane = {record.id for record in room.document if isinstance(record, Card) and record.lane == "lane-1"}
    while room.lit == "lane-1":
        seen |= {card for card in in_lane if is_in_view(room, card)}
        on(room)
    assert seen == in_lane
    assert room.lit == "lane-2"


def test_cards_of_the_walk_can_be_edited_at_once(room: Room) -> None:
    room.run("walk_by_lane")
    room.edit(lambda edit: cards.add(edit, "lane-1", "step-2", "New"))
    assert room.lit == "lane-1"
    room.edit(lambda edit: lanes.set_role(edit, "lane-1", "thoughts"))
    assert room.document.get("lane-1", Lane).role == "thoughts"
    assert room.lit == "lane-1"
