"""A clock for the room: counts down from some minutes, or up. It runs by a clock that never jumps."""

from collections.abc import Callable
from dataclasses import dataclass

from journeymapper.i18n import _

#: Milliseconds since some moment.
Clock = Callable[[], int]

SECOND = 1000
MINUTE = 60 * SECOND


@dataclass(slots=True)
class Timing:
    """The time that is left of ``total`` milliseconds, or that has passed where ``total`` is 0."""

    clock: Clock
    total: int = 5 * MINUTE
    _passed: int = 0
    _since: int | None = None

    @property
    def is_running(self) -> bool:
        """Tell whether time passes."""
        return self._since is not None

    @property
    def passed(self) -> int:
        """The milliseconds that have passed, pauses left out."""
        return self._passed + (self.clock() - self._since if self._since is not None else 0)

    @property
    def has_begun(self) -> bool:
        """Tell whether any time has passed, or does."""
        return self.is_running or self._passed > 0

    @property
    def is_over(self) -> bool:
        """Tell whether no time is left."""
        return self.total > 0 and self.passed >= self.total

    def begin(self, minutes: float) -> None:
        """Count down from so many minutes, at once; 0 counts up."""
        self.total, self._passed = round(minutes * MINUTE), 0
        self._since = self.clock()

    def go_on(self) -> None:
        """Let time pass again."""
        if self._since is None:
            self._since = self.clock()

    def pause(self) -> None:
        """Let no time pass."""
        self._passed, self._since = self.passed, None

    def reset(self) -> None:
        """Go back to the beginning, and wait there."""
        self._passed, self._since = 0, None

    @property
    def shown(self) -> int:
        """The seconds to be shown: left, passed, or passed since the end.

        What is left counts until it is over: a second that has begun is still shown.
        """
        if self.total <= 0:
            return self.passed // SECOND
        if self.is_over:
            return (self.passed - self.total) // SECOND
        return -(-(self.total - self.passed) // SECOND)

    @property
    def until_next(self) -> int:
        """The milliseconds until another second is to be shown; it is time to look again then."""
        return SECOND - (self.passed - self.total) % SECOND

    def words(self) -> str:
        """Return the time as it is shown; past the end with what it is."""
        words = clock_words(self.shown)
        return _("Time is up · {time} over").format(time=words) if self.is_over else words


def clock_words(seconds: int) -> str:
    """Return minutes and seconds, and hours where there are any."""
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
