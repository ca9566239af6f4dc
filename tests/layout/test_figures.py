"""The number of a metric on its card: what it shows, and that it never leaves the card."""

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeymapper.document.records import Card
from journeymapper.layout.card import lay_out_card
from journeymapper.layout.display import Fill, Item, Paragraph, Path, RoundedRect, Stroke
from journeymapper.layout.geometry import Rect
from journeymapper.style import colours, typography
from journeymapper.text.engine import QtShaper
from tests.locales import numbers_of

pytestmark = pytest.mark.usefixtures("british_numbers")

#: A card in a step of the usual width, and in the narrowest.
WIDE, NARROW = 125.0, 74.0


def metric(text: str = "Rate", **fields: object) -> Card:
    return Card.model_validate({"id": "c", "order": "a", "lane": "l", "step": "s", "text": text, **fields})


def items_of(shaper: QtShaper, card: Card, role: str = "metrics", width: float = WIDE) -> tuple[Item, ...]:
    return lay_out_card(card, role, shaper, width).items


def words(items: tuple[Item, ...]) -> list[str]:
    """Return what is written, but for the card's own text, which is painted last."""
    found = ["".join(line.text for line in item.text.lines) for item in items if isinstance(item, Paragraph)]
    return found[:-1]


def fill(items: tuple[Item, ...], colour: str) -> Rect | None:
    """Return the box of the shape filled with a colour."""
    shapes = [item.shape for item in items if isinstance(item, Fill) and item.paint == colour]
    found = [shape.rect for shape in shapes if isinstance(shape, RoundedRect)]
    return found[0] if found else None


def tick(items: tuple[Item, ...]) -> float:
    """Return where the tick of the target stands."""
    [x] = [
        item.shape.segments[0][1]
        for item in items
        if isinstance(item, Stroke) and item.colour == colours.INK and isinstance(item.shape, Path)
    ]
    return x


def test_number_unit_and_target_stand_on_one_line_over_the_bar(shaper: QtShaper) -> None:
    items = items_of(shaper, metric(value=3.2, unit="%", target=5.0))
    assert words(items) == ["3.2", "%", "target 5 %"]
    digits, unit, target = (item for item in items if isinstance(item, Paragraph) and item is not items[-1])
    assert digits.text.lines[0].runs[0].size == typography.FIGURE.size
    baselines = {round(item.y + item.text.lines[0].baseline, 3) for item in (digits, unit, target)}
    assert len(baselines) == 1
    track, bar = fill(items, colours.FIGURE_TRACK), fill(items, colours.FIGURE)
    assert track is not None
    assert bar is not None
    assert track.y >= digits.y + digits.text.lines[0].baseline
    assert bar.width / track.width == pytest.approx(3.2 / 5)


@pytest.mark.parametrize(
    ("value", "target", "start", "end", "at"),
    [
        (2.0, 4.0, 0, 0.5, 1),
        (4.0, 4.0, 0, 1, 1),
        (8.0, 4.0, 0, 1, 0.5),
        (-4.0, 12.0, 0, 0.25, 1),
        (4.0, -12.0, 0.75, 1, 0),
        (-4.0, -8.0, 0.5, 1, 0),
        (-8.0, -4.0, 0, 1, 0.5),
        (5.0, 0.0, 0, 1, 0),
        (-5.0, 0.0, 0, 1, 1),
        (1e308, -1e308, 0.5, 1, 0),
        (5e-324, 1e-323, 0, 0.5, 1),
    ],
)
def test_the_bar_runs_from_zero_and_the_tick_marks_the_target(
    shaper: QtShaper, value: float, target: float, start: float, end: float, at: float
) -> None:
    items = items_of(shaper, metric(value=value, target=target))
    track, bar = fill(items, colours.FIGURE_TRACK), fill(items, colours.FIGURE)
    assert track is not None
    assert bar is not None
    assert (bar.x - track.x) / track.width == pytest.approx(start, abs=1e-6)
    assert (bar.right - track.x) / track.width == pytest.approx(end, abs=1e-6)
    assert tick(items) == pytest.approx(track.x + at * track.width, abs=0.8)


@pytest.mark.parametrize("target", [0.0, 5.0, -5.0])
def test_a_zero_fills_nothing_and_is_written_without_a_sign(shaper: QtShaper, target: float) -> None:
    items = items_of(shaper, metric(value=-0.0, target=target))
    assert words(items)[0] == "0"
    assert fill(items, colours.FIGURE) is None
    assert fill(items, colours.FIGURE_TRACK) is not None


def test_the_smallest_share_can_be_seen(shaper: QtShaper) -> None:
    bar = fill(items_of(shaper, metric(value=1.0, target=1e9)), colours.FIGURE)
    assert bar is not None
    assert bar.width >= 1


