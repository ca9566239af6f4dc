"""What can be done about a finding at once; and saying that it is none for this map."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from journeymapper.document.document import Transaction
from journeymapper.document.records import Card, Dismissal, Lane, Stage
from journeymapper.document.roles import EMOTION, ROLES
from journeymapper.document.texts import cleaned, on_one_line
from journeymapper.editing import blueprint, cards, lanes, personas, stages
from journeymapper.guide.health.facts import role_key
from journeymapper.guide.health.finding import Finding
from journeymapper.guide.lane_sets import SetLane, lane_set_for, lane_sets
from journeymapper.guide.review.cycle import next_after
from journeymapper.guide.stage_sets import SetStage, StageSet, stage_sets
from journeymapper.i18n import _, mark

#: A stage set fits by the names of so many of the map's last stages.
_COMPARED: Final = 2

#: The lanes of all roles from top to bottom, where no lane set says otherwise.
_LANES: Final = (*(role for role in ROLES if role not in {"quotes", ""}), "quotes", "")
_ORDER: Final = (*_LANES[: _LANES.index("channels") + 1], EMOTION, *_LANES[_LANES.index("channels") + 1 :])


class StaleFindingError(ValueError):
    """What a finding is about is not in the map any more."""


Fixing = Callable[[Transaction, Finding, date], list[str]]


@dataclass(frozen=True, slots=True)
class Fix:
    """A fix: its ``words`` for button and undo step, marked for translation, and how it is done.

    What needs the user is no edit: ``run`` is None, and ``action`` names what the window does instead. Where
    it ``takes_roles``, ``fix_with`` is a lane role, or several with commas between them.
    """

    words: str
    run: Fixing | None = None
    takes_roles: bool = False
    action: str = ""


def fix(edit: Transaction, finding: Finding, today: date) -> list[str]:
    """Do what a finding proposes; return the ids of the records to be selected afterwards.

    Raises:
        StaleFindingError: what the finding is about is gone.
        KeyError: the finding proposes nothing, or no edit.
    """
    if finding.place and finding.place not in edit.document:
        raise StaleFindingError(finding.place)
    run = FIXES[finding.fix].run
    if run is None:
        raise KeyError(finding.fix)
    return run(edit, finding, today)


def is_edit(finding: Finding) -> bool:
    """Tell whether a finding proposes something that ``fix`` does."""
    return bool(finding.fix) and FIXES[finding.fix].run is not None


def fix_action(finding: Finding) -> str:
    """Return the id of the window's action that a finding proposes, or ""."""
    return FIXES[finding.fix].action if finding.fix else ""


def fix_words(finding: Finding) -> str:
    """Return what the fix of a finding is called, in the user's language; "" where it has none."""
    return _(FIXES[finding.fix].words) if finding.fix else ""


def check_fix(name: str, told: str) -> None:
    """Check that there is such a fix, and that it understands what it is told.

    Raises:
        ValueError: there is none of this name, or no lane role of that.
    """
    if name and name not in FIXES:
        raise ValueError("there is no fix of this name")
    takes_roles = bool(name) and FIXES[name].takes_roles
    if takes_roles != bool(told) or not (set(_roles(told)) <= set(_ORDER) if takes_roles else True):
        raise ValueError("the fix does not understand what it is told")


def dismiss(edit: Transaction, finding: Finding, reason: str) -> None:
    """Say that a finding is none for this map, and why; where that was said before, why is new."""
    old = edit.indexes.dismissal(finding.rule, finding.place)
    id_ = old or edit.new_id(Dismissal.kind)
    edit.put(Dismissal(id=id_, rule=finding.rule, place=finding.place, reason=cleaned(reason)))


def readmit(edit: Transaction, rule: str, place: str) -> None:
    """Let a rule find something again at a place where that was none for this map."""
    dismissal = edit.indexes.dismissal(rule, place)
    if dismissal is not None:
        edit.remove(dismissal)


def _roles(told: str) -> list[str]:
    return [role.strip() for role in told.split(",")]


def _add_lane(edit: Transaction, finding: Finding, _today: date) -> list[str]:
    return [_lane_of(edit, _roles(finding.fix_with)[0])]


