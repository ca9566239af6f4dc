"""Dividing lines: each line of a blueprint can be told from the others without colour."""

import pytest

from journeymapper.document.records import Lane
from journeymapper.editing import lanes
from journeymapper.layout.display import Paragraph, Path, Stroke
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import MARGIN
from journeymapper.text.engine import QtShaper
from tests.maps import small_map

ROLES = ("interaction", "visibility", "internal_interaction", "")


def drawn(
    shaper: QtShaper, role: str, name: str = "Line of visibility"
) -> tuple[Stroke, Paragraph, MapLayout]:
    document = small_map()
    with document.edit("Role") as edit:
        edit.update("lane-4", Lane, role=role, name=name)
    layout = MapLayout(document, shaper)
    line, words = layout.lanes["lane-4"].ground(layout.columns)
    assert isinstance(line, Stroke)
    assert isinstance(words, Paragraph)
    return line, words, layout


def test_each_line_is_broken_in_its_own_way_and_all_have_one_colour(shaper: QtShaper) -> None:
    lines = [drawn(shaper, role)[0] for role in ROLES]
    assert len({line.dash for line in lines}) == len(ROLES)
    assert len({line.colour for line in lines}) == 1
    assert lines[0].dash == ()
    assert lines[2].round


@pytest.mark.parametrize("role", ["", "from the future", "goals"])
def test_a_line_without_a_known_role_looks_as_lines_did_before(shaper: QtShaper, role: str) -> None:
    line, _words, _layout = drawn(shaper, role)
    assert (line.dash, line.width, line.round) == ((5, 3), 0.9, False)


@pytest.mark.parametrize("role", ROLES)
def test_it_crosses_the_whole_map_from_its_name_on(shaper: QtShaper, role: str) -> None:
    line, words, layout = drawn(shaper, role)
    assert isinstance(line.shape, Path)
    (_move, x, y), (_line, right, end) = line.shape.segments
    assert y == end == layout.lanes["lane-4"].height / 2
    assert right == layout.columns.width
    assert words.x + layout.columns.left == pytest.approx(MARGIN)
    assert x > words.x + words.text.width
    bare, _words, layout = drawn(shaper, role, name="")
    assert isinstance(bare.shape, Path)
    assert bare.shape.segments[0][1] + layout.columns.left == pytest.approx(MARGIN)


def test_another_line_is_drawn_at_once(shaper: QtShaper) -> None:
    document = small_map()
    layout = MapLayout(document, shaper)
    with document.edit("Role") as edit:
        lanes.set_role(edit, "lane-4", "internal_interaction")
    layout.apply(edit.change)
    assert layout.lanes["lane-4"].ground(layout.columns) == (
        MapLayout(document, shaper).lanes["lane-4"].ground(layout.columns)
    )
