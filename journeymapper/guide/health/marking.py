"""What one write may have made stale. No record of the document is read for it, whatever the map's size."""

from collections.abc import Iterator

from journeymapper.document.bars import moves_columns
from journeymapper.document.records import (
    NOBODY,
    Card,
    EmotionPoint,
    JourneyMap,
    Lane,
    Link,
    Persona,
    Record,
    Stage,
    Step,
)
from journeymapper.guide.health.facts import role_key
from journeymapper.guide.health.stale import Stale


def mark_changed(stale: Stale, old: Record | None, new: Record | None) -> bool:
    """Let wait what a write may have changed; tell whether it is anything that rules look at."""
    match new or old:
        case Card() | EmotionPoint():
            _mark_standing(stale, old, new)
        case Link():
            _mark_link(stale, old, new)
        case Step():
            _mark_step(stale, old, new)
        case Stage():
            _mark_stage(stale, old, new)
        case Lane():
            _mark_lane(stale, old, new)
        case Persona():
            _mark_persona(stale, old, new)
        case JourneyMap():
            pass
        case _:
            return False
    stale.mark("map")
    return True


def _both(old: Record | None, new: Record | None) -> Iterator[Record]:
    return (record for record in (old, new) if record is not None)


def _mark_standing(stale: Stale, old: Record | None, new: Record | None) -> None:
    """Mark a card or an emotion point, and what is round where it stood and stands."""
    has_moved = old is None or new is None or _place(old) != _place(new)
    for record in _both(old, new):
        if isinstance(record, Card):
            stale.mark("card", record.id)
        if not has_moved or not isinstance(record, Card | EmotionPoint):
            continue
        stale.mark("step", record.step)
        stale.mark("lane", record.lane)
        if record.persona != NOBODY:
            stale.mark("persona", record.persona)
        if isinstance(record, Card):
            stale.mark("placed", record.id)
            if record.span > 1:
                stale.mark("bar", record.id)


def _place(record: Record) -> tuple[object, ...]:
    match record:
        case Card():
            return record.lane, record.step, record.span, record.persona, record.evidence.level
        case EmotionPoint():
            return record.lane, record.step, record.persona
    return ()


def _mark_link(stale: Stale, old: Record | None, new: Record | None) -> None:
    for record in _both(old, new):
        if isinstance(record, Link):
            stale.mark("link", record.id)
            stale.mark("card", record.source)
            stale.mark("card", record.target)


def _mark_step(stale: Stale, old: Record | None, new: Record | None) -> None:
    for record in _both(old, new):
        if isinstance(record, Step):
            stale.mark("step", record.id)
            stale.mark("stage", record.stage)
    if moves_columns(old, new):
        _mark_columns(stale)
        for record in _both(old, new):
            if isinstance(record, Step):
                stale.walk("in_stage", record.stage)  # whose cards may be named by their step, or no longer
    elif isinstance(old, Step) and isinstance(new, Step) and old.name != new.name:
        stale.walk("in_step", new.id)


def _mark_stage(stale: Stale, old: Record | None, new: Record | None) -> None:
    for record in _both(old, new):
        stale.mark("stage", record.id)
    stale.walk("personas")  # who may be told by the names of stages, in their order
    if moves_columns(old, new):
        _mark_columns(stale)
        stale.walk("stages")  # whose keys may go by their places
    if isinstance(old, Stage) and isinstance(new, Stage) and old.name != new.name:
        stale.walk("in_stage", new.id)


def _mark_columns(stale: Stale) -> None:
    """Mark what goes by the order or number of the columns."""
    stale.walk("bars")
    stale.walk("links")
    stale.walk("lanes")


def _mark_lane(stale: Stale, old: Record | None, new: Record | None) -> None:
    for record in _both(old, new):
        stale.mark("lane", record.id)
    is_same = isinstance(old, Lane) and isinstance(new, Lane) and role_key(old) == role_key(new)
    if not is_same:
        for record in _both(old, new):
            stale.walk("in_lane", record.id)


def _mark_persona(stale: Stale, old: Record | None, new: Record | None) -> None:
    for record in _both(old, new):
        stale.mark("persona", record.id)
    if old is None or new is None:
        stale.walk("personas")  # one that is alone is looked at in another way
