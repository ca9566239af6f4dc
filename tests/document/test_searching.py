"""Finding words in a map: every field, in reading order, in step with changes that cost what they touch."""

import pytest

from journeymapper.document import searching
from journeymapper.document.document import Document
from journeymapper.document.reading_order import reading_place, reading_places
from journeymapper.document.records import MAP_ID, Card, EmotionPoint
from journeymapper.document.searching import Match, Matches, Query
from journeymapper.editing import cards, evidence, lanes, personas, points, stages
from tests.maps import large_map, small_map
from tests.session.test_touches import Reads

MORE_OF_PERSONA = (
    *("quote", "goals", "pain_points", "needs"),
    *("motivations", "values", "behaviours", "channels"),
)


def found(document: Document, text: str, **options: bool) -> list[tuple[str, str]]:
    return [(match.id, match.field) for match in Matches(document, Query(text, **options))]


def test_every_named_field_is_searched_and_no_other() -> None:
    document = small_map()
    with document.edit("Write") as edit:
        personas.set_title_block(
            edit, title="Zebra", scenario="A zebra", business="zebra", author="zebra", language="zebra"
        )
        of_persona = (*("name", "age", "role", "family", "work", "income"), *MORE_OF_PERSONA)
        personas.set_fields(edit, "persona-1", **dict.fromkeys(of_persona, "zebra"))
        stages.rename(edit, "stage-1", "Zebra")
        stages.rename_step(edit, "step-1", "Zebra")
        lanes.rename(edit, "lane-1", "zebra")
        lanes.set_hint(edit, "lane-1", "zebra")
        cards.set_text(edit, "card-1", "Zebra, zebra")
        cards.set_fields(edit, ["card-1"], note="zebra", channel="zebra", owner="zebra", tags=("a", "zebra"))
        evidence.set_source(edit, ["card-1"], name="zebra", quote="zebra", link="zebra")
        points.set_text(edit, "point-1", "zebra")
    assert found(document, "zebra") == [
        *((MAP_ID, field) for field in ("title", "scenario", "business", "author")),
        *(("persona-1", field) for field in of_persona),
        *(("stage-1", "name"), ("step-1", "name"), ("lane-1", "name"), ("lane-1", "hint")),
        *(("card-1", "text"), ("card-1", "text"), ("card-1", "note"), ("card-1", "channel")),
        *(("card-1", "owner"), ("card-1", "tags.1"), ("card-1", "evidence.sources.0.name")),
        *(("card-1", "evidence.sources.0.quote"), ("card-1", "evidence.sources.0.link"), ("point-1", "text")),
    ]


def test_cards_are_read_lane_by_lane_from_left_to_right() -> None:
    ids = [id_ for id_, _field in found(small_map(), "s") if id_.startswith(("card", "lane"))]
    assert list(dict.fromkeys(ids)) == [
        *("lane-1", "card-1", "card-2", "card-3", "lane-2", "card-4", "card-5", "lane-3"),
        *("lane-4", "lane-5", "card-6"),
    ]


def test_places_sort_all_records_as_they_are_read() -> None:
    document = large_map(200)
    order = list(reading_places(document))
    assert len(order) == len(document)
    assert sorted(reading_place(document, record) for record in document) == order


def test_going_on_visits_all_matches_both_ways_round() -> None:
    document = small_map()
    matches = Matches(document, Query("s"))
    everything = list(matches)
    assert matches.count == len(everything) > 20
    assert [matches.number_of(match) for match in everything] == list(range(1, matches.count + 1))
    for match, following in zip(everything, [*everything[1:], everything[0]], strict=True):
        assert matches.after(match.id, match.field, match.start + 1) == following
        assert matches.before(following.id, following.field, following.start) == match


def test_a_search_begins_at_a_record_whether_it_holds_the_words_or_not() -> None:
    matches = Matches(small_map(), Query("shop"))
    assert [(match.id, match.start) for match in matches] == [("card-3", 20), ("card-5", 0)]
    first, second = matches
    assert matches.after("card-3") == first
    assert matches.after("card-4") == second
    assert matches.after("card-6") == first
    assert matches.before("card-4") == first
    assert matches.before("card-1") == second
    assert matches.after("no longer there") == first
    assert matches.number_of(Match("card-3", "text", 0, 4)) == 0


def test_the_search_can_be_kept_to_some_records() -> None:
    document = small_map()
    matches = Matches(document, Query("s"), frozenset({"card-1", "card-5", "gone"}))
    assert {match.id for match in matches} == {"card-1", "card-5"}
    with document.edit("Write") as edit:
        cards.set_text(edit, "card-1", "")
        cards.set_text(edit, "card-2", "sssss")
    assert matches.apply(edit.change)
    assert {match.id for match in matches} == {"card-5"}
    matches.ask(Query("ssss"), None)
    assert [match.id for match in matches] == ["card-2"]


