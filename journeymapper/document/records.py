"""The records of a map: frozen values, validated once, when they are made.

Every record has an ``id`` and names its owner by id; its place among siblings is a fractional order key
(see ``order_keys``). ``unknown`` keeps fields of the file that this version has no name for, so that they
survive open and save.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Final, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StringConstraints

from journeymapper.document.order_keys import LONGEST_KEY


def _refuse_number(value: object) -> object:
    """Let no number pass for a date: pydantic would take it for seconds since 1970."""
    if isinstance(value, int | float):
        raise ValueError("not a date")
    return value


Identifier = Annotated[str, StringConstraints(min_length=1, max_length=200)]
#: Any text that is well-formed Unicode: the limit is far off, but makes pydantic look inside.
Text = Annotated[str, StringConstraints(max_length=100_000_000)]
OrderKey = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_KEY, pattern=r"^[0-9A-Za-z]+$")]
Rating = Annotated[int, Field(ge=0, le=3, strict=True)]
Score = Annotated[float, Field(ge=-2, le=2, allow_inf_nan=False, strict=True)]
Number = Annotated[float, Field(allow_inf_nan=False, strict=True)]
#: How many columns a card can cover, and how many votes it can have, at most.
WIDEST_SPAN: Final = 10_000
MOST_VOTES: Final = 999

Span = Annotated[int, Field(ge=1, le=WIDEST_SPAN, strict=True)]
Votes = Annotated[int, Field(ge=0, le=MOST_VOTES, strict=True)]
#: The longest side of a picture, in pixels, and how many earlier values a metric can have.
LONGEST_SIDE: Final = 100_000
MOST_EARLIER: Final = 100

#: How many sources the evidence of a card can have, and how many pieces each can count, at most.
MOST_SOURCES: Final = 1_000
MOST_PIECES: Final = 99_999

Pixels = Annotated[int, Field(ge=1, le=LONGEST_SIDE, strict=True)]
Day = Annotated[date, BeforeValidator(_refuse_number)]

#: How narrow and wide a step's column and the lane heads can be, and are until somebody changes it: points.
STEP_WIDTHS: Final = (80.0, 600.0)
STEP_WIDTH: Final = 131.0
LANE_WIDTHS: Final = (80.0, 400.0)
LANE_WIDTH: Final = 110.0

StepWidth = Annotated[float, Field(ge=STEP_WIDTHS[0], le=STEP_WIDTHS[1], allow_inf_nan=False, strict=True)]
LaneWidth = Annotated[float, Field(ge=LANE_WIDTHS[0], le=LANE_WIDTHS[1], allow_inf_nan=False, strict=True)]

Unknown = Mapping[str, Any]

#: The one map record's id.
MAP_ID: Final = "map"

#: A card or point of nobody in particular.
NOBODY = ""

#: The end of a link that leaves the map.
OUTSIDE = ""

#: Of a card or persona without a picture.
NO_PICTURE = ""

#: What a dismissal is about that concerns the map as a whole.
WHOLE_MAP = ""

_NOTHING: Unknown = MappingProxyType({})


def nothing_unknown() -> Unknown:
    """Return the empty mapping that records share (a plain default would be copied for each)."""
    return _NOTHING


class Record(BaseModel):
    """What all records share. ``kind`` names the record, ``collection`` its array in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: ClassVar[str] = ""
    collection: ClassVar[str] = ""

    id: Identifier
    unknown: Unknown = Field(default_factory=nothing_unknown, exclude=True)


class Ordered(Record):
    """A record with a place among its siblings."""

    order: OrderKey


class JourneyMap(Record):
    """The title block: whose journey, from what to what, and when it was last looked at.

    ``lane_width`` is the width of the lane heads. ``audience`` says whether the business sells to consumers
    or to businesses. ``reviewer`` is who looks the map through again by ``next_review``. With an
    ``evidence_strip`` the drawing shows below the steps how sure it is of each.
    """

    kind: ClassVar[str] = "map"
    collection: ClassVar[str] = "map"

    id: Literal["map"] = MAP_ID
    title: Text = ""
    map_kind: Literal["", "current_state", "day_in_the_life", "future_state", "service_blueprint"] = ""
    scenario: Text = ""
    audience: Literal["", "consumers", "businesses"] = ""
    business: Text = ""
    author: Text = ""
    language: Text = ""
    reviewed: Day | None = None
    next_review: Day | None = None
    reviewer: Text = ""
    evidence_strip: StrictBool = False
    lane_width: LaneWidth = LANE_WIDTH


