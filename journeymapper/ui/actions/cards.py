"""Actions on cards and emotion points: add, edit, move by keyboard."""

from functools import partial

from journeymapper.document.records import (
    Card,
    EmotionPoint,
    Lane,
    Link,
    Parked,
    Persona,
    Record,
    Stage,
    Step,
)
from journeymapper.document.roles import holds_cards
from journeymapper.editing import moving, parking, points, prompts
from journeymapper.editing.moving import Direction
from journeymapper.i18n import _, mark, ngettext
from journeymapper.layout.prompts import prompt_of
from journeymapper.ui.actions.people import edit_persona
from journeymapper.ui.actions.table import Action, ActionContext
from journeymapper.ui.canvas import feeling
from journeymapper.ui.chosen import cell_for_cards, current_record
from journeymapper.ui.dialogs.prompt_dialog import PromptDialog
from journeymapper.ui.docks.naming import place_words
from journeymapper.ui.open_map import OpenMap

_UPRIGHT = {Direction.UP, Direction.DOWN}
#: How far one key press moves an emotion point on its scale.
_SCORE_STEP = 0.5

_ACROSS: tuple[type[Record], ...] = (Stage, Step, Persona)


def add_card(context: ActionContext) -> None:
    """Begin a card below the current one, or in the cell in question."""
    open_map, writer = context.open_map, context.writer
    if open_map is None or writer is None or (cell := _cell(context, open_map)) is None:
        return
    record = current_record(open_map)
    place = None
    if isinstance(record, Card):
        place = open_map.session.document.indexes.cards(*cell).index(record.id) + 1
    writer.begin_card(*cell, place=place)


def _cell(context: ActionContext, open_map: OpenMap) -> tuple[str, str] | None:
    """Return the cell for a new card; beside the canvas that can be one that the canvas does not show."""
    cell = open_map.cell
    if cell is not None and context.writer is not context.canvas:
        return cell if holds_cards(open_map.session.document.get(cell[0], Lane).lane_kind) else None
    return cell_for_cards(open_map, only_seen=True)


def can_add_card(context: ActionContext) -> bool:
    """Tell whether there is a cell that a card can stand in."""
    return context.open_map is not None and _cell(context, context.open_map) is not None


def _edit_prompt(context: ActionContext) -> None:
    """Ask for the hint of the cursor's cell."""
    if (open_map := context.open_map) is None or open_map.cell is None:
        return
    document = open_map.session.document
    words = PromptDialog.ask(
        place_words(document, *open_map.cell), prompt_of(document, *open_map.cell), context.window
    )
    if words is not None:
        with open_map.edit(_("Edit hint")) as edit:
            prompts.put(edit, *open_map.cell, words)


def add_point(context: ActionContext) -> None:
    """Put an emotion point into the cursor's cell, on the first curve that has none there."""
    if context.open_map is not None and context.open_map.cell is not None:
        feeling.add_point(context.open_map, *context.open_map.cell, 0.0)


def can_add_point(context: ActionContext) -> bool:
    """Tell whether the cursor is in a cell of emotions where some curve has no point yet."""
    if context.open_map is None or context.open_map.cell is None:
        return False
    cell = context.open_map.cell
    is_emotion = feeling.feelings_of(context.open_map, cell[0]) is not None
    return is_emotion and feeling.free_curve(context.open_map, *cell) is not None


def edit_text(context: ActionContext) -> None:
    """Open the editor on the current record; a persona on the canvas has a dialog."""
    if context.open_map is None or context.writer is None:
        return
    record = current_record(context.open_map)
    if isinstance(record, Persona) and context.writer is context.canvas:
        edit_persona(context)
    elif isinstance(record, Link) and context.canvas is not None:
        context.canvas.edit_text(record.id)  # no dock lists links
    elif isinstance(record, Parked):
        context.window.docks.parking_lot.edit_text(record.id)
    elif record is not None:
        context.writer.edit_text(record.id)


def edit_words(context: ActionContext) -> str:
    """Return what the editing of the current record's words is called."""
    is_link = context.open_map is not None and isinstance(current_record(context.open_map), Link)
    return _("Edit label") if is_link else _("Edit text")


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
    with open_map.edit(_move_label(kind, len(ids)).format(count=len(ids))) as edit:
        if kind is Card:
            moving.move_cards(edit, ids, direction)
        elif kind is EmotionPoint:
            points.nudge(edit, ids, -direction.by * _SCORE_STEP)
        elif kind is Lane:
            moving.move_lanes(edit, ids, direction.by)
        elif kind is Step:
            moving.move_steps(edit, ids, direction.by)
        elif kind is Stage:
            moving.move_stages(edit, ids, direction.by)
        elif kind is Persona:
            moving.move_personas(edit, ids, direction.by)
        elif kind is Parked:
            parking.shift(edit, ids, direction.by)
    _follow(context)


def _follow(context: ActionContext) -> None:
    """Keep the current record in sight."""
    open_map, canvas = context.open_map, context.canvas
    if open_map is not None and canvas is not None and open_map.current:
        canvas.reveal(open_map.current)


def _move_label(kind: type[Record] | None, count: int) -> str:
    if kind is Lane:
        return ngettext("Move lane", "Move {count} lanes", count)
    if kind is Step:
        return ngettext("Move step", "Move {count} steps", count)
    if kind is Stage:
        return ngettext("Move stage", "Move {count} stages", count)
    if kind is Persona:
        return ngettext("Move persona", "Move {count} personas", count)
    if kind is Parked:
        return ngettext("Move thought", "Move {count} thoughts", count)
    if kind is EmotionPoint:
        return ngettext("Move emotion point", "Move {count} emotion points", count)
    return ngettext("Move card", "Move {count} cards", count)


def can_move(context: ActionContext, direction: Direction) -> bool:
    """Tell whether what is selected can be moved that way: cards anywhere, the rest along its own line."""
    kind = context.chosen.only_kind
    if kind is Card:
        return True
    if kind in {EmotionPoint, Parked}:
        return direction in _UPRIGHT
    if kind in _ACROSS:
        return direction not in _UPRIGHT
    return kind is Lane and direction in _UPRIGHT


def _move_action(direction: Direction, words: str, key: str, icon: str) -> Action:
    return Action(
        f"move_{direction.value}",
        words,
        partial(move, direction=direction),
        partial(can_move, direction=direction),
        hint=mark("Move the selected cards, emotion points, lanes, steps, stages or personas one place"),
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
        "edit_prompt",
        mark("Hint of the cell…"),
        _edit_prompt,
        lambda context: context.open_map is not None and context.open_map.cell is not None,
        hint=mark("Say what could stand in the cell; it is shown while that is empty"),
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
        words_now=edit_words,
    ),
    _move_action(Direction.UP, mark("Move up"), "Alt+Up", "arrow-up"),
    _move_action(Direction.DOWN, mark("Move down"), "Alt+Down", "arrow-down"),
    _move_action(Direction.LEFT, mark("Move left"), "Alt+Left", "arrow-left"),
    _move_action(Direction.RIGHT, mark("Move right"), "Alt+Right", "arrow-right"),
)
