"""A walk through what there is to look at: its rows in sections, and which of them have been looked at."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import islice
from typing import Final, TypeVar

from journeymapper.document.change import Change
from journeymapper.document.document import Document
from journeymapper.document.records import Card, EmotionPoint
from journeymapper.guide.review.agenda import Agenda
from journeymapper.guide.review.comparing import Became, Difference
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.docks.naming import card_words
from journeymapper.ui.docks.review import words

_Found = TypeVar("_Found")

#: So many rows of a section are shown.
MOST_ROWS: Final = 300


class Section(Enum):
    """The sections of a walk, in order."""

    CHANGES = "changes"
    PLANS = "plans"
    EVIDENCE = "evidence"


#: What a section says that has no rows.
_NOTHING: Final[dict[Section, str]] = {
    Section.CHANGES: mark("Nothing has changed."),
    Section.PLANS: mark("No opportunity or idea is open."),
    Section.EVIDENCE: mark("No evidence is older than a year."),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a walk.

    Args:
        key: What it is known by as long as the walk lasts.
        words: What it says.
        line: What more there is to say, in smaller letters.
        tip: What is said when the pointer rests on it.
        id: The record that it is about; "" for headings and remarks.
        is_heading: It says what stands below it.
        is_gone: What it is about is on the map no more.
        is_late: It should have been done by now.
        done: Whether the plan that it is about is done; None for what is no plan.
    """

    key: str
    words: str
    line: str = ""
    tip: str = ""
    id: str = ""
    is_heading: bool = False
    is_gone: bool = False
    is_late: bool = False
    done: bool | None = None

    @property
    def is_stop(self) -> bool:
        """Tell whether it is one to look at."""
        return bool(self.id)


class Walk:
    """A walk through a map. ``rows`` are as they were at the last ``refresh``.

    Rows that come while one walks are what one has just done, and count as looked at.
    """

    def __init__(self, document: Document, today: date) -> None:
        """Begin; the whole map is read."""
        self._document = document
        self.today = today
        self._agenda = Agenda(document, today)
        self._is_behind = False
        self._plans: list[str] = []
        self.looked_at: set[str] = set()
        self.rows: dict[str, Row] = {}
        self.refresh()
        self.looked_at.clear()

    def follow(self, change: Change) -> bool:
        """Follow a change; tell whether there may be other rows."""
        return not self._is_behind and self._agenda.apply(change)

    def fall_behind(self) -> None:
        """Follow no more: the next ``refresh`` reads the whole map."""
        self._is_behind = True

    def refresh(self) -> None:
        """Make the rows of what there is to look at now."""
        if self._is_behind:
            self._agenda, self._is_behind = Agenda(self._document, self.today), False
        before = self.rows
        self.rows = {row.key: row for row in self._rows()}
        self.looked_at |= self.rows.keys() - before.keys()

    @property
    def stops(self) -> list[str]:
        """The keys of the rows to look at, in order."""
        return [key for key, row in self.rows.items() if row.is_stop]

    @property
    def progress(self) -> tuple[int, int]:
        """How many have been looked at, and how many there are."""
        stops = self.stops
        return sum(1 for key in stops if key in self.looked_at), len(stops)

    def next_after(self, key: str) -> str:
        """Return the next row after one that has not been looked at, beginning anew after the last; or ""."""
        stops = self.stops
        place = stops.index(key) + 1 if key in stops else 0
        return next((stop for stop in stops[place:] + stops[:place] if stop not in self.looked_at), "")

    def cell_of(self, row: Row) -> tuple[str, str] | None:
        """Return the cell in which what is gone stood, where it is still there; else None."""
        then = self._agenda.then.find(row.id) if self._agenda.then is not None else None
        if not isinstance(then, Card | EmotionPoint):
            return None
        cell = (then.lane, then.step)
        return cell if all(id_ in self._document for id_ in cell) else None

    def _rows(self) -> Iterator[Row]:
        yield from self._changes()
        plans, stale = self._open_plans(), self._agenda.stale
        heading = _counted(_("Open opportunities"), sum(1 for id_ in plans if not self._is_done(id_)))
        yield from self._section(Section.PLANS, heading, plans, self._plan)
        heading = _counted(_("Old evidence"), len(stale))
        yield from self._section(Section.EVIDENCE, heading, stale, self._evidence)

    def _changes(self) -> Iterator[Row]:
        found, since = self._agenda.differences, self._agenda.since
        if since is not None:
            heading = _("Changed since “{name}”").format(name=words.kept_name(since))
            heading = _counted(heading, len(found))
            yield from self._section(Section.CHANGES, heading, found, self._difference)
            return
        yield Row(Section.CHANGES.value, _("Changed"), is_heading=True)
        kept = self._agenda.kept
        if kept is None:
            remark = _(
                "Nothing is kept yet to compare the map with. Finishing this review keeps it as it is now."
            )
        else:
            remark = _("“{name}” is damaged, so there is nothing to compare the map with.")
            remark = remark.format(name=words.kept_name(kept))
        yield Row(f"{Section.CHANGES.value}/remark", remark)

    @staticmethod
    def _section(
        section: Section, heading: str, found: Sequence[_Found], row: Callable[[_Found], Row]
    ) -> Iterator[Row]:
        key = section.value
        yield Row(key, heading, is_heading=True)
        yield from map(row, islice(found, MOST_ROWS))
        if not found:
            yield Row(f"{key}/remark", _(_NOTHING[section]))
        elif (more := len(found) - MOST_ROWS) > 0:
            remark = ngettext("and {count} more", "and {count} more", more).format(count=more)
            yield Row(f"{key}/remark", remark)

    def _difference(self, difference: Difference) -> Row:
        agenda, document = self._agenda, self._document
        return Row(
            f"{Section.CHANGES.value} {difference.record.id}",
            words.difference_words(agenda, document, difference),
            words.difference_line(agenda, document, difference),
            words.difference_tip(agenda, difference),
            difference.record.id,
            is_gone=difference.became is Became.REMOVED,
        )

    def _open_plans(self) -> list[str]:
        """Return the plans that are open, and those among them that were marked done on this walk."""
        now = self._agenda.plans
        done = {id_ for id_ in self._plans if self._is_done(id_)}
        self._plans = _with_those_kept(self._plans, now, done)
        return self._plans

    def _is_done(self, id_: str) -> bool:
        card = self._document.find(id_)
        return isinstance(card, Card) and card.done

    def _plan(self, id_: str) -> Row:
        card = self._document.get(id_, Card)
        return Row(
            f"{Section.PLANS.value} {id_}",
            card_words(self._document, card),
            words.plan_words(self._document, card, self.today),
            id=id_,
            is_late=words.is_late(card, self.today),
            done=card.done,
        )

    def _evidence(self, id_: str) -> Row:
        card = self._document.get(id_, Card)
        return Row(
            f"{Section.EVIDENCE.value} {id_}",
            card_words(self._document, card),
            words.evidence_words(self._document, card, self.today),
            id=id_,
        )


def _counted(name: str, count: int) -> str:
    return _("{name} · {count}").format(name=name, count=count)


def _with_those_kept(before: Sequence[str], now: Sequence[str], kept: set[str]) -> list[str]:
    """Return what there is now, and in between what is ``kept`` of before, each after what it stood after."""
    known, previous = set(now), ""
    after: dict[str, list[str]] = {}
    for id_ in before:
        if id_ in known:
            previous = id_
        elif id_ in kept:
            after.setdefault(previous, []).append(id_)
    return [*after.get("", ()), *(one for id_ in now for one in (id_, *after.get(id_, ())))]
