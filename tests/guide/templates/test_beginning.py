"""A new map from a template: what it takes over, and what the answers make of it."""

from datetime import date
from pathlib import Path

import pytest

from journeymapper.document.document import Document
from journeymapper.document.records import Lane, Parked, Persona, Prompt, Snapshot, Stage, Step
from journeymapper.editing import parking, personas
from journeymapper.files import native
from journeymapper.guide.businesses import Business, BusinessStage, businesses
from journeymapper.guide.templates.answers import Answers
from journeymapper.guide.templates.beginning import begin
from journeymapper.guide.templates.shelf import shelf
from journeymapper.guide.templates.template import Template, template_of
from tests.maps import small_map

SALON = Business(
    id="salon",
    name="Salon",
    line="",
    audience="consumers",
    icon="content-cut",
    stages=(
        BusinessStage(
            name="Wish", key="awareness", steps=("Wants a change", "Asks"), hints={"goals": "Why?"}
        ),
        BusinessStage(name="Visit", key="purchase", steps=(), hints={"goals": "What for?", "unheard": "?"}),
    ),
)


@pytest.fixture
def templates(tmp_path: Path) -> dict[str, Template]:
    found, problems = shelf(tmp_path)
    assert problems == []
    return {template.key: template for template in found}


def of(document: Document, kind: type) -> list:
    return [record for record in document if isinstance(record, kind)]


def prompts_by_cell(document: Document) -> dict[tuple[str, str], str]:
    return {
        (document.get(one.lane, Lane).name, document.get(one.step, Step).name): one.text
        for one in of(document, Prompt)
    }


def test_a_map_begins_without_the_templates_name_and_with_its_prompts(templates: dict[str, Template]) -> None:
    template = templates["current-state-consumers"]
    before = native.written(template.document)
    begun = begin(template, Answers())
    assert (begun.map.title, begun.map.scenario) == ("", "")
    assert (begun.map.map_kind, begun.map.audience) == ("current_state", "consumers")
    assert len(of(begun, Prompt)) == len(of(template.document, Prompt)) > 20
    assert of(begun, Persona) == []
    assert native.written(template.document) == before
    assert native.read(native.written(begun), "new").map == begun.map


def test_the_answers_fill_title_persona_scenario_and_stages(templates: dict[str, Template]) -> None:
    answers = Answers("Ilze, 34, teacher", "a wish", "a compliment", SALON)
    template = templates["current-state-consumers"]
    begun = begin(template, answers)
    assert (begun.map.title, begun.map.scenario) == ("The journey of Ilze", "From a wish to a compliment")
    assert begun.map.business == "Salon"
    [persona] = of(begun, Persona)
    assert (persona.name, persona.age, persona.role) == ("Ilze", "34", "teacher")
    assert [begun.get(id_, Stage).name for _o, id_ in begun.indexes.stages] == ["Wish", "Visit"]
    assert [begun.get(id_, Step).name for id_ in begun.indexes.columns()] == ["Wants a change", "Asks", ""]
    prompts = prompts_by_cell(begun)
    assert prompts["Goals", "Wants a change"] == "Why?"
    assert prompts["Goals", ""] == "What for?"
    kept = prompts_by_cell(template.document)["Actions", "Notices the need"]
    assert prompts["Actions", "Wants a change"] == kept, "where the business has no hint the template's stays"


def test_a_day_keeps_its_times_whatever_the_business(templates: dict[str, Template]) -> None:
    template = templates["day-in-the-life-consumers"]
    begun = begin(template, Answers(business=SALON))
    assert of(begun, Stage) == of(template.document, Stage)
    assert of(begun, Prompt) == of(template.document, Prompt)
    assert begun.map.business == "Salon"


def test_a_filled_template_keeps_its_stages_and_cards_but_no_meeting_or_review() -> None:
    document = small_map()
    with document.edit("Meet") as edit:
        parking.add(edit, "Later")
        edit.put(Snapshot(id="snapshot-1", order="a0", name="Once"))
        personas.set_title_block(edit, reviewed=date(2026, 1, 1), next_review=date(2026, 4, 1), reviewer="Jo")
    begun = begin(template_of(document, Path("mine.journey"), True), Answers("Somchai, 41", business=SALON))
    assert of(begun, Parked) == of(begun, Snapshot) == []
    assert (begun.map.reviewed, begun.map.next_review, begun.map.reviewer) == (None, None, "")
    assert of(begun, Stage) == of(document, Stage)
    [persona] = of(begun, Persona)
    assert persona.id == "persona-1", "her points are his now"
    assert (persona.name, persona.age, persona.role, persona.quote) == ("Somchai", "41", "", "")


def test_every_template_goes_with_every_business(templates: dict[str, Template]) -> None:
    kinds, problems = businesses()
    assert problems == []
    for template in templates.values():
        for business in kinds:
            begun = begin(template, Answers(business=business))
            prompted = {one.step for one in of(begun, Prompt)}
            empty = set(begun.indexes.columns()) - prompted
            if begun.map.map_kind != "day_in_the_life":
                assert not empty, f"{template.key}, {business.id}: a step without any hint"
