"""Links on any map: they keep off what is written on cards, meet their ends, and move with nothing else."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import ceil, hypot
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from journeymapper.document.document import Document, Transaction
from journeymapper.document.links import BACK, LEAVES, NEXT
from journeymapper.document.records import OUTSIDE, Card, Lane, Link, Step
from journeymapper.editing import cards, deleting, lanes, links, personas, points, spans, stages
from journeymapper.layout import finding
from journeymapper.layout.damage import Damage
from journeymapper.layout.display import Paragraph, Path, Placed, Stroke
from journeymapper.layout.geometry import Rect
from journeymapper.layout.link_looks import LOOKS
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.places import Part
from journeymapper.layout.routes import Route, route_between
from journeymapper.painters.qt import QtPainter
from journeymapper.text.engine import QtShaper
from tests.maps import counting_identifiers, small_map

WORDS = st.sampled_from(
    ["", "Pays", "Gaida čeku", "เปรียบเทียบราคาสินค้า", "A longer text that needs several lines", "مرحبا"]
)
LABELS = st.sampled_from(["", "", "no", "because it is slow", "เปรียบเทียบ", "a reason " * 40])
WIDTHS = st.sampled_from([80.0, 131.0, 203.7, 600.0])
KINDS = st.sampled_from([NEXT, BACK, LEAVES, "from the future"])

#: Levels of grey by which a pixel may differ: a link keeps its drawing though its beginning moved.
ROUNDING = 8

#: Half of a line's width, in points.
HALF = 0.6

#: The radius of round corners: of cards, and nearly so of pills.
ROUND = 4.0


@st.composite
def linked_maps(draw: st.DrawFn) -> Document:
    document = Document(identify=counting_identifiers())
    with document.edit("Build") as edit:
        person = personas.add(edit, "Ilze").id
        for _ in range(draw(st.integers(1, 3))):
            stage = stages.add_bare(edit, "Stage")
            for _ in range(draw(st.integers(0, 3))):
                step = stages.add_step(edit, stage.id, draw(WORDS))
                stages.set_step_width(edit, [step.id], draw(WIDTHS))
        personas.set_lane_width(edit, draw(st.sampled_from([80.0, 110.0, 300.0])))
        steps = list(edit.indexes.columns())
        kinds = st.sampled_from(["cards", "cards", "cards", "emotion", "divider"])
        for kind in draw(st.lists(kinds, max_size=6)):
            lane = lanes.add(edit, draw(WORDS) or "Line of visibility", kind, "touchpoints").id
            for column in steps if kind == "cards" else ():
                for _ in range(draw(st.integers(0, 3))):
                    card = cards.add(edit, lane, column, draw(WORDS)).id
                    spans.set_span(edit, [card], draw(st.sampled_from([1, 1, 1, 2, 3, 9])))
            for column in steps if kind == "emotion" else ():
                points.put(edit, lane, column, draw(st.floats(-2, 2)), person, draw(WORDS))
            lanes.set_collapsed(edit, [lane], draw(st.integers(0, 5)) == 0)
            lanes.set_hidden(edit, [lane], draw(st.integers(0, 5)) == 0)
        ends = [*steps, *of_kind(document, Card)]
        if ends:
            for _ in range(draw(st.integers(0, 12))):
                link(draw, edit, ends)
    return document


def link(draw: Callable[[Any], Any], edit: Transaction, ends: list[str]) -> None:
    source, target = draw(st.sampled_from(ends)), draw(st.sampled_from(ends))
    kind, text = draw(KINDS), draw(LABELS)
    if kind == LEAVES or source == target:
        links.add(edit, source, OUTSIDE, LEAVES, text)
    else:
        links.add(edit, source, target, kind, text)


def of_kind(document: Document, kind: type) -> list[str]:
    return sorted(record.id for record in document if isinstance(record, kind))


def written_on(layout: MapLayout) -> Iterator[Rect]:
    """Yield where the words of all cards that can be seen stand on the map."""
    for id_ in of_kind(layout.document, Card):
        card, rect = layout.document.get(id_, Card), finding.rect_of(layout, id_)
        if rect is not None:
            yield layout.lanes[card.lane].cells.words_rect(card.step, id_).moved(rect.x, rect.y)


def boxes(layout: MapLayout) -> dict[str, Rect]:
    """Return the boxes of all cards that can be seen, and of the steps' pills."""
    ids = [*of_kind(layout.document, Card), *of_kind(layout.document, Step)]
    found = ((id_, finding.rect_of(layout, id_)) for id_ in ids)
    return {id_: rect for id_, rect in found if rect is not None}


