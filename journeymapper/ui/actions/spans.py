"""Actions on how many columns cards cover."""

from functools import partial

from journeymapper.document.records import Card
from journeymapper.editing import spans
from journeymapper.i18n import mark, ngettext
from journeymapper.layout.finding import rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.ui.actions.table import Action, ActionContext


def _widen(context: ActionContext, by: int) -> None:
    """Let the selected cards cover a column more or fewer, and keep the current one's end in sight."""
    open_map, canvas = context.open_map, context.canvas
    if open_map is None or canvas is None:
        return
    ids = context.chosen.of(Card)
    label = ngettext("Widen card", "Widen cards", len(ids))
    if by < 0:
        label = ngettext("Narrow card", "Narrow cards", len(ids))
    with open_map.edit(label) as edit:
        spans.widen(edit, ids, by)
    rect = rect_of(open_map.session.layout, open_map.current)
    if rect is not None:
        canvas.reveal_rect(Rect(rect.right, rect.y, 0, rect.height))


def _has_only_cards(context: ActionContext) -> bool:
    return context.chosen.only_kind is Card


ACTIONS: tuple[Action, ...] = (
    Action(
        "widen_card",
        mark("Cover one more step"),
        partial(_widen, by=1),
        _has_only_cards,
        hint=mark("Let the selected cards reach over one more step to the right"),
        icon="arrow-expand-right",
        keys=("Alt+Shift+Right",),
        on_canvas=True,
    ),
    Action(
        "narrow_card",
        mark("Cover one step fewer"),
        partial(_widen, by=-1),
        _has_only_cards,
        hint=mark("Let the selected cards reach over one step fewer"),
        icon="arrow-collapse-left",
        keys=("Alt+Shift+Left",),
        on_canvas=True,
    ),
)
