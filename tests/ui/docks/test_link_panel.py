"""Links in the inspector: their kind, label and ends; and docks that list no links and mind none."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journeymapper.document.order_keys import sequence
from journeymapper.document.records import OUTSIDE, Link, Parked
from journeymapper.editing import cards, links
from journeymapper.ui.docks.fields import ChoiceField
from journeymapper.ui.docks.link_panel import LinkPanel
from journeymapper.ui.main_window import MainWindow

SEES, PAYS, SEARCH, QUEUES = "card-1", "card-3", "card-4", "card-6"


def link_up(window: MainWindow, source: str, target: str = OUTSIDE, text: str = "") -> str:
    with window.open_map.edit("Link") as edit:
        return links.add(edit, source, target, text=text)


def panel_of(window: MainWindow, *ids: str) -> LinkPanel:
    window.open_map.select(ids, ids[0])
    panel = window.inspector.panel
    assert isinstance(panel, LinkPanel)
    assert panel.isVisible()
    return panel


def link(window: MainWindow, id_: str) -> Link:
    return window.open_map.session.document.get(id_, Link)


def choose(field: ChoiceField, words: str) -> None:
    field.setCurrentIndex(field.findText(words))
    field.activated.emit(field.currentIndex())


def kinds(panel: LinkPanel) -> list[str]:
    field = panel.fields["link_kind"]
    return [field.itemText(place) for place in range(field.count())]


def test_a_link_shows_its_kind_label_and_ends(map_window: MainWindow) -> None:
    id_ = link_up(map_window, PAYS, SEARCH, "Once more")
    panel = panel_of(map_window, id_)
    assert panel.heading.text() == "Link"
    assert panel.fields["link_kind"].currentText() == "Goes back"
    assert panel.fields["text"].text() == "Once more"
    assert panel.ends["source"].words.startswith("Pays by card in the shop")
    assert panel.ends["target"].words == "Web search"
    assert panel.ends["target"].accessibleName() == "To: Web search"
    assert panel.ends["source"].width() <= panel.width()


def test_its_label_is_written_as_one_step(map_window: MainWindow) -> None:
    id_ = link_up(map_window, SEES, PAYS)
    field = panel_of(map_window, id_).fields["text"]
    QTest.keyClicks(field, "Often ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert link(map_window, id_).text == "Often"
    assert map_window.open_map.session.history.undo_label == "Edit link"
    map_window.open_map.session.undo()
    assert link(map_window, id_).text == ""
    assert field.text() == ""


def test_another_kind_lets_the_target_go_or_keeps_it(map_window: MainWindow) -> None:
    id_ = link_up(map_window, SEES, PAYS)
    panel = panel_of(map_window, id_)
    assert kinds(panel) == ["Next", "Goes back", "Leaves"]
    choose(panel.fields["link_kind"], "Goes back")
    assert (link(map_window, id_).link_kind, link(map_window, id_).target) == ("back", PAYS)
    choose(panel.fields["link_kind"], "Leaves")
    assert link(map_window, id_).target == OUTSIDE
    assert kinds(panel) == ["Leaves"], "it has nowhere else to lead"
    assert panel.ends["target"].words == "outside of the map"
    assert not panel.ends["target"].isEnabled()


def test_the_ends_lead_there(map_window: MainWindow) -> None:
    id_ = link_up(map_window, SEES, "step-3")
    for end, goal in (("source", SEES), ("target", "step-3")):
        panel_of(map_window, id_).ends[end].click()
        assert map_window.open_map.selection == {goal}
        assert map_window.canvas.hasFocus()


def test_an_end_that_is_renamed_is_named_anew(map_window: MainWindow) -> None:
    panel = panel_of(map_window, link_up(map_window, SEES, PAYS))
    with map_window.open_map.edit("Rename") as edit:
        cards.set_text(edit, PAYS, "")
    assert panel.ends["target"].words == "Empty card"


def test_several_links_are_shown_and_changed_together(map_window: MainWindow) -> None:
    first, second = link_up(map_window, SEES, PAYS, "a"), link_up(map_window, QUEUES, SEES, "b")
    leaving = link_up(map_window, QUEUES)
    panel = panel_of(map_window, first, second, leaving)
    assert panel.heading.text() == "3 links"
    assert panel.fields["link_kind"].currentIndex() == -1
    assert not panel.ends["source"].isVisible()
    choose(panel.fields["link_kind"], "Next")
    assert [link(map_window, id_).link_kind for id_ in (first, second, leaving)] == ["next", "next", "leaves"]
    map_window.open_map.session.undo()
    assert link(map_window, second).link_kind == "back"


def test_a_kind_of_a_later_version_is_shown_as_it_is_and_kept(map_window: MainWindow) -> None:
    id_ = link_up(map_window, SEES, PAYS)
    with map_window.open_map.edit("Later") as edit:
        edit.update(id_, Link, link_kind="haunts")
    panel = panel_of(map_window, id_)
    assert panel.fields["link_kind"].placeholderText() == "haunts"
    QTest.keyClicks(panel.fields["text"], "Boo")
    assert link(map_window, id_).link_kind == "haunts"


@pytest.mark.parametrize("dock", ["outline", "table"])
def test_docks_mind_no_links_and_no_thoughts_put_aside(map_window: MainWindow, dock: str) -> None:
    map_window.action_set.by_id[f"show_{dock}"].trigger()
    view = getattr(map_window.docks, dock)
    assert view.isVisible()
    id_ = link_up(map_window, SEES, PAYS)
    with map_window.open_map.edit("Park") as edit:
        edit.put(Parked(id="parked-1", order=sequence(1)[0], text="Later"))
    map_window.open_map.select({id_}, id_)
    view.catch_up()
    assert map_window.open_map.selection == {id_}
    map_window.action_set.by_id["edit_text"].trigger()
    assert map_window.canvas.is_editing, "on the map, wherever the keyboard was"
    QTest.keyClicks(map_window.canvas.text_box, "Often")
    QTest.keyClick(map_window.canvas.text_box, Qt.Key.Key_Return)
    assert link(map_window, id_).text == "Often"
    with map_window.open_map.edit("Delete") as edit:
        edit.remove(PAYS)
        edit.remove("parked-1")
    for act in (map_window.open_map.session.undo, map_window.open_map.session.redo):
        assert act()
    assert id_ not in map_window.open_map.session.document


def test_a_link_is_begun_and_made_in_the_outline(map_window: MainWindow) -> None:
    map_window.action_set.by_id["show_outline"].trigger()
    tree, open_map = map_window.docks.outline.tree, map_window.open_map
    open_map.select({SEES}, SEES)
    map_window.docks.outline.catch_up()
    QTest.keyClick(tree, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    open_map.select({PAYS}, PAYS)
    QTest.keyClick(tree, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert [link.target for link in open_map.session.document if isinstance(link, Link)] == [PAYS]