def test_earlier_values_are_a_line_with_the_last_one_marked_and_the_change_in_words(
    shaper: QtShaper,
) -> None:
    items = items_of(shaper, metric(value=42.0, target=40.0, trend=(35.0, 38.0, 44.0)))
    assert words(items) == ["42", "target 40", "down 2"]
    assert fill(items, colours.FIGURE_TRACK) is None
    lines = [item for item in items if isinstance(item, Stroke) and isinstance(item.shape, Path)]
    dashed, line = lines
    assert dashed.dash
    assert isinstance(line.shape, Path)
    points = [segment[1:] for segment in line.shape.segments if segment[0] != "Z"]
    ys = [point[1] for point in points]
    assert sorted(range(4), key=lambda place: -ys[place]) == [0, 1, 3, 2], "more is higher"
    dot = fill(items, colours.INK)
    assert dot is not None
    assert dot.centre == pytest.approx(points[-1])


def test_without_a_number_or_in_another_lane_it_is_a_plain_card(shaper: QtShaper) -> None:
    plain = items_of(shaper, metric())
    assert items_of(shaper, metric(target=5.0, unit="%", trend=(1.0, 2.0))) == plain
    given = metric(value=3.2, unit="%", target=5.0, trend=(1.0,))
    assert items_of(shaper, given, "goals") == items_of(shaper, metric(), "goals")


def test_the_owner_and_the_evidence_stand_below(shaper: QtShaper) -> None:
    evidence = {"level": "measured", "sources": ({"count": 240},)}
    items = items_of(shaper, metric(value=3.2, target=5.0, owner="Anna", evidence=evidence))
    assert words(items) == ["3.2", "target 5", "Anna", "240"]
    tops = [item.y for item in items if isinstance(item, Paragraph)][1:-1]
    assert tops == sorted(tops)


def test_numbers_are_the_users(shaper: QtShaper) -> None:
    card = metric(value=1234567.5, unit="€", target=-1500000.0, trend=(1234567.25,))
    assert words(items_of(shaper, card, width=300)) == ["€1,234,567.5", "target -€1,500,000", "up 0.25"]
    with numbers_of("lv_LV"):
        found = words(items_of(shaper, card, width=300))
    assert [text.replace("\u00a0", " ") for text in found] == [
        *("1 234 567,5", "€", "target -1 500 000 €", "up 0,25")
    ]


def test_the_target_leaves_out_a_unit_for_which_there_is_no_room(shaper: QtShaper) -> None:
    card = metric(value=7.0, unit="minutes", target=5.0)
    assert words(items_of(shaper, card)) == ["7", "minutes", "target 5"]
    assert words(items_of(shaper, card, width=200)) == ["7", "minutes", "target 5 minutes"]


_NUMBERS = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**15), 10**15).map(float)
_UNITS = st.sampled_from(
    ["", "%", "€", "minutes", "คะแนน", "Überweisungsaufträge", "days until it is at the door"]
)
_NAMES = st.sampled_from(
    ["", "NPS", "A long name that needs several lines", "ความพึงพอใจของลูกค้า", "معدل التحويل", "x" * 60]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    name=_NAMES,
    value=_NUMBERS,
    unit=_UNITS,
    target=st.none() | _NUMBERS,
    trend=st.lists(_NUMBERS, max_size=4) | st.just([float(n * 37 % 11) for n in range(100)]),
    width=st.sampled_from([NARROW, 93.3, WIDE, 400.0]),
    owner=st.sampled_from(["", "Anna Bērziņa"]),
)
def test_nothing_leaves_its_card_and_no_words_overlap(
    shaper: QtShaper,
    name: str,
    value: float,
    unit: str,
    target: float | None,
    trend: list[float],
    width: float,
    owner: str,
) -> None:
    card = metric(name, value=value, unit=unit, target=target, trend=trend, owner=owner)
    laid_out = lay_out_card(card, "metrics", shaper, width)
    boxes = [box_of(item) for item in laid_out.items]
    for box in boxes:
        assert box.x >= -0.01
        assert box.right <= width + 0.01
        assert box.y >= -0.01
        assert box.bottom <= laid_out.height + 0.01
    texts = [ink_of(item) for item in laid_out.items if isinstance(item, Paragraph)]
    for one, other in combinations([ink for inks in texts for ink in inks], 2):
        assert not one.grown(-0.5).intersects(other.grown(-0.5))
    drawn = [
        box
        for item, box in zip(laid_out.items[1:], boxes[1:], strict=True)
        if not isinstance(item, Paragraph) and box.width > 0
    ]
    for box in drawn:
        assert not any(box.intersects(ink.grown(-0.5)) for inks in texts for ink in inks)


def box_of(item: Item) -> Rect:
    """Return the box that an item's geometry takes; lines without their width."""
    if isinstance(item, Paragraph):
        left = min(line.x for line in item.text.lines)
        return Rect(item.x + left, item.y, item.text.width, item.text.height)
    assert isinstance(item, Fill | Stroke)
    if isinstance(item.shape, RoundedRect):
        return item.shape.rect
    points = [segment[-2:] for segment in item.shape.segments if len(segment) > 1]
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def ink_of(item: Paragraph) -> list[Rect]:
    """Return the boxes of a paragraph's lines, from their capitals' tops to their baselines."""
    size = item.text.lines[0].runs[0].size if item.text.lines[0].runs else 0
    return [
        Rect(item.x + line.x, item.y + line.baseline - 0.7 * size, line.width, 0.7 * size)
        for line in item.text.lines
    ]
