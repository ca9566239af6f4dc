"""Files that another program or a bad merge made wrong: the map comes whole, and says what was put right."""

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.document.document import Document
from journeymapper.document.records import Card, EmotionPoint, Link, Persona, Prompt
from journeymapper.files import native
from journeymapper.files.problems import BadFileError
from tests.maps import small_map


def raw() -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(native.written(small_map()))
    return parsed


def opened(parsed: dict[str, Any]) -> tuple[Document, tuple[str, ...]]:
    document, notes = native.read_mended(json.dumps(parsed).encode(), "map.journey")
    again, others = native.read_mended(native.written(document), "again.journey")
    assert others == (), "what was put right stays right"
    assert native.written(again) == native.written(document)
    return document, notes


def with_row(array: str, place: int, **fields: object) -> dict[str, Any]:
    parsed = raw()
    parsed[array][place].update(fields)
    return parsed


def test_a_sound_file_has_nothing_to_tell() -> None:
    assert opened(raw())[1] == ()


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ({"source": "card-1", "target": "gone"}, "link whose end is not in the file"),
        ({"source": "gone", "target": "card-1"}, "link whose end is not in the file"),
        ({"source": "gone", "link_kind": "leaves"}, "link whose end is not in the file"),
        ({"source": "card-1", "target": "lane-1"}, "link whose end is not in the file"),
        ({"source": "card-1", "target": "card-1"}, "“Sees a poster”: a link that leads nowhere"),
        ({"source": "card-1"}, "leads nowhere"),
    ],
)
def test_a_link_whose_end_is_gone_is_left_out(link: dict[str, str], words: str) -> None:
    sound = {"id": "link-2", "source": "card-1", "target": "step-3"}
    document, [note] = opened({**raw(), "links": [{"id": "link-1", **link}, sound]})
    assert words in note
    assert [record.id for record in document if isinstance(record, Link)] == ["link-2"]
    assert len(document.indexes.columns()) == 3, "the map is whole"


@pytest.mark.parametrize(
    ("lane", "step", "words"),
    [
        ("lane-1", "step-2", "“Again”: a hint that has no cell of its own"),
        ("gone", "step-1", "no cell of its own"),
        ("lane-1", "gone", "no cell of its own"),
        ("step-1", "lane-1", "no cell of its own"),
    ],
)
def test_a_hint_that_has_no_cell_of_its_own_is_left_out(lane: str, step: str, words: str) -> None:
    sound = {"id": "prompt-1", "lane": "lane-1", "step": "step-2", "text": "And then?"}
    other = {"id": "prompt-2", "lane": lane, "step": step, "text": "Again"}
    document, [note] = opened({**raw(), "prompts": [sound, other]})
    assert words in note
    assert [record.id for record in document if isinstance(record, Prompt)] == ["prompt-1"]


@pytest.mark.parametrize("place", ["gone", "link-1", "dismissal-1", "dismissal-2", "card-1"])
def test_what_is_dismissed_of_anything_else_or_twice_is_left_out(place: str) -> None:
    link = {"id": "link-1", "source": "card-1", "target": "card-2"}
    sound = {"id": "dismissal-1", "rule": "unrated", "place": "card-1"}
    other = {"id": "dismissal-2", "rule": "unrated", "place": place}
    document, [note] = opened({**raw(), "links": [link], "dismissals": [sound, other]})
    assert "“dismissal-2”: “not for this map”" in note
    with document.edit("Readmit") as edit:
        edit.remove("dismissal-1")
    assert not document.indexes.dismissals


def test_what_is_dismissed_of_a_hint_or_link_that_is_left_out_goes_with_it() -> None:
    link = {"id": "link-1", "source": "card-1", "target": "gone"}
    dismissal = {"id": "dismissal-1", "rule": "unrated", "place": "link-1"}
    document, notes = opened({**raw(), "links": [link], "dismissals": [dismissal]})
    assert len(notes) == 2
    assert not document.indexes.dismissals


def test_a_link_that_leaves_does_not_lead_to_anything() -> None:
    link = {"id": "link-1", "source": "card-1", "target": "card-2", "link_kind": "leaves"}
    document, [note] = opened({**raw(), "links": [link]})
    assert "leads outside now" in note
    assert document.get("link-1", Link).target == ""


def test_of_two_points_of_one_curve_at_a_step_the_first_stays() -> None:
    parsed = raw()
    first = parsed["points"][0]
    parsed["points"].append({**first, "id": "second", "text": "Twice", "score": 2})
    parsed["points"].append({**first, "id": "third", "wished": True, "score": 1.5})
    document, [note] = opened(parsed)
    assert "“Twice”: its curve has another" in note
    assert document.get(first["id"], EmotionPoint).score == first["score"]
    assert "second" not in document
    assert document.get("third", EmotionPoint).score == 1.5


@pytest.mark.parametrize(("score", "kept"), [(3, 2), (-2.5, -2), (10**400, 2), (-1e300, -2)])
def test_a_score_outside_the_scale_is_moved_into_it(score: float, kept: float) -> None:
    document, [note] = opened(with_row("points", 0, score=score))
    assert f"it is {kept}.0 now" in note
    assert len(note) < 200
    assert document.get("point-1", EmotionPoint).score == kept


