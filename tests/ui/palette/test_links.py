"""Links in the palette: found by their labels, changed by its actions."""

from journeymapper.document.records import Link
from journeymapper.editing import links
from tests.ui.palette.conftest import Hands

PAYS, QUEUES = "card-3", "card-6"


def link_up(hands: Hands) -> str:
    with hands.window.open_map.edit("Link") as edit:
        return links.add(edit, PAYS, QUEUES, text="Zebra crossing")


def test_a_link_is_found_by_its_label_with_what_it_leads_to(hands: Hands) -> None:
    link = link_up(hands)
    hands.call("zebra")
    [line] = [line for line in hands.palette.lines.lines if line.words == "Zebra crossing"]
    assert line.spoken.endswith("leads to “Queues”")
    hands.enter()
    assert hands.window.open_map.selection == {link}
    assert hands.window.canvas.hasFocus()


def test_on_a_link_its_actions_come_first_and_change_it(hands: Hands) -> None:
    link = link_up(hands)
    hands.window.open_map.select({link}, link)
    hands.call()
    assert hands.listed[:5] == ["Likely now", "Edit label", "Link: Next", "Link: Goes back", "Link: Leaves"]
    hands.type("goes back")
    hands.enter()
    assert hands.window.open_map.session.document.get(link, Link).link_kind == "back"


def test_linking_is_begun_and_ended_from_the_palette(hands: Hands) -> None:
    open_map = hands.window.open_map
    open_map.select({PAYS}, PAYS)
    hands.call("link")
    hands.enter()
    assert hands.window.canvas.linking.source == PAYS
    open_map.select({QUEUES}, QUEUES)
    hands.call("link to here")
    hands.enter()
    assert [link.target for link in open_map.session.document if isinstance(link, Link)] == [QUEUES]
