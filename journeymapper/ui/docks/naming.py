"""What the parts of a map are called in lists, trees and tables: never nothing, never too long."""

from journeymapper.document.document import Document
from journeymapper.document.records import Card, Lane, Stage, Step
from journeymapper.editing.cells import line_of
from journeymapper.i18n import _

#: No more of a text than this is shown on one line.
_LONGEST = 200


def shortened(words: str) -> str:
    """Return the beginning of words that are too long for one line."""
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def map_title(document: Document) -> str:
    """Return what the map is called."""
    return shortened(document.map.title) or _("Untitled map")


def stage_name(document: Document, stage: str) -> str:
    """Return what a stage is called."""
    return shortened(document.get(stage, Stage).name) or _("Unnamed stage")


def step_name(document: Document, step: str) -> str:
    """Return what a step is called."""
    return shortened(document.get(step, Step).name) or _("Unnamed step")


def lane_name(document: Document, lane: str) -> str:
    """Return what a lane is called."""
    return shortened(document.get(lane, Lane).name) or _("Unnamed lane")


def card_words(card: Card) -> str:
    """Return a card's text on one line."""
    words = line_of(card.text[: _LONGEST + 1])
    return shortened(words) if words.strip() else _("Empty card")


def place_words(document: Document, lane: str, step: str) -> str:
    """Return the names of a cell's lane and step."""
    return _("{lane}, {step}").format(lane=lane_name(document, lane), step=step_name(document, step))
