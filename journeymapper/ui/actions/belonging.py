"""Actions that give cards and emotion points to personas."""

from collections.abc import Iterator, Sequence
from functools import partial

from journeymapper.document.records import NOBODY, Card, EmotionPoint, Persona
from journeymapper.editing import belonging
from journeymapper.i18n import _, mark
from journeymapper.ui.actions.table import Action, ActionContext, Choice
from journeymapper.ui.chosen import current_record
from journeymapper.ui.persona_icons import persona_icon
from journeymapper.ui.persona_words import given_words, name_of

#: So many personas have a digit; nobody has 0.
_DIGITS = 9


def _chosen(context: ActionContext) -> tuple[str, ...]:
    """Return the selected cards and points."""
    return (*context.chosen.of(Card), *context.chosen.of(EmotionPoint))


def _can_give(context: ActionContext) -> bool:
    """Tell whether there is something to give, and somebody to get it."""
    if context.open_map is None or not context.open_map.session.document.indexes.personas:
        return False
    return bool(_chosen(context))


def _choices(context: ActionContext) -> Sequence[Choice]:
    return tuple(_offered(context)) if _can_give(context) else ()


def _offered(context: ActionContext) -> Iterator[Choice]:
    """Yield nobody and all personas; the one that the current card or point belongs to is checked."""
    if (open_map := context.open_map) is None:
        return
    document, looks = open_map.session.document, open_map.session.layout.looks
    record = current_record(open_map)
    owner = record.persona if isinstance(record, Card | EmotionPoint) else None
    nobody = partial(_give, context, NOBODY, "")
    yield Choice(_("Nobody in particular"), nobody, checked=owner == NOBODY, key="0")
    for number, (_order, id_) in enumerate(document.indexes.personas, 1):
        name = name_of(document.get(id_, Persona), number)
        yield Choice(
            name,
            partial(_give, context, id_, name),
            icon=persona_icon(looks, id_),
            checked=owner == id_,
            key=str(number) if number <= _DIGITS else "",
        )


def _give(context: ActionContext, persona: str, name: str) -> None:
    if (open_map := context.open_map) is None:
        return
    label = _("Give to {name}").format(name=name) if name else _("Give to nobody in particular")
    with open_map.edit(label) as edit:
        given = belonging.give(edit, _chosen(context), persona)
    context.window.say(given_words(given, name))


ACTIONS: tuple[Action, ...] = (
    Action(
        "belongs_to",
        mark("Belongs to"),
        enabled=_can_give,
        hint=mark("Say which persona the selected cards or emotion points belong to"),
        keys=("Ctrl+B",),
        on_canvas=True,
        choices=_choices,
    ),
)
