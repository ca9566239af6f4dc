"""A card of the chart in the hand: the place under the pointer is its rating, at once and on the map."""

from PySide6.QtCore import QPointF

from journeymapper.document.priorities import Place
from journeymapper.editing import priorities
from journeymapper.i18n import _
from journeymapper.layout.priorities.chart import Chart
from journeymapper.ui.docks.priorities.shown_board import ShownBoard


class Drag:
    """One drag, which becomes one undo step. Places are points of the chart."""

    def __init__(self, board: ShownBoard, card: str, grip: QPointF, at: QPointF) -> None:
        """Take hold of a card's chip, ``grip`` from its corner, at a point of the chart."""
        self.card = card
        self.at = at
        self.grip = grip
        self.target: Place | None = None
        self._board = board
        self._session = board.open_map.session
        self._mark = self._session.mark()
        self._key = ("priority", object())

    def move(self, at: QPointF, chart: Chart) -> None:
        """Follow the pointer; over another place of the chart the card is rated so."""
        self.at = at
        self.target = chart.place_at(at.x(), at.y())
        if self.target is not None and self.target != self._board.standing.places.get(self.card):
            with self._board.open_map.edit(_("Set priority"), merge_key=self._key, origin=self) as edit:
                priorities.put(edit, self._board.board, [self.card], self.target)

    def finish(self) -> None:
        """Keep the rating."""
        self._session.end_step()

    def cancel(self) -> None:
        """Put everything back, unless something else was done to the map meanwhile."""
        if self._session.history.is_all_of(self._key, self._mark):
            self._session.bail(self._mark)
        else:
            self._session.end_step()
