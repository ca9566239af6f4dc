"""Emotion points in words, and one curve a persona."""

import pytest

from journeymapper.document.document import Document
from journeymapper.document.feelings import curve_name, curve_title, feeling_words, points_in, with_curve
from journeymapper.document.invariants import InvariantError
from journeymapper.document.records import Curve, EmotionPoint
from journeymapper.editing import deleting, personas, points
from journeymapper.exchange import excerpt
from tests.maps import small_map

CELL = ("lane-3", "step-1")


def wishing_map() -> Document:
    """Return the small map with wished-for points of its persona and of nobody at the first step."""
    document = small_map()
    with document.edit("Wish") as edit:
        points.put(edit, *CELL, 2, "persona-1", "Sure", wished=True)
        points.put(edit, *CELL, 0.5, text="Fine", wished=True)
    return document


def test_curves_have_names_and_titles() -> None:
    document = wishing_map()
    assert curve_name(document, Curve("persona-1")) == "Ilze Bērziņa"
    assert curve_name(document, Curve("persona-1", wished=True)) == "Ilze Bērziņa (wished for)"
    assert curve_name(document, Curve("", wished=True)) == "Wished for"
    assert curve_name(document, Curve("")) == ""
    assert [curve_title("Ilze", False), curve_title("Ilze", True)] == ["Ilze · now", "Ilze · wished for"]
    assert [curve_title("", False), curve_title("", True)] == ["Now", "Wished for"]


def test_what_is_wished_for_is_said_wherever_a_point_is_read() -> None:
    document = wishing_map()
    words = [with_curve(document, point, feeling_words(point)) for point in points_in(document, *CELL)]
    assert words == ["Wished for: Fine (+0.5)", "Curious (-1)", "Wished for: Sure (+2)"]
    with document.edit("Ben") as edit:
        personas.add(edit, "Ben")
    carried = excerpt.of_lanes(document, {"lane-3"})
    assert carried.rows[0].cells[0] == (
        "Wished for: Fine (+0.5)",
        "Ilze Bērziņa: Curious (-1)",
        "Ilze Bērziņa (wished for): Sure (+2)",
    )


def test_a_curve_has_one_point_at_a_step_whatever_is_written() -> None:
    document = wishing_map()
    twin = document.get("point-1", EmotionPoint).model_copy(update={"id": "twin"})
    before = len(document)
    with pytest.raises(InvariantError), document.edit("Twin") as edit:
        edit.put(twin)
    with pytest.raises(InvariantError), document.edit("Twin") as edit:
        edit.update("point-1", EmotionPoint, wished=True)
    assert len(document) == before
    with document.edit("Again") as edit:
        assert points.put(edit, *CELL, 9, "persona-1") == "point-1", "another score for the point there is"
        assert points.put(edit, *CELL, -9, "persona-1", wished=True) != "point-1"
    assert sorted(point.score for point in points_in(document, *CELL)) == [-2, 0.5, 2]


def test_points_go_to_a_curve_where_it_has_none_and_a_persona_takes_both_curves_along() -> None:
    document = wishing_map()
    with document.edit("Give") as edit:
        points.set_curve(edit, ["point-1", "point-2"], Curve("persona-1", wished=True))
    assert [document.get(f"point-{n}", EmotionPoint).wished for n in (1, 2)] == [False, True]
    with document.edit("Delete") as edit:
        deleting.delete(edit, ["persona-1"])
    assert [point.curve for point in points_in(document, *CELL)] == [Curve("", wished=True)]


def test_a_wished_for_curve_begins_on_the_present_one_and_leaves_what_is_wished_already() -> None:
    document = wishing_map()
    with document.edit("Wish") as edit:
        made = points.wish(edit, "lane-3", "persona-1")
        assert points.wish(edit, "lane-3", "persona-1") == points.wish(edit, "lane-3") == []
    records = [document.get(id_, EmotionPoint) for id_ in made]
    assert [(point.step, point.score, point.text) for point in records] == [
        ("step-2", 0.5, ""),
        ("step-3", 2, ""),
    ]
    there = document.indexes.points(*CELL)[Curve("persona-1", wished=True)]
    assert document.get(there, EmotionPoint).text == "Sure"
