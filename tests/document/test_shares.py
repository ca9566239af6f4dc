"""How much of a map is assumed, observed and measured, and how that is said."""

from datetime import date

import pytest

from journeymapper.document.document import Document
from journeymapper.document.evidence_words import (
    assumed_words,
    percent_words,
    share_words,
    short_percent_words,
    source_name,
    source_words,
    sources_in_words,
)
from journeymapper.document.records import Card, Evidence, Lane, Source
from journeymapper.document.roles import ROLES
from journeymapper.document.shares import ROLES_WITH_EVIDENCE, Share, Shares, asks_for_evidence
from journeymapper.editing import cards, evidence, lanes, stages
from tests.maps import small_map


@pytest.fixture
def document() -> Document:
    """The small map: two actions are assumed, the touchpoints measured, the pain point is observed."""
    document = small_map()
    with document.edit("Say") as edit:
        evidence.set_level(edit, ["card-1", "card-3"], "assumption")
        evidence.set_level(edit, ["card-4", "card-5"], "measured")
    return document


def follow(document: Document, shares: Shares, edit_: object) -> set[str]:
    with document.edit("Edit") as edit:
        edit_(edit)  # type: ignore[operator]
    return shares.apply(edit.change)


def test_shares_are_of_the_whole_map_and_of_each_part(document: Document) -> None:
    shares = Shares(document)
    assert shares.whole == Share(measured=2, observed=1, assumption=2, unknown=1)
    assert shares.of_stage("stage-1") == Share(measured=1, assumption=1, unknown=1)
    assert shares.of_step("step-3") == Share(measured=1, observed=1, assumption=1)
    assert shares.of_lane("lane-1") == Share(assumption=2, unknown=1)
    assert shares.of_role("pain_points") == Share(observed=1)
    assert shares.of_lane("lane-3") == shares.of_step("gone") == Share()
    assert shares.lanes() == ["lane-1", "lane-2", "lane-5"]


def test_our_own_plans_and_emotions_do_not_count(document: Document) -> None:
    assert ROLES.keys() > ROLES_WITH_EVIDENCE
    for role in ("opportunities", "ideas", "backstage", "automations", "", "of a later version"):
        assert not asks_for_evidence(Lane(id="a", order="a0", role=role))
    assert not asks_for_evidence(Lane(id="a", order="a0", role="actions", lane_kind="emotion"))
    assert asks_for_evidence(Lane(id="a", order="a0", role="actions", lane_kind="of a later version"))
    shares = Shares(document)
    changed = follow(document, shares, lambda edit: lanes.set_role(edit, "lane-1", "ideas"))
    assert changed == {"step-1", "step-3"}
    assert shares.whole == Share(measured=2, observed=1)
    assert shares.of_lane("lane-1") == Share()
    follow(document, shares, lambda edit: lanes.set_role(edit, "lane-1", "pain_points"))
    assert shares.of_role("pain_points") == Share(observed=1, assumption=2, unknown=1)
    assert shares == Shares(document)


def test_a_change_tells_which_steps_have_other_shares(document: Document) -> None:
    shares = Shares(document)
    assert follow(document, shares, lambda edit: cards.set_text(edit, "card-1", "Other words")) == set()
    assert follow(document, shares, lambda edit: evidence.set_level(edit, ["card-1"], "")) == {"step-1"}
    moved = follow(document, shares, lambda edit: cards.move(edit, ["card-3"], "lane-1", "step-2", 0))
    assert moved == {"step-2", "step-3"}
    assert follow(document, shares, lambda edit: stages.move_step(edit, "step-3", "stage-1", 0)) == set()
    assert shares.of_stage("stage-2") == Share()
    assert follow(document, shares, lambda edit: stages.delete_step(edit, "step-2")) == {"step-2"}
    assert shares == Shares(document)


@pytest.mark.parametrize(
    ("share", "percent"),
    [
        (Share(), 0),
        (Share(assumption=3), 100),
        (Share(measured=2, assumption=1), 33),
        (Share(measured=1, assumption=1), 50),
        (Share(measured=999, assumption=1), 1),
        (Share(measured=1, assumption=999), 99),
        (Share(unknown=7, assumption=1), 13),
    ],
)
def test_nought_and_a_hundred_percent_are_said_only_of_nothing_and_all(share: Share, percent: int) -> None:
    assert share.percent("assumption") == percent


def test_shares_are_said_in_words() -> None:
    share = Share(measured=2, observed=5, assumption=4, unknown=2)
    said = "13 cards: 2 measured (15 %), 5 observed (38 %), 4 assumed (31 %), 2 not known (15 %)"
    assert share_words(share) == said
    assert assumed_words("pain_points", share) == "31 % of pain points are assumptions, 15 % not known"
    assert {role for role in ROLES if asks_for_evidence(Lane(id="a", order="a0", role=role))} == {
        role for role in ROLES_WITH_EVIDENCE if assumed_words(role, share)
    }
    assert share_words(Share(observed=1)) == "1 card: 1 observed (100 %)"
    assert percent_words(share) == "31 % assumed, 15 % not known"
    assert percent_words(Share(unknown=2)) == "0 % assumed, 100 % not known", "as the health check counts"
    assert percent_words(Share(measured=1, assumption=1)) == "50 % assumed"
    assert percent_words(Share(measured=3)) == short_percent_words(Share(measured=3)) == ""
    assert short_percent_words(share) == "31 % assumed"
    assert short_percent_words(Share(measured=1, unknown=1)) == "50 % not known"
    assert share.percent("assumption", "") == 46
    assert share_words(Share()) == "No cards that ask for evidence"


def test_sources_are_said_in_words() -> None:
    october = Source(source_kind="interview", name="October", count=6, quote="Only the price.")
    survey = Source(source_kind="survey", count=1, name="Cart survey", day=date(2026, 10, 14))
    assert list(sources_in_words(Evidence(sources=(october, survey)))) == [
        "October: 6 interviews – “Only the price.”",
        f"{source_name(survey)}: 1 answer in a survey",
    ]
    assert source_words(Source(source_kind="analytics")) == "Analytics"
    assert source_words(Source(source_kind="survey", name="Carts")) == "Survey: Carts"
    assert source_words(Source(source_kind="of a later version", count=2)) == "2 pieces of evidence"
    assert source_name(Source(source_kind="visit")) == "Visit"


def test_an_emptied_source_stays_until_it_is_removed(document: Document) -> None:
    with document.edit("Say") as edit:
        for name in ("one", "two", "three"):
            evidence.add_source(edit, ["card-1", "card-6"], Source(name=name))
        evidence.set_source(edit, ["card-1", "card-6"], -2, name="")
        evidence.set_source(edit, ["card-1", "card-6"], -2, name="second\nsource")
        evidence.set_source(edit, ["card-2"], -1, count=0)
    names = {id_: [s.name for s in document.get(id_, Card).evidence.sources] for id_ in ("card-1", "card-6")}
    assert names == {"card-1": ["one", "second source", "three"], "card-6": ["", *names["card-1"]]}
    assert document.get("card-2", Card).evidence == Evidence()
    with document.edit("Remove") as edit:
        evidence.remove_source(edit, ["card-1", "card-6"], -2)
        with pytest.raises(IndexError):
            evidence.remove_source(edit, ["card-2"], 0)
    assert [s.name for s in document.get("card-6", Card).evidence.sources] == ["", "one", "three"]
