"""A typical edit reads as many records on a map of 10,000 cards as on one of 100: no stopwatch, no flake."""

from collections.abc import Callable
from typing import Any

import pytest

from journeymapper.document.document import Transaction
from journeymapper.document.records import Record
from journeymapper.editing import cards, lanes, personas, points, stages
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from journeymapper.text.shaped import ShapedText
from tests.maps import large_map

SIZES = (100, 1000, 10_000)

EDITS: dict[str, Callable[[Transaction], object]] = {
    "type in a card": lambda edit: cards.set_text(
        edit, "card-15", "A longer text, on several lines of its card"
    ),
    "add a card": lambda edit: cards.add(edit, "lane-2", "step-2", "New"),
    "move a card": lambda edit: cards.move(edit, ["card-15"], "lane-3", "step-2", 3),
    "delete a card": lambda edit: cards.delete(edit, ["card-15"]),
    "duplicate a card": lambda edit: cards.duplicate(edit, ["card-15"]),
    "drag a point": lambda edit: points.set_score(edit, "point-2", -1.5),
    "label a point": lambda edit: points.set_text(edit, "point-2", "Curious"),
    "rename a lane": lambda edit: lanes.rename(edit, "lane-2", "Another"),
    "move a lane": lambda edit: lanes.move(edit, "lane-2", 3),
    "add a lane": lambda edit: lanes.add(edit, "Another", role="goals", place=1),
    "rename a stage": lambda edit: stages.rename(edit, "stage-2", "Another"),
    "rename a step": lambda edit: stages.rename_step(edit, "step-2", "Another"),
    "colour a stage": lambda edit: stages.set_colour(edit, "stage-2", "teal"),
    "rename a persona": lambda edit: personas.set_fields(edit, "persona-1", name="Another"),
    "retitle": lambda edit: personas.set_title_block(edit, title="Another"),
    "add a stage": lambda edit: stages.add(edit, "Another", 1),
    "add a step": lambda edit: stages.add_step(edit, "stage-1", "Another", 0),
    "move a step": lambda edit: stages.move_step(edit, "step-2", "stage-1", 0),
}


class Reads:
    """The document's record table, counting every read of a record."""

    def __init__(self, records: dict[str, Record]) -> None:
        self._records = records
        self.count = 0

    def __getitem__(self, id_: str) -> Record:
        self.count += 1
        return self._records[id_]

    def get(self, id_: str) -> Record | None:
        self.count += 1
        return self._records.get(id_)

    def __iter__(self) -> Any:
        self.count += len(self._records)
        return iter(self._records)

    def values(self) -> Any:
        self.count += len(self._records)
        return self._records.values()

    def __contains__(self, id_: str) -> bool:
        return id_ in self._records

    def __setitem__(self, id_: str, record: Record) -> None:
        self._records[id_] = record

    def __delitem__(self, id_: str) -> None:
        del self._records[id_]


class CountingShaper:
    """A shaper that counts what it is asked to shape."""

    def __init__(self) -> None:
        self._shaper = QtShaper()
        self.count = 0

    def shape(self, *arguments: Any, **options: Any) -> ShapedText:
        self.count += 1
        return self._shaper.shape(*arguments, **options)


@pytest.fixture(scope="module")
def sessions(qapp: object) -> dict[int, tuple[Session, Reads, CountingShaper]]:
    assert qapp is not None
    made = {}
    for size in SIZES:
        document = large_map(size)
        shaper = CountingShaper()
        session, counter = Session(document, shaper), Reads(document._records)
        document._records = counter  # type: ignore[assignment]
        made[size] = session, counter, shaper
    return made


def touches(
    session: Session, counter: Reads, shaper: CountingShaper, change: Callable[[Transaction], object]
) -> list[tuple[int, int]]:
    """Return the records read and texts shaped by an edit, its undo, its redo and its undo again."""
    counts = []
    for act in (lambda: edit(session, change), session.undo, session.redo, session.undo):
        counter.count = shaper.count = 0
        act()
        counts.append((counter.count, shaper.count))
    return counts


def edit(session: Session, change: Callable[[Transaction], object]) -> None:
    with session.edit("Edit") as transaction:
        change(transaction)


@pytest.mark.parametrize("name", EDITS)
def test_touches_do_not_grow_with_the_map(
    name: str, sessions: dict[int, tuple[Session, Reads, CountingShaper]]
) -> None:
    counts = {size: touches(*sessions[size], EDITS[name]) for size in SIZES}
    assert counts[100] == counts[1000] == counts[10_000]
    assert 0 < sum(counts[100][0]) < 60
