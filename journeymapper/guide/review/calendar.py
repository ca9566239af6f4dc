"""The next review as a file that calendars take in (iCalendar, RFC 5545)."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from journeymapper.document.records import JourneyMap
from journeymapper.files.whole import write_whole
from journeymapper.i18n import _

SUFFIX = ".ics"

#: One is reminded so long before.
_BEFORE = timedelta(days=1)


def write_calendar(record: JourneyMap, day: date, path: Path, now: datetime | None = None) -> None:
    """Write the review of a map on a day, as an event of that whole day, for a calendar to take in.

    Raises:
        OSError: the file cannot be written.
    """
    write_whole(path, calendar(record, day, now or datetime.now(UTC)))


def calendar(record: JourneyMap, day: date, now: datetime) -> bytes:
    """Return the file's bytes; the event keeps its identity when the day is another."""
    from icalendar import Alarm, Calendar, Event  # noqa: PLC0415 - takes a tenth of a second, for one file

    title = record.title or _("Journey map")
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'{record.business}:{record.title}')}@journeymapper")
    event.add("dtstamp", now)
    event.add("dtstart", day)
    if day < date.max:
        event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", _("Review the journey map “{title}”").format(title=title))
    event.add("description", _description(record))
    reminder = Alarm()
    reminder.add("action", "DISPLAY")
    reminder.add("description", _("Tomorrow: review “{title}”").format(title=title))
    reminder.add("trigger", -_BEFORE)
    event.add_component(reminder)
    whole = Calendar()
    whole.add("prodid", "-//journeymapper//journeymapper//EN")
    whole.add("version", "2.0")
    whole.add_component(event)
    data: bytes = whole.to_ical()
    return data


def _description(record: JourneyMap) -> str:
    lines = [
        _("What has changed, which opportunities are open, which evidence is old?"),
        _("With: {name}").format(name=record.reviewer) if record.reviewer else "",
        record.scenario,
    ]
    return "\n".join(line for line in lines if line)
