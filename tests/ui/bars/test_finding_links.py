"""Labels of links in Find and Replace."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journeymapper.document.records import Link
from journeymapper.editing import lanes, links
from journeymapper.ui.main_window import MainWindow

SEES, PAYS, QUEUES = "card-1", "card-3", "card-6"


@pytest.fixture
def link(map_window: MainWindow) -> str:
    with map_window.open_map.edit("Link") as edit:
        return links.add(edit, PAYS, QUEUES, text="Zebra, once more zebra")


def seek(window: MainWindow, words: str) -> None:
    window.action_set.by_id["find"].trigger()
    QTest.keyClicks(window.focusWidget(), words)


def test_find_goes_to_a_link_by_its_label_and_marks_the_letters(map_window: MainWindow, link: str) -> None:
    seek(map_window, "zebra")
    assert map_window.open_map.selection == {link}
    highlights, layout = map_window.canvas.overlay.highlights, map_window.open_map.session.layout
    search = map_window.bars.find_bar._search
    assert search is not None
    assert search.count == 2
    assert search.present is not None
    [box] = highlights.boxes_of(search.present)
    label = layout.links.label_rect(link)
    assert label is not None
    assert label.grown(0.5).contains(*box.centre)
    QTest.keyClick(map_window.focusWidget(), Qt.Key.Key_Return)
    [second] = highlights.boxes_of(search.present)
    assert second.x > box.right


def test_replace_writes_labels(map_window: MainWindow, link: str) -> None:
    bar = map_window.bars.find_bar
    map_window.action_set.by_id["replace"].trigger()
    QTest.keyClicks(map_window.focusWidget(), "zebra")
    QTest.keyClicks(bar.replacement, "horse")
    map_window.action_set.by_id["replace_all"].trigger()
    document = map_window.open_map.session.document
    assert document.get(link, Link).text == "horse, once more horse"
    map_window.open_map.session.undo()
    assert document.get(link, Link).text == "Zebra, once more zebra"


def test_find_shows_the_lanes_of_both_ends_of_a_link(map_window: MainWindow, link: str) -> None:
    with map_window.open_map.edit("Less") as edit:
        lanes.set_hidden(edit, ("lane-1",), True)
        lanes.set_collapsed(edit, ("lane-5",), True)
    seek(map_window, "zebra")
    QTest.keyClick(map_window.focusWidget(), Qt.Key.Key_Return)
    layout = map_window.open_map.session.layout
    assert layout.is_open("lane-1")
    assert layout.is_open("lane-5")
    assert map_window.open_map.selection == {link}
    assert map_window.open_map.session.history.undo_label == "Show lane"
