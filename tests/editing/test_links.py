"""Links made and changed: what they lead to, of which kind they are, and that there is one of each."""

import pytest

from journeymapper.document.document import Document
from journeymapper.document.invariants import InvariantError
from journeymapper.document.links import BACK, LEAVES, NEXT
from journeymapper.document.records import OUTSIDE, Link
from journeymapper.editing import cards, links, stages
from journeymapper.files.native import written
from tests.maps import small_map


@pytest.fixture
def document() -> Document:
    """The small map, without links."""
    return small_map()


def added(document: Document, source: str, target: str = OUTSIDE, kind: str = "", text: str = "") -> Link:
    with document.edit("Link") as edit:
        link = links.add(edit, source, target, kind, text)
    return document.get(link, Link)


def test_a_link_without_a_kind_is_of_the_likeliest(document: Document) -> None:
    assert added(document, "card-1", "card-3").link_kind == NEXT
    assert added(document, "step-2", "step-1").link_kind == BACK
    assert added(document, "card-3", "step-1").link_kind == BACK
    assert added(document, "card-1", "card-2").link_kind == NEXT
    assert added(document, "card-1").link_kind == LEAVES


def test_its_label_stands_on_one_line(document: Document) -> None:
    assert added(document, "card-1", "card-3", text="if\nit rains\x00").text == "if it rains"


@pytest.mark.parametrize("kind", [BACK, "haunts"])
def test_a_link_that_is_there_stays_what_it_is(document: Document, kind: str) -> None:
    link = added(document, "card-1", "card-3", kind, "then")
    with document.edit("Link") as edit:
        assert links.add(edit, "card-1", "card-3") == link.id
    assert edit.change.is_empty
    assert document.get(link.id, Link) == link


def test_a_link_that_is_there_takes_a_kind_and_a_text_that_are_given(document: Document) -> None:
    link = added(document, "card-1", "card-3", text="then")
    assert added(document, "card-1", "card-3", BACK) == link.model_copy(update={"link_kind": BACK})
    assert added(document, "card-1", "card-3", text="or").text == "or"
    assert len(document.indexes.links) == 1


def test_one_that_is_to_leave_loses_its_target_and_goes_on_to_leave(document: Document) -> None:
    link = added(document, "card-1", "card-3").id
    with document.edit("Leave") as edit:
        links.set_kind(edit, [link], LEAVES)
        links.set_kind(edit, [link], NEXT)
    assert (document.get(link, Link).target, document.get(link, Link).link_kind) == (OUTSIDE, LEAVES)


@pytest.mark.parametrize(("target", "kind"), [("card-1", BACK), ("card-5", NEXT)])
def test_one_that_left_leads_on_or_back(document: Document, target: str, kind: str) -> None:
    link = added(document, "card-3").id
    with document.edit("Lead") as edit:
        links.lead_to(edit, link, target)
    assert (document.get(link, Link).target, document.get(link, Link).link_kind) == (target, kind)


def test_a_link_to_where_it_begins_is_refused_and_leaves_nothing(document: Document) -> None:
    before = written(document)
    with pytest.raises(InvariantError), document.edit("Link") as edit:
        links.add(edit, "card-1", "card-1")
    assert written(document) == before


def test_links_go_with_what_they_begin_and_end_at_and_come_back(document: Document) -> None:
    added(document, "card-1", "card-3", text="then")
    added(document, "step-3", "card-1")
    before = written(document)
    with document.edit("Delete") as edit:
        cards.delete(edit, ["card-1"])
        stages.delete_step(edit, "step-3")
    assert not document.indexes.links
    document.apply(edit.change.inverted())
    assert written(document) == before
