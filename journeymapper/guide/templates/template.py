"""What a template is: a map, whose title is the template's name and whose scenario says what it is for."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from journeymapper.document.document import Document

#: What the keys of the user's own templates begin with.
_OWN: Final = "own/"


@dataclass(frozen=True, slots=True)
class Template:
    """A map to begin with. ``name`` and ``line`` are as they are shown; ``path`` is its file."""

    document: Document
    name: str
    line: str
    map_kind: str
    audience: str
    path: Path
    is_own: bool

    @property
    def key(self) -> str:
        """What the template is remembered by."""
        return f"{_OWN if self.is_own else ''}{self.path.stem}"


def template_of(document: Document, path: Path, is_own: bool) -> Template:
    """Return the template that a map is; one without a title goes by its file's name."""
    about = document.map
    return Template(
        document=document,
        name=about.title.strip() or path.stem,
        line=about.scenario.strip(),
        map_kind=about.map_kind,
        audience=about.audience,
        path=path,
        is_own=is_own,
    )