class Picture(Record):
    """A picture that cards and personas show, each kept once: its id is made of the hash of its bytes.

    ``data`` holds the bytes of the file in base64, ``media_type`` says of what kind it is ("image/jpeg",
    "image/png"); ``width`` and ``height`` are pixels.
    """

    kind: ClassVar[str] = "picture"
    collection: ClassVar[str] = "pictures"

    media_type: Text
    width: Pixels
    height: Pixels
    data: Text


class Persona(Ordered):
    """An invented person standing for a group. ``colour`` is a stage hue's name, or empty: by place.

    ``values`` are what the person holds dear: time, luxury, price. ``picture`` names a ``Picture``.
    """

    kind: ClassVar[str] = "persona"
    collection: ClassVar[str] = "personas"

    name: Text = ""
    age: Text = ""
    role: Text = ""
    quote: Text = ""
    goals: Text = ""
    needs: Text = ""
    motivations: Text = ""
    behaviours: Text = ""
    pain_points: Text = ""
    channels: Text = ""
    family: Text = ""
    work: Text = ""
    income: Text = ""
    values: Text = ""
    picture: Text = NO_PICTURE
    decision_role: Literal["", "user", "influencer", "decider", "buyer"] = ""
    colour: Text = ""


class Stage(Ordered):
    """A high-level part of the journey. ``colour`` is a hue's name, or empty: by place."""

    kind: ClassVar[str] = "stage"
    collection: ClassVar[str] = "stages"

    name: Text = ""
    colour: Text = ""


class Step(Ordered):
    """One experience within a stage: a column ``width`` points wide.

    At a moment of truth the customer makes up their mind about the business.
    """

    kind: ClassVar[str] = "step"
    collection: ClassVar[str] = "steps"

    stage: Identifier
    name: Text = ""
    width: StepWidth = STEP_WIDTH
    moment_of_truth: StrictBool = False


class Lane(Ordered):
    """One kind of information across all steps: a row.

    ``lane_kind`` says what stands in it: cards (with a ``role``, see ``roles``), an emotion curve, or
    nothing but a dividing line. A kind or role of a later version is kept and shown as plain cards.
    A ``collapsed`` lane is shown as a thin row, a ``hidden`` one not at all. The points of an emotion lane
    are ``faces``, or plain dots.
    """

    kind: ClassVar[str] = "lane"
    collection: ClassVar[str] = "lanes"

    lane_kind: Annotated[str, StringConstraints(min_length=1)] = "cards"
    role: Text = ""
    name: Text = ""
    hint: Text = ""
    collapsed: StrictBool = False
    hidden: StrictBool = False
    faces: StrictBool = True


class Source(BaseModel):
    """One source of evidence: which, of what day, how many pieces (interviews, answers), in whose words.

    ``source_kind`` is one of ``roles.SOURCE_KINDS``; one of a later version is kept and shown as "other".
    ``link`` leads to it: an address or a file's name.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    source_kind: Text = ""
    name: Text = ""
    day: Day | None = None
    count: Annotated[int, Field(ge=0, le=MOST_PIECES, strict=True)] = 0
    quote: Text = ""
    link: Text = ""
    unknown: Unknown = Field(default_factory=nothing_unknown, exclude=True)


class Evidence(BaseModel):
    """What a card rests on: how sure it is, and the sources that say so."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    level: Literal["", "assumption", "observed", "measured"] = ""
    sources: Annotated[tuple[Source, ...], Field(max_length=MOST_SOURCES)] = ()
    unknown: Unknown = Field(default_factory=nothing_unknown, exclude=True)

    @property
    def count(self) -> int:
        """How many pieces of evidence there are, of all sources."""
        return sum(source.count for source in self.sources)


_NO_EVIDENCE = Evidence()


