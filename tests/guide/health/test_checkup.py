"""The checkup follows a map in slices, and finds what one made from scratch would."""

from collections.abc import Callable
from datetime import date

import pytest

from journeymapper.document.change import Change
from journeymapper.document.document import Document, Transaction
from journeymapper.document.records import Card, Dismissal, Lane, Link, Prompt, Record, Step
from journeymapper.editing import cards, deleting, lanes, links, personas, points, spans, stages
from journeymapper.editing.beginning import new_map
from journeymapper.guide.health.checkup import Checkup
from tests.guide.health.maps import RULES, TODAY, broken, checkup_of, found_in, sound_map
from tests.maps import small_map
from tests.session.test_touches import EDITS, SIZES, Reads, map_to_edit


def edited(checkup: Checkup, document: Document, change: Callable[[Transaction], object]) -> Change:
    """Edit a map that a checkup follows; return the change."""
    with document.edit("Edit") as edit:
        change(edit)
    checkup.touch(edit.change)
    return edit.change


@pytest.fixture
def document() -> Document:
    return sound_map()


@pytest.fixture
def checkup(document: Document) -> Checkup:
    return checkup_of(document)


def rules_of(checkup: Checkup) -> list[str]:
    return [finding.rule for finding in checkup.findings()]


def test_nothing_is_found_in_an_empty_map_and_a_new_one() -> None:
    for document in (Document(), new_map()):
        checkup = checkup_of(document)
        assert (checkup.findings(), checkup.count) == ([], 0)


def test_first_words_are_not_answered_with_a_flood() -> None:
    with (new := new_map()).edit("Begin") as edit:
        cards.add(edit, edit.indexes.lanes[1][1], edit.indexes.columns()[0], "Sees a poster")
    rules = [finding.rule for finding in found_in(new)]
    assert {"no-persona", "no-scenario", "empty-step", "stage-without-touchpoint"} <= set(rules)
    assert not {"rushed-lane", "unrated-touchpoint", "only-straight"} & set(rules)
    assert rules.count("stage-without-touchpoint") == 1


def test_what_comes_back_before_it_was_looked_at_stands_where_it_stood(
    document: Document, checkup: Checkup
) -> None:
    edited(checkup, document, lambda edit: cards.set_fields(edit, ["card-6", "card-7", "card-8"], impact=0))
    checkup.work()
    edited(checkup, document, lambda edit: cards.set_fields(edit, ["card-6"], impact=1))
    gone = edited(checkup, document, lambda edit: cards.delete(edit, ["card-8"]))
    while "card-6" in {finding.place for finding in checkup.findings()}:
        assert checkup.work(0), "one unit after the other"
    back = gone.inverted()
    document.apply(back)
    checkup.touch(back)
    checkup.work()
    assert [finding.place for finding in checkup.findings()] == ["card-7", "card-8"]


def test_findings_come_the_most_severe_first_and_as_one_reads(document: Document) -> None:
    with document.edit("Break") as edit:
        personas.set_title_block(edit, scenario="", next_review=None)
        cards.set_fields(edit, ["card-10", "card-6", "card-8"], importance=0)
        lanes.move(edit, ["lane-4"], 0)
        cards.set_fields(edit, ["card-11"], severity=0)
    found = [(one.severity, one.rule, one.place) for one in found_in(document)]
    assert found == [
        ("serious", "no-scenario", ""),
        ("warning", "pain-without-severity", "card-11"),
        ("warning", "unrated-touchpoint", "card-6"),
        ("warning", "unrated-touchpoint", "card-8"),
        ("warning", "unrated-touchpoint", "card-10"),
        ("hint", "no-review-planned", ""),
    ]
    with document.edit("Move") as edit:
        stages.move(edit, ["stage-3"], 0)
    assert [one.place for one in found_in(document) if one.rule == "unrated-touchpoint"] == [
        "card-10",
        "card-6",
        "card-8",
    ]


def test_work_goes_on_in_slices_until_nothing_is_stale(document: Document) -> None:
    checkup = Checkup(document, TODAY, RULES)
    assert (checkup.is_done, checkup.count) == (False, 0)
    slices = 1
    while checkup.work(0):
        slices += 1
    assert checkup.is_done
    assert slices > len(document)
    assert checkup.findings() == checkup.rebuilt().findings() == []


