"""Actions that say what cards rest on, and show how much of the map is known."""

from collections.abc import Iterator
from functools import partial

from journeymapper.document.records import Card
from journeymapper.document.roles import EVIDENCE_LEVELS
from journeymapper.editing import evidence
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.actions.table import Action, ActionContext, has_map
from journeymapper.ui.chosen import current_record
from journeymapper.ui.docks.card_panel import SOURCES, CardPanel


def _has_cards(context: ActionContext) -> bool:
    return bool(context.chosen.of(Card))


def _set_level(context: ActionContext, level: str) -> None:
    if (open_map := context.open_map) is None:
        return
    ids = context.chosen.of(Card)
    with open_map.edit(_("Evidence")) as edit:
        evidence.set_level(edit, ids, level)
    cards = ngettext("{count} card", "{count} cards", len(ids)).format(count=len(ids))
    context.window.say(f"{_(EVIDENCE_LEVELS[level])} · {cards}")


def _has_level(context: ActionContext, level: str) -> bool:
    """Tell whether the card that the keyboard stands on is of that level."""
    card = current_record(context.open_map) if context.open_map is not None else None
    return isinstance(card, Card) and card.evidence.level == level


def _level_actions() -> Iterator[Action]:
    for level, words in EVIDENCE_LEVELS.items():
        yield Action(
            f"evidence.{level or 'unknown'}",
            words,
            partial(_set_level, level=level),
            _has_cards,
            hint=mark("Say how sure the selected cards are"),
            checked=partial(_has_level, level=level),
        )


def _add_source(context: ActionContext) -> None:
    inspector = context.window.inspector
    inspector.take_focus(SOURCES)
    if isinstance(inspector.panel, CardPanel):
        inspector.panel.fields[SOURCES].begin()


def _shows_strip(context: ActionContext) -> bool:
    return context.open_map is not None and context.open_map.session.document.map.evidence_strip


def _toggle_strip(context: ActionContext) -> None:
    if (open_map := context.open_map) is not None:
        with open_map.edit(_("Evidence strip")) as edit:
            evidence.show_strip(edit, not _shows_strip(context))


ACTIONS: tuple[Action, ...] = (
    *_level_actions(),
    Action(
        "add_source",
        mark("Add source…"),
        _add_source,
        lambda context: context.chosen.only_kind is Card,
        hint=mark("Say what the selected cards rest on: interviews, a survey, figures"),
    ),
    Action(
        "evidence_strip",
        mark("Evidence strip"),
        _toggle_strip,
        has_map,
        hint=mark("Show below each step how much of it is assumed, observed and measured, in print too"),
        checked=_shows_strip,
    ),
)
