"""Actions that give a map the stages or lanes of a set, and those that say of what kind it is."""

from collections.abc import Sequence
from functools import partial

from journeymapper.document.roles import MAP_KINDS
from journeymapper.editing import personas
from journeymapper.guide.lane_sets import LaneSet, lane_sets
from journeymapper.guide.sets import add_lanes, add_stages, missing_lanes
from journeymapper.guide.stage_sets import StageSet, stage_sets
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.actions.table import Action, ActionContext, Choice, has_map
from journeymapper.ui.chosen import stage_in_question


def _stage_choices(context: ActionContext) -> Sequence[Choice]:
    """Offer the stage sets, each with its stages as the line that says more."""
    return [
        Choice(one.name, partial(_add_stages, context, one), " · ".join(stage.name for stage in one.stages))
        for one in stage_sets()[0]
    ]


def _add_stages(context: ActionContext, stage_set: StageSet) -> None:
    """Add the stages after the one in question, else at the end."""
    if (open_map := context.open_map) is None or context.canvas is None:
        return
    order = [id_ for _order, id_ in open_map.session.document.indexes.stages]
    beside = stage_in_question(open_map)
    with open_map.edit(_("Add stages")) as edit:
        added = add_stages(edit, stage_set, order.index(beside) + 1 if beside else None)
    open_map.select(added, added[0])
    context.canvas.reveal(added[0])


def _lane_choices(context: ActionContext) -> Sequence[Choice]:
    """Offer the lane sets; one of which nothing is missing has a tick and does nothing more."""
    if context.open_map is None:
        return []
    document = context.open_map.session.document
    choices = []
    for one in lane_sets()[0]:
        missing = missing_lanes(document, one)
        names = ", ".join(lane.shown_name() for lane in missing)
        hint = _("Adds: {lanes}").format(lanes=names) if missing else _("All of them are there.")
        choices.append(Choice(one.name, partial(_add_lanes, context, one), hint, checked=not missing))
    return choices


def _add_lanes(context: ActionContext, lane_set: LaneSet) -> None:
    if (open_map := context.open_map) is None or context.canvas is None:
        return
    with open_map.edit(_("Add lanes")) as edit:
        added = add_lanes(edit, lane_set)
    if not added:
        context.window.say(_("All lanes of “{name}” are there already.").format(name=lane_set.name))
        return
    open_map.select(added)
    context.canvas.reveal(added[0])
    words = ngettext("{count} lane added.", "{count} lanes added.", len(added))
    context.window.say(words.format(count=len(added)))


def _kind_choices(context: ActionContext) -> Sequence[Choice]:
    if context.open_map is None:
        return []
    now = context.open_map.session.document.map.map_kind
    return [
        Choice(_(words), partial(_set_kind, context, kind), checked=kind == now)
        for kind, words in MAP_KINDS.items()
    ]


def _set_kind(context: ActionContext, kind: str) -> None:
    if context.open_map is not None:
        with context.open_map.edit(_("Edit title block")) as edit:
            personas.set_title_block(edit, map_kind=kind)


ACTIONS: tuple[Action, ...] = (
    Action(
        "add_stage_set",
        mark("Add stages of a set"),
        enabled=has_map,
        choices=_stage_choices,
        hint=mark("Add the five common stages, or those of another kind of journey"),
    ),
    Action(
        "add_lane_set",
        mark("Add lanes of a set"),
        enabled=has_map,
        choices=_lane_choices,
        hint=mark("Add the lanes that a kind of map has and this one lacks"),
    ),
    Action(
        "map_kind",
        mark("Kind of map"),
        enabled=has_map,
        choices=_kind_choices,
        hint=mark("Say what the map shows; the lanes it lacks for that are offered"),
    ),
)
