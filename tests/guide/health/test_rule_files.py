"""Files of rules, whole and broken: each broken one is one line, and the others count."""

import json
from pathlib import Path

import pytest

from journeymapper.guide.health.rule import CheckFile
from journeymapper.guide.resources import read_all

GOOD = {
    "id": "unrated",
    "severity": "hint",
    "message": "“{name}” is not rated",
    "why": "It matters.",
    "find": "unrated",
    "with": {"roles": ["touchpoints"], "fields": ["importance"]},
    "fix": "answer",
    "fix_with": "opportunities, ideas",
}


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"severity": "dreadful"}, "severity: one of"),
        ({"find": "lost"}, "find"),
        ({"find": "no_persona"}, ""),
        ({"with": {"roles": ["touchpoints"]}}, ""),
        ({"with": {"roles": ["toucpoints"], "fields": ["importance"]}}, ""),
        ({"with": {"roles": ["touchpoints"], "fields": ["colour"]}}, ""),
        ({"with": {"roles": ["touchpoints"], "fields": []}}, ""),
        ({"message": "“{nome}” is not rated"}, ""),
        ({"message": "“{name” is not rated"}, ""),
        ({"message": ""}, "message: this must not be empty"),
        ({"fix": "magic"}, ""),
        ({"fix_with": ""}, ""),
        ({"fix_with": "opportunity"}, ""),
        ({"fix": "plan_review"}, ""),
        ({"kinds": ["past_state"]}, "kinds.0: one of"),
        ({"after": "many"}, "after"),
        ({"because": "so"}, "because: there is no field of this name"),
    ],
)
def test_a_broken_rule_file_is_one_line_and_the_others_count(
    tmp_path: Path, change: dict[str, object], place: str
) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"rules": [GOOD]}), "utf-8")
    (tmp_path / "b.json").write_text(json.dumps({"rules": [{**GOOD, **change}]}), "utf-8")
    files, problems = read_all(tmp_path, CheckFile)
    assert [rule.id for file in files for rule in file.rules] == ["unrated"]
    [problem] = problems
    assert problem.file.endswith("b.json")
    assert f"rules.0.{place}".rstrip(".") in problem.message
    assert "\n" not in str(problem)


def test_a_rule_for_another_role_needs_no_code(tmp_path: Path) -> None:
    rule = {**GOOD, "id": "unrated-channel", "with": {"roles": ["channels"], "fields": ["impact"]}}
    (tmp_path / "own.json").write_text(json.dumps({"rules": [GOOD, rule]}), "utf-8")
    [file], problems = read_all(tmp_path, CheckFile)
    assert problems == []
    assert file.rules[1].parameters.model_dump() == {"roles": ("channels",), "fields": ("impact",)}