def test_nothing_is_found_of_nothing() -> None:
    matches = Matches(small_map(), Query(""))
    assert (matches.count, list(matches), matches.after(MAP_ID), matches.before(MAP_ID)) == (
        0,
        [],
        None,
        None,
    )


def test_a_change_that_concerns_no_match_leaves_their_order_as_it_is() -> None:
    document = small_map()
    matches = Matches(document, Query("shop"))
    with document.edit("Write") as edit:
        cards.set_text(edit, "card-1", "Sees a notice")
    assert not matches.apply(edit.change)
    with document.edit("Move") as edit:
        cards.move(edit, ["card-5"], "lane-1", "step-1", 0)
    assert matches.apply(edit.change)
    assert [match.id for match in matches] == ["card-5", "card-3"]


def test_what_is_found_stays_in_order_while_lanes_and_steps_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    document = small_map()
    matches = Matches(document, Query("s"))
    list(matches)
    with document.edit("Ordinary") as edit:
        cards.set_text(edit, "card-1", "nothing here")
        cards.set_text(edit, "card-4", "sss")
        cards.add(edit, "lane-1", "step-2", "Tests")
        cards.move(edit, ["card-5"], "lane-1", "step-1", 0)
        cards.delete(edit, ["card-6"])
        points.set_text(edit, "point-2", "Glad")
        points.delete(edit, "point-1")
        personas.set_fields(edit, "persona-1", name="Jess")
        stages.rename_step(edit, "step-3", "pay")
    for change in (edit.change, edit.change.inverted()):
        if change is not edit.change:
            document.apply(change)
        with monkeypatch.context() as kept:
            kept.setattr(searching, "reading_places", lambda _document: pytest.fail("put in order anew"))
            assert matches.apply(change)
            found = list(matches)
            assert [matches.number_of(match) for match in found] == list(range(1, matches.count + 1))
        assert found == list(Matches(document, matches.query))


def test_what_is_found_follows_a_point_that_another_persona_gets() -> None:
    document = small_map()
    with document.edit("Jess") as edit:
        other = personas.add(edit, "Jess").id
        points.put(edit, "lane-3", "step-1", 1, "", "curious")
    matches = Matches(document, Query("curious"))
    list(matches)
    with document.edit("Whose") as edit:
        edit.update("point-4", EmotionPoint, persona=other)
    assert matches.apply(edit.change)
    assert [match.id for match in matches][:2] == ["point-1", "point-4"]


@pytest.mark.parametrize("text", ["card", "s", ""])
def test_following_a_change_reads_as_many_records_on_a_map_of_any_size(text: str) -> None:
    counts = set()
    for size in (100, 1000, 10_000):
        document = large_map(size)
        matches = Matches(document, Query(text))
        list(matches)
        with document.edit("Write") as edit:
            cards.set_text(edit, "card-15", "Ice")
            cards.add(edit, "lane-1", "step-1", "A new card")
            cards.delete(edit, ["card-16"])
        reads = Reads(document._records)
        document._records = reads  # type: ignore[assignment]
        matches.apply(edit.change)
        counts.add(reads.count)
        document._records = reads._records
        assert matches == Matches(document, Query(text))
    [count] = counts
    assert 0 < count < 10


def test_searching_again_finds_what_changed_while_nothing_was_sought() -> None:
    document = small_map()
    matches = Matches(document, Query(""))
    with document.edit("Write") as edit:
        cards.set_text(edit, "card-1", "Zebra")
        assert edit.get("card-1", Card).text == "Zebra"
    matches.apply(edit.change)
    matches.ask(Query("zebra"))
    assert [match.id for match in matches] == ["card-1"]


def test_going_on_visits_every_tag_and_what_stands_behind_them() -> None:
    document = small_map()
    with document.edit("Write") as edit:
        cards.set_fields(
            edit, ["card-1"], text="zebra", tags=tuple(f"zebra {number}" for number in range(12))
        )
        evidence.set_source(edit, ["card-1"], name="zebra")
    matches = Matches(document, Query("zebra"))
    everything = list(matches)
    assert len({match.field for match in everything}) == len(everything) == 14
    for match, following in zip(everything, [*everything[1:], everything[0]], strict=True):
        assert matches.after(match.id, match.field, match.start + 1) == following
        assert matches.before(following.id, following.field, following.start) == match
