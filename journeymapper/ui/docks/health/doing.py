"""What can be done with findings: going there, mending one at once, leaving it out for this map."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from journeymapper.document.records import MAP_ID
from journeymapper.guide.health import fixes
from journeymapper.guide.health.finding import Finding
from journeymapper.i18n import _, number
from journeymapper.ui.checking import Checking
from journeymapper.ui.dialogs.reason_dialog import ReasonDialog
from journeymapper.ui.docks.health.entries import Entry, key_of
from journeymapper.ui.going import go_to

if TYPE_CHECKING:
    from journeymapper.ui.docks.health.dock import HealthDock
    from journeymapper.ui.main_window import MainWindow


class Doing:
    """Does it for the dock of a window, with what one stands on there."""

    def __init__(self, dock: "HealthDock", window: "MainWindow") -> None:
        """Do nothing yet."""
        self._dock = dock
        self._window = window
        self._went_to: Finding | None = None
        self._place = 0

    def forget(self) -> None:
        """Begin with the first finding of another map."""
        self._went_to, self._place = None, 0

    @property
    def current(self) -> Entry | None:
        """What one stands on, where there is a map."""
        return self._dock.tree.current if self._dock.open_map is not None else None

    def _is_settled(self, checking: Checking) -> bool:
        """Have the last changes looked at; tell whether they are, or say that this takes longer."""
        if checking.settle():
            return True
        self._dock.said.emit(_("The map is still being checked."))
        return False

    # Going there.

    def show_places(self, entry: Entry) -> None:
        """Select what findings of a rule are about and bring the first into view.

        What is none for this map is not to be mended together: of several such only bring the first.
        """
        if not entry.findings:
            return
        if entry.finding is None and entry.is_dismissed:
            self._dock.revealed.emit(_aim(entry.findings[0]))
            return
        if entry.finding is not None:
            self._went_to = entry.finding
        self._select([_aim(finding) for finding in entry.findings])

    def _select(self, ids: Sequence[str]) -> None:
        """Select records and bring the first into view, in a lane that is hidden too."""
        open_map, canvas = self._dock.open_map, self._window.canvas
        if open_map is None or canvas is None:
            return
        go_to(open_map, canvas, ids[0])
        if len(ids) > 1:
            open_map.select(ids, ids[0])

    def go_on(self) -> None:
        """Go to the next finding on the map, and say what it is; after the last comes the first."""
        checking = self._dock.checking
        if checking is None:
            return
        if not self._is_settled(checking):
            return
        found = [finding for finding in checking.findings() if finding.places]
        if not found:
            words = (
                _("No findings") if not checking.count else _("The findings are about the map as a whole.")
            )
            self._dock.said.emit(words)
            return
        self._go_to(found, self._next(found))

    def _next(self, found: Sequence[Finding]) -> int:
        """Return the place of the finding after that which one went to last, or of what took its place."""
        last = self._went_to
        names = [key_of(finding) for finding in found]
        if last is not None and key_of(last) in names:
            return (names.index(key_of(last)) + 1) % len(found)
        return self._place % len(found)

    def _go_to(self, found: Sequence[Finding], place: int) -> None:
        finding = found[place]
        self._went_to, self._place = finding, place
        self._dock.catch_up()
        self._dock.stand_on(finding)
        self._select([_aim(finding)])
        self._dock.left.emit()
        words = _("Place {place} of {count}: {message}")
        said = words.format(place=number(place + 1), count=number(len(found)), message=finding.message)
        self._dock.said.emit(said)

    # Mending and dismissing.

    @property
    def fixable(self) -> Finding | None:
        """The finding that one stands on, where something can be done about it at once."""
        entry = self.current
        finding = entry.finding if entry is not None and not entry.is_dismissed else None
        return finding if finding is not None and finding.fix else None

    @property
    def can_dismiss(self) -> bool:
        """Tell whether one stands on findings that count for this map."""
        return self.current is not None and not self.current.is_dismissed

    @property
    def can_readmit(self) -> bool:
        """Tell whether one stands on findings that do not count for this map."""
        return self.current is not None and self.current.is_dismissed

    def fix(self) -> None:
        """Do what the finding that one stands on proposes, and select what came of it."""
        open_map, checking, finding = self._dock.open_map, self._dock.checking, self.fixable
        if open_map is None or checking is None or finding is None or not self._is_settled(checking):
            return
        now = checking.now(finding)
        if now is None:
            self._dock.said.emit(_("That is settled already."))
            return
        if action := fixes.fix_action(now):
            self._window.action_set.run(action)
            return
        with open_map.edit(fixes.fix_words(now)) as edit:
            made = fixes.fix(edit, now, checking.today)
        self._select(made or [MAP_ID])
        self._return()
        self._dock.said.emit(_("Done. Undo takes it back."))

    def dismiss(self) -> None:
        """Ask why what one stands on is none for this map, and note it there."""
        open_map, entry = self._dock.open_map, self.current
        if open_map is None or entry is None or entry.is_dismissed:
            return
        reason = ReasonDialog.ask(entry.words, self._window)
        if reason is not None:
            document = open_map.session.document
            there = [finding for finding in entry.findings if not finding.place or finding.place in document]
            with open_map.edit(_("Not for this map")) as edit:
                for finding in there:
                    fixes.dismiss(edit, finding, reason)
        self._return()

    def readmit(self) -> None:
        """Let what one stands on count for this map again."""
        open_map, entry = self._dock.open_map, self.current
        if open_map is None or entry is None or not entry.is_dismissed:
            return
        with open_map.edit(_("Bring back")) as edit:
            for finding in entry.findings:
                fixes.readmit(edit, finding.rule, finding.place)
        self._return()

    def _return(self) -> None:
        """Put the keyboard back into the list, where a button that is gone now had it."""
        if self._dock.has_keyboard:
            self._dock.first_field().setFocus()


def _aim(finding: Finding) -> str:
    """Return what one selects to do something about a finding: it, else the map's title block."""
    return finding.place or next(iter(finding.places), MAP_ID)
