"""Finders that look at the map as a whole: its title block, its sums, its dates."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Final, Literal

from pydantic import Field, StrictBool, StrictInt

from journeymapper.document.records import MAP_ID
from journeymapper.document.roles import LINES
from journeymapper.document.shares import Share
from journeymapper.guide.health.facts import Facts
from journeymapper.guide.health.finders.finder import Finder, Found, InLanes, Parameters
from journeymapper.guide.health.finders.naming import listed
from journeymapper.guide.keys import StageKey
from journeymapper.guide.review.cycle import next_after
from journeymapper.i18n import _, day, number

Part = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False, strict=True)]
#: The values that findings of a share give.
SHARE: Final = frozenset({"share", "count", "all"})
Level = Literal["", "assumption", "observed", "measured"]


class MapField(Parameters):
    """Which field of the title block."""

    field: Literal["title", "map_kind", "scenario", "audience", "business", "reviewer"]


class Most(Parameters):
    """How many there can be at most."""

    most: StrictInt


class ShareOfLevels(InLanes):
    """Of which evidence levels more than a share of the cards must not be, where there are so many."""

    levels: tuple[Level, ...]
    more_than: Part
    at_least: StrictInt = 1

    def values(self, cards: Counter[str]) -> dict[str, str]:
        """Return what a message says of too large a share of cards, by their levels; {} where it is not."""
        of = cards.total()
        count = sum(cards[level] for level in self.levels)
        if of < self.at_least or count <= of * self.more_than:
            return {}
        percent = Share(measured=of - count, assumption=count).percent("assumption")
        share = _("{number} %").format(number=number(percent))
        return {"share": share, "count": number(count), "all": number(of)}


class Levels(Parameters):
    """Which evidence levels."""

    levels: tuple[Level, ...]


class Figures(InLanes):
    """Cards with a number in such lanes, or of such evidence levels, count as figures.

    ``has_lane`` says whether it is asked of maps with such lanes, or of those without any.
    """

    levels: tuple[Level, ...]
    has_lane: StrictBool


class MapDay(Parameters):
    """Which day of the title block; ``unless_planned`` says not to ask while a review is still to come."""

    field: Literal["reviewed", "next_review"]
    unless_planned: StrictBool = False


class PastDay(Parameters):
    """Which day of the title block must not be more than so many months ago."""

    field: Literal["reviewed", "next_review"]
    months: StrictInt = 0


class Steps(Parameters):
    """From how many steps on it is asked."""

    steps: StrictInt


class Keys(Parameters):
    """What stages are like (see ``stage_keys``)."""

    keys: tuple[StageKey, ...]


class Lines(Parameters):
    """The roles of dividing lines."""

    lines: tuple[Literal["interaction", "visibility", "internal_interaction"], ...]


def _field_empty(facts: Facts, asked: MapField, _place: str) -> Found | None:
    value: str = getattr(facts.document.map, asked.field)
    return None if value.strip() else Found(places=(MAP_ID,))


def _no_persona(facts: Facts, _asked: Parameters, _place: str) -> Found | None:
    return None if facts.document.indexes.personas else Found()


def _too_many_personas(facts: Facts, asked: Most, _place: str) -> Found | None:
    personas = tuple(id_ for _order, id_ in facts.document.indexes.personas)
    if len(personas) <= asked.most:
        return None
    return Found({"count": number(len(personas))}, personas)


def _no_such_lane(facts: Facts, asked: InLanes, _place: str) -> Found | None:
    return None if facts.lanes(asked.roles) else Found()


def _share_of_levels(facts: Facts, asked: ShareOfLevels, _place: str) -> Found | None:
    lanes = facts.lanes(asked.roles)
    values = asked.values(facts.levels_in(lanes))
    in_order = tuple(id_ for _order, id_ in facts.document.indexes.lanes if id_ in lanes)
    return Found(values, in_order) if values else None


def _nothing_of_level(facts: Facts, asked: Levels, _place: str) -> Found | None:
    found = (level in asked.levels for _lane, level in facts.levels)
    return None if not facts.cards or any(found) else Found()


def _no_figures(facts: Facts, asked: Figures, _place: str) -> Found | None:
    lanes = facts.lanes(asked.roles)
    if bool(lanes) != asked.has_lane or any(lane in facts.values for lane in lanes):
        return None
    return _nothing_of_level(facts, Levels(levels=asked.levels), "")


def _day_missing(facts: Facts, asked: MapDay, _place: str) -> Found | None:
    planned = facts.document.map.next_review
    if _day(facts, asked.field) is not None:
        return None
    is_to_come = planned is not None and planned >= facts.today
    return None if asked.unless_planned and is_to_come else Found(places=(MAP_ID,))


def _day_past(facts: Facts, asked: PastDay, _place: str) -> Found | None:
    then = _day(facts, asked.field)
    if then is None or next_after(then, asked.months) >= facts.today:
        return None
    return Found({"day": day(then)}, (MAP_ID,))


def _day(facts: Facts, field: str) -> date | None:
    found: date | None = getattr(facts.document.map, field)
    return found


def _only_straight(facts: Facts, asked: Steps, _place: str) -> Found | None:
    return None if facts.bent or len(facts.document.indexes.columns()) < asked.steps else Found()


def _nothing_wished(facts: Facts, _asked: Parameters, _place: str) -> Found | None:
    return None if facts.wished else Found()


def _no_target(facts: Facts, asked: InLanes, _place: str) -> Found | None:
    return None if any(lane in facts.targets for lane in facts.lanes(asked.roles)) else Found()


def _lines_missing(facts: Facts, asked: Lines, _place: str) -> Found | None:
    lines = facts.lines.values()
    there = {role for role, _name in lines} | {_line_called(name) for role, name in lines if not role}
    missing = [_(LINES[line]) for line in asked.lines if line not in there]
    return Found({"names": listed(missing)}) if missing else None


def _line_called(name: str) -> str:
    """Return the role of a line that has none, as earlier versions drew it, by its name."""
    return next((role for role, known in LINES.items() if name in {known, _(known)}), "")


def _no_stage_like(facts: Facts, asked: Keys, _place: str) -> Found | None:
    if not facts.keys or not set(asked.keys).isdisjoint(facts.keys.values()):
        return None
    return Found()


OF_MAP: Final[Mapping[str, Finder]] = {
    "map_field_empty": Finder("map", _field_empty, MapField),
    "no_persona": Finder("map", _no_persona),
    "too_many_personas": Finder("map", _too_many_personas, Most, frozenset({"count"})),
    "no_such_lane": Finder("map", _no_such_lane, InLanes),
    "share_of_levels": Finder("map", _share_of_levels, ShareOfLevels, SHARE),
    "nothing_of_level": Finder("map", _nothing_of_level, Levels),
    "no_figures": Finder("map", _no_figures, Figures),
    "day_missing": Finder("map", _day_missing, MapDay),
    "day_past": Finder("map", _day_past, PastDay, frozenset({"day"})),
    "only_straight": Finder("map", _only_straight, Steps),
    "nothing_wished": Finder("map", _nothing_wished),
    "no_target": Finder("map", _no_target, InLanes),
    "lines_missing": Finder("map", _lines_missing, Lines, frozenset({"names"})),
    "no_stage_like": Finder("map", _no_stage_like, Keys),
}
