"""Cards over several columns: nothing overlaps, all is in its place, and stays so as maps change."""

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.document.document import Document, Transaction
from journeymapper.document.records import Card, Lane, Step
from journeymapper.editing import cards, lanes, spans, stages
from journeymapper.layout import finding
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import CARD_GAP, COLUMN_INSET, LANE_PADDING_TOP
from journeymapper.layout.notes import badges, numbered_notes
from journeymapper.layout.places import Part
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from tests.maps import counting_identifiers

WORDS = st.sampled_from(["", "Pays", "A longer text that needs several lines in a column", "word " * 60])
SPANS = st.sampled_from([1, 1, 1, 2, 2, 3, 4, 7, 999])
WIDTHS = st.sampled_from([80.0, 131.0, 203.7])
PLACES = st.integers(0, 9)


@st.composite
def maps(draw: st.DrawFn) -> Document:
    """Up to eight columns, some of them of empty stages, with bars in up to three lanes."""
    document = Document(identify=counting_identifiers())
    with document.edit("Build") as edit:
        for steps in draw(st.lists(st.integers(0, 3), min_size=1, max_size=4)):
            stage = stages.add_bare(edit, "Stage").id
            for _ in range(steps):
                step = stages.add_step(edit, stage, "Step").id
                stages.set_step_width(edit, [step], draw(WIDTHS))
        for _ in range(draw(st.integers(1, 3))):
            lane = lanes.add(edit, "Lane", role=draw(st.sampled_from(["touchpoints", "pain_points"]))).id
            for step in list(edit.indexes.columns()):
                for _ in range(draw(st.integers(0, 3))):
                    cards.add(edit, lane, step, draw(WORDS), span=draw(SPANS), importance=draw(PLACES) % 4)
    return document


def cards_of(document: Document) -> list[Card]:
    return [record for record in document if isinstance(record, Card)]


def boxes(layout: MapLayout) -> dict[str, Rect]:
    rects = {card.id: finding.rect_of(layout, card.id) for card in cards_of(layout.document)}
    return {id_: rect for id_, rect in rects.items() if rect is not None}


def covers(layout: MapLayout, card: Card) -> range:
    """The columns that a card covers, told from its record alone."""
    first = layout.columns.of_step[card.step]
    return range(first, min(first + card.span, len(layout.columns.steps)))


@given(document=maps())
@settings(max_examples=80, deadline=None)
def test_bars_cover_their_columns_and_nothing_overlaps(document: Document, shaper: QtShaper) -> None:
    layout = MapLayout(document, shaper)
    columns, rects = layout.columns, boxes(layout)
    for card in cards_of(document):
        rect, covered = rects[card.id], covers(layout, card)
        assert rect.x == columns.x(covered.start) + COLUMN_INSET
        assert rect.right == pytest.approx(columns.x(covered.stop) - COLUMN_INSET)
        top = layout.lane_top(card.lane)
        assert top + LANE_PADDING_TOP <= rect.y
        assert rect.bottom <= top + layout.lanes[card.lane].height
    for one, other in combinations(cards_of(document), 2):
        assert not rects[one.id].intersects(rects[other.id])
        shared = set(covers(layout, one)) & set(covers(layout, other))
        if one.lane == other.lane and one.step != other.step and shared:
            early, late = sorted((one, other), key=lambda card: covers(layout, card).start)
            gap = rects[late.id].y - rects[early.id].bottom
            assert gap >= CARD_GAP - 1e-6, "what is from further left stands above"


@given(document=maps())
@settings(max_examples=80, deadline=None)
def test_cells_stand_as_high_as_they_can_in_their_order(document: Document, shaper: QtShaper) -> None:
    layout = MapLayout(document, shaper)
    rects = boxes(layout)
    for lane in layout.lanes:
        top, cells = layout.lane_top(lane), layout.lanes[lane].cells
        for column, step in enumerate(layout.columns.steps):
            earlier = [
                rects[card.id]
                for card in cards_of(document)
                if card.lane == lane and covers(layout, card).start < column in covers(layout, card)
            ]
            y = max((rect.bottom - top + CARD_GAP for rect in earlier), default=LANE_PADDING_TOP)
            assert cells.beginning(column) == pytest.approx(y)
            over = [rects[id_] for id_ in cells.bars_over(column)]
            assert over == sorted(earlier, key=lambda rect: rect.y)
            across = sorted(cells.bars_across(layout.columns, column))
            assert across == [
                (pytest.approx(rect.y - top), pytest.approx(rect.bottom - top)) for rect in over
            ]
            for id_ in document.indexes.cards(lane, step or ""):
                assert rects[id_].y - top == pytest.approx(y)
                y += rects[id_].height + CARD_GAP
        assert cells.bars_across(layout.columns, len(layout.columns.steps)) == ()


