"""Replacing what was found: one place, all places, and what each field wants."""

from journeymapper.document.document import Document
from journeymapper.document.records import MAP_ID, Card, JourneyMap, Lane, Persona
from journeymapper.document.searching import Match, Matches, Query
from journeymapper.editing import cards, evidence, personas, replacing
from tests.maps import small_map


def replace_all(document: Document, text: str, words: str, **options: bool) -> int:
    matches = Matches(document, Query(text, **options))
    with document.edit("Replace all") as edit:
        return replacing.replace_all(edit, matches.query, words, matches.records())


def test_one_match_is_replaced_and_the_next_begins_behind_it() -> None:
    document = small_map()
    with document.edit("Replace") as edit:
        end = replacing.replace(edit, Match("card-1", "text", 5, 6), "a a")
    assert document.get("card-1", Card).text == "Sees a a poster"
    assert end == ("text", len("Sees a a"))


def test_all_matches_are_replaced_in_every_field_and_counted() -> None:
    document = small_map()
    with document.edit("Note") as edit:
        cards.set_fields(edit, ["card-1"], note="SHOP shop")
    assert replace_all(document, "shop", "market") == 4
    assert document.get("card-1", Card).note == "market market"
    assert document.get("card-3", Card).text == "Pays by card in the market at the corner of her street"
    assert document.get("card-5", Card).text == "market"
    assert replace_all(document, "shop", "market") == 0


def test_replacing_does_not_find_its_own_words() -> None:
    document = small_map()
    assert replace_all(document, "a friend", "a friend of a friend") == 1
    assert document.get("card-2", Card).text == "Asks a friend of a friend"


def test_names_stay_on_one_line_and_texts_keep_theirs() -> None:
    document = small_map()
    replace_all(document, "points", "points\nand  gaps\x00")
    replace_all(document, "asks", "Asks\r\n\x07")
    replace_all(document, "first ride", "First\nride")
    assert document.get("lane-5", Lane).name == "Pain points and gaps"
    assert document.get("card-2", Card).text == "Asks\n a friend"
    assert document.get(MAP_ID, JourneyMap).scenario == "First\nride"


def test_letters_that_fold_to_several_are_replaced_whole() -> None:
    document = small_map()
    with document.edit("Write") as edit:
        cards.set_text(edit, "card-1", "Straße, STRASSE, เปรียบเทียบราคา, İzmir")
    assert replace_all(document, "strasse", "iela") == 2
    assert replace_all(document, "ราคา", "สินค้า") == 1
    assert replace_all(document, "izmir", "Rīga") == 1
    assert document.get("card-1", Card).text == "iela, iela, เปรียบเทียบสินค้า, Rīga"


def test_what_is_replaced_by_itself_is_no_change() -> None:
    document = small_map()
    with document.edit("Replace") as edit:
        replacing.replace_all(edit, Query("Shop", match_case=True), "Shop", ["card-5"])
    assert edit.change.is_empty


def test_what_no_map_shows_is_replaced_too() -> None:
    document = small_map()
    with document.edit("Write") as edit:
        personas.set_title_block(edit, business="Friday", author="Friday")
        personas.set_fields(
            edit, "persona-1", role="Friday regular", quote="Only on\nFriday", channels="Friday"
        )
        cards.set_fields(edit, ["card-1"], channel="Friday", owner="Friday", tags=("Friday", "b"))
        evidence.set_level(edit, ["card-1"], "observed")
        evidence.set_source(edit, ["card-1"], count=3, name="Friday", quote="On\nFriday")
    assert replace_all(document, "friday", "Saturday") == 10
    map_record, persona = document.get(MAP_ID, JourneyMap), document.get("persona-1", Persona)
    assert (map_record.business, map_record.author) == ("Saturday", "Saturday")
    assert (persona.role, persona.quote, persona.channels) == (
        "Saturday regular",
        "Only on\nSaturday",
        "Saturday",
    )
    card = document.get("card-1", Card)
    assert (card.channel, card.owner, card.tags) == ("Saturday", "Saturday", ("Saturday", "b"))
    assert (card.evidence.level, card.evidence.count) == ("observed", 3)
    [source] = card.evidence.sources
    assert (source.name, source.quote) == ("Saturday", "On\nSaturday")


def test_tags_are_replaced_one_by_one_and_none_is_empty_or_there_twice() -> None:
    document = small_map()
    for sought, words, left in [
        ("price", "cost", ("cost", "b", "low cost")),
        ("price", "b", ("b", "low b")),
        ("price", "", ("b", "low")),
        ("low price", "", ("price", "b")),
        ("b low", "x", ("price", "b", "low price")),
        ("low price", "slow, dear", ("price", "b", "slow", "dear")),
    ]:
        with document.edit("Tag") as edit:
            cards.set_fields(edit, ["card-1"], tags=("price", "b", "low price"))
        replace_all(document, sought, words)
        assert document.get("card-1", Card).tags == left


def test_after_a_tag_was_replaced_the_next_one_follows() -> None:
    document = small_map()
    for words, end in [
        ("x", ("tags.1", 1)),
        ("", ("tags.1", 0)),
        ("a", ("tags.1", 0)),
        ("x, y", ("tags.3", 0)),
    ]:
        with document.edit("Tag") as edit:
            cards.set_fields(edit, ["card-1"], tags=("a", "b", "c"))
        with document.edit("Replace") as edit:
            assert replacing.replace(edit, Match("card-1", "tags.1", 0, 1), words) == end
