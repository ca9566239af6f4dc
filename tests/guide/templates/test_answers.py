"""The three questions: what the answers come to."""

import pytest

from journeymapper.guide.businesses import businesses
from journeymapper.guide.templates.answers import Answers, Person, person_of, scenario_of, title_of


@pytest.mark.parametrize(
    ("whose", "person"),
    [
        ("", Person()),
        ("Ilze", Person("Ilze")),
        (" a student\nfrom Riga ", Person("a student from Riga")),
        ("Ilze, 34, teacher", Person("Ilze", "34", "teacher")),
        ("Ilze, teacher, 34", Person("Ilze", "34", "teacher")),
        ("Ilze,34", Person("Ilze", "34")),
        ("Ilze, teacher", Person("Ilze", role="teacher")),
        ("สมชาย，๔๑，ชาวนา", Person("สมชาย", "๔๑", "ชาวนา")),
        # Who is who cannot be told for certain: the words stay together.
        ("Ilze, Jānis, and Somchai", Person("Ilze, Jānis, and Somchai")),
        ("34, teacher", Person("34, teacher")),
        ("Ilze, 34, 35", Person("Ilze, 34, 35")),
        ("room 7, 300, guests", Person("room 7, 300, guests")),
        ("Ilze, 0", Person("Ilze", role="0")),
        (", ,", Person(", ,")),
    ],
)
def test_a_person_is_taken_apart_only_where_it_is_certain(whose: str, person: Person) -> None:
    assert person_of(whose) == person


@pytest.mark.parametrize(
    ("start", "end", "scenario"),
    [
        ("", "", ""),
        ("a slow laptop", "telling a friend.", "From a slow laptop to telling a friend"),
        ("a slow laptop", " ", "From a slow laptop on"),
        ("", "telling a friend", "Until telling a friend"),
    ],
)
def test_from_what_to_what_is_the_scenario(start: str, end: str, scenario: str) -> None:
    assert scenario_of(Answers(start=start, end=end)) == scenario


def test_the_title_names_the_person_and_nothing_where_nothing_was_answered() -> None:
    kinds, _problems = businesses()
    assert title_of(Answers("Ilze, 34, teacher", business=kinds[0])) == "The journey of Ilze"
    assert title_of(Answers(business=kinds[0])) == "Our customers’ journey"
    assert title_of(Answers(end="the second order")) == "Our customers’ journey"
    assert title_of(Answers()) == ""
