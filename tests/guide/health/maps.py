"""A map in which the health check finds nothing, and how tests look at maps."""

from collections.abc import Callable
from datetime import date

from journeymapper.document.document import Document, Transaction
from journeymapper.editing import cards, lanes, links, personas, points, stages
from journeymapper.guide.health.checkup import Checkup
from journeymapper.guide.health.finding import Finding
from journeymapper.guide.health.rule import rules
from tests.maps import counting_identifiers

TODAY = date(2026, 11, 22)
RULES, PROBLEMS = rules()

Breaking = Callable[[Transaction], object]

#: What a card rests on that nobody doubts.
ASKED = {"level": "observed", "sources": ({"name": "Interviews", "day": "2026-10-14", "count": 6},)}


def sound_map() -> Document:
    """Return a current-state map of five steps in which nothing is found.

    Its lanes are, by number: actions, touchpoints, emotions, pain points, opportunities, metrics. Its cards:
    1 to 5 actions, 6 to 10 touchpoints, 11 a pain point at the third step, 12 the opportunity there, 13 a
    metric.
    """
    document = Document(identify=counting_identifiers())
    with document.edit("Build") as edit:
        personas.set_title_block(
            edit,
            map_kind="current_state",
            scenario="Needs a bicycle by spring",
            reviewed="2026-11-01",
            next_review="2027-02-01",
        )
        ilze = personas.add(edit, "Ilze").id
        for stage, steps in (
            ("Awareness", ("Sees", "Compares")),
            ("Purchase", ("Pays",)),
            ("Retention", ("Rides", "Comes back")),
        ):
            made = stages.add(edit, stage, step_name=steps[0])
            for step in steps[1:]:
                stages.add_step(edit, made.id, step)
        actions = lanes.add(edit, "Actions", role="actions").id
        touchpoints = lanes.add(edit, "Touchpoints", role="touchpoints").id
        feelings = lanes.add(edit, "Emotions", "emotion").id
        pains = lanes.add(edit, "Pain points", role="pain_points").id
        opportunities = lanes.add(edit, "Opportunities", role="opportunities").id
        metrics = lanes.add(edit, "Metrics", role="metrics").id
        columns = list(edit.indexes.columns())
        for number, step in enumerate(columns):
            cards.add(edit, actions, step, f"Action {number}")
            points.put(edit, feelings, step, number - 2, ilze)
        for number, step in enumerate(columns):
            cards.add(edit, touchpoints, step, f"Touchpoint {number}", importance=2, impact=1)
        cards.add(edit, pains, columns[2], "Queues", severity=3, evidence=ASKED)
        rating = {"owner": "Tom", "due": "2026-12-10", "impact": 2, "effort": 1}
        cards.add(edit, opportunities, columns[2], "Pay by phone", **rating)
        cards.add(edit, metrics, columns[2], "Wait", value=12.0, unit="min")
        links.add(edit, columns[2], columns[1], "back", "forgot the size")
    return document


def broken(*breaking: Breaking) -> Document:
    """Return the sound map after edits."""
    document = sound_map()
    with document.edit("Break") as edit:
        for change in breaking:
            change(edit)
    return document


def checkup_of(document: Document, day: date = TODAY) -> Checkup:
    """Return a checkup that is worked to the end."""
    checkup = Checkup(document, day, RULES)
    assert not checkup.work()
    return checkup


def found_in(document: Document, day: date = TODAY) -> list[Finding]:
    """Return what is found in a map."""
    return checkup_of(document, day).findings()
