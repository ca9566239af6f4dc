"""The examples: listed by title, and brought forward to these days."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from journeymapper.document.document import Document
from journeymapper.document.records import MAP_ID, Card, JourneyMap
from journeymapper.files import native
from journeymapper.guide.examples import brought_forward, examples, examples_in, is_example, opened
from tests.maps import small_map

REVIEWED = date(2026, 11, 1)


@pytest.fixture
def dated() -> Document:
    """A map with days of all kinds."""
    document = small_map()
    with document.edit("Date") as edit:
        edit.update(MAP_ID, JourneyMap, reviewed=REVIEWED, next_review=date(2027, 2, 1))
        edit.update("card-1", Card, due=date(2026, 12, 24))
        edit.update(
            "card-2", Card, evidence={"level": "observed", "sources": ({"day": date(2026, 10, 14)}, {})}
        )
    return document


def days_of(document: Document) -> list[date | None]:
    cards = [document.get(id_, Card) for id_ in ("card-1", "card-2")]
    sources = [source.day for card in cards for source in card.evidence.sources]
    return [document.map.reviewed, document.map.next_review, cards[0].due, cards[1].due, *sources]


def test_all_days_move_by_as_many_as_bring_the_review_to_today(dated: Document) -> None:
    moved = brought_forward(dated, REVIEWED + timedelta(days=400))
    before, after = days_of(dated), days_of(moved)
    assert before == [
        *(REVIEWED, date(2027, 2, 1), date(2026, 12, 24), None, date(2026, 10, 14), None),
    ]
    assert after == [None if day is None else day + timedelta(days=400) for day in before]
    assert {record.id for record in moved} == {record.id for record in dated}


@pytest.mark.parametrize("days", [-40, 0, 30])
def test_what_was_reviewed_lately_or_never_stays_as_it_is(dated: Document, days: int) -> None:
    assert brought_forward(dated, REVIEWED + timedelta(days=days)) is dated
    never = small_map()
    assert brought_forward(never, REVIEWED) is never


def test_no_example_is_ever_overdue() -> None:
    found, problems = examples()
    assert problems == []
    assert len(found) >= 2
    assert [one.title for one in found] == sorted((one.title for one in found), key=str.casefold)
    today = date(2031, 5, 17)
    for example in found:
        assert is_example(example.path)
        shown = opened(native.load(example.path), today)
        assert shown.map.title == example.title
        assert shown.map.reviewed == today
        assert shown.map.next_review is not None
        assert shown.map.next_review > today
        overdue = [one for one in shown if isinstance(one, Card) and one.due is not None and one.due < today]
        assert not overdue, example.title


def test_a_broken_example_is_one_line_and_the_others_are_listed(tmp_path: Path) -> None:
    native.save(small_map(), tmp_path / "good.journey")
    for name, text in (("a", "["), ("b", "[]"), ("c", '{"map": 7}')):
        (tmp_path / f"{name}.journey").write_text(text, "utf-8")
    (tmp_path / "plain.journey").write_text('{"map": {"title": 7}}', "utf-8")
    found, problems = examples_in(tmp_path)
    assert [(one.title, one.scenario) for one in found] == [("Buying a bicycle", "First ride"), ("plain", "")]
    assert len(problems) == 3
