"""Whole lanes, stages and steps from one map into another, with all that stands in them."""

import json
from collections.abc import Callable

import pytest

from journeymapper.document import fragment
from journeymapper.document.document import Document
from journeymapper.document.fragment import Fragment
from journeymapper.document.records import (
    NOBODY,
    Card,
    Curve,
    EmotionPoint,
    Lane,
    Link,
    Persona,
    Picture,
    Prompt,
    Stage,
    Step,
)
from journeymapper.editing import cards, duplicating, lanes, links, pasting, personas, points, prompts, stages
from journeymapper.editing.pasting import Pasted
from journeymapper.files import native
from tests.maps import small_map


def texts(document: Document, lane: str, step: str) -> list[str]:
    return [document.get(id_, Card).text for id_ in document.indexes.cards(lane, step)]


def names(document: Document, kind: str) -> list[str]:
    indexes = document.indexes
    match kind:
        case "lanes":
            return [document.get(id_, Lane).name for _order, id_ in indexes.lanes]
        case "stages":
            return [document.get(id_, Stage).name for _order, id_ in indexes.stages]
        case "personas":
            return [document.get(id_, Persona).name for _order, id_ in indexes.personas]
    return [document.get(id_, Step).name for id_ in indexes.columns()]


def carried_over(carried: Fragment) -> Fragment:
    """What another window makes of it."""
    again = fragment.from_json(fragment.to_json(carried))
    assert again == carried
    return again


def paste(document: Document, write: Callable[..., Pasted], carried: Fragment, *place: str) -> Pasted:
    with document.edit("Paste") as edit:
        return write(edit, carried_over(carried), *place)


def other_map(columns: int = 3) -> Document:
    """A map that has nothing in common with the small one but its actions."""
    document = Document()
    with document.edit("Build") as edit:
        for number in range(columns):
            stages.add(edit, f"Stage {number}", step_name=f"Step {number}")
        lanes.add(edit, "Deeds", role="actions")
        lanes.add(edit, "Notes")
    return document


def test_a_lane_comes_with_its_cards_in_their_columns_below_the_one_in_question() -> None:
    source, target = small_map(), other_map()
    first = target.indexes.lanes[0][1]
    pasted = paste(target, pasting.paste_lanes, fragment.of_lanes(source, {"lane-1", "lane-5"}), first)
    assert names(target, "lanes") == ["Deeds", "Actions", "Pain points", "Notes"]
    actions, pains = pasted.ids
    sees, searches, pays = target.indexes.columns()
    assert texts(target, actions, sees) == ["Sees a poster", "Asks a friend"]
    assert texts(target, actions, searches) == []
    assert texts(target, pains, pays) == ["Queues"]
    queues = target.get(target.indexes.cards(pains, pays)[0], Card)
    assert (queues.severity, queues.evidence.count) == (2, 12)
    assert target.get(actions, Lane).hint == "what she does"
    assert (pasted.moved, pasted.left_out) == (0, 0)


def test_an_emotion_lane_comes_with_its_curve_and_its_person() -> None:
    source, target = small_map(), other_map()
    [lane] = paste(target, pasting.paste_lanes, fragment.of_lanes(source, {"lane-3"})).ids
    assert names(target, "lanes")[-1] == "Emotions"
    assert names(target, "personas") == ["Ilze Bērziņa"]
    persona = target.indexes.personas[0][1]
    assert target.get(persona, Persona).quote == "Gribu ātri."
    scores = [
        target.get(target.indexes.points(lane, step)[Curve(persona)], EmotionPoint).score
        for step in target.indexes.columns()
    ]
    assert scores == [-1, 0.5, 2]


def test_what_is_past_the_last_column_goes_into_the_last_one() -> None:
    source, target = small_map(), other_map(2)
    pasted = paste(target, pasting.paste_lanes, fragment.of_lanes(source, {"lane-1", "lane-3"}))
    actions, emotions = pasted.ids
    first, last = target.indexes.columns()
    assert texts(target, actions, last) == ["Pays by card in the shop at the corner of her street"]
    [point] = target.indexes.points(emotions, last).values()
    assert target.get(point, EmotionPoint).score == 0.5, "the one that stood there stays"
    assert len(target.indexes.points(emotions, first)) == 1
    assert (pasted.moved, pasted.left_out) == (1, 1)


