"""The personas of the library as rows."""

from collections.abc import Sequence
from functools import partial

from journeymapper.document.records import Persona
from journeymapper.document.texts import on_one_line
from journeymapper.guide.library.finding import plain
from journeymapper.guide.library.people import KeptPersona
from journeymapper.guide.resources import Problem
from journeymapper.i18n import _
from journeymapper.ui.docks.library.faces import Faces
from journeymapper.ui.docks.library.rows import Row
from journeymapper.ui.library import Library
from journeymapper.ui.open_map import OpenMap


class Personas:
    """The page of the personas; it remembers who was in the map when it was last asked."""

    def __init__(self, library: Library) -> None:
        """Show the personas of a library, of no map yet."""
        self._library = library
        self._faces = Faces()
        self._known: frozenset[str] = frozenset()

    def look(self, open_map: OpenMap | None) -> bool:
        """Look who is in the map; tell whether that changes what is listed."""
        before = self._known
        document = open_map.session.document if open_map is not None else None
        ids = [id_ for _order, id_ in document.indexes.personas] if document is not None else []
        self._known = frozenset(
            plain(on_one_line(document.get(id_, Persona).name)) for id_ in ids if document is not None
        )
        return before != self._known

    @property
    def problems(self) -> Sequence[Problem]:
        """A line for each file that was left out."""
        return self._library.people_problems

    def rows(self, words: str) -> list[Row]:
        """Return the rows for these words; all must occur in a persona's name, role, work or age."""
        sought = plain(words).split()
        return [self._row(kept) for kept in self._library.people if _says(kept, sought)]

    def _row(self, kept: KeptPersona) -> Row:
        name = kept.name or _("Persona without a name")
        is_ticked = plain(kept.name) in self._known
        line = on_one_line(kept.persona.role)
        return Row(name, line, kept, _("Persona"), partial(self._faces.of, kept), is_ticked, is_own=True)


def _says(kept: KeptPersona, sought: list[str]) -> bool:
    persona = kept.persona
    words = plain(" ".join((persona.name, persona.role, persona.work, persona.age)))
    return all(word in words for word in sought)
