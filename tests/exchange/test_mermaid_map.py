"""Mermaid journeys as maps: what Mermaid reads is what stands on the map."""

from pathlib import Path
from typing import Any

import pytest

from journeymapper.document.document import Document
from journeymapper.document.records import Card, EmotionPoint, Persona, Stage, Step
from journeymapper.exchange import mermaid
from journeymapper.exchange.mermaid_text import plain
from journeymapper.files.native import read, written
from journeymapper.files.problems import BadFileError
from tests.cases import case_json, case_path, needs_cases


def imported(text: str, name: str = "map.mmd") -> tuple[Document, tuple[str, ...]]:
    return mermaid.read_map(text.encode(), Path(name))


def told(document: Document) -> list[dict[str, Any]]:
    """Return the map's tasks as Mermaid's parser would list them."""
    indexes = document.indexes
    names = {id_: document.get(id_, Persona).name for _order, id_ in indexes.personas}
    emotions = indexes.lanes[1][1]
    tasks = []
    for step in indexes.columns():
        record = document.get(step, Step)
        [card] = indexes.cards(indexes.lanes[0][1], step)
        felt = {
            names.get(persona, ""): document.get(id_, EmotionPoint).score
            for (persona, _wished), id_ in indexes.points(emotions, step).items()
        }
        assert document.get(card, Card).text.split() == record.name.split()
        tasks.append({"section": document.get(record.stage, Stage).name, "task": record.name, "felt": felt})
    return tasks


def expected(task: dict[str, Any]) -> dict[str, Any]:
    people = [plain(person).strip() for person in task["people"]]
    named = [person for person in people if person] or [""]
    score = task["score"]
    felt = {} if score == "NaN" else dict.fromkeys(named, max(-2.0, min(2.0, score - 3)))
    return {
        "section": " ".join(plain(task["section"]).split()),
        "task": " ".join(plain(task["task"]).split()),
        "felt": felt,
    }


@needs_cases
def test_real_diagrams_become_what_mermaid_reads() -> None:
    files = case_json("mermaid", "EXPECTED.json")["files"]
    assert len(files) == 9
    for name, answer in files.items():
        document, _notes = mermaid.read_map(case_path("mermaid", name).read_bytes(), Path(name))
        assert told(document) == [expected(task) for task in answer["tasks"]], name
        assert document.map.title == plain(answer["title"] or answer["accTitle"]).strip()
        named = [s.name for s in (document.get(id_, Stage) for _o, id_ in document.indexes.stages) if s.name]
        assert named == [plain(section).strip() for section in answer["sections"]]
        scored = {p for task in answer["tasks"] for p in task["people"]}
        assert {r.name for r in document if isinstance(r, Persona)} == {plain(p) for p in scored}
        assert written(read(written(document), name)) == written(document)


@needs_cases
def test_edge_cases_become_what_mermaid_reads_or_are_refused() -> None:
    for name, case in case_json("mermaid", "EDGE_CASES.json")["cases"].items():
        if case["ok"]:
            document, _notes = imported(case["input"])
            assert told(document) == [expected(task) for task in case["tasks"]], name
        else:
            with pytest.raises(BadFileError) as caught:
                imported(case["input"])
            assert "map.mmd" in str(caught.value)


def test_tasks_become_steps_with_a_card_and_a_point_for_each_person() -> None:
    document, notes = imported("journey\n title My day\n section A\n  Make tea: 5: Me, Cat\n  Work: 2: Me\n")
    assert document.map.title == "My day"
    assert told(document) == [
        {"section": "A", "task": "Make tea", "felt": {"Me": 2.0, "Cat": 2.0}},
        {"section": "A", "task": "Work", "felt": {"Me": -1.0}},
    ]
    assert notes == ()


def test_what_could_not_be_taken_over_is_listed() -> None:
    _document, notes = imported(
        "journey\n accTitle: For ears\n title T # cut\n section A\n"
        "  A: 9: Me, , You\n  B: X: Me\n  C: 3: Me: more\n %% said aside\n"
    )
    assert "title for screen readers was left out: “For ears”" in notes[0]
    assert [note for note in notes if "line 5" in note and "9" in note and "scale" in note]
    assert [note for note in notes if "line 5" in note and "empty name" in note]
    assert [note for note in notes if "line 6" in note and "no number" in note]
    assert [note for note in notes if "line 7" in note and "more" in note]
    assert [note for note in notes if "line 8" in note and "said aside" in note]
    assert [note for note in notes if "line 3" in note and "cut" in note]


def test_sections_of_one_name_stay_two_stages_and_breaks_become_lines() -> None:
    document, _notes = imported(
        "journey\n section A\n  One<br>two: 3\n section A\n  Pay#58; now: 3\n section End\n"
    )
    assert [document.get(id_, Stage).name for _order, id_ in document.indexes.stages] == ["A", "A", "End"]
    assert [task["task"] for task in told(document)] == ["One two", "Pay: now"]


def test_the_first_journey_of_a_markdown_file_is_read() -> None:
    text = (
        "# N\n\n```mermaid\nflowchart LR\n a-->b\n```\n\n```mermaid\njourney\n section A\n  T: 4: Me\n```\n"
    )
    document, _notes = imported(text, "notes.md")
    assert told(document) == [{"section": "A", "task": "T", "felt": {"Me": 1.0}}]


@pytest.mark.parametrize(
    ("text", "place"),
    [("journey\n section A: B\n", "line 2"), ("flowchart LR\n", "map.mmd"), ("", "map.mmd")],
)
def test_what_mermaid_refuses_is_refused_in_one_line(text: str, place: str) -> None:
    with pytest.raises(BadFileError) as caught:
        imported(text)
    assert place in str(caught.value)
    assert "\n" not in str(caught.value)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(BadFileError, match="UTF-8"):
        mermaid.read_map(b"journey\n\xff", Path("map.mmd"))
