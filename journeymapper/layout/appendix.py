"""The pages after the map: those of its notes, of its personas, and of its priorities, in this order."""

from collections.abc import Callable, Sequence

from journeymapper.document.priorities import Standing
from journeymapper.document.records import Persona
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.notes import NoteSetter, NumberedNote
from journeymapper.layout.persona_pages import PersonaSetter
from journeymapper.layout.pouring import TextPages
from journeymapper.layout.priorities.pages import PrioritySetter


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
    boards: Sequence[Standing] = (),
    tell: Callable[[int], None] = lambda _done: None,
) -> list[TextPages]:
    """Set these notes, personas and boards of priorities on pages of ``size``; the map's is page 1.

    ``size`` is width and height in points. ``tell`` is told after each how many are done.
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
    priority_setter = PrioritySetter(layout, size, margin)
    for done, board in enumerate(boards, len(notes) + len(personas) + 1):
        priority_setter.add(board)
        tell(done)
    after = priority_setter.count
    found = [note_setter.pages(2, persona_setter.count + after)] if notes else []
    if personas:
        found.append(persona_setter.pages(2 + sum(len(pages.pages) for pages in found), after))
    if boards:
        found.append(priority_setter.pages(2 + sum(len(pages.pages) for pages in found)))
    return found
