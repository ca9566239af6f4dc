"""A cell as lines of text, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.document.document import Document
from journeymapper.document.feelings import points_in
from journeymapper.document.records import Card, Curve, EmotionPoint, Persona
from journeymapper.document.texts import cleaned
from journeymapper.editing import cards, cells, personas, points
from journeymapper.editing.cells import FeelingError
from tests.maps import small_map

CELL = ("lane-1", "step-1")
CURVE = ("lane-3", "step-1")


def map_with(*texts: str) -> Document:
    """Return a map whose cell holds cards with these texts, each with its number as its note."""
    document = small_map()
    with document.edit("Build") as edit:
        cards.delete(edit, edit.indexes.cards(*CELL))
        for number, text in enumerate(texts):
            cards.add(edit, *CELL, text, note=str(number))
    return document


def put(document: Document, *lines: str) -> list[tuple[str, str]]:
    """Set the lines of the cell and return its cards: text and note."""
    with document.edit("Edit cell") as edit:
        cells.set_lines(edit, *CELL, lines)
    found = [document.get(id_, Card) for id_ in document.indexes.cards(*CELL)]
    return [(card.text, card.note) for card in found]


@pytest.mark.parametrize(
    ("lines", "cards_then"),
    [
        (("A", "B", "C"), [("A", "0"), ("B", "1"), ("C", "2")]),
        (("A", "C"), [("A", "0"), ("C", "2")]),
        (("A", "new", "B", "C"), [("A", "0"), ("new", ""), ("B", "1"), ("C", "2")]),
        (("A", "Bb", "C"), [("A", "0"), ("Bb", "1"), ("C", "2")]),
        (("C", "B", "A"), [("C", "2"), ("B", "1"), ("A", "0")]),
        (("", "A", " ", "B", "C", ""), [("A", "0"), ("B", "1"), ("C", "2")]),
        ((), []),
        (("A", "", "C"), [("A", "0"), ("C", "2")]),
    ],
)
def test_lines_keep_their_cards(lines: tuple[str, ...], cards_then: list[tuple[str, str]]) -> None:
    assert put(map_with("A", "B", "C"), *lines) == cards_then


def test_a_changed_line_goes_to_the_card_it_is_like() -> None:
    document = map_with("Asks a friend", "Sees a poster at the stop")
    assert put(document, "Sees a big poster at the stop") == [("Sees a big poster at the stop", "1")]
    document = map_with("Sees a poster at the stop")
    assert put(document, "Something else", "Sees a poster at a stop") == [
        ("Something else", ""),
        ("Sees a poster at a stop", "0"),
    ]


def test_blank_cards_and_line_breaks_stay_as_they_are() -> None:
    document = map_with("", " two \nlines ", "A ↵ B")
    assert put(document, *cells.card_lines(document, *CELL), "new") == [
        ("", "0"),
        (" two \nlines ", "1"),
        ("A ↵ B", "2"),
        ("new", ""),
    ]
    assert put(map_with("A"), "A↵ B ", "C\u2028D") == [("A\nB", "0"), ("C\nD", "")]


def test_the_same_lines_change_nothing() -> None:
    document = map_with("A", "A", "B\nC", "")
    with document.edit("Nothing") as edit:
        cells.set_lines(edit, *CELL, cells.card_lines(document, *CELL))
    assert edit.change.is_empty


@given(st.lists(st.sampled_from("ABCD"), max_size=8), st.lists(st.sampled_from("ABCDE "), max_size=8))
def test_any_lines_become_the_cell(before: list[str], lines: list[str]) -> None:
    document = map_with(*before)
    kept = {card.id: card.text for card in document if isinstance(card, Card) and card.lane == CELL[0]}
    found = put(document, *lines)
    assert [text for text, _note in found] == [line for line in lines if line.strip()]
    shared = sum(min(before.count(text), lines.count(text)) for text in set(before))
    same = [id_ for id_ in document.indexes.cards(*CELL) if kept.get(id_) == document.get(id_, Card).text]
    assert len(same) == shared, "every unchanged line kept its card"


def feelings(document: Document, *lines: str) -> dict[str, tuple[float, str]]:
    with document.edit("Edit cell") as edit:
        cells.set_feelings(edit, *CURVE, lines)
    there = document.indexes.points(*CURVE)
    found = {persona: document.get(id_, EmotionPoint) for (persona, _wished), id_ in there.items()}
    return {persona: (point.score, point.text) for persona, point in found.items()}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("+1 Curious", (1, "Curious")),
        (" 2 ", (2, "")),
        ("-0.5  Not  sure", (-0.5, "Not sure")),
        ("−1,25 Bored", (-1.25, "Bored")),
        ("0 All alike?", (0, "All alike?")),
    ],
)
def test_a_line_says_a_score_and_a_label(line: str, said: tuple[float, str]) -> None:
    assert feelings(small_map(), line) == {"persona-1": said}


@pytest.mark.parametrize(
    "line",
    ["Curious", "+3 Too much", "-2.01", "+1.2.3", "++1", "1e1", "1st class", "٣ ", "+1\n+2", "Somebody: +1"],
)
def test_what_says_no_feeling_is_refused_whole(line: str) -> None:
    document = small_map()
    with pytest.raises(FeelingError, match="“"):
        feelings(document, *line.split("\n"))
    assert document.get("point-1", EmotionPoint).score == -1


def test_a_score_finer_than_a_line_can_say_stays() -> None:
    document = small_map()
    with document.edit("Import") as edit:
        edit.update("point-1", EmotionPoint, score=0.123456789, text="A  label")
    with document.edit("Nothing") as edit:
        cells.set_feelings(edit, *CURVE, cells.feeling_lines(document, *CURVE))
    assert edit.change.is_empty


def test_personas_are_told_apart_by_their_names_the_longest_first() -> None:
    document = small_map()
    with document.edit("Build") as edit:
        personas.set_fields(edit, "persona-1", name="Ann")
        for name in ("Ann: Lee", "Ann", ""):
            personas.add(edit, name)
        points.put(edit, *CURVE, 1, "", "of nobody")
    lines = ["ann: lee: +2 b", "Ann: +1 a", "ANN : 0 c", "Unnamed persona: -1", "-2 d"]
    assert feelings(document, *lines) == {
        "": (-2, "d"),
        "persona-1": (1, "a"),
        "persona-2": (2, "b"),
        "persona-3": (0, "c"),
        "persona-4": (-1, ""),
    }
    assert feelings(document, *cells.feeling_lines(document, *CURVE)) == feelings(document, *lines)


@pytest.mark.parametrize("name", ["", "Anna"])
def test_of_equal_names_the_one_with_a_point_is_meant(name: str) -> None:
    document = small_map()
    with document.edit("Build") as edit:
        personas.set_fields(edit, "persona-1", name=name)
        points.delete(edit, "point-1")
        for _number in range(2):
            personas.add(edit, name)
        points.put(edit, *CURVE, 1, "persona-2", "good")
    [line] = cells.feeling_lines(document, *CURVE)
    [point] = document.indexes.points(*CURVE).values()
    assert feelings(document, line) == {"persona-2": (1, "good")}
    assert feelings(document, line.replace("+1", "+2")) == {"persona-2": (2, "good")}
    assert document.indexes.points(*CURVE) == {Curve("persona-2"): point}, (
        "the very point, with another score"
    )
    last = line.replace("+1 good", "-1 bad")
    assert feelings(document, last, last) == {"persona-1": (-1, "bad"), "persona-2": (-1, "bad")}


NAMES = [
    "",
    "Anna",
    "Anna: +1",
    "anna",
    "+1 x",
    "1",
    "İ",
    "Bo\nb",
    "Anna (wished for)",
    "Wished for",
    "wished for",
]


@given(
    st.lists(st.sampled_from(NAMES), max_size=4),
    st.lists(
        st.none()
        | st.tuples(
            st.floats(-2, 2) | st.sampled_from([0.00001, -0.001, -0.0, 1.005]),
            st.text(max_size=8)
            | st.sampled_from(
                [": x", "+1 x", "5 stars", "a\nb", "a \u2028 b", "Anna: +1", "(wished for): 1"]
            ),
        ),
        max_size=10,
    ),
)
def test_a_cells_own_lines_change_nothing(names: list[str], said: list[tuple[float, str] | None]) -> None:
    document, whose = map_with_personas(names)
    curves = [Curve(persona, wished) for persona in whose for wished in (False, True)]
    with document.edit("Build") as edit:
        for curve, feeling in zip(curves, said, strict=False):
            if feeling is not None:
                point = points.put(edit, *CURVE, 0, curve.persona, wished=curve.wished)
                edit.update(point, EmotionPoint, score=feeling[0], text=cleaned(feeling[1]))
    lines = cells.feeling_lines(document, *CURVE)
    with document.edit("Nothing") as edit:
        cells.set_feelings(edit, *CURVE, "\n".join(lines).split("\n"))
    assert edit.change.is_empty


def map_with_personas(names: list[str]) -> tuple[Document, list[str]]:
    """Return a map with an empty cell of emotions and these personas, and whose points there can be."""
    document = small_map()
    with document.edit("Build") as edit:
        personas.delete(edit, "persona-1")
        whose = ["", *(personas.add(edit, "").id for _name in names)]
        for persona, name in zip(whose[1:], names, strict=True):
            edit.update(persona, Persona, name=name)
    return document, whose


@given(
    st.sets(st.sampled_from(["Anna", "Anna: the second", "Bo", "Wished", "(wished for)", "Ann"]), max_size=4),
    st.sets(st.tuples(st.integers(0, 4), st.booleans())),
    st.sampled_from([-2.0, -0.25, 0.0, 1.5]),
)
def test_lines_tell_every_curve_from_the_others(
    names: set[str], which: set[tuple[int, bool]], score: float
) -> None:
    document, whose = map_with_personas(sorted(names))
    curves = {Curve(whose[n], wished) for n, wished in which if n in range(len(names) > 0, len(whose))}
    with document.edit("Build") as edit:
        for curve in curves:
            points.put(edit, *CURVE, score, curve.persona, "Feels so", wished=curve.wished)
    lines = cells.feeling_lines(document, *CURVE)
    said = {(point.curve, point.score, point.text) for point in points_in(document, *CURVE)}
    with document.edit("Anew") as edit:
        for point in document.indexes.points(*CURVE).values():
            points.delete(edit, point)
        cells.set_feelings(edit, *CURVE, lines[::-1])
    assert {(point.curve, point.score, point.text) for point in points_in(document, *CURVE)} == said


def test_wished_for_points_are_lines_with_a_name_of_their_own() -> None:
    document = small_map()
    with document.edit("Build") as edit:
        wished = points.put(edit, *CURVE, 2, "persona-1", "Sure", wished=True)
    assert cells.feeling_lines(document, *CURVE) == ["-1 Curious", "Wished for: +2 Sure"]
    with document.edit("Edit cell") as edit:
        cells.set_feelings(edit, *CURVE, ["-1 Curious", "wished for : 1.5 Calm"])
    assert document.get(wished, EmotionPoint).score == 1.5
    with document.edit("Build") as edit:
        personas.set_fields(edit, "persona-1", name="Laura")
        personas.add(edit, "Ben")
    assert cells.feeling_lines(document, *CURVE) == ["Laura: -1 Curious", "Laura (wished for): +1.5 Calm"]
    with document.edit("Edit cell") as edit:
        cells.set_feelings(edit, *CURVE, ["laura (WISHED FOR): +1 Glad", "Ben (wished for): 2", "Ben: 0"])
    found = {point.curve: (point.score, point.text) for point in points_in(document, *CURVE)}
    assert found == {
        Curve("persona-1", wished=True): (1, "Glad"),
        Curve("persona-2"): (0, ""),
        Curve("persona-2", wished=True): (2, ""),
    }
    assert document.find("point-1") is None, "its line is gone"
    assert document.find(wished) is not None
    with document.edit("Edit cell") as edit:
        points.put(edit, *CURVE, 0.5, wished=True)
    assert cells.feeling_lines(document, *CURVE)[0] == "Wished for: +0.5"
    with pytest.raises(FeelingError, match="one emotion point too many"), document.edit("Edit cell") as edit:
        cells.set_feelings(edit, *CURVE, ["Wished for: 1"] * 4)


def test_on_a_map_without_personas_a_feeling_is_nobodys() -> None:
    document = small_map()
    with document.edit("Build") as edit:
        personas.delete(edit, "persona-1")
    assert feelings(document, "+1 Glad") == {"": (1, "Glad")}
    assert feelings(document) == {}
