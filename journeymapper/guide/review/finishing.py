"""The end of a review: the map says when it was held and when the next one is, and keeps how it was."""

from datetime import date

from journeymapper.document.document import Transaction
from journeymapper.document.records import MAP_ID, JourneyMap, Snapshot
from journeymapper.document.texts import on_one_line
from journeymapper.guide.review.cycle import next_after
from journeymapper.guide.review.snapshots import take
from journeymapper.i18n import _, day


def finish(
    edit: Transaction, today: date, next_review: date | None = None, reviewer: str = "", name: str = ""
) -> Snapshot:
    """Note that the map was looked through, by whom, and when it is next; keep it as it is under a name.

    The next review is a quarter later unless it is given; without a name the snapshot is called by its day.
    """
    edit.update(
        MAP_ID,
        JourneyMap,
        reviewed=today,
        next_review=next_review or next_after(today),
        reviewer=on_one_line(reviewer),
    )
    return take(edit, on_one_line(name) or _("Review of {day}").format(day=day(today)), today, reviewer)
