"""What is said on and of a board of priorities."""

from dataclasses import dataclass
from typing import Final

from journeymapper.document.priorities import (
    HIGH,
    LOW,
    OPPORTUNITIES,
    TOUCHPOINTS,
    UNRATED,
    Board,
    Place,
)
from journeymapper.i18n import _, mark
from journeymapper.style import colours

_LEVELS: Final = {
    "importance": (mark("Low importance"), mark("Medium importance"), mark("High importance")),
    "impact": (mark("Low impact"), mark("Medium impact"), mark("High impact")),
    "effort": (mark("Low effort"), mark("Medium effort"), mark("High effort")),
}

_TOP_LEFT, _TOP_RIGHT, _BOTTOM_LEFT, _BOTTOM_RIGHT = (
    Place(LOW, HIGH),
    Place(HIGH, HIGH),
    Place(LOW, LOW),
    Place(HIGH, LOW),
)


@dataclass(frozen=True, slots=True)
class BoardWords:
    """What a board is called, its corners, what comes first, and the colour of that part of the field.

    All words are marked for translation.
    """

    name: str
    ratings: str
    none: str
    first: str
    none_first: str
    first_ground: str
    corners: dict[Place, str]


_WORDS: Final = {
    TOUCHPOINTS.key: BoardWords(
        name=mark("Touchpoints"),
        ratings=mark("Touchpoints by importance and impact"),
        none=mark("There are no touchpoints on the map yet. Cards of a lane of touchpoints stand here."),
        first=mark("Mend first"),
        none_first=mark("Nothing to mend first: no touchpoint of importance has a low impact."),
        first_ground=colours.ROLE_COLOURS["pain_points"].ground,
        corners={
            _TOP_LEFT: mark("Mend first"),
            _TOP_RIGHT: mark("Keep it excellent"),
            _BOTTOM_LEFT: mark("Leave as it is"),
            _BOTTOM_RIGHT: mark("Make more of it"),
        },
    ),
    OPPORTUNITIES.key: BoardWords(
        name=mark("Opportunities"),
        ratings=mark("Opportunities and ideas by impact and effort"),
        none=mark(
            "There are no opportunities on the map yet. Cards of a lane of opportunities or ideas stand here."
        ),
        first=mark("Quick wins"),
        none_first=mark("No quick wins yet: nothing of a good impact takes little effort."),
        first_ground=colours.ROLE_COLOURS["opportunities"].ground,
        corners={
            _TOP_LEFT: mark("Quick wins"),
            _TOP_RIGHT: mark("Big bets"),
            _BOTTOM_LEFT: mark("Fill in"),
            _BOTTOM_RIGHT: mark("Leave for now"),
        },
    ),
}


def words_of(board: Board) -> BoardWords:
    """Return what is said of a board."""
    return _WORDS[board.key]


def level_words(field: str, level: int) -> str:
    """Return what a rating of 1 … 3 is called."""
    return _(_LEVELS[field][level - 1])


def place_words(board: Board, place: Place) -> str:
    """Return what a place of a board means: its two ratings, and the name of its corner."""
    if place == UNRATED:
        return _("Not rated yet")
    ratings = " · ".join((level_words(board.up, place.up), level_words(board.right, place.right)))
    corner = words_of(board).corners.get(place)
    return _("{ratings}: {corner}").format(ratings=ratings, corner=_(corner)) if corner else ratings
