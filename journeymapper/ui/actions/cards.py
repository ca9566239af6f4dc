"""Actions on cards and emotion points: add, edit, move by keyboard."""

from functools import partial

from journeymapper.document.document import Transaction
from journeymapper.document.records import Card, EmotionPoint, Lane, Persona, Record, Stage, Step
from journeymapper.document.roles import EMOTION
from journeymapper.editing import moving, points
from journeymapper.editing.moving import Direction
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.actions.people import edit_persona
from journeymapper.ui.actions.table import Action, ActionContext
from journeymapper.ui.canvas import feeling
from journeymapper.ui.chosen import cell_for_cards, current_record

_UPRIGHT = {Direction.UP, Direction.DOWN}
#: How far one key press moves an emotion point on its scale.
_SCORE_STEP = 0.5

_ACROSS: tuple[type[Record], ...] = (Stage, Step)


def add_card(context: ActionContext) -> None:
    """Begin a card below the current one, or in the cell in question."""
    open_map, canvas = context.open_map, context.canvas
    if open_map is None or canvas is None or (cell := cell_for_cards(open_map)) is None:
        return
    record = current_record(open_map)
    place = None
    if isinstance(record, Card):
        place = open_map.session.document.indexes.cards(*cell).index(record.id) + 1
    canvas.begin_card(*cell, place=place)


def can_add_card(context: ActionContext) -> bool:
    """Tell whether there is a cell that a card can stand in."""
    return context.open_map is not None and cell_for_cards(context.open_map) is not None


def add_point(context: ActionContext) -> None:
    """Put an emotion point into the cursor's cell, for the first persona that has none there."""
    if context.open_map is not None and context.open_map.cell is not None:
        feeling.add_point(context.open_map, *context.open_map.cell, 0.0)


def can_add_point(context: ActionContext) -> bool:
    """Tell whether the cursor is in a cell of emotions where some persona has no point yet."""
    if context.open_map is None or context.open_map.cell is None:
        return False
    document, cell = context.open_map.session.document, context.open_map.cell
    is_emotion = document.get(cell[0], Lane).lane_kind == EMOTION
    return is_emotion and feeling.without_point(document, *cell) is not None


def edit_text(context: ActionContext) -> None:
    """Open the editor on the current record; a persona has a dialog."""
    if context.open_map is None or context.canvas is None:
        return
    record = current_record(context.open_map)
    if isinstance(record, Persona):
        edit_persona(context)
    elif record is not None:
        context.canvas.edit_text(record.id)


def has_current(context: ActionContext) -> bool:
    """Tell whether the keyboard stands on something with words."""
    return context.open_map is not None and bool(context.open_map.current)


def move(context: ActionContext, direction: Direction) -> None:
    """Move what is selected one place, an emotion point by half a score, and keep it in sight."""
    open_map, canvas = context.open_map, context.canvas
    if open_map is None or canvas is None:
        return
    kind = context.chosen.only_kind
    ids = context.chosen.of(kind) if kind else ()
    with open_map.edit(_move_label(kind, len(ids))) as edit:
        if kind is Card:
            moving.move_cards(edit, ids, direction)
        elif kind is EmotionPoint:
            _move_points(edit, ids, direction)
        elif kind is Lane:
            moving.move_lane(edit, ids[0], direction.by)
        elif kind is Step:
            moving.move_step(edit, ids[0], direction.by)
        elif kind is Stage:
            moving.move_stage(edit, ids[0], direction.by)
    _follow(context)


def _move_points(edit: Transaction, ids: tuple[str, ...], direction: Direction) -> None:
    """Move emotion points up or down their scale."""
    for id_ in ids:
        score = edit.get(id_, EmotionPoint).score
        points.set_score(edit, id_, score - direction.by * _SCORE_STEP)


def _follow(context: ActionContext) -> None:
    """Keep the current record in sight."""
    open_map, canvas = context.open_map, context.canvas
    if open_map is not None and canvas is not None and open_map.current:
        canvas.reveal(open_map.current)


def _move_label(kind: type[Record] | None, count: int) -> str:
    if kind is Lane:
        return _("Move lane")
    if kind is Step:
        return _("Move step")
    if kind is Stage:
        return _("Move stage")
    if kind is EmotionPoint:
        return _("Move emotion point")
    return ngettext("Move card", "Move cards", count)


def can_move(context: ActionContext, direction: Direction) -> bool:
    """Tell whether what is selected can be moved that way: cards anywhere, the rest along its own line."""
    kind = context.chosen.only_kind
    if kind is Card:
        return True
    if kind is EmotionPoint:
        return direction in _UPRIGHT
    if kind in _ACROSS:
        return direction not in _UPRIGHT and len(context.chosen.of(kind)) == 1
    return kind is Lane and direction in _UPRIGHT and len(context.chosen.of(Lane)) == 1


def _move_action(direction: Direction, words: str, key: str, icon: str) -> Action:
    return Action(
        f"move_{direction.value}",
        words,
        partial(move, direction=direction),
        partial(can_move, direction=direction),
        hint=mark("Move the selected cards, emotion points, lane, step or stage one place"),
        icon=icon,
        keys=(key,),
        on_canvas=True,
    )


ACTIONS: tuple[Action, ...] = (
    Action(
        "add_card",
        mark("Add card"),
        add_card,
        can_add_card,
        hint=mark("Write a new card in this cell"),
        icon="card-plus-outline",
        keys=("Ctrl+Return", "Ins"),
    ),
    Action(
        "add_point",
        mark("Add emotion point"),
        add_point,
        can_add_point,
        hint=mark("Say how a persona feels at this step"),
        icon="emoticon-plus-outline",
    ),
    Action(
        "edit_text",
        mark("Edit text"),
        edit_text,
        has_current,
        hint=mark("Change the words of what is selected"),
        icon="pencil-outline",
        keys=("F2",),
        on_canvas=True,
    ),
    _move_action(Direction.UP, mark("Move up"), "Alt+Up", "arrow-up"),
    _move_action(Direction.DOWN, mark("Move down"), "Alt+Down", "arrow-down"),
    _move_action(Direction.LEFT, mark("Move left"), "Alt+Left", "arrow-left"),
    _move_action(Direction.RIGHT, mark("Move right"), "Alt+Right", "arrow-right"),
)
