"""A new map: the five common stages over the lanes of a current-state map, with nothing in them yet."""

from journeymapper.document.document import Document
from journeymapper.document.roles import EMOTION, EMOTION_HINT, EMOTION_NAME, role_of
from journeymapper.editing import lanes, personas, stages
from journeymapper.i18n import _, mark

#: The stages from first need to after the purchase.
COMMON_STAGES: tuple[str, ...] = (
    mark("Awareness"),
    mark("Consideration"),
    mark("Purchase"),
    mark("Retention"),
    mark("Advocacy"),
)

#: Lane roles from top to bottom; the emotion curve stands among them.
_LANES = ("goals", "actions", "thoughts", "touchpoints", EMOTION, "pain_points", "opportunities")


def new_map() -> Document:
    """Return the map that "New" opens; making it is no edit that could be undone."""
    document = Document()
    with document.edit("") as edit:
        personas.set_title_block(edit, map_kind="current_state")
        for name in COMMON_STAGES:
            stages.add(edit, _(name))
        for role in _LANES:
            if role == EMOTION:
                lanes.add(edit, _(EMOTION_NAME), EMOTION, hint=_(EMOTION_HINT))
            else:
                known = role_of(role)
                lanes.add(edit, known.shown_name(), role=role, hint=known.shown_hint())
    return document
