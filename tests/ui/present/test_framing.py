"""How parts of a map are framed, on screens of any size: all of each is seen, in words that can be read."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from journeymapper.document.document import Document
from journeymapper.editing import cards, lanes, stages
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.style import typography
from journeymapper.text.engine import QtShaper
from journeymapper.ui.canvas.view import LARGEST_ZOOM, View
from journeymapper.ui.present.framing import Look, Screen, looks_at, whole
from tests.maps import counting_identifiers, small_map

DPI = 96.0
SCREENS = st.sampled_from([(800, 600), (1024, 768), (1366, 768), (1920, 1080), (1080, 1920), (3840, 2160)])


def map_of(steps: list[int], heights: list[int]) -> Document:
    """Return a map of stages with so many steps each, and lanes with so many cards in their first cell."""
    document = Document(identify=counting_identifiers())
    with document.edit("Build") as edit:
        for number, count in enumerate(steps):
            stage = stages.add(edit, f"Stage {number}", step_name="Step")
            for _step in range(count - 1):
                stages.add_step(edit, stage.id, "Step")
        for number, count in enumerate(heights):
            lane = lanes.add(edit, f"Lane {number}", role="actions")
            for card in range(count):
                cards.add(edit, lane.id, edit.indexes.columns()[0], f"Card {card}")
    return document


def seen_in(look: Look, size: QSize) -> Rect:
    """Return what of the map is in view."""
    view = View(DPI)
    view.is_free = True
    view.resize(size)
    view.take_map(1e6, 1e6)
    view.put(look.sight.zoom, look.sight.place)
    return view.rect_to_map(QRect(0, 0, size.width(), size.height()))


def holds(outer: Rect, inner: Rect) -> bool:
    more = outer.grown(0.5)
    return (
        more.x <= inner.x and more.y <= inner.y and inner.right <= more.right and inner.bottom <= more.bottom
    )


def test_every_cell_of_a_stage_or_lane_is_seen_whole_where_it_fits(shaper: QtShaper) -> None:
    @settings(max_examples=40, deadline=None, derandomize=True)
    @given(
        steps=st.lists(st.integers(1, 5), min_size=1, max_size=4),
        heights=st.lists(st.integers(0, 25), min_size=1, max_size=5),
        pixels=SCREENS,
    )
    def check(steps: list[int], heights: list[int], pixels: tuple[int, int]) -> None:
        layout = MapLayout(map_of(steps, heights), shaper)
        screen = Screen(QSize(*pixels), DPI)
        for id_ in [span.stage for span in layout.columns.spans] + layout.shown_lanes:
            looks = looks_at(layout, id_, screen)
            views = [seen_in(look, screen.size) for look in looks]
            for cell in cells_of(layout, id_):
                fits = [
                    view
                    for view in views
                    if cell.width <= 0.7 * view.width and cell.height <= 0.6 * view.height
                ]
                if fits:
                    assert any(holds(view, cell) for view in views), (id_, cell, views)
            for look in looks:
                assert 0 < look.sight.zoom <= LARGEST_ZOOM

    check()


def cells_of(layout: MapLayout, id_: str) -> list[Rect]:
    columns = layout.columns
    steps = [step for step in columns.steps if step is not None]
    rows = layout.shown_lanes
    if layout.is_shown(id_):
        rows = [id_]
    else:
        span = next(span for span in columns.spans if span.stage == id_)
        steps = [step for step in columns.steps[span.first : span.end] if step is not None]
    return [layout.cell_rect(lane, step) for lane, step in product(rows, steps)]


@pytest.mark.parametrize("pixels", [(800, 600), (1920, 1080), (3840, 2160)])
def test_words_of_a_stage_that_fits_the_width_can_be_read_from_afar(
    shaper: QtShaper, pixels: tuple[int, int]
) -> None:
    layout, screen = MapLayout(small_map(), shaper), Screen(QSize(*pixels), DPI)
    for look in looks_at(layout, "stage-1", screen):
        words = typography.CARD.size * look.sight.zoom * DPI / 72
        assert pixels[1] / 60.5 <= words <= pixels[1] / 27.5


def test_a_wide_stage_is_fitted_to_the_width(shaper: QtShaper) -> None:
    layout, screen = MapLayout(map_of([12], [1, 1]), shaper), Screen(QSize(1920, 1080), DPI)
    [look] = looks_at(layout, "stage-1", screen)
    seen = seen_in(look, screen.size)
    span = layout.columns.spans[0]
    assert seen.x <= span.x
    assert span.x + span.width <= seen.right


def test_the_size_does_not_depend_on_what_is_kept_back(shaper: QtShaper) -> None:
    layout, screen = MapLayout(map_of([2, 3], [1, 4, 9]), shaper), Screen(QSize(1920, 1080), DPI)
    stage, all_of_it = looks_at(layout, "stage-2", screen)[0], whole(layout, screen)
    for concealed in (layout.shown_lanes[1:], layout.shown_lanes, ()):
        layout.conceal(concealed)
        assert looks_at(layout, "stage-2", screen)[0].sight.zoom == pytest.approx(stage.sight.zoom)
        assert looks_at(layout, "stage-2", screen)[0].sight.place == stage.sight.place
        assert whole(layout, screen).zoom == pytest.approx(all_of_it.zoom)
        assert whole(layout, screen).place == all_of_it.place


def test_a_map_without_anything_has_a_whole(shaper: QtShaper) -> None:
    sight = whole(MapLayout(Document(), shaper), Screen(QSize(800, 600), DPI))
    assert 0 < sight.zoom <= 2
