"""Every rule finds what it is for on a map made for it, and nothing on its neighbour."""

from collections.abc import Sequence
from datetime import date

import pytest

from journeymapper.document.document import Transaction
from journeymapper.document.records import Curve, Lane, Link
from journeymapper.editing import (
    blueprint,
    cards,
    deleting,
    evidence,
    lanes,
    links,
    personas,
    points,
    spans,
    stages,
)
from tests.guide.health.maps import PROBLEMS, RULES, TODAY, Breaking, broken, found_in


def titled(**fields: object) -> Breaking:
    return lambda edit: personas.set_title_block(edit, **fields)


def said(card: str, **fields: object) -> Breaking:
    return lambda edit: cards.set_fields(edit, [card], **fields)


def no_lane(lane: str) -> Breaking:
    return lambda edit: lanes.delete(edit, lane)


def gone(*ids: str) -> Breaking:
    return lambda edit: deleting.delete(edit, list(ids))


def no_persona(edit: Transaction) -> None:
    personas.delete(edit, "persona-1")
    for step in edit.indexes.columns():
        points.put(edit, "lane-3", step, 1)


def nobody_asked(edit: Transaction) -> None:
    evidence.set_level(edit, ["card-11"], "assumption")


def people(*names: str) -> Breaking:
    def add(edit: Transaction) -> None:
        for name in names:
            new = personas.add(edit, name).id
            for step in edit.indexes.columns():
                points.put(edit, "lane-3", step, 1, new)

    return add


def one_without_anything(edit: Transaction) -> None:
    personas.add(edit, "Somchai")


def one_with_a_card_alone(edit: Transaction) -> None:
    new = personas.add(edit, "Somchai").id
    cards.set_fields(edit, ["card-3"], persona=new)
    points.put(edit, "lane-3", "step-1", 1, new)


def points_of_nobody(edit: Transaction) -> None:
    points.set_curve(edit, [f"point-{number}" for number in range(1, 6)], Curve(""))


def blueprint_with(*roles: str) -> Breaking:
    def make(edit: Transaction) -> None:
        personas.set_title_block(edit, map_kind="service_blueprint")
        for role in roles:
            lane = lanes.add(edit, role, role=role).id
            for step in edit.indexes.columns():
                cards.add(edit, lane, step, "Work")

    return make


def lines_but(line: str) -> Breaking:
    def draw(edit: Transaction) -> None:
        first, *others = blueprint.add_lines(edit)
        for lane in (first, *others):
            if edit.document.get(lane, Lane).role == line:
                lanes.delete(edit, lane)

    return draw


def every_pain_answered_elsewhere(edit: Transaction) -> None:
    cards.move(edit, ["card-12"], "lane-5", "step-4", 0)


def reaching_opportunity(edit: Transaction) -> None:
    cards.move(edit, ["card-12"], "lane-5", "step-1", 0)
    spans.set_span(edit, ["card-12"], 3)


def linked_opportunity(edit: Transaction) -> None:
    every_pain_answered_elsewhere(edit)
    links.add(edit, "card-12", "card-11")


def linked_with_an_action(edit: Transaction) -> None:
    every_pain_answered_elsewhere(edit)
    links.add(edit, "card-11", "card-4")


def more_pains(*levels: str) -> Breaking:
    def add(edit: Transaction) -> None:
        for level in levels:
            card = cards.add(edit, "lane-4", "step-3", "Rain", severity=1).id
            evidence.set_level(edit, [card], level)

    return add


def no_figures(edit: Transaction) -> None:
    cards.set_fields(edit, ["card-13"], value=None)


def few_actions(edit: Transaction) -> None:
    """Two of five steps say what people do, one in each stage but the last."""
    cards.delete(edit, ["card-2", "card-4"])
    spans.set_span(edit, ["card-5"], 1)


def reaching_actions(edit: Transaction) -> None:
    cards.delete(edit, ["card-2", "card-3", "card-4", "card-5"])
    spans.set_span(edit, ["card-1"], 3)
    cards.add(edit, "lane-1", "step-4", "Rides")


def stage_with_one_card(edit: Transaction) -> None:
    stages.add(edit, "Advocacy", step_name="Tells friends")
    cards.add(edit, "lane-6", "step-6", "Friends told", value=2.0)


def whole_stage(edit: Transaction) -> None:
    stages.add(edit, "Advocacy", step_name="Tells friends")
    cards.add(edit, "lane-1", "step-6", "Tells friends")
    cards.add(edit, "lane-2", "step-6", "Dinner", importance=1, impact=1)
    points.put(edit, "lane-3", "step-6", 2, "persona-1")


def without(*ids: str) -> Breaking:
    def make(edit: Transaction) -> None:
        whole_stage(edit)
        deleting.delete(edit, list(ids))

    return make


def straight_on(kind: str, source: str, target: str) -> Breaking:
    def lead(edit: Transaction) -> None:
        edit.remove("link-1")
        edit.put(Link(id="new", source=source, target=target, link_kind=kind))

    return lead


def wished(edit: Transaction) -> None:
    points.wish(edit, "lane-3", "persona-1")


