import pytest

from journeymapper.exchange.mermaid_text import find_journey, read_mermaid
from tests.exchange.mermaid_answers import refusal

MARKDOWN = """# Words
~~~text
```mermaid
journey
~~~
```mermaid
flowchart TD
```
  ````Mermaid title="x"
  ---
  title: Day
  ---
  journey
    T: 3
  ```
  ````
more words
```mermaid
journey
U: 4
```
"""


def test_the_first_journey_of_a_markdown_file_is_found() -> None:
    block = find_journey(MARKDOWN.replace("  ```\n", ""), markdown=True)
    assert block.text == "---\ntitle: Day\n---\njourney\n  T: 3"
    assert block.first_line == 10
    assert [(note.line, note.message) for note in block.notes] == [
        (18, "a further journey diagram in the same file was not read")
    ]


def test_a_shorter_fence_does_not_close_a_block() -> None:
    assert find_journey(MARKDOWN, markdown=True).text.endswith("T: 3\n```")


def test_lines_are_those_of_the_whole_file() -> None:
    text = MARKDOWN.replace("  ```\n", "").replace("T: 3", "T: 3 #x")
    journey = read_mermaid(text, markdown=True)
    assert (journey.title, journey.tasks[0].line) == ("Day", 14)
    assert [note.line for note in journey.notes] == [14, 18]
    assert refusal(text.replace("T: 3", "T"), markdown=True).startswith("line 14: ")


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("```mermaid", "```"),
        ("``` mermaid", "`````"),
        ("~~~mermaid", "~~~"),
        ("   ```mermaid {theme: dark}", "  ```  "),
        ("```{mermaid}", "```"),
        ("```{.mermaid .wide}", "```"),
        (":::mermaid", ":::"),
        ("::: mermaid", ":::"),
        (":::note\n```mermaid", "```\n:::"),
        ("\ufeff```mermaid", "```"),
        ("```mermaid", ""),
    ],
)
def test_fences_of_a_mermaid_block(opening: str, closing: str) -> None:
    journey = read_mermaid(f"{opening}\njourney\nT: 3\n{closing}\n", markdown=True)
    assert [task.task for task in journey.tasks] == ["T"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "words",
        "    ```mermaid\njourney\n```",
        "``mermaid\njourney\n``",
        "```mermaid-x\njourney",
        "```a`mermaid\njourney",
    ],
)
def test_markdown_without_a_mermaid_block(text: str) -> None:
    assert refusal(text, markdown=True) == "this Markdown file holds no Mermaid diagram"


def test_markdown_with_other_diagrams_only() -> None:
    text = "```mermaid\npie\n```\n```mermaid\n```"
    assert refusal(text, markdown=True) == "none of the Mermaid diagrams in this Markdown file is a journey"


def test_a_journey_in_capitals_is_named_where_there_is_no_other() -> None:
    wrong = "```mermaid\nJourney\n```\n"
    assert refusal(wrong, markdown=True).startswith("line 2: the word “journey” has to be in small letters")
    assert read_mermaid(wrong + "```mermaid\njourney\nT: 3\n```", markdown=True).tasks[0].line == 6
