import pytest

from journeymapper.exchange.mermaid_text import plain, read_mermaid
from tests.exchange.mermaid_answers import notes_of, refusal, with_front_matter


def test_front_matter_gives_the_title_and_an_inner_title_overrides_it() -> None:
    assert read_mermaid("---\ntitle: Outer\n---\njourney\nT: 3").title == "Outer"
    assert notes_of("---\ntitle: Outer\n---\njourney\ntitle Inner") == [
        (2, "a later line takes the place of “Outer”")
    ]
    assert read_mermaid("---\ntitle: Outer\n---\njourney\ntitle Inner").title == "Inner"


@pytest.mark.parametrize(
    ("yaml", "title"),
    [
        ("title: My day", "My day"),
        ("title : My day", "My day"),
        ('"title": My day', "My day"),
        ("  title: My day", "My day"),
        ("# before\n\ntitle: My day # after", "My day"),
        ("title: Order#5", "Order#5"),
        ("title: at 12:30", "at 12:30"),
        ("title: 'It''s # a: day'", "It's # a: day"),
        ('title: "a \\"b\\" \\u0101\\x41\\tz"', 'a "b" āA\tz'),
        ('title: "\\uD83D\\uDE00"', "😀"),
        ("title: one\n  two\n\n  three", "one two\nthree"),
        ("title: 'one\n  two\n\n  three'", "one two\nthree"),
        ("title: # later\n  My day", "My day"),
        ("title: |\n  one\n   two\n  three", "one\n two\nthree\n"),
        ("title: |-\n  one\n  two\n\nconfig: x", "one\ntwo"),
        ("title: >-\n  one\n  two\n\n  three\n    deep\n  four", "one two\nthree\n  deep\nfour"),
        ("title: |2-\n    one\n  two", "  one\ntwo"),
        ("title: 2024", "2024"),
        ("title: 1.50", "1.5"),
        ("title: 0x1F", "31"),
        ("title: true", "true"),
        ("title: yes", "yes"),
        ("title: 0", ""),
        ("title: ~", ""),
        ("title: false", ""),
        ("title:", ""),
        ("title: 'A #58; B'", "A #58; B"),
        ("config:\n  title: inner\n  theme: dark\ntitle: X", "X"),
        ("other: x", ""),
    ],
)
def test_titles_in_front_matter(yaml: str, title: str) -> None:
    journey = read_mermaid(with_front_matter(yaml))
    assert journey.title == title
    assert plain(journey.title) == title


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        (
            "title: Phase 1: go",
            "line 2: the title in the front matter has to stand in quotation marks: “Phase 1: go”",
        ),
        ("title: @me", "line 2: the title in the front matter has to stand in quotation marks: “@me”"),
        (
            "a: b\ntitle: 'x",
            "line 3: the quotation mark before the title in the front matter is never closed",
        ),
        (
            "title: 'x' y",
            "line 2: the front matter goes on after the closing quotation mark of the title: “y”",
        ),
        ('title: "\\q"', "line 2: the title in the front matter has an unknown escape: “\\q”"),
        ("title: x\ntitle: y", "line 3: the front matter has two titles"),
    ],
)
def test_titles_that_yaml_forbids_are_refused(yaml: str, message: str) -> None:
    assert refusal(with_front_matter(yaml)) == message


@pytest.mark.parametrize(
    ("yaml", "notes"),
    [
        ("title: X # why", [(2, "the comment “# why” was not taken over")]),
        ("title: 'X' # why", [(2, "the comment “# why” was not taken over")]),
        ("title: Order #5", [(2, "the comment “#5” was not taken over")]),
        ("# why\ntitle: X", [(2, "the comment “# why” was not taken over")]),
        ("title: X\nconfig:\n  theme: dark", [(3, "“config” in the front matter was not taken over")]),
        ("- x", [(2, "the front matter line “- x” was not understood")]),
        (
            "title: [a, b]",
            [(2, "the title in the front matter is not plain text and was not taken over: “[a, b]”")],
        ),
        (
            "title:\n  a: b",
            [(2, "the title in the front matter is not plain text and was not taken over: “a: b”")],
        ),
    ],
)
def test_what_else_stands_in_front_matter_is_noted(yaml: str, notes: list[tuple[int, str]]) -> None:
    assert notes_of(with_front_matter(yaml)) == notes


def test_indented_front_matter_and_blank_lines_round_it() -> None:
    journey = read_mermaid("  ---  \n\n  title: X\n  ---\n\n\n  journey\n  T: 3")
    assert (journey.title, journey.tasks[0].line) == ("X", 8)


def test_front_matter_without_content() -> None:
    assert read_mermaid("---\n\n---\njourney\nT: 3").tasks[0].line == 5
