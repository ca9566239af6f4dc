"""Collapsed and hidden lanes: what is left of them, and that nothing else is."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.document.document import Document, Transaction
from journeymapper.document.records import MAP_ID, Card, EmotionPoint, JourneyMap, Lane, Persona, Stage, Step
from journeymapper.editing import cards, lanes, personas, points
from journeymapper.layout import finding
from journeymapper.layout.display import Paragraph, Path, Stroke
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import COLLAPSED_HEIGHT, MARGIN
from journeymapper.layout.places import Part
from journeymapper.layout.shortening import shortened
from journeymapper.style import typography
from journeymapper.text.engine import QtShaper
from journeymapper.text.shaped import ShapedText
from tests.layout.test_map_layout import maps
from tests.maps import small_map


class Shown:
    """The small map, laid out and followed."""

    def __init__(self, shaper: Any) -> None:
        self.document = small_map()
        self.layout = MapLayout(self.document, shaper)

    def edit(self, change: Any) -> None:
        with self.document.edit("Edit") as edit:
            change(edit)
        self.layout.apply(edit.change)

    def collapse(self, *ids: str, collapsed: bool = True) -> None:
        self.edit(lambda edit: lanes.set_collapsed(edit, ids, collapsed))

    def hide(self, *ids: str, hidden: bool = True) -> None:
        self.edit(lambda edit: lanes.set_hidden(edit, ids, hidden))

    def words(self, rect: Rect | None = None) -> list[str]:
        found = []
        for placed in self.layout.visible(rect or self.layout.bounds):
            items = [item for item in placed.items if isinstance(item, Paragraph)]
            found += [line.text for item in items for line in item.text.lines]
        return found

    def row(self, lane: str) -> list[str]:
        """The words in a lane's row, its name first."""
        top = self.layout.lane_top(lane)
        return self.words(Rect(0, top + 1, self.layout.width, self.layout.lanes[lane].height - 2))


class CountingShaper:
    def __init__(self) -> None:
        self._shaper = QtShaper()
        self.count = 0

    def shape(self, *arguments: Any, **options: Any) -> ShapedText:
        self.count += 1
        return self._shaper.shape(*arguments, **options)


@given(document=maps(), collapsed=st.sets(st.integers(0, 4)), hidden=st.sets(st.integers(0, 4)))
@settings(max_examples=60, deadline=None)
def test_what_is_left_is_found_and_nothing_else(
    document: Document, collapsed: set[int], hidden: set[int], shaper: QtShaper
) -> None:
    order = [id_ for _order, id_ in document.indexes.lanes]
    with document.edit("Less") as edit:
        lanes.set_collapsed(edit, [lane for n, lane in enumerate(order) if n in collapsed], True)
        lanes.set_hidden(edit, [lane for n, lane in enumerate(order) if n in hidden], True)
    layout = MapLayout(document, shaper)
    assert layout.shown_lanes == [lane for n, lane in enumerate(order) if n not in hidden]
    seen = {}
    for record in document:
        rect = finding.rect_of(layout, record.id)
        match record:
            case Lane():
                assert (rect is not None) == layout.is_shown(record.id) == (not record.hidden)
            case Card() | EmotionPoint():
                lane = document.get(record.lane, Lane)
                assert (rect is not None) == layout.is_open(lane.id)
                assert layout.is_open(lane.id) == (not lane.hidden and not lane.collapsed)
                if rect is not None:
                    seen[record.id] = rect
    assert dict(finding.boxes_in(layout, layout.bounds)) == seen
    for lane in layout.shown_lanes:
        if layout.lanes[lane].is_collapsed:
            assert layout.lanes[lane].height == COLLAPSED_HEIGHT
            for x in (30, layout.columns.left + 20, layout.width - 30):
                assert finding.hit(layout, x, layout.lane_top(lane) + 12).part is Part.LANE
                assert finding.hit(layout, x, layout.lane_top(lane) + 12).id == lane


def test_a_collapsed_lane_counts_its_cards_and_keeps_the_counts_right(shaper: QtShaper) -> None:
    shown = Shown(shaper)
    shown.collapse("lane-1")
    assert shown.row("lane-1") == ["Actions", "2", "1"]
    shown.edit(lambda edit: cards.add(edit, "lane-1", "step-2", "New"))
    shown.edit(lambda edit: cards.delete(edit, ["card-1"]))
    assert shown.row("lane-1") == ["Actions", "1", "1", "1"]
    shown.edit(lambda edit: cards.move(edit, ["card-4"], "lane-1", "step-3", 0))
    assert shown.row("lane-1") == ["Actions", "1", "1", "2"]
    shown.collapse("lane-1", collapsed=False)
    assert "New" in shown.row("lane-1")


