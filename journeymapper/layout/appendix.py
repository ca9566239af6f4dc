"""The pages after the map: first those of its notes, then those of its personas."""

from collections.abc import Callable, Sequence

from journeymapper.document.records import Persona
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.notes import NoteSetter, NumberedNote
from journeymapper.layout.persona_pages import PersonaSetter
from journeymapper.layout.pouring import TextPages


def personas_of(layout: MapLayout) -> list[Persona]:
    """Return all personas in order."""
    document = layout.document
    return [document.get(id_, Persona) for _order, id_ in document.indexes.personas]


def appendix(
    layout: MapLayout,
    size: tuple[float, float],
    margin: float,
    notes: Sequence[NumberedNote],
    personas: Sequence[Persona],
    tell: Callable[[int], None] = lambda _done: None,
) -> list[TextPages]:
    """Set these notes and personas on pages of ``size``, width and height in points; the map's is page 1.

    ``tell`` is told after each how many are done.
    """
    title, shaper = layout.document.map.title, layout.shaper
    note_setter = NoteSetter(shaper, size, margin, title, len(notes))
    for done, note in enumerate(notes, 1):
        note_setter.add(note)
        tell(done)
    persona_setter = PersonaSetter(layout.gallery, size, margin, title)
    for done, persona in enumerate(personas, len(notes) + 1):
        persona_setter.add(persona)
        tell(done)
    found = [note_setter.pages(2, persona_setter.count)] if notes else []
    if personas:
        found.append(persona_setter.pages(2 + sum(len(pages.pages) for pages in found)))
    return found
