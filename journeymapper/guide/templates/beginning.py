"""A new map: made from a template, and from what was answered to the three questions."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from journeymapper.document.document import Document, Transaction
from journeymapper.document.records import (
    MAP_ID,
    JourneyMap,
    Lane,
    Parked,
    Persona,
    Record,
    Snapshot,
)
from journeymapper.document.roles import holds_cards
from journeymapper.editing import personas, prompts, stages
from journeymapper.guide.businesses import Business
from journeymapper.guide.hints import hints_by_role
from journeymapper.guide.stage_keys import key_of
from journeymapper.guide.templates.answers import Answers, Person, person_of, scenario_of, title_of
from journeymapper.guide.templates.template import Template
from journeymapper.layout.prompts import prompt_of

#: A map of this kind follows a day: its stages are times, whatever the business.
_OF_A_DAY: Final = "day_in_the_life"

#: What a new map does not take over: it belongs to the meetings and reviews of another.
_OF_ANOTHER_MAP: Final = (Snapshot, Parked)

#: What a persona keeps that becomes somebody else: its place, looks and part in the decision.
_OF_ANYBODY: Final = frozenset({"id", "order", "colour", "decision_role", "unknown"})


def begin(template: Template, answers: Answers) -> Document:
    """Return a fresh map from a template; making it is no edit that could be undone.

    Its title and scenario come from the answers. Whom they name is its first persona. A kind of business
    brings its own stages, steps and prompts, unless the template follows a day or is filled in.
    """
    source = template.document
    records: list[Record] = [record for record in source if not isinstance(record, _OF_ANOTHER_MAP)]
    document = Document(records, source.foreign)
    with document.edit("") as edit:
        _entitle(edit, answers)
        if answers.whose.strip():
            _name_person(edit, person_of(answers.whose))
        if answers.business is not None:
            edit.update(MAP_ID, JourneyMap, business=answers.business.name)
            if takes_stages(document):
                _take_stages(edit, answers.business)
    return document


def takes_stages(document: Document) -> bool:
    """Tell whether a kind of business can bring its stages: nothing stands in those that are there."""
    indexes = document.indexes
    return document.map.map_kind != _OF_A_DAY and not indexes.cards_in and not indexes.points_at


def _entitle(edit: Transaction, answers: Answers) -> None:
    edit.update(
        MAP_ID,
        JourneyMap,
        title=title_of(answers),
        scenario=scenario_of(answers),
        reviewed=None,
        next_review=None,
        reviewer="",
    )


def _name_person(edit: Transaction, person: Person) -> None:
    """Make somebody the first persona, in place of the template's."""
    if not edit.indexes.personas:
        personas.add(edit, person.name, age=person.age, role=person.role)
        return
    _order, first = edit.indexes.personas[0]
    before = edit.get(first, Persona)
    others = {name: "" for name, value in before.__dict__.items() if name not in _OF_ANYBODY and value}
    edit.update(first, Persona, **{**others, "name": person.name, "age": person.age, "role": person.role})


def _take_stages(edit: Transaction, business: Business) -> None:
    """Put a business's stages in place of the map's; hints that it has none for stay with the like stage.

    Steps that the like stage has not get hints that can be asked anywhere.
    """
    kept, anywhere = _prompts_by_key(edit), hints_by_role()
    for _order, old in list(edit.indexes.stages):
        stages.delete(edit, old)
    for brought in business.stages:
        first, *others = brought.steps or ("",)
        stage = stages.add(edit, brought.name, step_name=first).id
        for name in others:
            stages.add_step(edit, stage, name)
        steps, left = edit.indexes.steps(stage), kept.pop(brought.key, [])
        further = _further_hints(edit, anywhere, len(steps) - len(left))
        for number, (step, hints) in enumerate(zip(steps, chain(left, further), strict=False)):
            own = {} if number else _hints(edit, brought.hints)
            for lane, hint in {**hints, **own}.items():
                prompts.put(edit, lane, step, hint)


def _further_hints(
    edit: Transaction, by_role: Mapping[str, Sequence[str]], count: int
) -> Iterator[dict[str, str]]:
    """Yield hints by their lanes for so many steps, other ones for each as far as there are others."""
    for number in range(count):
        yield _hints(edit, {role: hints[number % len(hints)] for role, hints in by_role.items() if hints})


def _prompts_by_key(edit: Transaction) -> dict[str, list[dict[str, str]]]:
    """Return the prompts of each step by their lanes, the steps by the keys of their stages."""
    found: dict[str, list[dict[str, str]]] = {}
    lanes = [lane for _order, lane in edit.indexes.lanes]
    for _order, stage in edit.indexes.stages:
        for step in edit.indexes.steps(stage):
            texts = {lane: prompt_of(edit.document, lane, step) for lane in lanes}
            found.setdefault(key_of(edit, stage), []).append(
                {lane: text for lane, text in texts.items() if text}
            )
    return found


def _hints(edit: Transaction, by_role: Mapping[str, str]) -> dict[str, str]:
    """Return hints that are given by the lanes' roles by the lanes that have them."""
    lanes = (edit.get(lane, Lane) for _order, lane in edit.indexes.lanes)
    return {
        lane.id: by_role[lane.role] for lane in lanes if holds_cards(lane.lane_kind) and lane.role in by_role
    }
