"""One presentation of a map: the walk, the light, and the lanes that are kept back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from journeymapper.document.change import Change
from journeymapper.i18n import _, ngettext
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.docks.naming import lane_name
from journeymapper.ui.present.ballot import take_votes
from journeymapper.ui.present.concealing import Concealing
from journeymapper.ui.present.framing import Screen, whole
from journeymapper.ui.present.travel import Travel
from journeymapper.ui.present.walk import Kind, Walk

#: What somebody does to the view by hand, which the way of the view must not disturb.
_BY_HAND = {QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.NativeGesture}


class Show(QObject):
    """Shows the map of a canvas part by part, until its ``end``."""

    #: Another part is shown, or the view has another size.
    changed = Signal()
    #: One line for the user.
    said = Signal(str)
    #: The mouse was moved.
    woken = Signal()

    def __init__(self, canvas: Canvas, with_motion: bool) -> None:
        """Show the whole map; nothing stays selected."""
        super().__init__(canvas)
        self._canvas = canvas
        self._open_map = canvas.open_map
        self.concealing = Concealing(self._open_map.session)
        self.walk = Walk(self._open_map, self._screen, self.concealing.reveal, self._is_busy, self)
        self.travel = Travel(canvas, self)
        self.travel.is_allowed = with_motion
        self._glides = True
        self._is_walking = False
        self._words = ""
        self._whole = canvas.sight
        self._open_map.select(())
        canvas.overlay.curves.mark_current(False)
        self.walk.moved.connect(self._show)
        self.walk.shifted.connect(self._light)
        self._open_map.changed.connect(self._follow_change)
        self._open_map.selected.connect(self._follow_keyboard)
        canvas.installEventFilter(self)
        canvas.viewport().installEventFilter(self)
        self._show()

    def end(self) -> None:
        """Take the veil away, and show all lanes again."""
        take_votes(self._canvas, False)
        self._canvas.overlay.curves.mark_current(True)
        self.travel.stop()
        self._open_map.changed.disconnect(self._follow_change)
        self._open_map.selected.disconnect(self._follow_keyboard)
        self._canvas.removeEventFilter(self)
        self._canvas.viewport().removeEventFilter(self)
        self._canvas.overlay.spotlight.light(None)
        self.concealing.reveal_all()
        self.deleteLater()

    def _screen(self) -> Screen:
        return Screen(self._canvas.viewport().size(), float(self._canvas.logicalDpiY()))

    def _is_busy(self) -> bool:
        return self._canvas.is_editing or self._canvas.is_dragging

    # The walk.

    def go_on(self, by: int) -> None:
        """Show what comes next (1) or came before (-1)."""
        if not self._walking(lambda: self.walk.go_on(by)):
            self.said.emit(_("This is the end of the map.") if by > 0 else _("This is the whole map."))

    def turn(self, kind: Kind) -> None:
        """Walk by stages or by lanes."""
        if not self._walking(lambda: self.walk.turn(kind)):
            self.said.emit(
                _("The map has no stages.") if kind is Kind.STAGES else _("The map has no lanes to show.")
            )

    def show_whole(self) -> None:
        """Show the whole map."""
        self._walking(self.walk.show_whole)

    def _walking(self, act: Callable[[], bool | None]) -> bool:
        """Walk, and have the keyboard stand by what is shown; tell whether there was anywhere to go.

        Nothing is selected then: what a presenter's remote types must not be written on the map.
        """
        self._is_walking = True
        try:
            found = act()
            here = self.walk.here
            if here:
                self._open_map.select((here,), here)  # the cursor goes on from there
            self._open_map.select(())
        finally:
            self._is_walking = False
        self._announce()
        return found is not False

    def _announce(self) -> None:
        if QAccessible.isActive():
            words = self.walk.words()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._canvas, words))

    def _show(self) -> None:
        """Bring what is to be shown into view, and light it."""
        look = self.walk.look
        self._light()
        self._whole = whole(self._canvas.map_layout, self._screen())
        self.travel.go(look.sight if look is not None else self._whole, self._glides)

    def _light(self) -> None:
        look, words = self.walk.look, self.walk.words()
        self._canvas.overlay.spotlight.light(look.focus if look is not None else None)
        if words != self._words:
            self._words = words
            self.changed.emit()

    @property
    def _shows_whole(self) -> bool:
        """Tell whether the whole map is in view, as it was put there."""
        return not self.walk.here and (self._canvas.sight == self._whole or self.travel.is_under_way)

    def _follow_keyboard(self) -> None:
        if not self._is_walking:
            self.walk.follow_keyboard()

    # Lanes that are kept back.

    def conceal_all(self) -> None:
        """Keep all lanes back."""
        self.concealing.conceal_all()

    def reveal_next(self) -> None:
        """Show the next lane that is kept back."""
        if lane := self.concealing.reveal_next():
            self.walk.show_lane(lane)
            self._say_of(lane, _("Lane “{name}” is shown."))

    def reveal_all(self) -> None:
        """Show all lanes."""
        self.concealing.reveal_all()

    def conceal_last(self) -> None:
        """Keep the lane back again that was shown last."""
        if lane := self.concealing.conceal_last():
            self._say_of(lane, _("Lane “{name}” is kept back."))

    def _say_of(self, lane: str, words: str) -> None:
        said = words.format(name=lane_name(self._open_map.session.document, lane))
        if left := self.concealing.count_beside(lane):
            more = ngettext("{count} more is kept back.", "{count} more are kept back.", left)
            said += " " + more.format(count=left)
        self.said.emit(said)

    # What happens to the map and its view.

    def _follow_change(self, change: Change) -> None:
        if filled := self.concealing.lanes_filled(change):
            # After the change has been heard of by all.
            QTimer.singleShot(0, self, lambda: self.concealing.reveal_each(sorted(filled)))
        if self._shows_whole and not self._is_busy():
            self._show()
        self.walk.follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Show the same part after the view got another size; give way to the hand."""
        if watched is self._canvas and event.type() is QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._fit_again)
        elif event.type() in _BY_HAND:
            self.travel.stop()
        elif event.type() is QEvent.Type.MouseMove:
            self.woken.emit()
        return False

    def _fit_again(self) -> None:
        self._glides = False
        self.walk.show_again()
        self._glides = True
        self.changed.emit()
