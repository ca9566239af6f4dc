"""What all finders share: they look at one place and say what they found there, if anything."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Final, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict

from journeymapper.document.roles import DIVIDER, EMOTION, ROLES
from journeymapper.guide.health.facts import Facts

#: What a finder looks at, one by one.
Subject = Literal["map", "persona", "stage", "step", "lane", "card"]


def _known(role: object) -> object:
    if not isinstance(role, str) or role not in {*ROLES, EMOTION, DIVIDER}:
        raise ValueError("no such role")
    return role


#: The role of a lane, as ``facts.role_key`` has it.
LaneRole = Annotated[str, BeforeValidator(_known)]


class Parameters(BaseModel):
    """What a rule tells a finder; this one needs to know nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class InLanes(Parameters):
    """Lanes of which roles a finder looks at."""

    roles: tuple[LaneRole, ...]


class Found(NamedTuple):
    """What was found: the ``values`` that the message has places for, and the records it is about.

    Without ``places`` it is about the place that was looked at.
    """

    values: Mapping[str, str] = {}
    places: tuple[str, ...] = ()


#: Looks at a place, by its id ("" for the map), with the facts and what it was told.
Find = Callable[[Facts, Any, str], Found | None]


@dataclass(frozen=True, slots=True)
class Finder:
    """A finder: what it looks at, its ``parameters``, the values it ``gives`` messages.

    ``find`` is asked with the facts, the parameters and the id of a record of the subject, "" for the map. It
    reads that record and a few round it. One that ``asks_column`` looks at what else stands in the columns of
    a card.
    """

    subject: Subject
    find: Find
    parameters: type[Parameters] = Parameters
    gives: frozenset[str] = field(default=frozenset())
    asks_column: bool = False


#: Values that findings of a card, stage, step, lane or persona give.
NAMED: Final = frozenset({"name"})
OF_CARD: Final = frozenset({"name", "stage", "where"})