def corners(path: Path) -> list[tuple[float, float]]:
    """Return points along a line: its corners, and many of each bend."""
    found: list[tuple[float, float]] = []
    for segment in path.segments:
        match segment:
            case ("C", x1, y1, x2, y2, x, y):
                x0, y0 = found[-1]
                for part in range(1, 33):
                    t = part / 32
                    shares = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
                    across = sum(share * at for share, at in zip(shares, (x0, x1, x2, x), strict=True))
                    down = sum(share * at for share, at in zip(shares, (y0, y1, y2, y), strict=True))
                    found.append((across, down))
            case (_, x, y):
                found.append((x, y))
    return found


def covered(path: Path) -> list[Rect]:
    """Return what the parts of a line cover."""
    return [
        Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)).grown(HALF)
        for (x1, y1), (x2, y2) in pairwise(corners(path))
    ]


def gap(one: Rect, other: Rect) -> float:
    """Return how far two boxes are from each other."""
    across = max(one.x - other.right, other.x - one.right, 0.0)
    return hypot(across, max(one.y - other.bottom, other.y - one.bottom, 0.0))


def drawn(layout: MapLayout) -> dict[str, Path]:
    paths = ((id_, layout.links.path_of(id_)) for id_ in of_kind(layout.document, Link))
    return {id_: path for id_, path in paths if path is not None}


@given(document=linked_maps())
@settings(max_examples=200, deadline=None)
def test_no_link_and_no_label_comes_near_the_words_of_a_card(document: Document, shaper: QtShaper) -> None:
    layout = MapLayout(document, shaper)
    words, cards_seen = list(written_on(layout)), boxes(layout)
    for id_, path in drawn(layout).items():
        record = document.get(id_, Link)
        others = [rect for end, rect in cards_seen.items() if end not in {record.source, record.target}]
        for part in covered(path):
            assert not any(part.intersects(rect) for rect in words)
            assert not any(gap(part, rect.grown(-ROUND)) < ROUND for rect in others)
        label = layout.links.label_rect(id_)
        if label is not None:
            assert not any(label.intersects(rect) for rect in cards_seen.values())


@given(document=linked_maps())
@settings(max_examples=100, deadline=None)
def test_links_are_drawn_between_ends_that_can_be_seen(document: Document, shaper: QtShaper) -> None:
    layout = MapLayout(document, shaper)
    paths, seen = drawn(layout), boxes(layout)
    for id_ in of_kind(document, Link):
        record = document.get(id_, Link)
        ends = [end for end in (record.source, record.target) if end != OUTSIDE]
        assert (id_ in paths) == all(end in seen for end in ends)
        if id_ in paths:
            points_ = corners(paths[id_])
            assert touches(points_[0], seen[record.source])
            assert record.target == OUTSIDE or touches(points_[-1], seen[record.target].grown(-1.5))
            assert finding.rect_of(layout, id_) is not None


def touches(point: tuple[float, float], rect: Rect) -> bool:
    x, y = point
    room = rect.grown(2)
    return room.contains(x, y) and not rect.grown(-2).contains(x, y)


@given(document=linked_maps())
@settings(max_examples=100, deadline=None)
def test_links_and_labels_keep_to_the_map(document: Document, shaper: QtShaper) -> None:
    layout = MapLayout(document, shaper)
    bounds = layout.bounds
    for id_, path in drawn(layout).items():
        for part in [*covered(path), *filter(None, [layout.links.label_rect(id_)])]:
            assert layout.columns.left - 9 <= part.x
            assert part.right <= bounds.right
            assert layout.headings_top <= part.y
            assert part.bottom <= bounds.bottom
    for placed in layout.links.visible(bounds):
        for item in placed.items:
            if isinstance(item, Paragraph):
                assert len(item.text.lines) == 1


@given(document=linked_maps(), data=st.data())
@settings(max_examples=100, deadline=None)
def test_a_part_of_the_map_shows_of_links_what_the_whole_shows_there(
    document: Document, data: st.DataObject, shaper: QtShaper
) -> None:
    layout = MapLayout(document, shaper)
    shares = st.floats(0, 1)
    x, y = layout.width * data.draw(shares), layout.height * data.draw(shares)
    area = Rect(x, y, 300 * data.draw(shares) + 1, 200 * data.draw(shares) + 1)
    whole, part = (pictured(list(layout.visible(rect)), area) for rect in (layout.bounds, area.grown(2)))
    assert not differ_beside(whole, part, [])


