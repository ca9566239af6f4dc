"""Marks and labels of many curves in one column, and the legend that tells them apart."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.document.document import Document
from journeymapper.document.records import STEP_WIDTHS, Curve
from journeymapper.editing import lanes, personas, points, stages
from journeymapper.layout import finding
from journeymapper.layout.crowding import spread
from journeymapper.layout.curve import height_at, slopes
from journeymapper.layout.display import Fill, Paragraph, Stroke
from journeymapper.layout.feelings import Feelings
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import COLUMN_INSET, CURVE_SCORE, FACE_RADIUS
from journeymapper.layout.places import Part
from journeymapper.style import colours
from journeymapper.text.engine import QtShaper
from tests.maps import counting_identifiers

LABELS = st.sampled_from(
    [
        "",
        "",
        "Glad",
        "“Where did 12 € come from?”",
        "A label far too long for any column, written by somebody who had much to say of it",
        "Donaudampfschifffahrtsgesellschaftskapitän",
        "เปรียบเทียบราคาสินค้าก่อนตัดสินใจซื้อ",
        "مرحبا بكم في متجرنا الجديد على الإنترنت",
        "ABC مرحبا 12",
    ]
)
SCORES = st.sampled_from([-2.0, -0.5, 0.0, 0.0, 0.5, 1.0, 2.0]) | st.floats(-2, 2)
WIDTHS = st.sampled_from([STEP_WIDTHS[0], 80.7, 131.0, STEP_WIDTHS[1]]) | st.floats(*STEP_WIDTHS)


@pytest.fixture(scope="module")
def shaper(qapp: object) -> QtShaper:
    assert qapp is not None
    return QtShaper()


@st.composite
def maps_of_curves(draw: st.DrawFn) -> Document:
    document = Document(identify=counting_identifiers())
    with document.edit("Build") as edit:
        people = [personas.add(edit, draw(LABELS)).id for _ in range(draw(st.integers(0, 4)))]
        stage = stages.add_bare(edit, "Stage").id
        for _ in range(draw(st.integers(1, 3))):
            stages.set_step_width(edit, [stages.add_step(edit, stage, "Step").id], draw(WIDTHS))
        lane = lanes.add(edit, "Emotions", "emotion").id
        lanes.set_faces(edit, [lane], draw(st.booleans()))
        for step in edit.indexes.columns():
            for curve in draw(st.sets(st.tuples(st.sampled_from(["", *people]), st.booleans()))):
                points.put(edit, lane, step, draw(SCORES), curve[0], draw(LABELS), wished=curve[1])
    return document


def curves_of(layout: MapLayout) -> tuple[Feelings, float]:
    [lane] = layout.lanes.values()
    assert lane.feelings is not None
    return lane.feelings, lane.height


@given(document=maps_of_curves())
@settings(max_examples=150, deadline=None)
def test_labels_keep_off_each_other_and_off_all_marks_and_in_their_column(
    document: Document, shaper: QtShaper
) -> None:
    layout = MapLayout(document, shaper)
    feelings, height = curves_of(layout)
    for step, column in layout.columns.of_step.items():
        faces, width = feelings.faces(step), layout.columns.width_of(column)
        assert len(faces) == len(document.indexes.points("lane-1", step))
        labels = [face.label_box for face in faces if face.point.text]
        assert not any(one.intersects(other) for one, other in combinations(labels, 2))
        assert not any(label.intersects(face.ring) for label in labels for face in faces)
        for label in labels:
            assert label.x >= COLUMN_INSET
            assert label.right <= width - COLUMN_INSET + 0.5, "Qt may set a line half a point too wide"
        for box in [*labels, *(face.ring for face in faces)]:
            assert feelings.legend.height - feelings.zero <= box.y
            assert box.bottom <= height - feelings.zero


@given(document=maps_of_curves())
@settings(max_examples=150, deadline=None)
def test_marks_keep_apart_in_their_column_and_each_is_found(document: Document, shaper: QtShaper) -> None:
    layout = MapLayout(document, shaper)
    feelings, _height = curves_of(layout)
    for step, column in layout.columns.of_step.items():
        rings = [face.ring for face in feelings.faces(step)]
        assert not any(one.intersects(other) for one, other in combinations(rings, 2)), "ten have room"
        for face in feelings.faces(step):
            assert face.ring.x >= COLUMN_INSET
            assert face.ring.right <= layout.columns.width_of(column) - COLUMN_INSET
            assert face.spot.y == -face.point.score * CURVE_SCORE
            rect = finding.rect_of(layout, face.point.id)
            assert rect is not None
            hit = finding.hit(layout, *rect.centre)
            assert (hit.part, hit.id) == (Part.POINT, face.point.id)


@given(
    scores=st.lists(SCORES, max_size=80),
    width=WIDTHS,
    radius=st.sampled_from([FACE_RADIUS, 5.8, 4.2]),
)
@settings(max_examples=300, deadline=None)
def test_a_crowd_gets_smaller_before_it_overlaps(scores: list[float], width: float, radius: float) -> None:
    spots = spread(scores, [radius] * len(scores), width)
    boxes = [spot.box for spot in spots]
    assert all(box.x >= COLUMN_INSET - 0.01 for box in boxes)
    assert all(box.right <= width - COLUMN_INSET + 0.01 for box in boxes)
    if any(one.intersects(other) for one, other in combinations(boxes, 2)):
        assert all(spot.radius == 3 for spot in spots)
        abreast = max(sum(0 <= score - low < 7 / CURVE_SCORE for score in scores) for low in scores)
        assert abreast * 7.5 > width - 2 * COLUMN_INSET, "the column cannot hold the smallest of them"
    assert len({(spot.x, spot.y) for spot in spots}) == len(spots), "each has a part of its own to be seen"


def forty_personas(width: float) -> Document:
    document = Document(identify=counting_identifiers())
    with document.edit("Build") as edit:
        stage = stages.add(edit, "Stage", step_name="Step").id
        stages.add_step(edit, stage, "Step")
        stages.set_step_width(edit, edit.indexes.columns(), width)
        lane = lanes.add(edit, "Emotions", "emotion").id
        for number in range(40):
            persona = personas.add(edit, f"Persona {number}").id
            for step in edit.indexes.columns():
                for wished in (False, True):
                    points.put(edit, lane, step, 0.5, persona, "Feels so", wished=wished)
    return document


def test_forty_personas_of_one_mind_leave_the_narrowest_column_whole(shaper: QtShaper) -> None:
    layout = MapLayout(forty_personas(STEP_WIDTHS[0]), shaper)
    feelings, height = curves_of(layout)
    [first, _second] = layout.columns.of_step
    faces = feelings.faces(first)
    assert len({face.spot.x for face in faces}) == 80
    assert all(face.ring.x >= 0 and face.ring.right <= STEP_WIDTHS[0] for face in faces)
    labels = [face.label_box for face in faces]
    assert not any(one.intersects(other) for one, other in combinations(labels, 2))
    assert max(label.bottom for label in labels) <= height - feelings.zero
    ids = {finding.hit(layout, *box.centre).id for _id, box in finding.boxes_in(layout, layout.bounds)}
    assert len(ids) == 160, "each can be clicked at its own middle"
    boxes = [entry.box for entry in feelings.legend.entries]
    assert len(boxes) == 80
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    assert max(box.right for box in boxes) <= layout.columns.width
    assert max(box.bottom for box in boxes) <= feelings.legend.height
    [lane] = layout.lanes
    for entry in feelings.legend.entries:
        x, y = entry.box.moved(layout.columns.left, layout.lane_top(lane)).centre
        assert finding.curve_at(layout, x, y) == entry.curve
        assert finding.hit(layout, x, y).part is Part.LEGEND


def one_curve(shaper: QtShaper) -> tuple[Document, MapLayout]:
    document = Document(identify=counting_identifiers())
    with document.edit("Build") as edit:
        persona = personas.add(edit, "Laura").id
        stage = stages.add_bare(edit, "Stage").id
        for _ in range(4):
            stages.add_step(edit, stage, "Step")
        lane = lanes.add(edit, "Emotions", "emotion").id
        for step, score in zip(edit.indexes.columns(), (-2, 1, 1, 0.5), strict=True):
            points.put(edit, lane, step, score, persona)
    return document, MapLayout(document, shaper)


def change(document: Document, layout: MapLayout, edit_function: Any, *arguments: Any, **values: Any) -> None:
    with document.edit("Edit") as edit:
        edit_function(edit, *arguments, **values)
    layout.apply(edit.change)


def legend_words(layout: MapLayout) -> list[str]:
    feelings, _height = curves_of(layout)
    entries = feelings.legend.entries
    return [
        item.text.lines[0].text for entry in entries for item in entry.items if isinstance(item, Paragraph)
    ]


def test_the_legend_stands_only_where_there_is_more_than_one_curve_and_follows_names(
    shaper: QtShaper,
) -> None:
    document, layout = one_curve(shaper)
    feelings, height = curves_of(layout)
    assert (legend_words(layout), feelings.legend.height) == ([], 0)
    change(document, layout, points.wish, "lane-1", "persona-1")
    assert legend_words(layout) == ["Laura · now", "Laura · wished for"]
    assert curves_of(layout)[1] == height + feelings.legend.height
    change(document, layout, points.put, "lane-1", "step-1", 1)
    assert legend_words(layout) == ["Laura · now", "Laura · wished for", "Now"]
    change(document, layout, personas.set_fields, "persona-1", name="A\nname " + "much " * 60 + "too long")
    first, second, _nobody = legend_words(layout)
    assert first.startswith("A name much")
    assert first.endswith("… · now")
    assert second.endswith("… · wished for")
    change(document, layout, lanes.set_collapsed, ["lane-1"], True)
    box = feelings.legend.entries[0].box.moved(layout.columns.left, layout.lane_top("lane-1"))
    assert finding.curve_at(layout, *box.centre) is None
    assert not any(
        isinstance(item, Paragraph) and item.text.lines[0].text == "Now"
        for placed in layout.visible(layout.bounds)
        for item in placed.items
    ), "a thin row has no legend"


def test_a_lone_persona_keeps_the_colours_of_feelings_beside_the_wished_for_curve(shaper: QtShaper) -> None:
    document, layout = one_curve(shaper)
    feelings, _height = curves_of(layout)
    columns = layout.columns
    seen = range(4)

    def lines() -> list[Any]:
        return [list(placed.items) for placed in list(feelings.visible(columns, seen, 0))[:2]]

    [alone, _face] = lines()
    change(document, layout, points.wish, "lane-1", "persona-1")
    present, wished = lines()
    assert not feelings.is_shared
    assert len(present) == len(alone)
    assert all(isinstance(item, Fill) for item in present), "the gradient and the tint stay"
    assert all(isinstance(item, Stroke) and item.round and item.dash for item in wished)
    looks = feelings.looks
    assert looks.colour(Curve("persona-1"), 2) == colours.GOOD
    change(document, layout, points.put, "lane-1", "step-2", 1)
    assert feelings.is_shared
    present, *_others = lines()
    assert {item.colour for item in present} == {layout.looks.colour("persona-1")}


def test_dots_and_diamonds_are_seen_in_grey_and_unlike_each_other(shaper: QtShaper) -> None:
    document, layout = one_curve(shaper)
    feelings, _height = curves_of(layout)
    face = feelings.faces("step-1")[0]
    change(document, layout, lanes.set_faces, ["lane-1"], False)
    dot = feelings.faces("step-1")[0]
    assert dot.spot.radius < face.spot.radius
    assert (dot.spot.x, dot.spot.y) == (face.spot.x, face.spot.y), "the place shows the score"
    for score in (-2, 0, 2):
        fill, edge = feelings.looks.mark(Curve("persona-1"), 0, 0, score, 4)
        assert isinstance(fill, Fill)
        assert isinstance(edge, Stroke)
        assert colours.contrast(edge.colour, colours.CURVE_GROUND) > 3
        diamond, outline = feelings.looks.mark(Curve("persona-1", wished=True), 0, 0, score, 4)
        assert isinstance(diamond, Fill)
        assert diamond.paint == colours.PAPER, "hollow, where a dot is full"
        assert isinstance(outline, Stroke)
        assert colours.contrast(outline.colour, colours.CURVE_GROUND) > 3


@given(
    st.lists(st.floats(-36, 36), min_size=2, max_size=8), st.lists(st.floats(1, 600), min_size=8, max_size=8)
)
def test_no_curve_overshoots_its_points(heights: list[float], gaps: list[float]) -> None:
    xs = [sum(gaps[:n]) for n in range(len(heights))]
    track = list(zip(xs, heights, strict=True))
    steepness = slopes(track)
    for n in range(len(track) - 1):
        low, high = sorted((heights[n], heights[n + 1]))
        for part in range(11):
            x = track[n][0] + (track[n + 1][0] - track[n][0]) * part / 10
            y = height_at(track[n], track[n + 1], steepness[n], steepness[n + 1], x)
            assert low - 1e-6 <= y <= high + 1e-6


def test_a_point_that_moves_damages_its_neighbourhood_and_no_more(shaper: QtShaper) -> None:
    document = Document(identify=counting_identifiers())
    with document.edit("Build") as edit:
        stage = stages.add_bare(edit, "Stage").id
        steps = [stages.add_step(edit, stage, "Step").id for _ in range(40)]
        lane = lanes.add(edit, "Emotions", "emotion").id
        dense, sparse = (personas.add(edit, name).id for name in ("Laura", "Ben"))
        for step in steps:
            points.put(edit, lane, step, 0, dense)
        for step in (steps[0], steps[-1]):
            points.put(edit, lane, step, 1, sparse)
    layout = MapLayout(document, shaper)
    with document.edit("Move") as edit:
        points.put(edit, lane, steps[20], 1, dense)
    damage = layout.apply(edit.change)
    [rect] = damage.rects
    width = layout.columns.width_of(20)
    assert rect == Rect(layout.columns.x(18), layout.lane_top(lane), 5 * width, layout.lanes[lane].height)
