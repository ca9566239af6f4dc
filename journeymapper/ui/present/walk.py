"""The walk over a map: which part is shown to the room, and which comes next."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QObject, Signal

from journeymapper.document.records import Lane
from journeymapper.i18n import _
from journeymapper.layout.map_layout import MapLayout
from journeymapper.ui.chosen import lane_in_question, stage_in_question
from journeymapper.ui.docks.naming import lane_name, stage_name
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.present.framing import Look, Screen, looks_at


class Kind(Enum):
    """What one walks by."""

    STAGES = "stages"
    LANES = "lanes"


class Walk(QObject):
    """Goes from stage to stage, or from lane to lane; before the first there is the whole map.

    ``here`` is the stage or lane that is shown, "" for the whole map. Dividing lines and hidden lanes are
    passed over; a concealed lane is one to go to, which reveals it.
    """

    #: Another part is to be shown: ``look`` says how.
    moved = Signal()
    #: Something else is lit, where it is: the keyboard went there.
    shifted = Signal()

    def __init__(
        self,
        open_map: OpenMap,
        screen: Callable[[], Screen],
        reveal: Callable[[str], None],
        is_busy: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """Stand before the first stage.

        ``reveal`` shows a lane that is concealed; ``is_busy`` tells whether somebody writes or drags.
        """
        super().__init__(parent)
        self._open_map = open_map
        self._screen = screen
        self._reveal = reveal
        self._is_busy = is_busy
        self.kind = Kind.STAGES
        self.here = ""
        self._last = ""
        self._place = 0
        self._looks: list[Look] = []
        self._part = 0
        self._form: object = None

    @property
    def _layout(self) -> MapLayout:
        return self._open_map.session.layout

    @property
    def look(self) -> Look | None:
        """How the part is shown; None: the whole map is."""
        return self._looks[self._part] if self._looks else None

    def places(self) -> list[str]:
        """Return the stages or lanes that one walks by, in order."""
        document, indexes = self._open_map.session.document, self._open_map.session.document.indexes
        if self.kind is Kind.STAGES:
            return [id_ for _order, id_ in indexes.stages]
        lanes = self._layout.lanes
        in_order = [id_ for _order, id_ in indexes.lanes]
        return [id_ for id_ in in_order if not (document.get(id_, Lane).hidden or lanes[id_].is_divider)]

    def go_on(self, by: int) -> bool:
        """Show what comes next (1) or came before (-1); tell whether there is anything.

        From the whole map it goes on after the part that was shown last, and back to that.
        """
        if self.here and 0 <= self._part + by < len(self._looks):
            self._part += by
            self.moved.emit()
            return True
        places = self.places()
        last = self.here or self._last
        place = places.index(last) + by if last in places else 0 if by > 0 else -1
        if not self.here and last in places and by < 0:
            place += 1
        if place < 0 and self.here:
            self.show_whole()
            self._last = ""
            return True
        if not 0 <= place < len(places):
            return False
        self._go_to(places[place], is_back=by < 0)
        return True

    def turn(self, kind: Kind) -> bool:
        """Walk by stages or by lanes, from where the keyboard stands or the walk was; False without any."""
        self.kind = kind
        places = self.places()
        wanted = (self._in_question(), self.here, self._last)
        place = next((id_ for id_ in wanted if id_ in places), next(iter(places), ""))
        if not place:
            self.show_whole()
            return False
        self._go_to(place)
        return True

    def show_whole(self) -> None:
        """Show the whole map."""
        self._last, self.here = self.here or self._last, ""
        self._looks, self._part = [], 0
        self.moved.emit()

    def show_lane(self, lane: str) -> None:
        """Go to a lane, or to the look at the present stage in which it is seen."""
        if self.here and self.kind is Kind.LANES and lane in self.places():
            self._go_to(lane)
        elif self.here and self._layout.is_shown(lane):
            self._take_looks()
            self._part = self._part_at(self._layout.lane_top(lane))
            self.moved.emit()

    def show_again(self) -> None:
        """Show the same part: the view has another size, or the map another form."""
        self._take_looks()
        self.moved.emit()

    def _go_to(self, id_: str, is_back: bool = False) -> None:
        self.here = id_
        if id_ in self._layout.concealed:
            self._reveal(id_)
        self._take_looks()
        self._part = len(self._looks) - 1 if is_back and self._looks else 0
        self.moved.emit()

    def _take_looks(self) -> None:
        self._looks = looks_at(self._layout, self.here, self._screen()) if self.here else []
        self._part = max(0, min(self._part, len(self._looks) - 1))
        places = self.places()
        self._place = places.index(self.here) if self.here in places else 0
        self._form = self._form_now()

    def _form_now(self) -> object:
        """Return what of the map decides where the part that is shown lies in it."""
        layout, columns = self._layout, self._layout.columns
        span = next((span for span in columns.spans if span.stage == self.here), None)
        top = layout.lane_top(self.here) if layout.is_shown(self.here) else layout.headings_top
        return span, top, columns.left, columns.width, layout.shown_lanes

    def _part_at(self, y: float) -> int:
        """Return the last look that begins above a place of the map."""
        tops = [self._layout.lane_top(look.focus.below) if look.focus.below else 0 for look in self._looks]
        return max((part for part, top in enumerate(tops) if top <= y), default=0)

    def follow(self) -> None:
        """Follow a change: what is gone gives way to what stands in its place now.

        What lies elsewhere is shown there, unless somebody is at work on the map.
        """
        if not self.here:
            return
        places = self.places()
        if self.here not in places:
            self._part = 0
            if places:
                self._go_to(places[min(self._place, len(places) - 1)])
            else:
                self.show_whole()
            return
        has_moved = self._form_now() != self._form
        self._take_looks()
        if not self._looks:
            self.show_whole()
            self._last = ""
        elif has_moved and not self._is_busy():
            self.moved.emit()
        else:
            self.shifted.emit()

    def follow_keyboard(self) -> None:
        """Light the stage or lane that the keyboard went to; nothing moves for it."""
        id_ = self._in_question()
        if not self.here or id_ in {"", self.here} or id_ not in self.places():
            return
        self.here = id_
        self._take_looks()
        cell = self._open_map.cell
        if cell is not None and self._layout.is_shown(cell[0]):
            self._part = self._part_at(self._layout.lane_top(cell[0]))
        self.shifted.emit()

    def _in_question(self) -> str:
        find = stage_in_question if self.kind is Kind.STAGES else lane_in_question
        return find(self._open_map)

    def words(self) -> str:
        """Return what is shown, and which one of how many it is."""
        document, places = self._open_map.session.document, self.places()
        if not self.here:
            return _("Whole map")
        if self.kind is Kind.STAGES:
            words, name = _("Stage {number} of {count}: {name}"), stage_name(document, self.here)
        else:
            words, name = _("Lane {number} of {count}: {name}"), lane_name(document, self.here)
        words = words.format(number=places.index(self.here) + 1, count=len(places), name=name)
        if len(self._looks) < 2:
            return words
        part = _("{place} · part {number} of {count}")
        return part.format(place=words, number=self._part + 1, count=len(self._looks))
