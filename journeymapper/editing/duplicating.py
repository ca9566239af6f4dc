"""Duplicating whatever is selected, of any kind: each copy beside its original."""

from collections.abc import Iterable

from journeymapper.document import fragment
from journeymapper.document.document import Transaction
from journeymapper.document.reading_order import in_reading_order
from journeymapper.document.records import Card, Lane, Persona, Record, Stage, Step
from journeymapper.editing import cards, pasting, personas
from journeymapper.editing.arrivals import copy_links

#: What can be duplicated.
DUPLICABLE: tuple[type[Record], ...] = (Card, Step, Stage, Lane, Persona)


def duplicate_lanes(edit: Transaction, lanes: Iterable[str]) -> list[str]:
    """Put a copy of each lane, with all that stands in it, right below it and return the copies."""
    return [
        copy
        for lane in lanes
        for copy in pasting.paste_lanes(edit, fragment.of_lanes(edit.document, {lane}), lane).ids
    ]


def duplicate_stages(edit: Transaction, stages: Iterable[str]) -> list[str]:
    """Put a copy of each stage, with all that stands in it, right after it and return the copies."""
    return [
        copy
        for stage in stages
        for copy in pasting.paste_stages(edit, fragment.of_stages(edit.document, {stage}), stage).ids
    ]


def duplicate_steps(edit: Transaction, steps: Iterable[str]) -> list[str]:
    """Put a copy of each step, with all that stands in it, right after it and return the copies."""
    copies = []
    for step in steps:
        stage = edit.get(step, Step).stage
        carried = fragment.of_steps(edit.document, {step})
        copies.extend(pasting.paste_steps(edit, carried, stage, step).ids)
    return copies


def duplicate_cards(edit: Transaction, ids: Iterable[str]) -> list[str]:
    """Put a copy of each card right below it, with the links between them, and return the copies."""
    originals = in_reading_order(edit.document, ids)
    copies = cards.duplicate(edit, originals)
    links = fragment.links_between(edit.document, originals)
    copy_links(edit, links, dict(zip(originals, copies, strict=True)))
    return copies


def duplicate(edit: Transaction, ids: Iterable[str]) -> list[str]:
    """Put a copy of each record beside it and return the copies; what else is among the ids stays single."""
    found: dict[type[Record], list[str]] = {kind: [] for kind in DUPLICABLE}
    for id_ in ids:
        record = edit.document.find(id_)
        if record is not None and type(record) in found:
            found[type(record)].append(id_)
    return [
        *duplicate_lanes(edit, found[Lane]),
        *duplicate_stages(edit, found[Stage]),
        *duplicate_steps(edit, found[Step]),
        *duplicate_cards(edit, found[Card]),
        *personas.duplicate(edit, found[Persona]),
    ]
