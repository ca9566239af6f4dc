"""Actions on priorities: their panel, printing them, and how much effort a card takes."""

from collections.abc import Iterator
from functools import partial

from journeymapper.document.records import Card, Lane
from journeymapper.document.roles import role_of
from journeymapper.editing import cards
from journeymapper.i18n import mark, ngettext
from journeymapper.layout.priorities.words import level_words
from journeymapper.ui import printing
from journeymapper.ui.actions.table import Action, ActionContext, has_map
from journeymapper.ui.chosen import current_record

_EFFORT = "effort"
_EFFORT_WORDS = (mark("No effort noted"), mark("Low effort"), mark("Medium effort"), mark("High effort"))


def _takes_effort(context: ActionContext, lane: str) -> bool:
    """Tell whether effort is noted on the cards of a lane."""
    record = context.open_map.session.document.find(lane) if context.open_map is not None else None
    return isinstance(record, Lane) and _EFFORT in role_of(record.role).fields


def _can_note_effort(context: ActionContext) -> bool:
    return any(_takes_effort(context, lane) for lane in context.chosen.lanes)


def _note_effort(context: ActionContext, effort: int) -> None:
    if (open_map := context.open_map) is None:
        return
    document = open_map.session.document
    found = (document.get(id_, Card) for id_ in context.chosen.of(Card))
    ids = [card.id for card in found if _takes_effort(context, card.lane)]
    with open_map.edit(ngettext("Note effort", "Note effort of {count} cards", len(ids))) as edit:
        cards.set_fields(edit, ids, effort=effort)
    if effort:
        context.window.say(level_words(_EFFORT, effort))


def _has_effort(context: ActionContext, effort: int) -> bool:
    """Tell whether the card that the keyboard stands on takes so much effort."""
    card = current_record(context.open_map) if context.open_map is not None else None
    return isinstance(card, Card) and _takes_effort(context, card.lane) and card.effort == effort


def _effort_actions() -> Iterator[Action]:
    for effort, words in enumerate(_EFFORT_WORDS):
        yield Action(
            f"effort.{effort}",
            words,
            partial(_note_effort, effort=effort),
            _can_note_effort,
            hint=mark("Note how much work the selected opportunities or ideas take"),
            checked=partial(_has_effort, effort=effort),
        )


ACTIONS: tuple[Action, ...] = (
    Action(
        "show_priorities",
        mark("Priorities"),
        lambda context: context.window.docks.toggle(context.window.docks.priorities),
        has_map,
        hint=mark("Show or hide what comes first: touchpoints, opportunities and ideas by their ratings"),
        icon="chart-scatter-plot",
        keys=("Ctrl+Shift+Y",),
        checked=lambda context: context.window.docks.shows(context.window.docks.priorities),
    ),
    Action(
        "print_priorities",
        mark("Print priorities"),
        printing.toggle_priorities,
        has_map,
        hint=mark("Print touchpoints and opportunities by their ratings after the map"),
        checked=printing.prints_priorities,
        ends_typing=False,
    ),
    *_effort_actions(),
)
