"""Dropping blocks and personas of the library on the map."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

from journeymapper.document.records import Card
from journeymapper.guide.library.block import Block
from journeymapper.guide.library.putting import Goal
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.canvas.gap import gap_line
from journeymapper.ui.canvas.gestures.landing import Grid, Place
from journeymapper.ui.docks.library.carrying import carried_block, carried_persona
from journeymapper.ui.library_putting import put_block, put_words

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow


class LibraryDrops(QObject):
    """Takes what is dragged from the library over a canvas; whatever else is dragged there is left alone."""

    def __init__(self, canvas: Canvas, window: "MainWindow") -> None:
        """Take blocks and personas for the canvas of a window, as long as it lives."""
        super().__init__(canvas)
        self._canvas = canvas
        self._window = window
        canvas.viewport().setAcceptDrops(True)
        canvas.viewport().installEventFilter(self)

    def eventFilter(self, _viewport: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Show where something would go, and put it there."""
        if isinstance(event, QDragLeaveEvent):
            self._canvas.overlay.show_drop(None)
        if not isinstance(event, QDropEvent):
            return False
        block, path = carried_block(event.mimeData()), carried_persona(event.mimeData())
        if block is None and path is None:
            return False
        place = self._place(event.position()) if block is not None else None
        if isinstance(event, QDragMoveEvent):
            self._show(place)
        else:
            self._canvas.overlay.show_drop(None)
            self._canvas.let_go()
            if block is not None and place is not None:
                self._put(block, place)
            elif block is None:
                self._window.docks.library.put_persona_at(str(path))
        if block is not None and place is None and not isinstance(event, QDragEnterEvent):
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        return True

    def _put(self, block: Block, place: Place) -> None:
        """Put a block into the cell it was dropped on, whatever the lane holds, and select it."""
        open_map = self._canvas.open_map
        id_ = put_block(open_map, block, Goal(place.lane, place.step), place.above)
        card = open_map.session.document.get(id_, Card)
        open_map.select({id_}, id_)
        self._window.say(put_words(open_map, block, card.lane, card.step))

    def _show(self, place: Place | None) -> None:
        if place is None:
            self._canvas.overlay.show_drop(None)
        else:
            rect = self._canvas.map_layout.cell_rect(place.lane, place.step)
            self._canvas.overlay.show_drop(gap_line(self._canvas.map_layout, place), rect)

    def _place(self, position: QPointF) -> Place | None:
        """Return where a card would go that is let go at a point of the view, or None."""
        x, y = self._canvas.overlay.spotlight.own_place(*self._canvas.view.to_map(position))
        return Grid(self._canvas.map_layout, []).place_at(x, y)
