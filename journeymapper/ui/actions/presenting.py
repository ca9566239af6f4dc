"""Actions of showing a map to a room: the walk over it, lanes that are kept back, the timer."""

from collections.abc import Callable, Iterator
from functools import partial

from journeymapper.i18n import mark
from journeymapper.ui.actions.table import Action, ActionContext, has_map
from journeymapper.ui.dialogs.minutes_dialog import MinutesDialog
from journeymapper.ui.present.show import Show
from journeymapper.ui.present.walk import Kind

#: How many minutes the timer offers, and what that is called.
_MINUTES: dict[int, str] = {3: mark("Three minutes"), 5: mark("Five minutes"), 10: mark("Ten minutes")}

_ONLY_NOW = mark("Only in the presentation: the map itself stays as it is")


def _toggle(context: ActionContext) -> None:
    presenting = context.window.presenting
    if presenting.is_on:
        presenting.leave()
    else:
        presenting.begin()


def _begin_without_lanes(context: ActionContext) -> None:
    context.window.presenting.begin(with_lanes=False)


def is_presenting(context: ActionContext) -> bool:
    """Enable an action while the map is being shown to a room."""
    return context.window.presenting.is_on


def _is_not(context: ActionContext) -> bool:
    return has_map(context) and not is_presenting(context)


def _on_show(act: Callable[[Show], None]) -> Callable[[ActionContext], None]:
    """Return an action's run that does something with what is being shown."""

    def run(context: ActionContext) -> None:
        if (show := context.window.presenting.show) is not None:
            act(show)

    return run


def _walks_by(context: ActionContext, kind: Kind) -> bool:
    show = context.window.presenting.show
    return show is not None and bool(show.walk.here) and show.walk.kind is kind


def _shows_whole(context: ActionContext) -> bool:
    show = context.window.presenting.show
    return show is not None and not show.walk.here


def _keeps_back(context: ActionContext) -> bool:
    """Tell whether lanes are kept back."""
    return is_presenting(context) and _kept_back(context) > 0


def _kept_back(context: ActionContext) -> int:
    return len(context.open_map.session.layout.concealed) if context.open_map is not None else 0


def _can_keep_back(context: ActionContext) -> bool:
    """Tell whether there is a lane to keep back."""
    open_map = context.open_map
    return is_presenting(context) and open_map is not None and bool(open_map.session.layout.shown_lanes)


def _time(context: ActionContext, minutes: float) -> None:
    context.window.presenting.time(minutes)


def _ask_and_time(context: ActionContext) -> None:
    minutes = MinutesDialog.ask(context.window)
    if minutes is not None:
        context.window.presenting.time(minutes)


def _timer_has_begun(context: ActionContext) -> bool:
    return is_presenting(context) and context.window.presenting.timing.has_begun


def _timer_actions() -> Iterator[Action]:
    for minutes, words in _MINUTES.items():
        yield Action(
            f"timer.{minutes}",
            words,
            partial(_time, minutes=minutes),
            is_presenting,
            hint=mark("Count down from there, at once"),
            ends_typing=False,
        )


ACTIONS: tuple[Action, ...] = (
    Action(
        "present",
        mark("Present"),
        _toggle,
        has_map,
        hint=mark("Show the map to a room, full screen and part by part; again to come back"),
        icon="presentation",
        keys=("F5",),
        checked=is_presenting,
    ),
    Action(
        "present_without_lanes",
        mark("Present, lanes kept back"),
        _begin_without_lanes,
        _is_not,
        hint=mark("Begin with stages and steps alone, and reveal the lanes one by one"),
        keys=("Shift+F5",),
    ),
    Action(
        "walk_on",
        mark("Walk on"),
        _on_show(lambda show: show.go_on(1)),
        is_presenting,
        hint=mark("Show what comes next"),
        icon="chevron-right",
        keys=("PgDown",),
    ),
    Action(
        "walk_back",
        mark("Walk back"),
        _on_show(lambda show: show.go_on(-1)),
        is_presenting,
        hint=mark("Show what came before"),
        icon="chevron-left",
        keys=("PgUp",),
    ),
    Action(
        "walk_by_stage",
        mark("Walk by stage"),
        _on_show(lambda show: show.turn(Kind.STAGES)),
        is_presenting,
        hint=mark("Show one stage after the other"),
        icon="view-column-outline",
        keys=("Ctrl+1",),
        checked=partial(_walks_by, kind=Kind.STAGES),
    ),
    Action(
        "walk_by_lane",
        mark("Walk by lane"),
        _on_show(lambda show: show.turn(Kind.LANES)),
        is_presenting,
        hint=mark("Show one lane after the other"),
        icon="view-sequential-outline",
        keys=("Ctrl+2",),
        checked=partial(_walks_by, kind=Kind.LANES),
    ),
    Action(
        "walk_whole",
        mark("Show the whole map"),
        _on_show(Show.show_whole),
        is_presenting,
        hint=mark("Show the whole map; walking goes on from where it was"),
        icon="fit-to-page-outline",
        keys=("Ctrl+3",),
        checked=_shows_whole,
    ),
    Action(
        "blank_screen",
        mark("Blank screen"),
        lambda context: context.window.presenting.blank(),
        is_presenting,
        hint=mark("Make the screen black until a key is pressed; B or . does it while nothing is selected"),
        icon="monitor-off",
    ),
    Action(
        "reveal_next",
        mark("Reveal next lane"),
        _on_show(Show.reveal_next),
        _keeps_back,
        hint=mark("Show the next of the lanes that are kept back"),
        icon="eye-plus-outline",
        keys=("Ctrl+4",),
    ),
    Action(
        "keep_back",
        mark("Keep lane back again"),
        _on_show(Show.conceal_last),
        _can_keep_back,
        hint=_ONLY_NOW,
        icon="eye-minus-outline",
        keys=("Ctrl+5",),
    ),
    Action("reveal_all", mark("Reveal all lanes"), _on_show(Show.reveal_all), _keeps_back, hint=_ONLY_NOW),
    Action(
        "keep_all_back",
        mark("Keep all lanes back"),
        _on_show(Show.conceal_all),
        _can_keep_back,
        hint=_ONLY_NOW,
    ),
    *_timer_actions(),
    Action(
        "timer.other",
        mark("Other time…"),
        _ask_and_time,
        is_presenting,
        hint=mark("Count down from as many minutes as you say"),
    ),
    Action(
        "timer.up",
        mark("Count up"),
        partial(_time, minutes=0),
        is_presenting,
        hint=mark("Show how much time has passed"),
        ends_typing=False,
    ),
    Action(
        "toggle_timer",
        mark("Start or pause the timer"),
        lambda context: context.window.presenting.toggle_timer(),
        is_presenting,
        hint=mark("Let the time run, or wait"),
        icon="timer-outline",
        keys=("F9",),
        ends_typing=False,
    ),
    Action(
        "reset_timer",
        mark("Put the timer away"),
        lambda context: context.window.presenting.reset_timer(),
        _timer_has_begun,
        hint=mark("Stop the timer and set it back"),
        keys=("Shift+F9",),
        ends_typing=False,
    ),
)
