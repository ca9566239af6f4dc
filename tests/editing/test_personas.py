"""Personas in another order, duplicated, written anew all at once, and what cards and points become of it."""

import pytest

from journeymapper.document.document import Document
from journeymapper.document.invariants import InvariantError
from journeymapper.document.records import NO_PICTURE, NOBODY, Card, EmotionPoint, Persona, Picture
from journeymapper.document.searching import Query
from journeymapper.editing import belonging, cards, moving, personas, points, replacing
from journeymapper.editing.belonging import Given
from journeymapper.editing.personas import Deleted
from tests.maps import small_map

PICTURE = Picture(id="picture-1", media_type="image/png", width=1, height=1, data="")


def several() -> Document:
    """Return the small map with personas Ilze, Tom and Ann; two cards are Tom's, and one point."""
    document = small_map()
    with document.edit("Add") as edit:
        personas.set_fields(edit, "persona-1", name="Ilze")
        tom = personas.add(edit, "Tom", colour="teal").id
        personas.add(edit, "Ann")
        cards.set_fields(edit, ["card-1", "card-2"], persona=tom)
        points.put(edit, "lane-3", "step-1", 2, tom)
    return document


def names(document: Document) -> list[str]:
    return [document.get(id_, Persona).name for _order, id_ in document.indexes.personas]


def of(document: Document, *wanted: str) -> list[Persona]:
    by_name = {one.name: one for one in document if isinstance(one, Persona)}
    return [by_name[name] for name in wanted]


def test_a_persona_is_added_where_it_is_wanted() -> None:
    document = several()
    with document.edit("Add") as edit:
        personas.add(edit, "First", 0)
        personas.add(edit, "Last", 99)
    assert names(document) == ["First", "Ilze", "Tom", "Ann", "Last"]


@pytest.mark.parametrize(
    ("moved", "place", "order"),
    [
        (["persona-3"], 0, ["Ann", "Ilze", "Tom"]),
        (["persona-3", "persona-1"], 1, ["Tom", "Ilze", "Ann"]),
        (["persona-1"], 99, ["Tom", "Ann", "Ilze"]),
        (["persona-2"], 1, ["Ilze", "Tom", "Ann"]),
    ],
)
def test_personas_are_put_in_another_order(moved: list[str], place: int, order: list[str]) -> None:
    document = several()
    with document.edit("Move") as edit:
        personas.move(edit, moved, place)
    assert names(document) == order
    assert edit.change.is_empty == (order == ["Ilze", "Tom", "Ann"])


@pytest.mark.parametrize(
    ("moved", "by", "order"),
    [
        (["persona-1"], 1, ["Tom", "Ilze", "Ann"]),
        (["persona-1"], -1, ["Ilze", "Tom", "Ann"]),
        (["persona-2", "persona-3"], -1, ["Tom", "Ann", "Ilze"]),
        (["persona-1", "persona-3"], 1, ["Tom", "Ilze", "Ann"]),
    ],
)
def test_personas_move_by_one_place(moved: list[str], by: int, order: list[str]) -> None:
    document = several()
    with document.edit("Move") as edit:
        moving.move_personas(edit, moved, by)
    assert names(document) == order


def test_a_copy_stands_beside_its_original_with_nothing_that_is_the_others() -> None:
    document = several()
    with document.edit("Duplicate") as edit:
        [copy] = personas.duplicate(edit, ["persona-2"])
    assert names(document) == ["Ilze", "Tom", "Tom", "Ann"]
    assert document.indexes.personas[2][1] == copy
    assert document.get(copy, Persona).colour == ""
    assert copy not in document.indexes.of_persona


def test_deleting_says_what_stays_and_what_goes() -> None:
    document = several()
    with document.edit("Delete") as edit:
        assert personas.delete_all(edit, ["persona-2", "persona-3"]) == Deleted(2, 2, 1)
    assert names(document) == ["Ilze"]
    assert document.get("card-1", Card).persona == NOBODY


