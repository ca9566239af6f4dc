"""Links under a filter: they fade with what they lead from or to."""

from itertools import pairwise

from PySide6.QtCore import QRect

from journeymapper.document.lens import Lens
from journeymapper.editing import cards, links
from journeymapper.layout.geometry import Rect
from journeymapper.ui.canvas.link_marks import bounds_of, points_of
from tests.ui.canvas.driver import Driver

SEES, PAYS, QUEUES = "card-1", "card-3", "card-6"


def link_up(driver: Driver) -> str:
    with driver.open_map.edit("Link") as edit:
        return links.add(edit, PAYS, QUEUES, text="Too slow")


def test_links_fade_with_one_of_their_ends(driver: Driver) -> None:
    open_map, canvas, layout = driver.open_map, driver.canvas, driver.session.layout
    link = link_up(driver)
    way, label = layout.links.path_of(link), layout.links.label_rect(link)
    assert way is not None
    assert label is not None
    corners = points_of(way)
    x, y = next(
        ((x1 + x2) / 2, (y1 + y2) / 2)
        for (x1, y1), (x2, y2) in pairwise(corners)
        if x1 == x2 and abs(y2 - y1) > 30
    )
    on_line = canvas.view.pixels_of(Rect(x, y, 0, 0), 2)
    on_label = canvas.view.pixels_of(label, -2)

    def darkest(pixels: QRect) -> int:
        driver.settle()
        picture = canvas.viewport().grab(pixels).toImage()
        return min(
            picture.pixelColor(across, down).lightness()
            for across in range(picture.width())
            for down in range(picture.height())
        )

    plain = darkest(on_line), darkest(on_label)
    open_map.look_through(Lens(roles=frozenset({"actions"})))  # its target is a pain
    faded = darkest(on_line), darkest(on_label)
    assert all(after > before + 40 for before, after in zip(plain, faded, strict=True)), (plain, faded)
    with open_map.edit("Link") as edit:
        links.lead_to(edit, link, SEES)
    open_map.session.undo()
    assert (darkest(on_line), darkest(on_label)) == faded
    open_map.look_through(Lens(roles=frozenset({"actions", "pain_points"})))
    assert (darkest(on_line), darkest(on_label)) == plain


def test_a_link_fades_when_its_end_is_given_away(driver: Driver) -> None:
    open_map, link = driver.open_map, link_up(driver)
    open_map.look_through(Lens(personas=frozenset({""})))
    way = open_map.session.layout.links.path_of(link)
    assert way is not None
    paints = driver.paints()
    with open_map.edit("Give") as edit:
        cards.set_fields(edit, [PAYS], persona="persona-1")
    driver.settle()
    assert paints.united().contains(driver.canvas.view.pixels_of(bounds_of(way)))
