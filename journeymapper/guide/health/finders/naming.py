"""What things are called in a finding."""

from collections.abc import Sequence
from typing import Final

from journeymapper.document.document import Document
from journeymapper.document.records import Card, Lane, Persona, Stage, Step
from journeymapper.document.texts import on_one_line
from journeymapper.i18n import _, number

_LONGEST: Final = 60
#: So many names are said in a row; of others only how many there are.
MOST_NAMES: Final = 3


def shortened(words: str) -> str:
    """Return words on one line, cut where they are long; those without any are told so."""
    line = on_one_line(words)
    if len(line) > _LONGEST:
        line = line[: _LONGEST - 1].rstrip() + "…"
    return line or _("without a name")


def card_values(document: Document, card: Card) -> dict[str, str]:
    """Return what a message says of a card: its name, that of its stage, and where it stands."""
    stage = document.get(card.step, Step).stage
    named = stage_name(document, stage)
    return {"name": shortened(card.text), "stage": named, "where": _where(document, card.step, stage, named)}


def _where(document: Document, step: str, stage: str, named: str) -> str:
    """Return where a step is: its stage alone tells where that has no other steps."""
    steps = document.indexes.steps_of[stage]
    if len(steps) == 1:
        return _("in stage “{stage}”").format(stage=named)
    record = document.get(step, Step)
    if not record.name.strip():
        count = steps.index((record.order, step)) + 1
        return _("at step {number} in stage “{stage}”").format(number=number(count), stage=named)
    return _("at “{step}” in stage “{stage}”").format(step=shortened(record.name), stage=named)


def stage_name(document: Document, stage: str) -> str:
    """Return what a stage is called."""
    return shortened(document.get(stage, Stage).name)


def step_name(document: Document, step: Step) -> str:
    """Return what a step is called: by its stage where it has no name of its own."""
    return shortened(step.name) if step.name.strip() else stage_name(document, step.stage)


def lane_name(document: Document, lane: str) -> str:
    """Return what a lane is called."""
    return shortened(document.get(lane, Lane).name)


def persona_name(document: Document, persona: str) -> str:
    """Return what a persona is called."""
    return shortened(document.get(persona, Persona).name)


def listed(names: Sequence[str]) -> str:
    """Return names in a row; of many the first, and how many more there are."""
    row = ", ".join(_("“{name}”").format(name=name) for name in names[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    return _("{names} and {count} more").format(names=row, count=number(more)) if more > 0 else row
