"""Dropping parked thoughts on the map: they become cards of the cell they are dropped on."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from journeymapper.document.records import Parked
from journeymapper.document.roles import holds_cards
from journeymapper.layout.finding import hit
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.docks.thoughts import carried_thoughts
from journeymapper.ui.parking import put_on_map

_DRAGGING = {QEvent.Type.DragEnter, QEvent.Type.DragMove}


class ThoughtDrops(QObject):
    """Takes the thoughts that are dragged over a canvas; whatever else is dragged there is left alone."""

    def __init__(self, canvas: Canvas) -> None:
        """Take thoughts for a canvas, as long as it lives."""
        super().__init__(canvas)
        self._canvas = canvas
        canvas.viewport().setAcceptDrops(True)
        canvas.viewport().installEventFilter(self)

    def eventFilter(self, _viewport: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Show where a thought would go, and put it there."""
        if event.type() is QEvent.Type.DragLeave:
            self._canvas.overlay.show_drop(None)
            return False
        if not isinstance(event, QDropEvent):
            return False
        document = self._canvas.open_map.session.document
        parked = [id_ for _order, id_ in document.indexes.parked]
        ids = carried_thoughts(event.mimeData(), parked)
        if not ids or not isinstance(document.find(ids[0]), Parked):
            return False
        cell = self._cell_at(event.position())
        if event.type() in _DRAGGING and isinstance(event, QDragMoveEvent):
            rect = self._canvas.map_layout.cell_rect(*cell) if cell is not None else None
            self._canvas.overlay.show_drop(None, rect)
        elif event.type() is QEvent.Type.Drop and cell is not None:
            self._canvas.overlay.show_drop(None)
            self._canvas.let_go()
            put_on_map(self._canvas.open_map, ids, *cell)
        if cell is not None:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()
        return True

    def _cell_at(self, position: QPointF) -> tuple[str, str] | None:
        """Return the cell of cards under a point of the view, or None."""
        layout = self._canvas.map_layout
        at = self._canvas.overlay.spotlight.own_place(*self._canvas.view.to_map(position))
        found = hit(layout, *at)
        if not found.lane or not found.step or not layout.is_open(found.lane):
            return None
        return (found.lane, found.step) if holds_cards(layout.lanes[found.lane].lane.lane_kind) else None