def test_a_map_without_steps_gets_those_that_lanes_need() -> None:
    target = Document()
    pasted = paste(target, pasting.paste_lanes, fragment.of_lanes(small_map(), {"lane-1", "lane-3"}))
    assert names(target, "lanes") == ["Actions", "Emotions"]
    assert (names(target, "stages"), names(target, "steps")) == ([""], ["", "", ""])
    assert (pasted.added_steps, pasted.moved, pasted.left_out) == (3, 0, 0)
    first, second, third = target.indexes.columns()
    actions, emotions = pasted.ids
    assert [len(texts(target, actions, step)) for step in (first, second, third)] == [2, 0, 1]
    assert all(target.indexes.points(emotions, step) for step in (first, second, third))


def test_an_empty_lane_needs_no_step_and_a_column_far_off_not_all_before_it() -> None:
    target = Document()
    assert not paste(target, pasting.paste_lanes, fragment.of_lanes(small_map(), {"lane-4"})).added_steps
    assert names(target, "steps") == []
    carried = fragment.of_lanes(small_map(), {"lane-5"})
    [queues] = carried.cards
    far = carried.model_copy(update={"cards": (queues.model_copy(update={"column": 100_000}),)})
    pasted = paste(target, pasting.paste_lanes, far)
    assert (pasted.added_steps, pasted.moved) == (1_000, 1)
    assert texts(target, pasted.ids[0], target.indexes.columns()[-1]) == ["Queues"]


@pytest.mark.parametrize(
    ("then", "found"),
    [
        ({"persona-1": "Renamed"}, "persona-1"),
        ({"persona-1": ""}, "persona-1"),
        ({"persona-1": "Jānis", "persona-2": "Ilze Bērziņa"}, "persona-2"),
        ({"persona-1": "Jānis", "persona-2": "Ilze"}, "persona-1"),
    ],
)
def test_a_person_is_the_same_by_id_unless_another_has_just_that_name(
    then: dict[str, str], found: str
) -> None:
    source, target = small_map(), small_map()
    with source.edit("Mine") as edit:
        cards.set_fields(edit, ["card-1"], persona="persona-1")
    with target.edit("People") as edit:
        for persona, name in then.items():
            if persona not in target:
                personas.add(edit, "")
            personas.set_fields(edit, persona, name=name)
    carried = fragment.of_cards(source, {"card-1"})
    [card] = paste(target, pasting.paste_cards, carried, "lane-1", "step-1").ids
    assert target.get(card, Card).persona == found
    assert names(target, "personas") == list(then.values())


def test_people_are_found_by_id_and_name_then_by_name_else_added() -> None:
    source = small_map()
    with source.edit("People") as edit:
        ilze = personas.add(edit, "Ilze Bērziņa").id
        janis = personas.add(edit, "Jānis").id
        for persona in ("persona-1", ilze, janis, NOBODY):
            cards.add(edit, "lane-1", "step-1", persona or "nobody", persona=persona)
    carried = fragment.of_lanes(source, {"lane-1"})
    assert [persona.id for persona in carried.personas] == ["persona-1", ilze, janis]
    target = small_map()
    with target.edit("People") as edit:
        namesake = personas.add(edit, "Ilze Bērziņa", age="40").id
    paste(target, pasting.paste_lanes, carried)
    assert names(target, "personas") == ["Ilze Bērziņa", "Ilze Bērziņa", "Jānis"]
    added = target.indexes.personas[2][1]
    lane = target.indexes.lanes[-1][1]
    found = {
        card.text: card.persona
        for id_ in target.indexes.cards(lane, "step-1")
        if (card := target.get(id_, Card)).text in {"persona-1", ilze, janis, "nobody"}
    }
    assert found == {"persona-1": "persona-1", ilze: namesake, janis: added, "nobody": NOBODY}


def test_single_cards_bring_their_person_along() -> None:
    source, target = small_map(), other_map()
    with source.edit("Mine") as edit:
        cards.set_fields(edit, ["card-1"], persona="persona-1")
    lane, step = target.indexes.lanes[0][1], target.indexes.columns()[0]
    [card] = paste(target, pasting.paste_cards, fragment.of_cards(source, {"card-1"}), lane, step).ids
    assert target.get(card, Card).persona == target.indexes.personas[0][1]
    assert names(target, "personas") == ["Ilze Bērziņa"]