@given(document=maps(), part=st.tuples(*(st.floats(0, 1) for _ in range(4))))
@settings(max_examples=80, deadline=None)
def test_every_part_of_a_map_shows_all_that_is_in_it(
    document: Document, part: tuple[float, ...], shaper: QtShaper
) -> None:
    layout = MapLayout(document, shaper)
    x, y = part[0] * layout.width, part[1] * layout.height
    area = Rect(x, y, part[2] * (layout.width - x), part[3] * (layout.height - y))
    inside = {id_ for id_, rect in boxes(layout).items() if rect.intersects(area)}
    assert set(finding.records_in(layout, area)) == inside
    assert len(finding.records_in(layout, area)) == len(inside), "none twice"
    corners = [(placed.x, placed.y) for placed in layout.visible(area)]
    for id_ in inside:
        assert corners.count((boxes(layout)[id_].x, boxes(layout)[id_].y)) == 1
    seen, chosen = layout.columns.between(area.x, area.right), {card.id for card in cards_of(document)}
    for lane in layout.lanes_between(area.y, area.bottom):
        runs = layout.lanes[lane].cells.runs(
            chosen, layout.columns, seen, layout.lane_top(lane), area.y, area.bottom
        )
        covered = list(runs)
        for id_ in inside:
            if document.get(id_, Card).lane == lane:
                box = boxes(layout)[id_]
                assert any(holds(run, box) for run in covered)


def holds(outer: Rect, inner: Rect) -> bool:
    room = outer.grown(0.01)
    return (
        room.x <= inner.x and room.y <= inner.y and inner.right <= room.right and inner.bottom <= room.bottom
    )


@given(document=maps())
@settings(max_examples=60, deadline=None)
def test_a_bar_is_hit_wherever_it_is_and_goes_by_its_own_step(document: Document, shaper: QtShaper) -> None:
    layout = MapLayout(document, shaper)
    for card in cards_of(document):
        rect = boxes(layout)[card.id]
        for share in (0.001, 0.3, 0.5, 0.77, 0.999):
            hit = finding.hit(layout, rect.x + share * rect.width, rect.centre[1])
            assert (hit.part, hit.id, hit.lane, hit.step) == (Part.CARD, card.id, card.lane, card.step)
        for column in covers(layout, card):
            x = layout.columns.x(column) + layout.columns.width_of(column) / 2
            below = finding.hit(layout, x, layout.lane_top(card.lane) + layout.lanes[card.lane].height - 1)
            assert (below.part is Part.NOTHING) == (layout.columns.steps[column] is None) or below.id


Edit = Callable[[Transaction], object]


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, int, int, int, str, int]:
    kinds = (
        *("span", "widen", "begin", "type", "add", "delete", "move", "collapse", "role"),
        *("step", "bare stage", "delete step", "move step", "move stage", "width", "delete stage"),
    )
    return draw(st.sampled_from(kinds)), draw(PLACES), draw(PLACES), draw(SPANS), draw(WORDS), draw(PLACES)


