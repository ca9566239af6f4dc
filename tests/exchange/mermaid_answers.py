"""Short ways to ask the Mermaid reader."""

from typing import Any

import pytest

from journeymapper.exchange.mermaid_text import MermaidError, MermaidJourney, read_mermaid


def as_mermaid_tells(journey: MermaidJourney) -> dict[str, Any]:
    return {
        "title": journey.title,
        "acc": [journey.accessible_title, journey.accessible_description],
        "sections": list(journey.sections),
        "tasks": [
            {
                "section": task.section,
                "task": task.task,
                "score": "NaN" if task.score is None else task.score,
                "people": list(task.people),
            }
            for task in journey.tasks
        ],
    }


def tasks_of(lines: str) -> list[tuple[str, float | None, tuple[str, ...]]]:
    return [(task.task, task.score, task.people) for task in read_mermaid("journey\n" + lines).tasks]


def notes_of(text: str, markdown: bool = False) -> list[tuple[int, str]]:
    return [(note.line, note.message) for note in read_mermaid(text, markdown).notes]


def answer_or_refusal(text: str, markdown: bool) -> MermaidJourney | MermaidError:
    try:
        return read_mermaid(text, markdown)
    except MermaidError as error:
        return error


def refusal(text: str, markdown: bool = False) -> str:
    with pytest.raises(MermaidError) as caught:
        read_mermaid(text, markdown)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def with_front_matter(yaml: str) -> str:
    return f"---\n{yaml}\n---\njourney\n"
