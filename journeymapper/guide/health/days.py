"""Days so many months apart."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date


def months_later(day: date, months: int) -> date:
    """Return the day so many months later, or earlier where they are negative.

    Where that month is shorter it is its last day; where the calendar ends, its end.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year < MINYEAR:
        return date.min
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
