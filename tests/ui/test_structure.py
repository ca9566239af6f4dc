"""Stages, steps, lanes and personas by menu and keys."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeymapper.document.records import MAP_ID, Lane, Persona, Stage, Step
from journeymapper.editing import lanes as lanes_of_maps
from journeymapper.ui.dialogs.persona_dialog import PersonaDialog
from journeymapper.ui.dialogs.title_block_dialog import TitleBlockDialog
from journeymapper.ui.main_window import MainWindow
from tests.ui.conftest import Answers
from tests.ui.people import edited


def stages(window: MainWindow) -> list[str]:
    document = window.open_map.session.document
    return [document.get(id_, Stage).name for _order, id_ in document.indexes.stages]


def lanes(window: MainWindow) -> list[str]:
    document = window.open_map.session.document
    return [document.get(id_, Lane).name for _order, id_ in document.indexes.lanes]


def steps(window: MainWindow) -> list[str]:
    document = window.open_map.session.document
    return [document.get(id_, Step).name for id_ in document.indexes.columns()]


def run(window: MainWindow, id_: str) -> None:
    assert window.action_set.by_id[id_].isEnabled(), id_
    window.action_set.by_id[id_].trigger()


def write(window: MainWindow, qtbot: QtBot, words: str) -> None:
    assert window.canvas.is_editing
    qtbot.keyClicks(window.focusWidget(), words)
    window.canvas.finish_editing()


def test_stages_are_added_before_and_after_named_moved_and_deleted(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    map_window.open_map.select({"card-1"}, "card-1", ("lane-1", "step-1"))
    run(map_window, "add_stage_after")
    write(map_window, qtbot, "Comparison")
    assert stages(map_window) == ["Awareness", "Comparison", "Purchase"]
    map_window.open_map.select({"stage-1"}, "stage-1")
    run(map_window, "add_stage_before")
    write(map_window, qtbot, "Need")
    assert stages(map_window) == ["Need", "Awareness", "Comparison", "Purchase"]
    assert steps(map_window) == ["", "Sees", "Searches", "", "Pays"], "each new stage has a step"
    run(map_window, "move_stage_right")
    assert stages(map_window)[:2] == ["Awareness", "Need"]
    run(map_window, "delete_stage")
    assert stages(map_window) == ["Awareness", "Comparison", "Purchase"]
    while map_window.action_set.by_id["undo"].isEnabled():
        run(map_window, "undo")
    assert (stages(map_window), map_window.isWindowModified()) == (["Awareness", "Purchase"], False)


def test_steps_are_added_beside_the_cursor_renamed_moved_and_deleted(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    map_window.open_map.select((), "", ("lane-1", "step-1"))
    run(map_window, "add_step")
    write(map_window, qtbot, "Wonders")
    assert steps(map_window) == ["Sees", "Wonders", "Searches", "Pays"]
    run(map_window, "move_step_right")
    run(map_window, "move_step_right")
    assert steps(map_window) == ["Sees", "Searches", "Wonders", "Pays"]
    document = map_window.open_map.session.document
    assert len(document.indexes.steps("stage-2")) == 2
    run(map_window, "rename_step")
    run(map_window, "select_all")
    write(map_window, qtbot, "Tries it")
    run(map_window, "delete_step")
    assert steps(map_window) == ["Sees", "Searches", "Pays"]


def test_alt_and_arrows_move_what_is_selected_along_its_line(map_window: MainWindow, qtbot: QtBot) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    map_window.open_map.select({"lane-1"}, "lane-1")
    map_window.canvas.setFocus()
    assert not map_window.action_set.by_id["move_left"].isEnabled()
    qtbot.keyClick(map_window.canvas, Qt.Key.Key_Down, alt)
    assert lanes(map_window)[:2] == ["Touchpoints", "Actions"]
    map_window.open_map.select({"stage-1"}, "stage-1")
    qtbot.keyClick(map_window.canvas, Qt.Key.Key_Right, alt)
    assert stages(map_window) == ["Purchase", "Awareness"]
    map_window.open_map.select({"step-3"}, "step-3")
    qtbot.keyClick(map_window.canvas, Qt.Key.Key_Right, alt)
    assert steps(map_window) == ["Pays", "Sees", "Searches"]


@pytest.mark.parametrize(
    ("action", "name", "kind", "role"),
    [
        ("add_lane.questions", "Questions", "cards", "questions"),
        ("add_lane.free_text", "Free text", "cards", ""),
        ("add_lane.emotions", "Emotions", "emotion", ""),
        ("add_line.interaction", "Line of interaction", "divider", "interaction"),
        ("add_line.visibility", "Line of visibility", "divider", "visibility"),
        ("add_line.internal", "Line of internal interaction", "divider", "internal_interaction"),
    ],
)
def test_a_lane_is_added_below_the_cursor(
    map_window: MainWindow, action: str, name: str, kind: str, role: str
) -> None:
    map_window.open_map.select((), "", ("lane-1", "step-1"))
    run(map_window, action)
    document = map_window.open_map.session.document
    lane = document.get(document.indexes.lanes[1][1], Lane)
    assert (lane.name, lane.lane_kind, lane.role) == (name, kind, role)
    assert map_window.open_map.selection == {lane.id}


def test_a_lane_gets_another_role_and_its_own_name_stays(map_window: MainWindow, qtbot: QtBot) -> None:
    map_window.open_map.select({"lane-1"}, "lane-1")
    run(map_window, "lane_role.ideas")
    document = map_window.open_map.session.document
    lane = document.get("lane-1", Lane)
    assert (lane.role, lane.name, lane.hint) == ("ideas", "Ideas", "what she does"), "a hint of its own stays"
    with map_window.open_map.edit("Hint") as edit:
        lanes_of_maps.set_hint(edit, "lane-1", "what we might try")
    assert map_window.action_set.by_id["lane_role.ideas"].isChecked()
    run(map_window, "rename_lane")
    run(map_window, "select_all")
    write(map_window, qtbot, "Dreams")
    run(map_window, "lane_role.goals")
    lane = document.get("lane-1", Lane)
    assert (lane.name, lane.hint) == ("Dreams", "what they hope for"), "the role's own hint follows"
    run(map_window, "move_lane_down")
    run(map_window, "delete_lane")
    assert "Dreams" not in lanes(map_window)
    assert "card-1" not in document


def test_a_stage_gets_a_colour_and_loses_it(map_window: MainWindow) -> None:
    map_window.open_map.select({"stage-1", "stage-2"}, "stage-1")
    run(map_window, "stage_colour.green")
    document = map_window.open_map.session.document
    assert {document.get(id_, Stage).colour for id_ in ("stage-1", "stage-2")} == {"green"}
    assert map_window.action_set.by_id["stage_colour.green"].isChecked()
    run(map_window, "stage_colour.by_place")
    assert document.get("stage-1", Stage).colour == ""


def test_an_empty_map_can_be_filled_from_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.action_set.by_id["new"].trigger()
    window.action_set.by_id["select_all"].trigger()
    for id_ in [id_ for _order, id_ in window.open_map.session.document.indexes.stages]:
        window.open_map.select({id_}, id_)
        run(window, "delete_stage")
    for id_ in [id_ for _order, id_ in window.open_map.session.document.indexes.lanes]:
        window.open_map.select({id_}, id_)
        run(window, "delete_lane")
    assert not window.action_set.by_id["add_card"].isEnabled()
    assert not window.action_set.by_id["add_step"].isEnabled()
    window.action_set.by_id["paste"].trigger()
    run(window, "add_stage_after")
    write(window, qtbot, "Only")
    run(window, "add_lane.actions")
    run(window, "add_card")
    write(window, qtbot, "First")
    assert window.status_line.counts_label.text() == "1 stage · 1 step · 1 card"


def test_the_title_block_is_edited_as_one_step(map_window: MainWindow, answers: Answers) -> None:
    answers.prepare(TitleBlockDialog, {"title": "Other", "business": "Bicycle shop"})
    run(map_window, "edit_title_block")
    record = map_window.open_map.session.document.map
    assert (record.title, record.business, record.scenario) == ("Other", "Bicycle shop", "First ride")
    assert map_window.open_map.selection == {MAP_ID}
    run(map_window, "undo")
    assert not map_window.isWindowModified()


def test_a_double_click_on_a_persona_opens_its_dialog(
    map_window: MainWindow, answers: Answers, qtbot: QtBot
) -> None:
    answers.prepare(PersonaDialog, edited(map_window, "persona-1", name="Ilze B."))
    map_window.canvas.details_asked.emit("persona-1")
    assert map_window.open_map.session.document.get("persona-1", Persona).name == "Ilze B."
    map_window.inspector.hide()
    map_window.canvas.details_asked.emit("lane-4")
    qtbot.waitUntil(map_window.inspector.isVisible)
    assert map_window.open_map.selection == {"lane-4"}
