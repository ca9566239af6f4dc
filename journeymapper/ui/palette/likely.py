"""Which actions are likely next: those of the context menu of what the keyboard stands on."""

from collections.abc import Iterable, Sequence

from journeymapper.document.records import (
    Card,
    EmotionPoint,
    JourneyMap,
    Lane,
    Link,
    Persona,
    Record,
    Stage,
    Step,
)
from journeymapper.layout.places import Part
from journeymapper.ui.actions.menus import CONTEXT, LINE, TOOLBAR, Menu
from journeymapper.ui.actions.table import ActionContext

_PARTS: dict[type[Record], Part] = {
    Card: Part.CARD,
    EmotionPoint: Part.POINT,
    Link: Part.LINK,
    Lane: Part.LANE,
    Stage: Part.STAGE,
    Step: Part.STEP,
    Persona: Part.PERSONA,
    JourneyMap: Part.TITLE,
}


def likely_actions(context: ActionContext) -> list[str]:
    """Return the ids of actions that suit what is selected, then those of the toolbar."""
    part = Part.NOTHING
    if context.chosen.only_kind is not None:
        part = _PARTS.get(context.chosen.only_kind, Part.NOTHING)
    elif context.open_map is not None and context.open_map.cell is not None:
        part = Part.CELL
    return list(dict.fromkeys((*_ids(CONTEXT[part]), *_ids(TOOLBAR))))


def _ids(entries: Sequence[str | Menu]) -> Iterable[str]:
    return (entry for entry in entries if not isinstance(entry, Menu) and entry != LINE)
