"""What a finding proposes mends it; what is dismissed is not found again."""

from dataclasses import replace
from datetime import date

import pytest

from journeymapper.document.document import Document, Transaction
from journeymapper.document.records import Card, Dismissal, Lane, Persona, Stage
from journeymapper.editing import cards, lanes, personas, stages
from journeymapper.guide.health.finding import Finding
from journeymapper.guide.health.fixes import (
    FIXES,
    StaleFindingError,
    dismiss,
    fix,
    fix_action,
    fix_words,
    is_edit,
    readmit,
)
from tests.guide.health.maps import RULES, TODAY, Breaking, broken, checkup_of, found_in
from tests.guide.health.test_rules import CASES


def fixed(document: Document, finding: Finding) -> list[str]:
    with document.edit(fix_words(finding)) as edit:
        return fix(edit, finding, TODAY)


def finding_of(rule: str, document: Document) -> Finding:
    return next(finding for finding in found_in(document) if finding.rule == rule)


def breaking_of(rule: str) -> Document:
    return broken(*CASES[rule][0])


def names(document: Document, lanes_or_stages: list[tuple[str, str]]) -> list[str]:
    return [document.get(id_, Lane | Stage).name for _order, id_ in lanes_or_stages]  # type: ignore[arg-type]


@pytest.mark.parametrize("rule", [rule.id for rule in RULES if rule.fix and FIXES[rule.fix].run])
def test_a_fix_mends_what_was_found_in_one_undoable_edit(rule: str) -> None:
    document = breaking_of(rule)
    before = {record.id: record for record in document}
    finding = finding_of(rule, document)
    with document.edit(fix_words(finding)) as edit:
        chosen = fix(edit, finding, TODAY)
    assert rule not in {one.rule for one in found_in(document)}
    assert all(id_ in document for id_ in chosen)
    document.apply(edit.change.inverted())
    assert {record.id: record for record in document} == before


def test_every_fix_is_proposed_by_a_rule_and_has_words() -> None:
    proposed = {rule.fix for rule in RULES if rule.fix}
    assert proposed == FIXES.keys()
    assert fix_words(finding_of("no-scenario", breaking_of("no-scenario"))) == ""


@pytest.mark.parametrize(
    ("rule", "order"),
    [
        ("no-actions-lane", ["Actions", "Touchpoints", "Emotions"]),
        ("no-touchpoints-lane", ["Actions", "Touchpoints", "Emotions"]),
        ("no-emotions-lane", ["Actions", "Touchpoints", "Emotions"]),
    ],
)
def test_a_lane_is_put_where_its_kind_of_map_has_it(rule: str, order: list[str]) -> None:
    document = breaking_of(rule)
    [lane] = fixed(document, finding_of(rule, document))
    assert names(document, document.indexes.lanes)[:3] == order
    assert document.get(lane, Lane).hint


def test_a_lane_that_the_maps_kind_does_not_have_is_put_by_the_common_order() -> None:
    document = broken(lambda edit: lanes.delete(edit, "lane-2"))
    with document.edit("Blueprint") as edit:
        personas.set_title_block(edit, map_kind="day_in_the_life")
    lacking = Finding("own", "hint", "", "", (), "add_lane", "touchpoints")
    fixed(document, lacking)
    assert names(document, document.indexes.lanes)[:2] == ["Actions", "Touchpoints"]
    fixed(document, replace(lacking, fix_with="policies"))
    assert names(document, document.indexes.lanes)[-1] == "Policies"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Queues", "How could we do better here: Queues?"),
        ("Why so\nlong?", "How could we do better here: Why so long?"),
        ("", "How could we do better here?"),
    ],
)
def test_an_answer_begins_at_the_pains_step_and_for_the_same_persona(text: str, words: str) -> None:
    def unanswered(edit: Transaction) -> None:
        lanes.delete(edit, "lane-5")
        cards.set_fields(edit, ["card-11"], text=text, persona="persona-1")

    document = broken(unanswered)
    [made] = fixed(document, finding_of("unanswered-pain", document))
    card = document.get(made, Card)
    assert (card.text, card.step, card.persona) == (words, "step-3", "persona-1")
    assert document.get(card.lane, Lane).role == "opportunities"
    assert names(document, document.indexes.lanes)[3:5] == ["Pain points", "Opportunities"]


def test_an_answer_goes_among_ideas_where_there_are_no_opportunities() -> None:
    document = broken(CASES["unanswered-pain"][0][0], lambda edit: lanes.set_role(edit, "lane-5", "ideas"))
    [made] = fixed(document, finding_of("unanswered-pain", document))
    assert document.get(made, Card).lane == "lane-5"