def _lane_of(edit: Transaction, role: str) -> str:
    """Add a lane of a role where the lane set of the map's kind has it, and return it."""
    document_map = edit.document.map
    lane_set = lane_set_for(lane_sets()[0], document_map.map_kind, document_map.audience)
    of_set = {_key(lane): lane for lane in lane_set.lanes} if lane_set else {}
    order = list(of_set) if role in of_set else list(_ORDER)
    lane = of_set.get(role) or SetLane(
        lane_kind=EMOTION if role == EMOTION else "cards", role="" if role == EMOTION else role
    )
    place = _place_below(edit, order[: order.index(role)])
    return lanes.add(edit, lane.shown_name(), lane.lane_kind, lane.role, lane.shown_hint(), place).id


def _key(lane: SetLane) -> str:
    return lane.role if lane.lane_kind == "cards" else lane.lane_kind


def _place_below(edit: Transaction, above: Iterable[str]) -> int:
    """Return the place right below the lowest lane of these roles; the top where there is none."""
    roles = set(above)
    standing = [edit.get(id_, Lane) for _order, id_ in edit.indexes.lanes]
    return max((place + 1 for place, lane in enumerate(standing) if role_key(lane) in roles), default=0)


def _answer_card(edit: Transaction, finding: Finding, _today: date) -> list[str]:
    """Put a card that begins to answer another into the same step, in the first lane of the roles told."""
    pain = edit.get(finding.place, Card)
    there = [edit.get(id_, Lane) for _order, id_ in edit.indexes.lanes]
    roles = _roles(finding.fix_with)
    fit = (lane.id for role in roles for lane in there if role_key(lane) == role)
    lane = next(fit, None) or _lane_of(edit, roles[0])
    text = _beginning(on_one_line(pain.text).rstrip(".?!… "), edit.get(lane, Lane))
    return [cards.add(edit, lane, pain.step, text, persona=pain.persona).id]


def _beginning(pain: str, lane: Lane) -> str:
    """Return the words with which a card in a lane begins to answer another."""
    if role_key(lane) == "needs":
        return (
            _("Needs a way out of this: {pain}").format(pain=pain) if pain else _("Needs a way out of this")
        )
    if not pain:
        return _("How could we do better here?")
    return _("How could we do better here: {pain}?").format(pain=pain)


def _add_last_stages(edit: Transaction, _finding: Finding, _today: date) -> list[str]:
    """Add the stages after the purchase, with steps, of the stage set that the map's last stages are of."""
    made = []
    for stage in _after_purchase(_set_that_fits(edit)):
        first, *others = stage.steps or ("",)
        made.append(stages.add(edit, stage.name, step_name=first).id)
        for step in others:
            stages.add_step(edit, made[-1], step)
    return made


def _after_purchase(stage_set: StageSet) -> list[SetStage]:
    return [stage for stage in stage_set.stages if stage.key in {"retention", "advocacy"}]


def _set_that_fits(edit: Transaction) -> StageSet:
    """Return the set that most of the map's last stages are of; else that of its audience."""
    last = [edit.get(id_, Stage).name.casefold() for _order, id_ in edit.indexes.stages[-_COMPARED:]]
    audience = edit.document.map.audience

    def fitness(one: StageSet) -> tuple[int, bool]:
        names = {stage.name.casefold() for stage in one.stages}
        return sum(name in names for name in last), bool(audience) and one.audience == audience

    return max((one for one in stage_sets()[0] if _after_purchase(one)), key=fitness)


def _add_lines(edit: Transaction, _finding: Finding, _today: date) -> list[str]:
    return blueprint.add_lines(edit)


def _plan_review(edit: Transaction, _finding: Finding, today: date) -> list[str]:
    personas.set_title_block(edit, next_review=next_after(today))
    return []


def _begin_persona(edit: Transaction, _finding: Finding, _today: date) -> list[str]:
    return [personas.add(edit, _("New persona")).id]


FIXES: Final[Mapping[str, Fix]] = {
    "add_lane": Fix(mark("Add the lane"), _add_lane, takes_roles=True),
    "answer": Fix(mark("Make an opportunity of it"), _answer_card, takes_roles=True),
    "answer_with_need": Fix(mark("Make an unmet need of it"), _answer_card, takes_roles=True),
    "add_last_stages": Fix(mark("Add what comes after the purchase"), _add_last_stages),
    "add_lines": Fix(mark("Add the lines"), _add_lines),
    "plan_review": Fix(mark("Plan the next review"), _plan_review),
    "begin_persona": Fix(mark("Begin a persona"), _begin_persona),
    "review_now": Fix(mark("Review now"), action="review_now"),
}
