"""The layout of any map: nothing overlaps, nothing leaves its place, everything is found again."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.document.document import Document, Transaction
from journeymapper.document.records import Card, EmotionPoint, Lane, Stage, Step
from journeymapper.editing import cards, lanes, personas, points, stages
from journeymapper.layout import finding
from journeymapper.layout.display import Fill, Paragraph, RoundedRect, Shape
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.places import Part
from journeymapper.text.engine import QtShaper
from tests.maps import counting_identifiers, small_map

WORDS = st.text("abc ABC äņš เปรียบเทียบ ราคา \u200fمرحبا -\n", max_size=400)
WIDTHS = st.sampled_from([80.0, 131.0, 203.7, 600.0]) | st.floats(80, 600)
FIELDS = st.fixed_dictionaries(
    {
        "note": st.sampled_from(["", "A note"]),
        "importance": st.integers(0, 3),
        "severity": st.integers(0, 3),
        "impact": st.integers(0, 3),
        "effort": st.integers(0, 3),
        "online": st.none() | st.booleans(),
        "owner": st.sampled_from(["", "Ilze", "A rather long team name of many words"]),
        "evidence": st.fixed_dictionaries(
            {
                "sources": st.sampled_from([0, 3, 12, 1234]).map(lambda count: ({"count": count},)),
                "level": st.sampled_from(["", "assumption"]),
            }
        ),
    }
)


@pytest.fixture(scope="module")
def shaper(qapp: object) -> QtShaper:
    assert qapp is not None
    return QtShaper()


@st.composite
def maps(draw: st.DrawFn) -> Document:
    document = Document(identify=counting_identifiers())
    with document.edit("Build") as edit:
        has_strip = draw(st.booleans())
        personas.set_title_block(edit, title=draw(WORDS), scenario=draw(WORDS), evidence_strip=has_strip)
        people = [
            personas.add(edit, draw(WORDS), quote=draw(WORDS)).id for _ in range(draw(st.integers(0, 7)))
        ]
        for _ in range(draw(st.integers(0, 3))):
            stage = stages.add_bare(edit, draw(WORDS))
            for _ in range(draw(st.integers(0, 3))):
                step = stages.add_step(edit, stage.id, draw(WORDS))
                stages.set_step_width(edit, [step.id], draw(WIDTHS))
        personas.set_lane_width(edit, draw(WIDTHS))
        steps = list(edit.indexes.columns())
        for kind in draw(st.lists(st.sampled_from(["cards", "cards", "emotion", "divider"]), max_size=5)):
            role = draw(st.sampled_from(["", "touchpoints", "pain_points", "opportunities"]))
            lane = lanes.add(edit, draw(WORDS), kind, role, draw(WORDS)).id
            for step in steps if kind == "cards" else ():
                for _ in range(draw(st.integers(0, 3))):
                    whose = draw(st.sampled_from(["", *people]))
                    cards.add(edit, lane, step, draw(WORDS), persona=whose, **draw(FIELDS))
            for step in steps if kind == "emotion" else ():
                for person in people:
                    points.put(edit, lane, step, draw(st.floats(-2, 2)), person, draw(WORDS))
    return document


def of_kind(document: Document, kind: type) -> Iterator[str]:
    return (record.id for record in document if isinstance(record, kind))


def inside(inner: Rect, outer: Rect) -> bool:
    room = outer.grown(0.01)
    return (
        room.x <= inner.x and room.y <= inner.y and inner.right <= room.right and inner.bottom <= room.bottom
    )


@given(document=maps())
@settings(max_examples=60, deadline=None)
def test_cards_keep_to_their_cells_and_apart(document: Document, shaper: QtShaper) -> None:
    layout = MapLayout(document, shaper)
    boxes: dict[tuple[str, str], list[Rect]] = {}
    for id_ in of_kind(document, Card):
        card, rect = document.get(id_, Card), finding.rect_of(layout, id_)
        assert rect is not None
        assert inside(rect, layout.cell_rect(card.lane, card.step))
        boxes.setdefault((card.lane, card.step), []).append(rect)
        hit = finding.hit(layout, *rect.centre)
        assert (hit.part, hit.id, hit.lane, hit.step) == (Part.CARD, id_, card.lane, card.step)
    for rects in boxes.values():
        rects.sort(key=lambda rect: rect.y)
        assert all(not a.intersects(b) for a, b in pairwise(rects))
    tops = [layout.lane_top(lane) for _order, lane in document.indexes.lanes]
    assert tops == sorted(tops)


@given(document=maps())
@settings(max_examples=60, deadline=None)
def test_words_fit_their_boxes_and_the_map_holds_all(document: Document, shaper: QtShaper) -> None:
    layout = MapLayout(document, shaper)
    bounds = layout.bounds
    for placed in layout.visible(bounds):
        for item in placed.items:
            if not isinstance(item, Paragraph):
                continue
            for line in item.text.lines:
                left, top = placed.x + item.x + line.x, placed.y + item.y
                assert left >= -0.01
                assert left + line.width <= bounds.right + 0.01
                assert top >= 0
                assert top + item.text.height <= bounds.bottom + 0.01
    for id_ in of_kind(document, Card):
        card = document.get(id_, Card)
        words = layout.lanes[card.lane].cells.words_rect(card.step, id_)
        rect = finding.rect_of(layout, id_)
        assert rect is not None
        assert inside(words, Rect(0, 0, rect.width, rect.height))


@given(document=maps())
@settings(max_examples=60, deadline=None)
def test_faces_and_labels_of_a_column_keep_apart(document: Document, shaper: QtShaper) -> None:
    layout = MapLayout(document, shaper)
    for lane in layout.lanes.values():
        for step in layout.columns.of_step if lane.feelings is not None else ():
            assert lane.feelings is not None
            faces = lane.feelings.faces(step)
            labels = [face.label_box for face in faces if face.point.text]
            taken = [*labels, *(face.ring for face in faces)]
            assert all(
                not label.intersects(other) for label in labels for other in taken if other is not label
            )
            rings = [face.ring for face in faces]
            for n, ring in enumerate(rings):
                assert all(abs(ring.x - other.x) + abs(ring.y - other.y) > 1 for other in rings[:n])
                assert -lane.zero <= ring.y
                assert ring.bottom <= lane.height - lane.zero
            for label in labels:
                assert -lane.zero <= label.y
                assert label.bottom <= lane.height - lane.zero


@given(document=maps())
@settings(max_examples=60, deadline=None)
def test_signs_of_a_card_keep_apart_and_inside(document: Document, shaper: QtShaper) -> None:
    layout = MapLayout(document, shaper)
    stand = [finding.rect_of(layout, id_) for id_ in of_kind(document, Card)]
    corners = {(rect.x, rect.y) for rect in stand if rect is not None}
    cards_seen = [one for one in layout.visible(layout.bounds) if (one.x, one.y) in corners]
    assert len(cards_seen) == len(corners)
    for placed in cards_seen:
        ground, *signs = (box_of(item.shape) for item in placed.items if isinstance(item, Fill))
        card = Rect(0, 0, ground.width, ground.height)
        assert card == ground
        assert all(inside(sign, card) for sign in signs)
        assert all(not a.intersects(b) for n, a in enumerate(signs) for b in signs[:n])


def box_of(shape: Shape) -> Rect:
    if isinstance(shape, RoundedRect):
        return shape.rect
    points = [segment[1:] for segment in shape.segments if len(segment) == 3]
    left, top = (min(point[axis] for point in points) for axis in (0, 1))
    right, bottom = (max(point[axis] for point in points) for axis in (0, 1))
    return Rect(left, top, right - left, bottom - top)


def test_every_record_is_found_where_it_stands(shaper: QtShaper) -> None:
    document = small_map()
    layout = MapLayout(document, shaper)
    parts = {Stage: Part.STAGE, Step: Part.STEP, Lane: Part.LANE, EmotionPoint: Part.POINT}
    for kind, part in parts.items():
        for id_ in of_kind(document, kind):
            rect = finding.rect_of(layout, id_)
            assert rect is not None
            hit = finding.hit(layout, *rect.centre)
            assert (hit.part, hit.id) == (part, id_)
    persona = finding.rect_of(layout, "persona-1")
    assert persona is not None
    assert finding.hit(layout, *persona.centre).part is Part.PERSONA
    assert finding.hit(layout, *layout.header.title_words.centre).part is Part.TITLE
    assert finding.hit(layout, -5, -5).part is Part.NOTHING
    assert finding.rect_of(layout, "nobody") is None


def test_what_is_visible_in_a_part_is_what_of_the_whole_touches_it(shaper: QtShaper) -> None:
    document = small_map()
    layout = MapLayout(document, shaper)
    for id_ in of_kind(document, Card):
        rect = finding.rect_of(layout, id_)
        assert rect is not None
        seen = list(layout.visible(rect))
        assert any((placed.x, placed.y) == (rect.x, rect.y) for placed in seen)
        assert len(seen) < len(list(layout.visible(layout.bounds)))


def test_a_rubber_band_takes_cards_and_points_it_touches(shaper: QtShaper) -> None:
    document = small_map()
    layout = MapLayout(document, shaper)
    taken = finding.records_in(layout, layout.bounds)
    assert sorted(taken) == sorted([*of_kind(document, Card), *of_kind(document, EmotionPoint)])
    rect = finding.rect_of(layout, "card-2")
    assert rect is not None
    assert finding.records_in(layout, rect) == ["card-2"]


def test_typing_without_growth_damages_its_card_only(shaper: QtShaper) -> None:
    document = small_map()
    layout = MapLayout(document, shaper)
    with document.edit("Type") as edit:
        cards.set_text(edit, "card-1", "Seen a poster")
    damage = layout.apply(edit.change)
    [rect], card = damage.rects, finding.rect_of(layout, "card-1")
    assert card is not None
    assert inside(card, rect)
    assert (rect.y, rect.height) == (card.y, card.height)
    assert not damage.resized


def test_damage_holds_all_that_looks_another_way(shaper: QtShaper) -> None:
    document = small_map()
    layout = MapLayout(document, shaper)

    def boxes() -> dict[str, Rect]:
        rects = {id_: finding.rect_of(layout, id_) for id_ in document.indexes.cards("lane-1", "step-1")}
        return {id_: rect for id_, rect in rects.items() if rect is not None}

    edits: list[Callable[[Transaction], object]] = [
        lambda edit: cards.add(edit, "lane-1", "step-1", "Third"),
        lambda edit: cards.add(edit, "lane-1", "step-1", "First", 0),
        lambda edit: cards.set_text(edit, "card-2", "word " * 20),
        lambda edit: cards.move(edit, ["card-2"], "lane-1", "step-1", 0),
        lambda edit: cards.delete(edit, ["card-1"]),
        lambda edit: cards.delete(edit, document.indexes.cards("lane-1", "step-1")),
    ]
    for change in edits:
        before = boxes()
        with document.edit("Edit") as edit:
            change(edit)
        damage = layout.apply(edit.change)
        after = boxes()
        touched = edit.change.ids()
        for id_ in before.keys() | after.keys():
            if before.get(id_) != after.get(id_) or id_ in touched:
                for rect in filter(None, (before.get(id_), after.get(id_))):
                    assert any(inside(rect, damaged) for damaged in damage.rects)


def test_growth_damages_from_the_lane_down(shaper: QtShaper) -> None:
    document = small_map()
    layout = MapLayout(document, shaper)
    before, top = layout.height, layout.lane_top("lane-2")
    with document.edit("Type") as edit:
        cards.set_text(edit, "card-4", "word " * 60)
    damage = layout.apply(edit.change)
    assert damage.resized
    assert layout.height > before
    assert min(rect.y for rect in damage.rects) == top
    assert max(rect.bottom for rect in damage.rects) > layout.height


def test_the_legend_explains_only_what_is_used(shaper: QtShaper) -> None:
    document = small_map()
    layout = MapLayout(document, shaper)

    def legend() -> str:
        foot = list(layout.visible(layout.bounds))[-1]
        lines = (line for item in foot.items if isinstance(item, Paragraph) for line in item.text.lines)
        return " ".join(line.text for line in lines)

    assert "severity" in legend()
    assert "assumption" not in legend()
    with document.edit("Assume") as edit:
        cards.set_fields(edit, ["card-6"], severity=0, evidence={"level": "assumption"})
    layout.apply(edit.change)
    assert "severity" not in legend()
    assert "assumption" in legend()


def test_a_text_of_5000_words_lays_out(shaper: QtShaper) -> None:
    document = small_map()
    with document.edit("Type") as edit:
        cards.set_text(edit, "card-1", "word " * 5000)
    rect = finding.rect_of(MapLayout(document, shaper), "card-1")
    assert rect is not None
    assert rect.height > 5000
