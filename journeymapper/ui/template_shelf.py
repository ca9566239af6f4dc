"""The templates as the windows know them: read when they are first wanted, with their pictures."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from journeymapper.document.roles import MAP_KINDS
from journeymapper.guide.resources import Problem
from journeymapper.guide.templates.shelf import shelf
from journeymapper.guide.templates.template import Template
from journeymapper.i18n import _, catalogue_language
from journeymapper.settings import Settings
from journeymapper.ui.picture_cards import Card
from journeymapper.ui.thumbnails import Look, Thumbnails

#: The template that a first map is made from.
_FIRST: Final = "current-state-consumers"

_NAMED_KINDS: Final = frozenset(kind for kind in MAP_KINDS if kind)


class TemplateShelf(QObject):
    """All templates. ``folder`` is the user's folder, in which there is one for templates."""

    #: There are other templates now, or some are called otherwise.
    changed = Signal()

    def __init__(self, folder: Path, thumbnails: Thumbnails, settings: Settings, parent: QObject) -> None:
        """Read nothing yet; the last template is remembered in ``settings``."""
        super().__init__(parent)
        self.folder = folder
        self._thumbnails, self._settings = thumbnails, settings
        self._read: tuple[list[Template], list[Problem]] | None = None

    def refresh(self) -> None:
        """Read all templates anew."""
        self._read = shelf(self.folder)
        self.changed.emit()

    @property
    def templates(self) -> Sequence[Template]:
        """All templates, as they stand on the shelf."""
        return self._all()[0]

    @property
    def problems(self) -> Sequence[Problem]:
        """A line for each file that was left out."""
        return self._all()[1]

    def _all(self) -> tuple[list[Template], list[Problem]]:
        if self._read is None:
            self._read = shelf(self.folder)
        return self._read

    @property
    def own(self) -> Sequence[Template]:
        """The user's own."""
        return [template for template in self.templates if template.is_own]

    def built_in(self, audience: str) -> Sequence[Template]:
        """Return those that come with the program, for an audience."""
        return [
            template
            for template in self.templates
            if not template.is_own and template.audience in {"", audience}
        ]

    def find(self, key: str) -> Template | None:
        """Return the template of a key, or None."""
        return next((template for template in self.templates if template.key == key), None)

    @property
    def last(self) -> Template | None:
        """The template that the last map was begun from, else that for a first map; None where none is."""
        found = self.find(self._settings.template) or self.find(_FIRST)
        return found or next(iter(self.templates), None)

    @property
    def audience(self) -> str:
        """Whom new maps are for."""
        return self._settings.audience

    def remember(self, template: Template | None, audience: str) -> None:
        """Begin with this template and audience next time; None: with the template as before."""
        self._settings.audience = audience
        if template is not None:
            self._settings.template = template.key

    def look(self, key: str) -> Look:
        """Return the look of the template of a key; that of none is empty."""
        if (template := self.find(key)) is None:
            return Look()
        return self._thumbnails.look_at(template.path, lambda _path: template.document, _kind(), True)

    def look_soon(self, key: str) -> Look | None:
        """Make a little more of the look of the template of a key, and return it once it is whole."""
        if (template := self.find(key)) is None:
            return Look()
        return self._thumbnails.look_soon(template.path, lambda _path: template.document, _kind(), True)


def card_of(template: Template) -> Card:
    """Return the card of a template: what kind of map it makes comes before the line that says what for."""
    kind = _(MAP_KINDS[template.map_kind]) if template.map_kind in _NAMED_KINDS else ""
    note = " · ".join(words for words in (kind, template.line) if words)
    return Card(
        template.key, template.name, note, "\n".join(words for words in (template.name, note) if words)
    )


def _kind() -> str:
    """Return what tells the looks of templates from others of the same files."""
    return f"template {catalogue_language()}"
