"""Hints of cells, and what else goes with the record it is about."""

import pytest

from journeymapper.document.document import Document
from journeymapper.document.invariants import InvariantError
from journeymapper.document.records import Dismissal, Prompt
from journeymapper.editing import cards, lanes, prompts, stages
from journeymapper.files import native
from tests.maps import small_map


def hinted() -> Document:
    document = small_map()
    with document.edit("Hints") as edit:
        prompts.put(edit, "lane-1", "step-2", " What do\nthey do? ")
        prompts.put(edit, "lane-1", "step-3", "And then?")
    return document


def hints(document: Document) -> set[str]:
    return {record.text for record in document if isinstance(record, Prompt)}


def test_a_cell_has_one_hint_on_one_line() -> None:
    document = hinted()
    assert hints(document) == {"What do they do?", "And then?"}
    with document.edit("Another") as edit:
        prompts.put(edit, "lane-1", "step-2", "Why?")
        prompts.put(edit, "lane-1", "step-3", " ")
    assert hints(document) == {"Why?"}
    with pytest.raises(InvariantError, match="two hints"), document.edit("Twice") as edit:
        edit.put(Prompt(id="second", lane="lane-1", step="step-2", text="What?"))
    assert document.indexes.prompt("lane-1", "step-2") is not None, "the first one is still there"


@pytest.mark.parametrize("what", ["lane", "step"])
def test_hints_go_with_their_lane_and_their_step(what: str) -> None:
    document = hinted()
    with document.edit("Delete") as edit:
        if what == "lane":
            lanes.delete(edit, "lane-1")
        else:
            stages.delete_step(edit, "step-2")
    assert hints(document) == (set() if what == "lane" else {"And then?"})
    document.apply(edit.change.inverted())
    assert hints(document) == {"What do they do?", "And then?"}


def test_what_was_dismissed_goes_with_its_place() -> None:
    document = small_map()
    with document.edit("Not for this map") as edit:
        edit.put(Dismissal(id="d-1", rule="unrated", place="card-1", reason="We know"))
        edit.put(Dismissal(id="d-2", rule="unrated"))
    with pytest.raises(InvariantError, match="dismissed twice"), document.edit("Twice") as edit:
        edit.put(Dismissal(id="d-3", rule="unrated", place="card-1"))
    assert document.indexes.dismissal("unrated", "card-1") == "d-1"
    with document.edit("Delete") as edit:
        cards.delete(edit, ["card-1"])
    assert document.indexes.dismissal("unrated", "card-1") is None
    assert document.indexes.dismissal("unrated", "") == "d-2"


def test_hints_and_dismissals_are_saved() -> None:
    document = hinted()
    with document.edit("Not for this map") as edit:
        edit.put(Dismissal(id="d-1", rule="unrated", place="card-1", reason="We know"))
    again = native.read(native.written(document), "map.journey")
    assert {record.id: record for record in again} == {record.id: record for record in document}
    assert again.indexes == document.indexes