def test_a_person_that_does_not_come_along_is_nobody() -> None:
    document = small_map()
    carried = fragment.of_cards(document, {"card-1"})
    ghost = carried.cards[0].card.model_copy(update={"persona": "ghost"})
    damaged = carried.model_copy(update={"cards": (carried.cards[0].model_copy(update={"card": ghost}),)})
    [card] = paste(document, pasting.paste_cards, damaged, "lane-1", "step-1").ids
    assert document.get(card, Card).persona == NOBODY


def test_a_stage_in_the_same_map_finds_its_lanes_though_they_were_renamed() -> None:
    document = small_map()
    carried = fragment.of_stages(document, {"stage-1"})
    with document.edit("Rename") as edit:
        lanes.rename(edit, "lane-1", "Doings")
        lanes.set_role(edit, "lane-1", "ideas")
    pasted = paste(document, pasting.paste_stages, carried, "stage-2")
    assert names(document, "stages") == ["Awareness", "Purchase", "Awareness"]
    assert names(document, "steps") == ["Sees", "Searches", "Pays", "Sees", "Searches"]
    sees, searches = document.indexes.steps(pasted.ids[0])
    assert texts(document, "lane-1", sees) == ["Sees a poster", "Asks a friend"]
    assert texts(document, "lane-2", searches) == ["Web search"]
    assert len(document.indexes.points("lane-3", sees)) == 1
    assert (len(document.indexes.lanes), pasted.added_lanes) == (5, 0)


def test_a_stage_in_another_map_finds_lanes_by_name_or_role_and_adds_the_rest() -> None:
    target = other_map(1)
    with target.edit("Namesake") as edit:
        lanes.add(edit, "Actions", role="actions")
    deeds, _notes, actions = (id_ for _order, id_ in target.indexes.lanes)
    carried = fragment.of_stages(small_map(), {"stage-2"})
    pasted = paste(target, pasting.paste_stages, carried)
    assert names(target, "lanes") == ["Deeds", "Notes", "Actions", "Touchpoints", "Emotions", "Pain points"]
    [pays] = target.indexes.steps(pasted.ids[0])
    assert len(texts(target, actions, pays)) == 1, "name and role count more than the role alone"
    assert texts(target, deeds, pays) == []
    assert pasted.added_lanes == 3
    assert texts(target, target.indexes.lanes[3][1], pays) == ["Shop"]


def test_without_a_namesake_the_role_decides_and_free_text_is_no_role() -> None:
    source, target = small_map(), other_map(1)
    with source.edit("Notes") as edit:
        other = lanes.add(edit, "Loose ends").id
        cards.add(edit, other, "step-3", "Ask Marta")
    pasted = paste(target, pasting.paste_stages, fragment.of_stages(source, {"stage-2"}))
    [pays] = target.indexes.steps(pasted.ids[0])
    deeds, notes = (id_ for _order, id_ in target.indexes.lanes[:2])
    assert len(texts(target, deeds, pays)) == 1
    assert texts(target, notes, pays) == []
    assert names(target, "lanes")[-1] == "Loose ends"


def test_steps_come_after_the_one_in_question() -> None:
    document = small_map()
    carried = fragment.of_steps(document, {"step-3", "step-1", "card-1"})
    paste(document, pasting.paste_steps, carried, "stage-1", "step-1")
    assert names(document, "steps") == ["Sees", "Sees", "Pays", "Searches", "Pays"]
    second = document.indexes.columns()[1]
    assert texts(document, "lane-1", second) == ["Sees a poster", "Asks a friend"]
    assert document.indexes.points("lane-3", second).keys() == {Curve("persona-1")}


def test_steps_in_a_map_without_stages_get_one() -> None:
    target = Document()
    paste(target, pasting.paste_steps, fragment.of_steps(small_map(), {"step-3"}))
    assert names(target, "steps") == ["Pays"]
    assert names(target, "lanes") == ["Actions", "Touchpoints", "Emotions", "Pain points"]


def test_pasted_cards_skip_lanes_in_which_they_could_not_be_seen() -> None:
    document = small_map()
    carried = fragment.of_cards(document, {"card-1", "card-4"})
    with document.edit("Hide") as edit:
        lanes.set_hidden(edit, ["lane-2"], True)
    pasted = paste(document, pasting.paste_cards, carried, "lane-1", "step-1")
    assert [document.get(id_, Card).lane for id_ in pasted.ids] == ["lane-1", "lane-5"]


