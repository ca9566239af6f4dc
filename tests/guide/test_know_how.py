"""What comes with the program: every file can be read, and holds what the guide promises."""

import json
import re
from importlib.util import find_spec
from pathlib import Path
from typing import get_args

import pytest

from journeymapper.document.document import Document
from journeymapper.document.records import MAP_ID, Lane, Prompt, Stage, Step
from journeymapper.document.roles import DIVIDER, EMOTION, LINES, ROLES, holds_cards
from journeymapper.files import native
from journeymapper.guide.businesses import businesses
from journeymapper.guide.folders import TEMPLATES, built_in
from journeymapper.guide.hints import hints_by_role
from journeymapper.guide.keys import STAGE_KEYS, Audience, MapKind
from journeymapper.guide.lane_sets import lane_set_for, lane_sets
from journeymapper.guide.library.shelf import read_shelf
from journeymapper.guide.resources import listed
from journeymapper.guide.stage_keys import key_of
from journeymapper.guide.stage_sets import stage_sets

#: Hints stand in cells of the common width, on two lines at most.
LONGEST_HINT = 59

TEMPLATE_FILES = listed(built_in(TEMPLATES), native.SUFFIX)[0]


@pytest.fixture(params=TEMPLATE_FILES, ids=lambda path: path.stem)
def template(request: pytest.FixtureRequest) -> Document:
    document, notes = native.read_mended(request.param.read_bytes(), request.param)
    assert notes == ()
    return document


def test_all_files_can_be_read_and_ids_are_their_names(tmp_path: Path) -> None:
    for folder, (models, problems) in {
        "stage_sets": stage_sets(),
        "lane_sets": lane_sets(),
        "businesses": businesses(),
    }.items():
        assert problems == []
        assert {model.id for model in models} == {path.stem for path in listed(built_in(folder), ".json")[0]}
        assert [model.place for model in models] == list(range(1, len(models) + 1))
    shelf = read_shelf(tmp_path)
    assert shelf.problems == ()
    assert len({block.category for block in shelf.built_in}) == 9


@pytest.mark.parametrize(
    "folder", ["blocks", "businesses", "checks", "hints", "lane_sets", "stage_sets", TEMPLATES]
)
def test_words_are_those_of_every_day(folder: str) -> None:
    paths = [path for suffix in (".json", native.SUFFIX) for path in listed(built_in(folder), suffix)[0]]
    assert paths
    stilted = re.compile(r"\bshall\b", re.IGNORECASE)
    assert [path.name for path in paths if stilted.search(path.read_text("utf-8"))] == []


def test_blocks_fit_lanes_and_no_text_is_there_twice(tmp_path: Path) -> None:
    blocks = read_shelf(tmp_path).built_in
    kinds = {business.id for business in businesses()[0]}
    for block in blocks:
        assert block.role in ROLES
        assert set(block.businesses) <= kinds
        assert block.stages
        assert len(block.text) <= 40
    texts = [(block.category, block.text.casefold()) for block in blocks]
    assert len(texts) == len(set(texts))


def test_touchpoints_have_a_channel_and_metrics_say_how_to_measure(tmp_path: Path) -> None:
    blocks = read_shelf(tmp_path).built_in
    for block in blocks:
        if block.category in {"touchpoints", "content"}:
            assert block.channel, block.text
            assert block.online is not None, block.text
        if block.category == "metrics":
            assert block.unit, block.text
            assert block.note, block.text


@pytest.mark.parametrize(
    "category", ["touchpoints", "content", "questions", "metrics", "pains", "opportunities"]
)
def test_there_is_something_for_every_stage(tmp_path: Path, category: str) -> None:
    blocks = [block for block in read_shelf(tmp_path).built_in if block.category == category]
    assert {key for block in blocks for key in block.stages} == set(STAGE_KEYS)


def test_hints_that_can_be_asked_anywhere_are_questions_for_known_lanes() -> None:
    by_role = hints_by_role()
    assert set(by_role) <= set(ROLES)
    wanted = {lane.role for one in lane_sets()[0] for lane in one.lanes if holds_cards(lane.lane_kind)}
    assert wanted <= set(by_role)
    found = [hint for hints in by_role.values() for hint in hints]
    assert len(set(found)) == len(found)
    assert all(len(hint) <= LONGEST_HINT and hint.endswith("?") for hint in found)


