import pytest

from journeymapper.exchange.mermaid_text import plain, read_mermaid
from tests.exchange.mermaid_answers import notes_of, tasks_of


def test_entity_codes_pass_the_grammar_and_are_decoded_by_plain() -> None:
    journey = read_mermaid("journey\n section One#58; two\n Pay#59; #35;5 #quot;x#quot;: 3: A#44; B\n")
    (task,) = journey.tasks
    assert plain(journey.sections[0]) == "One: two"
    assert plain(task.task) == 'Pay; #5 "x"'
    assert [plain(person) for person in task.people] == ["A, B"]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("#9829;", "♥"),
        ("#128512;", "😀"),
        ("#amp;lt;", "&lt;"),
        ("#35;58;", "#58;"),
        ("#nosuchname;", "&nosuchname;"),
        ("#0;", "\ufffd"),
        ("#55296;", "\ufffd"),
        ("#" + "9" * 5000 + ";", "\ufffd"),
        ("#" + "0" * 5000 + "65;", "A"),
        ("&amp;", "&amp;"),
        ("One<br>two<BR />three<br/>four", "One\ntwo\nthree\nfour"),
        ("#lt;br#gt;", "<br>"),
        ("<break>", "<break>"),
    ],
)
def test_plain_shows_what_mermaid_shows(raw: str, shown: str) -> None:
    assert plain(read_mermaid(f"journey\naccDescr: {raw}").accessible_description) == shown


def test_breaks_are_kept_until_plain() -> None:
    assert tasks_of("One<br/>two: 3") == [("One<br/>two", 3.0, ())]


def test_quotation_marks_in_a_tag_become_single_as_in_mermaid() -> None:
    assert tasks_of('<b class="x">Pay</b> "now": 3') == [("<b class='x'>Pay</b> \"now\"", 3.0, ())]


def test_a_line_that_looks_like_a_style_loses_its_last_semicolon_as_in_mermaid() -> None:
    journey = read_mermaid("journey\nTask style:3:Ann#44; Bo")
    assert journey.tasks[0].people == ("Ann",)
    assert [note.message for note in journey.notes] == ["the text from “#” on was not taken over: “#44 Bo”"]


def test_directives_are_taken_out_and_noted() -> None:
    text = "%%{init: {\n 'theme': 'dark'\n}}%%\njourney\n%%{wrap}%%\nT: 3 %%{ init: x }%%: Me"
    journey = read_mermaid(text)
    assert [(task.task, task.score, task.people, task.line) for task in journey.tasks] == [
        ("T", 3.0, ("Me",), 6)
    ]
    assert [note.line for note in journey.notes] == [1, 5, 6]
    assert journey.notes[0].message == "the directive “%%{init: { 'theme': 'dark' }}%%” was not taken over"


def test_a_directive_that_is_never_closed_swallows_the_rest_and_is_noted() -> None:
    journey = read_mermaid("journey\nT: 3\n%%{init: {\nU: 4\n")
    assert [task.task for task in journey.tasks] == ["T"]
    assert [(note.line, note.message) for note in journey.notes] == [
        (3, "the directive “%%{init: { U: 4” is not closed by “}%%”; Mermaid reads nothing of it")
    ]


def test_comments_are_taken_out_and_noted() -> None:
    text = "%% one\n%% two\njourney\n\n  %% three\nT: 3: Me %% me\n5%% off: 2\n%%\n%four\nU: 4"
    journey = read_mermaid(text)
    assert [(task.task, task.people, task.line) for task in journey.tasks] == [
        ("T", ("Me %% me",), 6),
        ("U", (), 10),
    ]
    assert [(note.line, note.message) for note in journey.notes] == [
        (1, "2 comment lines were not taken over, the first is “%% one”"),
        (5, "the comment “%% three” was not taken over"),
        (7, "the comment “5%% off: 2” was not taken over"),
        (9, "the comment “%four” was not taken over"),
    ]


def test_what_mermaid_cuts_off_is_noted() -> None:
    text = "journey\ntitle Order #5 now\nsection A #1\nT: 5: Me: you, him\ntitle Later\n"
    assert notes_of(text) == [
        (2, "the text from “#” on was not taken over: “#5 now”"),
        (2, "a later line takes the place of “Order”"),
        (3, "the text from “#” on was not taken over: “#1”"),
        (4, "the text after the third colon of a task was not taken over: “you, him”"),
    ]


def test_notes_are_one_short_printable_line() -> None:
    ((_line, message),) = notes_of("journey\ntitle X #" + "ab\0\t\ud800" * 1000)
    assert len(message) < 120
    assert message.isprintable()
