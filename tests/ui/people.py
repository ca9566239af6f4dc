"""What the user writes in the persona dialog, as an answer for tests that do not show it."""

from journeymapper.document.records import Persona
from journeymapper.ui.dialogs.persona_dialog import WantedPersonas
from journeymapper.ui.main_window import MainWindow


def all_personas(window: MainWindow) -> list[Persona]:
    document = window.open_map.session.document
    return [document.get(id_, Persona) for _order, id_ in document.indexes.personas]


def edited(window: MainWindow, persona: str, **values: object) -> WantedPersonas:
    """Return the map's personas, one of them with other values."""
    wanted = [one.model_copy(update=values) if one.id == persona else one for one in all_personas(window)]
    return WantedPersonas(tuple(wanted), persona)


def added(window: MainWindow, **values: object) -> WantedPersonas:
    """Return the map's personas and a new one."""
    new = Persona.model_validate({"id": "new-1", "order": "a0", **values})
    return WantedPersonas((*all_personas(window), new), new.id)
