"""The command line, run as a process."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from journeymapper.document.records import Lane
from journeymapper.editing import cards, lanes
from journeymapper.files.native import save, written
from tests.cases import case_json, case_path, needs_cases
from tests.maps import small_map

EXAMPLE = Path(__file__).parents[1] / "resources" / "examples" / "laptop-shop.journey"


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program without any display; no answer may hold a traceback."""
    bare = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    bare.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "-m", "journeymapper", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**bare, "PYTHONIOENCODING": "utf-8", **environment},
        check=False,
        timeout=120,
    )
    assert "Traceback" not in done.stderr
    return done


def fails(code: int, *arguments: object) -> str:
    """Run the program, which must fail with that code and one line on stderr; return the line."""
    done = run(*arguments)
    assert done.returncode == code, done.stderr
    [line] = done.stderr.splitlines()
    assert done.stdout == ""
    return line


def test_version() -> None:
    done = run("--version")
    assert done.returncode == 0
    assert done.stdout.startswith("journeymapper 0.")


def test_help_names_the_commands() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert "export" in done.stdout
    assert "convert" in done.stdout


def test_the_example_goes_out_as_pdf_and_png(tmp_path: Path) -> None:
    for name, head in (("map.pdf", b"%PDF-"), ("map.png", b"\x89PNG")):
        done = run("export", EXAMPLE, tmp_path / name)
        assert (done.returncode, done.stderr) == (0, "")
        assert (tmp_path / name).read_bytes().startswith(head)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["map.pdf", "map.png"]


@pytest.mark.parametrize(
    ("paper", "size"), [("A4", "841.89 x 595.276"), ("a2", "1683.78 x 1190.55"), ("Letter", "792 x 612")]
)
def test_a_paper_is_named_in_any_case_and_lies_as_fits_best(tmp_path: Path, paper: str, size: str) -> None:
    assert run("export", EXAMPLE, tmp_path / "map.pdf", "--paper", paper).returncode == 0
    told = subprocess.run(
        ["pdfinfo", tmp_path / "map.pdf"], capture_output=True, text=True, check=True
    ).stdout
    assert f"Page size:       {size} pts" in told


