"""The evidence strip: where it stands, what its bars tell, and what of it is painted again."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.document.document import Document
from journeymapper.document.records import MAP_ID, Card, Lane
from journeymapper.document.shares import LEVELS, Share, Shares
from journeymapper.editing import cards, evidence, links, stages
from journeymapper.layout import evidence_strip, finding
from journeymapper.layout.display import Fill, Paragraph, Placed
from journeymapper.layout.evidence_strip import parts_of
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import COLUMN_INSET
from journeymapper.layout.places import Hit, Part
from journeymapper.style import colours
from journeymapper.text.engine import QtShaper
from tests.layout.test_map_layout import maps
from tests.maps import small_map

SHARES = st.builds(Share, *[st.integers(0, 400)] * 4)


@pytest.fixture
def document() -> Document:
    """The small map with its strip: at the last step all levels but one are met."""
    document = small_map()
    with document.edit("Say") as edit:
        evidence.set_level(edit, ["card-1", "card-3"], "assumption")
        evidence.set_level(edit, ["card-5"], "measured")
        evidence.show_strip(edit, True)
    return document


def strip_top(layout: MapLayout) -> float:
    return layout.headings_top + layout.headings.steps_bottom


def strip(layout: MapLayout) -> list[Placed]:
    shown = layout.visible(layout.bounds)
    top = strip_top(layout)
    return [placed for placed in shown if placed.y == top and placed.x >= layout.columns.left]


def words(layout: MapLayout) -> list[str]:
    return [
        line.text
        for placed in layout.visible(layout.bounds)
        for item in placed.items
        if isinstance(item, Paragraph)
        for line in item.text.lines
    ]


@given(share=SHARES, width=st.floats(74, 594))
def test_parts_of_a_bar_fill_it_from_end_to_end(share: Share, width: float) -> None:
    parts = parts_of(share, width)
    assert [part.level for part in parts] == [level for level in LEVELS if share.count(level)]
    assert all(one.right == other.left for one, other in pairwise(parts))
    for part in parts:
        assert part.right - part.left == pytest.approx(width * share.count(part.level) / share.total)
    if parts:
        assert (parts[0].left, parts[-1].right) == (0, width)


@given(document=maps())
@settings(max_examples=40, deadline=None)
def test_the_strip_lies_between_pills_and_lanes(document: Document, shaper: QtShaper) -> None:
    with document.edit("Show") as edit:
        evidence.show_strip(edit, True)
        evidence.set_level(
            edit, [record.id for record in document if isinstance(record, Card)][::3], "measured"
        )
    layout, shares = MapLayout(document, shaper), Shares(document)
    top, bottom = strip_top(layout), strip_top(layout) + layout.headings.strip.height
    assert bottom < layout.lanes_top
    bars = {placed.x: placed for placed in strip(layout)}
    for step, column in layout.columns.of_step.items():
        pill = finding.rect_of(layout, step)
        bar = bars[layout.columns.x(column) + COLUMN_INSET]
        assert pill is not None
        assert pill.bottom <= top + 0.001
        assert bool(bar.items) == bool(shares.of_step(step).total)
        for item in bar.items:
            if isinstance(item, Paragraph):
                assert item.x >= 0
                assert item.x + item.text.width <= pill.width
                assert top + item.y + item.text.height <= bottom + 0.001
            else:
                assert isinstance(item, Fill) or not item.dash
        assert finding.hit(layout, pill.centre[0], (top + bottom) / 2) == Hit(Part.EVIDENCE, step=step)
        assert finding.hit(layout, *pill.centre).id == step


def test_without_a_strip_the_map_is_as_it_was(document: Document, shaper: QtShaper) -> None:
    plain, layout = MapLayout(small_map(), shaper), MapLayout(document, shaper)
    assert layout.lanes_top == plain.lanes_top + layout.headings.strip.height
    with document.edit("Hide") as edit:
        evidence.show_strip(edit, False)
    damage = layout.apply(edit.change)
    assert damage.resized
    assert (layout.headings.strip.height, layout.lanes_top) == (0, plain.lanes_top)
    assert not layout.headings.strip.signs
    assert "assumed" not in words(layout)
    x, y = layout.columns.x(0) + 40, plain.lanes_top - 4
    assert finding.hit(layout, x, y).part is Part.STEP


def test_labels_and_legend_say_what_there_is(document: Document, shaper: QtShaper) -> None:
    layout = MapLayout(document, shaper)
    shown = words(layout)
    assert {"Evidence", "50 % assumed, 50 % not known", "0 % assumed, 100 % not known"} <= set(shown)
    assert {"measured", "observed", "assumed", "not known"} <= set(shown)
    with document.edit("Say") as edit:
        evidence.set_level(edit, ["card-2", "card-4"], "measured")
    layout.apply(edit.change)
    shown = words(layout)
    assert "not known" not in shown, "the legend explains what is in use"
    assert not [words for words in shown if "% not known" in words]


def test_a_label_that_does_not_fit_is_left_out(
    document: Document, shaper: QtShaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a language of longer words."""
    for name, said in (
        ("percent_words", "{0} Karten nur vermutet"),
        ("short_percent_words", "{0} noch ohne Belege"),
    ):
        monkeypatch.setattr(evidence_strip, name, lambda share, said=said: said.format(share.total))
    with document.edit("Say") as edit:
        stages.set_step_width(edit, ["step-2"], 80)
    wide, narrow, _last = strip(MapLayout(document, shaper))
    assert [item for item in wide.items if isinstance(item, Paragraph)]
    assert not [item for item in narrow.items if isinstance(item, Paragraph)]


