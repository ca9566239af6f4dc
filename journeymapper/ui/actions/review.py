"""Actions of the review: looking a map through, keeping its state, and planning the next time."""

from collections.abc import Sequence
from functools import partial

from journeymapper.guide.review.snapshots import newest_first
from journeymapper.i18n import mark
from journeymapper.ui import reviewing
from journeymapper.ui.actions.table import Action, ActionContext, Choice, has_map
from journeymapper.ui.docks.review.words import kept_line, kept_name

#: So many kept states are offered in the menu; the dock shows all.
_MOST_OFFERED = 20


def _begin(context: ActionContext) -> None:
    context.window.docks.review.begin()


def _go_on(context: ActionContext) -> None:
    context.window.docks.review.panel.go_on()


def _is_walking(context: ActionContext) -> bool:
    return context.window.docks.review.is_walking


def _kept(context: ActionContext) -> Sequence[Choice]:
    if context.open_map is None:
        return ()
    found = newest_first(context.open_map.session.document)[:_MOST_OFFERED]
    return [
        Choice(kept_name(one), partial(reviewing.open_kept, context.window, one.id), kept_line(one))
        for one in found
    ]


def _has_kept(context: ActionContext) -> bool:
    return context.open_map is not None and bool(context.open_map.session.document.indexes.snapshots)


ACTIONS: tuple[Action, ...] = (
    Action(
        "show_review",
        mark("Review"),
        lambda context: context.window.docks.reach(context.window.docks.review),
        has_map,
        hint=mark("Look the map through again: what has changed, what is open, what is old"),
        icon="clipboard-check-outline",
        keys=("Ctrl+Shift+R",),
        checked=lambda context: context.window.docks.shows(context.window.docks.review),
    ),
    Action(
        "review_now",
        mark("Review now"),
        _begin,
        has_map,
        hint=mark("Walk through what has changed, the open opportunities and the old evidence"),
    ),
    Action(
        "review_next",
        mark("Next to look at"),
        _go_on,
        _is_walking,
        hint=mark("Tick what one stands on in the review as looked at, and go on"),
    ),
    Action(
        "finish_review",
        mark("Finish review…"),
        lambda context: reviewing.finish(context.window),
        has_map,
        hint=mark("Keep the map as it is now, and plan the next review"),
    ),
    Action(
        "keep_state",
        mark("Keep this version…"),
        lambda context: reviewing.keep(context.window),
        has_map,
        hint=mark("Keep the map as it is now under a name, to look at it again later"),
    ),
    Action("kept_states", mark("Kept versions"), enabled=_has_kept, choices=_kept),
    Action(
        "save_review_date",
        mark("Save review date for the calendar…"),
        lambda context: reviewing.save_date(context.window),
        lambda context: reviewing.can_save_date(context.window),
        hint=mark("Save the day of the next review as a file that calendars take in"),
        icon="calendar-plus",
    ),
)