def carry_out(edit: Transaction, what: tuple[str, int, int, int, str, int]) -> None:
    kind, number, goal, span, words, place = what
    ids = {
        kind_: sorted(record.id for record in edit.document if isinstance(record, kind_)) for kind_ in KINDS
    }

    def one(kind_: type, at: int) -> str:
        return ids[kind_][at % len(ids[kind_])] if ids[kind_] else ""

    card, lane, step = one(Card, number), one(Lane, goal), one(Step, place)
    stage = edit.indexes.stages[goal % len(edit.indexes.stages)][1] if edit.indexes.stages else ""
    acts: dict[str, tuple[bool, Callable[[], object]]] = {
        "span": (bool(card), lambda: spans.set_span(edit, [card, one(Card, goal)], span)),
        "widen": (bool(card), lambda: spans.widen(edit, [card], goal - 4)),
        "begin": (bool(card), lambda: spans.move_beginnings(edit, [card, one(Card, goal)], place - 4)),
        "type": (bool(card), lambda: cards.set_text(edit, card, words)),
        "add": (bool(lane and step), lambda: cards.add(edit, lane, step, words, number, span=span)),
        "delete": (bool(card), lambda: cards.delete(edit, [card])),
        "move": (bool(card), lambda: cards.move(edit, [card], lane, step, number)),
        "collapse": (bool(lane), lambda: lanes.set_collapsed(edit, [lane], bool(number % 2))),
        "role": (bool(lane), lambda: lanes.set_role(edit, lane, "goals")),
        "step": (bool(stage), lambda: stages.add_step(edit, stage, words[:9], number)),
        "bare stage": (True, lambda: stages.add_bare(edit, words[:9], goal)),
        "delete step": (bool(step), lambda: stages.delete_step(edit, step)),
        "move step": (bool(step), lambda: stages.move_step(edit, step, stage, number)),
        "move stage": (bool(stage), lambda: stages.move(edit, [stage], number)),
        "width": (bool(step), lambda: stages.set_step_width(edit, [step], 100 + 30.3 * number)),
        "delete stage": (bool(stage), lambda: stages.delete(edit, stage)),
    }
    can_be, act = acts[kind]
    if can_be:
        act()


KINDS: tuple[type, ...] = (Card, Lane, Step)


@given(document=maps(), changes=st.lists(edits(), min_size=1, max_size=6))
@settings(max_examples=120, deadline=None)
def test_a_map_that_was_changed_is_as_if_laid_out_anew_and_all_that_moved_is_damaged(
    document: Document, changes: list[tuple[str, int, int, int, str, int]], shaper: QtShaper
) -> None:
    session = Session(document, shaper)
    acts: list[Callable[[], object]] = []

    def done(what: tuple[str, int, int, int, str, int]) -> Callable[[], object]:
        def act() -> None:
            with session.edit("Edit") as edit:
                carry_out(edit, what)

        return act

    damages: list[list[Rect]] = []
    session.listen(lambda _change, damage: damages.append(damage.rects))
    acts.extend(done(what) for what in changes)
    acts.extend([session.undo] * len(changes) + [session.redo] * 2)
    for act in acts:
        before = looks(session.layout)
        damages.clear()
        act()
        fresh = MapLayout(document, shaper)
        assert session.layout.bounds == fresh.bounds
        right_half = Rect(fresh.width / 2, 0, fresh.width / 2, fresh.height)
        for part in (fresh.bounds, right_half):
            assert list(session.layout.visible(part)) == list(fresh.visible(part))
        after = looks(session.layout)
        damage = [rect for rects in damages for rect in rects]
        for id_ in before.keys() | after.keys():
            if before.get(id_) != after.get(id_):
                for seen in filter(None, (before.get(id_), after.get(id_))):
                    assert any(holds(rect, seen[0]) for rect in damage)


def looks(layout: MapLayout) -> dict[str, tuple[Rect, object]]:
    """Where each card stands and what is painted for it, of those that can be seen."""
    placed = {(one.x, one.y): one.items for one in layout.visible(layout.bounds)}
    return {id_: (rect, placed[rect.x, rect.y]) for id_, rect in boxes(layout).items()}


@pytest.fixture
def wide(shaper: QtShaper) -> Session:
    """Six steps in three stages and a lane in which the second step's only card covers three columns."""
    document = Document(identify=counting_identifiers())
    with document.edit("Build") as edit:
        for _ in range(3):
            stage = stages.add(edit, "Stage").id
            stages.add_step(edit, stage)
        lane = lanes.add(edit, "Actions", role="actions").id
        for column, step in enumerate(edit.indexes.columns()):
            cards.add(edit, lane, step, f"Card {column}")
        cards.set_fields(edit, ["card-2"], span=3)
    return Session(document, shaper)


def damage_of(session: Session, change: Edit) -> list[Rect]:
    heard: list[Rect] = []
    session.listen(lambda _change, damage: heard.extend(damage.rects))
    with session.edit("Edit") as edit:
        change(edit)
    return heard


def test_typing_in_a_bar_damages_the_bar_alone(wide: Session) -> None:
    damage = damage_of(wide, lambda edit: cards.set_text(edit, "card-2", "Other"))
    bar = finding.rect_of(wide.layout, "card-2")
    assert bar is not None
    assert all((rect.y, rect.height) == (bar.y, bar.height) for rect in damage)
    assert any(holds(rect, bar) for rect in damage)
    assert max(rect.right for rect in damage) <= wide.layout.columns.x(4) + 0.01


