"""Putting something of the library into the map: into which cell it goes, and what is asked first."""

from functools import partial
from typing import TYPE_CHECKING

from journeymapper.document.records import Card
from journeymapper.guide.library.block import Block
from journeymapper.guide.library.people import KeptPersona, is_known
from journeymapper.guide.library.putting import Goal
from journeymapper.i18n import _
from journeymapper.ui import library_putting
from journeymapper.ui.docks.naming import shortened
from journeymapper.ui.open_map import OpenMap

if TYPE_CHECKING:
    from journeymapper.ui.docks.library.dock import LibraryDock

_LONGEST = 60


class Putting:
    """Puts blocks and personas from the dock into its map; the keyboard stays in the dock."""

    def __init__(self, dock: "LibraryDock") -> None:
        """Put for a dock."""
        self._dock = dock

    def put(self, thing: Block | KeptPersona) -> None:
        """Put something where it belongs, or ask where there is no such place."""
        self._dock.strip.put_away()
        if (open_map := self._dock.open_map) is None:
            return
        if isinstance(thing, Block):
            self._put_block(open_map, thing)
        else:
            self.put_persona(open_map, thing)

    def _put_block(self, open_map: OpenMap, block: Block) -> None:
        goal = library_putting.goal_from(open_map, block)
        if goal is None:
            self._dock.said.emit(_("There is no step yet to put a card at. Add one first."))
        elif goal.lane:
            self._place(open_map, block, goal)
        else:
            self._ask_for_lane(open_map, block, goal)

    def _place(self, open_map: OpenMap, block: Block, goal: Goal) -> None:
        """Put a block where that is still there: since it was asked, the map may be another."""
        if any(id_ and id_ not in open_map.session.document for id_ in goal):
            self._put_block(open_map, block)
            return
        id_ = library_putting.put_block(open_map, block, goal)
        card = open_map.session.document.get(id_, Card)
        self._dock.said.emit(library_putting.put_words(open_map, block, card.lane, card.step))
        self._dock.revealed.emit(id_)

    def _ask_for_lane(self, open_map: OpenMap, block: Block, goal: Goal) -> None:
        """Offer to add the lane that a block lacks, or to put it where one stands."""
        words = library_putting.missing_lane_words(block)
        choices = [(library_putting.add_lane_words(block), partial(self._place, open_map, block, goal))]
        if lane := library_putting.lane_for_cards(open_map):
            here = partial(self._place, open_map, block, Goal(lane, goal.step))
            choices.append((library_putting.into_lane_words(open_map, lane), here))
        self._dock.strip.ask(words, choices)

    def put_persona(self, open_map: OpenMap, kept: KeptPersona) -> None:
        """Put a persona into the map; where one of that name is there, ask first."""
        name = shortened(kept.name, _LONGEST)
        if is_known(open_map.session.document, kept):
            words = _("“{name}” is already in this map.").format(name=name)
            add = partial(self._add_persona, open_map, kept)
            self._dock.show()  # somebody may have dropped it here from another window
            self._dock.strip.ask(words, [(_("Put in a second one"), add)])
        else:
            self._add_persona(open_map, kept)

    def _add_persona(self, open_map: OpenMap, kept: KeptPersona) -> None:
        persona = library_putting.put_persona(open_map, kept)
        words = _("“{name}” is in this map now.").format(name=shortened(kept.name, _LONGEST))
        self._dock.said.emit(words)
        self._dock.revealed.emit(persona)
