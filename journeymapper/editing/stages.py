"""Edits of stages and their steps."""

from collections.abc import Iterable, Sequence

from journeymapper.document.document import Transaction
from journeymapper.document.indexes import Indexes
from journeymapper.document.records import STEP_WIDTHS, Stage, Step
from journeymapper.document.texts import on_one_line
from journeymapper.editing.placing import in_order, keys_at, keys_to_move
from journeymapper.style.colours import STAGE_HUES


def add(edit: Transaction, name: str, place: int | None = None, step_name: str = "") -> Stage:
    """Add a stage with one step, at ``place`` from the left or at the end, and return it."""
    stage = add_bare(edit, name, place)
    add_step(edit, stage.id, step_name)
    return stage


def add_bare(edit: Transaction, name: str, place: int | None = None) -> Stage:
    """Add a stage without any step, at ``place`` from the left or at the end, and return it."""
    siblings = edit.indexes.stages
    [order] = keys_at(edit, siblings, len(siblings) if place is None else place)
    stage = Stage(id=edit.new_id(Stage.kind), order=order, name=on_one_line(name))
    edit.put(stage)
    return stage


def rename(edit: Transaction, stage: str, name: str) -> None:
    """Give a stage another name."""
    edit.update(stage, Stage, name=on_one_line(name))


def set_colour(edit: Transaction, stage: str, colour: str) -> None:
    """Give a stage a hue by name, or "" to take it by place."""
    edit.update(stage, Stage, colour=colour)


def move(edit: Transaction, stages: Iterable[str], place: int) -> None:
    """Put stages, with their steps and all that stands in them, at ``place``, counted without them.

    Everybody has seen them in their colours: those whose colour came from their place keep it as their own.
    """
    before = [id_ for _order, id_ in edit.indexes.stages]
    moved = in_order(edit.indexes.stages, stages)
    for stage, order in keys_to_move(edit, edit.indexes.stages, moved, place).items():
        edit.update(stage, Stage, order=order)
    _keep_hues(edit, before)


def _keep_hues(edit: Transaction, before: Sequence[str]) -> None:
    """Give stages that stand elsewhere than ``before`` the hue of their old place, where they have none."""
    hues = list(STAGE_HUES)
    after = [id_ for _order, id_ in edit.indexes.stages]
    for place, (old, new) in enumerate(zip(before, after, strict=True)):
        if old != new and not edit.get(old, Stage).colour:
            set_colour(edit, old, hues[place % len(hues)])


def delete(edit: Transaction, stage: str) -> None:
    """Remove a stage with its steps and all that stands in them."""
    for step in edit.indexes.steps(stage):
        delete_step(edit, step)
    edit.remove(stage)


def add_step(edit: Transaction, stage: str, name: str = "", place: int | None = None) -> Step:
    """Add a step to a stage, at ``place`` in it or at its end, and return it."""
    siblings = edit.indexes.steps_of.get(stage, [])
    [order] = keys_at(edit, siblings, len(siblings) if place is None else place)
    step = Step(id=edit.new_id(Step.kind), order=order, stage=stage, name=on_one_line(name))
    edit.put(step)
    return step


def last_of_all(edit: Transaction) -> str:
    """Return the last stage, which is made where there is none."""
    return edit.indexes.stages[-1][1] if edit.indexes.stages else add_bare(edit, "").id


def add_steps_at_end(edit: Transaction, count: int) -> list[str]:
    """Add steps at the end of the last stage, which is made where there is none, and return their ids."""
    if not count:
        return []
    stage = last_of_all(edit)
    return [add_step(edit, stage).id for _number in range(count)]


def rename_step(edit: Transaction, step: str, name: str) -> None:
    """Give a step another name."""
    edit.update(step, Step, name=on_one_line(name))


def set_step_width(edit: Transaction, steps: Iterable[str], width: float) -> None:
    """Make the columns of steps so many points wide, within what is possible."""
    fit = max(STEP_WIDTHS[0], min(STEP_WIDTHS[1], round(width, 1)))
    for step in steps:
        edit.update(step, Step, width=fit)


def widen_steps(edit: Transaction, steps: Iterable[str], by: float) -> None:
    """Make the columns of steps so many points wider, or narrower, within what is possible."""
    for step in steps:
        set_step_width(edit, (step,), edit.get(step, Step).width + by)


def set_moment_of_truth(edit: Transaction, steps: Iterable[str], is_one: bool) -> None:
    """Say whether customers make up their minds at these steps."""
    for step in steps:
        edit.update(step, Step, moment_of_truth=is_one)


def move_step(edit: Transaction, step: str, stage: str, place: int) -> None:
    """Put a step into a stage at ``place``, counted without it; a stage left without steps stays, empty."""
    move_steps(edit, [step], stage, place)


def move_steps(edit: Transaction, steps: Sequence[str], stage: str, place: int) -> None:
    """Put steps, in the order given, into a stage at ``place``, counted without them."""
    keys = keys_to_move(edit, edit.indexes.steps_of.get(stage, []), steps, place)
    for step, order in keys.items():
        edit.update(step, Step, stage=stage, order=order)


def next_stage(indexes: Indexes, stage: str) -> str | None:
    """Return the stage to the right of one, or None of the last."""
    order = [id_ for _order, id_ in indexes.stages]
    place = order.index(stage) + 1
    return order[place] if place < len(order) else None


def border_room(indexes: Indexes, stage: str) -> range:
    """Return by how many steps the border to the next stage can go: negative ones to the left.

    Both stages keep a step, unless they have none.
    """
    neighbour = next_stage(indexes, stage)
    given, taken = len(indexes.steps(stage)), len(indexes.steps(neighbour)) if neighbour else 0
    return range(min(0, 1 - given), max(0, taken - 1) + 1)


def move_border(edit: Transaction, stage: str, by: int) -> None:
    """Move the border between a stage and the next one over ``by`` steps, as far as it can go.

    To the right the next stage's first steps become the stage's last ones; to the left (negative) the
    other way round. No step changes its column.
    """
    room = border_room(edit.indexes, stage)
    by = max(room.start, min(room.stop - 1, by))
    neighbour = next_stage(edit.indexes, stage)
    if neighbour is None or by == 0:
        return
    own = edit.indexes.steps(stage)
    if by > 0:
        move_steps(edit, edit.indexes.steps(neighbour)[:by], stage, len(own))
    else:
        move_steps(edit, own[by:], neighbour, 0)


def delete_step(edit: Transaction, step: str) -> None:
    """Remove a step with all that stands in its column."""
    for _order, lane in list(edit.indexes.lanes):
        for card in edit.indexes.cards(lane, step):
            edit.remove(card)
        for point in edit.indexes.points(lane, step).values():
            edit.remove(point)
    edit.remove(step)
