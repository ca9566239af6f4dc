"""Finding building blocks: by any of their words, those that fit where one stands first."""

import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import Final, NamedTuple

from journeymapper.document.document import Document
from journeymapper.document.folding import Folded, begins_a_word
from journeymapper.document.records import Lane, Step
from journeymapper.document.roles import holds_cards
from journeymapper.guide.businesses import BUSINESSES, Business
from journeymapper.guide.folders import built_in
from journeymapper.guide.library.block import Block
from journeymapper.guide.library.shelf import Shelf
from journeymapper.guide.resources import read_all
from journeymapper.guide.stage_keys import key_of
from journeymapper.i18n import _, catalogue_language

#: The marks over and under letters that do not count; those of other scripts are letters of their own.
_ACCENTS: Final = range(0x300, 0x370)


class Fit(IntEnum):
    """How well a block fits a place, the best first: its lane and stage, one of them, or neither."""

    HERE = 0
    LANE = 1
    STAGE = 2
    ELSEWHERE = 3


@dataclass(frozen=True, slots=True)
class Situation:
    """Where one stands: the lane's ``role`` and the stage's key, None where that is nowhere.

    ``audience`` and ``business`` are those of the map; "" where they are not known. ``business`` is an id.
    """

    role: str | None = None
    stage: str | None = None
    audience: str = ""
    business: str = ""

    def fit(self, block: Block) -> Fit:
        """Return how well a block fits here; one without stages fits any."""
        fits_lane = block.role == self.role
        if self.stage is None:
            return Fit.HERE if fits_lane else Fit.ELSEWHERE
        if fits_lane:
            return Fit.HERE if not block.stages or self.stage in block.stages else Fit.LANE
        return Fit.STAGE if self.stage in block.stages else Fit.ELSEWHERE

    def likelihood(self, block: Block) -> int:
        """Return how likely a block is for this audience and business; 0 where it says nothing of them."""
        audience = -1 if block.audience and self.audience not in {"", block.audience} else 0
        if not self.business or not block.businesses:
            return audience
        return audience + (1 if self.business in block.businesses else -1)


def situation_at(document: Document, lane: str, step: str) -> Situation:
    """Return the situation at a lane and a step of a map; either may be "": nowhere."""
    record = document.find(lane)
    is_lane = isinstance(record, Lane) and holds_cards(record.lane_kind)
    place = document.find(step)
    return Situation(
        role=record.role if is_lane and isinstance(record, Lane) else None,
        stage=key_of(document, place.stage) if isinstance(place, Step) else None,
        audience=document.map.audience,
        business=_businesses(catalogue_language()).get(plain(document.map.business.strip()), ""),
    )


@cache
def _businesses(_language: str) -> dict[str, str]:
    """Return the ids of the kinds of business by their names, folded, in English and the user's language."""
    kinds, _problems = read_all(built_in(BUSINESSES), Business)
    return {plain(name): kind.id for kind in kinds for name in (kind.name, _(kind.name))}


def plain(text: str) -> str:
    """Return a text as it is compared: without case and accents."""
    folded = Folded(text, match_case=False).text
    if folded.isascii():
        return folded
    apart = unicodedata.normalize("NFD", folded)
    return unicodedata.normalize("NFC", "".join(char for char in apart if ord(char) not in _ACCENTS))


def key_of_block(block: Block) -> tuple[str, str]:
    """Return what is the same of a block and the cards made of it: the role, and the text without case."""
    return block.role, plain(block.text.strip())


class Found(NamedTuple):
    """A block that was found, how well it fits, and whether it is one of the user's own."""

    block: Block
    fit: Fit
    is_own: bool


class _Entry(NamedTuple):
    block: Block
    is_own: bool
    text: str
    words: str


class Finder:
    """Finds blocks of a shelf; their words are folded once. ``keys`` are those of all (``key_of_block``)."""

    def __init__(self, shelf: Shelf) -> None:
        """Read the words of all blocks."""
        names = {category.key: category.name for category in shelf.categories}
        own = [(block, True) for block in shelf.own]
        blocks = [*own, *((block, False) for block in shelf.built_in)]
        self._entries = [_entry(block, is_own, names.get(block.category, "")) for block, is_own in blocks]
        self.keys = frozenset(key_of_block(block) for block, _is_own in blocks)

    def find(self, words: str, situation: Situation) -> list[Found]:
        """Return the blocks in which each of the words begins one of theirs; all blocks where there is none.

        Those that fit the situation wholly come first. Without words those follow that fit the lane, then
        the stage, then the rest; with words, those whose text itself says them all. Among equals those come
        first that are likelier for the map's audience and business, then it is as on the shelf.
        """
        sought = plain(words).split()
        ranked: list[tuple[tuple[int, ...], Found]] = []
        for entry in self._entries:
            if (rank := _rank(entry, sought)) is not None:
                fit = situation.fit(entry.block)
                key = (fit is not Fit.HERE, rank, fit, -situation.likelihood(entry.block))
                ranked.append((key, Found(entry.block, fit, entry.is_own)))
        ranked.sort(key=lambda one: one[0])
        return [found for _key, found in ranked]


def _entry(block: Block, is_own: bool, category: str) -> _Entry:
    text = _searched(block.text)
    more = (block.words, category, block.channel, *block.tags, block.note)
    return _Entry(block, is_own, text, "\n".join((text, *map(_searched, more))))


def _searched(text: str) -> str:
    """Return what of a text is searched: itself, and without hyphens: “email” finds “E-mail”."""
    folded = plain(text)
    return f"{folded}\n{folded.replace('-', '')}" if "-" in folded else folded


def _rank(entry: _Entry, sought: list[str]) -> int | None:
    """Return 0 where a block's text says all the words, 1 where the rest of it does, None where neither."""
    if not all(word in entry.words for word in sought):
        return None
    if all(_begins_any(word, entry.text) for word in sought):
        return 0
    return 1 if all(_begins_any(word, entry.words) for word in sought) else None


def _begins_any(sought: str, text: str) -> bool:
    """Tell whether a word of a text begins so."""
    at = text.find(sought)
    while at >= 0:
        if begins_a_word(text, at):
            return True
        at = text.find(sought, at + 1)
    return False
