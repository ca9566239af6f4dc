"""Lanes that are left out for now: they have no place, and the map's record of them says nothing."""

import pytest

from journeymapper.document.document import Document
from journeymapper.document.records import Lane
from journeymapper.editing import cards, lanes, links, votes
from journeymapper.layout.finding import hit, rect_of
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.places import Part
from journeymapper.text.engine import QtShaper
from tests.maps import small_map


@pytest.fixture
def document() -> Document:
    return small_map()


@pytest.fixture
def layout(document: Document, shaper: QtShaper) -> MapLayout:
    return MapLayout(document, shaper)


def drawn(layout: MapLayout) -> list[object]:
    return [layout.bounds, *layout.visible(layout.bounds)]


def test_a_concealed_lane_has_no_place_and_those_below_move_up(layout: MapLayout) -> None:
    top, below = layout.lane_top("lane-1"), layout.lane_top("lane-3")
    damage = layout.conceal({"lane-1", "lane-2"})
    assert damage.rects
    assert damage.resized
    assert layout.shown_lanes == ["lane-3", "lane-4", "lane-5"]
    assert layout.lane_top("lane-3") == top < below
    assert not layout.is_shown("lane-1")
    assert not layout.is_open("lane-1")
    assert rect_of(layout, "card-1") is None
    assert rect_of(layout, "lane-1") is None
    assert hit(layout, layout.columns.left + 20, top + 10).lane == "lane-3"


def test_revealing_brings_back_what_was_drawn_before(layout: MapLayout) -> None:
    before = drawn(layout)
    layout.conceal({"lane-1", "lane-4"})
    assert drawn(layout) != before
    layout.conceal(())
    assert drawn(layout) == before
    assert not layout.conceal(()).rects, "there is nothing to paint again"


def test_with_all_lanes_concealed_the_headings_are_left(layout: MapLayout) -> None:
    layout.conceal(layout.lanes)
    assert layout.shown_lanes == []
    assert layout.height < layout.lanes_top + 60
    assert hit(layout, layout.columns.left + 20, layout.headings_top + 5).part is Part.STAGE
    assert rect_of(layout, "point-1") is None


def test_the_legend_explains_only_what_is_shown(layout: MapLayout, document: Document) -> None:
    with document.edit("Vote") as edit:
        votes.give(edit, ["card-1"])
    layout.apply(edit.change)
    widths = len(drawn(layout)[-1].items)  # type: ignore[attr-defined]
    layout.conceal({"lane-1"})
    assert len(drawn(layout)[-1].items) < widths  # type: ignore[attr-defined]


def test_edits_of_concealed_lanes_are_followed(
    layout: MapLayout, document: Document, shaper: QtShaper
) -> None:
    layout.conceal({"lane-1", "lane-3"})
    with document.edit("Edit") as edit:
        cards.add(edit, "lane-1", "step-2", "New")
        lanes.set_role(edit, "lane-1", "thoughts")
        lanes.move(edit, ["lane-1"], 4)
        lanes.set_hidden(edit, ["lane-2"], True)
    layout.apply(edit.change)
    assert layout.shown_lanes == ["lane-4", "lane-5"]
    layout.conceal(())
    assert drawn(layout) == drawn(MapLayout(document, shaper))


def test_a_concealed_lane_that_is_deleted_comes_back_concealed(layout: MapLayout, document: Document) -> None:
    layout.conceal({"lane-5"})
    with document.edit("Delete") as edit:
        lanes.delete(edit, "lane-5")
    layout.apply(edit.change)
    document.apply(edit.change.inverted())
    layout.apply(edit.change.inverted())
    assert "lane-5" in layout.lanes
    assert not layout.is_shown("lane-5")


def test_a_link_goes_with_the_lane_at_its_end(layout: MapLayout, document: Document) -> None:
    with document.edit("Link") as edit:
        link = links.add(edit, "card-1", "card-5", text="then")
    layout.apply(edit.change)
    before = drawn(layout)
    assert rect_of(layout, link) is not None
    layout.conceal({"lane-2"})
    assert rect_of(layout, link) is None
    layout.conceal(())
    assert drawn(layout) == before


def test_the_record_of_a_concealed_lane_says_nothing_of_it(layout: MapLayout, document: Document) -> None:
    layout.conceal({"lane-1"})
    assert not document.get("lane-1", Lane).hidden
