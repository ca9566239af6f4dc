"""How fast a map with links is, beside the same map without: a link for every fifth card, 2,000 at 10,000."""

from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QApplication

from journeymapper.document.document import Document, Transaction
from journeymapper.document.links import LEAVES
from journeymapper.document.records import Card
from journeymapper.editing import cards, links
from journeymapper.files import native
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.open_map import OpenMap
from tests.benchmarks.conftest import FRAME, Row, on_screen
from tests.benchmarks.motions import panning, typing, wait_for_overview
from tests.benchmarks.sizes import SIZES

pytestmark = pytest.mark.parametrize("size", SIZES)

#: A link for so many cards.
_CARDS_A_LINK = 5

#: How far links lead, in columns and in lanes: mostly on to the next, some back, a few far.
_COLUMNS = (1, 1, 1, 1, 2, 3, 0, -1, -3, -9)
_LANES = (0, 0, 0, 1, 1, -1, 2)
_LABELS = ("", "", "because it is slow", "again")


def link_up(document: Document) -> None:
    """Give a map links, the same ones in every run: one in ten leaves, half have labels."""
    chance, indexes = Random(7), document.indexes
    columns = indexes.columns()
    filled = {lane for lane, _step in indexes.cards_in}
    rows = [lane for _order, lane in indexes.lanes if lane in filled]
    wanted = sum(len(cell) for cell in indexes.cards_in.values()) // _CARDS_A_LINK
    with document.edit("Link") as edit:
        while len(indexes.links) < wanted:
            row, column = chance.randrange(len(rows)), chance.randrange(len(columns))
            goal_row, goal = row + chance.choice(_LANES), column + chance.choice(_COLUMNS)
            if not (0 <= goal_row < len(rows) and 0 <= goal < len(columns)):
                continue
            begin, end = (
                indexes.cards(rows[row], columns[column]),
                indexes.cards(rows[goal_row], columns[goal]),
            )
            if begin and end:
                _link(edit, chance, chance.choice(begin), chance.choice(end))


def _link(edit: Transaction, chance: Random, source: str, target: str) -> None:
    text = chance.choice(_LABELS)
    if source == target or chance.random() < 0.1:
        links.add(edit, source, kind=LEAVES, text=text)
    else:
        links.add(edit, source, target, text=text)


@pytest.fixture
def linked(size: str, files: Callable[[str], Path], shaper: QtShaper, qapp: QApplication) -> Iterator[Canvas]:
    """The same map with links."""
    document = native.load(files(size))
    link_up(document)
    assert qapp is not None
    with on_screen(OpenMap(Session(document, shaper))) as canvas:
        yield canvas


def moving(canvas: Canvas, card: str) -> Callable[[], None]:
    """Return one move of a card to the next column and back, painted."""
    session = canvas.open_map.session
    record = session.document.get(card, Card)
    columns = session.document.indexes.columns()
    steps = cycle((columns[(columns.index(record.step) + 1) % len(columns)], record.step))
    canvas.reveal(card)
    wait_for_overview(canvas)

    def move() -> None:
        with canvas.open_map.edit("Move", merge_key="move") as edit:
            cards.move(edit, [card], record.lane, next(steps), 0)
        QApplication.processEvents()

    return move


def linked_card(canvas: Canvas) -> str:
    """Return a card that links begin or end at, in the middle of the map."""
    indexes = canvas.open_map.session.document.indexes
    step = indexes.columns()[len(indexes.columns()) // 2]
    ids = (card for _order, lane in indexes.lanes for card in indexes.cards(lane, step))
    return next(card for card in ids if card in indexes.links_of)


def test_pan_with_links(row: Row, size: str, linked: Canvas, canvas: Canvas) -> None:
    row.time("Pan with links / without", size, panning(linked, *FRAME), panning(canvas, *FRAME), rounds=60)


def test_repaint_with_links(row: Row, size: str, linked: Canvas, canvas: Canvas) -> None:
    for shown in (linked, canvas):
        panning(shown, *FRAME)()
    work, floor = linked.viewport().repaint, canvas.viewport().repaint
    row.time("Repaint at 100 % with links / without", size, work, floor, rounds=30)


def test_moved_card_with_links(row: Row, size: str, linked: Canvas, canvas: Canvas) -> None:
    card = linked_card(linked)
    row.time("Linked card moved → painted / no links", size, moving(linked, card), moving(canvas, card), 60)


def test_typing_with_links(row: Row, size: str, linked: Canvas, canvas: Canvas) -> None:
    card = linked_card(linked)
    row.time(
        "Key in a linked card → painted / no links", size, typing(linked, card), typing(canvas, card), 60
    )
