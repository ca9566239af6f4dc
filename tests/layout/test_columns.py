"""Columns as wide as their steps say."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.document.document import Document
from journeymapper.document.records import STEP_WIDTH, Card, EmotionPoint, Step
from journeymapper.editing import personas, stages
from journeymapper.layout.columns import Columns
from journeymapper.layout.finding import rect_of
from journeymapper.layout.map_layout import MapLayout
from journeymapper.text.engine import QtShaper
from tests.maps import counting_identifiers, small_map

WIDTHS = st.lists(st.lists(st.floats(80, 600).map(lambda width: round(width, 1)), max_size=4), max_size=5)


def columns_of(widths: list[list[float]], lane_width: float = 110) -> Columns:
    document = Document(identify=counting_identifiers())
    with document.edit("Build") as edit:
        for inner in widths:
            stage = stages.add_bare(edit, "")
            for width in inner:
                stages.set_step_width(edit, [stages.add_step(edit, stage.id).id], width)
    return Columns(document.indexes, lambda step: document.get(step, Step).width, lane_width)


@given(widths=WIDTHS, lane_width=st.floats(80, 400))
def test_columns_stand_side_by_side_and_every_x_is_in_its_own(
    widths: list[list[float]], lane_width: float
) -> None:
    columns = columns_of(widths, lane_width)
    expected = [width for inner in widths for width in inner or [STEP_WIDTH]]
    assert [columns.width_of(column) for column in range(len(columns.steps))] == expected
    for column, width in enumerate(expected):
        left, right = columns.x(column), columns.x(column + 1)
        assert right - left == pytest.approx(width)
        assert columns.at(left) == columns.at((left + right) / 2) == column
        assert list(columns.between(left + 1, right - 1)) == [column]
        assert 0 < columns.card_width(column) < width
    assert columns.x(0) == columns.left
    assert columns.at(columns.left - 0.1) is None
    assert columns.at(columns.x(len(expected)) + 0.1) is None
    assert columns.width >= sum(expected) - 0.001


@given(widths=WIDTHS)
def test_stages_span_their_columns(widths: list[list[float]]) -> None:
    columns = columns_of(widths)
    assert [span.end - span.first for span in columns.spans] == [len(inner) or 1 for inner in widths]
    for span in columns.spans:
        assert span.x == columns.x(span.first)
        assert span.x + span.width == pytest.approx(columns.x(span.end))
        assert all(columns.span_at(column) is span for column in range(span.first, span.end))
    for one, other in pairwise(columns.spans):
        assert columns.spans_between(range(one.end - 1, other.first + 1)) == [one, other]


def test_a_wider_step_widens_its_cards_and_moves_what_is_right_of_it(shaper: QtShaper) -> None:
    document = small_map()
    layout = MapLayout(document, shaper)

    def boxes() -> dict[str, tuple[float, float]]:
        rects = {record.id: rect_of(layout, record.id) for record in document}
        return {id_: (rect.x, rect.width) for id_, rect in rects.items() if rect is not None}

    before, width = boxes(), layout.width
    with document.edit("Widen") as edit:
        stages.set_step_width(edit, ["step-2"], STEP_WIDTH + 50)
    damage = layout.apply(edit.change)
    after = boxes()
    assert damage.resized
    assert layout.width == width + 50
    for record in document:
        if isinstance(record, Card):
            wider, further = {"step-1": (0, 0), "step-2": (50, 0), "step-3": (0, 50)}[record.step]
            assert after[record.id] == (before[record.id][0] + further, before[record.id][1] + wider)
        if isinstance(record, EmotionPoint):
            further = {"step-1": 0, "step-2": 25, "step-3": 50}[record.step]
            assert after[record.id] == (before[record.id][0] + further, before[record.id][1])
    assert after["stage-1"][1] == before["stage-1"][1] + 50
    assert after["step-2"][1] == before["step-2"][1] + 50


def test_wider_lane_heads_move_everything_and_widen_nothing_else(shaper: QtShaper) -> None:
    document = small_map()
    layout = MapLayout(document, shaper)
    before = {record.id: rect_of(layout, record.id) for record in document if isinstance(record, Card)}
    with document.edit("Widen") as edit:
        personas.set_lane_width(edit, 250)
    layout.apply(edit.change)
    head = rect_of(layout, "lane-1")
    assert head is not None
    assert head.width == 250
    for id_, was in before.items():
        now = rect_of(layout, id_)
        assert was is not None
        assert now is not None
        assert (now.x, now.width, now.height) == (was.x + 140, was.width, was.height)
