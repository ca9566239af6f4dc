"""The outline's and the table's models: sound after any sequence of edits, and equal to freshly made ones."""

from collections.abc import Callable, Iterator
from random import Random

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from journeymapper.document.records import Card, EmotionPoint, Lane, Persona, Record, Stage, Step
from journeymapper.document.roles import holds_cards
from journeymapper.editing import cards, cells, deleting, lanes, personas, points, stages
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from journeymapper.ui.docks.outline.model import OutlineModel
from journeymapper.ui.docks.table.model import TableModel
from journeymapper.ui.open_map import OpenMap
from tests.maps import small_map

Model = OutlineModel | TableModel

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_WORDS = ("", "Pays", "เปรียบเทียบราคาสินค้า", "قارن الأسعار", "Two\nlines")


@pytest.fixture(params=[OutlineModel, TableModel])
def model(request: pytest.FixtureRequest, shaper: QtShaper) -> Iterator[Model]:
    """A model that follows its map."""
    open_map = OpenMap(Session(small_map(), shaper))
    made = request.param(open_map)
    open_map.changed.connect(lambda change, _damage: made.follow(change))
    yield made
    made.deleteLater()


def seen(model: QAbstractItemModel, parent: QModelIndex | None = None) -> list[object]:
    """Return all that a model shows and says below an index."""
    parent = parent or QModelIndex()
    found: list[object] = []
    for row in range(model.rowCount(parent)):
        for column in range(model.columnCount(parent)):
            index = model.index(row, column, parent)
            found.append([index.data(role) for role in _ROLES] + seen(model, index))
    return found


def heads(model: QAbstractItemModel) -> list[object]:
    return [
        [model.headerData(place, orientation) for place in range(count)]
        for orientation, count in (
            (Qt.Orientation.Horizontal, model.columnCount()),
            (Qt.Orientation.Vertical, model.rowCount()),
        )
    ]


class Edits:
    """Edits chosen by chance, the same in every run."""

    def __init__(self, open_map: OpenMap, seed: int) -> None:
        self.session = open_map.session
        self.random = Random(seed)

    def ids(self, kind: type[Record]) -> list[str]:
        return sorted(record.id for record in self.session.document if isinstance(record, kind))

    def any(self, kind: type[Record]) -> str:
        return self.random.choice(self.ids(kind))

    def cell(self, with_cards: bool = True) -> tuple[str, str]:
        document = self.session.document
        kept = [id_ for id_ in self.ids(Lane) if holds_cards(document.get(id_, Lane).lane_kind) is with_cards]
        kept = kept if with_cards else [id_ for id_ in kept if document.get(id_, Lane).lane_kind == "emotion"]
        return self.random.choice(kept), self.any(Step)

    def one(self) -> None:
        """Do one edit, undo or redo; what there is nothing for is left out."""
        act = self.random.choice((self.edit, self.edit, self.edit, self.session.undo, self.session.redo))
        try:
            act()
        except IndexError:
            return

    def edit(self) -> None:
        number, words = self.random.randrange(5), self.random.choice(_WORDS)
        edits: tuple[Callable[..., object], ...] = (
            lambda edit: cards.add(edit, *self.cell(), words, number),
            lambda edit: cards.set_text(edit, self.any(Card), words),
            lambda edit: cards.move(edit, self.ids(Card)[number : number + 3], *self.cell(), number),
            lambda edit: cells.set_lines(edit, *self.cell(), [words, "Another"][: number % 3]),
            lambda edit: points.put(edit, *self.cell(False), number / 2 - 1, self.any(Persona), words),
            lambda edit: points.set_text(edit, self.any(EmotionPoint), words),
            lambda edit: stages.add(edit, words, number, words),
            lambda edit: stages.add_bare(edit, words, number),
            lambda edit: stages.rename(edit, self.any(Stage), words),
            lambda edit: stages.move(edit, [self.any(Stage)], number),
            lambda edit: stages.add_step(edit, self.any(Stage), words, number),
            lambda edit: stages.rename_step(edit, self.any(Step), words),
            lambda edit: stages.move_step(edit, self.any(Step), self.any(Stage), number),
            lambda edit: stages.set_moment_of_truth(edit, [self.any(Step)], bool(number % 2)),
            lambda edit: lanes.add(edit, words, self.random.choice(["cards", "emotion", "divider", "new"])),
            lambda edit: lanes.rename(edit, self.any(Lane), words),
            lambda edit: lanes.move(edit, [self.any(Lane)], number),
            lambda edit: lanes.set_hidden(edit, [self.any(Lane)], bool(number % 2)),
            lambda edit: lanes.set_collapsed(edit, [self.any(Lane)], bool(number % 2)),
            lambda edit: personas.add(edit, words),
            lambda edit: personas.set_fields(edit, self.any(Persona), name=words),
            lambda edit: personas.set_title_block(edit, title=words),
            lambda edit: self.leave_and_go(edit, number),
            lambda edit: deleting.delete(edit, [self.any(self.random.choice([Card, EmotionPoint, Step]))]),
            lambda edit: deleting.delete(edit, [self.any(self.random.choice([Stage, Lane, Persona]))]),
        )
        with self.session.edit("Edit") as edit:
            self.random.choice(edits)(edit)

    def leave_and_go(self, edit: object, place: int) -> None:
        """Move what a stage holds elsewhere, and delete it, in one edit."""
        left, taken = self.random.sample(self.ids(Stage), 2) if len(self.ids(Stage)) > 1 else [""] * 2
        if left:
            for step in self.session.document.indexes.steps(left):
                stages.move_step(edit, step, taken, place)  # type: ignore[arg-type]
            stages.delete(edit, left)  # type: ignore[arg-type]


