"""The building blocks as rows: those that fit where one stands first."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from PySide6.QtGui import QGuiApplication, QIcon

from journeymapper.document.document import Document
from journeymapper.document.records import Step
from journeymapper.guide.library.finding import Fit, Found, Situation, plain, situation_at
from journeymapper.guide.library.putting import cards_at, is_among
from journeymapper.guide.resources import Problem
from journeymapper.i18n import _
from journeymapper.ui.docks.library.rows import Row
from journeymapper.ui.docks.naming import lane_name, shortened, stage_name
from journeymapper.ui.icons import tinted
from journeymapper.ui.library import Library
from journeymapper.ui.library_putting import Standing, standing
from journeymapper.ui.open_map import OpenMap

#: Icons by category, of the user's own blocks, and of those of any other category.
_ICONS: Mapping[str, str] = {
    "touchpoints": "gesture-tap-button",
    "content": "file-document-outline",
    "automations": "cog-sync-outline",
    "appeals": "heart-outline",
    "service_tools": "tools",
    "questions": "help-circle-outline",
    "metrics": "chart-line",
    "pains": "alert-circle-outline",
    "opportunities": "lightbulb-on-outline",
}
_OWN_ICON = "bookmark-outline"
_ANY_ICON = "shape-outline"

#: No more of a lane's or a stage's name stands in a heading.
_LONGEST = 40


class Blocks:
    """The page of the blocks; it remembers where one stood when it was last asked."""

    def __init__(self, library: Library) -> None:
        """Show the blocks of a library, of no map yet."""
        self._library = library
        self._situation = Situation()
        self._names = _Names()
        self._cards: frozenset[tuple[str, str]] = frozenset()

    def look(self, open_map: OpenMap | None) -> bool:
        """Look where one stands and what is there; tell whether that changes what is listed."""
        before = self._situation, self._names, self._cards
        if open_map is None:
            self._situation, self._names, self._cards = Situation(), _Names(), frozenset()
        else:
            document, place = open_map.session.document, standing(open_map)
            self._situation = situation_at(document, *place)
            self._names = _names(document, place)
            step = place.step or next(iter(document.indexes.columns()), "")
            cards = cards_at(document, step) if step else frozenset()
            self._cards = cards & self._library.finder.keys
        return before != (self._situation, self._names, self._cards)

    @property
    def problems(self) -> Sequence[Problem]:
        """A line for each file that was left out."""
        return self._library.shelf.problems

    def rows(self, words: str) -> list[Row]:
        """Return the rows for these words: what fits here, and the rest; without words that by category."""
        found = self._library.finder.find(words, self._situation)
        names = {category.key: category.name for category in self._library.shelf.categories}
        if words.strip():
            more = _("More") if any(one.fit is Fit.HERE for one in found) else ""
            return self._headed(found, lambda one: self._here() if one.fit is Fit.HERE else more, names)
        places = {key: place for place, key in enumerate(names)}
        found.sort(key=lambda one: _place_of(one, places))
        return self._headed(found, lambda one: self._heading(one.fit) or names[one.block.category], names)

    def _headed(
        self, found: Iterable[Found], heading: Callable[[Found], str], names: Mapping[str, str]
    ) -> list[Row]:
        """Return blocks as rows, with a heading over those that have the same; "" is none."""
        rows: list[Row] = []
        for words, blocks in groupby(found, heading):
            if words:
                rows.append(Row(words))
            rows.extend(self._row(one, names) for one in blocks)
        return rows

    def _row(self, found: Found, names: Mapping[str, str]) -> Row:
        block = found.block
        channel = block.channel if plain(block.channel) != plain(block.text) else ""
        line = " · ".join(part for part in (channel, block.note) if part)
        kind = names.get(block.category, "")
        icon = _OWN_ICON if found.is_own else _ICONS.get(block.category, _ANY_ICON)
        is_ticked = is_among(block, self._cards)
        return Row(block.text, line, block, kind, partial(_icon, icon), is_ticked, found.is_own)

    def _heading(self, fit: Fit) -> str:
        """Return what stands over the blocks that fit so well; "" over the rest."""
        lane, stage = self._names
        match fit:
            case Fit.HERE:
                return self._here()
            case Fit.LANE:
                return _("{lane} at other stages").format(lane=lane)
            case Fit.STAGE:
                words = _("In other lanes at {stage}") if lane else _("Fits here: {stage}")
                return words.format(stage=stage)
        return ""

    def _here(self) -> str:
        lane, stage = self._names
        words = _("Fits here: {lane} at {stage}") if stage else _("Fits here: {lane}")
        return words.format(lane=lane, stage=stage)


class _Names(NamedTuple):
    """What the lane and the stage where one stands are called; "" where one stands in none."""

    lane: str = ""
    stage: str = ""


def _names(document: Document, place: Standing) -> _Names:
    step = document.find(place.step)
    return _Names(
        shortened(lane_name(document, place.lane), _LONGEST) if place.lane else "",
        shortened(stage_name(document, step.stage), _LONGEST) if isinstance(step, Step) else "",
    )


def _place_of(found: Found, categories: Mapping[str, int]) -> tuple[int, ...]:
    """Return what sorts blocks without words: those of the rest by category, the user's own first."""
    if found.fit is not Fit.ELSEWHERE:
        return (found.fit,)
    return found.fit, not found.is_own, categories[found.block.category]


def _icon(name: str) -> QIcon:
    return tinted(name, QGuiApplication.palette())