def pictured(placed: list[Placed], area: Rect) -> QImage:
    image = QImage(ceil(area.width), ceil(area.height), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setClipRect(QRectF(0, 0, area.width, area.height))
    painter.translate(-area.x, -area.y)
    QtPainter().paint(painter, placed)
    painter.end()
    return image


def starts_at(x: float, y: float, path: Path) -> bool:
    return corners(path)[0] == pytest.approx((x, y))


def painted(layout: MapLayout, width: int, height: int) -> QImage:
    image = QImage(4 * ceil(width / 4), height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    QtPainter().paint(painter, layout.visible(layout.bounds))
    painter.end()
    return image


def differ_beside(before: QImage, after: QImage, rects: list[Rect]) -> bool:
    """Tell whether two pictures differ anywhere but in these parts of the map."""
    painter = QPainter(before)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, after)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    for rect in rects:
        area = QRectF(rect.x, rect.y, rect.width, rect.height).adjusted(-1, -1, 1, 1)
        painter.fillRect(area & QRectF(before.rect()), QColor("black"))
    painter.end()
    left_over = before.convertToFormat(QImage.Format.Format_Grayscale8)
    bits, length = bytes(left_over.constBits()), left_over.bytesPerLine()
    rows = (bits[start : start + left_over.width()] for start in range(0, len(bits), length))
    return any(max(row) > ROUNDING for row in rows)  # what fills a line up to its length may be anything


def draw_edit(data: st.DataObject, edit: Transaction) -> None:
    """Make any edit that links must follow."""
    document = edit.document
    ids, found = of_kind(document, Card), of_kind(document, Link)
    one = data.draw(st.sampled_from(ids))
    match data.draw(
        st.sampled_from(["link", "type", "delete", "span", "move", "unlink", "label", "collapse", "role"])
    ):
        case "link":
            link(data.draw, edit, [*ids, *edit.indexes.columns()])
        case "type":
            cards.set_text(edit, one, data.draw(WORDS))
        case "delete":
            cards.delete(edit, [one])
        case "span":
            spans.set_span(edit, [one], data.draw(st.integers(1, 4)))
        case "move":
            lane, step = edit.get(data.draw(st.sampled_from(ids)), Card).lane, edit.indexes.columns()
            cards.move(edit, [one], lane, data.draw(st.sampled_from(step)), data.draw(st.integers(0, 2)))
        case "unlink":
            deleting.delete(edit, found[:1])
        case "label" if found:
            links.set_text(edit, found[-1], data.draw(LABELS))
            links.set_kind(edit, found[-1:], data.draw(KINDS))
        case "collapse":
            lane = data.draw(st.sampled_from(of_kind(document, Lane)))
            lanes.set_collapsed(edit, [lane], data.draw(st.booleans()))
        case "role":
            lane = edit.get(one, Card).lane
            lanes.set_role(edit, lane, data.draw(st.sampled_from(["", "metrics", "touchpoints"])))


@given(document=linked_maps(), data=st.data())
@settings(max_examples=60, deadline=None)
def test_what_looks_another_way_is_painted_again(
    document: Document, data: st.DataObject, shaper: QtShaper
) -> None:
    layout = MapLayout(document, shaper)
    width, height = ceil(layout.width) + 50, ceil(layout.height) + 300
    before = painted(layout, width, height)
    for _ in range(4):
        if not of_kind(document, Card):
            return
        with document.edit("Edit") as edit:
            draw_edit(data, edit)
        damage = layout.apply(edit.change)
        after = painted(layout, width, height)
        assert not differ_beside(before, after, damage.rects)
        before = painted(layout, width, height)
        fresh = MapLayout(document, shaper)
        assert list(layout.visible(layout.bounds)) == list(fresh.visible(fresh.bounds))


class Routings:
    """Counts the links that are routed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0

        def counted(*arguments: Any) -> Route:
            self.count += 1
            return route_between(*arguments)

        monkeypatch.setattr("journeymapper.layout.routing.route_between", counted)


def linked_map() -> Document:
    """Return the small map with a link of each kind, a loop, and steps linked: six links."""
    document = small_map()
    with document.edit("Link") as edit:
        links.add(edit, "card-1", "card-3", text="then")
        links.add(edit, "card-3", "card-2", BACK)
        links.add(edit, "card-4", "card-5")
        links.add(edit, "card-6", kind=LEAVES, text="goes home")
        links.add(edit, "step-1", "step-2")
        links.add(edit, "step-3", "card-1", text="again")
    return document


def change(document: Document, layout: MapLayout, edits: Callable[[Transaction], object]) -> Damage:
    with document.edit("Edit") as edit:
        edits(edit)
    return layout.apply(edit.change)


def test_a_moved_card_routes_its_own_links_only(shaper: QtShaper, monkeypatch: pytest.MonkeyPatch) -> None:
    document = linked_map()
    layout, routings = MapLayout(document, shaper), Routings(monkeypatch)
    change(document, layout, lambda edit: cards.move(edit, ["card-4"], "lane-1", "step-3", 0))
    assert routings.count == 1
    change(document, layout, lambda edit: cards.move(edit, ["card-3"], "lane-5", "step-1", 0))
    assert routings.count == 3
    change(document, layout, lambda edit: cards.delete(edit, ["card-1"]))
    assert routings.count == 3


def test_words_and_growing_lanes_route_nothing(shaper: QtShaper, monkeypatch: pytest.MonkeyPatch) -> None:
    document = linked_map()
    layout, routings = MapLayout(document, shaper), Routings(monkeypatch)
    kept = {id(placed.items) for placed in layout.links.visible(layout.bounds)}
    top = layout.lane_top("lane-2")
    change(document, layout, lambda edit: cards.set_text(edit, "card-2", "word " * 60))
    assert layout.lane_top("lane-2") > top
    assert routings.count == 0
    below = [placed for placed in layout.links.visible(layout.bounds) if placed.y > layout.lane_top("lane-2")]
    assert below
    assert {id(placed.items) for placed in below} <= kept
    change(document, layout, lambda edit: stages.set_step_width(edit, ["step-2"], 300.0))
    assert routings.count == 0


def test_links_follow_cards_that_another_role_makes_lower_in_a_lane_as_high(shaper: QtShaper) -> None:
    document = small_map()
    with document.edit("Link") as edit:
        edit.update("card-5", Card, evidence={"sources": ({"count": 4},)})
        links.add(edit, "card-5")
    layout = MapLayout(document, shaper)
    before = list(layout.links.visible(layout.bounds))
    change(document, layout, lambda edit: lanes.set_role(edit, "lane-2", "metrics"))
    after = list(layout.links.visible(layout.bounds))
    assert after == list(MapLayout(document, shaper).links.visible(layout.bounds)) != before


def test_a_bar_in_the_way_is_gone_round(shaper: QtShaper) -> None:
    document = small_map()
    with document.edit("Link") as edit:
        below = links.add(edit, "step-1", "card-6")
    layout = MapLayout(document, shaper)
    plain = layout.links.path_of(below)
    assert plain is not None
    x = layout.columns.x(2)
    assert any(abs(part.centre[0] - x) < 3 and part.height > 50 for part in covered(plain))
    change(document, layout, lambda edit: spans.set_span(edit, ["card-1"], 3))
    change(document, layout, lambda edit: spans.set_span(edit, ["card-4"], 2))
    across = layout.links.path_of(below)
    assert across is not None
    assert across != plain
    bars = [finding.rect_of(layout, card) for card in ("card-1", "card-4")]
    assert not any(part.intersects(bar) for part in covered(across) for bar in bars if bar is not None)
    change(document, layout, lambda edit: spans.set_span(edit, ["card-1", "card-4"], 1))
    assert layout.links.path_of(below) == plain


def test_the_line_and_the_label_are_found_where_they_are(shaper: QtShaper) -> None:
    document = linked_map()
    layout = MapLayout(document, shaper)
    for id_ in of_kind(document, Link):
        rect = finding.rect_of(layout, id_)
        assert rect is not None
        found = finding.hit(layout, *rect.centre)
        assert (found.part, found.id) == (Part.LINK, id_)
        path = layout.links.path_of(id_)
        assert path is not None
        assert all(layout.links.link_at(*point, 2.0) is not None for point in corners(path))
    label = layout.links.label_rect("link-1")
    assert label is not None
    assert layout.links.link_at(*label.centre, 0.5) == "link-1"
    card = finding.rect_of(layout, "card-3")
    assert card is not None
    assert layout.links.link_at(*card.centre, 3.0) is None
    assert layout.links.label_rect("link-2") is None
    assert finding.rect_of(layout, "link-9") is None


def test_a_card_of_a_hidden_lane_has_no_links_drawn(shaper: QtShaper) -> None:
    document = linked_map()
    layout = MapLayout(document, shaper)
    change(document, layout, lambda edit: lanes.set_collapsed(edit, ["lane-1"], True))
    assert sorted(drawn(layout)) == ["link-3", "link-4", "link-5"]
    assert layout.links.path_of("link-1") is None
    assert finding.rect_of(layout, "link-1") is None
    assert layout.links.preview("card-1", 10, 10) is None
    change(document, layout, lambda edit: lanes.set_collapsed(edit, ["lane-1"], False))
    assert len(drawn(layout)) == 6


def legend(layout: MapLayout) -> str:
    foot = list(layout.visible(layout.bounds))[-1]
    lines = (line for item in foot.items if isinstance(item, Paragraph) for line in item.text.lines)
    return " ".join(line.text for line in lines)


def test_each_kind_looks_its_own_way_and_the_legend_explains_those_in_use(shaper: QtShaper) -> None:
    document = small_map()
    layout = MapLayout(document, shaper)
    assert "goes back" not in legend(layout)
    with document.edit("Link") as edit:
        ways = [
            links.add(edit, "card-1", "card-3"),
            links.add(edit, "card-3", "card-2", BACK),
            links.add(edit, "card-6", kind=LEAVES),
        ]
    layout.apply(edit.change)
    seen = [placed.items for placed in layout.links.visible(layout.bounds)]
    assert len(seen) == 3
    strokes = [[item for item in items if isinstance(item, Stroke)] for items in seen]
    assert [bool(each[0].dash) for each in strokes] == [False, True, False]
    assert [len(each) for each in strokes] == [1, 1, 2]
    assert all(words in legend(layout) for words in ("next", "goes back", "leaves"))
    change(document, layout, lambda edit: links.set_kind(edit, ways[:1], "haunts"))
    assert "next" in legend(layout)
    change(document, layout, lambda edit: deleting.delete(edit, ways[:1]))
    assert "next" not in legend(layout)
    assert set(LOOKS) == {NEXT, BACK, LEAVES}


def test_a_label_longer_than_the_map_is_cut_short(shaper: QtShaper) -> None:
    document = small_map()
    with document.edit("Link") as edit:
        long = links.add(edit, "step-1", "step-3", text="a very long reason " * 20)
        links.add(edit, "card-1", kind=LEAVES, text="another very long reason " * 20)
    layout = MapLayout(document, shaper)
    texts = [
        item.text.lines[0].text
        for placed in layout.links.visible(layout.bounds)
        for item in placed.items
        if isinstance(item, Paragraph)
    ]
    assert len(texts) == 2
    assert all(text.endswith("…") for text in texts)
    change(document, layout, lambda edit: links.set_text(edit, long, "short"))
    label = layout.links.label_rect(long)
    assert label is not None
    assert label.width < 60


def test_labels_in_one_channel_stand_apart(shaper: QtShaper) -> None:
    document = small_map()
    with document.edit("Link") as edit:
        for card in ("card-1", "card-2"):
            links.add(edit, card, kind=LEAVES, text="no")
            links.add(edit, card, "card-3", text="then")
    layout = MapLayout(document, shaper)
    found = [layout.links.label_rect(id_) for id_ in of_kind(document, Link)]
    labels = [label for label in found if label is not None]
    assert len(labels) == 4
    assert not any(a.intersects(b) for n, a in enumerate(labels) for b in labels[:n])


def test_a_link_runs_behind_the_name_of_a_line(shaper: QtShaper) -> None:
    document = small_map()
    with document.edit("Link") as edit:
        lanes.rename(edit, "lane-4", "The line of what a customer sees of us, and what not")
        links.add(edit, "card-6", "card-1")
    layout = MapLayout(document, shaper)
    placed = list(layout.visible(layout.bounds))
    texts = [
        (number, line.text)
        for number, one in enumerate(placed)
        for item in one.items
        if isinstance(item, Paragraph)
        for line in item.text.lines
    ]
    [line] = (number for number, one in enumerate(placed) if starts(layout, "link-1", one))
    names = [number for number, text in texts if text.startswith("The line")]
    assert len(names) == 2
    assert names[0] < line < names[1]


def starts(layout: MapLayout, link_id: str, placed: Placed) -> bool:
    path = layout.links.path_of(link_id)
    return path is not None and starts_at(placed.x, placed.y, path)


def test_a_line_can_be_drawn_to_any_point(shaper: QtShaper) -> None:
    layout = MapLayout(small_map(), shaper)
    for source in ("card-4", "step-2"):
        box = finding.rect_of(layout, source)
        assert box is not None
        for goal in ((5.0, 5.0), (layout.width, layout.height), box.centre):
            path = layout.links.preview(source, *goal)
            assert path is not None
            assert corners(path)[-1] == goal
            assert touches(corners(path)[0], box)
