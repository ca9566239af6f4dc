"""Stage sets: stages that a map can begin with, or be given."""

from typing import Final

from pydantic import StrictInt

from journeymapper.document.records import Text
from journeymapper.guide.keys import Audience, StageKey
from journeymapper.guide.resources import Problem, Resource, WordList, Words, read_built_in

STAGE_SETS: Final = "stage_sets"


class SetStage(Resource):
    """A stage of a set, with the ``steps`` that suggest themselves.

    ``also`` are other names for the like, with commas between them, by which such a stage is known.
    """

    name: Words
    key: StageKey
    steps: WordList = ()
    also: Words = ""


class StageSet(Resource):
    """A set of stages. ``line`` says what it is for; sets stand by ``place``."""

    id: Text
    name: Words
    line: Words = ""
    place: StrictInt = 0
    audience: Audience = ""
    stages: tuple[SetStage, ...]


def stage_sets() -> tuple[list[StageSet], list[Problem]]:
    """Return the stage sets in their order, and a line for each file that was left out."""
    sets, problems = read_built_in(STAGE_SETS, StageSet)
    return sorted(sets, key=lambda one: one.place), problems
