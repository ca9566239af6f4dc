"""The command line says what a map lacks."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from journeymapper.files.native import save
from tests.maps import small_map
from tests.test_cli import fails, run

EXAMPLES = sorted((Path(__file__).parents[1] / "resources" / "examples").glob("*.journey"))
DAY = "2026-11-22"


@pytest.fixture
def poor(tmp_path: Path) -> Path:
    save(small_map(), tmp_path / "poor.journey")
    return tmp_path / "poor.journey"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_is_found_in_any_example(example: Path) -> None:
    done = run("check", example, "--on", DAY)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_what_is_found_is_a_line_each_and_code_1(poor: Path) -> None:
    done = run("check", poor, "--on", DAY)
    assert (done.returncode, done.stderr) == (1, "")
    lines = done.stdout.splitlines()
    assert lines[0].startswith("serious: The map ends with the purchase — Whether")
    assert [line.partition(":")[0] for line in lines] == ["serious"] + 5 * ["warning"] + 2 * ["hint"]
    assert any("“Queues” in stage “Purchase”" in line for line in lines)


def test_json_is_a_list_in_utf_8_wherever_it_is_read(poor: Path) -> None:
    done = run("check", poor, "--json", "--on", DAY, PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert [set(one) for one in found] == [{"rule", "severity", "message", "why", "places"}] * len(found)
    [pain] = [one for one in found if one["rule"] == "unanswered-pain"]
    assert pain["severity"] == "warning"
    assert pain["message"] == "“Queues” in stage “Purchase” has no answer yet"
    assert pain["places"] == ["card-6"]


def test_nothing_found_is_an_empty_list_and_code_0() -> None:
    done = run("check", EXAMPLES[0], "--json", "--on", DAY)
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


def test_dates_are_judged_by_the_day_that_is_named() -> None:
    done = run("check", EXAMPLES[0], "--json", "--on", "2029-01-01")
    assert {"review-long-ago", "review-overdue"} <= {one["rule"] for one in json.loads(done.stdout)}


def test_a_mermaid_journey_can_be_checked_and_what_is_lost_is_told(tmp_path: Path) -> None:
    source = tmp_path / "day.mmd"
    source.write_text("journey\n title Day\n section A\n  Tea: 5: Me\n  Work: X: Me\n", "utf-8")
    done = run("check", source)
    assert done.returncode == 1
    assert "The map has no scenario" in done.stdout
    assert "line 5" in done.stderr


def test_bad_input_is_said_in_one_line_with_code_2(tmp_path: Path) -> None:
    assert "2026-11-30" in fails(2, "check", EXAMPLES[0], "--on", "tomorrow")
    assert "nowhere.journey" in fails(2, "check", tmp_path / "nowhere.journey")
    assert "MAP" in fails(2, "check")
    (tmp_path / "broken.journey").write_text("{", "utf-8")
    assert "broken.journey: line 1" in fails(2, "check", tmp_path / "broken.journey")


@pytest.mark.skipif(sys.platform == "win32", reason="the shell is a Unix one")
@pytest.mark.parametrize(("closed", "name", "code"), [(">&-", "poor", 1), ("2>&-", "nowhere", 2)])
def test_where_nobody_reads_the_code_still_tells(closed: str, name: str, code: int, poor: Path) -> None:
    command = ["sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, "-m", "journeymapper"]
    source = poor.with_stem(name)
    done = subprocess.run([*command, "check", str(source)], capture_output=True, check=False, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")


def test_checking_needs_no_qt(poor: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "PySide6.py").write_text("raise ImportError('no Qt here')", "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    done = run("check", poor, "--on", DAY)
    assert (done.returncode, done.stderr) == (1, "")
