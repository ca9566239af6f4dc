import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journeymapper.exchange.mermaid_text import MermaidError, plain
from tests.exchange.mermaid_answers import answer_or_refusal, tasks_of

WORDS = [
    "journey",
    "title ",
    "section ",
    "accDescr {",
    "accTitle:",
    "title: ",
    "mermaid\n",
    "style:",
    "<br",
    "🙂",
]
MARKS = [
    ":",
    ": 3: Me",
    ";",
    "#",
    "#58;",
    "%%",
    "%%{",
    "}%%",
    "}",
    "---\n",
    "|",
    ">",
    "'",
    '"',
    "\\",
    "- ",
    "```",
]
SPACES = ["\n", "\r\n", "\r", " ", "\0", "\ufeff", "\u2028", "\ud800", ":::"]
PIECES = st.sampled_from([*WORDS, *MARKS, *SPACES])
TEXTS = st.one_of(st.text(st.characters()), st.lists(PIECES, max_size=25).map("".join))


@given(
    text=TEXTS,
    start=st.sampled_from(["", "journey\n", "---\ntitle: ", "```mermaid\n"]),
    markdown=st.booleans(),
)
@example(text="\ud800: 3", start="journey\n", markdown=False)
@example(text='\\\n  b"', start='---\ntitle: "a', markdown=False)
def test_no_text_leads_to_anything_but_an_answer_or_a_refusal(text: str, start: str, markdown: bool) -> None:
    journey = answer_or_refusal(start + text, markdown)
    if isinstance(journey, MermaidError):
        assert str(journey).isprintable()
        return
    last = len((start + text).replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    assert all(1 <= note.line <= last and note.message.isprintable() for note in journey.notes)
    assert all(1 <= task.line <= last for task in journey.tasks)
    for words in (journey.title, *journey.sections, *(task.task for task in journey.tasks)):
        assert isinstance(plain(words), str)


NAMES = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"], exclude_characters=":;#%<>}ﬂ\ufeff"),
    min_size=1,
)
LONE_NAMES = NAMES.filter(lambda name: not name.lower().startswith(("journey", "acctitle", "accdescr")))


@given(
    st.lists(st.tuples(LONE_NAMES, st.integers(-9, 9), st.lists(NAMES.filter(lambda name: "," not in name))))
)
def test_what_is_written_is_read(tasks: list[tuple[str, int, list[str]]]) -> None:
    lines = "".join(f"  {name}: {score}: {', '.join(people)}\n" for name, score, people in tasks)
    assert tasks_of(lines) == [(name, float(score), tuple(people or [""])) for name, score, people in tasks]


MILLION = 1_000_000


@pytest.mark.parametrize(
    "text",
    [
        "journey\n" + "<a" * MILLION,
        "journey\nT: " + '<a="' * MILLION + ">",
        "journey" + "\n" * MILLION + "T: 3",
        "journey\n" + " \n" * MILLION + "%%",
        "journey\n" + "%%{ " * MILLION,
        "journey\nT: " + "style:" * MILLION + ";",
        "journey\nstyle" + ":" * MILLION + ";",
        "journey\naccTitle" + " " * MILLION + "x",
        "journey\nT: 3: " + "a," * MILLION,
        "journey\nT: 3: " + "#58;" * MILLION,
        "journey\nT: " + "1" * MILLION,
        "journey\nT<br" + " " * MILLION + ": 3",
        "---" + "\n" * MILLION,
        "---\n" + "\n---a" * MILLION,
        "---\ntitle: " + " " * MILLION + "#\n---\njourney",
        "---\ntitle: '" + "''" * MILLION + "\n---\njourney",
        '---\ntitle: "' + "\\n" * MILLION + '"\n---\njourney',
        "---\ntitle: |" + " " * MILLION + "x\n---\njourney",
        "`" * MILLION,
        "~~~mermaid\n" + "~" * MILLION + "x",
    ],
    ids=lambda text: ascii(text[:24]),
)
@pytest.mark.parametrize("markdown", [False, True])
def test_hostile_text_of_some_megabytes_takes_no_quadratic_time(text: str, markdown: bool) -> None:
    start = time.process_time()
    answer_or_refusal(text, markdown)
    # Quadratic work on a million characters takes minutes at the least; linear work well under a second.
    assert time.process_time() - start < 20
