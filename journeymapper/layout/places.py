"""What lies where: the answers of the layout to a point on the map."""

from dataclasses import dataclass
from enum import Enum


class Part(Enum):
    """A kind of place on the map."""

    CARD = "card"
    POINT = "point"
    LINK = "link"
    CELL = "cell"
    LANE = "lane"
    LEGEND = "legend"
    STAGE = "stage"
    STEP = "step"
    EVIDENCE = "evidence"
    PERSONA = "persona"
    TITLE = "title"
    SUBTITLE = "subtitle"
    PARKED = "parked"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Hit:
    """What is under a point: the part, its record's id, and the lane and step where it is in one."""

    part: Part
    id: str = ""
    lane: str = ""
    step: str = ""
