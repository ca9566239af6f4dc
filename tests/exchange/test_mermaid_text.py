import math

import pytest

from journeymapper.exchange.mermaid_text import (
    MermaidError,
    parse_journey,
    read_mermaid,
)
from tests.cases import case_json, case_path, needs_cases
from tests.exchange.mermaid_answers import (
    as_mermaid_tells,
    refusal,
    tasks_of,
)

EXPECTED = case_json("mermaid", "EXPECTED.json").get("files", {})
EDGE_CASES = case_json("mermaid", "EDGE_CASES.json").get("cases", {})


@needs_cases
@pytest.mark.parametrize("name", EXPECTED)
def test_real_diagrams_are_read_as_mermaid_reads_them(name: str) -> None:
    expected = EXPECTED[name]
    text = case_path("mermaid", name).read_bytes().decode("utf-8")
    assert as_mermaid_tells(read_mermaid(text)) == {
        "title": expected["title"],
        "acc": [expected["accTitle"], expected["accDescription"]],
        "sections": expected["sections"],
        "tasks": expected["tasks"],
    }


@needs_cases
@pytest.mark.parametrize("name", EDGE_CASES)
def test_edge_cases_are_read_or_refused_as_mermaid_does(name: str) -> None:
    case = EDGE_CASES[name]
    if case["ok"]:
        answer = as_mermaid_tells(read_mermaid(case["input"]))
        assert answer == {key: case[key] for key in answer}
    else:
        place = case["error"].removeprefix("Parse error on ") if "Parse error" in case["error"] else "line 1:"
        assert refusal(case["input"]).startswith(place)


def test_a_whole_diagram() -> None:
    journey = read_mermaid(
        "journey\n"
        "    title Ordering a laptop\n"
        "    accTitle: A laptop, ordered\n"
        "    section Choose\n"
        "      Compare prices  : 2 : Anna, Ben \n"
        "    section Pay\n"
        "      Pay by card:5:Anna\n"
    )
    assert journey.title == "Ordering a laptop"
    assert journey.accessible_title == "A laptop, ordered"
    assert journey.sections == ("Choose", "Pay")
    compare, pay = journey.tasks
    assert (compare.task, compare.score, compare.people) == ("Compare prices  ", 2.0, ("Anna", "Ben"))
    assert (compare.section, compare.section_index, compare.line) == ("Choose", 0, 5)
    assert (pay.task, pay.score, pay.people, pay.line) == ("Pay by card", 5.0, ("Anna",), 7)
    assert journey.notes == ()


def test_sections_of_one_name_are_told_apart_by_their_index() -> None:
    journey = read_mermaid("journey\n Early: 3\n section A\n T: 1\n section B\n U: 2\n section A\n V: 3")
    assert journey.sections == ("A", "B", "A")
    assert [(task.section, task.section_index) for task in journey.tasks] == [
        ("", -1),
        ("A", 0),
        ("B", 1),
        ("A", 2),
    ]


@pytest.mark.parametrize(
    ("score", "number"),
    [
        ("", 0.0),
        (" 3.5 ", 3.5),
        ("-2", -2.0),
        ("+4", 4.0),
        (".5", 0.5),
        ("5.", 5.0),
        ("1e1", 10.0),
        ("0x1F", 31.0),
        ("0b11", 3.0),
        ("0o17", 15.0),
        ("\u00a05\ufeff", 5.0),
        ("Infinity", math.inf),
        ("-Infinity", -math.inf),
        ("0x" + "f" * 300, math.inf),
        ("infinity", None),
        ("NaN", None),
        ("1_0", None),
        ("-0x1", None),
        ("٣", None),
        ("5 5", None),
        ("happy", None),
        ("0x", None),
        ("1e", None),
        (".", None),
    ],
)
def test_scores_are_javascript_numbers(score: str, number: float | None) -> None:
    assert tasks_of(f"T:{score}: Me") == [("T", number, ("Me",))]


def test_names_after_the_second_colon() -> None:
    assert tasks_of("T: 5") == [("T", 5.0, ())]
    assert tasks_of("T: 5:") == [("T", 5.0, ("",))]
    assert tasks_of("T: 5: Me, , You,") == [("T", 5.0, ("Me", "", "You", ""))]
    assert tasks_of("T: 5: Me: him") == [("T", 5.0, ("Me",))]


def test_words_that_only_look_like_keywords_are_tasks() -> None:
    assert [task[0] for task in tasks_of("sectional: 1\ntitles: 2\ntitle: 3\nsection: 4\nſection x: 5")] == [
        "sectional",
        "titles",
        "title",
        "section",
        "ſection x",
    ]


def test_keywords_after_the_first_line_may_be_in_capitals() -> None:
    journey = read_mermaid("journey\n TITLE X\n SECTION A\n ACCTITLE: Y")
    assert (journey.title, journey.sections, journey.accessible_title) == ("X", ("A",), "Y")


