"""The rules of the health check, as the data under ``resources/checks`` has them."""

from collections.abc import Mapping
from string import Formatter
from typing import Annotated, Any, Final, Literal, Self

from pydantic import AfterValidator, Field, StrictInt, model_validator

from journeymapper.document.records import Text
from journeymapper.guide.health.finders.finder import Finder, Parameters
from journeymapper.guide.health.finders.of_card import OF_CARDS
from journeymapper.guide.health.finders.of_map import OF_MAP
from journeymapper.guide.health.finders.of_structure import OF_STRUCTURE
from journeymapper.guide.health.fixes import check_fix
from journeymapper.guide.keys import Audience, MapKind
from journeymapper.guide.resources import Problem, Resource, Words, read_built_in
from journeymapper.i18n import mark

CHECKS: Final = "checks"

Severity = Literal["serious", "warning", "hint"]

#: How much a finding matters, most first.
SEVERITIES: Final[Mapping[str, str]] = {
    "serious": mark("serious"),
    "warning": mark("warning"),
    "hint": mark("hint"),
}

#: What rules can look for, by name.
FINDERS: Final[Mapping[str, Finder]] = {**OF_MAP, **OF_STRUCTURE, **OF_CARDS}

FilledText = Annotated[Text, Field(min_length=1)]
FilledWords = Annotated[Words, Field(min_length=1)]


def _known(finder: str) -> str:
    if finder not in FINDERS:
        raise ValueError("there is no finder of this name")
    return finder


class Rule(Resource):
    """A rule: something that a map should be or have.

    ``message`` is one line with places for what the finder gives, such as ``{name}``, and ``several`` what
    more than one finding of it is called together; ``why`` says why it matters. ``find`` names a finder and
    ``with`` what it is told; ``fix`` names what can be done at once, and ``fix_with`` what that is told. The
    rule counts for maps of the ``kinds`` and ``audiences`` named, or any where none is, and from ``after``
    cards and emotion points on.
    """

    id: FilledText
    severity: Severity
    message: FilledWords
    several: Words = ""
    why: FilledWords
    find: Annotated[str, AfterValidator(_known)]
    told: Mapping[Text, Any] = Field(default={}, alias="with")
    fix: Text = ""
    fix_with: Text = ""
    kinds: tuple[MapKind, ...] = ()
    audiences: tuple[Audience, ...] = ()
    after: StrictInt = 1

    @property
    def finder(self) -> Finder:
        """What looks for it."""
        return FINDERS[self.find]

    @property
    def parameters(self) -> Parameters:
        """What the finder is told."""
        return self.finder.parameters.model_validate(self.told)

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        """Check that finder and fix understand what they are told, and the message asks for what is given."""
        check_fix(self.fix, self.fix_with)
        self.finder.parameters.model_validate(self.told)
        if not places_in(self.message) <= self.finder.gives:
            raise ValueError("the message has a place for what the finder does not give")
        return self


def places_in(message: str) -> set[str]:
    """Return the names of the places in a message.

    Raises:
        ValueError: a brace stands alone.
    """
    return {name for _text, name, _form, _how in Formatter().parse(message) if name is not None}


class CheckFile(Resource):
    """A file of rules; files stand by ``place``."""

    place: StrictInt = 0
    rules: tuple[Rule, ...]


def rules() -> tuple[list[Rule], list[Problem]]:
    """Return all rules in their order, and a line for each file that was left out."""
    files, problems = read_built_in(CHECKS, CheckFile)
    files.sort(key=lambda file: file.place)
    return [rule for file in files for rule in file.rules], problems
