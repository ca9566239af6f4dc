"""Actions on stages, steps and lanes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from journeymapper.document.document import Transaction
from journeymapper.document.records import Lane, Record, Stage, Step
from journeymapper.document.roles import (
    CARDS,
    DIVIDER,
    EMOTION,
    EMOTION_HINT,
    EMOTION_NAME,
    INTERACTION,
    INTERNAL_INTERACTION,
    LINES,
    ROLES,
    VISIBILITY,
    holds_cards,
)
from journeymapper.editing import lanes, moving, stages
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.actions.table import Action, ActionContext, has_map
from journeymapper.ui.chosen import lane_in_question, stage_in_question, step_in_question
from journeymapper.ui.hues import HUE_WORDS, swatch
from journeymapper.ui.lane_roles import give_role
from journeymapper.ui.open_map import OpenMap

FREE_TEXT = "free_text"
BY_PLACE = "by_place"

#: What the actions that add dividing lines are called by, after the lines' roles.
_LINES: dict[str, str] = {
    "interaction": INTERACTION,
    "visibility": VISIBILITY,
    "internal": INTERNAL_INTERACTION,
    "free": "",
}


def _lanes_of_cards(context: ActionContext) -> tuple[Lane, ...]:
    """Return the lanes of cards among those that are selected, or the one in question."""
    if context.open_map is None:
        return ()
    document = context.open_map.session.document
    records = [document.get(lane, Lane) for lane in _meant(context, _LANE)]
    return tuple(lane for lane in records if holds_cards(lane.lane_kind))


def _has_card_lane(context: ActionContext) -> bool:
    return bool(_lanes_of_cards(context))


def _has_any_stage(context: ActionContext) -> bool:
    return context.open_map is not None and bool(context.open_map.session.document.indexes.stages)


def _show_new(context: ActionContext, id_: str, named: bool = True) -> None:
    """Select what was just added; open the editor on a name still to be given."""
    if context.open_map is None or context.canvas is None or context.writer is None:
        return
    context.open_map.select({id_}, id_)
    context.canvas.reveal(id_)
    if not named:
        context.writer.edit_text(id_)


def _add_stage(context: ActionContext, by: int) -> None:
    if (open_map := context.open_map) is None:
        return
    with open_map.edit(_("Add stage")) as edit:
        order = [id_ for _order, id_ in edit.indexes.stages]
        beside = stage_in_question(open_map)
        place = order.index(beside) + max(0, by) if beside else len(order)
        stage = stages.add(edit, "", place)
    _show_new(context, stage.id, named=False)


def _add_step(context: ActionContext) -> None:
    if (open_map := context.open_map) is None:
        return
    with open_map.edit(_("Add step")) as edit:
        beside = step_in_question(open_map)
        stage = stage_in_question(open_map) or edit.indexes.stages[-1][1]
        place = edit.indexes.steps(stage).index(beside) + 1 if beside else None
        step = stages.add_step(edit, stage, "", place)
    _show_new(context, step.id, named=False)


def _add_lane(context: ActionContext, name: str, kind: str, role: str = "", hint: str = "") -> None:
    if (open_map := context.open_map) is None:
        return
    with open_map.edit(_("Add lane")) as edit:
        order = [id_ for _order, id_ in edit.indexes.lanes]
        above = lane_in_question(open_map)
        place = order.index(above) + 1 if above else None
        lane = lanes.add(edit, _(name), kind, role, _(hint) if hint else "", place)
    _show_new(context, lane.id, named=kind != DIVIDER or bool(role))


@dataclass(frozen=True, slots=True)
class _Part:
    """A kind of part of the map, and the edits that its actions are made of; ``ways`` names both ends.

    ``words`` are those of its actions on one part, ``several`` on more: without the renaming, which is of
    one alone.
    """

    name: str
    kind: type[Record]
    in_question: Callable[[OpenMap], str]
    delete: Callable[[Transaction, str], None]
    move: Callable[[Transaction, Iterable[str], int], None]
    ways: tuple[str, str]
    words: tuple[str, str, str, str]
    several: tuple[Callable[[int], str], Callable[[int], str], Callable[[int], str]]

    def called(self, action: int, count: int) -> str:
        """Return what an action on so many parts is called: 1 and 2 move them back and forth, 3 deletes."""
        return self.several[action - 1](count).format(count=count) if count > 1 else _(self.words[action])


def _meant(context: ActionContext, part: _Part) -> tuple[str, ...]:
    """Return the parts of a kind that are selected, or the one in question."""
    if context.open_map is None:
        return ()
    one = part.in_question(context.open_map)
    return context.chosen.of(part.kind) or ((one,) if one else ())


def _is_there(context: ActionContext, part: _Part) -> bool:
    return bool(_meant(context, part))


def _can_rename(context: ActionContext, part: _Part) -> bool:
    return len(_meant(context, part)) == 1


def _rename(context: ActionContext, part: _Part) -> None:
    if context.writer is not None:
        context.writer.edit_text(_meant(context, part)[0])


def _words_now(context: ActionContext, part: _Part, action: int) -> str:
    return part.called(action, len(_meant(context, part)))


def _delete(context: ActionContext, part: _Part) -> None:
    ids = _meant(context, part)
    if context.open_map is not None:
        with context.open_map.edit(part.called(3, len(ids))) as edit:
            for id_ in ids:
                part.delete(edit, id_)


def _move(context: ActionContext, part: _Part, by: int) -> None:
    if context.open_map is None or context.canvas is None:
        return
    ids = _meant(context, part)
    with context.open_map.edit(part.called(1 if by < 0 else 2, len(ids))) as edit:
        part.move(edit, ids, by)
    current = context.open_map.current
    context.canvas.reveal(current if current in ids else ids[0])


_STAGE = _Part(
    "stage",
    Stage,
    stage_in_question,
    stages.delete,
    moving.move_stages,
    ("left", "right"),
    (mark("Rename stage"), mark("Move stage left"), mark("Move stage right"), mark("Delete stage")),
    (
        lambda count: ngettext("Move stage left", "Move {count} stages left", count),
        lambda count: ngettext("Move stage right", "Move {count} stages right", count),
        lambda count: ngettext("Delete stage", "Delete {count} stages", count),
    ),
)
_STEP = _Part(
    "step",
    Step,
    step_in_question,
    stages.delete_step,
    moving.move_steps,
    ("left", "right"),
    (mark("Rename step"), mark("Move step left"), mark("Move step right"), mark("Delete step")),
    (
        lambda count: ngettext("Move step left", "Move {count} steps left", count),
        lambda count: ngettext("Move step right", "Move {count} steps right", count),
        lambda count: ngettext("Delete step", "Delete {count} steps", count),
    ),
)
_LANE = _Part(
    "lane",
    Lane,
    lane_in_question,
    lanes.delete,
    moving.move_lanes,
    ("up", "down"),
    (mark("Rename lane"), mark("Move lane up"), mark("Move lane down"), mark("Delete lane")),
    (
        lambda count: ngettext("Move lane up", "Move {count} lanes up", count),
        lambda count: ngettext("Move lane down", "Move {count} lanes down", count),
        lambda count: ngettext("Delete lane", "Delete {count} lanes", count),
    ),
)


def _part_actions(part: _Part) -> tuple[Action, ...]:
    there = partial(_is_there, part=part)
    back, forth = (partial(_move, part=part, by=by) for by in (-1, 1))
    runs = (
        (f"move_{part.name}_{part.ways[0]}", back),
        (f"move_{part.name}_{part.ways[1]}", forth),
        (f"delete_{part.name}", partial(_delete, part=part)),
    )
    renaming = Action(
        f"rename_{part.name}", part.words[0], partial(_rename, part=part), partial(_can_rename, part=part)
    )
    return (
        renaming,
        *(
            Action(id_, part.words[at], run, there, words_now=partial(_words_now, part=part, action=at))
            for at, (id_, run) in enumerate(runs, start=1)
        ),
    )


def _set_role(context: ActionContext, role: str) -> None:
    if (open_map := context.open_map) is None:
        return
    found = _lanes_of_cards(context)
    label = ngettext("Lane role", "Role of {count} lanes", len(found))
    with open_map.edit(label.format(count=len(found))) as edit:
        for lane in found:
            give_role(edit, lane.id, role)


def _has_role(context: ActionContext, role: str) -> bool:
    return {lane.role for lane in _lanes_of_cards(context)} == {role}


def _set_colour(context: ActionContext, colour: str) -> None:
    if (open_map := context.open_map) is None:
        return
    ids = _meant(context, _STAGE)
    label = ngettext("Stage colour", "Colour of {count} stages", len(ids))
    with open_map.edit(label.format(count=len(ids))) as edit:
        for stage in ids:
            stages.set_colour(edit, stage, colour)


def _has_colour(context: ActionContext, colour: str) -> bool:
    if context.open_map is None:
        return False
    document = context.open_map.session.document
    return {document.get(stage, Stage).colour for stage in _meant(context, _STAGE)} == {colour}


def _add_lane_actions() -> Iterator[Action]:
    """Yield an action a lane role, one for the emotion curve, and one a dividing line."""
    for role in ROLES.values():
        run = partial(_add_lane, name=role.name, kind=CARDS, role=role.key, hint=role.hint)
        yield Action(f"add_lane.{role.key or FREE_TEXT}", role.name, run, has_map, hint=role.hint)
    run = partial(_add_lane, name=EMOTION_NAME, kind=EMOTION, hint=EMOTION_HINT)
    yield Action("add_lane.emotions", EMOTION_NAME, run, has_map, hint=EMOTION_HINT)
    for key, line in _LINES.items():
        run = partial(_add_lane, name=LINES[line], kind=DIVIDER, role=line)
        yield Action(f"add_line.{key}", LINES[line], run, has_map)


def _lane_role_actions() -> Iterator[Action]:
    for role in ROLES.values():
        yield Action(
            f"lane_role.{role.key or FREE_TEXT}",
            role.name,
            partial(_set_role, role=role.key),
            _has_card_lane,
            hint=role.hint,
            checked=partial(_has_role, role=role.key),
        )


def _colour_actions() -> Iterator[Action]:
    for colour, words in HUE_WORDS.items():
        yield Action(
            f"stage_colour.{colour or BY_PLACE}",
            words,
            partial(_set_colour, colour=colour),
            partial(_is_there, part=_STAGE),
            checked=partial(_has_colour, colour=colour),
            draw=partial(swatch, colour) if colour else None,
        )


ACTIONS: tuple[Action, ...] = (
    Action(
        "add_stage_after",
        mark("Add stage after"),
        partial(_add_stage, by=1),
        has_map,
        hint=mark("Add a stage with one step to the right"),
        icon="table-column-plus-after",
        keys=("Ctrl+Shift+A",),
    ),
    Action(
        "add_stage_before",
        mark("Add stage before"),
        partial(_add_stage, by=0),
        partial(_is_there, part=_STAGE),
        hint=mark("Add a stage with one step to the left"),
        icon="table-column-plus-before",
    ),
    Action(
        "add_step",
        mark("Add step"),
        _add_step,
        _has_any_stage,
        hint=mark("Add a step to this stage"),
        icon="view-column-outline",
        keys=("Ctrl+Shift+T",),
    ),
    *_add_lane_actions(),
    *_part_actions(_STAGE),
    *_part_actions(_STEP),
    *_part_actions(_LANE),
    *_lane_role_actions(),
    *_colour_actions(),
)
