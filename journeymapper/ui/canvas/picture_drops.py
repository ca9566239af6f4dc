"""Dropping pictures on the map: from the file manager, a browser, or wherever they can be dragged."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

from journeymapper.document.records import NO_PICTURE, Card
from journeymapper.i18n import _
from journeymapper.layout.finding import hit, rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.layout.places import Part
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.canvas.gap import gap_line
from journeymapper.ui.canvas.gestures.landing import Grid
from journeymapper.ui.picture_data import count_pictures, offers_pictures, picture_sources
from journeymapper.ui.picturing import Goal, bring_pictures

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow


class _Landing(NamedTuple):
    """Where pictures would go, and what shows it: a line between cards, or a ring round the card or cell."""

    goal: Goal
    line: Rect | None
    ring: Rect


class PictureDrops(QObject):
    """Takes the pictures that are dragged over a canvas; whatever else is dragged there is left alone."""

    def __init__(self, canvas: Canvas, window: "MainWindow") -> None:
        """Take pictures for the canvas of a window, as long as it lives."""
        super().__init__(canvas)
        self._canvas = canvas
        self._window = window
        #: How many pictures are dragged over the canvas now.
        self._count = 0
        self._told = ""
        canvas.viewport().setAcceptDrops(True)
        canvas.viewport().installEventFilter(self)

    def eventFilter(self, _viewport: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Show where pictures would go, and put them there."""
        if isinstance(event, QDragLeaveEvent):
            self._clear()
        if isinstance(event, QDragEnterEvent):
            offered = event.mimeData()
            self._count = count_pictures(offered) if offers_pictures(offered) else 0
        if not isinstance(event, QDropEvent) or not self._count:
            return False
        landing = self._landing(event.position())
        if isinstance(event, QDragMoveEvent):
            self._show(landing)
        else:
            self._drop(event.mimeData(), landing)
        if landing is None and not isinstance(event, QDragEnterEvent):
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        return True

    def _drop(self, offered: QMimeData, landing: _Landing | None) -> None:
        """Bring pictures; a moment later, for whoever let them go waits until this event is over."""
        self._clear()
        if landing is None or (open_map := self._window.open_map) is None:
            return
        self._canvas.let_go()
        sources = picture_sources(offered)
        QTimer.singleShot(0, self, lambda: bring_pictures(self._window, open_map, sources, landing.goal))

    def _show(self, landing: _Landing | None) -> None:
        overlay = self._canvas.overlay
        if landing is None:
            overlay.show_drop(None)
            self._tell(_("Pictures cannot stand here: drop them on a card, or in a lane of cards."))
        else:
            overlay.show_drop(landing.line, landing.ring)
            self._tell("")

    def _tell(self, words: str) -> None:
        if words != self._told:
            self._told = words
            self._window.say(words)

    def _clear(self) -> None:
        self._count = 0
        self._canvas.overlay.show_drop(None)
        self._tell("")

    def _landing(self, position: QPointF) -> _Landing | None:
        """Return where pictures would go that are let go at a point of the view, or None."""
        layout = self._canvas.map_layout
        x, y = self._canvas.overlay.spotlight.own_place(*self._canvas.view.to_map(position))
        under = hit(layout, x, y)
        card = layout.document.find(under.id) if under.part is Part.CARD else None
        if self._count == 1 and isinstance(card, Card) and card.picture == NO_PICTURE:
            rect = rect_of(layout, card.id)
            return _Landing(Goal(card.id, (card.lane, card.step)), None, rect) if rect is not None else None
        place = Grid(layout, []).place_at(x, y)
        if place is None:
            return None
        cell = place.lane, place.step
        return _Landing(Goal("", cell, place.above), gap_line(layout, place), layout.cell_rect(*cell))
