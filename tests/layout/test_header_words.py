"""What of the title block is met by the pointer: its words, and not the blank beside them."""

import pytest

from journeymapper.document.document import Document
from journeymapper.document.records import MAP_ID
from journeymapper.editing import personas
from journeymapper.layout.finding import hit, rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.places import Part
from journeymapper.text.engine import QtShaper
from tests.maps import small_map


def laid_out(shaper: QtShaper, **fields: str) -> MapLayout:
    document = small_map()
    with document.edit("Title") as edit:
        personas.set_title_block(edit, **fields)
    return MapLayout(document, shaper)


def test_only_the_words_are_the_title_and_a_little_room_beside_them(shaper: QtShaper) -> None:
    layout = laid_out(shaper, title="Short", scenario="Once")
    for words, room, part in (
        (layout.header.title_words, layout.header.title, Part.TITLE),
        (layout.header.subtitle_words, layout.header.subtitle, Part.SUBTITLE),
    ):
        y = words.centre[1]
        assert hit(layout, words.x + 1, y).part is part
        assert hit(layout, words.right + 6, y).part is part
        assert hit(layout, words.right + 12, y).part is Part.NOTHING
        assert room.right > words.right + 100
        assert hit(layout, room.right - 2, y).part is Part.NOTHING
    assert rect_of(layout, MAP_ID) == layout.header.title_words


def test_a_title_of_several_lines_is_met_along_its_longest(shaper: QtShaper) -> None:
    words = laid_out(shaper, title="A much longer title that needs a line more and another " * 2).header
    assert words.title_words.height > 50
    assert words.title_words.width <= words.title.width


def test_words_that_are_not_there_yet_can_be_met(shaper: QtShaper) -> None:
    layout = laid_out(shaper, title="", scenario="")
    subtitle = layout.header.subtitle
    assert hit(layout, subtitle.x + 30, subtitle.centre[1]).part is Part.SUBTITLE
    assert hit(layout, subtitle.x + 150, subtitle.centre[1]).part is Part.NOTHING
    title = layout.header.title_words
    assert hit(layout, title.x + 30, title.centre[1]).part is Part.TITLE


@pytest.mark.parametrize("title", ["رحلة العميل", "مسار"])
def test_a_title_from_right_to_left_is_met_where_it_stands(shaper: QtShaper, title: str) -> None:
    layout = MapLayout(Document(), shaper)
    with layout.document.edit("Title") as edit:
        personas.set_title_block(edit, title=title)
    layout = MapLayout(layout.document, shaper)
    words, room = layout.header.title_words, layout.header.title
    assert words.right == pytest.approx(room.right, abs=1)
    assert Rect(room.x, room.y, room.width, room.height).x + 20 < words.x
