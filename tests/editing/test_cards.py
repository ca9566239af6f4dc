from journeymapper.document import fragment
from journeymapper.document.document import Document
from journeymapper.document.records import Card
from journeymapper.editing import cards, lanes, pasting, stages
from tests.maps import small_map


def texts(document: Document, lane: str, step: str) -> list[str]:
    return [document.get(id_, Card).text for id_ in document.indexes.cards(lane, step)]


def test_cards_move_within_a_cell_and_between_cells_in_the_order_given() -> None:
    document = small_map()
    with document.edit("Move") as edit:
        cards.move(edit, ["card-2", "card-3"], "lane-1", "step-1", 0)
    assert texts(document, "lane-1", "step-1")[0::2] == ["Asks a friend", "Sees a poster"]
    assert texts(document, "lane-1", "step-3") == []
    with document.edit("Nothing moves") as edit:
        cards.move(edit, ["card-2", "card-3"], "lane-1", "step-1", 0)
    assert edit.change.is_empty


def test_a_copy_stands_right_below_its_card_and_keeps_its_fields() -> None:
    document = small_map()
    with document.edit("Duplicate") as edit:
        [copy] = cards.duplicate(edit, ["card-1"])
    assert texts(document, "lane-1", "step-1") == ["Sees a poster", "Sees a poster", "Asks a friend"]
    with document.edit("Duplicate") as edit:
        [copy] = cards.duplicate(edit, ["card-6"])
    original, second = document.get("card-6", Card), document.get(copy, Card)
    assert second == original.model_copy(update={"id": copy, "order": second.order})


def test_copied_cards_keep_their_places_to_each_other_in_another_map() -> None:
    source, target = small_map(), small_map()
    carried = fragment.of_cards(source, {"card-1", "card-2", "card-4", "card-6", "step-1"})
    again = fragment.from_json(fragment.to_json(carried))
    assert again == carried
    with target.edit("Paste") as edit:
        pasted = pasting.paste_cards(edit, carried, "lane-1", "step-2").ids
    places = [(target.get(id_, Card).lane, target.get(id_, Card).step) for id_ in pasted]
    assert places == [("lane-1", "step-2"), ("lane-1", "step-2"), ("lane-2", "step-3"), ("lane-5", "step-3")]
    assert carried.text() == "Sees a poster\nAsks a friend\nWeb search\nQueues"


def test_junk_is_no_fragment() -> None:
    assert fragment.from_json(b"\xff\x00junk") is None
    assert fragment.from_json(b'{"cards": [{"row": -1}]}') is None


def test_deleting_a_lane_stage_or_step_takes_what_stands_in_it() -> None:
    document = small_map()
    with document.edit("Delete") as edit:
        lanes.delete(edit, "lane-3")
        stages.delete_step(edit, "step-1")
        stages.delete(edit, "stage-2")
    left = {record.id for record in document if record.kind in {"card", "point", "step", "stage"}}
    assert left == {"card-4", "step-2", "stage-1"}
