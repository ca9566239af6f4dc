"""What is to be looked at again: units, each of which is small, and walks, which mark many of them."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from journeymapper.document.records import Card, Lane, Link, Persona, Stage, Step
from journeymapper.guide.health.facts import Facts


class Unit(NamedTuple):
    """Something to be looked at: what is to be done with it, and the id of the record, "" for the map."""

    kind: str
    place: str


#: Kinds of unit in the order in which they are taken: each marks only those after it. A "bar" is a card over
#: several columns, "placed" a card that stands elsewhere than before.
UNITS: Final = ("bar", "placed", "link", "step", "stage", "lane", "card", "persona", "map")

Walk = Callable[[Facts, str], Iterator[Unit]]


class Stale:
    """The units that wait, and the walks, which come first."""

    def __init__(self, facts: Facts) -> None:
        """Let everything be stale."""
        self._facts = facts
        self._waiting: dict[str, dict[str, None]] = {kind: {} for kind in UNITS}
        self._walks: dict[Unit, Iterator[Unit] | None] = {Unit("everything", ""): None}

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing waits."""
        return not self._walks and not any(self._waiting.values())

    def mark(self, kind: str, place: str = "") -> None:
        """Let a unit wait; one that waits already keeps its turn."""
        self._waiting[kind][place] = None

    def walk(self, kind: str, place: str = "") -> None:
        """Let a walk begin; one that is under way goes on: all that it has marked still waits."""
        self._walks.setdefault(Unit(kind, place), None)

    def take(self) -> Unit | None:
        """Return a unit that waits no longer; or take a step of a walk, and return None."""
        if self._walks:
            self._step()
            return None
        for kind, places in self._waiting.items():
            if places:
                place = next(iter(places))
                del places[place]
                return Unit(kind, place)
        return None

    def _step(self) -> None:
        name = next(iter(self._walks))
        under_way = self._walks[name] or WALKS[name.kind](self._facts, name.place)
        self._walks[name] = under_way
        unit = next(under_way, None)
        if unit is None:
            del self._walks[name]
        else:
            self.mark(*unit)


def _everything(facts: Facts, _place: str) -> Iterator[Unit]:
    for record in list(facts.document):
        match record:
            case Card():
                yield Unit("card", record.id)
                if record.span > 1:
                    yield Unit("bar", record.id)
            case Link() | Stage() | Step() | Lane() | Persona():
                yield Unit(record.kind, record.id)
    yield Unit("map", "")


def _stages(facts: Facts, _place: str) -> Iterator[Unit]:
    return _all("stage", [id_ for _order, id_ in facts.document.indexes.stages])


def _lanes(facts: Facts, _place: str) -> Iterator[Unit]:
    return _all("lane", [id_ for _order, id_ in facts.document.indexes.lanes])


def _personas(facts: Facts, _place: str) -> Iterator[Unit]:
    return _all("persona", [id_ for _order, id_ in facts.document.indexes.personas])


def _links(facts: Facts, _place: str) -> Iterator[Unit]:
    return _all("link", list(facts.document.indexes.links))


def _bars(facts: Facts, _place: str) -> Iterator[Unit]:
    return _all("bar", list(facts.document.indexes.spanning))


def _dated(facts: Facts, _place: str) -> Iterator[Unit]:
    return _all("card", list(facts.dated))


def _all(kind: str, places: list[str]) -> Iterator[Unit]:
    return (Unit(kind, place) for place in places)


def _in_lane(facts: Facts, lane: str) -> Iterator[Unit]:
    """Walk down a lane whose role is another: what its cards are, and what they mean to others."""
    indexes = facts.document.indexes
    for step in list(indexes.columns()):
        yield Unit("step", step)
        for card in indexes.cards(lane, step):
            yield Unit("placed", card)
            yield Unit("card", card)


def _in_stage(facts: Facts, stage: str) -> Iterator[Unit]:
    """Walk over what names its stage."""
    for step in facts.document.indexes.steps(stage):
        yield Unit("step", step)
        yield from _in_step(facts, step)


def _in_step(facts: Facts, step: str) -> Iterator[Unit]:
    indexes = facts.document.indexes
    for _order, lane in list(indexes.lanes):
        yield from _all("card", indexes.cards(lane, step))


WALKS: Final[dict[str, Walk]] = {
    "everything": _everything,
    "stages": _stages,
    "lanes": _lanes,
    "personas": _personas,
    "links": _links,
    "bars": _bars,
    "dated": _dated,
    "in_lane": _in_lane,
    "in_stage": _in_stage,
    "in_step": _in_step,
}