def test_all_are_written_anew_at_once() -> None:
    document = several()
    ann, ilze = of(document, "Ann", "Ilze")
    new = Persona(id="new-1", order="zzz", name="New\x00", values="time")
    wanted = [ann.model_copy(update={"work": "baker"}), new, ilze]
    with document.edit("Edit") as edit:
        ids, gone = personas.rewrite(edit, wanted)
    assert gone == Deleted(1, 2, 1)
    assert names(document) == ["Ann", "New", "Ilze"]
    assert [ids[0], ids[2]] == [ann.id, ilze.id]
    assert "new-1" not in document
    assert document.get(ids[1], Persona).values == "time"
    assert document.get(ann.id, Persona).work == "baker"


def test_writing_all_as_they_are_changes_nothing() -> None:
    document = several()
    with document.edit("Edit") as edit:
        _ids, gone = personas.rewrite(edit, of(document, "Ilze", "Tom", "Ann"))
    assert edit.change.is_empty
    assert gone == Deleted(0, 0, 0)


def test_pictures_come_and_go_with_those_who_show_them() -> None:
    document = several()
    ilze, tom, ann = of(document, "Ilze", "Tom", "Ann")
    shown = [
        ilze.model_copy(update={"picture": PICTURE.id}),
        tom,
        ann.model_copy(update={"picture": PICTURE.id}),
    ]
    with document.edit("Edit") as edit:
        personas.rewrite(edit, shown, [PICTURE])
    assert document.indexes.shows == {PICTURE.id: {ilze.id, ann.id}}
    with document.edit("Edit") as edit:
        personas.rewrite(edit, [one.model_copy(update={"picture": NO_PICTURE}) for one in shown])
    assert PICTURE.id not in document


def test_a_card_and_a_point_are_given_to_another() -> None:
    document = several()
    with document.edit("Give") as edit:
        assert belonging.give(edit, ["card-1", "card-6", "point-2"], "persona-3") == Given(2, 1, 0)
    assert {document.get(card, Card).persona for card in ("card-1", "card-6")} == {"persona-3"}
    assert document.get("point-2", EmotionPoint).persona == "persona-3"
    with document.edit("Give") as edit:
        belonging.give(edit, ["card-1", "point-2"], NOBODY)
    assert document.get("card-1", Card).persona == document.get("point-2", EmotionPoint).persona == NOBODY


def test_a_point_stays_where_the_other_curve_has_one_already() -> None:
    document = several()
    with document.edit("Wish") as edit:
        wished = points.put(edit, "lane-3", "step-1", 2, "persona-1", wished=True)
    with document.edit("Give") as edit:
        assert belonging.give(edit, ["point-1", wished, "point-2"], "persona-2") == Given(0, 2, 1)
    assert document.get("point-1", EmotionPoint).persona == "persona-1"
    assert document.get(wished, EmotionPoint).persona == "persona-2"


def test_of_two_points_at_a_step_one_can_be_given() -> None:
    document = several()
    with document.edit("Give") as edit:
        toms = document.indexes.points("lane-3", "step-1")
        assert belonging.give(edit, list(toms.values()), "persona-3") == Given(0, 1, 1)


def test_what_belongs_to_them_already_is_no_change() -> None:
    document = several()
    with document.edit("Give") as edit:
        assert belonging.give(edit, ["card-1", "point-1"], "persona-2").refused == 1
    assert edit.change.is_empty


def test_nothing_can_be_given_to_who_is_not_there() -> None:
    document = several()
    with pytest.raises(InvariantError), document.edit("Give") as edit:
        belonging.give(edit, ["card-6"], "persona-99")
    assert document.get("card-6", Card).persona == NOBODY


def test_words_are_replaced_in_all_that_is_known_of_a_persona() -> None:
    document = several()
    fields = ("family", "work", "income", "values")
    with document.edit("Tell") as edit:
        personas.set_fields(edit, "persona-1", **dict.fromkeys(fields, "one\ntwo"))
    with document.edit("Replace") as edit:
        assert replacing.replace_all(edit, Query("one"), "x", ["persona-1"]) == 4
    ilze = document.get("persona-1", Persona)
    assert ilze.values == "x\ntwo"
    assert {ilze.family, ilze.work, ilze.income} == {"x two"}