def test_businesses_have_an_icon_and_a_question_for_every_lane() -> None:
    fonts = Path(str(find_spec("qtawesome").origin)).parent / "fonts"  # type: ignore[union-attr]
    [glyphs] = fonts.glob("materialdesignicons6-*charmap*.json")
    icons = json.loads(glyphs.read_text("utf-8"))
    for business in businesses()[0]:
        assert business.audience
        assert business.icon.removeprefix("mdi6.") in icons
        assert {stage.key for stage in business.stages} == set(STAGE_KEYS)
        hints = [hint for stage in business.stages for hint in stage.hints.values()]
        assert len(set(hints)) == len(hints)
        for stage in business.stages:
            assert 1 <= len(stage.steps) <= 3
            assert set(stage.hints) <= set(ROLES)
            assert {"goals", "actions", "thoughts", "touchpoints", "questions"} <= set(stage.hints)
            assert {"pain_points", "opportunities"} <= set(stage.hints)
            for hint in stage.hints.values():
                assert len(hint) <= LONGEST_HINT
                assert hint.endswith("?")


def test_a_stage_goes_by_one_key_whatever_set_or_business_names_it() -> None:
    keys: dict[str, set[str]] = {}
    for one in [*stage_sets()[0], *businesses()[0]]:
        for stage in one.stages:
            names = [stage.name, *getattr(stage, "also", "").split(",")]
            for name in filter(None, names):
                keys.setdefault(name.strip().casefold(), set()).add(stage.key)
    assert {name: found for name, found in keys.items() if len(found) > 1} == {}


def test_every_kind_of_map_has_its_lanes() -> None:
    sets, _problems = lane_sets()
    for lane in (lane for one in sets for lane in one.lanes):
        assert lane.role in (LINES if lane.lane_kind == DIVIDER else ROLES)
        assert lane.shown_name()
    for kind in filter(None, get_args(MapKind)):
        for audience in get_args(Audience):
            found = lane_set_for(sets, kind, audience)
            assert found is not None
            assert found.audience in {"", audience}
    blueprint = lane_set_for(sets, "service_blueprint")
    assert blueprint is not None
    lines = [lane.role for lane in blueprint.lanes if lane.lane_kind == DIVIDER]
    assert lines == ["interaction", "visibility", "internal_interaction"]
    assert lane_set_for(sets, "") is None


def test_there_is_a_template_for_every_kind_of_map_and_audience() -> None:
    maps = [native.load(path).map for path in TEMPLATE_FILES]
    wanted = {(kind, audience) for kind in get_args(MapKind) for audience in get_args(Audience)}
    assert {(one.map_kind, one.audience) for one in maps} == {pair for pair in wanted if all(pair)}
    assert len({one.title for one in maps}) == len(maps) == 8
    assert all(one.scenario for one in maps)


def test_a_template_has_a_hint_in_every_cell_and_nothing_else(template: Document) -> None:
    indexes = template.indexes
    kinds = {type(record) for record in template if record.id != MAP_ID}
    assert kinds == {Stage, Step, Lane, Prompt}
    lanes = [template.get(id_, Lane) for _order, id_ in indexes.lanes]
    cells = [(lane.id, step) for lane in lanes if holds_cards(lane.lane_kind) for step in indexes.columns()]
    cells += [(lane.id, indexes.columns()[0]) for lane in lanes if lane.lane_kind == EMOTION]
    prompts = [template.get(str(indexes.prompt(*cell)), Prompt) for cell in cells]
    assert len(indexes.prompts) == len(cells)
    assert len({prompt.text for prompt in prompts}) == len(prompts)
    assert all(0 < len(prompt.text) <= LONGEST_HINT for prompt in prompts)


def test_a_templates_lanes_are_those_of_its_kind(template: Document) -> None:
    found = lane_set_for(lane_sets()[0], template.map.map_kind, template.map.audience)
    assert found is not None
    lanes = [template.get(id_, Lane) for _order, id_ in template.indexes.lanes]
    assert [(lane.lane_kind, lane.role, lane.name, lane.hint) for lane in lanes] == [
        (lane.lane_kind, lane.role, lane.shown_name(), lane.shown_hint()) for lane in found.lanes
    ]
    assert (EMOTION in {lane.lane_kind for lane in lanes}) == (template.map.map_kind != "service_blueprint")


def test_the_stages_of_templates_are_known(template: Document) -> None:
    expected = {
        "current_state": ("awareness", "advocacy" if template.map.audience == "consumers" else "retention"),
        "future_state": ("awareness", "advocacy" if template.map.audience == "consumers" else "retention"),
        "day_in_the_life": ("awareness", "awareness"),
        "service_blueprint": ("consideration", "retention"),
    }[template.map.map_kind]
    keys = [key_of(template, id_) for _order, id_ in template.indexes.stages]
    assert (keys[0], keys[-1]) == expected
    assert keys == sorted(keys, key=STAGE_KEYS.index)
