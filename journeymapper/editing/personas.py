"""Edits of personas and of the title block."""

from journeymapper.document.document import Transaction
from journeymapper.document.records import LANE_WIDTHS, MAP_ID, NOBODY, Card, JourneyMap, Persona
from journeymapper.document.texts import cleaned, cleaned_values, on_one_line
from journeymapper.editing.placing import keys_at


def add(edit: Transaction, name: str, **fields: object) -> Persona:
    """Add a persona after the others and return it."""
    [order] = keys_at(edit, edit.indexes.personas, len(edit.indexes.personas))
    persona = Persona.model_validate(
        {"id": edit.new_id(Persona.kind), "order": order, "name": cleaned(name), **cleaned_values(fields)}
    )
    edit.put(persona)
    return persona


def set_fields(edit: Transaction, persona: str, **fields: object) -> None:
    """Set fields of a persona; texts are cleaned."""
    edit.update(persona, Persona, **cleaned_values(fields))


def delete(edit: Transaction, persona: str) -> None:
    """Remove a persona with its emotion points; its cards stay, and belong to nobody in particular."""
    for id_ in sorted(edit.indexes.of_persona.get(persona, ())):
        if isinstance(edit.document.find(id_), Card):
            edit.update(id_, Card, persona=NOBODY)
        else:
            edit.remove(id_)
    edit.remove(persona)


def set_title_block(edit: Transaction, **fields: object) -> None:
    """Set fields of the map record: title, scenario, kind, business, dates."""
    values = cleaned_values(fields)
    if isinstance(title := values.get("title"), str):
        values["title"] = on_one_line(title)
    edit.update(MAP_ID, JourneyMap, **values)


def set_lane_width(edit: Transaction, width: float) -> None:
    """Make the lane heads so many points wide, within what is possible."""
    edit.update(MAP_ID, JourneyMap, lane_width=max(LANE_WIDTHS[0], min(LANE_WIDTHS[1], round(width, 1))))
