"""Pages of personas: only what is known, no word lost, nothing outside the margins."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.document.records import Persona
from journeymapper.layout.display import Fill, Item, OutlineEntry, Paragraph, RoundedRect, Stroke
from journeymapper.layout.geometry import Rect
from journeymapper.layout.persona_cards import Gallery
from journeymapper.layout.persona_pages import PersonaSetter
from journeymapper.layout.personas import PersonaLooks
from journeymapper.layout.pouring import TextPages
from journeymapper.style.colours import INK
from journeymapper.text.engine import QtShaper

A4, A4_ACROSS, A5, A0 = (595.276, 841.89), (841.89, 595.276), (419.53, 595.276), (2383.94, 3370.39)
FIELDS = ("goals", "needs", "motivations", "values", "behaviours", "pain_points", "channels")
WORDS = st.text("abc äņš ราคา สินค้า \u200fمرحبا\n", max_size=900)


def laid_out(
    shaper: QtShaper, *people: Persona, size: tuple[float, float] = A4, margin: float = 28.35
) -> TextPages:
    gallery = Gallery(PersonaLooks(list(people)), shaper, lambda _id: None)
    setter = PersonaSetter(gallery, size, margin, "Buying a bicycle")
    for persona in people:
        setter.add(persona)
    return setter.pages(first=2)


def persona(number: int = 1, **fields: str) -> Persona:
    return Persona.model_validate({"id": f"p{number}", "order": "a0", "name": "Laura Kalniņa", **fields})


def words_of(pages: TextPages) -> list[str]:
    """Return all that the pages say, word by word."""
    return [
        word for page in range(len(pages.pages)) for text in words_on(pages, page) for word in text.split()
    ]


def items_of(pages: TextPages, page: int) -> list[Item]:
    return [item for placed in pages.pages[page] for item in placed.items]


def paragraphs(pages: TextPages, page: int) -> list[Paragraph]:
    return [item for item in items_of(pages, page) if isinstance(item, Paragraph)]


def words_on(pages: TextPages, page: int) -> list[str]:
    return ["".join(line.text for line in item.text.lines) for item in paragraphs(pages, page)]


def test_a_page_tells_what_is_known_in_order_and_nothing_else(shaper: QtShaper) -> None:
    whole = persona(
        age="27",
        role="student",
        family="two flatmates",
        income="900 €",
        decision_role="buyer",
        quote="Why?",
        **{name: f"her {name}" for name in FIELDS},
    )
    pages = laid_out(shaper, whole)
    assert words_on(pages, 0) == [
        *("LK", "Laura Kalniņa", "27, student", "two flatmates  ·  900 €"),
        *("Part in the decision: Buyer", "“Why?”"),
        *("Goals", "her goals", "Needs", "her needs", "Motivations", "her motivations"),
        *("Values", "her values", "Behaviours", "her behaviours"),
        *("Pain points", "her pain_points", "Preferred channels", "her channels"),
        *("Buying a bicycle", "Page 2 of 2"),
    ]
    bare = laid_out(shaper, persona(goals="one", values=" \n"))
    assert words_on(bare, 0) == ["LK", "Laura Kalniņa", "Goals", "one", "Buying a bicycle", "Page 2 of 2"]


def test_each_persona_has_a_page_that_the_outline_names(shaper: QtShaper) -> None:
    pages = laid_out(shaper, persona(1), persona(2, name="Tom\nB."), persona(3, name=""))
    assert len(pages.pages) == 3
    entries = [
        item.title for page in range(3) for item in items_of(pages, page) if isinstance(item, OutlineEntry)
    ]
    assert entries == ["Laura Kalniņa", "Tom B.", "No name"]
    assert words_on(pages, 2)[0] == "3"


def test_columns_are_no_higher_than_they_must_be(shaper: QtShaper) -> None:
    pages = laid_out(shaper, persona(**dict.fromkeys(FIELDS, "a few words of hers " * 4)))
    poured = paragraphs(pages, 0)[2:-2]
    lefts = sorted({item.x for item in poured})
    assert len(lefts) == 2
    bottoms = [max(item.y + item.text.height for item in poured if item.x == left) for left in lefts]
    assert abs(bottoms[0] - bottoms[1]) < 90


@pytest.mark.parametrize("count", [1, 2, 3, 5, 7])
def test_no_heading_is_torn_from_its_words(shaper: QtShaper, count: int) -> None:
    for length in (1, 9, 22):
        pages = laid_out(shaper, persona(**dict.fromkeys(FIELDS[:count], "some words " * length)))
        poured = paragraphs(pages, 0)[2:-2]
        headings = [place for place, item in enumerate(poured) if item.colour != INK]
        assert len(headings) == count
        for place in headings:
            heading, words = poured[place], poured[place + 1]
            assert words.x == heading.x
            assert 0 < words.y - heading.y - heading.text.height < 5


@pytest.mark.parametrize(("size", "columns"), [(A4, 2), (A4_ACROSS, 2), (A5, 1), (A0, 2)])
def test_a_page_has_as_many_columns_as_can_be_read(
    shaper: QtShaper, size: tuple[float, float], columns: int
) -> None:
    pages = laid_out(shaper, persona(goals="word " * 4000), size=size)
    assert len({item.x for item in paragraphs(pages, 0)[2:-2]}) == columns


def test_larger_paper_shows_the_same_larger(shaper: QtShaper) -> None:
    small, large = (laid_out(shaper, persona(goals="one"), size=size) for size in (A4, A0))
    assert small.scale == pytest.approx(1)
    assert large.scale == pytest.approx(A0[0] / A4[0], rel=1e-4)
    assert laid_out(shaper, persona(goals="one"), size=A5).scale == 1, "words never get smaller"
    assert laid_out(shaper, persona(), size=(A4[0] - 56.7, A4[1] - 56.7), margin=0).scale == pytest.approx(1)


def test_a_long_text_goes_on_with_the_name_over_it(shaper: QtShaper) -> None:
    words = [f"word{number}" for number in range(3000)]
    pages = laid_out(shaper, persona(1, needs=" ".join(words), channels="Radio"), persona(2, name="Tom"))
    count = len(pages.pages)
    assert count > 3
    for page in range(1, count - 1):
        assert words_on(pages, page)[1] == "Laura Kalniņa, continued"
    shown = words_of(pages)
    assert [word for word in shown if word.startswith("word")] == words
    assert words_on(pages, count - 1)[1] == "Tom"
    assert words_on(pages, count - 1)[-1] == f"Page {count + 1} of {count + 1}"


@pytest.mark.parametrize("field", ["name", "role", "family", "quote"])
def test_what_is_too_long_for_the_top_stands_whole_below(shaper: QtShaper, field: str) -> None:
    words = [f"word{number}" for number in range(600)]
    pages = laid_out(shaper, persona(**{field: " ".join(words)}))
    shown = words_of(pages)
    assert set(words) <= {word.strip("“”,") for word in shown}
    assert max(item.y for item in paragraphs(pages, 0)[:3]) < 0.5 * A4[1]


@given(
    fields=st.fixed_dictionaries(dict.fromkeys((*FIELDS, "name", "quote", "role"), WORDS)),
    size=st.sampled_from([A4, A4_ACROSS, A5, A0, (300.0, 200.0)]),
)
@settings(max_examples=40, deadline=None)
def test_every_word_stands_on_a_page_and_inside_its_margins(
    fields: dict[str, str], size: tuple[float, float], shaper: QtShaper
) -> None:
    pages = laid_out(shaper, persona(**fields), size=size)
    width, height = size[0] / pages.scale, size[1] / pages.scale
    told = ""
    for page in range(len(pages.pages)):
        for item in paragraphs(pages, page):
            for line in item.text.lines:
                assert item.x + line.x >= 28.3
                assert item.x + line.x + line.width <= width - 28.3
            if size[1] > 400:
                assert item.y + item.text.height <= height - 28.3
        [head, *_more] = [item.shape for item in items_of(pages, page) if isinstance(item, Fill | Stroke)]
        top = head.rect.bottom if page == 0 and isinstance(head, RoundedRect) else 0
        poured = [item for item in paragraphs(pages, page)[2 * (page > 0) : -2] if item.y > top]
        told += "".join(line.text for item in poured if item.colour == INK for line in item.text.lines)
    wanted = "".join(fields[name] for name in FIELDS)
    assert "".join(told.split()).endswith("".join(wanted.split()))
    columns: dict[tuple[int, float], list[Rect]] = {}
    for page in range(len(pages.pages)):
        for item in paragraphs(pages, page)[1:-2]:
            columns.setdefault((page, item.x), []).append(Rect(item.x, item.y, 1, item.text.height - 0.01))
    for boxes in columns.values():
        assert all(not one.intersects(other) for one, other in pairwise(boxes))


def test_paper_too_small_for_anything_still_ends(shaper: QtShaper) -> None:
    assert laid_out(shaper, persona(goals="A few words"), size=(70, 70)).pages


def test_what_no_font_has_is_named(shaper: QtShaper) -> None:
    assert laid_out(shaper, persona(needs="A \U000f0123 letter")).missing == {"\U000f0123"}
