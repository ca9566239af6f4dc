"""What the parts of a map are called in lists, trees and tables: never nothing, never too long."""

from journeymapper.document import figures
from journeymapper.document.document import Document
from journeymapper.document.links import BACK
from journeymapper.document.records import NO_PICTURE, OUTSIDE, Card, Lane, Link, Stage, Step
from journeymapper.editing.cells import line_of
from journeymapper.i18n import _

#: No more of a text than this is shown on one line, and where it is one of several parts of that.
_LONGEST = 200
_LONGEST_PART = 40


def shortened(words: str, longest: int = _LONGEST) -> str:
    """Return the beginning of words that are too long for one line."""
    return words if len(words) <= longest else words[: longest - 1] + "…"


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


def card_words(document: Document, card: Card) -> str:
    """Return a card's text on one line, that of a metric with its number."""
    words = line_of(figures.card_words(document, card)[: _LONGEST + 1])
    if words.strip():
        return shortened(words)
    return _("Empty card") if card.picture == NO_PICTURE else _("Picture without words")


def place_words(document: Document, lane: str, step: str) -> str:
    """Return the names of a cell's lane and step."""
    return _("{lane}, {step}").format(lane=lane_name(document, lane), step=step_name(document, step))


def end_name(document: Document, end: str) -> str:
    """Return what the card or step at an end of a link is called, in a few words."""
    record = document.find(end)
    words = card_words(document, record) if isinstance(record, Card) else step_name(document, end)
    return shortened(words, _LONGEST_PART)


def link_words(document: Document, link: Link) -> str:
    """Return what a link says of its ends, without its label."""
    source = end_name(document, link.source)
    if link.target == OUTSIDE:
        return _("“{source}” leaves the map").format(source=source)
    words = _("“{source}” leads to “{target}”")
    if link.link_kind == BACK:
        words = _("“{source}” goes back to “{target}”")
    return words.format(source=source, target=end_name(document, link.target))
