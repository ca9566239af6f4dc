"""Lanes that are kept back until they are revealed: only in the presentation, and in nothing else."""

from PySide6.QtCore import Qt

from journeymapper.document.records import Card
from journeymapper.editing import cards, lanes
from journeymapper.files import native
from journeymapper.layout.finding import rect_of
from journeymapper.ui.going import go_to
from tests.ui.canvas.driver import ALT, CTRL
from tests.ui.present.conftest import Room

_Key = Qt.Key

ALL = [f"lane-{number}" for number in range(1, 6)]


def test_it_can_begin_without_lanes_and_they_are_revealed_one_by_one(quiet_room: Room) -> None:
    room = quiet_room
    room.begin(with_lanes=False)
    assert room.shown_lanes == []
    shown = []
    for _time in range(4):
        room.key(_Key.Key_4, CTRL)
        shown.append(list(room.shown_lanes))
    assert shown == [ALL[:1], ALL[:2], ALL[:3], ALL]
    assert room.notice == "Lane “Pain points” is shown."
    assert not room.window.action_set.by_id["reveal_next"].isEnabled()


def test_what_was_revealed_last_is_kept_back_again(quiet_room: Room) -> None:
    room = quiet_room
    room.begin(with_lanes=False)
    for action in ("reveal_next", "reveal_next", "keep_back"):
        room.run(action)
    assert room.shown_lanes == ["lane-1"]
    assert room.notice == "Lane “Touchpoints” is kept back. 2 more are kept back."
    room.run("reveal_all")
    assert room.shown_lanes == ALL
    room.run("keep_back")
    assert room.shown_lanes == ALL[:4]
    room.run("keep_all_back")
    assert room.shown_lanes == []


def test_dividing_lines_are_not_counted(quiet_room: Room) -> None:
    room = quiet_room
    room.begin(with_lanes=False)
    said = []
    for _time in range(3):
        room.run("reveal_next")
        said.append(room.notice)
    assert said == [
        "Lane “Actions” is shown. 3 more are kept back.",
        "Lane “Touchpoints” is shown. 2 more are kept back.",
        "Lane “Emotions” is shown. 1 more is kept back.",
    ]


def test_neither_map_nor_history_know_of_it(quiet_room: Room) -> None:
    room, session = quiet_room, quiet_room.canvas.open_map.session
    before, mark = native.written(room.document), session.mark()
    room.begin(with_lanes=False)
    room.run("reveal_next")
    assert native.written(room.document) == before
    assert session.mark() == mark
    assert not session.is_modified
    room.run("present")
    assert room.shown_lanes == ALL


def test_walking_by_lane_reveals_what_it_comes_to(quiet_room: Room) -> None:
    """A presenter's remote has no other key for it."""
    room = quiet_room
    room.begin(with_lanes=False)
    room.run("walk_by_lane")
    assert room.shown_lanes == ["lane-1"]
    while room.lit == "lane-1":
        room.key(_Key.Key_PageDown)
    assert room.lit == "lane-2"
    assert room.shown_lanes == ALL[:2]
    for _time in range(12):
        room.key(_Key.Key_PageDown)
    assert room.shown_lanes == ALL, "the dividing line comes with the lane below it"


def test_by_stage_the_size_stays_and_the_revealed_lane_is_in_view(quiet_room: Room) -> None:
    room = quiet_room
    room.begin(with_lanes=False)
    room.run("walk_by_stage")
    zoom = room.canvas.zoom
    for lane in ("lane-1", "lane-2", "lane-3", "lane-5"):
        room.run("reveal_next")
        rect = rect_of(room.canvas.map_layout, lane)
        assert rect is not None
        assert room.canvas.viewport().rect().intersects(room.canvas.view.to_view(rect).toRect())
        assert room.canvas.zoom == zoom
        assert room.lit == "stage-1"


def test_what_is_kept_back_is_not_selected_walked_to_or_deleted(room: Room) -> None:
    open_map = room.canvas.open_map
    open_map.select({"card-1", "card-4"}, "card-1")
    room.run("keep_all_back")
    assert not open_map.selection
    assert open_map.cell is None
    room.run("reveal_next")
    for _time in range(3):
        room.key(_Key.Key_A, CTRL)
    assert open_map.selection == {"card-1", "card-2", "card-3"}
    room.key(_Key.Key_Delete)
    assert {record.id for record in room.document if isinstance(record, Card)} == {
        "card-4",
        "card-5",
        "card-6",
    }


def test_the_range_between_two_cards_leaves_out_what_is_kept_back(room: Room) -> None:
    open_map = room.canvas.open_map
    open_map.session.conceal({"lane-2", "lane-3"})
    open_map.select({"card-3"}, "card-3")
    room.canvas._ranges.extend_to("card-6")
    assert open_map.selection == {"card-3", "card-6"}


def test_a_card_that_is_moved_into_a_lane_reveals_it(room: Room) -> None:
    room.canvas.open_map.session.conceal({"lane-2"})
    room.canvas.open_map.select({"card-3"}, "card-3")
    room.key(_Key.Key_Down, ALT)
    assert room.document.get("card-3", Card).lane == "lane-2"
    room.settle()
    assert room.shown_lanes == ALL
    room.run("keep_all_back")
    room.edit(lambda edit: cards.add(edit, "lane-5", "step-1", "New"))
    assert room.shown_lanes == ["lane-4", "lane-5"]


def test_find_and_the_palette_reveal_what_they_go_to(room: Room) -> None:
    room.run("keep_all_back")
    go_to(room.canvas.open_map, room.canvas, "card-4")
    assert room.shown_lanes == ["lane-2"]
    assert room.canvas.open_map.current == "card-4"


def test_hidden_lanes_are_none_of_its_business(quiet_room: Room) -> None:
    room = quiet_room
    room.edit(lambda edit: lanes.set_hidden(edit, ["lane-1"], True))
    room.begin(with_lanes=False)
    assert room.window.action_set.by_id["show_hidden_lanes"].text() == "Show hidden lanes (1)"
    room.run("reveal_next")
    assert room.shown_lanes == ["lane-2"]
    room.run("reveal_all")
    assert room.shown_lanes == ALL[1:]
    room.run("keep_all_back")
    room.run("show_hidden_lanes")
    assert "lane-1" in room.shown_lanes
    room.run("hide_lane")
    room.canvas.open_map.session.undo()


def test_a_lane_that_is_deleted_while_kept_back_comes_back_kept_back(room: Room) -> None:
    room.run("keep_all_back")
    room.edit(lanes.delete, "lane-2")
    room.run("reveal_next")
    room.run("reveal_next")
    assert room.shown_lanes == ["lane-1", "lane-3"]
    room.canvas.open_map.session.undo()
    room.settle()
    assert room.shown_lanes == ["lane-1", "lane-3"]
    room.run("reveal_next")
    assert room.shown_lanes == ["lane-1", "lane-2", "lane-3"]


def test_a_lane_added_meanwhile_is_shown(room: Room) -> None:
    room.run("keep_all_back")
    room.edit(lambda edit: lanes.add(edit, "New", role="goals"))
    assert len(room.shown_lanes) == 1
    assert room.window.action_set.by_id["reveal_next"].isEnabled()
