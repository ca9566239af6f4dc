"""Edits of personas and of the title block."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from journeymapper.document.document import Transaction
from journeymapper.document.records import LANE_WIDTHS, MAP_ID, NOBODY, Card, JourneyMap, Persona, Picture
from journeymapper.document.texts import cleaned, cleaned_values, on_one_line
from journeymapper.editing.pictures import show
from journeymapper.editing.placing import in_order, keys_at, keys_in_order, keys_to_move, out_of_order

#: What of a persona is told about it: all but its id and its place.
_FIELDS: Final = tuple(name for name in Persona.model_fields if name not in {"id", "order", "unknown"})


@dataclass(frozen=True, slots=True)
class Deleted:
    """What deleting personas came to: their number, of their cards that stay, and of points that went."""

    personas: int
    cards: int
    points: int


def add(edit: Transaction, name: str, place: int | None = None, **fields: object) -> Persona:
    """Add a persona at ``place`` among the others (0 first), or after them, and return it."""
    siblings = edit.indexes.personas
    [order] = keys_at(edit, siblings, len(siblings) if place is None else place)
    persona = Persona.model_validate(
        {"id": edit.new_id(Persona.kind), "order": order, "name": cleaned(name), **cleaned_values(fields)}
    )
    edit.put(persona)
    return persona


def set_fields(edit: Transaction, persona: str, **fields: object) -> None:
    """Set fields of a persona; texts are cleaned."""
    edit.update(persona, Persona, **cleaned_values(fields))


def move(edit: Transaction, personas: Iterable[str], place: int) -> None:
    """Put personas at ``place``, 0 first, counted without them; they keep their order."""
    moved = in_order(edit.indexes.personas, personas)
    for persona, order in keys_to_move(edit, edit.indexes.personas, moved, place).items():
        edit.update(persona, Persona, order=order)


def duplicate(edit: Transaction, personas: Iterable[str]) -> list[str]:
    """Put a copy of each persona right after it and return the copies.

    They have neither cards nor points, and no colour that was chosen for another.
    """
    copies = []
    for id_ in in_order(edit.indexes.personas, personas):
        siblings = edit.indexes.personas
        original = edit.get(id_, Persona)
        [order] = keys_at(edit, siblings, bisect_left(siblings, (original.order, id_)) + 1)
        copies.append(edit.put_copy(original, order=order, colour="").id)
    return copies


def delete(edit: Transaction, persona: str) -> Deleted:
    """Remove a persona with its emotion points; its cards stay, and belong to nobody in particular."""
    cards = points = 0
    for id_ in sorted(edit.indexes.of_persona.get(persona, ())):
        if isinstance(edit.document.find(id_), Card):
            edit.update(id_, Card, persona=NOBODY)
            cards += 1
        else:
            edit.remove(id_)
            points += 1
    edit.remove(persona)
    return Deleted(1, cards, points)


def delete_all(edit: Transaction, personas: Iterable[str]) -> Deleted:
    """Remove several personas (see ``delete``)."""
    gone = [delete(edit, persona) for persona in personas]
    return Deleted(len(gone), sum(one.cards for one in gone), sum(one.points for one in gone))


def rewrite(
    edit: Transaction, wanted: Sequence[Persona], pictures: Iterable[Picture] = ()
) -> tuple[list[str], Deleted]:
    """Make the personas those that are ``wanted``, in that order, whatever their order keys.

    One whose id the map does not know is new, and gets an id of its own. Those that are left out are deleted.
    ``pictures`` are what they show and the map may not have yet.

    Returns the ids of all personas in order, and what deleting came to.
    """
    known = {id_ for _order, id_ in edit.indexes.personas}
    ids = [persona.id if persona.id in known else "" for persona in wanted]
    gone = delete_all(edit, sorted(known - set(ids)))
    given = {picture.id: picture for picture in pictures}
    for place, persona in enumerate(wanted):
        values = {name: getattr(persona, name) for name in _FIELDS}
        picture = given.get(values["picture"])
        if picture is not None:
            del values["picture"]
        if ids[place]:
            set_fields(edit, ids[place], **values)
        else:
            ids[place] = add(edit, **values).id
        if picture is not None:
            show(edit, [ids[place]], picture)
    standing = [id_ for _order, id_ in edit.indexes.personas]
    moved = out_of_order(standing, ids)
    for id_, order in keys_in_order(edit, edit.indexes.personas, ids, moved).items() if moved else ():
        edit.update(id_, Persona, order=order)
    return ids, gone


def set_title_block(edit: Transaction, **fields: object) -> None:
    """Set fields of the map record: title, scenario, kind, business, dates."""
    values = cleaned_values(fields)
    if isinstance(title := values.get("title"), str):
        values["title"] = on_one_line(title)
    edit.update(MAP_ID, JourneyMap, **values)


def set_lane_width(edit: Transaction, width: float) -> None:
    """Make the lane heads so many points wide, within what is possible."""
    edit.update(MAP_ID, JourneyMap, lane_width=max(LANE_WIDTHS[0], min(LANE_WIDTHS[1], round(width, 1))))
