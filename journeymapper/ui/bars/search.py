"""What is looked for in the open map, and which of its matches one stands on."""

from PySide6.QtCore import QObject, Signal

from journeymapper.document.change import Change
from journeymapper.document.records import MAP_ID, Parked
from journeymapper.document.searching import Match, Matches, Query
from journeymapper.editing import replacing
from journeymapper.i18n import _
from journeymapper.layout.damage import Damage
from journeymapper.layout.finding import rect_of
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.going import go_to
from journeymapper.ui.open_map import OpenMap


class Search(QObject):
    """A search in one map, from the moment it is begun until it is ended.

    Typing goes to the first match after the place where the search began, as long as it can be seen; going
    on shows what is hidden. Matches follow the map's changes; what that costs grows with the change alone.
    """

    #: The matches, or the one that one stands on, are others.
    changed = Signal()
    #: The map was changed, and with it the matches: how many there are is known, their order not yet.
    unsettled = Signal()

    def __init__(self, open_map: OpenMap, canvas: Canvas, parent: QObject | None = None) -> None:
        """Search in a map as a canvas shows it."""
        super().__init__(parent)
        self._open_map = open_map
        self._canvas = canvas
        self._matches: Matches | None = None
        self._present: Match | None = None
        self._place = MAP_ID, "", 0
        self._has_gone = False
        self.has_turned = False
        open_map.changed.connect(self._follow)

    @property
    def count(self) -> int:
        """How many matches there are."""
        return self._matches.count if self._matches is not None else 0

    @property
    def number(self) -> int:
        """Which of the matches one stands on, 1 for the first, or 0."""
        if self._matches is None or self._present is None:
            return 0
        return self._matches.number_of(self._present)

    @property
    def present(self) -> Match | None:
        """The match that one stands on."""
        return self._present

    @property
    def is_hidden(self) -> bool:
        """Tell whether what one stands on is in a lane that is hidden or collapsed."""
        present = self._present
        return present is not None and rect_of(self._open_map.session.layout, present.id) is None

    @property
    def is_parked(self) -> bool:
        """Tell whether what one stands on is a thought in the parking lot."""
        present = self._present
        return present is not None and isinstance(self._open_map.session.document.find(present.id), Parked)

    def begin(self) -> None:
        """Begin at what the keyboard stands on."""
        self._place = self._open_map.current or MAP_ID, "", 0

    def ask(self, query: Query, within: frozenset[str] | None) -> None:
        """Look for something, in the whole map or ``within`` some records, and go to the first match."""
        if self._matches is None:
            self._matches = Matches(self._open_map.session.document, query, within)
        else:
            self._matches.ask(query, within)
        self.has_turned = False
        self._present = self._matches.after(*self._place)
        self._has_gone = not self.is_hidden
        self._canvas.overlay.highlights.show(self._matches, self._present)
        if self._has_gone:
            self._go()
        self.changed.emit()

    def resume(self, query: Query, direction: int) -> None:
        """Look for something again, and go to the match next to what the keyboard stands on."""
        start = self._open_map.current
        self.begin()
        self.ask(query, None)
        is_start = self._present is not None and self._present.id == start
        if direction < 0 or is_start or not self._has_gone:
            self.go_on(direction)

    def end(self) -> None:
        """Look for nothing any more."""
        self._matches = self._present = None
        self._canvas.overlay.highlights.show(None, None)

    def go_on(self, direction: int) -> None:
        """Go to the next match (1) or the one before (-1), and round the map's end."""
        if self._matches is None or not self._matches.count:
            self.changed.emit()
            return
        if self._present is None or self._has_gone:
            self._turn(direction)
        self._has_gone = True
        self._go()
        self.changed.emit()

    def _turn(self, direction: int) -> None:
        """Take the match after or before the place one stands at."""
        matches, present = self._matches, self._present
        assert matches is not None
        number = self.number
        id_, field, place = (present.id, present.field, present.start) if present is not None else self._place
        if direction < 0:
            found = matches.before(id_, field, place)
        else:
            found = matches.after(id_, field, place + (present is not None))
        self._stand_on(found)
        self.has_turned = bool(number) and (self.number - number) * direction <= 0

    def _stand_on(self, match: Match | None) -> None:
        self._present = match
        if match is not None:
            self._place = match.id, match.field, match.start
        self._canvas.overlay.highlights.show_present(match)

    def _go(self) -> None:
        """Select the record one stands on and bring the very words into view."""
        present = self._present
        if present is None:
            return
        go_to(self._open_map, self._canvas, present.id)
        for box in self._canvas.overlay.highlights.boxes_of(present)[:1]:
            self._canvas.reveal_rect(box)

    def replace(self, words: str) -> None:
        """Put words in the place of the match one stands on, and go on to the next."""
        if self._present is None or not self._has_gone:
            self.go_on(1)
            return
        present = self._present
        with self._open_map.edit(_("Replace"), origin=self) as edit:
            field, end = replacing.replace(edit, present, words)
        self._place = present.id, field, end
        self._present = None
        self.go_on(1)

    def replace_all(self, words: str) -> int:
        """Put words in the place of all matches, in one step; return how many there were."""
        matches = self._matches
        if matches is None or not matches.count:
            return 0
        with self._open_map.edit(_("Replace all"), origin=self) as edit:
            return replacing.replace_all(edit, matches.query, words, matches.records())

    def _follow(self, change: Change, _damage: Damage) -> None:
        """Follow a change: the match one stands on stays, or gives way to the next of its record."""
        if self._matches is None:
            return
        is_other = self._matches.apply(change)
        present = self._present
        if present is not None and present.id in change.ids():
            own = self._matches.of(present.id)
            if present not in own:
                later = (match for match in own if match.field == present.field)
                near = min(later, key=lambda match: abs(match.start - present.start), default=None)
                self._stand_on(near)
                is_other = True
        if is_other:
            self.unsettled.emit()
