"""Actions of the health check: its panel, going from finding to finding, mending and dismissing them."""

from journeymapper.guide.health.fixes import fix_words
from journeymapper.i18n import _, mark
from journeymapper.ui.actions.table import Action, ActionContext
from journeymapper.ui.docks.health.doing import Doing


def _doing(context: ActionContext) -> Doing:
    return context.window.docks.health.doing


def _can_check(context: ActionContext) -> bool:
    """Tell whether there is a map, and not a room that looks at it."""
    return context.open_map is not None and not context.window.presenting.is_on


def _fix_words(context: ActionContext) -> str:
    finding = _doing(context).fixable
    return fix_words(finding) if finding is not None else _("Fix")


ACTIONS: tuple[Action, ...] = (
    Action(
        "show_health",
        mark("Health check"),
        lambda context: context.window.docks.reach(context.window.docks.health),
        _can_check,
        hint=mark("Show or hide what the map lacks to be of use"),
        icon="stethoscope",
        keys=("F7",),
        checked=lambda context: context.window.docks.shows(context.window.docks.health),
    ),
    Action(
        "next_finding",
        mark("Next finding"),
        lambda context: _doing(context).go_on(),
        _can_check,
        hint=mark("Go to the next finding of the health check on the map"),
        keys=("Shift+F7",),
    ),
    Action(
        "fix_finding",
        mark("Fix"),
        lambda context: _doing(context).fix(),
        lambda context: _doing(context).fixable is not None,
        hint=mark("Do what the finding proposes"),
        words_now=_fix_words,
    ),
    Action(
        "dismiss_finding",
        mark("Not for this map…"),
        lambda context: _doing(context).dismiss(),
        lambda context: _doing(context).can_dismiss,
        hint=mark("Leave the finding out, and say why"),
    ),
    Action(
        "readmit_finding",
        mark("Bring back"),
        lambda context: _doing(context).readmit(),
        lambda context: _doing(context).can_readmit,
        hint=mark("Let a finding count again that you left out for this map"),
    ),
)
