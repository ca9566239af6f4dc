"""Actions of the parking lot: putting thoughts aside, and bringing them back."""

from journeymapper.document.records import Card, Lane, Parked
from journeymapper.document.roles import holds_cards
from journeymapper.i18n import mark
from journeymapper.ui import parking
from journeymapper.ui.actions.table import Action, ActionContext, has_map


def _park_cards(context: ActionContext) -> None:
    if context.open_map is not None:
        context.window.say(parking.park_cards(context.open_map, context.chosen.of(Card)))


def _has_cards(context: ActionContext) -> bool:
    return bool(context.chosen.of(Card))


def _put_on_map(context: ActionContext) -> None:
    open_map, cell = context.open_map, _cell(context)
    if open_map is None or cell is None:
        return
    parking.put_on_map(open_map, context.chosen.of(Parked), *cell)
    if context.canvas is not None:
        context.canvas.reveal(open_map.current)


def _cell(context: ActionContext) -> tuple[str, str] | None:
    """Return the cursor's cell, where cards stand in it and can be seen."""
    open_map = context.open_map
    if open_map is None or open_map.cell is None or not open_map.session.layout.is_open(open_map.cell[0]):
        return None
    lane = open_map.session.document.get(open_map.cell[0], Lane)
    return open_map.cell if holds_cards(lane.lane_kind) else None


def _can_put(context: ActionContext) -> bool:
    return bool(context.chosen.of(Parked)) and _cell(context) is not None


ACTIONS: tuple[Action, ...] = (
    Action(
        "park_thought",
        mark("Park a thought"),
        lambda context: context.window.docks.parking_lot.take_line(),
        has_map,
        hint=mark("Write a thought down for later, beside the map"),
        icon="parking",
        keys=("F12",),
    ),
    Action(
        "park_cards",
        mark("Park the card"),
        _park_cards,
        _has_cards,
        hint=mark("Take the selected cards off the map, and put their words aside for later"),
        keys=("Shift+F12",),
    ),
    Action(
        "put_on_map",
        mark("Put the thought on the map"),
        _put_on_map,
        _can_put,
        hint=mark("Make cards of the selected thoughts, in the cell where the cursor is"),
        icon="card-plus-outline",
        keys=("Ctrl+F12",),
    ),
    Action(
        "show_parking_lot",
        mark("Parking lot"),
        lambda context: context.window.docks.toggle(context.window.docks.parking_lot),
        has_map,
        hint=mark("Show or hide the thoughts that were put aside"),
        icon="parking",
        checked=lambda context: context.window.docks.parking_lot.isVisible(),
    ),
)
