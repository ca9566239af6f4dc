"""Finders that look at a stage, a step, a lane or a persona."""

from collections.abc import Mapping
from typing import Final, Literal

from pydantic import StrictInt

from journeymapper.document.records import Lane, Persona, Step
from journeymapper.guide.health.facts import Facts, role_key
from journeymapper.guide.health.finders.finder import NAMED, Finder, Found, InLanes, Parameters
from journeymapper.guide.health.finders.naming import (
    MOST_NAMES,
    lane_name,
    listed,
    persona_name,
    stage_name,
    step_name,
)
from journeymapper.guide.health.finders.of_map import SHARE, Part, ShareOfLevels
from journeymapper.i18n import number


class Empty(InLanes):
    """Less than which share of a lane's cells must not be filled, in maps of so many steps or more."""

    less_than: Part
    steps: StrictInt


class PersonaField(Parameters):
    """Which field of a persona."""

    field: Literal["decision_role", "role", "goals", "needs", "quote", "pain_points", "motivations"]


def _no_steps(facts: Facts, _asked: Parameters, stage: str) -> Found | None:
    if facts.document.indexes.steps(stage):
        return None
    return Found({"name": stage_name(facts.document, stage)})


def _stage_lacks(facts: Facts, asked: InLanes, stage: str) -> Found | None:
    """Find a stage without anything in lanes of a role, where there are such lanes.

    A stage in which nothing stands at all is found by its empty steps.
    """
    steps, lanes = facts.document.indexes.steps(stage), facts.lanes(asked.roles)
    if not lanes or facts.is_filled(lanes, steps) or not any(step in facts.in_column for step in steps):
        return None
    return Found({"name": stage_name(facts.document, stage)})


def _share_of_levels(facts: Facts, asked: ShareOfLevels, stage: str) -> Found | None:
    """Find a stage of which too large a share of the cards rests on too little."""
    steps = facts.document.indexes.steps(stage)
    values = asked.values(facts.levels_in(facts.lanes(asked.roles), steps))
    return Found({**values, "name": stage_name(facts.document, stage)}) if values else None


def _empty_step(facts: Facts, _asked: Parameters, step: str) -> Found | None:
    if step in facts.in_column:
        return None
    return Found({"name": step_name(facts.document, facts.document.get(step, Step))})


def _mostly_empty(facts: Facts, asked: Empty, lane: str) -> Found | None:
    if role_key(facts.document.get(lane, Lane)) not in asked.roles:
        return None
    steps = len(facts.document.indexes.columns())
    filled = facts.filled[lane]
    if steps < asked.steps or filled >= steps * asked.less_than:
        return None
    named = lane_name(facts.document, lane)
    return Found({"name": named, "count": number(steps - filled), "all": number(steps)})


def _unmapped(facts: Facts, _asked: Parameters, persona: str) -> Found | None:
    if facts.is_alone or facts.document.indexes.of_persona.get(persona):
        return None
    return Found({"name": persona_name(facts.document, persona)})


def _not_followed(facts: Facts, _asked: Parameters, persona: str) -> Found | None:
    """Find a persona who is on the map, and does not feel anything in stages where somebody does."""
    indexes = facts.document.indexes
    if not facts.is_alone and not indexes.of_persona.get(persona):
        return None
    stages = [id_ for _order, id_ in indexes.stages if facts.felt_in.get(id_)]
    missing = tuple(stage for stage in stages if not facts.is_theirs(stage, persona))
    if not missing:
        return None
    names = _names(facts, missing)
    return Found({"name": persona_name(facts.document, persona), "stages": names}, (persona, *missing))


def _names(facts: Facts, stages: tuple[str, ...]) -> str:
    few = [stage_name(facts.document, stage) for stage in stages[:MOST_NAMES]]
    return listed([*few, *stages[MOST_NAMES:]])


def _field_empty(facts: Facts, asked: PersonaField, persona: str) -> Found | None:
    value: str = getattr(facts.document.get(persona, Persona), asked.field)
    return None if value.strip() else Found({"name": persona_name(facts.document, persona)})


OF_STRUCTURE: Final[Mapping[str, Finder]] = {
    "no_steps": Finder("stage", _no_steps, gives=NAMED),
    "stage_lacks": Finder("stage", _stage_lacks, InLanes, NAMED),
    "share_of_levels_in_stage": Finder("stage", _share_of_levels, ShareOfLevels, NAMED | SHARE),
    "empty_step": Finder("step", _empty_step, gives=NAMED),
    "mostly_empty": Finder("lane", _mostly_empty, Empty, frozenset({"name", "count", "all"})),
    "unmapped": Finder("persona", _unmapped, gives=NAMED),
    "not_followed": Finder("persona", _not_followed, gives=frozenset({"name", "stages"})),
    "persona_field_empty": Finder("persona", _field_empty, PersonaField, NAMED),
}
