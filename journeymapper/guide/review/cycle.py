"""When a map is due to be looked through again."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from dateutil.relativedelta import relativedelta

from journeymapper.document.records import JourneyMap
from journeymapper.i18n import _, ngettext

#: Months from one review to the next, unless somebody plans otherwise: a quarter.
QUARTER: Final = 3

#: A review is near when it is so many days off, or fewer.
NEAR: Final = 14


@dataclass(frozen=True, slots=True)
class Standing:
    """How a map stands with its reviews: ``days`` until the next, below 0 when it is overdue.

    ``days`` is None where none is planned and none was held.
    """

    reviewed: date | None = None
    next_review: date | None = None
    days: int | None = None

    @property
    def is_due(self) -> bool:
        """Tell whether the review should be held today or should have been."""
        return self.days is not None and self.days <= 0

    @property
    def is_near(self) -> bool:
        """Tell whether the review is due or soon will be."""
        return self.days is not None and self.days <= NEAR

    def words(self) -> str:
        """Return one line on it, or "" where no review is planned."""
        if self.days is None:
            return ""
        if self.days > 0:
            words = ngettext("Review in {count} day", "Review in {count} days", self.days)
            return words.format(count=self.days)
        if self.days == 0:
            return _("Review due today")
        late = -self.days
        words = ngettext("Review {count} day overdue", "Review {count} days overdue", late)
        return words.format(count=late)


def next_after(day: date, months: int = QUARTER) -> date:
    """Return the same day so many months later, or the last of a month that is shorter.

    Where the calendar ends, that is its last day.
    """
    try:
        later: date = day + relativedelta(months=months)  # type: ignore[no-untyped-call]
    except (OverflowError, ValueError):
        return date.max
    return later


def standing(record: JourneyMap, today: date) -> Standing:
    """Return how a map stands; where no next review is planned it counts as due a quarter after the last."""
    planned = record.next_review
    if planned is None and record.reviewed is not None:
        planned = next_after(record.reviewed)
    return Standing(record.reviewed, planned, until(planned, today).days)


def until(planned: date | None, today: date) -> Standing:
    """Return how a map stands of which only the day of its next review is known."""
    return Standing(None, planned, None if planned is None else (planned - today).days)
