"""Dividing lines in the window: the three of a service blueprint, and free ones."""

from pytestqt.qtbot import QtBot

from journeymapper.document.records import Lane
from journeymapper.editing import lanes
from journeymapper.files import native
from journeymapper.ui.actions.menus import MENU_BAR
from journeymapper.ui.docks.fields import ChoiceField
from journeymapper.ui.main_window import MainWindow
from tests.ui.clipboard_hands import said


def order(window: MainWindow) -> list[tuple[str, str]]:
    """Return the names and roles of the map's lanes."""
    document = window.open_map.session.document
    found = [document.get(id_, Lane) for _order, id_ in document.indexes.lanes]
    return [(lane.name, lane.role) for lane in found]


def run(window: MainWindow, action: str) -> None:
    assert window.action_set.by_id[action].isEnabled()
    window.action_set.by_id[action].trigger()


def choose_line(window: MainWindow, lane: str, role: str) -> None:
    """Choose in the inspector which line a dividing line is."""
    window.open_map.select({lane}, lane)
    field = window.inspector.panel.fields["line"]
    assert isinstance(field, ChoiceField)
    field.setCurrentIndex(field._values.index(role))
    field.activated.emit(field.currentIndex())


def test_the_missing_lines_of_a_blueprint_come_in_one_step(map_window: MainWindow) -> None:
    with map_window.open_map.edit("Stages of work") as edit:
        for role in ("frontstage", "backstage", "technology"):
            lanes.add(edit, role.title(), role=role)
    before = native.written(map_window.open_map.session.document)
    run(map_window, "add_blueprint_lines")
    assert order(map_window) == [
        ("Actions", "actions"),
        ("Touchpoints", "touchpoints"),
        ("Emotions", ""),
        ("Line of visibility", "visibility"),
        ("Pain points", "pain_points"),
        ("Line of interaction", "interaction"),
        ("Frontstage", "frontstage"),
        ("Backstage", "backstage"),
        ("Line of internal interaction", "internal_interaction"),
        ("Technology", "technology"),
    ]
    assert said(map_window).startswith("2 lines added.")
    assert len(map_window.open_map.selection) == 2
    run(map_window, "add_blueprint_lines")
    assert said(map_window) == "The three lines of a blueprint are there already."
    run(map_window, "undo")
    assert native.written(map_window.open_map.session.document) == before


def test_it_stands_in_the_insert_menu() -> None:
    [menu] = [menu for menu in MENU_BAR if "add_blueprint_lines" in menu.ids()]
    assert menu.words == "&Insert"


def test_the_inspector_makes_a_line_another_and_its_own_words_follow(map_window: MainWindow) -> None:
    session = map_window.open_map.session
    map_window.open_map.select({"lane-4"}, "lane-4")
    panel = map_window.inspector.panel
    shown = {name for name, row in panel.fields.items() if not row.isHidden()}
    assert shown == {"name", "line", "hidden"}
    choose_line(map_window, "lane-4", "visibility")
    assert session.document.get("lane-4", Lane).role == "visibility"
    choose_line(map_window, "lane-4", "internal_interaction")
    assert order(map_window)[3] == ("Line of internal interaction", "internal_interaction")
    assert session.history.undo_label == "Edit lane"
    choose_line(map_window, "lane-4", "")
    assert order(map_window)[3] == ("Dividing line", "")
    with map_window.open_map.edit("Rename") as edit:
        lanes.rename(edit, "lane-4", "What they see")
    choose_line(map_window, "lane-4", "interaction")
    assert order(map_window)[3] == ("What they see", "interaction"), "a name of its own stays"
    map_window.open_map.select({"lane-1"}, "lane-1")
    assert panel.fields["line"].isHidden()


def test_a_free_line_comes_with_its_name_to_be_typed_over(map_window: MainWindow, qtbot: QtBot) -> None:
    map_window.open_map.select({"lane-1"}, "lane-1")
    run(map_window, "add_line.free")
    assert order(map_window)[1] == ("Dividing line", "")
    assert map_window.canvas.is_editing
    qtbot.keyClicks(map_window.focusWidget(), "Year two")
    map_window.canvas.finish_editing()
    assert order(map_window)[1] == ("Year two", "")