def test_what_no_bar_covers_is_left_alone(wide: Session) -> None:
    before = dict(wide.layout.lanes["lane-1"].cells.cells)
    with wide.edit("Narrow") as edit:
        spans.set_span(edit, ["card-2"], 2)
    after = wide.layout.lanes["lane-1"].cells.cells
    assert [before[step] is after[step] for step in wide.document.indexes.columns()] == [
        *(True, False, True, False, True, True)
    ], "only the bar itself, and what it covered and covers no more"


def test_a_bar_that_pushes_a_bar_pushes_what_that_covers(wide: Session) -> None:
    with wide.edit("Chain") as edit:
        spans.set_span(edit, ["card-4"], 3)
    last = finding.rect_of(wide.layout, "card-6")
    assert last is not None
    with wide.edit("Type") as edit:
        cards.set_text(edit, "card-2", "word " * 60)
    after = finding.rect_of(wide.layout, "card-6")
    assert after is not None
    assert after.y > last.y, "though the bar that grew does not cover it"


def test_a_bar_alone_in_its_cell_is_deleted_and_comes_back(wide: Session) -> None:
    layout, cells = wide.layout, wide.layout.lanes["lane-1"].cells
    before = boxes(layout)
    with wide.edit("Delete") as edit:
        cards.delete(edit, ["card-2"])
    assert not cells.has_bars
    assert cells.bars_across(layout.columns, 3) == []
    assert finding.records_in(layout, before["card-3"]) == [], "it moved up"
    wide.undo()
    assert boxes(layout) == before


def test_numbers_of_notes_stand_at_the_ends_of_bars(wide: Session) -> None:
    with wide.edit("Note") as edit:
        cards.set_fields(edit, ["card-2"], note="What they told us")
    [badge] = badges(wide.layout, numbered_notes(wide.layout))
    bar = boxes(wide.layout)["card-2"]
    assert bar.right - 20 < badge.x < bar.right


def test_a_bar_over_250_columns(shaper: QtShaper) -> None:
    document = Document(identify=counting_identifiers())
    with document.edit("Build") as edit:
        for _ in range(250):
            stages.add(edit, "Stage")
        lane = lanes.add(edit, "Actions").id
        first, *_middle, last = edit.indexes.columns()
        cards.add(edit, lane, first, "From the first to the last", span=10_000)
        cards.add(edit, lane, last, "Below it")
    layout = MapLayout(document, shaper)
    bar, below = boxes(layout)["card-1"], boxes(layout)["card-2"]
    assert bar.right == pytest.approx(layout.columns.x(250) - COLUMN_INSET)
    assert below.y == pytest.approx(bar.bottom + CARD_GAP)
    middle = Rect(layout.columns.x(120), bar.y, 10, 10)
    assert finding.records_in(layout, middle) == ["card-1"]


def test_bars_in_a_collapsed_lane_keep_their_places(wide: Session, shaper: QtShaper) -> None:
    with wide.edit("Collapse") as edit:
        lanes.set_collapsed(edit, ["lane-1"], True)
    with wide.edit("Widen") as edit:
        spans.set_span(edit, ["card-2"], 5)
    with wide.edit("Expand") as edit:
        lanes.set_collapsed(edit, ["lane-1"], False)
    fresh = MapLayout(wide.document, shaper)
    assert boxes(wide.layout) == boxes(fresh)


def test_a_held_lane_stays_as_high_while_its_bar_is_away(wide: Session, shaper: QtShaper) -> None:
    with wide.edit("Another lane") as edit:
        other = lanes.add(edit, "Thoughts").id
    height, mark = wide.layout.lanes["lane-1"].height, wide.mark()
    top = wide.layout.lane_top(other)
    wide.hold({"lane-1"})
    with wide.edit("Move", merge_key="drag") as edit:
        cards.move(edit, ["card-2"], other, "step-1", 0)
    assert (wide.layout.lanes["lane-1"].height, wide.layout.lane_top(other)) == (height, top)
    wide.bail(mark)
    wide.release()
    fresh = MapLayout(wide.document, shaper)
    assert boxes(wide.layout) == boxes(fresh)
