"""The health check of an open map: what changed is looked over in small slices, once all is quiet."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from journeymapper.document.change import Change
from journeymapper.guide.health.checkup import Checkup
from journeymapper.guide.health.finding import Dismissed, Finding
from journeymapper.guide.health.rule import Rule, rules

if TYPE_CHECKING:
    from journeymapper.ui.open_map import OpenMap

#: Nothing is looked at before so many milliseconds without a change.
QUIET: Final = 150

#: One slice takes so many seconds. A key that is pressed meanwhile waits for its end.
SLICE: Final = 0.002

#: While a button of the mouse is held, and nothing changes, a look is put off so many times.
_MOST_TIMES: Final = 10

#: Who wants to know at once waits at most so many seconds.
_PATIENCE: Final = 0.25


class Rules:
    """The rules of the health check. They are read when they are first wanted, and then kept."""

    @cached_property
    def by_id(self) -> Mapping[str, Rule]:
        """All rules by their names."""
        return {rule.id: rule for rule in rules()[0]}


class Checking(QObject):
    """Keeps the findings of one open map.

    ``checked_at`` is when everything was last looked at; None before the first time, when nothing is known.
    """

    #: The findings, or what of them is none for this map, may be others: never in the midst of looking.
    changed = Signal()
    #: Everything has been looked at.
    finished = Signal()

    def __init__(self, open_map: "OpenMap", known: Rules) -> None:
        """Look over a map, for the first time in a moment."""
        super().__init__(open_map)
        self._open_map = open_map
        self._known = known
        self._checkup: Checkup | None = None
        self._told = -1
        self._times_put_off = 0
        self.checked_at: datetime | None = None
        self._quiet = self._timer(QUIET, self._begin)
        self._slices = self._timer(0, self._work)
        self._slices.setSingleShot(False)
        open_map.changed.connect(self._follow)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._wake)
        self._quiet.start()

    def _timer(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    # What was found.

    @property
    def today(self) -> date:
        """The day by which dates were judged."""
        return self._checkup.today if self._checkup is not None else date.today()

    @property
    def is_blank(self) -> bool:
        """Tell whether there is nothing on the map yet that could be looked at."""
        return self._checkup is None or self._checkup.is_blank

    @property
    def count(self) -> int:
        """How many findings there are, those left out that are none for this map."""
        return self._checkup.count if self._checkup is not None else 0

    @property
    def rule_count(self) -> int:
        """How many rules find anything that counts for this map: so many rows the dock shows."""
        return self._checkup.rule_count if self._checkup is not None else 0

    def findings(self) -> list[Finding]:
        """Return the findings, the most severe first."""
        return self._checkup.findings() if self._checkup is not None else []

    def dismissed(self) -> list[Dismissed]:
        """Return what would be found, but is none for this map."""
        return self._checkup.dismissed() if self._checkup is not None else []

    def rule(self, finding: Finding) -> Rule:
        """Return the rule that found something."""
        return self._known.by_id[finding.rule]

    def now(self, finding: Finding) -> Finding | None:
        """Return a finding as it is after the last change, or None where it is settled.

        Call it only after ``settle`` has told that all has been looked at.
        """
        name = finding.rule, finding.place
        return next((one for one in self.findings() if (one.rule, one.place) == name), None)

    # Looking.

    def settle(self) -> bool:
        """Look at what changed at once, where that is soon done; tell whether all has been looked at."""
        if self._checkup is None or self.checked_at is None:
            return False
        if not self._checkup.work(_PATIENCE):
            self._finish()
        return self._checkup.is_done

    def _follow(self, change: Change) -> None:
        """Let what a change touched wait until all is quiet; what needs no look counts at once."""
        if change.is_empty:
            return
        self._times_put_off = 0
        if self._checkup is not None:
            self._checkup.touch(change)
            if self._checkup.is_done:
                self._tell()
        self._wait()

    def _wait(self) -> None:
        self._slices.stop()
        self._quiet.start()

    def _wake(self, state: Qt.ApplicationState) -> None:
        """Look at the calendar when the program comes to the fore: it may be another day."""
        if state is Qt.ApplicationState.ApplicationActive and not self._slices.isActive():
            self._quiet.start()

    def _is_put_off(self) -> bool:
        """Wait again while a button of the mouse is held; not for ever: its release may go astray."""
        is_held = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if not is_held or self._times_put_off >= _MOST_TIMES:
            return False
        self._times_put_off += 1
        self._wait()
        return True

    def _begin(self) -> None:
        if self._is_put_off():
            return
        if self._checkup is None:
            known = list(self._known.by_id.values())
            self._checkup = Checkup(self._open_map.session.document, date.today(), known)
        else:
            self._checkup.at(date.today())
        self._slices.start()

    def _work(self) -> None:
        if not self._is_put_off() and self._checkup is not None and not self._checkup.work(SLICE):
            self._finish()

    def _finish(self) -> None:
        for timer in (self._quiet, self._slices):
            timer.stop()
        self._times_put_off = 0
        self.checked_at = datetime.now()
        self._tell()
        self.finished.emit()

    def _tell(self) -> None:
        """Tell of other findings, once everything was looked at for the first time."""
        if self._checkup is not None and self.checked_at is not None and self._checkup.revision != self._told:
            self._told = self._checkup.revision
            self.changed.emit()
