"""The words of a review: no field without a name, and values that say something."""

from datetime import date

import pytest

from journeymapper.document.records import Card, Lane, Link, Record, Step
from journeymapper.guide.review import comparing
from journeymapper.ui.docks.review.fields import field_change, field_name


@pytest.mark.parametrize("kind", comparing._PARTS)
def test_every_field_that_can_differ_has_a_name_in_plain_words(kind: type[Record]) -> None:
    told = kind.model_fields.keys() - comparing._LOOKS - comparing._REVIEWS
    record = kind.model_construct()
    names = {field: field_name(record, field) for field in told}
    assert all("_" not in name for name in names.values())
    assert len(set(names.values())) == len(names)
    assert field_name(record, "of a later version") == "of a later version"


def test_what_a_field_held_is_told_where_it_says_something() -> None:
    then = Card(id="1", order="a0", lane="l", step="s", text="A\nB", due=date(2026, 11, 1), value=3.5)
    now = then.model_copy(update={"text": "", "due": None, "value": 4.0, "done": True, "tags": ("x", "y")})
    assert [field_change(then, now, name) for name in ("text", "value", "done", "tags")] == [
        "text: “A B” → nothing",
        "number: 3.5 → 4",
        "done: no → yes",
        "tags: nothing → “x”, “y”",
    ]
    assert field_change(then, now, "due").endswith("2026 → nothing")
    assert field_change(then, now, "persona") == "", "an id says nothing to anybody"
    lane = Lane(id="1", order="a0", role="ideas")
    assert field_change(lane, lane, "role") == ""
    link = Link(id="1", source="s", target="t")
    assert field_change(link, link, "target") == ""
    step = Step(id="1", order="a0", stage="s", moment_of_truth=True)
    assert field_change(step, step, "moment_of_truth") == "moment of truth: yes → yes"