def test_an_answer_on_a_map_of_a_day_is_an_unmet_need() -> None:
    document = breaking_of("unanswered-pain-of-the-day")
    finding = finding_of("unanswered-pain-of-the-day", document)
    assert fix_words(finding) == "Make an unmet need of it"
    with document.edit("Lane") as edit:
        lanes.add(edit, "Needs", role="needs")
    [made] = fixed(document, finding)
    assert document.get(made, Card).text == "Needs a way out of this: Queues"


def named(*stage_names: str, audience: str = "") -> Breaking:
    def name(edit: Transaction) -> None:
        personas.set_title_block(edit, audience=audience)
        stages.delete(edit, "stage-3")
        for (_order, id_), stage_name in zip(list(edit.indexes.stages), stage_names, strict=True):
            stages.rename(edit, id_, stage_name)

    return name


@pytest.mark.parametrize(
    ("breaking", "added"),
    [
        (named("Awareness", "Purchase"), ["Retention", "Advocacy"]),
        (named("Decision", "Conversion"), ["Post-purchase"]),
        (named("Pre-service", "Service"), ["Post-service"]),
        (named("Awareness", "Purchase", audience="businesses"), ["Retention", "Advocacy"]),
        (named("Search", "Purchase", audience="businesses"), ["Retention", "Advocacy"]),
        (named("Contract", "Purchase", audience="businesses"), ["Onboarding", "Renewal"]),
    ],
)
def test_last_stages_are_of_the_set_that_the_map_follows(breaking: Breaking, added: list[str]) -> None:
    document = broken(breaking)
    made = fixed(document, finding_of("nothing-after-purchase", document))
    assert names(document, document.indexes.stages)[2:] == added
    assert [id_ for _order, id_ in document.indexes.stages][2:] == made
    assert all(document.indexes.steps(stage) for stage in made)


def test_a_review_is_planned_in_a_quarter() -> None:
    document = breaking_of("no-review-planned")
    assert fixed(document, finding_of("no-review-planned", document)) == []
    assert document.map.next_review == date(2027, 2, 22)


@pytest.mark.parametrize("rule", ["never-reviewed", "review-long-ago", "review-overdue"])
def test_a_review_is_begun_by_the_window_and_is_no_edit(rule: str) -> None:
    document = breaking_of(rule)
    finding = finding_of(rule, document)
    assert (fix_words(finding), fix_action(finding), is_edit(finding)) == ("Review now", "review_now", False)
    with document.edit("Fix") as edit, pytest.raises(KeyError):
        fix(edit, finding, TODAY)


def test_a_fix_is_either_an_edit_or_an_action() -> None:
    assert [name for name, one in FIXES.items() if (one.run is None) != bool(one.action)] == []


def test_a_persona_is_begun() -> None:
    document = breaking_of("no-persona")
    [persona] = fixed(document, finding_of("no-persona", document))
    assert document.get(persona, Persona).name == "New persona"


def test_a_finding_whose_place_is_gone_is_not_mended() -> None:
    document = breaking_of("unanswered-pain")
    finding = finding_of("unanswered-pain", document)
    with document.edit("Delete") as edit:
        cards.delete(edit, ["card-11"])
    with document.edit("Fix") as edit, pytest.raises(StaleFindingError):
        fix(edit, finding, TODAY)


def test_what_is_dismissed_is_silent_until_it_is_readmitted() -> None:
    document = breaking_of("unanswered-pain")
    finding = finding_of("unanswered-pain", document)
    for reason in ("We like queues", "They do not\r\nmind\x00"):
        with document.edit("Not for this map") as edit:
            dismiss(edit, finding, reason)
    checkup = checkup_of(document)
    assert checkup.findings() == []
    assert [one.reason for one in checkup.dismissed()] == ["They do not\nmind"]
    for _again in range(2):
        with document.edit("Ask again") as edit:
            readmit(edit, finding.rule, finding.place)
    assert [one.rule for one in found_in(document)] == ["unanswered-pain"]


def test_a_dismissal_goes_with_its_card() -> None:
    document = breaking_of("unanswered-pain")
    with document.edit("Not for this map") as edit:
        dismiss(edit, finding_of("unanswered-pain", document), "")
    with document.edit("Delete") as edit:
        cards.delete(edit, ["card-11"])
    assert not [record for record in document if isinstance(record, Dismissal)]