def sold_to_businesses(**fields: object) -> Breaking:
    def sell(edit: Transaction) -> None:
        personas.set_title_block(edit, audience="businesses")
        personas.set_fields(edit, "persona-1", **fields)

    return sell


def source_of(day: date | None, newer: date | None = None) -> Breaking:
    sources = tuple({"name": "Talks", "day": one} for one in (day, newer))
    return said("card-11", evidence={"level": "observed", "sources": sources})


FUTURE = titled(map_kind="future_state")
TARGET = said("card-13", target=3.0)
DAY = titled(map_kind="day_in_the_life")
FRAMED = blueprint_with("frontstage", "backstage")

#: By rule: what makes it find something, in which words, and the neighbour on which it finds nothing.
CASES: dict[str, tuple[Sequence[Breaking], str, Sequence[Breaking]]] = {
    "no-persona": ([no_persona], "no persona", [people("Tom")]),
    "no-scenario": ([titled(scenario=" ")], "no scenario", [titled(scenario="Lunch")]),
    "no-kind": ([titled(map_kind="")], "what kind", [DAY]),
    "no-actions-lane": ([no_lane("lane-1")], "what customers do", [gone("card-2")]),
    "no-touchpoints-lane": ([no_lane("lane-2")], "meet you", [no_lane("lane-2"), DAY]),
    "no-emotions-lane": ([no_lane("lane-3")], "feel", [no_lane("lane-3"), FRAMED]),
    "no-frontstage-lane": ([blueprint_with("backstage")], "customers see them", [FRAMED]),
    "no-backstage-lane": ([blueprint_with("frontstage")], "customers do not see them", [FRAMED]),
    "lines-missing": ([FRAMED, lines_but("visibility")], "“Line of visibility”", [FRAMED, lines_but("")]),
    "nothing-after-purchase": (
        [lambda edit: stages.delete(edit, "stage-3")],
        "ends with the purchase",
        [lambda edit: stages.delete(edit, "stage-3"), DAY],
    ),
    "stage-without-steps": ([lambda edit: stages.add_bare(edit, "Bare")], "“Bare”", [whole_stage]),
    "empty-step": ([lambda edit: stages.add_step(edit, "stage-3", "Rests")], "“Rests”", [whole_stage]),
    "stage-without-action": ([without("card-14")], "Stage “Advocacy”", [whole_stage]),
    "stage-without-touchpoint": ([without("card-15")], "Stage “Advocacy”", [whole_stage]),
    "stage-without-emotion": ([without("point-6")], "Stage “Advocacy”", [whole_stage]),
    "rushed-lane": ([few_actions, gone("card-1")], "“Actions” is empty at 3 of 5", [reaching_actions]),
    "only-straight": (
        [straight_on("next", "step-1", "step-2")],
        "straight",
        [straight_on("next", "card-1", "step-3")],
    ),
    "no-wishes": ([FUTURE, TARGET], "should feel", [FUTURE, TARGET, wished]),
    "no-targets": ([FUTURE, wished], "target", [FUTURE, wished, TARGET]),
    "too-many-personas": ([people("Tom", "Aoi", "Nok")], "on one map: 4", [people("Tom", "Aoi")]),
    "unmapped-persona": ([one_without_anything], "“Somchai”", [one_with_a_card_alone]),
    "persona-not-followed": (
        [one_with_a_card_alone],
        "“Somchai” is not followed through “Purchase”, “Retention”",
        [points_of_nobody],
    ),
    "no-decision-role": ([sold_to_businesses()], "“Ilze”", [sold_to_businesses(decision_role="buyer")]),
    "unanswered-pain": (
        [every_pain_answered_elsewhere],
        "“Queues” in stage “Purchase”",
        [reaching_opportunity],
    ),
    "unanswered-pain-of-the-day": (
        [DAY, every_pain_answered_elsewhere],
        "“Queues”",
        [DAY, lambda edit: lanes.set_role(edit, "lane-5", "needs")],
    ),
    "pain-without-severity": ([said("card-11", severity=0)], "“Queues” in", [said("card-11", severity=1)]),
    "unrated-touchpoint": (
        [said("card-7", impact=0)],
        "“Touchpoint 1” at “Compares” in stage “Awareness”",
        [said("card-7", impact=3, channel="")],
    ),
    "nobodys-opportunity": ([said("card-12", owner=" ")], "“Pay by phone”", [said("card-11", owner="")]),
    "overdue": ([said("card-12", due="2026-11-21")], "due on 21 Nov 2026", [said("card-12", due=TODAY)]),
    "unrated-opportunity": ([said("card-12", effort=0)], "“Pay by phone”", [said("card-11", effort=0)]),
    "nobody-asked": (
        [nobody_asked],
        "observed or measured",
        [said("card-1", evidence={"level": "measured"})],
    ),
    "assumed-pains": (
        [more_pains("assumption", "")],
        "67 % of the pain points",
        [more_pains("assumption")],
    ),
    "assumed-stage": (
        [more_pains("assumption", "")],
        "In stage “Purchase” 67 % of the pain points",
        [more_pains("assumption"), more_pains("measured", "observed")],
    ),
    "no-figures": ([no_figures], "no figures", [no_figures, said("card-1", evidence={"level": "measured"})]),
    "no-figures-lane": (
        [no_lane("lane-6")],
        "no lane for them",
        [no_lane("lane-6"), said("card-1", evidence={"level": "measured"})],
    ),
    "old-evidence": (
        [source_of(date(2025, 11, 21))],
        "“Queues” in stage “Purchase” is from 21 Nov 2025",
        [source_of(date(2025, 11, 21), date(2025, 11, 22))],
    ),
    "never-reviewed": (
        [titled(reviewed=None, next_review=None)],
        "never reviewed",
        [titled(reviewed=None, next_review=TODAY)],
    ),
    "review-long-ago": ([titled(reviewed="2026-08-21")], "21 Aug 2026", [titled(reviewed="2026-08-22")]),
    "no-review-planned": ([titled(next_review=None)], "not planned", [titled(next_review=TODAY)]),
    "review-overdue": ([titled(next_review="2026-11-21")], "21 Nov 2026", [titled(next_review=TODAY)]),
}


