"""Voting by click: a click on a card gives it a dot, Shift and a click or a right click takes one away."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent

from journeymapper.layout.finding import hit
from journeymapper.layout.places import Part
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.voting import vote

_LEFT = Qt.MouseButton.LeftButton
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def takes_votes(canvas: Canvas) -> bool:
    """Tell whether clicks on a canvas's cards are votes."""
    return _ballot_of(canvas) is not None


def take_votes(canvas: Canvas, wanted: bool) -> None:
    """Take clicks on a canvas's cards for votes, or no longer."""
    ballot = _ballot_of(canvas)
    if wanted and ballot is None:
        Ballot(canvas)
    elif not wanted and ballot is not None:
        ballot.end()


def _ballot_of(canvas: Canvas) -> "Ballot | None":
    return canvas.findChild(Ballot, options=Qt.FindChildOption.FindDirectChildrenOnly)


class Ballot(QObject):
    """Takes clicks on cards for votes as long as it lives; cards can be dragged and all else be done."""

    def __init__(self, canvas: Canvas) -> None:
        """Take the votes of a canvas."""
        super().__init__(canvas)
        self._canvas = canvas
        self._card = ""
        self._at = QPointF()
        self._dots = 1
        canvas.viewport().installEventFilter(self)

    def end(self) -> None:
        """Take no more votes."""
        self._canvas.viewport().removeEventFilter(self)
        self._canvas.viewport().unsetCursor()
        self.setParent(None)
        self.deleteLater()

    def _card_at(self, position: QPointF) -> str:
        """Return the card under a point of the view, or ""."""
        canvas = self._canvas
        at = canvas.overlay.spotlight.own_place(*canvas.view.to_map(position))
        found = hit(canvas.map_layout, *at)
        return found.id if found.part is Part.CARD else ""

    def eventFilter(self, _viewport: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Meet presses, clicks and the wish for a menu on a card."""
        if isinstance(event, QContextMenuEvent):
            return event.reason() is QContextMenuEvent.Reason.Mouse and self._take(QPointF(event.pos()))
        if not isinstance(event, QMouseEvent):
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick if event.button() is _LEFT:
                return self._press(event)
            case QEvent.Type.MouseButtonRelease if event.button() is _LEFT:
                self._release(event.position())
            case QEvent.Type.MouseMove if not event.buttons():
                return self._point(event.position())
        return False

    def _take(self, position: QPointF) -> bool:
        """Take a dot away from the card under the pointer; tell whether there is one."""
        if card := self._card_at(position):
            self._canvas.let_go()
            vote(self._canvas.open_map, (card,), -1)
        return bool(card)

    def _press(self, event: QMouseEvent) -> bool:
        """Note what is pressed; only a first press without Shift is left to the canvas, to select or drag."""
        self._card, self._at = self._card_at(event.position()), event.position()
        self._dots = -1 if event.modifiers() & _SHIFT else 1
        is_plain = event.type() is QEvent.Type.MouseButtonPress and self._dots > 0
        if not self._card or is_plain:
            return False
        self._canvas.finish_editing()
        return True

    def _release(self, position: QPointF) -> None:
        """Vote where nothing was dragged meanwhile."""
        card, self._card = self._card, ""
        way = (position - self._at).manhattanLength()
        if card and not self._canvas.is_dragging and way < QGuiApplication.styleHints().startDragDistance():
            vote(self._canvas.open_map, (card,), self._dots)

    def _point(self, position: QPointF) -> bool:
        """Show that a click on a card does something of its own."""
        if not self._card_at(position):
            return False
        self._canvas.overlay.hover(None)
        self._canvas.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        return True