@pytest.mark.parametrize("lane", ["lane-1", "lane-3"])
def test_a_copy_of_a_lane_stands_below_it_with_all_it_holds(lane: str) -> None:
    document = small_map()
    with document.edit("Duplicate") as edit:
        [copy] = duplicating.duplicate(edit, [lane])
    order = [id_ for _order, id_ in document.indexes.lanes]
    assert order.index(copy) == order.index(lane) + 1
    for step in document.indexes.columns():
        assert texts(document, copy, step) == texts(document, lane, step)
        assert document.indexes.points(copy, step).keys() == document.indexes.points(lane, step).keys()
    assert document.indexes.points("lane-3", "step-1")


def test_copies_of_stages_and_steps_stand_right_after_them() -> None:
    document = small_map()
    with document.edit("Duplicate") as edit:
        stages.set_step_width(edit, ["step-3"], 200)
        _stage, step, persona = duplicating.duplicate(edit, ["stage-1", "step-3", "persona-1"])
    assert names(document, "stages") == ["Awareness", "Awareness", "Purchase"]
    assert names(document, "steps") == ["Sees", "Searches", "Sees", "Searches", "Pays", "Pays"]
    assert document.get(step, Step).width == 200
    assert texts(document, "lane-5", step) == ["Queues"]
    assert [id_ for _order, id_ in document.indexes.personas] == ["persona-1", persona]
    points_before = document.indexes.points("lane-3", "step-1").values()
    copied = document.indexes.columns()[2]
    [point] = document.indexes.points("lane-3", copied).values()
    assert point not in points_before


def hints(document: Document) -> set[tuple[str, str, str]]:
    """Return the hints of a map with their lanes' and steps' names."""
    found = (document.get(id_, Prompt) for same in document.indexes.prompts.values() for id_ in same)
    return {
        (document.get(hint.lane, Lane).name, document.get(hint.step, Step).name, hint.text) for hint in found
    }


def hinted_map() -> Document:
    document = small_map()
    with document.edit("Hint") as edit:
        prompts.put(edit, "lane-1", "step-2", "What do they do?")
        prompts.put(edit, "lane-5", "step-2", "What annoys them?")
        stages.rename_step(edit, "step-2", "Searches here")
    return document


@pytest.mark.parametrize(("what", "count"), [("stage-1", 4), ("step-2", 4), ("lane-1", 3), ("lane-2", 2)])
def test_copies_have_the_hints_of_their_originals(what: str, count: int) -> None:
    document = hinted_map()
    with document.edit("Duplicate") as edit:
        duplicating.duplicate(edit, [what])
    assert sum(len(same) for same in document.indexes.prompts.values()) == count
    assert len(hints(document)) == 2


def test_hints_come_along_where_there_is_a_lane_for_them_and_bring_none() -> None:
    carried = fragment.of_stages(hinted_map(), {"stage-1"})
    document = other_map()
    assert paste(document, pasting.paste_stages, carried).added_lanes == 2
    assert names(document, "lanes") == ["Deeds", "Notes", "Touchpoints", "Emotions"]
    assert hints(document) == {("Deeds", "Searches here", "What do they do?")}


def test_a_lane_of_hints_does_not_take_the_place_of_one_with_cards() -> None:
    document = hinted_map()
    with document.edit("Hints above") as edit:
        above = lanes.add(edit, "More", role="actions", place=0).id
        prompts.put(edit, above, "step-1", "What else?")
    other = other_map()
    paste(other, pasting.paste_stages, fragment.of_stages(document, {"stage-1"}))
    assert names(other, "lanes") == ["Deeds", "Notes", "Touchpoints", "Emotions"]
    assert {lane for lane, _step, _text in hints(other)} == {"Deeds"}


def test_hints_past_the_last_column_and_where_there_is_one_stay_out() -> None:
    carried = fragment.of_lanes(hinted_map(), {"lane-1"})
    document = other_map(1)
    paste(document, pasting.paste_lanes, carried)
    assert hints(document) == set()
    twice = carried.model_copy(update={"prompts": carried.prompts * 2})
    document = other_map(2)
    paste(document, pasting.paste_lanes, twice)
    assert hints(document) == {("Actions", "Step 1", "What do they do?")}


def test_a_copy_keeps_fields_of_later_versions() -> None:
    document = small_map()
    with document.edit("Later") as edit:
        edit.put(document.get("card-1", Card).model_copy(update={"unknown": {"mood": "high"}}))
        [copy] = duplicating.duplicate(edit, ["lane-1"])
    [first, _second] = document.indexes.cards(copy, "step-1")
    assert document.get(first, Card).unknown == {"mood": "high"}


