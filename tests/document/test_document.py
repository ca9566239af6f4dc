import pytest
from pydantic import ValidationError

from journeymapper.document.document import OutsideEditError
from journeymapper.document.indexes import Indexes
from journeymapper.document.invariants import InvariantError
from journeymapper.document.records import MAP_ID, Card, EmotionPoint, JourneyMap, Lane, Persona, Stage
from journeymapper.editing import cards, lanes, personas, points, stages
from journeymapper.files.native import written
from tests.maps import small_map


def test_a_write_outside_an_edit_raises_and_changes_nothing() -> None:
    document = small_map()
    before = written(document)
    with document.edit("Over soon") as edit:
        pass
    with pytest.raises(OutsideEditError):
        cards.set_text(edit, "card-1", "Too late")
    assert written(document) == before


def test_an_edit_within_an_edit_is_refused_and_the_outer_one_rolls_back() -> None:
    document = small_map()
    before = written(document)
    with pytest.raises(OutsideEditError), document.edit("Outer") as edit:
        cards.set_text(edit, "card-1", "Changed")
        with document.edit("Inner"):
            pass
    assert written(document) == before


def test_a_failing_edit_leaves_nothing_behind() -> None:
    document = small_map()
    before, indexes = written(document), Indexes.rebuilt(document)
    with pytest.raises(ZeroDivisionError), document.edit("Fails") as edit:
        lanes.delete(edit, "lane-1")
        stages.move(edit, ["stage-2"], 0)
        cards.add(edit, "lane-2", "step-1", "New")
        raise ZeroDivisionError
    assert written(document) == before
    assert document.indexes == indexes


@pytest.mark.parametrize("kind", ["lane-1", "step-1", "stage-1", "persona-1", MAP_ID])
def test_what_others_depend_on_cannot_be_removed_alone(kind: str) -> None:
    document = small_map()
    before = written(document)
    with pytest.raises(InvariantError), document.edit("Break") as edit:
        edit.remove(kind)
    assert written(document) == before


@pytest.mark.parametrize("lanes_first", [True, False])
def test_what_others_depend_on_cannot_be_removed_together_either(lanes_first: bool) -> None:
    document = small_map()
    before = written(document)
    gone = ["lane-1", "lane-3", "step-1"]
    with pytest.raises(InvariantError), document.edit("Break") as edit:
        for id_ in gone if lanes_first else reversed(gone):
            edit.remove(id_)
    assert written(document) == before


def test_a_lane_and_a_step_can_go_together_with_what_stands_in_them() -> None:
    document = small_map()
    with document.edit("Delete") as edit:
        lanes.delete(edit, "lane-1")
        stages.delete_step(edit, "step-1")
    assert document.indexes == Indexes.rebuilt(document)


@pytest.mark.parametrize("id_", ["lane-1", "step-1", "stage-1", "persona-1", MAP_ID])
def test_what_others_depend_on_cannot_become_something_else(id_: str) -> None:
    document = small_map()
    before = written(document)
    with pytest.raises(InvariantError, match="depends"), document.edit("Break") as edit:
        edit.put(Persona(id=id_, order="a9") if id_ != "persona-1" else Stage(id=id_, order="a9"))
    assert written(document) == before


@pytest.mark.parametrize(
    ("lane", "kind", "fits"),
    [
        ("lane-1", "emotion", False),
        ("lane-1", "divider", False),
        ("lane-1", "of a later version", True),
        ("lane-3", "cards", False),
        ("lane-3", "divider", False),
        ("lane-3", "of a later version", True),
        ("lane-4", "emotion", True),
    ],
)
def test_a_lane_becomes_of_another_kind_only_where_all_in_it_can_stay(
    lane: str, kind: str, fits: bool
) -> None:
    document = small_map()
    if fits:
        with document.edit("Change") as edit:
            edit.update(lane, Lane, lane_kind=kind)
        assert document.get(lane, Lane).lane_kind == kind
    else:
        with pytest.raises(InvariantError, match="kind"), document.edit("Break") as edit:
            edit.update(lane, Lane, lane_kind=kind)
        assert document.get(lane, Lane).lane_kind != kind


def test_a_card_needs_a_lane_and_a_step_that_are_there() -> None:
    document = small_map()
    with pytest.raises(InvariantError, match="lane-99"), document.edit("Break") as edit:
        edit.put(Card(id="x", order="a0", lane="lane-99", step="step-1"))
    with pytest.raises(InvariantError), document.edit("Break") as edit:
        edit.put(Card(id="x", order="a0", lane="step-1", step="lane-1"))


def test_a_persona_has_one_point_a_step() -> None:
    document = small_map()
    before = written(document)
    with pytest.raises(InvariantError, match="two"), document.edit("Break") as edit:
        edit.put(EmotionPoint(id="x", lane="lane-3", step="step-1", persona="persona-1", score=1))
    assert written(document) == before
    assert document.indexes == Indexes.rebuilt(document)


def test_values_are_validated_when_they_are_written() -> None:
    document = small_map()
    with pytest.raises(ValidationError), document.edit("Rate") as edit:
        cards.set_fields(edit, ["card-4"], importance=7)
    assert document.get("card-4", Card).importance == 3
    with pytest.raises(ValidationError):
        EmotionPoint(id="x", lane="a", step="b", score=float("nan"))


def test_a_read_of_another_kind_is_refused() -> None:
    document = small_map()
    assert document.get("lane-1", Lane).name == "Actions"
    with pytest.raises(KeyError):
        document.get("lane-1", Stage)
    with pytest.raises(KeyError):
        document.get("nobody", JourneyMap)


def test_texts_from_outside_lose_what_no_file_can_hold() -> None:
    document = small_map()
    with document.edit("Paste") as edit:
        cards.set_text(edit, "card-1", "a\x00b\ud800c\r\nd\u2028e\x1b")
        lanes.rename(edit, "lane-1", " two\n lines ")
        points.set_text(edit, "point-1", "x\ty")
        cards.set_fields(
            edit,
            ["card-2"],
            tags=("a\x00", "\ud800b"),
            note="n\x07",
            evidence={"sources": ({"quote": "q\x1b"},)},
        )
        persona = personas.add(edit, "A\x00", quote="\ud800quote")
    assert document.get("card-1", Card).text == "abc\nd\ne"
    second = document.get("card-2", Card)
    assert (second.tags, second.note, second.evidence.sources[0].quote) == (("a", "b"), "n", "q")
    assert (persona.name, persona.quote) == ("A", "quote")
    assert document.get("lane-1", Lane).name == "two lines"
    assert document.get("point-1", EmotionPoint).text == "x y"