def test_a_keyword_reaches_over_the_end_of_its_line_as_in_mermaid() -> None:
    journey = read_mermaid("journey\ntitle\nOne\nsection\nTwo\naccTitle:\n\n  Three\n")
    assert (journey.title, journey.sections, journey.accessible_title) == ("One", ("Two",), "Three")


def test_several_statements_follow_the_keyword_on_its_line() -> None:
    assert read_mermaid("journey title X").title == "X"
    assert read_mermaid("journey T: 3").tasks[0].task == "T"


def test_the_description_over_several_lines() -> None:
    journey = read_mermaid("journey\n accDescr {\n   One #1; two;\n\n     three\n }\n T: 3\n")
    assert journey.accessible_description == "One ﬂ°°1¶ß two;\nthree"
    assert journey.tasks[0].line == 7


def test_an_empty_description_in_braces_says_nothing() -> None:
    journey = read_mermaid("journey\n accDescr: before\n accDescr {}\n")
    assert journey.accessible_description == "before"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end(end: str) -> None:
    journey = read_mermaid(end.join(["", "  journey", "title X", "", "section A", "T: 5: Me", "U: 4", ""]))
    assert (journey.title, journey.sections) == ("X", ("A",))
    assert [(task.task, task.line) for task in journey.tasks] == [("T", 6), ("U", 7)]


def test_a_byte_order_mark_is_no_text() -> None:
    assert read_mermaid("\ufeffjourney\nT: 3").tasks[0].task == "T"
    assert read_mermaid("\ufeff---\ntitle: X\n---\njourney").title == "X"


def test_scripts_and_emoji_stay_whole() -> None:
    assert tasks_of("จ่ายเงิน 🙂: 2: ลูกค้า, 😀👍🏽") == [("จ่ายเงิน 🙂", 2.0, ("ลูกค้า", "😀👍🏽"))]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1: the text holds no diagram"),
        (" \n%% only a comment\n", "line 3: the text holds no diagram"),
        ("\nflowchart TD\n A-->B", "line 2: this is no journey diagram, it starts with “flowchart TD”"),
        (
            "JOURNEY\n T: 3",
            "line 1: the word “journey” has to be in small letters and stand by itself: “JOURNEY”",
        ),
        (
            "journeys\n T: 3",
            "line 1: the word “journey” has to be in small letters and stand by itself: “journeys”",
        ),
        (
            "---\ntitle: X\njourney\n",
            "line 1: front matter has to start on the first line and to end with a line of its own, “---”",
        ),
        (
            "\n---\ntitle: X\n---\njourney\n",
            "line 2: front matter has to start on the first line and to end with a line of its own, “---”",
        ),
        (
            "journey\n section One: two",
            "line 2: the name of a section cannot contain “:”; write “#58;” for it",
        ),
        (
            "journey\n section One; two",
            "line 2: the name of a section cannot contain “;”; write “#59;” for it",
        ),
        ("journey\n title One; two", "line 2: a title cannot contain “;”; write “#59;” for it"),
        (
            "journey\n section A\n Order #5: 3",
            "line 3: the name of a task cannot contain “#”; write “#35;” for it: “Order”",
        ),
        (
            "journey\n section A\n Pay; go: 3",
            "line 3: the name of a task cannot contain “;”; write “#59;” for it: “Pay”",
        ),
        ("journey\n T: 3: Me; you", "line 2: “;” cannot stand here; write “#59;” for it"),
        ("journey\n ;", "line 2: “;” cannot stand here; write “#59;” for it"),
        ("journey\n : 3", "line 2: the name of a task is missing before “:”"),
        ("journey\n Make tea\n T: 3", "line 2: a colon and a score are missing after the task “Make tea”"),
        ("journey\n\n Make tea", "line 3: a colon and a score are missing after the task “Make tea”"),
        ("journey\n Make tea:\n", "line 2: the score is missing after the colon: “Make tea”"),
        (
            "journey\n T: 3\n Journey home: 4",
            "line 3: nothing after the first line can start with the word “journey”",
        ),
        ("journey\n accDescr {\n no end", "line 2: “accDescr {” is never closed by “}”"),
        ("journey\n accTitle:\n\n", "line 2: there is no text after “accTitle:”"),
    ],
)
def test_refusals_say_what_and_where(text: str, message: str) -> None:
    assert refusal(text) == message


def test_an_error_tells_its_line_and_message_apart() -> None:
    with pytest.raises(MermaidError) as caught:
        parse_journey("%%{wrap}%%\n%% c\njourney\n :3", first_line=10)
    assert caught.value.line == 13
    assert caught.value.message == "the name of a task is missing before “:”"
