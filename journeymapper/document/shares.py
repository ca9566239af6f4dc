"""How much of a map is assumed, observed, measured or not known, kept in step with the map's changes.

Only cards that say something of the customers count (see ``asks_for_evidence``): our own plans rest on
nothing yet. They count whatever is shown of their lanes, each at the step where it begins.
"""

from collections.abc import Iterable
from typing import NamedTuple

from journeymapper.document.change import Change
from journeymapper.document.document import Document
from journeymapper.document.records import Card, Lane, Record
from journeymapper.document.roles import holds_cards

#: The evidence levels from the surest down, as ``Evidence.level`` has them.
LEVELS: tuple[str, ...] = ("measured", "observed", "assumption", "")

#: The roles of lanes whose cards say something of the customers, which can be so or not.
ROLES_WITH_EVIDENCE = frozenset(
    {
        *("goals", "motivations", "actions", "questions", "thoughts", "quotes"),
        *("touchpoints", "pain_points", "needs"),
    }
)


def asks_for_evidence(lane: Lane) -> bool:
    """Tell whether the cards of a lane count: what they say may be so or not."""
    return lane.role in ROLES_WITH_EVIDENCE and holds_cards(lane.lane_kind)


class Share(NamedTuple):
    """How many cards rest on what: measured, observed, only assumed, or on nothing that is known."""

    measured: int = 0
    observed: int = 0
    assumption: int = 0
    unknown: int = 0

    @property
    def total(self) -> int:
        """How many cards there are."""
        return sum(self)

    def count(self, level: str) -> int:
        """Return how many cards are of an evidence level; "" is not known.

        Raises:
            ValueError: there is no such level.
        """
        return self[LEVELS.index(level)]

    def percent(self, *levels: str) -> int:
        """Return how many of a hundred cards are of these levels, rounded; 0 and 100 only of none and all.

        Raises:
            ValueError: there is no such level.
        """
        count, total = sum(self.count(level) for level in levels), self.total
        if count in {0, total}:
            return 100 if count else 0
        return min(99, max(1, (200 * count + total) // (2 * total)))

    def plus(self, other: "Share", by: int = 1) -> "Share":
        """Return this share with another added, or taken away where ``by`` is -1."""
        return Share(
            self.measured + by * other.measured,
            self.observed + by * other.observed,
            self.assumption + by * other.assumption,
            self.unknown + by * other.unknown,
        )


_NONE = Share()
_ONE = {level: Share(*(int(level == each) for each in LEVELS)) for level in LEVELS}


def summed(shares: Iterable[Share]) -> Share:
    """Return all these shares together."""
    found = _NONE
    for share in shares:
        found = found.plus(share)
    return found


class Shares:
    """The shares of one map: of the whole, and of any step, stage, lane or role of lanes.

    A change costs what it touched, and the filled cells of a lane whose role counts now or no more; steps
    and stages that move cost nothing. ``Shares(document)`` is the from-scratch twin of ``apply``.
    """

    def __init__(self, document: Document) -> None:
        """Count the whole map once."""
        self._document = document
        self._cells: dict[str, dict[str, Share]] = {}
        self._roles: dict[str, str] = {}
        self._steps: dict[str, Share] = {}
        self.whole = _NONE
        for record in document:
            self._take(None, record)

    def __eq__(self, other: object) -> bool:
        """Equal when all shares are."""
        return isinstance(other, Shares) and self._state() == other._state()

    __hash__ = None  # type: ignore[assignment]  # shares change

    def _state(self) -> tuple[object, ...]:
        return self.whole, self._cells, self._roles, self._steps

    def apply(self, change: Change) -> set[str]:
        """Follow a change; return the steps whose shares are others now, those that are gone included."""
        return self.follow(change.pairs())

    def follow(self, pairs: Iterable[tuple[Record | None, Record | None]]) -> set[str]:
        """Follow the records of a change, before and after it; return the same steps."""
        before: dict[str, Share] = {}
        for old, new in pairs:
            self._take(old, new, before)
        return {step for step, share in before.items() if share != self.of_step(step)}

    def of_step(self, step: str) -> Share:
        """Return the share of a step's cards."""
        return self._steps.get(step, _NONE)

    def of_stage(self, stage: str) -> Share:
        """Return the share of the cards of a stage's steps; it costs as much as there are steps in it."""
        return summed(self.of_step(step) for step in self._document.indexes.steps(stage))

    def of_lane(self, lane: str) -> Share:
        """Return the share of a lane's cards, of none where they do not count; it costs its filled cells."""
        return summed(self._cells[lane].values()) if lane in self._roles and lane in self._cells else _NONE

    def of_role(self, role: str) -> Share:
        """Return the share of the cards of all lanes of a role, such as "pain_points"."""
        return summed(self.of_lane(lane) for lane, its_role in self._roles.items() if its_role == role)

    def lanes(self) -> list[str]:
        """Return the lanes whose cards count, in their order on the map."""
        return [id_ for _order, id_ in self._document.indexes.lanes if id_ in self._roles]

    def _take(self, old: Record | None, new: Record | None, before: dict[str, Share] | None = None) -> None:
        """Follow one record; note in ``before`` what the shares of the steps that it concerns were."""
        if isinstance(old, Lane) or isinstance(new, Lane):
            self._take_lane(old, new, before)
        for card, by in ((old, -1), (new, 1)):
            if isinstance(card, Card):
                self._count(card.lane, card.step, _ONE[card.evidence.level], by)
                if card.lane in self._roles:
                    self._add(card.step, _ONE[card.evidence.level], by, before)

    def _take_lane(self, old: Record | None, new: Record | None, before: dict[str, Share] | None) -> None:
        """Let the cards of a lane count from now on, or no more."""
        id_ = (old or new).id  # type: ignore[union-attr]  # one of the two is there
        counted = id_ in self._roles
        counts = isinstance(new, Lane) and asks_for_evidence(new)
        if isinstance(new, Lane) and counts:
            self._roles[id_] = new.role
        else:
            self._roles.pop(id_, None)
        if counted != counts:
            for step, share in self._cells.get(id_, {}).items():
                self._add(step, share, 1 if counts else -1, before)

    def _count(self, lane: str, step: str, share: Share, by: int) -> None:
        cells = self._cells.setdefault(lane, {})
        cells[step] = cells.get(step, _NONE).plus(share, by)
        if cells[step] == _NONE:
            del cells[step]
        if not cells:
            del self._cells[lane]

    def _add(self, step: str, share: Share, by: int, before: dict[str, Share] | None) -> None:
        """Add to the share of a step and of the whole map."""
        if before is not None:
            before.setdefault(step, self.of_step(step))
        self._steps[step] = self.of_step(step).plus(share, by)
        if self._steps[step] == _NONE:
            del self._steps[step]
        self.whole = self.whole.plus(share, by)
