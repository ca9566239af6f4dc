"""Notes on paper: what is numbered, where the numbers stand, and that no word is lost over the pages."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.document.document import Document
from journeymapper.document.records import Card, Lane, Stage, Step
from journeymapper.editing import cards, lanes, stages
from journeymapper.layout import headings
from journeymapper.layout.card import NOTE
from journeymapper.layout.display import Fill, Paragraph, Path, Placed, RoundedRect
from journeymapper.layout.finding import rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.notes import NoteSetter, NumberedNote, badges, numbered_notes
from journeymapper.layout.pouring import TextPages
from journeymapper.style import colours
from journeymapper.text.engine import QtShaper
from tests.maps import small_map

LINES = st.text("abc äņš ราคา สินค้า \u200fمرحبا", max_size=300).map(str.strip)
NOTES = st.lists(st.text("abc äņš ราคา สินค้า \u200fمرحبا \n", min_size=1, max_size=900), max_size=9)


@pytest.fixture(scope="module")
def shaper(qapp: object) -> QtShaper:
    assert qapp is not None
    return QtShaper()


def with_notes(**notes: str) -> Document:
    """Return the small map with notes on cards, named by their number: ``card_2="…"``."""
    document = small_map()
    with document.edit("Note") as edit:
        for name, note in notes.items():
            edit.update(name.replace("_", "-"), Card, note=note)
    return document


def words_on(placed: list[Placed]) -> list[str]:
    return [
        "".join(line.text for line in item.text.lines)
        for one in placed
        for item in one.items
        if isinstance(item, Paragraph)
    ]


def test_notes_are_numbered_by_lane_column_and_place(shaper: QtShaper) -> None:
    document = with_notes(
        card_6="Slow", card_2="Two friends", card_1="A poster", card_4="  \n ", card_3="Cash?"
    )
    layout = MapLayout(document, shaper)
    found = numbered_notes(layout)
    assert [(note.number, note.card, note.note) for note in found] == [
        (1, "card-1", "A poster"),
        (2, "card-2", "Two friends"),
        (3, "card-3", "Cash?"),
        (4, "card-6", "Slow"),
    ]
    assert found[0].place == "Awareness · Sees · Actions"
    assert found[0].words == "Sees a poster"
    assert layout.notes == 4


def test_a_step_and_a_lane_without_names_are_named_all_the_same(shaper: QtShaper) -> None:
    document = with_notes(card_4="A note")
    with document.edit("Unname") as edit:
        stages.rename_step(edit, "step-2", "")
        lanes.rename(edit, "lane-2", "")
        cards.set_text(edit, "card-4", "")
    [note] = numbered_notes(MapLayout(document, shaper))
    assert note.place == "Awareness · step 2 · Touchpoints"
    assert note.words == "Card without words"


def test_a_place_is_told_on_one_line(shaper: QtShaper) -> None:
    document = with_notes(card_4="A note")
    with document.edit("Rename") as edit:
        edit.update("stage-1", Stage, name="Becoming\naware")
        edit.update("step-2", Step, name="Looks\n  around")
        edit.update("lane-2", Lane, name="Touch\npoints")
    [note] = numbered_notes(MapLayout(document, shaper))
    assert note.place == "Becoming aware · Looks around · Touch points"


def test_long_words_of_a_card_are_cut_between_words(shaper: QtShaper) -> None:
    document = with_notes(card_1="A note")
    with document.edit("Write") as edit:
        cards.set_text(edit, "card-1", "several\nwords " * 40)
    [note] = numbered_notes(MapLayout(document, shaper))
    assert len(note.words) <= 162
    assert note.words.endswith(("several …", "words …"))


def test_what_cannot_be_seen_is_not_listed(shaper: QtShaper) -> None:
    document = with_notes(card_1="Actions", card_4="Touchpoints", card_6="Pains")
    with document.edit("Put away") as edit:
        lanes.set_hidden(edit, ["lane-1"], True)
        lanes.set_collapsed(edit, ["lane-2"], True)
    layout = MapLayout(document, shaper)
    assert [(note.number, note.note) for note in numbered_notes(layout)] == [(1, "Pains")]
    assert layout.notes == 1


def test_numbers_stand_on_the_corners_of_their_cards_and_in_no_others_way(shaper: QtShaper) -> None:
    document = small_map()
    with document.edit("Fill") as edit:
        for number in range(12):
            cards.add(edit, "lane-1", "step-1", f"Card {number}", note="A note")
            cards.add(edit, "lane-1", "step-2", f"Card {number}", note="A note")
    layout = MapLayout(document, shaper)
    notes = numbered_notes(layout)
    placed = list(badges(layout, notes))
    assert words_on(placed) == [str(number) for number in range(1, 25)]
    everybody = [rect_of(layout, record.id) for record in document if isinstance(record, Card)]
    for note, badge in zip(notes, placed, strict=True):
        ground = badge.items[0]
        assert isinstance(ground, Fill)
        assert isinstance(ground.shape, RoundedRect)
        box = ground.shape.rect.moved(badge.x, badge.y)
        rect = rect_of(layout, note.card)
        assert rect is not None
        assert box.intersects(rect)
        assert box.contains(rect.right - 0.5, rect.y + 0.5), "it covers the corner"
        assert not any(box.intersects(other) for other in everybody if other is not None and other != rect)


def pages_of(shaper: QtShaper, notes: list[str], size: tuple[float, float]) -> TextPages:
    setter = NoteSetter(shaper, size, 28, "Buying a bicycle", len(notes))
    for number, note in enumerate(notes, 1):
        setter.add(NumberedNote(number, f"card-{number}", f"Card {number}", "Stage · Step · Lane", note))
    return setter.pages(first=2)


@given(notes=NOTES, size=st.sampled_from([(595.0, 842.0), (842.0, 595.0), (420.0, 300.0), (1684.0, 2384.0)]))
@settings(max_examples=40, deadline=None)
def test_every_word_stands_on_a_page_once_and_inside_its_margins(
    notes: list[str], size: tuple[float, float], shaper: QtShaper
) -> None:
    made = pages_of(shaper, notes, size)
    paragraphs = [
        (number, item)
        for number, page in enumerate(made.pages)
        for one in page
        for item in one.items
        if isinstance(item, Paragraph)
    ]
    poured = [(number, item) for number, item in paragraphs if item.colour == colours.INK and item.y > 60]
    written = "".join(line.text for _number, item in poured for line in item.text.lines)
    wanted = "".join(f"Card {number}" + "".join(note.split("\n")) for number, note in enumerate(notes, 1))
    assert "".join(written.split()) == "".join(wanted.split())
    for _number, item in paragraphs:
        for line in item.text.lines:
            assert item.x + line.x >= 27.9
            assert item.x + line.x + line.width <= size[0] - 27.9
        assert item.y + item.text.height <= size[1] - 27.9
    columns: dict[tuple[int, float], list[Rect]] = {}
    for number, item in poured:
        box = Rect(item.x, item.y, 1, item.text.height)
        columns.setdefault((number, item.x), []).append(box)
    for boxes in columns.values():
        assert all(not one.intersects(other) for one, other in pairwise(boxes))


def test_a_note_of_five_thousand_words_runs_over_pages(shaper: QtShaper) -> None:
    words = [f"word{number}" for number in range(5000)]
    made = pages_of(shaper, ["Short", " ".join(words), "After"], (595, 842))
    assert 5 < len(made.pages) < 15
    shown = [word for page in made.pages for text in words_on(list(page)) for word in text.split()]
    assert [word for word in shown if word.startswith("word")] == words
    last = words_on(list(made.pages[-1]))
    assert "After" in last
    assert last[-1] == f"Page {len(made.pages) + 1} of {len(made.pages) + 1}"
    for page in made.pages:
        assert words_on(list(page))[0] == "Notes"


@pytest.mark.parametrize("length", [8, 16, 22, 30, 60])
def test_neither_a_heading_nor_a_line_stands_alone_at_an_end_of_a_column(
    shaper: QtShaper, length: int
) -> None:
    for height in range(200, 330, 7):
        made = pages_of(shaper, ["One line. " * length] * 6, (280, float(height)))
        for page in made.pages:
            assert words_on(list(page))[-2] != "Stage · Step · Lane"
            items = [item for one in page for item in one.items if isinstance(item, Paragraph)]
            poured = [item for item in items if item.colour == colours.INK][1:]
            first, last = poured[0], poured[-1]
            assert first.text.lines[0].text.startswith("Card") or len(first.text.lines) > 1
            assert len(last.text.lines) > 1


def test_paper_too_small_for_anything_still_ends(shaper: QtShaper) -> None:
    made = pages_of(shaper, ["A few words"], (60, 60))
    assert made.pages


def test_what_no_font_has_is_named(shaper: QtShaper) -> None:
    assert pages_of(shaper, ["A \U000f0123 letter"], (595, 842)).missing == {"\U000f0123"}


def test_the_legend_explains_notes_and_moments_of_truth_only_where_there_are_some(shaper: QtShaper) -> None:
    document = small_map()
    layout = MapLayout(document, shaper)

    def legend() -> set[str]:
        return set(words_on(list(layout.visible(layout.bounds)))) & {"note", "moment of truth"}

    assert legend() == set()
    with document.edit("Note") as edit:
        cards.set_fields(edit, ["card-1"], note="A note")
    layout.apply(edit.change)
    assert legend() == {"note"}
    with document.edit("Mark") as edit:
        stages.set_moment_of_truth(edit, ["step-1"], True)
    layout.apply(edit.change)
    assert legend() == {"note", "moment of truth"}
    with document.edit("Delete") as edit:
        stages.delete_step(edit, "step-1")
    layout.apply(edit.change)
    assert legend() == set()


@pytest.mark.parametrize(
    "name", ["", "Pays", "A step whose name needs several lines", "مرحبا بكم", "ราคาสินค้า"]
)
@pytest.mark.parametrize("width", [80.0, 131.0])
def test_the_star_of_a_moment_of_truth_stands_beside_the_name(
    shaper: QtShaper, name: str, width: float
) -> None:
    document = small_map()
    with document.edit("Mark") as edit:
        stages.rename_step(edit, "step-3", name)
        stages.set_step_width(edit, ["step-3"], width)
        stages.set_moment_of_truth(edit, ["step-3"], True)
    layout = MapLayout(document, shaper)
    pill = rect_of(layout, "step-3")
    assert pill is not None
    [placed] = [one for one in layout.visible(pill) if (one.x, one.y) == (pill.x, pill.y)]
    [star] = [item.shape for item in placed.items if isinstance(item, Fill) and isinstance(item.shape, Path)]
    corners = [segment[1:] for segment in star.segments if len(segment) == 3]
    assert len(corners) == 10, "no diamond"
    left, right = min(x for x, _y in corners), max(x for x, _y in corners)
    top, bottom = min(y for _x, y in corners), max(y for _x, y in corners)
    assert left >= 2
    assert right <= pill.width - 2
    assert top >= 0
    assert bottom <= pill.height
    [text] = [item for item in placed.items if isinstance(item, Paragraph)]
    if not name:
        assert (left + right) / 2 == pytest.approx(pill.width / 2, abs=0.01)
    for line in text.text.lines if name else ():
        assert text.x + line.x >= right
        assert text.x + line.x + line.width <= pill.width
    room = headings.step_room(document.get("step-3", Step))
    assert room[0] == text.x


def test_a_card_with_a_note_says_so(shaper: QtShaper) -> None:
    layout = MapLayout(with_notes(card_1="A note"), shaper)
    assert layout.lanes["lane-1"].cells.signs[NOTE] == 1
