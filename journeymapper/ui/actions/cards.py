"""Actions on cards: add, edit, move by keyboard."""

from functools import partial

from journeymapper.document.records import Card, Lane, Persona, Record, Stage, Step
from journeymapper.editing import moving
from journeymapper.editing.moving import Direction
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.actions.people import edit_persona
from journeymapper.ui.actions.table import Action, ActionContext
from journeymapper.ui.chosen import cell_for_cards, current_record

_UPRIGHT = {Direction.UP, Direction.DOWN}
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
    """Move what is selected one place, and keep it in sight."""
    open_map, canvas = context.open_map, context.canvas
    if open_map is None or canvas is None:
        return
    kind = context.chosen.only_kind
    ids = context.chosen.of(kind) if kind else ()
    with open_map.edit(_move_label(kind, len(ids))) as edit:
        if kind is Card:
            moving.move_cards(edit, ids, direction)
        elif kind is Lane:
            moving.move_lane(edit, ids[0], direction.by)
        elif kind is Step:
            moving.move_step(edit, ids[0], direction.by)
        elif kind is Stage:
            moving.move_stage(edit, ids[0], direction.by)
    _follow(context)


def _follow(context: ActionContext) -> None:
    """Keep the cursor on the current record, which may stand in another cell now."""
    open_map, canvas = context.open_map, context.canvas
    if open_map is None or canvas is None or not open_map.current:
        return
    record = current_record(open_map)
    if isinstance(record, Card):
        open_map.select(open_map.selection, record.id, (record.lane, record.step))
    canvas.reveal(open_map.current)


def _move_label(kind: type[Record] | None, count: int) -> str:
    if kind is Lane:
        return _("Move lane")
    if kind is Step:
        return _("Move step")
    if kind is Stage:
        return _("Move stage")
    return ngettext("Move card", "Move cards", count)


def can_move(context: ActionContext, direction: Direction) -> bool:
    """Tell whether what is selected can be moved that way: cards anywhere, the rest along its own line."""
    kind = context.chosen.only_kind
    if kind is Card:
        return True
    if kind in _ACROSS:
        return direction not in _UPRIGHT and len(context.chosen.of(kind)) == 1
    return kind is Lane and direction in _UPRIGHT and len(context.chosen.of(Lane)) == 1


def _move_action(direction: Direction, words: str, key: str, icon: str) -> Action:
    return Action(
        f"move_{direction.value}",
        words,
        partial(move, direction=direction),
        partial(can_move, direction=direction),
        hint=mark("Move the selected cards, lane, step or stage one place"),
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
