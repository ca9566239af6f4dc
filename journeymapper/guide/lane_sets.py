"""Lane sets: the lanes that each kind of map begins with."""

from collections.abc import Iterable
from typing import Final

from pydantic import StrictInt

from journeymapper.document.records import Text
from journeymapper.document.roles import DIVIDER, EMOTION, EMOTION_HINT, EMOTION_NAME, LINES, role_of
from journeymapper.guide.keys import Audience, MapKind
from journeymapper.guide.resources import Problem, Resource, Words, read_built_in
from journeymapper.i18n import _

LANE_SETS: Final = "lane_sets"


class SetLane(Resource):
    """A lane of a set. ``name`` and ``hint`` are empty where they are those of its kind and role."""

    lane_kind: Text = "cards"
    role: Text = ""
    name: Words = ""
    hint: Words = ""

    def shown_name(self) -> str:
        """Return what the lane is called, in the user's language."""
        if self.name:
            return self.name
        if self.lane_kind == EMOTION:
            return _(EMOTION_NAME)
        if self.lane_kind == DIVIDER:
            return _(LINES.get(self.role, LINES[""]))
        return role_of(self.role).shown_name()

    def shown_hint(self) -> str:
        """Return the small line under the lane's name, in the user's language; dividing lines have none."""
        if self.hint or self.lane_kind == DIVIDER:
            return self.hint
        return _(EMOTION_HINT) if self.lane_kind == EMOTION else role_of(self.role).shown_hint()


class LaneSet(Resource):
    """A set of lanes from top to bottom, for a kind of map.

    ``line`` says what it shows; sets stand by ``place``.
    """

    id: Text
    name: Words
    line: Words = ""
    place: StrictInt = 0
    map_kind: MapKind
    audience: Audience = ""
    lanes: tuple[SetLane, ...]


def lane_sets() -> tuple[list[LaneSet], list[Problem]]:
    """Return the lane sets in their order, and a line for each file that was left out."""
    sets, problems = read_built_in(LANE_SETS, LaneSet)
    return sorted(sets, key=lambda one: one.place), problems


def lane_set_for(sets: Iterable[LaneSet], map_kind: str, audience: str = "") -> LaneSet | None:
    """Return the lane set of a kind of map, that of the audience where there is one; None where none is."""
    fit = [one for one in sets if one.map_kind == map_kind and one.audience in {"", audience}]
    return next((one for one in fit if one.audience == audience), fit[0] if fit else None)
