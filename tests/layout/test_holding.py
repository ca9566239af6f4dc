"""Lanes held at their heights while cards are dragged out of them."""

import pytest

from journeymapper.document.records import Card
from journeymapper.editing import cards, lanes
from journeymapper.layout.map_layout import MapLayout
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from tests.maps import small_map


@pytest.fixture
def session(shaper: QtShaper) -> Session:
    """A map whose first and last lanes are as high as a pile of cards in one cell of each."""
    session = Session(small_map(), shaper)
    with session.edit("Fill") as edit:
        for lane in ("lane-1", "lane-5"):
            for number in range(5):
                cards.add(edit, lane, "step-2", f"Card {number}")
    return session


def pile(session: Session, lane: str) -> list[str]:
    return list(session.document.indexes.cards(lane, "step-2"))


def tops(session: Session) -> list[float]:
    return [session.layout.lane_top(lane) for lane in session.layout.shown_lanes]


def move(session: Session, lane: str, goal: str) -> None:
    with session.edit("Move", merge_key="drag") as edit:
        cards.move(edit, pile(session, lane), goal, "step-2", 0)


def is_as_from_scratch(session: Session, shaper: QtShaper) -> bool:
    fresh = MapLayout(session.document, shaper)
    return session.layout.bounds == fresh.bounds and list(session.layout.visible(fresh.bounds)) == list(
        fresh.visible(fresh.bounds)
    )


def test_what_is_above_and_below_a_held_lane_stays_until_the_release(
    session: Session, shaper: QtShaper
) -> None:
    before, mark = tops(session), session.mark()
    session.hold({"lane-1"})
    move(session, "lane-1", "lane-2")
    assert tops(session)[:2] == before[:2]
    assert tops(session)[2] > before[2], "what is below the lane that got the cards makes room"
    session.bail(mark)
    assert tops(session) == before
    move(session, "lane-1", "lane-2")
    assert not is_as_from_scratch(session, shaper)
    session.release()
    assert tops(session)[1] < before[1]
    assert is_as_from_scratch(session, shaper)


def test_the_release_is_announced_once_with_what_is_to_be_painted(session: Session) -> None:
    heard = []
    height, top = session.layout.height, session.layout.lane_top("lane-5")
    session.hold({"lane-5"})
    with session.edit("Delete") as edit:
        cards.delete(edit, pile(session, "lane-5"))
    session.listen(lambda change, damage: heard.append((change, damage)))
    assert session.layout.height == height
    session.release()
    [(change, damage)] = heard
    assert change.is_empty
    assert damage.resized
    assert [rect.y for rect in damage.rects] == [top]
    assert session.layout.height < height
    session.release()
    assert len(heard) == 1, "nothing is held any more"


def test_a_held_lane_can_grow_be_collapsed_hidden_and_deleted(session: Session, shaper: QtShaper) -> None:
    session.hold({"lane-1", "lane-5"})
    height = session.layout.lanes["lane-1"].height
    move(session, "lane-5", "lane-1")
    assert session.layout.lanes["lane-1"].height > height
    with session.edit("Collapse") as edit:
        lanes.set_collapsed(edit, ["lane-1"], True)
    assert session.layout.lanes["lane-1"].height < height
    with session.edit("Delete") as edit:
        lanes.delete(edit, "lane-5")
    with session.edit("Hide") as edit:
        lanes.set_hidden(edit, ["lane-1"], True)
    session.release()
    assert is_as_from_scratch(session, shaper)
    assert not any(isinstance(r, Card) and r.lane == "lane-5" for r in session.document)


def test_undo_and_redo_while_lanes_are_held_are_set_right_by_the_release(
    session: Session, shaper: QtShaper
) -> None:
    session.hold({"lane-1"})
    move(session, "lane-1", "lane-2")
    session.undo()
    session.redo()
    session.release()
    assert is_as_from_scratch(session, shaper)
