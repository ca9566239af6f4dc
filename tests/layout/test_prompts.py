"""Hints in empty cells: shown where nothing stands, and nowhere else."""

import pytest

from journeymapper.document.records import Card
from journeymapper.editing import cards, points, prompts, spans
from journeymapper.layout.display import Paragraph
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.prompts import Prompts
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from tests.maps import small_map

HINT = "What do they type into a search engine?"


@pytest.fixture
def session(shaper: QtShaper) -> Session:
    opened = Session(small_map(), shaper)
    with opened.edit("Hints") as edit:
        for _order, lane in opened.document.indexes.lanes:
            for step in opened.document.indexes.columns():
                prompts.put(edit, lane, step, HINT)
    return opened


def shown(layout: MapLayout) -> list[tuple[float, float]]:
    found = []
    for placed in Prompts(layout).visible(layout.bounds):
        [words] = [item for item in placed.items if isinstance(item, Paragraph)]
        assert "".join(line.text for line in words.text.lines).replace(" ", "") == HINT.replace(" ", "")
        found.append((placed.x, placed.y))
    return found


def empty_cells(session: Session) -> int:
    indexes = session.document.indexes
    return sum(
        not indexes.cards(lane, step) and not indexes.points(lane, step)
        for _order, lane in indexes.lanes
        for step in indexes.columns()
        if session.layout.is_open(lane) and not session.layout.lanes[lane].is_divider
    )


def test_each_empty_cell_shows_its_hint_within_its_bounds(session: Session) -> None:
    layout = session.layout
    assert len(shown(layout)) == empty_cells(session) > 2
    for placed in Prompts(layout).visible(layout.bounds):
        column, lane = layout.columns.at(placed.x), layout.lane_at(placed.y)
        assert column is not None
        assert lane is not None
        cell = layout.cell_rect(lane, str(layout.columns.steps[column]))
        for item in placed.items:
            assert isinstance(item, Paragraph)
            assert cell.contains(placed.x + item.x, placed.y + item.y)
            end = placed.x + item.x + item.text.width, placed.y + item.y + item.text.height
            assert cell.contains(*end)


def test_what_is_exported_has_no_hints(session: Session) -> None:
    drawn = [item for placed in session.layout.visible(session.layout.bounds) for item in placed.items]
    words = {line.text for item in drawn if isinstance(item, Paragraph) for line in item.text.lines}
    assert words
    assert not any("engine" in line for line in words)


def test_a_card_hides_the_hint_and_its_leaving_shows_it(session: Session) -> None:
    before = shown(session.layout)
    areas: list[list[Rect]] = []
    session.listen(lambda _change, damage: areas.append(damage.rects))
    with session.edit("Add") as edit:
        card = cards.add(edit, "lane-1", "step-2", "Pays")
    assert len(shown(session.layout)) == len(before) - 1
    session.undo()
    assert shown(session.layout) == before
    cell = session.layout.cell_rect("lane-1", "step-2")
    for rects in areas:
        covering = [rect for rect in rects if rect.x <= cell.x and rect.right >= cell.right]
        assert any(rect.y <= cell.y and rect.bottom >= cell.bottom for rect in covering)
    assert card.id not in session.document


def test_a_card_over_several_steps_hides_the_hints_below_it(session: Session) -> None:
    with session.edit("Clear") as edit:
        for record in [record for record in session.document if isinstance(record, Card)]:
            edit.remove(record.id)
    before = len(shown(session.layout))
    with session.edit("Add") as edit:
        card = cards.add(edit, "lane-1", "step-1", "All the way")
        spans.set_span(edit, [card.id], 3)
    assert len(shown(session.layout)) == before - 3


def test_a_feeling_hides_the_hint(session: Session) -> None:
    [lane] = [id_ for id_, lane in session.layout.lanes.items() if lane.feelings is not None]
    filled = session.document.indexes.columns()
    with session.edit("Clear") as edit:
        for step in filled:
            for id_ in session.document.indexes.points(lane, step).values():
                edit.remove(id_)
    before = len(shown(session.layout))
    with session.edit("Add") as edit:
        points.put(edit, lane, filled[0], 1.0)
    assert len(shown(session.layout)) == before - 1