def test_cards_and_points_of_a_persona_that_is_gone_are_nobodys() -> None:
    parsed = with_row("cards", 0, persona="gone")
    parsed["points"].append({**parsed["points"][0], "id": "other", "persona": "gone", "score": 1})
    document, notes = opened(parsed)
    assert len(notes) == 2
    assert document.get("card-1", Card).persona == ""
    assert document.get("other", EmotionPoint).persona == ""


def test_pictures_that_are_gone_or_have_no_size_are_none() -> None:
    parsed = with_row("cards", 0, picture="gone")
    parsed["cards"][1]["picture"] = "flat"
    parsed["personas"][0]["picture"] = "whole"
    parsed["pictures"] = [
        {"id": "flat", "media_type": "image/png", "width": 0, "height": 10, "data": "AAAA"},
        {"id": "whole", "media_type": "image/png", "width": 10, "height": 10, "data": "AAAA"},
    ]
    document, notes = opened(parsed)
    assert len(notes) == 3
    assert (document.get("card-1", Card).picture, document.get("card-2", Card).picture) == ("", "")
    assert document.get("persona-1", Persona).picture == "whole"
    assert "flat" not in document


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [("span", 0, 1), ("span", -3, 1), ("span", 10**6, 10_000), ("votes", -1, 0), ("votes", 10**30, 999)],
)
def test_counts_outside_what_is_possible_are_moved_into_it(field: str, value: int, kept: int) -> None:
    document, [note] = opened(with_row("cards", 0, **{field: value}))
    assert f"it is {kept} now" in note
    assert getattr(document.get("card-1", Card), field) == kept


def test_a_span_past_the_last_step_is_kept_as_it_is() -> None:
    document, notes = opened(with_row("cards", 0, span=40))
    assert (notes, document.get("card-1", Card).span) == ((), 40)


@pytest.mark.parametrize(
    ("value", "kept", "text"),
    [
        ("41,5", 41.5, "Sees a poster"),
        ("−3", -3.0, "Sees a poster"),
        ("0,125", 0.125, "Sees a poster"),
        ("12,500", None, "Sees a poster 12,500"),
        ("about 40", None, "Sees a poster about 40"),
        ("nan", None, "Sees a poster nan"),
        (True, None, "Sees a poster True"),
        (12, 12.0, "Sees a poster"),
    ],
)
def test_a_metric_that_is_no_number_stands_in_the_text(value: object, kept: float | None, text: str) -> None:
    document, notes = opened(with_row("cards", 0, value=value))
    card = document.get("card-1", Card)
    assert (card.value, card.text, len(notes)) == (kept, text, text != "Sees a poster")


def test_earlier_values_that_are_no_numbers_are_left_out() -> None:
    document, [note] = opened(with_row("cards", 0, trend=[1, "two", 3.5, None, 10**400]))
    assert "earlier values" in note
    assert document.get("card-1", Card).trend == (1.0, 3.5)
    document, [note] = opened(with_row("cards", 0, trend=list(range(120))))
    assert document.get("card-1", Card).trend[0] == 20


def test_what_has_no_sensible_answer_is_still_refused() -> None:
    for parsed in (
        with_row("cards", 0, lane="gone"),
        with_row("cards", 0, span="wide"),
        {**raw(), "links": [{"id": "link-1", "source": 3}]},
        {**raw(), "links": ["a link"]},
        {**raw(), "pictures": {}},
    ):
        with pytest.raises(BadFileError):
            opened(parsed)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text("ab1"),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "text"]), inner, max_size=2)
    ),
    max_leaves=4,
)
FIELDS = {
    "cards": ("id", "text", "persona", "picture", "span", "votes", "value", "target", "trend", "evidence"),
    "points": ("id", "lane", "step", "persona", "wished", "score", "text"),
    "links": ("id", "source", "target", "link_kind", "text"),
    "personas": ("id", "name", "picture"),
    "pictures": ("id", "width", "height", "data", "media_type"),
    "prompts": ("id", "lane", "step", "text"),
    "dismissals": ("id", "rule", "place", "reason"),
    "snapshots": ("id", "order", "name", "day", "data"),
}


@given(st.data())
def test_whatever_stands_in_a_file_it_is_opened_whole_or_refused(data: st.DataObject) -> None:
    parsed = raw()
    parsed["links"] = [{"id": "link-1", "source": "card-1", "target": "card-3"}]
    parsed["pictures"] = [{"id": "picture-1", "width": 1, "height": 1, "data": "", "media_type": "image/png"}]
    parsed["prompts"] = [{"id": "prompt-1", "lane": "lane-1", "step": "step-2", "text": "And then?"}]
    parsed["dismissals"] = [{"id": "dismissal-1", "rule": "unrated", "place": "card-1"}]
    parsed["snapshots"] = [{"id": "snapshot-1", "data": "AAAA"}]
    for _number in range(data.draw(st.integers(1, 3))):
        array = data.draw(st.sampled_from(sorted(FIELDS)))
        row = data.draw(st.sampled_from(parsed[array]))
        row[data.draw(st.sampled_from(FIELDS[array]))] = data.draw(JSON)
    with contextlib.suppress(BadFileError):
        opened(parsed)