def no_evidence() -> Evidence:
    """Return the empty evidence that cards share (a plain default would be copied for each)."""
    return _NO_EVIDENCE


class Card(Ordered):
    """One statement in a cell, of a persona or of nobody in particular.

    Which of the fields from ``channel`` to ``due``, and from ``value`` to ``trend``, count depends on the
    lane's role. The card covers ``span`` columns, from that of its step; past the last there is nothing to
    cover. A metric is a ``value`` and its ``target`` in a ``unit``; ``trend`` holds earlier values, the
    oldest first. ``picture`` names a ``Picture``; ``votes`` are the dots that people gave the card.
    """

    kind: ClassVar[str] = "card"
    collection: ClassVar[str] = "cards"

    lane: Identifier
    step: Identifier
    text: Text = ""
    note: Text = ""
    persona: Text = NOBODY
    channel: Text = ""
    online: StrictBool | None = None
    importance: Rating = 0
    impact: Rating = 0
    severity: Rating = 0
    effort: Rating = 0
    owner: Text = ""
    due: Day | None = None
    done: StrictBool = False
    tags: tuple[Text, ...] = ()
    span: Span = 1
    picture: Text = NO_PICTURE
    value: Number | None = None
    unit: Text = ""
    target: Number | None = None
    trend: Annotated[tuple[Number, ...], Field(max_length=MOST_EARLIER)] = ()
    votes: Votes = 0
    evidence: Evidence = Field(default_factory=no_evidence)


class Curve(NamedTuple):
    """Which curve of an emotion lane: whose, and whether the present or the wished-for one."""

    persona: str
    wished: bool = False


class EmotionPoint(Record):
    """How a persona feels at a step: ``score`` from -2 (very bad) to +2 (very good), ``text`` its label.

    ``wished`` points make a curve of their own: how the persona should feel in future.
    """

    kind: ClassVar[str] = "point"
    collection: ClassVar[str] = "points"

    lane: Identifier
    step: Identifier
    persona: Text = NOBODY
    wished: StrictBool = False
    score: Score
    text: Text = ""

    @property
    def curve(self) -> Curve:
        """The curve of its lane that the point is on."""
        return Curve(self.persona, self.wished)


class Link(Record):
    """What leads from a card or step, the ``source``, to another or ``OUTSIDE``, the ``target``.

    ``link_kind`` says how the journey goes on: "next", "back" to where one was, or "leaves", which alone has
    no target. A kind of a later version is kept and shown as "next".
    """

    kind: ClassVar[str] = "link"
    collection: ClassVar[str] = "links"

    source: Identifier
    target: Text = OUTSIDE
    link_kind: Annotated[str, StringConstraints(min_length=1)] = "next"
    text: Text = ""


class Parked(Ordered):
    """A thought that was put aside during the meeting: an entry of the parking lot."""

    kind: ClassVar[str] = "parked"
    collection: ClassVar[str] = "parking_lot"

    text: Text = ""


class Prompt(Record):
    """A hint in an empty cell: what could stand there. It is shown while one edits, and never printed."""

    kind: ClassVar[str] = "prompt"
    collection: ClassVar[str] = "prompts"

    lane: Identifier
    step: Identifier
    text: Text = ""


class Dismissal(Record):
    """A finding of the health check that is none for this map: of a ``rule``, at a ``place``, and why.

    ``place`` is the id of what the finding is about, or ``WHOLE_MAP``.
    """

    kind: ClassVar[str] = "dismissal"
    collection: ClassVar[str] = "dismissals"

    rule: Identifier
    place: Text = WHOLE_MAP
    reason: Text = ""


class Snapshot(Ordered):
    """The map as it once was. ``data`` is its native file without snapshots, packed by zlib, in base64."""

    kind: ClassVar[str] = "snapshot"
    collection: ClassVar[str] = "snapshots"

    name: Text = ""
    day: Day | None = None
    author: Text = ""
    data: Text = ""


#: The kinds of record, in the order of their arrays in the file.
KINDS: tuple[type[Record], ...] = (
    *(JourneyMap, Persona, Stage, Step, Lane, Card, EmotionPoint),
    *(Link, Parked, Prompt, Dismissal, Picture, Snapshot),
)
