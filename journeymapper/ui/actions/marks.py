"""Actions that say more of a card or step than its words: rating, tags, note, number, moment of truth."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial

from journeymapper.document.document import Document
from journeymapper.document.figures import holds_figures
from journeymapper.document.records import Card, Lane, Step
from journeymapper.document.roles import RATINGS, role_of
from journeymapper.editing import cards, stages
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.actions.table import Action, ActionContext
from journeymapper.ui.chosen import current_record, step_in_question
from journeymapper.ui.docks.card_panel import NOTED
from journeymapper.ui.whereabouts import step_name

_RATING_WORDS = (mark("No rating"), mark("Low rating"), mark("Medium rating"), mark("High rating"))

_FIELD_WORDS: dict[str, str] = {
    "importance": mark("Importance {rating}"),
    "severity": mark("Severity {rating}"),
    "impact": mark("Impact {rating}"),
}


def _rating_field(context: ActionContext, lane: str) -> str:
    """Return by what the cards of a lane are rated, or ""."""
    record = context.open_map.session.document.find(lane) if context.open_map is not None else None
    return role_of(record.role).rating if isinstance(record, Lane) else ""


def _rate(context: ActionContext, rating: int) -> None:
    if (open_map := context.open_map) is None:
        return
    ids = context.chosen.of(Card)
    label = ngettext("Rate card", "Rate cards", len(ids))
    with _by_digit(context, rating), open_map.edit(label) as edit:
        rated = cards.rate(edit, ids, rating)
    said = [_(_FIELD_WORDS[field]).format(rating=rating) for field in RATINGS if field in rated]
    context.window.say(" · ".join(said))


def _by_digit(context: ActionContext, rating: int) -> AbstractContextManager[None]:
    """Rate so that the digit typed for it may still turn out to be the beginning of a card."""
    return context.canvas.digits.rating(str(rating)) if context.canvas is not None else nullcontext()


def _can_rate(context: ActionContext) -> bool:
    """Tell whether any selected card can be rated; where none can, its digits are typed like letters."""
    return any(_rating_field(context, lane) for lane in context.chosen.lanes)


def _is_rated(context: ActionContext, rating: int) -> bool:
    """Tell whether the card that the keyboard stands on is rated so."""
    card = current_record(context.open_map) if context.open_map is not None else None
    if not isinstance(card, Card) or not (field := _rating_field(context, card.lane)):
        return False
    return bool(getattr(card, field) == rating)


def _rating_actions() -> Iterator[Action]:
    for rating, words in enumerate(_RATING_WORDS):
        yield Action(
            f"rate.{rating}",
            words,
            partial(_rate, rating=rating),
            _can_rate,
            hint=mark("Rate the selected cards by importance, severity or impact"),
            keys=(str(rating),),
            on_canvas=True,
            checked=partial(_is_rated, rating=rating),
        )


def _has_only_cards(context: ActionContext) -> bool:
    return context.chosen.only_kind is Card


def _has_only_figures(context: ActionContext) -> bool:
    """Tell whether all that is selected are cards of lanes of metrics."""
    open_map, lanes = context.open_map, context.chosen.lanes
    if open_map is None or not lanes or not _has_only_cards(context):
        return False
    return all(holds_figures(open_map.session.document, lane) for lane in lanes)


def _steps(context: ActionContext) -> tuple[str, ...]:
    """Return the selected steps, or the one in question."""
    if chosen := context.chosen.of(Step):
        return chosen
    step = step_in_question(context.open_map) if context.open_map is not None else ""
    return (step,) if step else ()


def _has_steps(context: ActionContext) -> bool:
    return bool(_steps(context))


def _is_moment_of_truth(context: ActionContext) -> bool:
    """Tell whether the step that the keyboard stands on or in is one; the other selected ones follow it."""
    if context.open_map is None:
        return False
    record = context.open_map.session.document.find(step_in_question(context.open_map))
    return isinstance(record, Step) and record.moment_of_truth


def _toggle_moment_of_truth(context: ActionContext) -> None:
    if (open_map := context.open_map) is None:
        return
    steps, is_one = _steps(context), not _is_moment_of_truth(context)
    with open_map.edit(_("Moment of truth")) as edit:
        stages.set_moment_of_truth(edit, steps, is_one)
    context.window.say(_said_of_moments(open_map.session.document, steps, is_one))


def _said_of_moments(document: Document, steps: tuple[str, ...], are_now: bool) -> str:
    """Return what happened to steps, which may be out of view."""
    if len(steps) == 1:
        words = _("Moment of truth: {step}") if are_now else _("No moment of truth any more: {step}")
        return words.format(step=step_name(document, steps[0]))
    count = len(steps)
    if are_now:
        return ngettext("{count} moment of truth", "{count} moments of truth", count).format(count=count)
    return ngettext(
        "{count} step is no moment of truth any more", "{count} steps are no moments of truth any more", count
    ).format(count=count)


ACTIONS: tuple[Action, ...] = (
    *_rating_actions(),
    Action(
        "tags",
        mark("Tags…"),
        lambda context: context.window.inspector.take_focus("tags"),
        _has_only_cards,
        hint=mark("Write tags for the selected cards"),
        icon="tag-outline",
        keys=("Ctrl+T",),
    ),
    Action(
        "note",
        mark("Note…"),
        lambda context: context.window.inspector.take_focus("note"),
        _has_only_cards,
        hint=mark("Write a note on the selected card: it stays out of the map, and can be printed"),
        icon="note-text-outline",
        keys=("Ctrl+Shift+N",),
    ),
    Action(
        "note_value",
        mark("Note new value…"),
        lambda context: context.window.inspector.take_focus(NOTED),
        _has_only_figures,
        hint=mark("Give the selected metrics a new number, and keep the old one as an earlier value"),
        icon="chart-line",
    ),
    Action(
        "moment_of_truth",
        mark("Moment of truth"),
        _toggle_moment_of_truth,
        _has_steps,
        hint=mark("Mark a step where customers make up their minds"),
        icon="star-outline",
        keys=("Ctrl+Shift+M",),
        checked=_is_moment_of_truth,
    ),
)
