"""How personas look: apart from each other as far as can be, and calm at the top of the map in any number."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.document.document import Document
from journeymapper.document.records import NOBODY, Persona, Picture
from journeymapper.editing import personas, pictures, points
from journeymapper.layout.display import Fill, Item, Paragraph, Path, PictureBox, RoundedRect, Stroke
from journeymapper.layout.finding import hit, rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.persona_cards import place_in_rows
from journeymapper.layout.personas import BADGE_HEIGHT, BADGE_WIDTH, PersonaLooks
from journeymapper.layout.places import Part
from journeymapper.style import colours
from journeymapper.text.engine import QtShaper
from tests.maps import small_map

LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff" * 9
NAMES = st.text("abc Wäņš ราคา \u200fمرحبا-", max_size=80) | st.sampled_from(
    ["", "A", "👩\u200d🔬", LONG_NAME]
)


def people(*names: str, **colours_by_name: str) -> list[Persona]:
    return [
        Persona(id=f"p{number}", order="a0", name=name, colour=colours_by_name.get(name, ""))
        for number, name in enumerate(names)
    ]


def with_people(count: int, **fields: object) -> Document:
    """Return the small map with so many personas more."""
    document = small_map()
    with document.edit("Add") as edit:
        for number in range(count):
            personas.add(edit, f"Persona {number}", **fields)
    return document


def words_of(layout: MapLayout, persona: str) -> list[str]:
    return ["".join(line.text for line in row.text.lines) for row in layout.header.persona_rows[persona]]


def test_each_has_its_own_colour_dash_and_letters_up_to_eight() -> None:
    eight = people("Anna", "Bob", "Cora", "Dan", "Eva", "Finn", "Gita", "Hugo")
    looks = PersonaLooks(eight)
    assert len({looks.colour(one.id) for one in eight}) == 8
    assert len({looks.dash(one.id) for one in eight}) == 8
    assert [looks.letters(one.id) for one in eight] == list("ABCDEFGH")


def test_forty_are_told_apart_by_colour_and_dash_together_and_by_their_letters() -> None:
    forty = people(*(f"Laura Kalniņa {number % 3}" for number in range(40)))
    looks = PersonaLooks(forty)
    assert len({(looks.colour(one.id), looks.dash(one.id)) for one in forty}) == 40
    assert len({(looks.colour(one.id), looks.dots(one.id)) for one in forty}) == 40
    assert len({looks.letters(one.id) for one in forty}) == 40


def test_a_chosen_colour_wins_and_nobody_else_takes_it() -> None:
    three = people("Anna", "Bob", "Cora", Bob="violet")
    looks = PersonaLooks(three)
    assert looks.colour("p1") == colours.STAGE_HUES["violet"]
    assert len({looks.colour(one.id) for one in three}) == 3
    assert looks.colour(NOBODY) not in {looks.colour(one.id) for one in three}


def test_the_same_colour_chosen_for_several_still_leaves_them_their_dashes() -> None:
    four = people("A", "B", "C", "D", A="teal", B="teal", C="teal", D="mauve")
    looks = PersonaLooks(four)
    assert len({looks.dash(one.id) for one in four[:3]}) == 3
    assert looks.colour("p3") in colours.STAGE_HUES.values(), "there is no such colour"


def test_who_has_no_name_has_a_number() -> None:
    looks = PersonaLooks(people("", "Anna", "", "Anna"))
    assert [looks.letters(f"p{number}") for number in range(4)] == ["1", "A", "3", "A2"]


@given(names=st.lists(NAMES, min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_a_badge_fits_its_room_whatever_the_name(names: list[str], shaper: QtShaper) -> None:
    looks = PersonaLooks(people(*names))
    for number in range(len(names)):
        badge = looks.badge(f"p{number}", shaper)
        ground, letters = badge
        assert isinstance(ground, Fill)
        assert isinstance(letters, Paragraph)
        assert letters.text.lines[0].text
        assert letters.x >= 0
        assert letters.x + letters.text.width <= BADGE_WIDTH
        assert colours.contrast(str(ground.paint), letters.colour) >= 4.5
        assert looks.badge(f"p{number}", shaper) is badge, "made ready once"
    assert looks.badge(NOBODY, shaper) == ()
    assert BADGE_HEIGHT < BADGE_WIDTH


def test_one_persona_is_a_card_however_long_and_few_are_cards(shaper: QtShaper) -> None:
    for count in (0, 1, 3):
        assert not MapLayout(with_people(count), shaper).header.has_chips
    alone = small_map()
    with alone.edit("Tell") as edit:
        personas.set_fields(edit, "persona-1", goals="a goal " * 200)
    assert not MapLayout(alone, shaper).header.has_chips


def test_five_are_chips_and_so_are_few_that_would_be_high(shaper: QtShaper) -> None:
    assert MapLayout(with_people(4), shaper).header.has_chips
    high = MapLayout(with_people(2, goals="a goal " * 100), shaper)
    assert high.header.has_chips
    assert words_of(high, "persona-2") == ["Persona 0"]


@pytest.mark.parametrize("dashed", [False, True])
def test_forty_personas_leave_the_header_calm(shaper: QtShaper, dashed: bool) -> None:
    document = with_people(39, quote="In writing, please")
    with document.edit("Feel") as edit:
        for _order, persona in edit.indexes.personas[: 40 if dashed else 0]:
            points.put(edit, "lane-3", "step-1", 1, persona)
    layout = MapLayout(document, shaper)
    rects = list(layout.header.personas.values())
    assert len(rects) == 40
    assert all(not one.intersects(other) for one, other in combinations(rects, 2))
    assert len({rect.width for rect in rects}) == 1
    assert max(rect.bottom for rect in rects) < layout.headings_top
    for persona, rect in layout.header.personas.items():
        assert hit(layout, *rect.centre).id == persona


def test_facts_stand_below_the_name_only_where_there_are_some(shaper: QtShaper) -> None:
    document = small_map()
    before = MapLayout(document, shaper)
    assert words_of(before, "persona-1") == ["Ilze Bērziņa, bakery owner", "“Gribu ātri.”"]
    with document.edit("Tell") as edit:
        personas.set_fields(edit, "persona-1", family="two children", income="fair")
    before.apply(edit.change)
    assert words_of(before, "persona-1")[1] == "two children  ·  fair"


@pytest.mark.parametrize("is_chip", [False, True])
def test_a_field_is_found_in_the_row_that_shows_it(is_chip: bool) -> None:
    persona = Persona(id="p", order="a0", name="Anna", age="7", role="pupil", work="school", quote="Why?")
    assert place_in_rows(persona, "name", is_chip) == (0, 0)
    places = [place_in_rows(persona, field, is_chip) for field in ("age", "role", "work", "quote", "needs")]
    assert places == ([None] * 5 if is_chip else [(0, 6), (0, 9), (1, 0), (2, 1), None])


@given(names=st.lists(NAMES, max_size=9), width=st.sampled_from([80.0, 131.0, 400.0]))
@settings(max_examples=40, deadline=None)
def test_nothing_of_a_header_is_cut_or_lies_over_another(
    names: list[str], width: float, shaper: QtShaper
) -> None:
    document = small_map()
    with document.edit("Add") as edit:
        for name in names:
            personas.add(edit, name, quote=name)
        personas.set_lane_width(edit, width)
    layout = MapLayout(document, shaper)
    rects = layout.header.personas
    assert all(not one.intersects(other) for one, other in combinations(rects.values(), 2))
    for persona, rect in rects.items():
        assert rect_of(layout, persona) == rect
        assert rect.right <= layout.width
        for row in layout.header.persona_rows[persona]:
            written = Rect(rect.x + row.x, rect.y + row.y, row.text.width, row.text.height)
            assert written.right <= rect.right + 0.01
            assert written.bottom <= rect.bottom + 0.01
            assert written.y >= rect.y
        assert hit(layout, *rect.centre).part is Part.PERSONA
        words = "".join(words_of(layout, persona)[0].split())
        name = document.get(persona, Persona).name
        assert words.startswith("".join(name.split()) or "Noname")


def test_shared_curves_show_their_dashes_on_chips_too(shaper: QtShaper) -> None:
    document = with_people(5)
    with document.edit("Feel") as edit:
        for _order, persona in edit.indexes.personas:
            points.put(edit, "lane-3", "step-1", 1, persona)
    layout = MapLayout(document, shaper)
    dashes = [
        item.dash
        for placed in layout.header.placed
        for item in placed.items
        if isinstance(item, Stroke) and isinstance(item.shape, Path)
    ]
    assert len(dashes) == len(set(dashes)) == 6


PICTURE = Picture(id="picture-1", media_type="image/png", width=30, height=90, data="")


@pytest.mark.parametrize("count", [0, 7])
def test_a_picture_stands_in_place_of_the_letters_in_a_ring(shaper: QtShaper, count: int) -> None:
    document = with_people(count)
    layout = MapLayout(document, shaper)

    def items() -> list[Item]:
        return [item for placed in layout.header.placed for item in placed.items]

    letters = len([item for item in items() if isinstance(item, Paragraph)])
    with document.edit("Show") as edit:
        pictures.show(edit, ["persona-1"], PICTURE)
    layout.apply(edit.change)
    [box] = [item for item in items() if isinstance(item, PictureBox)]
    assert box.rect.width == box.rect.height == 2 * box.radius
    assert box.picture == PICTURE
    [ring] = [item for item in items() if isinstance(item, Stroke)]
    assert isinstance(ring.shape, RoundedRect)
    assert ring.shape.rect.centre == pytest.approx(box.rect.centre)
    assert ring.colour == layout.looks.colour("persona-1")
    assert len([item for item in items() if isinstance(item, Paragraph)]) == letters - 1
    assert words_of(layout, "persona-1")[0].startswith("Ilze Bērziņa")
    with document.edit("Take away") as edit:
        pictures.take_away(edit, ["persona-1"])
    layout.apply(edit.change)
    assert not [item for item in items() if isinstance(item, PictureBox)]