def test_a_change_is_found_and_gone_again_when_it_is_undone(document: Document, checkup: Checkup) -> None:
    seen = checkup.revision
    change = edited(checkup, document, lambda edit: cards.delete(edit, ["card-12"]))
    checkup.work()
    assert rules_of(checkup) == ["unanswered-pain"]
    assert checkup.revision > seen
    document.apply(change.inverted())
    checkup.touch(change.inverted())
    checkup.work()
    assert rules_of(checkup) == []


def test_what_no_rule_looks_at_makes_nothing_stale(document: Document, checkup: Checkup) -> None:
    seen = checkup.revision
    prompt = Prompt(id="prompt", lane="lane-1", step="step-1", text="What do they do?")
    edited(checkup, document, lambda edit: edit.put(prompt))
    assert checkup.is_done
    assert checkup.revision == seen


def test_another_day_is_judged_anew(checkup: Checkup) -> None:
    checkup.at(date(2026, 12, 11))
    checkup.work()
    assert rules_of(checkup) == ["overdue"]
    checkup.at(date(2027, 3, 1))
    checkup.work()
    assert rules_of(checkup) == ["overdue", "review-long-ago", "review-overdue"]
    checkup.at(TODAY)
    checkup.work()
    assert checkup.count == 0


def test_another_kind_of_map_asks_other_rules_at_once(document: Document, checkup: Checkup) -> None:
    edited(checkup, document, lambda edit: personas.set_title_block(edit, map_kind="future_state"))
    assert {"no-wishes", "no-targets"} == set(rules_of(checkup))
    assert checkup.count == 2


def test_what_is_dismissed_is_listed_apart(document: Document, checkup: Checkup) -> None:
    edited(checkup, document, lambda edit: cards.set_fields(edit, ["card-6", "card-7"], impact=0))
    checkup.work()
    dismissal = Dismissal(id="d", rule="unrated-touchpoint", place="card-6", reason="Not ours")
    edited(checkup, document, lambda edit: edit.put(dismissal))
    assert [one.place for one in checkup.findings()] == ["card-7"]
    assert checkup.count == 1
    [dismissed] = checkup.dismissed()
    assert (dismissed.finding.place, dismissed.reason) == ("card-6", "Not ours")
    edited(checkup, document, lambda edit: edit.remove("d"))
    assert (checkup.count, checkup.dismissed()) == (2, [])


def test_what_is_dismissed_for_the_whole_map_and_by_unknown_rules(document: Document) -> None:
    with document.edit("Dismiss") as edit:
        personas.set_title_block(edit, scenario="")
        edit.put(Dismissal(id="a", rule="no-scenario", reason="Everybody knows"))
        edit.put(Dismissal(id="b", rule="of-a-later-version", place="card-1"))
    checkup = checkup_of(document)
    assert (checkup.count, checkup.findings()) == (0, [])
    assert [one.finding.rule for one in checkup.dismissed()] == ["no-scenario"]


def rename_the_stage(edit: Transaction) -> None:
    stages.rename(edit, "stage-2", "Buying")


def give_the_step_to_another_stage(edit: Transaction) -> None:
    stages.move_step(edit, "step-3", "stage-1", 2)


def add_a_step_to_the_stage(edit: Transaction) -> None:
    stages.add_step(edit, "stage-2", "Waits")


def leave_the_step_without_a_name(edit: Transaction) -> None:
    add_a_step_to_the_stage(edit)
    stages.move_step(edit, "step-6", "stage-2", 0)
    stages.rename_step(edit, "step-3", "")


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (rename_the_stage, "in stage “Buying”"),
        (give_the_step_to_another_stage, "at “Pays” in stage “Awareness”"),
        (add_a_step_to_the_stage, "at “Pays” in stage “Purchase”"),
        (leave_the_step_without_a_name, "at step 2 in stage “Purchase”"),
    ],
)
def test_findings_name_where_they_are_as_it_is_now(
    change: Callable[[Transaction], object], where: str
) -> None:
    document = broken(lambda edit: cards.set_fields(edit, ["card-11"], severity=0))
    checkup = checkup_of(document)

    def told() -> str:
        [message] = [one.message for one in checkup.findings() if one.rule == "pain-without-severity"]
        return message

    before = told()
    made = edited(checkup, document, change)
    checkup.work()
    assert f"“Queues” {where} does" in told()
    document.apply(made.inverted())
    checkup.touch(made.inverted())
    checkup.work()
    assert told() == before


