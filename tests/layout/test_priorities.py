"""The chart of priorities: chips beside each other, inside their places, and as much said as has room."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.document.priorities import OPPORTUNITIES, PLACES, TOUCHPOINTS, UNRATED, Place
from journeymapper.document.records import Card
from journeymapper.editing import cards, lanes
from journeymapper.layout.card import EFFORT, IMPACT, RATING_COLOURS, lay_out_card
from journeymapper.layout.display import Fill, Paragraph, RoundedRect
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.priorities.chart import Chart, Plot, shared_out
from journeymapper.layout.priorities.chips import Entry
from journeymapper.style import colours
from journeymapper.text.engine import QtShaper
from tests.maps import small_map

HUE = colours.STAGE_HUES["violet"]
TEXTS = (
    "Call back within an hour",
    "Pērkot šķita lētāk, bet piegāde jāmaksā atsevišķi",
    "เปรียบเทียบราคาสินค้าบนมือถือก่อนสั่งซื้อ และแสดงค่าจัดส่งให้ชัดเจน",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "يقارن العميل الأسعار",
)
Cells = dict[Place, tuple[Entry, ...]]


def entries(first: int, count: int, text: str = "") -> tuple[Entry, ...]:
    numbers = range(first, first + count)
    return tuple(Entry(f"card-{n}", n, text or TEXTS[n % len(TEXTS)], HUE) for n in numbers)


def charted(shaper: QtShaper, cells: Cells, width: float = 300, height: float = 300) -> Chart:
    return Plot(OPPORTUNITIES, shaper, grows=True).chart(cells, width, height)


def words_of(chart: Chart, card: str) -> str:
    """What a chip says besides its number."""
    items = chart.chips[card].items
    texts = [item.text for item in items if isinstance(item, Paragraph) and item.colour == colours.INK]
    return " ".join("".join(line.text for line in text.lines) for text in texts)


@st.composite
def all_cells(draw: st.DrawFn) -> Cells:
    made: Cells = {}
    first = draw(st.integers(1, 990))
    for place in draw(st.lists(st.sampled_from([*PLACES, UNRATED]), unique=True)):
        count = draw(st.integers(1, 45))
        made[place] = entries(first, count)
        first += count
    return made


def inside(inner: Rect, outer: Rect) -> bool:
    room = outer.grown(0.01)
    return (
        room.x <= inner.x and room.y <= inner.y and inner.right <= room.right and inner.bottom <= room.bottom
    )


@given(cells=all_cells(), width=st.floats(210, 900), height=st.floats(50, 900), grows=st.booleans())
@settings(max_examples=60, deadline=None)
def test_no_chip_lies_on_another_or_leaves_its_place(
    cells: Cells, width: float, height: float, grows: bool, shaper: QtShaper
) -> None:
    chart = Plot(OPPORTUNITIES, shaper, grows).chart(cells, width, height)
    place_of = {entry.id: place for place, found in cells.items() for entry in found}
    for id_, chip in chart.chips.items():
        assert inside(chip.box, chart.places[place_of[id_]])
        for item in chip.items:
            if isinstance(item, Paragraph):
                for line in item.text.lines:
                    assert item.x + line.x + line.width <= chip.box.width + 0.01
                assert item.y + item.text.height <= chip.box.height + 4
    for one, other in combinations(chart.chips.values(), 2):
        assert not one.box.intersects(other.box)
    for one, other in combinations(chart.places.values(), 2):
        assert not one.intersects(other)
    if grows:
        assert chart.chips.keys() == place_of.keys(), "nobody is left out"
        assert not chart.more
    counted = len(chart.chips) + sum(int(said(chip.items).strip("+ ")) for chip in chart.more)
    assert counted == len(place_of), "what has no room is counted"


def said(items: tuple[object, ...]) -> str:
    return "".join(item.text.lines[0].text for item in items if isinstance(item, Paragraph))


def test_a_few_cards_say_all_their_words_and_many_their_numbers(shaper: QtShaper) -> None:
    few = charted(shaper, {Place(1, 3): entries(0, 1)}, 600)
    assert words_of(few, "card-0") == "Call back within an hour"
    narrow = charted(shaper, {Place(1, 3): entries(1, 2)})
    assert words_of(narrow, "card-1").endswith("…")
    many = charted(shaper, {Place(1, 3): entries(1, 40)})
    assert {words_of(many, card) for card in many.chips} == {""}
    assert many.height > 300 > few.height - 1


def test_cards_of_all_scripts_are_shaped_by_the_same_engine(shaper: QtShaper) -> None:
    chart = charted(shaper, {Place(2, 2): entries(1, 1), Place(2, 1): entries(2, 1)}, 620)
    assert words_of(chart, "card-1") == TEXTS[1]
    assert words_of(chart, "card-2").startswith("เปรียบเทียบราคาสินค้า")


def test_every_part_of_the_field_is_named(shaper: QtShaper) -> None:
    def told(chart: Chart) -> set[str]:
        return {
            "".join(x.text for x in item.text.lines) for item in chart.ground if isinstance(item, Paragraph)
        }

    chances = told(charted(shaper, {}, 500))
    assert {"Quick wins", "Big bets", "Fill in", "Leave for now", "Not rated yet"} <= chances
    assert {"High impact", "Low effort", "Medium effort", "High effort"} <= chances
    touchpoints = told(Plot(TOUCHPOINTS, shaper).chart({}, 500, 300))
    assert {"Mend first", "Keep it excellent", "Leave as it is", "Make more of it"} <= touchpoints


def test_quick_wins_are_at_the_top_left_on_a_ground_of_their_own(shaper: QtShaper) -> None:
    chart = charted(shaper, {})
    assert chart.place_at(1, 30) == Place(1, 3)
    assert chart.place_at(295, 30) == Place(3, 3)
    assert chart.place_at(-50, 30) is None
    grounds = {
        item.shape.rect: item.paint
        for item in chart.ground
        if isinstance(item, Fill) and isinstance(item.shape, RoundedRect)
    }
    green = colours.ROLE_COLOURS["opportunities"].ground
    assert {place for place in PLACES if grounds[chart.places[place]] == green} == {Place(1, 3), Place(1, 2)}


def test_only_places_where_something_is_other_are_set_anew(shaper: QtShaper) -> None:
    plot = Plot(OPPORTUNITIES, shaper, grows=True)
    before = plot.chart({Place(1, 3): entries(1, 3), Place(2, 2): entries(10, 2)}, 500, 400)
    after = plot.chart({Place(1, 3): entries(1, 3), Place(2, 2): entries(10, 1)}, 500, 400)
    assert all(after.chips[f"card-{n}"] is before.chips[f"card-{n}"] for n in (1, 2, 3))
    assert "card-11" not in after.chips


def test_a_dozen_cards_to_be_rated_are_named_at_the_width_of_a_panel(shaper: QtShaper) -> None:
    plot = Plot(TOUCHPOINTS, shaper, grows=True)
    for height in (200, 450):
        chart = plot.chart({UNRATED: entries(1, 12)}, 255, height)
        assert min(chip.box.width for chip in chart.chips.values()) > 100, "with some of its words"
    crowd = plot.chart({UNRATED: entries(1, 90)}, 255, 450)
    assert max(chip.box.width for chip in crowd.chips.values()) < 40, "there is no room for those"


def test_the_tray_of_a_panel_stays_as_high_as_it_was(shaper: QtShaper) -> None:
    plot = Plot(TOUCHPOINTS, shaper, grows=True)
    before = plot.chart({UNRATED: entries(1, 9)}, 255, 450).places
    after = plot.chart({UNRATED: entries(1, 2), Place(1, 3): entries(3, 7)}, 255, 450).places
    assert before == after
    assert plot.chart({UNRATED: entries(1, 2)}, 255, 440).places[UNRATED].height < before[UNRATED].height


def test_without_cards_to_be_rated_a_page_has_no_tray(shaper: QtShaper) -> None:
    plot = Plot(OPPORTUNITIES, shaper)
    assert UNRATED not in plot.chart({}, 500, 300, with_tray=False).places
    assert UNRATED in plot.chart({UNRATED: entries(1, 1)}, 500, 300, with_tray=False).places


@given(
    height=st.floats(30, 1000),
    rows=st.lists(st.tuples(st.floats(1, 10), st.floats(0, 600)), min_size=3, max_size=3),
)
def test_rows_share_all_the_height_and_get_what_they_need(
    height: float, rows: list[tuple[float, float]]
) -> None:
    least = [low for low, _more in rows]
    needed = [low + more for low, more in rows]
    shared = shared_out(height, needed, least)
    assert sum(shared) == pytest.approx(height)
    wanted = needed if sum(needed) <= height else least
    assert all(row >= want - 1e-6 for row, want in zip(shared, wanted, strict=True))


def test_effort_is_a_row_of_strokes_on_the_card_and_explained_at_the_foot(shaper: QtShaper) -> None:
    document = small_map()
    with document.edit("Add") as edit:
        lane = lanes.add(edit, "Opportunities", role="opportunities").id
        cards.add(edit, lane, "step-1", "Call back", impact=2, effort=3)

    def words(layout: MapLayout) -> set[str]:
        items = [item for placed in layout.visible(layout.bounds) for item in placed.items]
        return {item.text.lines[0].text for item in items if isinstance(item, Paragraph) and item.text.lines}

    assert "effort" in words(MapLayout(document, shaper))
    card = Card(id="card", order="a0", lane="lane", step="step", text="Call back", impact=2, effort=3)
    laid_out = lay_out_card(card, "opportunities", shaper, 120)
    strokes = [
        item.shape.rect
        for item in laid_out.items
        if isinstance(item, Fill)
        and item.paint == RATING_COLOURS[EFFORT]
        and isinstance(item.shape, RoundedRect)
    ]
    assert len(strokes) == 3
    assert all(stroke.height > 2 * stroke.width for stroke in strokes), "no other mark is upright"
    assert laid_out.signs >= {IMPACT, EFFORT}
    assert EFFORT not in lay_out_card(card, "touchpoints", shaper, 120).signs
    with document.edit("Clear") as edit:
        cards.set_fields(edit, document.indexes.cards(lane, "step-1"), effort=0)
    assert "effort" not in words(MapLayout(document, shaper))
