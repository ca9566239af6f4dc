"""Whole lanes, stages and steps by clipboard and Ctrl+D, within a window and between two."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeymapper.document.records import Card, Curve, EmotionPoint, Lane, Persona, Stage, Step
from journeymapper.editing import cards, lanes, stages
from journeymapper.ui.actions.menus import CONTEXT, COPY_AS, Menu
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.windows import Windows
from tests.ui.clipboard_hands import file_of, names, press, said, select, texts


@pytest.fixture
def other(map_window: MainWindow, windows: Windows, qtbot: QtBot) -> MainWindow:
    """A second window with the start of a new map."""
    assert not map_window.isWindowModified()
    window = windows.new_window()
    windows.new_map(window)
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_a_lane_moves_between_maps_by_cut_in_one_window_and_paste_in_the_other(
    map_window: MainWindow, other: MainWindow, qtbot: QtBot
) -> None:
    before = file_of(map_window)
    select(map_window, "lane-1", "lane-3")
    press(qtbot, map_window, Qt.Key.Key_X)
    assert said(map_window) == "2 lanes cut"
    assert names(map_window, Lane) == ["Touchpoints", "Line of visibility", "Pain points"]
    document = other.open_map.session.document
    first = document.indexes.lanes[0][1]
    select(other, first)
    empty = file_of(other)
    press(qtbot, other, Qt.Key.Key_V)
    assert names(other, Lane)[:4] == ["Goals", "Actions", "Emotions", "Actions"]
    actions, emotions = (id_ for _order, id_ in document.indexes.lanes[1:3])
    columns = document.indexes.columns()
    assert texts(other, actions, columns[0]) == ["Sees a poster", "Asks a friend"]
    assert len(texts(other, actions, columns[2])) == 1
    [persona] = document.indexes.personas
    scores = [
        document.get(id_, EmotionPoint).score
        for step in columns[:3]
        for id_ in document.indexes.points(emotions, step).values()
    ]
    assert (scores, names(other, Persona)) == ([-1, 0.5, 2], ["Ilze Bērziņa"])
    assert document.indexes.points(emotions, columns[0]).keys() == {Curve(persona[1])}
    assert other.open_map.selection == {actions, emotions}
    press(qtbot, other, Qt.Key.Key_Z)
    assert file_of(other) == empty, "one step"
    press(qtbot, map_window, Qt.Key.Key_Z)
    assert file_of(map_window) == before, "one step"


def test_a_lane_in_a_narrower_map_says_what_became_of_it(
    map_window: MainWindow, other: MainWindow, qtbot: QtBot
) -> None:
    select(map_window, "lane-1", "lane-3")
    press(qtbot, map_window, Qt.Key.Key_C)
    assert said(map_window) == "2 lanes copied"
    with other.open_map.edit("Narrow") as edit:
        for _order, stage in list(edit.indexes.stages)[2:]:
            stages.delete(edit, stage)
    press(qtbot, other, Qt.Key.Key_V)
    assert said(other) == (
        "1 card or feeling stands in the last step now: this map has fewer. "
        "1 feeling was left out: the person has one in the last step already."
    )


def test_stages_and_steps_go_to_another_window_and_find_their_lanes(
    map_window: MainWindow, other: MainWindow, qtbot: QtBot
) -> None:
    select(map_window, "stage-2")
    press(qtbot, map_window, Qt.Key.Key_C)
    assert said(map_window) == "1 stage copied"
    document = other.open_map.session.document
    select(other, document.indexes.stages[0][1])
    press(qtbot, other, Qt.Key.Key_V)
    assert names(other, Stage)[:3] == ["Awareness", "Purchase", "Consideration"]
    by_name = {document.get(id_, Lane).name: id_ for _order, id_ in document.indexes.lanes}
    pays = document.indexes.columns()[1]
    assert texts(other, by_name["Pain points"], pays) == ["Queues"]
    assert len(document.indexes.points(by_name["Emotions"], pays)) == 1
    select(map_window, "step-2", "step-1")
    press(qtbot, map_window, Qt.Key.Key_X)
    assert said(map_window) == "2 steps cut"
    assert names(map_window, Step) == ["Pays"]
    select(other, pays)
    press(qtbot, other, Qt.Key.Key_V)
    assert [document.get(id_, Step).name for id_ in document.indexes.columns()[1:4]] == [
        *("Pays", "Sees", "Searches")
    ]
    assert texts(other, by_name["Touchpoints"], document.indexes.columns()[3]) == ["Web search"]


def test_a_stage_for_which_lanes_are_lacking_adds_them_and_says_so(
    map_window: MainWindow, other: MainWindow, qtbot: QtBot
) -> None:
    with map_window.open_map.edit("Lane") as edit:
        lane = lanes.add(edit, "Loose ends").id
        cards.add(edit, lane, "step-3", "Ask Marta")
    select(map_window, "stage-2")
    press(qtbot, map_window, Qt.Key.Key_C)
    press(qtbot, other, Qt.Key.Key_V)
    assert said(other) == "1 lane was added for what this map had no lane for."
    assert names(other, Lane)[-1] == "Loose ends"


def test_single_cards_take_their_person_to_another_window(
    map_window: MainWindow, other: MainWindow, qtbot: QtBot
) -> None:
    with map_window.open_map.edit("Whose") as edit:
        cards.set_fields(edit, ["card-1"], persona="persona-1")
    select(map_window, "card-1")
    press(qtbot, map_window, Qt.Key.Key_C)
    press(qtbot, other, Qt.Key.Key_V)
    document = other.open_map.session.document
    [card] = other.open_map.selection
    assert document.get(document.get(card, Card).persona, Persona).name == "Ilze Bērziņa"


@pytest.mark.parametrize(
    ("ids", "kind", "order"),
    [
        (("lane-1", "lane-3"), Lane, [0, 0, 1, 2, 2, 3, 4]),
        (("stage-1",), Stage, [0, 0, 1]),
        (("step-1", "step-3"), Step, [0, 0, 1, 2, 2]),
    ],
)
def test_ctrl_d_puts_copies_beside_the_originals(
    map_window: MainWindow, qtbot: QtBot, ids: tuple[str, ...], kind: type, order: list[int]
) -> None:
    before, file = names(map_window, kind), file_of(map_window)
    select(map_window, *ids)
    press(qtbot, map_window, Qt.Key.Key_D)
    assert names(map_window, kind) == [before[place] for place in order]
    assert len(map_window.open_map.selection) == len(ids)
    assert not map_window.open_map.selection & set(ids)
    assert map_window.open_map.session.history.undo_label.startswith(f"Duplicate {kind.kind}")
    press(qtbot, map_window, Qt.Key.Key_Z)
    assert file_of(map_window) == file


def test_deleting_several_lanes_is_one_step(map_window: MainWindow, qtbot: QtBot) -> None:
    file = file_of(map_window)
    select(map_window, "lane-1", "lane-3", "lane-4")
    press(qtbot, map_window, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    assert names(map_window, Lane) == ["Touchpoints", "Pain points"]
    press(qtbot, map_window, Qt.Key.Key_Z)
    assert file_of(map_window) == file


def test_points_alone_are_not_copied(map_window: MainWindow) -> None:
    [point] = map_window.open_map.session.document.indexes.points("lane-3", "step-1").values()
    select(map_window, point)
    for id_ in ("copy", "cut", "duplicate", "copy_as.text"):
        assert not map_window.action_set.by_id[id_].isEnabled(), id_


def test_context_menus_offer_the_clipboard(map_window: MainWindow) -> None:
    for part, entries in CONTEXT.items():
        if part.name in {"CARD", "LANE", "STAGE", "STEP"}:
            assert {"cut", "copy", "paste", "duplicate"} <= set(entries), part
    assert COPY_AS in CONTEXT[next(part for part in CONTEXT if part.name == "CARD")]
    assert isinstance(COPY_AS, Menu)
    for id_ in COPY_AS.ids():
        assert id_ in map_window.action_set.by_id