def test_a_rule_counts_once_at_however_many_places(document: Document, checkup: Checkup) -> None:
    edited(checkup, document, lambda edit: cards.set_fields(edit, ["card-6", "card-7"], impact=0))
    checkup.work()
    assert (checkup.count, checkup.rule_count) == (2, 1)
    for place in ("card-6", "card-7"):
        dismissal = Dismissal(id=place + "-d", rule="unrated-touchpoint", place=place)
        assert checkup.rule_count == 1
        edited(checkup, document, lambda edit, put=dismissal: edit.put(put))
    assert (checkup.count, checkup.rule_count) == (0, 0)


def test_a_lane_of_another_role_is_looked_at_as_such(document: Document, checkup: Checkup) -> None:
    edited(checkup, document, lambda edit: lanes.set_role(edit, "lane-5", "ideas"))
    checkup.work()
    assert checkup.count == 0
    edited(checkup, document, lambda edit: lanes.set_role(edit, "lane-5", "goals"))
    checkup.work()
    assert rules_of(checkup) == ["unanswered-pain"]
    edited(checkup, document, lambda edit: links.add(edit, "card-12", "card-11"))
    edited(checkup, document, lambda edit: lanes.set_role(edit, "lane-5", "opportunities"))
    edited(checkup, document, lambda edit: cards.move(edit, ["card-12"], "lane-5", "step-5", 0))
    checkup.work()
    assert checkup.count == 0


def test_a_pain_is_answered_once_what_it_is_linked_with_is_an_opportunity(
    document: Document, checkup: Checkup
) -> None:
    edited(checkup, document, lambda edit: cards.delete(edit, ["card-12"]))
    edited(checkup, document, lambda edit: links.add(edit, "card-1", "card-11"))
    checkup.work()
    assert rules_of(checkup) == ["unanswered-pain"]
    edited(checkup, document, lambda edit: cards.move(edit, ["card-1"], "lane-5", "step-1", 0))
    checkup.work()
    assert "unanswered-pain" not in rules_of(checkup)


def test_stages_of_no_known_name_count_by_their_places_now(document: Document, checkup: Checkup) -> None:
    def rename_all(edit: Transaction) -> None:
        for number, stage in enumerate(("stage-1", "stage-2", "stage-3")):
            stages.rename(edit, stage, f"Xyz {number}")

    edited(checkup, document, rename_all)
    checkup.work()
    assert checkup.count == 0
    edited(checkup, document, lambda edit: stages.delete(edit, "stage-3"))
    checkup.work()
    assert checkup.count == 0  # the second of two
    edited(checkup, document, lambda edit: stages.delete(edit, "stage-2"))
    checkup.work()
    assert rules_of(checkup)[0] == "nothing-after-purchase"


def test_a_bar_over_columns_that_move_reaches_elsewhere(document: Document, checkup: Checkup) -> None:
    def reach(edit: Transaction) -> None:
        cards.move(edit, ["card-12"], "lane-5", "step-2", 0)
        spans.set_span(edit, ["card-12"], 2)

    edited(checkup, document, reach)
    checkup.work()
    assert checkup.count == 0
    edited(checkup, document, lambda edit: stages.move(edit, ["stage-2"], 0))
    checkup.work()
    assert "unanswered-pain" in rules_of(checkup)
    assert checkup.findings() == checkup.rebuilt().findings()


def test_what_goes_before_it_was_looked_at_is_not_found(document: Document) -> None:
    checkup = Checkup(document, TODAY, RULES)
    for _slice in range(9):
        checkup.work(0)
    edited(checkup, document, lambda edit: deleting.delete(edit, ["card-12", "step-3"]))
    checkup.work()
    edited(checkup, document, lambda edit: cards.set_fields(edit, ["card-6"], impact=0))
    checkup.work()
    assert "unrated-touchpoint" in rules_of(checkup)


