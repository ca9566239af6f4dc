"""Dragging in the outline: cards into other cells, steps, stages, lanes and personas to another place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from journeymapper.document.document import Transaction
from journeymapper.document.reading_order import in_reading_order
from journeymapper.document.records import Lane
from journeymapper.document.roles import holds_cards
from journeymapper.editing import cards, lanes, personas, stages
from journeymapper.i18n import ngettext
from journeymapper.ui.docks.outline.nodes import Kind, Node
from journeymapper.ui.open_map import OpenMap

#: Where each kind can be put.
_HOMES: dict[Kind, Kind] = {
    Kind.CARD: Kind.CELL,
    Kind.STEP: Kind.STAGE,
    Kind.STAGE: Kind.MAP,
    Kind.LANE: Kind.LANES,
    Kind.PERSONA: Kind.PERSONAS,
}


@dataclass(frozen=True, slots=True)
class Drop:
    """A drop that can be: what is moved, of one kind, and the place below ``home`` it is put at."""

    ids: Sequence[str]
    kind: Kind
    home: Node
    place: int


def can_be_dragged(kind: Kind) -> bool:
    """Tell whether nodes of a kind have another place to go."""
    return kind in _HOMES


def drop_of(open_map: OpenMap, dragged: Sequence[Node], target: Node, row: int) -> Drop | None:
    """Return what it means to drop nodes on another, or before its child at ``row``; None: nothing.

    On a node of the same kind means right behind it.
    """
    kinds = {node.kind for node in dragged}
    if len(kinds) != 1 or (kind := kinds.pop()) not in _HOMES:
        return None
    home = target
    if target.kind is kind and target.parent is not None:
        home, row = target.parent, target.row + 1
    if home.kind is not _HOMES[kind] or not _takes_cards(open_map, home):
        return None
    standing = home.children or []
    before = standing if row < 0 else standing[:row]
    moved = {node.name for node in dragged}
    place = sum(1 for node in before if node.kind is kind and node.name not in moved)
    return Drop([node.record for node in dragged], kind, home, place)


def _takes_cards(open_map: OpenMap, home: Node) -> bool:
    if home.cell is None:
        return True
    return holds_cards(open_map.session.document.get(home.cell[0], Lane).lane_kind)


def carry_out(open_map: OpenMap, drop: Drop) -> None:
    """Move what was dropped."""
    count = len(drop.ids)
    moves: dict[Kind, tuple[str, Callable[[Transaction], None]]] = {
        Kind.CARD: (
            ngettext("Move card", "Move {count} cards", count),
            lambda edit: cards.move(
                edit, in_reading_order(edit.document, drop.ids), *(drop.home.cell or ("", "")), drop.place
            ),
        ),
        Kind.STEP: (
            ngettext("Move step", "Move {count} steps", count),
            lambda edit: stages.move_steps(
                edit, sorted(drop.ids, key=edit.indexes.column_of), drop.home.record, drop.place
            ),
        ),
        Kind.STAGE: (
            ngettext("Move stage", "Move {count} stages", count),
            lambda edit: stages.move(edit, drop.ids, drop.place),
        ),
        Kind.LANE: (
            ngettext("Move lane", "Move {count} lanes", count),
            lambda edit: lanes.move(edit, drop.ids, drop.place),
        ),
        Kind.PERSONA: (
            ngettext("Move persona", "Move {count} personas", count),
            lambda edit: personas.move(edit, drop.ids, drop.place),
        ),
    }
    label, move = moves[drop.kind]
    with open_map.edit(label.format(count=count)) as edit:
        move(edit)