def test_a_change_in_a_collapsed_lane_damages_its_cell_of_the_row_only(shaper: QtShaper) -> None:
    shown = Shown(shaper)
    shown.collapse("lane-1")
    with shown.document.edit("Add") as edit:
        cards.add(edit, "lane-1", "step-2", "word " * 50)
    damage = shown.layout.apply(edit.change)
    assert damage.rects == [shown.layout.cell_rect("lane-1", "step-2")]
    assert not damage.resized


def test_a_change_in_a_hidden_lane_damages_nothing(shaper: QtShaper) -> None:
    shown = Shown(shaper)
    shown.hide("lane-1", "lane-3")

    def change(edit: Transaction) -> None:
        cards.add(edit, "lane-1", "step-2", "word " * 50)
        points.set_score(edit, "point-1", 2)

    with shown.document.edit("Change") as edit:
        change(edit)
    damage = shown.layout.apply(edit.change)
    assert damage.rects == []
    assert not damage.resized


def test_a_collapsed_curve_shows_faces_and_many_points_as_a_number(shaper: QtShaper) -> None:
    shown = Shown(shaper)
    shown.collapse("lane-3")
    assert shown.row("lane-3") == ["Emotions"], "one face a step, and no label"

    def feel(edit: Transaction) -> None:
        for number in range(4):
            points.put(edit, "lane-3", "step-2", 1, personas.add(edit, f"Persona {number}").id)

    shown.edit(feel)
    assert shown.row("lane-3") == ["Emotions", "5"]


def test_showing_a_lane_again_shapes_nothing_that_stands_in_it(qapp: object) -> None:
    assert qapp is not None
    shaper = CountingShaper()
    shown = Shown(shaper)
    for less in (shown.collapse, shown.hide):
        less("lane-1", "lane-3")
    before, shaper.count = list(shown.layout.visible(shown.layout.bounds)), 0
    shown.hide("lane-1", "lane-3", hidden=False)
    shown.collapse("lane-1", "lane-3", collapsed=False)
    whole = list(shown.layout.visible(shown.layout.bounds))
    assert len(whole) > len(before)
    assert shaper.count <= 12, "the foot's legend is all there is to set anew"


def test_a_name_that_is_too_long_for_a_thin_row_ends_in_an_ellipsis(shaper: QtShaper) -> None:
    shown = Shown(shaper)
    shown.edit(lambda edit: lanes.rename(edit, "lane-1", "Everything that the customer does"))
    shown.edit(lambda edit: lanes.rename(edit, "lane-2", "Donaudampfschifffahrtsgesellschaftskapitän"))
    shown.collapse("lane-1", "lane-2")
    for lane in ("lane-1", "lane-2"):
        name = shown.row(lane)[0]
        assert name.endswith("…")
        assert shown.document.get(lane, Lane).name.startswith(name[:-1])
        rect = shown.layout.lanes[lane].name_rect()
        assert rect.height < COLLAPSED_HEIGHT
        assert shaper.shape(name, typography.LANE).width <= rect.width


def test_dividing_lines_are_never_collapsed(shaper: QtShaper) -> None:
    shown = Shown(shaper)
    shown.collapse("lane-4")
    assert not shown.document.get("lane-4", Lane).collapsed
    shown.edit(lambda edit: edit.update("lane-4", Lane, collapsed=True))
    assert not shown.layout.lanes["lane-4"].is_collapsed
    assert shown.layout.lanes["lane-4"].height < COLLAPSED_HEIGHT


def test_a_hidden_lane_is_in_no_drawing_and_neither_are_its_cards(shaper: QtShaper) -> None:
    shown = Shown(shaper)
    height = shown.layout.height
    shown.hide("lane-5")
    assert not {"Pain points", "Queues"} & set(shown.words())
    assert shown.layout.height < height
    assert finding.hit(shown.layout, 100, shown.layout.height - 1).part is Part.NOTHING
    shown.hide("lane-1", "lane-2", "lane-3", "lane-4")
    assert shown.layout.shown_lanes == []
    assert finding.records_in(shown.layout, shown.layout.bounds) == []
    shown.hide("lane-1", "lane-2", "lane-3", "lane-4", "lane-5", hidden=False)
    assert shown.layout.height == height