def test_notes_follow_the_map_on_request(tmp_path: Path) -> None:
    document = small_map()
    with document.edit("Note") as edit:
        cards.set_fields(edit, ["card-4"], note="เปรียบเทียบราคา")
    save(document, tmp_path / "map.journey")
    for arguments, pages in (((), 1), (("--notes",), 2), (("--notes", "--paper", "A4"), 2)):
        assert run("export", tmp_path / "map.journey", tmp_path / "map.pdf", *arguments).returncode == 0
        told = subprocess.run(
            ["pdfinfo", tmp_path / "map.pdf"], capture_output=True, text=True, check=True
        ).stdout
        assert re.search(rf"Pages: +{pages}\n", told)
    words = subprocess.run(
        ["pdftotext", tmp_path / "map.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "เปรียบเทียบราคา" in words
    done = run("export", tmp_path / "map.journey", tmp_path / "map.png", "--notes")
    assert (done.returncode, done.stderr) == (0, "")


def test_bad_usage_is_said_in_one_line_with_code_2(tmp_path: Path) -> None:
    out = tmp_path / "map.pdf"
    assert "A99" in fails(2, "export", EXAMPLE, out, "--paper", "A99")
    assert "dpi" in fails(2, "export", EXAMPLE, tmp_path / "map.png", "--dpi", "0")
    assert "dpi" in fails(2, "export", EXAMPLE, tmp_path / "map.png", "--dpi", "many")
    assert "map.png" in fails(2, "export", EXAMPLE, tmp_path / "map.png", "--dpi", "1e12")
    assert "map.doc" in fails(2, "export", EXAMPLE, tmp_path / "map.doc")
    assert "map.txt" in fails(2, "convert", EXAMPLE, tmp_path / "map.txt")
    assert "OUT" in fails(2, "export", EXAMPLE)
    assert "--bad" in fails(2, "--bad")
    assert "--worse" in fails(2, "convert", EXAMPLE, tmp_path / "map.journey", "--worse")
    assert "nowhere.journey" in fails(2, "export", tmp_path / "nowhere.journey", out)
    assert str(tmp_path) in fails(2, "export", tmp_path, out)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_newer_or_foreign_map_is_refused_with_the_place(tmp_path: Path) -> None:
    whole = json.loads(EXAMPLE.read_text("utf-8"))
    broken = tmp_path / "broken.journey"
    for text, place in (
        (EXAMPLE.read_text("utf-8")[:5000], "line"),
        (json.dumps({**whole, "version": 99}), "99"),
        (json.dumps({**whole, "cards": [{"id": "x"}]}), "cards[0]"),
        ("hello", "line 1"),
        ("", "line 1"),
    ):
        broken.write_text(text, "utf-8")
        line = fails(2, "export", broken, tmp_path / "map.pdf")
        assert "broken.journey" in line
        assert place in line
    assert list(tmp_path.iterdir()) == [broken]


def test_a_disk_that_says_no_is_code_1_and_leaves_the_old_file(tmp_path: Path) -> None:
    assert "missing" in fails(1, "export", EXAMPLE, tmp_path / "missing" / "map.pdf")
    (tmp_path / "folder.pdf").mkdir()
    assert "folder.pdf" in fails(1, "export", EXAMPLE, tmp_path / "folder.pdf")
    assert list((tmp_path / "folder.pdf").iterdir()) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_folder_without_permission_is_code_1(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert "permission" in fails(1, "export", EXAMPLE, tmp_path / "map.pdf")


def test_convert_makes_a_map_of_mermaid_and_lists_what_is_lost(tmp_path: Path) -> None:
    source, out = tmp_path / "day.mmd", tmp_path / "day.journey"
    source.write_text("journey\n title Day\n section A\n  Tea: 5: Me\n  Work: X: Me\n", "utf-8")
    done = run("convert", source, out)
    assert done.returncode == 0
    assert [line for line in done.stderr.splitlines() if "day.mmd: line 5" in line]
    parsed = json.loads(out.read_text("utf-8"))
    assert [step["name"] for step in parsed["steps"]] == ["Tea", "Work"]
    assert [point["score"] for point in parsed["points"]] == [2.0]
    source.write_text("journey\n section A: B\n", "utf-8")
    before = out.read_bytes()
    assert "day.mmd: line 2" in fails(2, "convert", source, out)
    assert out.read_bytes() == before


def test_convert_copies_a_map_unchanged(tmp_path: Path) -> None:
    save(small_map(), tmp_path / "in.journey")
    assert run("convert", tmp_path / "in.journey", tmp_path / "out.journey").returncode == 0
    assert (tmp_path / "out.journey").read_bytes() == written(small_map())


def run_together(text: str) -> str:
    """Return the text without what differs where a line breaks: white space, and hyphens at its end."""
    return re.sub(r"[\s-]", "", text)


@needs_cases
@pytest.mark.parametrize("name", sorted(case_json("mermaid", "EXPECTED.json").get("files", {})))
def test_real_mermaid_goes_out_as_pdf(tmp_path: Path, name: str) -> None:
    assert run("export", case_path("mermaid", name), tmp_path / "map.pdf").returncode == 0
    told = subprocess.run(
        ["pdftotext", tmp_path / "map.pdf", "-"], capture_output=True, text=True, check=True
    )
    answer = case_json("mermaid", "EXPECTED.json")["files"][name]
    for task in answer["tasks"]:
        assert run_together(task["task"]) in run_together(told.stdout)


@pytest.mark.skipif(os.name == "nt", reason="other systems end processes in another way")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_export_is_one_line_and_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    command = [
        sys.executable,
        "-m",
        "journeymapper",
        "export",
        EXAMPLE,
        tmp_path / "map.png",
        "--dpi",
        "4000",
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        while not list(tmp_path.iterdir()):  # the neighbour of the output is being written
            assert process.poll() is None
        process.send_signal(number)
        told = process.communicate(timeout=60)[1]
    assert process.returncode == 1
    assert told == "journeymapper: stopped\n"
    assert list(tmp_path.iterdir()) == []


def test_a_locale_without_utf8_makes_no_noise(tmp_path: Path) -> None:
    done = run("export", EXAMPLE, tmp_path / "map.pdf", LC_ALL="C")
    assert (done.returncode, done.stderr) == (0, "")


def test_without_a_display_the_window_says_so() -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux can be without a display")
    assert "display" in fails(1, EXAMPLE)


@pytest.mark.parametrize(
    ("language", "words"),
    [("en_GB", ["1,234.5", "target €1,500", "up 34.5"]), ("lv_LV", ["1 234,5", "up 34,5"])],
)
def test_metrics_go_out_with_the_numbers_of_the_user(tmp_path: Path, language: str, words: list[str]) -> None:
    document = small_map()
    with document.edit("Measure") as edit:
        lane = lanes.add(edit, "Metrics", role="metrics").id
        values = {"value": 1234.5, "unit": "€", "target": 1500.0, "trend": (1200.0,)}
        cards.add(edit, lane, "step-1", "Vidējais pirkums", **values)
        cards.add(edit, lane, "step-1", "ความพึงพอใจ", value=1e308, target=-1e308)
        edit.update("lane-4", Lane, role="internal_interaction")
    save(document, tmp_path / "map.journey")
    assert run("export", tmp_path / "map.journey", tmp_path / "map.pdf", LANGUAGE=language).returncode == 0
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "map.pdf", "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    for said in ["Vidējais pirkums", "ความพึงพอใจ", "1E308", "Line of visibility", *words]:
        assert said in text.replace("\N{NO-BREAK SPACE}", " ")
