"""Which of the five common stages a map's stage is like, whatever it is called."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Final

from journeymapper.document.document import Document, Transaction
from journeymapper.document.folding import Folded
from journeymapper.document.records import Stage
from journeymapper.guide.businesses import BUSINESSES, Business
from journeymapper.guide.folders import built_in
from journeymapper.guide.keys import STAGE_KEYS, StageKey
from journeymapper.guide.resources import read_all, with_words
from journeymapper.guide.stage_sets import STAGE_SETS, StageSet
from journeymapper.i18n import _, catalogue_language

#: What is no part of a name; the look back keeps the search from beginning anew in the middle of a long row.
_NUMBERED = re.compile(r"^\W*\d*\W*|(?<!\W)\W+$")

#: Stages of no known name, by their number: what maps of so few stages mostly show.
_FEW: Final[dict[int, tuple[StageKey, ...]]] = {
    1: ("purchase",),
    2: ("consideration", "retention"),
    3: ("awareness", "purchase", "retention"),
    4: ("awareness", "consideration", "purchase", "retention"),
}


def key_of(document: Document | Transaction, stage: str) -> StageKey:
    """Return the key of the common stage that a stage is like.

    It is known by its name, in English or the user's language; else it counts by its place among the others.

    Raises:
        KeyError: there is no such stage.
    """
    record = document.get(stage, Stage)
    named = _names(catalogue_language()).get(_plain(record.name))
    if named is not None:
        return named
    stages = document.indexes.stages
    return _by_place(bisect_left(stages, (record.order, stage)), len(stages))


def _by_place(place: int, count: int) -> StageKey:
    few = _FEW.get(count)
    return few[place] if few else STAGE_KEYS[(2 * place + 1) * len(STAGE_KEYS) // (2 * count)]


@cache
def _names(_language: str) -> dict[str, StageKey]:
    """Return the keys by the stages' names, folded, in English and the language of the words in use."""
    sets, _problems = read_all(built_in(STAGE_SETS), StageSet)
    kinds, _problems = read_all(built_in(BUSINESSES), Business)
    sets.sort(key=lambda one: one.place)
    names: dict[str, StageKey] = {}
    for change in (str, _):
        said = _pairs([with_words(one, change) for one in sets], [with_words(one, change) for one in kinds])
        for name, key in said:
            names.setdefault(_plain(name), key)
    names.pop("", None)
    return names


def _pairs(sets: list[StageSet], kinds: list[Business]) -> Iterator[tuple[str, StageKey]]:
    """Yield the names of stages with their keys, the commonest first."""
    of_sets = [stage for one in sets for stage in one.stages]
    yield from ((stage.name, stage.key) for stage in of_sets)
    yield from ((name, stage.key) for stage in of_sets for name in stage.also.split(","))
    yield from ((stage.name, stage.key) for one in kinds for stage in one.stages)


def _plain(name: str) -> str:
    """Return a stage's name as it is compared: without case, or a number before it."""
    return _NUMBERED.sub("", Folded(name.strip(), match_case=False).text)
