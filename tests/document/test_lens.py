"""The lens: what suits it, what can be chosen, and following changes at the cost of what they touch."""

import pytest

from journeymapper.document.document import Document
from journeymapper.document.lens import Facet, Lens, Suited, values_in_use
from journeymapper.document.records import Card, EmotionPoint, Stage
from journeymapper.editing import cards, lanes, personas, points
from tests.maps import large_map, small_map
from tests.session.test_touches import Reads


@pytest.fixture
def document() -> Document:
    """The small map with two personas, channels, tags and evidence."""
    document = small_map()
    with document.edit("Fill") as edit:
        other = personas.add(edit, "Jānis").id
        points.put(edit, "lane-3", "step-1", 1, other)
        cards.set_fields(edit, ["card-1", "card-4"], persona="persona-1", channel="Shop", tags=("a", "b"))
        cards.set_fields(edit, ["card-2"], persona=other, channel="Web", tags=("b",))
    return document


def suiting(document: Document, **chosen: set[str]) -> set[str]:
    lens = Lens(**{name: frozenset(values) for name, values in chosen.items()})
    kept = (record for record in document if isinstance(record, Card | EmotionPoint))
    return {record.id for record in kept if lens.suits(document, record)}


POINTS = {"point-1", "point-2", "point-3", "point-4"}
CARDS = {f"card-{number}" for number in range(1, 7)}


def test_any_value_of_a_facet_and_every_facet_must_suit(document: Document) -> None:
    assert suiting(document) == CARDS | POINTS
    assert suiting(document, personas={"persona-1"}) == {"card-1", "card-4", "point-1", "point-2", "point-3"}
    assert suiting(document, personas={"persona-2", ""}) == CARDS - {"card-1", "card-4"} | {"point-4"}
    assert suiting(document, channels={"Shop", "Web"}) - POINTS == {"card-1", "card-2", "card-4"}
    assert suiting(document, channels={"Shop"}, roles={"touchpoints"}) == {"card-4"}
    assert suiting(document, tags={"a"}) - POINTS == {"card-1", "card-4"}
    assert suiting(document, tags={"b", ""}) - POINTS == CARDS
    assert suiting(document, levels={"observed"}) - POINTS == {"card-6"}
    assert suiting(document, levels={""}) - POINTS == CARDS - {"card-6"}


def test_points_are_asked_for_their_persona_and_role_alone(document: Document) -> None:
    assert suiting(document, channels={"Shop"}, tags={"a"}, levels={"measured"}) == POINTS
    assert suiting(document, roles={"actions"}) == {"card-1", "card-2", "card-3"}
    assert suiting(document, roles={"emotion"}, personas={"persona-2"}) == {"point-4"}


def test_what_is_neither_card_nor_point_always_suits(document: Document) -> None:
    lens = Lens(personas=frozenset({"persona-1"}), roles=frozenset({"goals"}))
    assert lens.suits(document, document.get("stage-1", Stage))


def test_the_values_in_use_are_offered_with_their_counts(document: Document) -> None:
    assert values_in_use(document, Facet.PERSONA) == {"persona-1": 5, "persona-2": 2, "": 3}
    assert values_in_use(document, Facet.CHANNEL) == {"Shop": 2, "Web": 1, "": 3}
    assert values_in_use(document, Facet.TAG) == {"a": 2, "b": 3, "": 3}
    assert values_in_use(document, Facet.EVIDENCE) == {"observed": 1, "": 5}
    assert values_in_use(document, Facet.ROLE) == {
        "actions": 3,
        "touchpoints": 2,
        "pain_points": 1,
        "emotion": 4,
    }


def test_choosing_is_another_lens() -> None:
    lens = Lens().choosing(Facet.TAG, ["a"]).choosing(Facet.ROLE, ["goals", "ideas"])
    assert (lens.chosen(Facet.TAG), lens.chosen(Facet.ROLE)) == ({"a"}, {"goals", "ideas"})
    assert not lens.is_clear
    assert lens.choosing(Facet.TAG, ()).choosing(Facet.ROLE, ()) == Lens()
    assert Lens().is_clear


def test_a_lane_of_another_role_takes_its_cards_with_it(document: Document) -> None:
    suited = Suited(document, Lens(roles=frozenset({"goals"})))
    assert (suited.suited_count, suited.cards_count, suited.ids()) == (0, 6, [])
    with document.edit("Role") as edit:
        lanes.set_role(edit, "lane-1", "goals")
    suited.apply(edit.change)
    assert (suited.suited_count, suited.ids()) == (3, ["card-1", "card-2", "card-3"])


def test_following_a_change_reads_as_many_records_on_a_map_of_any_size() -> None:
    lens = Lens(personas=frozenset({""}), roles=frozenset({"actions"}))
    counts = set()
    for size in (100, 1000, 10_000):
        document = large_map(size)
        suited = Suited(document, lens)
        with document.edit("Write") as edit:
            cards.set_fields(edit, ["card-15"], persona="persona-1")
            cards.add(edit, "lane-1", "step-1", "A new card")
            cards.delete(edit, ["card-16"])
        reads = Reads(document._records)
        document._records = reads  # type: ignore[assignment]
        suited.apply(edit.change)
        counts.add(reads.count)
        assert (suited.suited_count, suited.cards_count) == (size - 1, size)
    [count] = counts
    assert 0 < count < 5