def test_a_hidden_lane_comes_shown() -> None:
    document = small_map()
    with document.edit("Hide") as edit:
        lanes.set_hidden(edit, ["lane-1"], True)
        [copy] = duplicating.duplicate(edit, ["lane-1"])
    assert not document.get(copy, Lane).hidden


def test_undoing_is_one_step_and_the_map_is_as_it_was() -> None:
    document = small_map()
    before = sorted(record.id for record in document)
    with document.edit("Paste") as edit:
        pasting.paste_stages(edit, fragment.of_stages(small_map(), {"stage-1", "stage-2"}))
        pasting.paste_lanes(edit, fragment.of_lanes(small_map(), {"lane-3"}))
    document.apply(edit.change.inverted())
    assert sorted(record.id for record in document) == before


CARD = '{"id": "x", "order": "a0", "lane": "l", "step": "s", "text": "a\\u0000b"'
HOSTILE = {
    "junk": b"\xff\x00junk",
    "no cards": b'{"cards": 3}',
    "row below nothing": b'{"what": "lanes", "cards": [{"row": 0, "column": 0, "card": '
    + CARD.encode()
    + b"}}]}",
    "column of no step": b'{"what": "steps", "lanes": [{"id": "l", "order": "a0"}], "cards": [{"row": 0, '
    b'"column": 7, "card": ' + CARD.encode() + b"}}]}",
    "step of no stage": b'{"what": "stages", "steps": [{"id": "s", "order": "a0", "stage": "nowhere"}]}',
    "points among cards": b'{"points": [{"row": 0, "column": 0, "point": {"id": "p", "lane": "l",'
    b'"step": "s", "score": 1}}]}',
    "width of nothing": b'{"what": "steps", "steps": [{"id": "s", "order": "a0", "stage": "t", '
    b'"width": NaN}]}',
    "only control characters": b'{"what": "lanes", "lanes": [{"id": "\\u0000", "order": "a0"}]}',
    "deep": b'{"cards": ' + b"[" * 100_000,
    "no object": b"[1]",
    "deep in a later field": b'{"cards": [{"row": 0, "column": 0, "card": '
    + CARD.encode()
    + b', "later": '
    + b"[" * 200
    + b"]" * 200
    + b"}}]}",
    "endless in a later field": b'{"cards": [{"row": 0, "column": 0, "card": '
    + CARD.encode()
    + b', "later": 1e999}}]}',
    "a later field of evidence that is no number": b'{"cards": [{"row": 0, "column": 0, "card": '
    + CARD.encode()
    + b', "evidence": {"later": NaN}}}]}',
    "a record that is none": b'{"what": "lanes", "lanes": [[]]}',
}


def later(document: Document) -> Document:
    """The map with fields of a later version in every record, and in the evidence of cards."""
    with document.edit("Later") as edit:
        for record in list(document):
            values: dict[str, object] = {"unknown": {"mood": [record.id, {"\ud800": "\ud800"}]}}
            if isinstance(record, Card):
                values["evidence"] = record.evidence.model_copy(update={"unknown": {"trust": 0.5}})
            edit.put(record.model_copy(update=values))
    return document


@pytest.mark.parametrize(
    ("take", "write", "ids"),
    [
        (fragment.of_cards, pasting.paste_cards, {"card-6"}),
        (fragment.of_lanes, pasting.paste_lanes, {"lane-3", "lane-5"}),
        (fragment.of_stages, pasting.paste_stages, {"stage-2"}),
        (fragment.of_steps, pasting.paste_steps, {"step-3"}),
    ],
)
def test_fields_of_a_later_version_come_along(
    take: Callable[..., Fragment], write: Callable[..., Pasted], ids: set[str]
) -> None:
    document, target = later(small_map()), small_map()
    before = {record.id for record in target}
    place = ("lane-5", "step-1") if write is pasting.paste_cards else ()
    paste(target, write, take(document, ids), *place)
    again = native.read(native.written(target), "map.journey")
    added = [record for record in again if record.id not in before]
    assert added
    for record in added:
        source = document.find(str(record.unknown["mood"][0]))
        assert type(source) is type(record)
        assert source.unknown == record.unknown
        assert not isinstance(record, Card) or record.evidence.unknown == {"trust": 0.5}


