"""The three lines of a service blueprint, where they belong."""

import pytest

from journeymapper.document.document import Document
from journeymapper.document.records import Lane
from journeymapper.editing import blueprint, lanes
from tests.maps import counting_identifiers


def map_of(*roles: str) -> Document:
    """Return a map with a lane of cards of each role; "|name" is a dividing line of that name."""
    document = Document(identify=counting_identifiers())
    with document.edit("Build") as edit:
        for role in roles:
            if role.startswith("|"):
                lanes.add(edit, role[1:], "divider")
            else:
                lanes.add(edit, role, "emotion" if role == "emotion" else "cards", role)
    return document


def order(document: Document) -> list[str]:
    """Return the lanes' roles; those of lines are led by a stroke."""
    found = [document.get(id_, Lane) for _order, id_ in document.indexes.lanes]
    return [f"|{lane.role}" if lane.lane_kind == "divider" else lane.role for lane in found]


def drawn(document: Document) -> list[str]:
    with document.edit("Add blueprint lines") as edit:
        added = blueprint.add_lines(edit)
    standing = [id_ for _order, id_ in document.indexes.lanes]
    assert added == sorted(added, key=standing.index)
    return order(document)


@pytest.mark.parametrize(
    ("roles", "wanted"),
    [
        (
            "physical_evidence actions frontstage backstage processes policies technology people",
            "physical_evidence actions |interaction frontstage |visibility backstage |internal_interaction "
            "processes policies technology people",
        ),
        (
            "goals actions touchpoints emotion frontstage backstage people metrics",
            "goals actions touchpoints emotion |interaction frontstage |visibility backstage "
            "|internal_interaction people metrics",
        ),
        ("actions goals", "actions goals |interaction |visibility |internal_interaction"),
        (
            "actions backstage processes",
            "actions backstage |internal_interaction processes |interaction |visibility",
        ),
        (
            "frontstage actions backstage",
            "frontstage |interaction actions |visibility backstage |internal_interaction",
        ),
        (
            "frontstage actions frontstage backstage people backstage",
            "frontstage actions |interaction frontstage |visibility backstage |internal_interaction people "
            "backstage",
        ),
        ("", "|interaction |visibility |internal_interaction"),
    ],
)
def test_each_line_stands_between_its_lanes_or_at_the_foot(roles: str, wanted: str) -> None:
    assert drawn(map_of(*roles.split())) == wanted.split()


def test_only_missing_lines_are_added_and_lines_without_a_role_are_known_by_their_names() -> None:
    document = map_of("actions", "|Line of visibility", "frontstage", "|Where we stop", "backstage", "people")
    assert drawn(document) == [
        *("actions", "|visibility", "|interaction", "frontstage", "|", "backstage"),
        *("|internal_interaction", "people"),
    ]
    with document.edit("Again") as edit:
        assert blueprint.add_lines(edit) == []
    assert edit.change.is_empty


def test_the_names_are_the_lines_own() -> None:
    document = map_of()
    drawn(document)
    assert [document.get(id_, Lane).name for _order, id_ in document.indexes.lanes] == [
        *("Line of interaction", "Line of visibility", "Line of internal interaction")
    ]
