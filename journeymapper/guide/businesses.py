"""Kinds of business: the stages of their customers' journeys, with questions that the owner can answer."""

from typing import Final

from pydantic import StrictInt

from journeymapper.document.records import Text
from journeymapper.guide.keys import Audience, StageKey
from journeymapper.guide.resources import Problem, Resource, WordList, Words, WordsByKey, read_built_in

BUSINESSES: Final = "businesses"


class BusinessStage(Resource):
    """A stage of a business's journey, with the names of its ``steps``.

    ``hints`` are questions for empty cells, by the role of their lane.
    """

    name: Words
    key: StageKey
    steps: WordList
    hints: WordsByKey


class Business(Resource):
    """A kind of business. ``line`` says what belongs to it, ``icon`` is qtawesome's name of its icon.

    Businesses stand by ``place``.
    """

    id: Text
    name: Words
    line: Words
    place: StrictInt = 0
    audience: Audience
    icon: Text
    stages: tuple[BusinessStage, ...]


def businesses() -> tuple[list[Business], list[Problem]]:
    """Return the kinds of business in their order, and a line for each file that was left out."""
    kinds, problems = read_built_in(BUSINESSES, Business)
    return sorted(kinds, key=lambda one: one.place), problems
