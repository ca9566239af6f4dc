"""The checkup: what the rules find in a map, kept in step with its changes, in small slices of time.

A change costs what it touched: it is counted, and what it may have made stale waits. ``work`` looks at what
waits, unit by unit. Which rules count is asked when the findings are read, so that another kind of map costs
nothing.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from math import inf
from time import perf_counter
from typing import Final, NamedTuple

from journeymapper.document.change import Change
from journeymapper.document.document import Document
from journeymapper.document.records import (
    Card,
    Dismissal,
    Lane,
    Link,
    Ordered,
    Persona,
    Record,
    Stage,
    Step,
)
from journeymapper.guide.health.facts import Facts
from journeymapper.guide.health.finders.finder import Find, Parameters
from journeymapper.guide.health.finding import Dismissed, Finding
from journeymapper.guide.health.marking import mark_changed
from journeymapper.guide.health.ranking import ranked
from journeymapper.guide.health.rule import SEVERITIES, Rule
from journeymapper.guide.health.stale import Stale, Unit

_KINDS: Final[dict[str, type[Record]]] = {
    "persona": Persona,
    "stage": Stage,
    "step": Step,
    "lane": Lane,
    "card": Card,
}


class _Question(NamedTuple):
    """A rule with its finder and what that is told, at hand."""

    rule: Rule
    find: Find
    told: Parameters

    def ask(self, facts: Facts, place: str) -> Finding | None:
        """Return what the rule finds at a place."""
        found = self.find(facts, self.told, place)
        if found is None:
            return None
        rule, places = self.rule, found.places or ((place,) if place else ())
        message = rule.message.format_map(found.values)
        return Finding(rule.id, rule.severity, message, rule.why, places, rule.fix, rule.fix_with, place)


class Checkup:
    """What rules find in a document on a day.

    ``revision`` rises whenever ``findings``, ``dismissed``, ``count`` or ``rule_count`` may be others.
    """

    def __init__(self, document: Document, today: date, rules: Sequence[Rule]) -> None:
        """Count what is in the map; nothing is found until ``work`` has looked at it."""
        self.revision = 0
        self._document = document
        self._rules = sorted(rules, key=lambda rule: list(SEVERITIES).index(rule.severity))
        self._asked_of: dict[str, list[_Question]] = {}
        for rule in rules:
            question = _Question(rule, rule.finder.find, rule.parameters)
            self._asked_of.setdefault(rule.finder.subject, []).append(question)
        self._asking_columns = {
            role
            for rule in rules
            if rule.finder.asks_column
            for role in getattr(rule.parameters, "roles", ())
        }
        self._facts = Facts(document, today)
        self._stale = Stale(self._facts)
        self._found: dict[str, dict[str, Finding]] = {rule.id: {} for rule in rules}
        self._sorted: dict[str, list[Finding]] = {}

    def rebuilt(self) -> "Checkup":
        """Return a checkup of the same map made from scratch, worked to the end: the twin of this one."""
        twin = Checkup(self._document, self.today, self._rules)
        twin.work()
        return twin

    @property
    def today(self) -> date:
        """The day by which dates are judged."""
        return self._facts.today

    def at(self, day: date) -> None:
        """Judge dates by another day."""
        if day != self.today:
            self._facts.today = day
            self._stale.walk("dated")
            self._stale.mark("map")

    def touch(self, change: Change) -> None:
        """Follow a change: mark what it may have made stale. No record is read."""
        for old, new in change.pairs():
            self._facts.count(old, new)
            counts = mark_changed(self._stale, old, new)
            if counts or isinstance(old or new, Dismissal):
                self.revision += 1
            if _is_elsewhere(old, new):
                self._sorted.clear()

    @property
    def is_blank(self) -> bool:
        """Tell whether neither a card nor an emotion point is on the map yet."""
        return not self._facts.cards and not self._facts.points

    @property
    def is_done(self) -> bool:
        """Tell whether nothing is stale."""
        return self._stale.is_empty

    def work(self, seconds: float = inf) -> bool:
        """Look at what is stale, until so many seconds are over; tell whether there is more to do."""
        end = perf_counter() + seconds
        while not self._stale.is_empty:
            unit = self._stale.take()
            if unit is not None:
                self._look(unit)
            if perf_counter() >= end:
                break
        return not self._stale.is_empty

    @property
    def count(self) -> int:
        """How many findings there are, those left out that are none for this map."""
        found = sum(len(self._found[rule.id]) for rule in self._counting())
        return found - sum(1 for _dismissal in self._dismissals())

    @property
    def rule_count(self) -> int:
        """How many rules find anything that counts for this map, at however many places."""
        gone = Counter(dismissal.rule for dismissal in self._dismissals())
        return sum(len(self._found[rule.id]) > gone[rule.id] for rule in self._counting())

    def findings(self) -> list[Finding]:
        """Return the findings: the most severe first, rule by rule, as one reads the map."""
        gone = {(dismissal.rule, dismissal.place) for dismissal in self._dismissals()}
        return [
            finding
            for rule in self._counting()
            for finding in self._in_order(rule.id)
            if (rule.id, finding.place) not in gone
        ]

    def dismissed(self) -> list[Dismissed]:
        """Return what would be found, but is none for this map, in the order of findings."""
        reasons = {(one.rule, one.place): one.reason for one in self._dismissals()}
        return [
            Dismissed(finding, reasons[rule.id, finding.place])
            for rule in self._counting()
            for finding in self._in_order(rule.id)
            if (rule.id, finding.place) in reasons
        ]

    def _counting(self) -> Iterator[Rule]:
        """Yield the rules that count for the map as it is, the most severe first."""
        about, standing = self._document.map, self._facts.cards + self._facts.points
        for rule in self._rules:
            fits_kind = not rule.kinds or about.map_kind in rule.kinds
            fits_audience = not rule.audiences or about.audience in rule.audiences
            if fits_kind and fits_audience and standing >= rule.after:
                yield rule

    def _dismissals(self) -> Iterator[Dismissal]:
        """Yield the dismissals that silence a finding."""
        counting = {rule.id for rule in self._counting()}
        for (rule, place), ids in self._document.indexes.dismissals.items():
            if rule in counting and place in self._found[rule]:
                yield self._document.get(next(iter(ids)), Dismissal)

    def _in_order(self, rule: str) -> list[Finding]:
        """Return what a rule found, as one reads the map.

        An order with something that is gone is not kept: undo may bring that back to its place.
        """
        if (known := self._sorted.get(rule)) is not None:
            return known
        found = self._found[rule]
        in_order = ranked(self._document, found)
        if all(not place or place in self._document for place in found):
            self._sorted[rule] = in_order
        return in_order

    def _look(self, unit: Unit) -> None:
        """Look at a unit: mark what depends on it, and ask the rules about it."""
        match unit.kind:
            case "bar":
                self._look_at_bar(unit.place)
            case "placed":
                for link in self._document.indexes.links_of.get(unit.place, ()):
                    self._stale.mark("link", link)
            case "link":
                self._look_at_link(unit.place)
            case "step":
                self._look_at_step(unit.place)
            case "stage":
                self._look_at_stage(unit.place)
        self._ask(unit)

    def _look_at_bar(self, bar: str) -> None:
        self._stale.mark("card", bar)
        for lane, step in self._facts.look_at_bar(bar):
            self._stale.mark("step", step)
            self._stale.mark("lane", lane)

    def _look_at_link(self, link: str) -> None:
        self._facts.look_at_link(link)
        self._stale.mark("map")
        record = self._document.find(link)
        if isinstance(record, Link):
            self._stale.mark("card", record.source)
            self._stale.mark("card", record.target)

    def _look_at_step(self, step: str) -> None:
        record = self._document.find(step)
        if isinstance(record, Step):
            self._stale.mark("stage", record.stage)
            for lane in self._facts.lanes(self._asking_columns):
                for card in self._facts.cards_at(lane, step):
                    self._stale.mark("card", card)

    def _look_at_stage(self, stage: str) -> None:
        is_like_another, feels_another = self._facts.look_at_stage(stage)
        if is_like_another:
            self._stale.mark("map")
        if feels_another:
            self._stale.walk("personas")

    def _ask(self, unit: Unit) -> None:
        """Ask the rules about a place; one that is gone has none."""
        subject = _KINDS.get(unit.kind)
        is_there = subject is None or isinstance(self._document.find(unit.place), subject)
        for question in self._asked_of.get(unit.kind, ()):
            finding = question.ask(self._facts, unit.place) if is_there else None
            self._note(question.rule, unit.place, finding)

    def _note(self, rule: Rule, place: str, finding: Finding | None) -> None:
        found = self._found[rule.id]
        if found.get(place) == finding:
            return
        if finding is None:
            del found[place]
        else:
            found[place] = finding
        self._sorted.pop(rule.id, None)
        self.revision += 1


def _is_elsewhere(old: Record | None, new: Record | None) -> bool:
    """Tell whether a record stands elsewhere, as one reads the map."""
    if isinstance(old, Ordered) and isinstance(new, Ordered):
        return _stands(old) != _stands(new)
    return isinstance(old or new, Stage | Step | Lane | Persona)


def _stands(record: Ordered) -> tuple[str, ...]:
    if isinstance(record, Card):
        return record.lane, record.step, record.order
    return (record.stage, record.order) if isinstance(record, Step) else (record.order,)
