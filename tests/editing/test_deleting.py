from journeymapper.document.records import MAP_ID, Card
from journeymapper.editing import deleting, evidence
from journeymapper.editing.beginning import new_map
from tests.maps import small_map


def test_deleting_takes_what_depends_with_it_whatever_the_order() -> None:
    document = small_map()
    with document.edit("Delete") as edit:
        deleting.delete(
            edit, ["stage-1", "card-1", "step-1", "lane-5", "card-6", "persona-1", MAP_ID, "gone"]
        )
    left = {record.id for record in document}
    assert {"stage-2", "step-3", "card-3", "card-5", MAP_ID} <= left
    assert not left & {"stage-1", "step-1", "step-2", "card-1", "card-2", "card-4", "lane-5", "card-6"}
    assert not any(id_.startswith("point") for id_ in left), "the persona's points went with it"


def test_evidence_is_set_field_by_field_and_cleaned() -> None:
    document = small_map()
    with document.edit("Evidence") as edit:
        evidence.set_source(edit, ["card-6", "card-1"], name="visit\r\nof\x00 May")
    assert document.get("card-6", Card).evidence.count == 12
    assert {document.get(id_, Card).evidence.sources[0].name for id_ in ("card-6", "card-1")} == {
        "visit of May"
    }


def test_a_new_map_has_five_stages_of_one_step_over_the_lanes_of_a_current_state_map() -> None:
    document = new_map()
    assert len(document.indexes.stages) == len(document.indexes.columns()) == 5
    kinds = [document.find(id_).lane_kind for _order, id_ in document.indexes.lanes]  # type: ignore[union-attr]
    assert kinds.count("emotion") == 1
    assert len(kinds) == 7
    assert document.map.map_kind == "current_state"
