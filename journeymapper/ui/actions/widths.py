"""Actions on widths and borders: what the hand does by dragging a border."""

from functools import partial

from journeymapper.document.records import LANE_WIDTH, STEP_WIDTH, Stage, Step
from journeymapper.editing import personas, stages
from journeymapper.i18n import _, mark
from journeymapper.ui.actions.table import Action, ActionContext, has_map
from journeymapper.ui.chosen import stage_in_question, step_in_question

#: How much wider or narrower one action makes something, in points.
_WIDER = 20.0


def _steps(context: ActionContext) -> list[str]:
    """Return the selected steps and those of the selected stages, or the step in question."""
    if context.open_map is None:
        return []
    indexes = context.open_map.session.document.indexes
    found = list(context.chosen.of(Step))
    found += [step for stage in context.chosen.of(Stage) for step in indexes.steps(stage)]
    step = step_in_question(context.open_map)
    return list(dict.fromkeys(found)) or ([step] if step else [])


def _has_steps(context: ActionContext) -> bool:
    if context.open_map is None:
        return False
    is_chosen = bool(context.chosen.of(Step) or context.chosen.of(Stage))
    return is_chosen or bool(step_in_question(context.open_map))


def _widen_steps(context: ActionContext, words: str, by: float) -> None:
    if context.open_map is not None:
        with context.open_map.edit(_(words)) as edit:
            stages.widen_steps(edit, _steps(context), by)


def _make_steps_standard(context: ActionContext) -> None:
    if context.open_map is not None:
        with context.open_map.edit(_("Standard width")) as edit:
            stages.set_step_width(edit, _steps(context), STEP_WIDTH)


def _widen_heads(context: ActionContext, words: str, by: float) -> None:
    if context.open_map is not None:
        with context.open_map.edit(_(words)) as edit:
            personas.set_lane_width(edit, edit.document.map.lane_width + by)


def _make_heads_standard(context: ActionContext) -> None:
    if context.open_map is not None:
        with context.open_map.edit(_("Standard width of lane names")) as edit:
            personas.set_lane_width(edit, LANE_WIDTH)


def _has_next_stage(context: ActionContext) -> bool:
    if context.open_map is None or not (stage := stage_in_question(context.open_map)):
        return False
    return context.open_map.session.document.indexes.stages[-1][1] != stage


def _move_border(context: ActionContext, words: str, by: int) -> None:
    """Give the next stage a step, or take one from it; say so where a stage would be left without any."""
    if (open_map := context.open_map) is None:
        return
    stage = stage_in_question(open_map)
    if by not in stages.border_room(open_map.session.document.indexes, stage):
        context.window.say(_("A stage keeps at least one step."))
        return
    with open_map.edit(_(words)) as edit:
        stages.move_border(edit, stage, by)


def _widening_steps(id_: str, words: str, by: float) -> Action:
    return Action(id_, words, partial(_widen_steps, words=words, by=by), _has_steps)


def _widening_heads(id_: str, words: str, by: float) -> Action:
    return Action(id_, words, partial(_widen_heads, words=words, by=by), has_map)


def _moving_border(id_: str, words: str, hint: str, by: int) -> Action:
    return Action(id_, words, partial(_move_border, words=words, by=by), _has_next_stage, hint=hint)


ACTIONS: tuple[Action, ...] = (
    _widening_steps("wider_steps", mark("Wider steps"), _WIDER),
    _widening_steps("narrower_steps", mark("Narrower steps"), -_WIDER),
    Action("standard_width", mark("Standard width"), _make_steps_standard, _has_steps),
    _widening_heads("wider_lane_heads", mark("Wider lane names"), _WIDER),
    _widening_heads("narrower_lane_heads", mark("Narrower lane names"), -_WIDER),
    Action("standard_lane_heads", mark("Standard width of lane names"), _make_heads_standard, has_map),
    _moving_border(
        "move_border_left",
        mark("Move stage border left"),
        mark("Give the last step of this stage to the next one"),
        -1,
    ),
    _moving_border(
        "move_border_right",
        mark("Move stage border right"),
        mark("Take the first step of the next stage into this one"),
        1,
    ),
)