def test_all_rules_are_whole_and_have_a_case() -> None:
    assert PROBLEMS == []
    assert [rule.id for rule in RULES if rule.id not in CASES] == []
    assert len({rule.id for rule in RULES}) == len(RULES) == len(CASES)


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_finds_what_it_is_for_and_not_its_neighbour(rule: str) -> None:
    breaking, words, neighbour = CASES[rule]
    messages = [finding.message for finding in found_in(broken(*breaking)) if finding.rule == rule]
    assert len(messages) == 1
    assert words in messages[0]
    assert rule not in {finding.rule for finding in found_in(broken(*neighbour))}


@pytest.mark.parametrize(
    "change",
    [linked_opportunity, lambda edit: lanes.set_hidden(edit, ["lane-1", "lane-5"], True), whole_stage],
)
def test_nothing_is_found_where_a_map_is_sound_in_another_way(change: Breaking) -> None:
    assert found_in(broken(change)) == []


def test_a_plan_that_is_done_lacks_nothing_any_more() -> None:
    bare = {"owner": "", "impact": 0, "effort": 0, "due": "2026-11-21"}
    rules = {"overdue", "unrated-opportunity", "nobodys-opportunity"}
    assert {finding.rule for finding in found_in(broken(said("card-12", **bare)))} == rules
    assert found_in(broken(said("card-12", **bare, done=True))) == []
    touchpoint = found_in(broken(said("card-7", impact=0, done=True)))
    assert [finding.rule for finding in touchpoint] == ["unrated-touchpoint"], "that is no plan"


def test_a_pain_linked_with_an_action_is_not_answered() -> None:
    assert [finding.rule for finding in found_in(broken(linked_with_an_action))] == ["unanswered-pain"]


def test_a_pain_over_several_steps_is_answered_at_any_of_them() -> None:
    change = every_pain_answered_elsewhere, lambda edit: spans.set_span(edit, ["card-11"], 2)
    assert found_in(broken(*change)) == []


@pytest.mark.parametrize("kind", ["leaves", "back", "next"])
def test_links_that_leave_go_back_or_skip_are_not_straight(kind: str) -> None:
    target = {"leaves": "", "back": "step-2", "next": "step-5"}[kind]
    assert found_in(broken(straight_on(kind, "step-3", target))) == []


def test_a_stage_with_nothing_in_it_is_told_by_its_step_alone() -> None:
    found = found_in(broken(lambda edit: stages.add(edit, "Advocacy")))
    assert [(finding.rule, finding.message) for finding in found] == [
        ("empty-step", "The step “Advocacy” is empty")
    ]
    assert {finding.rule for finding in found_in(broken(stage_with_one_card))} == {
        "stage-without-action",
        "stage-without-touchpoint",
        "stage-without-emotion",
    }


def test_a_line_of_an_earlier_version_counts_by_its_name() -> None:
    def rename(edit: Transaction) -> None:
        for lane in blueprint.add_lines(edit):
            lanes.set_role(edit, lane, "")

    assert "lines-missing" not in {finding.rule for finding in found_in(broken(FRAMED, rename))}


def test_findings_name_things_in_a_few_words_and_never_ids() -> None:
    long_text = "The queue at the till\nreaches round the corner of the shop and out into the rain"
    [finding] = found_in(broken(said("card-11", text=long_text, severity=0)))
    assert finding.message == (
        "“The queue at the till reaches round the corner of the shop…” "
        "in stage “Purchase” does not say how bad it is"
    )
    [finding] = found_in(broken(said("card-11", text="", severity=0)))
    assert finding.message.startswith("“without a name” in stage")
    assert (finding.place, finding.places) == ("card-11", ("card-11",))


def test_places_are_all_that_a_finding_is_about() -> None:
    def places(*breaking: Breaking) -> tuple[str, ...]:
        return found_in(broken(*breaking))[0].places

    assert places(titled(scenario="")) == ("map",)
    assert places(more_pains("", "")) == ("lane-4",)
    assert places(one_with_a_card_alone) == ("persona-2", "stage-2", "stage-3")
    assert places(no_lane("lane-1")) == ()