def test_the_models_are_sound_at_rest(model: Model, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("is_tested", [True, False], ids=["tested", "by itself"])
def test_the_models_are_as_if_freshly_made_after_any_edits(
    model: Model, qtmodeltester: ModelTester, seed: int, is_tested: bool
) -> None:
    """With the tester, everything is looked at all the time; without it, only what was looked at before."""
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    if is_tested:
        qtmodeltester.check(model)
    edits = Edits(model._open_map, seed)
    for turn in range(120):
        edits.one()
        if is_tested or turn % 10 == 9:
            fresh = type(model)(model._open_map)
            assert seen(model) == seen(fresh)
            assert heads(model) == heads(fresh)
            fresh.deleteLater()
    while edits.session.undo():
        pass
    assert seen(model) == seen(type(model)(model._open_map))
    assert resets == []


@pytest.mark.parametrize("seed", range(6))
def test_indexes_stay_on_what_they_stood_on(model: Model, seed: int) -> None:
    """Whoever holds a persistent index, as views do, finds the same thing there, or nothing."""
    seen(model)
    held = {name_of(model, index): QPersistentModelIndex(index) for index in all_indexes(model)}
    assert len(held) > 10
    edits = Edits(model._open_map, seed)
    for _turn in range(100):
        edits.one()
        for name, index in held.items():
            assert not index.isValid() or name_of(model, index) == name
    assert any(index.isValid() for index in held.values())


class Memory:
    """A view that remembers what it was shown, and looks again only where it is told to."""

    ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ForegroundRole)

    def __init__(self, model: Model) -> None:
        self.model = model
        self.items: dict[object, tuple[QPersistentModelIndex, list[object]]] = {}
        self.heads: dict[object, list[object]] = {}
        model.dataChanged.connect(self.look_again)
        model.headerDataChanged.connect(self.look_at_heads)
        self.look()

    def look(self) -> None:
        """Look at what was not seen before, and forget what is gone."""
        self.items = {name: item for name, item in self.items.items() if item[0].isValid()}
        for index in all_indexes(self.model):
            name = name_of(self.model, index)
            self.items.setdefault(name, (QPersistentModelIndex(index), self.seen(index)))
        if isinstance(self.model, TableModel):
            heads = self.all_heads(self.model)
            self.heads = {name: self.heads.get(name, seen) for name, seen in heads.items()}

    def seen(self, index: QModelIndex | QPersistentModelIndex) -> list[object]:
        return [index.data(role) for role in self.ROLES]

    def look_again(self, first: QModelIndex, last: QModelIndex, _roles: object) -> None:
        for row in range(first.row(), last.row() + 1):
            for column in range(first.column(), last.column() + 1):
                index = self.model.index(row, column, first.parent())
                self.items[name_of(self.model, index)] = QPersistentModelIndex(index), self.seen(index)

    def look_at_heads(self, orientation: Qt.Orientation, first: int, last: int) -> None:
        assert isinstance(self.model, TableModel)
        for place in range(first, last + 1):
            self.heads[self.head_name(self.model, orientation, place)] = self.head(orientation, place)

    def head(self, orientation: Qt.Orientation, place: int) -> list[object]:
        return [self.model.headerData(place, orientation, role) for role in self.ROLES]

    def head_name(self, model: TableModel, orientation: Qt.Orientation, place: int) -> str:
        return model.lane_at(place) if orientation is Qt.Orientation.Vertical else model.step_at(place)

    def all_heads(self, model: TableModel) -> dict[object, list[object]]:
        counts = {
            Qt.Orientation.Vertical: model.rowCount(),
            Qt.Orientation.Horizontal: model.columnCount(),
        }
        return {
            self.head_name(model, orientation, place): self.head(orientation, place)
            for orientation, count in counts.items()
            for place in range(count)
        }

    def is_right(self) -> bool:
        items_right = all(
            remembered == self.seen(index) for index, remembered in self.items.values() if index.isValid()
        )
        heads = self.all_heads(self.model) if isinstance(self.model, TableModel) else {}
        return items_right and all(heads.get(name, seen) == seen for name, seen in self.heads.items())


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_shown_otherwise_is_announced(model: Model, seed: int) -> None:
    memory, edits = Memory(model), Edits(model._open_map, seed)
    for _turn in range(100):
        edits.one()
        assert memory.is_right()
        memory.look()


def all_indexes(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
    parent = parent or QModelIndex()
    for row in range(model.rowCount(parent)):
        for column in range(model.columnCount(parent)):
            index = model.index(row, column, parent)
            yield index
            yield from all_indexes(model, index)


def name_of(model: Model, index: QModelIndex | QPersistentModelIndex) -> object:
    return model.cell_at(index) if isinstance(model, TableModel) else model.node_at(index).name
