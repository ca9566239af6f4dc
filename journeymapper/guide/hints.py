"""Hints for steps of which a template knows nothing: questions that can be asked anywhere."""

from typing import Final

from journeymapper.document.records import Text
from journeymapper.guide.resources import Resource, WordList, read_built_in

HINTS: Final = "hints"


class RoleHints(Resource):
    """Hints for the lanes of a role, a step each, none of them twice in a row."""

    role: Text
    hints: WordList


class HintFile(Resource):
    """What a file of such hints holds."""

    lanes: tuple[RoleHints, ...]


def hints_by_role() -> dict[str, tuple[str, ...]]:
    """Return the hints of each role; a file that is broken is left out, and its hints are not missed."""
    files, _problems = read_built_in(HINTS, HintFile)
    return {lane.role: lane.hints for file in files for lane in file.lanes}
