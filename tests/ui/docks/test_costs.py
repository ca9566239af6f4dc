"""An edit costs the open outline and table as much on a map of 10,000 cards as on one of 100."""

from collections.abc import Callable

import pytest

from journeymapper.document.document import Transaction
from journeymapper.editing import cards, lanes, personas, points, stages
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from journeymapper.ui.docks.outline.model import OutlineModel
from journeymapper.ui.docks.table.model import TableModel
from journeymapper.ui.open_map import OpenMap
from tests.maps import large_map
from tests.session.test_touches import Reads

SIZES = (100, 1000, 10_000)

EDITS: dict[str, Callable[[Transaction], object]] = {
    "type in a card": lambda edit: cards.set_text(edit, "card-15", "Other"),
    "add a card": lambda edit: cards.add(edit, "lane-2", "step-1", "New", 0),
    "move a card": lambda edit: cards.move(edit, ["card-15"], "lane-3", "step-2", 3),
    "delete a card": lambda edit: cards.delete(edit, ["card-15"]),
    "drag a point": lambda edit: points.set_score(edit, "point-2", -1.5),
    "rename a lane": lambda edit: lanes.rename(edit, "lane-2", "Another"),
    "hide a lane": lambda edit: lanes.set_hidden(edit, ["lane-2"], True),
    "move a lane": lambda edit: lanes.move(edit, ["lane-2"], 3),
    "add a lane": lambda edit: lanes.add(edit, "Another", place=1),
    "rename a stage": lambda edit: stages.rename(edit, "stage-2", "Another"),
    "move a stage": lambda edit: stages.move(edit, ["stage-2"], 0),
    "rename a step": lambda edit: stages.rename_step(edit, "step-2", "Another"),
    "move a step": lambda edit: stages.move_step(edit, "step-2", "stage-1", 0),
    "add a step": lambda edit: stages.add_step(edit, "stage-1", "Another", 0),
    "delete a step": lambda edit: stages.delete_step(edit, "step-2"),
    "rename a persona": lambda edit: personas.set_fields(edit, "persona-1", name="Another"),
    "retitle": lambda edit: personas.set_title_block(edit, title="Another"),
}


class Opened:
    """A map with an outline, of which the same is looked at whatever its size, and a table."""

    def __init__(self, size: int, shaper: QtShaper) -> None:
        self.open_map = OpenMap(Session(large_map(size), shaper))
        self.models = OutlineModel(self.open_map), TableModel(self.open_map)
        for name in ("card-15", "card-50", "point-2", "lane-2", "persona-1"):
            assert self.models[0].index_of(name).isValid()
        self.reads = Reads(self.open_map.session.document._records)
        self.open_map.session.document._records = self.reads  # type: ignore[assignment]
        self.told = 0
        for model in self.models:
            for signal in (
                *(model.dataChanged, model.headerDataChanged),
                *(model.rowsInserted, model.rowsRemoved, model.rowsMoved),
                *(model.columnsInserted, model.columnsRemoved, model.columnsMoved),
            ):
                signal.connect(self.hear)

    def hear(self, *_told: object) -> None:
        self.told += 1

    def costs(self, change: Callable[[Transaction], object]) -> list[tuple[int, int]]:
        """Return the records read and the signals given by the models for an edit, its undo and its redo."""
        found = []

        def follow(changed: object, _damage: object) -> None:
            self.reads.count = self.told = 0
            for model in self.models:
                model.follow(changed)
            found.append((self.reads.count, self.told))

        self.open_map.changed.connect(follow)
        with self.open_map.edit("Edit") as edit:
            change(edit)
        for act in (self.open_map.session.undo, self.open_map.session.redo, self.open_map.session.undo):
            act()
        self.open_map.changed.disconnect(follow)
        return found


@pytest.fixture(scope="module")
def opened(shaper: QtShaper) -> dict[int, Opened]:
    return {size: Opened(size, shaper) for size in SIZES}


@pytest.mark.parametrize("name", EDITS)
def test_following_an_edit_costs_the_same_on_any_map(name: str, opened: dict[int, Opened]) -> None:
    costs = {size: opened[size].costs(EDITS[name]) for size in SIZES}
    assert costs[100] == costs[1000] == costs[10_000]
    assert len(costs[100]) == 4
    assert 0 < costs[100][0][1] < 40
