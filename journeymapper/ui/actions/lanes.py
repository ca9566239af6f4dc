"""Actions that show less of lanes, or more: collapsing and hiding."""

from collections.abc import Callable, Sequence

from journeymapper.document.records import Lane
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.actions.table import Action, ActionContext
from journeymapper.ui.chosen import lane_in_question
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.showing_lanes import collapse, hidden_lanes, hide, show_hidden


def _meant(context: ActionContext) -> tuple[str, ...]:
    """Return the selected lanes, else the one in question."""
    if context.open_map is None:
        return ()
    chosen = context.chosen.of(Lane)
    lane = lane_in_question(context.open_map)
    return chosen or ((lane,) if lane else ())


def _collapsible(context: ActionContext) -> tuple[str, ...]:
    """Return the same without dividing lines."""
    if context.open_map is None:
        return ()
    laid_out = context.open_map.session.layout.lanes
    return tuple(id_ for id_ in _meant(context) if id_ in laid_out and not laid_out[id_].is_divider)


def _are_collapsed(context: ActionContext) -> bool:
    ids = _collapsible(context)
    if context.open_map is None or not ids:
        return False
    return all(context.open_map.session.layout.lanes[id_].is_collapsed for id_ in ids)


def _toggle_collapsed(context: ActionContext) -> None:
    if (open_map := context.open_map) is None:
        return
    ids, collapsed = _collapsible(context), not _are_collapsed(context)
    collapse(open_map, ids, collapsed)
    names = [open_map.session.document.get(id_, Lane).name for id_ in ids]
    context.window.say(_said_of_collapsing(names, collapsed))


def _said_of_collapsing(names: Sequence[str], collapsed: bool) -> str:
    """Return what happened to lanes, which may be out of view."""
    if len(names) == 1:
        words = _("Lane collapsed: {lane}") if collapsed else _("Lane expanded: {lane}")
        return words.format(lane=names[0])
    if collapsed:
        words = ngettext("{count} lane collapsed", "{count} lanes collapsed", len(names))
    else:
        words = ngettext("{count} lane expanded", "{count} lanes expanded", len(names))
    return words.format(count=len(names))


def _collapse_all(context: ActionContext, collapsed: bool) -> None:
    if context.open_map is not None:
        collapse(context.open_map, context.open_map.session.layout.shown_lanes, collapsed)


def _any_shown(context: ActionContext, accepts: Callable[[OpenMap, str], bool]) -> bool:
    if (open_map := context.open_map) is None:
        return False
    return any(accepts(open_map, lane) for lane in open_map.session.layout.shown_lanes)


def _is_whole(open_map: OpenMap, lane: str) -> bool:
    laid_out = open_map.session.layout.lanes[lane]
    return not laid_out.is_divider and not laid_out.is_collapsed


def _is_collapsed(open_map: OpenMap, lane: str) -> bool:
    return open_map.session.layout.lanes[lane].is_collapsed


def _hide(context: ActionContext) -> None:
    if context.open_map is None:
        return
    ids = _meant(context)
    hide(context.open_map, ids)
    said = ngettext(
        "{count} lane is hidden. “Show hidden lanes” in the View menu brings it back.",
        "{count} lanes are hidden. “Show hidden lanes” in the View menu brings them back.",
        len(ids),
    )
    context.window.say(said.format(count=len(ids)))


def _show_hidden(context: ActionContext) -> None:
    if context.open_map is None or context.canvas is None:
        return
    ids = show_hidden(context.open_map)
    context.open_map.select(ids)
    context.canvas.reveal(ids[0])


def _hidden_count(context: ActionContext) -> int:
    return len(hidden_lanes(context.open_map)) if context.open_map is not None else 0


def _show_words(context: ActionContext) -> str:
    count = _hidden_count(context)
    return _("Show hidden lanes ({count})").format(count=count) if count else _("Show hidden lanes")


ACTIONS: tuple[Action, ...] = (
    Action(
        "collapse_lane",
        mark("Collapse lane"),
        _toggle_collapsed,
        lambda context: bool(_collapsible(context)),
        hint=mark("Show the lane as a thin row that only counts what stands in it, or whole again"),
        keys=("Ctrl+Shift+C",),
        checked=_are_collapsed,
    ),
    Action(
        "collapse_all_lanes",
        mark("Collapse all lanes"),
        lambda context: _collapse_all(context, True),
        lambda context: _any_shown(context, _is_whole),
    ),
    Action(
        "expand_all_lanes",
        mark("Expand all lanes"),
        lambda context: _collapse_all(context, False),
        lambda context: _any_shown(context, _is_collapsed),
    ),
    Action(
        "hide_lane",
        mark("Hide lane"),
        _hide,
        lambda context: bool(_meant(context)),
        hint=mark("Leave the lane out of the map, on paper too, until it is shown again"),
    ),
    Action(
        "show_hidden_lanes",
        mark("Show hidden lanes"),
        _show_hidden,
        lambda context: _hidden_count(context) > 0,
        words_now=_show_words,
    ),
)