def test_only_the_bars_that_change_are_painted_again(document: Document, shaper: QtShaper) -> None:
    layout = MapLayout(document, shaper)

    def damaged(act: object) -> set[str]:
        with document.edit("Edit") as edit:
            act(edit)  # type: ignore[operator]
        damage, y = layout.apply(edit.change), strip_top(layout) + 2
        middles = {step: layout.columns.x(column) + 50 for step, column in layout.columns.of_step.items()}
        return {step for step, x in middles.items() if any(rect.contains(x, y) for rect in damage.rects)}

    assert damaged(lambda edit: cards.set_text(edit, "card-1", "Sees a sign")) == set()
    assert damaged(lambda edit: evidence.set_level(edit, ["card-1"], "measured")) == {"step-1"}
    assert damaged(lambda edit: cards.move(edit, ["card-6"], "lane-5", "step-2", 0)) == {"step-2", "step-3"}


def test_links_of_steps_run_below_the_strip(document: Document, shaper: QtShaper) -> None:
    with document.edit("Link") as edit:
        link = links.add(edit, "step-1", "card-3")
    layout = MapLayout(document, shaper)
    way = layout.links.path_of(link)
    assert way is not None
    upper = min(segment[-1] for segment in way.segments if segment[0] != "Z")
    assert upper == pytest.approx(strip_top(layout) + layout.headings.strip.height)


def test_collapsed_and_hidden_lanes_count_too(document: Document, shaper: QtShaper) -> None:
    layout = MapLayout(document, shaper)
    before = [placed.items for placed in strip(layout)]
    with document.edit("Less") as edit:
        edit.update("lane-1", Lane, collapsed=True)
        edit.update("lane-5", Lane, hidden=True)
    layout.apply(edit.change)
    assert [placed.items for placed in strip(layout)] == before
    assert document.get(MAP_ID, type(document.map)).evidence_strip


def test_levels_stay_apart_in_greyscale() -> None:
    assert colours.contrast(colours.MEASURED, colours.OBSERVED) >= 3
    assert colours.contrast(colours.OBSERVED, colours.PAPER) >= 2
    assert colours.contrast(colours.ASSUMED, colours.PAPER) >= 3, "the hatch"
    assert colours.contrast(colours.MEASURED_ON_DARK, colours.OBSERVED_ON_DARK) >= 2


def test_the_pill_that_counts_the_evidence_can_be_met(document: Document, shaper: QtShaper) -> None:
    with document.edit("Vote") as edit:
        cards.set_fields(edit, ["card-6"], votes=3, persona="persona-1")
    layout = MapLayout(document, shaper)
    box = finding.rect_of(layout, "card-6")
    pill = layout.lanes["lane-5"].cells.count_rect("step-3", "card-6")
    assert box is not None
    assert pill is not None
    hit = finding.hit(layout, *box.centre)
    assert finding.is_on_count(layout, hit, box.x + pill.centre[0], box.y + pill.centre[1])
    assert not finding.is_on_count(layout, hit, box.x + 8, box.y + 8)
    numbers = [
        item
        for placed in layout.visible(box)
        if (placed.x, placed.y) == (box.x, box.y)
        for item in placed.items
        if isinstance(item, Paragraph) and item.text.lines[0].text == "12"
    ]
    assert [pill.contains(item.x + 1, item.y + item.text.height / 2) for item in numbers] == [True]
    assert layout.lanes["lane-1"].cells.count_rect("step-1", "card-1") is None
