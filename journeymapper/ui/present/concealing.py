"""Lanes that are kept back until they are revealed to the room. The map itself says nothing of it."""

from collections.abc import Iterable

from journeymapper.document.change import Change
from journeymapper.document.records import Card, EmotionPoint
from journeymapper.session.session import Session


class Concealing:
    """Conceals and reveals the lanes of one map; hidden lanes are none of its business."""

    def __init__(self, session: Session) -> None:
        """Begin with all lanes shown."""
        self._session = session
        self._revealed: list[str] = []

    @property
    def concealed(self) -> list[str]:
        """The lanes that are kept back, in order; those that the map hides are not among them."""
        layout = self._session.layout
        return [lane for lane in self._in_order() if lane in layout.concealed]

    def count_beside(self, lane: str) -> int:
        """Return how many other lanes are kept back; dividing lines, which come with them, do not count."""
        lanes = self._session.layout.lanes
        return sum(other != lane and not lanes[other].is_divider for other in self.concealed)

    def _in_order(self) -> list[str]:
        lanes = self._session.layout.lanes
        in_order = (id_ for _order, id_ in self._session.document.indexes.lanes)
        return [id_ for id_ in in_order if not lanes[id_].lane.hidden]

    def conceal_all(self) -> None:
        """Keep all lanes back."""
        self._revealed = []
        self._session.conceal(self._in_order())

    def reveal_all(self) -> None:
        """Show all lanes."""
        self._revealed = []
        self._session.conceal(())

    def reveal_next(self) -> str:
        """Show the next lane that is kept back, and return it; "" where none is.

        A dividing line comes with the lane below it.
        """
        concealed, lanes = self.concealed, self._session.layout.lanes
        following = next((lane for lane in concealed if not lanes[lane].is_divider), None)
        lane = following or next(iter(concealed), "")
        if lane:
            self.reveal(lane)
        return lane

    def reveal(self, lane: str) -> None:
        """Show a lane, with the dividing lines right above it."""
        in_order, lanes = self._in_order(), self._session.layout.lanes
        shown = [lane]
        for above in reversed(in_order[: in_order.index(lane)]):
            if not lanes[above].is_divider:
                break
            shown.append(above)
        self._revealed.append(lane)
        self._session.conceal(self._session.layout.concealed - set(shown))

    def conceal_last(self) -> str:
        """Keep the lane back again that was revealed last, or else the last one; return it, or ""."""
        shown = self._session.layout.shown_lanes
        while self._revealed and self._revealed[-1] not in shown:
            self._revealed.pop()
        lane = self._revealed.pop() if self._revealed else next(reversed(shown), "")
        if lane:
            self._session.conceal(self._session.layout.concealed | {lane})
        return lane

    def lanes_filled(self, change: Change) -> set[str]:
        """Return the lanes kept back that a change put cards or points into; new ones stay kept back."""
        return {
            new.lane
            for old, new in change.pairs()
            if isinstance(new, Card | EmotionPoint)
            and new.lane in self._session.layout.concealed
            and new.lane not in change.added
            and not (isinstance(old, Card | EmotionPoint) and old.lane == new.lane)
        }

    def reveal_each(self, lanes: Iterable[str]) -> None:
        """Show these of the lanes kept back."""
        for lane in lanes:
            if lane in self.concealed:
                self.reveal(lane)
