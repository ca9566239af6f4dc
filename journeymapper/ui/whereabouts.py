"""Where the keyboard stands on the map, in a few words: in the status line, and in what is said of steps."""

from journeymapper.document.document import Document
from journeymapper.document.records import (
    Card,
    EmotionPoint,
    JourneyMap,
    Lane,
    Link,
    Persona,
    Stage,
    Step,
)
from journeymapper.document.texts import on_one_line
from journeymapper.i18n import _
from journeymapper.ui.docks.naming import link_words
from journeymapper.ui.open_map import OpenMap


def step_name(document: Document, step: str) -> str:
    """Return a step's name; one without goes by its number."""
    name = document.get(step, Step).name
    return name or _("step {number}").format(number=document.indexes.column_of(step) + 1)


def whereabouts(open_map: OpenMap) -> str:
    """Return stage, step and lane of the keyboard's place, those that it has; "" where it is nowhere."""
    document = open_map.session.document
    record = document.find(open_map.current) if open_map.current else None
    match record:
        case Card(lane=lane, step=step) | EmotionPoint(lane=lane, step=step):
            names = [*_down_to_step(document, step), document.get(lane, Lane).name]
        case Step(id=step):
            names = _down_to_step(document, step)
        case Stage(name=name) | Lane(name=name) | Persona(name=name) | JourneyMap(title=name):
            names = [name]
        case Link():
            names = [link_words(document, record)]
        case _ if open_map.cell is not None:
            lane, step = open_map.cell
            names = [*_down_to_step(document, step), document.get(lane, Lane).name]
        case _:
            names = []
    return " · ".join(on_one_line(name) for name in names if name)


def _down_to_step(document: Document, step: str) -> list[str]:
    stage = document.get(step, Step).stage
    return [document.get(stage, Stage).name, step_name(document, step)]
