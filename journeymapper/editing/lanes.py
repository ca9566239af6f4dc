"""Edits of lanes."""

from collections.abc import Iterable

from journeymapper.document.document import Transaction
from journeymapper.document.records import Lane
from journeymapper.document.roles import DIVIDER
from journeymapper.document.texts import on_one_line
from journeymapper.editing.placing import in_order, keys_at, keys_to_move


def add(
    edit: Transaction,
    name: str,
    lane_kind: str = "cards",
    role: str = "",
    hint: str = "",
    place: int | None = None,
) -> Lane:
    """Add a lane at ``place`` from the top, or at the end, and return it."""
    siblings = edit.indexes.lanes
    [order] = keys_at(edit, siblings, len(siblings) if place is None else place)
    lane = Lane(
        id=edit.new_id(Lane.kind),
        order=order,
        lane_kind=lane_kind,
        role=role,
        name=on_one_line(name),
        hint=on_one_line(hint),
    )
    edit.put(lane)
    return lane


def rename(edit: Transaction, lane: str, name: str) -> None:
    """Give a lane another name."""
    edit.update(lane, Lane, name=on_one_line(name))


def set_hint(edit: Transaction, lane: str, hint: str) -> None:
    """Give a lane another hint, the small line under its name."""
    edit.update(lane, Lane, hint=on_one_line(hint))


def set_role(edit: Transaction, lane: str, role: str) -> None:
    """Give a lane of cards another role; its cards keep all their fields."""
    edit.update(lane, Lane, role=role)


def set_collapsed(edit: Transaction, lanes: Iterable[str], collapsed: bool) -> None:
    """Show lanes as thin rows, or whole again; what stands in them stays. Dividing lines are left alone."""
    for lane in lanes:
        if edit.get(lane, Lane).lane_kind != DIVIDER:
            edit.update(lane, Lane, collapsed=collapsed)


def set_hidden(edit: Transaction, lanes: Iterable[str], hidden: bool) -> None:
    """Leave lanes out of the drawing, or show them again; what stands in them stays."""
    for lane in lanes:
        edit.update(lane, Lane, hidden=hidden)


def set_faces(edit: Transaction, lanes: Iterable[str], faces: bool) -> None:
    """Show the points of emotion lanes as faces, or as plain dots."""
    for lane in lanes:
        edit.update(lane, Lane, faces=faces)


def move(edit: Transaction, lanes: Iterable[str], place: int) -> None:
    """Put lanes, with all that stands in them, at ``place`` from the top, counted without them."""
    moved = in_order(edit.indexes.lanes, lanes)
    for lane, order in keys_to_move(edit, edit.indexes.lanes, moved, place).items():
        edit.update(lane, Lane, order=order)


def delete(edit: Transaction, lane: str) -> None:
    """Remove a lane with all that stands in it."""
    for step in edit.indexes.columns():
        for card in edit.indexes.cards(lane, step):
            edit.remove(card)
        for point in edit.indexes.points(lane, step).values():
            edit.remove(point)
    edit.remove(lane)