def test_the_legend_counts_only_what_is_shown(shaper: QtShaper) -> None:
    shown = Shown(shaper)
    assert {"online", "severity"} <= set(shown.words())
    shown.hide("lane-2")
    assert "online" not in shown.words()
    shown.collapse("lane-5")
    assert "severity" not in shown.words()
    shown.hide("lane-2", hidden=False)
    assert "online" in shown.words()


def test_characters_that_no_font_has_count_only_where_they_are_shown(shaper: QtShaper) -> None:
    shown = Shown(shaper)
    shown.edit(lambda edit: cards.set_text(edit, "card-1", "\U000f1234"))
    assert shown.layout.missing()
    shown.collapse("lane-1")
    assert not shown.layout.missing()
    shown.edit(lambda edit: lanes.rename(edit, "lane-1", "\U000f1235"))
    assert shown.layout.missing() == {"\U000f1235"}
    shown.hide("lane-1")
    assert not shown.layout.missing()


@pytest.mark.parametrize(
    ("id_", "kind", "field"),
    [
        (MAP_ID, JourneyMap, "title"),
        (MAP_ID, JourneyMap, "scenario"),
        ("persona-1", Persona, "name"),
        ("persona-1", Persona, "quote"),
        ("stage-1", Stage, "name"),
        ("step-1", Step, "name"),
        ("lane-1", Lane, "name"),
        ("lane-1", Lane, "hint"),
        ("lane-4", Lane, "name"),
        ("card-1", Card, "text"),
        ("card-1", Card, "owner"),
        ("point-1", EmotionPoint, "text"),
    ],
)
def test_whatever_is_painted_is_looked_through_for_what_no_font_has(
    shaper: QtShaper, id_: str, kind: Any, field: str
) -> None:
    shown = Shown(shaper)
    shown.edit(lambda edit: edit.update("lane-1", Lane, role="opportunities"))
    shown.edit(lambda edit: edit.update(id_, kind, **{field: "\u0378"}))
    assert shown.layout.missing() == {"\u0378"}


@pytest.mark.parametrize("width", [140.0, 220.0])
@pytest.mark.parametrize(
    "name",
    [
        "رحلة العميل الطويلة جدا في المتجر الإلكتروني الكبير وما بعدها من خدمات",
        "يقارنالعميلالأسعارقبلالدفعثميدفعالثمن" * 2,
    ],
)
def test_a_name_from_the_right_that_is_cut_short_stays_at_the_right(
    shaper: QtShaper, name: str, width: float
) -> None:
    room = width - 40
    short = shortened(name, typography.LANE, room, shaper)
    [line] = short.lines
    assert line.text.endswith("…")
    assert line.x + line.width == pytest.approx(room)
    assert 0 <= line.x < room / 2


def test_a_dividing_line_without_a_name_begins_at_the_margin(shaper: QtShaper) -> None:
    shown = Shown(shaper)
    shown.edit(lambda edit: lanes.rename(edit, "lane-4", ""))
    lane, columns = shown.layout.lanes["lane-4"], shown.layout.columns
    [stroke] = [item for item in lane.ground(columns) if isinstance(item, Stroke)]
    assert isinstance(stroke.shape, Path)
    assert columns.left + stroke.shape.segments[0][1] == MARGIN  # type: ignore[misc]


def test_the_sign_of_a_lane_is_found_left_of_its_name(shaper: QtShaper) -> None:
    shown = Shown(shaper)
    layout = shown.layout
    for _state in range(2):
        head = finding.rect_of(layout, "lane-2")
        assert head is not None
        middle = layout.lane_top("lane-2") + layout.lanes["lane-2"].name_rect().centre[1]
        assert finding.sign_at(layout, head.x + 6, middle) == "lane-2"
        assert finding.sign_at(layout, head.x + 30, middle) is None
        shown.collapse("lane-2")
    divider = finding.rect_of(layout, "lane-4")
    assert divider is not None
    assert finding.sign_at(layout, divider.x + 6, divider.centre[1]) is None
    assert finding.sign_at(layout, 34, 5) is None