def test_a_feeling_of_several_lines_comes_on_one() -> None:
    document = small_map()
    with document.edit("Lines") as edit:
        edit.update("point-1", EmotionPoint, text="Curious\nand glad")
    again = fragment.from_json(fragment.to_json(fragment.of_lanes(document, {"lane-3"})))
    assert again is not None
    assert again.points[0].point.text == "Curious and glad"


@pytest.mark.parametrize("name", HOSTILE)
def test_what_does_not_fit_together_is_no_fragment(name: str) -> None:
    assert fragment.from_json(HOSTILE[name]) is None


def test_what_other_programs_write_is_cleaned() -> None:
    carried = fragment.from_json(
        b'{"what": "lanes", "lanes": [{"id": "l", "order": "a0", "name": "A\\nB\\u0007", '
        b'"unknown": {"id": 1}}],'
        b'"cards": [{"row": 0, "column": 0, "card": ' + CARD.encode() + b', "unknown": {"lane": "evil"},'
        b'"evidence": {"quote": "q\\u0000", "unknown": {"x": 1}}}}],'
        b'"points": [{"row": 0, "column": 0, "point": {"id": "p", "lane": "l", "step": "s", "score": 1}}]}'
    )
    assert carried is not None
    assert (carried.lanes[0].name, carried.lanes[0].unknown) == ("A B", {"unknown": {"id": 1}})
    card = carried.cards[0].card
    assert (card.text, card.lane, card.evidence.sources[0].quote) == ("ab", "l", "q")
    assert card.unknown == {"unknown": {"lane": "evil"}}, "kept as a field of that name, no more"
    assert card.evidence.unknown == {"unknown": {"x": 1}}
    document = small_map()
    with document.edit("Paste") as edit:
        pasting.paste_lanes(edit, carried)
    assert len(document.indexes.cards(document.indexes.lanes[-1][1], "step-1")) == 1, (
        "the point suits no cards"
    )


def test_two_feelings_of_one_person_in_a_hostile_fragment_become_one() -> None:
    document = small_map()
    point = b'{"row": 0, "column": 0, "point": {"id": "p", "lane": "l", "step": "s", "score": 1}}'
    carried = fragment.from_json(
        b'{"what": "lanes", "lanes": [{"id": "l", "order": "a0", "lane_kind": "emotion"}], "points": ['
        + point
        + b","
        + point
        + b"]}"
    )
    assert carried is not None
    with document.edit("Paste") as edit:
        pasted = pasting.paste_lanes(edit, carried)
    assert pasted.left_out == 1
    assert len(document.indexes.points(pasted.ids[0], "step-1")) == 1


def test_points_go_only_where_a_lane_holds_them() -> None:
    document = small_map()
    with document.edit("Point") as edit:
        lane = lanes.add(edit, "Later", "from the future").id
        points.put(edit, lane, "step-1", 1.0)
        cards.add(edit, lane, "step-1", "Beside it")
    carried = fragment.of_steps(document, {"step-1"})
    pasted = paste(document, pasting.paste_steps, carried, "stage-1", "step-1")
    [step] = pasted.ids
    assert texts(document, lane, step) == ["Beside it"]
    assert len(document.indexes.points(lane, step)) == 1


def linked_map() -> Document:
    """Return the small map with a loop back, a link between steps, an exit, and a picture on a card."""
    document = small_map()
    with document.edit("Link") as edit:
        links.add(edit, "card-3", "card-1", text="again")
        links.add(edit, "step-1", "step-3")
        links.add(edit, "card-1")
        links.add(edit, "card-4", "card-3")
        edit.put(Picture(id="picture-1", media_type="image/png", width=2, height=1, data="AAAA"))
        edit.update("card-1", Card, picture="picture-1")
        points.put(edit, "lane-3", "step-1", 2, "persona-1", "Glad", wished=True)
    return document


def leading(document: Document) -> list[tuple[str, str, str, str]]:
    """Return where each link leads from and to, in words, with its kind and label."""
    words = {record.id: record.text for record in document if isinstance(record, Card)}
    words |= {record.id: record.name for record in document if isinstance(record, Step)}
    found = [record for record in document if isinstance(record, Link)]
    return sorted(
        (words[each.source], words.get(each.target, ""), each.link_kind, each.text) for each in found
    )


