"""The selection of the open map, whoever asks about it and whenever."""

from PySide6.QtWidgets import QLineEdit

from journeymapper.document.records import Card, Stage
from journeymapper.editing import cards, deleting, stages
from journeymapper.ui.main_window import MainWindow


def test_who_moves_the_keyboard_in_the_middle_of_a_change_meets_nothing_that_is_gone(
    map_window: MainWindow,
) -> None:
    """The actions are enabled anew when the keyboard goes elsewhere: of the map as it then is."""
    open_map = map_window.open_map
    fields = [QLineEdit(map_window.bars) for _number in range(2)]
    for field in fields:
        field.show()
    fields[0].setFocus()
    met: list[tuple[str, ...]] = []

    def move_the_keyboard(*_anything: object) -> None:
        fields[len(met) % 2].setFocus()
        met.append(map_window.chosen.of(Stage) + map_window.chosen.of(Card))

    open_map.select({"stage-1", "stage-2", "card-4"})
    open_map.changed.disconnect(map_window._follow_change)
    open_map.changed.connect(move_the_keyboard)
    open_map.changed.connect(map_window._follow_change)  # now the listener hears first
    with open_map.edit("Elsewhere") as edit:
        stages.delete(edit, "stage-2")
    with open_map.edit("Elsewhere") as edit:
        deleting.delete(edit, ["card-4"])
    open_map.session.undo()
    assert met == [("stage-1", "card-4"), ("stage-1",), ("stage-1",)]


def test_cards_that_go_to_another_lane_are_known_there_at_once(map_window: MainWindow) -> None:
    open_map = map_window.open_map
    open_map.select({"card-1"})
    assert map_window.chosen.lanes == {"lane-1"}
    met: list[frozenset[str]] = []
    open_map.changed.connect(lambda *_anything: met.append(map_window.chosen.lanes))
    with open_map.edit("Elsewhere") as edit:
        cards.move(edit, ["card-1"], "lane-2", "step-1", 0)
    assert met == [{"lane-2"}]


def test_what_is_not_there_cannot_be_selected(map_window: MainWindow) -> None:
    open_map = map_window.open_map
    open_map.select({"", "card-1", "nobody"}, "nobody")
    assert (open_map.selection, open_map.current) == ({"card-1"}, "card-1")
    open_map.select({""}, "")
    assert (open_map.selection, open_map.current) == (frozenset(), "")
