"""From the library onto the map: where a block goes, and the edits that put blocks and personas there."""

from typing import NamedTuple

from journeymapper.document.records import Lane
from journeymapper.document.roles import holds_cards, role_of
from journeymapper.document.texts import on_one_line
from journeymapper.guide.library import people, putting
from journeymapper.guide.library.block import Block
from journeymapper.guide.library.people import KeptPersona
from journeymapper.guide.library.putting import Goal
from journeymapper.i18n import _
from journeymapper.ui.chosen import lane_in_question, stage_in_question, step_in_question
from journeymapper.ui.docks.naming import lane_name, place_words, shortened
from journeymapper.ui.open_map import OpenMap

#: No more of a block's text is named in a line for the user.
_LONGEST = 60


class Standing(NamedTuple):
    """The lane and the step where one stands; "" for each where that is nowhere in particular."""

    lane: str = ""
    step: str = ""


def _name(block: Block) -> str:
    return shortened(on_one_line(block.text), _LONGEST)


def standing(open_map: OpenMap) -> Standing:
    """Return where one stands in a map; on a stage that is its first step."""
    lane, step = lane_in_question(open_map), step_in_question(open_map)
    if not step and (stage := stage_in_question(open_map)):
        step = next(iter(open_map.session.document.indexes.steps(stage)), "")
    return Standing(lane, step)


def goal_from(open_map: OpenMap, block: Block) -> Goal | None:
    """Return where a block goes from where one stands (see ``putting.goal_of``)."""
    session = open_map.session
    unseen = {id_ for _key, id_ in session.document.indexes.lanes if not session.layout.is_open(id_)}
    return putting.goal_of(session.document, block, *standing(open_map), unseen)


def lane_for_cards(open_map: OpenMap) -> str:
    """Return the lane where one stands, where cards can be seen in it, or ""."""
    lane = standing(open_map).lane
    if not lane or not open_map.session.layout.is_open(lane):
        return ""
    return lane if holds_cards(open_map.session.document.get(lane, Lane).lane_kind) else ""


def put_block(open_map: OpenMap, block: Block, goal: Goal, place: int | None = None) -> str:
    """Put a block into a cell, in a new lane where the goal names none; return the card.

    The keyboard's cell stays what it is; where the card stands in that, it is selected.
    """
    with open_map.edit(_("Add card from the library")) as edit:
        if goal.lane:
            card = putting.put(edit, block, *goal, place)
        else:
            card = putting.put_with_lane(edit, block, goal.step)
    if open_map.cell == (card.lane, card.step):
        open_map.select({card.id}, card.id)
    return card.id


def put_words(open_map: OpenMap, block: Block, lane: str, step: str) -> str:
    """Return where a block has come to stand, and what hides it there."""
    document, layout = open_map.session.document, open_map.session.layout
    words = _("“{block}” put into {place}.")
    if not layout.is_shown(lane):
        words = _("“{block}” put into {place}; the lane is hidden.")
    elif not layout.is_open(lane):
        words = _("“{block}” put into {place}; the lane is collapsed.")
    return words.format(block=_name(block), place=place_words(document, lane, step))


def missing_lane_words(block: Block) -> str:
    """Return what is missing for a block to be put where it belongs."""
    role = role_of(block.role).shown_name()
    return _("This map has no lane “{lane}” for “{block}”.").format(lane=role, block=_name(block))


def add_lane_words(block: Block) -> str:
    """Return what adds the lane that a block lacks."""
    return _("Add the lane “{lane}”").format(lane=role_of(block.role).shown_name())


def into_lane_words(open_map: OpenMap, lane: str) -> str:
    """Return what puts a block into another lane."""
    return _("Put it into “{lane}”").format(
        lane=shortened(lane_name(open_map.session.document, lane), _LONGEST)
    )


def put_persona(open_map: OpenMap, kept: KeptPersona) -> str:
    """Put a persona of the library into a map, and return its id; the selection stays what it is."""
    with open_map.edit(_("Add persona from the library")) as edit:
        return people.put(edit, kept)