def test_a_walk_that_a_change_overtakes_misses_nothing(document: Document, checkup: Checkup) -> None:
    edited(checkup, document, lambda edit: stages.rename(edit, "stage-1", "Begin"))
    edited(checkup, document, lambda edit: cards.set_fields(edit, ["card-6"], impact=0))
    checkup.work()
    for name in ("Interest", "Awareness"):
        edited(checkup, document, lambda edit, new=name: stages.rename(edit, "stage-1", new))
        checkup.work(0)
        under_way = 12
        for _slice in range(under_way):
            checkup.work(0)
    checkup.work()
    assert "stage “Awareness”" in checkup.findings()[0].message
    assert checkup.findings() == checkup.rebuilt().findings()


def test_points_make_a_persona_followed(document: Document, checkup: Checkup) -> None:
    edited(checkup, document, lambda edit: personas.add(edit, "Nok"))
    checkup.work()
    assert rules_of(checkup) == ["unmapped-persona"]
    for step in ("step-1", "step-3"):
        edited(checkup, document, lambda edit, at=step: points.put(edit, "lane-3", at, 1, "persona-2"))
        checkup.work()
        assert rules_of(checkup) == ["persona-not-followed"]
    edited(checkup, document, lambda edit: points.put(edit, "lane-3", "step-5", 1, "persona-2"))
    checkup.work()
    assert checkup.count == 0


#: Records that one unit reads at most: a card with its lane, step and stage, or a step with the lanes and
#: cards of its column.
MOST_READS = 60


@pytest.fixture(scope="module")
def followed() -> dict[int, tuple[Document, Reads, Checkup]]:
    made = {}
    for size in SIZES:
        document = map_to_edit(size)
        with document.edit("Pains") as edit:
            pains = lanes.add(edit, "Pain points", role="pain_points").id
            lanes.add(edit, "Opportunities", role="opportunities")
            for step in ("step-1", "step-2"):
                for number in range(5):
                    cards.add(edit, pains, step, f"Pain {number}")
        checkup = checkup_of(document)
        document._records = counter = Reads(document._records)  # type: ignore[assignment]
        made[size] = document, counter, checkup
    return made


@pytest.mark.parametrize("name", EDITS)
def test_touching_reads_nothing_and_units_little_on_maps_of_any_size(
    name: str, followed: dict[int, tuple[Document, Reads, Checkup]]
) -> None:
    for document, counter, checkup in followed.values():
        with document.edit("Edit") as edit:
            EDITS[name](edit)
        for change in (edit.change, edit.change.inverted()):
            if change is not edit.change:
                document.apply(change)
            counter.count = 0
            checkup.touch(change)
            assert counter.count == 0
            more = True
            while more:
                counter.count = 0
                more = checkup.work(0)
                assert counter.count <= MOST_READS
    assert len({checkup.count for _document, _counter, checkup in followed.values()}) > 1


@pytest.mark.parametrize(
    "name", ["type in a card", "rate a card", "add a card", "move a card", "drag a point"]
)
def test_all_that_a_typical_edit_makes_stale_is_as_much_on_any_map(
    name: str, followed: dict[int, tuple[Document, Reads, Checkup]]
) -> None:
    counts = []
    for document, counter, checkup in followed.values():
        with document.edit("Edit") as edit:
            EDITS[name](edit)
        counter.count = 0
        checkup.touch(edit.change)
        checkup.work()
        counts.append(counter.count)
        document.apply(edit.change.inverted())
        checkup.touch(edit.change.inverted())
        checkup.work()
    assert counts[0] == counts[1] == counts[2]


def kinds_of(document: Document, kind: type[Record]) -> list[str]:
    return [record.id for record in document if isinstance(record, kind)]


@pytest.mark.parametrize("kind", [Card, Lane, Step, Link])
def test_what_goes_takes_its_findings_with_it(kind: type[Record]) -> None:
    document = small_map()
    checkup = checkup_of(document)
    for id_ in kinds_of(document, kind):
        edited(checkup, document, lambda edit, gone=id_: deleting.delete(edit, [gone]))
        checkup.work()
        assert checkup.findings() == checkup.rebuilt().findings()
        assert all(place in document for finding in checkup.findings() for place in finding.places)
