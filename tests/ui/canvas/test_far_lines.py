"""Links from far off: all lines of a look at once, and where they are."""

from PySide6.QtGui import QColor, QImage, QPainter

from journeymapper.document.document import Document
from journeymapper.document.links import BACK
from journeymapper.editing import links
from journeymapper.layout.display import Placed
from journeymapper.layout.map_layout import MapLayout
from journeymapper.text.engine import QtShaper
from journeymapper.ui.canvas.far_lines import FarLines
from journeymapper.ui.canvas.sheet import Drawing
from tests.maps import small_map
from tests.ui.canvas.driver import Driver

#: A scale at which cards are specks.
_FAR = 0.2


def linked_map() -> Document:
    document = small_map()
    with document.edit("Link") as edit:
        links.add(edit, "card-1", "card-6", text="then")
        links.add(edit, "card-3", "card-1", BACK)
    return document


def painted(far_lines: FarLines, placed: list[Placed], layout: MapLayout) -> tuple[QImage, list[Placed]]:
    image = QImage(round(layout.width), round(layout.height), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    left = far_lines.paint(painter, placed)
    painter.end()
    return image, left


def ink(image: QImage) -> set[tuple[int, int]]:
    white = QColor("white").rgb()
    places = ((x, y) for y in range(image.height()) for x in range(image.width()))
    return {place for place in places if image.pixel(*place) != white}


def test_lines_are_painted_and_all_else_is_handed_back(shaper: QtShaper) -> None:
    layout = MapLayout(linked_map(), shaper)
    lines = [one for one in layout.links.visible(layout.bounds) if len(one.items) > 2]
    others = [one for one in layout.visible(layout.bounds) if one not in lines]
    assert len(lines) == 2
    far_lines = FarLines()
    _image, left = painted(far_lines, [*others, *lines], layout)
    assert left
    assert left == [one for one in others if one in left]
    image, left = painted(far_lines, lines, layout)
    assert left == []
    places = ink(image)
    path = layout.links.path_of("link-1")
    assert path is not None
    (_move, x, y), *_others = path.segments
    assert any(abs(at_x - x) <= 2 and abs(at_y - y) <= 2 for at_x, at_y in places)
    moved = [Placed(one.x, one.y + 40, one.items) for one in lines]
    again, _left = painted(far_lines, moved, layout)
    assert ink(again) == {(x, y + 40) for x, y in places if y + 40 < image.height()}


def test_links_can_be_seen_when_the_map_is_far_off(driver: Driver, shaper: QtShaper) -> None:
    layout = MapLayout(linked_map(), shaper)
    bare = MapLayout(small_map(), shaper)

    def drawn(one: MapLayout) -> QImage:
        image = QImage(round(one.width * _FAR), round(one.height * _FAR), QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(_FAR, _FAR)
        Drawing(one, driver.canvas._sheet._painter).paint(painter, one.visible(one.bounds), _FAR)
        painter.end()
        return image

    assert drawn(layout) != drawn(bare)