def test_cards_bring_the_links_between_them_and_their_pictures() -> None:
    source, target = linked_map(), small_map()
    carried = fragment.from_json(fragment.to_json(fragment.of_cards(source, {"card-1", "card-3"})))
    assert carried is not None
    with target.edit("Paste") as edit:
        pasted = pasting.paste_cards(edit, carried, "lane-1", "step-1").ids
    pays = target.get(pasted[1], Card).text
    assert leading(target) == sorted(
        [("Sees a poster", "", "leaves", ""), (pays, "Sees a poster", "back", "again")]
    )
    assert {each.source for each in target if isinstance(each, Link)} == set(pasted)
    assert target.get(pasted[0], Card).picture == "picture-1"
    assert target.get("picture-1", Picture) == source.get("picture-1", Picture)


def test_a_picture_that_the_map_has_is_not_brought_again() -> None:
    document = linked_map()
    with document.edit("Paste") as edit:
        [copy] = pasting.paste_cards(edit, fragment.of_cards(document, {"card-1"}), "lane-1", "step-2").ids
    assert document.get(copy, Card).picture == "picture-1"
    assert document.indexes.shows["picture-1"] == {"card-1", copy}
    with document.edit("Delete") as edit:
        cards.delete(edit, ["card-1", copy])
    assert "picture-1" not in document, "nothing shows it any more"


@pytest.mark.parametrize("what", ["stages", "steps"])
def test_whole_columns_bring_the_links_between_what_they_hold(what: str) -> None:
    source, target = linked_map(), small_map()
    if what == "stages":
        carried = fragment.of_stages(source, {"stage-1", "stage-2"})
        paste = pasting.paste_stages
    else:
        carried = fragment.of_steps(source, {"step-1", "step-2", "step-3"})
        paste = pasting.paste_steps
    with target.edit("Paste") as edit:
        paste(edit, carried)
    assert leading(target) == leading(source)
    first = target.indexes.columns()[3]
    curves = {
        (curve.wished, target.get(id_, EmotionPoint).score)
        for curve, id_ in target.indexes.points("lane-3", first).items()
    }
    assert curves == {(False, -1), (True, 2)}


def test_steps_without_anything_in_them_bring_their_links() -> None:
    document = Document()
    with document.edit("Build") as edit:
        stage = stages.add(edit, "Awareness", step_name="Sees").id
        stages.add_step(edit, stage, "Asks")
        sees, asks = edit.indexes.columns()
        links.add(edit, sees, asks)
    with document.edit("Paste") as edit:
        pasting.paste_steps(edit, fragment.of_steps(document, {sees, asks}), stage)
    assert leading(document) == [("Sees", "Asks", "next", "")] * 2


def test_copies_of_cards_keep_the_links_between_them() -> None:
    document = linked_map()
    before = leading(document)
    with document.edit("Duplicate") as edit:
        duplicating.duplicate(edit, ["card-1", "card-3", "card-5"])
    pays = document.get("card-3", Card).text
    assert leading(document) == sorted(
        [*before, ("Sees a poster", "", "leaves", ""), (pays, "Sees a poster", "back", "again")]
    )


@pytest.mark.parametrize(
    "link",
    [
        {"source": "card-1", "target": "nowhere"},
        {"source": "nowhere", "target": "card-1"},
        {"source": "card-1", "target": "card-1"},
        {"source": "card-1", "target": "card-3", "link_kind": "leaves"},
        {"source": "card-1", "target": ""},
    ],
)
def test_a_hostile_link_stays_out_and_the_cards_come(link: dict[str, str]) -> None:
    raw = json.loads(fragment.to_json(fragment.of_cards(small_map(), {"card-1", "card-3"})))
    carried = fragment.from_json(json.dumps({**raw, "links": [{"id": "link-1", **link}]}).encode())
    assert carried is not None
    document = small_map()
    with document.edit("Paste") as edit:
        pasted = pasting.paste_cards(edit, carried, "lane-1", "step-1")
    assert len(pasted.ids) == 2
    assert leading(document) == []


def test_a_picture_that_does_not_come_along_is_none() -> None:
    carried = fragment.of_cards(linked_map(), {"card-1"}).model_copy(update={"pictures": ()})
    document = small_map()
    with document.edit("Paste") as edit:
        [copy] = pasting.paste_cards(edit, carried, "lane-1", "step-1").ids
    assert document.get(copy, Card).picture == ""
