"""Actions of dot votes: giving dots and taking them away, sorting by them, clearing them."""

from collections.abc import Sequence
from functools import partial

from journeymapper.document.records import Card, Lane
from journeymapper.editing import votes
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.actions.shortcuts import shown
from journeymapper.ui.actions.table import Action, ActionContext, has_map
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.present.ballot import take_votes, takes_votes
from journeymapper.ui.voting import said_of_votes, vote


def _vote(context: ActionContext, dots: int) -> None:
    """Give each selected card a dot, or take one away."""
    if (open_map := context.open_map) is None:
        return
    cards = context.chosen.of(Card)
    vote(open_map, cards, dots)
    context.window.say(said_of_votes(open_map, cards))


def _has_cards(context: ActionContext) -> bool:
    return bool(context.chosen.of(Card))


def _toggle_voting(context: ActionContext) -> None:
    if (canvas := context.canvas) is None:
        return
    wanted = not takes_votes(canvas)
    take_votes(canvas, wanted)
    words = _("A click on a card does not give it a vote any more.")
    if wanted:
        words = _(
            "A click on a card gives it a vote now; Shift and a click, or a right click, takes one away. "
            "To stop: {how}."
        )
    keys = shown(context.window.action_set.by_id["vote_by_click"].shortcuts())
    context.window.say(words.format(how=keys or _("Vote by click")))


def _takes_votes(context: ActionContext) -> bool:
    return context.canvas is not None and takes_votes(context.canvas)


def _cell(context: ActionContext) -> tuple[str, str] | None:
    """Return the cell whose cards are sorted: the cursor's, unless lanes are selected."""
    return context.open_map.cell if context.open_map is not None and not context.chosen.of(Lane) else None


def _sort_words(context: ActionContext) -> str:
    if context.open_map is None:
        return _("Sort by votes")
    if lanes := context.chosen.of(Lane):
        return ngettext("Sort lane by votes", "Sort {count} lanes by votes", len(lanes)).format(
            count=len(lanes)
        )
    return _("Sort cell by votes") if _cell(context) is not None else _("Sort all cards by votes")


def _sort(context: ActionContext) -> None:
    """Sort the cursor's cell, the selected lanes, or where neither is anything, the whole map."""
    if (open_map := context.open_map) is None:
        return
    cell, words = _cell(context), _sort_words(context)
    before = open_map.session.mark()
    with open_map.edit(words) as edit:
        if cell is not None:
            votes.sort_cell(edit, *cell)
        else:
            votes.sort_lanes(edit, context.chosen.of(Lane) or _all_lanes(open_map))
    if open_map.session.mark() == before:
        context.window.say(_("The cards are in the order of their votes already."))


def _all_lanes(open_map: OpenMap) -> Sequence[str]:
    return [id_ for _order, id_ in open_map.session.document.indexes.lanes]


def _clear(context: ActionContext) -> None:
    if (open_map := context.open_map) is None:
        return
    voted = votes.cards_with_dots(open_map.session.document)
    with open_map.edit(_("Clear all votes")) as edit:
        votes.clear(edit, voted)
    cleared = ngettext(
        "{count} vote cleared. Undo brings it back.",
        "{count} votes cleared. Undo brings them back.",
        sum(voted.values()),
    )
    context.window.say(cleared.format(count=sum(voted.values())) if voted else _("No card has votes yet."))


ACTIONS: tuple[Action, ...] = (
    Action(
        "vote",
        mark("Give a vote"),
        partial(_vote, dots=1),
        _has_cards,
        hint=mark("Give each selected card a dot"),
        icon="vote-outline",
        keys=("F4",),
    ),
    Action(
        "take_vote",
        mark("Take a vote away"),
        partial(_vote, dots=-1),
        _has_cards,
        hint=mark("Take a dot away from each selected card"),
        keys=("Shift+F4",),
    ),
    Action(
        "vote_by_click",
        mark("Vote by click"),
        _toggle_voting,
        has_map,
        hint=mark("A click gives a card a dot; Shift and a click, or a right click, takes one away"),
        icon="circle-multiple-outline",
        keys=("Ctrl+Shift+D",),
        checked=_takes_votes,
    ),
    Action(
        "sort_by_votes",
        mark("Sort by votes"),
        _sort,
        has_map,
        hint=mark(
            "Put the cards with the most votes first: of the cell, of the selected lanes, or everywhere"
        ),
        icon="sort-descending",
        words_now=_sort_words,
    ),
    Action(
        "clear_votes",
        mark("Clear all votes"),
        _clear,
        has_map,
        hint=mark("Take all dots away from all cards, in one step"),
    ),
    Action(
        "show_votes",
        mark("Most votes"),
        lambda context: context.window.docks.toggle(context.window.docks.votes),
        has_map,
        hint=mark("Show or hide the list of cards with the most votes"),
        icon="format-list-numbered",
        checked=lambda context: context.window.docks.votes.isVisible(),
    ),
)
